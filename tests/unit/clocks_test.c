#include "season.h"

#include <string.h>

/* A client with one decision that was decided on a day of 2026. */
static struct decision decided(struct season *s, const char *id, int month, int mday)
{
    struct decision d = season_granted(season_client(s, id), PER_MONTH, 600);
    d.decided_day = date_days(2026, month, mday);
    return d;
}

static const struct clock_row *only_clock(struct season *s, int year, int month, int mday)
{
    const struct clock_row *rows;
    s->m.as_of = date_days(year, month, mday);
    CU_ASSERT_EQUAL_FATAL(clock_rows(s->arena, &s->m, &rows), 1);
    return rows;
}

static void expect_no_clock(struct season *s, int year, int month, int mday)
{
    const struct clock_row *rows;
    s->m.as_of = date_days(year, month, mday);
    CU_ASSERT_EQUAL(clock_rows(s->arena, &s->m, &rows), 0);
}

/* Decided on 30 August: 29 October is the 60th day, 13 November the 75th, 28 November
 * the 90th; three months later is 30 November, and the day after is too late. */
static void a_clock_warns_at_60_75_and_90_days_and_reports_after_three_months(void)
{
    static const struct {
        int month, mday, days;
        enum clock_level level;
    } STEPS[] = {
        {10, 28, 59, CLOCK_RUNNING}, {10, 29, 60, CLOCK_60}, {11, 12, 74, CLOCK_60},
        {11, 13, 75, CLOCK_75},      {11, 27, 89, CLOCK_75}, {11, 28, 90, CLOCK_90},
        {11, 30, 92, CLOCK_90},      {12, 1, 93, CLOCK_REPORT},
    };
    struct season s;
    season_begin(&s, 40, 1);
    struct decision d = decided(&s, "anna", 8, 30);
    d.delay = "no escort yet";
    season_decision(&s, d);
    season_measured(&s, PERIOD_QUARTER, "2026-Q4");
    for (size_t i = 0; i < sizeof STEPS / sizeof *STEPS; i++) {
        const struct clock_row *row = only_clock(&s, 2026, STEPS[i].month, STEPS[i].mday);
        CU_ASSERT_EQUAL(row->days, STEPS[i].days);
        CU_ASSERT_EQUAL(row->level, STEPS[i].level);
        CU_ASSERT_EQUAL(row->since_day, d.decided_day);
        CU_ASSERT_EQUAL(row->ended_day, 0);
        CU_ASSERT_FALSE(row->interrupted);
        CU_ASSERT_STRING_EQUAL(row->delay, "no escort yet");
    }
    season_end(&s);
}

/* From 30 November to 28 February are 90 days and three months; 1 March is too late. */
static void three_months_end_with_a_short_february(void)
{
    struct season s;
    season_begin(&s, 49, 1);
    season_decision(&s, decided(&s, "anna", 11, 30));
    season_measured(&s, PERIOD_WEEK, "2026-W49");
    CU_ASSERT_EQUAL(only_clock(&s, 2027, 2, 28)->level, CLOCK_90);
    CU_ASSERT_EQUAL(only_clock(&s, 2027, 3, 1)->level, CLOCK_REPORT);
    season_end(&s);
}

/* Three months from 1 February are 89 days: too late before the 91st day. */
static void three_months_may_be_less_than_ninety_days(void)
{
    struct season s;
    season_begin(&s, 18, 1);
    season_decision(&s, decided(&s, "anna", 2, 1));
    season_measured(&s, PERIOD_WEEK, "2026-W18");
    CU_ASSERT_EQUAL(only_clock(&s, 2026, 5, 1)->level, CLOCK_75);
    CU_ASSERT_EQUAL(only_clock(&s, 2026, 5, 2)->level, CLOCK_REPORT);
    CU_ASSERT_EQUAL(only_clock(&s, 2026, 5, 2)->days, 90);
    season_end(&s);
}

static void only_lss_and_assessed_sol_have_a_clock(void)
{
    static const enum legal_basis BASES[] = {SOL_11_5, SOL_11_4, SOL_11_1, LSS_9_3};
    static const char *const IDS[] = {"a", "b", "c", "d"};
    const struct clock_row *rows;
    struct season s;
    season_begin(&s, 48, 1);
    for (int i = 0; i < 4; i++) {
        struct decision d = decided(&s, IDS[i], 9, 1);
        d.basis = BASES[i];
        d.interrupted_day = date_days(2026, 10, 1);
        d.executed_day = date_days(2026, 9, 20); /* before the week */
        season_decision(&s, d);
    }
    season_measured(&s, PERIOD_WEEK, "2026-W48");
    s.m.as_of = date_days(2026, 11, 23);
    CU_ASSERT_EQUAL_FATAL(clock_rows(s.arena, &s.m, &rows), 2);
    CU_ASSERT_EQUAL(rows[0].decision, 2);
    CU_ASSERT_EQUAL(rows[1].decision, 3);
    season_end(&s);
}

static void the_first_visit_stops_the_clock_once_it_has_been(void)
{
    struct season s;
    season_begin(&s, 47, 2);
    season_escort(&s, "eva", EMPLOYED_MONTHLY, NONE);
    season_decision(&s, decided(&s, "anna", 11, 1));
    season_visit(&s, season_day(&s, 11, 25), 0, 60, 0);
    season_visit(&s, season_day(&s, 11, 27), 0, 60, 0);
    season_measured(&s, PERIOD_WEEK, "2026-W48");
    const struct clock_row *row = only_clock(&s, 2026, 11, 25); /* still only planned */
    CU_ASSERT_EQUAL(row->ended_day, 0);
    CU_ASSERT_EQUAL(row->days, 24);
    row = only_clock(&s, 2026, 11, 26);
    CU_ASSERT_EQUAL(row->ended_day, date_days(2026, 11, 25));
    CU_ASSERT_EQUAL(row->days, 24);
    CU_ASSERT(period_parse(PERIOD_WEEK, "2026-W49", &s.m.period));
    expect_no_clock(&s, 2026, 11, 30); /* it ended before the period */
    season_end(&s);
}

