#include "solver/live.h"

#include "base/chance.h"

#include <CUnit/CUnit.h>
#include <math.h>
#include <pthread.h>
#include <string.h>

enum { MOST_ROWS = 8, MOST_COLS = 24 };

/* A linear program in plain sight, to hold a live one against. */
struct plain {
    int m, n;
    double row_lo[MOST_ROWS], row_hi[MOST_ROWS];
    double lo[MOST_COLS], hi[MOST_COLS], cost[MOST_COLS];
    double a[MOST_COLS][MOST_ROWS];
};

static bool near(double a, double b)
{
    return fabs(a - b) < 1e-6 * (1 + fabs(b));
}

static int plain_row(struct plain *p, double lo, double hi)
{
    p->row_lo[p->m] = lo;
    p->row_hi[p->m] = hi;
    return p->m++;
}

static int plain_col(struct plain *p, double lo, double hi, double cost)
{
    p->lo[p->n] = lo;
    p->hi[p->n] = hi;
    p->cost[p->n] = cost;
    return p->n++;
}

static void put_rows(struct live *l, const struct plain *p)
{
    for (int i = 0; i < p->m; i++)
        live_row(l, p->row_lo[i], p->row_hi[i]);
}

static void put_col(struct live *l, const struct plain *p, int j)
{
    int rows[MOST_ROWS], n = 0;
    double terms[MOST_ROWS];
    for (int i = 0; i < p->m; i++)
        if (p->a[j][i] != 0) {
            rows[n] = i;
            terms[n++] = p->a[j][i];
        }
    live_col(l, p->lo[j], p->hi[j], p->cost[j], n, rows, terms);
}

static struct live *live_of(const struct plain *p)
{
    struct live *l = live_new();
    put_rows(l, p);
    for (int j = 0; j < p->n; j++)
        put_col(l, p, j);
    return l;
}

/* By the other way into GLPK, from nothing, presolver and all. */
static bool value_from_nothing(const struct plain *p, double *value)
{
    struct lp *lp = lp_new();
    struct lp_limits limits = {.cutoff = LP_INFINITY};
    double x[MOST_COLS];
    struct lp_result r = {.x = x};
    struct faults f = {0};
    for (int i = 0; i < p->m; i++)
        lp_row(lp, NULL, p->row_lo[i], p->row_hi[i]);
    for (int j = 0; j < p->n; j++) {
        lp_col(lp, NULL, p->lo[j], p->hi[j], p->cost[j], LP_REAL);
        for (int i = 0; i < p->m; i++)
            if (p->a[j][i] != 0)
                lp_term(lp, i, j, p->a[j][i]);
    }
    bool solved = lp_solve(lp, &limits, &r, &f) == STATUS_OK && r.outcome == LP_PROVED;
    *value = r.value;
    lp_free(lp);
    return solved;
}

static enum live_outcome solved_by(struct live *l, bool dual)
{
    enum live_outcome outcome = LIVE_STOPPED;
    struct faults f = {0};
    CU_ASSERT_EQUAL(live_solve(l, &(struct live_limits){.dual = dual}, &outcome, NULL, &f),
                    STATUS_OK);
    return outcome;
}

static enum live_outcome solved(struct live *l)
{
    return solved_by(l, false);
}

/* Does a dual value agree with where its row or column is between its bounds? */
static bool complementary(double dual, double at, double lo, double hi)
{
    return at > lo - 1e-6 && at < hi + 1e-6 && (dual < 1e-6 || near(at, lo)) &&
           (dual > -1e-6 || near(at, hi));
}

/* How much of what makes an optimum is not so. */
static int mistakes(const struct live *l, const struct plain *p)
{
    double activity[MOST_ROWS] = {0}, value = 0;
    int wrong = 0;
    for (int j = 0; j < p->n; j++) {
        double reduced = p->cost[j];
        for (int i = 0; i < p->m; i++) {
            reduced -= live_dual(l, i) * p->a[j][i];
            activity[i] += live_at(l, j) * p->a[j][i];
        }
        value += live_at(l, j) * p->cost[j];
        wrong += !near(live_reduced(l, j), reduced);
        wrong += !complementary(reduced, live_at(l, j), p->lo[j], p->hi[j]);
    }
    for (int i = 0; i < p->m; i++)
        wrong += !complementary(live_dual(l, i), activity[i], p->row_lo[i], p->row_hi[i]);
    return wrong + !near(live_value(l), value);
}

