#include "base/zone.h"
#include "ledsaga/status.h"

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

/* A name from a file must not lead out of the database. */
static bool name_safe(const char *name)
{
    static const char ALLOWED[] = "abcdefghijklmnopqrstuvwxyz"
                                  "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
                                  "0123456789_+-/";

    return *name && *name != '/' && name[strspn(name, ALLOWED)] == '\0';
}

bool zone_known(const char *name)
{
    const char *folder = getenv("TZDIR");
    char path[PATH_MAX], magic[4];
    FILE *file;
    bool known;

    if (!name_safe(name))
        return false;
    if (!folder || !*folder)
        folder = "/usr/share/zoneinfo";
    if (snprintf(path, sizeof path, "%s/%s", folder, name) >= PATH_MAX)
        return false;
    file = fopen(path, "rb");
    if (!file)
        return false;
    known = fread(magic, 1, 4, file) == 4 && memcmp(magic, "TZif", 4) == 0;
    fclose(file);
    return known;
}

/* A name with a colon before it is always read as a file of the database, never
 * as a POSIX rule. Returns the old TZ for leave(), NULL if there was none. */
static char *enter(const char *name)
{
    const char *old = getenv("TZ");
    char *kept = old ? strdup(old) : NULL;
    char value[PATH_MAX];

    snprintf(value, sizeof value, ":%s", name);
    setenv("TZ", value, 1);
    tzset();
    return kept;
}

static void leave(char *kept)
{
    if (kept)
        setenv("TZ", kept, 1);
    else
        unsetenv("TZ");
    tzset();
    free(kept);
}

static int offset_at(int64_t utc)
{
    struct tm local;
    time_t t = utc;

    require(localtime_r(&t, &local), "the year must fit a calendar");
    return (int)(local.tm_gmtoff / 60);
}

/* The first whole minute after `low` at which the offset is no longer what it is
 * at low, known to have happened at `high`. */
static int64_t find_change(int64_t low, int64_t high)
{
    int before = offset_at(low);

    while (high - low > 60) {
        int64_t middle = low + (high - low) / 120 * 60;

        if (offset_at(middle) == before)
            low = middle;
        else
            high = middle;
    }
    return high;
}

int zone_shifts(const char *name, int64_t from, int64_t to,
                struct zone_shift *out, int most)
{
    /* No zone changes its clocks twice within six hours. */
    const int64_t step = 6 * 3600;
    char *kept = enter(name);
    int n = 0;

    out[n++] = (struct zone_shift){from, offset_at(from)};
    for (int64_t t = from; t < to && n < most; t += step) {
        int64_t next = t + step < to ? t + step : to;
        int offset = offset_at(next);

        if (offset != out[n - 1].offset)
            out[n++] = (struct zone_shift){find_change(t, next), offset};
    }
    leave(kept);
    return n;
}

int64_t zone_instant(const struct zone_shift *shifts, int n, int64_t clock,
                     enum zone_sense *sense)
{
    int64_t first = 0;
    int times = 0, i = 0;

    for (int k = 0; k < n; k++) {
        int64_t utc = clock - (int64_t)shifts[k].offset * 60;

        if (k > 0 && utc < shifts[k].from)
            break;
        i = k; /* the last stretch that has begun by then */
        if ((k + 1 == n || utc < shifts[k + 1].from) && times++ == 0)
            first = utc;
    }
    if (sense)
        *sense = times > 1   ? ZONE_TWICE
                 : times > 0 ? ZONE_ONCE
                             : ZONE_LEFT_OUT;
    return times ? first : clock - (int64_t)shifts[i].offset * 60;
}

int64_t zone_clock(const struct zone_shift *shifts, int n, int64_t utc)
{
    int i = 0;

    while (i + 1 < n && shifts[i + 1].from <= utc)
        i++;
    return utc + (int64_t)shifts[i].offset * 60;
}
