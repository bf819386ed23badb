/* Time that was granted and asked for is delivered; what cannot be is shared out.
 * An unmet minute costs 12 points under LSS and SoL 11:1, 8 under SoL 11:4, else 1;
 * past 3 and 6 hours of assessed time a client is short of, 4 and 8 more. */
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
    by_basis(LSS_9_3, PRIORITY_NORMAL, 1440);
    GIVEN("two hours under SoL 11:1");
    by_basis(SOL_11_1, PRIORITY_NORMAL, 1440);
    GIVEN("two hours under SoL 11:4");
    by_basis(SOL_11_4, PRIORITY_NORMAL, 960);
    GIVEN("two hours under SoL 11:5");
    by_basis(SOL_11_5, PRIORITY_NORMAL, 120);
    GIVEN("two hours under LSS that are urgent");
    by_basis(LSS_9_3, PRIORITY_URGENT, 2880);
    GIVEN("two hours under SoL 11:4 of low priority");
    by_basis(SOL_11_4, PRIORITY_LOW, 480);
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

    GIVEN("more than asked for is not offered, and owes nothing");
    q = asked(ANNA, MON, 120);
    serve(q, EVA);
    given.visits[q].minutes = 150;
    EXPECT(RULE_OFFER, 1);
    EXPECT(RULE_RIGHTS, 0);

    GIVEN("two escorts who do not come are one visit that is not delivered");
    r = outing(ANNA, at(MON, 10, 0), 120);
    r.needed = 2;
    ask(&r);
    EXPECT(RULE_RIGHTS, 120);
}

/* Both clients have their outings under LSS. */
static void assessed(void)
{
    for (int client = ANNA; client <= BO; client++) {
        struct decision d = decision_of(client);
        grant(&d);
    }
}

static void shared(void)
{
    GIVEN("three hours are short of no more than that");
    assessed();
    asked(ANNA, MON, 120);
    asked(ANNA, TUE, 60);
    EXPECT(RULE_RIGHTS, 12 * 180);

    GIVEN("past three hours a minute costs four more");
    assessed();
    asked(ANNA, MON, 120);
    asked(ANNA, TUE, 75);
    EXPECT(RULE_RIGHTS, 12 * 195 + 4 * 15);

    /* 240 are past three hours, and 60 of them past six. */
    GIVEN("past six hours it costs eight more again");
    assessed();
    asked(ANNA, MON, 240);
    asked(ANNA, TUE, 180);
    EXPECT(RULE_RIGHTS, 12 * 420 + 4 * 240 + 8 * 60);

    GIVEN("the same seven hours between two clients cost less");
    assessed();
    asked(ANNA, MON, 240);
    asked(BO, TUE, 180);
    EXPECT(RULE_RIGHTS, 12 * 420 + 4 * 60);

    GIVEN("what was delivered shortens nobody");
    assessed();
    asked(ANNA, MON, 180);
    serve(asked(ANNA, TUE, 240), EVA);
    EXPECT(RULE_RIGHTS, 12 * 180);

    GIVEN("open offers are not in that line");
    asked(ANNA, MON, 240);
    asked(ANNA, TUE, 180);
    EXPECT(RULE_RIGHTS, 420);
}

/* Anna was short of so many assessed minutes in the weeks before, and is of so many. */
static void short_again(int before, int minutes, int64_t points)
{
    assessed();
    problem_client_short(unit(), ANNA, before);
    asked(ANNA, MON, minutes);
    EXPECT(RULE_RIGHTS, points);
}

static void short_before(void)
{
    GIVEN("short of three hours with those of the weeks before");
    short_again(120, 60, 12 * 60);
    GIVEN("of a minute more");
    short_again(121, 60, 12 * 60 + 4);
    GIVEN("of six hours, of which three were enough to be short of");
    short_again(300, 60, 12 * 60 + 4 * 60);
    GIVEN("of six hours and a minute");
    short_again(301, 60, 12 * 60 + 4 * 60 + 8);

    GIVEN("what was short before costs nothing again");
    assessed();
    problem_client_short(unit(), ANNA, 600);
    serve(asked(ANNA, MON, 60), EVA);
    EXPECT(RULE_RIGHTS, 0);

    GIVEN("one client's weeks before are not another's");
    assessed();
    problem_client_short(unit(), ANNA, 600);
    asked(BO, MON, 60);
    EXPECT(RULE_RIGHTS, 12 * 60);

    GIVEN("nor do they make an open offer dearer");
    problem_client_short(unit(), ANNA, 600);
    asked(ANNA, MON, 60);
    EXPECT(RULE_RIGHTS, 60);
}

static void in_a_group(void)
{
    struct session s;

    GIVEN("two hours in a group are two hours");
    s = game(4, 2);
    joins(ANNA, hold(&s), EVA);
    EXPECT(RULE_RIGHTS, 0);

    GIVEN("half an hour less in a group");
    s = game(4, 2);
    s.minutes = 90;
    joins(ANNA, hold(&s), EVA);
    EXPECT(RULE_RIGHTS, 30);

    GIVEN("three hours in a group are the two asked for");
    s = game(4, 2);
    s.minutes = 180;
    joins(ANNA, hold(&s), EVA);
    EXPECT(RULE_RIGHTS, 0);
}

void test_rights(void)
{
    bases();
    delivered();
    shared();
    short_before();
    in_a_group();
}
