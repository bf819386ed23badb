/* WEEK_MAX. Nobody works more in a week than the unit or they themselves allow: an
 * employee no more than the unit's figure, and nobody more than their own. */
#include "rules/rule.h"

int week_max_limit(const struct problem *p, const struct escort *e)
{
    int limit = escort_employed(e) ? p->rule.week_minutes_max : NONE;
    if (e->max_minutes != NONE && (limit == NONE || e->max_minutes < limit))
        limit = e->max_minutes;
    return limit;
}

int week_limit(const struct problem *p, const struct escort *e)
{
    const int limits[] = {week_max_limit(p, e), ordinary_limit(p, e),
                          overtime_limit(p, e), total_limit(p, e)};
    int least = NONE;
    for (size_t i = 0; i < sizeof limits / sizeof *limits; i++)
        if (limits[i] != NONE && (least == NONE || limits[i] < least))
            least = limits[i];
    return least;
}

int64_t over_week(const struct problem *p, const struct escort_week *w,
                  enum rule rule, int limit, struct judgement *j)
{
    int over = limit == NONE ? 0 : working_minutes(p, w) - limit;
    if (over <= 0)
        return 0;
    struct breach b = breach_of(rule, over);
    b.escort = w->escort;
    b.from = 0;
    b.to = week_length(&p->week);
    b.limit = limit;
    report_breach(j, b);
    return over;
}

int64_t week_max_of(const struct problem *p, const struct escort_week *w,
                    struct judgement *j)
{
    return over_week(p, w, RULE_WEEK_MAX, week_max_limit(p, &p->escorts[w->escort]), j);
}

void check_week_max(struct judgement *j)
{
    judge_each_escort(j, RULE_WEEK_MAX, week_max_of);
}
