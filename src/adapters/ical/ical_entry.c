#include "adapters/ical/ical_entry.h"

#include "adapters/text/plain.h"
#include "base/file.h"
#include "base/text.h"
#include "ledsaga/week.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

/* ---- what is not accepted -------------------------------------------------- */

void entry_reject(struct ical_entry *e, const char *why)
{
    if (e->event.fate == ICAL_REJECTED)
        return;
    e->event.fate = ICAL_REJECTED;
    e->event.reason = why;
}

static void reject_value(struct ical_reading *r, struct ical_entry *e,
                         const struct property *p)
{
    entry_reject(e, arena_print(r->arena, _("%s is not as it must be: %s."),
                                property_word(p->name), note_quoted(r->arena, p->value)));
}

/* A value that decides nothing is taken as not said. */
static void pass_over(struct ical_reading *r, const struct property *p)
{
    note_add(&r->notes, p->line, N_("%s says %s, which is not known and was passed over."),
             property_word(p->name), note_quoted(r->arena, p->value));
}

/* ---- times ---------------------------------------------------------------- */

int64_t when_end(struct ical_zone *zone, int64_t clock, const struct duration *length)
{
    return zone_utc_of(zone, clock + length->days * SECONDS_A_DAY, NULL) + length->seconds;
}

static bool has_value_type(struct ical_reading *r, const struct property *p,
                           const char *type)
{
    const char *said = property_parameter(r->arena, p, "VALUE");

    return said && strcasecmp(said, type) == 0;
}

/* The zone of a time on the property's line; NULL after the entry was rejected. */
static struct ical_zone *find_zone(struct ical_reading *r, struct ical_entry *e,
                                   const struct property *p, struct ical_when *w)
{
    const char *tzid = property_parameter(r->arena, p, "TZID");
    struct ical_zone *zone;

    if (w->value.utc)
        return zones_utc(r->zones);
    w->floating = !tzid && !w->value.date;
    if (!tzid || w->value.date)
        return zones_own(r->zones);
    zone = zones_find(r->zones, tzid, e->calendar, p->line);
    if (!zone)
        entry_reject(e, arena_print(r->arena, _("The time zone %s is not known."),
                                    note_quoted(r->arena, tzid)));
    return zone;
}

/* False after the entry was rejected. */
static bool take_time(struct ical_reading *r, struct ical_entry *e,
                      const struct property *p, const char *text, struct ical_when *out)
{
    bool says_date = has_value_type(r, p, "DATE");

    *out = (struct ical_when){0};
    if (!value_time(text, &out->value) || (says_date && !out->value.date)) {
        reject_value(r, e, p);
        return false;
    }
    if (out->value.date && !says_date)
        note_add(&r->notes, p->line, N_("A day without VALUE=DATE was taken as a day."));
    out->zone = find_zone(r, e, p, out);
    if (!out->zone)
        return false;
    out->utc = zone_utc_of(out->zone, out->value.clock, &out->sense);
    return true;
}

/* START/END or START/DURATION */
static bool take_period(struct ical_reading *r, struct ical_entry *e,
                        const struct property *p, char *text, struct ical_extra *out)
{
    char *slash = strchr(text, '/');
    struct ical_when end;

    out->has_length = true;
    if (!slash) {
        reject_value(r, e, p);
        return false;
    }
    *slash = '\0';
    if (!take_time(r, e, p, text, &out->start))
        return false;
    if (value_duration(slash + 1, &out->length))
        return true;
    if (!take_time(r, e, p, slash + 1, &end))
        return false;
    out->length = (struct duration){.seconds = end.utc - out->start.utc};
    if (out->length.seconds >= 0)
        return true;
    reject_value(r, e, p);
    return false;
}

static void take_start(struct ical_reading *r, struct ical_entry *e,
                       const struct property *p)
{
    e->has_start = take_time(r, e, p, p->value, &e->start);
    e->event.all_day = e->has_start && e->start.value.date;
    if (e->has_start && e->start.floating)
        note_add(&r->notes, p->line,
                 N_("A time without a zone was taken as one of the unit's."));
}

