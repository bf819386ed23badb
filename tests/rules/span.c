/* From the first start to the last end of an employee's day is no longer than the
 * unit allows: 13 hours. Rest is not what these cases are about. */
#include "given.h"

static void morning_and_evening(int escort, int evening_minutes)
{
    given.rule.daily_rest_minutes = 0;
    does(escort, at(WED, 7, 0), 60);
    does(escort, at(WED, 18, 0), evening_minutes);
}

static void expect_stretched(int escort, int from, int to, int over)
{
    EXPECT(RULE_SPAN, over);
    EXPECT_BREACH(RULE_SPAN, escort, NONE, NONE, NONE, from, to, over, 780);
}

void test_span(void)
{
    GIVEN("thirteen hours from the first start to the last end");
    morning_and_evening(EVA, 120);
    EXPECT(RULE_SPAN, 0);

    GIVEN("thirteen hours and a quarter");
    morning_and_evening(EVA, 135);
    expect_stretched(EVA, at(WED, 7, 0), at(WED, 20, 15), 15);

    GIVEN("employed by the hour is employed");
    morning_and_evening(HUGO, 135);
    expect_stretched(HUGO, at(WED, 7, 0), at(WED, 20, 15), 15);

    GIVEN("a contractor's day is the contractor's");
    morning_and_evening(MIA, 240);
    EXPECT(RULE_SPAN, 0);

    GIVEN("what lies between does not matter");
    morning_and_evening(EVA, 120);
    does(EVA, at(WED, 12, 0), 60);
    EXPECT(RULE_SPAN, 0);

    GIVEN("a short visit inside a long one does not end the day");
    given.rule.daily_rest_minutes = 0;
    given.rule.day_minutes_max = DAY;
    does(EVA, at(WED, 7, 0), 840);
    does(EVA, at(WED, 8, 0), 60);
    expect_stretched(EVA, at(WED, 7, 0), at(WED, 21, 0), 60);
    EXPECT(RULE_OVERLAP, 790);

    GIVEN("the day begins at the employee's own hour");
    given.rule.daily_rest_minutes = 0;
    does(EVA, at(WED, 15, 0), 60);
    does(EVA, at(THU, 3, 45), 60);
    expect_stretched(EVA, at(WED, 15, 0), at(THU, 4, 45), 45);

    GIVEN("what begins at that hour is the next day's");
    given.rule.daily_rest_minutes = 0;
    does(EVA, at(WED, 15, 0), 60);
    does(EVA, at(THU, 5, 0), 60);
    EXPECT(RULE_SPAN, 0);

    GIVEN_WEEK(43, "from midnight to noon is 13 hours the day summer time ends");
    given.escorts[EVA].day_anchor = 0;
    given.rule.daily_rest_minutes = 0;
    does(EVA, at(SUN, 0, 0), 60);
    does(EVA, at(SUN, 11, 0), 60);
    EXPECT(RULE_SPAN, 0);

    GIVEN_WEEK(43, "... and a quarter past noon is too late");
    given.escorts[EVA].day_anchor = 0;
    given.rule.daily_rest_minutes = 0;
    does(EVA, at(SUN, 0, 0), 60);
    does(EVA, at(SUN, 11, 0), 75);
    expect_stretched(EVA, at(SUN, 0, 0), at(SUN, 12, 15), 15);

    GIVEN_WEEK(13, "from midnight to two in the afternoon is 13 hours when it begins");
    given.escorts[EVA].day_anchor = 0;
    given.rule.daily_rest_minutes = 0;
    does(EVA, at(SUN, 0, 0), 60);
    does(EVA, at(SUN, 13, 0), 60);
    EXPECT(RULE_SPAN, 0);

    GIVEN("a Sunday afternoon of the week before, and a night 13 hours after it began");
    given.rule.daily_rest_minutes = 0;
    problem_add_outside(unit(), EVA, (struct span){-9 * HOUR, -8 * HOUR});
    int night = does(EVA, at(MON, 3, 0), 60);
    EXPECT(RULE_SPAN, 0);
    EXPECT_BLOCK(night, EVA, RULE_NONE);

    GIVEN("... and a minute");
    given.rule.daily_rest_minutes = 0;
    problem_add_outside(unit(), EVA, (struct span){-9 * HOUR, -8 * HOUR});
    night = does(EVA, at(MON, 3, 0), 61);
    expect_stretched(EVA, -9 * HOUR, at(MON, 4, 1), 1);
    EXPECT_BLOCK(night, EVA, RULE_SPAN);

    GIVEN("the Sunday of this week, and a night of the week after");
    given.rule.daily_rest_minutes = 0;
    problem_add_outside(unit(), EVA,
                        (struct span){7 * DAY + 4 * HOUR, 7 * DAY + 5 * HOUR});
    does(EVA, at(SUN, 15, 0), 60);
    expect_stretched(EVA, at(SUN, 15, 0), at(SUN, 29, 0), 60);

    GIVEN("not served because it alone takes longer, where long days are allowed");
    given.rule.daily_rest_minutes = 0;
    given.rule.day_minutes_max = DAY;
    given.escorts[MIA].n_available = 0;
    struct request r = outing(ANNA, at(WED, 8, 0), 795);
    int q = ask(&r);
    EXPECT_BLOCK(q, EVA, RULE_SPAN);
    EXPECT_WHY(q, RULE_SPAN, 2);
}
