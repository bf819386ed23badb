/* What a calendar means, by whose it is and what the office has made of it.
 *
 *   busy      an event that blocks is an absence. It blocks as X-MICROSOFT-CDO-BUSYSTATUS
 *             says, else as TRANSP does; what is tentative is told and blocks nothing, and so
 *             is an all-day event marked free, which is how Outlook makes birthdays.
 *   free      an event is a time at which the escort can work.
 *   wishes    an event or a to-do that begins in the week is a request; what is tentative may
 *             be moved.
 *   absences  an event is an absence, whatever it says of itself.
 *
 * Nothing but times is taken from a busy calendar: not titles, not places, nor are its lines
 * kept (kept_raw() has the list). */
#include "adapters/import/import_parts.h"

#include "adapters/calendar/feed_parts.h"
#include "adapters/ical/ical.h"
#include "adapters/ical/ical_availability.h"
#include "adapters/text/plain.h"
#include "base/file.h"
#include "base/text.h"

#include <string.h>
#include <strings.h>

struct calendar_reading {
    struct import_reading *r;
    const struct ical_file *file;
    const struct week *week;
    int document;
    int first;  /* row of the reading's events that the file's first one has */
    int person; /* client or escort */
    int n_own;  /* events that are ledsaga's */
    bool *said;   /* by event of the file: it says something of the week */
    bool *lost;   /* ... and that its place is not known was told */
};

/* ---- components -------------------------------------------------------------- */

static bool is_private(const struct import_reading *r, const struct ical_event *e)
{
    return e->private || r->source->as == MEANING_BUSY;
}

/* Is this line one of time, and of nothing else? */
static bool tells_time(const char *line)
{
    static const char *const NAMES[] = {
        "BEGIN", "END", "UID", "DTSTART", "DTEND", "DURATION", "RRULE", "RDATE", "EXDATE",
        "RECURRENCE-ID", "SEQUENCE", "DTSTAMP", "LAST-MODIFIED", "STATUS", "TRANSP", "CLASS",
        "PRIORITY", "BUSYTYPE", "FREEBUSY", "X-MICROSOFT-CDO-BUSYSTATUS", "TZID",
        "TZOFFSETFROM", "TZOFFSETTO", "TZNAME"};
    size_t n = strcspn(line, ":;\n");

    for (size_t i = 0; i < sizeof NAMES / sizeof *NAMES; i++)
        if (strlen(NAMES[i]) == n && strncasecmp(NAMES[i], line, n) == 0)
            return true;
    return false;
}

static bool begins_alarm(const char *line)
{
    return strncasecmp(line, "BEGIN:VALARM", 12) == 0;
}

static bool is_utf8(const char *s)
{
    for (size_t n; *s; s += n)
        if ((n = utf8_length(s)) == 0)
            return false;
    return true;
}

/* The lines that may be kept of it, as they were unless they are no text at all. */
static const char *kept_raw(const struct import_reading *r, const struct ical_event *e)
{
    struct text t = text_new(r->arena);
    bool alarm = false;

    if (!is_private(r, e))
        return is_utf8(e->raw) ? e->raw : plain_lines(r->arena, e->raw);
    for (const char *line = e->raw; *line;) {
        size_t n = strcspn(line, "\n") + 1;
        alarm = alarm || begins_alarm(line);
        if (!alarm && tells_time(line))
            text_add_bytes(&t, line, n);
        /* One that was made of all its lines cannot be made of these again. */
        if (line == e->raw && !import_uid_said(e->uid))
            text_print(&t, "UID:%s\n", e->uid);
        if (alarm && strncasecmp(line, "END:VALARM", 10) == 0)
            alarm = false;
        line += line[n - 1] ? n : n - 1;
    }
    return text_done(&t);
}

