/* Groups of escorts who can take over from each other, with their visits and what nobody
 * serves. Knows nothing of what is done with them. */
#ifndef SOLVER_GROUPS_H
#define SOLVER_GROUPS_H

#include "base/chance.h"
#include "model/part.h"
#include "solver/net.h"

struct groups {
    struct net *net;
    struct chance chance;
    int *first_escort, *escorts;   /* by request: who could serve it */
    int *first_request, *requests; /* by escort: what they could serve */
    int *turn;                     /* by escort: how often they were in a group */
};

struct group {
    bool *escorts, *requests; /* by the whole's index */
    int n_escorts, n_requests; /* requests served in the roster that it was chosen from */
};

struct groups *groups_new(struct arena *a, struct net *net, uint64_t seed);

/* Up to `most` groups, in which about so many requests are served each; no two have anything
 * of each other's. Those come first whose turn is longest ago. Owned by a. Returns how many. */
int groups_choose(struct arena *a, struct groups *g, const struct roster *r, int size, int most,
                  struct group *out);

/* The group of those who could serve the request, with `first` (NONE = nobody) before others,
 * and of who could take over from them, until about so many requests are served in it. */
struct group groups_around(struct arena *a, struct groups *g, const struct roster *r,
                           int request, int first, int size);

/* The group's week, beside what all others do in the roster. */
const struct part *group_part(struct arena *a, const struct groups *g, const struct group *x,
                              const struct roster *r);

#endif
