/* Bounds for both tiers of a week being solved, and the better rosters met on the way. */
#ifndef SOLVER_PROVE_H
#define SOLVER_PROVE_H

#include "solver/solving.h"

/* What is done between the tiers; NULL = nothing. */
typedef void prove_between(struct solving *s);

/* Tier 1 first, strictly; the bound of tier 2 is for the value that tier 1 got. */
enum status prove(struct solving *s, prove_between *between, struct faults *f);

/* Is so little left open that a proof may come of it? */
bool prove_is_near(const struct solving *s, const struct tier_result *t);
/* Too large for one linear program of all plans? */
bool prove_is_large(const struct solving *s);

#endif
