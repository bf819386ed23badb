#include "solver/charge.h"

#include "priced_week.h"

/* What no price may be above, nor a team's below its negative, and what a point costs. */
#define PRICE_MOST INT64_C(100000000000000)
#define POINT ((int64_t)PRICE_SCALE)

enum { CHOIR = 3 };

/* The priced week, and a choir that a fourth request is for: each kind of price is there. */
struct priced {
    struct priced_week w;
    struct prices *x;
};

static void open_priced(struct priced *t)
{
    priced_begin(&t->w);
    add_three_requests(&t->w);
    struct session choir = {.id = "choir",
                            .activity = "choir",
                            .place = t->w.u.cinema,
                            .start = clock_on(WEDNESDAY, 13, 0),
                            .minutes = 60,
                            .capacity = 3,
                            .per_escort = 2};
    int session = problem_add_session(t->w.u.b, "choir", &choir);
    struct request song = small_request(&t->w.u, "song", t->w.u.bo);
    t->w.u.times[0] = (struct alternative){.wish = NONE, .session = session + 1};
    song.minutes = 60;
    small_add(&t->w.u, &song);
    priced_freeze(&t->w);
    t->x = prices_new(t->w.u.arena, t->w.p, 10);
}

static void close_priced(struct priced *t)
{
    arena_free(t->w.u.arena);
}

static int option_of(const struct priced *t, int request)
{
    return t->w.p->requests[request].first_option;
}

/* One price in a week without others: is it sound in that tier? */
static bool sound(int tier, int64_t *(*which)(struct priced *t), int64_t price)
{
    struct priced t;
    open_priced(&t);
    *which(&t) = price;
    bool is = prices_sound(t.w.p, tier, t.x);
    close_priced(&t);
    return is;
}

static int64_t *rights_price(struct priced *t)
{
    return &t->x->rights;
}

static int64_t *request_price(struct priced *t)
{
    return &t->x->request[WALK];
}

static int64_t *grant_price(struct priced *t)
{
    return &t->x->grant[0];
}

static int64_t *session_price(struct priced *t)
{
    return &t->x->session[0];
}

static int64_t *shortage_price(struct priced *t)
{
    return &t->x->shortage[2 * t->w.u.anna];
}

static int64_t *later_shortage_price(struct priced *t)
{
    return &t->x->shortage[2 * t->w.u.anna + 1];
}

static int64_t *team_price(struct priced *t)
{
    return &t->x->team[option_of(t, MATCH)];
}

static int64_t *lone_price(struct priced *t)
{
    return &t->x->team[option_of(t, FILM)];
}

static int64_t *price_of_member(struct priced *t, int request)
{
    t->x->n_members = 1;
    t->x->members[0] = (struct member_price){option_of(t, request), t->w.u.eva, 0};
    return &t->x->members[0].price;
}

static int64_t *member_price(struct priced *t)
{
    return price_of_member(t, MATCH);
}

static int64_t *lone_member_price(struct priced *t)
{
    return price_of_member(t, FILM);
}

static int64_t *(*const NEVER_NEGATIVE[])(struct priced *) = {
    rights_price, request_price, grant_price, session_price, shortage_price, member_price};
enum { NEVER_NEGATIVES = sizeof NEVER_NEGATIVE / sizeof *NEVER_NEGATIVE };

/* ---- what proves something ------------------------------------------------- */

static void no_prices_at_all_are_sound(void)
{
    CU_ASSERT(sound(TIER_RIGHTS, request_price, 0));
    CU_ASSERT(sound(TIER_REST, request_price, 0));
}

static void what_pays_for_a_limit_is_never_negative(void)
{
    for (int i = 0; i < NEVER_NEGATIVES; i++) {
        CU_ASSERT_FALSE(sound(TIER_REST, NEVER_NEGATIVE[i], -1));
        CU_ASSERT_FALSE(sound(TIER_REST, NEVER_NEGATIVE[i], INT64_MIN));
    }
    for (int i = 0; i < NEVER_NEGATIVES; i++)
        if (NEVER_NEGATIVE[i] != shortage_price)
            CU_ASSERT(sound(TIER_REST, NEVER_NEGATIVE[i], 1));
}

