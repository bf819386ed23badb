/* Only those who are cleared for it meet a client with protected identity, and never at
 * the client's home address. */
#include "given.h"

#include "rules/rule.h"

static int64_t november(int day)
{
    return date_days(2026, 11, day);
}

/* Anna's outing on Wednesday the 25th, from town to town. */
static int walk(int escort)
{
    struct request r = outing(ANNA, at(WED, 10, 0), 120);
    int q = ask(&r);
    serve(q, escort);
    return q;
}

static void expect_open(int q, int escort)
{
    EXPECT(RULE_PROTECTED, 1);
    EXPECT_BREACH(RULE_PROTECTED, escort, ANNA, q, NONE, at(WED, 10, 0),
                  at(WED, 12, 0), 1, NONE);
    EXPECT_BLOCK(q, escort, RULE_PROTECTED);
}

static void clearances(void)
{
    GIVEN("nobody needs to be cleared for a client whose identity is open");
    walk(EVA);
    EXPECT(RULE_PROTECTED, 0);

    GIVEN("an escort who is not cleared");
    given.clients[ANNA].is_protected = true;
    expect_open(walk(EVA), EVA);

    GIVEN("an escort who is cleared on that one day");
    given.clients[ANNA].is_protected = true;
    given.escorts[MIA].protected_clearance =
        (struct valid){november(25), november(25)};
    int q = walk(MIA);
    EXPECT(RULE_PROTECTED, 0);
    EXPECT_BLOCK(q, MIA, RULE_NONE);

    GIVEN("an escort who was cleared until the day before");
    given.clients[ANNA].is_protected = true;
    given.escorts[MIA].protected_clearance =
        (struct valid){november(1), november(24)};
    expect_open(walk(MIA), MIA);

    GIVEN("cleared for children is not cleared for this");
    given.clients[ANNA].is_protected = true;
    given.escorts[EVA].child_clearance = (struct valid){november(1), november(30)};
    expect_open(walk(EVA), EVA);
}

static void places(void)
{
    GIVEN("elsewhere they may meet; at home not even those who are cleared");
    given.clients[ANNA].is_protected = true;
    given.escorts[EVA].protected_clearance = (struct valid){november(1), november(30)};
    int q = walk(EVA);
    struct duty there = visit_duty(problem(), q, at(WED, 10, 0), 120, 0);
    struct duty from_home = there, to_home = there;
    from_home.from = HOME;
    to_home.to = HOME;
    EXPECT_SAME(identity_kept(problem(), &there, EVA), true);
    EXPECT_SAME(identity_kept(problem(), &from_home, EVA), false);
    EXPECT_SAME(identity_kept(problem(), &to_home, EVA), false);

    GIVEN("others are met at home");
    q = walk(EVA);
    there = visit_duty(problem(), q, at(WED, 10, 0), 120, 0);
    there.from = HOME;
    EXPECT_SAME(identity_kept(problem(), &there, EVA), true);
}

void test_protected_identity(void)
{
    clearances();
    places();

    GIVEN("not served because nobody is cleared");
    given.clients[ANNA].is_protected = true;
    struct request r = outing(ANNA, at(WED, 10, 0), 120);
    EXPECT_WHY(ask(&r), RULE_PROTECTED, 3);
}
