#include "adapters/ical/ical_zone.h"

#include "adapters/ical/ical_rule.h"
#include "base/text.h"
#include "ledsaga/week.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

/* Stretches are found for ten years at a time, with some days before and after. */
#define CHUNK (INT64_C(3653) * SECONDS_A_DAY)
#define MARGIN (INT64_C(3) * SECONDS_A_DAY)
enum { SHIFTS_MOST = 128, OBSERVANCES_MOST = 200 };

struct chunk {
    struct chunk *next;
    int64_t number;
    int n;
    struct zone_shift shifts[SHIFTS_MOST];
};

/* STANDARD or DAYLIGHT: from `onset` on, and again by the rule and the dates. */
struct observance {
    struct clock_value onset;
    int before, after; /* seconds east of UTC */
    int n_rules, n_dates, dates_capacity;
    struct ical_rule rule;
    int64_t *dates;
};

struct ical_zone {
    struct ical_zone *next; /* with a name */
    struct arena *arena;
    bool utc;
    const char *name; /* in the system's database; NULL = by observances */
    int n;
    const struct observance *observances;
    struct chunk *chunks; /* the one used last first */
};

struct ical_zones {
    struct arena *arena;
    const struct ical_parts *parts;
    const struct ical_window *window;
    struct ical_notes *notes;
    int n_timezones, capacity;
    struct timezone_part {
        int part;
        const char *tzid;
    } *timezones;
    struct ical_zone utc, own;
    struct ical_zone *named;
    struct asked {
        struct asked *next;
        const char *tzid;
        int calendar;
        struct ical_zone *zone; /* NULL = unknown */
    } *asked; /* so far */
};

/* ---- names ---------------------------------------------------------------- */

/* Names that are not of the database and what they are there: Windows' (Unicode CLDR,
 * windowsZones), one of Lotus Notes. */
static const struct {
    const char *foreign, *name;
} NAMES[] = {
    {"W. Europe Standard Time", "Europe/Berlin"},
    {"Romance Standard Time", "Europe/Paris"},
    {"Central European Standard Time", "Europe/Warsaw"},
    {"Central Europe Standard Time", "Europe/Budapest"},
    {"GMT Standard Time", "Europe/London"},
    {"Greenwich Standard Time", "Atlantic/Reykjavik"},
    {"FLE Standard Time", "Europe/Kiev"},
    {"GTB Standard Time", "Europe/Bucharest"},
    {"Turkey Standard Time", "Europe/Istanbul"},
    {"Russian Standard Time", "Europe/Moscow"},
    {"Western/Central Europe", "Europe/Berlin"},
    {"Eastern Standard Time", "America/New_York"},
    {"Central Standard Time", "America/Chicago"},
    {"Mountain Standard Time", "America/Denver"},
    {"Pacific Standard Time", "America/Los_Angeles"},
    {"UTC", "UTC"},
    {"tzone://Microsoft/Utc", "UTC"},
};

/* Towns that Outlook names behind "(UTC+01:00)"; others there have clocks of their own. */
static const char *const OUR_TOWNS[] = {
    "Amsterdam", "Belgrade", "Berlin", "Bern",     "Bratislava", "Brussels",  "Budapest",
    "Copenhagen", "Ljubljana", "Madrid", "Oslo",   "Paris",      "Prague",    "Rome",
    "Sarajevo",  "Skopje",   "Stockholm", "Vienna", "Warsaw",    "Zagreb"};

static bool is_our_town(const char *word, size_t n)
{
    for (size_t i = 0; i < sizeof OUR_TOWNS / sizeof *OUR_TOWNS; i++)
        if (strncasecmp(word, OUR_TOWNS[i], n) == 0 && !OUR_TOWNS[i][n])
            return true;
    return false;
}

/* "(UTC+01:00) Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna" and its older kin: every
 * town must be one of ours, and one there must be. */
static bool names_our_towns(const char *tzid)
{
    static const char *const HEADS[] = {"(UTC+01:00)", "(GMT+01:00)", "(GMT+01.00)"};
    static const char *const BETWEEN = " ,/\t";
    const char *at = NULL;
    bool any = false;

    for (int i = 0; i < 3; i++)
        if (strncasecmp(tzid, HEADS[i], strlen(HEADS[i])) == 0)
            at = tzid + strlen(HEADS[i]);
    while (at && *(at += strspn(at, BETWEEN))) {
        size_t n = strcspn(at, BETWEEN);

        if (!is_our_town(at, n))
            return false;
        any = true;
        at += n;
    }
    return any;
}