/* 2x + y >= 4, x + 2y >= 5, x - y <= 3 at cost 3x + 4y: the first two rows hold, so
 * x = 1, y = 2, value 11, and duals u, v with 2u + v = 3, u + 2v = 4: 2/3 and 5/3. */
static struct plain two_covers(void)
{
    struct plain p = {0};
    plain_row(&p, 4, LP_INFINITY);
    plain_row(&p, 5, LP_INFINITY);
    plain_row(&p, -LP_INFINITY, 3);
    plain_col(&p, 0, LP_INFINITY, 3);
    plain_col(&p, 0, LP_INFINITY, 4);
    memcpy(p.a[0], (double[]){2, 1, 1}, 3 * sizeof(double));
    memcpy(p.a[1], (double[]){1, 2, -1}, 3 * sizeof(double));
    return p;
}

static void a_small_program_has_the_optimum_and_duals_worked_out_by_hand(void)
{
    struct plain p = two_covers();
    struct live *l = live_of(&p);

    CU_ASSERT_EQUAL(live_rows(l), 3);
    CU_ASSERT_EQUAL(live_cols(l), 2);
    CU_ASSERT_EQUAL(solved(l), LIVE_OPTIMAL);
    CU_ASSERT(near(live_value(l), 11));
    CU_ASSERT(near(live_at(l, 0), 1));
    CU_ASSERT(near(live_at(l, 1), 2));
    CU_ASSERT(near(live_dual(l, 0), 2.0 / 3));
    CU_ASSERT(near(live_dual(l, 1), 5.0 / 3));
    CU_ASSERT(near(live_dual(l, 2), 0));
    CU_ASSERT_EQUAL(mistakes(l, &p), 0);
    live_free(l);
}

/* One row over one column, and a second column z at cost 1 that stays at 0. */
static void dual_of(double lo, double hi, double cost, double dual)
{
    struct plain p = {0};
    plain_row(&p, lo, hi);
    p.a[plain_col(&p, 0, 9, cost)][0] = 2;
    p.a[plain_col(&p, 0, 9, 100)][0] = 1;
    struct live *l = live_of(&p);

    CU_ASSERT_EQUAL(solved(l), LIVE_OPTIMAL);
    CU_ASSERT(near(live_dual(l, 0), dual));
    CU_ASSERT(near(live_reduced(l, 0), 0));
    CU_ASSERT(near(live_reduced(l, 1), 100 - dual));
    live_free(l);
}

static void a_dual_is_what_the_value_grows_by_with_the_row(void)
{
    dual_of(6, LP_INFINITY, 5, 2.5);   /* >= : never below zero */
    dual_of(-LP_INFINITY, 6, -5, -2.5); /* <= : never above */
    dual_of(6, 6, 5, 2.5);             /* =  : either */
    dual_of(6, 6, -5, -2.5);
    dual_of(2, 6, 5, 2.5); /* a range has the sign of the side that holds */
    dual_of(2, 6, -5, -2.5);
}

static void bounds_and_costs_change_and_change_back(void)
{
    struct plain p = two_covers();
    struct live *l = live_of(&p);

    CU_ASSERT_EQUAL(solved(l), LIVE_OPTIMAL);
    live_col_bounds(l, 0, 3, 3); /* then y = 1 */
    CU_ASSERT_EQUAL(solved(l), LIVE_OPTIMAL);
    CU_ASSERT(near(live_value(l), 13));
    live_col_bounds(l, 0, 0, LP_INFINITY);
    live_row_bounds(l, 1, 2, LP_INFINITY); /* x = 2, y = 0 */
    CU_ASSERT_EQUAL(solved(l), LIVE_OPTIMAL);
    CU_ASSERT(near(live_value(l), 6));
    live_row_bounds(l, 1, 5, LP_INFINITY);
    live_cost(l, 1, 1); /* y = 4 */
    CU_ASSERT_EQUAL(solved(l), LIVE_OPTIMAL);
    CU_ASSERT(near(live_value(l), 4));
    live_cost(l, 1, 4);
    CU_ASSERT_EQUAL(solved(l), LIVE_OPTIMAL);
    CU_ASSERT(near(live_value(l), 11));
    CU_ASSERT_EQUAL(mistakes(l, &p), 0);
    live_free(l);
}

