/* An employee rests 11 hours on end in every 24-hour period. */
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

static void expect_tired(int escort, int from, int to, int missing)
{
    EXPECT(RULE_DAILY_REST, missing);
    EXPECT_BREACH(RULE_DAILY_REST, escort, NONE, NONE, NONE, from, to, missing, 660);
}

static void one_day(void)
{
    MIDNIGHT("eleven hours before the first visit of the day");
    does(EVA, at(TUE, 11, 0), 120);
    does(EVA, at(TUE, 22, 0), 120);
    EXPECT(RULE_DAILY_REST, 0);

    MIDNIGHT("half an hour less than eleven hours");
    does(EVA, at(TUE, 10, 30), 120);
    does(EVA, at(TUE, 21, 30), 120);
    expect_tired(EVA, at(TUE, 0, 0), at(WED, 0, 0), 30);

    MIDNIGHT("employed by the hour is employed");
    does(HUGO, at(TUE, 10, 30), 120);
    does(HUGO, at(TUE, 21, 30), 120);
    expect_tired(HUGO, at(TUE, 0, 0), at(WED, 0, 0), 30);

    MIDNIGHT("a contractor's rest is the contractor's");
    does(MIA, at(TUE, 0, 30), 120);
    does(MIA, at(TUE, 12, 0), 120);
    does(MIA, at(TUE, 21, 30), 120);
    EXPECT(RULE_DAILY_REST, 0);

    MIDNIGHT("two half rests are not a whole one");
    given.rule.span_minutes_max = DAY;
    does(EVA, at(TUE, 8, 0), 60);
    does(EVA, at(TUE, 19, 0), 60);
    expect_tired(EVA, at(TUE, 0, 0), at(WED, 0, 0), 60);

    MIDNIGHT("a minute less than eleven hours");
    does(EVA, at(TUE, 10, 59), 120);
    does(EVA, at(TUE, 21, 59), 120);
    expect_tired(EVA, at(TUE, 0, 0), at(WED, 0, 0), 1);

    MIDNIGHT("a short visit inside a long one ends no work");
    given.rule.day_minutes_max = DAY;
    does(EVA, at(TUE, 10, 0), 660);
    does(EVA, at(TUE, 11, 0), 60);
    expect_tired(EVA, at(TUE, 0, 0), at(WED, 0, 0), 60);
    EXPECT(RULE_OVERLAP, 610);

    MIDNIGHT("the hours of rest are the unit's to set");
    given.rule.daily_rest_minutes = 630;
    does(EVA, at(TUE, 10, 30), 120);
    does(EVA, at(TUE, 21, 30), 120);
    EXPECT(RULE_DAILY_REST, 0);
}

/* The period of 24 hours begins at noon. */
static void anchor(void)
{
    MIDNIGHT("an evening and a morning, eleven hours apart");
    given.escorts[EVA].day_anchor = 12 * HOUR;
    does(EVA, at(TUE, 19, 0), 60);
    does(EVA, at(WED, 7, 0), 60);
    EXPECT(RULE_DAILY_REST, 0);

    MIDNIGHT("an evening that is a quarter longer");
    given.escorts[EVA].day_anchor = 12 * HOUR;
    does(EVA, at(TUE, 19, 0), 75);
    does(EVA, at(WED, 7, 0), 60);
    expect_tired(EVA, at(TUE, 12, 0), at(WED, 12, 0), 15);

    GIVEN("an office day, where the period begins before it, at five");
    does(EVA, at(TUE, 8, 0), 480);
    does(EVA, at(WED, 8, 0), 480);
    EXPECT(RULE_DAILY_REST, 0);

    MIDNIGHT("an office day has eight hours before it and eight after it");
    does(EVA, at(TUE, 8, 0), 480);
    expect_tired(EVA, at(TUE, 0, 0), at(WED, 0, 0), 180);

    MIDNIGHT("the same evening and morning, where midnight divides them");
    does(EVA, at(TUE, 19, 0), 75);
    does(EVA, at(WED, 7, 0), 60);
    EXPECT(RULE_DAILY_REST, 0);

    MIDNIGHT("a visit over midnight is in the rest of both days");
    does(EVA, at(TUE, 22, 0), 180);
    does(EVA, at(WED, 11, 45), 60);
    does(EVA, at(WED, 22, 0), 60);
    expect_tired(EVA, at(WED, 0, 0), at(THU, 0, 0), 15);
}