static void a_team_may_be_paid_or_may_pay(void)
{
    CU_ASSERT(sound(TIER_REST, team_price, 5 * POINT));
    CU_ASSERT(sound(TIER_REST, team_price, -5 * POINT));
}

static void one_escort_is_no_team(void)
{
    CU_ASSERT_FALSE(sound(TIER_REST, lone_price, 1));
    CU_ASSERT_FALSE(sound(TIER_REST, lone_price, -1));
    CU_ASSERT_FALSE(sound(TIER_REST, lone_member_price, 1));
    CU_ASSERT_FALSE(sound(TIER_REST, lone_member_price, 0));
}

static void tier_1_has_no_price_within_itself(void)
{
    CU_ASSERT_FALSE(sound(TIER_RIGHTS, rights_price, 1));
    CU_ASSERT_FALSE(sound(TIER_RIGHTS, rights_price, -1));
}

static void prices_beyond_all_sums_prove_nothing(void)
{
    for (int i = 0; i < NEVER_NEGATIVES; i++) {
        CU_ASSERT_FALSE(sound(TIER_REST, NEVER_NEGATIVE[i], PRICE_MOST + 1));
        CU_ASSERT_FALSE(sound(TIER_REST, NEVER_NEGATIVE[i], INT64_MAX));
    }
    CU_ASSERT(sound(TIER_REST, request_price, PRICE_MOST));
    CU_ASSERT(sound(TIER_REST, team_price, PRICE_MOST));
    CU_ASSERT(sound(TIER_REST, team_price, -PRICE_MOST));
    CU_ASSERT_FALSE(sound(TIER_REST, team_price, PRICE_MOST + 1));
    CU_ASSERT_FALSE(sound(TIER_REST, team_price, -PRICE_MOST - 1));
}

/* Of a grant a visit pays 120 minutes at once. */
static void nor_do_prices_that_are_so_only_together(void)
{
    const int64_t charge_most = 10 * PRICE_MOST;
    CU_ASSERT(sound(TIER_RIGHTS, grant_price, charge_most / 120));
    CU_ASSERT_FALSE(sound(TIER_RIGHTS, grant_price, charge_most / 120 + 1200 * POINT));
}

static void nor_do_too_many_dear_members(void)
{
    struct priced t;
    open_priced(&t);
    for (int i = 0; i < 10; i++)
        t.x->members[i] =
            (struct member_price){option_of(&t, MATCH), i % 2, PRICE_MOST};
    t.x->n_members = 9;
    CU_ASSERT(prices_sound(t.w.p, TIER_REST, t.x));
    t.x->n_members = 10;
    t.x->request[MATCH] = 1;
    CU_ASSERT(prices_sound(t.w.p, TIER_REST, t.x));
    t.x->team[option_of(&t, MATCH)] = 2;
    CU_ASSERT_FALSE(prices_sound(t.w.p, TIER_REST, t.x));
    close_priced(&t);
}

/* 4 points of tier 1 a minute, then 8 more. */
static void a_minute_short_is_worth_what_it_costs_at_most(void)
{
    CU_ASSERT(sound(TIER_RIGHTS, shortage_price, 4 * POINT));
    CU_ASSERT_FALSE(sound(TIER_RIGHTS, shortage_price, 4 * POINT + 1));
    CU_ASSERT(sound(TIER_RIGHTS, later_shortage_price, 8 * POINT));
    CU_ASSERT_FALSE(sound(TIER_RIGHTS, later_shortage_price, 8 * POINT + 1));
}

