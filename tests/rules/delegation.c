/* Who gives medicine or does another task of health care holds a delegation for this
 * client and this task that is valid on the day. */
#include "given.h"

#define MEDICINE UINT64_C(1)
#define INSULIN UINT64_C(2)

/* The 23rd of November 2026 is the Monday. */
static int64_t november(int day)
{
    return date_days(2026, 11, day);
}

static void know_tasks(void)
{
    problem_code(unit(), CODE_TASK, "medicine");
    problem_code(unit(), CODE_TASK, "insulin");
}

static void delegate(int escort, int client, uint64_t tasks, int64_t from, int64_t to)
{
    problem_add_delegation(unit(), escort,
                           &(struct delegation){client, tasks, {from, to}});
}

/* Anna's outing on Wednesday, with tasks of its own. */
static int dose(int escort, uint64_t tasks)
{
    struct request r = outing(ANNA, at(WED, 10, 0), 120);
    r.tasks = tasks;
    int q = ask(&r);
    serve(q, escort);
    return q;
}

static void expect_none(int q, int escort)
{
    EXPECT(RULE_DELEGATION, 1);
    EXPECT_BREACH(RULE_DELEGATION, escort, ANNA, q, NONE, at(WED, 10, 0),
                  at(WED, 12, 0), 1, NONE);
    EXPECT_BLOCK(q, escort, RULE_DELEGATION);
}

static void days(void)
{
    GIVEN("a delegation of that one day");
    know_tasks();
    delegate(EVA, ANNA, MEDICINE, november(25), november(25));
    int q = dose(EVA, MEDICINE);
    EXPECT(RULE_DELEGATION, 0);
    EXPECT_BLOCK(q, EVA, RULE_NONE);

    GIVEN("it ended the day before");
    know_tasks();
    delegate(EVA, ANNA, MEDICINE, november(1), november(24));
    expect_none(dose(EVA, MEDICINE), EVA);

    GIVEN("it begins the day after");
    know_tasks();
    delegate(MIA, ANNA, MEDICINE, november(26), november(30));
    expect_none(dose(MIA, MEDICINE), MIA);

    GIVEN("a visit that begins on its last day and ends on the next");
    know_tasks();
    delegate(EVA, ANNA, MEDICINE, november(1), november(29));
    struct request r = outing(ANNA, at(SUN, 23, 30), 60);
    r.tasks = MEDICINE;
    serve(ask(&r), EVA);
    EXPECT(RULE_DELEGATION, 0);

    GIVEN_WEEK(13, "the last hour of the day summer time begins is that day's");
    know_tasks();
    delegate(EVA, ANNA, MEDICINE, date_days(2026, 3, 29), date_days(2026, 3, 29));
    r = outing(ANNA, at(SUN, 23, 0), 60);
    r.tasks = MEDICINE;
    serve(ask(&r), EVA);
    EXPECT(RULE_DELEGATION, 0);
}

static void whose(void)
{
    GIVEN("what needs no delegation needs none");
    know_tasks();
    dose(EVA, 0);
    EXPECT(RULE_DELEGATION, 0);

    GIVEN("another client's delegation");
    know_tasks();
    delegate(EVA, BO, MEDICINE, november(1), november(30));
    expect_none(dose(EVA, MEDICINE), EVA);

    GIVEN("another escort's delegation");
    know_tasks();
    delegate(HUGO, ANNA, MEDICINE, november(1), november(30));
    expect_none(dose(EVA, MEDICINE), EVA);

    GIVEN("another task's delegation");
    know_tasks();
    delegate(EVA, ANNA, INSULIN, november(1), november(30));
    expect_none(dose(EVA, MEDICINE), EVA);

    GIVEN("one delegation for each of two tasks");
    know_tasks();
    delegate(EVA, ANNA, INSULIN, november(1), november(30));
    delegate(EVA, ANNA, MEDICINE, november(25), november(25));
    dose(EVA, MEDICINE | INSULIN);
    EXPECT(RULE_DELEGATION, 0);

    GIVEN("... of which one has ended");
    know_tasks();
    delegate(EVA, ANNA, INSULIN, november(1), november(30));
    delegate(EVA, ANNA, MEDICINE, november(1), november(24));
    expect_none(dose(EVA, MEDICINE | INSULIN), EVA);

    GIVEN("the client needs one task on every outing, the outing another");
    given.clients[ANNA].tasks = MEDICINE;
    know_tasks();
    delegate(EVA, ANNA, INSULIN, november(1), november(30));
    expect_none(dose(EVA, INSULIN), EVA);

    GIVEN("each of two escorts who have none counts");
    know_tasks();
    struct request r = outing(ANNA, at(WED, 10, 0), 120);
    r.tasks = MEDICINE;
    r.needed = 2;
    serve_two(ask(&r), EVA, MIA);
    EXPECT(RULE_DELEGATION, 2);
}

void test_delegation(void)
{
    days();
    whose();

    GIVEN("not served because two of three have no delegation and the third no time");
    given.escorts[MIA].n_available = 0;
    know_tasks();
    delegate(MIA, ANNA, MEDICINE, november(1), november(30));
    struct request r = outing(ANNA, at(WED, 10, 0), 120);
    r.tasks = MEDICINE;
    EXPECT_WHY(ask(&r), RULE_DELEGATION, 2);

    GIVEN("the day that is delegated is not offered: that escort has no time");
    given.escorts[MIA].n_available = given.escorts[HUGO].n_available = 0;
    static const struct span THURSDAY = {3 * DAY, 4 * DAY};
    given.escorts[EVA].available = &THURSDAY;
    know_tasks();
    delegate(EVA, ANNA, MEDICINE, november(25), november(25));
    r = outing(ANNA, at(WED, 10, 0), 120);
    given.times[0][1] = (struct alternative){at(THU, 10, 0), at(THU, 10, 0), NONE, 0};
    r.n_alternatives = 2;
    r.tasks = MEDICINE;
    int q = ask(&r);
    EXPECT_BLOCK(q, EVA, RULE_AVAILABLE);
}
