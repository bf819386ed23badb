/* Random weeks small enough to enumerate, drawn so that every rule binds in some
 * of them. */
#ifndef ORACLE_TINY_WEEK_H
#define ORACLE_TINY_WEEK_H

#include "ledsaga/problem.h"

const struct problem *tiny_week(struct arena *a, uint64_t seed);
/* With more requests: small enough for one escort's weeks only. */
const struct problem *busy_week(struct arena *a, uint64_t seed);
/* For the same: with many starts of each request; with work on every day, so that the
 * weekly rest is hard to find. */
const struct problem *wide_week(struct arena *a, uint64_t seed);
const struct problem *restless_week(struct arena *a, uint64_t seed);

#endif
