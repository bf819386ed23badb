/* The restricted master program: a mix of week plans for each escort, and of options for
 * each team, under everything that couples them. */
#ifndef SOLVER_MASTER_H
#define SOLVER_MASTER_H

#include "solver/charge.h"
#include "solver/live.h"
#include "solver/plan.h"

struct column {
    int plan;             /* row of master.plans; NONE */
    int option, option_2; /* a team's, or both of a pair in step; NONE */
};

struct master {
    struct arena *arena;
    struct net *net;
    int tier;
    struct live *lp;
    int n_plans, room_plans;
    struct plan *plans;
    int *plan_before, *last_plan;     /* of the same escort: by plan, by escort; NONE */
    int n_columns, room_columns;
    struct column *columns;           /* by column of the program */
    int *row_escort, *row_request, *row_team, *row_grant, *row_session, *row_shortage;
    int excess;                       /* column: rights beyond their value, for a dive; NONE */
    int row_rights;                   /* by what they are of; NONE = cannot bind */
    int *absent;                      /* by request: column for what is to be served and is
                                         not yet, at a price; NONE */
    const signed char *served;        /* of the case in hand, as in the net; NULL */
    int n_members, room_members;
    struct member_price *members;     /* option and escort of each such row, in their order */
    int *row_member, room_row_member;
    double *coefficient;              /* scratch, by row */
    int *touched;
    int room_rows;
};

/* Empty weeks and all options of teams are in it; nothing is served. rights_value: tier 2. */
struct master *master_new(struct arena *a, struct net *net, int tier, int64_t rights_value);
void master_free(struct master *m); /* the program; the rest is the arena's */

/* False if it was there already. The nodes are copied. */
bool master_add(struct master *m, const struct plan *plan);
/* May tier 1 be worse than its value, at so many points of tier 2 for each of its own? */
void master_allow_excess(struct master *m, bool allowed, int points);
/* Teams' members come only if their option is used: rows that the last solution breaks.
 * Returns how many were added. */
int master_cut(struct master *m);
/* Prices from the duals of the last solution, rounded so as to be sound; owned by a. */
struct prices *master_prices(struct arena *a, const struct master *m);
/* What a plan of the escort must be cheaper than. */
int64_t master_worth(const struct master *m, int escort);
/* Points of the last solution; the constant of tier 1 apart. */
double master_value(const struct master *m);
/* How much there is of a column in the last solution. */
double master_share(const struct master *m, int column);
/* A column is to be taken whole (1), left out (0), or free again (-1). */
void master_hold(struct master *m, int column, int share);
/* A case of branch and price: what is to be served and what is not, and which nodes no
 * plan may contain. All columns are held or freed by it. Both are kept, not copied. */
void master_take_case(struct master *m, const signed char *served, const bool *shut);
/* True if the last solution leaves undone a part of what is to be served: that is much
 * dearer then, until the next case. */
bool master_raise_absent(struct master *m);

#endif
