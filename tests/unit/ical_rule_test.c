/* Examples of RFC 5545, 3.8.5.3, in order. Many more rules are held against dateutil by
 * tests/ical. */
#include "adapters/ical/ical_rule.h"
#include "base/text.h"
#include "ledsaga/week.h"

#include <CUnit/CUnit.h>
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

/* Up to seven starts of a rule from a day on, "0902 0903 ..."; a reason where there is none. */
static const char *starts(const char *start, const char *rule, const char *from)
{
    struct clock_value begin, first;
    struct rule_walk walk;
    struct ical_rule r;
    struct text t = text_new(arena);
    const char *why;
    int64_t clock;
    int n = 0;

    CU_ASSERT(value_time(start, &begin) && value_time(from, &first));
    why = rule_scan(arena, rule, &begin, &r);
    if (why)
        return why;
    rule_walk_begin(&walk, &r, &begin, first.clock, begin.clock + INT64_C(86400) * 3000);
    while (n < 7 && rule_walk_next(&walk, &clock) && !rule_ended(&r, clock, clock)) {
        int year, month, mday;

        if (clock < first.clock)
            continue;
        date_of_days(clock / 86400, &year, &month, &mday);
        text_print(&t, "%s%02d%02d", n++ ? " " : "", month, mday);
    }
    return text_done(&t);
}

static void examples_of_the_standard(void)
{
    static const struct {
        const char *start, *rule, *starts;
    } CASES[] = {
        {"19970902T090000", "FREQ=DAILY;COUNT=3", "0902 0903 0904"},
        {"19970902T090000", "FREQ=DAILY;INTERVAL=10;COUNT=5", "0902 0912 0922 1002 1012"},
        {"19970902T090000", "FREQ=WEEKLY;COUNT=3", "0902 0909 0916"},
        {"19970902T090000", "FREQ=WEEKLY;INTERVAL=2;UNTIL=19971007;WKST=SU;BYDAY=TU,TH",
         "0902 0904 0916 0918 0930 1002"},
        {"19970905T090000", "FREQ=MONTHLY;COUNT=4;BYDAY=1FR", "0905 1003 1107 1205"},
        {"19970907T090000", "FREQ=MONTHLY;INTERVAL=2;COUNT=5;BYDAY=1SU,-1SU",
         "0907 0928 1102 1130 0104"},
        {"19970922T090000", "FREQ=MONTHLY;COUNT=3;BYDAY=-2MO", "0922 1020 1117"},
        {"19970928T090000", "FREQ=MONTHLY;BYMONTHDAY=-3;COUNT=3", "0928 1029 1128"},
        {"19970930T090000", "FREQ=MONTHLY;COUNT=5;BYMONTHDAY=1,-1",
         "0930 1001 1031 1101 1130"},
        {"19970902T090000", "FREQ=MONTHLY;INTERVAL=2;BYDAY=TU;COUNT=7",
         "0902 0909 0916 0923 0930 1104 1111"},
        {"19970610T090000", "FREQ=YEARLY;COUNT=4;BYMONTH=6,7", "0610 0710 0610 0710"},
        {"19970519T090000", "FREQ=YEARLY;BYDAY=20MO;COUNT=3", "0519 0518 0517"},
        {"19970313T090000", "FREQ=YEARLY;BYMONTH=3;BYDAY=TH;COUNT=4", "0313 0320 0327 0305"},
        {"19970902T090000", "FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13;COUNT=3", "0902 0213 0313"},
        {"19961105T090000",
         "FREQ=YEARLY;INTERVAL=4;BYMONTH=11;BYDAY=TU;BYMONTHDAY=2,3,4,5,6,7,8;COUNT=2",
         "1105 1107"},
        {"19970904T090000", "FREQ=MONTHLY;COUNT=3;BYDAY=TU,WE,TH;BYSETPOS=3",
         "0904 1007 1106"},
        {"19970929T090000", "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-2;COUNT=3",
         "0929 1030 1127"},
        {"19970805T090000", "FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=MO",
         "0805 0810 0819 0824"},
        {"19970805T090000", "FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=SU",
         "0805 0817 0819 0831"},
        {"20070115T090000", "FREQ=MONTHLY;BYMONTHDAY=15,30;COUNT=5",
         "0115 0130 0215 0315 0330"}};

    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++)
        CU_ASSERT_STRING_EQUAL(starts(CASES[i].start, CASES[i].rule, CASES[i].start),
                               CASES[i].starts);
}

static void what_is_left_out_before_changes_nothing_after(void)
{
    static const char *const RULES[] = {
        "FREQ=DAILY;INTERVAL=3",           "FREQ=DAILY;INTERVAL=5;BYDAY=MO,TU",
        "FREQ=WEEKLY;INTERVAL=3;WKST=SU",  "FREQ=WEEKLY;INTERVAL=2;BYDAY=SU,MO;WKST=WE",
        "FREQ=MONTHLY;INTERVAL=5",         "FREQ=MONTHLY;INTERVAL=7;BYDAY=-1FR",
        "FREQ=YEARLY;INTERVAL=2;BYDAY=MO", "FREQ=YEARLY;BYMONTHDAY=29;BYMONTH=2"};

    for (size_t i = 0; i < sizeof RULES / sizeof *RULES; i++) {
        /* With a COUNT nothing can be left out. */
        const char *all = arena_print(arena, "%s;COUNT=10000", RULES[i]);

        CU_ASSERT_STRING_EQUAL(starts("20200131T090000", RULES[i], "20240501"),
                               starts("20200131T090000", all, "20240501"));
    }
}

static void the_start_is_the_first_and_counted(void)
{
    CU_ASSERT_STRING_EQUAL(
        starts("20260303T090000", "FREQ=WEEKLY;BYDAY=MO;COUNT=3", "20260301"),
        "0303 0309 0316");
}

static void until_is_a_day_a_clock_time_or_an_instant(void)
{
    struct ical_rule r = {.ends = true};
    const int64_t day = date_days(2026, 3, 4) * 86400;

    r.until = (struct clock_value){.clock = day, .date = true};
    CU_ASSERT_FALSE(rule_ended(&r, day + 86399, day + 90000));
    CU_ASSERT_TRUE(rule_ended(&r, day + 86400, day));
    r.until = (struct clock_value){.clock = day};
    CU_ASSERT_FALSE(rule_ended(&r, day, day + 3600));
    CU_ASSERT_TRUE(rule_ended(&r, day + 1, day - 3600));
    r.until.utc = true;
    CU_ASSERT_FALSE(rule_ended(&r, day + 3600, day));
    CU_ASSERT_TRUE(rule_ended(&r, day - 3600, day + 1));
}

void ical_rule_suite(void)
{
    CU_pSuite s = CU_add_suite("ical_rule", open_arena, close_arena);

    CU_add_test(s, "examples of the standard", examples_of_the_standard);
    CU_add_test(s, "what is left out before changes nothing after",
                what_is_left_out_before_changes_nothing_after);
    CU_add_test(s, "the start is the first, and counted", the_start_is_the_first_and_counted);
    CU_add_test(s, "UNTIL is a day, a clock time or an instant",
                until_is_a_day_a_clock_time_or_an_instant);
}
