/* imported.json of a week: what was taken from whom, so that the next import knows what is
 * new, what has changed and what is gone, and the lines of the calendars as they were, of
 * which nobody here knows the half.
 *
 *     {"format": "ledsaga-imported", "version": 1, "week": "2026-W48", "sources": [
 *      {"id": "eva-busy", "items": [
 *        {"uid": "...", "original": "2026-11-24T08:00:00Z", "sequence": 0,
 *         "stamp": "2026-11-01T08:00:00Z", "kind": "absence", "key": "eva-busy.9e...",
 *         "for": "eva", "as": {"escort": "eva", ...}}],
 *       "called_off": [{"uid": "...", "original": "...", "sequence": 1, "stamp": "..."}],
 *       "components": [{"uid": "...", "lines": "BEGIN:VEVENT\n..."}],
 *       "zones": [{"tzid": "...", "lines": "BEGIN:VTIMEZONE\n..."}]}]}
 *
 * "as" is the thing as it was put into week.json; what a person made of it there since is
 * known by the difference. It is empty while a run puts it there. */
#include "adapters/import/import.h"

#include "adapters/text/instant.h"
#include "adapters/text/json.h"
#include "adapters/workspace/week_json.h"
#include "base/file.h"
#include "base/text.h"

#include <jansson.h>
#include <stdlib.h>
#include <string.h>

/* ---- reading ---- */

static int by_key(const void *x, const void *y)
{
    const struct import_item *a = x, *b = y;

    return strcmp(a->key, b->key);
}

/* absent: what it means that it is not there. */
static void read_instant(struct reader *r, const char *key, int64_t absent, int64_t *out)
{
    const char *text;

    *out = absent;
    if (reader_text(r, key, OPTIONAL, &text) && !instant_scan(text, out))
        reader_fault(r, key, _("Write it like 2026-11-24T08:00:00Z."), _("This is no time"));
}

static bool read_item(struct reader *r, struct import_item *i)
{
    static const char *const KEYS[] = {"uid", "original", "sequence", "stamp", "kind",
                                       "key", "for",      "as",       NULL};
    WORD_LIST(kinds, import_kind, IMPORT_REQUEST, import_kind_word);
    int kind = 0, seen = reader_faults_seen(r);

    *i = (struct import_item){0};
    if (!reader_shape(r, KEYS))
        return false;
    reader_text(r, "uid", REQUIRED, &i->uid);
    read_instant(r, "original", ORIGINAL_ALONE, &i->original_utc);
    reader_int(r, "sequence", REQUIRED, 0, INT32_MAX, &i->sequence);
    read_instant(r, "stamp", 0, &i->stamp_utc);
    reader_word(r, "kind", REQUIRED, kinds, &kind);
    i->kind = (enum import_kind)kind;
    reader_id(r, "key", REQUIRED, &i->key);
    reader_id(r, "for", REQUIRED, &i->person);
    reader_whole(r, "as", REQUIRED, &i->json);
    return seen == reader_faults_seen(r);
}

static bool read_kept(struct reader *r, struct import_kept *k)
{
    static const char *const KEYS[] = {"uid", "lines", NULL};

    *k = (struct import_kept){0};
    return reader_shape(r, KEYS) && reader_text(r, "uid", REQUIRED, &k->uid) &&
           reader_text(r, "lines", REQUIRED, &k->raw);
}

static bool read_off(struct reader *r, struct import_cancel *c)
{
    static const char *const KEYS[] = {"uid", "original", "sequence", "stamp", NULL};
    int seen = reader_faults_seen(r);

    *c = (struct import_cancel){0};
    if (!reader_shape(r, KEYS))
        return false;
    reader_text(r, "uid", REQUIRED, &c->uid);
    read_instant(r, "original", INT64_MIN, &c->original_utc);
    reader_int(r, "sequence", REQUIRED, 0, INT32_MAX, &c->sequence);
    read_instant(r, "stamp", 0, &c->stamp_utc);
    return seen == reader_faults_seen(r);
}

static bool read_zone(struct reader *r, struct import_zone *z)
{
    static const char *const KEYS[] = {"tzid", "lines", NULL};

    *z = (struct import_zone){0};
    return reader_shape(r, KEYS) && reader_text(r, "tzid", REQUIRED, &z->tzid) &&
           reader_text(r, "lines", REQUIRED, &z->raw);
}

