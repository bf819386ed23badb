#include "base/clock.h"

#include <errno.h>
#include <stdlib.h>
#include <time.h>

double clock_seconds(void)
{
    struct timespec now;

    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec + (double)now.tv_nsec * 1e-9;
}

/* SOURCE_DATE_EPOCH is the convention of reproducible-builds.org for making the
 * same bytes again; a value that is not a number is as if it were not set. */
int64_t clock_utc(void)
{
    const char *fixed = getenv("SOURCE_DATE_EPOCH");

    if (fixed && *fixed) {
        char *end;
        long long seconds;

        errno = 0;
        seconds = strtoll(fixed, &end, 10);
        if (!errno && !*end)
            return seconds;
    }
    return time(NULL);
}
