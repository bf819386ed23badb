/* Events read with suspicion: each names people and requests that there are, at times that
 * are not over. */
#include "adapters/replan/event.h"

#include "adapters/text/json.h"
#include "adapters/text/nearest.h"
#include "adapters/replan/whom.h"
#include "base/file.h"
#include "base/text.h"

#include <string.h>

static const char *const WORDS[] = {
#define X(NAME, word) word,
    EVENT_LIST(X)
#undef X
        NULL};

/* Where an event was said: a word, or a place in a file. */
struct said {
    struct events *all;
    enum status status;
    const char *file, *place;
    struct faults *faults;
};

static enum status wrong(const struct said *s, const char *remedy, const char *what)
{
    return faults_add(s->faults, s->status, s->file, s->place, remedy, "%s", what);
}

/* ---- who and which -------------------------------------------------------- */

enum thing { THING_ESCORT, THING_CLIENT, THING_REQUEST };

static int thing_count(const struct problem *p, enum thing thing)
{
    return thing == THING_ESCORT ? p->n_escorts : thing == THING_CLIENT ? p->n_clients
                                                                       : p->n_requests;
}

static const char *thing_id(const struct problem *p, enum thing thing, int i)
{
    return thing == THING_ESCORT ? p->escorts[i].id : thing == THING_CLIENT ? p->clients[i].id
                                                                           : p->requests[i].id;
}

static int thing_find(const struct problem *p, enum thing thing, const char *id)
{
    return thing == THING_ESCORT   ? whom_escort(p, id)
           : thing == THING_CLIENT ? whom_client(p, id)
                                   : problem_find_request(p, id);
}

static const char *nearest(struct arena *a, const struct problem *p, enum thing thing,
                           const char *id)
{
    const char **ids = NEW_ARRAY(a, const char *, thing_count(p, thing) + 1);

    for (int i = 0; i < thing_count(p, thing); i++)
        ids[i] = thing_id(p, thing, i);
    return nearest_word(id, ids);
}

static const char *requests_of(struct arena *a, const struct problem *p, int client)
{
    struct text t = text_new(a);

    for (int r = 0; r < p->n_requests; r++)
        if (p->requests[r].client == client)
            text_print(&t, "%s%s", t.length > 0 ? ", " : "", p->requests[r].id);
    return t.length > 0 ? arena_print(a, _("It is a client; say which of these: %s."), text_done(&t))
                        : _("It is a client, who has asked for nothing this week.");
}

static enum status find(const struct said *s, enum thing thing, const char *id, int *out)
{
    struct arena *a = s->all->arena;
    const struct problem *p = s->all->problem;

    *out = thing_find(p, thing, id);
    if (*out != NONE)
        return STATUS_OK;
    const char *near = nearest(a, p, thing, id);
    struct text what = text_new(a);
    switch (thing) {
    case THING_ESCORT:
        text_print(&what, _("there is no escort '%s'"), id);
        break;
    case THING_CLIENT:
        text_print(&what, _("there is no client '%s'"), id);
        break;
    case THING_REQUEST:
        text_print(&what, _("there is no request '%s' in the week"), id);
        if (whom_client(p, id) != NONE)
            return wrong(s, requests_of(a, p, whom_client(p, id)), text_done(&what));
        break;
    }
    return wrong(s, near ? arena_print(a, _("Did you mean '%s'?"), near)
                         : _("Ids, and names of people, are in unit.json and week.json."),
                 text_done(&what));
}

/* ---- when ----------------------------------------------------------------- */

/* "2026-11-24T12:00", or a day: its beginning, or its end. */
static bool moment_scan(const struct week *w, const char *text, bool end, int *minute)
{
    int year, month, mday;

    if (week_scan(w, text, minute))
        return true;
    return date_scan(text, &year, &month, &mday) &&
           week_minute(w, year, month, mday, end ? DAY : 0, false, minute);
}

static enum status moment(const struct said *s, const char *text, bool end, int *minute)
{
    const struct week *w = &s->all->problem->week;

