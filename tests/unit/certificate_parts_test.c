/* A week in two parts and what can never be done, small enough to be proved in the head:
 * every request is worth 120 points of tier 1, and the points of tier 2 are few.
 *
 *     part     request  hours    who   points
 *     anna's   film     17 - 19  eva   30
 *     bo's     walk     18 - 20  fred  80
 *              match    18 - 20  fred  20      one of the two
 *     idle     trip     17 - 19  nobody
 *
 * The best: 0 + 120 + 120 points of tier 1, 30 + 20 of tier 2. */
#include "priced_week.h"
#include "solver/part_prices.h"

enum { FILM_OF_ANNA, WALK_OF_BO, TRIP_OF_CLEO, MATCH_OF_BO };

struct scene {
    struct priced_week w;
    struct arena *arena;
    const struct problem *p;
    struct certificate c;
    struct roster *best;
};

static void serve(struct scene *s, int request, int escort)
{
    const struct option *o = &s->p->options[s->p->requests[request].first_option];
    s->best->visits[request] =
        (struct visit){.start = o->start, .minutes = o->minutes, .n_escorts = 1, .escorts = {escort}};
}

/* Without any price but that of rights; 1 point each. */
static void certify(struct scene *s)
{
    s->c = (struct certificate){.stated = {true, true}, .rights_value = 240, .n_parts = 2};
    for (int i = 0; i < 2; i++)
        s->c.prices[i] = *prices_new(s->arena, s->p, 0);
    s->c.parts = NEW_ARRAY(s->arena, struct part_proof, 3);
    s->c.parts[0] = (struct part_proof){FILM_OF_ANNA, {true, true}, PRICE_SCALE, 0};
    s->c.parts[1] = (struct part_proof){WALK_OF_BO, {true, true}, PRICE_SCALE, 120};
}

static void begin(struct scene *s)
{
    struct priced_week *w = &s->w;
    priced_begin(w);
    int cleo = small_client(&w->u, "cleo");
    problem_accept_only(w->u.b, w->u.anna, &w->u.eva, 1);
    problem_accept_only(w->u.b, w->u.bo, &w->u.fred, 1);
    problem_accept_only(w->u.b, cleo, NULL, 0);
    struct request film = priced_request(w, "film", w->u.anna, 17, 30, 0);
    small_add(&w->u, &film);
    struct request walk = priced_request(w, "walk", w->u.bo, 18, 0, 80);
    small_add(&w->u, &walk);
    struct request trip = priced_request(w, "trip", cleo, 17, 0, 0);
    small_add(&w->u, &trip);
    struct request match = priced_request(w, "match", w->u.bo, 18, 0, 20);
    small_add(&w->u, &match);
    s->p = small_freeze(&w->u);
    s->arena = w->u.arena;
    s->best = roster_new(s->arena, s->p);
    serve(s, FILM_OF_ANNA, w->u.eva);
    serve(s, MATCH_OF_BO, w->u.fred);
    certify(s);
}

static void end(struct scene *s)
{
    arena_free(s->arena);
}

/* Recomputed for the best roster. */
static void proves(const struct scene *s, int64_t rights, int64_t rest)
{
    struct certified found = certificate_recompute(s->p, &s->c, s->best);
    CU_ASSERT_EQUAL(found.fit, PARTS_FIT);
    CU_ASSERT_EQUAL(found.bound[0], rights);
    CU_ASSERT_EQUAL(found.bound[1], rest);
}

static void misfits(const struct scene *s, enum parts_fit how, int request, int64_t rights)
{
    struct certified found = certificate_recompute(s->p, &s->c, s->best);
    CU_ASSERT_EQUAL(found.fit, how);
    CU_ASSERT_EQUAL(found.request, request);
    CU_ASSERT_EQUAL(found.bound[0], rights);
    CU_ASSERT((how == PARTS_OTHERWISE) == (found.bound[1] > INT64_MIN));
}

