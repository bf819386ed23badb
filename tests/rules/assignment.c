/* A contractor's assignment for one client stays within 20 hours a month: a point a
 * minute over. Week 48 lies in November; week 49 begins on Monday 30 November. */
#include "given.h"

#include "rules/rule.h"

#include <limits.h>

static void before(int client, int month, int mday, int minutes)
{
    problem_add_pair_minutes(unit(), client, MIA, date_days(2026, month, mday),
                             minutes);
}

static void month(void)
{
    GIVEN("the last hour of the month's twenty");
    before(ANNA, 11, 2, 1140);
    does(MIA, at(WED, 10, 0), 60);
    EXPECT(RULE_ASSIGNMENT, 0);

    GIVEN("a minute more");
    before(ANNA, 11, 2, 1140);
    does(MIA, at(WED, 10, 0), 61);
    EXPECT(RULE_ASSIGNMENT, 1);

    GIVEN("the week's visits together");
    before(ANNA, 11, 2, 600);
    before(ANNA, 11, 9, 540);
    does(MIA, at(WED, 10, 0), 30);
    does(MIA, at(FRI, 10, 0), 45);
    EXPECT(RULE_ASSIGNMENT, 15);

    GIVEN("what was too much before the week is no fault of the week's");
    before(ANNA, 11, 2, 1300);
    does(MIA, at(WED, 10, 0), 60);
    EXPECT(RULE_ASSIGNMENT, 60);
    EXPECT_SAME(assignment_left(problem(), ANNA, MIA, 0), 0);

    GIVEN("another client is another assignment");
    before(BO, 11, 2, 1200);
    does(MIA, at(WED, 10, 0), 60);
    EXPECT(RULE_ASSIGNMENT, 0);

    GIVEN("another month is another month");
    before(ANNA, 10, 30, 1200);
    does(MIA, at(WED, 10, 0), 60);
    EXPECT(RULE_ASSIGNMENT, 0);

    GIVEN("where hours are not counted");
    given.rule.contractor_month_minutes = 0;
    before(ANNA, 11, 2, 3000);
    does(MIA, at(WED, 10, 0), 60);
    EXPECT(RULE_ASSIGNMENT, 0);
    EXPECT_SAME(assignment_left(problem(), ANNA, MIA, 0), INT_MAX);

    GIVEN("an employee has no assignment");
    given.rule.contractor_month_minutes = 30;
    does(EVA, at(WED, 10, 0), 60);
    EXPECT(RULE_ASSIGNMENT, 0);
    EXPECT_SAME(assignment_left(problem(), ANNA, EVA, 0), INT_MAX);
}

static void turn_of_the_month(void)
{
    GIVEN_WEEK(49, "each part of the week has its month");
    before(ANNA, 11, 2, 1140);
    does(MIA, at(MON, 10, 0), 75);
    does(MIA, at(TUE, 10, 0), 480);
    EXPECT(RULE_ASSIGNMENT, 15);
    EXPECT_SAME(assignment_left(problem(), ANNA, MIA, 0), 60);
    EXPECT_SAME(assignment_left(problem(), ANNA, MIA, 1), 1200);

    GIVEN_WEEK(49, "what is planned later in the new month counts in it");
    before(ANNA, 12, 9, 1140);
    does(MIA, at(MON, 10, 0), 75);
    does(MIA, at(TUE, 10, 0), 75);
    EXPECT(RULE_ASSIGNMENT, 15);

    GIVEN_WEEK(49, "a visit over midnight is of the month it begins in");
    before(ANNA, 11, 2, 1170);
    does(MIA, at(MON, 23, 45), 60);
    EXPECT(RULE_ASSIGNMENT, 30);
}

void test_assignment(void)
{
    month();
    turn_of_the_month();

    GIVEN("a group is no assignment");
    given.rule.contractor_month_minutes = 30;
    struct session s = game(4, 2);
    joins(ANNA, hold(&s), MIA);
    EXPECT(RULE_ASSIGNMENT, 0);
}