    if (moment_scan(w, text, end, minute) && *minute >= 0 && *minute <= week_length(w))
        return STATUS_OK;
    return wrong(s, _("A time of the week is written like 2026-11-24T12:00, a day like 2026-11-24."),
                 arena_print(s->all->arena, _("'%s' is no time of the week"), text));
}

static int end_of_day(const struct week *w, int minute)
{
    int day = week_day(w, minute);

    return w->day_start[day < DAYS ? day + 1 : DAYS];
}

/* Where an end is a clock time alone it is of the day of the beginning. */
static const char *end_text(const struct said *s, const char *to, int from)
{
    struct moment m = week_moment(&s->all->problem->week, from);
    int minutes;

    return clock_scan(to, &minutes)
               ? arena_print(s->all->arena, "%04d-%02d-%02dT%s", m.year, m.month, m.mday, to)
               : to;
}

/* from NULL: now; to NULL: to the end of that day. */
static enum status absence(const struct said *s, const char *from, const char *to,
                           struct event *e)
{
    const struct week *w = &s->all->problem->week;

    e->from = s->all->now;
    if (from)
        TRY(moment(s, from, false, &e->from));
    e->to = end_of_day(w, e->from);
    if (to)
        TRY(moment(s, end_text(s, to, e->from), true, &e->to));
    if (e->to <= e->from)
        return wrong(s, _("Let it end after it begins."), _("the absence ends before it begins"));
    if (e->to > s->all->now)
        return STATUS_OK;
    return wrong(s, _("What has begun stays as it was given out; say how long it still lasts."),
                 _("the absence is over already"));
}

static enum status new_time(const struct said *s, const char *from, const char *to,
                            struct event *e)
{
    if (!strchr(from, 'T'))
        return wrong(s, _("For example: move=r7@2026-11-24T13:00."),
                     _("it is not said at what time it is to be"));
    TRY(moment(s, from, false, &e->from));
    e->to = e->from;
    if (to)
        TRY(moment(s, end_text(s, to, e->from), true, &e->to));
    if (e->from < s->all->now)
        return wrong(s, _("Say a time to come."), _("a visit cannot be moved into the past"));
    if (e->to < e->from || week_day(&s->all->problem->week, e->from) !=
                               week_day(&s->all->problem->week, e->to))
        return wrong(s, _("Let the last start be the first or later, on the same day."),
                     _("the starts do not follow each other"));
    return STATUS_OK;
}

/* What has begun can neither be moved nor called off, and before that nobody can have stayed
 * away. */
static enum status in_time(const struct said *s, const struct event *e)
{
    const struct request *q = &s->all->problem->requests[e->request];
    struct arena *a = s->all->arena;
    bool begun = q->published && q->pub_start < s->all->now;

    if (e->kind == EVENT_MOVE && begun)
        return wrong(s, _("What has begun stays; noshow= tells that the client did not come."),
                     arena_print(a, _("'%s' has begun and cannot be moved"), q->id));
    if (e->kind == EVENT_CANCEL && begun)
        return wrong(s, _("What has begun stays; noshow= tells that the client did not come."),
                     arena_print(a, _("'%s' has begun and cannot be cancelled"), q->id));
    if (e->kind == EVENT_NO_SHOW && !(q->published && q->pub_start <= s->all->now))
        return wrong(s, _("cancel= takes it out of the week; --at says what time it is."),
                     arena_print(a, q->published ? _("'%s' has not begun: nobody can have stayed away")
                                                 : _("'%s' is not in the roster: nobody went to it"),
                                 q->id));
    return STATUS_OK;
}

/* ---- in a word ------------------------------------------------------------ */

static char *split(char *text, const char *mark)
{
    char *at = text ? strstr(text, mark) : NULL;

    if (!at)
        return NULL;
    *at = '\0';
    return at + strlen(mark);
}

static enum status file_request(const struct said *s, const char *path, struct event *e)
{
    char *text;
    size_t length;

    TRY(file_read(s->all->arena, path, &text, &length, s->faults));
    struct faults found = {0};
    struct reader *r = reader_open_text(s->all->arena, path, text, &found);
    bool whole = r && reader_whole(r, NULL, REQUIRED, &e->json);
    reader_close(r);
    if (whole)
        return STATUS_OK;
    *s->faults = found;
    return faults_status(&found);
}

