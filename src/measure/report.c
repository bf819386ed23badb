#include "measure/measured.h"

static void add_week(struct report *r, const struct week_result *w)
{
    struct cost cost = roster_cost(w->problem, w->roster, false);
    struct cost marginal = roster_cost(w->problem, w->roster, true);
    cost_add(&r->cost, &cost);
    cost_add(&r->cost_marginal, &marginal);
    r->n_in++;
    r->n_requests += w->problem->n_requests;
    for (int i = 0; i < w->problem->n_requests; i++)
        r->n_served += roster_serves(w->roster, i);
    r->n_breaches += w->verdict->n_breaches;
    for (int i = 0; i < w->verdict->n_warnings; i++)
        r->warnings[w->verdict->warnings[i].rule] += w->verdict->warnings[i].amount;
}

const struct report *report_make(struct arena *a, const struct measured *m)
{
    struct report *r = NEW(a, struct report);
    require(measured_alike(m), "the weeks are of one unit");
    r->measured = m;
    for (int i = 0; i < m->n_weeks; i++)
        if (week_counts(m, &m->weeks[i]))
            add_week(r, &m->weeks[i]);
    kpis(m, NULL, r->kpi);
    r->n_ledger = ledger_rows(a, m, &r->ledger);
    r->n_clock = clock_rows(a, m, &r->clock);
    r->equity = equity_of(a, m);
    return r;
}