static void take_end(struct ical_reading *r, struct ical_entry *e,
                     const struct property *p)
{
    struct ical_when end;

    if (!e->has_start || !take_time(r, e, p, p->value, &end))
        return;
    if (end.value.date != e->start.value.date)
        entry_reject(e, _("One of its ends is a day, the other a time of day."));
    else if (end.utc < e->start.utc)
        entry_reject(e, _("It ends before it begins."));
    else if (e->event.all_day)
        e->length.days = (end.value.clock - e->start.value.clock) / SECONDS_A_DAY;
    else
        e->length.seconds = end.utc - e->start.utc;
}

/* Of whole days some programs tell the seconds. */
static void take_duration(struct ical_reading *r, struct ical_entry *e,
                          const struct property *p)
{
    bool sound = value_duration(p->value, &e->length);

    if (sound && e->event.all_day) {
        e->length.days += e->length.seconds / SECONDS_A_DAY;
        e->length.seconds %= SECONDS_A_DAY;
    }
    if (!sound || (e->event.all_day && e->length.seconds))
        reject_value(r, e, p);
}

static bool has_no_length(const struct ical_entry *e)
{
    return !e->length.days && !e->length.seconds;
}

/* A day without an end is one day; a time of day without an end takes no time, and
 * somebody must say how long it is. */
static void mend_length(struct ical_reading *r, struct ical_entry *e, bool end_said)
{
    if (!has_no_length(e) || e->event.fate == ICAL_REJECTED)
        return;
    if (e->event.all_day) {
        e->length.days = 1;
        if (end_said)
            note_add(&r->notes, e->event.line,
                     N_("An event of days has no length; it was taken as one day."));
    } else if (e->has_start && !e->event.cancelled && e->event.kind != ICAL_TODO) {
        note_add(&r->notes, e->event.line, N_("An event does not say when it ends."));
    }
}

/* ---- lists of times -------------------------------------------------------- */

static bool has_room_for_date(struct ical_reading *r, struct ical_entry *e)
{
    if (e->n_extras + e->n_excepts < ICAL_DATES_MOST)
        return true;
    entry_reject(e, arena_print(r->arena, _("It has more than %d dates of its own."),
                                ICAL_DATES_MOST));
    return false;
}

static void take_excepts(struct ical_reading *r, struct ical_entry *e,
                         const struct property *p)
{
    for (const char *rest = p->value; rest && *rest;) {
        struct ical_when w;

        if (!has_room_for_date(r, e) ||
            !take_time(r, e, p, value_item(r->arena, &rest), &w))
            return;
        ARENA_PUSH(r->arena, e->excepts, e->n_excepts, e->excepts_capacity, w);
    }
}

static void take_extras(struct ical_reading *r, struct ical_entry *e,
                        const struct property *p, bool periods)
{
    for (const char *rest = p->value; rest && *rest;) {
        char *item = arena_copy(r->arena, value_item(r->arena, &rest));
        struct ical_extra x = {0};

        if (!has_room_for_date(r, e) ||
            !(periods ? take_period(r, e, p, item, &x)
                      : take_time(r, e, p, item, &x.start)))
            return;
        if (e->event.kind != ICAL_FREEBUSY && x.start.value.date != e->event.all_day) {
            reject_value(r, e, p);
            return;
        }
        ARENA_PUSH(r->arena, e->extras, e->n_extras, e->extras_capacity, x);
    }
}

static void take_rule(struct ical_reading *r, struct ical_entry *e,
                      const struct property *p)
{
    struct ical_rule rule;
    const char *why;

    if (!e->has_start)
        return;
    why = rule_scan(r->arena, p->value, &e->start.value, &rule);
    if (why)
        entry_reject(e, why);
    else
        ARENA_PUSH(r->arena, e->rules, e->n_rules, e->rules_capacity, rule);
}

static void take_original(struct ical_reading *r, struct ical_entry *e,
                          const struct property *p)
{
    const char *range = property_parameter(r->arena, p, "RANGE");

    e->event.overrides = take_time(r, e, p, p->value, &e->original);
    e->event.original_utc = e->original.utc;
    e->event.onwards = range && strcasecmp(range, "THISANDFUTURE") == 0;
    if (range && !e->event.onwards)
        reject_value(r, e, p);
}