static void the_best_is_proved(void)
{
    struct scene s;
    begin(&s);
    const struct verdict *v = rules_judge(s.arena, s.p, s.best);
    CU_ASSERT_EQUAL(v->n_breaches, 0);
    CU_ASSERT_EQUAL(v->tier[TIER_RIGHTS], 240);
    CU_ASSERT_EQUAL(v->tier[TIER_REST], 50);
    proves(&s, 240, 50);
    end(&s);
}

/* At a tenth of a point fred would rather stay at home, which saves 20 points and costs
 * 12; the film has to be served all the same. */
static void a_part_has_its_own_price_of_rights(void)
{
    struct scene s;
    begin(&s);
    s.c.parts[1].rights = PRICE_SCALE / 10;
    proves(&s, 240, 30 + 12);
    s.c.parts[0].rights = PRICE_SCALE / 10;
    proves(&s, 240, 30 + 12);
    s.c.prices[1].rights = 5 * PRICE_SCALE; /* nobody's */
    proves(&s, 240, 30 + 12);
    end(&s);
}

/* With tier 1 at 240 the match may be left out too. */
static void a_part_has_its_own_value_of_tier_1(void)
{
    struct scene s;
    begin(&s);
    s.c.parts[1].rights_value = 240;
    struct certified found = certificate_recompute(s.p, &s.c, NULL);
    CU_ASSERT_EQUAL(found.fit, PARTS_FIT);
    CU_ASSERT_EQUAL(found.bound[1], 30 + 0);
    s.c.parts[1].rights_value = 0; /* cannot be: anything is true of it */
    CU_ASSERT(certificate_recompute(s.p, &s.c, NULL).bound[1] > 50);
    end(&s);
}

static void a_part_without_prices_is_bounded_request_by_request(void)
{
    struct scene s;
    begin(&s);
    s.c.parts[1].priced[0] = false;
    proves(&s, 0 + 0 + 120, 50);
    s.c.parts[1].priced[1] = false;
    proves(&s, 0 + 0 + 120, 30);
    s.c.parts[0].priced[1] = false;
    proves(&s, 0 + 0 + 120, 30);
    end(&s);
}

/* Fred is not short of time, so that a price on the walk is paid for nothing. What is left
 * of his part is rounded up to 120 points, and is not below what is true without prices. */
static void a_price_counts_in_its_own_part(void)
{
    struct scene s;
    begin(&s);
    s.c.prices[0].request[WALK_OF_BO] = 100 * PRICE_SCALE;
    proves(&s, 0 + 120 + 120, 50);
    s.c.prices[0].request[WALK_OF_BO] = 121 * PRICE_SCALE;
    proves(&s, 0 + 0 + 120, 50);
    s.c.prices[0].request[WALK_OF_BO] = 1000 * PRICE_SCALE;
    proves(&s, 0 + 0 + 120, 50);
    s.c.prices[0].request[WALK_OF_BO] = 0;
    s.c.prices[0].request[TRIP_OF_CLEO] = 1000 * PRICE_SCALE; /* nobody pays for it */
    proves(&s, 240, 50);
    end(&s);
}

/* A price too high for the walk is put right in each of two cases, with those of another
 * part between them in the list. */
