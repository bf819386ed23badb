/* Two visits in step are carried out together or not at all, with the time between
 * their starts that was asked for. */
#include "given.h"

enum { FIRST, SECOND };

/* Anna at 14:00 and Bo so many minutes later, an hour each. */
static void pair(int apart, struct link l)
{
    struct request first = outing(ANNA, at(SAT, 14, 0), 60);
    ask(&first);
    struct request second = outing(BO, at(SAT, 14, 0) + apart, 60);
    ask(&second);
    l.first = FIRST;
    l.second = SECOND;
    problem_add_link(unit(), "in_step", &l);
}

static const struct link TOGETHER = {.gap_min = 0, .gap_max = 15};
static const struct link AFTER = {.gap_min = 90, .gap_max = 90};
static const struct link AFTER_SAME = {
    .gap_min = 90, .gap_max = 90, .same_escort = true};
static const struct link BEFORE = {.gap_min = -30, .gap_max = -15};

static void expect_out_of_step(int from)
{
    EXPECT(RULE_IN_STEP, 1);
    EXPECT_BREACH(RULE_IN_STEP, NONE, ANNA, FIRST, SECOND, from, NONE, 1, NONE);
}

static void gaps(void)
{
    GIVEN("both at once, where both at once was asked for");
    pair(0, TOGETHER);
    serve(FIRST, EVA);
    serve(SECOND, MIA);
    EXPECT(RULE_IN_STEP, 0);

    GIVEN("the largest gap asked for is still in step");
    pair(15, TOGETHER);
    serve(FIRST, EVA);
    serve(SECOND, MIA);
    EXPECT(RULE_IN_STEP, 0);

    GIVEN("a quarter more is out of step");
    pair(30, TOGETHER);
    serve(FIRST, EVA);
    serve(SECOND, MIA);
    expect_out_of_step(at(SAT, 14, 0));

    GIVEN("the second before the first is out of step where it should follow");
    pair(-15, TOGETHER);
    serve(FIRST, EVA);
    serve(SECOND, MIA);
    expect_out_of_step(at(SAT, 14, 0));

    GIVEN("the second may be asked for before the first");
    pair(-30, BEFORE);
    serve(FIRST, EVA);
    serve(SECOND, MIA);
    EXPECT(RULE_IN_STEP, 0);

    GIVEN("... and then comes too late at the same time");
    pair(0, BEFORE);
    serve(FIRST, EVA);
    serve(SECOND, MIA);
    expect_out_of_step(at(SAT, 14, 0));
}

static void alone(void)
{
    GIVEN("neither of the two");
    pair(0, TOGETHER);
    EXPECT(RULE_IN_STEP, 0);

    GIVEN("the first without the second");
    pair(15, TOGETHER);
    serve(FIRST, EVA);
    expect_out_of_step(at(SAT, 14, 0));

    GIVEN("the second without the first");
    pair(15, TOGETHER);
    serve(SECOND, EVA);
    expect_out_of_step(at(SAT, 14, 15));
}

static void escorts(void)
{
    GIVEN("one escort after the other, where that is allowed");
    pair(90, AFTER_SAME);
    serve(FIRST, MIA);
    serve(SECOND, MIA);
    EXPECT(RULE_IN_STEP, 0);

    GIVEN("the same escort, where different ones are needed");
    pair(90, AFTER);
    serve(FIRST, MIA);
    serve(SECOND, MIA);
    expect_out_of_step(at(SAT, 14, 0));

    GIVEN("different escorts, where different ones are needed");
    pair(90, AFTER);
    serve(FIRST, MIA);
    serve(SECOND, HUGO);
    EXPECT(RULE_IN_STEP, 0);

    GIVEN("one of two escorts goes on to the second");
    struct request first = outing(ANNA, at(SAT, 14, 0), 60);
    first.needed = 2;
    ask(&first);
    struct request second = outing(BO, at(SAT, 15, 30), 60);
    ask(&second);
    struct link l = AFTER;
    l.second = SECOND;
    problem_add_link(unit(), "in_step", &l);
    serve_two(FIRST, EVA, MIA);
    serve(SECOND, MIA);
    expect_out_of_step(at(SAT, 14, 0));

    GIVEN("the escort of the first comes along to the second");
    first = outing(ANNA, at(SAT, 14, 0), 60);
    ask(&first);
    second = outing(BO, at(SAT, 15, 30), 60);
    second.needed = 2;
    ask(&second);
    problem_add_link(unit(), "in_step", &l);
    serve(FIRST, MIA);
    serve_two(SECOND, EVA, MIA);
    expect_out_of_step(at(SAT, 14, 0));
}

void test_in_step(void)
{
    gaps();
    alone();
    escorts();
}
