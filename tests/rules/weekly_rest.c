/* An employee rests 36 hours on end in every week, besides the daily rest of the days
 * they work. */
#include "given.h"

/* The periods begin at midnight, unless the case says otherwise. */
#define MIDNIGHT(sentence) midnight(48, sentence)
#define MIDNIGHT_WEEK(iso_week, sentence) midnight(iso_week, sentence)

static void midnight(int iso_week, const char *sentence)
{
    given_week(iso_week, sentence);
    for (int e = 0; e < ESCORTS; e++)
        given.escorts[e].day_anchor = 0;
}

/* An hour at noon from one day to another. */
static void noons(int escort, int first, int last)
{
    for (int day = first; day <= last; day++)
        does(escort, at(day, 12, 0), 60);
}

static void expect_tired(int from, int to, int missing)
{
    EXPECT(RULE_WEEKLY_REST, missing);
    EXPECT_BREACH(RULE_WEEKLY_REST, EVA, NONE, NONE, NONE, from, to, missing, 2160);
}

static void in_the_week(void)
{
    MIDNIGHT("36 hours from Thursday's noon to the night before Saturday");
    noons(EVA, MON, THU);
    does(EVA, at(SAT, 1, 0), 60);
    noons(EVA, SUN, SUN);
    EXPECT(RULE_WEEKLY_REST, 0);

    MIDNIGHT("a quarter less than 36 hours");
    noons(EVA, MON, THU);
    does(EVA, at(SAT, 0, 45), 60);
    noons(EVA, SUN, SUN);
    expect_tired(0, 7 * DAY, 15);

    MIDNIGHT("every day at noon leaves 23 hours");
    noons(EVA, MON, SUN);
    expect_tired(0, 7 * DAY, 13 * HOUR);

    MIDNIGHT("a contractor may work every day");
    noons(MIA, MON, SUN);
    EXPECT(RULE_WEEKLY_REST, 0);

    MIDNIGHT("the hours of rest are the unit's to set");
    given.rule.weekly_rest_minutes = 23 * HOUR;
    noons(EVA, MON, SUN);
    EXPECT(RULE_WEEKLY_REST, 0);
}

/* From 8 to 14. */
static void days(int first, int last)
{
    for (int day = first; day <= last; day++)
        does(EVA, at(day, 8, 0), 360);
}

/* Fridays from 8 to 16 leave three hours before the shift, where the day begins at
 * five: the day's own eleven end on Saturday at three. */
static void fridays(int iso_week, const char *sentence)
{
    given_week(iso_week, sentence);
    days(MON, THU);
    does(EVA, at(FRI, 8, 0), 480);
}