/* ---- words and texts ------------------------------------------------------- */

/* Which of the words (ended by NULL) the value is; -1 after a note. */
static int word_of(struct ical_reading *r, const struct property *p,
                   const char *const *words)
{
    const char *said = value_trimmed(r->arena, p->value);

    for (int i = 0; words[i]; i++)
        if (strcasecmp(said, words[i]) == 0)
            return i;
    pass_over(r, p);
    return -1;
}

static void take_status(struct ical_reading *r, struct ical_entry *e,
                        const struct property *p)
{
    static const char *const WORDS[] = {"CANCELLED", "TENTATIVE", "CONFIRMED",
                                        "NEEDS-ACTION", "IN-PROCESS", "COMPLETED", NULL};
    int i = word_of(r, p, WORDS);

    e->event.cancelled |= i == 0;
    e->event.tentative |= i == 1;
}

static void take_transparency(struct ical_reading *r, struct ical_entry *e,
                              const struct property *p)
{
    static const char *const WORDS[] = {"TRANSPARENT", "OPAQUE", NULL};

    e->event.opaque = word_of(r, p, WORDS) != 0;
}

/* A class that is not known is private (RFC 5545, 3.8.1.3). */
static void take_class(struct ical_reading *r, struct ical_entry *e,
                       const struct property *p)
{
    static const char *const WORDS[] = {"PUBLIC", "PRIVATE", "CONFIDENTIAL", NULL};

    e->event.private = word_of(r, p, WORDS) != 0;
}

static void take_busy(struct ical_reading *r, struct ical_entry *e,
                      const struct property *p)
{
    static const char *const WORDS[] = {"FREE", "TENTATIVE", "BUSY", "OOF",
                                        "BUSY-TENTATIVE", "BUSY-UNAVAILABLE", NULL};
    static const enum ical_busy MEANS[] = {ICAL_FREE, ICAL_TENTATIVE, ICAL_BUSY,
                                           ICAL_AWAY, ICAL_TENTATIVE, ICAL_AWAY};
    int i = word_of(r, p, WORDS);

    if (i >= 0)
        e->event.busy = MEANS[i];
}

static void take_number(struct ical_reading *r, const struct property *p, int most,
                        int *out)
{
    if (!value_int(p->value, 0, most, out))
        pass_over(r, p);
}

static void take_stamp(struct ical_reading *r, struct ical_entry *e,
                       const struct property *p)
{
    struct clock_value v;

    if (!value_time(p->value, &v))
        pass_over(r, p);
    else if (v.clock > e->event.stamp_utc)
        e->event.stamp_utc = v.clock;
}

static void take_text(struct ical_reading *r, const struct property *p, const char **out)
{
    if (!**out)
        *out = value_text(r->arena, p->value);
}

static void take_categories(struct ical_reading *r, struct ical_entry *e,
                            const struct property *p)
{
    struct text t = text_new(r->arena);

    text_add(&t, e->event.categories);
    for (const char *rest = p->value; rest;) {
        const char *item = value_text(r->arena, value_item(r->arena, &rest));

        if (*item)
            text_print(&t, t.length ? "\n%s" : "%s", plain_line(r->arena, item));
    }
    e->event.categories = text_done(&t);
}

/* ---- one component --------------------------------------------------------- */

/* Its own properties that are read, in the order of the file. */
struct properties {
    int n, capacity;
    struct property *list;
};

static bool may_come_twice(enum property_name name)
{
    return !property_decides(name) || name == PROPERTY_RRULE || name == PROPERTY_RDATE ||
           name == PROPERTY_EXDATE || name == PROPERTY_FREEBUSY;
}

