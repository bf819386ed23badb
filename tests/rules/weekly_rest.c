/* An employee rests 36 hours on end in every week. */
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
    does(EVA, at(SAT, 16, 15), 60); /* 17:15 to Monday 5:00 is 35:45 */
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
