/* Column generation: a proved bound for a tier, and plans worth combining. */
#ifndef SOLVER_COLGEN_H
#define SOLVER_COLGEN_H

#include "solver/exact.h"
#include "solver/master.h"
#include "solver/pricing.h"

struct colgen {
    struct arena *arena;
    struct net *net, case_net;      /* the net, or the one of the case in hand */
    int tier, threads;
    int64_t rights_value;
    struct track *tracks;           /* by escort */
    struct pricing *workers[2];
    struct arena *arenas[2], *best_arena; /* of the workers; of the best prices */
    struct master *master;
    struct prices *best;            /* those that prove `bound`; NULL */
    int64_t bound;                  /* 1 / PRICE_SCALE points; INT64_MIN */
    int64_t *least;                 /* by escort, at the best prices */
    uint64_t *asked;                /* by escort: the charges last asked exactly, as a number */
    int64_t *answered;              /* by escort: what the least was then */
    bool fresh;                     /* a case in which nothing has been proved yet */
    const bool *settled;            /* by escort: needs no new plans; NULL = none */
    bool converged;                 /* no week of work improves the mix any more */
    int64_t work;                   /* labels made */
    void (*tell)(void *listener, const struct colgen *g); /* of better bounds; may be NULL */
    void *listener;
};

struct colgen *colgen_new(struct arena *a, struct net *net, int tier, int64_t rights_value,
                          int threads);
void colgen_free(struct colgen *g);
/* Weeks of a roster as plans. */
void colgen_add_roster(struct colgen *g, const struct roster *r);
/* Begin from the prices of another roster of much the same week. */
void colgen_begin_from(struct colgen *g, const struct prices *x);
/* Go on until converged, the bound reaches `enough` points, or a limit; with CARE_QUICK
 * until quick labels find few plans, which proves nothing. */
enum status colgen_run(struct colgen *g, enum care most, int64_t enough,
                       const struct exact_limits *limits, struct faults *f);
/* The steps of it: solve the master; price every escort at so many per cent of the best
 * prices and the rest of the master's, and return how many plans were taken up. */
enum status colgen_solve(struct colgen *g, bool dual, const struct exact_limits *limits,
                         bool *optimal, struct faults *f);
int colgen_price(struct colgen *g, enum care care, int percent,
                 const struct exact_limits *limits);
/* Which nodes can be in no roster with less than `value` points, by the best prices: set
 * in gone[n_nodes]; returns how many. */
int colgen_rule_out(struct colgen *g, int64_t value, bool *gone);
/* Go over to a case of branch and price (served, shut: as in the net, kept; both NULL =
 * none): nothing is proved of it yet. */
void colgen_take_case(struct colgen *g, const signed char *served, const bool *shut);
/* The bound in whole points. */
int64_t colgen_points(const struct colgen *g);

#endif