/* A line that is no property, or cannot be read. */
static void meet_broken_line(struct ical_reading *r, struct ical_entry *e,
                             const struct ical_line *line)
{
    enum property_name name = property_of_line(line->text);

    if (property_decides(name))
        entry_reject(e, arena_print(r->arena,
                                    line->flaw == LINE_LONG
                                        ? _("%s is on a line that is too long.")
                                        : _("%s is on a line that cannot be read."),
                                    property_word(name)));
    else if (line->flaw == LINE_LONG)
        note_add(&r->notes, line->number, N_("A line is too long and was passed over."));
    else if (line->flaw == LINE_UNDECODED && name != PROPERTY_OTHER)
        entry_reject(e, _("It has letters that are neither UTF-8 nor Windows-1252."));
    else
        note_add(&r->notes, line->number, N_("A line cannot be read and was passed over."));
}

static bool is_blank(const char *text)
{
    return text[strspn(text, " \t")] == '\0';
}

static void collect(struct ical_reading *r, struct ical_entry *e, struct properties *out)
{
    unsigned seen = 0;
    const struct ical_part *part = &r->parts.list[e->part];

    for (int i = part->first, child = e->part + 1;
         part_line(&r->parts, e->part, &i, &child); i++) {
        const struct ical_line *line = &r->lines.list[i];
        struct property p = {.line = line->number};
        bool found = line->flaw != LINE_LONG && property_scan(r->arena, line->text, &p);

        if ((!found || line->flaw != LINE_SOUND) && !is_blank(line->text))
            meet_broken_line(r, e, line);
        if (!found || p.name == PROPERTY_OTHER)
            continue;
        if ((seen & 1u << p.name) && !may_come_twice(p.name))
            entry_reject(e, arena_print(r->arena, _("It has %s twice."),
                                        property_word(p.name)));
        seen |= 1u << p.name;
        ARENA_PUSH(r->arena, out->list, out->n, out->capacity, p);
    }
}

static const struct property *find(const struct properties *all, enum property_name name)
{
    for (int i = 0; i < all->n; i++)
        if (all->list[i].name == name)
            return &all->list[i];
    return NULL;
}

static void take_reach(struct ical_reading *r, struct ical_entry *e,
                       const struct properties *all)
{
    const struct property *start = find(all, PROPERTY_DTSTART);
    const struct property *end = find(all, PROPERTY_DTEND);
    const struct property *duration = find(all, PROPERTY_DURATION);

    if (start)
        take_start(r, e, start);
    if (end)
        take_end(r, e, end);
    if (duration && e->has_start)
        take_duration(r, e, duration);
    if (!e->has_start)
        return;
    e->event.from_utc = e->start.utc;
    if (end || duration)
        e->event.to_utc = when_end(e->start.zone, e->start.value.clock, &e->length);
}

static void take_times(struct ical_reading *r, struct ical_entry *e,
                       const struct properties *all)
{
    const struct property *start = find(all, PROPERTY_DTSTART);
    const struct property *end =
        find(all, e->event.kind == ICAL_TODO ? PROPERTY_DUE : PROPERTY_DTEND);
    const struct property *duration = find(all, PROPERTY_DURATION);

    if (!start) {
        if (!e->event.cancelled)
            entry_reject(e, _("It does not say when it begins (DTSTART)."));
        return;
    }
    take_start(r, e, start);
    if (end && duration)
        entry_reject(e, arena_print(r->arena, _("It has both %s and DURATION."),
                                    property_word(end->name)));
    else if (end)
        take_end(r, e, end);
    else if (duration)
        take_duration(r, e, duration);
    mend_length(r, e, end || duration);
}

