/* The tables of a report. Each grid is filled row by row from what was measured; how a
 * cell looks is the format's affair. */
#include "adapters/report/report_grid.h"

#include "adapters/text/plain.h"
#include "adapters/report/report_view.h"
#include "base/text.h"

#include <string.h>

/* ---- cells ------------------------------------------------------------- */

static struct grid_cell words(const char *text)
{
    return (struct grid_cell){.kind = CELL_TEXT, .text = text};
}

static struct grid_cell count_of(int64_t n, const char *unit)
{
    return (struct grid_cell){.kind = CELL_COUNT, .value = n, .text = unit};
}

static struct grid_cell minutes(int64_t n)
{
    return (struct grid_cell){.kind = CELL_MINUTES, .value = n};
}

static struct grid_cell money(int64_t ore)
{
    return (struct grid_cell){.kind = CELL_ORE, .value = ore};
}

static struct grid_cell kpi_cell(enum kpi k, struct ratio ratio)
{
    return (struct grid_cell){.kind = CELL_KPI, .value = k, .ratio = ratio};
}

/* Day 0 is a day that was not told. */
static struct grid_cell day_cell(int64_t day)
{
    return (struct grid_cell){.kind = day == 0 ? CELL_NOTHING : CELL_DAY, .value = day};
}

const char *cell_phrase(struct arena *a, const struct grid_cell *c)
{
    switch (c->kind) {
    case CELL_NOTHING:
        break;
    case CELL_TEXT:
        return c->text;
    case CELL_COUNT: {
        const char *number = number_phrase(a, c->value, 1, 0);
        return c->text ? arena_print(a, "%s %s", number, c->text) : number;
    }
    case CELL_MINUTES:
        return minutes_phrase(a, c->value);
    case CELL_ORE:
        return money_phrase(a, c->value);
    case CELL_DAY:
        return date_phrase(a, c->value);
    case CELL_KPI:
        return kpi_phrase(a, (enum kpi)c->value, c->ratio);
    }
    return "";
}

/* ---- grids ------------------------------------------------------------- */

static void column(struct grid *g, const char *head, bool number)
{
    g->columns[g->n_columns++] = (struct grid_column){.head = head, .number = number};
}

static void detail(struct grid *g, const char *head, bool number)
{
    column(g, head, number);
    g->columns[g->n_columns - 1].detail = true;
}

static void whole(struct grid *g, const char *head)
{
    column(g, head, false);
    g->columns[g->n_columns - 1].whole = true;
}

static struct grid_row *row(struct arena *a, struct grid *g)
{
    struct grid_row empty = {0};
    ARENA_PUSH(a, g->rows, g->n_rows, g->capacity, empty);
    return &g->rows[g->n_rows - 1];
}

static void pair(struct arena *a, struct grid *g, const char *name, struct grid_cell value)
{
    struct grid_row *r = row(a, g);
    r->cells[0] = words(name);
    r->cells[1] = value;
}

/* ---- summary ----------------------------------------------------------- */

static struct grid_cell verdict_cell(struct arena *a, const struct report *r)
{
    int n = r->n_breaches;
    if (n == 0)
        return words(_("lawful: no rule is broken"));
    return words(arena_print(
        a, PLURAL("not lawful: %d breach", "not lawful: %d breaches", n), n));
}

/* Said only where some are. */
static void rosters_missing(struct arena *a, struct grid *g, const struct report *r)
{
    int weeks = period_weeks(&r->measured->period), missing = weeks - r->n_in;
    if (missing > 0)
        pair(a, g, _("Note"),
             words(arena_print(
                 a,
                 PLURAL("%d of %d weeks has no roster; shares of what was granted cover the others only",
                        "%d of %d weeks have no roster; shares of what was granted cover the others only",
                        missing),
                 missing, weeks)));
}

struct grid grid_summary(struct arena *a, const struct report *r)
{
    const struct measured *m = r->measured;
    struct grid g = {.title = _("Summary"), .caption = _("The period in short")};
    column(&g, plain_line(a, report_problem(r)->unit_name), false);
    column(&g, period_phrase(a, &m->period), false);
    if (report_problem(r)->synthetic)
        pair(a, &g, _("Data"), words(_("Synthetic data: all people are invented.")));
    pair(a, &g, _("First day"), day_cell(m->period.from_day));
    pair(a, &g, _("Last day"), day_cell(m->period.to_day));
    pair(a, &g, _("Weeks with a roster"), count_of(r->n_in, NULL));
    pair(a, &g, _("Weeks of the period"), count_of(period_weeks(&m->period), NULL));
    rosters_missing(a, &g, r);
    pair(a, &g, _("Delivered before"), day_cell(m->as_of));
    pair(a, &g, _("Visits asked for"), count_of(r->n_requests, NULL));
    pair(a, &g, _("Visits served"), count_of(r->n_served, NULL));
    pair(a, &g, _("Verdict"), verdict_cell(a, r));
    pair(a, &g, _("Cost"), money(r->cost.total));
    pair(a, &g, _("Cost of an hour with a client"),
         kpi_cell(KPI_COST_HOUR, r->kpi[KPI_COST_HOUR]));
    return g;
}

