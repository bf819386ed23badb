#include "solver/master.h"

#include "priced_week.h"

#include <math.h>

static bool near(double a, double b)
{
    return fabs(a - b) < 1e-6;
}

static struct master *master_of(struct priced_week *w, int tier)
{
    return master_new(w->u.arena, w->net, tier, 0);
}

static bool add(struct master *m, int escort, int n, const int *nodes)
{
    return master_add(m, &(struct plan){escort, n, nodes, plan_points(m->net, escort, nodes, n)});
}

/* Every week of work that the escorts of the priced week can have. */
static void add_all(const struct priced_week *w, struct master *m)
{
    const int film[] = {EVA_TO_MATCH, EVA_TO_FILM, FRED_TO_MATCH, FRED_TO_FILM};
    const int walk[] = {EVA_TO_MATCH, EVA_TO_WALK, FRED_TO_MATCH, FRED_TO_WALK};
    const int *both[] = {film, walk};
    for (int i = 0; i < 2; i++)
        for (int e = 0; e < 2; e++) {
            int escort = e == 0 ? w->u.eva : w->u.fred;
            CU_ASSERT(plan_lawful(w->net, escort, both[i] + 2 * e, 2));
            add(m, escort, 2, both[i] + 2 * e);
            add(m, escort, 1, both[i] + 2 * e + 1);
            add(m, escort, 1, both[i] + 2 * e);
        }
}

static enum live_outcome solved(struct master *m)
{
    struct live_limits limits = {0};
    struct faults f = {0};
    enum live_outcome outcome;
    CU_ASSERT_EQUAL_FATAL(live_solve(m->lp, &limits, &outcome, NULL, &f), STATUS_OK);
    return outcome;
}

static double value_of(struct master *m)
{
    CU_ASSERT_EQUAL_FATAL(solved(m), LIVE_OPTIMAL);
    return master_value(m);
}

static int64_t proved(const struct priced_week *w, const struct master *m)
{
    return certificate_bound(w->p, m->tier, master_prices(w->u.arena, m), 0);
}

static double share_of_plan(const struct master *m, int node)
{
    double share = 0;
    for (int c = 0; c < m->n_columns; c++)
        for (int i = 0; m->columns[c].plan != NONE && i < m->plans[m->columns[c].plan].n; i++)
            if (m->plans[m->columns[c].plan].nodes[i] == node)
                share += master_share(m, c);
    return share;
}

/* ---- the priced week ----------------------------------------------------------- */

static void without_plans_nothing_is_served(void)
{
    struct priced_week w;
    priced_week(&w);
    struct master *m = master_of(&w, TIER_RIGHTS);
    /* 360 and 480 points for a client short of 120 minutes; the rest is the constant. */
    CU_ASSERT(near(value_of(m), 4 * 90 + 8 * 60));
    CU_ASSERT_EQUAL(m->n_plans, 2);
    CU_ASSERT_EQUAL(master_cut(m), 0);
    master_free(m);
    m = master_of(&w, TIER_REST); /* which is against the value of tier 1 */
    CU_ASSERT_EQUAL(solved(m), LIVE_INFEASIBLE);
    master_allow_excess(m, true, 2);
    CU_ASSERT(near(value_of(m), 2 * (1440 + 4 * 90 + 8 * 60)));
    master_allow_excess(m, false, 0);
    CU_ASSERT_EQUAL(solved(m), LIVE_INFEASIBLE);
    master_free(m);
    arena_free(w.u.arena);
}

static void tier_1_serves_all_and_proves_it(void)
{
    struct priced_week w;
    priced_week(&w);
    struct master *m = master_of(&w, TIER_RIGHTS);
    add_all(&w, m);
    CU_ASSERT(near(value_of(m), -1440));
    CU_ASSERT_EQUAL(master_cut(m), 0);
    CU_ASSERT_EQUAL(proved(&w, m), 0);
    master_free(m);
    arena_free(w.u.arena);
}

static void tier_2_sends_fred_to_the_film(void)
{
    struct priced_week w;
    priced_week(&w);
    struct master *m = master_of(&w, TIER_REST);
    add_all(&w, m);
    CU_ASSERT(near(value_of(m), 70));
    CU_ASSERT(near(share_of_plan(m, FRED_TO_FILM), 1));
    CU_ASSERT(near(share_of_plan(m, EVA_TO_WALK), 1));
    CU_ASSERT(near(share_of_plan(m, EVA_TO_MATCH) + share_of_plan(m, FRED_TO_MATCH), 2));
    CU_ASSERT_EQUAL(proved(&w, m), 70);
    master_free(m);
    arena_free(w.u.arena);
}

/* No plan costs less than its escort's row pays: that is what pricing looks for. */
static void no_plan_in_it_is_worth_having_at_its_prices(void)
{
    struct priced_week w;
    priced_week(&w);
    for (int tier = TIER_RIGHTS; tier <= TIER_REST; tier++) {
        struct master *m = master_of(&w, tier);
        add_all(&w, m);
        value_of(m);
        int64_t *charge = NEW_ARRAY(w.u.arena, int64_t, w.net->n_nodes);
        struct prices *x = master_prices(w.u.arena, m);
        CU_ASSERT(prices_sound(w.p, tier, x));
        charge_nodes(w.net, tier, x, charge);
        for (int i = 0; i < m->n_plans; i++) {
            const struct plan *plan = &m->plans[i];
            int64_t cost = tier == TIER_REST ? plan->points * PRICE_SCALE : 0;
            for (int k = 0; k < plan->n; k++)
                cost += charge[plan->nodes[k]];
            CU_ASSERT(cost >= master_worth(m, plan->escort) - 10);
        }
        master_free(m);
    }
    arena_free(w.u.arena);
}

