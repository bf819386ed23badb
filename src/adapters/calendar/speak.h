/* Times as they are said aloud, in the language that was set: what clients and escorts
 * read, in pages, texts and calendars. Screen readers stumble over abbreviations, dashes
 * between times and points in them; here is none of that. Lists, names and weekdays are
 * those of phrase.h. */
#ifndef ADAPTERS_SPEAK_H
#define ADAPTERS_SPEAK_H

#include "ledsaga/arena.h"
#include "ledsaga/week.h"

/* "Tuesday 24 November", of any day near the week. */
const char *speak_day(struct arena *a, const struct week *w, int minute);
/* "13:30" (in Swedish "klockan 13:30", "klockan 13"); in the hour that comes twice "02:30
 * (summer time)". */
const char *speak_clock(struct arena *a, const struct week *w, int minute);
/* "Tuesday 24 November at 13:00" */
const char *speak_when(struct arena *a, const struct week *w, int minute);
/* How something ends that begins at from: "15:00", "midnight", "07:00 the next day",
 * "Friday 27 November at 07:00". */
const char *speak_end(struct arena *a, const struct week *w, int from, int to);
/* "13:00 to 15:00" */
const char *speak_span(struct arena *a, const struct week *w, int from, int to);
/* "4 hours and 30 minutes" */
const char *speak_length(struct arena *a, int minutes);
/* As a sentence begins: with a capital letter, of ASCII or Latin-1. */
const char *speak_begin(struct arena *a, const char *phrase);

#endif
