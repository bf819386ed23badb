/* Prices of a week cut to one of its parts, and those of the parts put together. A price
 * is of something that only one part has, save that of rights. */
#ifndef SOLVER_PART_PRICES_H
#define SOLVER_PART_PRICES_H

#include "ledsaga/certificate.h"
#include "model/part.h"

/* The price of rights is the whole's. A price of an escort who is elsewhere is none. */
struct prices *prices_cut(struct arena *a, const struct part *part,
                          const struct prices *whole);

struct priced_part {
    const struct part *part;
    const struct prices *prices; /* NULL = none */
};

/* What no part prices has no price; the price of rights is the dearest. */
struct prices *prices_join(struct arena *a, const struct problem *whole,
                           const struct priced_part *parts, int n);

/* A certificate of the whole, or of other parts, as prices for a part to begin from: with
 * the dearest price of rights of what the part is made of. It proves nothing. */
const struct certificate *certificate_cut(struct arena *a, const struct part *part,
                                          const struct certificate *whole);

#endif
