/* A visit begins at a time the client offered and has a length asked for. */
#include "given.h"

/* Two hours or down to one, Wednesday from 10 to 12, best at 10:50; else Thursday
 * from 10:05 to 11:05. */
static int swim(void)
{
    struct request q = outing(ANNA, at(WED, 10, 0), 120);
    given.times[0][0] =
        (struct alternative){at(WED, 10, 0), at(WED, 12, 0), at(WED, 10, 50), 0};
    given.times[0][1] = (struct alternative){at(THU, 10, 5), at(THU, 11, 5), NONE, 0};
    q.n_alternatives = 2;
    q.minutes_min = 60;
    int request = ask(&q);
    serve(request, EVA);
    return request;
}

static void swim_at(int start, int minutes, int amount)
{
    int q = swim();
    given.visits[q].start = start;
    given.visits[q].minutes = minutes;
    EXPECT(RULE_OFFER, amount);
    if (amount)
        EXPECT_BREACH(RULE_OFFER, NONE, ANNA, q, NONE, start, start + minutes, 1,
                      NONE);
}

static void starts(void)
{
    GIVEN("the earliest start is offered");
    swim_at(at(WED, 10, 0), 120, 0);
    GIVEN("a start on the grid of the window is offered");
    swim_at(at(WED, 11, 15), 120, 0);
    GIVEN("the latest start is itself offered");
    swim_at(at(WED, 12, 0), 120, 0);
    GIVEN("the start wished for is offered though it is off the grid");
    swim_at(at(WED, 10, 50), 120, 0);
    GIVEN("another start off the grid is not offered");
    swim_at(at(WED, 10, 55), 120, 1);
    GIVEN("a quarter before the window is not offered");
    swim_at(at(WED, 9, 45), 120, 1);
    GIVEN("a quarter after the window is not offered");
    swim_at(at(WED, 12, 15), 120, 1);
    GIVEN("the grid of a window begins where the window does");
    swim_at(at(THU, 10, 20), 120, 0);
    GIVEN("what is on the grid of another window is not offered here");
    swim_at(at(THU, 10, 15), 120, 1);
    GIVEN("another day is not offered");
    swim_at(at(FRI, 10, 0), 120, 1);
}

static void lengths(void)
{
    GIVEN("the shortest length that is of use is lawful");
    swim_at(at(WED, 10, 0), 60, 0);
    GIVEN("a length between, in steps of the grid, is lawful");
    swim_at(at(WED, 10, 0), 105, 0);
    GIVEN("a length between two steps was not asked for");
    swim_at(at(WED, 10, 0), 100, 1);
    GIVEN("a step shorter than the shortest was not asked for");
    swim_at(at(WED, 10, 0), 45, 1);
    GIVEN("longer than asked for was not asked for");
    swim_at(at(WED, 10, 0), 135, 1);
}

static void others(void)
{
    GIVEN("what is not served cannot be at the wrong time");
    int q = swim();
    given.visits[q].n_escorts = 0;
    EXPECT(RULE_OFFER, 0);

    GIVEN_WEEK(13, "a window over the hour that spring takes away is an hour shorter");
    struct request r = outing(ANNA, at(SUN, 1, 0), 60);
    given.times[0][0] = (struct alternative){at(SUN, 1, 0), at(SUN, 4, 0), NONE, 0};
    q = ask(&r);
    serve(q, MIA);
    given.visits[q].start = at(SUN, 1, 0) + 120;
    EXPECT(RULE_OFFER, 0);

    GIVEN_WEEK(13, "... and what would be its fourth hour is past it");
    r = outing(ANNA, at(SUN, 1, 0), 60);
    given.times[0][0] = (struct alternative){at(SUN, 1, 0), at(SUN, 4, 0), NONE, 0};
    q = ask(&r);
    serve(q, MIA);
    given.visits[q].start = at(SUN, 1, 0) + 135;
    EXPECT(RULE_OFFER, 1);
}

static int asks_for(int session)
{
    struct session s = game(1, 1);
    int request = joins(ANNA, hold(&s), EVA);
    given.visits[request].session = session;
    return request;
}

static void sessions(void)
{
    GIVEN("the session that was asked for, from beginning to end");
    asks_for(1);
    EXPECT(RULE_OFFER, 0);

    GIVEN("an outing of one's own at its time was not asked for");
    asks_for(0);
    EXPECT(RULE_OFFER, 1);

    GIVEN("a session is not left a minute early");
    int q = asks_for(1);
    given.visits[q].minutes = 119;
    EXPECT(RULE_OFFER, 1);
    EXPECT_BREACH(RULE_OFFER, NONE, ANNA, q, NONE, at(WED, 13, 0), at(WED, 14, 59), 1,
                  NONE);

    GIVEN("nor joined a minute late");
    q = asks_for(1);
    given.visits[q].start++;
    EXPECT(RULE_OFFER, 1);

    GIVEN("another session at the same time was not asked for");
    struct session other = game(1, 1);
    hold(&other);
    struct session s = game(1, 1);
    q = joins(ANNA, hold(&s), EVA);
    given.visits[q].session = 1;
    EXPECT(RULE_OFFER, 1);

    GIVEN("a session when an outing was asked for");
    s = game(1, 1);
    hold(&s);
    q = does(EVA, at(WED, 13, 0), 120);
    given.visits[q].session = 1;
    EXPECT(RULE_OFFER, 1);
}

/* Between nine and four on Wednesday; it is noon. */
static void swim_begun_at(int start, int amount)
{
    struct request q = outing(ANNA, at(WED, 9, 0), 60);
    given.times[0][0].to = at(WED, 16, 0);
    int request = ask(&q);
    problem_set_now(unit(), at(WED, 12, 0), 0);
    serve(request, EVA);
    given.visits[request].start = start;
    EXPECT(RULE_OFFER, amount);
}

static void now(void)
{
    GIVEN("what was not given out did not begin in the past");
    swim_begun_at(at(WED, 11, 45), 1);
    GIVEN("it may begin now");
    swim_begun_at(at(WED, 12, 0), 0);
    GIVEN("the times that were offered are past: that is why");
    struct request r = outing(ANNA, at(WED, 9, 0), 60);
    int q = ask(&r);
    problem_set_now(unit(), at(WED, 12, 0), 0);
    EXPECT_WHY(q, RULE_OFFER, 0);

    GIVEN("a quarter after what is held, as they are in step");
    r = outing(ANNA, at(WED, 10, 0), 60);
    int first = ask(&r);
    r = outing(ANNA, at(WED, 9, 0), 60);
    given.times[1][0].to = at(WED, 16, 0);
    int second = ask(&r);
    problem_add_link(unit(), "", &(struct link){first, second, 15, 15, false});
    problem_set_published(unit(), date_days(2026, 11, 20));
    problem_request_published(unit(), first, at(WED, 10, 0), 60, (int[]){EVA}, 1);
    problem_set_now(unit(), at(WED, 10, 5), 0);
    serve(first, EVA);
    serve(second, MIA);
    given.visits[second].start = at(WED, 10, 15);
    EXPECT(RULE_OFFER, 0);
    EXPECT_SAME(problem()->requests[second].n_options, 1);
    EXPECT_SAME(problem()->n_links, 0);
}

void test_offer(void)
{
    now();
    sessions();
    starts();
    lengths();
    others();
}
