#include "adapters/ical/ical_value.h"
#include "ledsaga/week.h"

#include <CUnit/CUnit.h>
#include <stdio.h>
#include <string.h>

static struct arena *arena;

static int open_arena(void)
{
    arena = arena_new();
    return 0;
}

static int close_arena(void)
{
    arena_free(arena);
    return 0;
}

static void a_time_is_wholly_a_time_or_none(void)
{
    static const char *const BAD[] = {
        "", "2026", "2026030", "202603011", "20260230", "20261301", "00000101", "20260301T",
        "20260301T10", "20260301T1000", "20260301T10300Z", "20260301T240000",
        "20260301T106000", "20260301T100061", "20260301t100000", "20260301T100000z",
        "20260301T100000ZZ", "20260301T100000+0100", "2026-03-01", "-0260301"};
    struct clock_value v;

    for (size_t i = 0; i < sizeof BAD / sizeof *BAD; i++)
        CU_ASSERT_FALSE(value_time(BAD[i], &v));
    CU_ASSERT(value_time(" 20260301 ", &v) && v.date && !v.utc);
    CU_ASSERT_EQUAL(v.clock, date_days(2026, 3, 1) * 86400);
    CU_ASSERT(value_time("20260301T103005Z", &v) && !v.date && v.utc);
    CU_ASSERT_EQUAL(v.clock, date_days(2026, 3, 1) * 86400 + 37805);
    CU_ASSERT(value_time("20260301T235960", &v));
    CU_ASSERT_EQUAL(v.clock, date_days(2026, 3, 1) * 86400 + 86399);
}

static void durations_keep_days_and_hours_apart(void)
{
    static const char *const BAD[] = {
        "",     "P",     "PT",      "P1",    "1D",     "PT1H30", "P1H",  "PT1D",
        "P1W2D", "PT30M1H", "-PT1H", "PT1H1H", "P1DT", "P1D2H",  "PT1H 30M", "P40000D",
        "PT99999999999S"};
    static const struct {
        const char *text;
        int days, seconds;
    } GOOD[] = {{"P1W", 7, 0},       {"P1D", 1, 0},        {"PT90M", 0, 5400},
                {"P1DT2H", 1, 7200}, {"+PT1H30M5S", 0, 5405}, {"PT1H30S", 0, 3630},
                {"PT0S", 0, 0},      {"P0D", 0, 0}};
    struct duration d;

    for (size_t i = 0; i < sizeof BAD / sizeof *BAD; i++)
        CU_ASSERT_FALSE(value_duration(BAD[i], &d));
    for (size_t i = 0; i < sizeof GOOD / sizeof *GOOD; i++) {
        CU_ASSERT(value_duration(GOOD[i].text, &d));
        CU_ASSERT(d.days == GOOD[i].days && d.seconds == GOOD[i].seconds);
    }
}

static void numbers_and_offsets_are_whole(void)
{
    int n = 0;

    CU_ASSERT(value_int(" 7 ", 0, 9, &n) && n == 7);
    CU_ASSERT(value_int("-7", -9, 9, &n) && n == -7);
    CU_ASSERT_FALSE(value_int("10", 0, 9, &n));
    CU_ASSERT_FALSE(value_int("7x", 0, 9, &n));
    CU_ASSERT_FALSE(value_int("", 0, 9, &n));
    CU_ASSERT_FALSE(value_int("99999999999", 0, INT32_MAX, &n));
    CU_ASSERT(value_offset("+0100", &n) && n == 3600);
    CU_ASSERT(value_offset("-013000", &n) && n == -5400);
    CU_ASSERT(value_offset("+011212", &n) && n == 4332);
    CU_ASSERT_FALSE(value_offset("0100", &n));
    CU_ASSERT_FALSE(value_offset("+100", &n));
    CU_ASSERT_FALSE(value_offset("+2400", &n));
    CU_ASSERT_FALSE(value_offset("+01000", &n));
}

static void texts_lose_their_escapes_and_nothing_else(void)
{
    CU_ASSERT_STRING_EQUAL(value_text(arena, "a\\nb\\Nc\\, \\; \\\\ \\x\\"),
                           "a\nb\nc, ; \\ \\x\\");
    CU_ASSERT_STRING_EQUAL(value_text(arena, " blanks stay "), " blanks stay ");
}