static void read_past(struct reader *r, struct arena *a, struct import_past *past)
{
    static const char *const KEYS[] = {"id", "items", "called_off", "components", "zones",
                                       NULL};

    *past = (struct import_past){.source = ""};
    if (!reader_shape(r, KEYS))
        return;
    reader_id(r, "id", REQUIRED, &past->source);
    if (reader_list(r, "items", REQUIRED)) {
        struct import_item *items = NEW_ARRAY(a, struct import_item, reader_size(r) + 1);
        while (reader_next(r))
            past->n_items += read_item(r, &items[past->n_items]);
        qsort(items, (size_t)past->n_items, sizeof *items, by_key);
        past->items = items;
    }
    if (reader_list(r, "components", REQUIRED)) {
        struct import_kept *kept = NEW_ARRAY(a, struct import_kept, reader_size(r) + 1);
        while (reader_next(r))
            past->n_kept += read_kept(r, &kept[past->n_kept]);
        past->kept = kept;
    }
    if (reader_list(r, "called_off", OPTIONAL)) {
        struct import_cancel *off = NEW_ARRAY(a, struct import_cancel, reader_size(r) + 1);
        while (reader_next(r))
            past->n_off += read_off(r, &off[past->n_off]);
        qsort(off, (size_t)past->n_off, sizeof *off, import_cancel_order);
        past->off = off;
    }
    if (reader_list(r, "zones", OPTIONAL)) {
        struct import_zone *zones = NEW_ARRAY(a, struct import_zone, reader_size(r) + 1);
        while (reader_next(r))
            past->n_zones += read_zone(r, &zones[past->n_zones]);
        past->zones = zones;
    }
}

enum status imported_read(struct arena *a, const char *path, const struct week *w,
                          const struct imported **out, struct faults *f)
{
    static const char *const KEYS[] = {"format", "version", "week", "sources", NULL};
    struct imported *im = NEW(a, struct imported);
    int seen = f->seen;

    *out = im;
    if (!file_exists(path))
        return STATUS_OK;
    struct reader *r = reader_open(a, path, f);
    if (r && reader_document(r, "ledsaga-imported", 1, KEYS) && week_read_name(r, w) &&
        reader_list(r, "sources", REQUIRED)) {
        struct import_past *list = NEW_ARRAY(a, struct import_past, reader_size(r) + 1);
        while (reader_next(r))
            read_past(r, a, &list[im->n++]);
        im->sources = list;
    }
    reader_close(r);
    return f->seen == seen ? STATUS_OK : faults_status(f);
}

/* ---- writing ---- */

/* Takes the value. */
static void add_line(struct text *t, int i, json_t *value)
{
    char *dump = json_dumps(value, JSON_REAL_PRECISION(15));

    require(dump, "what was read from calendars is sound text");
    text_print(t, "%s   %s", i ? ",\n" : "\n", dump);
    free(dump);
    json_decref(value);
}

/* NULL where it is what the absence of it means. */
static json_t *instant_json(int64_t utc, int64_t absent)
{
    char text[32];

    if (utc == absent)
        return NULL;
    instant_print(utc, text);
    return json_string(text);
}

static json_t *item_object(const struct import_item *i)
{
    return json_pack("{ss so* si so* ss ss ss so}", "uid", i->uid, "original",
                     instant_json(i->original_utc, ORIGINAL_ALONE), "sequence", i->sequence,
                     "stamp", instant_json(i->stamp_utc, 0), "kind", import_kind_word(i->kind),
                     "key", i->key, "for", i->person, "as", json_loads(i->json, 0, NULL));
}

static json_t *off_object(const struct import_cancel *c)
{
    return json_pack("{ss so* si so*}", "uid", c->uid, "original",
                     instant_json(c->original_utc, INT64_MIN), "sequence", c->sequence,
                     "stamp", instant_json(c->stamp_utc, 0));
}

static void add_past(struct text *t, const struct import_past *past)
{
    text_print(t, "  {\"id\": \"%s\", \"items\": [", past->source);
    for (int i = 0; i < past->n_items; i++)
        add_line(t, i, item_object(&past->items[i]));
    text_add(t, "],\n   \"called_off\": [");
    for (int i = 0; i < past->n_off; i++)
        add_line(t, i, off_object(&past->off[i]));
    text_add(t, "],\n   \"components\": [");
    for (int i = 0; i < past->n_kept; i++)
        add_line(t, i,
                 json_pack("{ss ss}", "uid", past->kept[i].uid, "lines", past->kept[i].raw));
    text_add(t, "],\n   \"zones\": [");
    for (int i = 0; i < past->n_zones; i++)
        add_line(t, i,
                 json_pack("{ss ss}", "tzid", past->zones[i].tzid, "lines", past->zones[i].raw));
    text_add(t, "]}");
}

enum status imported_write(const struct imported *im, const struct week *w, const char *path,
                           struct faults *f)
{
    struct arena *scratch = arena_new();
    struct text t = text_new(scratch);
    char name[16];

    week_name(w, name);
    text_print(&t, "{\n \"format\": \"ledsaga-imported\",\n \"version\": 1,\n"
                   " \"week\": \"%s\",\n \"sources\": [",
               name);
    for (int i = 0; i < im->n; i++) {
        text_add(&t, i ? ",\n" : "\n");
        add_past(&t, &im->sources[i]);
    }
    text_add(&t, "\n ]\n}\n");
    enum status s = file_write(path, text_done(&t), t.length, f);
    arena_free(scratch);
    return s;
}