static void besides_daily_rest(void)
{
    fridays(48, "36 hours after Friday's own daily rest");
    does(EVA, at(SUN, 15, 0), 60);
    EXPECT(RULE_WEEKLY_REST, 0);

    fridays(48, "... less a minute, though it is 47 hours from shift to shift");
    does(EVA, at(SUN, 14, 59), 60);
    expect_tired(5 * HOUR, 7 * DAY + 5 * HOUR, 1);

    fridays(48, "a Sunday evening without rest after it must rest before it: 9 hours less");
    does(EVA, at(SUN, 17, 0), 420);
    expect_tired(5 * HOUR, 7 * DAY + 5 * HOUR, 9 * HOUR);

    fridays(43, "an hour earlier where summer time ends");
    does(EVA, at(SUN, 14, 0), 60);
    EXPECT(RULE_WEEKLY_REST, 0);

    fridays(13, "at 15 it is an hour too early where it begins");
    does(EVA, at(SUN, 15, 0), 60);
    expect_tired(5 * HOUR, 7 * DAY + 4 * HOUR, HOUR);

    GIVEN("a Friday that rested before its shift: 36 hours begin with its end");
    days(MON, THU);
    does(EVA, at(FRI, 16, 0), 240);
    does(EVA, at(SUN, 8, 0), 480);
    EXPECT(RULE_WEEKLY_REST, 0);

    GIVEN("a minute less before it than after it: the rest after it is the day's");
    days(MON, THU);
    does(EVA, at(FRI, 15, 59), 120);
    does(EVA, at(SUN, 8, 0), 480); /* 38:01 later */
    expect_tired(5 * HOUR, 7 * DAY + 5 * HOUR, 36 * HOUR - (27 * HOUR + 1));

    GIVEN("a day without room for its rest breaks its own rule, not this one");
    days(MON, THU);
    does(EVA, at(FRI, 15, 59), 241);
    does(EVA, at(SUN, 8, 0), 480);
    EXPECT(RULE_WEEKLY_REST, 0);
    EXPECT(RULE_DAILY_REST, 1);

    fridays(48, "... also where it would have been before the shift");
    does(EVA, at(SUN, 15, 59), 181); /* 10:59 before it, 10 hours after it */
    EXPECT(RULE_WEEKLY_REST, 0);
    EXPECT(RULE_DAILY_REST, 1);

    GIVEN("eleven hours from the shift to the end of its day are just enough");
    days(MON, THU);
    does(EVA, at(FRI, 8, 0), 600);
    does(EVA, at(SUN, 16, 59), 61); /* Saturday at five to Sunday: 35:59 */
    expect_tired(5 * HOUR, 7 * DAY + 5 * HOUR, 1);

    GIVEN("a rest from five to five: one daily rest is taken off it, not two");
    for (int day = MON; day <= SUN; day++)
        does(EVA, at(day, 5, 0), 60);
    expect_tired(5 * HOUR, 7 * DAY + 5 * HOUR, 36 * HOUR - (23 - 11) * HOUR);

    GIVEN("nor two where all the rest of a week lies in one day, between two shifts");
    given.rule.span_minutes_max = DAY;
    problem_add_outside(unit(), EVA, (struct span){5 * HOUR, at(SUN, 5, 0)});
    does(EVA, at(SUN, 5, 30), 30);
    does(EVA, at(SUN, 23, 0), 60);
    expect_tired(5 * HOUR, 7 * DAY + 5 * HOUR, 36 * HOUR - (17 - 11) * HOUR);

    GIVEN("a Friday on which ten hours are enough");
    struct rule_figures friday = given.rule;
    struct cost_figures costs = cost_figures_default();
    friday.daily_rest_minutes = 600;
    problem_set_day(unit(), FRI, &friday, &costs);
    days(MON, FRI);
    does(EVA, at(SUN, 12, 0), 60); /* Saturday at midnight to noon */
    EXPECT(RULE_WEEKLY_REST, 0);

    GIVEN("a day that nobody works asks for no rest of its own");
    does(EVA, at(TUE, 17, 0), 60); /* rests after it: 18 to 5 */
    days(WED, SUN);
    EXPECT(RULE_WEEKLY_REST, 0);

    GIVEN("... and one that is worked until midnight does, before it");
    does(EVA, at(TUE, 17, 0), 420);
    days(WED, SUN);
    expect_tired(5 * HOUR, 7 * DAY + 5 * HOUR, 11 * HOUR);
}

