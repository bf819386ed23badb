/* What calendars and tables of other programs mean to a week of ours. Everything flows
 * one way:
 *
 *   source --import_fetch()--> documents --import_read()--> what they say of the week
 *          --import_compare() with what was imported before--> changes
 *          --> a table of them | week_edit, week.json, imported.json
 *
 * Nothing is written until the week as it would become has been read by the ordinary
 * readers. Every VEVENT of a calendar and every row of a table gets exactly one fate. */
#ifndef ADAPTERS_IMPORT_H
#define ADAPTERS_IMPORT_H

#include "ledsaga/problem.h"

/* ---- sources ---------------------------------------------------------------- */

/* X(NAME, word, what it means). */
#define IMPORT_MEANING_LIST(X)                                                        \
    X(BUSY, "busy", N_("an escort cannot work at the times that are taken"))             \
    X(FREE, "free", N_("an escort can work at these times, instead of those of the unit")) \
    X(WISHES, "wishes", N_("a client wishes for these outings"))                          \
    X(ABSENCES, "absences", N_("an escort is away"))

enum import_meaning {
    MEANING_UNSAID, /* there is none yet */
#define X(name, word, text) MEANING_##name,
    IMPORT_MEANING_LIST(X)
#undef X
};
const char *import_meaning_word(enum import_meaning m); /* "" = unsaid */
/* "busy" ...: the words of --as. NULL past the last. */
const char *import_meaning_choice(int i, const char **text);

struct import_source {
    const char *id;       /* what its things are known by from one import to the next */
    enum import_meaning as;
    const char *whose;    /* client or escort by id; "" = it says itself (tables) */
    const char *address;  /* file, folder, "-", https address */
    int n_more;           /* further addresses of the same source */
    const char *const *more;
    const char *map;      /* mapping file of tables; NULL = the built-in one */
    const char *user, *password_file; /* of an https address; NULL */
    const char *password;             /* what is in the file, or comes from elsewhere; NULL */
    bool partial;         /* what it does not have stays */
};

/* DIR/sources.json, models/sources.schema.json. Relative paths in it are of DIR. */
enum status import_sources_read(struct arena *a, const char *dir,
                                const struct problem *p,
                                struct import_source **out, int *n,
                                struct faults *f);
/* The person of the source must be there and be of the kind that it is about. */
enum status import_source_check(struct arena *a, const struct import_source *s,
                                const struct problem *p, struct faults *f);

/* ---- documents -------------------------------------------------------------- */

struct import_document {
    const char *name; /* for people */
    bool table;       /* CSV */
    const char *bytes;
    size_t length;
};
/* Is it the name of a table, rather than of a calendar? */
bool import_names_table(const char *address);
/* Of an address its scheme and host: the rest may be a secret. A file as it is. */
const char *import_address_told(struct arena *a, const char *address);
/* The files of a source, by name; *partial: there may be more. UNREADABLE, SERVER: nothing
 * can be said of it. */
enum status import_fetch(struct arena *a, const struct import_source *s,
                         const struct import_document **out, int *n, bool *partial,
                         struct faults *f);

/* ---- what they say ---------------------------------------------------------- */

#define IMPORT_FATE_LIST(X)                                                           \
    X(IMPORTED, "imported")                                                           \
    X(UPDATED, "updated")                                                             \
    X(UNCHANGED, "unchanged")                                                         \
    X(CANCELLED, "cancelled")                                                         \
    X(OUTSIDE, "outside")                                                             \
    X(REJECTED, "rejected")                                                           \
    X(OVERTAKEN, "overtaken") /* the same thing is in the source anew */

enum import_fate {
#define X(name, word) FATE_##name,
    IMPORT_FATE_LIST(X)
#undef X
        FATE_COUNT
};
const char *import_fate_word(enum import_fate f);

/* A component of a calendar or a row of a table. */
struct import_event {
    int counts;          /* 1 for a VEVENT or a row; 0 for other components; as many as a
                            file had of which nothing could be read */
    int document, line;
    const char *uid;     /* "" where it has none */
    bool overrides;      /* it is one of a series and says nothing of the others */
    const char *title;   /* "" where it is nobody's business */
    enum import_fate fate;
    const char *reason;  /* why rejected, a sentence; NULL */
    const char *raw;     /* its lines, LF after each; "" where they are not kept */
    int sequence;
    int64_t stamp_utc;   /* 0 = not told */
};

/* Where a thing stands in week.json. */
enum import_kind { IMPORT_ABSENCE, IMPORT_SPAN, IMPORT_REQUEST };
const char *import_kind_word(enum import_kind k); /* "absence", "available", "request" */

enum { ORIGINAL_ALONE = 0 }; /* the only time of its event */

/* One thing that the source says of the week. */
struct import_saying {
    int event;
    int64_t original_utc; /* with the uid its name in the source; or ORIGINAL_ALONE */
    enum import_kind kind;
    const char *key;      /* its name in week.json */
    const char *person;   /* id of the escort, or of the client of a request */
    const char *json;     /* the thing as week.json is to have it */
};

