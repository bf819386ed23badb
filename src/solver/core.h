/* Tier 1 proved on few requests. */
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

#endif
