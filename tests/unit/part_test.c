/* Bo's outings with fred and hans cut out of a week in which eva and anna are too: what
 * is said of those who are left behind still means the same. */
#include "parted.h"
#include "small_unit.h"
#include "solver/net.h"

struct scene {
    struct small_unit u;
    int hans, pool;
    int annas, bos, later; /* requests: Wednesday at 17:00, and bo's at 20:00 */
    const struct problem *whole;
    const struct part *part; /* bo's, with fred (0) and hans (1) */
};

enum { BO, FRED = 0, HANS = 1, BOS = 0, LATER = 1 };

/* The rest of the scene is added by each test, before scene_cut(). */
static void scene_begin(struct scene *s)
{
    struct span always = {-DAY, 8 * DAY};
    small_begin(&s->u, 2026, 48);
    struct small_unit *u = &s->u;
    s->hans = problem_add_escort(u->b, "hans",
                                 &(struct escort){.id = "hans",
                                                  .name = "hans",
                                                  .home = u->cinema,
                                                  .engagement = CONTRACTOR,
                                                  .n_available = 1,
                                                  .available = &always,
                                                  .contract_minutes = NONE,
                                                  .max_minutes = NONE});
    s->pool = small_place(u, "pool", 56.70);
}

static struct request request_at(struct scene *s, const char *id, int client, int hour)
{
    struct request q = small_request(&s->u, id, client);
    s->u.times[0].from = s->u.times[0].to = clock_on(WEDNESDAY, hour, 0);
    return q;
}

static void scene_requests(struct scene *s)
{
    struct request q = request_at(s, "annas", s->u.anna, 17);
    q.meet = s->pool;
    s->annas = small_add(&s->u, &q);
    q = request_at(s, "bos", s->u.bo, 17);
    s->bos = small_add(&s->u, &q);
    q = request_at(s, "later", s->u.bo, 20);
    s->later = small_add(&s->u, &q);
}

static void scene_cut(struct scene *s)
{
    s->whole = small_freeze(&s->u);
    bool requests[] = {false, true, true}, escorts[] = {false, true, true};
    CU_ASSERT_EQUAL_FATAL(s->whole->n_requests, 3);
    s->part = part_of(s->u.arena, s->whole, requests, escorts);
    CU_ASSERT(parted_answers_alike(s->whole, s->part));
}

static void scene_end(struct scene *s)
{
    arena_free(s->u.arena);
}

/* ---- what a part has ----------------------------------------------------- */

static void has_what_it_needs(void)
{
    struct scene s;
    scene_begin(&s);
    struct decision d = small_decision("annas", s.u.anna);
    problem_add_decision(s.u.b, "d", &d);
    d = small_decision("bos", s.u.bo);
    problem_add_decision(s.u.b, "d", &d);
    scene_requests(&s);
    scene_cut(&s);
    const struct problem *p = s.part->problem;
    CU_ASSERT_EQUAL(p->n_requests, 2);
    CU_ASSERT_STRING_EQUAL(p->requests[BOS].id, "bos");
    CU_ASSERT_STRING_EQUAL(p->requests[LATER].id, "later");
    CU_ASSERT_EQUAL(p->n_clients, 1);
    CU_ASSERT_STRING_EQUAL(p->clients[BO].id, "bo");
    CU_ASSERT_EQUAL(p->n_escorts, 2);
    CU_ASSERT_STRING_EQUAL(p->escorts[HANS].id, "hans");
    CU_ASSERT_EQUAL(p->n_decisions, 1);
    CU_ASSERT_STRING_EQUAL(p->decisions[p->requests[LATER].decision].id, "bos");
    CU_ASSERT_EQUAL(p->n_grants, 1);
    CU_ASSERT_EQUAL(p->options[p->requests[LATER].first_option].grant, 0);
    CU_ASSERT_EQUAL(s.part->options[p->requests[LATER].first_option],
                    s.whole->requests[s.later].first_option);
    CU_ASSERT_EQUAL(p->n_places, 2); /* nobody here goes to the pool */
    CU_ASSERT_EQUAL(travel_minutes(p, p->escorts[HANS].home, p->requests[BOS].meet),
                    travel_minutes(s.whole, s.u.cinema, s.u.home));
    scene_end(&s);
}

