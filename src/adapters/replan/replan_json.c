#include "adapters/replan/replan_told.h"

#include "adapters/replan/news_json.h"
#include "base/text.h"

#include <jansson.h>
#include <stdlib.h>

static json_t *tier_json(const struct tier_result *t)
{
    return json_pack("{sI sI sb}", "value", (json_int_t)t->value, "bound", (json_int_t)t->bound,
                     "proved", t->bound >= t->value);
}

static json_t *served_json(const struct problem *p, const struct roster *r)
{
    int n = 0;

    for (int i = 0; i < r->n_requests; i++)
        n += roster_serves(r, i);
    return json_pack("{si si}", "served", n, "requests", p->n_requests);
}

static json_t *events_json(const struct replan_sheet *s)
{
    json_t *list = json_array();

    for (int i = 0; s->events && i < s->events->n; i++)
        json_array_append_new(list, json_string(s->events->list[i].said));
    return list;
}

static json_t *vetoed_json(const struct replan_sheet *s)
{
    json_t *list = json_array();
    char week[24];

    for (int i = 0; i < s->n_vetoed; i++) {
        const struct vetoed *v = &s->vetoed[i];
        snprintf(week, sizeof week, "%04d-W%02d", v->week.year, v->week.week);
        json_array_append_new(list, json_pack("{ss ss si}", "week", week, "event", v->said,
                                              "visits", v->visits));
    }
    return list;
}

/* ---- the whole ------------------------------------------------------------ */

static const char *dumped(struct arena *a, json_t *o, size_t flags)
{
    char *dump = json_dumps(o, flags);

    require(dump, "what was planned anew is told in sound text");
    const char *text = arena_copy(a, dump);
    free(dump);
    json_decref(o);
    return text;
}

const char *replan_json(struct arena *a, const struct replan_sheet *s)
{
    char week[16];

    week_name(&s->after->week, week);
    json_t *o = json_pack("{ss si ss so so so sI so si sb}", "format", "ledsaga-replan",
                          "version", 1, "week", week, "events", events_json(s), "before",
                          served_json(s->before, s->roster_before), "now",
                          served_json(s->after, s->roster), "rights_before",
                          (json_int_t)s->rights_before, "rights", tier_json(&s->rights),
                          "people_told", news_people(s->news, s->n), "written",
                          !s->dry && !s->known);
    if (s->events) {
        json_object_set_new(o, "changes", tier_json(&s->told));
        json_object_set_new(o, "as_delivered", json_boolean(s->as_delivered));
        json_object_set_new(o, "other_weeks", vetoed_json(s));
    }
    json_object_set_new(o, "people", news_json(a, s->after, s->news, s->n));
    return arena_print(a, "%s\n", dumped(a, o, JSON_INDENT(1)));
}

const char *replan_journal(struct arena *a, const struct replan_sheet *s)
{
    json_t *o = json_pack("{ss si}", "change", s->events ? "replan" : "undo", "people_told",
                          news_people(s->news, s->n));

    if (s->events) {
        json_object_set_new(o, "events", events_json(s));
        json_object_set_new(o, "changes", tier_json(&s->told));
    }
    return dumped(a, o, 0);
}
