#include "ledsaga/week.h"

#include <CUnit/CUnit.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static const char STOCKHOLM[] = "Europe/Stockholm";

static struct week make(int year, int week, const char *zone)
{
    static struct faults f;
    struct week w;

    f.seen = 0;
    CU_ASSERT_EQUAL_FATAL(week_make(&w, year, week, zone, &f), STATUS_OK);
    CU_ASSERT_EQUAL(f.seen, 0);
    return w;
}

/* The C library as judge: its calendar and ours say the same of an instant. */
static bool agrees(const struct week *w, int minute)
{
    struct moment m = week_moment(w, minute);
    time_t t = week_utc(w, minute);
    struct tm tm;

    localtime_r(&t, &tm);
    return tm.tm_year + 1900 == m.year && tm.tm_mon + 1 == m.month &&
           tm.tm_mday == m.mday && (tm.tm_wday + 6) % 7 == m.weekday &&
           tm.tm_hour == m.hour && tm.tm_min == m.minute &&
           tm.tm_gmtoff == m.offset * 60L;
}

static bool round_trips(const struct week *w, int minute)
{
    struct moment m = week_moment(w, minute);
    char text[32];
    int back = -1, scanned = -1;

    week_format(w, minute, text);
    return week_minute(w, m.year, m.month, m.mday, m.hour * 60 + m.minute,
                       m.folded, &back) &&
           back == minute && week_scan(w, text, &scanned) &&
           scanned == minute &&
           week_minute_of_utc(w, week_utc(w, minute)) == minute &&
           week_minute_of_utc(w, week_utc(w, minute) + 59) == minute;
}

static int day_length(const struct week *w, int day)
{
    return w->day_start[day + 1] - w->day_start[day];
}

/* Each half hour from two weeks before to two weeks after. */
static void check_week(int year, int week, const char *zone, int length)
{
    struct week w = make(year, week, zone);
    int wrong = 0;

    setenv("TZ", zone, 1);
    tzset();
    for (int minute = -2 * 7 * DAY; minute < length + 2 * 7 * DAY;
         minute += 30)
        wrong += !agrees(&w, minute) || !round_trips(&w, minute);
    unsetenv("TZ");
    tzset();
    CU_ASSERT_EQUAL(wrong, 0);
    CU_ASSERT_EQUAL(week_length(&w), length);
    CU_ASSERT_EQUAL(week_day(&w, 0), 0);
    CU_ASSERT_EQUAL(week_day(&w, -1), -1);
    CU_ASSERT_EQUAL(week_day(&w, length - 1), 6);
    CU_ASSERT_EQUAL(week_day(&w, length), 7);
    for (int day = 0; day < DAYS; day++) {
        CU_ASSERT_EQUAL(week_day(&w, w.day_start[day]), day);
        CU_ASSERT_EQUAL(week_day(&w, w.day_start[day + 1] - 1), day);
        CU_ASSERT_EQUAL(week_moment(&w, w.day_start[day]).weekday, day);
    }
}

static void weeks_agree_with_the_system(void)
{
    check_week(2026, 48, STOCKHOLM, 10080);
    check_week(2026, 13, STOCKHOLM, 10020);
    check_week(2026, 43, STOCKHOLM, 10140);
    check_week(2026, 53, STOCKHOLM, 10080);
    check_week(2025, 1, STOCKHOLM, 10080);
    check_week(2026, 12, STOCKHOLM, 10080);
    check_week(2026, 44, STOCKHOLM, 10080);
    check_week(1969, 50, STOCKHOLM, 10080);
    /* Half an hour of summer time; clocks that change at midnight; no summer
     * time and a quarter of an hour. */
    check_week(2026, 14, "Australia/Lord_Howe", 10110);
    check_week(2026, 13, "Asia/Beirut", 10020);
    check_week(2026, 13, "Asia/Kathmandu", 10080);
    check_week(2026, 10, "America/St_Johns", 10020);
}

static void spring_skips_an_hour(void)
{
    struct week w = make(2026, 13, STOCKHOLM);
    int skipped, summer;
    char text[32];

    CU_ASSERT_EQUAL(day_length(&w, 6), 23 * HOUR);
    CU_ASSERT(week_minute(&w, 2026, 3, 29, 2 * HOUR + 30, false, &skipped));
    CU_ASSERT(week_minute(&w, 2026, 3, 29, 3 * HOUR + 30, false, &summer));
    CU_ASSERT_EQUAL(skipped, summer);
    CU_ASSERT(week_minute(&w, 2026, 3, 29, 2 * HOUR + 30, true, &skipped));
    CU_ASSERT_EQUAL(skipped, summer);
    week_format(&w, skipped, text);
    CU_ASSERT_STRING_EQUAL(text, "2026-03-29T03:30+02:00");
    week_format(&w, skipped - 31, text);
    CU_ASSERT_STRING_EQUAL(text, "2026-03-29T01:59+01:00");
    CU_ASSERT_FALSE(week_scan(&w, "2026-03-29T02:30+02:00", &skipped));
    CU_ASSERT_FALSE(week_scan(&w, "2026-03-29T03:30+01:00", &skipped));
}

