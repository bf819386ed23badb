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

void test_working_day(void)
{
    travel();
    day_border();

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
    r = outing(ANNA, at(WED, 6, 0), 615);
    q = ask(&r);
    EXPECT_BLOCK(q, MIA, RULE_NONE);
    EXPECT_WHY(q, RULE_NONE, 0);
}
