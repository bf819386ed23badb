/* Little travel between visits: a point a minute. Town to pool is 30, home to town
 * 10, home to pool 20. */
#include "given.h"

static void town_and_pool(int escort)
{
    does(escort, at(WED, 10, 0), 60);
    does_at(POOL, escort, at(WED, 14, 0), 60);
}

void test_travel(void)
{
    GIVEN("from town to the pool");
    town_and_pool(EVA);
    EXPECT(RULE_TRAVEL, 30);

    GIVEN("a contractor's travel counts as much");
    town_and_pool(MIA);
    EXPECT(RULE_TRAVEL, 30);

    GIVEN("nobody travels between the visits of two escorts");
    does(EVA, at(WED, 10, 0), 60);
    does_at(POOL, HUGO, at(WED, 14, 0), 60);
    EXPECT(RULE_TRAVEL, 0);

    GIVEN("from where the first visit ended");
    struct request r = outing(ANNA, at(WED, 10, 0), 60);
    r.end = POOL;
    serve(ask(&r), EVA);
    does_at(POOL, EVA, at(WED, 14, 0), 60);
    EXPECT(RULE_TRAVEL, 0);

    GIVEN("there and back again");
    town_and_pool(EVA);
    does(EVA, at(WED, 17, 0), 60);
    EXPECT(RULE_TRAVEL, 60);

    GIVEN("a night lies between");
    does(EVA, at(WED, 10, 0), 60);
    does_at(POOL, EVA, at(THU, 14, 0), 60);
    EXPECT(RULE_TRAVEL, 0);

    GIVEN("midnight is no night where the day begins at five");
    does(MIA, at(WED, 22, 0), 60);
    does_at(POOL, MIA, at(THU, 1, 0), 60);
    EXPECT(RULE_TRAVEL, 30);

    GIVEN("it is, where the day begins then");
    given.escorts[MIA].day_anchor = 0;
    does(MIA, at(WED, 22, 0), 60);
    does_at(POOL, MIA, at(THU, 1, 0), 60);
    EXPECT(RULE_TRAVEL, 0);

    GIVEN("from home and back, where the unit counts it");
    given.rule.home_legs = 1;
    town_and_pool(MIA);
    EXPECT(RULE_TRAVEL, 10 + 30 + 20);

    GIVEN("from home and back every day");
    given.rule.home_legs = 1;
    does(EVA, at(WED, 10, 0), 60);
    does_at(POOL, EVA, at(THU, 14, 0), 60);
    EXPECT(RULE_TRAVEL, 10 + 10 + 20 + 20);

    GIVEN("an escort whose home is not told");
    given.rule.home_legs = 1;
    given.escorts[EVA].home = NONE;
    town_and_pool(EVA);
    EXPECT(RULE_TRAVEL, 30);

    GIVEN("the points of a minute are the unit's to set");
    given.weight.travel_minute = 3;
    town_and_pool(EVA);
    EXPECT(RULE_TRAVEL, 90);
}