static void autumn_has_an_hour_twice(void)
{
    struct week w = make(2026, 43, STOCKHOLM);
    int first, second, scanned;

    CU_ASSERT_EQUAL(day_length(&w, 6), 25 * HOUR);
    CU_ASSERT(week_minute(&w, 2026, 10, 25, 150, false, &first));
    CU_ASSERT(week_minute(&w, 2026, 10, 25, 150, true, &second));
    CU_ASSERT_EQUAL(second - first, HOUR);
    CU_ASSERT_FALSE(week_moment(&w, first).folded);
    CU_ASSERT(week_moment(&w, second).folded);
    CU_ASSERT(week_moment(&w, second + 29).folded);
    CU_ASSERT_FALSE(week_moment(&w, second + 30).folded);
    CU_ASSERT(week_scan(&w, "2026-10-25T02:30", &scanned));
    CU_ASSERT_EQUAL(scanned, first);
    CU_ASSERT(week_scan(&w, "2026-10-25T02:30+01:00", &scanned));
    CU_ASSERT_EQUAL(scanned, second);
    CU_ASSERT(week_scan(&w, "2026-10-25T02:30+02:00", &scanned));
    CU_ASSERT_EQUAL(scanned, first);
    CU_ASSERT_EQUAL(week_minute_of_day(&w, 6, 24 * HOUR), week_length(&w));
    CU_ASSERT_EQUAL(week_minute_of_day(&w, 6, 25 * HOUR),
                    week_length(&w) + HOUR);
}

static void a_week_begins_on_its_monday(void)
{
    struct week w = make(2025, 1, STOCKHOLM);
    char text[32];

    week_format(&w, 0, text);
    CU_ASSERT_STRING_EQUAL(text, "2024-12-30T00:00+01:00");
    week_format(&w, week_length(&w), text);
    CU_ASSERT_STRING_EQUAL(text, "2025-01-06T00:00+01:00");
    week_name(&w, text);
    CU_ASSERT_STRING_EQUAL(text, "2025-W01");
    w = make(2026, 53, STOCKHOLM);
    week_format(&w, 0, text);
    CU_ASSERT_STRING_EQUAL(text, "2026-12-28T00:00+01:00");
}

static void weeks_and_zones_that_do_not_exist_are_refused(void)
{
    static struct faults f;
    struct week w;

    CU_ASSERT_EQUAL(week_make(&w, 2027, 53, STOCKHOLM, &f), STATUS_INPUT);
    CU_ASSERT(strstr(f.list[0].what, "53") != NULL);
    CU_ASSERT_EQUAL(week_make(&w, 2026, 0, STOCKHOLM, &f), STATUS_INPUT);
    CU_ASSERT_EQUAL(week_make(&w, 2026, 54, STOCKHOLM, &f), STATUS_INPUT);
    CU_ASSERT_EQUAL(week_make(&w, 2026, 48, "Europe/Halmstad", &f),
                    STATUS_INPUT);
    CU_ASSERT(strstr(f.list[3].what, "Europe/Halmstad") != NULL);
    CU_ASSERT_EQUAL(week_make(&w, 2026, 48, "", &f), STATUS_INPUT);
    CU_ASSERT_EQUAL(week_make(&w, 2026, 48, "Europe", &f), STATUS_INPUT);
    CU_ASSERT_EQUAL(week_make(&w, 2026, 48, "zone.tab", &f), STATUS_INPUT);
    CU_ASSERT_EQUAL(
        week_make(&w, 2026, 48, "../zoneinfo/Europe/Stockholm", &f),
        STATUS_INPUT);
    CU_ASSERT_EQUAL(
        week_make(&w, 2026, 48, "/usr/share/zoneinfo/Europe/Stockholm", &f),
        STATUS_INPUT);
    CU_ASSERT_EQUAL(f.seen, 9);
}

static void the_process_keeps_its_own_zone(void)
{
    time_t t = 0;
    struct tm tm;

    setenv("TZ", "Asia/Kolkata", 1);
    tzset();
    make(2026, 48, STOCKHOLM);
    CU_ASSERT_STRING_EQUAL(getenv("TZ"), "Asia/Kolkata");
    localtime_r(&t, &tm);
    CU_ASSERT_EQUAL(tm.tm_hour * 60 + tm.tm_min, 330);
    unsetenv("TZ");
    make(2026, 48, STOCKHOLM);
    CU_ASSERT_PTR_NULL(getenv("TZ"));
    tzset();
}

static void week_names_are_read_strictly(void)
{
    static const char *const WRONG[] = {
        "2027-W53", "2026-W54", "2026-W00", "2026W48",   "2026-48",
        "26-W48",   "",         "2026-W4",  "2026-W480", "2026-W4x"};
    int year, week;

    CU_ASSERT(week_parse("2026-W53", &year, &week));
    CU_ASSERT_EQUAL(year, 2026);
    CU_ASSERT_EQUAL(week, 53);
    for (size_t i = 0; i < sizeof WRONG / sizeof *WRONG; i++)
        CU_ASSERT_FALSE(week_parse(WRONG[i], &year, &week));
}

