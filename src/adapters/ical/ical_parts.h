/* The components of a calendar: which lines belong to which BEGIN. A missing or a foreign
 * END spoils one component and no other: events do not lie in each other, so the next
 * BEGIN:VEVENT shows where an open one was left. */
#ifndef ADAPTERS_ICAL_PARTS_H
#define ADAPTERS_ICAL_PARTS_H

#include "adapters/ical/ical_lines.h"

#define ICAL_PART_LIST(X)                                                      \
    X(CALENDAR, "VCALENDAR")                                                   \
    X(EVENT, "VEVENT")                                                         \
    X(TODO, "VTODO")                                                           \
    X(JOURNAL, "VJOURNAL")                                                     \
    X(FREEBUSY, "VFREEBUSY")                                                   \
    X(AVAILABILITY, "VAVAILABILITY")                                           \
    X(AVAILABLE, "AVAILABLE")                                                  \
    X(TIMEZONE, "VTIMEZONE")                                                   \
    X(STANDARD, "STANDARD")                                                    \
    X(DAYLIGHT, "DAYLIGHT")

enum part_kind {
#define X(name, word) PART_##name,
    ICAL_PART_LIST(X)
#undef X
        PART_OTHER
};

struct ical_part {
    enum part_kind kind;
    const char *name;   /* as it stands in the file */
    int parent;         /* -1 = none */
    int calendar;       /* the VCALENDAR around it; -1 = none */
    int first, last;    /* its lines, BEGIN and END among them */
    bool open;          /* has no END; last is then its last line */
    bool deep;          /* something in it lies deeper than ICAL_DEPTH_MOST */
};

struct ical_parts {
    const struct ical_lines *lines;
    int n; /* by first line: a part's children follow it */
    const struct ical_part *list;
    bool stray; /* there is an END without its BEGIN */
};

/* INPUT where there are more than ICAL_COMPONENTS_MOST. */
enum status ical_parts_find(struct arena *a, const char *name,
                            const struct ical_lines *lines, struct ical_notes *notes,
                            struct ical_parts *out, struct faults *f);

/* Goes through a part's own lines, those of its children left out: start with
 * *line = first, *child = its own index + 1. False at the end. */
bool part_line(const struct ical_parts *parts, int part, int *line, int *child);

/* "VEVENT" ... */
const char *part_kind_word(enum part_kind k);

/* The value of a line that is `name` and a value without parameters, its case aside; NULL
 * for any other line. */
const char *line_value(const char *line, const char *name);

#endif
