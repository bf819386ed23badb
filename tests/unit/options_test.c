#include "small_unit.h"

/* One option as a person would write it. */
struct way {
    int start, minutes, alternative, points;
};

static void expect_ways(const struct problem *p, int request,
                        const struct way *ways, int n)
{
    const struct request *r = &p->requests[request];

    CU_ASSERT_EQUAL_FATAL(r->n_options, n);
    for (int i = 0; i < n; i++) {
        const struct option *o = &p->options[r->first_option + i];

        CU_ASSERT_EQUAL(o->request, request);
        CU_ASSERT_EQUAL(o->start, ways[i].start);
        CU_ASSERT_EQUAL(o->minutes, ways[i].minutes);
        CU_ASSERT_EQUAL(o->alternative, ways[i].alternative);
        CU_ASSERT_EQUAL(o->points, ways[i].points);
        CU_ASSERT_EQUAL(o->day, week_day(&p->week, o->start));
    }
}

static void a_fixed_start_is_one_option(void)
{
    struct small_unit u;
    struct request r;
    const struct problem *p;
    int at = clock_on(WEDNESDAY, 17, 0);

    small_begin(&u, 2026, 48);
    r = small_request(&u, "r", u.anna);
    small_add(&u, &r);
    p = small_freeze(&u);
    expect_ways(p, 0, (struct way[]){{at, 120, 0, 0}}, 1);
    CU_ASSERT_EQUAL(p->requests[0].minutes_min, 120);
    CU_ASSERT_EQUAL(p->options[0].grant, NONE);
    arena_free(u.arena);
}

static void starts_and_lengths_follow_the_grid(void)
{
    struct small_unit u;
    struct request r;
    const struct problem *p;
    int at = clock_on(WEDNESDAY, 17, 5);

    small_begin(&u, 2026, 48);
    r = small_request(&u, "r", u.anna);
    r.minutes_min = 100;
    u.times[0] = (struct alternative){at, at + 29, NONE, 0};
    small_add(&u, &r);
    p = small_freeze(&u);
    expect_ways(p, 0,
                (struct way[]){{at, 120, 0, 0},
                               {at, 105, 0, 0},
                               {at + 15, 120, 0, 0},
                               {at + 15, 105, 0, 0}},
                4);
    arena_free(u.arena);
}

static void a_wish_is_a_start_and_others_cost(void)
{
    struct small_unit u;
    struct request r;
    const struct problem *p;
    int at = clock_on(WEDNESDAY, 17, 0);

    small_begin(&u, 2026, 48);
    r = small_request(&u, "r", u.anna);
    u.times[0] = (struct alternative){at, at + 30, at + 20, 0};
    u.times[1] = (struct alternative){at + 30, at + 50, at + 50, 0};
    r.n_alternatives = 2;
    small_add(&u, &r);
    p = small_freeze(&u);
    expect_ways(p, 0,
                (struct way[]){{at, 120, 0, 20},
                               {at + 15, 120, 0, 5},
                               {at + 20, 120, 0, 0},
                               {at + 30, 120, 0, 10},
                               {at + 45, 120, 1, 60 + 5},
                               {at + 50, 120, 1, 60}},
                6);
    arena_free(u.arena);
}

static void a_start_offered_twice_counts_for_the_better(void)
{
    struct small_unit u;
    struct request r;
    const struct problem *p;
    int at = clock_on(WEDNESDAY, 17, 0);

    small_begin(&u, 2026, 48);
    r = small_request(&u, "r", u.anna);
    u.times[0] = (struct alternative){at, at + 15, NONE, 0};
    u.times[1] = (struct alternative){at - 15, at + 30, NONE, 0};
    u.times[2] = (struct alternative){at + 7, at + 7, NONE, 0};
    u.times[3] = (struct alternative){at, at + 15, at + 7, 0};
    r.n_alternatives = 4;
    small_add(&u, &r);
    p = small_freeze(&u);
    expect_ways(p, 0,
                (struct way[]){{at, 120, 0, 0},
                               {at + 15, 120, 0, 0},
                               {at - 15, 120, 1, 60},
                               {at + 30, 120, 1, 60},
                               {at + 7, 120, 2, 120}},
                5);
    arena_free(u.arena);
}

