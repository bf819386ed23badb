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

static bool draws(const struct problem *p, const struct roster *r, int request,
                  const struct grant *g)
{
    int start = r->visits[request].start;
    return p->requests[request].decision == g->decision && roster_serves(r, request) &&
           start >= g->span.from && start < g->span.to;
}

int grant_planned(const struct problem *p, const struct roster *r,
                  const struct grant *g)
{
    int minutes = 0;
    for (int q = 0; q < p->n_requests; q++)
        if (draws(p, r, q, g))
            minutes += visit_debit(p, r, q);
    return minutes;
}

/* By decision: the first of its grants, which stand together. */
static const int *first_grants(struct arena *a, const struct problem *p)
{
    int *first = NEW_ARRAY(a, int, p->n_decisions + 1);
    for (int d = 0; d < p->n_decisions; d++)
        first[d] = p->n_grants;
    for (int i = p->n_grants; i-- > 0;)
        first[p->grants[i].decision] = i;
    return first;
}

const int *grants_planned(struct arena *a, const struct problem *p,
                          const struct roster *r)
{
    int *planned = NEW_ARRAY(a, int, p->n_grants + 1);
    const int *first = first_grants(a, p);
    for (int q = 0; q < p->n_requests; q++) {
        int d = p->requests[q].decision;
        int i = d == NONE ? p->n_grants : first[d];
        for (; i < p->n_grants && p->grants[i].decision == d; i++)
            if (draws(p, r, q, &p->grants[i]))
                planned[i] += visit_debit(p, r, q);
    }
    return planned;
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
    const int *planned = grants_planned(j->arena, p, j->roster);
    check_days(j);
    for (int i = 0; i < p->n_grants; i++) {
        const struct grant *g = &p->grants[i];
        int minutes = planned[i];
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