/* Everything but the start, its end and the periods of a VFREEBUSY. */
static void take_property(struct ical_reading *r, struct ical_entry *e,
                          const struct property *p)
{
    switch ((int)p->name) {
    case PROPERTY_UID:
        e->two_uids |= *e->event.uid != '\0';
        e->event.uid = plain_line(r->arena, value_trimmed(r->arena, p->value));
        break;
    case PROPERTY_SUMMARY: take_text(r, p, &e->event.summary); break;
    case PROPERTY_LOCATION: take_text(r, p, &e->event.location); break;
    case PROPERTY_DESCRIPTION: take_text(r, p, &e->event.description); break;
    case PROPERTY_CATEGORIES: take_categories(r, e, p); break;
    case PROPERTY_STATUS: take_status(r, e, p); break;
    case PROPERTY_TRANSP: take_transparency(r, e, p); break;
    case PROPERTY_CLASS: take_class(r, e, p); break;
    case PROPERTY_SEQUENCE: take_number(r, p, 999999999, &e->event.sequence); break;
    case PROPERTY_PRIORITY: take_number(r, p, 9, &e->event.priority); break;
    case PROPERTY_DTSTAMP:
    case PROPERTY_LAST_MODIFIED: take_stamp(r, e, p); break;
    case PROPERTY_BUSYTYPE:
    case PROPERTY_BUSYSTATUS: take_busy(r, e, p); break;
    case PROPERTY_RRULE: take_rule(r, e, p); break;
    case PROPERTY_RDATE:
        if (e->has_start)
            take_extras(r, e, p, has_value_type(r, p, "PERIOD"));
        break;
    case PROPERTY_EXDATE: take_excepts(r, e, p); break;
    case PROPERTY_RECURRENCE_ID: take_original(r, e, p); break;
    case PROPERTY_EXRULE:
        entry_reject(e, _("It has an EXRULE, which is not read."));
        break;
    default: break;
    }
}

/* Its lines, as they may be written out again. */
const char *part_raw(struct ical_reading *r, int part)
{
    const struct ical_part *p = &r->parts.list[part];
    struct text t = text_new(r->arena);

    for (int i = p->first; i <= p->last; i++) {
        const struct ical_line *line = &r->lines.list[i];

        if (line->flaw == LINE_LONG)
            continue;
        text_add(&t, line->flaw == LINE_UNDECODED ? plain_line(r->arena, line->text)
                                                  : line->text);
        text_add(&t, "\n");
    }
    return text_done(&t);
}

const char *calendar_method(struct ical_reading *r, int calendar)
{
    if (calendar < 0)
        return "";
    if (r->method && r->method_of == calendar)
        return r->method;
    r->method_of = calendar;
    r->method = "";
    for (int i = r->parts.list[calendar].first, child = calendar + 1;
         part_line(&r->parts, calendar, &i, &child); i++) {
        struct property p;

        if (property_scan(r->arena, r->lines.list[i].text, &p) &&
            p.name == PROPERTY_METHOD)
            r->method = value_trimmed(r->arena, p.value);
    }
    return r->method;
}

/* What the calendar around it is for (RFC 5546). */
static void heed_method(struct ical_reading *r, struct ical_entry *e)
{
    static const char *const EVENTS[] = {"", "PUBLISH", "REQUEST", "ADD"};
    const char *method = calendar_method(r, e->calendar);

    for (size_t i = 0; i < sizeof EVENTS / sizeof *EVENTS; i++)
        if (strcasecmp(method, EVENTS[i]) == 0)
            return;
    if (strcasecmp(method, "CANCEL") == 0)
        e->event.cancelled = true;
    else
        entry_reject(e, arena_print(r->arena,
                                    _("Its calendar is an answer or a question, not a "
                                      "plan (METHOD:%s)."),
                                    note_quoted(r->arena, method)));
}

static void look_for_damage(struct ical_reading *r, struct ical_entry *e)
{
    const struct ical_part *p = &r->parts.list[e->part];

    if (p->open)
        entry_reject(e, arena_print(r->arena, _("It has no END:%s."),
                                    part_kind_word(p->kind)));
    if (p->deep)
        entry_reject(e, arena_print(r->arena,
                                    _("Components lie in it deeper than %d."),
                                    ICAL_DEPTH_MOST));
}

static void mend_uid(struct ical_reading *r, struct ical_entry *e)
{
    if (*e->event.uid && !e->two_uids)
        return;
    e->event.uid = arena_print(
        r->arena, "no-uid-%016" PRIx64,
        hash_bytes(HASH_START, e->event.raw, strlen(e->event.raw)));
    note_add(&r->notes, e->event.line, N_("A component has no UID; it was given one."));
}

