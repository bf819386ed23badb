#include "adapters/publish/access.h"

#include "adapters/text/instant.h"
#include "adapters/text/json.h"
#include "base/file.h"
#include "base/text.h"

#include <jansson.h>
#include <stdlib.h>
#include <string.h>

static const char FORMAT[] = "ledsaga-access";
enum { FORMAT_VERSION = 1 };

/* The purpose of an address; there is one so far: the person's own calendar and week. */
static const char PURPOSE[] = "own";

static const char *access_path(struct arena *a, const char *dir)
{
    return arena_print(a, "%s/access.json", dir);
}

/* ---- reading ----------------------------------------------------------- */

static bool read_digest(struct reader *r, struct digest *out)
{
    const char *text;

    return reader_text(r, "sha256", REQUIRED, &text) &&
           (digest_scan(text, out) ||
            reader_fault(r, "sha256", _("Remove the address; its person gets a new one."),
                         _("%s is not 64 hexadecimal digits"), reader_quoted(r, text)));
}

static void read_instant(struct reader *r, const char *key, int64_t *out)
{
    const char *text;

    if (reader_text(r, key, OPTIONAL, &text) && !instant_scan(text, out))
        reader_fault(r, key, _("Write it as 2026-11-22T10:00:00Z."), _("%s is not a time"),
                     reader_quoted(r, text));
}

static void read_row(struct reader *r, struct access *x)
{
    static const char *const KEYS[] = {"kind", "id", "purpose", "sha256", "made", "revoked", NULL};
    static const char *const PURPOSES[] = {PURPOSE, NULL};
    WORD_LIST(kinds, person_kind, PERSON_ESCORT, person_kind_word);
    struct access_row row = {0};
    int kind = 0, purpose, seen = reader_faults_seen(r);

    if (!reader_shape(r, KEYS))
        return;
    reader_word(r, "kind", REQUIRED, kinds, &kind);
    reader_id(r, "id", REQUIRED, &row.id);
    reader_word(r, "purpose", REQUIRED, PURPOSES, &purpose);
    read_digest(r, &row.digest);
    read_instant(r, "made", &row.made_utc);
    read_instant(r, "revoked", &row.revoked_utc);
    row.kind = (enum person_kind)kind;
    if (seen == reader_faults_seen(r))
        ARENA_PUSH(x->arena, x->rows, x->n, x->capacity, row);
}

enum status access_read(struct arena *a, const char *dir, struct access **out,
                        struct faults *f)
{
    static const char *const KEYS[] = {"format", "version", "addresses", NULL};
    const char *path = access_path(a, dir);
    int seen = f->seen;

    *out = NEW(a, struct access);
    (*out)->arena = a;
    if (!file_exists(path))
        return STATUS_OK;
    struct reader *r = reader_open(a, path, f);
    if (r && reader_document(r, FORMAT, FORMAT_VERSION, KEYS) &&
        reader_list(r, "addresses", REQUIRED))
        while (reader_next(r))
            read_row(r, *out);
    reader_close(r);
    return f->seen == seen ? STATUS_OK : faults_status(f);
}

/* ---- writing ----------------------------------------------------------- */

static void member_instant(json_t *object, const char *key, int64_t utc)
{
    char text[32];

    instant_print(utc, text);
    if (utc != 0)
        json_object_set_new(object, key, json_string(text));
}

static void row_add(struct text *t, const struct access_row *row, bool first)
{
    char hex[DIGEST_HEX + 1];

    digest_print(&row->digest, hex);
    json_t *object = json_pack("{s:s, s:s, s:s, s:s}", "kind", person_kind_word(row->kind),
                               "id", row->id, "purpose", PURPOSE, "sha256", hex);
    member_instant(object, "made", row->made_utc);
    member_instant(object, "revoked", row->revoked_utc);
    char *line = json_dumps(object, 0);
    require(line, "an address can be written as JSON");
    text_print(t, "%s\n  %s", first ? "" : ",", line);
    free(line);
    json_decref(object);
}

enum status access_write(const struct access *x, const char *dir, struct faults *f)
{
    struct arena *a = arena_new();
    struct text t = text_new(a);

    text_print(&t, "{\n \"format\": \"%s\",\n \"version\": %d,\n \"addresses\": [", FORMAT,
               FORMAT_VERSION);
    for (int i = 0; i < x->n; i++)
        row_add(&t, &x->rows[i], i == 0);
    text_add(&t, "\n ]\n}\n");
    enum status s = file_write_private(access_path(a, dir), text_done(&t), t.length, f);
    arena_free(a);
    return s;
}

/* ---- addresses ---------------------------------------------------------- */

const char *access_add(struct access *x, enum person_kind kind, const char *id)
{
    const char *token = token_new(x->arena);
    struct access_row row = {.kind = kind, .id = id, .digest = digest_of(token, TOKEN_LENGTH)};

    ARENA_PUSH(x->arena, x->rows, x->n, x->capacity, row);
    return token;
}

void access_remove(struct access *x, int row)
{
    memmove(x->rows + row, x->rows + row + 1,
            (size_t)(x->n - row - 1) * sizeof *x->rows);
    x->n--;
}

static bool row_of(const struct access_row *row, enum person_kind kind, const char *id)
{
    return row->kind == kind && strcmp(row->id, id) == 0;
}

int access_good(const struct access *x, enum person_kind kind, const char *id)
{
    for (int i = x->n - 1; i >= 0; i--)
        if (row_of(&x->rows[i], kind, id) && x->rows[i].revoked_utc == 0)
            return i;
    return NONE;
}

int access_revoked(const struct access *x, enum person_kind kind, const char *id)
{
    for (int i = x->n - 1; i >= 0; i--)
        if (row_of(&x->rows[i], kind, id) && x->rows[i].revoked_utc != 0)
            return i;
    return NONE;
}

/* ---- found again by hash ------------------------------------------------ */

struct by_digest {
    struct digest digest;
    int row;
};

/* By the beginning of the hash only; the rest is compared in constant time. */
enum { LEAD = 4 };

static int lead_order(const void *x, const void *y)
{
    return memcmp(x, y, LEAD);
}

static int row_of_digest(const struct by_digest *sorted, int n, const struct digest *wanted)
{
    int low = 0, high = n, found = NONE;

    while (low < high) {
        int middle = low + (high - low) / 2;
        if (memcmp(sorted[middle].digest.bytes, wanted->bytes, LEAD) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    for (; low < n && memcmp(sorted[low].digest.bytes, wanted->bytes, LEAD) == 0; low++)
        if (digest_same(&sorted[low].digest, wanted))
            found = sorted[low].row;
    return found;
}

int *access_rows_of_names(struct arena *a, const struct access *x, const char *const *names,
                          int n)
{
    struct by_digest *sorted = NEW_ARRAY(a, struct by_digest, x->n + 1);
    int *rows = NEW_ARRAY(a, int, n + 1);

    for (int i = 0; i < x->n; i++)
        sorted[i] = (struct by_digest){x->rows[i].digest, i};
    if (x->n > 0)
        qsort(sorted, (size_t)x->n, sizeof *sorted, lead_order);
    for (int i = 0; i < n; i++) {
        rows[i] = NONE;
        if (!token_like(names[i]))
            continue;
        struct digest digest = digest_of(names[i], TOKEN_LENGTH);
        rows[i] = row_of_digest(sorted, x->n, &digest);
    }
    return rows;
}