/* ---- legality ---------------------------------------------------------- */

static struct grid_cell amount_cell(enum rule rule, int64_t amount)
{
    const char *unit = RULE_ROWS[rule].unit;
    return strcmp(unit, "minutes") == 0 ? minutes(amount) : count_of(amount, _(unit));
}

struct grid grid_legality(struct arena *a, const struct report *r)
{
    struct rule_tally tallies[RULE_COUNT];
    struct grid g = {
        .title = _("Legality"),
        .caption = _("Rules that were broken or warn"),
        .empty = _("No hard rule is broken, and none warns."),
        .note = _("'ledsaga check DIR --week WEEK' says who and when. A warning makes nothing unlawful."),
    };
    column(&g, _("Rule"), false);
    column(&g, _("What it says"), false);
    column(&g, _("Kind"), false);
    column(&g, _("Times"), true);
    column(&g, _("Amount"), true);
    column(&g, _("Weeks"), false);
    rule_tallies(a, r, tallies);
    for (int i = 0; i < RULE_COUNT; i++) {
        const struct rule_tally *t = &tallies[i];
        if (t->times == 0)
            continue;
        struct grid_cell *c = row(a, &g)->cells;
        c[0] = words(RULE_ROWS[i].name);
        c[1] = words(_(RULE_ROWS[i].sentence));
        c[2] = words(RULE_ROWS[i].tier == TIER_HARD ? _("broken") : _("warning"));
        c[3] = count_of(t->times, NULL);
        c[4] = amount_cell((enum rule)i, t->amount);
        c[5] = words(t->weeks);
    }
    return g;
}

/* ---- KPIs -------------------------------------------------------------- */

struct grid grid_kpis(struct arena *a, const struct report *r)
{
    struct grid g = {.title = _("KPIs"),
                     .caption = _("Key figures of the period"),
                     .said = true,
                     .note = _("– means that there is nothing to measure.")};
    column(&g, _("What"), false);
    column(&g, _("Value"), true);
    detail(&g, _("Name"), false);
    for (int k = 0; k < KPI_COUNT; k++) {
        struct grid_cell *c = row(a, &g)->cells;
        c[0] = words(kpi_title(a, (enum kpi)k));
        c[1] = kpi_cell((enum kpi)k, r->kpi[k]);
        c[2] = words(KPI_ROWS[k].name);
    }
    return g;
}

/* ---- cost -------------------------------------------------------------- */

enum { PARTS = 24 }; /* as cost_parts() has them */

static struct grid_cell hour_cell(const struct cost *c)
{
    return kpi_cell(KPI_COST_HOUR, (struct ratio){c->total * HOUR, c->delivered_minutes});
}

static void both(struct arena *a, struct grid *g, const char *name, struct grid_cell average,
                 struct grid_cell marginal)
{
    struct grid_row *r = row(a, g);
    r->cells[0] = words(name);
    r->cells[1] = average;
    r->cells[2] = marginal;
}

struct grid grid_cost(struct arena *a, const struct report *r)
{
    const struct cost *x = &r->cost, *y = &r->cost_marginal;
    struct cost_part average[PARTS], marginal[PARTS];
    struct grid g = {
        .title = _("Cost"),
        .caption = _("Cost of the period, with employer's on-cost on average and of one more hour"),
        .said = true,
    };
    int n = cost_parts(x, average);
    cost_parts(y, marginal);
    column(&g, _("Part"), false);
    column(&g, _("Average on-cost"), true);
    column(&g, _("Marginal on-cost"), true);
    for (int i = 0; i < n; i++)
        both(a, &g, _(average[i].text), money(average[i].ore), money(marginal[i].ore));
    both(a, &g, _("total"), money(x->total), money(y->total));
    g.rows[g.n_rows - 1].sum = true;
    both(a, &g, _("an hour with a client"), hour_cell(x), hour_cell(y));
    both(a, &g, _("occupational pension, a part of the on-cost"), money(x->pension),
         money(y->pension));
    return g;
}

static const char *const UNSOCIAL_TEXTS[UNSOCIAL_COUNT] = {
    [UNSOCIAL_NONE] = N_("employees' visits outside unsocial hours"),
    [UNSOCIAL_EVENING] = N_("employees' visits, evening"),
    [UNSOCIAL_NIGHT] = N_("employees' visits, night"),
    [UNSOCIAL_WEEKEND] = N_("employees' visits, weekend and holiday"),
    [UNSOCIAL_WEEKEND_NIGHT] = N_("employees' visits, weekend and holiday, night"),
    [UNSOCIAL_BIG] = N_("employees' visits, big holiday"),
    [UNSOCIAL_BIG_NIGHT] = N_("employees' visits, big holiday, night"),
};

