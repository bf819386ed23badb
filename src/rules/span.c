/* SPAN. From the first start to the last end of an employee's working day is no
 * longer than the unit allows; long days with hours of waiting in the middle
 * (delade turer) are what staff leave for. A day over the border of two weeks is one
 * day. */
#include "rules/rule.h"

int64_t span_of(const struct problem *p, const struct escort_week *w,
                struct judgement *j)
{
    struct working_day day = {0};
    int64_t amount = 0;
    if (!escort_employed(&p->escorts[w->escort]))
        return 0;
    while (working_day_next(p, w, &day)) {
        int most = figures_on(p, week_day(&p->week, day.from))->span_minutes_max;
        int over = day.to - day.from - most;
        if (over <= 0)
            continue;
        struct breach b = breach_of(RULE_SPAN, over);
        b.escort = w->escort;
        b.from = day.from;
        b.to = day.to;
        b.limit = most;
        report_breach(j, b);
        amount += over;
    }
    return amount;
}

void check_span(struct judgement *j)
{
    judge_each_escort(j, RULE_SPAN, span_of);
}
