#include "adapters/publish/publish_sent.h"

#include "adapters/dav/dav_xml.h"
#include "adapters/text/json.h"
#include "base/file.h"
#include "base/text.h"

#include <inttypes.h>
#include <jansson.h>
#include <stdlib.h>
#include <string.h>

static const char FORMAT[] = "ledsaga-caldav";
enum { FORMAT_VERSION = 1 };

static const char *sent_path(struct arena *a, const char *dir)
{
    return arena_print(a, "%s/caldav.json", dir);
}

/* ---- reading ----------------------------------------------------------- */

static void row_add(struct sent *s, struct sent_row row)
{
    ARENA_PUSH(s->arena, s->rows, s->n, s->capacity, row);
    if (strcmp(row.server, s->server) == 0 && id_find(&s->by_href, row.href) == NONE)
        id_add(s->arena, &s->by_href, row.href, s->n - 1);
}

static void read_row(struct reader *r, struct sent *s)
{
    static const char *const KEYS[] = {"server", "href", "etag", "hash", NULL};
    struct sent_row row = {0};
    int seen = reader_faults_seen(r);

    if (!reader_shape(r, KEYS))
        return;
    reader_text(r, "server", REQUIRED, &row.server);
    reader_text(r, "href", REQUIRED, &row.href);
    reader_text(r, "etag", REQUIRED, &row.etag);
    reader_hash(r, "hash", REQUIRED, &row.hash);
    if (seen == reader_faults_seen(r) && !etag_sound(row.etag))
        reader_fault(r, "etag", _("Remove the file; all is looked at again."),
                     _("%s cannot be an ETag"), reader_quoted(r, row.etag));
    if (seen == reader_faults_seen(r))
        row_add(s, row);
}

enum status sent_read(struct arena *a, const char *dir, const char *server,
                      struct sent *out, struct faults *f)
{
    static const char *const KEYS[] = {"format", "version", "events", NULL};
    const char *path = sent_path(a, dir);
    int seen = f->seen;

    *out = (struct sent){.arena = a, .dir = dir, .server = server};
    if (!file_exists(path))
        return STATUS_OK;
    struct reader *r = reader_open(a, path, f);
    if (r && reader_document(r, FORMAT, FORMAT_VERSION, KEYS) &&
        reader_list(r, "events", REQUIRED))
        while (reader_next(r))
            read_row(r, out);
    reader_close(r);
    return f->seen == seen ? STATUS_OK : faults_status(f);
}

/* ---- writing ----------------------------------------------------------- */

static void row_print(struct text *t, const struct sent_row *row, bool first)
{
    char hash[17];

    snprintf(hash, sizeof hash, "%016" PRIx64, row->hash);
    json_t *object = json_pack("{s:s, s:s, s:s, s:s}", "server", row->server, "href",
                               row->href, "etag", row->etag, "hash", hash);
    char *line = json_dumps(object, 0);
    require(line, "what was read from a server can be written as JSON");
    text_print(t, "%s\n  %s", first ? "" : ",", line);
    free(line);
    json_decref(object);
}

enum status sent_write(const struct sent *s, struct faults *f)
{
    struct arena *a = arena_new();
    struct text t = text_new(a);
    bool first = true;

    text_print(&t, "{\n \"format\": \"%s\",\n \"version\": %d,\n \"events\": [", FORMAT,
               FORMAT_VERSION);
    for (int i = 0; i < s->n; i++) {
        if (s->rows[i].gone)
            continue;
        row_print(&t, &s->rows[i], first);
        first = false;
    }
    text_add(&t, "\n ]\n}\n");
    enum status status = file_write(sent_path(a, s->dir), text_done(&t), t.length, f);
    arena_free(a);
    return status;
}

/* ---- looking up --------------------------------------------------------- */

struct sent_row *sent_find(const struct sent *s, const char *href)
{
    int row = id_find(&s->by_href, href);

    return row == NONE || s->rows[row].gone ? NULL : &s->rows[row];
}

void sent_note(struct sent *s, const char *href, const char *etag, uint64_t hash)
{
    struct sent_row row = {.server = s->server, .href = arena_copy(s->arena, href),
                           .etag = arena_copy(s->arena, etag), .hash = hash, .kept = true};
    int known = id_find(&s->by_href, href);

    if (known != NONE)
        s->rows[known] = row;
    else
        row_add(s, row);
}
