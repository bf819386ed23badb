#include "season.h"

/* 2026-W48 and W49 with W47 before them; W49 begins in November and is December's. */
static void begin(struct season *s)
{
    season_begin(s, 47, 3);
    int eva = season_escort(s, "eva", EMPLOYED_HOURLY, NONE);
    int anna = season_client(s, "anna");
    season_decision(s, season_granted(anna, PER_MONTH, 600));
    season_visit(s, 2, anna, 60, eva);
    season_visit(s, 7 + 2, anna, 120, eva);
    season_visit(s, 7 + 3, anna, 60, NONE);
    season_visit(s, 14, anna, 45, eva); /* Monday, 30 November */
}

static void a_report_counts_the_weeks_of_its_period(void)
{
    static const struct breach WARNINGS[] = {{.rule = RULE_NOTICE, .amount = 2},
                                             {.rule = RULE_PACE, .amount = 30},
                                             {.rule = RULE_PACE, .amount = 15}};
    static const struct verdict WARNED = {
        .n_breaches = 2, .breaches = WARNINGS, .n_warnings = 3, .warnings = WARNINGS};
    struct season s;
    begin(&s);
    season_measured(&s, PERIOD_WEEK, "2026-W48");
    for (int k = 0; k < 3; k++)
        s.results[k].verdict = &WARNED;
    const struct report *r = report_make(s.arena, &s.m);
    CU_ASSERT_PTR_EQUAL(r->measured, &s.m);
    CU_ASSERT_EQUAL(r->n_in, 1);
    CU_ASSERT_EQUAL(r->n_requests, 2);
    CU_ASSERT_EQUAL(r->n_served, 1);
    CU_ASSERT_EQUAL(r->n_breaches, 2);
    CU_ASSERT_EQUAL(r->warnings[RULE_NOTICE], 2);
    CU_ASSERT_EQUAL(r->warnings[RULE_PACE], 45);
    CU_ASSERT_EQUAL(r->warnings[RULE_GUIDELINE], 0);
    SAME_RATIO(r->kpi[KPI_SERVED], 120, 180);
    season_end(&s);
}

/* 347.20 kr with 45 % and with 39.1 % on it, and 42 kr for planning; twice in November,
 * where the other visit is half as long. */
static void a_report_adds_up_the_cost_of_its_weeks(void)
{
    struct season s;
    begin(&s);
    season_measured(&s, PERIOD_MONTH, "2026-11");
    const struct report *r = report_make(s.arena, &s.m);
    CU_ASSERT_EQUAL(r->n_in, 2);
    CU_ASSERT_EQUAL(r->cost.total, 50344 + 25172 + 2 * 4200);
    CU_ASSERT_EQUAL(r->cost_marginal.total, 34720 + 13576 + 17360 + 6788 + 2 * 4200);
    CU_ASSERT_EQUAL(r->cost.delivered_minutes, 180);
    season_end(&s);
}

/* Though W49 is December's week, its Monday is November's day. */
static void the_ledger_of_a_report_goes_by_the_day(void)
{
    struct season s;
    begin(&s);
    season_measured(&s, PERIOD_MONTH, "2026-11");
    const struct report *r = report_make(s.arena, &s.m);
    CU_ASSERT_EQUAL_FATAL(r->n_ledger, 1);
    CU_ASSERT_EQUAL(r->ledger[0].delivered, 60 + 120 + 45);
    CU_ASSERT_EQUAL(r->ledger[0].left, 600 - 225);
    CU_ASSERT_EQUAL(r->n_clock, 0);
    CU_ASSERT_PTR_NOT_NULL_FATAL(r->equity);
    CU_ASSERT(r->equity->cells[0].suppressed); /* one client */
    season_end(&s);
}

static void a_period_without_rosters_is_told_as_empty(void)
{
    struct season s;
    begin(&s);
    season_measured(&s, PERIOD_WEEK, "2026-W50");
    const struct report *r = report_make(s.arena, &s.m);
    CU_ASSERT_EQUAL(r->n_in, 0);
    CU_ASSERT_EQUAL(r->n_requests, 0);
    CU_ASSERT_EQUAL(r->cost.total, 0);
    SAME_RATIO(r->kpi[KPI_SERVED], 0, 0);
    SAME_RATIO(r->kpi[KPI_REST], 0, 0);
    SAME_RATIO(r->kpi[KPI_PENSION], 0, 0);
    season_end(&s);
}

void measured_suite(void)
{
    CU_pSuite s = CU_add_suite("measured", NULL, NULL);
    CU_add_test(s, "a report counts the weeks of its period",
                a_report_counts_the_weeks_of_its_period);
    CU_add_test(s, "a report adds up the cost of its weeks",
                a_report_adds_up_the_cost_of_its_weeks);
    CU_add_test(s, "the ledger of a report goes by the day",
                the_ledger_of_a_report_goes_by_the_day);
    CU_add_test(s, "a period without rosters is told as empty",
                a_period_without_rosters_is_told_as_empty);
}
