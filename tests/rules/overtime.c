/* Overtime and additional time stay within the caps of four weeks and of the calendar
 * year. Eva has a contract of 20 hours, and the caps are small where a case needs it. */
#include "given.h"

static struct escort_past past;

static void half_time(void)
{
    given.escorts[EVA].contract_minutes = 1200;
    past = (struct escort_past){0};
}

/* Ten hours on Monday and so much on Tuesday. */
static void two_days(int escort, int tuesday)
{
    problem_escort_past(unit(), escort, &past);
    does(escort, at(MON, 8, 0), 600);
    does(escort, at(TUE, 5, 0), tuesday);
}

static void expect_over(int over, int limit)
{
    EXPECT(RULE_OVERTIME, over);
    EXPECT_BREACH(RULE_OVERTIME, EVA, NONE, NONE, NONE, 0, week_length(&given.week),
                  over, limit);
}

static void four_weeks(void)
{
    GIVEN("a contract's week and an hour more, where an hour is the cap");
    half_time();
    given.rule.overtime_minutes_4w = 60;
    given.rule.day_minutes_max = 700;
    two_days(EVA, 660);
    EXPECT(RULE_OVERTIME, 0);

    GIVEN("a minute more than that");
    half_time();
    given.rule.overtime_minutes_4w = 60;
    given.rule.day_minutes_max = 700;
    two_days(EVA, 661);
    expect_over(1, 1260);

    GIVEN("what the three weeks before had over the contract is used");
    half_time();
    past.known = 7;
    past.minutes[0] = 1210;
    past.minutes[1] = 1100;
    past.minutes[2] = 1230;
    given.rule.overtime_minutes_4w = 60;
    given.rule.day_minutes_max = 700;
    two_days(EVA, 621);
    expect_over(1, 1220);

    GIVEN("what the fourth week before had is not");
    half_time();
    past.known = 15;
    past.minutes[3] = 2000;
    given.rule.overtime_minutes_4w = 60;
    given.rule.day_minutes_max = 700;
    two_days(EVA, 660);
    EXPECT(RULE_OVERTIME, 0);

    GIVEN("nor what is told of a week without a roster");
    half_time();
    past.known = 2;
    past.minutes[0] = 2000;
    given.rule.overtime_minutes_4w = 60;
    given.rule.day_minutes_max = 700;
    two_days(EVA, 660);
    EXPECT(RULE_OVERTIME, 0);
}

static void the_year(void)
{
    GIVEN("ten minutes are left of the year");
    half_time();
    past.additional_year = 11990;
    given.rule.day_minutes_max = 700;
    two_days(EVA, 610);
    EXPECT(RULE_OVERTIME, 0);

    GIVEN("... and eleven are too many");
    half_time();
    past.additional_year = 11990;
    given.rule.day_minutes_max = 700;
    two_days(EVA, 611);
    expect_over(1, 1210);

    GIVEN("nothing is left of the year: the contract's week is still lawful");
    half_time();
    past.additional_year = 12345;
    two_days(EVA, 600);
    EXPECT(RULE_OVERTIME, 0);

    GIVEN("... and not a minute more");
    half_time();
    past.additional_year = 12345;
    given.rule.day_minutes_max = 700;
    two_days(EVA, 601);
    expect_over(1, 1200);
}

static void full_weeks(void)
{
    GIVEN("without contract hours the ordinary week is full");
    past = (struct escort_past){.additional_year = 12000};
    two_days(EVA, 600);
    for (int day = WED; day <= THU; day++)
        does(EVA, at(day, 8, 0), 600);
    EXPECT(RULE_OVERTIME, 0);

    GIVEN("... however much more the contract says");
    given.escorts[EVA].contract_minutes = 3000;
    given.rule.overtime_planned_minutes = 600;
    past = (struct escort_past){.additional_year = 12000};
    two_days(EVA, 600);
    for (int day = WED; day <= THU; day++)
        does(EVA, at(day, 8, 0), 600);
    does(EVA, at(FRI, 8, 0), 1);
    expect_over(1, 2400);

    GIVEN("contractors have no overtime");
    given.escorts[MIA].contract_minutes = 60;
    past = (struct escort_past){.additional_year = 12000};
    problem_escort_past(unit(), MIA, &past);
    int q = does(MIA, at(MON, 8, 0), 480);
    EXPECT(RULE_OVERTIME, 0);
    EXPECT_BLOCK(q, MIA, RULE_NONE);
}

void test_overtime(void)
{
    four_weeks();
    the_year();
    full_weeks();

    GIVEN("not served because the year's caps are used up, and one visit is a week");
    for (int e = 0; e < ESCORTS; e++) {
        given.escorts[e].contract_minutes = 120;
        past = (struct escort_past){.additional_year = 12000};
    }
    given.escorts[MIA].n_available = 0;
    problem_escort_past(unit(), EVA, &past);
    problem_escort_past(unit(), HUGO, &past);
    struct request r = outing(ANNA, at(MON, 8, 0), 121);
    int q = ask(&r);
    EXPECT_BLOCK(q, EVA, RULE_OVERTIME);
    EXPECT_WHY(q, RULE_OVERTIME, 2);

    GIVEN("the same visit a minute shorter");
    given.escorts[EVA].contract_minutes = 120;
    problem_escort_past(unit(), EVA, &past);
    r = outing(ANNA, at(MON, 8, 0), 120);
    EXPECT_BLOCK(ask(&r), EVA, RULE_NONE);
}