static void knows_the_unit(void)
{
    struct scene s;
    scene_begin(&s);
    problem_escort_past(s.u.b, s.u.eva, &(struct escort_past){.evenings = 8});
    problem_escort_past(s.u.b, s.u.fred, &(struct escort_past){.evenings = 6});
    scene_requests(&s);
    scene_cut(&s);
    struct duty d = visit_duty(s.part->problem, BOS, clock_on(WEDNESDAY, 18, 0), 120, 0);
    CU_ASSERT_EQUAL(s.part->problem->evenings_mean, 7);
    CU_ASSERT_EQUAL(evening_points(s.part->problem, FRED, &d), 0); /* of 6 evenings */
    scene_end(&s);
}

static void has_its_number(void)
{
    struct scene s;
    scene_begin(&s);
    scene_requests(&s);
    scene_cut(&s);
    bool requests[] = {false, true, true}, escorts[] = {false, true, true};
    const struct part *again = part_of(s.u.arena, s.whole, requests, escorts);
    CU_ASSERT_EQUAL(again->problem->hash, s.part->problem->hash);
    CU_ASSERT_NOT_EQUAL(s.whole->hash, s.part->problem->hash);
    escorts[1] = false;
    again = part_of(s.u.arena, s.whole, requests, escorts);
    CU_ASSERT_NOT_EQUAL(again->problem->hash, s.part->problem->hash);
    scene_end(&s);
}

/* Two pairs in step, of which the part has the second. */
static void keeps_pairs_in_step(void)
{
    struct scene s;
    scene_begin(&s);
    static const char *const IDS[] = {"a", "b", "c", "d"};
    for (int i = 0; i < 4; i++) {
        struct request q = request_at(&s, IDS[i], i < 2 ? s.u.anna : s.u.bo, 17);
        small_add(&s.u, &q);
    }
    for (int i = 0; i < 4; i += 2)
        problem_add_link(s.u.b, "link", &(struct link){.first = i + 1, .second = i});
    s.whole = small_freeze(&s.u);
    bool requests[] = {false, false, true, true}, escorts[] = {true, true, false};
    s.part = part_of(s.u.arena, s.whole, requests, escorts);
    CU_ASSERT(parted_answers_alike(s.whole, s.part));
    CU_ASSERT_EQUAL(s.part->problem->n_links, 1);
    CU_ASSERT_EQUAL(s.part->problem->requests[0].link, 0);
    CU_ASSERT_EQUAL(s.part->problem->requests[1].link, 0);
    CU_ASSERT_EQUAL(s.part->problem->links[0].first, 1);
    scene_end(&s);
}

/* ---- who is elsewhere ---------------------------------------------------- */

static void keeps_ranks_of_wishes(void)
{
    struct scene s;
    scene_begin(&s);
    problem_client_wishes(s.u.b, s.u.bo, (int[]){s.u.eva, s.u.fred}, 2);
    scene_requests(&s);
    scene_cut(&s);
    const struct problem *p = s.part->problem;
    CU_ASSERT_EQUAL(p->clients[BO].n_wishes, 2);
    CU_ASSERT_EQUAL(p->clients[BO].wishes[0], ELSEWHERE);
    CU_ASSERT_EQUAL(p->clients[BO].wishes[1], FRED);
    CU_ASSERT_EQUAL(escort_wish_points(p, BOS, FRED), p->weight.escort_rank);
    CU_ASSERT_EQUAL(escort_wish_points(p, BOS, HANS), p->weight.escort_unlisted);
    scene_end(&s);
}

static void keeps_own_escorts(void)
{
    struct scene s;
    scene_begin(&s);
    problem_client_named(s.u.b, s.u.bo, s.u.eva, s.u.fred);
    scene_requests(&s);
    scene_cut(&s);
    const struct problem *p = s.part->problem;
    CU_ASSERT_EQUAL(primary_points(p, BOS, FRED), p->weight.deputy);
    CU_ASSERT_EQUAL(primary_points(p, BOS, HANS), p->weight.not_primary);
    scene_end(&s);
}

