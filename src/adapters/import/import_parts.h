/* What the readers of calendars and of tables take from each other. */
#ifndef ADAPTERS_IMPORT_PARTS_H
#define ADAPTERS_IMPORT_PARTS_H

#include "adapters/import/import.h"

void import_read_calendar(struct import_reading *r, int document);
/* INPUT where the mapping file is wrong, for the whole source. */
enum status import_read_table(struct import_reading *r, int document, struct faults *f);

/* The source says what it is called: no name was made for it. */
bool import_uid_said(const char *uid);

int import_add_event(struct import_reading *r, const struct import_event *e);
void import_add_cancel(struct import_reading *r, const struct import_cancel *c);
void import_note(struct import_reading *r, int document, int line, const char *format, ...)
    __attribute__((format(printf, 4, 5)));
/* A sentence with its full stop; nothing of the event is taken. The first reason counts. */
void import_reject(struct import_reading *r, int event, const char *format, ...)
    __attribute__((format(printf, 3, 4)));
/* A document of which nothing can be read. */
void import_broken(struct import_reading *r, int document, const struct faults *why);

/* ---- saying things ---------------------------------------------------------- */

/* reason: NULL = a busy time whose reason is nobody's business. */
void say_absence(struct import_reading *r, int event, int64_t original_utc, int escort,
                 struct span away, const char *reason);
void say_available(struct import_reading *r, int event, int64_t original_utc, int escort,
                   struct span span);

/* Clock times are minutes after midnight, places and escorts rows of the problem; NONE =
 * not told. */
struct import_wish {
    int client, minutes, minutes_min;
    const char *activity;
    int day;            /* 0 Monday .. 6 Sunday */
    int at, from, to;   /* fixed start, with or without a window around it; or a window alone */
    int meet, end;
    int needed;         /* 0 = not told */
    int escort;         /* wished for */
    const char *series, *decision, *priority; /* NULL */
};
void say_request(struct import_reading *r, int event, int64_t original_utc,
                 const struct import_wish *wish);
/* How far the start of a flexible wish may be moved: either way, the same day. */
void wish_loosen(struct import_wish *wish);

/* A name in week.json that stays: of the source, and of what this is there. */
const char *import_key(struct arena *a, const struct import_source *s, const char *uid,
                       int64_t original_utc);

/* ---- finding people and places ---------------------------------------------- */

enum { SEVERAL = -2 };
/* By id, else by name however it is spelt, "Ek, Anna" too, else by a first name; NONE,
 * SEVERAL. */
int import_find_client(struct import_reading *r, const char *text);
int import_find_escort(struct import_reading *r, const char *text);
/* Also by what stands before a comma, as in "Pool, Solna". */
int import_find_place(struct import_reading *r, const char *text);

#endif
