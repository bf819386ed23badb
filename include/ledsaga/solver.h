/* From a problem to a roster with, per tier, its value and a proved bound. */
#ifndef LEDSAGA_SOLVER_H
#define LEDSAGA_SOLVER_H

#include "ledsaga/certificate.h"
#include "ledsaga/rules.h"

enum outcome { OUTCOME_OPTIMAL, OUTCOME_FEASIBLE, OUTCOME_INTERRUPTED };
const char *outcome_word(enum outcome o);

struct tier_result {
    int64_t value;
    int64_t bound; /* no lawful roster is below it (tier 2: none with tier 1 at its value; of a
                      week in parts: none with tier 1 of every part at its value) */
};

/* What the solver tells while it works. */
struct progress {
    const char *phase; /* a gettext key, such as "search" or "prices of rights" */
    struct tier_result rights, rest;
    int served, requests;
    double seconds; /* for people; never enters a result */
    double share;   /* of the effort, 0..1 */
};

struct solve_options {
    uint64_t seed;
    int64_t effort;  /* work units for the search; 0 = by size */
    double seconds;  /* cap; 0 = none */
    bool near;       /* the start is much as the best there is, so that little is searched and
                        the effort goes into proofs; only where `effort` is 0 */
    bool prove;      /* look for bounds too, not only for rosters */
    double gap;      /* enough when each tier is proved within this share of its value */
    int threads;     /* 1 or 2; the result is the same */
    const struct certificate *prices; /* of an earlier roster of much the same week, to
                                         begin from; NULL */
    void (*tell)(void *listener, const struct progress *now); /* may be NULL */
    void *listener;
    const volatile int *stop; /* set to nonzero from a signal handler; may be NULL */
};

struct solution {
    const struct roster *roster; /* judged: no breach */
    const struct verdict *verdict;
    enum outcome outcome;
    struct tier_result rights, rest;
    const struct certificate *certificate; /* NULL when nothing was proved by prices; its
                                              bounds are at most those of the tiers */
    int64_t effort; /* work units planned for the search: give it again for the same bytes */
    int64_t work;   /* units spent, search and proofs together */
};

/* Never returns a roster with a breach. start may be NULL or a roster to begin
 * from (its unlawful visits are left out). Faults: LP. */
enum status solve(struct arena *a, const struct problem *p,
                  const struct solve_options *options,
                  const struct roster *start, const struct solution **out,
                  struct faults *f);

/* How the integer program keeps a rule, for people: by the names of models/roster.mod,
 * and in words where the names do not say it. Every rule has a row. */
struct carried {
    const char *names; /* families of roster.mod, separated by spaces; "" = none */
    const char *how;   /* gettext key */
};
extern const struct carried RULE_CARRIED[];

enum program_format { PROGRAM_MATHPROG, PROGRAM_MPS };

/* Write the exact integer program of a tier (1 or 2) to a file: MathProg data for
 * models/roster.mod, or free MPS. rights_value is the value of tier 1 that tier 2 must
 * keep; ignored for tier 1. Atomic. */
enum status program_write(const struct problem *p, enum program_format format,
                          int tier, int64_t rights_value, const char *path,
                          struct faults *f);

#endif
