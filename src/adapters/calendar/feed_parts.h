/* What every calendar of ours has in common. */
#ifndef ADAPTERS_FEED_PARTS_H
#define ADAPTERS_FEED_PARTS_H

#include "adapters/calendar/component.h"

#include <stdint.h>

/* An empty calendar with its head, and the block of the zone where its times are local.
 * name: what people see it by; NULL where it is only the wrapping of an event. */
struct component *calendar_new(struct arena *a, const char *name, bool local);

/* What every event begins and ends with; texts are put between. */
struct component *event_begin(struct component *calendar, const char *uid,
                              int64_t changed_utc, int64_t sequence);
void event_end(struct component *event, bool cancelled, bool opaque);

/* DTSTART and DTEND: local where that is unmistakable, else UTC; whole days. */
void event_put_times(struct component *event, int64_t start_utc, int64_t end_utc,
                     bool local);
void event_put_days(struct component *event, int64_t from_day, int64_t to_day);
/* "" is left out. */
void event_put_text(struct component *event, const char *name, const char *text);

/* The name of an event as it stands in calendars, "...@ledsaga.invalid". */
#define UID_DOMAIN "ledsaga.invalid"
const char *event_uid(struct arena *a, const char *uid);
/* Days since 1970 of the Monday on or before a day. */
int64_t monday_of(int64_t day);

/* Many sentences in one text, a line each. */
void say(struct text *t, const char *line);

#endif
