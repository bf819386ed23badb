/* No more time is planned than the decision grants in its period. */
#include "given.h"

static int under(int decision, int start, int minutes)
{
    struct request r = outing(ANNA, start, minutes);
    r.decision = decision;
    int q = ask(&r);
    serve(q, MIA);
    return q;
}

static int granted(enum grant_period period, int minutes)
{
    struct decision d = decision_of(ANNA);
    d.period = period;
    d.minutes = minutes;
    return grant(&d);
}

static void expect_over(int row, int from, int to, int amount, int left)
{
    EXPECT(RULE_GRANT, amount);
    EXPECT_BREACH(RULE_GRANT, NONE, ANNA, NONE, row, from, to, amount, left);
}

/* The whole visit is outside its decision. */
static void expect_not_covered(int q, int start, int minutes)
{
    EXPECT(RULE_GRANT, minutes);
    EXPECT_BREACH(RULE_GRANT, NONE, ANNA, q, NONE, start, start + minutes, minutes,
                  NONE);
}

static void a_week(void)
{
    GIVEN("the hours of the week, to the minute");
    int d = granted(PER_WEEK, 240);
    under(d, at(MON, 10, 0), 120);
    under(d, at(SUN, 10, 0), 120);
    EXPECT(RULE_GRANT, 0);

    GIVEN("a quarter more than the hours of the week");
    d = granted(PER_WEEK, 240);
    under(d, at(MON, 10, 0), 120);
    under(d, at(SUN, 10, 0), 135);
    expect_over(0, 0, 7 * DAY, 15, 240);

    GIVEN("what another week used is not this week's");
    d = granted(PER_WEEK, 240);
    problem_add_used(unit(), d, date_days(2026, 11, 22), 240);
    problem_add_used(unit(), d, date_days(2026, 11, 30), 240);
    under(d, at(MON, 10, 0), 240);
    EXPECT(RULE_GRANT, 0);

    GIVEN("two decisions have their hours each");
    struct decision one = decision_of(ANNA), other = one;
    one.period = other.period = PER_WEEK;
    one.minutes = other.minutes = 120;
    other.id = "other";
    int a = grant(&one), b = grant(&other);
    under(a, at(MON, 10, 0), 120);
    under(b, at(TUE, 10, 0), 150);
    expect_over(1, 0, 7 * DAY, 30, 120);

    GIVEN("a visit that begins on Sunday is this week's though it ends on Monday");
    d = granted(PER_WEEK, 120);
    under(d, at(SUN, 23, 0), 180);
    expect_over(0, 0, 7 * DAY, 60, 120);

    GIVEN_WEEK(43, "the week of 169 hours is one week");
    d = granted(PER_WEEK, 120);
    under(d, at(SUN, 23, 0), 135);
    expect_over(0, 0, 7 * DAY + HOUR, 15, 120);

    GIVEN("two escorts at once use the hours once");
    d = granted(PER_WEEK, 120);
    struct request r = outing(ANNA, at(MON, 10, 0), 120);
    r.needed = 2;
    serve_two(ask(&r), EVA, MIA);
    EXPECT(RULE_GRANT, 0);

    GIVEN("what is not served uses nothing");
    d = granted(PER_WEEK, 120);
    under(d, at(MON, 10, 0), 120);
    int q = under(d, at(TUE, 10, 0), 120);
    given.visits[q].n_escorts = 0;
    EXPECT(RULE_GRANT, 0);

    GIVEN("a client without a decision has no hours to run out of");
    given.rule.contractor_occasion_minutes = DAY;
    does(MIA, at(MON, 8, 0), 720);
    EXPECT(RULE_GRANT, 0);
}

static void months(void)
{
    GIVEN("the hours that other weeks of the month left, to the minute");
    int d = granted(PER_MONTH, 600);
    problem_add_used(unit(), d, date_days(2026, 11, 1), 300);
    problem_add_used(unit(), d, date_days(2026, 11, 30), 180);
    under(d, at(WED, 10, 0), 120);
    EXPECT(RULE_GRANT, 0);
    EXPECT_SAME(problem()->grants[0].left, 120);

    GIVEN("a quarter more than other weeks of the month left");
    d = granted(PER_MONTH, 600);
    problem_add_used(unit(), d, date_days(2026, 11, 1), 300);
    problem_add_used(unit(), d, date_days(2026, 11, 30), 180);
    under(d, at(WED, 10, 0), 135);
    expect_over(0, 0, 7 * DAY, 15, 120);

    GIVEN("other months do not count");
    given.rule.contractor_occasion_minutes = DAY;
    d = granted(PER_MONTH, 600);
    problem_add_used(unit(), d, date_days(2026, 10, 31), 600);
    problem_add_used(unit(), d, date_days(2026, 12, 1), 600);
    under(d, at(WED, 10, 0), 600);
    EXPECT(RULE_GRANT, 0);

    GIVEN("other weeks have used more than there was: nothing is left");
    d = granted(PER_MONTH, 600);
    problem_add_used(unit(), d, date_days(2026, 11, 1), 700);
    under(d, at(WED, 10, 0), 60);
    expect_over(0, 0, 7 * DAY, 60, 0);

    GIVEN_WEEK(53, "a month ends in the week: hours to each side of the new year");
    d = granted(PER_MONTH, 120);
    under(d, at(THU, 10, 0), 120);
    under(d, at(FRI, 10, 0), 120);
    EXPECT(RULE_GRANT, 0);

    GIVEN_WEEK(53, "the old year's hours cannot be had from the new year's");
    d = granted(PER_MONTH, 120);
    problem_add_used(unit(), d, date_days(2026, 12, 1), 30);
    under(d, at(THU, 10, 0), 120);
    under(d, at(FRI, 10, 0), 120);
    expect_over(0, 0, 4 * DAY, 30, 90);

    GIVEN_WEEK(53, "the new year's hours cannot be had from the old year's");
    d = granted(PER_MONTH, 120);
    problem_add_used(unit(), d, date_days(2027, 1, 31), 45);
    under(d, at(FRI, 10, 0), 120);
    expect_over(1, 4 * DAY, 7 * DAY, 45, 75);

    GIVEN_WEEK(53, "a visit over the stroke of midnight is the old year's");
    d = granted(PER_MONTH, 120);
    under(d, at(THU, 23, 0), 120);
    under(d, at(FRI, 10, 0), 120);
    EXPECT(RULE_GRANT, 0);

    GIVEN_WEEK(53, "a quarter of the year ends there as well");
    d = granted(PER_QUARTER, 300);
    problem_add_used(unit(), d, date_days(2026, 10, 1), 240);
    problem_add_used(unit(), d, date_days(2026, 9, 30), 240);
    under(d, at(THU, 10, 0), 75);
    under(d, at(FRI, 10, 0), 300);
    expect_over(0, 0, 4 * DAY, 15, 60);
}

