#include "adapters/text/instant.h"

#include "ledsaga/week.h"

#include <stdio.h>
#include <string.h>

void instant_print(int64_t utc, char out[32])
{
    int64_t day = day_of_seconds(utc);
    int year, month, mday, second = (int)(utc - day * SECONDS_A_DAY);

    date_of_days(day, &year, &month, &mday);
    snprintf(out, 32, "%04d-%02d-%02dT%02d:%02d:%02dZ", year, month, mday,
             second / 3600, second / 60 % 60, second % 60);
}

/* Takes the first n bytes of *text as a text of their own. */
static bool take(const char **text, size_t n, char part[16])
{
    if (strlen(*text) < n)
        return false;
    memcpy(part, *text, n);
    part[n] = '\0';
    *text += n;
    return true;
}

/* ":05" if it is there. */
static bool take_seconds(const char **text, int *seconds)
{
    const char *s = *text;

    *seconds = 0;
    if (s[0] != ':')
        return true;
    if (s[1] < '0' || s[1] > '5' || s[2] < '0' || s[2] > '9')
        return false;
    *seconds = (s[1] - '0') * 10 + (s[2] - '0');
    *text += 3;
    return true;
}

static bool scan_offset(const char *text, int *minutes)
{
    if (strcmp(text, "Z") == 0) {
        *minutes = 0;
        return true;
    }
    if ((*text != '+' && *text != '-') || !clock_scan(text + 1, minutes))
        return false;
    if (*text == '-')
        *minutes = -*minutes;
    return true;
}

bool instant_scan(const char *text, int64_t *utc)
{
    char part[16];
    int year, month, mday, minutes, seconds, offset;

    if (!take(&text, 10, part) || !date_scan(part, &year, &month, &mday) ||
        *text++ != 'T' || !take(&text, 5, part) || !clock_scan(part, &minutes) ||
        !take_seconds(&text, &seconds) || !scan_offset(text, &offset))
        return false;
    *utc = date_days(year, month, mday) * SECONDS_A_DAY +
           (int64_t)(minutes - offset) * 60 + seconds;
    return true;
}