static void and_in_tier_2_at_the_price_of_tier_1(void)
{
    struct priced t;
    CU_ASSERT_FALSE(sound(TIER_REST, shortage_price, 1));
    open_priced(&t);
    t.x->rights = 3;
    *shortage_price(&t) = 12;
    CU_ASSERT(prices_sound(t.w.p, TIER_REST, t.x));
    *shortage_price(&t) = 13;
    CU_ASSERT_FALSE(prices_sound(t.w.p, TIER_REST, t.x));
    close_priced(&t);
}

static void a_cap_takes_what_is_too_much_and_no_more(void)
{
    struct priced t;
    open_priced(&t);
    *shortage_price(&t) = 4 * POINT + 7;
    *later_shortage_price(&t) = 8 * POINT - 1;
    t.x->request[FILM] = 11;
    prices_cap(t.w.p, TIER_RIGHTS, t.x);
    CU_ASSERT_EQUAL(*shortage_price(&t), 4 * POINT);
    CU_ASSERT_EQUAL(*later_shortage_price(&t), 8 * POINT - 1);
    CU_ASSERT_EQUAL(t.x->request[FILM], 11);
    t.x->rights = 2;
    prices_cap(t.w.p, TIER_REST, t.x);
    CU_ASSERT_EQUAL(*shortage_price(&t), 8);
    CU_ASSERT_EQUAL(*later_shortage_price(&t), 16);
    close_priced(&t);
}

static void a_copy_has_all_prices_of_its_own(void)
{
    struct priced t;
    open_priced(&t);
    *rights_price(&t) = 1;
    *request_price(&t) = 2;
    *grant_price(&t) = 3;
    *session_price(&t) = 4;
    *later_shortage_price(&t) = 5;
    *team_price(&t) = -6;
    *member_price(&t) = 7;
    struct prices *copy = prices_copy(t.w.u.arena, t.w.p, t.x);
    *request_price(&t) = *grant_price(&t) = *session_price(&t) = *team_price(&t) = 0;
    *later_shortage_price(&t) = t.x->members[0].price = 0;
    CU_ASSERT_EQUAL(copy->rights, 1);
    CU_ASSERT_EQUAL(copy->request[WALK], 2);
    CU_ASSERT_EQUAL(copy->grant[0], 3);
    CU_ASSERT_EQUAL(copy->session[0], 4);
    CU_ASSERT_EQUAL(copy->shortage[2 * t.w.u.anna + 1], 5);
    CU_ASSERT_EQUAL(copy->team[option_of(&t, MATCH)], -6);
    CU_ASSERT_EQUAL(copy->n_members, 1);
    CU_ASSERT_EQUAL(copy->members[0].price, 7);
    CU_ASSERT_EQUAL(copy->members[0].escort, t.w.u.eva);
    close_priced(&t);
}

/* ---- what plans and teams pay ------------------------------------------------ */

static int node_of(const struct priced *t, int request, int escort)
{
    for (int n = t->w.net->first[request]; n < t->w.net->first[request + 1]; n++)
        if (t->w.net->nodes[n].escort == escort)
            return n;
    CU_FAIL_FATAL("no such node");
    return NONE;
}

static int64_t charge_of(const struct priced *t, int tier, int request, int escort)
{
    int64_t *charge = NEW_ARRAY(t->w.u.arena, int64_t, t->w.net->n_nodes);
    charge_nodes(t->w.net, tier, t->x, charge);
    return charge[node_of(t, request, escort)];
}

static int64_t team_charge_of(const struct priced *t, int tier, int request)
{
    int64_t *charge = NEW_ARRAY(t->w.u.arena, int64_t, t->w.p->n_options);
    charge_teams(t->w.net, tier, t->x, charge);
    return charge[option_of(t, request)];
}