/* With eva at the film as well, fred must take the walk: 0 + 80 + 20. */
static void what_is_held_is_taken_whole(void)
{
    struct priced_week w;
    priced_week(&w);
    struct master *m = master_of(&w, TIER_REST);
    add_all(&w, m);
    value_of(m);
    int eva = NONE;
    for (int c = 0; c < m->n_columns; c++)
        if (m->columns[c].plan != NONE && m->plans[m->columns[c].plan].n == 2 &&
            m->plans[m->columns[c].plan].nodes[1] == EVA_TO_FILM)
            eva = c;
    master_hold(m, eva, 1);
    CU_ASSERT(near(value_of(m), 100));
    master_hold(m, eva, -1);
    CU_ASSERT(near(value_of(m), 70));
    master_hold(m, eva, 0);
    CU_ASSERT(near(value_of(m), 70));
    CU_ASSERT(near(master_share(m, eva), 0));
    master_free(m);
    arena_free(w.u.arena);
}

static void a_plan_that_is_there_is_not_taken_again(void)
{
    struct priced_week w;
    priced_week(&w);
    struct master *m = master_of(&w, TIER_REST);
    int film[] = {EVA_TO_FILM}, walk[] = {EVA_TO_WALK};
    CU_ASSERT_FALSE(add(m, w.u.eva, 0, NULL));
    CU_ASSERT(add(m, w.u.eva, 1, film));
    CU_ASSERT(add(m, w.u.eva, 1, walk));
    film[0] = EVA_TO_WALK; /* which the master must not see */
    CU_ASSERT_FALSE(add(m, w.u.eva, 1, film));
    film[0] = EVA_TO_FILM;
    CU_ASSERT_FALSE(add(m, w.u.eva, 1, film));
    CU_ASSERT_EQUAL(m->n_plans, 4);
    master_free(m);
    arena_free(w.u.arena);
}

/* ---- teams ---------------------------------------------------------------------- */

enum { FRED_AT_FILM, EVA_AT_MATCH, FRED_AT_MATCH };

/* 240 points for the film, 120 for the match; 360 when nothing is served. */
static void half_a_team_does_not_come(void)
{
    struct priced_week w;
    half_a_team(&w);
    CU_ASSERT_EQUAL_FATAL(w.net->n_nodes, 3);
    struct master *m = master_of(&w, TIER_RIGHTS);
    const int film[] = {FRED_AT_FILM}, eva[] = {EVA_AT_MATCH}, fred[] = {FRED_AT_MATCH};
    add(m, w.u.fred, 1, film);
    add(m, w.u.eva, 1, eva);
    add(m, w.u.fred, 1, fred);
    CU_ASSERT(near(value_of(m), -240 - 60));
    CU_ASSERT(proved(&w, m) <= 120);
    CU_ASSERT_EQUAL(master_cut(m), 1);
    CU_ASSERT_EQUAL(m->n_members, 1);
    CU_ASSERT_EQUAL(m->members[0].escort, w.u.eva);
    CU_ASSERT(near(value_of(m), -240));
    CU_ASSERT_EQUAL(master_cut(m), 0);
    CU_ASSERT_EQUAL(proved(&w, m), 120);
    struct prices *x = master_prices(w.u.arena, m);
    CU_ASSERT_EQUAL(x->n_members, 1);
    CU_ASSERT(x->members[0].price > 0);
    master_free(m);
    arena_free(w.u.arena);
}

/* A plan and a team that come after the row are in it as well. */
static void what_comes_later_is_cut_too(void)
{
    struct priced_week w;
    half_a_team(&w);
    struct master *m = master_of(&w, TIER_RIGHTS);
    const int film[] = {FRED_AT_FILM}, eva[] = {EVA_AT_MATCH}, fred[] = {FRED_AT_MATCH};
    add(m, w.u.eva, 1, eva);
    CU_ASSERT(near(value_of(m), -60));
    CU_ASSERT_EQUAL(master_cut(m), 1);
    CU_ASSERT(near(value_of(m), 0));
    add(m, w.u.fred, 1, fred);
    CU_ASSERT(near(value_of(m), -120));
    CU_ASSERT_EQUAL(master_cut(m), 0);
    add(m, w.u.fred, 1, film);
    CU_ASSERT(near(value_of(m), -240));
    master_free(m);

    m = master_of(&w, TIER_RIGHTS);
    add(m, w.u.fred, 1, fred);
    value_of(m);
    CU_ASSERT_EQUAL(master_cut(m), 1);
    add(m, w.u.eva, 1, eva);
    CU_ASSERT(near(value_of(m), -120));
    master_free(m);
    arena_free(w.u.arena);
}

void master_suite(void)
{
    CU_pSuite s = CU_add_suite("master", NULL, NULL);

    CU_ADD_TEST(s, without_plans_nothing_is_served);
    CU_ADD_TEST(s, tier_1_serves_all_and_proves_it);
    CU_ADD_TEST(s, tier_2_sends_fred_to_the_film);
    CU_ADD_TEST(s, no_plan_in_it_is_worth_having_at_its_prices);
    CU_ADD_TEST(s, what_is_held_is_taken_whole);
    CU_ADD_TEST(s, a_plan_that_is_there_is_not_taken_again);
    CU_ADD_TEST(s, half_a_team_does_not_come);
    CU_ADD_TEST(s, what_comes_later_is_cut_too);
}
