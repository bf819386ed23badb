/* A contractor should rest nine hours on end in each 24 hours from the day anchor, here
 * five: 60 points a day without. */
#include "given.h"

/* Mia from five on, home at so many minutes past eight in the evening. */
static void long_day(int day, int past)
{
    does(MIA, at(day, 5, 0), 420);
    does(MIA, at(day, 13, past), 420);
}

void test_soft_rest(void)
{
    GIVEN("nine hours until the next morning");
    long_day(WED, 0);
    EXPECT(RULE_SOFT_REST, 0);

    GIVEN("a minute less");
    long_day(WED, 1);
    EXPECT(RULE_SOFT_REST, 60);

    GIVEN("every such day");
    long_day(WED, 30);
    long_day(THU, 30);
    EXPECT(RULE_SOFT_REST, 60 + 60);

    GIVEN("the rest is the unit's to set");
    given.rule.contractor_rest_minutes = 480;
    long_day(WED, 60);
    EXPECT(RULE_SOFT_REST, 0);

    /* 10:00 to 15:00 leaves fourteen hours. */
    GIVEN("employees have a law");
    given.rule.contractor_rest_minutes = 900;
    does(EVA, at(WED, 10, 0), 300);
    EXPECT(RULE_SOFT_REST, 0);

    GIVEN("the same day of a contractor");
    given.rule.contractor_rest_minutes = 900;
    does(MIA, at(WED, 10, 0), 300);
    EXPECT(RULE_SOFT_REST, 60);

    /* Sunday 05:00 to 19:00; the next duty belongs to Sunday's 24 hours. */
    GIVEN("nine hours after the Sunday before");
    problem_add_outside(unit(), MIA, (struct span){-1140, -300});
    does(MIA, at(MON, 4, 0), 60);
    EXPECT(RULE_SOFT_REST, 0);

    GIVEN("a minute less after the Sunday before");
    problem_add_outside(unit(), MIA, (struct span){-1140, -300});
    does(MIA, at(MON, 3, 59), 60);
    EXPECT(RULE_SOFT_REST, 60);

    GIVEN("a day of the next week's work only is the next week's");
    problem_add_outside(unit(), MIA, (struct span){at(SUN, 30, 0), at(SUN, 46, 0)});
    does(MIA, at(SUN, 10, 0), 60);
    EXPECT(RULE_SOFT_REST, 0);

    GIVEN("a day with figures of its own");
    struct rule_figures rule = given.rule;
    struct cost_figures cost = cost_figures_default();
    rule.contractor_rest_minutes = 480;
    problem_set_day(unit(), WED, &rule, &cost);
    long_day(WED, 30);
    long_day(THU, 30);
    EXPECT(RULE_SOFT_REST, 60);
}