static void rows_and_terms_come_to_a_solved_program(void)
{
    struct plain p = two_covers();
    struct live *l = live_of(&p);

    CU_ASSERT_EQUAL(solved(l), LIVE_OPTIMAL);
    CU_ASSERT_EQUAL(live_row(l, 6, LP_INFINITY), 3);
    live_term(l, 3, 0, 2); /* 2x + 2y >= 6 holds as it is */
    live_term(l, 3, 1, 2);
    CU_ASSERT_EQUAL(solved(l), LIVE_OPTIMAL);
    CU_ASSERT(near(live_value(l), 11));
    live_row_bounds(l, 3, 8, LP_INFINITY); /* x = 3, y = 1 */
    CU_ASSERT_EQUAL(solved(l), LIVE_OPTIMAL);
    CU_ASSERT(near(live_value(l), 13));
    live_free(l);
}

static void a_program_without_a_solution_says_so_until_a_column_helps(void)
{
    struct plain p = two_covers();
    struct live *l = live_of(&p);

    live_col_bounds(l, 0, 0, 1);
    live_col_bounds(l, 1, 0, 1);
    CU_ASSERT_EQUAL(solved(l), LIVE_INFEASIBLE);
    CU_ASSERT_EQUAL(live_col(l, 0, LP_INFINITY, 10, 2, (int[]){0, 1}, (double[]){1, 1}),
                    2);
    CU_ASSERT_EQUAL(solved(l), LIVE_OPTIMAL);
    CU_ASSERT(near(live_value(l), 3 + 4 + 10 * 2));
    live_free(l);
}

static void the_dual_method_finds_the_same_after_bounds_became_narrower(void)
{
    struct plain p = two_covers();
    struct live *l = live_of(&p);

    CU_ASSERT_EQUAL(solved(l), LIVE_OPTIMAL);
    p.lo[0] = p.hi[0] = 3;
    live_col_bounds(l, 0, 3, 3);
    CU_ASSERT_EQUAL(solved_by(l, true), LIVE_OPTIMAL);
    CU_ASSERT(near(live_value(l), 13));
    CU_ASSERT_EQUAL(mistakes(l, &p), 0);
    live_col_bounds(l, 1, 0, 0.5);
    CU_ASSERT_EQUAL(solved_by(l, true), LIVE_INFEASIBLE);
    live_free(l);
}

static void an_empty_program_is_solved_and_an_unbounded_one_is_not(void)
{
    struct live *l = live_new();

    CU_ASSERT_EQUAL(solved(l), LIVE_OPTIMAL);
    CU_ASSERT_EQUAL(live_row(l, -LP_INFINITY, 1), 0);
    CU_ASSERT_EQUAL(solved(l), LIVE_OPTIMAL);
    CU_ASSERT_EQUAL(live_col(l, -LP_INFINITY, LP_INFINITY, 1, 1, (int[]){0}, (double[]){1}),
                    0);
    CU_ASSERT_EQUAL(solved(l), LIVE_STOPPED);
    live_free(l);
    live_free(NULL);
}

static void columns_at_zero_go_without_another_iteration(void)
{
    struct plain p = two_covers();
    struct live *l = live_of(&p);
    bool drop[5] = {false};
    int64_t iterations;
    enum live_outcome outcome;
    struct faults f = {0};

    for (int k = 0; k < 3; k++) /* too dear to be used */
        live_col(l, 0, 1, 50 + k, 1, (int[]){k}, (double[]){1});
    CU_ASSERT_EQUAL(solved(l), LIVE_OPTIMAL);
    drop[2] = drop[4] = true;
    live_drop(l, drop);
    CU_ASSERT_EQUAL(live_cols(l), 3);
    live_solve(l, &(struct live_limits){0}, &outcome, &iterations, &f);
    CU_ASSERT_EQUAL(outcome, LIVE_OPTIMAL);
    CU_ASSERT_EQUAL(iterations, 0);
    CU_ASSERT(near(live_value(l), 11));
    CU_ASSERT(near(live_at(l, 1), 2));
    CU_ASSERT(near(live_reduced(l, 2), 51 - 5.0 / 3));
    live_free(l);
}