/* Of a busy calendar without what somebody may have written beside the rules. */
static const char *zone_raw(const struct import_reading *r, const char *raw)
{
    struct text t = text_new(r->arena);

    if (!is_utf8(raw))
        raw = plain_lines(r->arena, raw);
    for (const char *line = raw; *line;) {
        size_t n = strcspn(line, "\n");
        if (r->source->as != MEANING_BUSY || tells_time(line))
            text_print(&t, "%.*s\n", (int)n, line);
        line += n + (line[n] != '\0');
    }
    return text_done(&t);
}

static void add_zones(struct calendar_reading *in)
{
    struct import_reading *r = in->r;

    for (int i = 0; i < in->file->n_zones; i++) {
        const struct ical_zone_text *z = &in->file->zones[i];
        struct import_zone zone = {plain_line(r->arena, z->tzid), zone_raw(r, z->raw)};
        if (*zone.tzid)
            ARENA_PUSH(r->arena, r->zones, r->n_zones, r->room_zones, zone);
    }
}

static enum import_fate fate_of(enum ical_fate f)
{
    switch (f) {
    case ICAL_CANCELS:
        return FATE_CANCELLED;
    case ICAL_OUTSIDE:
        return FATE_OUTSIDE;
    case ICAL_REJECTED:
        return FATE_REJECTED;
    case ICAL_OVERTAKEN:
        return FATE_OVERTAKEN;
    case ICAL_READ:
        break;
    }
    return FATE_UNCHANGED; /* until it is compared with what is there */
}

/* What ledsaga has published comes back where a calendar shows several. */
static bool is_own(const struct ical_event *e)
{
    size_t n = strlen(e->uid), k = strlen("@" UID_DOMAIN);

    return n > k && strcasecmp(e->uid + n - k, "@" UID_DOMAIN) == 0;
}

static void add_component(struct calendar_reading *in, const struct ical_event *e)
{
    struct import_reading *r = in->r;
    bool own = is_own(e);
    struct import_event x = {.counts = e->kind == ICAL_EVENT,
                             .document = in->document,
                             .line = e->line,
                             .uid = e->uid,
                             .overrides = e->overrides,
                             .title = is_private(r, e) ? "" : plain_line(r->arena, e->summary),
                             .fate = own ? FATE_OUTSIDE : fate_of(e->fate),
                             .reason = own ? NULL : e->reason,
                             .raw = kept_raw(r, e),
                             .sequence = e->sequence,
                             .stamp_utc = e->stamp_utc};

    import_add_event(r, &x);
    in->n_own += own;
    if (e->fate == ICAL_OVERTAKEN && e->reason)
        import_note(r, in->document, e->line, "%s", e->reason);
}

static void add_components(struct calendar_reading *in)
{
    in->first = in->r->n_events;
    in->said = NEW_ARRAY(in->r->arena, bool, in->file->n_events + 1);
    in->lost = NEW_ARRAY(in->r->arena, bool, in->file->n_events + 1);
    for (int i = 0; i < in->file->n_events; i++)
        add_component(in, &in->file->events[i]);
    if (in->n_own > 0)
        import_note(in->r, in->document, 0,
                    PLURAL("%d event is ledsaga's own and was passed over.",
                           "%d events are ledsaga's own and were passed over.", in->n_own),
                    in->n_own);
}

static void add_notes(struct calendar_reading *in)
{
    for (int i = 0; i < in->file->n_notes; i++)
        import_note(in->r, in->document, in->file->notes[i].line, "%s",
                    in->file->notes[i].text);
}

/* ---- instances --------------------------------------------------------------- */

/* An event that is alone keeps its name when it is moved; one of a series is named by the
 * start it would have had. */
static int64_t original_of(const struct ical_event *e, const struct ical_instance *i)
{
    bool alone = !e->recurring && !e->overrides && e->kind != ICAL_FREEBUSY;

    return alone ? ORIGINAL_ALONE : i->original_utc;
}

static struct span span_of(const struct calendar_reading *in, const struct ical_instance *i)
{
    return (struct span){week_minute_of_utc(in->week, i->start_utc),
                         week_minute_of_utc(in->week, i->end_utc + 59)};
}

