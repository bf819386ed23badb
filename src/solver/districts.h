/* Prices for a week too large for one linear program: those of its districts, each priced
 * as a week of its own beside the others. */
#ifndef SOLVER_DISTRICTS_H
#define SOLVER_DISTRICTS_H

#include "ledsaga/certificate.h"
#include "solver/exact.h"

/* Prices of tier 2 for rosters with tier 1 at the roster's value; sound, and as good as the
 * districts are apart from each other. Owned by a. size: requests of a district, about. */
enum status districts_price(struct arena *a, struct net *net, const struct roster *r, int size,
                            uint64_t seed, int threads, const struct exact_limits *limits,
                            struct prices **out, struct faults *f);

#endif