/* Row i: p_i + q_i - 1.01 q_(i-1) >= 3. The p are so dear that every q is basic, and a
 * row of the inverse of that basis is largest at the first slack of all. */
static struct live *chain(int n)
{
    struct live *l = live_new();
    for (int i = 0; i < n; i++)
        live_row(l, 3, LP_INFINITY);
    for (int i = 0; i < n; i++)
        live_col(l, 0, LP_INFINITY, 1000, 1, &i, (double[]){1});
    for (int i = 0; i < n; i++)
        live_col(l, 0, LP_INFINITY, 1, i + 1 < n ? 2 : 1, (int[]){i, i + 1},
                 (double[]){1, -1.01});
    return l;
}

static void basic_columns_go_and_the_rest_of_the_basis_stays(void)
{
    enum { N = 200, GONE = 150 };
    struct live *l = chain(N);
    bool drop[2 * N] = {false};
    int64_t at_first, again;
    enum live_outcome outcome;
    struct faults f = {0};
    int basic = 0;

    live_solve(l, &(struct live_limits){0}, &outcome, &at_first, &f);
    CU_ASSERT_EQUAL(outcome, LIVE_OPTIMAL);
    for (int i = 0; i < GONE; i++) {
        drop[N + i] = true;
        basic += live_at(l, N + i) > 1e-6;
    }
    CU_ASSERT_EQUAL(basic, GONE);
    live_drop(l, drop);
    CU_ASSERT_EQUAL(live_cols(l), 2 * N - GONE);
    live_solve(l, &(struct live_limits){0}, &outcome, &again, &f);
    CU_ASSERT_EQUAL(outcome, LIVE_OPTIMAL);
    CU_ASSERT(again <= basic);
    struct live *rest = chain(N - GONE); /* and for each q gone, 3 of its p */
    CU_ASSERT_EQUAL(solved(rest), LIVE_OPTIMAL);
    CU_ASSERT(near(live_value(l), live_value(rest) + 3 * 1000 * GONE));
    live_free(rest);
    live_free(l);
}

/* The inverse of a block's three columns is (3 2 1) (3 2 0) (1 1 1). The largest entries
 * of its first two rows are in one place, and the next largest make no basis with them. */
static struct live *blocks(int n)
{
    static const double TERMS[3][3] = {{2, -3, 1}, {-1, 2, -1}, {-2, 3, 0}};
    static const double LEAST[3] = {-1, 2, 0}, COST[3] = {0, 0, 1};
    struct live *l = live_new();
    for (int i = 0; i < 3 * n; i++)
        live_row(l, LEAST[i % 3], LP_INFINITY);
    for (int i = 0; i < 3 * n; i++)
        live_col(l, 0, LP_INFINITY, 1000, 1, &i, (double[]){1});
    for (int i = 0; i < 3 * n; i++) {
        int first = i - i % 3;
        live_col(l, 0, LP_INFINITY, COST[i % 3], 3, (int[]){first, first + 1, first + 2},
                 TERMS[i % 3]);
    }
    return l;
}

static void the_slacks_in_place_of_basic_columns_make_a_basis(void)
{
    enum { N = 20 };
    struct live *l = blocks(N);
    bool drop[6 * N] = {false};
    int64_t iterations;
    enum live_outcome outcome;
    struct faults f = {0};

    CU_ASSERT_EQUAL(solved(l), LIVE_OPTIMAL);
    CU_ASSERT(near(live_value(l), N));
    for (int i = 0; i < 3 * N; i++)
        drop[3 * N + i] = i % 3 < 2;
    live_drop(l, drop);
    live_solve(l, &(struct live_limits){0}, &outcome, &iterations, &f);
    CU_ASSERT_EQUAL(outcome, LIVE_OPTIMAL);
    CU_ASSERT(iterations <= N); /* one for each block, twice that from a new basis */
    live_free(l);
}

static double bound_or(struct chance *c, double bound, double none)
{
    return chance_one_in(c, 3) ? none : bound;
}

/* Bounded whatever columns it gets: what has no bound on a side costs on that side.
 * Every other one has a slack to each side of each row, like a master program. */
