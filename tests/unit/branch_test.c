/* A decision of four hours, and two requests under it that together take a minute more: a
 * mix of plans serves nearly both, a roster serves one. */
#include "solver/branch.h"

#include "priced_week.h"

enum { WORK = 1000000, VALUE = 1200 };

static int64_t go_on(void *listener, enum mixed mixed, int64_t bound)
{
    (void)listener;
    (void)mixed;
    CU_ASSERT(bound <= VALUE);
    return VALUE;
}

static void two_of_a_decision(struct priced_week *w)
{
    priced_begin(w);
    struct decision d = small_decision("d", w->u.anna);
    d.minutes = 240;
    int decision = problem_add_decision(w->u.b, "d", &d);
    struct request film = priced_request(w, "film", w->u.anna, 17, 0, 0);
    film.decision = decision;
    small_add(&w->u, &film);
    struct request walk = priced_request(w, "walk", w->u.anna, 12, 0, 0);
    walk.decision = decision;
    walk.minutes++;
    small_add(&w->u, &walk);
    problem_accept_only(w->u.b, w->u.anna, &w->u.eva, 1);
    priced_freeze(w);
}

/* What must be served and cannot is left by halves, with nobody else to have it. */
static void what_cannot_be_served_is_not_split_for_ever(void)
{
    struct priced_week w;
    struct faults f = {0};
    int64_t work = WORK;
    struct exact_limits limits = {.work = &work};
    two_of_a_decision(&w);
    struct colgen *g = colgen_new(w.u.arena, w.net, TIER_RIGHTS, 0, 1);
    CU_ASSERT_EQUAL_FATAL(colgen_run(g, CARE_EXACT, INT64_MAX, &limits, &f), STATUS_OK);
    struct branching b = {.g = g, .value = VALUE, .listen = go_on, .bound = colgen_points(g)};
    CU_ASSERT(b.bound < VALUE);
    CU_ASSERT_EQUAL(branch(&b, &limits, &f), STATUS_OK);
    CU_ASSERT(b.n_cases <= 5);
    CU_ASSERT(work > 0);
    colgen_free(g);
    arena_free(w.u.arena);
}

void branch_suite(void)
{
    CU_pSuite s = CU_add_suite("branch", NULL, NULL);

    CU_add_test(s, "what cannot be served is not split for ever",
                what_cannot_be_served_is_not_split_for_ever);
}
