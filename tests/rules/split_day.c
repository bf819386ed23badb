/* An employee's day is not split by a pause of more than two hours: 60 points each. */
#include "given.h"

void test_split_day(void)
{
    GIVEN("two hours between two visits");
    does(EVA, at(WED, 10, 0), 60);
    does(EVA, at(WED, 13, 0), 60);
    EXPECT(RULE_SPLIT_DAY, 0);

    GIVEN("a minute more");
    does(EVA, at(WED, 10, 0), 60);
    does(EVA, at(WED, 13, 1), 60);
    EXPECT(RULE_SPLIT_DAY, 60);

    GIVEN("half an hour of travel is no pause");
    does(EVA, at(WED, 10, 0), 60);
    does_at(POOL, EVA, at(WED, 13, 30), 60);
    EXPECT(RULE_SPLIT_DAY, 0);

    GIVEN("two hours and a minute after it are");
    does(EVA, at(WED, 10, 0), 60);
    does_at(POOL, EVA, at(WED, 13, 31), 60);
    EXPECT(RULE_SPLIT_DAY, 60);

    GIVEN("each long pause of a day");
    does(EVA, at(WED, 8, 0), 60);
    does(EVA, at(WED, 12, 0), 60);
    does(EVA, at(WED, 16, 0), 60);
    EXPECT(RULE_SPLIT_DAY, 60 + 60);

    GIVEN("a visit in the middle makes two short pauses of a long one");
    does(EVA, at(WED, 8, 0), 60);
    does(EVA, at(WED, 11, 0), 60);
    does(EVA, at(WED, 14, 0), 60);
    EXPECT(RULE_SPLIT_DAY, 0);

    GIVEN("the night is no pause");
    does(EVA, at(WED, 16, 0), 60);
    does(EVA, at(THU, 10, 0), 60);
    EXPECT(RULE_SPLIT_DAY, 0);

    GIVEN("a contractor's day is their own");
    does(MIA, at(WED, 8, 0), 60);
    does(MIA, at(WED, 16, 0), 60);
    EXPECT(RULE_SPLIT_DAY, 0);

    GIVEN("the pause is the unit's to set, and so are the points");
    given.rule.split_gap_minutes = 180;
    given.weight.split_day = 7;
    does(EVA, at(WED, 10, 0), 60);
    does(EVA, at(WED, 14, 0), 60);
    does(HUGO, at(WED, 10, 0), 60);
    does(HUGO, at(WED, 14, 1), 60);
    EXPECT(RULE_SPLIT_DAY, 7);

    GIVEN("a day with figures of its own");
    struct rule_figures rule = given.rule;
    struct cost_figures cost = cost_figures_default();
    rule.split_gap_minutes = 180;
    problem_set_day(unit(), WED, &rule, &cost);
    for (int day = WED; day <= THU; day++) {
        does(EVA, at(day, 10, 0), 60);
        does(EVA, at(day, 14, 0), 60);
    }
    EXPECT(RULE_SPLIT_DAY, 60);
}
