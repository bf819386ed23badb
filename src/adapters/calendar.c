/* One person's calendar of the week as iCalendar (RFC 5545, RFC 7986).
 *
 * Every visit is a single event with DTSTART and DTEND: recurrence, DURATION and
 * changes of the clocks are where readers disagree. Times are local with the
 * zone's name, but UTC at both ends for an event that meets a change of the
 * clocks. The text is for a client who may hear it: whole words, no abbreviations
 * and no clock times, which the calendar says itself.
 *
 * libical builds, escapes, folds and writes. What it lets through is stopped
 * before: control characters and bad UTF-8 (plain_lines), commas and semicolons in
 * X- properties (only our own words stand there), its own VTIMEZONE (zone_block).
 * Nothing here reads a foreign calendar. */
#include "adapters/outing.h"
#include "adapters/phrase.h"
#include "adapters/plain.h"
#include "base/file.h"
#include "base/text.h"

#include <dirent.h>
#include <errno.h>
#include <inttypes.h>
#include <libical/ical.h>
#include <string.h>
#include <unistd.h>

#define ZONE "Europe/Stockholm"
#define UID_DOMAIN "ledsaga.invalid"

/* The rule that has held since 1996. Outlook needs the block and understands no
 * more than one yearly rule each way; libical's own goes back to 1879. */
static const char ZONE_BLOCK[] = "BEGIN:VTIMEZONE\r\n"
                                 "TZID:" ZONE "\r\n"
                                 "BEGIN:DAYLIGHT\r\n"
                                 "DTSTART:19970330T020000\r\n"
                                 "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU\r\n"
                                 "TZOFFSETFROM:+0100\r\n"
                                 "TZOFFSETTO:+0200\r\n"
                                 "TZNAME:CEST\r\n"
                                 "END:DAYLIGHT\r\n"
                                 "BEGIN:STANDARD\r\n"
                                 "DTSTART:19961027T030000\r\n"
                                 "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU\r\n"
                                 "TZOFFSETFROM:+0200\r\n"
                                 "TZOFFSETTO:+0100\r\n"
                                 "TZNAME:CET\r\n"
                                 "END:STANDARD\r\n"
                                 "END:VTIMEZONE\r\n";

/* Whose calendar it is: exactly one of the two is not NONE. */
struct feed {
    struct arena *arena;
    const struct sheet *sheet;
    const struct problem *problem;
    int client, escort;
    bool local; /* times with TZID and the block; else UTC throughout */
    icalcomponent *calendar;
    int n_uids;
    const char **uids; /* given out so far */
};

/* ---- the calendar itself ----------------------------------------------- */

static void add_x(icalcomponent *c, const char *name, const char *value)
{
    icalproperty *x = icalproperty_new_x(value);
    icalproperty_set_x_name(x, name);
    icalcomponent_add_property(c, x);
}

static void add_head(struct feed *f)
{
    icalcomponent *c = f->calendar;
    const char *name = _("My escorting");
    const char *producer =
        strcmp(language_code(), "sv") == 0 ? "-//ledsaga//ledsaga//SV"
                                           : "-//ledsaga//ledsaga//EN";
    icalcomponent_add_property(c, icalproperty_new_version("2.0"));
    icalcomponent_add_property(c, icalproperty_new_prodid(producer));
    icalcomponent_add_property(c, icalproperty_new_calscale("GREGORIAN"));
    icalcomponent_add_property(c, icalproperty_new_name(name));
    add_x(c, "X-WR-CALNAME", name);
    icalcomponent_add_property(
        c, icalproperty_new_refreshinterval(icaldurationtype_from_int(3600)));
    add_x(c, "X-PUBLISHED-TTL", "PT1H");
    icalcomponent_add_property(c, icalproperty_new_color("darkblue"));
    if (f->local)
        icalcomponent_add_component(c, icalparser_parse_string(ZONE_BLOCK));
}

/* ---- times ------------------------------------------------------------- */

static struct icaltimetype utc_time(int64_t utc)
{
    struct icaltimetype t = icaltime_null_time();
    int64_t day = utc / 86400 - (utc % 86400 < 0);
    int second = (int)(utc - day * 86400);
    date_of_days(day, &t.year, &t.month, &t.day);
    t.hour = second / 3600;
    t.minute = second / 60 % 60;
    t.second = second % 60;
    t.zone = icaltimezone_get_utc_timezone();
    return t;
}

static struct icaltimetype local_time(const struct week *w, int minute)
{
    struct icaltimetype t = icaltime_null_time();
    struct moment m = week_moment(w, minute);
    t.year = m.year;
    t.month = m.month;
    t.day = m.mday;
    t.hour = m.hour;
    t.minute = m.minute;
    return t;
}

