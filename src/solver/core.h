/* The few requests that tier 1 depends on. */
#ifndef SOLVER_CORE_H
#define SOLVER_CORE_H

#include "solver/exact.h"

/* Prove (or better) tier 1 of a roster. *rights is tightened; *better as in
 * exact_tier. stance[r] is STANCE_MUST for the requests that every roster with
 * tier 1 at rights->value serves in full, if that was proved; else all
 * STANCE_FREE. */
enum status core_prove(struct arena *a, const struct net *net,
                       const struct roster *best, const struct exact_limits *limits,
                       struct tier_result *rights, struct roster **better,
                       enum stance *stance, struct faults *f);

/* A core by how many escorts a request may have to choose from and still be drawn in: FREE
 * in it, GIVEN outside. Owned by a. *n: requests in it. */
enum stance *core_stance(struct arena *a, const struct net *net, const struct roster *best,
                         int most_escorts, int *n);

#endif