/* Names of the database that are no places: other clocks, or this machine's own. */
static bool is_place(const char *name)
{
    static const char *const OTHERS[] = {"right/", "posix/", "localtime", "posixrules",
                                         "Factory"};

    for (size_t i = 0; i < sizeof OTHERS / sizeof *OTHERS; i++)
        if (strncmp(name, OTHERS[i], strlen(OTHERS[i])) == 0)
            return false;
    return zone_known(name);
}

/* "/mozilla.org/20050126_1/Europe/Stockholm": the longest end that is a name. One of a
 * single word ("Japan", "Eastern") only behind a prefix that is written as one, for it may
 * as well be the second half of somebody's own name. */
static const char *name_at_end(const char *tzid)
{
    bool prefixed = *tzid == '/';

    for (const char *at = strchr(tzid, '/'); at; at = strchr(at + 1, '/'))
        if ((prefixed || strchr(at + 1, '/')) && is_place(at + 1))
            return at + 1;
    return NULL;
}

/* The name in the database that the zone of a calendar stands for; NULL if none. */
static const char *name_of(const char *tzid)
{
    if (is_place(tzid))
        return tzid;
    for (size_t i = 0; i < sizeof NAMES / sizeof *NAMES; i++)
        if (strcasecmp(tzid, NAMES[i].foreign) == 0)
            return NAMES[i].name;
    if (names_our_towns(tzid))
        return "Europe/Stockholm";
    return name_at_end(tzid);
}

/* ---- a VTIMEZONE ---------------------------------------------------------- */

static bool take_dates(struct arena *a, const char *value, struct observance *o)
{
    for (const char *rest = value; rest && *rest;) {
        const char *item = value_item(a, &rest);
        struct clock_value v;

        item = arena_print(a, "%.*s", (int)strcspn(item, "/"), item); /* of a period */
        if (!value_time(item, &v) || o->n_dates == ICAL_DATES_MOST)
            return false;
        ARENA_PUSH(a, o->dates, o->n_dates, o->dates_capacity,
                   v.utc ? v.clock + o->before : v.clock);
    }
    return true;
}

static bool take_property(struct arena *a, const struct property *p, struct observance *o)
{
    switch ((int)p->name) {
    case PROPERTY_DTSTART: return value_time(p->value, &o->onset);
    case PROPERTY_TZOFFSETFROM: return value_offset(p->value, &o->before);
    case PROPERTY_TZOFFSETTO: return value_offset(p->value, &o->after);
    case PROPERTY_RDATE: return take_dates(a, p->value, o);
    case PROPERTY_RRULE:
        return o->n_rules++ == 0 && !rule_scan(a, p->value, &o->onset, &o->rule);
    default: return true;
    }
}

/* The rule and the dates are read when the start is known: it may stand behind them. */
static bool scan_observance(struct arena *a, const struct ical_parts *parts, int part,
                            struct observance *o)
{
    unsigned seen = 0;

    *o = (struct observance){0};
    for (int late = 0; late < 2; late++)
        for (int line = parts->list[part].first, child = part + 1;
             part_line(parts, part, &line, &child); line++) {
            struct property p;
            bool is_late;

            if (!property_scan(a, parts->lines->list[line].text, &p))
                continue;
            is_late = p.name == PROPERTY_RRULE || p.name == PROPERTY_RDATE;
            if (is_late == (bool)late && !take_property(a, &p, o))
                return false;
            seen |= 1u << p.name;
        }
    return (seen & 1u << PROPERTY_DTSTART) && (seen & 1u << PROPERTY_TZOFFSETFROM) &&
           (seen & 1u << PROPERTY_TZOFFSETTO);
}

/* False where it has no sound observance, or a broken one. */
static bool scan_timezone(struct ical_zones *zs, int part, struct ical_zone *z)
{
    struct observance *list = NULL, o;
    int capacity = 0;

    if (zs->parts->list[part].open)
        return false;
    for (int i = part + 1; i < zs->parts->n; i++) {
        const struct ical_part *p = &zs->parts->list[i];

        if (p->parent != part)
            break;
        if (p->kind != PART_STANDARD && p->kind != PART_DAYLIGHT)
            continue;
        if (p->open || z->n == OBSERVANCES_MOST ||
            !scan_observance(zs->arena, zs->parts, i, &o))
            return false;
        ARENA_PUSH(zs->arena, list, z->n, capacity, o);
    }
    z->observances = list;
    return z->n > 0;
}

