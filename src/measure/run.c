/* What one week's roster amounts to in a comparison. Only the week itself is measured: the
 * weeks before it were made under the unit as it is, not as it would be. */
#include "base/file.h"
#include "base/text.h"
#include "ledsaga/whatif.h"

#include <string.h>

const struct measure_row MEASURE_ROWS[MEASURE_COUNT] = {
#define X(NAME, name, about, unit, text) {#name, unit, text, ABOUT_##about},
    MEASURE_LIST(X)
#undef X
};

const char *about_text(enum about a)
{
    static const char *const TEXTS[ABOUT_COUNT] = {
        [ABOUT_SERVICE] = N_("Service"),      [ABOUT_WISHES] = N_("Wishes and people"),
        [ABOUT_MONEY] = N_("Money"),          [ABOUT_WORK] = N_("Escorts and their work"),
        [ABOUT_EQUITY] = N_("Equal treatment"),
    };
    return TEXTS[a];
}

static struct ratio whole(int64_t n)
{
    return (struct ratio){n, 1};
}

/* ---- service ------------------------------------------------------------ */

static enum measure unmet_of(const struct problem *p, const struct request *q)
{
    if (q->decision == NONE)
        return MEASURE_UNMET_OPEN;
    switch (p->decisions[q->decision].basis) {
    case LSS_9_3: return MEASURE_UNMET_LSS;
    case SOL_11_1: return MEASURE_UNMET_SOL;
    case SOL_11_4: return MEASURE_UNMET_EXTRA;
    case SOL_11_5:
    case LEGAL_BASIS_COUNT: break;
    }
    return MEASURE_UNMET_OPEN;
}

static void count_requests(const struct problem *p, const struct roster *r,
                           struct ratio out[MEASURE_COUNT])
{
    int64_t count[MEASURE_COUNT] = {0};
    for (int i = 0; i < p->n_requests; i++) {
        const struct request *q = &p->requests[i];
        int option = roster_option(p, r, i);
        int delivered = option == NONE ? 0 : p->options[option].delivered;
        count[MEASURE_DELIVERED] += delivered;
        count[unmet_of(p, q)] += q->minutes - delivered;
        count[MEASURE_VISITS] += roster_serves(r, i);
        count[MEASURE_GROUPS] += roster_serves(r, i) && r->visits[i].session > 0;
    }
    out[MEASURE_DELIVERED] = whole(count[MEASURE_DELIVERED]);
    out[MEASURE_VISITS] = whole(count[MEASURE_VISITS]);
    out[MEASURE_GROUPS] = whole(count[MEASURE_GROUPS]);
    for (int m = MEASURE_UNMET_LSS; m <= MEASURE_UNMET_OPEN; m++)
        out[m] = whole(count[m]);
}

static void count_clients(const struct problem *p, const struct roster *r,
                          struct ratio out[MEASURE_COUNT])
{
    int64_t asking = 0, reached = 0;
    for (int c = 0; c < p->n_clients; c++) {
        bool asks = false, served = false;
        for (int i = 0; i < p->n_requests; i++) {
            if (p->requests[i].client != c)
                continue;
            asks = true;
            served = served || roster_serves(r, i);
        }
        asking += asks;
        reached += served;
    }
    out[MEASURE_ASKING] = whole(asking);
    out[MEASURE_REACHED] = whole(reached);
}

static bool escort_works(const struct problem *p, const struct roster *r, int escort)
{
    struct duty duty;
    return roster_duties(p, r, escort, &duty, 1) > 0;
}

static void count_escorts(const struct problem *p, const struct roster *r,
                          struct ratio out[MEASURE_COUNT])
{
    static const enum measure OF[] = {[EMPLOYED_MONTHLY] = MEASURE_MONTHLY,
                                      [EMPLOYED_HOURLY] = MEASURE_HOURLY,
                                      [CONTRACTOR] = MEASURE_CONTRACTORS};
    int64_t working = 0, of[3] = {0};
    for (int e = 0; e < p->n_escorts; e++) {
        working += escort_works(p, r, e);
        of[p->escorts[e].engagement]++;
    }
    out[MEASURE_ESCORTS] = whole(p->n_escorts);
    out[MEASURE_WORKING] = whole(working);
    for (int k = 0; k < 3; k++)
        out[OF[k]] = whole(of[k]);
}

/* ---- money -------------------------------------------------------------- */

