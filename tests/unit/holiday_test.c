/* Expectations reckoned by hand from the calendar of each year. */
#include "ledsaga/holiday.h"
#include "small_unit.h"

static int64_t easter_on(int year, int month, int mday)
{
    return easter_day(year) - date_days(year, month, mday);
}

static void easter_is_where_the_almanac_has_it(void)
{
    CU_ASSERT_EQUAL(easter_on(1818, 3, 22), 0);
    CU_ASSERT_EQUAL(easter_on(1943, 4, 25), 0);
    CU_ASSERT_EQUAL(easter_on(1961, 4, 2), 0);
    CU_ASSERT_EQUAL(easter_on(1981, 4, 19), 0);
    CU_ASSERT_EQUAL(easter_on(2000, 4, 23), 0);
    CU_ASSERT_EQUAL(easter_on(2008, 3, 23), 0);
    CU_ASSERT_EQUAL(easter_on(2011, 4, 24), 0);
    CU_ASSERT_EQUAL(easter_on(2024, 3, 31), 0);
    CU_ASSERT_EQUAL(easter_on(2025, 4, 20), 0);
    CU_ASSERT_EQUAL(easter_on(2026, 4, 5), 0);
    CU_ASSERT_EQUAL(easter_on(2027, 3, 28), 0);
    CU_ASSERT_EQUAL(easter_on(2038, 4, 25), 0);
    CU_ASSERT_EQUAL(easter_on(2049, 4, 18), 0);
    CU_ASSERT_EQUAL(easter_on(2076, 4, 19), 0);
}

static void the_holidays_of_2026_are_all_there(void)
{
    static const struct {
        int month, mday;
        enum holiday holiday;
    } ALL[] = {
        {1, 1, HOLIDAY_NEW_YEAR},       {1, 6, HOLIDAY_EPIPHANY},
        {4, 3, HOLIDAY_GOOD_FRIDAY},    {4, 4, HOLIDAY_EASTER_EVE},
        {4, 5, HOLIDAY_EASTER_DAY},     {4, 6, HOLIDAY_EASTER_MONDAY},
        {5, 1, HOLIDAY_MAY_DAY},        {5, 14, HOLIDAY_ASCENSION},
        {5, 23, HOLIDAY_PENTECOST_EVE}, {5, 24, HOLIDAY_PENTECOST},
        {6, 6, HOLIDAY_NATIONAL_DAY},   {6, 19, HOLIDAY_MIDSUMMER_EVE},
        {6, 20, HOLIDAY_MIDSUMMER_DAY}, {10, 31, HOLIDAY_ALL_SAINTS},
        {12, 24, HOLIDAY_CHRISTMAS_EVE}, {12, 25, HOLIDAY_CHRISTMAS_DAY},
        {12, 26, HOLIDAY_BOXING_DAY},   {12, 31, HOLIDAY_NEW_YEAR_EVE},
    };
    int n = 0;

    for (int64_t day = date_days(2026, 1, 1); day <= date_days(2026, 12, 31);
         day++) {
        int year, month, mday;

        date_of_days(day, &year, &month, &mday);
        if (holiday_on(day) == HOLIDAY_NONE)
            continue;
        CU_ASSERT_FATAL(n < HOLIDAY_COUNT);
        CU_ASSERT_EQUAL(month, ALL[n].month);
        CU_ASSERT_EQUAL(mday, ALL[n].mday);
        CU_ASSERT_EQUAL(holiday_on(day), ALL[n].holiday);
        n++;
    }
    CU_ASSERT_EQUAL(n, HOLIDAY_COUNT);
    CU_ASSERT_STRING_EQUAL(holiday_name(HOLIDAY_ALL_SAINTS),
                           "All Saints' Day");
}

/* The earliest and the latest that they can be. */
static void moving_saturdays_keep_to_their_week(void)
{
    CU_ASSERT_EQUAL(holiday_on(date_days(2020, 6, 19)), HOLIDAY_MIDSUMMER_EVE);
    CU_ASSERT_EQUAL(holiday_on(date_days(2021, 6, 25)), HOLIDAY_MIDSUMMER_EVE);
    CU_ASSERT_EQUAL(holiday_on(date_days(2021, 6, 26)), HOLIDAY_MIDSUMMER_DAY);
    CU_ASSERT_EQUAL(holiday_on(date_days(2021, 6, 18)), HOLIDAY_NONE);
    CU_ASSERT_EQUAL(holiday_on(date_days(2020, 10, 31)), HOLIDAY_ALL_SAINTS);
    CU_ASSERT_EQUAL(holiday_on(date_days(2021, 11, 6)), HOLIDAY_ALL_SAINTS);
    CU_ASSERT_EQUAL(holiday_on(date_days(2021, 10, 30)), HOLIDAY_NONE);
    CU_ASSERT_EQUAL(holiday_on(date_days(2026, 11, 7)), HOLIDAY_NONE);
}

