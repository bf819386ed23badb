/* WORKING_DAY. An employee's working time in a working day, travel between visits
 * included where the unit counts it, is no longer than the unit allows. */
#include "rules/rule.h"

int64_t working_day_rule_of(const struct problem *p,
                            const struct escort_week *w, struct judgement *j)
{
    const struct escort *e = &p->escorts[w->escort];
    int64_t amount = 0;
    if (!escort_employed(e))
        return 0;
    for (int first = 0; first < w->n;) {
        int end = working_day_end(w, first);
        struct escort_week day = *w;
        day.duties += first;
        day.n = end - first;
        int over = working_minutes(p, &day) - p->rule.day_minutes_max;
        if (over > 0) {
            struct breach b = breach_of(RULE_WORKING_DAY, over);
            b.escort = w->escort;
            b.from = w->duties[first].start;
            b.to = w->duties[end - 1].end;
            b.limit = p->rule.day_minutes_max;
            report_breach(j, b);
            amount += over;
        }
        first = end;
    }
    return amount;
}

void check_working_day(struct judgement *j)
{
    judge_each_escort(j, RULE_WORKING_DAY, working_day_rule_of);
}