const char *zones_tzid(struct ical_zones *zs, int part)
{
    for (int line = zs->parts->list[part].first, child = part + 1;
         part_line(zs->parts, part, &line, &child); line++) {
        struct property p;

        if (property_scan(zs->arena, zs->parts->lines->list[line].text, &p) &&
            p.name == PROPERTY_TZID)
            return value_trimmed(zs->arena, p.value);
    }
    return "";
}

/* Those of the event's own calendar first. */
static bool find_timezone(struct ical_zones *zs, const char *tzid, int calendar,
                          struct ical_zone *z)
{
    int found = -1;

    for (int i = 0; i < zs->n_timezones; i++) {
        int part = zs->timezones[i].part;

        if (strcmp(zs->timezones[i].tzid, tzid) != 0)
            continue;
        if (zs->parts->list[part].calendar == calendar)
            return scan_timezone(zs, part, z);
        found = part;
    }
    return found >= 0 && scan_timezone(zs, found, z);
}

/* ---- stretches ------------------------------------------------------------ */

struct change {
    int64_t utc;
    int before, after;
};

struct changes {
    struct arena *arena;
    int64_t from, to;
    int n, capacity;
    struct change *list;
    struct change last; /* the last one before `from`; utc INT64_MIN = none */
};

/* False once it is past what is asked for. */
static bool add_change(struct changes *c, const struct observance *o, int64_t clock)
{
    struct change change = {clock - o->before, o->before, o->after};

    if (change.utc >= c->to)
        return false;
    if (change.utc > c->from)
        ARENA_PUSH(c->arena, c->list, c->n, c->capacity, change);
    else if (change.utc >= c->last.utc)
        c->last = change;
    return true;
}

static void add_observance(struct changes *c, const struct observance *o)
{
    struct rule_walk walk;
    int64_t clock;

    add_change(c, o, o->onset.clock);
    for (int i = 0; i < o->n_dates; i++)
        add_change(c, o, o->dates[i]);
    if (!o->n_rules)
        return;
    rule_walk_begin(&walk, &o->rule, &o->onset, INT64_MIN, c->to + MARGIN);
    while (rule_walk_next(&walk, &clock) &&
           !rule_ended(&o->rule, clock, clock - o->before) && add_change(c, o, clock))
        ;
}

static int by_utc(const void *a, const void *b)
{
    const struct change *c = a, *d = b;

    return c->utc < d->utc ? -1 : c->utc > d->utc;
}

static const struct observance *first_observance(const struct ical_zone *z)
{
    const struct observance *first = z->observances;

    for (int i = 1; i < z->n; i++)
        if (z->observances[i].onset.clock < first->onset.clock)
            first = &z->observances[i];
    return first;
}

static int observed_shifts(const struct ical_zone *z, int64_t from, int64_t to,
                           struct zone_shift *out)
{
    struct arena *scratch = arena_new();
    struct changes c = {.arena = scratch, .from = from, .to = to};
    int n = 0;

    c.last.utc = INT64_MIN;
    c.last.after = first_observance(z)->before;
    for (int i = 0; i < z->n; i++)
        add_observance(&c, &z->observances[i]);
    if (c.n > 1)
        qsort(c.list, (size_t)c.n, sizeof *c.list, by_utc);
    out[n++] = (struct zone_shift){from, c.last.after / 60};
    for (int i = 0; i < c.n && n < SHIFTS_MOST; i++)
        if (c.list[i].after / 60 != out[n - 1].offset)
            out[n++] = (struct zone_shift){c.list[i].utc, c.list[i].after / 60};
    arena_free(scratch);
    return n;
}

static const struct chunk *chunk_at(struct ical_zone *z, int64_t time)
{
    int64_t number = time / CHUNK - (time % CHUNK < 0);
    int64_t from = number * CHUNK - MARGIN, to = (number + 1) * CHUNK + MARGIN;
    struct chunk *c = z->chunks;

    while (c && c->number != number)
        c = c->next;
    if (c)
        return c;
    c = NEW(z->arena, struct chunk);
    c->number = number;
    c->n = z->name ? zone_shifts(z->name, from, to, c->shifts, SHIFTS_MOST)
                   : observed_shifts(z, from, to, c->shifts);
    c->next = z->chunks;
    return z->chunks = c;
}

