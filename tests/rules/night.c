/* No work in the core of the night, from midnight to five: a point a minute of an
 * employee's. */
#include "given.h"

static void by_the_clock(void)
{
    GIVEN("home by midnight");
    does(EVA, at(WED, 22, 0), 120);
    EXPECT(RULE_NIGHT, 0);

    GIVEN("a minute past midnight");
    does(EVA, at(WED, 22, 0), 121);
    EXPECT(RULE_NIGHT, 1);

    GIVEN("out at five");
    does(EVA, at(WED, 5, 0), 120);
    EXPECT(RULE_NIGHT, 0);

    GIVEN("out at a minute to five");
    does(EVA, at(WED, 4, 59), 120);
    EXPECT(RULE_NIGHT, 1);

    GIVEN("the whole night");
    does(EVA, at(WED, 23, 0), 420);
    EXPECT(RULE_NIGHT, 300);

    GIVEN("the last night, which ends after the week");
    does(EVA, at(SUN, 23, 0), 120);
    EXPECT(RULE_NIGHT, 60);

    GIVEN("a contractor's night is their own");
    does(MIA, at(WED, 23, 0), 420);
    EXPECT(RULE_NIGHT, 0);

    GIVEN("a point a minute, or what the unit says");
    given.weight.night_minute = 3;
    does(EVA, at(WED, 23, 0), 90);
    EXPECT(RULE_NIGHT, 90);
}

static void night_over_midnight(void)
{
    GIVEN("a night from ten to five, in its evening");
    given.rule.night_from = 22 * HOUR;
    does(EVA, at(WED, 21, 0), 120);
    EXPECT(RULE_NIGHT, 60);

    GIVEN("the same night in its morning");
    given.rule.night_from = 22 * HOUR;
    does(EVA, at(THU, 4, 0), 120);
    EXPECT(RULE_NIGHT, 60);

    GIVEN("the morning of a night that began before the week");
    given.rule.night_from = 22 * HOUR;
    does(EVA, at(MON, 4, 0), 120);
    EXPECT(RULE_NIGHT, 60);
}

static void clocks_change(void)
{
    /* 00:30 to 05:30 by the clock, of which one hour is left out. */
    GIVEN_WEEK(13, "the night summer time begins has four hours");
    does(EVA, at(SUN, 0, 30), 240);
    EXPECT(RULE_NIGHT, 210);

    GIVEN_WEEK(43, "the night it ends has six");
    does(EVA, at(SUN, 1, 0), 300);
    EXPECT(RULE_NIGHT, 300);

    GIVEN_WEEK(43, "and no more");
    does(EVA, at(SUN, 1, 0), 360);
    EXPECT(RULE_NIGHT, 300);
}

void test_night(void)
{
    by_the_clock();
    night_over_midnight();
    clocks_change();
}
