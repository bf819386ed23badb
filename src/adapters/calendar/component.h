/* iCalendar components that are to be written: one tree for both of their forms, lines
 * (RFC 5545) and JSON (RFC 7265). What stands in values is made safe when it is written:
 * whatever a text says, it is one property. */
#ifndef ADAPTERS_COMPONENT_H
#define ADAPTERS_COMPONENT_H

#include "base/text.h"

#include <stdbool.h>

enum value_kind {
    VALUE_TEXT,
    VALUE_DATE,       /* 20261124 */
    VALUE_DATE_TIME,  /* 20261124T130000, or with a Z */
    VALUE_DURATION,   /* PT1H */
    VALUE_INTEGER,
    VALUE_RECUR,      /* FREQ=YEARLY;BYMONTH=3 */
    VALUE_UTC_OFFSET, /* +0100 */
    VALUE_UNKNOWN     /* of X- properties: our own words, with nothing to escape */
};

struct property {
    const char *name;
    enum value_kind kind;
    bool kind_told;   /* as VALUE=...: it is not the usual one of this property */
    const char *tzid; /* NULL */
    const char *value;
};

struct component {
    struct arena *arena;
    const char *name;
    int n, room;
    struct property *properties;
    int n_parts, room_parts;
    struct component **parts;
};

struct component *component_new(struct arena *a, const char *name);
struct component *component_add(struct component *c, const char *name);
void component_take(struct component *c, struct component *part);
void component_put(struct component *c, const char *name, enum value_kind kind,
                   const char *value);
void component_put_property(struct component *c, struct property p);

/* UTF-8, lines of at most 75 octets that end in CR LF. */
void component_ics(struct text *t, const struct component *c);
void component_jcal(struct text *t, const struct component *c);

#endif
