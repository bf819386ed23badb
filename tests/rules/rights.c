/* Time that was granted and asked for is delivered; what cannot be is shared out.
 * An unmet minute costs 3 points under LSS and SoL 11:1, 2 under SoL 11:4, else 1;
 * past 3 and 6 hours a client is short of in the week, 1 and 2 more. */
#include "given.h"

static int asked(int client, int day, int minutes)
{
    struct request r = outing(client, at(day, 10, 0), minutes);
    return ask(&r);
}

static void by_basis(enum legal_basis basis, enum priority priority, int64_t points)
{
    struct decision d = decision_of(ANNA);
    d.basis = basis;
    grant(&d);
    struct request r = outing(ANNA, at(MON, 10, 0), 120);
    r.priority = priority;
    ask(&r);
    EXPECT(RULE_RIGHTS, points);
}

static void bases(void)
{
    GIVEN("two hours under LSS 9:3 not delivered");
    by_basis(LSS_9_3, PRIORITY_NORMAL, 360);
    GIVEN("two hours under SoL 11:1");
    by_basis(SOL_11_1, PRIORITY_NORMAL, 360);
    GIVEN("two hours under SoL 11:4");
    by_basis(SOL_11_4, PRIORITY_NORMAL, 240);
    GIVEN("two hours under SoL 11:5");
    by_basis(SOL_11_5, PRIORITY_NORMAL, 120);
    GIVEN("two hours under LSS that are urgent");
    by_basis(LSS_9_3, PRIORITY_URGENT, 720);
    GIVEN("two hours under SoL 11:4 of low priority");
    by_basis(SOL_11_4, PRIORITY_LOW, 120);
    GIVEN("two hours of nobody's decision");
    asked(ANNA, MON, 120);
    EXPECT(RULE_RIGHTS, 120);
}

static void delivered(void)
{
    GIVEN("all that was asked for is delivered");
    serve(asked(ANNA, MON, 120), EVA);
    EXPECT(RULE_RIGHTS, 0);

    GIVEN("half an hour less than asked for");
    struct request r = outing(ANNA, at(MON, 10, 0), 120);
    r.minutes_min = 60;
    int q = ask(&r);
    serve(q, EVA);
    given.visits[q].minutes = 90;
    EXPECT(RULE_RIGHTS, 30);

    GIVEN("two escorts who do not come are one visit that is not delivered");
    r = outing(ANNA, at(MON, 10, 0), 120);
    r.needed = 2;
    ask(&r);
    EXPECT(RULE_RIGHTS, 120);
}

static void shared(void)
{
    GIVEN("three hours are short of no more than that");
    asked(ANNA, MON, 120);
    asked(ANNA, TUE, 60);
    EXPECT(RULE_RIGHTS, 180);

    GIVEN("past three hours a minute costs one more");
    asked(ANNA, MON, 120);
    asked(ANNA, TUE, 75);
    EXPECT(RULE_RIGHTS, 195 + 15);

    /* 420, and 240 past three hours, and 60 past six at 2. */
    GIVEN("past six hours it costs two more again");
    asked(ANNA, MON, 240);
    asked(ANNA, TUE, 180);
    EXPECT(RULE_RIGHTS, 420 + 240 + 120);

    GIVEN("the same seven hours between two clients cost less");
    asked(ANNA, MON, 240);
    asked(BO, TUE, 180);
    EXPECT(RULE_RIGHTS, 420 + 60);

    GIVEN("what was delivered shortens nobody");
    asked(ANNA, MON, 180);
    serve(asked(ANNA, TUE, 240), EVA);
    EXPECT(RULE_RIGHTS, 180);
}

void test_rights(void)
{
    bases();
    delivered();
    shared();
}
