/* How the roster differs from the one that was given out, as its escorts must be told.
 * Nothing differs before anything was given out. */
#ifndef ADAPTERS_CHANGED_H
#define ADAPTERS_CHANGED_H

#include "adapters/show/outing.h"

enum changed {
    CHANGED_NOT,
    CHANGED_TIME,        /* another start or length */
    CHANGED_ESCORTS,
    CHANGED_TIME_ESCORTS,
    CHANGED_NEW,         /* was not given out */
    CHANGED_GONE,        /* was given out and is not served any more */
    CHANGED_PARTLY       /* of an outing: its clients' visits differ in different ways */
};

enum changed request_changed(const struct sheet *s, int request);
enum changed outing_changed(const struct sheet *s, const struct outing *o);
/* Requests that are changed, by when they are or were, then request; *n of them. */
const int *sheet_changed(struct arena *a, const struct sheet *s, int *n);

/* "moved", "other escort", "new" ...; "" where nothing is changed. */
const char *changed_phrase(enum changed c);
/* "Tue 24 Nov 13:00–15:00, Anna Berg and Bo Ek": as it was given out; "" if it was not. */
const char *given_out_phrase(struct arena *a, const struct problem *p, int request);
/* The same as it is now; "" if it is not served. */
const char *planned_phrase(struct arena *a, const struct sheet *s, int request);
/* "12 November": the day it was first given out. */
const char *given_out_day(struct arena *a, const struct problem *p);

#endif
