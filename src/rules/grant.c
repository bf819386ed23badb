/* GRANT. No more time is planned than the decision grants in its period, counting
 * what other weeks of the period have used; and none on days when the decision
 * does not hold (LSS 7, 9 §§; SoL 11:1; Stockholm: hours pooled over three
 * months, so a period may be a quarter). */
#include "rules/rule.h"

static bool decision_covers(const struct problem *p, const struct decision *d,
                            const struct visit *v)
{
    struct moment m = week_moment(&p->week, v->start);
    int64_t day = date_days(m.year, m.month, m.mday);
    return day >= d->from_day && day <= d->to_day &&
           (d->period != PER_OCCASION || v->minutes <= d->minutes);
}

static void check_days(struct judgement *j)
{
    const struct problem *p = j->problem;
    for (int r = 0; r < p->n_requests; r++) {
        const struct visit *v = &j->roster->visits[r];
        int d = p->requests[r].decision;
        if (v->n_escorts == 0 || d == NONE ||
            decision_covers(p, &p->decisions[d], v))
            continue;
        struct breach b = breach_of(RULE_GRANT, v->minutes);
        b.request = r;
        b.client = p->requests[r].client;
        b.from = v->start;
        b.to = v->start + v->minutes;
        report_breach(j, b);
    }
}

static int planned(const struct judgement *j, const struct grant *g)
{
    int minutes = 0;
    for (int r = 0; r < j->problem->n_requests; r++) {
        const struct visit *v = &j->roster->visits[r];
        if (v->n_escorts > 0 && j->problem->requests[r].decision == g->decision &&
            v->start >= g->span.from && v->start < g->span.to)
            minutes += v->minutes;
    }
    return minutes;
}

void check_grant(struct judgement *j)
{
    const struct problem *p = j->problem;
    check_days(j);
    for (int i = 0; i < p->n_grants; i++) {
        const struct grant *g = &p->grants[i];
        int minutes = planned(j, g);
        if (minutes <= g->left)
            continue;
        struct breach b = breach_of(RULE_GRANT, minutes - g->left);
        b.client = p->decisions[g->decision].client;
        b.other = i;
        b.from = g->span.from;
        b.to = g->span.to;
        b.limit = g->left;
        report_breach(j, b);
    }
}
