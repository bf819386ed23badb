/* WEEK_MAX. Nobody works more in a week than the law, the contract or they
 * themselves allow (ATL 5 §: 40 hours of ordinary time; a contractor's own
 * figure). */
#include "rules/rule.h"

int week_limit(const struct problem *p, const struct escort *e)
{
    int limit = escort_employed(e) ? p->rule.week_minutes_max : NONE;
    if (e->max_minutes != NONE && (limit == NONE || e->max_minutes < limit))
        limit = e->max_minutes;
    return limit;
}

int64_t week_max_of(const struct problem *p, const struct escort_week *w,
                    struct judgement *j)
{
    int limit = week_limit(p, &p->escorts[w->escort]);
    if (limit == NONE)
        return 0;
    int over = working_minutes(p, w) - limit;
    if (over <= 0)
        return 0;
    struct breach b = breach_of(RULE_WEEK_MAX, over);
    b.escort = w->escort;
    b.from = 0;
    b.to = week_length(&p->week);
    b.limit = limit;
    report_breach(j, b);
    return over;
}

void check_week_max(struct judgement *j)
{
    judge_each_escort(j, RULE_WEEK_MAX, week_max_of);
}
