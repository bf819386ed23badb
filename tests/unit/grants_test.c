#include "small_unit.h"

static void expect_row(const struct problem *p, int row, struct span span,
                       int left, int used)
{
    const struct grant *g = &p->grants[row];

    CU_ASSERT_EQUAL(g->span.from, span.from);
    CU_ASSERT_EQUAL(g->span.to, span.to);
    CU_ASSERT_EQUAL(g->left, left);
    CU_ASSERT_EQUAL(g->used, used);
}

/* 2026-W49 has Monday 30 November and six days of December. */
static void a_month_that_ends_makes_two_rows(void)
{
    struct small_unit u;
    struct request r;
    struct decision d;
    const struct problem *p;
    int monday = clock_on(0, 10, 0), tuesday = clock_on(1, 0, 0), k;

    small_begin(&u, 2026, 49);
    d = small_decision("d", u.anna);
    k = problem_add_decision(u.b, "d", &d);
    problem_add_used(u.b, k, day_of(2026, 10, 31), 1000);
    problem_add_used(u.b, k, day_of(2026, 11, 1), 200);
    problem_add_used(u.b, k, day_of(2026, 11, 29), 150);
    problem_add_used(u.b, k, day_of(2026, 12, 31), 700);
    problem_add_used(u.b, k, day_of(2027, 1, 1), 1000);
    r = small_request(&u, "r", u.anna);
    u.times[0] = (struct alternative){monday, monday, NONE};
    u.times[1] = (struct alternative){tuesday, tuesday, NONE};
    u.times[2] = (struct alternative){tuesday - 1, tuesday - 1, NONE};
    r.n_alternatives = 3;
    small_add(&u, &r);
    p = small_freeze(&u);
    CU_ASSERT_EQUAL_FATAL(p->n_grants, 2);
    expect_row(p, 0, (struct span){0, DAY}, 250, 350);
    expect_row(p, 1, (struct span){DAY, 7 * DAY}, 0, 700);
    CU_ASSERT_EQUAL(p->options[0].grant, 0);
    CU_ASSERT_EQUAL(p->options[1].grant, 1);
    CU_ASSERT_EQUAL(p->options[2].grant, 0);
    arena_free(u.arena);
}

static void a_quarter_is_one_pool(void)
{
    struct small_unit u;
    struct decision d;
    const struct problem *p;
    int k;

    small_begin(&u, 2026, 49);
    d = small_decision("d", u.anna);
    d.period = PER_QUARTER;
    d.minutes = 1800;
    k = problem_add_decision(u.b, "d", &d);
    problem_add_used(u.b, k, day_of(2026, 9, 30), 10);
    problem_add_used(u.b, k, day_of(2026, 10, 1), 200);
    problem_add_used(u.b, k, day_of(2026, 12, 31), 300);
    p = small_freeze(&u);
    CU_ASSERT_EQUAL_FATAL(p->n_grants, 1);
    expect_row(p, 0, (struct span){0, 7 * DAY}, 1300, 500);
    arena_free(u.arena);
    /* The week of New Year: Thursday is the last of the year. */
    small_begin(&u, 2026, 53);
    problem_add_decision(u.b, "d", &d);
    p = small_freeze(&u);
    CU_ASSERT_EQUAL_FATAL(p->n_grants, 2);
    expect_row(p, 0, (struct span){0, 4 * DAY}, 1800, 0);
    expect_row(p, 1, (struct span){4 * DAY, 7 * DAY}, 1800, 0);
    arena_free(u.arena);
}

static void a_weekly_grant_is_fresh_each_week(void)
{
    struct small_unit u;
    struct decision d;
    const struct problem *p;
    int k;

    small_begin(&u, 2026, 43);
    d = small_decision("d", u.anna);
    d.period = PER_WEEK;
    k = problem_add_decision(u.b, "d", &d);
    problem_add_used(u.b, k, day_of(2026, 10, 18), 100);
    problem_add_used(u.b, k, day_of(2026, 10, 26), 100);
    p = small_freeze(&u);
    CU_ASSERT_EQUAL_FATAL(p->n_grants, 1);
    expect_row(p, 0, (struct span){0, 7 * DAY + HOUR}, 600, 0);
    arena_free(u.arena);
}

static void rows_are_only_made_where_the_decision_holds(void)
{
    struct small_unit u;
    struct decision d;
    const struct problem *p;

    small_begin(&u, 2026, 49);
    d = small_decision("december", u.anna);
    d.from_day = day_of(2026, 12, 1);
    problem_add_decision(u.b, "december", &d);
    d = small_decision("november", u.anna);
    d.to_day = day_of(2026, 11, 30);
    problem_add_decision(u.b, "november", &d);
    d = small_decision("gone", u.anna);
    d.to_day = day_of(2026, 11, 29);
    problem_add_decision(u.b, "gone", &d);
    p = small_freeze(&u);
    CU_ASSERT_EQUAL_FATAL(p->n_grants, 2);
    CU_ASSERT_EQUAL(p->grants[0].decision, 0);
    expect_row(p, 0, (struct span){DAY, 7 * DAY}, 600, 0);
    CU_ASSERT_EQUAL(p->grants[1].decision, 1);
    expect_row(p, 1, (struct span){0, DAY}, 600, 0);
    arena_free(u.arena);
}

void grants_suite(void)
{
    CU_pSuite s = CU_add_suite("grants", NULL, NULL);

    CU_add_test(s, "a month that ends inside the week makes two rows",
                a_month_that_ends_makes_two_rows);
    CU_add_test(s, "a quarter is one pool", a_quarter_is_one_pool);
    CU_add_test(s, "a weekly grant is fresh each week",
                a_weekly_grant_is_fresh_each_week);
    CU_add_test(s, "rows are only made where the decision holds",
                rows_are_only_made_where_the_decision_holds);
}
