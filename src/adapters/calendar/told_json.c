/* told.json: what people were told of a week, one appointment a line. The format is
 * models/told.schema.json. Only what is not usual is written: an appointment that was
 * never changed has no "sequence". */
#include "adapters/calendar/appointment.h"
#include "adapters/text/instant.h"
#include "adapters/text/json.h"
#include "adapters/text/json_text.h"
#include "base/file.h"
#include "base/text.h"
#include "ledsaga/workspace.h"

#include <limits.h>
#include <string.h>

/* ---- reading ------------------------------------------------------------ */

static bool read_instant(struct reader *r, const char *key, int64_t *utc)
{
    const char *text;

    if (!reader_text(r, key, REQUIRED, &text))
        return false;
    return instant_scan(text, utc) ||
           reader_fault(r, key,
                        _("Write day, clock and distance from UTC as "
                          "2026-11-24T13:00+01:00."),
                        _("%s is not a time"), reader_quoted(r, text));
}

static void read_uid(struct reader *r, const char **uid)
{
    if (reader_id(r, "uid", REQUIRED, uid) && !uid_sound(*uid))
        reader_fault(r, "uid", _("Fetch the file from a backup."),
                     _("%s is too short to tell visits apart"), reader_quoted(r, *uid));
}

static int read_people(struct arena *a, struct reader *r, const char *const **ids,
                       const char *const **names)
{
    static const char *const KEYS[] = {"id", "name", NULL};
    int n = 0;

    if (!reader_list(r, "with", OPTIONAL))
        return 0;
    const char **own_ids = NEW_ARRAY(a, const char *, reader_size(r) + 1);
    const char **own_names = NEW_ARRAY(a, const char *, reader_size(r) + 1);
    while (reader_next(r))
        if (reader_shape(r, KEYS) && reader_id(r, "id", REQUIRED, &own_ids[n]) &&
            reader_text(r, "name", REQUIRED, &own_names[n]))
            n++;
    *ids = own_ids;
    *names = own_names;
    return n;
}

static int read_names(struct arena *a, struct reader *r, const char *key,
                      const char *const **names)
{
    int n = 0;

    if (!reader_list(r, key, OPTIONAL))
        return 0;
    const char **own = NEW_ARRAY(a, const char *, reader_size(r) + 1);
    while (reader_next(r))
        n += reader_text(r, NULL, REQUIRED, &own[n]);
    *names = own;
    return n;
}

#define WHEN_AND_WHAT "start", "end", "activity", "with", "beside"
#define WHERE "place", "at_home", "end_place", "end_at_home", "company"

static struct appointment_facts read_facts(struct arena *a, struct reader *r)
{
    WORD_LIST(companies, company, COMPANY_SHARED, company_word);
    struct appointment_facts f = {.activity = "", .place = "", .end_place = ""};
    int company = COMPANY_NONE;

    bool start = read_instant(r, "start", &f.start_utc);
    bool end = read_instant(r, "end", &f.end_utc);
    if (start && end && f.end_utc <= f.start_utc)
        reader_fault(r, "end", _("Fetch the file from a backup."),
                     _("It ends before it begins"));
    reader_text(r, "activity", REQUIRED, &f.activity);
    f.n_names = read_people(a, r, &f.ids, &f.names);
    f.n_beside = read_names(a, r, "beside", &f.beside);
    reader_text(r, "place", OPTIONAL, &f.place);
    reader_bool(r, "at_home", OPTIONAL, &f.at_home);
    reader_text(r, "end_place", OPTIONAL, &f.end_place);
    reader_bool(r, "end_at_home", OPTIONAL, &f.end_at_home);
    reader_word(r, "company", OPTIONAL, companies, &company);
    f.company = (enum company)company;
    return f;
}

