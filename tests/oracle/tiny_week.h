/* Random weeks small enough to enumerate, drawn so that every rule binds in some
 * of them. */
#ifndef ORACLE_TINY_WEEK_H
#define ORACLE_TINY_WEEK_H

#include "ledsaga/problem.h"

const struct problem *tiny_week(struct arena *a, uint64_t seed);
/* With more requests: small enough for one escort's weeks only. */
const struct problem *busy_week(struct arena *a, uint64_t seed);

#endif
