/* What one escort can do in a week, laid out for pricing: stops in time order, with all
 * that a week plan's cost and lawfulness depend on as small integers. */
#ifndef SOLVER_TRACK_H
#define SOLVER_TRACK_H

#include "solver/net.h"

/* An outing by one option, or being with one client at a session. The clients an escort
 * has at a session follow each other in the order of their stops, in no time. */
struct stop {
    int node;    /* of the net */
    int session; /* 1 + row, 0 = an outing */
    int start, end, day;
    int from, to;                  /* places */
    int wait_before, wait_after;   /* rides */
    int64_t points;                /* tier 2: the escort's own; the option's, faces and what
                                      lies between stops apart */
    int coming_points;             /* those of them that a session costs once, not per client */
    int first_points, last_points; /* when it opens or closes a working day */
    bool may_be_first, may_be_last;
    int task, client; /* numbers within the track */
    bool newcomer;    /* counts against a contractor's clients */
    bool weekend;
};

struct track {
    const struct problem *problem;
    int escort, tier;
    bool employed;
    const struct escort_week *week; /* empty: borders */
    int n_stops;
    struct stop *stops;        /* by day, then start, then node */
    int day_first[BORDERS + 1]; /* stops of working day k: [day_first[k], day_first[k + 1]) */
    int n_tasks;               /* requests; two in step by different escorts are one */
    int n_clients;
    int *face;                 /* [n_clients] points of meeting */
    int contract;      /* minutes; NONE */
    int limit;         /* working minutes of the week that can bind; NONE */
    int room;          /* clients a contractor may meet anew without points; NONE */
    int weekend_points;
    int empty_points;  /* tier 2 of a week without work */
    int start_points;  /* tier 2 of working at all */
    bool counts_minutes; /* do the week's minutes matter? */
    bool counts_day, counts_span, counts_break, counts_rest, counts_week_rest;
    int longest_travel; /* minutes, between any two stops */
    bool *mattered;    /* [n_tasks + n_clients] pricing's own, from one time to the next; NULL */
    int64_t *tolls, *shares; /* [n_tasks] the same, in use ... */
    bool *tolled;            /* ... if the escort has ever needed them */
    bool metric;       /* no detour is shorter than the way itself */
    bool needs_company; /* some stop may not open or close a day */
};

/* The tracks of all escorts for a tier: [n_escorts]. */
struct track *tracks_new(struct arena *a, struct net *net, int tier);
/* Minutes from the end of a to the start of b that the escort needs at least. */
int stop_gap(const struct track *t, const struct stop *a, const struct stop *b);
int stop_travel(const struct track *t, const struct stop *a, const struct stop *b);

#endif
