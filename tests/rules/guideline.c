/* A warning: a municipal guideline's cap was passed. */
#include "given.h"

static int monthly(void)
{
    struct decision d = decision_of(ANNA);
    d.minutes = 6000;
    return grant(&d);
}

static int under(int decision, int start, int minutes)
{
    struct request r = outing(ANNA, start, minutes);
    r.decision = decision;
    int q = ask(&r);
    serve(q, EVA);
    return q;
}

static void occasion(void)
{
    GIVEN("an outing as long as the guideline's");
    given.rule.guideline_occasion_minutes = 180;
    does(EVA, at(WED, 10, 0), 180);
    EXPECT(RULE_GUIDELINE, 0);

    GIVEN("a minute longer");
    given.rule.guideline_occasion_minutes = 180;
    int q = does(EVA, at(WED, 10, 0), 181);
    EXPECT(RULE_GUIDELINE, 1);
    EXPECT_BREACH(RULE_GUIDELINE, NONE, ANNA, q, NONE, at(WED, 10, 0),
                  at(WED, 10, 0) + 181, 1, 180);

    GIVEN("no guideline, no cap");
    does(EVA, at(WED, 8, 0), 600);
    EXPECT(RULE_GUIDELINE, 0);

    GIVEN("a guideline that begins to hold on Thursday");
    struct rule_figures thursday = given.rule;
    struct cost_figures costs = cost_figures_default();
    thursday.guideline_occasion_minutes = 60;
    problem_set_day(unit(), THU, &thursday, &costs);
    does(EVA, at(WED, 10, 0), 120);
    q = does(EVA, at(THU, 10, 0), 120);
    EXPECT(RULE_GUIDELINE, 60);
    EXPECT_BREACH(RULE_GUIDELINE, NONE, ANNA, q, NONE, at(THU, 10, 0), at(THU, 12, 0),
                  60, 60);
}

static void month(void)
{
    GIVEN("a month's hours, to the minute, with those of its other weeks");
    given.rule.guideline_month_minutes = 1200;
    int d = monthly();
    problem_add_used(unit(), d, date_days(2026, 11, 2), 900);
    problem_add_used(unit(), d, date_days(2026, 11, 30), 100);
    under(d, at(WED, 10, 0), 120);
    under(d, at(THU, 10, 0), 80);
    EXPECT(RULE_GUIDELINE, 0);

    GIVEN("a minute more");
    given.rule.guideline_month_minutes = 1200;
    d = monthly();
    problem_add_used(unit(), d, date_days(2026, 11, 2), 900);
    problem_add_used(unit(), d, date_days(2026, 11, 30), 100);
    under(d, at(WED, 10, 0), 120);
    under(d, at(THU, 10, 0), 81);
    EXPECT(RULE_GUIDELINE, 1);
    EXPECT_BREACH(RULE_GUIDELINE, NONE, ANNA, NONE, NONE, 0, 7 * DAY, 1, 1200);

    GIVEN("other months do not count");
    given.rule.guideline_month_minutes = 120;
    d = monthly();
    problem_add_used(unit(), d, date_days(2026, 10, 31), 900);
    problem_add_used(unit(), d, date_days(2026, 12, 1), 900);
    under(d, at(WED, 10, 0), 120);
    EXPECT(RULE_GUIDELINE, 0);

    GIVEN("what was too much before the week is not the week's to warn of");
    given.rule.guideline_month_minutes = 120;
    d = monthly();
    problem_add_used(unit(), d, date_days(2026, 11, 2), 900);
    EXPECT(RULE_GUIDELINE, 0);

    GIVEN("a session draws what it is charged with");
    given.rule.guideline_month_minutes = 60;
    struct session s = game(1, 1);
    s.debit_percent = 50;
    monthly();
    joins(ANNA, hold(&s), EVA);
    EXPECT(RULE_GUIDELINE, 0);

    GIVEN("hours under no decision are under no guideline");
    given.rule.guideline_month_minutes = 60;
    does(EVA, at(WED, 10, 0), 120);
    EXPECT(RULE_GUIDELINE, 0);

    GIVEN_WEEK(53, "a week over the new year has a part of two months");
    given.rule.guideline_month_minutes = 300;
    d = monthly();
    problem_add_used(unit(), d, date_days(2026, 12, 1), 200);
    problem_add_used(unit(), d, date_days(2027, 1, 31), 120);
    under(d, at(THU, 10, 0), 110);
    under(d, at(FRI, 10, 0), 180);
    EXPECT(RULE_GUIDELINE, 10);
    EXPECT_BREACH(RULE_GUIDELINE, NONE, ANNA, NONE, NONE, 0, 4 * DAY, 10, 300);
}

static void age(void)
{
    GIVEN("who turns 12 this year is old enough");
    given.rule.guideline_age = 12;
    given.clients[ANNA].birth_year = 2014;
    given.escorts[EVA].child_clearance = (struct valid){1, INT64_MAX};
    does(EVA, at(WED, 10, 0), 120);
    EXPECT(RULE_GUIDELINE, 0);

    GIVEN("who turns 11 is not");
    given.rule.guideline_age = 12;
    given.clients[ANNA].birth_year = 2015;
    given.escorts[EVA].child_clearance = (struct valid){1, INT64_MAX};
    does(EVA, at(WED, 10, 0), 120);
    does(EVA, at(THU, 10, 0), 60);
    EXPECT(RULE_GUIDELINE, 180);
    EXPECT_BREACH(RULE_GUIDELINE, NONE, ANNA, NONE, NONE, NONE, NONE, 180, 12);

    GIVEN_WEEK(53, "... until the new year, which begins on Friday");
    given.rule.guideline_age = 12;
    given.clients[ANNA].birth_year = 2015;
    given.escorts[EVA].child_clearance = (struct valid){1, INT64_MAX};
    does(EVA, at(THU, 10, 0), 120);
    does(EVA, at(FRI, 10, 0), 60);
    EXPECT(RULE_GUIDELINE, 120);

    GIVEN("a guideline that begins to hold on Thursday");
    given.clients[ANNA].birth_year = 2012;
    given.escorts[EVA].child_clearance = (struct valid){1, INT64_MAX};
    struct rule_figures thursday = given.rule;
    struct cost_figures costs = cost_figures_default();
    thursday.guideline_age = 15;
    problem_set_day(unit(), THU, &thursday, &costs);
    does(EVA, at(WED, 10, 0), 120);
    does(EVA, at(THU, 10, 0), 60);
    EXPECT(RULE_GUIDELINE, 60);
    EXPECT_BREACH(RULE_GUIDELINE, NONE, ANNA, NONE, NONE, NONE, NONE, 60, 15);

    GIVEN("whose age is not told is old enough");
    given.rule.guideline_age = 12;
    does(EVA, at(WED, 10, 0), 120);
    EXPECT(RULE_GUIDELINE, 0);
}

void test_guideline(void)
{
    occasion();
    month();
    age();
}
