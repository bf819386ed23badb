/* Which nodes of a net an exact program needs. */
#ifndef SOLVER_SIEVE_H
#define SOLVER_SIEVE_H

#include "solver/net.h"

/* Their numbers, in the net's order: all but those that another node of the same
 * request and escort replaces whatever the rest of the roster is. For tier 1 what an
 * option costs does not count. An escort with very many keeps them all. */
int *sieve_nodes(struct arena *a, struct net *net, int tier, int *n_kept);

#endif