struct grid grid_hours(struct arena *a, const struct report *r)
{
    const struct cost *c = &r->cost;
    struct grid g = {
        .title = _("Cost"), .caption = _("The hours behind the cost"), .said = true};
    column(&g, _("What"), false);
    column(&g, _("Hours"), true);
    pair(a, &g, _("clients' hours delivered"), minutes(c->delivered_minutes));
    pair(a, &g, _("escorts' hours on visits"), minutes(c->visit_minutes));
    pair(a, &g, _("paid hours"), minutes(c->paid_minutes));
    pair(a, &g, _("paid travel between visits"), minutes(c->travel_minutes));
    pair(a, &g, _("paid hours without visit or travel"), minutes(c->idle_minutes));
    for (int u = 0; u < UNSOCIAL_COUNT; u++)
        pair(a, &g, _(UNSOCIAL_TEXTS[u]), minutes(c->unsocial_minutes[u]));
    return g;
}

/* ---- the three-month clock --------------------------------------------- */

struct grid grid_clock(struct arena *a, const struct report *r)
{
    const struct problem *p = report_problem(r);
    struct grid g = {
        .title = _("Three-month clock"),
        .caption = _("Decisions that were not carried out at once, or were interrupted"),
        .empty = _("No decision is known to wait or to be interrupted."),
        .note = _("The state tells how long it took or has taken: over 60, 75 or 90 days; to be "
                  "reported means more than three months. Those that ended within the "
                  "period are listed too. After three months a decision is reported to the "
                  "supervising authority (LSS 28 f-g; SoL 34:1): --format csv writes that list."),
    };
    whole(&g, _("Client"));
    whole(&g, _("Decision"));
    column(&g, _("Legal basis"), false);
    column(&g, _("What"), false);
    whole(&g, _("Since"));
    column(&g, _("Days"), true);
    whole(&g, _("Ended"));
    column(&g, _("State"), false);
    column(&g, _("Reason for delay"), false);
    g.columns[g.n_columns - 1].remark = true;
    for (int i = 0; i < r->n_clock; i++) {
        const struct clock_row *k = &r->clock[i];
        const struct decision *d = &p->decisions[k->decision];
        struct grid_cell *c = row(a, &g)->cells;
        c[0] = words(plain_line(a, p->clients[k->client].id));
        c[1] = words(plain_line(a, d->id));
        c[2] = words(basis_phrase(d->basis));
        c[3] = words(clock_kind_phrase(k));
        c[4] = day_cell(k->since_day);
        c[5] = count_of(k->days, NULL);
        c[6] = day_cell(k->ended_day);
        c[7] = words(clock_level_phrase(k->level));
        c[8] = words(plain_line(a, k->delay));
    }
    return g;
}

/* ---- the ledger -------------------------------------------------------- */

static bool anything_carried(const struct report *r)
{
    for (int i = 0; i < r->n_ledger; i++)
        if (r->ledger[i].carried != 0)
            return true;
    return false;
}

static void ledger_columns(struct grid *g, bool carried)
{
    whole(g, _("Client"));
    whole(g, _("Decision"));
    detail(g, _("Legal basis"), false);
    whole(g, _("Period"));
    detail(g, _("From"), false);
    detail(g, _("To"), false);
    column(g, _("Granted"), true);
    column(g, _("Carried over"), true);
    g->columns[g->n_columns - 1].detail = !carried;
    column(g, _("Delivered"), true);
    column(g, _("Planned"), true);
    column(g, _("Left"), true);
    detail(g, _("At an even pace"), true);
    column(g, _("Lapses"), true);
}

struct grid grid_ledger(struct arena *a, const struct report *r)
{
    const struct problem *p = report_problem(r);
    struct grid g = {
        .title = _("Ledger"),
        .caption = _("Hours of each decision in each of its periods"),
        .empty = _("No decision has a period that meets this one."),
        .note = _("Granted and carried over is delivered, planned and left. What lapses is "
                  "lost at the end of the period if nothing more is planned. No roster means "
                  "that weeks of that period have none, so that nobody knows what was used."),
    };
    ledger_columns(&g, anything_carried(r));
    for (int i = 0; i < r->n_ledger; i++) {
        const struct ledger_row *l = &r->ledger[i];
        const struct decision *d = &p->decisions[l->decision];
        struct grid_cell *c = row(a, &g)->cells;
        c[0] = words(plain_line(a, p->clients[l->client].id));
        c[1] = words(plain_line(a, d->id));
        c[2] = words(basis_phrase(d->basis));
        c[3] = words(ledger_period(a, d->period, l->from_day));
        c[4] = day_cell(l->from_day);
        c[5] = day_cell(l->to_day);
        c[6] = minutes(l->granted);
        c[7] = minutes(l->carried);
        c[8] = minutes(l->delivered);
        c[9] = minutes(l->planned);
        c[10] = minutes(l->left);
        c[11] = minutes(l->pace);
        c[12] = l->covered ? minutes(l->lapsing) : words(_("no roster"));
    }
    return g;
}
