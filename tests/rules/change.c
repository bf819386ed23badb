/* What was given out stays: an escort told of something new costs 30 points, 60 with
 * less than 14 days of notice, 120 with less than 10. Wednesday is 25 November. */
#include "given.h"

/* The roster was given out on 1 November, and it is so late in the month. */
static void given_out(int today)
{
    problem_set_published(unit(), date_days(2026, 11, 1));
    problem_set_today(unit(), today ? date_days(2026, 11, today) : 0);
}

static int tell(int request, int start, int minutes, int escort)
{
    problem_request_published(unit(), request, start, minutes, &escort, 1);
    return request;
}

static void by_notice(void)
{
    GIVEN("fourteen days of notice");
    given_out(11);
    does(EVA, at(WED, 10, 0), 60);
    EXPECT(RULE_CHANGE, 30);

    GIVEN("thirteen");
    given_out(12);
    does(EVA, at(WED, 10, 0), 60);
    EXPECT(RULE_CHANGE, 60);

    GIVEN("ten");
    given_out(15);
    does(EVA, at(WED, 10, 0), 60);
    EXPECT(RULE_CHANGE, 60);

    GIVEN("nine");
    given_out(16);
    does(EVA, at(WED, 10, 0), 60);
    EXPECT(RULE_CHANGE, 120);

    GIVEN("nobody says what day it is");
    given_out(0);
    does(EVA, at(WED, 10, 0), 60);
    EXPECT(RULE_CHANGE, 30);

    GIVEN("a contractor is told as well");
    given_out(16);
    does(MIA, at(WED, 10, 0), 60);
    EXPECT(RULE_CHANGE, 120);

    GIVEN("a roster that was not given out changes for nothing");
    problem_set_today(unit(), date_days(2026, 11, 16));
    does(EVA, at(WED, 10, 0), 60);
    EXPECT(RULE_CHANGE, 0);

    GIVEN("a day with figures of its own");
    struct rule_figures rule = given.rule;
    struct cost_figures cost = cost_figures_default();
    rule.shifted_days = 5;
    problem_set_day(unit(), WED, &rule, &cost);
    given_out(16);
    does(EVA, at(WED, 10, 0), 60);
    EXPECT(RULE_CHANGE, 60);
}

static void what_was_told(void)
{
    GIVEN("what was given out");
    given_out(16);
    tell(does(EVA, at(WED, 10, 0), 60), at(WED, 10, 0), 60, EVA);
    EXPECT(RULE_CHANGE, 0);

    GIVEN("a quarter later");
    given_out(16);
    tell(does(EVA, at(WED, 10, 0), 60), at(WED, 9, 45), 60, EVA);
    EXPECT(RULE_CHANGE, 120);

    GIVEN("a quarter shorter");
    given_out(16);
    tell(does(EVA, at(WED, 10, 0), 60), at(WED, 10, 0), 75, EVA);
    EXPECT(RULE_CHANGE, 120);

    GIVEN("somebody else");
    given_out(16);
    tell(does(EVA, at(WED, 10, 0), 60), at(WED, 10, 0), 60, HUGO);
    EXPECT(RULE_CHANGE, 120);

    GIVEN("one of two is new");
    given_out(16);
    struct request r = outing(ANNA, at(WED, 10, 0), 60);
    r.needed = 2;
    int q = ask(&r);
    problem_request_published(unit(), q, at(WED, 10, 0), 60, (int[]){EVA, MIA}, 2);
    serve_two(q, EVA, HUGO);
    EXPECT(RULE_CHANGE, 120);

    GIVEN("each change counts");
    given_out(16);
    does(EVA, at(WED, 10, 0), 60);
    does(EVA, at(SUN, 10, 0), 60);
    EXPECT(RULE_CHANGE, 120 + 60);

    GIVEN("a visit that is gone");
    given_out(16);
    r = outing(ANNA, at(WED, 10, 0), 60);
    tell(ask(&r), at(WED, 10, 0), 60, EVA);
    EXPECT(RULE_CHANGE, 0);
}

void test_change(void)
{
    by_notice();
    what_was_told();
}
