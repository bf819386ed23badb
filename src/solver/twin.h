/* The roster's fast twin: what the search edits. It knows, for each escort, the
 * week in time order, and keeps both tiers' values as visits come and go. The
 * judge never sees it; in audit builds every accepted state is judged. */
#ifndef SOLVER_TWIN_H
#define SOLVER_TWIN_H

#include "solver/net.h"

struct held {
    int option; /* NONE = not served */
    int n_escorts;
    int escorts[STAFF_MAX];
};

/* Who takes part in a session. */
struct attendance {
    int n;
    int *requests; /* [capacity] */
};

struct twin {
    const struct net *net;
    const struct problem *problem;
    struct arena *arena;
    struct held *held;         /* by request */
    struct escort_week *weeks; /* by escort; duties are twin-owned */
    int *room;                 /* by escort: room for duties */
    int64_t *soft;             /* by escort: points of the rules about their week */
    int *minutes;              /* by escort: working minutes */
    int *limit;                /* by escort: most of them; NONE */
    uint16_t *meetings;        /* [client * escorts + escort] visits this week */
    int *short_minutes;        /* by client: assessed minutes undelivered */
    struct attendance *attendance; /* by session */
    int *grant_used;           /* by grant */
    struct duty *scratch;      /* one week with one more duty */
    int scratch_room;
    int64_t rights, rest;      /* the two tiers */
    int64_t ticks;             /* prices asked for */
    bool broken;               /* a removal left two neighbours too close */
};

#define TWIN_FORBIDDEN INT64_MAX

struct twin *twin_new(struct arena *a, const struct net *net);

/* Points of tier 2, the option's own apart, if this escort took this node on top
 * of what they have; TWIN_FORBIDDEN if a rule of the escort's week forbids it, or if it
 * is more than `most`: the rules are dearer to ask than the price. */
int64_t twin_price(struct twin *t, const struct node *n, int64_t most);
/* Would the decision's hours still hold this option, and the session one more? */
bool twin_admits(const struct twin *t, int option);
/* Tier 1 gained by serving a request by an option (positive = better). */
int64_t twin_rights_gain(const struct twin *t, int option);

void twin_insert(struct twin *t, int request, const struct held *how);
void twin_remove(struct twin *t, int request);

/* After removals with a travel matrix that breaks the triangle inequality two
 * neighbours may be too close: true if every escort's week is still lawful. */
bool twin_sound(const struct twin *t, int escort);

/* Do the hard rules about one escort's week allow it? */
bool week_lawful(const struct problem *p, const struct escort_week *w);

struct roster *twin_roster(struct arena *a, const struct twin *t);
/* Take over what is lawful of a roster, request by request. */
void twin_adopt(struct twin *t, const struct roster *r);
/* Of the requests that the twin does not serve, those that still fit. */
void twin_adopt_more(struct twin *t, const struct roster *r);

#endif
