#include "solver/colgen.h"

#include "ledsaga/workspace.h"
#include "priced_week.h"

#include <stdlib.h>

enum { WORK = 400000000 };

static void run(struct colgen *g, enum care most, int64_t enough, int64_t work)
{
    struct faults f = {0};
    struct exact_limits limits = {.work = &work};
    CU_ASSERT_EQUAL_FATAL(colgen_run(g, most, enough, &limits, &f), STATUS_OK);
}

/* From a roster of the given plans, or from nothing. */
static struct colgen *generated(struct priced_week *w, int tier, const struct roster *start,
                                int threads)
{
    struct colgen *g = colgen_new(w->u.arena, w->net, tier, 0, threads);
    if (start)
        colgen_add_roster(g, start);
    run(g, CARE_EXACT, INT64_MAX, WORK);
    return g;
}

static void put(const struct priced_week *w, struct roster *r, int node)
{
    const struct node *x = &w->net->nodes[node];
    struct visit *v = &r->visits[x->request];
    v->start = x->start;
    v->minutes = x->end - x->start;
    v->escorts[v->n_escorts++] = x->escort;
}

/* All is served, at 100 points: the other way round. */
static const struct roster *dear_roster(const struct priced_week *w)
{
    const int nodes[] = {EVA_TO_FILM, FRED_TO_WALK, EVA_TO_MATCH, FRED_TO_MATCH};
    struct roster *r = roster_new(w->u.arena, w->p);
    for (int i = 0; i < 4; i++)
        put(w, r, nodes[i]);
    return r;
}

/* ---- by hand ------------------------------------------------------------------- */

static void tier_1_is_found_and_proved_from_nothing(void)
{
    struct priced_week w;
    priced_week(&w);
    struct colgen *g = generated(&w, TIER_RIGHTS, NULL, 1);
    CU_ASSERT(g->converged);
    CU_ASSERT_EQUAL(colgen_points(g), 0);
    CU_ASSERT_EQUAL(certificate_bound(w.p, TIER_RIGHTS, g->best, 0), 0);
    colgen_free(g);
    arena_free(w.u.arena);
}

static void tier_2_is_found_and_proved_from_a_dear_roster(void)
{
    struct priced_week w;
    priced_week(&w);
    struct colgen *g = generated(&w, TIER_REST, dear_roster(&w), 1);
    CU_ASSERT(g->converged);
    CU_ASSERT_EQUAL(colgen_points(g), 70);
    CU_ASSERT_EQUAL(certificate_bound(w.p, TIER_REST, g->best, 0), 70);
    CU_ASSERT(master_value(g->master) > 70 - 1e-6 && master_value(g->master) < 70 + 1e-6);
    colgen_free(g);
    arena_free(w.u.arena);
}

static void half_a_team_is_worth_nothing(void)
{
    struct priced_week w;
    half_a_team(&w);
    struct colgen *g = generated(&w, TIER_RIGHTS, NULL, 1);
    CU_ASSERT(g->converged);
    CU_ASSERT_EQUAL(g->best->n_members, 1);
    CU_ASSERT_EQUAL(colgen_points(g), 120);
    colgen_free(g);
    arena_free(w.u.arena);
}

/* What is proved of each escort adds up to what is proved. */
static void the_bound_is_that_of_the_best_prices(void)
{
    struct priced_week w;
    priced_week(&w);
    struct colgen *g = generated(&w, TIER_REST, dear_roster(&w), 1);
    CU_ASSERT_EQUAL(charge_bound(w.net, TIER_REST, g->best, 0, g->least), g->bound);
    colgen_free(g);
    arena_free(w.u.arena);
}

static void quick_labels_prove_nothing(void)
{
    struct priced_week w;
    priced_week(&w);
    struct colgen *g = colgen_new(w.u.arena, w.net, TIER_RIGHTS, 0, 1);
    run(g, CARE_QUICK, INT64_MAX, WORK);
    CU_ASSERT_FALSE(g->converged);
    CU_ASSERT_EQUAL(g->bound, INT64_MIN);
    CU_ASSERT_EQUAL(colgen_points(g), INT64_MIN);
    CU_ASSERT_PTR_NULL(g->best);
    CU_ASSERT(g->master->n_plans > 2);
    colgen_free(g);
    arena_free(w.u.arena);
}

static void without_work_there_is_neither_plan_nor_proof(void)
{
    struct priced_week w;
    priced_week(&w);
    struct colgen *g = colgen_new(w.u.arena, w.net, TIER_RIGHTS, 0, 1);
    run(g, CARE_EXACT, INT64_MAX, 0);
    CU_ASSERT_FALSE(g->converged);
    CU_ASSERT_EQUAL(g->bound, INT64_MIN);
    CU_ASSERT_EQUAL(g->master->n_plans, 2);
    colgen_free(g);
    arena_free(w.u.arena);
}

/* Below 101 points there are the rosters of 70 and of 100 points; below 100 only the
 * first. */