/* 120 minutes of 10 points, of a decision and of an assessed client. */
static void a_visit_earns_its_rights_and_pays_its_prices(void)
{
    struct priced t;
    open_priced(&t);
    CU_ASSERT_EQUAL(charge_of(&t, TIER_RIGHTS, FILM, t.w.u.eva), -1200 * POINT);
    t.x->request[FILM] = 700 * POINT;
    *grant_price(&t) = 2 * POINT;
    *shortage_price(&t) = POINT;
    *later_shortage_price(&t) = 3;
    CU_ASSERT_EQUAL(charge_of(&t, TIER_RIGHTS, FILM, t.w.u.fred),
                    -1200 * POINT + 700 * POINT + 120 * 2 * POINT - 120 * (POINT + 3));
    *session_price(&t) = 5 * POINT;
    CU_ASSERT_EQUAL(charge_of(&t, TIER_RIGHTS, CHOIR, t.w.u.fred), -60 * POINT + 5 * POINT);
    CU_ASSERT_EQUAL(charge_of(&t, TIER_RIGHTS, WALK, t.w.u.eva), -120 * POINT);
    CU_ASSERT_EQUAL(team_charge_of(&t, TIER_RIGHTS, FILM), 0);
    close_priced(&t);
}

static void in_tier_2_rights_count_at_their_price(void)
{
    struct priced t;
    open_priced(&t);
    CU_ASSERT_EQUAL(charge_of(&t, TIER_REST, FILM, t.w.u.fred), 0);
    t.x->rights = 3;
    CU_ASSERT_EQUAL(charge_of(&t, TIER_REST, FILM, t.w.u.fred), -3600);
    close_priced(&t);
}

/* The match is worth 120; each of two escorts pays the team. */
static void a_team_pays_once_what_its_escorts_pay_it(void)
{
    struct priced t;
    open_priced(&t);
    *team_price(&t) = 30 * POINT;
    *member_price(&t) = 7 * POINT;
    t.x->request[MATCH] = 4 * POINT;
    CU_ASSERT_EQUAL(charge_of(&t, TIER_RIGHTS, MATCH, t.w.u.eva), 37 * POINT);
    CU_ASSERT_EQUAL(charge_of(&t, TIER_RIGHTS, MATCH, t.w.u.fred), 30 * POINT);
    CU_ASSERT_EQUAL(team_charge_of(&t, TIER_RIGHTS, MATCH), (-120 + 4 - 2 * 30 - 7) * POINT);
    close_priced(&t);
}

/* ---- bounds ------------------------------------------------------------------- */

static int64_t bound_of(const struct priced_week *w, int tier, const struct prices *x,
                        int64_t rights_value, int64_t eva, int64_t fred)
{
    const int64_t least[] = {eva, fred};
    return charge_bound(w->net, tier, x, rights_value, least);
}

/* 1440 points when nothing is served. Without prices each escort takes the film, and the
 * team comes by itself; with these ones nobody earns anything. */
static void a_bound_of_tier_1_by_hand(void)
{
    struct priced_week w;
    priced_week(&w);
    struct prices *x = prices_new(w.u.arena, w.p, 0);
    CU_ASSERT_EQUAL(bound_of(&w, TIER_RIGHTS, x, 0, -1200 * POINT, -1200 * POINT),
                    (1440 - 1200 - 1200 - 120) * POINT);
    x->request[FILM] = 1200 * POINT;
    x->request[WALK] = x->request[MATCH] = 120 * POINT;
    CU_ASSERT_EQUAL(bound_of(&w, TIER_RIGHTS, x, 0, 0, 0), 0);
    x->grant[0] = 3;
    CU_ASSERT_EQUAL(bound_of(&w, TIER_RIGHTS, x, 0, 0, 0), -3 * 600);
    arena_free(w.u.arena);
}

