#include "ledsaga/measure.h"

#include <CUnit/CUnit.h>

static void expect_period(const struct period *p, const char *name, int64_t from,
                          int64_t to)
{
    CU_ASSERT_STRING_EQUAL(p->name, name);
    CU_ASSERT_EQUAL(p->from_day, from);
    CU_ASSERT_EQUAL(p->to_day, to);
}

static void each_kind_is_read_in_its_own_form(void)
{
    struct period p;
    CU_ASSERT_FATAL(period_parse(PERIOD_WEEK, "2026-W48", &p));
    CU_ASSERT_EQUAL(p.kind, PERIOD_WEEK);
    expect_period(&p, "2026-W48", date_days(2026, 11, 23), date_days(2026, 11, 29));
    CU_ASSERT_FATAL(period_parse(PERIOD_MONTH, "2028-02", &p));
    CU_ASSERT_EQUAL(p.kind, PERIOD_MONTH);
    expect_period(&p, "2028-02", date_days(2028, 2, 1), date_days(2028, 2, 29));
    CU_ASSERT_FATAL(period_parse(PERIOD_QUARTER, "2026-Q4", &p));
    CU_ASSERT_EQUAL(p.kind, PERIOD_QUARTER);
    expect_period(&p, "2026-Q4", date_days(2026, 10, 1), date_days(2026, 12, 31));
    CU_ASSERT_FATAL(period_parse(PERIOD_QUARTER, "2026-Q1", &p));
    expect_period(&p, "2026-Q1", date_days(2026, 1, 1), date_days(2026, 3, 31));
}

static void other_forms_are_refused(void)
{
    static const struct {
        enum period_kind kind;
        const char *text;
    } WRONG[] = {
        {PERIOD_WEEK, "2026-11"},     {PERIOD_WEEK, "2025-W53"},    {PERIOD_WEEK, ""},
        {PERIOD_MONTH, "2026-13"},    {PERIOD_MONTH, "2026-00"},    {PERIOD_MONTH, "2026-Q1"},
        {PERIOD_MONTH, "2026-1"},     {PERIOD_MONTH, "2026-011"},   {PERIOD_MONTH, "26-11-01"},
        {PERIOD_QUARTER, "2026-Q0"},  {PERIOD_QUARTER, "2026-Q5"},  {PERIOD_QUARTER, "2026-q4"},
        {PERIOD_QUARTER, "2026-Q10"}, {PERIOD_QUARTER, "2026-W48"}, {PERIOD_QUARTER, "x026-Q1"},
    };
    for (size_t i = 0; i < sizeof WRONG / sizeof *WRONG; i++) {
        struct period p = {.from_day = 7};
        CU_ASSERT_FALSE(period_parse(WRONG[i].kind, WRONG[i].text, &p));
        CU_ASSERT_EQUAL(p.from_day, 7);
    }
}

/* 2026-W49 has its Monday in November; 2026-W53 and its Thursday end the year. */
static void a_week_belongs_to_the_month_that_holds_its_thursday(void)
{
    struct period p = period_of_week(PERIOD_MONTH, 2026, 49);
    CU_ASSERT_STRING_EQUAL(p.name, "2026-12");
    CU_ASSERT(period_holds_week(&p, 2026, 49));
    CU_ASSERT(period_holds_week(&p, 2026, 53));
    CU_ASSERT_FALSE(period_holds_week(&p, 2026, 48));
    CU_ASSERT_FALSE(period_holds_week(&p, 2027, 1));
    p = period_of_week(PERIOD_QUARTER, 2026, 53);
    CU_ASSERT_STRING_EQUAL(p.name, "2026-Q4");
    p = period_of_week(PERIOD_QUARTER, 2027, 1);
    CU_ASSERT_STRING_EQUAL(p.name, "2027-Q1");
}

static void a_week_is_named_by_the_year_of_its_thursday(void)
{
    struct period p = period_of_week(PERIOD_WEEK, 2026, 1);
    expect_period(&p, "2026-W01", date_days(2025, 12, 29), date_days(2026, 1, 4));
    CU_ASSERT(period_holds_week(&p, 2026, 1));
    CU_ASSERT_FALSE(period_holds_week(&p, 2026, 2));
    p = period_of_week(PERIOD_WEEK, 2020, 53);
    expect_period(&p, "2020-W53", date_days(2020, 12, 28), date_days(2021, 1, 3));
}

void period_suite(void)
{
    CU_pSuite s = CU_add_suite("period", NULL, NULL);
    CU_add_test(s, "each kind is read in its own form", each_kind_is_read_in_its_own_form);
    CU_add_test(s, "other forms are refused", other_forms_are_refused);
    CU_add_test(s, "a week belongs to the month that holds its Thursday",
                a_week_belongs_to_the_month_that_holds_its_thursday);
    CU_add_test(s, "a week is named by the year of its Thursday",
                a_week_is_named_by_the_year_of_its_thursday);
}
