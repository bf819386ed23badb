/* A visit has exactly as many different escorts as it needs. */
#include "given.h"

static int match(int needed)
{
    struct request q = outing(ANNA, at(SAT, 14, 0), 120);
    q.needed = needed;
    return ask(&q);
}

static void expect_short(int q, int amount, int needed)
{
    EXPECT(RULE_STAFFING, amount);
    EXPECT_BREACH(RULE_STAFFING, NONE, ANNA, q, NONE, at(SAT, 14, 0), at(SAT, 16, 0),
                  amount, needed);
}

void test_staffing(void)
{
    GIVEN("two escorts where two are needed");
    serve_two(match(2), EVA, MIA);
    EXPECT(RULE_STAFFING, 0);

    GIVEN("one escort where two are needed is one short");
    int q = match(2);
    serve(q, EVA);
    expect_short(q, 1, 2);

    GIVEN("one escort where four are needed is three short");
    q = match(4);
    serve(q, MIA);
    expect_short(q, 3, 4);

    GIVEN("two escorts where one is needed is one too many");
    q = match(1);
    serve_two(q, EVA, MIA);
    expect_short(q, 1, 1);

    GIVEN("the same escort twice is one escort, and in two places");
    q = match(2);
    serve_two(q, MIA, MIA);
    expect_short(q, 1, 2);
    EXPECT(RULE_OVERLAP, 130);

    GIVEN("the same escort twice where one is needed is one too many");
    q = match(1);
    serve_two(q, MIA, MIA);
    expect_short(q, 1, 1);
    EXPECT(RULE_OVERLAP, 130);

    GIVEN("what is not served needs nobody");
    match(2);
    EXPECT(RULE_STAFFING, 0);

    GIVEN("two could come where two are needed: nobody is in the way");
    given.escorts[EVA].skills = 0;
    struct request r = outing(ANNA, at(SAT, 14, 0), 120);
    r.needed = 2;
    r.needs.skills = SKILL_GUIDE;
    EXPECT_WHY(ask(&r), RULE_NONE, 0);

    GIVEN("only one could come where two are needed: what stops the others");
    given.escorts[EVA].skills = given.escorts[HUGO].skills = 0;
    r = outing(ANNA, at(SAT, 14, 0), 120);
    r.needed = 2;
    r.needs.skills = SKILL_GUIDE;
    EXPECT_WHY(ask(&r), RULE_NEEDS, 2);
}
