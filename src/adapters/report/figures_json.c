/* The rules, the figures a unit may set and the profiles it may name, as JSON
 * documents for programs that offer them to people. */
#include "adapters/report/report_view.h"
#include "base/text.h"
#include "ledsaga/show.h"

#include <jansson.h>
#include <stdlib.h>

/* Takes the document. */
static const char *dumped(struct arena *a, json_t *document)
{
    char *bytes = json_dumps(document, JSON_INDENT(1));
    const char *copy = arena_print(a, "%s\n", bytes ? bytes : "");
    free(bytes);
    json_decref(document);
    return copy;
}

static json_t *rules_json(void)
{
    json_t *list = json_array();
    for (int i = 0; i < RULE_COUNT; i++)
        json_array_append_new(
            list, json_pack("{s:s, s:i, s:s, s:s, s:s, s:{s:s, s:s}}", "name",
                            RULE_ROWS[i].name, "tier", RULE_ROWS[i].tier, "unit",
                            RULE_ROWS[i].unit, "sentence",
                            _(RULE_ROWS[i].sentence), "source",
                            _(RULE_ROWS[i].source), "program", "rows",
                            RULE_CARRIED[i].names, "how",
                            _(RULE_CARRIED[i].how)));
    return list;
}

static json_t *rows_json(const struct figure *row)
{
    json_t *list = json_array();
    for (; row->name; row++)
        json_array_append_new(
            list, json_pack("{s:s, s:i, s:i, s:i, s:s, s:s}", "name", row->name,
                            "default", row->value, "minimum", row->least,
                            "maximum", row->most, "unit", row->unit, "text",
                            _(row->text)));
    return list;
}

const char *figures_json(struct arena *a)
{
    json_t *document = json_pack(
        "{s:s, s:i, s:o, s:o, s:o, s:o}", "format", "ledsaga-options",
        "version", 1, "rules", rules_json(), "figures",
        rows_json(RULE_FIGURE_ROWS), "costs", rows_json(COST_FIGURE_ROWS),
        "weights", rows_json(WEIGHT_FIGURE_ROWS));
    return dumped(a, document);
}

/* ---- profiles ---- */

static json_t *value_json(struct arena *a, const struct profile_value *v)
{
    return json_pack("{s:s, s:i, s:s, s:s, s:s, s:b, s:s}", "figure", v->figure,
                     "value", v->value, "unit", profile_figure(v)->unit, "from", date_phrase(a, v->from_day),
                     "source", v->source,
                     "confirm", v->confirm, "notes", v->notes);
}

static json_t *profile_json(struct arena *a, const struct profile *p)
{
    json_t *values = json_array();
    for (int i = 0; i < p->n_values; i++)
        json_array_append_new(values, value_json(a, &p->values[i]));
    return json_pack("{s:s, s:s, s:s, s:s, s:s, s:o}", "id", p->id, "name",
                     p->name, "kind", p->kind, "file", p->file, "notes",
                     p->notes, "values", values);
}

static json_t *default_json(void)
{
    json_t *list = json_array();
    for (int i = 0; PROFILES_DEFAULT[i]; i++)
        json_array_append_new(list, json_string(PROFILES_DEFAULT[i]));
    return list;
}

const char *profiles_json(struct arena *a, const struct profile *profiles, int n)
{
    json_t *list = json_array();
    for (int i = 0; i < n; i++)
        json_array_append_new(list, profile_json(a, &profiles[i]));
    return dumped(a, json_pack("{s:s, s:i, s:o, s:o}", "format",
                               "ledsaga-profiles", "version", 1, "default",
                               default_json(), "profiles", list));
}
