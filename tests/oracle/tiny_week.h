/* Random weeks small enough to enumerate, drawn so that every rule binds in some
 * of them. */
#ifndef ORACLE_TINY_WEEK_H
#define ORACLE_TINY_WEEK_H

#include "ledsaga/roster.h"

const struct problem *tiny_week(struct arena *a, uint64_t seed);
/* With more requests: small enough for one escort's weeks only. */
const struct problem *busy_week(struct arena *a, uint64_t seed);
/* For the same: with many starts of each request; with work on every day, so that the
 * weekly rest is hard to find. */
const struct problem *wide_week(struct arena *a, uint64_t seed);
const struct problem *restless_week(struct arena *a, uint64_t seed);

/* The tiny week once this roster of it was given out, at some minute of it: who is away
 * from then on. */
struct begun {
    const struct roster *told;
    int now, freeze;
    int away; /* escort, or NONE */
    struct span span;
};
const struct problem *begun_week(struct arena *a, uint64_t seed, const struct begun *what);

#endif