static void week_border(void)
{
    MIDNIGHT("36 hours from the beginning of the week");
    noons(EVA, TUE, SUN);
    EXPECT(RULE_WEEKLY_REST, 0);

    MIDNIGHT("the Sunday before adds nothing to them");
    does(EVA, at(TUE, 11, 45), 60);
    noons(EVA, WED, SUN);
    expect_tired(0, 7 * DAY, 15);

    MIDNIGHT("a duty of the week before that runs into this one shortens them");
    problem_add_outside(unit(), EVA, (struct span){-HOUR, 30});
    noons(EVA, TUE, SUN);
    expect_tired(0, 7 * DAY, 30);

    MIDNIGHT("... and one that ends with the week does not");
    problem_add_outside(unit(), EVA, (struct span){-HOUR, 0});
    noons(EVA, TUE, SUN);
    EXPECT(RULE_WEEKLY_REST, 0);

    MIDNIGHT("the week begins at the employee's own hour");
    given.escorts[EVA].day_anchor = 6 * HOUR;
    for (int day = TUE; day <= SUN; day++)
        does(EVA, at(day, 18, 0), 60);
    EXPECT(RULE_WEEKLY_REST, 0);

    MIDNIGHT("a quarter earlier is too early then");
    given.escorts[EVA].day_anchor = 6 * HOUR;
    for (int day = TUE; day <= SUN; day++)
        does(EVA, at(day, 17, 45), 60);
    expect_tired(6 * HOUR, 7 * DAY + 6 * HOUR, 15);

    MIDNIGHT("a duty of the week after that begins before that hour shortens the week");
    given.escorts[EVA].day_anchor = 6 * HOUR;
    problem_add_outside(unit(), EVA,
                        (struct span){7 * DAY + 5 * HOUR, 7 * DAY + 7 * HOUR});
    for (int day = MON; day <= FRI; day++)
        does(EVA, at(day, 18, 0), 60);
    does(EVA, at(SAT, 17, 0), 15); /* 17:15 to Monday 5:00 is 35:45 */
    expect_tired(6 * HOUR, 7 * DAY + 6 * HOUR, 15);
}

static void not_met(void)
{
    MIDNIGHT("a week that this week's work does not meet is not judged");
    given.rule.weekly_rest_minutes = 7 * DAY;
    given.escorts[EVA].day_anchor = 6 * HOUR;
    problem_add_outside(unit(), EVA,
                        (struct span){7 * DAY + 5 * HOUR, 7 * DAY + 7 * HOUR});
    does(EVA, at(MON, 2, 0), 60);
    EXPECT(RULE_WEEKLY_REST, 0);
}

static void clock_changes(void)
{
    MIDNIGHT("36 hours from an ordinary Saturday noon");
    noons(EVA, MON, FRI);
    does(EVA, at(SAT, 11, 0), 60);
    EXPECT(RULE_WEEKLY_REST, 0);

    MIDNIGHT_WEEK(13, "they are 35 when summer time begins");
    noons(EVA, MON, FRI);
    does(EVA, at(SAT, 11, 0), 60);
    expect_tired(0, 7 * DAY - HOUR, 60);

    MIDNIGHT_WEEK(13, "in the week of 167 hours work ends at eleven");
    given.rule.daily_rest_minutes = 600; /* Saturday's, before it */
    noons(EVA, MON, FRI);
    does(EVA, at(SAT, 10, 0), 60);
    EXPECT(RULE_WEEKLY_REST, 0);

    MIDNIGHT("35 hours from an ordinary Saturday at one");
    noons(EVA, MON, SAT);
    expect_tired(0, 7 * DAY, 60);

    MIDNIGHT_WEEK(43, "they are 36 when summer time ends");
    noons(EVA, MON, SAT);
    EXPECT(RULE_WEEKLY_REST, 0);

    MIDNIGHT_WEEK(43, "in the week of 169 hours a quarter later is too late");
    noons(EVA, MON, FRI);
    does(EVA, at(SAT, 12, 15), 60);
    expect_tired(0, 7 * DAY + HOUR, 15);
}

void test_weekly_rest(void)
{
    in_the_week();
    besides_daily_rest();
    week_border();
    not_met();
    clock_changes();

    /* 84 hours before Thursday noon and 83 after it. */
    MIDNIGHT("one visit alone can leave too little, where the unit asks for much");
    given.rule.weekly_rest_minutes = 84 * HOUR;
    int q = does(EVA, at(THU, 12, 0), 60);
    EXPECT_BLOCK(q, EVA, RULE_NONE);

    MIDNIGHT("not served because it would leave both employees a minute too little");
    given.rule.weekly_rest_minutes = 84 * HOUR + 1;
    given.escorts[MIA].n_available = 0;
    struct request r = outing(ANNA, at(THU, 12, 0), 60);
    q = ask(&r);
    EXPECT_BLOCK(q, HUGO, RULE_WEEKLY_REST);
    EXPECT_WHY(q, RULE_WEEKLY_REST, 2);
}