/* Something is called off: by name, whether it was imported or not. */
struct import_cancel {
    const char *uid;
    int64_t original_utc; /* INT64_MIN = all of it */
    int sequence;
    int64_t stamp_utc; /* 0 = not told */
};
/* By uid, then start: for qsort and bsearch. */
int import_cancel_order(const void *x, const void *y);

struct import_note {
    int document, line; /* 0 = of the whole */
    const char *text;
};

struct import_reading {
    struct arena *arena;
    const struct import_source *source;
    const struct problem *problem;
    bool whole;   /* every document was read to its end, and is no mere message */
    int n_begun;  /* BEGIN:VEVENT lines and rows */
    int n_documents;
    const struct import_document *documents;
    int n_zones, room_zones;
    struct import_zone *zones;
    int n_broken; /* documents of which nothing could be read; the notes say why */
    const char *broken; /* ... of the first; NULL */
    int n_events, n_sayings, n_cancels, n_notes;
    int room_events, room_sayings, room_cancels, room_notes;
    struct import_event *events;
    struct import_saying *sayings;
    struct import_cancel *cancels;
    struct import_note *notes;
    struct import_names *clients, *escorts, *called_clients, *called_escorts, /* private: ... */
        *places, *said_places, *run_places;                     /* ... import_find.c */
};

enum status import_read(struct arena *a, const struct import_source *s,
                        const struct problem *p, struct import_reading **out,
                        struct faults *f);

/* ---- what was imported before: weeks/W/imported.json -------------------------- */

struct import_item {
    const char *uid;
    int64_t original_utc, stamp_utc;
    int sequence;
    enum import_kind kind;
    const char *key, *person, *json; /* as for a saying; person by id */
};
/* Written down before it was put into the week, by a run that did not say how it ended:
 * perhaps it is there. */
bool import_item_pending(const struct import_item *i);

/* Lines of a component as they were read. */
struct import_kept {
    const char *uid, *raw;
};

/* A VTIMEZONE as it was read, that some of these lines refer to. */
struct import_zone {
    const char *tzid, *raw;
};

struct import_past {
    const char *source;
    int n_items, n_kept, n_zones, n_off;
    const struct import_item *items; /* by key */
    const struct import_kept *kept;
    const struct import_zone *zones; /* by tzid */
    const struct import_cancel *off; /* what was called off, in its order: an older calendar
                                        does not bring it back */
};

struct imported {
    int n;
    const struct import_past *sources; /* by id */
};

/* Without the file: nothing was. */
enum status imported_read(struct arena *a, const char *path, const struct week *w,
                          const struct imported **out, struct faults *f);
enum status imported_write(const struct imported *im, const struct week *w,
                           const char *path, struct faults *f);
/* What was imported as one calendar (RFC 5545), with every line that nobody here knows. */
const char *imported_ics(struct arena *a, const struct imported *im, const struct week *w);

/* ---- what would change -------------------------------------------------------- */

enum import_act { ACT_ADD, ACT_UPDATE, ACT_REMOVE };
const char *import_act_word(enum import_act act); /* "new", "changed", "gone" */

struct import_change {
    enum import_act act;
    enum import_kind kind;
    const struct import_saying *saying; /* NULL for what goes ... */
    const struct import_item *item;     /* ... and this NULL for what is new */
    const char *uid, *key, *person;
    const char *was, *is; /* JSON; NULL = not there */
    int start;            /* when, on the week's scale */
    const char *refused;  /* why the week cannot have it; NULL */
};

struct import_result {
    const struct import_reading *reading;
    const struct import_past *past; /* of this source */
    int n_changes;
    struct import_change *changes; /* by start, then key */
    int n_off;
    struct import_cancel *off; /* what was taken away because it was called off */
    bool *undone; /* [past->n_off]: it holds no more */
    int n_gone; /* things of the past that the source just does not have any more */
    bool held;            /* so many that nothing is done without being told to */
    int counts[FATE_COUNT]; /* of VEVENTs and rows */
};

/* anyway: what is gone goes, however much it is. */
struct import_result *import_compare(struct arena *a, struct import_reading *r,
                                     const struct imported *before, bool anyway);
/* What is remembered of the source once the changes are made. */
const struct import_past *import_next(struct arena *a, const struct import_result *x);

/* The week with the changes of all results, read as any week: requests that it cannot
 * have are refused, each for itself. *text: week.json as it becomes; NULL = as it is. */
enum status import_try(struct arena *a, const char *dir, const struct week *w,
                       struct import_result **results, int n, const char **text,
                       const struct problem **becomes, struct faults *f);
/* Write what import_try() made of it, and what was imported. */
enum status import_apply(struct arena *a, const char *dir, const struct week *w,
                         struct import_result *const *results, int n, const char *text,
                         const struct imported *before, struct faults *f);

/* Changes that are made, of all that are not refused or held. */
int import_changes(struct import_result *const *results, int n);
/* Nothing was rejected, refused, held or broken. */
bool import_clean(struct import_result *const *results, int n);

const char *import_text(struct arena *a, struct import_result *const *results, int n,
                        int width);
const char *import_json(struct arena *a, struct import_result *const *results, int n,
                        const struct week *w, bool applied);

#endif
