/* The values of a calendar, read strictly (RFC 5545, 3.3): what is not wholly a date is no
 * date at all, for half a date puts a person in the wrong place. And the content lines
 * they stand on: name, parameters (RFC 6868), value. */
#ifndef ADAPTERS_ICAL_VALUE_H
#define ADAPTERS_ICAL_VALUE_H

#include "ledsaga/arena.h"

#include <stdbool.h>
#include <stdint.h>

/* X(name, word, deciding). The properties that are read; all others are kept as they are.
 * Deciding: when and whose the event is hangs on it, so that a broken one spoils the
 * event. */
#define ICAL_PROPERTY_LIST(X)                                                  \
    X(UID, "UID", true)                                                        \
    X(DTSTART, "DTSTART", true)                                                \
    X(DTEND, "DTEND", true)                                                    \
    X(DUE, "DUE", true)                                                        \
    X(DURATION, "DURATION", true)                                              \
    X(RRULE, "RRULE", true)                                                    \
    X(EXRULE, "EXRULE", true)                                                  \
    X(RDATE, "RDATE", true)                                                    \
    X(EXDATE, "EXDATE", true)                                                  \
    X(RECURRENCE_ID, "RECURRENCE-ID", true)                                    \
    X(FREEBUSY, "FREEBUSY", true)                                              \
    X(STATUS, "STATUS", true)                                                  \
    X(SUMMARY, "SUMMARY", false)                                               \
    X(LOCATION, "LOCATION", false)                                             \
    X(DESCRIPTION, "DESCRIPTION", false)                                       \
    X(CATEGORIES, "CATEGORIES", false)                                         \
    X(SEQUENCE, "SEQUENCE", false)                                             \
    X(DTSTAMP, "DTSTAMP", false)                                               \
    X(LAST_MODIFIED, "LAST-MODIFIED", false)                                   \
    X(TRANSP, "TRANSP", false)                                                 \
    X(CLASS, "CLASS", false)                                                   \
    X(PRIORITY, "PRIORITY", false)                                             \
    X(BUSYTYPE, "BUSYTYPE", false)                                             \
    X(BUSYSTATUS, "X-MICROSOFT-CDO-BUSYSTATUS", false)                         \
    X(METHOD, "METHOD", false)                                                 \
    X(TZID, "TZID", true)                                                      \
    X(TZOFFSETFROM, "TZOFFSETFROM", true)                                      \
    X(TZOFFSETTO, "TZOFFSETTO", true)

enum property_name {
#define X(name, word, deciding) PROPERTY_##name,
    ICAL_PROPERTY_LIST(X)
#undef X
        PROPERTY_OTHER,
    PROPERTY_NONE /* the line has no name at all */
};

const char *property_word(enum property_name name);
bool property_decides(enum property_name name);
/* Which property the line is, whole or not. */
enum property_name property_of_line(const char *line);

struct property {
    enum property_name name;
    int line;               /* its number */
    const char *parameters; /* from their first ';' on, "" = none */
    const char *value;
};

/* False where no value can be found on the line. */
bool property_scan(struct arena *a, const char *line, struct property *out);
/* The decoded value of a parameter, its quotes taken off; NULL if it is not there. */
const char *property_parameter(struct arena *a, const struct property *p,
                               const char *name);

/* Values. Blanks around them are passed over. */
struct clock_value {
    int64_t clock; /* seconds since 1970 as a clock on the wall counts them */
    bool date;     /* a day, clock its midnight */
    bool utc;      /* ended by Z */
};
bool value_time(const char *text, struct clock_value *out);

struct duration {
    int64_t days;    /* as the calendar counts them */
    int64_t seconds; /* exact */
};
/* Not negative, and less than a hundred years. */
bool value_duration(const char *text, struct duration *out);

bool value_int(const char *text, int least, int most, int *out);
/* "+0100", "-013000" -> seconds east of UTC */
bool value_offset(const char *text, int *out);

/* TEXT without its escapes, plain; newlines stay. */
const char *value_text(struct arena *a, const char *text);
/* Cuts the value at commas that are not escaped; *rest NULL at the end. */
const char *value_item(struct arena *a, const char **rest);
const char *value_trimmed(struct arena *a, const char *text);

#endif