static bool has_length(struct calendar_reading *in, const struct ical_instance *i)
{
    if (i->start_utc < i->end_utc)
        return true;
    import_reject(in->r, in->first + i->event,
                  _("It has no end, so nobody knows how long it lasts. Add one."));
    return false;
}

enum blocking { BLOCKS, BLOCKS_NOT, BLOCKS_PERHAPS };

static enum blocking blocking_of(const struct ical_event *e)
{
    switch (e->busy) {
    case ICAL_FREE:
        return BLOCKS_NOT;
    case ICAL_TENTATIVE:
        return BLOCKS_PERHAPS;
    case ICAL_BUSY:
    case ICAL_AWAY:
        return BLOCKS;
    case ICAL_BUSY_UNSAID:
        break;
    }
    if (!e->opaque)
        return BLOCKS_NOT;
    return e->tentative ? BLOCKS_PERHAPS : BLOCKS;
}

static void busy_say(struct calendar_reading *in, const struct ical_instance *i)
{
    const struct ical_event *e = &in->file->events[i->event];
    enum blocking blocks = blocking_of(e);
    char from[32];

    if (blocks == BLOCKS_NOT || !has_length(in, i))
        return;
    if (blocks == BLOCKS) {
        say_absence(in->r, in->first + i->event, original_of(e, i), in->person,
                    span_of(in, i), NULL);
        return;
    }
    week_format(in->week, span_of(in, i).from, from);
    import_note(in->r, in->document, e->line,
                _("Perhaps busy from %s: it is tentative and blocks nothing."), from);
}

static void absence_say(struct calendar_reading *in, const struct ical_instance *i)
{
    const struct ical_event *e = &in->file->events[i->event];

    if (has_length(in, i))
        say_absence(in->r, in->first + i->event, original_of(e, i), in->person,
                    span_of(in, i), e->private ? NULL : e->summary);
}

static void free_say(struct calendar_reading *in, const struct ical_instance *i)
{
    const struct ical_event *e = &in->file->events[i->event];

    if (e->tentative)
        import_note(in->r, in->document, e->line,
                    _("It is tentative; no time to work was taken from it."));
    else if (has_length(in, i))
        say_available(in->r, in->first + i->event, original_of(e, i), in->person,
                      span_of(in, i));
}

/* Published busy times (RFC 5545 3.6.4) are periods of either sort. */
static void freebusy_say(struct calendar_reading *in, const struct ical_instance *i)
{
    const struct ical_event *e = &in->file->events[i->event];

    if (in->r->source->as == MEANING_FREE && e->busy == ICAL_FREE)
        say_available(in->r, in->first + i->event, i->original_utc, in->person,
                      span_of(in, i));
    if (in->r->source->as != MEANING_FREE)
        busy_say(in, i);
}

/* ---- wishes ------------------------------------------------------------------ */

static int meeting_place(struct calendar_reading *in, int event)
{
    const struct ical_event *e = &in->file->events[event];
    int place = *e->location ? import_find_place(in->r, e->location) : NONE;

    if (place >= 0 || !*e->location)
        return place;
    if (!in->lost[event])
        import_note(in->r, in->document, e->line,
                    place == NONE
                        ? _("There is no place \"%s\" in the unit; the client's home it is.")
                        : _("There are several places called \"%s\"; the client's home it is."),
                    plain_line(in->r->arena, e->location));
    in->lost[event] = true;
    return NONE;
}

static const char *series_of(struct calendar_reading *in, const struct ical_event *e,
                             int64_t original_utc)
{
    if (original_utc == ORIGINAL_ALONE)
        return NULL;
    return import_key(in->r->arena, in->r->source, e->uid, ORIGINAL_ALONE);
}

