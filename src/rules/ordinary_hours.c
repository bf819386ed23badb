/* ORDINARY_HOURS. An employee's ordinary hours are at most 40 a week on average over
 * a reference period of at most four weeks (ATL 5 §). The period rolls: it is this
 * week and those before it. So this week may have what the weeks of the period that
 * have a roster leave of their 40 hours each; a week without one neither gives hours
 * nor takes any, or a new program would hand out a month of saved time. Overtime is
 * for what was not foreseen, so a roster plans as much as the unit says, by itself
 * none. */
#include "rules/rule.h"

int average_limit(const struct escort *e, int week_minutes, int weeks)
{
    const struct escort_past *past = &e->past;
    int limit = week_minutes;
    for (int k = 0; k < weeks - 1 && k < PAST_WEEKS; k++)
        if (past->known >> k & 1)
            limit += week_minutes - past->minutes[k];
    return limit;
}

int ordinary_limit(const struct problem *p, const struct escort *e)
{
    if (!escort_employed(e))
        return NONE;
    int limit = average_limit(e, p->rule.ordinary_minutes_week,
                              p->rule.ordinary_weeks) +
                p->rule.overtime_planned_minutes;
    return limit > 0 ? limit : 0;
}

int64_t ordinary_hours_of(const struct problem *p, const struct escort_week *w,
                          struct judgement *j)
{
    return over_week(p, w, RULE_ORDINARY_HOURS,
                     ordinary_limit(p, &p->escorts[w->escort]), j);
}

void check_ordinary_hours(struct judgement *j)
{
    judge_each_escort(j, RULE_ORDINARY_HOURS, ordinary_hours_of);
}
