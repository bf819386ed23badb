/* A warning: employees are told their roster two weeks before. The week begins on the
 * 23rd of November. */
#include "given.h"

static void made_on(int november)
{
    problem_set_today(unit(), date_days(2026, 11, november));
}

static void expect_late(int escort, int q, int from, int to, int visits, int limit)
{
    EXPECT(RULE_NOTICE, visits);
    EXPECT_BREACH(RULE_NOTICE, escort, ANNA, q, NONE, from, to, visits, limit);
}

void test_notice(void)
{
    GIVEN("two weeks before a visit on Wednesday");
    made_on(11);
    does(EVA, at(WED, 0, 0), 60);
    EXPECT(RULE_NOTICE, 0);

    GIVEN("a day less");
    made_on(11);
    int q = does(EVA, at(TUE, 23, 0), 90);
    expect_late(EVA, q, at(TUE, 23, 0), at(WED, 0, 30), 1, 14);

    GIVEN("all visits of an employee are one warning, from the first on");
    made_on(12);
    does(HUGO, at(THU, 10, 0), 60);
    does(HUGO, at(TUE, 10, 0), 60);
    q = does(HUGO, at(MON, 10, 0), 60);
    expect_late(HUGO, q, at(MON, 10, 0), at(MON, 11, 0), 2, 14);

    GIVEN("contractors answer offers instead");
    made_on(22);
    does(MIA, at(MON, 10, 0), 60);
    EXPECT(RULE_NOTICE, 0);

    GIVEN("nobody has told what day it is");
    does(EVA, at(MON, 10, 0), 60);
    EXPECT(RULE_NOTICE, 0);

    GIVEN("the roster is given out: changes have a rule of their own");
    made_on(22);
    problem_set_published(unit(), date_days(2026, 11, 9));
    does(EVA, at(MON, 10, 0), 60);
    EXPECT(RULE_NOTICE, 0);

    GIVEN("the days of notice are the unit's to set, and a day's own");
    struct rule_figures tuesday = given.rule;
    struct cost_figures costs = cost_figures_default();
    tuesday.notice_days = 3;
    made_on(20);
    problem_set_day(unit(), TUE, &tuesday, &costs);
    q = does(EVA, at(MON, 10, 0), 60);
    does(EVA, at(TUE, 10, 0), 60);
    expect_late(EVA, q, at(MON, 10, 0), at(MON, 11, 0), 1, 14);

    GIVEN_WEEK(43, "the longer Sunday is a day as well: the 25th of October");
    problem_set_today(unit(), date_days(2026, 10, 12));
    q = does(EVA, at(SUN, 23, 30), 60);
    expect_late(EVA, q, at(SUN, 23, 30), at(SUN, 24, 30), 1, 14);

    GIVEN("a warning makes nothing unlawful");
    made_on(22);
    does(EVA, at(MON, 10, 0), 60);
    EXPECT(RULE_NOTICE, 1);
    EXPECT_SAME(verdict()->tier[TIER_HARD], 0);
    EXPECT_SAME(verdict()->tier[TIER_WARNING], 1);
    EXPECT_SAME(verdict()->n_breaches, 0);
}
