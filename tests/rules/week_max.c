/* Nobody works more in a week than the unit or they themselves allow: 48 hours for
 * employees. Here a roster may plan overtime, so that this rule alone keeps weeks
 * short. */
#include "given.h"

#define BUSY(sentence) busy(48, sentence)
#define BUSY_WEEK(iso_week, sentence) busy(iso_week, sentence)

static void busy(int iso_week, const char *sentence)
{
    given_week(iso_week, sentence);
    given.rule.overtime_planned_minutes = 10080;
    given.rule.total_minutes_week = 10080;
}

/* Ten hours a day from Monday to Thursday and so much on Friday. */
static void week_of(int escort, int friday)
{
    for (int day = MON; day <= THU; day++)
        does(escort, at(day, 8, 0), 600);
    does(escort, at(FRI, 8, 0), friday);
}

static void expect_over(int escort, int length, int over, int limit)
{
    EXPECT(RULE_WEEK_MAX, over);
    EXPECT_BREACH(RULE_WEEK_MAX, escort, NONE, NONE, NONE, 0, length, over, limit);
}

static void employees(void)
{
    BUSY("48 hours");
    week_of(EVA, 480);
    EXPECT(RULE_WEEK_MAX, 0);

    BUSY("a minute more");
    week_of(EVA, 481);
    expect_over(EVA, 7 * DAY, 1, 2880);

    BUSY_WEEK(13, "the week of 167 hours has 48 of work as well");
    week_of(HUGO, 495);
    expect_over(HUGO, 7 * DAY - HOUR, 15, 2880);

    BUSY("travel between two visits of a day is work");
    week_of(EVA, 420);
    does_at(POOL, EVA, at(FRI, 17, 0), 45);
    expect_over(EVA, 7 * DAY, 15, 2880);

    BUSY("... unless it is not on that day");
    struct rule_figures friday = given.rule;
    struct cost_figures costs = cost_figures_default();
    friday.travel_is_work = 0;
    problem_set_day(unit(), FRI, &friday, &costs);
    week_of(EVA, 420);
    does_at(POOL, EVA, at(FRI, 17, 0), 60);
    EXPECT(RULE_WEEK_MAX, 0);

    BUSY("an employee's own maximum, where it is lower");
    given.escorts[EVA].max_minutes = 600;
    does(EVA, at(MON, 8, 0), 480);
    does(EVA, at(TUE, 8, 0), 135);
    expect_over(EVA, 7 * DAY, 15, 600);

    BUSY("an employee's own maximum does not lift the unit's");
    given.escorts[EVA].max_minutes = 3000;
    week_of(EVA, 495);
    expect_over(EVA, 7 * DAY, 15, 2880);

    BUSY("what was worked in other weeks is theirs");
    problem_add_outside(unit(), EVA, (struct span){-2 * DAY, -DAY});
    week_of(EVA, 480);
    EXPECT(RULE_WEEK_MAX, 0);
}

static void contractors(void)
{
    GIVEN("a contractor has no maximum");
    for (int day = MON; day <= SUN; day++)
        does(MIA, at(day, 8, 0), 480);
    EXPECT(RULE_WEEK_MAX, 0);

    GIVEN("except their own");
    given.escorts[MIA].max_minutes = 300;
    does(MIA, at(MON, 8, 0), 180);
    does(MIA, at(TUE, 8, 0), 135);
    expect_over(MIA, 7 * DAY, 15, 300);

    GIVEN("a contractor's travel is not work");
    given.escorts[MIA].max_minutes = 300;
    does(MIA, at(MON, 8, 0), 180);
    does_at(POOL, MIA, at(MON, 13, 0), 120);
    EXPECT(RULE_WEEK_MAX, 0);
}

void test_week_max(void)
{
    employees();
    contractors();

    GIVEN("one visit as long as the week's maximum");
    given.escorts[MIA].max_minutes = given.escorts[EVA].max_minutes = 120;
    int q = does(EVA, at(MON, 8, 0), 120);
    EXPECT_BLOCK(q, EVA, RULE_NONE);
    EXPECT_BLOCK(q, MIA, RULE_NONE);

    GIVEN("not served because all want to work less");
    for (int e = 0; e < ESCORTS; e++)
        given.escorts[e].max_minutes = 120;
    struct request r = outing(ANNA, at(MON, 8, 0), 135);
    q = ask(&r);
    EXPECT_BLOCK(q, EVA, RULE_WEEK_MAX);
    EXPECT_BLOCK(q, MIA, RULE_WEEK_MAX);
    EXPECT_WHY(q, RULE_WEEK_MAX, 3);
}
