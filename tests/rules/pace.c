/* A warning: the hours of a decision are spread over its period. Week 45 begins on the
 * 2nd of November: 29 days remain of the month, 60 of the quarter. */
#include "given.h"

static int granted(enum grant_period period, int minutes)
{
    struct decision d = decision_of(ANNA);
    d.period = period;
    d.minutes = minutes;
    return grant(&d);
}

static void visits(int decision, int n, int minutes, int last)
{
    for (int i = 0; i < n; i++) {
        struct request r = outing(ANNA, at(MON + i, 10, 0), i < n - 1 ? minutes : last);
        r.decision = decision;
        serve(ask(&r), MIA);
    }
}

static void expect_fast(int row, int from, int to, int ahead, int even)
{
    EXPECT(RULE_PACE, ahead);
    EXPECT_BREACH(RULE_PACE, NONE, ANNA, NONE, row, from, to, ahead, even);
}

static void month(void)
{
    /* 600 * 7 / 29 = 144.8 */
    GIVEN_WEEK(45, "one visit ahead of an even pace");
    visits(granted(PER_MONTH, 600), 3, 120, 24);
    EXPECT(RULE_PACE, 0);

    GIVEN_WEEK(45, "a minute more than that");
    visits(granted(PER_MONTH, 600), 3, 120, 25);
    expect_fast(0, 0, 7 * DAY, 121, 144);

    GIVEN_WEEK(45, "what other weeks used leaves a slower pace: 310 * 7 / 29 = 74.8");
    int d = granted(PER_MONTH, 600);
    problem_add_used(unit(), d, date_days(2026, 11, 1), 290);
    visits(d, 2, 120, 75);
    expect_fast(0, 0, 7 * DAY, 121, 74);

    GIVEN_WEEK(45, "a longer visit that was asked for and is not served may come yet");
    d = granted(PER_MONTH, 600);
    visits(d, 3, 120, 25);
    struct request r = outing(ANNA, at(SUN, 10, 0), 121);
    r.decision = d;
    ask(&r);
    EXPECT(RULE_PACE, 0);

    GIVEN_WEEK(45, "a decision that ends on the 15th has 14 days: 600 * 7 / 14 = 300");
    struct decision ends = decision_of(ANNA);
    ends.to_day = date_days(2026, 11, 15);
    visits(grant(&ends), 4, 120, 61);
    expect_fast(0, 0, 7 * DAY, 121, 300);

    GIVEN("in the last week of the month all that is left may go");
    visits(granted(PER_MONTH, 600), 5, 120, 120);
    EXPECT(RULE_PACE, 0);

    GIVEN_WEEK(43, "13 days remain of October where summer time ends: 650 * 7 / 13");
    visits(granted(PER_MONTH, 650), 4, 120, 120);
    expect_fast(0, 0, 7 * DAY + HOUR, 130, 350);
}

static void quarter(void)
{
    GIVEN_WEEK(45, "a quarter: 600 * 7 / 60 = 70");
    visits(granted(PER_QUARTER, 600), 2, 120, 70);
    EXPECT(RULE_PACE, 0);

    GIVEN_WEEK(45, "a minute more");
    visits(granted(PER_QUARTER, 600), 2, 120, 71);
    expect_fast(0, 0, 7 * DAY, 121, 70);

    GIVEN_WEEK(53, "the new quarter has three days of the week: 900 * 3 / 90 = 30");
    int d = granted(PER_QUARTER, 900);
    for (int day = MON; day <= SUN; day++) {
        struct request r = outing(ANNA, at(day, 10, 0), 60);
        r.decision = d;
        serve(ask(&r), MIA);
    }
    expect_fast(1, 4 * DAY, 7 * DAY, 150, 30);
}

void test_pace(void)
{
    month();
    quarter();

    GIVEN_WEEK(45, "a week's hours are the week's");
    visits(granted(PER_WEEK, 600), 5, 120, 120);
    EXPECT(RULE_PACE, 0);

    GIVEN_WEEK(45, "an occasion has no pace");
    visits(granted(PER_OCCASION, 600), 5, 120, 120);
    EXPECT(RULE_PACE, 0);
}
