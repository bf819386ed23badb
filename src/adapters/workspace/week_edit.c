#include "adapters/workspace/week_edit.h"

#include "base/file.h"
#include "base/text.h"
#include "model/index.h"

#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Where the things of a list stand by one of their keys: a row for each, which stays when
 * others are taken out, for they leave a null until the week is written out. */
struct rows {
    json_t *list;
    const char *key;
    struct id_index by_value;
};

struct week_edit {
    struct arena *arena;
    json_t *root;
    int n_rows, room_rows;
    struct rows *rows;
};

/* ---- opening ---- */

enum status week_edit_open_text(struct arena *a, const char *path, const char *text,
                                struct week_edit **out, struct faults *f)
{
    struct week_edit *e = NEW(a, struct week_edit);

    if (strncmp(text, "\xEF\xBB\xBF", 3) == 0)
        text += 3;
    e->arena = a;
    e->root = json_loads(text, JSON_REJECT_DUPLICATES, NULL);
    if (!json_is_object(e->root)) {
        week_edit_close(e);
        return faults_add(f, STATUS_SYNTAX, path, "",
                          _("'ledsaga check' tells what is wrong with it."), "%s",
                          _("This is not the week.json of a week."));
    }
    *out = e;
    return STATUS_OK;
}

enum status week_edit_open(struct arena *a, const char *path, struct week_edit **out,
                           struct faults *f)
{
    char *text;
    size_t length;

    TRY(file_read(a, path, &text, &length, f));
    return week_edit_open_text(a, path, text, out, f);
}

void week_edit_close(struct week_edit *e)
{
    if (e) {
        json_decref(e->root);
        e->root = NULL;
    }
}

/* ---- finding ---- */

static bool says(const json_t *object, const char *key, const char *value)
{
    const char *text = json_string_value(json_object_get(object, key));

    return text && strcmp(text, value) == 0;
}

/* Row of the thing in the list; -1 if there is none. */
static int row_of(const json_t *list, const char *key, const char *value)
{
    for (size_t i = 0; i < json_array_size(list); i++)
        if (says(json_array_get(list, i), key, value))
            return (int)i;
    return -1;
}

static struct rows *rows_of(struct week_edit *e, json_t *list, const char *key)
{
    for (int i = 0; i < e->n_rows; i++)
        if (e->rows[i].list == list && strcmp(e->rows[i].key, key) == 0)
            return &e->rows[i];
    struct rows rows = {list, key, {0}};
    for (size_t i = 0; i < json_array_size(list); i++) {
        const char *value = json_string_value(json_object_get(json_array_get(list, i), key));
        if (value && id_find(&rows.by_value, value) == NONE)
            id_add(e->arena, &rows.by_value, arena_copy(e->arena, value), (int)i);
    }
    ARENA_PUSH(e->arena, e->rows, e->n_rows, e->room_rows, rows);
    return &e->rows[e->n_rows - 1];
}

/* As row_of(), for a thing of the many that are put. One that was taken out and comes back is
 * at the end. */
static int row_kept(struct week_edit *e, json_t *list, const char *key, const char *value)
{
    int row = id_find(&rows_of(e, list, key)->by_value, value);

    return row != NONE && says(json_array_get(list, (size_t)row), key, value)
               ? row
               : row == NONE ? -1 : row_of(list, key, value);
}

static json_t *grown(struct week_edit *e, const char *key)
{
    if (!json_object_get(e->root, key))
        json_object_set_new(e->root, key, json_array());
    return json_object_get(e->root, key);
}

/* The list that the thing is in or, with `make`, is to be in; NULL if there is none. An
 * escort who has said when they can work keeps the list when the last time is gone. */
static json_t *list_of(struct week_edit *e, const struct week_item *at, bool make)
{
    json_t *list = make ? grown(e, at->list) : json_object_get(e->root, at->list);

    if (!at->owner || !list)
        return list;
    int row = row_of(list, "escort", at->owner);
    if (row < 0 && !make)
        return NULL;
    if (row < 0) {
        json_array_append_new(list, json_pack("{s:s, s:[]}", "escort", at->owner, "spans"));
        row = (int)json_array_size(list) - 1;
    }
    return json_object_get(json_array_get(list, (size_t)row), "spans");
}

/* ---- changing ---- */

static json_t *parsed(const char *text)
{
    json_t *value = text ? json_loads(text, JSON_DECODE_ANY, NULL) : NULL;

    require(!text || value, "what is put into a week must be JSON");
    return value;
}

