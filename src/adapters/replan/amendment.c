#include "adapters/replan/amendment.h"

#include "adapters/text/json.h"
#include "adapters/text/plain.h"
#include "base/clock.h"
#include "base/file.h"
#include "base/file_batch.h"
#include "base/text.h"
#include "ledsaga/workspace.h"

#include <jansson.h>
#include <stdlib.h>
#include <string.h>

enum { NUMBERS_MOST = 9999 };

/* ---- places --------------------------------------------------------------- */

static const char *folder_of(struct arena *a, const char *dir, struct iso_week week, int number)
{
    return workspace_path(a, dir, week.year, week.week, arena_print(a, "undo/%03d", number));
}

static const char *inside(const struct amendment *m, const char *kind, const char *name)
{
    return arena_print(m->arena, "%s/%s/%s", m->folder, kind, name);
}

static const char *folder_inside(const struct amendment *m, const char *kind)
{
    return arena_print(m->arena, "%s/%s", m->folder, kind);
}

/* Where the file itself is. */
static const char *place_of(const struct amendment *m, const char *name)
{
    return strcmp(name, "unit.json") == 0
               ? arena_print(m->arena, "%s/%s", m->dir, name)
               : workspace_path(m->arena, m->dir, m->week.year, m->week.week, name);
}

static const char *change_path(const struct amendment *m)
{
    return arena_print(m->arena, "%s/change.json", m->folder);
}

const char *amendment_was(const struct amendment *m, const char *name)
{
    return inside(m, "was", name);
}

/* ---- change.json ---------------------------------------------------------- */

static enum status change_write(const struct amendment *m, struct faults *f)
{
    json_t *files = json_array();

    for (int i = 0; i < m->n_files; i++)
        json_array_append_new(files, json_string(m->files[i]));
    json_t *o = json_pack("{ss si ss ss so ss}", "format", "ledsaga-change", "version", 1,
                          "command", m->command, "state", m->done ? "done" : "begun", "files",
                          files, "journal", m->journal);
    if (m->undoes > 0)
        json_object_set_new(o, "undoes", json_integer(m->undoes));
    char *text = json_dumps(o, JSON_INDENT(1));
    require(text, "a change is told in sound text");
    enum status s = file_write(change_path(m), text, strlen(text), f);
    free(text);
    json_decref(o);
    return s;
}

static void read_files(struct reader *r, struct amendment *m)
{
    if (!reader_list(r, "files", REQUIRED))
        return;
    if (reader_size(r) > AMENDMENT_FILES)
        reader_fault(r, NULL, _("The program writes this file; restore it from a backup."),
                     _("There are too many files"));
    while (reader_next(r))
        if (reader_index(r) < AMENDMENT_FILES && reader_id(r, NULL, REQUIRED, &m->files[m->n_files]))
            m->n_files++;
}

static enum status change_read(struct amendment *m, struct faults *f)
{
    static const char *const KEYS[] = {"format", "version", "command", "state",
                                       "files",  "journal", "undoes",  NULL};
    static const char *const STATES[] = {"begun", "done", NULL};
    int seen = f->seen, state = 0;
    struct reader *r = reader_open(m->arena, change_path(m), f);

    if (r && reader_document(r, "ledsaga-change", 1, KEYS)) {
        reader_id(r, "command", REQUIRED, &m->command);
        reader_word(r, "state", REQUIRED, STATES, &state);
        reader_text(r, "journal", REQUIRED, &m->journal);
        reader_int(r, "undoes", OPTIONAL, 1, NUMBERS_MOST, &m->undoes);
        read_files(r, m);
    }
    reader_close(r);
    m->done = state == 1;
    return f->seen == seen ? STATUS_OK : faults_status(f);
}

/* How many there are: a folder without change.json was interrupted before it counted. */
static int count(struct arena *a, const char *dir, struct iso_week week)
{
    int n = 0;

    while (n < NUMBERS_MOST &&
           file_exists(arena_print(a, "%s/change.json", folder_of(a, dir, week, n + 1))))
        n++;
    return n;
}

static struct amendment *amendment_at(struct arena *a, const char *dir, struct iso_week week,
                                      int number)
{
    struct amendment *m = NEW(a, struct amendment);

    *m = (struct amendment){.arena = a,
                            .dir = dir,
                            .week = week,
                            .number = number,
                            .folder = folder_of(a, dir, week, number)};
    return m;
}

