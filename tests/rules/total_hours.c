/* All working time of an employee is at most 48 hours a week on average over 17 weeks.
 * Here a roster may plan any overtime, so that nothing else keeps a week short. */
#include "given.h"

#define BUSY(sentence) busy(48, sentence)
#define BUSY_WEEK(iso_week, sentence) busy(iso_week, sentence)

static void busy(int iso_week, const char *sentence)
{
    given_week(iso_week, sentence);
    given.rule.overtime_planned_minutes = 10080;
    given.rule.overtime_minutes_4w = 40320;
    given.rule.overtime_minutes_year = 525600;
    given.rule.week_minutes_max = 10080;
}

/* Ten hours a day from Monday to Thursday, and so much on Friday. */
static void week_of(int escort, int friday)
{
    for (int day = MON; day <= THU; day++)
        does(escort, at(day, 8, 0), 600);
    does(escort, at(FRI, 8, 0), friday);
}

/* So many weeks before, each with so much work, but the first of them with `first`. */
static void worked(int escort, int weeks, int each, int first)
{
    struct escort_past past = {0};
    for (int k = 0; k < weeks; k++) {
        past.known |= UINT32_C(1) << k;
        past.minutes[k] = k == weeks - 1 ? first : each;
    }
    problem_escort_past(unit(), escort, &past);
}

static void expect_over(int over, int limit)
{
    EXPECT(RULE_TOTAL_HOURS, over);
    EXPECT_BREACH(RULE_TOTAL_HOURS, EVA, NONE, NONE, NONE, 0,
                  week_length(&given.week), over, limit);
}

void test_total_hours(void)
{
    BUSY("48 hours, and nothing is known of the weeks before");
    week_of(EVA, 480);
    EXPECT(RULE_TOTAL_HOURS, 0);

    BUSY("a minute more");
    week_of(EVA, 481);
    expect_over(1, 2880);

    BUSY_WEEK(43, "the week of 169 hours has 48 of work as well");
    week_of(EVA, 481);
    expect_over(1, 2880);

    BUSY("sixteen weeks of 48 hours leave 48");
    worked(EVA, 16, 2880, 2880);
    week_of(EVA, 481);
    expect_over(1, 2880);

    BUSY("the sixteenth week before counts: it had a hundred minutes more");
    worked(EVA, 16, 2880, 2980);
    week_of(EVA, 381);
    expect_over(1, 2780);

    BUSY("a period of two weeks forgets all but the last");
    given.rule.total_weeks = 2;
    worked(EVA, 3, 2870, 10000);
    week_of(EVA, 491);
    expect_over(1, 2890);

    BUSY("after far too much nothing is left, and not less than nothing");
    worked(EVA, 4, 5000, 5000);
    int q = does(EVA, at(MON, 8, 0), 60);
    expect_over(60, 0);
    EXPECT_BLOCK(q, EVA, RULE_TOTAL_HOURS);

    BUSY("contractors have no such average");
    worked(MIA, 4, 5000, 5000);
    q = does(MIA, at(MON, 8, 0), 60);
    EXPECT(RULE_TOTAL_HOURS, 0);
    EXPECT_BLOCK(q, MIA, RULE_NONE);

    BUSY("not served because the weeks before left both employees nothing");
    given.escorts[MIA].n_available = 0;
    worked(EVA, 1, 5760, 5760);
    worked(HUGO, 1, 5760, 5760);
    struct request r = outing(ANNA, at(MON, 8, 0), 15);
    EXPECT_WHY(ask(&r), RULE_TOTAL_HOURS, 2);
}
