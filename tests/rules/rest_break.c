/* An employee has a break after at most 5 hours of work; on one long outing the
 * meal is taken on duty. */
#include "given.h"

static void expect_no_break(int escort, int from, int to, int over)
{
    EXPECT(RULE_BREAK, over);
    EXPECT_BREACH(RULE_BREAK, escort, NONE, NONE, NONE, from, to, over, 300);
}

static void chains(void)
{
    GIVEN("five hours with only ten minutes between two visits");
    does(EVA, at(WED, 8, 0), 120);
    does(EVA, at(WED, 10, 10), 170);
    EXPECT(RULE_BREAK, 0);

    GIVEN("five minutes more than five hours");
    does(EVA, at(WED, 8, 0), 120);
    does(EVA, at(WED, 10, 10), 175);
    expect_no_break(EVA, at(WED, 8, 0), at(WED, 13, 5), 5);

    GIVEN("three visits are one stretch too");
    does(HUGO, at(WED, 8, 0), 120);
    does(HUGO, at(WED, 10, 15), 60);
    does(HUGO, at(WED, 11, 30), 120);
    expect_no_break(HUGO, at(WED, 8, 0), at(WED, 13, 30), 30);

    GIVEN("a contractor takes breaks at will");
    does(MIA, at(WED, 8, 0), 300);
    does(MIA, at(WED, 13, 10), 300);
    EXPECT(RULE_BREAK, 0);
}

static void pauses(void)
{
    GIVEN("half an hour is a break");
    does(EVA, at(WED, 8, 0), 240);
    does(EVA, at(WED, 12, 30), 240);
    EXPECT(RULE_BREAK, 0);

    GIVEN("29 minutes are none");
    does(EVA, at(WED, 8, 0), 240);
    does(EVA, at(WED, 12, 29), 240);
    expect_no_break(EVA, at(WED, 8, 0), at(WED, 16, 29), 209);

    GIVEN("half an hour besides the way to the next visit is a break");
    does(EVA, at(WED, 8, 0), 240);
    does_at(POOL, EVA, at(WED, 13, 0), 240);
    EXPECT(RULE_BREAK, 0);

    GIVEN("the way to the next visit is no part of a break");
    does(EVA, at(WED, 8, 0), 240);
    does_at(POOL, EVA, at(WED, 12, 59), 240);
    expect_no_break(EVA, at(WED, 8, 0), at(WED, 16, 59), 239);
}

static void on_duty(void)
{
    GIVEN("one long outing has its meal on duty");
    int q = does(EVA, at(WED, 8, 0), 480);
    EXPECT(RULE_BREAK, 0);
    EXPECT_BLOCK(q, EVA, RULE_NONE);

    GIVEN("not where the unit has no meals on duty");
    given.rule.on_duty_meal = 0;
    q = does(EVA, at(WED, 8, 0), 315);
    expect_no_break(EVA, at(WED, 8, 0), at(WED, 13, 15), 15);
    EXPECT_BLOCK(q, EVA, RULE_BREAK);
    EXPECT_BLOCK(q, MIA, RULE_NONE);

    GIVEN("five hours need no break even there");
    given.rule.on_duty_meal = 0;
    q = does(EVA, at(WED, 8, 0), 300);
    EXPECT(RULE_BREAK, 0);
    EXPECT_BLOCK(q, EVA, RULE_NONE);

    GIVEN("a long outing with a short one close after it is not on its own");
    does(EVA, at(WED, 8, 0), 300);
    does(EVA, at(WED, 13, 15), 60);
    expect_no_break(EVA, at(WED, 8, 0), at(WED, 14, 15), 75);

    GIVEN("not served because there is no meal on duty");
    given.rule.on_duty_meal = 0;
    given.escorts[MIA].n_available = 0;
    struct request r = outing(ANNA, at(WED, 8, 0), 315);
    EXPECT_WHY(ask(&r), RULE_BREAK, 2);
}

/* A quarter past three is a quarter of an hour after two when summer time begins. */
static void night(int minutes)
{
    does(EVA, at(SUN, 0, 0), 120);
    does(EVA, at(SUN, 3, 15), minutes);
}

static void clock_changes(void)
{
    GIVEN("an ordinary night has a break from two to a quarter past three");
    night(240);
    EXPECT(RULE_BREAK, 0);

    GIVEN_WEEK(13, "the night summer time begins it is none: five hours");
    night(165);
    EXPECT(RULE_BREAK, 0);

    GIVEN_WEEK(13, "... and a quarter more is too much");
    night(180);
    expect_no_break(EVA, 6 * DAY, 6 * DAY + 315, 15);

    GIVEN_WEEK(43, "from 2:45 to 3:00 there is an hour more the night it ends");
    does(EVA, at(SUN, 0, 0), 165);
    does(EVA, at(SUN, 3, 0), 240);
    EXPECT(RULE_BREAK, 0);
}

static void week_border(void)
{
    GIVEN("the next working day begins within the stretch: eight hours");
    does(EVA, at(TUE, 1, 0), 230);
    does(EVA, at(TUE, 5, 0), 240);
    expect_no_break(EVA, at(TUE, 1, 0), at(TUE, 9, 0), 180);

    GIVEN("work that goes on from Sunday to Monday: five hours in all");
    problem_add_outside(unit(), EVA, (struct span){-180, -10});
    int q = does(EVA, at(MON, 0, 0), 120);
    EXPECT(RULE_BREAK, 0);
    EXPECT_BLOCK(q, EVA, RULE_NONE);

    GIVEN("... and a minute more");
    problem_add_outside(unit(), EVA, (struct span){-180, -10});
    q = does(EVA, at(MON, 0, 0), 121);
    expect_no_break(EVA, -180, 121, 1);
    EXPECT_BLOCK(q, EVA, RULE_BREAK);

    GIVEN("half an hour at midnight is a break");
    problem_add_outside(unit(), EVA, (struct span){-180, -30});
    does(EVA, at(MON, 0, 0), 240);
    EXPECT(RULE_BREAK, 0);

    GIVEN("the end of the week is no break either");
    problem_add_outside(unit(), EVA, (struct span){7 * DAY + 10, 7 * DAY + 120});
    does(EVA, at(SUN, 20, 0), 240);
    expect_no_break(EVA, at(SUN, 20, 0), at(SUN, 26, 0), 60);

    GIVEN("another week's long evening is another week's");
    problem_add_outside(unit(), EVA, (struct span){-400, -100});
    problem_add_outside(unit(), EVA, (struct span){-95, -40});
    does(EVA, at(MON, 0, 0), 60);
    EXPECT(RULE_BREAK, 0);
}

void test_rest_break(void)
{
    chains();
    week_border();
    pauses();
    on_duty();
    clock_changes();
}
