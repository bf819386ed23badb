#include "adapters/calendar/feed_parts.h"

#include "adapters/calendar/feed_zone.h"
#include "adapters/text/phrase.h"

#include <inttypes.h>
#include <string.h>

/* ---- the head ----------------------------------------------------------- */

static void add_season(struct component *zone, const char *season, const char *from,
                       const char *month, const char *before, const char *offset,
                       const char *name)
{
    struct component *c = component_add(zone, season);
    component_put(c, "DTSTART", VALUE_DATE_TIME, from);
    component_put(c, "RRULE", VALUE_RECUR,
                  arena_print(c->arena, "FREQ=YEARLY;BYMONTH=%s;BYDAY=-1SU", month));
    component_put(c, "TZOFFSETFROM", VALUE_UTC_OFFSET, before);
    component_put(c, "TZOFFSETTO", VALUE_UTC_OFFSET, offset);
    component_put(c, "TZNAME", VALUE_TEXT, name);
}

/* The rule that has held since 1996. Outlook needs the block and understands no more
 * than one yearly rule each way. */
static void add_zone(struct component *calendar)
{
    struct component *zone = component_add(calendar, "VTIMEZONE");
    component_put(zone, "TZID", VALUE_TEXT, FEED_ZONE);
    add_season(zone, "DAYLIGHT", "19970330T020000", "3", "+0100", "+0200", "CEST");
    add_season(zone, "STANDARD", "19961027T030000", "10", "+0200", "+0100", "CET");
}

static void name_calendar(struct component *c, const char *name)
{
    component_put(c, "NAME", VALUE_TEXT, name);
    component_put(c, "X-WR-CALNAME", VALUE_UNKNOWN, name);
    component_put_property(c, (struct property){.name = "REFRESH-INTERVAL",
                                                .kind = VALUE_DURATION,
                                                .kind_told = true,
                                                .value = "PT1H"});
    component_put(c, "X-PUBLISHED-TTL", VALUE_UNKNOWN, "PT1H");
    component_put(c, "COLOR", VALUE_TEXT, "darkblue");
}

struct component *calendar_new(struct arena *a, const char *name, bool local)
{
    struct component *c = component_new(a, "VCALENDAR");
    component_put(c, "VERSION", VALUE_TEXT, "2.0");
    component_put(c, "PRODID", VALUE_TEXT,
                  strcmp(language_code(), "sv") == 0 ? "-//ledsaga//ledsaga//SV"
                                                     : "-//ledsaga//ledsaga//EN");
    component_put(c, "CALSCALE", VALUE_TEXT, "GREGORIAN");
    if (name)
        name_calendar(c, name);
    if (local)
        add_zone(c);
    return c;
}

/* ---- times -------------------------------------------------------------- */

/* clock: seconds since 1970 of a clock that stands where it is read. */
static const char *time_written(struct arena *a, int64_t clock, const char *suffix)
{
    int64_t day = day_of_seconds(clock);
    int year, month, mday, second = (int)(clock - day * SECONDS_A_DAY);
    date_of_days(day, &year, &month, &mday);
    return arena_print(a, "%04d%02d%02dT%02d%02d%02d%s", year, month, mday, second / 3600,
                       second / 60 % 60, second % 60, suffix);
}

static const char *utc_written(struct arena *a, int64_t utc)
{
    return time_written(a, utc, "Z");
}

static void put_time(struct component *event, const char *name, int64_t utc, bool local)
{
    struct property p = {.name = name, .kind = VALUE_DATE_TIME};
    if (local) {
        p.tzid = FEED_ZONE;
        p.value = time_written(event->arena, utc + feed_zone_offset(utc), "");
    } else {
        p.value = utc_written(event->arena, utc);
    }
    component_put_property(event, p);
}

/* Both in one form: readers convert what meets a change of the clocks differently. */
void event_put_times(struct component *event, int64_t start_utc, int64_t end_utc,
                     bool local)
{
    local = local && !feed_zone_change(start_utc, end_utc);
    put_time(event, "DTSTART", start_utc, local);
    put_time(event, "DTEND", end_utc, local);
}

static void put_day(struct component *event, const char *name, int64_t day)
{
    int year, month, mday;
    date_of_days(day, &year, &month, &mday);
    component_put_property(
        event, (struct property){.name = name,
                                 .kind = VALUE_DATE,
                                 .kind_told = true,
                                 .value = arena_print(event->arena, "%04d%02d%02d", year,
                                                      month, mday)});
}

void event_put_days(struct component *event, int64_t from_day, int64_t to_day)
{
    put_day(event, "DTSTART", from_day);
    put_day(event, "DTEND", to_day);
}

/* The first of January 1970 was a Thursday. */
int64_t monday_of(int64_t day)
{
    return day - (day + 3) % DAYS;
}

/* ---- events ------------------------------------------------------------- */

const char *event_uid(struct arena *a, const char *uid)
{
    return arena_print(a, "%s@%s", uid, UID_DOMAIN);
}

struct component *event_begin(struct component *calendar, const char *uid,
                              int64_t changed_utc, int64_t sequence)
{
    struct component *event = component_add(calendar, "VEVENT");
    const char *changed = utc_written(event->arena, changed_utc);
    component_put(event, "UID", VALUE_TEXT, event_uid(event->arena, uid));
    component_put(event, "DTSTAMP", VALUE_DATE_TIME, changed);
    component_put(event, "LAST-MODIFIED", VALUE_DATE_TIME, changed);
    component_put(event, "SEQUENCE", VALUE_INTEGER,
                  arena_print(event->arena, "%" PRId64, sequence));
    return event;
}

void event_end(struct component *event, bool cancelled, bool opaque)
{
    component_put(event, "STATUS", VALUE_TEXT, cancelled ? "CANCELLED" : "CONFIRMED");
    component_put(event, "TRANSP", VALUE_TEXT, opaque ? "OPAQUE" : "TRANSPARENT");
    component_put(event, "CLASS", VALUE_TEXT, "PRIVATE");
}

void event_put_text(struct component *event, const char *name, const char *text)
{
    if (*text)
        component_put(event, name, VALUE_TEXT, text);
}

void say(struct text *t, const char *line)
{
    if (t->length > 0)
        text_add(t, "\n");
    text_add(t, line);
}