static void count_cost(const struct problem *p, const struct roster *r,
                       struct ratio out[MEASURE_COUNT])
{
    struct cost c = roster_cost(p, r, false);
    int64_t unsocial = c.overtime + c.shifted;
    for (int u = 0; u < UNSOCIAL_COUNT; u++)
        unsocial += c.unsocial[u];
    out[MEASURE_COST] = whole(c.total);
    out[MEASURE_WAGE] = whole(c.wage);
    out[MEASURE_TRAVEL_PAY] = whole(c.travel);
    out[MEASURE_IDLE_PAY] = whole(c.idle);
    out[MEASURE_UNSOCIAL_PAY] = whole(unsocial);
    out[MEASURE_ON_COST] = whole(c.on_cost);
    out[MEASURE_FEE] = whole(c.fee + c.fee_on_cost + c.expenses);
    out[MEASURE_PLANNER] = whole(c.planner);
}

/* ---- what reports know -------------------------------------------------- */

static const struct {
    enum measure measure;
    enum kpi kpi;
} FROM_KPI[] = {
    {MEASURE_SERVED, KPI_SERVED},         {MEASURE_SERVED_P10, KPI_SERVED_P10},
    {MEASURE_SERVED_MIN, KPI_SERVED_MIN}, {MEASURE_FIRST_CHOICE, KPI_FIRST_CHOICE},
    {MEASURE_TIME_WISH, KPI_TIME_WISH},   {MEASURE_PRIMARY, KPI_PRIMARY},
    {MEASURE_FACES, KPI_DISTINCT_14},     {MEASURE_COST_HOUR, KPI_COST_HOUR},
    {MEASURE_IDLE, KPI_IDLE},             {MEASURE_TRAVEL, KPI_TRAVEL},
    {MEASURE_SPLIT, KPI_SPLIT},           {MEASURE_UNSOCIAL, KPI_UNSOCIAL},
    {MEASURE_PENSION, KPI_PENSION},       {MEASURE_BELOW, KPI_BELOW},
};

static const struct {
    enum measure measure;
    enum dimension by;
} FROM_GAP[] = {
    {MEASURE_GAP_AREA, BY_AREA},
    {MEASURE_GAP_SEX, BY_SEX},
    {MEASURE_GAP_AGE, BY_AGE},
    {MEASURE_GAP_BASIS, BY_BASIS},
};

static void count_kpis(const struct week_result *week, struct ratio out[MEASURE_COUNT])
{
    const struct problem *p = week->problem;
    struct measured m = {.n_weeks = 1, .weeks = week};
    struct ratio kpi[KPI_COUNT];
    struct arena *a = arena_new();
    m.period = period_of_week(PERIOD_WEEK, p->week.iso_year, p->week.iso_week);
    m.as_of = m.period.to_day + 1;
    kpis(&m, NULL, kpi);
    for (size_t i = 0; i < sizeof FROM_KPI / sizeof *FROM_KPI; i++)
        out[FROM_KPI[i].measure] = kpi[FROM_KPI[i].kpi];
    const struct equity *e = equity_of(a, &m);
    for (size_t i = 0; i < sizeof FROM_GAP / sizeof *FROM_GAP; i++)
        out[FROM_GAP[i].measure] = e->gap[FROM_GAP[i].by][KPI_SERVED];
    arena_free(a);
}

void measures_of(const struct problem *p, const struct roster *r, const struct verdict *v,
                 int waiting, struct ratio out[MEASURE_COUNT])
{
    const struct week_result week = {p, r, v};
    memset(out, 0, MEASURE_COUNT * sizeof *out);
    count_requests(p, r, out);
    count_clients(p, r, out);
    count_escorts(p, r, out);
    count_cost(p, r, out);
    count_kpis(&week, out);
    out[MEASURE_REQUESTS] = whole(p->n_requests);
    out[MEASURE_WAITING] = whole(waiting);
}

/* ---- points ------------------------------------------------------------- */

struct point_rates point_rates_of(const struct problem *p)
{
    const struct weight_figures *w = &p->weight;
    const int rights[] = {w->rights_lss,      w->rights_sol,  w->rights_sol_extra,
                          w->rights_open,     w->urgent_percent, w->low_percent,
                          w->short_1_minutes, w->short_1,     w->short_2_minutes,
                          w->short_2};
    struct point_rates rates = {{HASH_START, HASH_START}};
    for (size_t i = 0; i < sizeof rights / sizeof *rights; i++)
        rates.tier[0] = hash_number(rates.tier[0], rights[i]);
#define X(name, ...) rates.tier[1] = hash_number(rates.tier[1], w->name);
    WEIGHT_FIGURES(X)
#undef X
    return rates;
}

int64_t run_effort(const struct problem *p, int64_t effort)
{
    enum { A_REQUEST = 15000, LEAST = 300000 };
    int64_t small = (int64_t)A_REQUEST * p->n_requests;
    if (effort != EFFORT_SHORT)
        return effort;
    return small > LEAST ? small : LEAST;
}
