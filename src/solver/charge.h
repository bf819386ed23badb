/* What prices add to what carrying out requests costs, and what is left of the program
 * when the escorts are taken apart. */
#ifndef SOLVER_CHARGE_H
#define SOLVER_CHARGE_H

#include "solver/net.h"

/* Zero prices, to be filled in. Owned by the arena; members: room for so many. */
struct prices *prices_new(struct arena *a, const struct problem *p, int members);
struct prices *prices_copy(struct arena *a, const struct problem *p, const struct prices *from);
/* Are signs and sizes such that they prove something? */
bool prices_sound(const struct problem *p, int tier, const struct prices *x);
/* In a case of branch and price, where what is to be served may have a price below 0. */
bool prices_sound_in(const struct net *net, int tier, const struct prices *x);

/* Bring the prices of shortages down to what a minute short can cost at most. */
void prices_cap(const struct problem *p, int tier, struct prices *x);

/* By node of the net: what a plan that contains it pays. */
void charge_nodes(const struct net *net, int tier, const struct prices *x, int64_t *charge);
/* By option of a team's request: what using it costs, all but its escorts' weeks. */
void charge_teams(const struct net *net, int tier, const struct prices *x, int64_t *charge);

/* A bound in whole points. In tier 1 all that a roster can leave undelivered costs a
 * multiple of some number of points, so that the bound is the next multiple. */
int64_t charge_whole(const struct problem *p, int tier, int64_t bound);

/* The bound when no escort's week costs less than `least` (by escort), in millionths of a
 * point: teams at their cheapest, limits at their prices. INT64_MIN where it does not fit. */
int64_t charge_bound(const struct net *net, int tier, const struct prices *x,
                     int64_t rights_value, const int64_t *least);

#endif