static void the_day_that_is_told_goes_before_the_visits(void)
{
    struct season s;
    season_begin(&s, 48, 1);
    season_escort(&s, "eva", EMPLOYED_MONTHLY, NONE);
    struct decision d = decided(&s, "anna", 11, 1);
    d.executed_day = date_days(2026, 11, 24);
    season_decision(&s, d);
    season_visit(&s, 4, 0, 60, 0);
    season_measured(&s, PERIOD_WEEK, "2026-W48");
    CU_ASSERT_EQUAL(only_clock(&s, 2026, 11, 29)->ended_day, date_days(2026, 11, 24));
    CU_ASSERT_EQUAL(only_clock(&s, 2026, 11, 23)->ended_day, 0);
    season_end(&s);
}

static void an_interruption_starts_a_clock_of_its_own(void)
{
    struct season s;
    season_begin(&s, 47, 2);
    season_escort(&s, "eva", EMPLOYED_MONTHLY, NONE);
    struct decision d = decided(&s, "anna", 1, 1);
    d.executed_day = date_days(2026, 1, 10);
    d.interrupted_day = date_days(2026, 11, 17);
    season_decision(&s, d);
    season_visit(&s, season_day(&s, 11, 17), 0, 60, 0); /* the last one before */
    season_visit(&s, season_day(&s, 11, 26), 0, 60, 0);
    season_measured(&s, PERIOD_WEEK, "2026-W48");
    const struct clock_row *row = only_clock(&s, 2026, 11, 25);
    CU_ASSERT(row->interrupted);
    CU_ASSERT_EQUAL(row->since_day, d.interrupted_day);
    CU_ASSERT_EQUAL(row->ended_day, 0);
    CU_ASSERT_EQUAL(row->days, 8);
    CU_ASSERT_EQUAL(only_clock(&s, 2026, 11, 29)->ended_day, date_days(2026, 11, 26));
    season_end(&s);
}

static void what_was_resumed_or_begun_unseen_waits_no_more(void)
{
    struct season s;
    season_begin(&s, 48, 1);
    struct decision d = decided(&s, "anna", 1, 1);
    d.interrupted_day = date_days(2026, 9, 1); /* so it had begun, though no day is told */
    d.resumed_day = date_days(2026, 11, 20);
    season_decision(&s, d);
    season_measured(&s, PERIOD_WEEK, "2026-W48");
    expect_no_clock(&s, 2026, 11, 29);
    season_end(&s);
}

static void a_clock_stops_where_the_decision_ends(void)
{
    struct season s;
    season_begin(&s, 48, 2);
    struct decision d = decided(&s, "anna", 11, 1);
    d.to_day = date_days(2026, 11, 24);
    season_decision(&s, d);
    season_measured(&s, PERIOD_WEEK, "2026-W48");
    CU_ASSERT_EQUAL(only_clock(&s, 2026, 12, 6)->days, 23);
    CU_ASSERT(period_parse(PERIOD_WEEK, "2026-W49", &s.m.period));
    expect_no_clock(&s, 2026, 12, 6);
    season_end(&s);
}

static void the_longest_wait_comes_first(void)
{
    const struct clock_row *rows;
    struct season s;
    season_begin(&s, 48, 1);
    season_decision(&s, decided(&s, "anna", 11, 1));
    season_decision(&s, decided(&s, "bo", 10, 1));
    season_decision(&s, decided(&s, "cai", 11, 1));
    season_decision(&s, decided(&s, "dan", 11, 24)); /* not decided yet */
    season_measured(&s, PERIOD_WEEK, "2026-W48");
    s.m.as_of = date_days(2026, 11, 23);
    CU_ASSERT_EQUAL_FATAL(clock_rows(s.arena, &s.m, &rows), 3);
    CU_ASSERT_EQUAL(rows[0].client, 1);
    CU_ASSERT_EQUAL(rows[1].client, 0);
    CU_ASSERT_EQUAL(rows[2].client, 2);
    season_end(&s);
}

void clocks_suite(void)
{
    CU_pSuite s = CU_add_suite("clocks", NULL, NULL);
    CU_add_test(s, "a clock warns at 60, 75 and 90 days and reports after three months",
                a_clock_warns_at_60_75_and_90_days_and_reports_after_three_months);
    CU_add_test(s, "three months end with a short February",
                three_months_end_with_a_short_february);
    CU_add_test(s, "three months may be less than ninety days",
                three_months_may_be_less_than_ninety_days);
    CU_add_test(s, "only LSS and assessed SoL have a clock",
                only_lss_and_assessed_sol_have_a_clock);
    CU_add_test(s, "the first visit stops the clock once it has been",
                the_first_visit_stops_the_clock_once_it_has_been);
    CU_add_test(s, "the day that is told goes before the visits",
                the_day_that_is_told_goes_before_the_visits);
    CU_add_test(s, "an interruption starts a clock of its own",
                an_interruption_starts_a_clock_of_its_own);
    CU_add_test(s, "what was resumed or begun unseen waits no more",
                what_was_resumed_or_begun_unseen_waits_no_more);
    CU_add_test(s, "a clock stops where the decision ends",
                a_clock_stops_where_the_decision_ends);
    CU_add_test(s, "the longest wait comes first", the_longest_wait_comes_first);
}