static void eves_are_neither_public_nor_weekdays(void)
{
    /* Thursday 24, Friday 25, Saturday 26, Sunday 27, Monday 28. */
    CU_ASSERT_FALSE(holiday_public(date_days(2026, 12, 24)));
    CU_ASSERT_FALSE(is_weekday(date_days(2026, 12, 24)));
    CU_ASSERT(holiday_public(date_days(2026, 12, 25)));
    CU_ASSERT(holiday_public(date_days(2026, 12, 27)));
    CU_ASSERT_FALSE(is_weekday(date_days(2026, 12, 27)));
    CU_ASSERT(is_weekday(date_days(2026, 12, 28)));
    CU_ASSERT_FALSE(holiday_public(date_days(2026, 12, 28)));
    /* An ordinary Saturday; the day between Ascension and the weekend. */
    CU_ASSERT_FALSE(holiday_public(date_days(2026, 2, 7)));
    CU_ASSERT_FALSE(is_weekday(date_days(2026, 2, 7)));
    CU_ASSERT(is_weekday(date_days(2026, 5, 15)));
    /* Whitsun Eve and National Day at once. */
    CU_ASSERT_EQUAL(holiday_on(date_days(2071, 6, 6)), HOLIDAY_PENTECOST_EVE);
    CU_ASSERT(holiday_public(date_days(2071, 6, 6)));
}

/* ---- unsocial hours ---------------------------------------------------- */

static struct week week_of(int iso_year, int iso_week)
{
    struct faults f = {0};
    struct week w;

    CU_ASSERT_EQUAL_FATAL(
        week_make(&w, iso_year, iso_week, "Europe/Stockholm", &f), STATUS_OK);
    return w;
}

/* The class from the clock time on, and that it was another the minute before. */
static void turns(const struct week *w, int day, int hour, enum unsocial to)
{
    const struct cost_figures cost = cost_figures_default();
    int at = week_minute_of_day(w, day, hour * HOUR);

    CU_ASSERT_EQUAL(unsocial_at(w, &cost, at), to);
    CU_ASSERT_NOT_EQUAL(unsocial_at(w, &cost, at - 1), to);
}

static void expect_hours(const struct week *w, int from, int to,
                         const int hours[UNSOCIAL_COUNT])
{
    const struct cost_figures cost = cost_figures_default();
    int minutes[UNSOCIAL_COUNT], slow[UNSOCIAL_COUNT] = {0};

    unsocial_minutes(w, &cost, from, to, minutes);
    for (int m = from; m < to; m++)
        slow[unsocial_at(w, &cost, m)]++;
    for (int u = 0; u < UNSOCIAL_COUNT; u++) {
        CU_ASSERT_EQUAL(minutes[u], hours[u] * HOUR);
        CU_ASSERT_EQUAL(slow[u], minutes[u]);
    }
}

/* Four evenings of 3 hours. Nights of Monday to Thursday: 2 hours before and 6
 * after midnight. The weekend from Friday 19 is 53 hours to midnight on Sunday
 * and 7 hours of the Monday before; of these are night 2 + 6 + 2 + 6 + 2 and 6. */
static void an_ordinary_week_has_its_classes(void)
{
    struct week w = week_of(2026, 47);

    turns(&w, 0, 7, UNSOCIAL_NONE);
    turns(&w, 0, 6, UNSOCIAL_WEEKEND);
    turns(&w, 0, 19, UNSOCIAL_EVENING);
    turns(&w, 0, 22, UNSOCIAL_NIGHT);
    turns(&w, 1, 6, UNSOCIAL_NONE);
    turns(&w, 4, 6, UNSOCIAL_NONE);
    turns(&w, 4, 19, UNSOCIAL_WEEKEND);
    turns(&w, 4, 22, UNSOCIAL_WEEKEND_NIGHT);
    turns(&w, 5, 6, UNSOCIAL_WEEKEND);
    turns(&w, 6, 22, UNSOCIAL_WEEKEND_NIGHT);
    expect_hours(&w, 0, 7 * DAY,
                 (int[UNSOCIAL_COUNT]){12 + 3 * 13 + 13, 12, 8 + 24, 36, 24});
    CU_ASSERT_STRING_EQUAL(unsocial_word(UNSOCIAL_WEEKEND_NIGHT),
                           "weekend_night");
}