static void what_a_better_roster_has_is_not_ruled_out(void)
{
    struct priced_week w;
    bool gone[6];
    priced_week(&w);
    struct colgen *g = generated(&w, TIER_REST, dear_roster(&w), 1);
    CU_ASSERT_EQUAL(colgen_rule_out(g, 101, gone), 0);
    colgen_rule_out(g, 71, gone);
    CU_ASSERT_FALSE(gone[FRED_TO_FILM] || gone[EVA_TO_WALK]);
    CU_ASSERT_FALSE(gone[EVA_TO_MATCH] || gone[FRED_TO_MATCH]);
    int n = 0;
    for (int i = 0; i < 6; i++)
        n += gone[i];
    CU_ASSERT_EQUAL(colgen_rule_out(g, 71, gone), n);
    CU_ASSERT_EQUAL(colgen_rule_out(g, 70 - 100000, gone), 6);
    colgen_free(g);
    arena_free(w.u.arena);
}

/* ---- two threads ------------------------------------------------------------------ */

#define SAME(x, y, n) (memcmp(x, y, (size_t)(n) * sizeof *(x)) == 0)

static bool same_prices(const struct problem *p, const struct prices *x, const struct prices *y)
{
    bool same = x->rights == y->rights && SAME(x->request, y->request, p->n_requests) &&
                SAME(x->team, y->team, p->n_options) && SAME(x->grant, y->grant, p->n_grants) &&
                SAME(x->session, y->session, p->n_sessions) &&
                SAME(x->shortage, y->shortage, 2 * p->n_clients) && x->n_members == y->n_members;
    for (int i = 0; same && i < x->n_members; i++)
        same = x->members[i].option == y->members[i].option &&
               x->members[i].escort == y->members[i].escort &&
               x->members[i].price == y->members[i].price;
    return same;
}

static bool same_plans(const struct master *x, const struct master *y)
{
    bool same = x->n_plans == y->n_plans;
    for (int i = 0; same && i < x->n_plans; i++) {
        const struct plan *a = &x->plans[i], *b = &y->plans[i];
        same = a->escort == b->escort && a->n == b->n && a->points == b->points &&
               SAME(a->nodes, b->nodes, a->n);
    }
    return same;
}

static void compare_threads(struct arena *a, const struct problem *p, int tier)
{
    struct colgen *g[2];
    for (int i = 0; i < 2; i++) {
        g[i] = colgen_new(a, net_new(a, p), tier, INT32_MAX, 1 + i);
        run(g[i], CARE_EXACT, INT64_MAX, WORK);
    }
    CU_ASSERT(g[0]->converged);
    CU_ASSERT_EQUAL(g[0]->bound, g[1]->bound);
    CU_ASSERT_EQUAL(g[0]->work, g[1]->work);
    CU_ASSERT(same_plans(g[0]->master, g[1]->master));
    CU_ASSERT_FATAL(g[0]->best && g[1]->best);
    CU_ASSERT(same_prices(p, g[0]->best, g[1]->best));
    CU_ASSERT_EQUAL(certificate_bound(p, tier, g[0]->best, INT32_MAX), colgen_points(g[0]));
    colgen_free(g[0]);
    colgen_free(g[1]);
}

/* In tier 2 with tier 1 as bad as it likes only what saves points is done. */
static void two_threads_find_the_same_as_one(void)
{
    char folder[] = "/tmp/ledsaga-colgen-XXXXXX", command[64];
    struct arena *a = arena_new();
    struct faults f = {0};
    const struct problem *p;
    CU_ASSERT_PTR_NOT_NULL_FATAL(mkdtemp(folder));
    CU_ASSERT_EQUAL_FATAL(workspace_invent(folder, "village", 1, 2026, 48, 1, &f), STATUS_OK);
    CU_ASSERT_EQUAL_FATAL(workspace_read(a, folder, 2026, 48, &p, &f), STATUS_OK);
    compare_threads(a, p, TIER_RIGHTS);
    compare_threads(a, p, TIER_REST);
    snprintf(command, sizeof command, "rm -r %s", folder);
    CU_ASSERT_EQUAL(system(command), 0);
    arena_free(a);
}

void colgen_suite(void)
{
    CU_pSuite s = CU_add_suite("colgen", NULL, NULL);

    CU_ADD_TEST(s, tier_1_is_found_and_proved_from_nothing);
    CU_ADD_TEST(s, tier_2_is_found_and_proved_from_a_dear_roster);
    CU_ADD_TEST(s, half_a_team_is_worth_nothing);
    CU_ADD_TEST(s, the_bound_is_that_of_the_best_prices);
    CU_ADD_TEST(s, quick_labels_prove_nothing);
    CU_ADD_TEST(s, without_work_there_is_neither_plan_nor_proof);
    CU_ADD_TEST(s, what_a_better_roster_has_is_not_ruled_out);
    CU_ADD_TEST(s, two_threads_find_the_same_as_one);
}
