#include "adapters/replan/news_json.h"

#include "adapters/text/phrase.h"
#include "adapters/text/plain.h"

static json_t *moment_json(const struct week *w, int64_t utc)
{
    char when[32];

    week_format(w, week_minute_of_utc(w, utc), when);
    return json_string(when);
}

static json_t *facts_json(struct arena *a, const struct week *w,
                          const struct appointment_facts *f)
{
    if (!f)
        return json_null();
    json_t *with = json_array();
    for (int i = 0; i < f->n_names; i++)
        json_array_append_new(with, json_string(plain_line(a, f->ids[i])));
    return json_pack("{so so ss so}", "start", moment_json(w, f->start_utc), "end",
                     moment_json(w, f->end_utc), "activity", plain_line(a, f->activity), "with",
                     with);
}

static const char *kind_word(enum news_kind kind)
{
    return kind == NEWS_NEW ? "new" : kind == NEWS_CHANGED ? "changed" : "cancelled";
}

static json_t *changes_json(struct arena *a, const struct week *w, const struct news *x)
{
    json_t *list = json_array();

    for (int i = 0; i < x->n; i++)
        json_array_append_new(list, json_pack("{ss so so}", "what", kind_word(x->list[i].kind),
                                              "before", facts_json(a, w, x->list[i].before),
                                              "now", facts_json(a, w, x->list[i].now)));
    return list;
}

static const char *person_name(struct arena *a, const struct problem *p, const struct news *x)
{
    if (x->person == NONE)
        return plain_line(a, x->id);
    return x->kind == PERSON_CLIENT ? client_name(a, p, x->person) : escort_name(a, p, x->person);
}

static json_t *person_json(struct arena *a, const struct problem *p, const struct news *x)
{
    json_t *o = json_pack("{ss ss ss sb sb sb so so}", "kind", person_kind_word(x->kind), "id",
                          x->id, "name", person_name(a, p, x), "knows", x->knows, "loses",
                          x->loses, "must_accept", x->asked, "first",
                          moment_json(&p->week, x->first_utc), "changes",
                          changes_json(a, &p->week, x));

    if (x->waits_for != NONE)
        json_object_set_new(o, "once_accepted_by", json_string(p->escorts[x->waits_for].id));
    return o;
}

json_t *news_json(struct arena *a, const struct problem *p, const struct news *list, int n)
{
    json_t *all = json_array();

    for (int i = 0; i < n; i++)
        json_array_append_new(all, person_json(a, p, &list[i]));
    return all;
}
