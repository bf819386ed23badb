/* A week being solved: its best roster so far, what is proved of it, and what is left to
 * spend. Only the files that solve a week see this. */
#ifndef SOLVER_SOLVING_H
#define SOLVER_SOLVING_H

#include "solver/exact.h"
#include "solver/search.h"

struct solving {
    struct arena *arena;
    const struct problem *problem;
    const struct solve_options *options;
    struct net *net;
    struct search *search; /* holds the best roster */
    int64_t effort;        /* of the search, planned */
    int64_t proof_planned, proof_work; /* of proofs, and what is left of it */
    double began;
    uint64_t rounds; /* of the usual effort, after the first */
    double pause; /* the search is to end when so many seconds are gone; 0 = no such time */
    const char *phase;
    struct tier_result rights, rest;
    bool certifies;        /* are its prices asked for? */
    struct certificate *certificate; /* NULL as long as prices prove nothing */
    bool *gone; /* by node: in no roster better than the best in tier 2; NULL */
};

struct tier_result *result_of(struct solving *s, int tier);

/* ---- when to end --------------------------------------------------------- */

double seconds_gone(const struct solving *s);
bool interrupted(const struct solving *s);
bool out_of_time(const struct solving *s);
/* Near enough for the one who asked. */
bool settled(const struct solving *s, const struct tier_result *t);
bool worth_proving(const struct solving *s, const struct tier_result *t);
/* So much of the time that is left, if the clock counts at all. */
struct exact_limits limits_left(struct solving *s, int64_t *work, double share);

/* ---- what is known ------------------------------------------------------- */

void tell(const struct solving *s, const struct search *search);
/* Tells, and asks whether the search is to end. */
bool look_up(void *solving, const struct search *search);
void begin_phase(struct solving *s, const char *phase);
/* The values of the best roster. */
void take_values(struct solving *s);
/* A roster that may be better; NULL is fine. */
void improve(struct solving *s, const struct roster *better);
void take_bound(struct tier_result *t, int64_t bound);

#endif
