#include "small_unit.h"

/* A problem with something of everything; `change` picks one thing that is
 * different, 0 is none. Changes below zero are those that do not matter. */
static uint64_t hash_with(int change)
{
    struct rule_figures rule = rule_figures_default();
    struct weight_figures weight = weight_figures_default();
    struct small_unit u;
    struct request r;
    struct decision d;
    struct client c = {.id = "ceda", .name = "Ceda", .area = "", .home = NONE};
    uint16_t matrix[] = {0, 7, 9, 0};
    uint64_t hash;
    int lift, k;

    small_begin(&u, change == 1 ? 2027 : 2026, 48);
    rule.gap_minutes += change == 2;
    weight.face_new += change == 3;
    problem_set_figures(u.b, &rule, &weight);
    lift = problem_add_skill(u.b, change == 4 ? "sign" : "lift");
    matrix[2] = (uint16_t)(change == 5 ? 265 : 9);
    problem_set_travel_matrix(u.b, matrix, 2);
    c.id = change == 6 ? "cedar" : "ceda";
    c.name = change == -1 ? "Somebody Else" : "Ceda";
    problem_add_client(u.b, "ceda", &c);
    if (change == 7)
        problem_bar(u.b, u.anna, u.eva, BAR_CLIENT);
    if (change == 8)
        problem_add_history(u.b, u.anna, u.eva, 1);
    if (change == 9)
        problem_add_absence(u.b, u.eva, (struct span){0, 15});
    if (change == 10)
        problem_add_outside(u.b, u.eva, (struct span){-60, -1});
    if (change == 11)
        problem_client_wishes(u.b, u.anna, (int[]){u.eva}, 1);
    d = small_decision("d", u.anna);
    d.minutes += change == 12;
    k = problem_add_decision(u.b, "d", &d);
    if (change == 13)
        problem_add_used(u.b, k, date_days(2026, 11, 1), 5);
    r = small_request(&u, "r", u.anna);
    r.minutes += change == 14;
    r.needs.skills = change == 15 ? UINT64_C(1) << lift : 0;
    r.activity = change == -2 ? "theatre" : "cinema";
    r.n_extra = change == 16 ? 1 : 0;
    r.extra = &(struct escort_points){u.eva, 10};
    small_add(&u, &r);
    r = small_request(&u, "s", u.bo);
    u.times[0].to += change == 17 ? 15 : 0;
    small_add(&u, &r);
    if (change == 18)
        problem_pin(u.b, 0, NONE, NULL, 0);
    if (change == 19)
        problem_add_link(u.b, "", &(struct link){0, 1, 0, 0, false});
    hash = small_freeze(&u)->hash;
    arena_free(u.arena);
    return hash;
}

/* What other functions than those that add a thing tell. */
static void tell_people(struct small_unit *u, int change)
{
    struct escort_past past = {.known = 1, .minutes = {600}};
    struct rule_figures rule = rule_figures_default();
    struct cost_figures cost = cost_figures_default();

    if (change == 20)
        problem_client_named(u->b, u->anna, u->eva, NONE);
    if (change == 21)
        problem_client_named(u->b, u->anna, u->eva, u->fred);
    if (change == 22)
        problem_client_shares(u->b, u->anna, u->bo);
    if (change == 23)
        problem_client_short(u->b, u->anna, 60);
    if (change == 24)
        problem_escort_past(u->b, u->eva, &past);
    past.weekends = 1;
    if (change == 25)
        problem_escort_past(u->b, u->eva, &past);
    if (change == 26)
        problem_add_delegation(u->b, u->eva,
                               &(struct delegation){u->anna, 1, {1, 2}});
    if (change == 27)
        problem_add_delegation(u->b, u->eva,
                               &(struct delegation){u->anna, 1, {1, 3}});
    if (change == 28)
        problem_add_meeting(u->b, u->anna, u->eva, 20);
    if (change == 29)
        problem_add_pair_minutes(u->b, u->anna, u->eva,
                                 date_days(2026, 11, 2), 60);
    if (change == 30)
        problem_set_today(u->b, 20000);
    if (change == 31)
        problem_set_published(u->b, 20000);
    if (change == 32)
        problem_set_paratransit(u->b, 0, (struct span){0, 60});
    cost.fee_ore++;
    if (change == 33)
        problem_set_costs(u->b, &cost);
    rule.gap_minutes += 5;
    if (change == 34)
        problem_set_day(u->b, 6, &rule, &cost);
    if (change == 35)
        problem_code(u->b, CODE_INTEREST, "music");
}

