/* Cover inequalities on the escorts' week limits, found when they are violated. */
#ifndef SOLVER_COVERS_H
#define SOLVER_COVERS_H

#include "solver/formulation.h"

/* An lp_separator; context is a struct formulation. */
void covers_separate(void *context, const double *x, struct lp_cuts *cuts);

#endif
