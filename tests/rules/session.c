/* A group has no more clients than it has room for and its escorts can look after, and
 * two clients share an escort only if both agreed. */
#include "given.h"

#include "rules/rule.h"

static int group(int capacity, int per_escort)
{
    struct session s = game(capacity, per_escort);
    return hold(&s);
}

static int shared(void)
{
    struct session s = game(2, 2);
    s.shared = true;
    return hold(&s);
}

static void expect_crowd(int row, int escort, int request, int amount, int limit)
{
    EXPECT(RULE_SESSION, amount);
    EXPECT_BREACH(RULE_SESSION, escort, NONE, request, row, at(WED, 13, 0),
                  at(WED, 15, 0), amount, limit);
}

static void room(void)
{
    GIVEN("as many clients as there is room for");
    int s = group(2, 1);
    joins(ANNA, s, EVA);
    joins(BO, s, MIA);
    EXPECT(RULE_SESSION, 0);

    GIVEN("one more");
    s = group(1, 1);
    joins(ANNA, s, EVA);
    joins(BO, s, MIA);
    expect_crowd(s, NONE, NONE, 1, 1);

    GIVEN("two sessions at once have their room each");
    s = group(1, 1);
    int t = group(1, 1);
    joins(ANNA, s, EVA);
    joins(BO, t, MIA);
    EXPECT(RULE_SESSION, 0);

    GIVEN("who is not served takes no room");
    s = group(1, 1);
    joins(ANNA, s, EVA);
    given.visits[joins(BO, s, MIA)].n_escorts = 0;
    EXPECT(RULE_SESSION, 0);

    GIVEN("an outing at the same time takes no room");
    s = group(1, 1);
    joins(ANNA, s, EVA);
    does(MIA, at(WED, 13, 0), 120);
    EXPECT(RULE_SESSION, 0);
}

static void each_escort(void)
{
    GIVEN("two clients with an escort who can look after two");
    int s = group(2, 2);
    joins(ANNA, s, EVA);
    joins(BO, s, EVA);
    EXPECT(RULE_SESSION, 0);

    GIVEN("... after one");
    s = group(2, 1);
    int q = joins(ANNA, s, EVA);
    joins(BO, s, EVA);
    expect_crowd(s, EVA, q, 1, 1);

    GIVEN("three with an escort who can look after one, and room for two");
    s = group(2, 1);
    q = joins(ANNA, s, MIA);
    joins(BO, s, MIA);
    joins(BO, s, MIA);
    EXPECT(RULE_SESSION, 3);
    EXPECT_BREACH(RULE_SESSION, NONE, NONE, NONE, s, at(WED, 13, 0), at(WED, 15, 0), 1,
                  2);
    EXPECT_BREACH(RULE_SESSION, MIA, NONE, q, s, at(WED, 13, 0), at(WED, 15, 0), 2, 1);
}

static void one_duty(void)
{
    GIVEN("a session is worked once, however many clients there are");
    given.escorts[EVA].max_minutes = 120;
    int s = group(2, 2);
    joins(ANNA, s, EVA);
    joins(BO, s, EVA);
    EXPECT(RULE_WEEK_MAX, 0);
    EXPECT(RULE_OVERLAP, 0);

    GIVEN("a session in town, and the way from it to the pool");
    s = group(2, 2);
    joins(ANNA, s, EVA);
    joins(BO, s, EVA);
    int pool = does_at(POOL, EVA, at(WED, 15, 39), 60);
    EXPECT(RULE_OVERLAP, 1);
    EXPECT_BREACH(RULE_OVERLAP, EVA, ANNA, pool, 0, at(WED, 15, 0), at(WED, 15, 39), 1,
                  40);
}

