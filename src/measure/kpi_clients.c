/* KPIs that are told of clients. Each is first counted for each client, so
 * that every group of clients is a sum of the same parts. */
#include "measure/clock.h"
#include "measure/kpi.h"
#include "measure/measured.h"
#include "measure/period.h"

#include <stdlib.h>

enum { NEAR_WISH = 15, SOME_DAYS = 14, MANY_DAYS = 84, LONG_WAIT = 90 };

static void count(struct client_kpis *c, enum kpi k, int64_t part, int64_t whole)
{
    c->kpi[k].part += part;
    c->kpi[k].whole += whole;
}

/* ---- visits ---------------------------------------------------------------- */

static int delivered(const struct week_result *w, int request)
{
    const struct request *q = &w->problem->requests[request];
    int minutes = w->roster->visits[request].minutes;
    int option = roster_option(w->problem, w->roster, request);
    if (option != NONE)
        return w->problem->options[option].delivered;
    return minutes < q->minutes ? minutes : q->minutes;
}

/* Near the start that the client put first, or near a window in which any is as good. */
static bool near_wish(const struct request *q, int start)
{
    const struct alternative *a = &q->alternatives[0];
    struct span wish = {a->from, a->to};
    if (a->wish != NONE)
        wish.from = wish.to = a->wish;
    return start >= wish.from - NEAR_WISH && start <= wish.to + NEAR_WISH;
}

/* A visit by several escorts is by the one who is asked about if they are among them. */
static void count_visit(struct client_kpis *c, const struct week_result *w, int request)
{
    const struct request *q = &w->problem->requests[request];
    const struct visit *v = &w->roster->visits[request];
    int primary = w->problem->clients[q->client].primary;
    count(c, KPI_SERVED, delivered(w, request), 0);
    count(c, KPI_TIME_WISH, near_wish(q, v->start), 1);
    if (q->n_wishes > 0)
        count(c, KPI_FIRST_CHOICE, visit_has(v, q->wishes[0]), 1);
    if (primary != NONE)
        count(c, KPI_PRIMARY, visit_has(v, primary) ? v->minutes : 0, v->minutes);
}

/* Something can be told unless every single escort could carry the request out and it
 * still found no place among the others. */
static bool explained(const struct problem *p, int request)
{
    int counts[RULE_COUNT];
    if (rules_why_unserved(p, request, counts) != RULE_NONE)
        return true;
    for (int rule = 0; rule < RULE_COUNT; rule++)
        if (counts[rule] > 0)
            return true;
    return false;
}

static void count_week(struct client_kpis *clients, const struct week_result *w)
{
    for (int r = 0; r < w->problem->n_requests; r++) {
        const struct request *q = &w->problem->requests[r];
        struct client_kpis *c = &clients[q->client];
        count(c, KPI_SERVED, 0, q->minutes);
        if (roster_serves(w->roster, r))
            count_visit(c, w, r);
        else
            count(c, KPI_EXPLAINED, explained(w->problem, r), 1);
        if (w->problem->published && q->published)
            count(c, KPI_STABILITY, visit_as_told(q, &w->roster->visits[r]), 1);
    }
}

/* ---- faces ----------------------------------------------------------------- */

/* Clients met in the days that end with the period's last one, each a mean of one. */
static void count_faces(struct arena *a, struct client_kpis *clients,
                        const struct measured *m, enum kpi k, int days)
{
    const struct problem *unit = measured_unit(m);
    size_t n = (size_t)unit->n_escorts;
    bool *met = NEW_ARRAY(a, bool, (size_t)unit->n_clients * n + 1);
    for (int i = 0; i < m->n_weeks; i++) {
        const struct week_result *w = &m->weeks[i];
        for (int r = 0; r < w->problem->n_requests; r++) {
            const struct visit *v = &w->roster->visits[r];
            int client = w->problem->requests[r].client;
            if (v->n_escorts == 0)
                continue;
            int64_t ago = m->period.to_day - visit_day(w->problem, v);
            for (int e = 0; e < v->n_escorts && ago >= 0 && ago < days; e++) {
                bool *seen = &met[(size_t)client * n + (size_t)v->escorts[e]];
                clients[client].kpi[k].whole = 1;
                count(&clients[client], k, !*seen, 0);
                *seen = true;
            }
        }
    }
}

/* ---- decisions ------------------------------------------------------------- */

