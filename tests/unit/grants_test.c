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
    u.times[0] = (struct alternative){monday, monday, NONE, 0};
    u.times[1] = (struct alternative){tuesday, tuesday, NONE, 0};
    u.times[2] = (struct alternative){tuesday - 1, tuesday - 1, NONE, 0};
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

/* ---- hours that go over to the next period ----------------------------- */

static struct decision carrying(const struct small_unit *u)
{
    struct decision d = small_decision("d", u->anna);

    d.carry = CARRY_NEXT_PERIOD;
    return d;
}

static void what_is_left_goes_over_to_the_next_period_only(void)
{
    struct small_unit u;
    const struct problem *p;
    struct decision d;
    int k;

    small_begin(&u, 2026, 50);
    problem_set_covered(u.b, day_of(2026, 9, 1));
    d = carrying(&u);
    k = problem_add_decision(u.b, "d", &d);
    /* September leaves 500 of 600, October uses those first and 200 of its own,
     * November uses October's 400 and 50 of its own. */
    problem_add_used(u.b, k, day_of(2026, 8, 31), 600);
    problem_add_used(u.b, k, day_of(2026, 9, 30), 100);
    problem_add_used(u.b, k, day_of(2026, 10, 1), 700);
    problem_add_used(u.b, k, day_of(2026, 11, 30), 450);
    problem_add_used(u.b, k, day_of(2026, 12, 24), 30);
    p = small_freeze(&u);
    CU_ASSERT_EQUAL_FATAL(p->n_grants, 1);
    CU_ASSERT_EQUAL(p->grants[0].carried, 550);
    expect_row(p, 0, (struct span){0, 7 * DAY}, 600 + 550 - 30, 30);
    arena_free(u.arena);
}

static void nothing_is_carried_from_what_is_not_known(void)
{
    static const struct {
        int covered_day, covered_month, from_day, from_month, carried;
    } CASES[] = {
        {1, 11, 1, 1, 500},  /* November is known whole */
        {2, 11, 1, 1, 0},    /* its first day is not */
        {30, 11, 1, 1, 0},
        {2, 11, 2, 11, 500}, /* the decision is no older than the rosters */
        {1, 10, 15, 11, 500},
        {1, 10, 1, 12, 0},   /* November is before the decision */
        {31, 12, 1, 1, 0},
    };

    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        struct small_unit u;
        struct decision d;

        small_begin(&u, 2026, 50);
        problem_set_covered(u.b, day_of(2026, CASES[i].covered_month,
                                        CASES[i].covered_day));
        d = carrying(&u);
        d.from_day =
            day_of(2026, CASES[i].from_month, CASES[i].from_day);
        problem_add_used(u.b, problem_add_decision(u.b, "d", &d),
                         day_of(2026, 11, 20), 100);
        CU_ASSERT_EQUAL(small_freeze(&u)->grants[0].carried,
                        CASES[i].carried);
        arena_free(u.arena);
    }
}

static void hours_lapse_unless_the_decision_carries_them(void)
{
    for (int i = 0; i < 2; i++) {
        struct small_unit u;
        struct decision d;

        small_begin(&u, 2026, 50);
        if (i == 0)
            problem_set_covered(u.b, day_of(2020, 1, 1));
        d = carrying(&u);
        d.carry = i ? CARRY_NEXT_PERIOD : CARRY_NONE;
        problem_add_decision(u.b, "d", &d);
        CU_ASSERT_EQUAL(small_freeze(&u)->grants[0].carried, 0);
        arena_free(u.arena);
    }
}

/* Monday 30 November: what its outing may take is not promised to December. */
static void this_week_may_still_use_what_would_be_carried(void)
{
    for (int day = 0; day < 2; day++) {
        struct small_unit u;
        struct request r;
        struct decision d;
        const struct problem *p;
        int at = clock_on(day, 10, 0), k;

        small_begin(&u, 2026, 49);
        problem_set_covered(u.b, day_of(2026, 11, 1));
        d = carrying(&u);
        k = problem_add_decision(u.b, "d", &d);
        problem_add_used(u.b, k, day_of(2026, 11, 29), 150);
        problem_add_used(u.b, k, day_of(2026, 12, 31), 40);
        r = small_request(&u, "r", u.anna);
        r.minutes_min = 60;
        u.times[0] = (struct alternative){at, at + 60, NONE, 0};
        small_add(&u, &r);
        p = small_freeze(&u);
        CU_ASSERT_EQUAL_FATAL(p->n_grants, 2);
        CU_ASSERT_EQUAL(p->grants[0].carried, 0);
        expect_row(p, 0, (struct span){0, DAY}, 450, 150);
        CU_ASSERT_EQUAL(p->grants[1].carried, day ? 450 : 330);
        expect_row(p, 1, (struct span){DAY, 7 * DAY}, day ? 1010 : 890, 40);
        arena_free(u.arena);
    }
}

static void what_was_carried_in_is_used_first(void)
{
    const struct decision d = {.minutes = 600, .carry = CARRY_NEXT_PERIOD};
    const struct decision lapsing = {.minutes = 600};

    CU_ASSERT_EQUAL(grant_left_over(&d, 0, 0), 600);
    CU_ASSERT_EQUAL(grant_left_over(&d, 100, 100), 600);
    CU_ASSERT_EQUAL(grant_left_over(&d, 100, 101), 599);
    CU_ASSERT_EQUAL(grant_left_over(&d, 100, 700), 0);
    CU_ASSERT_EQUAL(grant_left_over(&d, 100, 900), 0);
    CU_ASSERT_EQUAL(grant_left_over(&lapsing, 0, 0), 0);
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
    CU_add_test(s, "what is left goes over to the next period only",
                what_is_left_goes_over_to_the_next_period_only);
    CU_add_test(s, "nothing is carried from what is not known",
                nothing_is_carried_from_what_is_not_known);
    CU_add_test(s, "hours lapse unless the decision carries them",
                hours_lapse_unless_the_decision_carries_them);
    CU_add_test(s, "this week may still use what would be carried",
                this_week_may_still_use_what_would_be_carried);
    CU_add_test(s, "what was carried in is used first",
                what_was_carried_in_is_used_first);
}
