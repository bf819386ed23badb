/* A week that was given out and in which something happened: first rights, then the
 * fewest people told something new, weighted by notice (CHANGE), then all the rest. */
#ifndef LEDSAGA_REPLAN_H
#define LEDSAGA_REPLAN_H

#include "ledsaga/solver.h"

struct replanned {
    const struct roster *roster; /* judged: no breach */
    const struct verdict *verdict;
    struct tier_result rights;
    struct tier_result told; /* points of CHANGE; bound: with rights at their value */
    bool as_delivered;       /* ... no: of rosters that deliver as much of each request */
    struct tier_result rest; /* tier 2 as it is; bound: with rights and told at theirs */
    enum outcome outcome;
    int64_t work;
};

/* A week too large to be proved as a whole is mended where it was touched: all else stays as
 * it was given out, though a longer search might serve more.
 * The problem says what was published and what day it is. start: the roster that was given
 * out, or what is left of it; its unlawful visits are left out. Of the options seconds is
 * for all of it. Faults: LP. */
enum status replan(struct arena *a, const struct problem *p,
                   const struct solve_options *options, const struct roster *start,
                   const struct replanned **out, struct faults *f);

#endif
