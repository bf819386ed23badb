/* KPIs of the escorts and of the whole unit. */
#include "measure/kpi.h"
#include "measure/measured.h"
#include "rules/rule.h"

#include <stdlib.h>

enum { WEEKS_A_YEAR = 52, ORE = 100, PERMILLE = 1000, PER_VISITS = 100 };

static void count(struct ratio *k, int64_t part, int64_t whole)
{
    k->part += part;
    k->whole += whole;
}

/* ---- money ----------------------------------------------------------------- */

static void tell_cost(const struct cost *c, struct ratio out[KPI_COUNT])
{
    out[KPI_COST_HOUR] = (struct ratio){c->total * HOUR, c->delivered_minutes};
    out[KPI_IDLE] = (struct ratio){c->idle_minutes, c->paid_minutes};
    out[KPI_TRAVEL] = (struct ratio){c->travel_minutes, c->paid_minutes};
}

/* What counts towards a pension of the state. */
static int64_t income(const struct cost *c)
{
    int64_t ore = c->wage + c->overtime + c->travel + c->idle + c->shifted + c->fee;
    for (int u = 0; u < UNSOCIAL_COUNT; u++)
        ore += c->unsocial[u];
    return ore;
}

static struct cost period_cost(const struct measured *m, int escort)
{
    struct cost sum = {0};
    for (int i = 0; i < m->n_weeks; i++) {
        const struct week_result *w = &m->weeks[i];
        if (!week_counts(m, w))
            continue;
        struct cost week = escort == NONE
                               ? roster_cost(w->problem, w->roster, false)
                               : escort_cost(w->problem, w->roster, escort, false);
        cost_add(&sum, &week);
    }
    return sum;
}

/* Of the escorts who earn anything in the period: a year like it, of 52 weeks. */
static void count_pensions(const struct measured *m, struct ratio out[KPI_COUNT])
{
    const struct cost_figures *c = costs_on(measured_unit(m), 0);
    int64_t least = (int64_t)c->price_base_ore * c->pensionable_permille;
    int weeks = weeks_counted(m);
    for (int e = 0; e < measured_unit(m)->n_escorts; e++) {
        struct cost cost = period_cost(m, e);
        if (income(&cost) == 0)
            continue;
        count(&out[KPI_PENSION], cost.pension * WEEKS_A_YEAR, (int64_t)ORE * weeks);
        out[KPI_BELOW].part += income(&cost) * WEEKS_A_YEAR * PERMILLE < least * weeks;
        out[KPI_BELOW].whole = 1;
    }
}

/* ---- escorts' days --------------------------------------------------------- */

static bool day_is_split(const struct problem *p, const struct escort_week *w, int first,
                         int end)
{
    int day = week_day(&p->week, w->duties[first].start);
    int longest = figures_on(p, day)->split_gap_minutes;
    for (int i = first + 1; i < end; i++) {
        const struct duty *a = &w->duties[i - 1], *b = &w->duties[i];
        if (b->start - a->end - travel_between(p, a, b) > longest)
            return true;
    }
    return false;
}

static void count_split_days(const struct problem *p, const struct escort_week *w,
                             struct ratio *split)
{
    split->whole = 1;
    for (int first = 0, end; first < w->n; first = end) {
        end = working_day_end(w, first);
        split->part += day_is_split(p, w, first, end);
    }
}

static void count_unsocial(const struct problem *p, const struct duty *d,
                           struct ratio *unsocial)
{
    int minutes[UNSOCIAL_COUNT] = {0};
    int day = week_day(&p->week, d->start);
    unsocial_minutes(&p->week, costs_on(p, day), d->start, d->end, minutes);
    unsocial->whole += d->end - d->start;
    for (int u = UNSOCIAL_NONE + 1; u < UNSOCIAL_COUNT; u++)
        unsocial->part += minutes[u];
}

/* Returns whether the escort works on the weekend. */
static bool count_escort_week(struct arena *a, const struct week_result *r, int escort,
                              struct ratio out[KPI_COUNT])
{
    const struct problem *p = r->problem;
    struct duty *duties = NEW_ARRAY(a, struct duty, p->n_requests + 1);
    struct escort_week w = {.escort = escort, .duties = duties};
    bool weekend = false;
    w.n = roster_duties(p, r->roster, escort, duties, p->n_requests);
    escort_week_borders(p, escort, w.border);
    count_split_days(p, &w, &out[KPI_SPLIT]);
    for (int i = 0; i < w.n; i++) {
        count_unsocial(p, &duties[i], &out[KPI_UNSOCIAL]);
        weekend = weekend || on_weekend(p, duties[i].start);
    }
    return weekend;
}

