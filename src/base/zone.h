/* The only file that knows time zones: the C library's, which reads the
 * system's tz database. It switches the process's TZ for a moment, so it must
 * not run in two threads at once. */
#ifndef BASE_ZONE_H
#define BASE_ZONE_H

#include <stdbool.h>
#include <stdint.h>

/* A stretch of constant offset. */
struct zone_shift {
    int64_t from; /* seconds since 1970 from which it holds, a whole minute */
    int offset;   /* minutes east of UTC */
};

/* True for an IANA name that this system has the data of. */
bool zone_known(const char *name);

/* The stretches of a known zone from one instant to another, the first with the
 * instant itself as its beginning. Writes at most `most`, returns how many. */
int zone_shifts(const char *name, int64_t from, int64_t to,
                struct zone_shift *out, int most);

#endif