/* What was carried over was granted once already, and an occasion's length is no amount
 * to be used up. What became of minutes can only be said where the weeks cover them. */
static void count_ledger(struct arena *a, struct client_kpis *clients,
                         const struct measured *m)
{
    const struct ledger_row *rows;
    int n = ledger_rows(a, m, &rows);
    for (int i = 0; i < n; i++) {
        struct client_kpis *c = &clients[rows[i].client];
        if (!rows[i].covered ||
            measured_unit(m)->decisions[rows[i].decision].period == PER_OCCASION)
            continue;
        count(c, KPI_ENTITLEMENT, rows[i].delivered + rows[i].planned, rows[i].granted);
        if (rows[i].closed)
            count(c, KPI_LAPSED, rows[i].lapsing, 0);
    }
}

static void count_first_visits(struct arena *a, struct client_kpis *clients,
                               const struct measured *m)
{
    struct uses uses = uses_of(a, m);
    for (int i = 0; i < measured_unit(m)->n_decisions; i++) {
        const struct decision *d = &measured_unit(m)->decisions[i];
        int64_t executed = executed_on(m, &uses, i);
        if (d->decided_day && executed && period_holds_day(&m->period, executed))
            count(&clients[d->client], KPI_FIRST_VISIT,
                  executed > d->decided_day ? executed - d->decided_day : 0, 1);
    }
}

/* Those that wait now; what has ended is in the list of clocks, not here. */
static void count_clocks(struct arena *a, struct client_kpis *clients,
                         const struct measured *m)
{
    const struct clock_row *rows;
    int n = clock_rows(a, m, &rows);
    for (int i = 0; i < n; i++)
        if (!rows[i].ended_day && rows[i].days > LONG_WAIT &&
            measured_unit(m)->decisions[rows[i].decision].to_day >= m->as_of)
            count(&clients[rows[i].client],
                  rows[i].interrupted ? KPI_INTERRUPTED : KPI_UNEXECUTED, 1, 0);
}

const struct client_kpis *client_kpis(struct arena *a, const struct measured *m)
{
    struct client_kpis *clients =
        NEW_ARRAY(a, struct client_kpis, measured_unit(m)->n_clients + 1);
    for (int i = 0; i < m->n_weeks; i++)
        if (week_counts(m, &m->weeks[i]))
            count_week(clients, &m->weeks[i]);
    count_faces(a, clients, m, KPI_DISTINCT_14, SOME_DAYS);
    count_faces(a, clients, m, KPI_DISTINCT_84, MANY_DAYS);
    count_ledger(a, clients, m);
    count_first_visits(a, clients, m);
    count_clocks(a, clients, m);
    return clients;
}

/* ---- groups ---------------------------------------------------------------- */

static int by_share(const void *x, const void *y)
{
    const struct ratio *a = x, *b = y;
    int64_t left = a->part * b->whole, right = b->part * a->whole;
    return (left > right) - (left < right);
}

static void lowest_shares(const struct client_kpis *clients, int n, const bool *chosen,
                          struct ratio out[KPI_COUNT])
{
    struct arena *a = arena_new();
    struct ratio *shares = NEW_ARRAY(a, struct ratio, n + 1);
    int asked = 0;
    for (int c = 0; c < n; c++)
        if ((!chosen || chosen[c]) && clients[c].kpi[KPI_SERVED].whole > 0)
            shares[asked++] = clients[c].kpi[KPI_SERVED];
    if (asked > 0) {
        qsort(shares, (size_t)asked, sizeof *shares, by_share);
        out[KPI_SERVED_MIN] = shares[0];
        out[KPI_SERVED_P10] = shares[lowest_tenth(asked)];
    }
    arena_free(a);
}

void kpis_of_clients(const struct client_kpis *clients, int n, const bool *chosen,
                     struct ratio out[KPI_COUNT])
{
    for (int k = 0; k < KPI_COUNT; k++) {
        if (!KPI_ROWS[k].of_clients)
            continue;
        out[k] = (struct ratio){0, kpi_is_sum((enum kpi)k)};
        for (int c = 0; c < n; c++)
            if (!chosen || chosen[c]) {
                out[k].part += clients[c].kpi[k].part;
                out[k].whole += clients[c].kpi[k].whole;
            }
    }
    lowest_shares(clients, n, chosen, out);
}
