/* Nobody is sent to a client who has said no, nor made to go where they may not or
 * will not. */
#include "given.h"

static int tea(int client, int escort)
{
    struct request r = outing(client, at(WED, 10, 0), 120);
    int q = ask(&r);
    serve(q, escort);
    return q;
}

static void expect_no(int q, int escort)
{
    EXPECT(RULE_VETO, 1);
    EXPECT_BREACH(RULE_VETO, escort, ANNA, q, NONE, at(WED, 10, 0), at(WED, 12, 0), 1,
                  NONE);
    EXPECT_BLOCK(q, escort, RULE_VETO);
}

void test_veto(void)
{
    GIVEN("the client has said no to an employee");
    problem_bar(unit(), ANNA, EVA, BAR_CLIENT);
    expect_no(tea(ANNA, EVA), EVA);

    GIVEN("a contractor will not");
    problem_bar(unit(), ANNA, MIA, BAR_ESCORT);
    expect_no(tea(ANNA, MIA), MIA);

    GIVEN("a no to one escort is not a no to another");
    problem_bar(unit(), ANNA, EVA, BAR_CLIENT);
    int q = tea(ANNA, HUGO);
    EXPECT(RULE_VETO, 0);
    EXPECT_BLOCK(q, HUGO, RULE_NONE);

    GIVEN("one client's no is not another's");
    problem_bar(unit(), ANNA, EVA, BAR_CLIENT);
    tea(BO, EVA);
    EXPECT(RULE_VETO, 0);

    GIVEN("the client accepts only the escort who comes");
    problem_accept_only(unit(), ANNA, (int[]){HUGO}, 1);
    tea(ANNA, HUGO);
    EXPECT(RULE_VETO, 0);

    GIVEN("the client accepts only another escort");
    problem_accept_only(unit(), ANNA, (int[]){HUGO}, 1);
    expect_no(tea(ANNA, EVA), EVA);

    GIVEN("a no counts for those who are accepted as well");
    problem_accept_only(unit(), ANNA, (int[]){HUGO}, 1);
    problem_bar(unit(), ANNA, HUGO, BAR_ESCORT);
    expect_no(tea(ANNA, HUGO), HUGO);

    GIVEN("each of two escorts counts");
    problem_bar(unit(), ANNA, EVA, BAR_CLIENT);
    problem_bar(unit(), ANNA, MIA, BAR_ESCORT);
    struct request r = outing(ANNA, at(WED, 10, 0), 120);
    r.needed = 2;
    serve_two(ask(&r), EVA, MIA);
    EXPECT(RULE_VETO, 2);

    GIVEN("not served because two of three may not come and the third cannot");
    given.escorts[MIA].n_available = 0;
    problem_accept_only(unit(), ANNA, (int[]){MIA}, 1);
    r = outing(ANNA, at(WED, 10, 0), 120);
    EXPECT_WHY(ask(&r), RULE_VETO, 2);
}