static bool wishable(struct calendar_reading *in, const struct ical_instance *i)
{
    const struct ical_event *e = &in->file->events[i->event];
    struct span s = span_of(in, i);
    int row = in->first + i->event;

    if (e->all_day)
        import_reject(in->r, row, _("It is for the whole day. Say when it begins and ends."));
    else if (!has_length(in, i))
        return false;
    else if (s.to - s.from > DAY)
        import_reject(in->r, row, _("It lasts longer than 24 hours. Say when it ends."));
    else if (!*e->summary)
        import_reject(in->r, row, _("It does not say what is wished for. Give it a title."));
    return in->r->events[row].fate != FATE_REJECTED;
}

static void wish_say(struct calendar_reading *in, const struct ical_instance *i)
{
    const struct ical_event *e = &in->file->events[i->event];
    int64_t original = original_of(e, i);
    struct span s = span_of(in, i);
    struct moment m = week_moment(in->week, s.from);
    int day = week_day(in->week, s.from);

    if (day < 0 || day >= DAYS || !wishable(in, i))
        return;
    if (m.folded)
        import_note(in->r, in->document, e->line,
                    _("It begins in the hour that comes twice; the first is taken."));
    struct import_wish wish = {.client = in->person,
                               .minutes = s.to - s.from,
                               .activity = e->summary,
                               .day = day,
                               .at = m.hour * HOUR + m.minute,
                               .from = NONE,
                               .to = NONE,
                               .meet = meeting_place(in, i->event),
                               .end = NONE,
                               .escort = NONE,
                               .series = series_of(in, e, original)};
    if (e->tentative)
        wish_loosen(&wish);
    say_request(in->r, in->first + i->event, original, &wish);
}

/* ---- availability (RFC 7953) --------------------------------------------------- */

/* A time to work that begins on Sunday evening may end on Monday. */
static int64_t past_sunday(const struct ical_file *file, int component, int64_t end)
{
    int64_t latest = end;

    for (int i = 0; i < file->n_instances; i++) {
        const struct ical_instance *n = &file->instances[i];
        if (file->events[n->event].parent == component && n->start_utc < end &&
            n->end_utc > latest)
            latest = n->end_utc;
    }
    return latest;
}

static void availability_span_say(struct calendar_reading *in, int component, bool available,
                                  int64_t from, int64_t to, int64_t week_end)
{
    const struct ical_event *e = &in->file->events[component];
    int row = in->first + component;
    const struct ical_instance i = {.event = component, .start_utc = from, .end_utc = to};

    if (in->r->source->as == MEANING_FREE && available) {
        struct ical_instance longer = i;
        if (to == week_end)
            longer.end_utc = past_sunday(in->file, component, to);
        say_available(in->r, row, from, in->person, span_of(in, &longer));
    } else if (in->r->source->as != MEANING_FREE && !available) {
        if (e->busy == ICAL_TENTATIVE)
            import_note(in->r, in->document, e->line,
                        _("Outside its times the escort is perhaps busy; that blocks nothing."));
        else
            say_absence(in->r, row, from, in->person, span_of(in, &i), NULL);
    }
}

static void availability_say(struct calendar_reading *in)
{
    int64_t end = week_utc(in->week, week_length(in->week));
    struct arena *scratch = arena_new();
    struct ical_stretch *stretches;
    int n = ical_availability(scratch, in->file, week_utc(in->week, 0), end, &stretches);

    for (int i = 0; i < n; i++)
        availability_span_say(in, stretches[i].component, stretches[i].available,
                              stretches[i].from_utc, stretches[i].to_utc, end);
    arena_free(scratch);
}

/* ---- the file ---------------------------------------------------------------- */

static void instance_say(struct calendar_reading *in, const struct ical_instance *i)
{
    const struct ical_event *e = &in->file->events[i->event];
    enum import_meaning as = in->r->source->as;

    if (in->r->events[in->first + i->event].fate == FATE_REJECTED || is_own(e))
        return;
    if (as == MEANING_WISHES && (e->kind == ICAL_EVENT || e->kind == ICAL_TODO))
        wish_say(in, i);
    else if (as == MEANING_WISHES)
        return;
    else if (e->kind == ICAL_FREEBUSY)
        freebusy_say(in, i);
    else if (e->kind == ICAL_EVENT && as == MEANING_BUSY)
        busy_say(in, i);
    else if (e->kind == ICAL_EVENT && as == MEANING_FREE)
        free_say(in, i);
    else if (e->kind == ICAL_EVENT && as == MEANING_ABSENCES)
        absence_say(in, i);
}

