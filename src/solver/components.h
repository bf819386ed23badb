/* Requests and escorts that have nothing to do with each other can be solved apart, and
 * proved apart: municipalities, language groups, people whom nobody else can serve. */
#ifndef SOLVER_COMPONENTS_H
#define SOLVER_COMPONENTS_H

#include "model/part.h"
#include "solver/net.h"

/* A request and an escort belong together if there is a node of theirs; two requests if
 * they have the same client (whose shortage, faces and grants they share), are in step,
 * or name the same session. Components are numbered by their first request. Requests
 * and escorts without nodes, who cost what they cost whatever is done, are together the
 * last one. */
struct components {
    int n;
    int idle;              /* the last one, if there is such a one; NONE */
    const int *of_request; /* 0 .. n - 1 */
    const int *of_escort;
};

/* The net has all nodes: no stance. */
const struct components *components_of(struct arena *a, const struct net *net);
const struct part *component_part(struct arena *a, const struct problem *whole,
                                  const struct components *c, int component);

#endif