/* ---- making one ----------------------------------------------------------- */

enum status amendment_begin(struct arena *a, const char *dir, struct iso_week week,
                            const char *command, int undoes, struct amendment **out,
                            struct faults *f)
{
    int n = count(a, dir, week);

    require(n < NUMBERS_MOST, "a week is not changed that often");
    *out = amendment_at(a, dir, week, n + 1);
    (*out)->command = command;
    (*out)->undoes = undoes;
    TRY(folder_make(folder_inside(*out, "was"), f));
    return folder_make(folder_inside(*out, "is"), f);
}

enum status amendment_put(struct amendment *m, const char *name, const char *text,
                          struct faults *f)
{
    require(m->n_files < AMENDMENT_FILES, "there are only so many files");
    TRY(file_replaceable(place_of(m, name), f));
    m->files[m->n_files] = name;
    m->texts[m->n_files++] = text;
    return STATUS_OK;
}

static enum status add(struct file_batch *b, const char *name, const char *text,
                       struct faults *f)
{
    return file_batch_add(b, name, text, strlen(text), clock_utc(), f);
}

/* Without those that are not there yet. */
static enum status keep_old(const struct amendment *m, struct faults *f)
{
    struct file_batch *b = file_batch_begin(m->arena, folder_inside(m, "was"));
    size_t length;
    char *text;

    for (int i = 0; i < m->n_files; i++)
        if (file_exists(place_of(m, m->files[i]))) {
            TRY(file_read(m->arena, place_of(m, m->files[i]), &text, &length, f));
            TRY(add(b, m->files[i], text, f));
        }
    return file_batch_end(b, f);
}

static enum status keep_new(const struct amendment *m, struct faults *f)
{
    struct file_batch *b = file_batch_begin(m->arena, folder_inside(m, "is"));

    for (int i = 0; i < m->n_files; i++)
        TRY(add(b, m->files[i], m->texts[i], f));
    return file_batch_end(b, f);
}

/* ---- putting it in place -------------------------------------------------- */

/* Somebody who was interrupted may have entered it already. */
static enum status journal_enter(const struct amendment *m, struct faults *f)
{
    const char *path = arena_print(m->arena, "%s/journal.jsonl", m->dir);
    size_t length;
    char *data;

    if (file_exists(path)) {
        TRY(file_read(m->arena, path, &data, &length, f));
        if (strstr(data, m->journal))
            return STATUS_OK;
    }
    return file_append_line(path, m->journal, f);
}

static bool of_unit(const struct amendment *m, int file)
{
    return strcmp(m->files[file], "unit.json") == 0;
}

static enum status replace(const struct amendment *m, struct faults *f)
{
    struct file_batch *b = file_batch_begin(
        m->arena, workspace_path(m->arena, m->dir, m->week.year, m->week.week, ""));

    for (int i = 0; i < m->n_files; i++) {
        if (of_unit(m, i))
            TRY(file_write(place_of(m, m->files[i]), m->texts[i], strlen(m->texts[i]), f));
        else
            TRY(add(b, m->files[i], m->texts[i], f));
    }
    return file_batch_end(b, f);
}

static enum status put_in_place(struct amendment *m, struct faults *f)
{
    TRY(replace(m, f));
    TRY(journal_enter(m, f));
    m->done = true;
    return change_write(m, f);
}

enum status amendment_commit(struct amendment *m, const char *journal_line, struct faults *f)
{
    m->journal = journal_line;
    TRY(keep_old(m, f));
    TRY(keep_new(m, f));
    TRY(change_write(m, f));
    return put_in_place(m, f);
}

static enum status texts_read(struct amendment *m, struct faults *f)
{
    size_t length;
    char *text;

    for (int i = 0; i < m->n_files; i++) {
        TRY(file_read(m->arena, inside(m, "is", m->files[i]), &text, &length, f));
        m->texts[i] = text;
    }
    return STATUS_OK;
}

static bool same_file(struct arena *a, const char *x, const char *y)
{
    struct faults untold = {0};
    size_t length;
    char *text;

    if (!file_exists(x) || !file_exists(y))
        return !file_exists(x) && !file_exists(y);
    return file_read(a, y, &text, &length, &untold) == STATUS_OK && file_same(x, text, length);
}

