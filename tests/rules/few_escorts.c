/* Few escorts are sent: here 50 points for each who works at all; a unit that says
 * nothing has none. */
#include "given.h"

#include "rules/rule.h"

static void fifty_points(void)
{
    given.weight.escort_used = 50;
}

static void who_works(void)
{
    GIVEN("nobody works");
    fifty_points();
    EXPECT(RULE_FEW_ESCORTS, 0);

    GIVEN("one escort, one visit");
    fifty_points();
    does(EVA, at(WED, 10, 0), 60);
    EXPECT(RULE_FEW_ESCORTS, 50);

    GIVEN("one escort, many visits on several days");
    fifty_points();
    does(EVA, at(WED, 10, 0), 60);
    does(EVA, at(WED, 14, 0), 60);
    does(EVA, at(THU, 10, 0), 60);
    EXPECT(RULE_FEW_ESCORTS, 50);

    GIVEN("employees and contractors count alike");
    fifty_points();
    does(EVA, at(WED, 10, 0), 60);
    does(HUGO, at(THU, 10, 0), 60);
    does(MIA, at(THU, 10, 0), 60);
    EXPECT(RULE_FEW_ESCORTS, 3 * 50);

    GIVEN("two at one visit are two");
    fifty_points();
    struct request r = outing(ANNA, at(WED, 10, 0), 60);
    r.needed = 2;
    serve_two(ask(&r), EVA, MIA);
    EXPECT(RULE_FEW_ESCORTS, 2 * 50);
}

void test_few_escorts(void)
{
    who_works();

    GIVEN("one escort with a group is one");
    fifty_points();
    struct session s = game(4, 2);
    int session = hold(&s);
    joins(ANNA, session, MIA);
    joins(BO, session, MIA);
    EXPECT(RULE_FEW_ESCORTS, 50);

    GIVEN("work outside the week is not the week's");
    fifty_points();
    problem_add_outside(unit(), HUGO, (struct span){-600, -300});
    does(EVA, at(WED, 10, 0), 60);
    EXPECT(RULE_FEW_ESCORTS, 50);

    GIVEN("a unit that says nothing of it");
    does(EVA, at(WED, 10, 0), 60);
    EXPECT(RULE_FEW_ESCORTS, 0);
    EXPECT_SAME(used_points(problem(), EVA), 0);
}
