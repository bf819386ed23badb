#include "adapters/import/import_parts.h"

#include "adapters/text/plain.h"
#include "base/text.h"

#include <stdio.h>
#include <string.h>

static const struct {
    const char *word, *text;
} MEANINGS[] = {
    [MEANING_UNSAID] = {"", ""},
#define X(name, word, text) [MEANING_##name] = {word, text},
    IMPORT_MEANING_LIST(X)
#undef X
};

const char *import_meaning_word(enum import_meaning m)
{
    return MEANINGS[m].word;
}

const char *import_meaning_choice(int i, const char **text)
{
    if (i + 1 >= (int)(sizeof MEANINGS / sizeof *MEANINGS))
        return NULL;
    *text = MEANINGS[i + 1].text;
    return MEANINGS[i + 1].word;
}

const char *import_fate_word(enum import_fate f)
{
    static const char *const WORDS[] = {
#define X(name, word) word,
        IMPORT_FATE_LIST(X)
#undef X
    };
    return WORDS[f];
}

int import_cancel_order(const void *x, const void *y)
{
    const struct import_cancel *a = x, *b = y;
    int order = strcmp(a->uid, b->uid);

    return order ? order
                 : (a->original_utc > b->original_utc) - (a->original_utc < b->original_utc);
}

const char *import_kind_word(enum import_kind k)
{
    static const char *const WORDS[] = {"absence", "available", "request"};
    return WORDS[k];
}

const char *import_act_word(enum import_act act)
{
    static const char *const WORDS[] = {"new", "changed", "gone"};
    return WORDS[act];
}

bool import_uid_said(const char *uid)
{
    return *uid && strncmp(uid, "no-uid-", 7) != 0;
}

/* ---- what a reading holds ---- */

int import_add_event(struct import_reading *r, const struct import_event *e)
{
    ARENA_PUSH(r->arena, r->events, r->n_events, r->room_events, *e);
    return r->n_events - 1;
}

void import_add_cancel(struct import_reading *r, const struct import_cancel *c)
{
    ARENA_PUSH(r->arena, r->cancels, r->n_cancels, r->room_cancels, *c);
}

__attribute__((format(printf, 2, 0))) static const char *
sentence(struct arena *a, const char *format, va_list args)
{
    char said[512];

    vsnprintf(said, sizeof said, format, args);
    return arena_copy(a, plain_line(a, said)); /* it may have been cut inside a character */
}

void import_note(struct import_reading *r, int document, int line, const char *format, ...)
{
    va_list args;

    va_start(args, format);
    struct import_note note = {document, line, sentence(r->arena, format, args)};
    va_end(args);
    ARENA_PUSH(r->arena, r->notes, r->n_notes, r->room_notes, note);
}

void import_reject(struct import_reading *r, int event, const char *format, ...)
{
    struct import_event *e = &r->events[event];
    va_list args;

    if (e->fate == FATE_REJECTED)
        return;
    va_start(args, format);
    e->reason = sentence(r->arena, format, args);
    va_end(args);
    e->fate = FATE_REJECTED;
}

void import_broken(struct import_reading *r, int document, const struct faults *why)
{
    const struct fault *first = &why->list[0];

    import_note(r, document, 0, "%s%s%s %s", first->place, *first->place ? ": " : "",
                first->what, first->remedy);
    if (r->n_broken++ == 0)
        r->broken = r->notes[r->n_notes - 1].text;
    r->whole = false;
}

/* What an event that is rejected in the middle had said before. */
static void sayings_sift(struct import_reading *r)
{
    int n = 0;

    for (int i = 0; i < r->n_sayings; i++)
        if (r->events[r->sayings[i].event].fate != FATE_REJECTED)
            r->sayings[n++] = r->sayings[i];
    r->n_sayings = n;
}

/* A calendar does not say whose it is. */
static enum status calendars_owned(const struct import_reading *r, struct faults *f)
{
    for (int i = 0; i < r->n_documents; i++)
        if (!r->documents[i].table && !*r->source->whose)
            return faults_add(f, STATUS_USAGE, r->documents[i].name, "",
                              _("Say whose it is with --for, or \"for\" in sources.json."),
                              _("Nothing is imported: a calendar does not say whose it is."));
    return STATUS_OK;
}

enum status import_read(struct arena *a, const struct import_source *s,
                        const struct problem *p, struct import_reading **out,
                        struct faults *f)
{
    struct import_reading *r = NEW(a, struct import_reading);

    *r = (struct import_reading){
        .arena = a, .source = s, .problem = p, .whole = !s->partial};
    bool partial;
    TRY(import_fetch(a, s, &r->documents, &r->n_documents, &partial, f));
    if (partial) {
        r->whole = false;
        import_note(r, r->n_documents, 0,
                    _("The server told only a part of the calendar; nothing is taken away."));
    }
    TRY(calendars_owned(r, f));
    for (int i = 0; i < r->n_documents; i++) {
        if (r->documents[i].table)
            TRY(import_read_table(r, i, f));
        else
            import_read_calendar(r, i);
    }
    sayings_sift(r);
    *out = r;
    return STATUS_OK;
}
