/* What the scheduler has pinned stays. */
#include "given.h"

/* From 10 to 12 on Wednesday, pinned; the visit is at 10:00. */
static int pinned(int needed, int start, int n, const int *escorts)
{
    struct request q = outing(ANNA, at(WED, 10, 0), 120);
    given.times[0][0].to = at(WED, 12, 0);
    q.needed = needed;
    int request = ask(&q);
    problem_pin(unit(), request, start, escorts, n);
    return request;
}

static const int ONE[] = {EVA}, BOTH[] = {HUGO, MIA};

static void expect_moved(int q, int start)
{
    EXPECT(RULE_PIN, 1);
    EXPECT_BREACH(RULE_PIN, NONE, ANNA, q, NONE, start, start + 120, 1, NONE);
}

static void starts(void)
{
    GIVEN("pinned at a time and to an escort, and so it is");
    int q = pinned(1, at(WED, 10, 0), 1, ONE);
    serve(q, EVA);
    EXPECT(RULE_PIN, 0);
    EXPECT_BLOCK(q, EVA, RULE_NONE);
    EXPECT_BLOCK(q, MIA, RULE_PIN);

    GIVEN("a quarter after the time that is pinned");
    q = pinned(1, at(WED, 10, 0), 1, ONE);
    serve(q, EVA);
    given.visits[q].start = at(WED, 10, 15);
    expect_moved(q, at(WED, 10, 15));
    EXPECT_SAME(rules_block(problem(), q, at(WED, 10, 15), 120, 0, EVA), RULE_PIN);

    GIVEN("only the escort is pinned: any time that is offered");
    q = pinned(1, NONE, 1, ONE);
    serve(q, EVA);
    given.visits[q].start = at(WED, 12, 0);
    EXPECT(RULE_PIN, 0);

    GIVEN("only the time is pinned: any escort");
    q = pinned(1, at(WED, 10, 0), 0, NULL);
    serve(q, MIA);
    EXPECT(RULE_PIN, 0);
    EXPECT_BLOCK(q, MIA, RULE_NONE);
}

static void escorts(void)
{
    GIVEN("another escort than the one that is pinned");
    int q = pinned(1, at(WED, 10, 0), 1, ONE);
    serve(q, MIA);
    expect_moved(q, at(WED, 10, 0));

    GIVEN("one of two is pinned, the other is free");
    q = pinned(2, NONE, 1, ONE);
    serve_two(q, MIA, EVA);
    EXPECT(RULE_PIN, 0);
    EXPECT_BLOCK(q, HUGO, RULE_NONE);

    GIVEN("one of two is pinned and is not there");
    q = pinned(2, NONE, 1, ONE);
    serve_two(q, MIA, HUGO);
    expect_moved(q, at(WED, 10, 0));

    GIVEN("two are pinned and one of them is not there");
    q = pinned(2, NONE, 2, BOTH);
    serve_two(q, HUGO, EVA);
    expect_moved(q, at(WED, 10, 0));
    EXPECT_BLOCK(q, EVA, RULE_PIN);
}

/* A swim by Eva on Wednesday at ten was given out, and it is eleven. */
static int begun(int freeze)
{
    struct request q = outing(ANNA, at(WED, 10, 0), 120);
    given.times[0][0].to = at(WED, 16, 0);
    int request = ask(&q);
    problem_set_published(unit(), date_days(2026, 11, 20));
    problem_request_published(unit(), request, at(WED, 10, 0), 120, ONE, 1);
    problem_set_now(unit(), at(WED, freeze ? 9 : 11, 0), freeze);
    return request;
}

static void what_has_begun(void)
{
    GIVEN("what has begun is as it was given out");
    int q = begun(0);
    serve(q, EVA);
    EXPECT(RULE_PIN, 0);
    EXPECT_BLOCK(q, EVA, RULE_NONE);
    EXPECT_BLOCK(q, MIA, RULE_PIN);

    GIVEN("it is not somebody else's");
    q = begun(0);
    serve(q, MIA);
    expect_moved(q, at(WED, 10, 0));

    GIVEN("it is not moved into the afternoon");
    q = begun(0);
    serve(q, EVA);
    given.visits[q].start = at(WED, 14, 0);
    expect_moved(q, at(WED, 14, 0));

    GIVEN("it is no shorter");
    q = begun(0);
    serve(q, EVA);
    given.visits[q].minutes = 105;
    EXPECT(RULE_PIN, 1);

    GIVEN("who is away, or not wanted any more, was there when it began");
    q = begun(0);
    problem_add_absence(unit(), EVA, (struct span){at(WED, 9, 0), at(WED, 18, 0)});
    problem_bar(unit(), ANNA, EVA, BAR_CLIENT);
    serve(q, EVA);
    EXPECT(RULE_PIN, 0);
    EXPECT(RULE_AVAILABLE, 0);
    EXPECT(RULE_VETO, 0);

    GIVEN("what begins within the freeze stays");
    q = begun(120);
    serve(q, MIA);
    expect_moved(q, at(WED, 10, 0));

    GIVEN("but not if its escort is away");
    q = begun(120);
    problem_add_absence(unit(), EVA, (struct span){at(WED, 9, 0), at(WED, 18, 0)});
    serve(q, MIA);
    EXPECT(RULE_PIN, 0);

    GIVEN("nor if the client does not want the escort any more");
    q = begun(120);
    problem_bar(unit(), ANNA, EVA, BAR_CLIENT);
    serve(q, MIA);
    EXPECT(RULE_PIN, 0);

    GIVEN("and what begins when the freeze is over is free");
    q = begun(60);
    serve(q, MIA);
    EXPECT(RULE_PIN, 0);
}

void test_pin(void)
{
    what_has_begun();
    starts();
    escorts();

    GIVEN("what is pinned need not be possible: not served is no breach");
    int q = pinned(1, at(WED, 10, 0), 1, ONE);
    given.visits[q].n_escorts = 0;
    EXPECT(RULE_PIN, 0);

    GIVEN("the pin is why, when the escort who is pinned cannot");
    given.escorts[EVA].n_available = 0;
    q = pinned(1, NONE, 1, ONE);
    EXPECT_WHY(q, RULE_PIN, 2);
}
