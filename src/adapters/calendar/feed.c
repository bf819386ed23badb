/* One person's calendar (RFC 5545, RFC 7986), of everything the person was told.
 *
 * Every visit is a single event with DTSTART and DTEND: recurrence, DURATION and
 * changes of the clocks are where readers disagree. Times are local with the
 * zone's name, but UTC at both ends for an event that meets a change of the
 * clocks. What was told stays for a while when it is over, or people lose yesterday; what
 * is cancelled stays, and says so, until the day after. The text is for somebody who may
 * hear it: whole words, no abbreviations and no clock times, which the calendar says
 * itself. DTSTAMP is when the event was changed, not when it was written: the same diary
 * gives the same bytes. */
#include "adapters/calendar/appointment.h"
#include "adapters/calendar/feed_parts.h"
#include "adapters/calendar/feed_zone.h"
#include "adapters/text/phrase.h"
#include "base/file.h"

#include <inttypes.h>
#include <string.h>

enum { DAYS_KEPT = 30 };

/* ---- words -------------------------------------------------------------- */

static const char *who(struct arena *a, const struct diary *d,
                       const struct appointment_facts *f)
{
    if (d->kind == PERSON_ESCORT && f->n_names > 1)
        return arena_print(a, PLURAL("%d client", "%d clients", f->n_names), f->n_names);
    return and_list(a, f->names, f->n_names);
}

static const char *summary(struct arena *a, const struct diary *d,
                           const struct appointment *told)
{
    const struct appointment_facts *f = &told->facts;
    /* TRANSLATORS: activity, first name: Swimming with Anna */
    const char *what = f->n_names == 0
                           ? f->activity
                           : arena_print(a, _("%s with %s"), f->activity, who(a, d, f));
    /* TRANSLATORS: in front of what was planned: Cancelled: Swimming with Anna */
    return told->cancelled ? arena_print(a, _("Cancelled: %s"), what) : what;
}

static void say_places(struct arena *a, struct text *t, const struct diary *d,
                       const struct appointment_facts *f)
{
    bool client = d->kind == PERSON_CLIENT;
    if (f->at_home)
        say(t, client ? _("You meet at your home.") : _("You meet at the client's home."));
    else if (*f->place)
        say(t, arena_print(a, _("You meet: %s."), f->place));
    if (f->end_at_home)
        say(t, client ? _("It ends at your home.") : _("It ends at the client's home."));
    else if (*f->end_place)
        say(t, arena_print(a, _("It ends at: %s."), f->end_place));
}

/* A client is told that others are there, never who they are. */
static void say_company(struct arena *a, struct text *t, const struct diary *d,
                        const struct appointment_facts *f)
{
    if (d->kind == PERSON_ESCORT && f->n_names > 1)
        say(t, arena_print(a, _("With you: %s."), and_list(a, f->names, f->n_names)));
    if (f->n_beside > 0)
        say(t, arena_print(a, _("Also there: %s."), and_list(a, f->beside, f->n_beside)));
    if (d->kind == PERSON_CLIENT && f->company == COMPANY_GROUP)
        say(t, _("You do this in a group."));
    if (d->kind == PERSON_CLIENT && f->company == COMPANY_SHARED)
        say(t, _("You share the escort with somebody else."));
}

static const char *description(struct arena *a, const struct diary *d,
                               const struct appointment_facts *f)
{
    struct text t = text_new(a);
    say_places(a, &t, d, f);
    say_company(a, &t, d, f);
    return text_done(&t);
}

/* ---- events ------------------------------------------------------------- */

static bool feed_local(const struct feed *f)
{
    return strcmp(f->zone, FEED_ZONE) == 0;
}

static void add_alarm(struct component *event, int minutes, const char *text)
{
    struct component *alarm = component_add(event, "VALARM");
    component_put(alarm, "ACTION", VALUE_TEXT, "DISPLAY");
    component_put(alarm, "DESCRIPTION", VALUE_TEXT, text);
    component_put(alarm, "TRIGGER", VALUE_DURATION,
                  arena_print(event->arena, "-PT%dM", minutes));
}

