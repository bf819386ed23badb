/* Periods of the calendar. A month or a quarter has its own days, but of weeks it has
 * those whose Thursday it holds, so that each week is reported once. */
#include "measure/period.h"

#include <stdio.h>
#include <string.h>

enum { THURSDAY = 3, MONTHS = 12, QUARTER = 3, SHORTEST_MONTH = 28 };

/* The fourth of January is always in week 1. */
static int64_t week_thursday(int iso_year, int iso_week)
{
    int64_t fourth = date_days(iso_year, 1, 4);
    return fourth - date_weekday(iso_year, 1, 4) + THURSDAY + (int64_t)DAYS * (iso_week - 1);
}

static struct period week_around(int64_t day)
{
    struct period p = {.kind = PERIOD_WEEK};
    int year, month, mday;
    date_of_days(day, &year, &month, &mday);
    p.from_day = day - date_weekday(year, month, mday);
    p.to_day = p.from_day + DAYS - 1;
    date_of_days(p.from_day + THURSDAY, &year, &month, &mday);
    int week = (int)(p.from_day + THURSDAY - date_days(year, 1, 1)) / DAYS + 1;
    snprintf(p.name, sizeof p.name, "%04u-W%02u", (unsigned)year % 10000,
             (unsigned)week % 100);
    return p;
}

/* The year after 9999 is none that can be written, but its days can be counted. */
int64_t months_after(int64_t day, int months)
{
    int year, month, mday;
    date_of_days(day, &year, &month, &mday);
    month += months - 1;
    year += month / MONTHS;
    month = month % MONTHS + 1;
    while (mday > SHORTEST_MONTH && !date_valid(year, month, mday))
        mday--;
    return date_days(year, month, mday);
}

/* The `size` months that begin with a multiple of it. */
static struct period months_around(enum period_kind kind, int64_t day, int size)
{
    struct period p = {.kind = kind};
    int year, month, mday;
    date_of_days(day, &year, &month, &mday);
    int part = (month - 1) / size;
    p.from_day = date_days(year, part * size + 1, 1);
    p.to_day = months_after(p.from_day, size) - 1;
    snprintf(p.name, sizeof p.name, kind == PERIOD_MONTH ? "%04u-%02u" : "%04u-Q%u",
             (unsigned)year % 10000, (unsigned)part % MONTHS + 1);
    return p;
}

struct period period_of_day(enum period_kind kind, int64_t day)
{
    switch (kind) {
    case PERIOD_MONTH:
        return months_around(kind, day, 1);
    case PERIOD_QUARTER:
        return months_around(kind, day, QUARTER);
    case PERIOD_WEEK:
        break;
    }
    return week_around(day);
}

struct period period_of_week(enum period_kind kind, int iso_year, int iso_week)
{
    return period_of_day(kind, week_thursday(iso_year, iso_week));
}

bool period_holds_day(const struct period *p, int64_t day)
{
    return p->from_day <= day && day <= p->to_day;
}

bool period_holds_week(const struct period *p, int iso_year, int iso_week)
{
    return period_holds_day(p, week_thursday(iso_year, iso_week));
}

/* ---- reading --------------------------------------------------------------- */

static bool scan_week(const char *text, int64_t *day)
{
    int year, week;
    if (!week_parse(text, &year, &week))
        return false;
    *day = week_thursday(year, week);
    return true;
}

/* "YYYY-MM", or "YYYY-Qn" as its first month. */
static bool scan_month(const char *text, bool quarter, int64_t *day)
{
    char date[sizeof "YYYY-MM-DD"];
    int month = 0, year, mday;
    if (strlen(text) != strlen("YYYY-MM"))
        return false;
    if (quarter) {
        if (text[5] != 'Q' || text[6] < '1' || text[6] > '4')
            return false;
        month = (text[6] - '1') * QUARTER + 1;
        snprintf(date, sizeof date, "%.5s%02d-01", text, month);
    } else {
        snprintf(date, sizeof date, "%s-01", text);
    }
    if (!date_scan(date, &year, &month, &mday))
        return false;
    *day = date_days(year, month, mday);
    return true;
}

bool period_parse(enum period_kind kind, const char *text, struct period *out)
{
    int64_t day;
    bool read = kind == PERIOD_WEEK ? scan_week(text, &day)
                                    : scan_month(text, kind == PERIOD_QUARTER, &day);
    if (read)
        *out = period_of_day(kind, day);
    return read;
}