/* Neither as it was nor as it becomes: somebody's work, done meanwhile by hand. */
static enum status nobody_between(const struct amendment *m, struct faults *f)
{
    for (int i = 0; i < m->n_files; i++) {
        const char *path = place_of(m, m->files[i]);
        if (!same_file(m->arena, path, inside(m, "is", m->files[i])) &&
            !same_file(m->arena, path, inside(m, "was", m->files[i])))
            return faults_add(f, STATUS_EXISTS, path, "",
                              arena_print(m->arena,
                                          _("In %s are the files as they were, and as they "
                                            "become: put them right by hand, then remove "
                                            "change.json there."),
                                          m->folder),
                              _("it was changed after '%s' was interrupted, and to finish that "
                                "would lose it"),
                              m->command);
    }
    return STATUS_OK;
}

/* The last one, if it is interrupted; NULL = none is. */
static enum status begun(struct arena *a, const char *dir, struct iso_week week,
                         struct amendment **out, struct faults *f)
{
    int n = count(a, dir, week);
    struct amendment *m = amendment_at(a, dir, week, n);

    *out = NULL;
    if (n == 0)
        return STATUS_OK;
    TRY(change_read(m, f));
    *out = m->done ? NULL : m;
    return STATUS_OK;
}

enum status amendment_begun(struct arena *a, const char *dir, struct iso_week week, bool *is,
                            struct faults *f)
{
    struct amendment *m = NULL;
    enum status s = begun(a, dir, week, &m, f);

    *is = m != NULL;
    return s;
}

enum status amendment_finish(struct arena *a, const char *dir, struct iso_week week,
                             int *number, struct faults *f)
{
    struct amendment *m;

    *number = 0;
    TRY(begun(a, dir, week, &m, f));
    if (!m)
        return STATUS_OK;
    TRY(nobody_between(m, f));
    *number = m->number;
    TRY(texts_read(m, f));
    return put_in_place(m, f);
}

/* ---- the last one --------------------------------------------------------- */

enum status amendment_last(struct arena *a, const char *dir, struct iso_week week,
                           const struct amendment **out, struct faults *f)
{
    int n = count(a, dir, week);
    bool *undone = NEW_ARRAY(a, bool, n + 1);

    *out = NULL;
    for (; n > 0 && !*out; n--) {
        struct amendment *m = amendment_at(a, dir, week, n);
        TRY(change_read(m, f));
        if (m->undoes > 0 && m->undoes <= n)
            undone[m->undoes] = true;
        else if (!undone[n])
            *out = m;
    }
    return STATUS_OK;
}

const char *amendment_about(const struct amendment *m)
{
    json_t *line = json_loads(m->journal, 0, NULL), *events = json_object_get(line, "events");
    const char *request = json_string_value(json_object_get(line, "request"));
    struct text t = text_new(m->arena);

    for (size_t i = 0; i < json_array_size(events); i++)
        text_print(&t, "%s%s", i ? ", " : "",
                   plain_line(m->arena, json_string_value(json_array_get(events, i))));
    if (request)
        text_add(&t, plain_line(m->arena, request));
    json_decref(line);
    return text_done(&t);
}

static enum status same(const struct amendment *m, const char *name, struct faults *f)
{
    const char *path = place_of(m, name);
    char *now, *then;
    size_t n_now, n_then;

    TRY(file_read(m->arena, path, &now, &n_now, f));
    TRY(file_read(m->arena, inside(m, "is", name), &then, &n_then, f));
    if (n_now == n_then && memcmp(now, then, n_now) == 0)
        return STATUS_OK;
    return faults_add(f, STATUS_EXISTS, path, "",
                      _("Plan on from here: 'ledsaga replan' with what is otherwise now, such as "
                       "cancel=REQUEST."),
                      _("it was changed after '%s', which would be lost"), m->command);
}

enum status amendment_untouched(const struct amendment *m, struct faults *f)
{
    for (int i = 0; i < m->n_files; i++)
        if (strcmp(m->files[i], "told.json") != 0)
            TRY(same(m, m->files[i], f));
    return STATUS_OK;
}