static void occasions_and_days(void)
{
    GIVEN("hours per occasion are each occasion's");
    int d = granted(PER_OCCASION, 180);
    under(d, at(MON, 10, 0), 180);
    under(d, at(TUE, 10, 0), 180);
    EXPECT(RULE_GRANT, 0);

    GIVEN("an occasion that is longer than granted is not covered");
    d = granted(PER_OCCASION, 180);
    int q = under(d, at(MON, 10, 0), 195);
    expect_not_covered(q, at(MON, 10, 0), 195);

    GIVEN("the first and the last day of a decision count");
    struct decision two = decision_of(ANNA);
    two.from_day = date_days(2026, 11, 24);
    two.to_day = date_days(2026, 11, 25);
    d = grant(&two);
    under(d, at(TUE, 0, 0), 60);
    under(d, at(WED, 23, 45), 60);
    EXPECT(RULE_GRANT, 0);

    GIVEN("the day after the last is not covered");
    two = decision_of(ANNA);
    two.to_day = date_days(2026, 11, 25);
    q = under(grant(&two), at(THU, 0, 0), 60);
    expect_not_covered(q, at(THU, 0, 0), 60);

    GIVEN("the day before the first is not covered");
    two = decision_of(ANNA);
    two.from_day = date_days(2026, 11, 26);
    q = under(grant(&two), at(WED, 23, 45), 60);
    expect_not_covered(q, at(WED, 23, 45), 60);
}

/* Two hours of a session, of which the decision is charged so many per cent. */
static void session_under(int per_cent, int left)
{
    struct session s = game(1, 1);
    s.debit_percent = per_cent;
    granted(PER_WEEK, left);
    joins(ANNA, hold(&s), MIA);
}

static void sessions(void)
{
    GIVEN("a session instead of the hours draws all of its own");
    session_under(100, 120);
    EXPECT(RULE_GRANT, 0);

    GIVEN("... and a minute is missing");
    session_under(100, 119);
    expect_over(0, 0, 7 * DAY, 1, 119);

    GIVEN("a session of which half is charged");
    session_under(50, 60);
    EXPECT(RULE_GRANT, 0);

    GIVEN("... and a minute is missing");
    session_under(50, 59);
    expect_over(0, 0, 7 * DAY, 1, 59);

    GIVEN("what does not come out even is charged whole: a third is 40 minutes");
    session_under(33, 39);
    expect_over(0, 0, 7 * DAY, 1, 39);

    GIVEN("the hours that are left are what a session is charged: not they are why");
    struct session half = game(1, 1);
    half.debit_percent = 50;
    granted(PER_WEEK, 60);
    EXPECT_WHY(joins(ANNA, hold(&half), MIA), RULE_NONE, 0);

    GIVEN("a session beside the hours draws none");
    session_under(0, 1);
    EXPECT(RULE_GRANT, 0);
}

static void why(void)
{
    GIVEN("not served because the hours are used up, whoever could come");
    int d = granted(PER_MONTH, 600);
    problem_add_used(unit(), d, date_days(2026, 11, 1), 550);
    struct request r = outing(ANNA, at(WED, 10, 0), 60);
    int q = ask(&r);
    EXPECT_WHY(q, RULE_GRANT, 0);
    EXPECT_BLOCK(q, EVA, RULE_NONE);

    GIVEN("the hours that are left are just enough: not they are why");
    d = granted(PER_MONTH, 600);
    problem_add_used(unit(), d, date_days(2026, 11, 1), 540);
    r = outing(ANNA, at(WED, 10, 0), 60);
    EXPECT_WHY(ask(&r), RULE_NONE, 0);

    GIVEN("the shortest length still fits the hours: not they are why");
    d = granted(PER_MONTH, 600);
    problem_add_used(unit(), d, date_days(2026, 11, 1), 550);
    r = outing(ANNA, at(WED, 10, 0), 60);
    r.minutes_min = 45;
    EXPECT_WHY(ask(&r), RULE_NONE, 0);

    GIVEN("not served because the decision has ended");
    struct decision ended = decision_of(ANNA);
    ended.to_day = date_days(2026, 11, 22);
    grant(&ended);
    r = outing(ANNA, at(WED, 10, 0), 60);
    EXPECT_WHY(ask(&r), RULE_GRANT, 0);
}

void test_grant(void)
{
    a_week();
    months();
    occasions_and_days();
    sessions();
    why();
}
