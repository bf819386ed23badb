/* The weeks that are measured, and what is asked of them everywhere. */
#ifndef MEASURE_MEASURED_H
#define MEASURE_MEASURED_H

#include "ledsaga/measure.h"

/* At least one week, all with the same clients, escorts and decisions in the same
 * order: an index means the same in each of them. */
bool measured_alike(const struct measured *m);
/* Clients, escorts and decisions are read from the last week. */
const struct problem *measured_unit(const struct measured *m);
/* The first day that the weeks cover. */
int64_t measured_from(const struct measured *m);
/* A week that holds this day is among the measured. */
bool measured_day(const struct measured *m, int64_t day);
/* The week is one of the period's, not only one that its history needs. */
bool week_counts(const struct measured *m, const struct week_result *w);
/* Weeks of the period. */
int weeks_counted(const struct measured *m);
/* Date on which a visit begins. */
int64_t visit_day(const struct problem *p, const struct visit *v);
bool visit_has(const struct visit *v, int escort);
/* It is the very visit that was given out: same time, same length, same escorts. */
bool visit_as_told(const struct request *q, const struct visit *v);
/* Place of the lowest tenth among n > 0 values in rising order (nearest rank). */
int lowest_tenth(int n);

#endif