static bool read_appointment(struct arena *a, struct reader *r, struct appointment *out)
{
    static const char *const KEYS[] = {"uid", "outing", "sequence", "changed",
                                       "cancelled", "before", WHEN_AND_WHAT, WHERE, NULL};
    static const char *const BEFORE_KEYS[] = {WHEN_AND_WHAT, WHERE, NULL};
    int seen = reader_faults_seen(r);

    *out = (struct appointment){.outing = ""};
    if (!reader_shape(r, KEYS))
        return false;
    read_uid(r, &out->uid);
    reader_text(r, "outing", REQUIRED, &out->outing);
    reader_int(r, "sequence", OPTIONAL, 0, INT_MAX - 1, &out->sequence);
    read_instant(r, "changed", &out->changed_utc);
    reader_bool(r, "cancelled", OPTIONAL, &out->cancelled);
    out->facts = read_facts(a, r);
    if (reader_object(r, "before", OPTIONAL, BEFORE_KEYS)) {
        out->moved = true;
        out->before = read_facts(a, r);
        reader_leave(r);
    }
    return seen == reader_faults_seen(r);
}

static void refuse_twice(struct reader *r, const struct diary *d)
{
    for (int i = 0; i < d->n - 1; i++)
        if (strcmp(d->appointments[i].uid, d->appointments[d->n - 1].uid) == 0)
            reader_fault(r, "uid", _("Remove one of the two."), _("%s is listed twice"),
                         reader_quoted(r, d->appointments[i].uid));
}

static bool read_person(struct arena *a, struct reader *r, struct diary *out)
{
    static const char *const KEYS[] = {"kind", "id", "name", "appointments", NULL};
    WORD_LIST(kinds, person_kind, PERSON_ESCORT, person_kind_word);
    int kind = PERSON_CLIENT, seen = reader_faults_seen(r);

    *out = (struct diary){.id = "", .name = ""};
    if (!reader_shape(r, KEYS))
        return false;
    reader_word(r, "kind", REQUIRED, kinds, &kind);
    out->kind = (enum person_kind)kind;
    reader_own_id(r, _("person"), &out->id);
    reader_text(r, "name", REQUIRED, &out->name);
    if (reader_list(r, "appointments", REQUIRED)) {
        struct appointment *list = NEW_ARRAY(a, struct appointment, reader_size(r) + 1);
        out->appointments = list;
        while (reader_next(r))
            if (read_appointment(a, r, &list[out->n])) {
                out->n++;
                refuse_twice(r, out);
            }
    }
    return seen == reader_faults_seen(r);
}

static void read_document(struct arena *a, struct reader *r, struct told *out)
{
    static const char *const KEYS[] = {"format", "version", "week", "told", "people", NULL};

    if (!reader_document(r, "ledsaga-told", 1, KEYS))
        return;
    reader_week(r, "week", REQUIRED, &out->iso_year, &out->iso_week);
    read_instant(r, "told", &out->told_utc);
    if (!reader_list(r, "people", REQUIRED))
        return;
    struct diary *diaries = NEW_ARRAY(a, struct diary, reader_size(r) + 1);
    out->diaries = diaries;
    while (reader_next(r))
        out->n += read_person(a, r, &diaries[out->n]);
}

enum status told_read(struct arena *a, const char *path, const struct told **out,
                      struct faults *f)
{
    struct told *told = NEW(a, struct told);
    int seen = f->seen;

    *out = told;
    if (!file_exists(path))
        return STATUS_OK;
    struct reader *r = reader_open(a, path, f);
    if (!r)
        return faults_status(f);
    read_document(a, r, told);
    reader_close(r);
    return f->seen == seen ? STATUS_OK : faults_status(f);
}

enum status told_of_week(struct arena *a, const char *dir, int iso_year, int iso_week,
                         const struct told **out, struct faults *f)
{
    const char *path = workspace_path(a, dir, iso_year, iso_week, "told.json");

    TRY(told_read(a, path, out, f));
    if ((*out)->told_utc != 0 &&
        ((*out)->iso_year != iso_year || (*out)->iso_week != iso_week))
        return faults_add(f, STATUS_INPUT, path, "week",
                          _("Move the file into the folder of its week."),
                          _("The file is of the week %04d-W%02d."), (*out)->iso_year,
                          (*out)->iso_week);
    return STATUS_OK;
}

/* ---- writing ------------------------------------------------------------ */

