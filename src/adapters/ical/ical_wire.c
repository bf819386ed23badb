/* What a reading came to, on its way from one process to another: a row of numbers (8
 * bytes, this machine's order) and texts (their length as a number, their bytes, a zero
 * byte), in the order in which pass_answer() goes through them; the same functions write
 * it and read it. What is read is checked as a foreign file is. */
#include "adapters/ical/ical_wire.h"

#include "base/text.h"

#include <limits.h>
#include <stdio.h>
#include <string.h>

static const int64_t ANSWER_MARK = 0x6c65647361676101; /* and the form's version */

struct wire {
    struct arena *arena;
    bool writing, broken;
    struct text text;          /* writing */
    const char *at, *end;      /* reading */
};

static void pass_number(struct wire *w, int64_t *number)
{
    if (w->writing) {
        text_add_bytes(&w->text, (const char *)number, sizeof *number);
    } else if (w->broken || w->end - w->at < (ptrdiff_t)sizeof *number) {
        w->broken = true;
        *number = 0;
    } else {
        memcpy(number, w->at, sizeof *number);
        w->at += sizeof *number;
    }
}

/* A number that must lie in [least, most]. */
static void pass_int(struct wire *w, int *number, int least, int most)
{
    int64_t n = *number;

    pass_number(w, &n);
    if (n < least || n > most) {
        w->broken = true;
        n = least;
    }
    *number = (int)n;
}

static void pass_bool(struct wire *w, bool *value)
{
    int n = *value;

    pass_int(w, &n, 0, 1);
    *value = n != 0;
}

/* Texts that are read stay where they are: in the answer. */
static void pass_text(struct wire *w, const char **text)
{
    int64_t n = w->writing ? (int64_t)strlen(*text) : 0;

    pass_number(w, &n);
    if (w->writing) {
        text_add_bytes(&w->text, *text, (size_t)n + 1);
        return;
    }
    if (w->broken || n < 0 || n >= w->end - w->at || w->at[n] != '\0' ||
        memchr(w->at, '\0', (size_t)n)) {
        w->broken = true;
        *text = "";
        return;
    }
    *text = w->at;
    w->at += n + 1;
}

/* A text that may be missing. */
static void pass_optional(struct wire *w, const char **text)
{
    bool there = *text != NULL;

    pass_bool(w, &there);
    if (there)
        pass_text(w, text);
    else
        *text = NULL;
}

/* How many there are of something that takes at least `size` bytes on the way. */
static void pass_count(struct wire *w, int *n, int size)
{
    pass_int(w, n, 0, w->writing ? INT_MAX : (int)((w->end - w->at) / size));
    if (w->broken)
        *n = 0;
}

static void pass_event(struct wire *w, struct ical_event *e, int n_events)
{
    int kind = (int)e->kind, fate = (int)e->fate, busy = (int)e->busy;

    pass_int(w, &kind, ICAL_EVENT, ICAL_AVAILABLE);
    pass_int(w, &fate, ICAL_READ, ICAL_REJECTED);
    pass_int(w, &busy, ICAL_BUSY_UNSAID, ICAL_AWAY);
    e->kind = (enum ical_kind)kind;
    e->fate = (enum ical_fate)fate;
    e->busy = (enum ical_busy)busy;
    pass_int(w, &e->line, 1, INT_MAX);
    pass_optional(w, &e->reason);
    pass_text(w, &e->uid);
    pass_text(w, &e->summary);
    pass_text(w, &e->location);
    pass_text(w, &e->description);
    pass_text(w, &e->categories);
    pass_int(w, &e->sequence, 0, INT_MAX);
    pass_number(w, &e->stamp_utc);
    pass_bool(w, &e->all_day);
    pass_bool(w, &e->opaque);
    pass_bool(w, &e->cancelled);
    pass_bool(w, &e->tentative);
    pass_bool(w, &e->private);
    pass_bool(w, &e->recurring);
    pass_int(w, &e->priority, 0, 9);
    pass_bool(w, &e->overrides);
    pass_bool(w, &e->onwards);
    pass_number(w, &e->original_utc);
    pass_int(w, &e->parent, -1, n_events - 1);
    pass_number(w, &e->from_utc);
    pass_number(w, &e->to_utc);
    pass_text(w, &e->raw);
}

static void pass_events(struct wire *w, struct ical_file *f)
{
    struct ical_event *events;

    pass_count(w, &f->n_events, 8);
    events = NEW_ARRAY(w->arena, struct ical_event, f->n_events);
    if (w->writing)
        memcpy(events, f->events, (size_t)f->n_events * sizeof *events);
    for (int i = 0; i < f->n_events && !w->broken; i++)
        pass_event(w, &events[i], f->n_events);
    f->events = events;
}

