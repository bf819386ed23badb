/* Weeks, months and quarters of the calendar. */
#ifndef MEASURE_PERIOD_H
#define MEASURE_PERIOD_H

#include "ledsaga/measure.h"

/* The period of this kind that holds a day, by the day itself and not by its week. */
struct period period_of_day(enum period_kind kind, int64_t day);
bool period_holds_day(const struct period *p, int64_t day);
/* The same day of the month so many months on, or that month's last day where it has
 * no such day. */
int64_t months_after(int64_t day, int months);

#endif
