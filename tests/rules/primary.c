/* The client's own escort, else the deputy (20 points), else another (50). */
#include "given.h"

void test_primary(void)
{
    GIVEN("the client's own escort");
    problem_client_named(unit(), ANNA, EVA, HUGO);
    does(EVA, at(WED, 10, 0), 60);
    EXPECT(RULE_PRIMARY, 0);

    GIVEN("the deputy");
    problem_client_named(unit(), ANNA, EVA, HUGO);
    does(HUGO, at(WED, 10, 0), 60);
    EXPECT(RULE_PRIMARY, 20);

    GIVEN("neither");
    problem_client_named(unit(), ANNA, EVA, HUGO);
    does(MIA, at(WED, 10, 0), 60);
    EXPECT(RULE_PRIMARY, 50);

    GIVEN("a client without a deputy");
    problem_client_named(unit(), ANNA, EVA, NONE);
    does(HUGO, at(WED, 10, 0), 60);
    EXPECT(RULE_PRIMARY, 50);

    GIVEN("a client without an escort of their own");
    does(EVA, at(WED, 10, 0), 60);
    EXPECT(RULE_PRIMARY, 0);

    GIVEN("each visit counts, and each escort");
    problem_client_named(unit(), ANNA, EVA, HUGO);
    struct request r = outing(ANNA, at(WED, 10, 0), 60);
    r.needed = 2;
    serve_two(ask(&r), HUGO, MIA);
    does(HUGO, at(THU, 10, 0), 60);
    EXPECT(RULE_PRIMARY, 20 + 50 + 20);

    GIVEN("one client's own escort is not another's");
    problem_client_named(unit(), BO, EVA, NONE);
    does(HUGO, at(WED, 10, 0), 60);
    EXPECT(RULE_PRIMARY, 0);
}