static void add_appointment(struct component *calendar, const struct feed *f,
                            const struct appointment *told)
{
    struct arena *a = calendar->arena;
    const char *title = summary(a, f->diary, told);
    struct component *event =
        event_begin(calendar, told->uid, told->changed_utc, told->sequence);
    event_put_times(event, told->facts.start_utc, told->facts.end_utc, feed_local(f));
    component_put(event, "SUMMARY", VALUE_TEXT, title);
    event_put_text(event, "LOCATION", told->facts.place);
    event_put_text(event, "DESCRIPTION", description(a, f->diary, &told->facts));
    event_end(event, told->cancelled, !told->cancelled);
    if (f->alarm_minutes > 0 && !told->cancelled)
        add_alarm(event, f->alarm_minutes, title);
}

static const char *own_uid(struct arena *a, const struct diary *d, const char *what)
{
    return arena_print(a, "%s-%016" PRIx64 "%s", person_kind_word(d->kind),
                       hash_bytes(HASH_START, d->id, strlen(d->id)), what);
}

/* A calendar without events makes some readers keep last week's. It moves on once a week,
 * and as a change of an event does, with a higher number. */
static void add_nothing_planned(struct component *calendar, const struct feed *f)
{
    int64_t monday = monday_of(f->on_day);
    struct component *event = event_begin(calendar, own_uid(calendar->arena, f->diary, ""),
                                          monday * SECONDS_A_DAY, monday / DAYS);
    event_put_days(event, monday, monday + 1);
    component_put(event, "SUMMARY", VALUE_TEXT, _("No escorting is planned"));
    event_end(event, false, false);
}

/* ---- which are told still ----------------------------------------------- */

static int64_t midnight(const struct feed *f, int64_t day)
{
    return feed_local(f) ? feed_zone_midnight(day) : day * SECONDS_A_DAY;
}

static bool told_still(const struct feed *f, const struct appointment *told)
{
    /* What is cancelled is there on the day after the one it would have ended on. */
    int64_t days = told->cancelled ? 1 : DAYS_KEPT;
    return told->facts.end_utc > midnight(f, f->on_day - days);
}

static struct component *feed_calendar(struct arena *a, const struct feed *f)
{
    struct component *calendar = calendar_new(a, _("My escorting"), feed_local(f));
    int first = calendar->n_parts;
    for (int i = 0; i < f->diary->n; i++)
        if (told_still(f, &f->diary->appointments[i]))
            add_appointment(calendar, f, &f->diary->appointments[i]);
    if (calendar->n_parts == first)
        add_nothing_planned(calendar, f);
    return calendar;
}

const char *feed_ics(struct arena *a, const struct feed *f)
{
    struct text t = text_new(a);
    component_ics(&t, feed_calendar(a, f));
    return text_done(&t);
}

const char *feed_jcal(struct arena *a, const struct feed *f)
{
    struct text t = text_new(a);
    component_jcal(&t, feed_calendar(a, f));
    text_add(&t, "\n");
    return text_done(&t);
}

const char *feed_closed_ics(struct arena *a, const struct feed *f)
{
    struct component *calendar = calendar_new(a, _("My escorting"), feed_local(f));
    struct component *event = event_begin(calendar, own_uid(a, f->diary, "-closed"),
                                          f->on_day * SECONDS_A_DAY, 0);
    struct text t = text_new(a);
    event_put_days(event, f->on_day, f->on_day + 1);
    component_put(event, "SUMMARY", VALUE_TEXT, _("The calendar is closed"));
    event_end(event, false, false);
    component_ics(&t, calendar);
    return text_done(&t);
}

static bool has_local_times(const struct component *event)
{
    for (int i = 0; i < event->n; i++)
        if (event->properties[i].tzid)
            return true;
    return false;
}

static struct feed_object object_of(struct arena *a, struct component *event)
{
    struct component *calendar = calendar_new(a, NULL, has_local_times(event));
    struct text t = text_new(a);
    component_take(calendar, event);
    component_ics(&t, calendar);
    return (struct feed_object){event->properties[0].value, text_done(&t)};
}

int feed_objects(struct arena *a, const struct feed *f, const struct feed_object **out)
{
    const struct component *calendar = feed_calendar(a, f);
    int first = feed_local(f) ? 1 : 0, n = calendar->n_parts - first;
    struct feed_object *objects = NEW_ARRAY(a, struct feed_object, n + 1);
    for (int i = 0; i < n; i++)
        objects[i] = object_of(a, calendar->parts[first + i]);
    *out = objects;
    return n;
}