/* Does [from, to] meet the hours in which a clock time is missing or comes twice?
 * Readers convert those differently. */
static bool meets_clock_change(const struct week *w, int from, int to)
{
    for (int i = 1; i < w->n_shifts; i++) {
        int twice = w->shift[i - 1].offset - w->shift[i].offset;
        int reach = twice > 0 ? twice : 0;
        if (from < w->shift[i].from + reach && to >= w->shift[i].from - reach)
            return true;
    }
    return false;
}

static void add_time(const struct feed *f, icalcomponent *event,
                     icalproperty_kind kind, int minute, bool utc)
{
    const struct week *w = &f->problem->week;
    icalproperty *time = icalproperty_new(kind);
    icalproperty_set_value(
        time, icalvalue_new_datetime(utc ? utc_time(week_utc(w, minute))
                                         : local_time(w, minute)));
    if (!utc)
        icalproperty_add_parameter(time, icalparameter_new_tzid(ZONE));
    icalcomponent_add_property(event, time);
}

static void add_date(const struct feed *f, icalcomponent *event,
                     icalproperty_kind kind, int day)
{
    struct icaltimetype t = local_time(
        &f->problem->week, f->problem->week.day_start[day]);
    icalproperty *date = icalproperty_new(kind);
    t.hour = t.minute = 0;
    t.is_date = 1;
    icalproperty_set_value(date, icalvalue_new_date(t));
    icalproperty_add_parameter(date, icalparameter_new_value(ICAL_VALUE_DATE));
    icalcomponent_add_property(event, date);
}

/* ---- names of events --------------------------------------------------- */

static bool uid_usable(const struct feed *f, const char *uid)
{
    size_t n = uid ? strspn(uid, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqr"
                                 "stuvwxyz0123456789._-")
                   : 0;
    if (n < 8 || n > 64 || uid[n] != '\0')
        return false;
    for (int i = 0; i < f->n_uids; i++)
        if (strcmp(f->uids[i], uid) == 0)
            return false;
    return true;
}

static const char *named_after(const struct feed *f, const char *kind, const char *id)
{
    char week[16];
    week_name(&f->problem->week, week);
    return arena_print(f->arena, "%s-%016" PRIx64, week,
                       hash_bytes(hash_bytes(HASH_START, kind, strlen(kind)), id,
                                  strlen(id)));
}

/* An escort's session keeps its name whoever takes part. A roster made by hand may
 * have visits without a usable name, or one name twice: then readers would show only
 * one of them. The request is what is left to name the visit by. */
static const char *outing_uid(struct feed *f, const struct outing *o)
{
    int request = o->requests[0];
    const char *uid = o->session && f->escort != NONE
                          ? named_after(f, "session/", o->session->id)
                          : f->sheet->roster->visits[request].uid;
    if (!uid_usable(f, uid))
        uid = named_after(f, "", f->problem->requests[request].id);
    f->uids[f->n_uids++] = uid;
    return uid;
}

static const char *empty_uid(const struct feed *f)
{
    const char *id = f->client != NONE ? f->problem->clients[f->client].id
                                       : f->problem->escorts[f->escort].id;
    return arena_print(f->arena, "%s-%016" PRIx64,
                       f->client != NONE ? "client" : "escort",
                       hash_bytes(HASH_START, id, strlen(id)));
}

/* ---- events ------------------------------------------------------------ */

static icalcomponent *add_event(const struct feed *f, const char *uid)
{
    icalcomponent *event = icalcomponent_new(ICAL_VEVENT_COMPONENT);
    struct icaltimetype made = utc_time(f->sheet->made_utc);
    icalcomponent_add_component(f->calendar, event);
    icalcomponent_add_property(
        event, icalproperty_new_uid(
                   arena_print(f->arena, "%s@%s", uid, UID_DOMAIN)));
    icalcomponent_add_property(event, icalproperty_new_dtstamp(made));
    icalcomponent_add_property(event, icalproperty_new_lastmodified(made));
    icalcomponent_add_property(event, icalproperty_new_sequence(0));
    return event;
}

static void add_end(icalcomponent *event, enum icalproperty_transp transp)
{
    icalcomponent_add_property(event,
                               icalproperty_new_status(ICAL_STATUS_CONFIRMED));
    icalcomponent_add_property(event, icalproperty_new_transp(transp));
    icalcomponent_add_property(event,
                               icalproperty_new_class(ICAL_CLASS_PRIVATE));
}

