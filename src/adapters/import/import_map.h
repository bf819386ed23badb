/* Which column of a table is which of our fields: a file of JSON that a person can write
 * (models/import-map.schema.json), or the built-in one, which knows the usual headings. */
#ifndef ADAPTERS_IMPORT_MAP_H
#define ADAPTERS_IMPORT_MAP_H

#include "adapters/text/csv_read.h"

/* X(NAME, word, what it is). */
#define IMPORT_FIELD_LIST(X)                                                           \
    X(ID, "id", "what the row is known by from one import to the next")                \
    X(PERSON, "person", "client of a wish, else escort, where no column says which")   \
    X(CLIENT, "client", "id or name")                                                  \
    X(ACTIVITY, "activity", "what is wished for")                                      \
    X(ESCORT, "escort", "id or name: who is away, or is wished for")                   \
    X(DATE, "date", "the day, or the first one")                                       \
    X(TO_DATE, "to_date", "the last day of an absence")                                \
    X(START, "start", "clock time")                                                    \
    X(END, "end", "clock time; before the start means the next day")                \
    X(MINUTES, "minutes", "length, as minutes or hours:minutes")                       \
    X(MINUTES_MIN, "minutes_min", "a shorter outing is better than none")              \
    X(EARLIEST, "earliest", "earliest start")                                          \
    X(LATEST, "latest", "latest start")                                                \
    X(FLEXIBLE, "flexible", "true: the start may be moved by two hours")               \
    X(PLACE, "place", "where they meet: id or name")                                   \
    X(END_PLACE, "end_place", "where it ends: id or name")                             \
    X(ESCORTS_NEEDED, "escorts_needed", "how many at once")                            \
    X(PRIORITY, "priority", "urgent, normal, low")                                     \
    X(DECISION, "decision", "id of the client's decision")                             \
    X(REASON, "reason", "of an absence")                                               \
    X(SUBJECT, "subject", "activity of a wish, else reason, where no column says which")

enum import_field {
#define X(NAME, word, text) FIELD_##NAME,
    IMPORT_FIELD_LIST(X)
#undef X
        FIELD_COUNT
};
const char *import_field_word(enum import_field f);

struct import_value {
    const char *from, *to; /* from: folded */
};

struct import_column {
    int n_headings;
    const char *const *headings; /* folded */
    const char *format;          /* of a date; NULL = found out */
    int n_values;
    const struct import_value *values;
};

struct import_map {
    char separator; /* 0 = found out */
    struct import_column columns[FIELD_COUNT];
    /* Words of dates and clock times, folded: a list for each month and weekday (0 Monday),
     * and what may stand before a clock time; NULL at the end of each. */
    const char *const *months[12], *const *weekdays[7], *const *clock;
};

/* path NULL = the built-in one. */
enum status import_map_read(struct arena *a, const char *path, const struct import_map **out,
                            struct faults *f);

/* The built-in map, models/import-map.json. */
extern const char IMPORT_MAP_TEXT[];

#endif
