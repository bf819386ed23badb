/* A contractor's outing is no longer than the assignment allows: 8 hours. */
#include "given.h"

static void expect_over(int q, int from, int minutes, int limit)
{
    EXPECT(RULE_OCCASION, minutes - limit);
    EXPECT_BREACH(RULE_OCCASION, MIA, ANNA, q, NONE, from, from + minutes,
                  minutes - limit, limit);
    EXPECT_BLOCK(q, MIA, RULE_OCCASION);
}

void test_occasion(void)
{
    GIVEN("eight hours with a contractor");
    int q = does(MIA, at(WED, 8, 0), 480);
    EXPECT(RULE_OCCASION, 0);
    EXPECT_BLOCK(q, MIA, RULE_NONE);

    GIVEN("a minute more");
    q = does(MIA, at(WED, 8, 0), 481);
    expect_over(q, at(WED, 8, 0), 481, 480);

    GIVEN("an employee's outing is as long as the working day");
    q = does(EVA, at(WED, 8, 0), 481);
    EXPECT(RULE_OCCASION, 0);
    EXPECT_BLOCK(q, EVA, RULE_NONE);

    GIVEN("two outings of a day are two occasions");
    does(MIA, at(WED, 6, 0), 480);
    does(MIA, at(WED, 14, 10), 480);
    EXPECT(RULE_OCCASION, 0);

    GIVEN("the figure of the day on which it begins counts");
    struct rule_figures tuesday = given.rule;
    struct cost_figures costs = cost_figures_default();
    tuesday.contractor_occasion_minutes = 120;
    problem_set_day(unit(), TUE, &tuesday, &costs);
    q = does(MIA, at(TUE, 23, 30), 121);
    does(MIA, at(WED, 8, 0), 480);
    expect_over(q, at(TUE, 23, 30), 121, 120);

    GIVEN_WEEK(13, "minutes are counted, not the clock: midnight to nine in spring");
    q = does(MIA, at(SUN, 0, 0), 480);
    EXPECT_SAME(at(SUN, 9, 0), given.times[q][0].from + 480);
    EXPECT(RULE_OCCASION, 0);

    GIVEN("a session is an occasion too");
    struct session s = game(2, 2);
    s.minutes = 495;
    q = joins(ANNA, hold(&s), MIA);
    expect_over(q, at(WED, 13, 0), 495, 480);

    GIVEN("not served because it is too long for the one who has time");
    given.escorts[EVA].n_available = given.escorts[HUGO].n_available = 0;
    struct request r = outing(ANNA, at(WED, 8, 0), 481);
    q = ask(&r);
    EXPECT_BLOCK(q, MIA, RULE_OCCASION);
    EXPECT_BLOCK(q, EVA, RULE_AVAILABLE);
}
