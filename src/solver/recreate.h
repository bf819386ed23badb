/* Putting requests into a twin, each at its best place for now. */
#ifndef SOLVER_RECREATE_H
#define SOLVER_RECREATE_H

#include "base/chance.h"
#include "solver/twin.h"

enum { STEERING_LEAST = 20 };

enum ties { TIE_FIRST, TIE_LAST, TIE_ANY };

struct placer {
    struct twin *twin;
    struct chance *chance;
    bool *ready;       /* by request: the next two are made when it is first placed */
    int *order;        /* nodes of each request by rising floor, [n_nodes] */
    int64_t *floor;    /* [n_nodes] points known before the week is: visit, duty, option, face */
    int64_t contract_slack; /* points a minute of work can win for a contract */
    int64_t split_slack;    /* points a visit can win by filling a pause */
    int64_t steering; /* a point of tier 1 in points of tier 2, while searching; the
                         final comparison is always tier by tier */
    enum ties ties;   /* which of equally good places is taken */
    int blink;         /* skip a node once in so many; 0 = never */
    int64_t *price;    /* scratch, [n_nodes] of the largest request */
};

struct placer *placer_new(struct arena *a, struct twin *t, struct chance *c);

/* Serve a request (with its partner, if it is in step with one) at the least cost.
 * False if there is no lawful place. *cost is the steering cost, may be NULL. */
bool placer_place(struct placer *k, int request, int64_t *cost);

#endif
