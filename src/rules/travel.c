/* TRAVEL. Minutes of travel between the visits of a working day, and from home and
 * back where the unit counts that. */
#include "rules/rule.h"

int64_t travel_of(const struct problem *p, const struct escort_week *w,
                  struct judgement *j)
{
    const struct escort *e = &p->escorts[w->escort];
    int64_t minutes = 0;
    (void)j;
    for (int first = 0; first < w->n;) {
        int end = working_day_end(w, first);
        for (int i = first + 1; i < end; i++)
            minutes += travel_between(p, &w->duties[i - 1], &w->duties[i]);
        if (p->rule.home_legs)
            minutes += travel_minutes(p, e->home, w->duties[first].from) +
                       travel_minutes(p, w->duties[end - 1].to, e->home);
        first = end;
    }
    return minutes * p->weight.travel_minute;
}

void check_travel(struct judgement *j)
{
    judge_each_escort(j, RULE_TRAVEL, travel_of);
}