static void tell_request(struct small_unit *u, int change)
{
    int ida;

    if (change == 36)
        problem_request_series(u->b, 0, u->eva);
    if (change == 37)
        problem_request_published(u->b, 0, 0, 60, NULL, 0);
    if (change == 38)
        problem_request_published(u->b, 0, 0, 60, (int[]){u->eva}, 1);
    if (change < 39 || change > 41)
        return;
    ida = problem_add_escort(u->b, "ida",
                             &(struct escort){.id = "ida",
                                              .home = NONE,
                                              .engagement = CONTRACTOR,
                                              .contract_minutes = NONE,
                                              .max_minutes = NONE});
    if (change == 40)
        problem_add_offer(u->b, 0, &(struct offer){ida, ANSWER_OFFERED, 0});
    if (change == 41)
        problem_add_offer(u->b, 0, &(struct offer){ida, ANSWER_DECLINED, 0});
}

static uint64_t hash_when_told(int change)
{
    struct small_unit u;
    struct request r;
    uint64_t hash;

    small_begin(&u, 2026, 48);
    problem_code(u.b, CODE_TASK, "peg");
    tell_people(&u, change);
    r = small_request(&u, "r", u.anna);
    small_add(&u, &r);
    tell_request(&u, change);
    hash = small_freeze(&u)->hash;
    arena_free(u.arena);
    return hash;
}

/* One value of a client, an escort, a request or a session that is not nothing. */
static uint64_t hash_of_values(int change)
{
    struct small_unit u;
    struct client c = {.id = "ceda", .home = NONE};
    struct escort e = {.id = "ida", .home = NONE, .contract_minutes = NONE,
                       .max_minutes = NONE};
    struct session s = {.id = "s", .activity = "", .place = NONE,
                        .minutes = 60, .capacity = 3, .per_escort = 2};
    struct request r;
    uint64_t hash;

    small_begin(&u, 2026, 48);
    problem_code(u.b, CODE_EXPOSURE, "dog");
    problem_code(u.b, CODE_INTEREST, "music");
    problem_code(u.b, CODE_TASK, "peg");
    problem_language(u.b, "fi");
    c.birth_year = change == 42 ? 2010 : 0;
    c.is_protected = change == 43;
    c.introductions = change == 44;
    c.wishes_sex = change == 45 ? 'F' : 0;
    c.wishes_language = change == 46;
    c.interests = change == 47;
    c.exposes = change == 48;
    c.allergies = change == 49;
    e.exposes = change == 50;
    e.allergies = change == 51;
    e.interests = change == 52;
    e.child_clearance.to_day = change == 53;
    e.protected_clearance.to_day = change == 54;
    e.wage_ore = change == 55;
    s.start = change == 56;
    s.minutes += change == 57;
    s.capacity += change == 58;
    s.per_escort += change == 59;
    s.debit_percent = change == 60;
    s.shared = change == 61;
    s.place = change == 62 ? u.home : NONE;
    s.activity = change == -1 ? "choir" : "";
    s.fee_ore = change == -2 ? 5000 : 0;
    problem_add_client(u.b, "ceda", &c);
    problem_add_escort(u.b, "ida", &e);
    problem_add_session(u.b, "s", &s);
    r = small_request(&u, "r", u.anna);
    r.tasks = change == 63;
    r.out = change == 64 ? TRANSPORT_BUS : TRANSPORT_NONE;
    r.back = change == 65 ? TRANSPORT_BUS : TRANSPORT_NONE;
    r.escort_rides = change == 66;
    if (change == 67)
        u.times[0] = (struct alternative){.session = 1};
    small_add(&u, &r);
    if (change == 68 || change == 69)
        problem_set_now(u.b, 600, change == 69 ? 60 : 0);
    hash = small_freeze(&u)->hash;
    arena_free(u.arena);
    return hash;
}

static void each_differs(uint64_t (*hash)(int change), int first, int last)
{
    uint64_t seen[64] = {hash(0)};
    int n = 1;

    for (int change = first; change <= last; change++) {
        seen[n] = hash(change);
        for (int k = 0; k < n; k++)
            if (seen[k] == seen[n])
                CU_FAIL("two different problems have one hash");
        n++;
    }
}

static void whatever_matters_changes_the_hash(void)
{
    each_differs(hash_with, 1, 19);
    each_differs(hash_when_told, 20, 41);
    each_differs(hash_of_values, 42, 69);
}

static void names_do_not_change_the_hash(void)
{
    CU_ASSERT_EQUAL(hash_with(0), hash_with(0));
    CU_ASSERT_EQUAL(hash_with(0), hash_with(-1));
    CU_ASSERT_EQUAL(hash_with(0), hash_with(-2));
    CU_ASSERT_EQUAL(hash_of_values(0), hash_of_values(-1));
    CU_ASSERT_EQUAL(hash_of_values(0), hash_of_values(-2));
}

void hash_suite(void)
{
    CU_pSuite s = CU_add_suite("hash", NULL, NULL);

    CU_add_test(s, "whatever matters changes the hash",
                whatever_matters_changes_the_hash);
    CU_add_test(s, "names do not change the hash",
                names_do_not_change_the_hash);
}