static void a_part_has_its_own_cases(void)
{
    struct scene s;
    struct price_change right = {.of = PRICED_REQUEST, .index = WALK_OF_BO};
    begin(&s);
    struct case_proof list[] = {
        {NONE, {FORK_SERVED, WALK_OF_BO, 0, 0}, true, {1, &right}},
        {NONE, {FORK_SERVED, FILM_OF_ANNA, 0, 0}, true, {0, NULL}},
        {NONE, {FORK_UNSERVED, WALK_OF_BO, 0, 0}, true, {0, NULL}},
        {NONE, {FORK_UNSERVED, FILM_OF_ANNA, 0, 0}, true, {0, NULL}},
    };
    s.c.prices[0].request[WALK_OF_BO] = 1000 * PRICE_SCALE;
    s.c.cases[0] = (struct case_list){4, list};
    proves(&s, 0 + 120 + 120, 50); /* unserved, its price is nobody's */
    right.price = 240 * PRICE_SCALE;
    proves(&s, 0 + 0 + 120, 50);
    s.c.cases[0].n = 3;
    struct certified found = certificate_recompute(s.p, &s.c, s.best);
    CU_ASSERT_EQUAL(found.cases[0], CASES_ONE);
    CU_ASSERT_EQUAL(found.misfit[0], 1);
    CU_ASSERT_EQUAL(found.bound[0], INT64_MIN);
    CU_ASSERT_EQUAL(found.bound[1], 50);
    s.c.cases[0].n = 4;
    list[1].within = list[3].within = 0; /* of another part */
    found = certificate_recompute(s.p, &s.c, s.best);
    CU_ASSERT_EQUAL(found.cases[0], CASES_AMISS);
    CU_ASSERT_EQUAL(found.misfit[0], 1);
    end(&s);
}

static void unsound_prices_of_one_part_prove_nothing(void)
{
    struct scene s;
    begin(&s);
    s.c.prices[0].request[WALK_OF_BO] = -1;
    proves(&s, INT64_MIN, 50);
    s.c.parts[1].rights = INT64_MAX;
    proves(&s, INT64_MIN, INT64_MIN);
    end(&s);
}

static void every_part_is_there_once(void)
{
    struct scene s;
    begin(&s);
    s.c.n_parts = 1;
    misfits(&s, PARTS_MISSING, WALK_OF_BO, 120);
    s.c.parts[s.c.n_parts++] =
        (struct part_proof){FILM_OF_ANNA, {true, true}, PRICE_SCALE, 120};
    misfits(&s, PARTS_TWICE, FILM_OF_ANNA, 120);
    s.c.parts[1].request = MATCH_OF_BO; /* any request of the part */
    proves(&s, 240, 50);
    s.c.parts[s.c.n_parts++] = (struct part_proof){WALK_OF_BO, {true, true}, 0, 120};
    misfits(&s, PARTS_TWICE, WALK_OF_BO, 240);
    end(&s);
}

static void other_values_than_the_rosters_do_not_fit(void)
{
    struct scene s;
    begin(&s);
    s.c.parts[0].rights_value = 120;
    s.c.parts[1].rights_value = 0; /* changed places: the sum is the same */
    struct certified found = certificate_recompute(s.p, &s.c, s.best);
    CU_ASSERT_EQUAL(found.fit, PARTS_OTHERWISE);
    CU_ASSERT_EQUAL(found.request, FILM_OF_ANNA);
    CU_ASSERT_EQUAL(found.stated, 120);
    CU_ASSERT_EQUAL(found.value, 0);
    certify(&s);
    s.best->visits[MATCH_OF_BO] = (struct visit){0};
    found = certificate_recompute(s.p, &s.c, s.best);
    CU_ASSERT_EQUAL(found.fit, PARTS_OTHERWISE);
    CU_ASSERT_EQUAL(found.request, WALK_OF_BO);
    CU_ASSERT_EQUAL(found.stated, 120);
    CU_ASSERT_EQUAL(found.value, 240);
    end(&s);
}

/* As from a week that was solved whole: one price of rights for all. */
static void without_parts_it_is_of_the_whole(void)
{
    struct scene s;
    begin(&s);
    s.c.n_parts = 0;
    s.c.prices[1].rights = PRICE_SCALE;
    proves(&s, 240, 50);
    s.c.prices[1].rights = PRICE_SCALE / 10;
    proves(&s, 240, 12 + 12);
    end(&s);
}

