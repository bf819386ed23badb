/* WORKING_DAY. An employee's working time in a working day, travel between visits
 * included where the unit counts it, is no longer than the unit allows. A day that
 * lies over the border of two weeks is one day: what the other week has of it counts
 * when this week's work begins in it too. */
#include "rules/rule.h"

int64_t working_day_rule_of(const struct problem *p,
                            const struct escort_week *w, struct judgement *j)
{
    struct working_day day = {0};
    int64_t amount = 0;
    if (!escort_employed(&p->escorts[w->escort]))
        return 0;
    while (working_day_next(p, w, &day)) {
        int most = figures_on(p, week_day(&p->week, day.from))->day_minutes_max;
        int over = day.minutes - most;
        if (over <= 0)
            continue;
        struct breach b = breach_of(RULE_WORKING_DAY, over);
        b.escort = w->escort;
        b.from = day.from;
        b.to = day.to;
        b.limit = most;
        report_breach(j, b);
        amount += over;
    }
    return amount;
}

void check_working_day(struct judgement *j)
{
    judge_each_escort(j, RULE_WORKING_DAY, working_day_rule_of);
}