static void random_program(struct chance *c, struct plain *p)
{
    bool elastic = chance_one_in(c, 2);
    *p = (struct plain){0};
    for (int m = chance_between(c, 1, MOST_ROWS); m > 0; m--) {
        double at = chance_between(c, -4, 9);
        bool range = chance_one_in(c, 2);
        plain_row(p, range ? bound_or(c, at, -LP_INFINITY) : at,
                  range ? bound_or(c, at + 2, LP_INFINITY) : at);
    }
    for (int i = 0; i < p->m && elastic; i++) {
        p->a[plain_col(p, -LP_INFINITY, 0, -90)][i] = 1;
        p->a[plain_col(p, 0, LP_INFINITY, 90)][i] = 1;
    }
    while (p->n < MOST_COLS) {
        int cost = chance_between(c, -9, 9), lo = chance_between(c, -2, 1);
        int j = plain_col(p, cost < 0 ? bound_or(c, lo, -LP_INFINITY) : lo,
                          cost > 0 ? bound_or(c, lo + 3, LP_INFINITY) : lo + 3, cost);
        for (int i = 0; i < p->m; i++)
            p->a[j][i] = chance_one_in(c, 2) ? chance_between(c, -3, 3) : 0;
    }
}

/* How many of the programs grown column by column went wrong; no assertions, for
 * threads. */
static int grown_wrong(uint64_t seed, int programs)
{
    struct chance c;
    int wrong = 0, optimal = 0;

    chance_seed(&c, seed);
    for (int k = 0; k < programs; k++) {
        struct plain p;
        struct live *l = live_new();
        random_program(&c, &p);
        int n = p.n;
        put_rows(l, &p);
        for (int j = 0; j < n; j++) {
            enum live_outcome outcome;
            struct faults f = {0};
            double value;
            put_col(l, &p, j);
            p.n = j + 1;
            wrong += live_solve(l, &(struct live_limits){0}, &outcome, NULL, &f) !=
                     STATUS_OK;
            bool found = value_from_nothing(&p, &value);
            wrong += outcome != (found ? LIVE_OPTIMAL : LIVE_INFEASIBLE);
            wrong += found && !(near(live_value(l), value) && mistakes(l, &p) == 0);
            optimal += found;
        }
        live_free(l);
    }
    return wrong + (optimal < programs);
}

static void columns_one_by_one_give_the_value_of_the_program_made_at_once(void)
{
    CU_ASSERT_EQUAL(grown_wrong(1, 50), 0);
}

static void *grown_wrong_here(void *seed)
{
    uint64_t *number = seed;
    *number = (uint64_t)grown_wrong(*number, 30);
    return NULL;
}

static void two_threads_solve_their_own_at_once(void)
{
    uint64_t number[2] = {2, 3};
    pthread_t thread[2];

    for (int i = 0; i < 2; i++)
        CU_ASSERT_EQUAL_FATAL(
            pthread_create(&thread[i], NULL, grown_wrong_here, &number[i]), 0);
    for (int i = 0; i < 2; i++) {
        pthread_join(thread[i], NULL);
        CU_ASSERT_EQUAL(number[i], 0);
    }
}

static void plain_drop(struct plain *p, const bool *drop)
{
    int kept = 0;
    for (int j = 0; j < p->n; j++)
        if (!drop[j]) {
            p->lo[kept] = p->lo[j];
            p->hi[kept] = p->hi[j];
            p->cost[kept] = p->cost[j];
            memmove(p->a[kept++], p->a[j], sizeof p->a[j]);
        }
    p->n = kept;
}

static void any_columns_go_and_the_value_is_that_of_the_others(void)
{
    struct chance c;
    int optimal = 0;

    chance_seed(&c, 4);
    for (int k = 0; k < 50; k++) {
        struct plain p;
        random_program(&c, &p);
        struct live *l = live_of(&p);
        while (p.n > 0) {
            bool drop[MOST_COLS];
            double value;
            bool found = value_from_nothing(&p, &value);
            CU_ASSERT_EQUAL(solved_by(l, k % 2), found ? LIVE_OPTIMAL : LIVE_INFEASIBLE);
            CU_ASSERT(!found || (near(live_value(l), value) && mistakes(l, &p) == 0));
            optimal += found;
            for (int j = 0; j < p.n; j++)
                drop[j] = chance_one_in(&c, 3);
            live_drop(l, drop);
            plain_drop(&p, drop);
            CU_ASSERT_EQUAL(live_cols(l), p.n);
        }
        live_free(l);
    }
    CU_ASSERT(optimal > 100);
}