static void no_option_lies_where_the_decision_does_not_hold(void)
{
    struct small_unit u;
    struct request r;
    struct decision d;
    const struct problem *p;
    int tuesday = clock_on(1, 10, 0), wednesday = clock_on(WEDNESDAY, 10, 0);

    small_begin(&u, 2026, 48);
    d = small_decision("d", u.anna);
    d.from_day = day_of(2026, 11, 25);
    problem_add_decision(u.b, "d", &d);
    r = small_request(&u, "r", u.anna);
    u.times[0] = (struct alternative){tuesday, tuesday, NONE, 0};
    u.times[1] = (struct alternative){wednesday, wednesday, NONE, 0};
    r.n_alternatives = 2;
    small_add(&u, &r);
    p = small_freeze(&u);
    CU_ASSERT_EQUAL(p->requests[0].decision, 0);
    expect_ways(p, 0, (struct way[]){{wednesday, 120, 1, 60}}, 1);
    CU_ASSERT_EQUAL(p->options[0].grant, 0);
    arena_free(u.arena);
}

static void a_lapsed_decision_leaves_no_options(void)
{
    struct small_unit u;
    struct request r;
    struct decision d;
    const struct problem *p;

    small_begin(&u, 2026, 48);
    d = small_decision("older", u.anna);
    d.to_day = day_of(2025, 12, 31);
    problem_add_decision(u.b, "older", &d);
    d = small_decision("old", u.anna);
    d.to_day = day_of(2026, 11, 24);
    problem_add_decision(u.b, "old", &d);
    r = small_request(&u, "r", u.anna);
    small_add(&u, &r);
    p = small_freeze(&u);
    CU_ASSERT_EQUAL(p->requests[0].decision, 1);
    CU_ASSERT_EQUAL(p->requests[0].n_options, 0);
    CU_ASSERT_EQUAL(p->requests[0].rights, p->weight.rights_lss);
    arena_free(u.arena);
}

static void an_occasion_has_its_longest(void)
{
    struct small_unit u;
    struct request r;
    struct decision d;
    const struct problem *p;
    int at = clock_on(WEDNESDAY, 17, 0);

    small_begin(&u, 2026, 48);
    d = small_decision("d", u.anna);
    d.period = PER_OCCASION;
    d.minutes = 100;
    problem_add_decision(u.b, "d", &d);
    r = small_request(&u, "r", u.anna);
    r.minutes_min = 75;
    small_add(&u, &r);
    p = small_freeze(&u);
    expect_ways(p, 0,
                (struct way[]){{at, 90, 0, 0}, {at, 75, 0, 0}}, 2);
    CU_ASSERT_EQUAL(p->n_grants, 0);
    CU_ASSERT_EQUAL(p->options[0].grant, NONE);
    arena_free(u.arena);
}

/* Night to Sunday the 25th: 02:00 comes twice, and a window over it holds four
 * more quarters. */
static void windows_are_as_long_as_the_night(void)
{
    struct small_unit u;
    struct request r;
    const struct problem *p;

    small_begin(&u, 2026, 43);
    r = small_request(&u, "r", u.anna);
    u.times[0].from = week_minute_of_day(&u.week, SUNDAY, 60);
    u.times[0].to = week_minute_of_day(&u.week, SUNDAY, 240);
    small_add(&u, &r);
    p = small_freeze(&u);
    CU_ASSERT_EQUAL(p->requests[0].n_options, 4 * 4 + 1);
    arena_free(u.arena);
}

void options_suite(void)
{
    CU_pSuite s = CU_add_suite("options", NULL, NULL);

    CU_add_test(s, "a fixed start is one option", a_fixed_start_is_one_option);
    CU_add_test(s, "starts and lengths follow the grid",
                starts_and_lengths_follow_the_grid);
    CU_add_test(s, "a wish is a start, and starts away from it cost",
                a_wish_is_a_start_and_others_cost);
    CU_add_test(s, "a start offered twice counts for the better choice",
                a_start_offered_twice_counts_for_the_better);
    CU_add_test(s, "no option lies where the decision does not hold",
                no_option_lies_where_the_decision_does_not_hold);
    CU_add_test(s, "a lapsed decision leaves no options",
                a_lapsed_decision_leaves_no_options);
    CU_add_test(s, "an outing is no longer than its occasion allows",
                an_occasion_has_its_longest);
    CU_add_test(s, "a window is as long as the night really is",
                windows_are_as_long_as_the_night);
}