static void pass_instances(struct wire *w, struct ical_file *f)
{
    struct ical_instance *list;

    pass_count(w, &f->n_instances, 32);
    list = NEW_ARRAY(w->arena, struct ical_instance, f->n_instances);
    for (int i = 0; i < f->n_instances && !w->broken; i++) {
        if (w->writing)
            list[i] = f->instances[i];
        pass_int(w, &list[i].event, 0, f->n_events - 1);
        pass_number(w, &list[i].start_utc);
        pass_number(w, &list[i].end_utc);
        pass_number(w, &list[i].original_utc);
    }
    f->instances = list;
}

static void pass_notes(struct wire *w, struct ical_file *f)
{
    struct ical_note *list;

    pass_count(w, &f->n_notes, 16);
    list = NEW_ARRAY(w->arena, struct ical_note, f->n_notes);
    for (int i = 0; i < f->n_notes && !w->broken; i++) {
        if (w->writing)
            list[i] = f->notes[i];
        pass_int(w, &list[i].line, 0, INT_MAX);
        pass_text(w, &list[i].text);
    }
    f->notes = list;
}

static void pass_zones(struct wire *w, struct ical_file *f)
{
    struct ical_zone_text *list;

    pass_count(w, &f->n_zones, 18);
    list = NEW_ARRAY(w->arena, struct ical_zone_text, f->n_zones);
    for (int i = 0; i < f->n_zones && !w->broken; i++) {
        if (w->writing)
            list[i] = f->zones[i];
        pass_text(w, &list[i].tzid);
        pass_text(w, &list[i].raw);
    }
    f->zones = list;
}

static void pass_file(struct wire *w, struct ical_file *f)
{
    pass_text(w, &f->method);
    pass_bool(w, &f->whole);
    pass_int(w, &f->n_begun, 0, INT_MAX);
    pass_events(w, f);
    pass_instances(w, f);
    pass_notes(w, f);
    pass_zones(w, f);
}

/* One of the texts of a fault. */
static void pass_words(struct wire *w, char *words, size_t size)
{
    const char *text = words;

    pass_text(w, &text);
    if (!w->writing)
        snprintf(words, size, "%s", text);
}

static void pass_faults(struct wire *w, struct faults *f)
{
    int n = f->seen < FAULTS_KEPT ? f->seen : FAULTS_KEPT;

    pass_count(w, &n, 40);
    if (n > FAULTS_KEPT) {
        w->broken = true;
        return;
    }
    for (int i = 0; i < n; i++) {
        struct fault *at = &f->list[i];
        int status = (int)at->status;

        pass_int(w, &status, 0, STATUS_COUNT - 1);
        at->status = (enum status)status;
        pass_words(w, at->file, sizeof at->file);
        pass_words(w, at->place, sizeof at->place);
        pass_words(w, at->what, sizeof at->what);
        pass_words(w, at->remedy, sizeof at->remedy);
    }
    f->seen = n;
}

/* ---- the whole ---------------------------------------------------------------- */

static void pass_answer(struct wire *w, int *status, struct ical_file *file,
                        struct faults *f)
{
    int64_t mark = ANSWER_MARK;

    pass_number(w, &mark);
    w->broken |= mark != ANSWER_MARK;
    pass_int(w, status, 0, STATUS_COUNT - 1);
    pass_faults(w, f);
    w->broken |= (*status != STATUS_OK) != (f->seen > 0);
    if (*status == STATUS_OK && !w->broken)
        pass_file(w, file);
}

const char *wire_write(struct arena *a, enum status status, const struct ical_file *file,
                       const struct faults *f, size_t *length)
{
    struct wire w = {.arena = a, .writing = true, .text = text_new(a)};
    struct ical_file copy = {0};
    struct faults faults = *f;
    int said = (int)status;

    if (file)
        copy = *file;
    pass_answer(&w, &said, &copy, &faults);
    *length = w.text.length;
    return w.text.bytes;
}

bool wire_read(struct arena *a, const char *answer, size_t length, enum status *status,
               struct ical_file *file, struct faults *f)
{
    struct wire w = {.arena = a, .at = answer, .end = answer + length};
    int said = 0;

    *file = (struct ical_file){0};
    *f = (struct faults){0};
    pass_answer(&w, &said, file, f);
    *status = (enum status)said;
    return !w.broken && w.at == w.end;
}