static void gaps(void)
{
    GIVEN("within a session nothing is needed, and rides to it are not waited for");
    int s = group(2, 2);
    struct request r = outing(ANNA, at(WED, 10, 0), 120);
    r.out = r.back = TRANSPORT_PARATRANSIT;
    int q = ask(&r), t = joins(BO, s, EVA);
    struct duty alone = visit_duty(problem(), q, at(WED, 10, 0), 120, 0);
    struct duty there = visit_duty(problem(), q, at(WED, 13, 0), 120, 1 + s);
    struct duty other = visit_duty(problem(), t, at(WED, 13, 0), 120, 1 + s);
    EXPECT_SAME(gap_needed(problem(), &there, &other), 0);
    EXPECT_SAME(gap_needed(problem(), &alone, &other), 10 + 45);
    EXPECT_SAME(gap_needed(problem(), &other, &alone), 10 + 45);
    other.session = 0;
    EXPECT_SAME(gap_needed(problem(), &there, &other), 10);
    EXPECT_SAME(gap_needed(problem(), &other, &there), 10);

    GIVEN("who leaves early is not in the same session any more");
    s = group(2, 2);
    joins(ANNA, s, EVA);
    given.visits[joins(BO, s, EVA)].minutes = 119;
    EXPECT(RULE_OFFER, 1);
    EXPECT(RULE_OVERLAP, 120);
}

static void sharing(void)
{
    GIVEN("both have agreed to share");
    int s = shared();
    problem_client_shares(unit(), ANNA, BO);
    problem_client_shares(unit(), BO, ANNA);
    joins(ANNA, s, EVA);
    joins(BO, s, EVA);
    EXPECT(RULE_SESSION, 0);

    GIVEN("only one has");
    s = shared();
    problem_client_shares(unit(), ANNA, BO);
    int a = joins(ANNA, s, EVA), b = joins(BO, s, EVA);
    EXPECT(RULE_SESSION, 1);
    EXPECT_BREACH(RULE_SESSION, EVA, ANNA, a, b, at(WED, 13, 0), at(WED, 15, 0), 1,
                  NONE);

    GIVEN("nobody needs to agree with themselves");
    s = shared();
    joins(ANNA, s, EVA);
    joins(ANNA, s, EVA);
    EXPECT(RULE_SESSION, 0);

    GIVEN("with an escort each there is nothing to agree on");
    s = shared();
    joins(ANNA, s, EVA);
    joins(BO, s, MIA);
    EXPECT(RULE_SESSION, 0);

    GIVEN("a group of the municipality's asks for no such consent");
    s = group(2, 2);
    joins(ANNA, s, EVA);
    joins(BO, s, EVA);
    EXPECT(RULE_SESSION, 0);
}

static struct roster *with(int request, int escort, int session)
{
    struct roster *r = roster_new(given.arena, problem());
    r->visits[request] = (struct visit){.start = at(WED, 13, 0),
                                        .minutes = 120,
                                        .n_escorts = 1,
                                        .escorts = {escort},
                                        .session = 1 + session};
    return r;
}

static void room_for_one_more(void)
{
    GIVEN("a place is left, and the escort there has a hand free");
    int s = group(2, 2);
    int a = joins(ANNA, s, EVA), b = joins(BO, s, EVA);
    struct roster *r = with(a, EVA, s);
    EXPECT_SAME(session_has_room(problem(), r, 1 + s, b, EVA), true);
    EXPECT_SAME(session_has_room(problem(), r, 1 + s, b, MIA), true);

    GIVEN("a place is left, but the escort there has none");
    s = group(2, 1);
    a = joins(ANNA, s, EVA);
    b = joins(BO, s, MIA);
    r = with(a, EVA, s);
    EXPECT_SAME(session_has_room(problem(), r, 1 + s, b, EVA), false);
    EXPECT_SAME(session_has_room(problem(), r, 1 + s, b, MIA), true);

    GIVEN("no place is left");
    s = group(1, 1);
    a = joins(ANNA, s, EVA);
    b = joins(BO, s, EVA);
    given.visits[b].n_escorts = 0;
    r = with(a, EVA, s);
    EXPECT_SAME(session_has_room(problem(), r, 1 + s, b, MIA), false);
    EXPECT_SAME(session_has_room(problem(), r, 1 + s, a, EVA), true); /* its own */

    GIVEN("a place is left beside somebody who has not agreed");
    s = shared();
    a = joins(ANNA, s, EVA);
    b = joins(BO, s, MIA);
    r = with(a, EVA, s);
    EXPECT_SAME(session_has_room(problem(), r, 1 + s, b, EVA), false);
    EXPECT_SAME(session_has_room(problem(), r, 1 + s, b, MIA), true);
}

void test_session(void)
{
    room();
    each_escort();
    one_duty();
    gaps();
    sharing();
    room_for_one_more();
}
