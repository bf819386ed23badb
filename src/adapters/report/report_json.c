/* The report as one JSON document for other programs: words of the files, dates, whole
 * minutes and öre, and every KPI as the fraction it is, so that nothing is rounded.
 * Groups of clients that may not be told are counted and not listed. The same report
 * gives the same bytes; models/report.schema.json says what they look like. */
#include "adapters/text/plain.h"
#include "adapters/report/report_view.h"

#include <jansson.h>
#include <stdlib.h>

struct writer {
    struct arena *arena;
    const struct report *report;
    const struct problem *problem;
};

/* jansson refuses bytes that are not UTF-8; plain text has none. */
static json_t *text_json(const struct writer *w, const char *s)
{
    return json_string(plain_line(w->arena, s));
}

static json_t *day_json(const struct writer *w, int64_t day)
{
    return json_string(date_phrase(w->arena, day));
}

/* Day 0 is a day that was not told. */
static void day_set(const struct writer *w, json_t *o, const char *key, int64_t day)
{
    if (day != 0)
        json_object_set_new(o, key, day_json(w, day));
}

static json_t *integer(int64_t n)
{
    return json_integer((json_int_t)n);
}

static json_t *ratio_json(struct ratio v)
{
    return json_pack("{s:I, s:I}", "part", (json_int_t)v.part, "whole", (json_int_t)v.whole);
}

/* ---- the period and its KPIs ------------------------------------------- */

static json_t *period_json(const struct writer *w)
{
    static const char *const KINDS[] = {
        [PERIOD_WEEK] = "week", [PERIOD_MONTH] = "month", [PERIOD_QUARTER] = "quarter"};
    const struct period *p = &w->report->measured->period;
    return json_pack("{s:s, s:s, s:o, s:o, s:i, s:i}", "kind", KINDS[p->kind], "name",
                     p->name, "from", day_json(w, p->from_day), "to", day_json(w, p->to_day),
                     "weeks", period_weeks(p), "weeks_with_roster", w->report->n_in);
}

static json_t *kpis_json(const struct report *r)
{
    json_t *list = json_array();
    for (int k = 0; k < KPI_COUNT; k++) {
        json_t *o = json_pack("{s:s, s:s}", "name", KPI_ROWS[k].name, "unit",
                              KPI_ROWS[k].unit);
        json_object_update_new(o, ratio_json(r->kpi[k]));
        json_array_append_new(list, o);
    }
    return list;
}

/* ---- decisions --------------------------------------------------------- */

static json_t *decision_json(const struct writer *w, int client, int decision)
{
    const struct decision *d = &w->problem->decisions[decision];
    return json_pack("{s:o, s:o, s:s}", "client",
                     text_json(w, w->problem->clients[client].id), "decision",
                     text_json(w, d->id), "legal_basis", legal_basis_word(d->basis));
}

static json_t *ledger_row_json(const struct writer *w, const struct ledger_row *l)
{
    const struct decision *d = &w->problem->decisions[l->decision];
    json_t *o = decision_json(w, l->client, l->decision);
    json_object_set_new(o, "period",
                        json_string(ledger_period(w->arena, d->period, l->from_day)));
    json_object_set_new(o, "from", day_json(w, l->from_day));
    json_object_set_new(o, "to", day_json(w, l->to_day));
    json_object_set_new(o, "granted_minutes", json_integer(l->granted));
    json_object_set_new(o, "carried_minutes", json_integer(l->carried));
    json_object_set_new(o, "delivered_minutes", json_integer(l->delivered));
    json_object_set_new(o, "planned_minutes", json_integer(l->planned));
    json_object_set_new(o, "left_minutes", json_integer(l->left));
    json_object_set_new(o, "pace_minutes", json_integer(l->pace));
    json_object_set_new(o, "lapsing_minutes",
                        l->covered ? json_integer(l->lapsing) : json_null());
    json_object_set_new(o, "closed", json_boolean(l->closed));
    json_object_set_new(o, "covered", json_boolean(l->covered));
    return o;
}

static json_t *ledger_json(const struct writer *w)
{
    json_t *list = json_array();
    for (int i = 0; i < w->report->n_ledger; i++)
        json_array_append_new(list, ledger_row_json(w, &w->report->ledger[i]));
    return list;
}

static json_t *clock_row_json(const struct writer *w, const struct clock_row *k)
{
    json_t *o = decision_json(w, k->client, k->decision);
    day_set(w, o, "decided", w->problem->decisions[k->decision].decided_day);
    json_object_set_new(o, "interrupted", json_boolean(k->interrupted));
    json_object_set_new(o, "since", day_json(w, k->since_day));
    day_set(w, o, "ended", k->ended_day);
    json_object_set_new(o, "days", json_integer(k->days));
    json_object_set_new(o, "level", json_string(clock_level_word(k->level)));
    json_object_set_new(o, "delay", text_json(w, k->delay));
    return o;
}

/* All rows of the clock, or those of the quarterly list. */
static json_t *clock_json(const struct writer *w, bool reportable_only)
{
    json_t *list = json_array();
    for (int i = 0; i < w->report->n_clock; i++)
        if (!reportable_only || clock_reportable(&w->report->clock[i]))
            json_array_append_new(list, clock_row_json(w, &w->report->clock[i]));
    return list;
}

/* ---- equity ------------------------------------------------------------ */

