#include "adapters/publish/publish_record.h"

#include "adapters/show/sheet.h"
#include "adapters/text/splice.h"
#include "base/file.h"
#include "base/text.h"
#include "ledsaga/workspace.h"

#include <jansson.h>
#include <stdlib.h>
#include <string.h>

static void notes_keep(json_t *new, json_t *old)
{
    for (void *i = json_object_iter(old); i; i = json_object_iter_next(old, i))
        if (strncmp(json_object_iter_key(i), "x-", 2) == 0)
            json_object_set(new, json_object_iter_key(i), json_object_iter_value(i));
}

static json_t *visit_object(const struct problem *p, const struct roster *r, int request)
{
    const struct visit *v = &r->visits[request];
    json_t *escorts = json_array();
    char start[32];

    week_format(&p->week, v->start, start);
    for (int i = 0; i < v->n_escorts; i++)
        json_array_append_new(escorts, json_string(p->escorts[v->escorts[i]].id));
    return json_pack("{s:s, s:s, s:i, s:o}", "request", p->requests[request].id, "start",
                     start, "minutes", v->minutes, "escorts", escorts);
}

/* The old visits by their requests. */
static json_t *visits_by_request(const json_t *record)
{
    json_t *all = json_object(), *visit;
    size_t i;

    json_array_foreach(json_object_get(record, "visits"), i, visit)
    {
        const char *request = json_string_value(json_object_get(visit, "request"));
        if (request)
            json_object_set(all, request, visit);
    }
    return all;
}

/* Takes the value. */
static void value_add(struct text *t, json_t *value)
{
    char *dump = json_dumps(value, JSON_ENCODE_ANY);

    require(dump, "what was read from JSON can be written as JSON");
    text_add(t, dump);
    free(dump);
    json_decref(value);
}

static void day_add(struct text *t, int64_t day)
{
    int year, month, mday;

    date_of_days(day, &year, &month, &mday);
    text_print(t, "\"%04d-%02d-%02d\"", year, month, mday);
}

static void notes_add(struct text *t, json_t *record)
{
    for (void *i = json_object_iter(record); i; i = json_object_iter_next(record, i)) {
        if (strncmp(json_object_iter_key(i), "x-", 2) != 0)
            continue;
        text_add(t, ",\n  ");
        value_add(t, json_string(json_object_iter_key(i)));
        text_add(t, ": ");
        value_add(t, json_incref(json_object_iter_value(i)));
    }
}

static const char *record_text(struct arena *a, const struct sheet *s, json_t *old,
                               int64_t on_day)
{
    json_t *before = visits_by_request(old);
    struct text t = text_new(a);
    int n;
    const int *served = sheet_served(a, s, NONE, NONE, &n);

    text_add(&t, "{\n  \"on\": ");
    day_add(&t, s->problem->published ? s->problem->published : on_day);
    text_add(&t, ",\n  \"visits\": [");
    for (int i = 0; i < n; i++) {
        json_t *visit = visit_object(s->problem, s->roster, served[i]);
        notes_keep(visit, json_object_get(before, s->problem->requests[served[i]].id));
        text_add(&t, i ? ",\n   " : "\n   ");
        value_add(&t, visit);
    }
    text_add(&t, "\n  ]");
    notes_add(&t, old);
    text_add(&t, "\n }");
    json_decref(before);
    return text_done(&t);
}

/* The same value, whatever its lines look like. */
static bool record_same(const json_t *old, const char *text)
{
    json_t *new = json_loads(text, 0, NULL);
    bool same = json_equal(old, new);

    json_decref(new);
    return same;
}

/* A key that is written with escapes would be missed, and put in twice: that is seen here. */
static enum status document_check(const char *path, const char *text, struct faults *f)
{
    json_error_t error;
    json_t *whole = json_loads(text + (strncmp(text, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0),
                               JSON_REJECT_DUPLICATES, &error);

    json_decref(whole);
    if (!whole)
        return faults_add(f, STATUS_SYNTAX, path, "published",
                          _("Write the keys of the file without backslashes."),
                          _("the roster cannot be entered as published: %s"), error.text);
    return STATUS_OK;
}

/* The roster may have been made some days before it is given out. */
static const char *today_raised(struct arena *a, const char *document,
                                const struct problem *p, int64_t on_day)
{
    struct text day = text_new(a);

    if (p->published || p->today == 0 || p->today >= on_day)
        return document;
    day_add(&day, on_day);
    return splice_member(a, document, "today", text_done(&day), "week");
}

enum status publish_record_put(struct arena *a, const struct sheet *s, const char *path,
                               const char *document, int64_t on_day, const char **out,
                               struct faults *f)
{
    const int64_t sunday = s->problem->week.monday + DAYS - 1;
    const int64_t day = on_day > sunday ? sunday : on_day; /* a week that is over was given
                                                              out while it was not */
    const char *text = document + (strncmp(document, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0);
    json_t *root = json_loads(text, 0, NULL);
    json_t *old = json_object_get(root, "published");
    const char *record = record_text(a, s, old, day);
    bool same = record_same(old, record);

    json_decref(root);
    *out = document;
    if (same)
        return STATUS_OK;
    *out = splice_member(a, today_raised(a, document, s->problem, day), "published", record,
                         "today");
    return document_check(path, *out, f);
}

enum status publish_record(struct arena *a, const struct sheet *s, const char *dir,
                           int64_t on_day, const char **week_text, struct faults *f)
{
    const struct week *w = &s->problem->week;
    const char *path = workspace_path(a, dir, w->iso_year, w->iso_week, "week.json");
    char *document;
    size_t length;

    TRY(file_read(a, path, &document, &length, f));
    TRY(publish_record_put(a, s, path, document, on_day, week_text, f));
    if (*week_text == document)
        *week_text = NULL;
    return STATUS_OK;
}