static void live_programs_and_others_do_not_disturb_each_other(void)
{
    struct plain p = two_covers(), q = two_covers();
    struct live *first = live_of(&p), *second;
    enum live_outcome outcome;
    struct faults f = {0};
    int64_t iterations;
    double value;

    q.row_lo[0] = 8; /* x = 11/3, y = 2/3 */
    CU_ASSERT_EQUAL(solved(first), LIVE_OPTIMAL);
    CU_ASSERT(value_from_nothing(&q, &value));
    CU_ASSERT(near(value, 3 * 11 / 3.0 + 4 * 2 / 3.0));
    second = live_of(&q);
    CU_ASSERT_EQUAL(solved(second), LIVE_OPTIMAL);
    CU_ASSERT(near(live_value(second), value));
    CU_ASSERT(near(live_value(first), 11));
    CU_ASSERT_EQUAL(mistakes(first, &p), 0);
    live_free(second);
    live_solve(first, &(struct live_limits){0}, &outcome, &iterations, &f);
    CU_ASSERT_EQUAL(outcome, LIVE_OPTIMAL);
    CU_ASSERT_EQUAL(iterations, 0);
    live_free(first);
}

static void a_solve_at_its_iteration_limit_goes_on_the_next_time(void)
{
    enum { N = 100, STEP = 30 };
    struct live *l = chain(N), *at_once = chain(N);
    enum live_outcome outcome = LIVE_STOPPED;
    struct faults f = {0};
    int64_t most, iterations, sum = 0;
    int solves = 0;

    live_solve(at_once, &(struct live_limits){0}, &outcome, &most, &f);
    CU_ASSERT_EQUAL(outcome, LIVE_OPTIMAL);
    do {
        live_solve(l, &(struct live_limits){.iterations = STEP}, &outcome, &iterations, &f);
        CU_ASSERT(iterations <= STEP);
        CU_ASSERT(outcome == LIVE_OPTIMAL || iterations == STEP);
        sum += iterations;
    } while (outcome == LIVE_STOPPED && ++solves < 50);
    CU_ASSERT_EQUAL(outcome, LIVE_OPTIMAL);
    CU_ASSERT_EQUAL(solves, (int)(most / STEP));
    CU_ASSERT(near(live_value(l), live_value(at_once)));
    CU_ASSERT(sum < 2 * most);
    live_free(l);
    live_free(at_once);
}

static void a_stop_or_a_deadline_that_is_past_makes_no_iteration(void)
{
    struct plain p = two_covers();
    struct live *l = live_of(&p);
    const volatile int stop = 1;
    struct live_limits limits[] = {{.stop = &stop}, {.deadline = 1e-9}};

    for (int k = 0; k < 2; k++) {
        enum live_outcome outcome;
        struct faults f = {0};
        int64_t iterations = 9;
        CU_ASSERT_EQUAL(live_solve(l, &limits[k], &outcome, &iterations, &f), STATUS_OK);
        CU_ASSERT_EQUAL(outcome, LIVE_STOPPED);
        CU_ASSERT_EQUAL(iterations, 0);
    }
    CU_ASSERT_EQUAL(solved(l), LIVE_OPTIMAL);
    live_free(l);
}

/* It answers LP, counts on, has no values and harms nothing. */
static void expect_dead(struct live *l)
{
    enum live_outcome outcome;
    struct faults f = {0};
    int64_t iterations;
    int rows = live_rows(l), cols = live_cols(l);

    CU_ASSERT_EQUAL(live_row(l, 0, 1), rows);
    CU_ASSERT_EQUAL(live_col(l, 0, 1, 1, 1, (int[]){rows}, (double[]){1}), cols);
    live_term(l, 0, cols, 1);
    live_col_bounds(l, cols, 0, 2);
    live_row_bounds(l, rows, 0, 2);
    live_cost(l, cols, 3);
    CU_ASSERT_EQUAL(live_solve(l, &(struct live_limits){0}, &outcome, &iterations, &f),
                    STATUS_LP);
    CU_ASSERT_EQUAL(outcome, LIVE_STOPPED);
    CU_ASSERT_EQUAL(f.seen, 1);
    CU_ASSERT_EQUAL(live_value(l), 0);
    CU_ASSERT_EQUAL(live_at(l, cols), 0);
    CU_ASSERT_EQUAL(live_reduced(l, cols), 0);
    CU_ASSERT_EQUAL(live_dual(l, rows), 0);
    live_drop(l, (bool[]){true, false, false});
    CU_ASSERT_EQUAL(live_cols(l), cols);
    live_free(l);
}

