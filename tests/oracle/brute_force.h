/* The best roster by trying every one, with the judge as the only authority. */
#ifndef ORACLE_BRUTE_FORCE_H
#define ORACLE_BRUTE_FORCE_H

#include "ledsaga/rules.h"

enum { FRONT_MOST = 256 };

struct truth {
    int64_t rights, rest;   /* of the best lawful roster, tier by tier */
    /* The least of tier 2 for each value of tier 1 that buys any: no lawful roster is as
       good in one and better in the other. */
    int n_front;
    struct {
        int64_t rights, rest;
    } front[FRONT_MOST];
    bool binds[RULE_COUNT]; /* hard: without this one rule a better roster would
                               be there; soft: it costs points in the best */
    int64_t tried;
};

struct truth brute_force(const struct problem *p);

#endif