/* Christmas Eve 2026 is a Thursday: from Wednesday 18 to Monday the 28th at 7, and
 * again from Wednesday the 30th at 18 to Monday the 4th at 7. Epiphany is a
 * Wednesday: from Tuesday 16 to Thursday 7. */
static void christmas_2026_lasts_to_the_next_monday(void)
{
    struct week w = week_of(2026, 52);

    turns(&w, 2, 18, UNSOCIAL_BIG);
    turns(&w, 2, 22, UNSOCIAL_BIG_NIGHT);
    turns(&w, 3, 6, UNSOCIAL_BIG);
    turns(&w, 6, 6, UNSOCIAL_BIG);
    turns(&w, 7, 6, UNSOCIAL_BIG);
    turns(&w, 7, 7, UNSOCIAL_NONE);
    /* Big: 6 hours of Wednesday and four days, less nights of 2 + 4 * 8. */
    expect_hours(&w, 0, 7 * DAY,
                 (int[UNSOCIAL_COUNT]){12 + 13 + 12, 6, 2 + 8 + 6, 1, 6,
                                       102 - 34, 34});
    w = week_of(2026, 53);
    turns(&w, 0, 7, UNSOCIAL_NONE);
    turns(&w, 2, 18, UNSOCIAL_BIG);
    turns(&w, 7, 7, UNSOCIAL_NONE);
    expect_hours(&w, 0, 7 * DAY,
                 (int[UNSOCIAL_COUNT]){12 + 13 + 12, 6, 2 + 8 + 6, 0, 0,
                                       102 - 34 + 1, 34 + 6});
    w = week_of(2027, 1);
    turns(&w, 0, 7, UNSOCIAL_NONE);
    turns(&w, 1, 16, UNSOCIAL_WEEKEND);
    turns(&w, 2, 22, UNSOCIAL_WEEKEND_NIGHT);
    turns(&w, 3, 6, UNSOCIAL_WEEKEND);
    turns(&w, 3, 7, UNSOCIAL_NONE);
    turns(&w, 3, 19, UNSOCIAL_EVENING);
}

/* New Year's Day 2026 is a Thursday, so that Friday the 2nd is a weekday. */
static void a_weekday_between_ends_a_big_holiday(void)
{
    struct week w = week_of(2026, 1);

    turns(&w, 1, 18, UNSOCIAL_BIG);
    turns(&w, 4, 6, UNSOCIAL_BIG);
    turns(&w, 4, 7, UNSOCIAL_NONE);
    turns(&w, 4, 19, UNSOCIAL_WEEKEND);
    /* Epiphany is on Tuesday of the week after: weekend again on Monday. */
    turns(&w, 7, 7, UNSOCIAL_NONE);
    turns(&w, 7, 16, UNSOCIAL_WEEKEND);
    turns(&w, 9, 7, UNSOCIAL_NONE);
}

/* Good Friday 3 April 2026; Whitsun Eve 23 May; Midsummer Eve 19 June. */
static void big_holidays_begin_the_evening_before(void)
{
    struct week w = week_of(2026, 14);

    turns(&w, 3, 18, UNSOCIAL_BIG);
    turns(&w, 8, 7, UNSOCIAL_NONE);
    w = week_of(2026, 21);
    turns(&w, 4, 18, UNSOCIAL_BIG);
    turns(&w, 7, 7, UNSOCIAL_NONE);
    w = week_of(2026, 25);
    turns(&w, 3, 18, UNSOCIAL_BIG);
    turns(&w, 7, 7, UNSOCIAL_NONE);
    /* Christmas Eve on a Monday: the Sunday is weekend until 18. */
    w = week_of(2029, 51);
    turns(&w, 6, 18, UNSOCIAL_BIG);
    turns(&w, 10, 7, UNSOCIAL_NONE);
    /* National Day on the Monday after Whitsun: to Tuesday. */
    w = week_of(2022, 22);
    turns(&w, 4, 18, UNSOCIAL_BIG);
    turns(&w, 8, 7, UNSOCIAL_NONE);
}

