/* Two scenarios of two runs each, made by hand: what is proved between them, what lies within
 * the gap, and what is only measured. */
#include "ledsaga/whatif.h"

#include <CUnit/CUnit.h>
#include <math.h>
#include <string.h>

struct pair {
    struct arena *arena;
    struct scenario scenarios[2];
    struct run_result results[4];
    struct comparison c;
};

static const int64_t DEMANDS[] = {0, 1};
static const char *const WEEKS[] = {"2026-W48"};

static void begin(struct pair *p)
{
    *p = (struct pair){.arena = arena_new()};
    p->c = (struct comparison){.n_scenarios = 2, .n_demands = 2, .n_weeks = 1,
                               .scenarios = p->scenarios, .demands = DEMANDS, .weeks = WEEKS,
                               .results = p->results};
}

static void end(struct pair *p)
{
    arena_free(p->arena);
}

static void rights(struct pair *p, int run, int64_t bound, int64_t value)
{
    p->results[run].tier[0] = (struct interval){bound, value};
}

static void rest(struct pair *p, int run, int64_t bound, int64_t value)
{
    p->results[run].tier[1] = (struct interval){bound, value};
}

static const struct compared_tier *counted(struct pair *p, int tier)
{
    comparison_count(p->arena, &p->c);
    return &p->c.tier[1][tier];
}

static bool near(double x, double y)
{
    return fabs(x - y) < 1e-9;
}

static void intervals_that_do_not_meet_are_a_proof(void)
{
    CU_ASSERT_EQUAL(intervals_compare((struct interval){10, 20}, (struct interval){21, 30}),
                    FINDING_FEWER);
    CU_ASSERT_EQUAL(intervals_compare((struct interval){21, 30}, (struct interval){10, 20}),
                    FINDING_MORE);
    CU_ASSERT_EQUAL(intervals_compare((struct interval){20, 30}, (struct interval){10, 20}),
                    FINDING_WITHIN_GAP);
    CU_ASSERT_EQUAL(intervals_compare((struct interval){20, 20}, (struct interval){20, 20}),
                    FINDING_SAME);
    CU_ASSERT_EQUAL(intervals_compare((struct interval){19, 20}, (struct interval){20, 20}),
                    FINDING_WITHIN_GAP);
}

static void a_mean_is_proved_by_the_sums_of_its_runs(void)
{
    struct pair p;
    begin(&p);
    rights(&p, 0, 90, 100);
    rights(&p, 1, 100, 100);
    rights(&p, 2, 80, 95);
    rights(&p, 3, 40, 60);
    const struct compared_tier *t = counted(&p, 0);
    CU_ASSERT_EQUAL(t->finding, FINDING_FEWER);
    CU_ASSERT_EQUAL(t->pairs[FINDING_WITHIN_GAP], 1);
    CU_ASSERT_EQUAL(t->pairs[FINDING_FEWER], 1);
    CU_ASSERT_TRUE(near(t->difference_least, (80 + 40 - 200) / 2.0));
    CU_ASSERT_TRUE(near(t->difference_most, (95 + 60 - 190) / 2.0));
    CU_ASSERT_EQUAL(p.c.tier[0][0].finding, FINDING_FIRST);
    end(&p);
}

static void points_that_count_otherwise_are_not_compared(void)
{
    struct pair p;
    begin(&p);
    rights(&p, 0, 100, 100);
    p.results[3].rates.tier[0] = 1;
    const struct compared_tier *t = counted(&p, 0);
    CU_ASSERT_EQUAL(t->finding, FINDING_OTHER_RATES);
    CU_ASSERT_FALSE(t->compared);
    end(&p);
}

static void the_rest_is_open_where_rights_are_not_proved(void)
{
    struct pair p;
    begin(&p);
    rest(&p, 0, 100, 100);
    rest(&p, 1, 100, 100);
    CU_ASSERT_EQUAL(counted(&p, 1)->finding, FINDING_FEWER);
    rights(&p, 3, 10, 20);
    CU_ASSERT_EQUAL(counted(&p, 1)->finding, FINDING_UNSETTLED);
    end(&p);
}

static void measures_are_of_all_runs_together_and_differences_of_pairs(void)
{
    struct pair p;
    begin(&p);
    p.results[0].measure[MEASURE_SERVED] = (struct ratio){1, 2};
    p.results[1].measure[MEASURE_SERVED] = (struct ratio){3, 6};
    p.results[2].measure[MEASURE_SERVED] = (struct ratio){1, 1};
    p.results[3].measure[MEASURE_SERVED] = (struct ratio){2, 8};
    comparison_count(p.arena, &p.c);
    const struct compared *m = &p.c.measure[1][MEASURE_SERVED];
    CU_ASSERT_TRUE(near(m->value, 3 / 9.0));
    CU_ASSERT_TRUE(near(m->least, 0.25) && near(m->most, 1));
    CU_ASSERT_TRUE(near(m->difference, 3 / 9.0 - 0.5));
    CU_ASSERT_TRUE(near(m->difference_least, -0.25) && near(m->difference_most, 0.5));
    CU_ASSERT_FALSE(p.c.measure[1][MEASURE_PENSION].there);
    p.results[2].measure[MEASURE_SERVED_MIN] = (struct ratio){1, 1};
    p.results[3].measure[MEASURE_SERVED_MIN] = (struct ratio){0, 9};
    comparison_count(p.arena, &p.c);
    CU_ASSERT_TRUE(near(p.c.measure[1][MEASURE_SERVED_MIN].value, 0.5));
    end(&p);
}

void compare_suite(void)
{
    CU_pSuite s = CU_add_suite("compare", NULL, NULL);
    CU_add_test(s, "intervals that do not meet are a proof",
                intervals_that_do_not_meet_are_a_proof);
    CU_add_test(s, "a mean is proved by the sums of its runs",
                a_mean_is_proved_by_the_sums_of_its_runs);
    CU_add_test(s, "points that count otherwise are not compared",
                points_that_count_otherwise_are_not_compared);
    CU_add_test(s, "the rest is open where rights are not proved",
                the_rest_is_open_where_rights_are_not_proved);
    CU_add_test(s, "measures are of all runs together and differences of pairs",
                measures_are_of_all_runs_together_and_differences_of_pairs);
}