static void keeps_series(void)
{
    struct scene s;
    scene_begin(&s);
    scene_requests(&s);
    problem_request_series(s.u.b, s.bos, s.u.eva);
    problem_request_series(s.u.b, s.later, s.u.fred);
    scene_cut(&s);
    const struct problem *p = s.part->problem;
    CU_ASSERT_EQUAL(series_points(p, BOS, FRED), p->weight.series_other);
    CU_ASSERT_EQUAL(series_points(p, LATER, FRED), 0);
    CU_ASSERT_EQUAL(series_points(p, LATER, HANS), p->weight.series_other);
    scene_end(&s);
}

static void keeps_what_was_told(void)
{
    struct scene s;
    scene_begin(&s);
    scene_requests(&s);
    int at = clock_on(WEDNESDAY, 17, 0), later = clock_on(WEDNESDAY, 20, 0);
    problem_set_published(s.u.b, day_of(2026, 11, 1));
    problem_request_published(s.u.b, s.bos, at, 120, &s.u.eva, 1);
    problem_request_published(s.u.b, s.later, later, 120, &s.u.fred, 1);
    scene_cut(&s);
    const struct problem *p = s.part->problem;
    CU_ASSERT(change_points(p, BOS, at, 120, FRED) > 0);
    CU_ASSERT_EQUAL(change_points(p, LATER, later, 120, FRED), 0);
    CU_ASSERT(change_points(p, LATER, later, 120, HANS) > 0);
    scene_end(&s);
}

/* Nobody of the part can be whom the scheduler pinned. */
static void keeps_pins(void)
{
    struct scene s;
    scene_begin(&s);
    scene_requests(&s);
    problem_pin(s.u.b, s.bos, NONE, &s.u.eva, 1);
    problem_pin(s.u.b, s.later, NONE, &s.u.fred, 1);
    scene_cut(&s);
    const struct net *net = net_new(s.u.arena, s.part->problem);
    CU_ASSERT_EQUAL(net->first[BOS + 1] - net->first[BOS], 0);
    CU_ASSERT_EQUAL(net->first[LATER + 1] - net->first[LATER], 1);
    CU_ASSERT_EQUAL(net->nodes[0].escort, FRED);
    scene_end(&s);
}

static void keeps_outright_points_and_answers(void)
{
    struct scene s;
    scene_begin(&s);
    struct request q = request_at(&s, "annas", s.u.anna, 17);
    small_add(&s.u, &q);
    struct escort_points extra[] = {{s.u.eva, 7}, {s.hans, 9}};
    q = request_at(&s, "bos", s.u.bo, 17);
    q.extra = extra;
    q.n_extra = 2;
    s.bos = small_add(&s.u, &q);
    q = request_at(&s, "later", s.u.bo, 20);
    s.later = small_add(&s.u, &q);
    problem_add_offer(s.u.b, s.later, &(struct offer){s.hans, ANSWER_DECLINED, 0});
    scene_cut(&s);
    const struct problem *p = s.part->problem;
    CU_ASSERT_EQUAL(escort_wish_points(p, BOS, FRED), 0);
    CU_ASSERT_EQUAL(escort_wish_points(p, BOS, HANS), 9);
    CU_ASSERT(declined(p, LATER, HANS));
    CU_ASSERT_FALSE(declined(p, BOS, HANS));
    CU_ASSERT_FALSE(declined(p, LATER, FRED));
    scene_end(&s);
}

/* Anna, whom hans met lately, has the number that bo has in the part. */
static void keeps_clients_met(void)
{
    struct scene s;
    scene_begin(&s);
    problem_add_meeting(s.u.b, s.u.anna, s.hans, 20);
    problem_add_pair_minutes(s.u.b, s.u.anna, s.hans, day_of(2026, 11, 3), 500);
    problem_add_pair_minutes(s.u.b, s.u.bo, s.hans, day_of(2026, 11, 4), 200);
    scene_requests(&s);
    scene_cut(&s);
    const struct problem *p = s.part->problem;
    CU_ASSERT_EQUAL(clients_room(p, HANS), p->rule.contractor_clients - 1);
    CU_ASSERT(client_is_new(p, BO, HANS));
    CU_ASSERT_EQUAL(assignment_left(p, BO, HANS, 0),
                    p->rule.contractor_month_minutes - 200);
    scene_end(&s);
}