/* Ascension is 14 May 2026, All Saints 31 October, May Day a Friday. */
static void holidays_begin_the_afternoon_before(void)
{
    struct week w = week_of(2026, 20);

    turns(&w, 2, 16, UNSOCIAL_WEEKEND);
    turns(&w, 4, 7, UNSOCIAL_NONE);
    turns(&w, 4, 19, UNSOCIAL_WEEKEND);
    w = week_of(2026, 44);
    turns(&w, 4, 16, UNSOCIAL_WEEKEND);
    turns(&w, 7, 7, UNSOCIAL_NONE);
    w = week_of(2026, 18);
    turns(&w, 3, 16, UNSOCIAL_WEEKEND);
    turns(&w, 7, 7, UNSOCIAL_NONE);
    /* National Day 2026 is a Saturday. */
    w = week_of(2026, 23);
    turns(&w, 4, 16, UNSOCIAL_WEEKEND);
}

/* On 29 March 2026 the clock goes from 2 to 3, on 25 October from 3 to 2: Sunday's
 * night has 5 hours before its morning, or 7. */
static void nights_are_as_long_as_they_really_are(void)
{
    struct week w = week_of(2026, 13);
    int saturday = week_minute_of_day(&w, 5, 22 * HOUR);

    expect_hours(&w, saturday, saturday + 8 * HOUR,
                 (int[UNSOCIAL_COUNT]){0, 0, 0, 1, 7});
    expect_hours(&w, w.day_start[6], w.day_start[7],
                 (int[UNSOCIAL_COUNT]){0, 0, 0, 16, 7});
    w = week_of(2026, 43);
    saturday = week_minute_of_day(&w, 5, 22 * HOUR);
    expect_hours(&w, saturday, saturday + 10 * HOUR,
                 (int[UNSOCIAL_COUNT]){0, 0, 0, 1, 9});
    expect_hours(&w, w.day_start[6], w.day_start[7],
                 (int[UNSOCIAL_COUNT]){0, 0, 0, 16, 9});
}

static void a_visit_is_divided_at_the_border(void)
{
    struct week w = week_of(2026, 47);
    const struct cost_figures cost = cost_figures_default();
    int minutes[UNSOCIAL_COUNT] = {9, 9, 9};

    unsocial_minutes(&w, &cost, clock_on(1, 18, 40), clock_on(1, 22, 15),
                     minutes);
    CU_ASSERT_EQUAL(minutes[UNSOCIAL_NONE], 20);
    CU_ASSERT_EQUAL(minutes[UNSOCIAL_EVENING], 180);
    CU_ASSERT_EQUAL(minutes[UNSOCIAL_NIGHT], 15);
    CU_ASSERT_EQUAL(minutes[UNSOCIAL_WEEKEND], 0);
    CU_ASSERT_EQUAL(unsocial_ore(&cost, UNSOCIAL_NONE), 0);
    CU_ASSERT_EQUAL(unsocial_ore(&cost, UNSOCIAL_EVENING), 2760);
    CU_ASSERT_EQUAL(unsocial_ore(&cost, UNSOCIAL_BIG_NIGHT), 15690);
}

void holiday_suite(void)
{
    CU_pSuite s = CU_add_suite("holiday", NULL, NULL);

    CU_add_test(s, "Easter is where the almanac has it",
                easter_is_where_the_almanac_has_it);
    CU_add_test(s, "the holidays of 2026 are all there",
                the_holidays_of_2026_are_all_there);
    CU_add_test(s, "moving Saturdays keep to their week",
                moving_saturdays_keep_to_their_week);
    CU_add_test(s, "eves are neither public nor weekdays",
                eves_are_neither_public_nor_weekdays);
    CU_add_test(s, "an ordinary week has its classes",
                an_ordinary_week_has_its_classes);
    CU_add_test(s, "Christmas 2026 lasts to the next Monday",
                christmas_2026_lasts_to_the_next_monday);
    CU_add_test(s, "a weekday between ends a big holiday",
                a_weekday_between_ends_a_big_holiday);
    CU_add_test(s, "big holidays begin the evening before",
                big_holidays_begin_the_evening_before);
    CU_add_test(s, "holidays begin the afternoon before",
                holidays_begin_the_afternoon_before);
    CU_add_test(s, "nights are as long as they really are",
                nights_are_as_long_as_they_really_are);
    CU_add_test(s, "a visit is divided at the border",
                a_visit_is_divided_at_the_border);
}
