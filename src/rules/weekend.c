/* WEEKEND. Every other weekend is free, and weekends are shared fairly between
 * employees: a weekend's work costs the more, the more of the last twelve the escort
 * worked, and much more when it should have been the free one of weekend_period. It
 * costs once, however many visits it holds. */
#include "rules/rule.h"

enum { WEEKENDS_SHARED = 12 };

/* The last n weekends as bits of escort_past.weekends. */
static uint32_t last(int n)
{
    return (UINT32_C(1) << n) - 1;
}

static int count(uint32_t bits)
{
    int n = 0;
    for (; bits; bits &= bits - 1)
        n++;
    return n;
}

bool on_weekend(const struct problem *p, int start)
{
    int day = week_day(&p->week, start);
    return day == DAYS - 2 || day == DAYS - 1;
}

int weekend_points(const struct problem *p, int escort)
{
    const struct escort *e = &p->escorts[escort];
    uint32_t worked = e->past.weekends;
    if (!escort_employed(e))
        return 0;
    int points = p->weight.weekend_share * count(worked & last(WEEKENDS_SHARED));
    int period = p->rule.weekend_period;
    if (period >= 2 && (worked & last(period - 1)) == last(period - 1))
        points += p->weight.weekend_again;
    return points;
}

int64_t weekend_of(const struct problem *p, const struct escort_week *w,
                   struct judgement *j)
{
    (void)j;
    for (int i = w->n - 1; i >= 0; i--)
        if (on_weekend(p, w->duties[i].start))
            return weekend_points(p, w->escort);
    return 0;
}

void check_weekend(struct judgement *j)
{
    judge_each_escort(j, RULE_WEEKEND, weekend_of);
}
