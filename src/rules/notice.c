/* NOTICE. Employees are told their roster two weeks before, less only where the nature
 * of the work or what could not be foreseen demands it (ATL 12 §): what was not
 * foreseen is a person's to judge, so this warns. Once a roster is given out, changes to
 * it are CHANGE's. One warning for each employee, from their first such visit on. */
#include "rules/rule.h"

static bool too_late(const struct problem *p, int start, int *limit)
{
    int day = week_day(&p->week, start);
    *limit = figures_on(p, day)->notice_days;
    return problem_date(p, day) - p->today < *limit;
}

static void check_escort(struct judgement *j, const struct escort_week *w)
{
    struct breach b = breach_of(RULE_NOTICE, 0);
    b.escort = w->escort;
    for (int i = 0; i < w->n; i++) {
        const struct duty *d = &w->duties[i];
        int limit;
        if (!too_late(j->problem, d->start, &limit))
            continue;
        if (b.amount++ > 0)
            continue;
        b.request = d->request;
        b.client = j->problem->requests[d->request].client;
        b.from = d->start;
        b.to = d->end;
        b.limit = limit;
    }
    if (b.amount > 0)
        report_breach(j, b);
}

void check_notice(struct judgement *j)
{
    const struct problem *p = j->problem;
    if (p->today == 0 || p->published != 0)
        return;
    for (int e = 0; e < p->n_escorts; e++)
        if (escort_employed(&p->escorts[e]))
            check_escort(j, &j->weeks[e]);
}
