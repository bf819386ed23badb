#include "ledsaga/roster.h"
#include "small_unit.h"

enum { REQUESTS = 5 };

static const struct problem *five_requests(struct small_unit *u)
{
    static const char *const IDS[REQUESTS] = {"r0", "r1", "r2", "r3", "r4"};

    small_begin(u, 2026, 48);
    for (int i = 0; i < REQUESTS; i++) {
        struct request r = small_request(u, IDS[i], u->anna);

        small_add(u, &r);
    }
    return small_freeze(u);
}

static void serve(struct roster *r, int request, int start, int escort)
{
    r->visits[request] = (struct visit){
        .start = start, .minutes = 60, .n_escorts = 1, .escorts = {escort}};
}

static void a_new_roster_serves_nobody(void)
{
    struct small_unit u;
    const struct problem *p = five_requests(&u);
    struct roster *r = roster_new(u.arena, p);

    CU_ASSERT_EQUAL(r->n_requests, REQUESTS);
    for (int i = 0; i < REQUESTS; i++)
        CU_ASSERT_FALSE(roster_serves(r, i));
    arena_free(u.arena);
}

static void a_copy_stands_alone(void)
{
    struct small_unit u;
    const struct problem *p = five_requests(&u);
    struct roster *r = roster_new(u.arena, p), *copy;

    serve(r, 1, 100, u.eva);
    r->visits[1].uid = "name";
    copy = roster_copy(u.arena, r);
    r->visits[1] = (struct visit){0};
    CU_ASSERT(roster_serves(copy, 1));
    CU_ASSERT_EQUAL(copy->visits[1].start, 100);
    CU_ASSERT_STRING_EQUAL(copy->visits[1].uid, "name");
    arena_free(u.arena);
}

static void names_are_kept_and_follow_the_seed(void)
{
    struct small_unit u;
    const struct problem *p = five_requests(&u);
    struct roster *r = roster_new(u.arena, p), *other = roster_new(u.arena, p);

    serve(r, 0, 0, u.eva);
    serve(r, 1, 100, u.eva);
    serve(r, 3, 200, u.fred);
    serve(other, 3, 900, u.eva);
    r->visits[0].uid = "given";
    roster_name_visits(u.arena, r, 7);
    roster_name_visits(u.arena, other, 7);
    CU_ASSERT_STRING_EQUAL(r->visits[0].uid, "given");
    CU_ASSERT_PTR_NULL(r->visits[2].uid);
    CU_ASSERT_EQUAL(strlen(r->visits[1].uid), 32);
    CU_ASSERT_EQUAL(strspn(r->visits[1].uid, "0123456789abcdef"), 32);
    CU_ASSERT_STRING_NOT_EQUAL(r->visits[1].uid, r->visits[3].uid);
    CU_ASSERT_STRING_EQUAL(other->visits[3].uid, r->visits[3].uid);
    other->visits[3].uid = NULL;
    roster_name_visits(u.arena, other, 8);
    CU_ASSERT_STRING_NOT_EQUAL(other->visits[3].uid, r->visits[3].uid);
    arena_free(u.arena);
}

static void duties_come_in_order_of_time(void)
{
    struct small_unit u;
    const struct problem *p = five_requests(&u);
    struct roster *r = roster_new(u.arena, p);
    struct duty duties[REQUESTS + 1];

    serve(r, 0, 300, u.eva);
    serve(r, 1, 100, u.eva);
    serve(r, 2, 50, u.fred);
    serve(r, 3, 100, u.fred);
    r->visits[3].n_escorts = 2;
    r->visits[3].escorts[1] = u.eva;
    serve(r, 4, 20, u.eva);
    CU_ASSERT_EQUAL(roster_duties(p, r, u.eva, duties, REQUESTS), 4);
    CU_ASSERT_EQUAL(duties[0].request, 4);
    CU_ASSERT_EQUAL(duties[1].request, 1);
    CU_ASSERT_EQUAL(duties[2].request, 3);
    CU_ASSERT_EQUAL(duties[3].request, 0);
    CU_ASSERT_EQUAL(duties[3].start, 300);
    CU_ASSERT_EQUAL(duties[3].end, 360);
    CU_ASSERT_EQUAL(duties[3].from, u.home);
    CU_ASSERT_EQUAL(duties[3].to, u.cinema);
    arena_free(u.arena);
}

static void too_many_duties_leave_the_first_ones(void)
{
    struct small_unit u;
    const struct problem *p = five_requests(&u);
    struct roster *r = roster_new(u.arena, p);
    struct duty duties[3] = {{0}, {0}, {.request = -7}};

    for (int i = 0; i < REQUESTS; i++)
        serve(r, i, 1000 - (i * 300) % 700, u.eva);
    CU_ASSERT_EQUAL(roster_duties(p, r, u.eva, duties, 2), REQUESTS);
    CU_ASSERT_EQUAL(duties[0].request, 2);
    CU_ASSERT_EQUAL(duties[1].request, 4);
    CU_ASSERT_EQUAL(duties[2].request, -7);
    CU_ASSERT_EQUAL(roster_duties(p, r, u.eva, NULL, 0), REQUESTS);
    arena_free(u.arena);
}

void roster_suite(void)
{
    CU_pSuite s = CU_add_suite("roster", NULL, NULL);

    CU_add_test(s, "a new roster serves nobody", a_new_roster_serves_nobody);
    CU_add_test(s, "a copy stands alone", a_copy_stands_alone);
    CU_add_test(s, "names of visits are kept and follow the seed",
                names_are_kept_and_follow_the_seed);
    CU_add_test(s, "duties come in order of time",
                duties_come_in_order_of_time);
    CU_add_test(s, "too many duties leave the first ones",
                too_many_duties_leave_the_first_ones);
}
