/* Bounds that need no linear program. */
#ifndef SOLVER_BOUND_H
#define SOLVER_BOUND_H

#include "solver/net.h"

/* No lawful roster has less of tier 1: what no escort can serve, or no
 * option within what its decision has left. */
int64_t bound_rights(const struct net *net);
/* No lawful roster with tier 1 at rights_value has less of tier 2. stance tells what
 * is known of the requests, or is NULL. */
int64_t bound_rest(const struct net *net, int64_t rights_value,
                   const enum stance *stance);

#endif
