/* An employee's working day is no longer than the unit allows: 10 hours. */
#include "given.h"

/* Five hours in town, an hour's pause, and more at the pool, half an hour away. */
static void two_places(int escort, int minutes_there)
{
    does(escort, at(WED, 6, 0), 300);
    does_at(POOL, escort, at(WED, 12, 0), minutes_there);
}

static void expect_long(int escort, int from, int to, int over)
{
    EXPECT(RULE_WORKING_DAY, over);
    EXPECT_BREACH(RULE_WORKING_DAY, escort, NONE, NONE, NONE, from, to, over, 600);
}

static void travel(void)
{
    GIVEN("ten hours, half an hour of travel among them");
    two_places(EVA, 270);
    EXPECT(RULE_WORKING_DAY, 0);

    GIVEN("a quarter more than ten hours");
    two_places(EVA, 285);
    expect_long(EVA, at(WED, 6, 0), at(WED, 16, 45), 15);

    GIVEN("employed by the hour is employed");
    two_places(HUGO, 285);
    expect_long(HUGO, at(WED, 6, 0), at(WED, 16, 45), 15);

    GIVEN("travel is not work where the unit does not count it");
    given.rule.travel_is_work = 0;
    two_places(EVA, 300);
    EXPECT(RULE_WORKING_DAY, 0);

    GIVEN("without travel ten hours are worked");
    given.rule.travel_is_work = 0;
    two_places(EVA, 315);
    expect_long(EVA, at(WED, 6, 0), at(WED, 17, 15), 15);

    GIVEN("a contractor's day is the contractor's");
    given.rule.contractor_occasion_minutes = DAY;
    two_places(MIA, 600);
    EXPECT(RULE_WORKING_DAY, 0);
}

/* Five hours before midnight, five and a quarter after it. */
static void night(void)
{
    does(EVA, at(TUE, 19, 0), 300);
    does(EVA, at(WED, 0, 30), 315);
}

static void day_border(void)
{
    GIVEN("a day that begins at five holds the whole night");
    night();
    expect_long(EVA, at(TUE, 19, 0), at(WED, 5, 45), 15);

    GIVEN("a day that begins at midnight does not");
    given.escorts[EVA].day_anchor = 0;
    night();
    EXPECT(RULE_WORKING_DAY, 0);

    GIVEN("travel from one day to the next is neither's");
    does(EVA, at(TUE, 7, 0), 600);
    does_at(POOL, EVA, at(WED, 7, 0), 600);
    EXPECT(RULE_WORKING_DAY, 0);

    GIVEN_WEEK(13, "minutes are counted, not the clock: ten hours from midnight");
    int q = does(EVA, at(SUN, 0, 0), 600);
    EXPECT_SAME(at(SUN, 11, 0), given.times[q][0].from + 600);
    EXPECT(RULE_WORKING_DAY, 0);
}

/* The night from Sunday to Monday is one working day of two weeks. */
static void week_border(void)
{
    GIVEN("six hours of Sunday evening's day, and four of this week's");
    problem_add_outside(unit(), EVA, (struct span){-6 * HOUR, -10});
    int q = does(EVA, at(MON, 0, 40), 250);
    EXPECT(RULE_WORKING_DAY, 0);
    EXPECT_BLOCK(q, EVA, RULE_NONE);

    GIVEN("a minute more");
    problem_add_outside(unit(), EVA, (struct span){-6 * HOUR, -10});
    q = does(EVA, at(MON, 0, 40), 251);
    expect_long(EVA, -6 * HOUR, at(MON, 4, 51), 1);
    EXPECT_BLOCK(q, EVA, RULE_WORKING_DAY);

    GIVEN("the Sunday night of this week and what the week after has of it");
    problem_add_outside(unit(), EVA, (struct span){7 * DAY + 60, 7 * DAY + 180});
    does(EVA, at(SUN, 16, 0), 481);
    expect_long(EVA, at(SUN, 16, 0), at(SUN, 27, 0), 1);

    GIVEN("what begins in the next working day is the next one's");
    problem_add_outside(unit(), EVA,
                        (struct span){7 * DAY + 5 * HOUR, 7 * DAY + 15 * HOUR});
    does(EVA, at(SUN, 8, 0), 600);
    EXPECT(RULE_WORKING_DAY, 0);

    GIVEN("Saturday's work is far from Monday's");
    problem_add_outside(unit(), EVA, (struct span){-2 * DAY, -2 * DAY + 10 * HOUR});
    does(EVA, at(MON, 1, 0), 60);
    EXPECT(RULE_WORKING_DAY, 0);

    GIVEN("a day that this week's work does not begin in is not this week's");
    problem_add_outside(unit(), EVA, (struct span){-11 * HOUR, -5});
    does(EVA, at(MON, 10, 0), 60);
    EXPECT(RULE_WORKING_DAY, 0);
}

static void figures_of_a_day(void)
{
    GIVEN("an agreement of nine hours that begins to hold on Thursday");
    struct rule_figures thursday = given.rule;
    struct cost_figures costs = cost_figures_default();
    thursday.day_minutes_max = 540;
    problem_set_day(unit(), THU, &thursday, &costs);
    does(EVA, at(WED, 8, 0), 600);
    does(EVA, at(THU, 8, 0), 541);
    does(EVA, at(FRI, 8, 0), 600);
    EXPECT(RULE_WORKING_DAY, 1);
    EXPECT_BREACH(RULE_WORKING_DAY, EVA, NONE, NONE, NONE, at(THU, 8, 0),
                  at(THU, 17, 1), 1, 540);
}

void test_working_day(void)
{
    travel();
    day_border();
    week_border();
    figures_of_a_day();

    GIVEN("one outing of ten hours is a day");
    int q = does(EVA, at(WED, 6, 0), 600);
    EXPECT_BLOCK(q, EVA, RULE_NONE);

    GIVEN("not served because it alone is longer than a day");
    given.escorts[MIA].n_available = 0;
    struct request r = outing(ANNA, at(WED, 6, 0), 615);
    q = ask(&r);
    EXPECT_BLOCK(q, HUGO, RULE_WORKING_DAY);
    EXPECT_WHY(q, RULE_WORKING_DAY, 2);

    GIVEN("a contractor could");
    given.rule.contractor_occasion_minutes = DAY;
    r = outing(ANNA, at(WED, 6, 0), 615);
    q = ask(&r);
    EXPECT_BLOCK(q, MIA, RULE_NONE);
    EXPECT_WHY(q, RULE_NONE, 0);
}
