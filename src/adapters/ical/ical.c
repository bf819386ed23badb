#include "adapters/ical/ical.h"

#include "adapters/ical/ical_series.h"
#include "base/text.h"

#include <string.h>
#include <strings.h>

const char *ical_kind_word(enum ical_kind k)
{
    static const char *const WORDS[] = {"VEVENT", "VTODO", "VFREEBUSY", "VAVAILABILITY",
                                        "AVAILABLE"};

    return WORDS[k];
}

const char *ical_fate_word(enum ical_fate f)
{
    static const char *const WORDS[] = {"read", "cancels", "outside", "overtaken",
                                        "rejected"};

    return WORDS[f];
}

/* Counted from the lines alone, so that it can be held against what came of them. */
static int count_begun(const struct ical_lines *lines)
{
    int n = 0;

    for (int i = 0; i < lines->n; i++) {
        const char *begun = line_value(lines->list[i].text, "BEGIN");
        size_t length = begun ? strcspn(begun, " \t") : 0;

        n += length == 6 && strncasecmp(begun, "VEVENT", length) == 0;
    }
    return n;
}

/* A component that lost its END, or a BEGIN that was lost, may hide others. */
static bool is_whole(const struct ical_parts *parts)
{
    int calendars = 0;

    for (int i = 0; i < parts->n; i++) {
        if (parts->list[i].open)
            return false;
        calendars += parts->list[i].kind == PART_CALENDAR;
    }
    return calendars > 0 && !parts->stray;
}

static bool is_calendar(const struct ical_parts *parts)
{
    for (int i = 0; i < parts->n; i++)
        if (parts->list[i].kind != PART_OTHER)
            return true;
    return false;
}

static const char *first_method(struct ical_reading *r)
{
    for (int i = 0; i < r->parts.n; i++)
        if (r->parts.list[i].kind == PART_CALENDAR)
            return calendar_method(r, i);
    return "";
}

static void read_entries(struct ical_reading *r)
{
    int availability = -1; /* row of the last VAVAILABILITY */

    for (int i = 0; i < r->parts.n; i++)
        switch (r->parts.list[i].kind) {
        case PART_EVENT:
        case PART_TODO:
        case PART_FREEBUSY: entry_read(r, i, -1); break;
        case PART_AVAILABILITY:
            availability = r->n;
            entry_read(r, i, -1);
            break;
        case PART_AVAILABLE: entry_read(r, i, availability); break;
        case PART_JOURNAL:
            note_add(&r->notes, r->lines.list[r->parts.list[i].first].number,
                     N_("A VJOURNAL is no time and was passed over."));
            break;
        case PART_CALENDAR:
        case PART_TIMEZONE:
        case PART_STANDARD:
        case PART_DAYLIGHT:
        case PART_OTHER: break;
        }
}

static void zones_tell(struct ical_reading *r, struct ical_file *file)
{
    struct ical_zone_text *zones = NEW_ARRAY(r->arena, struct ical_zone_text, r->parts.n + 1);

    for (int i = 0; i < r->parts.n; i++)
        if (r->parts.list[i].kind == PART_TIMEZONE)
            zones[file->n_zones++] =
                (struct ical_zone_text){zones_tzid(r->zones, i), part_raw(r, i)};
    file->zones = zones;
}

static const struct ical_file *file_of(struct ical_reading *r)
{
    struct ical_file *file = NEW(r->arena, struct ical_file);
    struct ical_event *events = NEW_ARRAY(r->arena, struct ical_event, r->n);

    for (int i = 0; i < r->n; i++)
        events[i] = r->entries[i].event;
    notes_close(&r->notes);
    *file = (struct ical_file){.name = r->name,
                               .method = first_method(r),
                               .whole = is_whole(&r->parts),
                               .n_begun = count_begun(&r->lines),
                               .n_events = r->n,
                               .events = events,
                               .n_instances = r->n_instances,
                               .instances = r->instances,
                               .n_notes = r->notes.n,
                               .notes = r->notes.list};
    zones_tell(r, file);
    return file;
}

enum status ical_read(struct arena *a, const char *name, const char *bytes,
                      size_t length, const struct ical_window *window,
                      const struct ical_file **out, struct faults *f)
{
    struct ical_reading r = {.arena = a,
                             .name = arena_copy(a, name),
                             .window = window,
                             .notes = {.arena = a}};

    require(zone_known(window->zone), "the window's zone must be known");
    TRY(ical_lines_read(a, name, bytes, length, &r.notes, &r.lines, f));
    TRY(ical_parts_find(a, name, &r.lines, &r.notes, &r.parts, f));
    if (!is_calendar(&r.parts))
        return faults_add(f, STATUS_SYNTAX, name, "",
                          _("Export it again as iCalendar (.ics)."),
                          _("There is no calendar in the file."));
    r.zones = zones_new(a, &r.parts, window, &r.notes);
    read_entries(&r);
    TRY(series_expand(&r, f));
    *out = file_of(&r);
    return STATUS_OK;
}
