/* The eligible ways to carry requests out: every (request, option, escort) that
 * breaks no rule on its own. Formulation, search and export all start here. */
#ifndef SOLVER_NET_H
#define SOLVER_NET_H

#include "ledsaga/solver.h"
#include "rules/rule.h"

struct node {
    int request, option, escort;
    int start, end;
    int from, to; /* places */
    int session;  /* 1 + row of problem->sessions: shared with others; 0 = an outing of its own */
    int day;    /* working day of the escort: index into escort_week borders */
    int points; /* tier 2 of this escort on this request; the duty's own points apart */
};

/* How a program that is built on a net looks at a request. */
enum stance {
    STANCE_FREE,  /* may be served or not */
    STANCE_GIVEN, /* taken as served at its longest, and in nobody's way: a relaxation */
    STANCE_MUST   /* must be served at its longest */
};

struct net {
    const struct problem *problem;
    const enum stance *stance; /* by request; NULL = all free */
    const int *longest;        /* by request: most minutes asked for that some node delivers */
    const struct escort_week *weeks; /* by escort, empty: only the borders */
    int n_nodes;
    struct node *nodes;  /* by request, then option, then escort */
    const int *first;    /* [n_requests + 1] nodes of a request */
    const int *of_option; /* [n_options + 1] nodes of an option */
    /* A case of branch and price; both NULL = everything is open. */
    const signed char *served; /* by request: 1 is to be served, -1 is not, 0 open */
    const bool *shut;          /* by node: not to be used */
};

struct net *net_new(struct arena *a, const struct problem *p);
/* The same of some requests (by request; NULL = all): the others have no nodes. */
struct net *net_among(struct arena *a, const struct problem *p, const bool *asked);
/* What the escort does in a node, alone with that client. */
struct duty node_duty(const struct node *x);
/* Could the same escort be at b after a? And do both, being of different requests? */
bool node_leaves_time_for(const struct problem *p, const struct node *a,
                          const struct node *b);
bool node_can_follow(const struct problem *p, const struct node *a,
                     const struct node *b);
/* Minutes from home to a visit (out) or back; 0 where the unit does not count them.
 * May it open, or close, the escort's day? */
int node_home_leg(const struct problem *p, const struct node *x, bool out);
/* Points of tier 2 when it opens (first) or closes the escort's working day: the way
 * from home or back, and the night between it and what is known of the weeks beside. */
int node_edge_points(const struct net *net, const struct node *x, bool first);
bool node_may_be_first(const struct problem *p, const struct node *x);
bool node_may_be_last(const struct problem *p, const struct node *x);
/* Carried out by several escorts, or in step with another. */
/* Would the escort have the weekly rest even with all of these duties at once? What the
 * daily rests beside it can take of it is counted in full: with fewer duties more of them
 * may fall on it. */
bool weekly_rest_certain(const struct problem *p, const struct escort_week *all);
bool request_is_team(const struct request *q);

/* The same net with a stance: no nodes for what is given, only the longest for what must
 * be, and none of those that are gone (by node; NULL = none is). stance is kept, not
 * copied. */
struct net *net_focus(struct arena *a, const struct net *net,
                      const enum stance *stance, const bool *gone);
enum stance net_stance(const struct net *net, int request);

/* So many of its nodes by escort, otherwise in the order given; NULL = all, in the net's. */
int *net_by_escort(struct arena *a, const struct net *net, const int *nodes, int n);

#endif
