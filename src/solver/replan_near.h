/* A week planned anew where it is too large to be planned anew as a whole. */
#ifndef SOLVER_REPLAN_NEAR_H
#define SOLVER_REPLAN_NEAR_H

#include "ledsaga/replan.h"

/* Is it? */
bool replan_is_large(const struct problem *p);

/* What was given out stays; what is missing is put in where there is room, or where one
 * other visit gives way. The bound of what is told is for rosters that deliver as much of
 * each request as this one. */
enum status replan_near(struct arena *a, const struct problem *p,
                        const struct solve_options *options, const struct roster *start,
                        const struct replanned **out, struct faults *f);

#endif
