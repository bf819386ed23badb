#include "adapters/import/import_told.h"

#include "adapters/text/phrase.h"
#include "adapters/text/plain.h"
#include "base/text.h"

#include <jansson.h>
#include <string.h>

static const char *text_of(const json_t *o, const char *key)
{
    const char *s = json_string_value(json_object_get(o, key));

    return s ? s : "";
}

static const char *stretch(struct arena *a, const struct week *w, int from, int to)
{
    struct moment last = week_moment(w, to - 1), end = week_moment(w, to);
    bool midnight = end.hour == 0 && end.minute == 0; /* of the day that it ends */

    if (week_moment(w, from).mday == last.mday)
        return arena_print(a, "%s–%s", moment_sentence(a, w, from),
                           midnight ? "24:00" : clock_phrase(a, w, to));
    return arena_print(a, "%s–%s", moment_sentence(a, w, from), moment_sentence(a, w, to));
}

static const json_t *first_time(const json_t *request)
{
    return json_array_get(json_object_get(request, "alternatives"), 0);
}

static bool request_start(struct arena *a, const struct week *w, const json_t *o, int *start)
{
    const json_t *first = first_time(o);
    const char *at = text_of(first, "at");

    if (!*at)
        at = *text_of(first, "wish") ? text_of(first, "wish") : text_of(first, "from");
    return week_scan(w, arena_print(a, "%sT%s", text_of(first, "date"), at), start);
}

int thing_start(struct arena *a, const struct week *w, enum import_kind kind, const char *json)
{
    json_t *o = json_loads(json, 0, NULL);
    int start = 0;

    if (kind == IMPORT_REQUEST)
        request_start(a, w, o, &start);
    else
        week_scan(w, text_of(o, "from"), &start);
    json_decref(o);
    return start;
}

static const char *request_when(struct arena *a, const struct week *w, const json_t *o)
{
    const json_t *first = first_time(o);
    int minutes = (int)json_integer_value(json_object_get(o, "minutes"));
    int start;

    if (!request_start(a, w, o, &start))
        return text_of(first, "date");
    const char *when = stretch(a, w, start, start + minutes);
    if (*text_of(first, "from"))
        return arena_print(a, _("%s (start %s–%s)"), when, text_of(first, "from"),
                           text_of(first, "to"));
    return when;
}

static const char *span_when(struct arena *a, const struct week *w, const json_t *o)
{
    int from, to;

    if (!week_scan(w, text_of(o, "from"), &from) || !week_scan(w, text_of(o, "to"), &to))
        return "";
    return stretch(a, w, from, to);
}

const char *thing_when(struct arena *a, const struct week *w, enum import_kind kind,
                       const char *json)
{
    json_t *o = json_loads(json, 0, NULL);
    const char *when = kind == IMPORT_REQUEST ? request_when(a, w, o) : span_when(a, w, o);

    when = arena_copy(a, when);
    json_decref(o);
    return when;
}

const char *thing_what(struct arena *a, const struct problem *p, enum import_kind kind,
                       const char *json)
{
    json_t *o = json_loads(json, 0, NULL);
    struct text t = text_new(a);

    if (kind == IMPORT_REQUEST) {
        int place = problem_find_place(p, text_of(o, "meet"));
        text_add(&t, text_of(o, "activity"));
        if (place != NONE)
            text_print(&t, " (%s)", place_name(a, p, place));
    } else {
        text_add(&t, text_of(o, "reason"));
    }
    json_decref(o);
    return plain_line(a, text_done(&t));
}

const char *change_before(struct arena *a, const struct problem *p,
                          const struct import_change *c)
{
    const struct week *w = &p->week;

    if (c->act != ACT_UPDATE)
        return "";
    const char *was = thing_when(a, w, c->kind, c->was), *is = thing_when(a, w, c->kind, c->is);
    const char *old = thing_what(a, p, c->kind, c->was), *new = thing_what(a, p, c->kind, c->is);
    if (strcmp(was, is) != 0 && strcmp(old, new) != 0)
        return arena_print(a, "%s, %s", was, old);
    return strcmp(was, is) != 0 ? was : strcmp(old, new) != 0 ? old : "";
}

const char *change_person(struct arena *a, const struct problem *p,
                          const struct import_change *c)
{
    int i = c->kind == IMPORT_REQUEST ? problem_find_client(p, c->person)
                                      : problem_find_escort(p, c->person);

    if (i == NONE)
        return c->person;
    return c->kind == IMPORT_REQUEST ? client_name(a, p, i) : escort_name(a, p, i);
}

const char *place_in_source(struct arena *a, const struct import_reading *r, int document,
                            int line)
{
    if (document >= r->n_documents)
        return "";
    const char *name = plain_line(a, r->documents[document].name);
    return line > 0 ? arena_print(a, "%s:%d", name, line) : name;
}
