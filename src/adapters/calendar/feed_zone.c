#include "adapters/calendar/feed_zone.h"

#include "ledsaga/week.h"

enum { SECONDS_AN_HOUR = 3600 };

static int year_of(int64_t utc)
{
    int year, month, mday;
    date_of_days(day_of_seconds(utc), &year, &month, &mday);
    return year;
}

/* 01:00 UTC on the last Sunday of March or October, both of which have 31 days. */
static int64_t change_in(int year, int month)
{
    int64_t last = date_days(year, month, 31);
    return (last - (date_weekday(year, month, 31) + 1) % DAYS) * SECONDS_A_DAY +
           SECONDS_AN_HOUR;
}

int feed_zone_offset(int64_t utc)
{
    int year = year_of(utc);
    bool summer = utc >= change_in(year, 3) && utc < change_in(year, 10);
    return summer ? 2 * SECONDS_AN_HOUR : SECONDS_AN_HOUR;
}

int64_t feed_zone_midnight(int64_t day)
{
    int64_t guess = day * SECONDS_A_DAY - SECONDS_AN_HOUR;
    return day * SECONDS_A_DAY - feed_zone_offset(guess);
}

/* In spring the hour from 02:00 is left out, which lasts no time; in autumn it comes
 * twice and lasts two hours, one on each side of the change. */
bool feed_zone_change(int64_t from_utc, int64_t to_utc)
{
    for (int year = year_of(from_utc); year <= year_of(to_utc); year++) {
        int64_t spring = change_in(year, 3), autumn = change_in(year, 10);
        if ((from_utc < spring && to_utc >= spring) ||
            (from_utc < autumn + SECONDS_AN_HOUR && to_utc >= autumn - SECONDS_AN_HOUR))
            return true;
    }
    return false;
}
