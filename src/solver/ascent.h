/* Better prices for a week too large for a linear program, from any prices. */
#ifndef SOLVER_ASCENT_H
#define SOLVER_ASCENT_H

#include "ledsaga/certificate.h"
#include "solver/exact.h"

/* Replaces *x, sound prices of tier 2, by such as seem to prove the most; what they prove is
 * for lagrangean_bound to tell. value: points of a roster with tier 1 at rights_value. Owned
 * by a. */
void ascent_run(struct arena *a, struct net *net, int64_t rights_value, int64_t value, int threads,
                const struct exact_limits *limits, struct prices **x);

#endif
