/* A frontier as one JSON document for other programs: its points with their weighings and
 * lines, and what one more escort would give. */
#include "adapters/text/plain.h"
#include "base/text.h"
#include "ledsaga/frontier.h"

#include <jansson.h>
#include <stdlib.h>

static json_t *point_json(const struct frontier_point *p)
{
    return json_pack("{s[II] s[ii] sf sb}", "at", (json_int_t)p->at[0], (json_int_t)p->at[1],
                     "weights", p->weight[0], p->weight[1], "line", p->line, "settled",
                     (int)p->settled);
}

static json_t *points_json(const struct frontier_point *list, int n)
{
    json_t *points = json_array();
    for (int i = 0; i < n; i++)
        json_array_append_new(points, point_json(&list[i]));
    return points;
}

static json_t *axis_json(enum axis axis)
{
    return json_pack("{ss ss}", "name", AXIS_ROWS[axis].name, "unit", AXIS_ROWS[axis].unit);
}

static json_t *marginal_json(const struct marginal *m)
{
    static const char *const DAY_WORDS[] = {"mon", "tue", "wed", "thu", "fri", "sat", "sun"};
    json_t *o = json_pack("{ss* ss* ss}", "skill", m->skill, "language", m->language, "day",
                          DAY_WORDS[m->day]);
    if (m->most >= 0)
        json_object_set_new(o, "at_most", json_integer(m->most));
    if (m->verified)
        json_object_set_new(o, "gained",
                            json_pack("{s[II] si}", "points", (json_int_t)m->gain[0],
                                      (json_int_t)m->gain[1], "minutes", m->minutes));
    return o;
}

const char *frontier_json(struct arena *a, const struct problem *p, const struct frontier *f,
                          const struct marginals *m)
{
    char week[16];
    json_t *more = json_array();
    week_name(&p->week, week);
    for (int i = 0; m && i < m->n; i++)
        json_array_append_new(more, marginal_json(&m->list[i]));
    json_t *document = json_pack(
        "{ss si so ss s[oo] sb s{sI sI} so so so}", "format", "ledsaga-frontier", "version", 1,
        "unit", json_string(plain_line(a, p->unit_id)), "week", week, "axes",
        axis_json(f->axis[0]), axis_json(f->axis[1]), "rights_kept", (int)f->rights_kept,
        "rights", "value", (json_int_t)f->rights.value, "bound", (json_int_t)f->rights.bound,
        "points", points_json(f->points, f->n), "lines", points_json(f->lines, f->n_lines),
        "one_more_escort", more);
    char *bytes = json_dumps(document, JSON_INDENT(1) | JSON_REAL_PRECISION(12));
    const char *text = arena_print(a, "%s\n", bytes ? bytes : "");
    free(bytes);
    json_decref(document);
    return text;
}
