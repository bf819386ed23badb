/* An escort works only within the hours they are available. */
#include "given.h"

static void hours(int escort, const struct span *spans, int n)
{
    given.escorts[escort].available = spans;
    given.escorts[escort].n_available = n;
}

static void office_hours(int escort)
{
    hours(escort, &(struct span){at(WED, 8, 0), at(WED, 16, 0)}, 1);
    unit();
}

static void expect_outside(int q, int escort, int from, int to, int amount)
{
    EXPECT(RULE_AVAILABLE, amount);
    EXPECT_BREACH(RULE_AVAILABLE, escort, ANNA, q, NONE, from, to, amount, NONE);
}

static void edges(void)
{
    GIVEN("a visit that fills the hours to the minute");
    office_hours(EVA);
    int q = does(EVA, at(WED, 8, 0), 480);
    EXPECT(RULE_AVAILABLE, 0);
    EXPECT_BLOCK(q, EVA, RULE_NONE);

    GIVEN("a visit that ends half an hour after the hours");
    office_hours(EVA);
    q = does(EVA, at(WED, 14, 30), 120);
    expect_outside(q, EVA, at(WED, 14, 30), at(WED, 16, 30), 30);
    EXPECT_BLOCK(q, EVA, RULE_AVAILABLE);

    GIVEN("a contractor who begins a quarter before the hours");
    office_hours(MIA);
    q = does(MIA, at(WED, 7, 45), 120);
    expect_outside(q, MIA, at(WED, 7, 45), at(WED, 9, 45), 15);

    GIVEN("a visit on another day is outside as a whole");
    office_hours(EVA);
    q = does(EVA, at(THU, 10, 0), 120);
    expect_outside(q, EVA, at(THU, 10, 0), at(THU, 12, 0), 120);

    GIVEN("hours to midnight, and a visit over the end of the week");
    hours(MIA, &(struct span){at(SUN, 8, 0), at(SUN, 24, 0)}, 1);
    q = does(MIA, at(SUN, 23, 0), 120);
    expect_outside(q, MIA, at(SUN, 23, 0), at(SUN, 25, 0), 60);

    GIVEN("hours over the end of the week");
    hours(MIA, &(struct span){at(SUN, 8, 0), at(SUN, 25, 0)}, 1);
    does(MIA, at(SUN, 23, 0), 120);
    EXPECT(RULE_AVAILABLE, 0);
}

static void several_spans(void)
{
    GIVEN("two stretches that touch are one");
    hours(EVA, (struct span[]){{at(WED, 12, 0), at(WED, 16, 0)},
                               {at(WED, 8, 0), at(WED, 12, 0)}}, 2);
    does(EVA, at(WED, 11, 0), 120);
    EXPECT(RULE_AVAILABLE, 0);

    GIVEN("an hour at noon that is not theirs to give");
    hours(EVA, (struct span[]){{at(WED, 8, 0), at(WED, 12, 0)},
                               {at(WED, 13, 0), at(WED, 16, 0)}}, 2);
    int q = does(EVA, at(WED, 11, 0), 180);
    expect_outside(q, EVA, at(WED, 11, 0), at(WED, 14, 0), 60);

    GIVEN("an absence in the hours");
    problem_add_absence(unit(), EVA, (struct span){at(WED, 11, 30), at(THU, 0, 0)});
    q = does(EVA, at(WED, 10, 0), 120);
    expect_outside(q, EVA, at(WED, 10, 0), at(WED, 12, 0), 30);

    GIVEN("an absence that begins when the visit ends");
    problem_add_absence(unit(), EVA, (struct span){at(WED, 12, 0), at(THU, 0, 0)});
    does(EVA, at(WED, 10, 0), 120);
    EXPECT(RULE_AVAILABLE, 0);
}

static void clock_changes(void)
{
    GIVEN_WEEK(43, "hours from 1 to 4 are four hours the night summer time ends");
    hours(MIA, &(struct span){at(SUN, 1, 0), at(SUN, 4, 0)}, 1);
    does(MIA, at(SUN, 1, 0), 240);
    EXPECT(RULE_AVAILABLE, 0);

    GIVEN_WEEK(13, "hours from 1 to 4 are two hours the night it begins");
    hours(MIA, &(struct span){at(SUN, 1, 0), at(SUN, 4, 0)}, 1);
    int q = does(MIA, at(SUN, 1, 0), 180);
    expect_outside(q, MIA, at(SUN, 1, 0), at(SUN, 5, 0), 60);
}

static void way_from_home(void)
{
    GIVEN("the way from home and back just fits the hours, where it counts");
    given.rule.home_legs = 1;
    office_hours(EVA);
    does(EVA, at(WED, 8, 10), 120);
    does(EVA, at(WED, 13, 50), 120);
    EXPECT(RULE_AVAILABLE, 0);

    GIVEN("the way from home is five minutes too long for the hours");
    given.rule.home_legs = 1;
    office_hours(MIA);
    int q = does(MIA, at(WED, 8, 5), 120);
    expect_outside(q, MIA, at(WED, 7, 55), at(WED, 10, 15), 5);

    GIVEN("the way back from the last visit is five minutes too long");
    given.rule.home_legs = 1;
    office_hours(EVA);
    does(EVA, at(WED, 9, 0), 60);
    q = does_at(POOL, EVA, at(WED, 13, 45), 120);
    expect_outside(q, EVA, at(WED, 13, 45), at(WED, 16, 5), 5);

    GIVEN("the way back is from where the last visit ends");
    given.rule.home_legs = 1;
    office_hours(EVA);
    struct request r = outing(ANNA, at(WED, 13, 45), 120);
    r.end = POOL;
    q = ask(&r);
    serve(q, EVA);
    expect_outside(q, EVA, at(WED, 13, 35), at(WED, 16, 5), 5);

    GIVEN("between two visits of a day nobody goes home");
    given.rule.home_legs = 1;
    hours(EVA, (struct span[]){{at(WED, 8, 0), at(WED, 12, 0)},
                               {at(WED, 13, 0), at(WED, 16, 0)}}, 2);
    does(EVA, at(WED, 10, 0), 120);
    does(EVA, at(WED, 13, 0), 120);
    EXPECT(RULE_AVAILABLE, 0);

    GIVEN("the way from home does not count unless the unit says so");
    office_hours(EVA);
    does(EVA, at(WED, 8, 0), 120);
    EXPECT(RULE_AVAILABLE, 0);
}

void test_available(void)
{
    edges();
    several_spans();
    clock_changes();
    way_from_home();

    GIVEN("not served because two are elsewhere and one cannot guide");
    hours(EVA, NULL, 0);
    hours(MIA, &(struct span){at(WED, 8, 0), at(WED, 11, 59)}, 1);
    given.escorts[HUGO].skills = 0;
    struct request r = outing(ANNA, at(WED, 10, 0), 120);
    r.needs.skills = SKILL_GUIDE;
    int q = ask(&r);
    EXPECT_WHY(q, RULE_AVAILABLE, 2);
}
