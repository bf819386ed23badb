/* An employee's ordinary hours are at most 40 a week on average over four weeks. */
#include "given.h"

/* Nine hours and twenty minutes a day from Monday to Thursday, and so much on Friday. */
static void week_of(int escort, int friday)
{
    for (int day = MON; day <= THU; day++)
        does(escort, at(day, 8, 0), 560);
    does(escort, at(FRI, 8, 0), friday);
}

static void worked(int escort, uint32_t known, int last, int before, int earlier)
{
    struct escort_past past = {.known = known, .minutes = {last, before, earlier, 3000}};
    problem_escort_past(unit(), escort, &past);
}

static void expect_over(int escort, int over, int limit)
{
    EXPECT(RULE_ORDINARY_HOURS, over);
    EXPECT_BREACH(RULE_ORDINARY_HOURS, escort, NONE, NONE, NONE, 0,
                  week_length(&given.week), over, limit);
}

static void this_week(void)
{
    GIVEN("forty hours, and nothing is known of the weeks before");
    week_of(EVA, 160);
    EXPECT(RULE_ORDINARY_HOURS, 0);

    GIVEN("a minute more");
    week_of(EVA, 161);
    expect_over(EVA, 1, 2400);

    GIVEN("employed by the hour is employed");
    week_of(HUGO, 175);
    expect_over(HUGO, 15, 2400);

    GIVEN("a contractor's hours are the contractor's");
    for (int day = MON; day <= SAT; day++)
        does(MIA, at(day, 8, 0), 480);
    EXPECT(RULE_ORDINARY_HOURS, 0);

    GIVEN_WEEK(13, "the week of 167 hours has forty of work as well");
    week_of(EVA, 161);
    expect_over(EVA, 1, 2400);

    GIVEN("overtime that the unit lets a roster plan comes on top");
    given.rule.overtime_planned_minutes = 60;
    week_of(EVA, 220);
    EXPECT(RULE_ORDINARY_HOURS, 0);

    GIVEN("... and is not without end");
    given.rule.overtime_planned_minutes = 60;
    week_of(EVA, 221);
    expect_over(EVA, 1, 2460);
}

static void weeks_before(void)
{
    GIVEN("what a quiet week left may be worked now");
    worked(EVA, 1, 2000, 0, 0);
    week_of(EVA, 560);
    EXPECT(RULE_ORDINARY_HOURS, 0);

    GIVEN("... and no more");
    worked(EVA, 1, 2000, 0, 0);
    week_of(EVA, 561);
    expect_over(EVA, 1, 2800);

    GIVEN("what a busy week took is missing now");
    worked(EVA, 1, 2500, 0, 0);
    week_of(EVA, 61);
    expect_over(EVA, 1, 2300);

    GIVEN("three weeks before this one count: 200 less, 100 more, 50 less");
    worked(EVA, 7, 2200, 2500, 2350);
    week_of(EVA, 311);
    expect_over(EVA, 1, 2550);

    GIVEN("a fourth does not, however much was worked in it");
    worked(EVA, 15, 2400, 2400, 2400);
    week_of(EVA, 160);
    EXPECT(RULE_ORDINARY_HOURS, 0);

    GIVEN("a week without a roster neither gives nor takes");
    worked(EVA, 4, 0, 0, 2300);
    week_of(EVA, 261);
    expect_over(EVA, 1, 2500);

    GIVEN("where the unit counts each week by itself the last is no matter");
    given.rule.ordinary_weeks = 1;
    worked(EVA, 7, 0, 0, 0);
    week_of(EVA, 161);
    expect_over(EVA, 1, 2400);

    GIVEN("after far too much nothing is left, and not less than nothing");
    worked(EVA, 7, 3300, 3200, 3200);
    int q = does(EVA, at(MON, 8, 0), 60);
    expect_over(EVA, 60, 0);
    EXPECT_BLOCK(q, EVA, RULE_ORDINARY_HOURS);

    GIVEN("another employee's weeks are theirs");
    worked(HUGO, 7, 4000, 4000, 4000);
    does(EVA, at(MON, 8, 0), 60);
    EXPECT(RULE_ORDINARY_HOURS, 0);
}

void test_ordinary_hours(void)
{
    this_week();
    weeks_before();

    GIVEN("not served because the weeks before left both employees too little");
    given.escorts[MIA].n_available = 0;
    worked(EVA, 7, 3000, 3000, 3500);
    worked(HUGO, 7, 3000, 3000, 3500);
    struct request r = outing(ANNA, at(MON, 8, 0), 101);
    int q = ask(&r);
    EXPECT_BLOCK(q, EVA, RULE_ORDINARY_HOURS);
    EXPECT_WHY(q, RULE_ORDINARY_HOURS, 2);

    GIVEN("... and just enough");
    worked(EVA, 7, 3000, 3000, 3500);
    r = outing(ANNA, at(MON, 8, 0), 100);
    EXPECT_BLOCK(ask(&r), EVA, RULE_NONE);
}
