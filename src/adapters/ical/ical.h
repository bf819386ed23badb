/* Foreign calendars, read with suspicion (RFC 5545, 7953, 9074; RFC 6868 in parameters).
 *
 * Bytes are unfolded, limited, split into components, checked and counted out here, for
 * libical 3.0.16 loses whole files for one missing END, alters values without a word, and
 * reads rules wrongly. Every VEVENT of the file ends up with exactly one fate: an event that
 * cannot be read is told and kept out, never half read, and the others are read all the
 * same. Unknown lines are kept as they were. Meaning (busy, free, wished) is given by
 * import.h. */
#ifndef ADAPTERS_ICAL_H
#define ADAPTERS_ICAL_H

#include "ledsaga/arena.h"
#include "ledsaga/status.h"

#include <stdint.h>

/* Limits, each with its own message: what is over them is told, never silently cut. */
enum {
    ICAL_FILE_MOST = 20 << 20,
    ICAL_PHYSICAL_MOST = 64 << 10,
    ICAL_LINE_MOST = 256 << 10,
    ICAL_DEPTH_MOST = 8,
    ICAL_COMPONENTS_MOST = 50000,
    ICAL_DATES_MOST = 10000,      /* EXDATE and RDATE values of an event */
    ICAL_INSTANCES_MOST = 2000,   /* of an event in the window */
    ICAL_ALL_INSTANCES_MOST = 20000
};

enum ical_kind { ICAL_EVENT, ICAL_TODO, ICAL_FREEBUSY, ICAL_AVAILABILITY, ICAL_AVAILABLE };

/* What became of a component. Of VEVENTs the five add up to the file's BEGIN:VEVENT lines. */
enum ical_fate {
    ICAL_READ,      /* has instances in the window */
    ICAL_CANCELS,   /* STATUS:CANCELLED, or METHOD:CANCEL: takes away, never adds */
    ICAL_OUTSIDE,   /* sound, but nothing of it in the window */
    ICAL_OVERTAKEN, /* another component of the same UID and instance is newer */
    ICAL_REJECTED
};

enum ical_busy { ICAL_BUSY_UNSAID, ICAL_BUSY, ICAL_FREE, ICAL_TENTATIVE, ICAL_AWAY };

/* One component as the file has it, decoded. Texts are unescaped and plain, "" = absent. */
struct ical_event {
    enum ical_kind kind;
    enum ical_fate fate;
    int line;               /* of its BEGIN, from 1 */
    const char *reason;     /* why rejected or overtaken, a sentence in the language set; NULL */
    const char *uid;        /* made of its content where the file has none: "no-uid-..." */
    const char *summary, *location, *description;
    const char *categories; /* one a line */
    int sequence;
    int64_t stamp_utc;      /* the later of LAST-MODIFIED and DTSTAMP; 0 = neither */
    bool all_day, opaque, cancelled, tentative, private, recurring;
    enum ical_busy busy;    /* X-MICROSOFT-CDO-BUSYSTATUS, BUSYTYPE, FBTYPE */
    int priority;           /* 0 = none */
    bool overrides;         /* has a RECURRENCE-ID: is about one instance of its UID ... */
    bool onwards;           /* ... and all those after it (RANGE=THISANDFUTURE) */
    int64_t original_utc;   /* ... the one that began here; 0 where not overrides */
    int parent;             /* AVAILABLE: row of its VAVAILABILITY; else -1 */
    int64_t from_utc, to_utc; /* VAVAILABILITY: its own reach (INT64_MIN, INT64_MAX = open) */
    const char *raw;        /* its unfolded lines, LF after each, subcomponents too; lines
                               over a limit are left out. A VFREEBUSY is a row for each
                               FBTYPE in it: the first has them */
};

/* One time that an event takes, in the window. No length: the file does not say when it
 * ends, or says at once. */
struct ical_instance {
    int event;          /* the component it is told by: an override where there is one */
    int64_t start_utc, end_utc;
    int64_t original_utc; /* start by the series: with the UID the name of the instance */
};

struct ical_note {
    int line;           /* 0 = the file as a whole */
    const char *text;   /* what was taken how, or passed over: a sentence */
};

struct ical_file {
    const char *name;   /* as faults and tables call the file */
    const char *method; /* of its first calendar, "" = none */
    bool whole;         /* every BEGIN has its END and every END its BEGIN, and there is a
                           calendar */
    int n_begun;        /* BEGIN:VEVENT lines as they stand, sound or not */
    int n_events;
    const struct ical_event *events; /* as in the file */
    int n_instances;
    const struct ical_instance *instances; /* by start, then event */
    int n_notes;
    const struct ical_note *notes;
    int n_zones; /* its VTIMEZONEs */
    const struct ical_zone_text {
        const char *tzid, *raw; /* raw: as of an event */
    } *zones;
};

/* What is asked of a reading. */
struct ical_window {
    int64_t from_utc, to_utc; /* instances that meet [from, to) */
    const char *zone;         /* floating times are of this zone: the unit's */
};

/* In this process. OK also where events were rejected; SYNTAX where nothing in the file is
 * a calendar, INPUT where a limit of the whole file is broken. */
enum status ical_read(struct arena *a, const char *name, const char *bytes,
                      size_t length, const struct ical_window *window,
                      const struct ical_file **out, struct faults *f);
/* The same in a child process with 10 s of processor time, 512 MB and nothing else open: a
 * child that dies is a fault (INPUT), and nothing was done. */
enum status ical_read_guarded(struct arena *a, const char *name, const char *bytes,
                              size_t length, const struct ical_window *window,
                              const struct ical_file **out, struct faults *f);

const char *ical_kind_word(enum ical_kind k); /* "VEVENT" ... */
const char *ical_fate_word(enum ical_fate f); /* "read", "cancels" ... */

#endif
