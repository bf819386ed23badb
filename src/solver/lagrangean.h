/* What prices prove of a net: every escort's cheapest week and every team's cheapest time,
 * summed up; of each case where there are cases. */
#ifndef SOLVER_LAGRANGEAN_H
#define SOLVER_LAGRANGEAN_H

#include "solver/exact.h"

/* In whole points, from nothing but what is given: whoever asks again gets it again, which
 * cannot be said of a bound from the midst of column generation, where labels begin from
 * what mattered before. INT64_MIN if the prices are not sound, sums do not fit, or a limit
 * is met (limits may be NULL). threads: 1 or 2; the result is the same. rights_value: for
 * tier 2. cases: such that they fit, all of one tree; NULL = none. The least that is proved
 * of those which are not split. */
int64_t lagrangean_bound(struct net *net, int tier, const struct prices *x,
                         const struct case_list *cases, int64_t rights_value, int threads,
                         const struct exact_limits *limits);

#endif