static void stepping_by_weeks_crosses_years(void)
{
    int year = 2026, week = 52;

    week_step(&year, &week, 2);
    CU_ASSERT(year == 2027 && week == 1);
    week_step(&year, &week, -1);
    CU_ASSERT(year == 2026 && week == 53);
    week_step(&year, &week, -105);
    CU_ASSERT(year == 2024 && week == 52);
    week_step(&year, &week, 105);
    CU_ASSERT(year == 2026 && week == 53);
}

static void every_day_has_its_date(void)
{
    int64_t expected = date_days(1899, 12, 31);
    int year, month, mday;

    CU_ASSERT_EQUAL(date_days(1970, 1, 1), 0);
    CU_ASSERT_EQUAL(date_days(2000, 3, 1), 11017);
    for (int y = 1900; y <= 2101; y++)
        for (int m = 1; m <= 12; m++)
            for (int d = 1; d <= 31; d++) {
                if (!date_valid(y, m, d))
                    continue;
                CU_ASSERT_FATAL(date_days(y, m, d) == ++expected);
                date_of_days(expected, &year, &month, &mday);
                CU_ASSERT_FATAL(year == y && month == m && mday == d);
            }
    CU_ASSERT_EQUAL(expected, date_days(2102, 1, 1) - 1);
    CU_ASSERT_EQUAL(date_weekday(2026, 11, 25), 2);
    CU_ASSERT_EQUAL(date_weekday(1969, 12, 28), 6);
}

static void dates_and_clocks_are_read_strictly(void)
{
    static const char *const NO_DATE[] = {
        "2026-02-29", "2026-13-01", "2026-00-10", "2026-1-01",
        "2026-01-32", "20260101",   "",           "2026-01-01x"};
    static const char *const NO_CLOCK[] = {"24:01", "9:00",  "09:60", "",
                                           "09-00", "09:00x", "25:00"};
    static const char *const NO_TIME[] = {
        "2026-11-25",           "2026-11-25T17:30Z",
        "2026-11-25T17:30+1:00", "2026-11-25T17:30+02:00",
        "2026-11-25 17:30",     "2026-11-31T17:30",
        "2026-11-25T17:30+01:00 "};
    struct week w = make(2026, 48, STOCKHOLM);
    int year, month, mday, minutes;

    CU_ASSERT(date_scan("2028-02-29", &year, &month, &mday));
    CU_ASSERT(year == 2028 && month == 2 && mday == 29);
    CU_ASSERT(clock_scan("24:00", &minutes) && minutes == DAY);
    CU_ASSERT(clock_scan("07:05", &minutes) && minutes == 425);
    CU_ASSERT(week_scan(&w, "2026-11-25T17:30", &minutes));
    CU_ASSERT_EQUAL(minutes, 2 * DAY + 17 * HOUR + 30);
    CU_ASSERT(week_scan(&w, "2026-11-25T17:30+01:00", &minutes));
    for (size_t i = 0; i < sizeof NO_DATE / sizeof *NO_DATE; i++)
        CU_ASSERT_FALSE(date_scan(NO_DATE[i], &year, &month, &mday));
    for (size_t i = 0; i < sizeof NO_CLOCK / sizeof *NO_CLOCK; i++)
        CU_ASSERT_FALSE(clock_scan(NO_CLOCK[i], &minutes));
    for (size_t i = 0; i < sizeof NO_TIME / sizeof *NO_TIME; i++)
        CU_ASSERT_FALSE(week_scan(&w, NO_TIME[i], &minutes));
    CU_ASSERT_FALSE(week_minute(&w, 2026, 2, 30, 0, false, &minutes));
}

void week_suite(void)
{
    CU_pSuite s = CU_add_suite("week", NULL, NULL);

    CU_add_test(s, "weeks agree with the system's calendar",
                weeks_agree_with_the_system);
    CU_add_test(s, "spring skips an hour", spring_skips_an_hour);
    CU_add_test(s, "autumn has an hour twice", autumn_has_an_hour_twice);
    CU_add_test(s, "a week begins on its Monday", a_week_begins_on_its_monday);
    CU_add_test(s, "weeks and zones that do not exist are refused",
                weeks_and_zones_that_do_not_exist_are_refused);
    CU_add_test(s, "the process keeps its own zone",
                the_process_keeps_its_own_zone);
    CU_add_test(s, "names of weeks are read strictly",
                week_names_are_read_strictly);
    CU_add_test(s, "stepping by weeks crosses years",
                stepping_by_weeks_crosses_years);
    CU_add_test(s, "every day of two centuries has its date",
                every_day_has_its_date);
    CU_add_test(s, "dates and clocks are read strictly",
                dates_and_clocks_are_read_strictly);
}
