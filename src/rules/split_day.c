/* SPLIT_DAY. An employee's day is not split by a long pause (delad tur): hours that
 * are neither work nor free. Travel to the next visit is not pause, and the night's own
 * rest, which a day anchor at noon has in its middle, splits nothing. */
#include "rules/rule.h"

int split_points(const struct problem *p, int escort, const struct duty *a,
                 const struct duty *b)
{
    if (p->weight.split_day == 0 || !escort_employed(&p->escorts[escort]))
        return 0;
    int pause = b->start - a->end - travel_between(p, a, b);
    const struct rule_figures *f = figures_on(p, week_day(&p->week, a->start));
    return pause > f->split_gap_minutes && pause < f->daily_rest_minutes
               ? p->weight.split_day
               : 0;
}

int64_t split_day_of(const struct problem *p, const struct escort_week *w,
                     struct judgement *j)
{
    int64_t points = 0;
    (void)j;
    if (p->weight.split_day == 0 || !escort_employed(&p->escorts[w->escort]))
        return 0;
    for (int first = 0; first < w->n;) {
        int end = working_day_end(w, first);
        for (int i = first + 1; i < end; i++)
            points +=
                split_points(p, w->escort, &w->duties[i - 1], &w->duties[i]);
        first = end;
    }
    return points;
}

void check_split_day(struct judgement *j)
{
    judge_each_escort(j, RULE_SPLIT_DAY, split_day_of);
}
