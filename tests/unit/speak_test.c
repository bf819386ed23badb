#include "sheet_fixture.h"

#include "adapters/calendar/speak.h"

static struct arena *a;
static struct week w;

static void begin(const char *language, int iso_year, int iso_week)
{
    struct faults f = {0};
    a = arena_new();
    speak(language);
    CU_ASSERT_EQUAL_FATAL(week_make(&w, iso_year, iso_week, "Europe/Stockholm", &f), STATUS_OK);
}

static void end(void)
{
    arena_free(a);
}

static int at(int day, int clock)
{
    return week_minute_of_day(&w, day, clock);
}

static const char *span(int day, int from, int to)
{
    return speak_span(a, &w, at(day, from), at(day, to));
}

static void a_time_is_said_without_signs_in_it(void)
{
    begin("sv", 2026, 48);
    CU_ASSERT_STRING_EQUAL(speak_clock(a, &w, at(1, 13 * HOUR)), "klockan 13");
    CU_ASSERT_STRING_EQUAL(speak_clock(a, &w, at(1, 13 * HOUR + 30)), "klockan 13:30");
    CU_ASSERT_STRING_EQUAL(speak_clock(a, &w, at(1, 9 * HOUR + 5)), "klockan 09:05");
    CU_ASSERT_STRING_EQUAL(speak_when(a, &w, at(1, 13 * HOUR)),
                           "tisdag 24 november klockan 13");
    end();
    begin("en", 2026, 48);
    CU_ASSERT_STRING_EQUAL(speak_clock(a, &w, at(1, 9 * HOUR)), "09:00");
    CU_ASSERT_STRING_EQUAL(speak_when(a, &w, at(1, 13 * HOUR + 30)),
                           "Tuesday 24 November at 13:30");
    end();
}

static void an_end_says_its_day_where_it_is_another(void)
{
    begin("sv", 2026, 48);
    CU_ASSERT_STRING_EQUAL(span(1, 13 * HOUR, 15 * HOUR), "klockan 13 till klockan 15");
    CU_ASSERT_STRING_EQUAL(span(1, 20 * HOUR, 24 * HOUR), "klockan 20 till midnatt");
    CU_ASSERT_STRING_EQUAL(span(1, 22 * HOUR, 31 * HOUR), "klockan 22 till klockan 7 nästa dag");
    CU_ASSERT_STRING_EQUAL(span(1, 22 * HOUR, 55 * HOUR),
                           "klockan 22 till torsdag 26 november klockan 7");
    CU_ASSERT_STRING_EQUAL(span(1, 22 * HOUR, 48 * HOUR),
                           "klockan 22 till torsdag 26 november klockan 0");
    end();
}

static void the_hour_that_comes_twice_is_told_apart(void)
{
    begin("sv", 2026, 43);
    int first = at(6, 2 * HOUR + 30);
    CU_ASSERT_STRING_EQUAL(speak_span(a, &w, first, first + HOUR),
                           "klockan 02:30 (sommartid) till klockan 02:30 (vintertid)");
    CU_ASSERT_STRING_EQUAL(speak_clock(a, &w, first + 30), "klockan 2 (vintertid)");
    CU_ASSERT_STRING_EQUAL(speak_clock(a, &w, first + HOUR + 30), "klockan 3");
    end();
}

static void a_day_of_another_week_is_a_day(void)
{
    begin("en", 2026, 53);
    CU_ASSERT_STRING_EQUAL(speak_day(a, &w, -1), "Sunday 27 December");
    CU_ASSERT_STRING_EQUAL(speak_day(a, &w, 7 * DAY), "Monday 4 January");
    end();
}

static void lengths_are_whole_words(void)
{
    begin("sv", 2026, 48);
    CU_ASSERT_STRING_EQUAL(speak_length(a, 60), "1 timme");
    CU_ASSERT_STRING_EQUAL(speak_length(a, 150), "2 timmar och 30 minuter");
    CU_ASSERT_STRING_EQUAL(speak_length(a, 1), "1 minut");
    CU_ASSERT_STRING_EQUAL(speak_length(a, 0), "0 timmar");
    end();
}

static void a_sentence_begins_with_a_capital(void)
{
    begin("en", 2026, 48);
    CU_ASSERT_STRING_EQUAL(speak_begin(a, "klockan"), "Klockan");
    CU_ASSERT_STRING_EQUAL(speak_begin(a, "åtta"), "Åtta");
    CU_ASSERT_STRING_EQUAL(speak_begin(a, "÷"), "÷");
    CU_ASSERT_STRING_EQUAL(speak_begin(a, "13:00"), "13:00");
    CU_ASSERT_STRING_EQUAL(speak_begin(a, ""), "");
    end();
}

void speak_suite(void)
{
    CU_pSuite s = CU_add_suite("speak", NULL, NULL);
    CU_ADD_TEST(s, a_time_is_said_without_signs_in_it);
    CU_ADD_TEST(s, an_end_says_its_day_where_it_is_another);
    CU_ADD_TEST(s, the_hour_that_comes_twice_is_told_apart);
    CU_ADD_TEST(s, a_day_of_another_week_is_a_day);
    CU_ADD_TEST(s, lengths_are_whole_words);
    CU_ADD_TEST(s, a_sentence_begins_with_a_capital);
}
