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

static void whatever_matters_changes_the_hash(void)
{
    uint64_t seen[20];

    for (int i = 0; i < 20; i++) {
        seen[i] = hash_with(i);
        for (int k = 0; k < i; k++)
            if (seen[k] == seen[i])
                CU_FAIL("two different problems have one hash");
    }
}

static void names_do_not_change_the_hash(void)
{
    CU_ASSERT_EQUAL(hash_with(0), hash_with(0));
    CU_ASSERT_EQUAL(hash_with(0), hash_with(-1));
    CU_ASSERT_EQUAL(hash_with(0), hash_with(-2));
}

void hash_suite(void)
{
    CU_pSuite s = CU_add_suite("hash", NULL, NULL);

    CU_add_test(s, "whatever matters changes the hash",
                whatever_matters_changes_the_hash);
    CU_add_test(s, "names do not change the hash",
                names_do_not_change_the_hash);
}
