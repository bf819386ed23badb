/* SOFT_REST. A contractor, too, should rest at night: between the last duty of one
 * working day and the first of the next there should be the unit's figure of hours. The
 * law on working hours does not bind them; this protects them by what it costs to plan
 * otherwise. A night at the border of two weeks counts if this week has one end of it. */
#include "rules/rule.h"

int soft_rest_points(const struct problem *p, const struct escort_week *w,
                     const struct duty *a, const struct duty *b)
{
    int need = figures_on(p, week_day(&p->week, a->start))->contractor_rest_minutes;
    return b->start - a->end < need && !same_working_day(w, a, b) ? p->weight.soft_rest
                                                                  : 0;
}

int64_t soft_rest_of(const struct problem *p, const struct escort_week *w,
                     struct judgement *j)
{
    const struct escort *e = &p->escorts[w->escort];
    struct work_walk walk = {0};
    struct duty before, d;
    int64_t points = 0;
    (void)j;
    if (w->n == 0 || w->n + e->n_outside < 2 || p->weight.soft_rest == 0 ||
        escort_employed(e) || !work_next(p, w, &walk, &before))
        return 0;
    while (work_next(p, w, &walk, &d)) {
        if (before.request != NONE || d.request != NONE)
            points += soft_rest_points(p, w, &before, &d);
        before = d;
    }
    return points;
}

void check_soft_rest(struct judgement *j)
{
    judge_each_escort(j, RULE_SOFT_REST, soft_rest_of);
}