static void keeps_delegations(void)
{
    struct scene s;
    scene_begin(&s);
    uint64_t task = UINT64_C(1) << problem_code(s.u.b, CODE_TASK, "MEDICINE");
    struct valid always = {0, INT64_MAX};
    problem_add_delegation(s.u.b, s.u.fred, &(struct delegation){s.u.anna, task, always});
    problem_add_delegation(s.u.b, s.hans, &(struct delegation){s.u.bo, task, always});
    struct request q = request_at(&s, "annas", s.u.anna, 17);
    small_add(&s.u, &q);
    q = request_at(&s, "bos", s.u.bo, 17);
    q.tasks = task;
    small_add(&s.u, &q);
    q.id = "later";
    small_add(&s.u, &q);
    scene_cut(&s);
    CU_ASSERT_FALSE(delegated(s.part->problem, BOS, clock_on(WEDNESDAY, 17, 0), FRED));
    CU_ASSERT(delegated(s.part->problem, BOS, clock_on(WEDNESDAY, 17, 0), HANS));
    scene_end(&s);
}

/* Of three who may go to two sessions, the part has two and the second session; each
 * of them agreed to share with anna, and only bo with cleo. */
static void keeps_sessions_and_consent(void)
{
    struct scene s;
    scene_begin(&s);
    int cleo = small_client(&s.u, "cleo"), people[] = {s.u.anna, s.u.bo, cleo};
    struct session session = {.id = "first", .activity = "song", .place = s.u.home,
                              .start = clock_on(WEDNESDAY, 10, 0), .minutes = 60,
                              .capacity = 5, .per_escort = 3, .shared = true};
    problem_add_session(s.u.b, "s", &session);
    session.id = "second";
    session.place = s.pool;
    problem_add_session(s.u.b, "s", &session);
    for (int i = 0; i < 3; i++) {
        struct request q = request_at(&s, i == 0 ? "a" : i == 1 ? "b" : "c", people[i], 17);
        s.u.times[0] = (struct alternative){.wish = NONE, .session = i == 0 ? 1 : 2};
        small_add(&s.u, &q);
    }
    problem_client_shares(s.u.b, s.u.bo, s.u.anna);
    problem_client_shares(s.u.b, cleo, s.u.anna);
    problem_client_shares(s.u.b, s.u.bo, cleo);
    scene_cut(&s);
    const struct problem *p = s.part->problem;
    CU_ASSERT_EQUAL(p->n_sessions, 1);
    CU_ASSERT_STRING_EQUAL(p->sessions[0].id, "second");
    CU_ASSERT_STRING_EQUAL(p->places[p->sessions[0].place].id, "pool");
    CU_ASSERT_EQUAL(p->options[p->requests[1].first_option].session, 1);
    CU_ASSERT_FALSE(may_share(p, &p->sessions[0], 0, 1));
    CU_ASSERT_EQUAL(p->clients[0].n_shares, 2);
    CU_ASSERT_EQUAL(p->clients[0].shares[0], ELSEWHERE);
    CU_ASSERT_EQUAL(p->clients[0].shares[1], 1);
    struct roster *r = roster_new(s.u.arena, s.whole);
    r->visits[1] = (struct visit){.start = session.start, .minutes = 60, .n_escorts = 1,
                                  .escorts = {s.u.fred}, .session = 2};
    struct roster *cut = roster_cut(s.u.arena, s.part, r);
    CU_ASSERT_EQUAL(cut->visits[0].session, 1);
    roster_merge(s.u.arena, r, s.part, cut);
    CU_ASSERT_EQUAL(r->visits[1].session, 2);
    r->visits[1].session = 1;
    CU_ASSERT_FALSE(roster_serves(roster_cut(s.u.arena, s.part, r), 0)); /* elsewhere */
    scene_end(&s);
}

/* ---- rosters ------------------------------------------------------------- */

