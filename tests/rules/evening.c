/* Evenings are shared fairly: a visit that ends after seven costs an employee 5 points
 * for each evening they worked over the colleagues' mean in the last four weeks. */
#include "given.h"

/* Eva worked so many evenings, Hugo one. */
static void evenings(uint32_t of_eva)
{
    problem_escort_past(unit(), EVA, &(struct escort_past){.evenings = of_eva});
    problem_escort_past(unit(), HUGO, &(struct escort_past){.evenings = 1});
}

void test_evening(void)
{
    GIVEN("an evening for one who has had as many as the others");
    evenings(1);
    does(EVA, at(WED, 18, 0), 120);
    EXPECT(RULE_EVENING, 0);

    /* The mean of 2 and 1 is 1, rounded down. */
    GIVEN("one evening over the mean");
    evenings(2);
    does(EVA, at(WED, 18, 0), 120);
    EXPECT(RULE_EVENING, 5);

    /* The mean of 6 and 1 is 3. */
    GIVEN("three evenings over the mean, twice");
    evenings(6);
    does(EVA, at(WED, 18, 0), 120);
    does(EVA, at(THU, 18, 0), 120);
    EXPECT(RULE_EVENING, 15 + 15);

    GIVEN("who has had fewer works evenings for nothing");
    evenings(6);
    does(HUGO, at(WED, 18, 0), 120);
    EXPECT(RULE_EVENING, 0);

    GIVEN("at seven the evening has not begun");
    evenings(6);
    does(EVA, at(WED, 18, 0), 60);
    EXPECT(RULE_EVENING, 0);

    GIVEN("a minute later it has");
    evenings(6);
    does(EVA, at(WED, 18, 0), 61);
    EXPECT(RULE_EVENING, 15);

    GIVEN("a visit into the next morning is an evening's");
    evenings(6);
    does(EVA, at(WED, 23, 0), 120);
    EXPECT(RULE_EVENING, 15);

    GIVEN("an early morning is no evening");
    evenings(6);
    does(EVA, at(THU, 0, 15), 120);
    EXPECT(RULE_EVENING, 0);

    GIVEN("a contractor chooses their evenings");
    evenings(0);
    problem_escort_past(unit(), MIA, &(struct escort_past){.evenings = 20});
    does(MIA, at(WED, 18, 0), 120);
    EXPECT(RULE_EVENING, 0);

    GIVEN_WEEK(13, "seven by the clock on the day summer time begins");
    evenings(6);
    does(EVA, at(SUN, 18, 0), 60);
    EXPECT(RULE_EVENING, 0);

    GIVEN_WEEK(13, "a minute past seven on that day");
    evenings(6);
    does(EVA, at(SUN, 18, 0), 61);
    EXPECT(RULE_EVENING, 15);
}