static void clock_changes(void)
{
    MIDNIGHT("eleven hours of an ordinary Sunday morning");
    does(EVA, at(SUN, 11, 0), 60);
    does(EVA, at(SUN, 22, 0), 90);
    EXPECT(RULE_DAILY_REST, 0);

    MIDNIGHT_WEEK(13, "they are ten the night summer time begins");
    does(EVA, at(SUN, 11, 0), 60);
    does(EVA, at(SUN, 22, 0), 90);
    expect_tired(EVA, 6 * DAY, 6 * DAY + 23 * HOUR, 60);

    MIDNIGHT_WEEK(13, "on a day of 23 hours eleven end at noon");
    does(EVA, at(SUN, 12, 0), 60);
    does(EVA, at(SUN, 22, 0), 90);
    EXPECT(RULE_DAILY_REST, 0);

    MIDNIGHT("ten hours of an ordinary Sunday morning");
    does(EVA, at(SUN, 10, 0), 60);
    does(EVA, at(SUN, 20, 0), 60);
    expect_tired(EVA, 6 * DAY, 7 * DAY, 60);

    MIDNIGHT_WEEK(43, "they are eleven the night summer time ends");
    does(EVA, at(SUN, 10, 0), 60);
    does(EVA, at(SUN, 20, 0), 60);
    EXPECT(RULE_DAILY_REST, 0);

    MIDNIGHT_WEEK(43, "on a day of 25 hours a quarter less is too little");
    does(EVA, at(SUN, 9, 45), 60);
    does(EVA, at(SUN, 20, 0), 60);
    expect_tired(EVA, 6 * DAY, 6 * DAY + 25 * HOUR, 15);

    MIDNIGHT_WEEK(13, "with periods from noon the short night lies in Saturday's");
    given.escorts[EVA].day_anchor = 12 * HOUR;
    does(EVA, at(SAT, 20, 0), 60);
    does(EVA, at(SUN, 8, 45), 60);
    expect_tired(EVA, 5 * DAY + 12 * HOUR, 6 * DAY + 11 * HOUR, 15);
}

static void week_border(void)
{
    MIDNIGHT("Sunday evening of the week before, and eleven hours");
    given.rule.span_minutes_max = DAY;
    given.escorts[EVA].day_anchor = 12 * HOUR;
    problem_add_outside(unit(), EVA, (struct span){-5 * HOUR, -2 * HOUR});
    int q = does(EVA, at(MON, 9, 0), 60);
    EXPECT(RULE_DAILY_REST, 0);
    EXPECT_BLOCK(q, EVA, RULE_NONE);

    MIDNIGHT("Sunday evening of the week before, and a quarter less");
    given.rule.span_minutes_max = DAY;
    given.escorts[EVA].day_anchor = 12 * HOUR;
    problem_add_outside(unit(), EVA, (struct span){-5 * HOUR, -2 * HOUR});
    q = does(EVA, at(MON, 8, 45), 60);
    expect_tired(EVA, -12 * HOUR, 12 * HOUR, 15);
    EXPECT_BLOCK(q, EVA, RULE_DAILY_REST);

    MIDNIGHT("a Sunday evening, and Monday morning of the week after");
    given.rule.span_minutes_max = DAY;
    given.escorts[EVA].day_anchor = 12 * HOUR;
    problem_add_outside(unit(), EVA,
                        (struct span){7 * DAY + 6 * HOUR + 45, 7 * DAY + 9 * HOUR});
    q = does(EVA, at(SUN, 19, 0), 60);
    expect_tired(EVA, at(SUN, 12, 0), at(SUN, 36, 0), 15);
    EXPECT_BLOCK(q, EVA, RULE_DAILY_REST);

    MIDNIGHT("a visit over the end of the week, and a Monday with too little rest");
    problem_add_outside(unit(), EVA,
                        (struct span){7 * DAY + 11 * HOUR + 45, 7 * DAY + 13 * HOUR});
    problem_add_outside(unit(), EVA, (struct span){7 * DAY + 21 * HOUR, 8 * DAY});
    does(EVA, at(SUN, 22, 0), 180);
    expect_tired(EVA, 7 * DAY, 8 * DAY, 15);

    MIDNIGHT("a period that this week's work does not meet is not this week's");
    given.escorts[EVA].day_anchor = 12 * HOUR;
    problem_add_outside(unit(), EVA, (struct span){-5 * HOUR, -2 * HOUR});
    problem_add_outside(unit(), EVA, (struct span){HOUR, 8 * HOUR});
    does(EVA, at(MON, 13, 0), 60);
    EXPECT(RULE_DAILY_REST, 0);

    MIDNIGHT("a contractor's Sunday evening is no matter");
    given.escorts[MIA].day_anchor = 12 * HOUR;
    problem_add_outside(unit(), MIA, (struct span){-5 * HOUR, -2 * HOUR});
    q = does(MIA, at(MON, 0, 0), 60);
    EXPECT_BLOCK(q, MIA, RULE_NONE);
}

static void figures_of_a_day(void)
{
    MIDNIGHT("a law of twelve hours that begins to hold on Wednesday");
    struct rule_figures wednesday = given.rule;
    struct cost_figures costs = cost_figures_default();
    wednesday.daily_rest_minutes = 720;
    problem_set_day(unit(), WED, &wednesday, &costs);
    for (int day = TUE; day <= THU; day++) {
        does(EVA, at(day, 11, 30), 120);
        does(EVA, at(day, 22, 0), 120);
    }
    EXPECT(RULE_DAILY_REST, 30);
    EXPECT_BREACH(RULE_DAILY_REST, EVA, NONE, NONE, NONE, at(WED, 0, 0),
                  at(THU, 0, 0), 30, 720);
}

void test_daily_rest(void)
{
    one_day();
    anchor();
    clock_changes();
    week_border();
    figures_of_a_day();

    MIDNIGHT("not served because it would leave two employees too little rest");
    given.escorts[MIA].n_available = 0;
    given.escorts[EVA].day_anchor = given.escorts[HUGO].day_anchor = 12 * HOUR;
    problem_add_outside(unit(), EVA, (struct span){-5 * HOUR, -2 * HOUR});
    problem_add_outside(unit(), HUGO, (struct span){-5 * HOUR, -2 * HOUR});
    struct request r = outing(BO, at(MON, 8, 45), 60);
    EXPECT_WHY(ask(&r), RULE_DAILY_REST, 2);
}