static const char *who(const struct feed *f, const struct outing *o)
{
    const struct problem *p = f->problem;
    const char **names = NEW_ARRAY(f->arena, const char *, o->n_escorts + 1);
    if (f->escort != NONE && o->n > 1)
        return arena_print(f->arena, PLURAL("%d client", "%d clients", o->n), o->n);
    if (f->escort != NONE)
        return first_name(f->arena,
                          client_name(f->arena, p, p->requests[o->requests[0]].client));
    for (int i = 0; i < o->n_escorts; i++)
        names[i] = first_name(f->arena, p->escorts[o->escorts[i]].name);
    return and_list(f->arena, names, o->n_escorts);
}

/* One fact a line, each a short sentence. */
static void say(struct text *t, const char *line)
{
    if (t->length > 0)
        text_add(t, "\n");
    text_add(t, line);
}

static void say_where(const struct feed *f, struct text *t, int from, int to)
{
    const struct problem *p = f->problem;
    if (from != NONE && f->client != NONE && from == p->clients[f->client].home)
        say(t, _("You meet at your home."));
    else if (from != NONE)
        say(t, arena_print(f->arena, _("You meet: %s."),
                           place_name(f->arena, p, from)));
    if (to != NONE && to != from)
        say(t, arena_print(f->arena, _("It ends at: %s."),
                           place_name(f->arena, p, to)));
}

/* Those whom the escort has with them in a session. */
static void say_clients(const struct feed *f, struct text *t, const struct outing *o)
{
    const struct problem *p = f->problem;
    const char **names = NEW_ARRAY(f->arena, const char *, o->n + 1);
    for (int i = 0; i < o->n; i++)
        names[i] = first_name(
            f->arena, client_name(f->arena, p, p->requests[o->requests[i]].client));
    say(t, arena_print(f->arena, _("With you: %s."), and_list(f->arena, names, o->n)));
}

static void say_escorts(const struct feed *f, struct text *t, const struct outing *o)
{
    int *others = NEW_ARRAY(f->arena, int, o->n_escorts + 1), n = 0;
    for (int i = 0; i < o->n_escorts; i++)
        if (o->escorts[i] != f->escort)
            others[n++] = o->escorts[i];
    const char *names = escort_names(f->arena, f->problem, others, n);
    if (n > 0 && f->escort != NONE)
        say(t, arena_print(f->arena, _("Also there: %s."), names));
    else if (n > 0)
        say(t, arena_print(f->arena,
                           PLURAL("Your escort: %s.", "Your escorts: %s.", n),
                           names));
}

/* A client is told that others are there, never who they are. */
static void say_company(const struct feed *f, struct text *t, const struct outing *o)
{
    if (f->escort != NONE && o->n > 1)
        say_clients(f, t, o);
    say_escorts(f, t, o);
    if (f->client != NONE && o->session && !o->session->shared)
        say(t, _("You do this in a group."));
    else if (f->client != NONE && o->session &&
             session_clients(f->sheet, f->sheet->roster->visits[o->requests[0]].session) > 1)
        say(t, _("You share the escort with somebody else."));
}

static void add_words(const struct feed *f, icalcomponent *event, const struct outing *o)
{
    const struct problem *p = f->problem;
    const struct request *q = &p->requests[o->requests[0]];
    int from = o->session ? o->session->place : q->meet;
    const char *place = place_name(f->arena, p, from);
    struct text facts = text_new(f->arena);
    /* TRANSLATORS: activity, first name: Swimming with Anna */
    icalcomponent_add_property(
        event, icalproperty_new_summary(arena_print(
                   f->arena, _("%s with %s"),
                   plain_lines(f->arena,
                               o->session ? o->session->activity : q->activity),
                   who(f, o))));
    if (*place)
        icalcomponent_add_property(event, icalproperty_new_location(place));
    say_where(f, &facts, from, o->session ? from : q->end);
    say_company(f, &facts, o);
    if (facts.length > 0)
        icalcomponent_add_property(
            event, icalproperty_new_description(text_done(&facts)));
}

static void add_outing(struct feed *f, const struct outing *o)
{
    int end = o->start + o->minutes;
    bool utc = !f->local || meets_clock_change(&f->problem->week, o->start, end);
    icalcomponent *event = add_event(f, outing_uid(f, o));
    add_time(f, event, ICAL_DTSTART_PROPERTY, o->start, utc);
    add_time(f, event, ICAL_DTEND_PROPERTY, end, utc);
    add_words(f, event, o);
    add_end(event, ICAL_TRANSP_OPAQUE);
}

/* A calendar without events makes some readers keep last week's. */
static void add_nothing_planned(struct feed *f)
{
    icalcomponent *event = add_event(f, empty_uid(f));
    add_date(f, event, ICAL_DTSTART_PROPERTY, 0);
    add_date(f, event, ICAL_DTEND_PROPERTY, 1);
    icalcomponent_add_property(
        event, icalproperty_new_summary(_("No escorting is planned")));
    add_end(event, ICAL_TRANSP_TRANSPARENT);
}

