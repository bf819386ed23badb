/* A week of work of one escort: a column of the master program. */
#ifndef SOLVER_PLAN_H
#define SOLVER_PLAN_H

#include "solver/net.h"

struct plan {
    int escort, n;
    const int *nodes; /* of the net, by start; a session's clients each have theirs */
    int64_t points;   /* tier 2, the options' own apart */
};

/* Do the rules about an escort's week allow it? Each request at most once. */
bool plan_lawful(const struct net *net, int escort, const int *nodes, int n);
int64_t plan_points(const struct net *net, int escort, const int *nodes, int n);
/* What the escort does in a roster. A visit that no node is for is left out. */
struct plan plan_of_roster(struct arena *a, const struct net *net, int escort,
                           const struct roster *r);

#endif
