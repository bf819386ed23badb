/* EVENING. Evenings are shared fairly between employees: a visit that ends after the
 * evening has begun costs the more, the more evenings than their colleagues the escort
 * worked in the last four weeks. Who has had fewer than the mean works one for
 * nothing. */
#include "rules/rule.h"

/* Points of an evening. */
static int share(const struct problem *p, int escort)
{
    const struct escort *e = &p->escorts[escort];
    int over = (int)e->past.evenings - p->evenings_mean;
    return escort_employed(e) && over > 0 ? over * p->weight.evening_share : 0;
}

int evening_points(const struct problem *p, int escort, const struct duty *d)
{
    int points = share(p, escort);
    if (points == 0)
        return 0;
    int day = week_day(&p->week, d->start);
    int from =
        week_minute_of_day(&p->week, day, figures_on(p, day)->evening_from);
    return d->end > from ? points : 0;
}

int64_t evening_of(const struct problem *p, const struct escort_week *w,
                   struct judgement *j)
{
    (void)j;
    return sum_of_duties(p, w, evening_points);
}

void check_evening(struct judgement *j)
{
    judge_each_escort(j, RULE_EVENING, evening_of);
}
