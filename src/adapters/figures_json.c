/* The rules and the figures a unit may set, as one JSON document for programs
 * that offer them to people. */
#include "base/text.h"
#include "ledsaga/show.h"

#include <jansson.h>
#include <stdlib.h>

static json_t *rules_json(void)
{
    json_t *list = json_array();
    for (int i = 0; i < RULE_COUNT; i++)
        json_array_append_new(
            list, json_pack("{s:s, s:i, s:s, s:s, s:s}", "name",
                            RULE_ROWS[i].name, "tier", RULE_ROWS[i].tier, "unit",
                            RULE_ROWS[i].unit, "sentence",
                            _(RULE_ROWS[i].sentence), "source",
                            _(RULE_ROWS[i].source)));
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
        "{s:s, s:i, s:o, s:o, s:o}", "format", "ledsaga-options", "version", 1,
        "rules", rules_json(), "figures", rows_json(RULE_FIGURE_ROWS), "weights",
        rows_json(WEIGHT_FIGURE_ROWS));
    char *bytes = json_dumps(document, JSON_INDENT(1));
    const char *copy = arena_print(a, "%s\n", bytes ? bytes : "");
    free(bytes);
    json_decref(document);
    return copy;
}
