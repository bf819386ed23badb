/* A week whose parts have nothing to do with each other: each is solved and proved apart. */
#ifndef SOLVER_APART_H
#define SOLVER_APART_H

#include "solver/components.h"

/* As solve(). The bound of tier 2 is for rosters that leave each part the tier 1 that it
 * has here. If bounds were asked for, there is a certificate of both tiers. */
enum status solve_apart(struct arena *a, const struct problem *p, const struct components *c,
                        const struct solve_options *options, const struct roster *start,
                        const struct solution **out, struct faults *f);

#endif