static void the_solver_certifies_each_part(void)
{
    struct scene s;
    struct solve_options options = {.seed = 1, .prove = true};
    const struct solution *found;
    begin(&s);
    CU_ASSERT_EQUAL_FATAL(solve(s.arena, s.p, &options, NULL, &found, &s.w.u.faults),
                          STATUS_OK);
    const struct certificate *c = found->certificate;
    CU_ASSERT_PTR_NOT_NULL_FATAL(c);
    CU_ASSERT_EQUAL(c->n_parts, 2);
    CU_ASSERT_EQUAL(c->parts[0].request, FILM_OF_ANNA);
    CU_ASSERT_EQUAL(c->parts[1].request, WALK_OF_BO);
    CU_ASSERT_EQUAL(c->parts[0].rights_value, 0);
    CU_ASSERT_EQUAL(c->parts[1].rights_value, 120);
    CU_ASSERT_EQUAL(c->rights_value, 240);
    CU_ASSERT_EQUAL(c->bound[0], 240);
    CU_ASSERT_EQUAL(c->bound[1], 50);
    s.c = *c;
    proves(&s, 240, 50);
    options.prove = false;
    CU_ASSERT_EQUAL_FATAL(solve(s.arena, s.p, &options, NULL, &found, &s.w.u.faults),
                          STATUS_OK);
    CU_ASSERT_PTR_NULL(found->certificate);
    end(&s);
}

/* ---- to begin from ------------------------------------------------------------------ */

static const struct part *part_with(const struct scene *s, bool anna, bool bo)
{
    const bool requests[] = {anna, bo, false, bo}, escorts[] = {anna, bo};
    return part_of(s->arena, s->p, requests, escorts);
}

static void a_part_begins_from_the_prices_of_what_it_is_made_of(void)
{
    struct scene s;
    begin(&s);
    s.c.parts[0].rights = 7;
    s.c.parts[1].rights = 4;
    s.c.prices[1].rights = 9;
    s.c.prices[1].request[MATCH_OF_BO] = 5;
    s.c.prices[0].shortage[2 * s.w.u.bo + 1] = 3;
    const struct certificate *bos = certificate_cut(s.arena, part_with(&s, false, true), &s.c);
    CU_ASSERT_EQUAL(bos->n_parts, 0);
    CU_ASSERT_EQUAL(bos->prices[1].rights, 4);
    CU_ASSERT_EQUAL(bos->prices[1].request[0], 0);
    CU_ASSERT_EQUAL(bos->prices[1].request[1], 5);
    CU_ASSERT_EQUAL(bos->prices[0].shortage[1], 3);
    const struct part *both = part_with(&s, true, true);
    CU_ASSERT_EQUAL(certificate_cut(s.arena, both, &s.c)->prices[1].rights, 7);
    s.c.n_parts = 0;
    CU_ASSERT_EQUAL(certificate_cut(s.arena, both, &s.c)->prices[1].rights, 9);
    s.c.stated[1] = false;
    CU_ASSERT_FALSE(certificate_cut(s.arena, both, &s.c)->stated[1]);
    end(&s);
}

void certificate_parts_suite(void)
{
    CU_pSuite s = CU_add_suite("certificate_parts", NULL, NULL);

    CU_add_test(s, "the best roster of each part is proved", the_best_is_proved);
    CU_add_test(s, "a part has its own price of rights", a_part_has_its_own_price_of_rights);
    CU_add_test(s, "a part has its own value of tier 1", a_part_has_its_own_value_of_tier_1);
    CU_add_test(s, "a part without prices is bounded request by request",
                a_part_without_prices_is_bounded_request_by_request);
    CU_add_test(s, "a price counts in its own part", a_price_counts_in_its_own_part);
    CU_add_test(s, "a part has its own cases", a_part_has_its_own_cases);
    CU_add_test(s, "unsound prices of one part prove nothing of the week",
                unsound_prices_of_one_part_prove_nothing);
    CU_add_test(s, "every part is there once", every_part_is_there_once);
    CU_add_test(s, "other values than the roster's do not fit",
                other_values_than_the_rosters_do_not_fit);
    CU_add_test(s, "without parts it is of the whole", without_parts_it_is_of_the_whole);
    CU_add_test(s, "the solver certifies each part", the_solver_certifies_each_part);
    CU_add_test(s, "a part begins from the prices of what it is made of",
                a_part_begins_from_the_prices_of_what_it_is_made_of);
}
