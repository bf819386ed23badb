/* BREAK. An employee has a break after at most 5 hours of work (ATL 15 §). A
 * stretch of work is a chain of visits of one working day with less than a break
 * between them, travel taken off. One long outing on its own may have its meal on
 * duty instead (ATL 16 §): the escort cannot leave the client. */
#include "rules/rule.h"

static bool pause_between(const struct problem *p, const struct duty *a,
                          const struct duty *b)
{
    return b->start - a->end - travel_between(p, a, b) >= p->rule.break_minutes;
}

int64_t break_of(const struct problem *p, const struct escort_week *w,
                 struct judgement *j)
{
    int64_t amount = 0;
    if (!escort_employed(&p->escorts[w->escort]))
        return 0;
    for (int first = 0; first < w->n;) {
        int day_end = working_day_end(w, first), end = first + 1;
        while (end < day_end &&
               !pause_between(p, &w->duties[end - 1], &w->duties[end]))
            end++;
        int over = w->duties[end - 1].end - w->duties[first].start -
                   p->rule.break_after_minutes;
        if (over > 0 && (end - first > 1 || !p->rule.on_duty_meal)) {
            struct breach b = breach_of(RULE_BREAK, over);
            b.escort = w->escort;
            b.from = w->duties[first].start;
            b.to = w->duties[end - 1].end;
            b.limit = p->rule.break_after_minutes;
            report_breach(j, b);
            amount += over;
        }
        first = end;
    }
    return amount;
}

void check_rest_break(struct judgement *j)
{
    judge_each_escort(j, RULE_BREAK, break_of);
}
