/* Whether the certificate in a roster file holds: its bounds found anew, for the week
 * as it is now, from the prices alone. */
#ifndef APP_PROOF_H
#define APP_PROOF_H

#include "app/judged.h"

/* [2], by tier; NULL if the file speaks of no certificate. A tier that is refused is also
 * a fault (UNPROVED). The time is that of finding every escort's cheapest week once. */
const struct tier_proof *proofs_find(struct arena *a, const struct judged *j,
                                     struct faults *f);

#endif
