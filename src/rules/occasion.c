/* OCCASION. A contractor's outing is no longer than the assignment allows (Halmstad:
 * at most 8 hours on one occasion). A session is an occasion like another. */
#include "rules/rule.h"

static int longest_occasion(const struct problem *p, int start)
{
    return figures_on(p, week_day(&p->week, start))->contractor_occasion_minutes;
}

bool occasion_kept(const struct problem *p, int start, int minutes, int escort)
{
    return escort_employed(&p->escorts[escort]) ||
           minutes <= longest_occasion(p, start);
}

void check_occasion(struct judgement *j)
{
    for (int r = 0; r < j->problem->n_requests; r++) {
        const struct visit *v = &j->roster->visits[r];
        for (int i = 0; i < v->n_escorts; i++) {
            if (j->problem->requests[r].held ||
                occasion_kept(j->problem, v->start, v->minutes, v->escorts[i]))
                continue;
            struct breach b = visit_breach(j, RULE_OCCASION, r);
            b.escort = v->escorts[i];
            b.limit = longest_occasion(j->problem, v->start);
            b.amount = v->minutes - b.limit;
            report_breach(j, b);
        }
    }
}
