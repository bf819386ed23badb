/* The exact integer program of a week, tier by tier. models/roster.mod says the
 * same in MathProg with the same names; mathprog.c writes its data from this very
 * struct, so the two cannot drift apart in what they are about. */
#ifndef SOLVER_FORMULATION_H
#define SOLVER_FORMULATION_H

#include "solver/lp.h"
#include "solver/net.h"

/* x: this escort carries out this request by this option; or, from n_choices on, this
 * escort comes to this session (a staff choice). */
struct choice {
    int node;
    int staff; /* the staff choice that a session's participant needs, NONE */
    int points;   /* tier 2, all that is known of the choice alone */
    int face;     /* row of faces it opens, NONE */
    int flow;     /* row of flow days, NONE if no other request can share the day */
    int first_points, last_points; /* home legs when it opens or closes the day */
    bool may_be_first, may_be_last;
    int run_most; /* break: most minutes of a run before it, NONE = no run var */
};

/* y: a request of several escorts, or in step with another, uses this option. */
struct team_option {
    int option, points;
    int first_choice, n_choices;
};

/* An escort who may come to a session, and the choices of those who may then be with
 * them. It is choice n_choices + its row. */
struct staff {
    int session, escort; /* session: row of problem->sessions */
    int n_members;
    const int *members;
};

/* Two of a session's requests whose clients have not agreed to share an escort. */
struct refusal {
    int session, first, second;
};

struct flow_day {
    int escort, day;
    int first_choice, n_choices; /* in by_day */
    int limit;                   /* working minutes, NONE = cannot be exceeded */
};

struct arc {
    int from, to, flow; /* choices, flow day */
    int points;         /* travel */
    int paid;           /* travel that is working time */
    int run;            /* start to start, when less than a break lies between; NONE */
};

/* Somewhere in the period one of these windows is free. */
struct rest_period {
    int escort;
    struct span period;
    int n_windows;
    const struct span *windows;
    int n_choices;
    const int *choices; /* those that meet the period */
};

/* A daily and a weekly rest (rows of rests) whose windows may not overlap. */
struct rest_pair {
    int daily, weekly;
};

/* Points once if any of the choices is taken: work on a weekend, or any at all. */
struct worked {
    int escort, points;
    int n_choices;
    const int *choices; /* by number, so that those of one request lie together */
};

/* A night that may be too short for a contractor: each row of packs from `first` on is a
 * last choice and the first ones of the next day that come too soon after it, and may
 * be broken for points, once for the night. */
struct short_night {
    int points;
    int first, n; /* in soft_nights */
};

/* A contractor's clients who are new to them: any choice of a pair meets it, and each
 * pair over `room` costs points. */
struct newcomer {
    int client, n_choices;
    const int *choices; /* by request */
};
struct newcomers {
    int escort, room, points;
    int n;
    const struct newcomer *pairs;
};

/* What a contractor may do for one client in the month before it costs points. */
struct assignment {
    int client, escort, left, points;
    int n_choices;
    const int *choices;
};

/* At most one of: choices, choices that close their day, choices that open theirs. */
struct pack {
    int n_choices, n_last, n_first;
    const int *choices, *last, *first;
};

struct face {
    int client, escort, points;
};

struct shortage {
    int client, level;
    int over, points; /* each minute short beyond `over` */
    int asked; /* minutes the client asked for, less what is taken as given */
};

struct hours_row {
    int escort, contract, limit; /* NONE where there is none */
};

struct formulation {
    struct net *net;
    int tier;
    int n_choices, n_staff, n_refusals, n_stops, n_teams, n_flows, n_arcs, n_rests,
        n_rest_pairs, n_faces, n_shortages, n_hours, n_spans, n_nights, n_weekends,
        n_used, n_short_nights, n_soft_nights, n_newcomers, n_assignments;
    struct choice *choices;      /* [n_choices + n_staff] by request, option, escort; then staff */
    struct node *staff_nodes;    /* [n_staff] */
    struct staff *staff;
    struct refusal *refusals;
    const int *first;            /* [n_requests + 1] choices of a request */
    int *by_day; /* [n_stops] choices that take the escort's time, sorted by escort, day,
                    start: staff choices, but not the participants of sessions */
    const bool *team;            /* [n_requests] */
    const int *team_first;       /* [n_requests + 1] team options of a request */
    struct team_option *teams;
    struct flow_day *flows;
    struct arc *arcs;
    struct rest_period *rests;
    struct face *faces;
    struct shortage *shortages;
    struct hours_row *hours;
    struct pack *spans, *nights;
    struct rest_pair *rest_pairs;
    struct worked *weekends, *used;
    struct short_night *short_nights;
    struct pack *soft_nights;
    struct newcomers *newcomers;
    struct assignment *assignments;
};

/* Request, option, escort and times of a choice; of a staff choice any participant's. */
const struct node *formulation_node(const struct formulation *f, int choice);
/* Number of what takes the time: the request, or n_requests + the session. */
int formulation_task(const struct formulation *f, int choice);

/* For tier 1 or 2. most_arcs: give up (NULL) when more arcs than this would be
 * needed; 0 = no limit. */
struct formulation *formulation_new(struct arena *a, struct net *net, int tier,
                                    int64_t most_arcs);

/* The program of the formulation's tier (for 2: with tier 1 at rights_value at
 * most). The first columns are the choices, staff choices included. Free with lp_free. */
struct lp *formulation_lp(struct arena *a, const struct formulation *f,
                          int64_t rights_value, bool named);

/* The roster that a solution of the program says. */
struct roster *formulation_roster(struct arena *a, const struct formulation *f,
                                  const double *x);

#endif
