/* GRANT. No more time is planned than the decision grants in its period, counting
 * what other weeks of the period have used; and none on days when the decision
 * does not hold (LSS 7, 9 §§; SoL 11:1; Stockholm: hours pooled over three
 * months, so a period may be a quarter). A session draws as much of its time as the
 * municipality has decided: all of it where it stands instead of hours with an escort,
 * none where it stands beside them. */
#include "rules/rule.h"

int visit_debit(const struct problem *p, const struct roster *r, int request)
{
    int option = roster_option(p, r, request);
    return option != NONE              ? p->options[option].debit
           : roster_serves(r, request) ? r->visits[request].minutes
                                       : 0;
}

int grant_planned(const struct problem *p, const struct roster *r,
                  const struct grant *g)
{
    int minutes = 0;
    for (int q = 0; q < p->n_requests; q++)
        if (p->requests[q].decision == g->decision && roster_serves(r, q) &&
            r->visits[q].start >= g->span.from && r->visits[q].start < g->span.to)
            minutes += visit_debit(p, r, q);
    return minutes;
}

static bool decision_covers(const struct problem *p, const struct decision *d,
                            int start, int debit)
{
    int64_t day = problem_date(p, week_day(&p->week, start));
    return day >= d->from_day && day <= d->to_day &&
           (d->period != PER_OCCASION || debit <= d->minutes);
}

static void check_days(struct judgement *j)
{
    const struct problem *p = j->problem;
    for (int r = 0; r < p->n_requests; r++) {
        int d = p->requests[r].decision;
        int debit = visit_debit(p, j->roster, r);
        if (debit == 0 || d == NONE ||
            decision_covers(p, &p->decisions[d], j->roster->visits[r].start, debit))
            continue;
        struct breach b = visit_breach(j, RULE_GRANT, r);
        b.amount = debit;
        report_breach(j, b);
    }
}

void check_grant(struct judgement *j)
{
    const struct problem *p = j->problem;
    check_days(j);
    for (int i = 0; i < p->n_grants; i++) {
        const struct grant *g = &p->grants[i];
        int minutes = grant_planned(p, j->roster, g);
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
