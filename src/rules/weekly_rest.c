/* WEEKLY_REST. An employee rests 36 hours on end in every period of seven days
 * (ATL 14 §); the seven days begin on Monday at the employee's day anchor. */
#include "rules/rule.h"

int64_t weekly_rest_of(const struct problem *p, const struct escort_week *w,
                       struct judgement *j)
{
    if (!escort_employed(&p->escorts[w->escort]))
        return 0;
    bool touched;
    struct span period = {w->border[1], w->border[1 + DAYS]};
    struct span rest = longest_rest(p, w, period, &touched);
    int missing = p->rule.weekly_rest_minutes - (rest.to - rest.from);
    if (!touched || missing <= 0)
        return 0;
    struct breach b = breach_of(RULE_WEEKLY_REST, missing);
    b.escort = w->escort;
    b.from = period.from;
    b.to = period.to;
    b.limit = p->rule.weekly_rest_minutes;
    report_breach(j, b);
    return missing;
}

void check_weekly_rest(struct judgement *j)
{
    judge_each_escort(j, RULE_WEEKLY_REST, weekly_rest_of);
}