/* What is called off goes by its name, whatever the week has of it. */
static void cancels_say(struct calendar_reading *in)
{
    for (int i = 0; i < in->file->n_events; i++) {
        const struct ical_event *e = &in->file->events[i];
        if (e->fate == ICAL_CANCELS && !is_own(e))
            import_add_cancel(in->r, &(struct import_cancel){
                                         e->uid, e->overrides ? e->original_utc : INT64_MIN,
                                         e->sequence, e->stamp_utc});
    }
}

/* A wish that begins in another week. */
static void outside_settle(struct calendar_reading *in, int sayings_before)
{
    struct import_reading *r = in->r;

    if (r->source->as != MEANING_WISHES)
        return;
    for (int i = sayings_before; i < r->n_sayings; i++)
        in->said[r->sayings[i].event - in->first] = true;
    for (int i = 0; i < in->file->n_events; i++)
        if (!in->said[i] && in->file->events[i].fate == ICAL_READ &&
            r->events[in->first + i].fate == FATE_UNCHANGED)
            r->events[in->first + i].fate = FATE_OUTSIDE;
}

static void meaning_say(struct calendar_reading *in)
{
    int before = in->r->n_sayings;
    enum import_meaning as = in->r->source->as;

    for (int i = 0; i < in->file->n_instances; i++)
        instance_say(in, &in->file->instances[i]);
    cancels_say(in);
    if (as == MEANING_BUSY || as == MEANING_FREE)
        availability_say(in);
    outside_settle(in, before);
}

/* Of a file that cannot be read as a whole the events are told as lost, all at once: there
 * may be a million. */
static void events_lost(struct import_reading *r, int document)
{
    const struct import_document *d = &r->documents[document];
    struct import_event e = {.document = document,
                             .uid = "",
                             .title = "",
                             .raw = "",
                             .fate = FATE_REJECTED,
                             .reason = _("The file could not be read.")};
    int line = 1;

    for (const char *at = d->bytes; at < d->bytes + d->length; line++) {
        size_t left = (size_t)(d->bytes + d->length - at);
        const char *end = memchr(at, '\n', left);
        if (left >= 12 && strncasecmp(at, "BEGIN:VEVENT", 12) == 0 && e.counts++ == 0)
            e.line = line;
        at = end ? end + 1 : d->bytes + d->length;
    }
    r->n_begun += e.counts;
    if (e.counts > 0)
        import_add_event(r, &e);
}

static int whose(struct import_reading *r)
{
    const struct import_source *s = r->source;

    return s->as == MEANING_WISHES ? import_find_client(r, s->whose)
                                   : import_find_escort(r, s->whose);
}

void import_read_calendar(struct import_reading *r, int document)
{
    const struct import_document *d = &r->documents[document];
    const struct week *w = &r->problem->week;
    struct calendar_reading in = {.r = r, .week = w, .document = document};
    const struct ical_window window = {week_utc(w, 0), week_utc(w, week_length(w)), w->zone};
    struct faults why = {0};

    in.person = whose(r);
    if (ical_read_guarded(r->arena, d->name, d->bytes, d->length, &window, &in.file, &why) !=
        STATUS_OK) {
        import_broken(r, document, &why);
        events_lost(r, document);
        return;
    }
    r->n_begun += in.file->n_begun;
    r->whole = r->whole && in.file->whole &&
               (!*in.file->method || strcasecmp(in.file->method, "PUBLISH") == 0);
    add_components(&in);
    add_notes(&in);
    add_zones(&in);
    meaning_say(&in);
}