/* Of 120 minutes asked for, 30 short cost nothing and 60 no more than 4 points each. */
static void shortages_begin_where_they_cost_something(void)
{
    struct priced_week w;
    priced_week(&w);
    struct prices *x = prices_new(w.u.arena, w.p, 0);
    int64_t before = bound_of(&w, TIER_RIGHTS, x, 0, 0, 0);
    x->shortage[2 * w.u.anna] = 5;
    CU_ASSERT_EQUAL(bound_of(&w, TIER_RIGHTS, x, 0, 0, 0), before + 5 * (120 - 30));
    x->shortage[2 * w.u.anna + 1] = 7;
    CU_ASSERT_EQUAL(bound_of(&w, TIER_RIGHTS, x, 0, 0, 0),
                    before + 5 * (120 - 30) + 7 * (120 - 60));
    x->shortage[2 * w.u.bo] = 1; /* of whom nothing is assessed */
    CU_ASSERT_EQUAL(bound_of(&w, TIER_RIGHTS, x, 0, 0, 0),
                    before + 5 * (120 - 30) + 7 * (120 - 60) - 30);
    arena_free(w.u.arena);
}

static void a_session_is_paid_for_all_its_room(void)
{
    struct priced t;
    open_priced(&t);
    int64_t before = bound_of(&t.w, TIER_REST, t.x, 0, 0, 0);
    *session_price(&t) = 11;
    CU_ASSERT_EQUAL(bound_of(&t.w, TIER_REST, t.x, 0, 0, 0), before - 3 * 11);
    close_priced(&t);
}

/* At a point for each of tier 1 the film is worth 1200, of which its price leaves 40, and
 * the walk 120, of which it leaves 50. So eva gains 40 by either, fred nothing; and 20 by
 * the match, whose team then has nothing left. That is the best roster's 70. */
static void a_bound_of_tier_2_by_hand(void)
{
    struct priced_week w;
    priced_week(&w);
    struct prices *x = prices_new(w.u.arena, w.p, 0);
    CU_ASSERT_EQUAL(bound_of(&w, TIER_REST, x, 0, 0, 0), 0);
    x->rights = POINT;
    x->request[FILM] = 1160 * POINT;
    x->request[WALK] = 70 * POINT;
    x->request[MATCH] = 80 * POINT;
    x->team[w.p->requests[MATCH].first_option] = -20 * POINT;
    CU_ASSERT_EQUAL(bound_of(&w, TIER_REST, x, 0, -60 * POINT, 0), 70 * POINT);
    CU_ASSERT_EQUAL(bound_of(&w, TIER_REST, x, 50, -60 * POINT, 0), (70 - 50) * POINT);
    CU_ASSERT_EQUAL(certificate_bound(w.p, TIER_REST, x, 0), 70);
    CU_ASSERT_EQUAL(certificate_bound(w.p, TIER_REST, x, 50), 20);
    x->request[MATCH]--; /* a team that is worth something comes */
    CU_ASSERT_EQUAL(bound_of(&w, TIER_REST, x, 0, -60 * POINT, 0), 70 * POINT);
    x->request[MATCH] += 3;
    CU_ASSERT_EQUAL(bound_of(&w, TIER_REST, x, 0, -60 * POINT, 0), 70 * POINT - 2);
    arena_free(w.u.arena);
}

static void prices_that_are_not_sound_prove_nothing(void)
{
    struct priced_week w;
    priced_week(&w);
    struct prices *x = prices_new(w.u.arena, w.p, 0);
    CU_ASSERT(certificate_bound(w.p, TIER_REST, x, 0) > INT64_MIN);
    x->grant[0] = -1;
    CU_ASSERT_EQUAL(certificate_bound(w.p, TIER_REST, x, 0), INT64_MIN);
    arena_free(w.u.arena);
}

static void a_bound_that_does_not_fit_is_none(void)
{
    struct priced_week w;
    priced_week(&w);
    struct prices *x = prices_new(w.u.arena, w.p, 0);
    CU_ASSERT_EQUAL(bound_of(&w, TIER_REST, x, 0, INT64_MIN, -1), INT64_MIN);
    CU_ASSERT_EQUAL(bound_of(&w, TIER_REST, x, 0, INT64_MAX, 1), INT64_MIN);
    arena_free(w.u.arena);
}

/* ---- whole points --------------------------------------------------------------- */

