/* One component of a calendar as it is read, before it is known what its series makes of
 * it: its texts, and its times with the zones they are in. */
#ifndef ADAPTERS_ICAL_ENTRY_H
#define ADAPTERS_ICAL_ENTRY_H

#include "adapters/ical/ical_rule.h"
#include "adapters/ical/ical_zone.h"

/* A time of the file. */
struct ical_when {
    struct clock_value value;
    struct ical_zone *zone; /* where the clock stands; days are of the unit's zone */
    bool floating;
    int64_t utc;
    enum zone_sense sense;
};

/* RDATE, or a period of FREEBUSY. */
struct ical_extra {
    struct ical_when start;
    bool has_length; /* else the event's */
    struct duration length;
};

struct ical_entry {
    struct ical_event event;
    int part;
    int calendar; /* -1 = none */
    bool has_start;
    bool two_uids; /* so nobody knows which of them it is */
    struct ical_when start, original; /* original: where event.overrides */
    struct duration length;
    int n_rules, n_excepts, n_extras;
    int rules_capacity, excepts_capacity, extras_capacity;
    struct ical_rule *rules;
    struct ical_when *excepts;
    struct ical_extra *extras;
};

/* What one reading of a file knows. */
struct ical_reading {
    struct arena *arena;
    const char *name;
    const struct ical_window *window;
    struct ical_lines lines;
    struct ical_parts parts;
    struct ical_zones *zones;
    struct ical_notes notes;
    int method_of;      /* the calendar that was last asked for its METHOD ... */
    const char *method; /* ... and what it was; NULL = none was asked */
    int n, capacity;
    struct ical_entry *entries;
    int n_instances, instances_capacity;
    struct ical_instance *instances;
};

/* Its lines, as they may be written out again. */
const char *part_raw(struct ical_reading *r, int part);
/* Reads a part into new entries: one, or for a VFREEBUSY one for each FBTYPE. parent: row
 * of its VAVAILABILITY or -1. */
void entry_read(struct ical_reading *r, int part, int parent);
/* Keeps an entry out; the first reason stays. why: a sentence. */
void entry_reject(struct ical_entry *e, const char *why);

/* The clock time plus a length: days by the calendar, the rest exactly. */
int64_t when_end(struct ical_zone *zone, int64_t clock, const struct duration *length);

/* METHOD of a calendar as it stands, "" = none; calendar -1 = none at all. */
const char *calendar_method(struct ical_reading *r, int calendar);

#endif
