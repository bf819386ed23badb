/* Putting requests into a twin, each at its best place for now. */
#ifndef SOLVER_RECREATE_H
#define SOLVER_RECREATE_H

#include "base/chance.h"
#include "solver/twin.h"

/* How the search compares: tier 1 counts so many times a point of tier 2. The
 * final comparison is always lexicographic; this only steers. */
enum { RIGHTS_STEERING = 20 };

struct placer {
    struct twin *twin;
    struct chance *chance;
    int *order;        /* nodes of each request by rising floor, [n_nodes] */
    int64_t *floor;    /* [n_nodes] points known before the week is: wish, option, face */
    int64_t contract_slack; /* points a minute of work can win for a contract */
    int blink;         /* skip a node once in so many; 0 = never */
    int64_t *price;    /* scratch, [n_nodes] of the largest request */
};

struct placer *placer_new(struct arena *a, struct twin *t, struct chance *c);

/* Serve a request (with its partner, if it is in step with one) at the least cost.
 * False if there is no lawful place. *cost is the steering cost, may be NULL. */
bool placer_place(struct placer *k, int request, int64_t *cost);

#endif
