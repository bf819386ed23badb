/* A series stays with the escort who carried it out last: 60 points for another. */
#include "given.h"

static int swimming(int day, int last, int escort)
{
    struct request r = outing(ANNA, at(day, 10, 0), 60);
    r.series = "swimming";
    int q = ask(&r);
    if (last != NONE)
        problem_request_series(unit(), q, last);
    serve(q, escort);
    return q;
}

void test_series(void)
{
    GIVEN("the escort of last time");
    swimming(WED, EVA, EVA);
    EXPECT(RULE_SERIES, 0);

    GIVEN("another than last time");
    swimming(WED, EVA, HUGO);
    EXPECT(RULE_SERIES, 60);

    GIVEN("the first time of a series nobody is another");
    swimming(WED, NONE, HUGO);
    EXPECT(RULE_SERIES, 0);

    GIVEN("every outing of the series counts");
    swimming(WED, EVA, HUGO);
    swimming(THU, EVA, EVA);
    swimming(FRI, EVA, MIA);
    EXPECT(RULE_SERIES, 60 + 60);

    GIVEN("an outing outside the series");
    swimming(WED, EVA, EVA);
    does(HUGO, at(THU, 10, 0), 60);
    EXPECT(RULE_SERIES, 0);

    GIVEN("not served, nobody came");
    given.visits[swimming(WED, EVA, HUGO)].n_escorts = 0;
    EXPECT(RULE_SERIES, 0);
}