static enum status of_request(const struct said *s, const char *id, char *times,
                              struct event *e)
{
    char *to = split(times, "..");

    TRY(find(s, THING_REQUEST, id, &e->request));
    TRY(in_time(s, e));
    if (e->kind != EVENT_MOVE)
        return STATUS_OK;
    if (!times)
        return wrong(s, _("For example: move=r7@2026-11-24T13:00."),
                     _("it is not said when it is to be"));
    return new_time(s, times, to, e);
}

static enum status of_escort(const struct said *s, const char *id, char *times,
                             struct event *e)
{
    char *to = split(times, "..");

    TRY(find(s, THING_ESCORT, id, &e->escort));
    if (e->kind == EVENT_LEAVES && !times)
        return wrong(s, _("For example: leaves=e001@2026-11-24T12:00."),
                     _("it is not said when the escort leaves"));
    return absence(s, times, to, e);
}

static enum status of_pair(const struct said *s, const char *client, const char *escort,
                           struct event *e)
{
    if (!escort)
        return wrong(s, _("For example: veto=c012:e001."), _("it is not said who is not wanted"));
    TRY(find(s, THING_CLIENT, client, &e->client));
    return find(s, THING_ESCORT, escort, &e->escort);
}

static enum status word_read(const struct said *s, char *value, struct event *e)
{
    switch (e->kind) {
    case EVENT_SICK:
    case EVENT_LEAVES: {
        char *times = split(value, "@");
        return of_escort(s, value, times, e);
    }
    case EVENT_CANCEL:
    case EVENT_NO_SHOW:
    case EVENT_MOVE: {
        char *times = split(value, "@");
        return of_request(s, value, times, e);
    }
    case EVENT_VETO: {
        char *escort = split(value, ":");
        return of_pair(s, value, escort, e);
    }
    case EVENT_NEW:
        return file_request(s, value, e);
    case EVENT_KINDS:
        break;
    }
    return STATUS_OK;
}

/* One thing happens to a visit, and what is said twice is a slip. */
static bool agree(const struct event *x, const struct event *y)
{
    if (x->request != NONE || y->request != NONE)
        return x->request != y->request;
    if (x->kind == EVENT_LEAVES && y->kind == EVENT_LEAVES)
        return x->escort != y->escort;
    return x->kind != y->kind || x->escort != y->escort || x->client != y->client ||
           x->from != y->from || x->to != y->to || x->kind == EVENT_NEW;
}

static enum status keep(const struct said *s, const struct event *e)
{
    struct events *all = s->all;

    for (int i = 0; i < all->n; i++)
        if (!agree(&all->list[i], e))
            return wrong(s, _("Say one of them."),
                         arena_print(all->arena, _("'%s' and '%s' are about the same"),
                                     all->list[i].said, e->said));
    ARENA_PUSH(all->arena, all->list, all->n, all->room, *e);
    return STATUS_OK;
}

static struct event nothing(const char *said)
{
    return (struct event){.escort = NONE, .client = NONE, .request = NONE, .said = said};
}

static enum status word_add(struct events *all, const char *word, struct faults *f)
{
    const struct said s = {all, STATUS_USAGE, "", "", f};
    struct event e = nothing(word);
    char *kind = arena_copy(all->arena, word), *value = split(kind, "=");

    for (int i = 0; i < EVENT_KINDS; i++)
        if (strcmp(kind, WORDS[i]) == 0) {
            e.kind = (enum event_kind)i;
            TRY(word_read(&s, value, &e));
            return keep(&s, &e);
        }
    const char *near = nearest_word(kind, WORDS);
    return wrong(&s, near ? arena_print(all->arena, _("Did you mean '%s='?"), near)
                          : _("There are sick=, leaves=, cancel=, noshow=, move=, veto= and new=."),
                 arena_print(all->arena, _("nothing is known of events '%s'"), kind));
}

/* ---- in a file ------------------------------------------------------------ */

static const char *text_at(struct reader *r, const char *key)
{
    const char *text = NULL;

    reader_text(r, key, OPTIONAL, &text);
    return text;
}

static char *copy_of(struct arena *a, const char *text)
{
    return text ? arena_copy(a, text) : NULL;
}

