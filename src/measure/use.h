/* What visits took of decisions, by the day. */
#ifndef MEASURE_USE_H
#define MEASURE_USE_H

#include "ledsaga/measure.h"

struct use {
    int decision;
    int64_t day;
    int minutes;
};

struct uses {
    const int *first; /* [n_decisions + 1] rows of `at` where each decision's begin */
    const struct use *at; /* by decision, then as the weeks come */
};

struct uses uses_of(struct arena *a, const struct measured *m);
/* Minutes on the days from .. to, both counted. */
int uses_between(const struct uses *u, int decision, int64_t from, int64_t to);
/* The first day of use on or after `from` and before `before`; 0 if there is none. */
int64_t uses_first_day(const struct uses *u, int decision, int64_t from, int64_t before);

#endif
