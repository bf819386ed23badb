#include "base/zone.h"
#include "ledsaga/week.h"

#include <CUnit/CUnit.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { SHIFTS_MOST = 256 };
static struct zone_shift shifts[SHIFTS_MOST];

static int64_t utc(int year, int month, int mday, int hour, int minute)
{
    return date_days(year, month, mday) * 86400 + hour * 3600 + minute * 60;
}

static int read_shifts(const char *name)
{
    return zone_shifts(name, utc(1996, 1, 1, 0, 0), utc(2038, 12, 31, 0, 0), shifts,
                       SHIFTS_MOST);
}

/* The C library's own answer, a clock time by its instant. */
static int64_t clock_of(int64_t at)
{
    time_t t = at;
    struct tm tm;

    localtime_r(&t, &tm);
    return utc(tm.tm_year + 1900, tm.tm_mon + 1, tm.tm_mday, tm.tm_hour, tm.tm_min);
}

static void set_zone(const char *name)
{
    setenv("TZ", name, 1);
    tzset();
}

/* Every half hour, both ways: an instant's clock time is the C library's, and a clock
 * time's instant is the first that shows it, or, if none does, what it would be by the
 * offset before. */
static void hold_against_library(const char *name)
{
    int n = read_shifts(name), wrong = 0;
    int64_t from = utc(1996, 11, 1, 0, 0), to = utc(2038, 1, 1, 0, 0);
    int64_t shown; /* clock times before it were shown by some instant, or left out */
    char *before = getenv("TZ") ? strdup(getenv("TZ")) : NULL;

    set_zone(name);
    shown = clock_of(from);
    for (int64_t at = from; at < to; at += 1800) {
        int64_t clock = clock_of(at);
        enum zone_sense sense;

        wrong += zone_clock(shifts, n, at) != clock;
        for (; shown < clock; shown += 1800) { /* left out */
            int64_t offset = clock_of(at - 1800) - (at - 1800);

            wrong += zone_instant(shifts, n, shown, &sense) != shown - offset ||
                     sense != ZONE_LEFT_OUT;
        }
        if (clock == shown) {
            bool again = clock_of(at + 3600) == clock;

            wrong += zone_instant(shifts, n, clock, &sense) != at ||
                     sense != (again ? ZONE_TWICE : ZONE_ONCE);
            shown += 1800;
        }
    }
    CU_ASSERT_EQUAL(wrong, 0);
    if (before)
        set_zone(before);
    else
        unsetenv("TZ");
    tzset();
    free(before);
}

static void every_half_hour_is_that_of_the_library(void)
{
    hold_against_library("Europe/Stockholm");
    hold_against_library("America/New_York");
    hold_against_library("Asia/Kolkata");
}

static void a_time_that_comes_twice_is_the_first(void)
{
    enum zone_sense sense;
    int n = read_shifts("Europe/Stockholm");

    CU_ASSERT_EQUAL(zone_instant(shifts, n, utc(2026, 10, 25, 2, 30), &sense),
                    utc(2026, 10, 25, 0, 30));
    CU_ASSERT_EQUAL(sense, ZONE_TWICE);
    CU_ASSERT_EQUAL(zone_instant(shifts, n, utc(2026, 10, 25, 3, 0), &sense),
                    utc(2026, 10, 25, 2, 0));
    CU_ASSERT_EQUAL(sense, ZONE_ONCE);
}

static void a_time_that_is_left_out_keeps_the_offset_before(void)
{
    enum zone_sense sense;
    int n = read_shifts("Europe/Stockholm");

    CU_ASSERT_EQUAL(zone_instant(shifts, n, utc(2026, 3, 29, 2, 30), &sense),
                    utc(2026, 3, 29, 1, 30));
    CU_ASSERT_EQUAL(sense, ZONE_LEFT_OUT);
    CU_ASSERT_EQUAL(zone_instant(shifts, n, utc(2026, 3, 29, 3, 0), NULL),
                    utc(2026, 3, 29, 1, 0));
}

static void the_ends_reach_on(void)
{
    struct zone_shift one = {0, 60};

    CU_ASSERT_EQUAL(zone_instant(&one, 1, -86400, NULL), -86400 - 3600);
    CU_ASSERT_EQUAL(zone_clock(&one, 1, -86400), -86400 + 3600);
    CU_ASSERT_EQUAL(zone_clock(&one, 1, INT64_C(1) << 40), (INT64_C(1) << 40) + 3600);
}

void zone_suite(void)
{
    CU_pSuite s = CU_add_suite("zone", NULL, NULL);

    CU_add_test(s, "every half hour is that of the library",
                every_half_hour_is_that_of_the_library);
    CU_add_test(s, "a time that comes twice is the first",
                a_time_that_comes_twice_is_the_first);
    CU_add_test(s, "a time that is left out keeps the offset before",
                a_time_that_is_left_out_keeps_the_offset_before);
    CU_add_test(s, "the ends reach on", the_ends_reach_on);
}
