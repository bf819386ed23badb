/* From the mix of plans to a roster: take plans whole, a few at a time. */
#ifndef SOLVER_DIVE_H
#define SOLVER_DIVE_H

#include "solver/colgen.h"

/* A roster, perhaps with gaps and perhaps worse in tier 1 than the tier's value; NULL if
 * none was found within the limits. Owned by a. The master is left as it was, but for the
 * plans that were added on the way. */
enum status dive(struct arena *a, struct colgen *g, const struct exact_limits *limits,
                 struct roster **out, struct faults *f);

#endif