int64_t zone_utc_of(struct ical_zone *z, int64_t clock, enum zone_sense *sense)
{
    const struct chunk *c;

    if (sense)
        *sense = ZONE_ONCE;
    if (z->utc)
        return clock;
    c = chunk_at(z, clock);
    return zone_instant(c->shifts, c->n, clock, sense);
}

int64_t zone_clock_of(struct ical_zone *z, int64_t utc)
{
    const struct chunk *c;

    if (z->utc)
        return utc;
    c = chunk_at(z, utc);
    return zone_clock(c->shifts, c->n, utc);
}

/* ---- those of a file ------------------------------------------------------ */

struct ical_zones *zones_new(struct arena *a, const struct ical_parts *parts,
                             const struct ical_window *window, struct ical_notes *notes)
{
    struct ical_zones *zs = NEW(a, struct ical_zones);

    *zs = (struct ical_zones){
        .arena = a, .parts = parts, .window = window, .notes = notes};
    for (int i = 0; i < parts->n; i++)
        if (parts->list[i].kind == PART_TIMEZONE) {
            struct timezone_part p = {i, zones_tzid(zs, i)};

            ARENA_PUSH(a, zs->timezones, zs->n_timezones, zs->capacity, p);
        }
    zs->utc = (struct ical_zone){.arena = a, .utc = true};
    zs->own = (struct ical_zone){.arena = a, .name = window->zone};
    return zs;
}

struct ical_zone *zones_utc(struct ical_zones *zs)
{
    return &zs->utc;
}

struct ical_zone *zones_own(struct ical_zones *zs)
{
    return &zs->own;
}

/* Do the two tell the same clock times in the window? Asked week by week. */
static bool clocks_agree(struct ical_zone *z, struct ical_zone *other,
                         const struct ical_window *window)
{
    const int64_t step = INT64_C(7) * SECONDS_A_DAY;
    int64_t to = window->to_utc - window->from_utc < CHUNK ? window->to_utc
                                                           : window->from_utc + CHUNK;

    for (int64_t t = window->from_utc; t <= to; t += step)
        if (zone_clock_of(z, t) != zone_clock_of(other, t))
            return false;
    return true;
}

/* The zone of a name in the database: one for all that it is called in the file. */
static struct ical_zone *named_zone(struct ical_zones *zs, const char *name)
{
    struct ical_zone *z = zs->named;

    while (z && strcmp(z->name, name) != 0)
        z = z->next;
    if (z)
        return z;
    z = NEW(zs->arena, struct ical_zone);
    *z = (struct ical_zone){.next = zs->named,
                            .arena = zs->arena,
                            .utc = strcmp(name, "UTC") == 0,
                            .name = name};
    return zs->named = z;
}

/* The zone of a VTIMEZONE of the file; NULL if there is none that is sound. */
static struct ical_zone *observed_zone(struct ical_zones *zs, const char *tzid,
                                       int calendar)
{
    struct ical_zone *z = NEW(zs->arena, struct ical_zone);

    z->arena = zs->arena;
    return find_timezone(zs, tzid, calendar, z) ? z : NULL;
}

static struct ical_zone *look_up(struct ical_zones *zs, const char *tzid, int calendar,
                                 int line)
{
    const char *name = name_of(tzid);
    struct ical_zone *told = observed_zone(zs, tzid, calendar), *zone;

    if (!name)
        return told;
    zone = named_zone(zs, name);
    if (told && !clocks_agree(zone, told, zs->window))
        note_add(zs->notes, line,
                 N_("The file has clocks of its own for %s; those of %s were taken."),
                 note_quoted(zs->arena, tzid), name);
    return zone;
}

struct ical_zone *zones_find(struct ical_zones *zs, const char *tzid, int calendar,
                             int line)
{
    struct asked *a = zs->asked;

    while (a && (a->calendar != calendar || strcmp(a->tzid, tzid) != 0))
        a = a->next;
    if (a)
        return a->zone;
    a = NEW(zs->arena, struct asked);
    *a = (struct asked){zs->asked, tzid, calendar, look_up(zs, tzid, calendar, line)};
    zs->asked = a;
    return a->zone;
}
