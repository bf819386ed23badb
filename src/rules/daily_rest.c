/* DAILY_REST. An employee rests 11 hours on end in every 24-hour period (ATL 13 §).
 * Since 2023-10-01 the period begins at the employee's own day anchor
 * (AB, brytpunkt). A period counts when this week's work meets it, with what is known
 * of work in the weeks beside it. */
#include "rules/rule.h"

int64_t daily_rest_of(const struct problem *p, const struct escort_week *w,
                      struct judgement *j)
{
    int64_t amount = 0;
    if (!escort_employed(&p->escorts[w->escort]))
        return 0;
    for (int k = 0; k + 1 < BORDERS; k++) {
        bool touched;
        struct span period = {w->border[k], w->border[k + 1]};
        struct span rest = longest_rest(p, w, period, &touched);
        int required = figures_on(p, k - 1)->daily_rest_minutes;
        int missing = required - (rest.to - rest.from);
        if (!touched || missing <= 0)
            continue;
        struct breach b = breach_of(RULE_DAILY_REST, missing);
        b.escort = w->escort;
        b.from = period.from;
        b.to = period.to;
        b.limit = required;
        report_breach(j, b);
        amount += missing;
    }
    return amount;
}

void check_daily_rest(struct judgement *j)
{
    judge_each_escort(j, RULE_DAILY_REST, daily_rest_of);
}
