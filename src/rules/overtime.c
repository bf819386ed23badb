/* OVERTIME. Overtime, and a part-timer's additional time (mertid), stay within the
 * caps: 48 hours in four weeks and 200 in a calendar year (ATL 8, 10 §§). What a week
 * has over full time or over the contract counts. A week's full time itself is never
 * forbidden here, however much was worked before. */
#include "rules/rule.h"

int full_week(const struct problem *p, const struct escort *e)
{
    int full = p->rule.ordinary_minutes_week;
    return e->contract_minutes != NONE && e->contract_minutes < full
               ? e->contract_minutes
               : full;
}

/* Over full weeks in the three weeks before. */
static int additional_lately(const struct escort *e, int full)
{
    int minutes = 0;
    for (int k = 0; k < 3; k++)
        if (e->past.known >> k & 1 && e->past.minutes[k] > full)
            minutes += e->past.minutes[k] - full;
    return minutes;
}

int overtime_limit(const struct problem *p, const struct escort *e)
{
    if (!escort_employed(e))
        return NONE;
    int full = full_week(p, e);
    int left = p->rule.overtime_minutes_4w - additional_lately(e, full);
    int left_of_year = p->rule.overtime_minutes_year - e->past.additional_year;
    if (left_of_year < left)
        left = left_of_year;
    return left > 0 ? full + left : full;
}

int64_t overtime_of(const struct problem *p, const struct escort_week *w,
                    struct judgement *j)
{
    return over_week(p, w, RULE_OVERTIME, overtime_limit(p, &p->escorts[w->escort]), j);
}

void check_overtime(struct judgement *j)
{
    judge_each_escort(j, RULE_OVERTIME, overtime_of);
}
