/* A comparison as one JSON document for other programs, as models/whatif.schema.json says:
 * values in the units of the measures' list, and every run's own numbers as fractions, so
 * that nothing is rounded away. The same results give the same bytes, whoever made them. */
#include "adapters/text/plain.h"
#include "adapters/whatif/whatif_view.h"
#include "base/text.h"
#include "ledsaga/version.h"

#include <inttypes.h>
#include <jansson.h>
#include <stdlib.h>

struct writer {
    struct arena *arena;
    const struct comparison *c;
};

/* jansson refuses bytes that are not UTF-8; plain text has none. */
static json_t *text_json(const struct writer *w, const char *s)
{
    return json_string(plain_line(w->arena, s));
}

static json_t *hash_json(const struct writer *w, uint64_t hash)
{
    return json_string(arena_print(w->arena, "%016" PRIx64, hash));
}

static void document_done(struct arena *a, json_t *document, const char **out)
{
    char *bytes = json_dumps(document, JSON_INDENT(1) | JSON_REAL_PRECISION(12));
    *out = arena_print(a, "%s\n", bytes ? bytes : "");
    free(bytes);
    json_decref(document);
}

/* ---- scenarios ---------------------------------------------------------- */

static json_t *assumptions_json(const struct writer *w, const struct scenario *s)
{
    json_t *list = json_array();
    for (int i = 0; i < s->n_assumptions; i++) {
        const struct assumption *x = &s->assumptions[i];
        json_array_append_new(list, json_pack("{so so so}", "text", text_json(w, x->text),
                                              "values", text_json(w, x->values), "source",
                                              text_json(w, x->source)));
    }
    return list;
}

static json_t *scenario_json(const struct writer *w, const struct scenario *s)
{
    json_t *o = json_pack("{so so so}", "id", text_json(w, s->id), "name",
                          text_json(w, s->name), "about", text_json(w, s->about));
    if (*s->value)
        json_object_set_new(o, "swept",
                            json_pack("{so so so}", "key", text_json(w, s->swept), "value",
                                      text_json(w, s->value), "unit", text_json(w, s->unit)));
    json_object_set_new(o, "assumptions", assumptions_json(w, s));
    return o;
}

const char *scenarios_json(struct arena *a, const struct scenario *list, int n)
{
    const struct writer w = {a, NULL};
    json_t *scenarios = json_array();
    const char *text;
    for (int i = 0; i < n; i++)
        json_array_append_new(scenarios, scenario_json(&w, &list[i]));
    document_done(a,
                  json_pack("{ss si so}", "format", "ledsaga-scenarios", "version", 1,
                            "scenarios", scenarios),
                  &text);
    return text;
}

/* ---- numbers ------------------------------------------------------------ */

static json_t *tier_json(const struct compared_tier *t, int tier)
{
    json_t *o = json_pack("{ss sf sf sf sf ss}", "name", tier == 0 ? "rights" : "rest", "value",
                          t->value, "bound", t->bound, "least", t->least, "most", t->most,
                          "finding", finding_word(t->finding));
    if (t->compared)
        json_object_set_new(o, "difference",
                            json_pack("[ff]", t->difference_least, t->difference_most));
    json_t *pairs = json_object();
    for (int f = FINDING_FEWER; f < FINDING_COUNT; f++)
        json_object_set_new(pairs, finding_word((enum finding)f), json_integer(t->pairs[f]));
    json_object_set_new(o, "pairs", pairs);
    return o;
}

static json_t *measure_json(enum measure m, const struct compared *x)
{
    json_t *o = json_pack("{ss ss sf sf sf}", "name", MEASURE_ROWS[m].name, "unit",
                          measure_unit(m), "value", measure_shown(m, x->value), "least",
                          measure_shown(m, x->least), "most", measure_shown(m, x->most));
    if (x->paired)
        json_object_set_new(
            o, "difference",
            json_pack("{sf sf sf}", "value", measure_shown(m, x->difference), "least",
                      measure_shown(m, x->difference_least), "most",
                      measure_shown(m, x->difference_most)));
    return o;
}

static json_t *run_result_json(const struct writer *w, int scenario, int run)
{
    const struct comparison *c = w->c;
    const struct run_result *r = &c->results[scenario * c->n_runs + run];
    json_t *measures = json_object(), *tiers = json_array();
    for (int t = 0; t < TIERS_PROVED; t++)
        json_array_append_new(tiers, json_pack("[II]", (json_int_t)r->tier[t].bound,
                                               (json_int_t)r->tier[t].value));
    for (int m = 0; m < MEASURE_COUNT; m++)
        json_object_set_new(measures, MEASURE_ROWS[m].name,
                            json_pack("[II]", (json_int_t)r->measure[m].part,
                                      (json_int_t)r->measure[m].whole));
    return json_pack("{ss sI so so so so}", "week", c->weeks[run / c->n_demands], "demand",
                     (json_int_t)c->demands[run % c->n_demands], "key", hash_json(w, r->key),
                     "input_hash", hash_json(w, r->input_hash), "tiers", tiers, "measures",
                     measures);
}

static json_t *compared_json(const struct writer *w, int s)
{
    const struct comparison *c = w->c;
    json_t *o = scenario_json(w, &c->scenarios[s]);
    json_t *tiers = json_array(), *measures = json_array(), *runs = json_array();
    for (int t = 0; t < TIERS_PROVED; t++)
        json_array_append_new(tiers, tier_json(&c->tier[s][t], t));
    for (int m = 0; m < MEASURE_COUNT; m++)
        if (c->measure[s][m].there)
            json_array_append_new(measures, measure_json((enum measure)m, &c->measure[s][m]));
    for (int r = 0; r < c->n_runs; r++)
        json_array_append_new(runs, run_result_json(w, s, r));
    json_object_set_new(o, "tiers", tiers);
    json_object_set_new(o, "measures", measures);
    json_object_set_new(o, "runs", runs);
    return o;
}

/* ---- the whole ---------------------------------------------------------- */

static json_t *settings_json(const struct run_settings *s)
{
    return json_pack("{sI sI sf sb}", "seed", (json_int_t)s->seed, "effort",
                     (json_int_t)s->effort, "gap", s->gap, "prove", (int)s->prove);
}

static json_t *names_json(const char *const *list, int n)
{
    json_t *names = json_array();
    for (int i = 0; i < n; i++)
        json_array_append_new(names, json_string(list[i]));
    return names;
}

const char *whatif_json(struct arena *a, const struct comparison *c)
{
    const struct writer w = {a, c};
    json_t *scenarios = json_array();
    const char *text;
    for (int s = 0; s < c->n_scenarios; s++)
        json_array_append_new(scenarios, compared_json(&w, s));
    json_t *document = json_pack(
        "{ss si ss s{so so sb} so so si so}", "format", "ledsaga-whatif", "version", 1,
        "program", "ledsaga " LEDSAGA_VERSION, "unit", "id", text_json(&w, c->unit_id), "name",
        text_json(&w, c->unit_name), "synthetic", (int)c->synthetic, "settings",
        settings_json(&c->settings), "weeks", names_json(c->weeks, c->n_weeks), "demands",
        c->n_demands, "scenarios", scenarios);
    document_done(a, document, &text);
    return text;
}