static void a_breakdown_kills_the_live_programs_of_the_thread_and_no_later_ones(void)
{
    struct plain p = two_covers();
    struct live *first = live_of(&p), *second = live_of(&p), *third;

    CU_ASSERT_EQUAL(solved(first), LIVE_OPTIMAL);
    live_term(second, 0, 1, 7); /* twice in one column, which GLPK does not take */
    third = live_of(&p);
    expect_dead(first);
    expect_dead(second);
    CU_ASSERT_EQUAL(solved(third), LIVE_OPTIMAL);
    CU_ASSERT(near(live_value(third), 11));
    live_free(third);
}

static void a_breakdown_of_an_integer_program_kills_them_too(void)
{
    struct plain p = two_covers();
    struct live *l = live_of(&p);
    struct lp *lp = lp_new();
    double x[1];
    struct lp_result r = {.x = x};
    struct faults f = {0};

    lp_col(lp, NULL, 0, 1, 1, LP_INTEGER);
    lp_row(lp, NULL, 0, 1);
    lp_term(lp, 0, 0, 1);
    lp_term(lp, 0, 0, 1);
    CU_ASSERT_EQUAL(solved(l), LIVE_OPTIMAL);
    CU_ASSERT_EQUAL(lp_solve(lp, &(struct lp_limits){.cutoff = LP_INFINITY}, &r, &f),
                    STATUS_LP);
    expect_dead(l);
    lp_free(lp);
}

void live_suite(void)
{
    CU_pSuite s = CU_add_suite("live", NULL, NULL);
    CU_add_test(s, "a small program has the optimum and duals worked out by hand",
                a_small_program_has_the_optimum_and_duals_worked_out_by_hand);
    CU_add_test(s, "a dual is what the value grows by with the row",
                a_dual_is_what_the_value_grows_by_with_the_row);
    CU_add_test(s, "bounds and costs change and change back",
                bounds_and_costs_change_and_change_back);
    CU_add_test(s, "rows and terms come to a solved program",
                rows_and_terms_come_to_a_solved_program);
    CU_add_test(s, "a program without a solution says so until a column helps",
                a_program_without_a_solution_says_so_until_a_column_helps);
    CU_add_test(s, "an empty program is solved and an unbounded one is not",
                an_empty_program_is_solved_and_an_unbounded_one_is_not);
    CU_add_test(s, "columns at zero go without another iteration",
                columns_at_zero_go_without_another_iteration);
    CU_add_test(s, "basic columns go and the rest of the basis stays",
                basic_columns_go_and_the_rest_of_the_basis_stays);
    CU_add_test(s, "the slacks in place of basic columns make a basis",
                the_slacks_in_place_of_basic_columns_make_a_basis);
    CU_add_test(s, "the dual method finds the same after bounds became narrower",
                the_dual_method_finds_the_same_after_bounds_became_narrower);
    CU_add_test(s, "columns one by one give the value of the program made at once",
                columns_one_by_one_give_the_value_of_the_program_made_at_once);
    CU_add_test(s, "any columns go and the value is that of the others",
                any_columns_go_and_the_value_is_that_of_the_others);
    CU_add_test(s, "live programs and others do not disturb each other",
                live_programs_and_others_do_not_disturb_each_other);
    CU_add_test(s, "two threads solve their own at once",
                two_threads_solve_their_own_at_once);
    CU_add_test(s, "a solve at its iteration limit goes on the next time",
                a_solve_at_its_iteration_limit_goes_on_the_next_time);
    CU_add_test(s, "a stop or a deadline that is past makes no iteration",
                a_stop_or_a_deadline_that_is_past_makes_no_iteration);
    CU_add_test(s, "a breakdown kills the live programs of the thread and no later ones",
                a_breakdown_kills_the_live_programs_of_the_thread_and_no_later_ones);
    CU_add_test(s, "a breakdown of an integer program kills them too",
                a_breakdown_of_an_integer_program_kills_them_too);
}