/* "2026-11-24T07:30..2026-11-25T12:00" */
static char *times_at(struct events *all, struct reader *r)
{
    const char *from = text_at(r, "from"), *to = text_at(r, "to");

    if (!from)
        return NULL;
    return copy_of(all->arena, to ? arena_print(all->arena, "%s..%s", from, to) : from);
}

static int kinds_at(struct reader *r)
{
    int n = 0;

    for (int i = 0; i < EVENT_KINDS; i++)
        n += reader_has(r, WORDS[i]);
    return n;
}

static enum event_kind kind_at(struct reader *r)
{
    int kind = 0;

    while (kind < EVENT_KINDS && !reader_has(r, WORDS[kind]))
        kind++;
    return (enum event_kind)kind;
}

static const char *said_at(struct events *all, struct reader *r, enum event_kind kind,
                           const char *times)
{
    const char *whom = text_at(r, WORDS[kind]), *escort = text_at(r, "escort");

    return arena_print(all->arena, "%s=%s%s%s%s%s", WORDS[kind], whom ? whom : "",
                       escort ? ":" : "", escort ? escort : "", times ? "@" : "",
                       times ? times : "");
}

static void item_read(struct events *all, struct reader *r, struct faults *f)
{
    static const char *const KEYS[] = {"sick", "leaves", "cancel", "noshow", "move", "veto",
                                       "new",  "from",   "to",     "escort", NULL};
    const struct said s = {all, STATUS_INPUT, reader_file(r),
                           arena_copy(all->arena, reader_path(r)), f};
    enum event_kind kind = kind_at(r);

    if (!reader_shape(r, KEYS))
        return;
    if (kinds_at(r) != 1) {
        reader_fault(r, NULL, _("'ledsaga schema events' tells what there can be."),
                     kinds_at(r) == 0 ? _("It is not said what happened")
                                      : _("Two things are said to have happened"));
        return;
    }
    struct event e = nothing("new");
    e.kind = kind;
    if (kind == EVENT_NEW) {
        if (reader_whole(r, "new", REQUIRED, &e.json))
            keep(&s, &e);
        return;
    }
    char *times = times_at(all, r), *value = copy_of(all->arena, text_at(r, WORDS[kind]));
    e.said = said_at(all, r, kind, times);
    enum status status =
        !value               ? STATUS_INPUT
        : kind == EVENT_VETO ? of_pair(&s, value, text_at(r, "escort"), &e)
        : kind == EVENT_SICK || kind == EVENT_LEAVES ? of_escort(&s, value, times, &e)
                                                     : of_request(&s, value, times, &e);
    if (status == STATUS_OK)
        keep(&s, &e);
}

static enum status file_add(struct events *all, const char *path, struct faults *f)
{
    static const char *const KEYS[] = {"format", "version", "events", NULL};
    int seen = f->seen;
    struct reader *r = reader_open(all->arena, path, f);

    if (r && reader_document(r, "ledsaga-events", 1, KEYS) && reader_list(r, "events", REQUIRED))
        while (reader_next(r))
            item_read(all, r, f);
    reader_close(r);
    return f->seen == seen ? STATUS_OK : faults_status(f);
}

static bool is_kind(const char *word)
{
    for (int i = 0; i < EVENT_KINDS; i++)
        if (strcmp(word, WORDS[i]) == 0)
            return true;
    return false;
}

enum status event_add(struct events *all, const char *word, struct faults *f)
{
    const struct said s = {all, is_kind(word) || !*word ? STATUS_USAGE : STATUS_UNREADABLE, "", "", f};
    bool named = strchr(word, '=') && (!strchr(word, '/') || strchr(word, '=') < strchr(word, '/'));

    if (named)
        return word_add(all, word, f);
    if (s.status == STATUS_UNREADABLE && file_exists(word))
        return file_add(all, word, f);
    return wrong(&s, _("For example: sick=e014 or cancel=r48-007, or a file of events."),
                 arena_print(all->arena, is_kind(word) ? _("'%s' lacks whom or what it is about")
                                                       : _("'%s' is no event, nor a file that is there"),
                             word));
}
