/* SPAN. From the first start to the last end of an employee's working day is no
 * longer than the unit allows; long days with hours of waiting in the middle
 * (delade turer) are what staff leave for. */
#include "rules/rule.h"

int64_t span_of(const struct problem *p, const struct escort_week *w,
                struct judgement *j)
{
    int64_t amount = 0;
    if (!escort_employed(&p->escorts[w->escort]))
        return 0;
    for (int first = 0; first < w->n;) {
        int end = working_day_end(w, first), last_end = 0;
        for (int i = first; i < end; i++)
            if (w->duties[i].end > last_end)
                last_end = w->duties[i].end;
        int over =
            last_end - w->duties[first].start - p->rule.span_minutes_max;
        if (over > 0) {
            struct breach b = breach_of(RULE_SPAN, over);
            b.escort = w->escort;
            b.from = w->duties[first].start;
            b.to = last_end;
            b.limit = p->rule.span_minutes_max;
            report_breach(j, b);
            amount += over;
        }
        first = end;
    }
    return amount;
}

void check_span(struct judgement *j)
{
    judge_each_escort(j, RULE_SPAN, span_of);
}
