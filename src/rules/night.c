/* NIGHT. No work in the core of the night (ATL 13 §: the daily rest should hold the
 * hours from midnight to five). Points for each minute of an employee's work in it, by
 * the clock of the night in question: the night that summer time begins is an hour
 * shorter. */
#include "rules/rule.h"

/* Almost every day is as long as its clock says; only the day of a change of the
 * clocks needs the zone. */
static int clock_minute(const struct week *w, int day, int clock)
{
    bool plain = day >= 0 && day < DAYS && clock <= DAY &&
                 w->day_start[day + 1] - w->day_start[day] == DAY;
    return plain ? w->day_start[day] + clock : week_minute_of_day(w, day, clock);
}

static int overlap(struct span s, const struct duty *d)
{
    int from = s.from > d->start ? s.from : d->start;
    int to = s.to < d->end ? s.to : d->end;
    return to > from ? to - from : 0;
}

int night_points(const struct problem *p, int escort, const struct duty *d)
{
    const struct week *w = &p->week;
    if (p->weight.night_minute == 0 || !escort_employed(&p->escorts[escort]))
        return 0;
    int day = week_day(w, d->start), minutes = 0;
    const struct rule_figures *f = figures_on(p, day);
    int from = f->night_from, to = f->night_to;
    if (to < from) { /* over midnight: the night before may still last */
        to += DAY;
        day--;
    }
    for (int begin; (begin = clock_minute(w, day, from)) < d->end; day++)
        minutes += overlap((struct span){begin, clock_minute(w, day, to)}, d);
    return minutes * p->weight.night_minute;
}

int64_t night_of(const struct problem *p, const struct escort_week *w,
                 struct judgement *j)
{
    (void)j;
    return sum_of_duties(p, w, night_points);
}

void check_night(struct judgement *j)
{
    judge_each_escort(j, RULE_NIGHT, night_of);
}
