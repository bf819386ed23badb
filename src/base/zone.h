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

/* What a clock time says of an instant. */
enum zone_sense { ZONE_ONCE, ZONE_TWICE, ZONE_LEFT_OUT };

/* The instant of a clock time (seconds since 1970 as that clock counts them), by n >= 1
 * stretches in order, of which the first and the last reach on for ever. In the hour that
 * comes twice it is the first; in the hour that is left out the offset before it still
 * holds (RFC 5545, 3.3.5). sense may be NULL. */
int64_t zone_instant(const struct zone_shift *shifts, int n, int64_t clock,
                     enum zone_sense *sense);
/* The clock time of an instant, by the same stretches. */
int64_t zone_clock(const struct zone_shift *shifts, int n, int64_t utc);

#endif
