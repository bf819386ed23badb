/* The formulation as data for models/roster.mod. */
#ifndef SOLVER_MATHPROG_H
#define SOLVER_MATHPROG_H

#include "solver/formulation.h"

const char *mathprog_data(struct arena *a, const struct formulation *f,
                          int64_t rights_value);

#endif