static struct visit visit_of(int hour, int escort, const char *uid)
{
    return (struct visit){.start = clock_on(WEDNESDAY, hour, 0), .minutes = 120,
                          .n_escorts = 1, .escorts = {escort}, .uid = uid};
}

static void rosters_are_cut_and_merged(void)
{
    struct scene s;
    scene_begin(&s);
    scene_requests(&s);
    scene_cut(&s);
    struct roster *r = roster_new(s.u.arena, s.whole);
    r->visits[s.annas] = visit_of(17, s.u.eva, "one");
    r->visits[s.bos] = visit_of(17, s.hans, "two");
    r->visits[s.later] = visit_of(20, s.u.eva, "three");
    struct roster *cut = roster_cut(s.u.arena, s.part, r);
    CU_ASSERT_EQUAL(cut->n_requests, 2);
    CU_ASSERT_EQUAL(cut->visits[BOS].escorts[0], HANS);
    CU_ASSERT_STRING_EQUAL(cut->visits[BOS].uid, "two");
    CU_ASSERT_FALSE(roster_serves(cut, LATER)); /* eva is elsewhere */
    cut->visits[BOS].escorts[0] = FRED;
    roster_merge(s.u.arena, r, s.part, cut);
    CU_ASSERT_EQUAL(r->visits[s.annas].escorts[0], s.u.eva);
    CU_ASSERT_EQUAL(r->visits[s.bos].escorts[0], s.u.fred);
    CU_ASSERT_STRING_EQUAL(r->visits[s.bos].uid, "two");
    CU_ASSERT_FALSE(roster_serves(r, s.later));
    scene_end(&s);
}

/* Who is elsewhere already stays there, and nobody else comes to be meant. */
static void can_be_cut_again(void)
{
    struct scene s;
    scene_begin(&s);
    problem_client_wishes(s.u.b, s.u.bo, (int[]){s.u.eva, s.u.fred, s.hans}, 3);
    scene_requests(&s);
    scene_cut(&s);
    bool requests[] = {false, true}, escorts[] = {false, true};
    const struct part *part = part_of(s.u.arena, s.part->problem, requests, escorts);
    const struct problem *p = part->problem;
    CU_ASSERT(parted_answers_alike(s.part->problem, part));
    CU_ASSERT_EQUAL(p->clients[0].wishes[0], ELSEWHERE);
    CU_ASSERT_EQUAL(p->clients[0].wishes[1], ELSEWHERE);
    CU_ASSERT_EQUAL(escort_wish_points(p, 0, 0), 2 * p->weight.escort_rank);
    scene_end(&s);
}

void part_suite(void)
{
    CU_pSuite s = CU_add_suite("part", NULL, NULL);
    CU_add_test(s, "a part has what its requests and escorts need, in the old order",
                has_what_it_needs);
    CU_add_test(s, "a part knows what the unit knows of everybody", knows_the_unit);
    CU_add_test(s, "the same part has the same number", has_its_number);
    CU_add_test(s, "requests in step stay so", keeps_pairs_in_step);
    CU_add_test(s, "a wish keeps its rank when those before it are elsewhere",
                keeps_ranks_of_wishes);
    CU_add_test(s, "an own escort who is elsewhere is still the own one",
                keeps_own_escorts);
    CU_add_test(s, "a series that somebody elsewhere had is still theirs", keeps_series);
    CU_add_test(s, "what somebody elsewhere was told, nobody here was",
                keeps_what_was_told);
    CU_add_test(s, "whoever is pinned and elsewhere is missing", keeps_pins);
    CU_add_test(s, "points and answers follow their escorts",
                keeps_outright_points_and_answers);
    CU_add_test(s, "clients elsewhere still fill a contractor's list", keeps_clients_met);
    CU_add_test(s, "a delegation is for its client and no other", keeps_delegations);
    CU_add_test(s, "sessions and consent to share follow their clients",
                keeps_sessions_and_consent);
    CU_add_test(s, "rosters are cut and merged, names of visits too",
                rosters_are_cut_and_merged);
    CU_add_test(s, "a part can be cut again", can_be_cut_again);
}