/* The separator, the key and its colon. */
static void add_key(struct text *t, const char *key)
{
    text_print(t, ", \"%s\": ", key);
}

static void add_text(struct text *t, const char *key, const char *value)
{
    if (*value == '\0')
        return;
    add_key(t, key);
    json_add_string(t, value);
}

static void add_true(struct text *t, const char *key, bool value)
{
    if (value)
        text_print(t, ", \"%s\": true", key);
}

static void add_people(struct text *t, const struct appointment_facts *f)
{
    for (int i = 0; i < f->n_names; i++) {
        text_add(t, i ? ", {\"id\": " : ", \"with\": [{\"id\": ");
        json_add_string(t, f->ids[i]);
        add_key(t, "name");
        json_add_string(t, f->names[i]);
        text_add(t, "}");
    }
    if (f->n_names > 0)
        text_add(t, "]");
    for (int i = 0; i < f->n_beside; i++) {
        text_add(t, i ? ", " : ", \"beside\": [");
        json_add_string(t, f->beside[i]);
    }
    if (f->n_beside > 0)
        text_add(t, "]");
}

static void add_facts(struct text *t, const struct week *w,
                      const struct appointment_facts *f)
{
    char start[32], end[32];

    week_format(w, week_minute_of_utc(w, f->start_utc), start);
    week_format(w, week_minute_of_utc(w, f->end_utc), end);
    text_print(t, "\"start\": \"%s\", \"end\": \"%s\", \"activity\": ", start, end);
    json_add_string(t, f->activity);
    add_people(t, f);
    add_text(t, "place", f->place);
    add_true(t, "at_home", f->at_home);
    add_text(t, "end_place", f->end_place);
    add_true(t, "end_at_home", f->end_at_home);
    if (f->company != COMPANY_NONE)
        add_text(t, "company", company_word(f->company));
}

static void add_appointment(struct text *t, const struct week *w,
                            const struct appointment *a)
{
    char changed[32];

    instant_print(a->changed_utc, changed);
    text_print(t, "{\"uid\": \"%s\", \"outing\": ", a->uid);
    json_add_string(t, a->outing);
    if (a->sequence > 0)
        text_print(t, ", \"sequence\": %d", a->sequence);
    text_print(t, ", \"changed\": \"%s\"", changed);
    add_true(t, "cancelled", a->cancelled);
    text_add(t, ", ");
    add_facts(t, w, &a->facts);
    if (a->moved) {
        text_add(t, ", \"before\": {");
        add_facts(t, w, &a->before);
        text_add(t, "}");
    }
    text_add(t, "}");
}

static void add_person(struct text *t, const struct week *w, const struct diary *d)
{
    text_print(t, "{\"kind\": \"%s\", \"id\": ", person_kind_word(d->kind));
    json_add_string(t, d->id);
    add_key(t, "name");
    json_add_string(t, d->name);
    add_key(t, "appointments");
    for (int i = 0; i < d->n; i++) {
        text_add(t, i ? ",\n   " : "[\n   ");
        add_appointment(t, w, &d->appointments[i]);
    }
    text_add(t, d->n > 0 ? "]}" : "[]}");
}

const char *told_text(struct arena *a, const struct told *t, const struct week *w)
{
    struct text text = text_new(a);
    char told[32];

    instant_print(t->told_utc, told);
    text_print(&text,
               "{\n \"format\": \"ledsaga-told\",\n \"version\": 1,\n"
               " \"week\": \"%04d-W%02d\",\n \"told\": \"%s\",\n \"people\": [",
               t->iso_year, t->iso_week, told);
    for (int i = 0; i < t->n; i++) {
        text_add(&text, i ? ",\n  " : "\n  ");
        add_person(&text, w, &t->diaries[i]);
    }
    text_add(&text, t->n > 0 ? "\n ]\n}\n" : "]\n}\n");
    return text_done(&text);
}

enum status told_write(const struct told *t, const struct week *w, const char *path,
                       struct faults *f)
{
    struct arena *scratch = arena_new();
    const char *text = told_text(scratch, t, w);
    enum status s = file_write(path, text, strlen(text), f);

    arena_free(scratch);
    return s;
}
