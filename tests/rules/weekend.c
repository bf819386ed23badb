/* Every other weekend is free (120 points), and weekends are shared fairly: 15 points
 * for each weekend worked in the last twelve weeks. Bit k of `weekends` is the weekend
 * k + 1 weeks ago. */
#include "given.h"

static void worked(int escort, uint32_t weekends)
{
    problem_escort_past(unit(), escort, &(struct escort_past){.weekends = weekends});
}

static void shared(void)
{
    GIVEN("the first weekend in a long time");
    worked(EVA, 0);
    does(EVA, at(SAT, 10, 0), 60);
    EXPECT(RULE_WEEKEND, 0);

    GIVEN("the weekend before last was worked");
    worked(EVA, 1U << 1);
    does(EVA, at(SAT, 10, 0), 60);
    EXPECT(RULE_WEEKEND, 15);

    GIVEN("every other weekend of twelve, a free one last");
    worked(EVA, 0xAAA);
    does(EVA, at(SAT, 10, 0), 60);
    EXPECT(RULE_WEEKEND, 6 * 15);

    GIVEN("twelve weeks ago counts");
    worked(EVA, 1U << 11);
    does(EVA, at(SAT, 10, 0), 60);
    EXPECT(RULE_WEEKEND, 15);

    GIVEN("thirteen weeks ago is forgotten");
    worked(EVA, 1U << 12);
    does(EVA, at(SAT, 10, 0), 60);
    EXPECT(RULE_WEEKEND, 0);

    GIVEN("a contractor chooses their weekends");
    worked(MIA, 0xFFF);
    does(MIA, at(SAT, 10, 0), 60);
    EXPECT(RULE_WEEKEND, 0);
}

static void free_one(void)
{
    GIVEN("a second weekend on end");
    worked(EVA, 1);
    does(EVA, at(SAT, 10, 0), 60);
    EXPECT(RULE_WEEKEND, 15 + 120);

    GIVEN("both days and many visits are one weekend");
    worked(EVA, 1);
    does(EVA, at(SAT, 10, 0), 60);
    does(EVA, at(SAT, 13, 0), 60);
    does(EVA, at(SUN, 10, 0), 60);
    EXPECT(RULE_WEEKEND, 15 + 120);

    GIVEN("one free weekend in three: a second on end is allowed");
    given.rule.weekend_period = 3;
    worked(EVA, 1);
    does(EVA, at(SAT, 10, 0), 60);
    EXPECT(RULE_WEEKEND, 15);

    GIVEN("a third on end is not");
    given.rule.weekend_period = 3;
    worked(EVA, 3);
    does(EVA, at(SAT, 10, 0), 60);
    EXPECT(RULE_WEEKEND, 30 + 120);

    GIVEN("where free weekends are not counted");
    given.rule.weekend_period = 0;
    worked(EVA, 1);
    does(EVA, at(SAT, 10, 0), 60);
    EXPECT(RULE_WEEKEND, 15);
}

static void its_borders(void)
{
    GIVEN("a Friday night ends on Saturday and is no weekend");
    worked(EVA, 1);
    does(EVA, at(FRI, 23, 45), 60);
    EXPECT(RULE_WEEKEND, 0);

    GIVEN("a quarter later it is one");
    worked(EVA, 1);
    does(EVA, at(SAT, 0, 0), 60);
    EXPECT(RULE_WEEKEND, 15 + 120);

    GIVEN("the last quarter of Sunday");
    worked(EVA, 1);
    does(EVA, at(SUN, 23, 45), 15);
    EXPECT(RULE_WEEKEND, 15 + 120);

    GIVEN_WEEK(43, "the twenty-fifth hour of a Sunday");
    worked(EVA, 1);
    does(EVA, at(SUN, 23, 45), 15);
    EXPECT(RULE_WEEKEND, 15 + 120);

    GIVEN("nobody works the weekend");
    worked(EVA, 1);
    does(EVA, at(FRI, 10, 0), 60);
    EXPECT(RULE_WEEKEND, 0);
}

void test_weekend(void)
{
    shared();
    free_one();
    its_borders();
}