static json_t *ratios_json(const struct ratio values[KPI_COUNT])
{
    json_t *o = json_object();
    for (int k = 0; k < KPI_COUNT; k++)
        if (KPI_ROWS[k].of_clients)
            json_object_set_new(o, KPI_ROWS[k].name, ratio_json(values[k]));
    return o;
}

static json_t *group_json(const struct writer *w, const struct equity_cell *c)
{
    return json_pack("{s:o, s:i, s:o}", "group", text_json(w, c->group), "clients",
                     c->n_clients, "kpis", ratios_json(c->kpi));
}

static json_t *dimension_json(const struct writer *w, enum dimension d)
{
    const struct equity *e = w->report->equity;
    json_t *told = json_array();
    int not_told = 0;
    for (int i = 0; i < e->n_cells; i++) {
        if (e->cells[i].dimension != d)
            continue;
        not_told += e->cells[i].suppressed;
        if (!e->cells[i].suppressed)
            json_array_append_new(told, group_json(w, &e->cells[i]));
    }
    return json_pack("{s:s, s:o, s:i, s:o}", "by", dimension_word(d), "groups", told,
                     "groups_not_told", not_told, "gaps", ratios_json(e->gap[d]));
}

static json_t *equity_json(const struct writer *w)
{
    json_t *list = json_array();
    for (int d = 0; d < DIMENSIONS; d++)
        json_array_append_new(list, dimension_json(w, (enum dimension)d));
    return list;
}

/* ---- cost and legality ------------------------------------------------- */

static json_t *cost_json(const struct cost *c)
{
    struct cost_part parts[24];
    int n = cost_parts(c, parts);
    json_t *names = json_object();
    json_t *o = json_pack("{s:o, s:I, s:o, s:I}", "parts_ore", names, "total_ore",
                          (json_int_t)c->total, "ore_per_delivered_hour",
                          ratio_json((struct ratio){c->total * HOUR, c->delivered_minutes}),
                          "pension_ore", (json_int_t)c->pension);
    for (int i = 0; i < n; i++)
        json_object_set_new(names, parts[i].name, integer(parts[i].ore));
    return o;
}

static json_t *hours_json(const struct cost *c)
{
    json_t *classes = json_object();
    for (int u = 0; u < UNSOCIAL_COUNT; u++)
        json_object_set_new(classes, unsocial_word((enum unsocial)u),
                            integer(c->unsocial_minutes[u]));
    return json_pack("{s:I, s:I, s:I, s:I, s:I, s:o}", "delivered",
                     (json_int_t)c->delivered_minutes, "visits",
                     (json_int_t)c->visit_minutes, "paid", (json_int_t)c->paid_minutes,
                     "travel", (json_int_t)c->travel_minutes, "idle",
                     (json_int_t)c->idle_minutes, "employees_visits", classes);
}

static json_t *legality_json(const struct writer *w)
{
    struct rule_tally tallies[RULE_COUNT];
    json_t *list = json_array();
    rule_tallies(w->arena, w->report, tallies);
    for (int i = 0; i < RULE_COUNT; i++)
        if (tallies[i].times > 0)
            json_array_append_new(
                list, json_pack("{s:s, s:b, s:i, s:I, s:s, s:s}", "rule", RULE_ROWS[i].name,
                                "hard", RULE_ROWS[i].tier == TIER_HARD, "times",
                                tallies[i].times, "amount", (json_int_t)tallies[i].amount,
                                "unit", RULE_ROWS[i].unit, "weeks", tallies[i].weeks));
    return json_pack("{s:i, s:o}", "breaches", w->report->n_breaches, "rules", list);
}

/* ---- the document ------------------------------------------------------ */

static json_t *report_object(const struct writer *w)
{
    const struct report *r = w->report;
    const struct problem *p = w->problem;
    json_t *o = json_pack("{s:s, s:i, s:{s:o, s:o, s:b}, s:o, s:o}", "format",
                          "ledsaga-report", "version", 1, "unit", "id",
                          text_json(w, p->unit_id), "name", text_json(w, p->unit_name),
                          "synthetic", (int)p->synthetic, "period", period_json(w), "as_of",
                          day_json(w, r->measured->as_of));
    json_object_set_new(o, "requests", json_integer(r->n_requests));
    json_object_set_new(o, "served", json_integer(r->n_served));
    json_object_set_new(o, "legality", legality_json(w));
    json_object_set_new(o, "kpis", kpis_json(r));
    json_object_set_new(o, "cost", json_pack("{s:o, s:o, s:o}", "average",
                                             cost_json(&r->cost), "marginal",
                                             cost_json(&r->cost_marginal), "minutes",
                                             hours_json(&r->cost)));
    json_object_set_new(o, "clock", clock_json(w, false));
    json_object_set_new(o, "quarterly_list", clock_json(w, true));
    json_object_set_new(o, "ledger", ledger_json(w));
    json_object_set_new(o, "equity", equity_json(w));
    return o;
}

const char *report_json(struct arena *a, const struct report *r)
{
    struct writer w = {a, r, report_problem(r)};
    json_t *document = report_object(&w);
    char *bytes = json_dumps(document, JSON_INDENT(1));
    const char *copy = arena_print(a, "%s\n", bytes ? bytes : "");
    free(bytes);
    json_decref(document);
    return copy;
}
