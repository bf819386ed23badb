/* What the weeks before say of this one. */
#include "small_unit.h"

static void the_latest_meeting_tells_how_recent_a_face_is(void)
{
    struct small_unit u;
    const struct problem *p;

    small_begin(&u, 2026, 48);
    problem_add_meeting(u.b, u.anna, u.eva, 84);
    problem_add_meeting(u.b, u.anna, u.eva, 15);
    problem_add_meeting(u.b, u.anna, u.eva, 200);
    problem_add_meeting(u.b, u.anna, u.fred, 14);
    problem_add_meeting(u.b, u.bo, u.fred, 85);
    problem_add_history(u.b, u.bo, u.eva, 3);
    problem_add_meeting(u.b, NONE, u.eva, 1);
    p = small_freeze(&u);
    CU_ASSERT_EQUAL(pair_recency(p, u.anna, u.eva), WITHIN_84);
    CU_ASSERT_EQUAL(pair_recency(p, u.anna, u.fred), WITHIN_14);
    CU_ASSERT_EQUAL(pair_recency(p, u.bo, u.fred), LONGER_AGO);
    /* Nobody told when, and no rosters say that it was long ago. */
    CU_ASSERT_EQUAL(pair_recency(p, u.bo, u.eva), WITHIN_14);
    arena_free(u.arena);
}

/* Monday of 2026-W48 is 23 November. */
static void a_pair_in_no_roster_met_before_the_rosters(void)
{
    static const struct {
        int days_covered;
        enum recency expected;
    } CASES[] = {{13, WITHIN_14},  {14, WITHIN_84},  {83, WITHIN_84},
                 {84, LONGER_AGO}, {400, LONGER_AGO}};

    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        struct small_unit u;
        const struct problem *p;

        small_begin(&u, 2026, 48);
        problem_set_covered(u.b, day_of(2026, 11, 23) - CASES[i].days_covered);
        problem_add_history(u.b, u.bo, u.eva, 3);
        p = small_freeze(&u);
        CU_ASSERT_EQUAL(pair_recency(p, u.bo, u.eva), CASES[i].expected);
        CU_ASSERT_EQUAL(pair_recency(p, u.anna, u.eva), WITHIN_14);
        arena_free(u.arena);
    }
}

/* Monday of 2026-W49 is the last day of November. */
static void minutes_of_a_pair_are_kept_by_month(void)
{
    struct small_unit u;
    const struct problem *p;
    const struct met *met;

    small_begin(&u, 2026, 49);
    problem_add_pair_minutes(u.b, u.bo, u.eva, day_of(2026, 10, 31), 1000);
    problem_add_pair_minutes(u.b, u.bo, u.eva, day_of(2026, 11, 1), 120);
    problem_add_pair_minutes(u.b, u.bo, u.eva, day_of(2026, 11, 29), 60);
    problem_add_pair_minutes(u.b, u.bo, u.eva, day_of(2026, 12, 7), 45);
    problem_add_pair_minutes(u.b, u.bo, u.eva, day_of(2027, 1, 1), 1000);
    problem_add_meeting(u.b, u.bo, u.eva, 85);
    problem_add_meeting(u.b, u.anna, u.eva, 84);
    p = small_freeze(&u);
    CU_ASSERT_EQUAL(p->month_border, DAY);
    CU_ASSERT_EQUAL_FATAL(p->escorts[u.eva].n_met, 2);
    CU_ASSERT_EQUAL(p->escorts[u.eva].met[0].client, u.anna);
    met = escort_met(&p->escorts[u.eva], u.bo);
    CU_ASSERT_PTR_NOT_NULL_FATAL(met);
    CU_ASSERT_EQUAL(met->month_minutes[0], 180);
    CU_ASSERT_EQUAL(met->month_minutes[1], 45);
    CU_ASSERT_FALSE(met->lately);
    CU_ASSERT(escort_met(&p->escorts[u.eva], u.anna)->lately);
    CU_ASSERT_PTR_NULL(escort_met(&p->escorts[u.fred], u.anna));
    arena_free(u.arena);
}