static enum ical_kind kind_of(enum part_kind k)
{
    switch ((int)k) {
    case PART_TODO: return ICAL_TODO;
    case PART_FREEBUSY: return ICAL_FREEBUSY;
    case PART_AVAILABILITY: return ICAL_AVAILABILITY;
    case PART_AVAILABLE: return ICAL_AVAILABLE;
    default: return ICAL_EVENT;
    }
}

static struct ical_entry entry_new(struct ical_reading *r, int part, int parent)
{
    const struct ical_part *p = &r->parts.list[part];
    struct ical_event event = {.kind = kind_of(p->kind),
                               .fate = ICAL_OUTSIDE,
                               .line = r->lines.list[p->first].number,
                               .uid = "",
                               .summary = "",
                               .location = "",
                               .description = "",
                               .categories = "",
                               .opaque = true,
                               .parent = parent,
                               .from_utc = INT64_MIN,
                               .to_utc = INT64_MAX,
                               .raw = part_raw(r, part)};

    return (struct ical_entry){.event = event, .part = part, .calendar = p->calendar};
}

/* ---- VFREEBUSY ------------------------------------------------------------- */

static enum ical_busy busy_of_period(struct ical_reading *r, const struct property *p)
{
    const char *type = property_parameter(r->arena, p, "FBTYPE");

    if (type && strcasecmp(type, "FREE") == 0)
        return ICAL_FREE;
    if (type && strcasecmp(type, "BUSY-TENTATIVE") == 0)
        return ICAL_TENTATIVE;
    if (type && strcasecmp(type, "BUSY-UNAVAILABLE") == 0)
        return ICAL_AWAY;
    return ICAL_BUSY; /* unsaid, or a type that is not known (RFC 5545, 3.2.9) */
}

/* The entry again for each type of its periods; the first keeps the lines. */
static void push_by_type(struct ical_reading *r, const struct ical_entry *e,
                         const struct properties *all)
{
    bool first = true;

    for (int busy = ICAL_BUSY; busy <= ICAL_AWAY; busy++) {
        struct ical_entry one = *e;

        one.event.busy = (enum ical_busy)busy;
        for (int i = 0; i < all->n; i++)
            if (all->list[i].name == PROPERTY_FREEBUSY &&
                (int)busy_of_period(r, &all->list[i]) == busy)
                take_extras(r, &one, &all->list[i], true);
        if (!one.n_extras && one.event.fate != ICAL_REJECTED)
            continue;
        if (!first)
            one.event.raw = "";
        first = false;
        ARENA_PUSH(r->arena, r->entries, r->n, r->capacity, one);
    }
    if (first)
        ARENA_PUSH(r->arena, r->entries, r->n, r->capacity, *e);
}

/* ---- the whole -------------------------------------------------------------- */

void entry_read(struct ical_reading *r, int part, int parent)
{
    struct ical_entry e = entry_new(r, part, parent);
    struct properties all = {0};
    bool span = e.event.kind == ICAL_AVAILABILITY || e.event.kind == ICAL_FREEBUSY;

    look_for_damage(r, &e);
    heed_method(r, &e);
    collect(r, &e, &all);
    for (int i = 0; i < all.n; i++)
        if (all.list[i].name == PROPERTY_STATUS)
            take_status(r, &e, &all.list[i]);
    if (span)
        take_reach(r, &e, &all);
    else
        take_times(r, &e, &all);
    for (int i = 0; i < all.n; i++)
        if (all.list[i].name != PROPERTY_STATUS)
            take_property(r, &e, &all.list[i]);
    e.event.recurring = e.n_rules || e.n_extras;
    mend_uid(r, &e);
    if (e.event.overrides && e.event.recurring)
        entry_reject(&e, _("It is one instance of a series and a series itself."));
    if (parent >= 0 && r->entries[parent].event.fate == ICAL_REJECTED)
        entry_reject(&e, _("Its VAVAILABILITY cannot be read."));
    if (e.event.kind == ICAL_FREEBUSY && e.event.fate != ICAL_REJECTED)
        push_by_type(r, &e, &all);
    else
        ARENA_PUSH(r->arena, r->entries, r->n, r->capacity, e);
}