static void count_employees(const struct measured *m, struct ratio out[KPI_COUNT])
{
    int most = NONE, fewest = NONE;
    for (int e = 0; e < measured_unit(m)->n_escorts; e++) {
        int weekends = 0;
        if (!escort_employed(&measured_unit(m)->escorts[e]))
            continue;
        for (int i = 0; i < m->n_weeks; i++) {
            struct arena *a = arena_new();
            if (week_counts(m, &m->weeks[i]))
                weekends += count_escort_week(a, &m->weeks[i], e, out);
            arena_free(a);
        }
        most = weekends > most ? weekends : most;
        fewest = fewest == NONE || weekends < fewest ? weekends : fewest;
    }
    if (most != NONE && weeks_counted(m) > 0)
        out[KPI_WEEKEND_SPREAD] = (struct ratio){most - fewest, 1};
}

static void count_rest(const struct measured *m, struct ratio *rest)
{
    for (int i = 0; i < m->n_weeks; i++) {
        const struct verdict *v = m->weeks[i].verdict;
        if (!week_counts(m, &m->weeks[i]))
            continue;
        rest->whole = 1;
        for (int b = 0; b < v->n_breaches; b++)
            rest->part += v->breaches[b].rule == RULE_DAILY_REST ||
                          v->breaches[b].rule == RULE_WEEKLY_REST;
    }
}

/* ---- what was told, and when ----------------------------------------------- */

struct notices {
    struct arena *arena;
    int *days;
    int n, room;
};

/* What stands as it was given out was told then; the rest is told when the roster is
 * made. */
static void note_visit(struct notices *notices, const struct problem *p, int request,
                       const struct visit *v)
{
    bool as_told = p->published && visit_as_told(&p->requests[request], v);
    int64_t told = as_told ? p->published : p->today;
    if (told)
        ARENA_PUSH(notices->arena, notices->days, notices->n, notices->room,
                   (int)(visit_day(p, v) - told));
}

/* A visit that came, went or is another than was given out is one change; what counts is
 * the first day that it concerns. */
static bool changed_late(const struct problem *p, int request, const struct visit *v)
{
    const struct request *q = &p->requests[request];
    struct visit before = {.start = q->pub_start};
    if (v->n_escorts == 0 ? !q->published : visit_as_told(q, v))
        return false;
    int64_t day = v->n_escorts > 0 ? visit_day(p, v) : visit_day(p, &before);
    if (q->published && visit_day(p, &before) < day)
        day = visit_day(p, &before);
    return p->today &&
           day - p->today < figures_on(p, (int)(day - problem_date(p, 0)))->notice_days;
}

static int by_size(const void *x, const void *y)
{
    const int *a = x, *b = y;
    return (*a > *b) - (*a < *b);
}

static void count_notice(const struct measured *m, struct ratio out[KPI_COUNT])
{
    struct notices notices = {.arena = arena_new()};
    for (int i = 0; i < m->n_weeks; i++) {
        const struct week_result *w = &m->weeks[i];
        for (int r = 0; r < w->problem->n_requests && week_counts(m, w); r++) {
            const struct visit *v = &w->roster->visits[r];
            if (v->n_escorts > 0)
                note_visit(&notices, w->problem, r, v);
            if (w->problem->published)
                count(&out[KPI_LATE], PER_VISITS * changed_late(w->problem, r, v),
                      w->problem->requests[r].published);
        }
    }
    if (notices.n > 0) {
        qsort(notices.days, (size_t)notices.n, sizeof *notices.days, by_size);
        out[KPI_NOTICE] = (struct ratio){notices.days[lowest_tenth(notices.n)], 1};
    }
    arena_free(notices.arena);
}

void kpis_of_escorts(const struct measured *m, struct ratio out[KPI_COUNT])
{
    struct cost cost = period_cost(m, NONE);
    tell_cost(&cost, out);
    count_pensions(m, out);
    count_employees(m, out);
    count_rest(m, &out[KPI_REST]);
    count_notice(m, out);
}