static int border_of(int iso_year, int iso_week)
{
    struct small_unit u;
    int border;

    small_begin(&u, iso_year, iso_week);
    border = small_freeze(&u)->month_border;
    arena_free(u.arena);
    return border;
}

static void a_month_begins_inside_a_week_or_not(void)
{
    CU_ASSERT_EQUAL(border_of(2026, 48), 7 * DAY);
    /* Monday 1 June. */
    CU_ASSERT_EQUAL(border_of(2026, 23), 7 * DAY);
    /* Sunday 1 November 2026. */
    CU_ASSERT_EQUAL(border_of(2026, 44), 6 * DAY);
    CU_ASSERT_EQUAL(border_of(2026, 53), 4 * DAY);
    /* Sunday 25 October is an hour longer and not the first. */
    CU_ASSERT_EQUAL(border_of(2026, 43), 7 * DAY + HOUR);
}

static void evenings_are_compared_between_employees(void)
{
    struct small_unit u;
    const struct problem *p;
    struct escort_past past = {.known = 3, .minutes = {600, 700},
                               .evenings = 5};
    int ida, cleo;

    small_begin(&u, 2026, 48);
    ida = small_escort(&u, "ida");
    cleo = problem_add_escort(u.b, "cleo",
                              &(struct escort){.id = "cleo",
                                               .home = NONE,
                                               .engagement = CONTRACTOR,
                                               .contract_minutes = NONE,
                                               .max_minutes = NONE,
                                               .past = {.evenings = 9}});
    problem_escort_past(u.b, u.eva, &past);
    past.evenings = 3;
    problem_escort_past(u.b, ida, &past);
    past.evenings = 100;
    problem_escort_past(u.b, cleo, &past);
    problem_escort_past(u.b, NONE, &past);
    p = small_freeze(&u);
    /* (5 + 3 + 0) / 3 */
    CU_ASSERT_EQUAL(p->evenings_mean, 2);
    CU_ASSERT_EQUAL(p->escorts[u.eva].past.minutes[1], 700);
    CU_ASSERT_EQUAL(p->escorts[u.fred].past.known, 0);
    CU_ASSERT_EQUAL(p->escorts[cleo].past.evenings, 100);
    arena_free(u.arena);
}

static void shortage_and_series_are_remembered(void)
{
    struct small_unit u;
    struct request r;
    const struct problem *p;

    small_begin(&u, 2026, 48);
    problem_client_short(u.b, u.bo, 150);
    r = small_request(&u, "r", u.anna);
    small_add(&u, &r);
    r.id = "s";
    small_add(&u, &r);
    problem_request_series(u.b, 1, u.fred);
    problem_request_series(u.b, 0, NONE);
    p = small_freeze(&u);
    CU_ASSERT_EQUAL(p->clients[u.bo].short_before, 150);
    CU_ASSERT_EQUAL(p->clients[u.anna].short_before, 0);
    CU_ASSERT_EQUAL(p->requests[0].series_escort, NONE);
    CU_ASSERT_EQUAL(p->requests[1].series_escort, u.fred);
    arena_free(u.arena);
}

void past_suite(void)
{
    CU_pSuite s = CU_add_suite("past", NULL, NULL);

    CU_add_test(s, "the latest meeting tells how recent a face is",
                the_latest_meeting_tells_how_recent_a_face_is);
    CU_add_test(s, "a pair in no roster met before the rosters begin",
                a_pair_in_no_roster_met_before_the_rosters);
    CU_add_test(s, "minutes of a pair are kept by month",
                minutes_of_a_pair_are_kept_by_month);
    CU_add_test(s, "a month begins inside a week or not",
                a_month_begins_inside_a_week_or_not);
    CU_add_test(s, "evenings are compared between employees",
                evenings_are_compared_between_employees);
    CU_add_test(s, "shortage and series are remembered",
                shortage_and_series_are_remembered);
}
