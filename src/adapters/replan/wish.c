#include "adapters/replan/wish.h"

#include "base/text.h"

#include <jansson.h>
#include <stdlib.h>

const char *wish_id(struct arena *a, const struct problem *p)
{
    const char *id;
    int n = 1;

    do
        id = arena_print(a, "wish-%d", n++);
    while (problem_find_request(p, id) != NONE);
    return id;
}

static json_t *times_json(const struct wish *w)
{
    json_t *list = json_array();

    for (int i = 0; i < w->n_times; i++) {
        const struct wish_time *t = &w->times[i];
        json_array_append_new(list, t->at ? json_pack("{ss ss}", "date", t->date, "at", t->at)
                                          : json_pack("{ss ss ss}", "date", t->date, "from",
                                                      t->from, "to", t->to));
    }
    return list;
}

static json_t *skills_json(const struct wish *w)
{
    json_t *list = json_array();

    for (int i = 0; i < w->n_skills; i++)
        json_array_append_new(list, json_string(w->skills[i]));
    return json_pack("{so}", "skills", list);
}

const char *wish_request(struct arena *a, const struct wish *w, const char *id)
{
    json_t *o = json_pack("{ss ss ss si so}", "id", id, "client", w->client, "activity",
                          w->activity, "minutes", w->minutes, "alternatives", times_json(w));

    require(o, "a wish is told in sound text");
    if (w->place)
        json_object_set_new(o, "meet", json_string(w->place));
    if (w->escorts > 1)
        json_object_set_new(o, "escorts_needed", json_integer(w->escorts));
    if (w->n_skills > 0)
        json_object_set_new(o, "needs", skills_json(w));
    char *text = json_dumps(o, 0);
    const char *kept = arena_copy(a, text);
    free(text);
    json_decref(o);
    return kept;
}
