/* Bounds for both tiers of a week being solved, and the better rosters met on the way. */
#ifndef SOLVER_PROVE_H
#define SOLVER_PROVE_H

#include "solver/solving.h"

/* Tier 1 first, strictly; the bound of tier 2 is for the value that tier 1 got. */
enum status prove(struct solving *s, struct faults *f);

#endif