static const char *feed_bytes(struct feed *f)
{
    int n;
    const struct outing *outings =
        sheet_outings(f->arena, f->sheet, f->client, f->escort, &n);
    f->calendar = icalcomponent_new(ICAL_VCALENDAR_COMPONENT);
    f->uids = NEW_ARRAY(f->arena, const char *, n + 1);
    add_head(f);
    for (int i = 0; i < n; i++)
        add_outing(f, &outings[i]);
    if (n == 0)
        add_nothing_planned(f);
    char *written = icalcomponent_as_ical_string_r(f->calendar);
    const char *bytes = arena_copy(f->arena, written);
    icalmemory_free_buffer(written);
    icalcomponent_free(f->calendar);
    return bytes;
}

static struct feed feed_of(struct arena *a, const struct sheet *s, int client,
                           int escort)
{
    return (struct feed){
        .arena = a,
        .sheet = s,
        .problem = s->problem,
        .client = client,
        .escort = escort,
        .local = strcmp(s->problem->week.zone, ZONE) == 0,
    };
}

const char *calendar_ics(struct arena *a, const struct sheet *s, int client,
                         int escort)
{
    struct feed f = feed_of(a, s, client, escort);
    require((client == NONE) != (escort == NONE),
            "a calendar is a client's or an escort's");
    return feed_bytes(&f);
}

/* ---- a folder of calendars --------------------------------------------- */

/* Files whose bytes are the same are left alone, so that their time of change,
 * which web servers tell, says the truth. */
static enum status write_if_changed(struct arena *a, const char *path,
                                    const char *bytes, int *n_written,
                                    struct faults *faults)
{
    size_t length = strlen(bytes), old_length;
    char *old;
    if (file_exists(path)) {
        TRY(file_read(a, path, &old, &old_length, faults));
        if (old_length == length && memcmp(old, bytes, length) == 0)
            return STATUS_OK;
    }
    TRY(file_write(path, bytes, length, faults));
    (*n_written)++;
    return STATUS_OK;
}

static bool is_calendar_of_nobody(const struct problem *p, const char *file,
                                  bool clients)
{
    char id[256];
    size_t n = strlen(file);
    if (n < 5 || n - 4 >= sizeof id || strcmp(file + n - 4, ".ics") != 0)
        return false;
    memcpy(id, file, n - 4);
    id[n - 4] = '\0';
    return (clients ? problem_find_client(p, id)
                    : problem_find_escort(p, id)) == NONE;
}

static enum status remove_strays(struct arena *a, const struct problem *p,
                                 const char *folder, bool clients,
                                 struct faults *faults)
{
    enum status status = STATUS_OK;
    DIR *d = opendir(folder);
    if (!d)
        return faults_add(faults, STATUS_UNREADABLE, folder, "",
                          _("Check that the folder may be read."), "%s",
                          strerror(errno));
    for (const struct dirent *e; (e = readdir(d)) && status == STATUS_OK;) {
        const char *path = arena_print(a, "%s/%s", folder, e->d_name);
        if (is_calendar_of_nobody(p, e->d_name, clients) && unlink(path) != 0)
            status = faults_add(faults, STATUS_UNWRITABLE, path, "",
                                _("Check that the file may be removed."),
                                "%s", strerror(errno));
    }
    closedir(d);
    return status;
}

static enum status write_kind(struct arena *a, const struct sheet *s,
                              const char *folder, bool clients,
                              int *n_written, struct faults *faults)
{
    const struct problem *p = s->problem;
    int n = clients ? p->n_clients : p->n_escorts;
    TRY(folder_make(folder, faults));
    for (int i = 0; i < n; i++) {
        struct arena *own = arena_new(); /* a person's calendar at a time */
        const char *id = clients ? p->clients[i].id : p->escorts[i].id;
        struct feed f = clients ? feed_of(own, s, i, NONE)
                                : feed_of(own, s, NONE, i);
        enum status status = write_if_changed(
            own, arena_print(own, "%s/%s.ics", folder, id),
            feed_bytes(&f), n_written, faults);
        arena_free(own);
        TRY(status);
    }
    return remove_strays(a, p, folder, clients, faults);
}

enum status calendars_write(struct arena *a, const struct sheet *s,
                            const char *dir, int *n_written, struct faults *f)
{
    *n_written = 0;
    TRY(write_kind(a, s, arena_print(a, "%s/calendars/clients", dir), true,
                   n_written, f));
    return write_kind(a, s, arena_print(a, "%s/calendars/escorts", dir), false,
                      n_written, f);
}