static void a_bound_of_tier_2_is_rounded_up_to_a_point(void)
{
    struct priced_week w;
    priced_week(&w);
    CU_ASSERT_EQUAL(charge_whole(w.p, TIER_REST, 0), 0);
    CU_ASSERT_EQUAL(charge_whole(w.p, TIER_REST, 1), 1);
    CU_ASSERT_EQUAL(charge_whole(w.p, TIER_REST, POINT), 1);
    CU_ASSERT_EQUAL(charge_whole(w.p, TIER_REST, POINT + 1), 2);
    CU_ASSERT_EQUAL(charge_whole(w.p, TIER_REST, -1), 0);
    CU_ASSERT_EQUAL(charge_whole(w.p, TIER_REST, -POINT), -1);
    CU_ASSERT_EQUAL(charge_whole(w.p, TIER_REST, -POINT - 1), -1);
    CU_ASSERT_EQUAL(charge_whole(w.p, TIER_REST, INT64_MIN), INT64_MIN);
    arena_free(w.u.arena);
}

/* 1200 and 120 points of what is not served, 4 times 90 and 8 times 60 of who is short. */
static void one_of_tier_1_to_the_next_that_a_roster_can_have(void)
{
    struct priced_week w;
    priced_week(&w);
    CU_ASSERT_EQUAL(charge_whole(w.p, TIER_RIGHTS, 0), 0);
    CU_ASSERT_EQUAL(charge_whole(w.p, TIER_RIGHTS, 1), 120);
    CU_ASSERT_EQUAL(charge_whole(w.p, TIER_RIGHTS, 120 * POINT), 120);
    CU_ASSERT_EQUAL(charge_whole(w.p, TIER_RIGHTS, 120 * POINT + 1), 240);
    CU_ASSERT_EQUAL(charge_whole(w.p, TIER_RIGHTS, -POINT), 0);
    CU_ASSERT_EQUAL(charge_whole(w.p, TIER_RIGHTS, -120 * POINT), -120);
    arena_free(w.u.arena);
}

void charge_suite(void)
{
    CU_pSuite s = CU_add_suite("charge", NULL, NULL);

    CU_ADD_TEST(s, no_prices_at_all_are_sound);
    CU_ADD_TEST(s, what_pays_for_a_limit_is_never_negative);
    CU_ADD_TEST(s, a_team_may_be_paid_or_may_pay);
    CU_ADD_TEST(s, one_escort_is_no_team);
    CU_ADD_TEST(s, tier_1_has_no_price_within_itself);
    CU_ADD_TEST(s, prices_beyond_all_sums_prove_nothing);
    CU_ADD_TEST(s, nor_do_prices_that_are_so_only_together);
    CU_ADD_TEST(s, nor_do_too_many_dear_members);
    CU_ADD_TEST(s, a_minute_short_is_worth_what_it_costs_at_most);
    CU_ADD_TEST(s, and_in_tier_2_at_the_price_of_tier_1);
    CU_ADD_TEST(s, a_cap_takes_what_is_too_much_and_no_more);
    CU_ADD_TEST(s, a_copy_has_all_prices_of_its_own);
    CU_ADD_TEST(s, a_visit_earns_its_rights_and_pays_its_prices);
    CU_ADD_TEST(s, in_tier_2_rights_count_at_their_price);
    CU_ADD_TEST(s, a_team_pays_once_what_its_escorts_pay_it);
    CU_ADD_TEST(s, a_bound_of_tier_1_by_hand);
    CU_ADD_TEST(s, shortages_begin_where_they_cost_something);
    CU_ADD_TEST(s, a_session_is_paid_for_all_its_room);
    CU_ADD_TEST(s, a_bound_of_tier_2_by_hand);
    CU_ADD_TEST(s, prices_that_are_not_sound_prove_nothing);
    CU_ADD_TEST(s, a_bound_that_does_not_fit_is_none);
    CU_ADD_TEST(s, a_bound_of_tier_2_is_rounded_up_to_a_point);
    CU_ADD_TEST(s, one_of_tier_1_to_the_next_that_a_roster_can_have);
}
