/* Who accompanies a child has shown an extract from the register of convictions. */
#include "given.h"

static int64_t november(int day)
{
    return date_days(2026, 11, day);
}

/* Anna's outing on Wednesday the 25th. */
static int play(int escort)
{
    struct request r = outing(ANNA, at(WED, 10, 0), 120);
    int q = ask(&r);
    serve(q, escort);
    return q;
}

static void expect_not_cleared(int q, int escort)
{
    EXPECT(RULE_CLEARANCE, 1);
    EXPECT_BREACH(RULE_CLEARANCE, escort, ANNA, q, NONE, at(WED, 10, 0),
                  at(WED, 12, 0), 1, NONE);
    EXPECT_BLOCK(q, escort, RULE_CLEARANCE);
}

static void who_is_a_child(void)
{
    GIVEN("who is not known to be a child is none");
    play(EVA);
    EXPECT(RULE_CLEARANCE, 0);

    GIVEN("a child, and an escort who has shown nothing");
    given.clients[ANNA].birth_year = 2014;
    expect_not_cleared(play(EVA), EVA);

    GIVEN("who turns 18 this year may still be a child");
    given.clients[ANNA].birth_year = 2008;
    expect_not_cleared(play(MIA), MIA);

    GIVEN("who turned 18 last year is none");
    given.clients[ANNA].birth_year = 2007;
    int q = play(EVA);
    EXPECT(RULE_CLEARANCE, 0);
    EXPECT_BLOCK(q, EVA, RULE_NONE);

    GIVEN("the other client is the child");
    given.clients[BO].birth_year = 2014;
    play(EVA);
    EXPECT(RULE_CLEARANCE, 0);
}

static void days(void)
{
    GIVEN("an extract that counts on that one day");
    given.clients[ANNA].birth_year = 2014;
    given.escorts[EVA].child_clearance = (struct valid){november(25), november(25)};
    int q = play(EVA);
    EXPECT(RULE_CLEARANCE, 0);
    EXPECT_BLOCK(q, EVA, RULE_NONE);

    GIVEN("it grew too old the day before");
    given.clients[ANNA].birth_year = 2014;
    given.escorts[EVA].child_clearance = (struct valid){november(1), november(24)};
    expect_not_cleared(play(EVA), EVA);

    GIVEN("it was shown the day after");
    given.clients[ANNA].birth_year = 2014;
    given.escorts[EVA].child_clearance = (struct valid){november(26), november(30)};
    expect_not_cleared(play(EVA), EVA);

    GIVEN("each of two escorts is asked for it");
    given.clients[ANNA].birth_year = 2014;
    given.escorts[EVA].child_clearance = (struct valid){november(1), november(30)};
    struct request r = outing(ANNA, at(WED, 10, 0), 120);
    r.needed = 2;
    q = ask(&r);
    serve_two(q, EVA, HUGO);
    expect_not_cleared(q, HUGO);
}

void test_clearance(void)
{
    who_is_a_child();
    days();

    GIVEN("not served because nobody has shown an extract");
    given.clients[ANNA].birth_year = 2014;
    struct request r = outing(ANNA, at(WED, 10, 0), 120);
    EXPECT_WHY(ask(&r), RULE_CLEARANCE, 3);
}
