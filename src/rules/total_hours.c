/* TOTAL_HOURS. All working time of an employee, overtime too, is at most 48 hours a
 * week on average over four months (ATL 10 b §; 2003/88/EC art. 6), counted like
 * ORDINARY_HOURS over the weeks that have a roster. Over weeks of six working days it
 * is also what keeps a night worker to 8 hours a day on average (ATL 13 a §; art. 8). */
#include "rules/rule.h"

int total_limit(const struct problem *p, const struct escort *e)
{
    if (!escort_employed(e))
        return NONE;
    int limit = average_limit(e, p->rule.total_minutes_week, p->rule.total_weeks);
    return limit > 0 ? limit : 0;
}

int64_t total_hours_of(const struct problem *p, const struct escort_week *w,
                       struct judgement *j)
{
    return over_week(p, w, RULE_TOTAL_HOURS, total_limit(p, &p->escorts[w->escort]), j);
}

void check_total_hours(struct judgement *j)
{
    judge_each_escort(j, RULE_TOTAL_HOURS, total_hours_of);
}
