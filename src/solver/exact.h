/* The integer program run to proof, tier by tier, where it is of a size for it. */
#ifndef SOLVER_EXACT_H
#define SOLVER_EXACT_H

#include "solver/formulation.h"

struct exact_limits {
    double deadline; /* on base/clock's clock; 0 = none */
    const volatile int *stop;
    int64_t *work; /* simplex iterations times a tenth of the terms that may still be spent */
};

/* Time, interrupt or work says to stop. */
bool exact_over(const struct exact_limits *limits);
/* Of a size for GLPK: NULL if not, or if it is over. */
struct formulation *exact_formulation(struct arena *a, struct net *net, int tier,
                                      const struct exact_limits *limits);

/* Prove or improve the formulation's tier. *result holds the best value and bound known and is
 * tightened; *better is set to a roster whose value of the tier is below, if one
 * was found. rights_value as for formulation_lp. */
enum status exact_tier(struct arena *a, const struct formulation *f,
                       int64_t rights_value, const struct exact_limits *limits,
                       struct tier_result *result, struct roster **better,
                       struct faults *faults);

#endif
