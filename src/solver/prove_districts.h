/* A bound for tier 2 of a week too large for one linear program. */
#ifndef SOLVER_PROVE_DISTRICTS_H
#define SOLVER_PROVE_DISTRICTS_H

#include "solver/solving.h"

enum status prove_districts(struct solving *s, int64_t *work, struct faults *f);

#endif
