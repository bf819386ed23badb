/* The small pieces that sentences, tables, pages and calendars are made of, in
 * the language that was set. Names are made plain here. */
#ifndef ADAPTERS_PHRASE_H
#define ADAPTERS_PHRASE_H

#include "ledsaga/show.h"

/* "en", "sv": the language that the texts are in. */
const char *language_code(void);

/* 0 Monday .. 6 Sunday; months 1 .. 12. */
const char *weekday_short(int weekday);
const char *weekday_long(int weekday);
const char *month_long(int month);

/* "17:30"; in the hour that comes twice "02:30 (summer time)". */
const char *clock_phrase(struct arena *a, const struct week *w, int minute);
/* "17:30–19:00" */
const char *span_phrase(struct arena *a, const struct week *w, int from,
                        int to);
/* "Tue 24 Nov", "Tuesday 24 November", the same as a heading: a day 0..6 of the
 * week. */
const char *day_phrase(struct arena *a, const struct week *w, int day);
const char *day_long(struct arena *a, const struct week *w, int day);
const char *day_title(struct arena *a, const struct week *w, int day);
/* "Week 48, 2026", "Monday 23 November to Sunday 29 November" */
const char *week_phrase(struct arena *a, const struct week *w);
const char *week_dates(struct arena *a, const struct week *w);
/* "9 h 30 min" */
const char *length_phrase(struct arena *a, int minutes);

/* "A", "A and B", "A, B and C" */
const char *and_list(struct arena *a, const char *const *items, int n);
/* The id of a client with protected identity. */
const char *client_name(struct arena *a, const struct problem *p, int client);
const char *escort_name(struct arena *a, const struct problem *p, int escort);
/* The name up to its first space. */
const char *first_name(struct arena *a, const char *name);
const char *escort_names(struct arena *a, const struct problem *p,
                         const int *escorts, int n);
/* "" where the place is NONE. */
const char *place_name(struct arena *a, const struct problem *p, int place);
/* "Pool"; "Pool; ends: Station" when it ends elsewhere. */
const char *route_phrase(struct arena *a, const struct problem *p,
                         int request);
const char *activity_name(struct arena *a, const struct problem *p,
                          int request);
/* "Swimming, Kim Ek" */
const char *visit_phrase(struct arena *a, const struct problem *p,
                         int request);
/* "2 h, starting Tue 24 Nov 13:00 or Wed 25 Nov 10:00–12:00": what was asked for. A
 * session is told by name after its start. */
const char *asked_phrase(struct arena *a, const struct problem *p,
                         int request);

#endif
