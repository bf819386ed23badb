/* The outings of a sheet as each of their people is told them. */
#ifndef ADAPTERS_APPOINTMENT_H
#define ADAPTERS_APPOINTMENT_H

#include "ledsaga/calendar.h"

/* A diary for every client, then for every escort, in the order of the problem: the
 * appointments by start, never told before. Each has a usable name of its own, also where
 * the roster gives none or one name twice. settings may be NULL. */
const struct diary *sheet_diaries(struct arena *a, const struct sheet *s,
                                  const struct calendar_settings *settings);

/* The two say the same. */
bool facts_same(const struct appointment_facts *x, const struct appointment_facts *y);
/* The person would notice no difference: the same people under other names, or an address
 * that the office has begun to tell, is none. */
bool facts_alike(const struct appointment_facts *x, const struct appointment_facts *y);
/* They meet, or it ends, at the same place. */
bool facts_meet_alike(const struct appointment_facts *x, const struct appointment_facts *y);
bool facts_end_alike(const struct appointment_facts *x, const struct appointment_facts *y);

/* [A-Za-z0-9._-]{8,64}; NULL is not. */
bool uid_sound(const char *uid);
/* A name for what has none: of week, kind and id, and so the same every time. */
const char *uid_derived(struct arena *a, int iso_year, int iso_week, const char *kind,
                        const char *id);

/* By start, then uid: for qsort. */
int appointment_order(const void *x, const void *y);

#endif