static void lists_are_cut_at_bare_commas(void)
{
    const char *rest = "a,b\\,c,,d";

    CU_ASSERT_STRING_EQUAL(value_item(arena, &rest), "a");
    CU_ASSERT_STRING_EQUAL(value_item(arena, &rest), "b\\,c");
    CU_ASSERT_STRING_EQUAL(value_item(arena, &rest), "");
    CU_ASSERT_STRING_EQUAL(value_item(arena, &rest), "d");
    CU_ASSERT_PTR_NULL(rest);
}

/* The value of a line, or NULL, and of its TZID. */
static const char *scanned(const char *line, const char **tzid)
{
    struct property p;

    if (!property_scan(arena, line, &p))
        return NULL;
    *tzid = property_parameter(arena, &p, "TZID");
    return p.value;
}

static void lines_have_a_name_parameters_and_a_value(void)
{
    static const struct {
        const char *line, *value, *tzid;
    } LINES[] = {
        {"DTSTART:1", "1", NULL},
        {"dtstart;tzid=A/B:1", "1", "A/B"},
        {"DTSTART;X=\"a:b;c\";TZID=\"A;B\":1:2", "1:2", "A;B"},
        {"DTSTART ; TZID = A : 1", " 1", "A"},
        {"DTSTART;XTZID=B;TZID=A^n^'^^^x:1", "1", "A\n\"^^x"},
        {"DTSTART;TZID=(UTC+01:00) Bern, Rome:1", "1", "(UTC+01:00) Bern, Rome"},
        {"DTSTART;TZID=tzone://Microsoft/Utc:1", "1", "tzone://Microsoft/Utc"},
        {"DTSTART;TZID=(open:1", "1", "(open"},
        {"DTSTART;TZID=:1", "1", ""},
        {"DTSTART;TZID:1", "1", NULL},
        {"X-A://b", "//b", NULL},
        {"DTSTART", NULL, NULL},
        {"DTSTART;TZID=A", NULL, NULL},
        {"DTSTART;TZID=\"A:1", NULL, NULL},
        {":1", NULL, NULL},
        {"", NULL, NULL}};
    const char *value, *tzid;

    for (size_t i = 0; i < sizeof LINES / sizeof *LINES; i++) {
        tzid = NULL;
        value = scanned(LINES[i].line, &tzid);
        CU_ASSERT_EQUAL(!value, !LINES[i].value);
        CU_ASSERT_EQUAL(!tzid, !LINES[i].tzid);
        CU_ASSERT(!value || !LINES[i].value || strcmp(value, LINES[i].value) == 0);
        CU_ASSERT(!tzid || !LINES[i].tzid || strcmp(tzid, LINES[i].tzid) == 0);
    }
}

static void names_are_known_whole_and_in_any_case(void)
{
    CU_ASSERT_EQUAL(property_of_line("Recurrence-Id;X=1:2"), PROPERTY_RECURRENCE_ID);
    CU_ASSERT_EQUAL(property_of_line("DTSTART 2026"), PROPERTY_DTSTART);
    CU_ASSERT_EQUAL(property_of_line("DTSTARTS:1"), PROPERTY_OTHER);
    CU_ASSERT_EQUAL(property_of_line("DT:1"), PROPERTY_OTHER);
    CU_ASSERT_EQUAL(property_of_line(" DTSTART:1"), PROPERTY_NONE);
}

void ical_value_suite(void)
{
    CU_pSuite s = CU_add_suite("ical_value", open_arena, close_arena);

    CU_add_test(s, "a time is wholly a time or none", a_time_is_wholly_a_time_or_none);
    CU_add_test(s, "durations keep days and hours apart",
                durations_keep_days_and_hours_apart);
    CU_add_test(s, "numbers and offsets are whole", numbers_and_offsets_are_whole);
    CU_add_test(s, "texts lose their escapes and nothing else",
                texts_lose_their_escapes_and_nothing_else);
    CU_add_test(s, "lists are cut at bare commas", lists_are_cut_at_bare_commas);
    CU_add_test(s, "lines have a name, parameters and a value",
                lines_have_a_name_parameters_and_a_value);
    CU_add_test(s, "names are known whole and in any case",
                names_are_known_whole_and_in_any_case);
}
