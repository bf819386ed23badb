/* The escort the client wishes for rather than another: 30 points for each step
 * down the list, 90 for one who is not on it. */
#include "given.h"

static void anna_wishes(const int *escorts, int n)
{
    problem_client_wishes(unit(), ANNA, escorts, n);
}

static const int EVA_THEN_HUGO[] = {EVA, HUGO}, ONLY_MIA[] = {MIA};

void test_escort_wish(void)
{
    GIVEN("the first on the list");
    anna_wishes(EVA_THEN_HUGO, 2);
    does(EVA, at(WED, 10, 0), 60);
    EXPECT(RULE_ESCORT_WISH, 0);

    GIVEN("the second on the list");
    anna_wishes(EVA_THEN_HUGO, 2);
    does(HUGO, at(WED, 10, 0), 60);
    EXPECT(RULE_ESCORT_WISH, 30);

    GIVEN("one who is not on the list");
    anna_wishes(EVA_THEN_HUGO, 2);
    does(MIA, at(WED, 10, 0), 60);
    EXPECT(RULE_ESCORT_WISH, 90);

    GIVEN("each visit counts");
    anna_wishes(EVA_THEN_HUGO, 2);
    does(HUGO, at(WED, 10, 0), 60);
    does(HUGO, at(THU, 10, 0), 60);
    does(MIA, at(FRI, 10, 0), 60);
    EXPECT(RULE_ESCORT_WISH, 30 + 30 + 90);

    GIVEN("a client without a list wishes for nobody");
    anna_wishes(EVA_THEN_HUGO, 2);
    struct request r = outing(BO, at(WED, 10, 0), 60);
    serve(ask(&r), MIA);
    EXPECT(RULE_ESCORT_WISH, 0);

    GIVEN("an outing's own list replaces the client's");
    anna_wishes(EVA_THEN_HUGO, 2);
    r = outing(ANNA, at(WED, 10, 0), 60);
    r.wishes = ONLY_MIA;
    r.n_wishes = 1;
    serve(ask(&r), EVA);
    EXPECT(RULE_ESCORT_WISH, 90);

    GIVEN("two escorts cost what each costs");
    anna_wishes(EVA_THEN_HUGO, 2);
    r = outing(ANNA, at(WED, 10, 0), 60);
    r.needed = 2;
    serve_two(ask(&r), HUGO, MIA);
    EXPECT(RULE_ESCORT_WISH, 30 + 90);

    GIVEN("points that the outing states are added to those");
    const struct escort_points stated[] = {{HUGO, -45}, {MIA, 7}};
    anna_wishes(EVA_THEN_HUGO, 2);
    r = outing(ANNA, at(WED, 10, 0), 60);
    r.extra = stated;
    r.n_extra = 2;
    serve(ask(&r), HUGO);
    EXPECT(RULE_ESCORT_WISH, 30 - 45);

    GIVEN("not served, nobody came");
    anna_wishes(EVA_THEN_HUGO, 2);
    r = outing(ANNA, at(WED, 10, 0), 60);
    ask(&r);
    EXPECT(RULE_ESCORT_WISH, 0);
}
