#include "adapters/import/spoken.h"

#include "adapters/text/fold.h"
#include "ledsaga/problem.h"

#include <ctype.h>
#include <string.h>

static bool digits(const char *s, size_t n, int *out)
{
    *out = 0;
    for (size_t i = 0; i < n; i++) {
        if (!isdigit((unsigned char)s[i]))
            return false;
        *out = 10 * *out + (s[i] - '0');
    }
    return n > 0 && n <= 4;
}

/* A number of one or two digits, or of four for a year. */
static bool take_number(const char **s, size_t most, int *out)
{
    size_t n = strspn(*s, "0123456789");

    if (n > most || !digits(*s, n, out))
        return false;
    *s += n;
    return true;
}

/* By a format with YYYY, MM and DD; leading zeros may be left out. */
static bool date_by_format(const char *format, const char *s, int *year, int *month, int *mday)
{
    while (*format) {
        if (strncmp(format, "YYYY", 4) == 0) {
            if (!take_number(&s, 4, year))
                return false;
            format += 4;
        } else if (strncmp(format, "MM", 2) == 0 || strncmp(format, "DD", 2) == 0) {
            if (!take_number(&s, 2, *format == 'M' ? month : mday))
                return false;
            format += 2;
        } else if (*s++ != *format++) {
            return false;
        }
    }
    return *s == '\0' || strncmp(s, " 00:00", 6) == 0;
}

static bool date_any(const char *s, int *year, int *month, int *mday)
{
    static const char *const FORMATS[] = {"YYYY-MM-DD", "DD/MM/YYYY", "DD.MM.YYYY", "YYYY/MM/DD",
                                          "DD-MM-YYYY"};

    if (strlen(s) == 8 && digits(s, 4, year) && digits(s + 4, 2, month) && digits(s + 6, 2, mday))
        return true;
    for (size_t i = 0; i < sizeof FORMATS / sizeof *FORMATS; i++)
        if (date_by_format(FORMATS[i], s, year, month, mday) && *year >= 1000)
            return true;
    return false;
}

/* ---- in words ---- */

/* A word that begins with `most` of these letters or all of them, without its full stop. */
static bool is_short_for(const char *s, size_t n, const char *const *words, size_t least)
{
    n -= n > 0 && s[n - 1] == '.';
    for (; n >= least && words && *words; words++)
        if (strncmp(s, *words, n) == 0)
            return true;
    return false;
}

/* The one of the lists that the first word of the text is short for; NONE. */
static int take_word(const char **s, const char *const *const *lists, int n, size_t least)
{
    size_t length = strcspn(*s, " ,0123456789");

    for (int i = 0; i < n; i++)
        if (is_short_for(*s, length, lists[i], least)) {
            *s += length;
            *s += strspn(*s, " ,");
            return i;
        }
    return NONE;
}

/* "24/11", "24 nov", "24 november 2026", "24/11/26". */
static bool date_in_words(const struct import_map *m, const char *s, int *year, int *month,
                          int *mday)
{
    if (!take_number(&s, 2, mday))
        return false;
    if (*s == '/') {
        s++;
        if (!take_number(&s, 2, month))
            return false;
        s += *s == '/' && s[1];
    } else {
        s += strspn(s, " .");
        *month = take_word(&s, m->months, 12, 3) + 1;
        if (*month == 0)
            return false;
    }
    *year = 0;
    return !*s || ((strlen(s) == 2 || strlen(s) == 4) && take_number(&s, 4, year) && !*s);
}

/* A year that is not told is the one that brings the date nearest to the week; of two digits
 * it is of this century. */
static void year_find(int64_t monday, int *year, int month, int mday)
{
    int64_t best = INT64_MAX;
    int this, m, d;

    if (*year > 0 && *year < 100)
        *year += 2000;
    if (*year > 0)
        return;
    date_of_days(monday, &this, &m, &d);
    for (int y = this - 1; y <= this + 1; y++) {
        int64_t far = date_valid(y, month, mday) ? date_days(y, month, mday) - monday
                                                 : INT64_MAX;
        far = far < 0 ? -far : far;
        if (far < best) {
            best = far;
            *year = y;
        }
    }
}

/* As people write it when everybody knows the week. A weekday before it must be its own. */
static bool date_usual(struct arena *a, const struct import_map *m, int64_t monday,
                       const char *text, int *year, int *month, int *mday)
{
    const char *s = fold(a, text);
    int weekday = take_word(&s, m->weekdays, 7, 2);

    if (!date_any(s, year, month, mday)) {
        if (!date_in_words(m, s, year, month, mday))
            return false;
        year_find(monday, year, *month, *mday);
    }
    if (weekday == NONE || !date_valid(*year, *month, *mday))
        return true;
    int64_t days = (date_days(*year, *month, *mday) - monday) % DAYS;
    return weekday == (days + DAYS) % DAYS;
}

bool spoken_date(struct arena *a, const struct import_map *m, const char *format,
                 int64_t monday, const char *text, int64_t *day)
{
    int year = 0, month = 0, mday = 0;
    bool read = format ? date_by_format(format, text, &year, &month, &mday)
                       : date_usual(a, m, monday, text, &year, &month, &mday);

    if (!read || !date_valid(year, month, mday))
        return false;
    *day = date_days(year, month, mday);
    return true;
}

/* ---- clock times, lengths, numbers ---- */

/* 13:00, 13.00, 1300, 13, 9:30; up to 24:00. */
static bool clock_any(const char *s, int *minutes)
{
    int hour, minute = 0;
    size_t n = strspn(s, "0123456789");

    if (n == 4 || n == 3) {
        if (s[n] || !digits(s, n - 2, &hour) || !digits(s + n - 2, 2, &minute))
            return false;
    } else if (!take_number(&s, 2, &hour)) {
        return false;
    } else if (*s && (!strchr(":.", *s) || strlen(s) < 3 || !digits(s + 1, 2, &minute) ||
                      (s[3] && strcmp(s + 3, ":00") != 0))) {
        return false;
    }
    *minutes = hour * HOUR + minute;
    return minute < HOUR && *minutes <= DAY;
}

bool spoken_clock(struct arena *a, const struct import_map *m, const char *text, int *minutes)
{
    const char *s = fold(a, text);

    take_word(&s, &m->clock, 1, 2);
    return clock_any(s, minutes);
}

bool spoken_length(const char *s, int *minutes)
{
    size_t n = strspn(s, "0123456789");
    int hours, rest;

    if (spoken_number(s, DAY, minutes))
        return true;
    if (s[n] != ':' || !digits(s, n, &hours) || strlen(s + n) != 3 || !digits(s + n + 1, 2, &rest) ||
        rest >= HOUR)
        return false;
    *minutes = hours * HOUR + rest;
    return *minutes > 0 && *minutes <= DAY;
}

bool spoken_number(const char *s, int most, int *out)
{
    return digits(s, strlen(s), out) && *out >= 1 && *out <= most;
}
