/* A contractor should rest nine hours between one working day (from five on, here) and the
 * next: 60 points for a night with less. */
#include "given.h"

/* Home at so many minutes past eleven, and out again at eight. */
static void short_night(int day, int past)
{
    does(MIA, at(day, 22, past), 60);
    does(MIA, at(day, 32, 0), 60);
}

void test_soft_rest(void)
{
    GIVEN("nine hours between evening and morning");
    short_night(WED, 0);
    EXPECT(RULE_SOFT_REST, 0);

    GIVEN("a minute less");
    short_night(WED, 1);
    EXPECT(RULE_SOFT_REST, 60);

    GIVEN("every such night");
    short_night(TUE, 30);
    short_night(THU, 30);
    EXPECT(RULE_SOFT_REST, 60 + 60);

    GIVEN("the rest is the unit's to set");
    given.rule.contractor_rest_minutes = 480;
    short_night(WED, 60);
    EXPECT(RULE_SOFT_REST, 0);

    GIVEN("employees have a law");
    does(EVA, at(WED, 22, 30), 60);
    does(EVA, at(THU, 8, 0), 60);
    EXPECT(RULE_SOFT_REST, 0);

    GIVEN("hours between two visits of a day are no night");
    does(MIA, at(WED, 8, 0), 60);
    does(MIA, at(WED, 14, 0), 60);
    EXPECT(RULE_SOFT_REST, 0);

    /* Sunday until 23:00. */
    GIVEN("nine hours after the Sunday before");
    problem_add_outside(unit(), MIA, (struct span){-120, -60});
    does(MIA, at(MON, 8, 0), 60);
    EXPECT(RULE_SOFT_REST, 0);

    GIVEN("a minute less after the Sunday before");
    problem_add_outside(unit(), MIA, (struct span){-120, -59});
    does(MIA, at(MON, 8, 0), 60);
    EXPECT(RULE_SOFT_REST, 60);

    GIVEN("a night of the next week's work only is the next week's");
    problem_add_outside(unit(), MIA, (struct span){at(SUN, 46, 0), at(SUN, 47, 0)});
    problem_add_outside(unit(), MIA, (struct span){at(SUN, 54, 0), at(SUN, 55, 0)});
    does(MIA, at(SUN, 10, 0), 60);
    EXPECT(RULE_SOFT_REST, 0);

    GIVEN("a day with figures of its own");
    struct rule_figures rule = given.rule;
    struct cost_figures cost = cost_figures_default();
    rule.contractor_rest_minutes = 480;
    problem_set_day(unit(), TUE, &rule, &cost);
    short_night(TUE, 30);
    short_night(THU, 30);
    EXPECT(RULE_SOFT_REST, 60);
}