/* Member by member: only where the thing itself has changed since it was put last. */
static bool merge(json_t *there, json_t *was, json_t *is)
{
    const char *key;
    json_t *value;
    bool changed = false;

    json_object_foreach(is, key, value) {
        const json_t *now = json_object_get(there, key);
        if ((was && json_equal(value, json_object_get(was, key))) ||
            (now && json_equal(value, now)))
            continue;
        json_object_set(there, key, value);
        changed = true;
    }
    json_object_foreach(was, key, value)
        if (!json_object_get(is, key))
            changed = json_object_del(there, key) == 0 || changed;
    return changed;
}

/* Take out of a list what names the request under this key. */
static void unlist(json_t *list, const char *key, const char *request)
{
    for (int row; (row = row_of(list, key, request)) >= 0;)
        json_array_remove(list, (size_t)row);
}

static void forget_request(struct week_edit *e, const char *id)
{
    json_t *told = json_object_get(e->root, "published");

    unlist(json_object_get(e->root, "in_step"), "first", id);
    unlist(json_object_get(e->root, "in_step"), "second", id);
    unlist(json_object_get(e->root, "pins"), "request", id);
    unlist(json_object_get(told, "visits"), "request", id);
}

static bool removed(struct week_edit *e, const struct week_item *at)
{
    json_t *list = list_of(e, at, false);
    int row = list ? row_kept(e, list, at->key, at->value) : -1;

    if (row < 0)
        return false;
    json_array_set_new(list, (size_t)row, json_null());
    if (strcmp(at->list, "requests") == 0)
        forget_request(e, at->value);
    return true;
}

static void row_added(struct week_edit *e, json_t *list, const struct week_item *at, json_t *now)
{
    struct id_index *rows = &rows_of(e, list, at->key)->by_value;

    if (id_find(rows, at->value) == NONE)
        id_add(e->arena, rows, arena_copy(e->arena, at->value), (int)json_array_size(list));
    json_array_append(list, now);
}

bool week_edit_put(struct week_edit *e, const struct week_item *at, const char *was,
                   const char *is)
{
    if (!is)
        return removed(e, at);

    json_t *list = list_of(e, at, true), *before = parsed(was), *now = parsed(is);
    int row = row_kept(e, list, at->key, at->value);
    bool changed = true;
    if (row < 0)
        row_added(e, list, at, now);
    else
        changed = merge(json_array_get(list, (size_t)row), before, now);
    json_decref(before);
    json_decref(now);
    return changed;
}

void week_edit_set(struct week_edit *e, const char *key, const char *json)
{
    if (json)
        json_object_set_new(e->root, key, parsed(json));
    else
        json_object_del(e->root, key);
}

const char *week_edit_request_at(const struct week_edit *e, const char *place)
{
    unsigned row;

    if (sscanf(place, "requests[%u]", &row) != 1)
        return NULL;
    const json_t *request = json_array_get(json_object_get(e->root, "requests"), row);
    const char *id = json_string_value(json_object_get(request, "id"));
    return id ? arena_copy(e->arena, id) : NULL;
}

/* ---- writing ---- */

/* What was taken out is gone for good, and the others stand elsewhere. */
static void compact(struct week_edit *e)
{
    for (int i = 0; i < e->n_rows; i++) {
        json_t *list = e->rows[i].list, *kept = json_array();
        for (size_t k = 0; k < json_array_size(list); k++)
            if (!json_is_null(json_array_get(list, k)))
                json_array_append(kept, json_array_get(list, k));
        json_array_clear(list);
        json_array_extend(list, kept);
        json_decref(kept);
    }
    e->n_rows = 0;
}

static void add_value(struct text *t, const json_t *value)
{
    /* 15 digits: 0.1 stays 0.1. */
    char *said = json_dumps(value, JSON_ENCODE_ANY | JSON_REAL_PRECISION(15));

    require(said, "what was read as JSON can be written");
    text_add(t, said);
    free(said);
}

static void add_things(struct text *t, const json_t *list)
{
    text_add(t, "[");
    for (size_t i = 0; i < json_array_size(list); i++) {
        text_add(t, i ? ",\n  " : "\n  ");
        add_value(t, json_array_get(list, i));
    }
    text_add(t, "\n ]");
}

const char *week_edit_text(struct arena *a, struct week_edit *e)
{
    struct text t = text_new(a);
    const char *key, *between = "{\n ";
    json_t *value;

    compact(e);
    json_object_foreach(e->root, key, value) {
        text_add(&t, between);
        json_t *name = json_string(key);
        add_value(&t, name);
        json_decref(name);
        text_add(&t, ": ");
        if (json_is_object(json_array_get(value, 0)))
            add_things(&t, value);
        else
            add_value(&t, value);
        between = ",\n ";
    }
    text_add(&t, "\n}\n");
    return text_done(&t);
}

enum status week_edit_save(struct week_edit *e, const char *path, struct faults *f)
{
    const char *text = week_edit_text(e->arena, e);

    return file_write(path, text, strlen(text), f);
}
