/* The best roster by trying every one, with the judge as the only authority. */
#ifndef ORACLE_BRUTE_FORCE_H
#define ORACLE_BRUTE_FORCE_H

#include "ledsaga/rules.h"

struct truth {
    int64_t rights, rest;   /* of the best lawful roster, tier by tier */
    bool binds[RULE_COUNT]; /* hard: without this one rule a better roster would
                               be there; soft: it costs points in the best */
    int64_t tried;
};

struct truth brute_force(const struct problem *p);

#endif
