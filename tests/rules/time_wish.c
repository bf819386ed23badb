/* The client's first time rather than the second (60 points), and the start wished
 * for (a point a minute). */
#include "given.h"

/* Wednesday from 10 to 12, best at 11; else Thursday from 10 to 12, best at 10:30. */
static int walk(int start)
{
    struct request r = outing(ANNA, at(WED, 10, 0), 60);
    given.times[0][0] =
        (struct alternative){at(WED, 10, 0), at(WED, 12, 0), at(WED, 11, 0), 0};
    given.times[0][1] =
        (struct alternative){at(THU, 10, 0), at(THU, 12, 0), at(THU, 10, 30), 0};
    r.n_alternatives = 2;
    int q = ask(&r);
    serve(q, EVA);
    given.visits[q].start = start;
    return q;
}

void test_time_wish(void)
{
    GIVEN("the start wished for on the first day");
    walk(at(WED, 11, 0));
    EXPECT(RULE_TIME_WISH, 0);

    GIVEN("half an hour before it");
    walk(at(WED, 10, 30));
    EXPECT(RULE_TIME_WISH, 30);

    GIVEN("an hour after it");
    walk(at(WED, 12, 0));
    EXPECT(RULE_TIME_WISH, 60);

    GIVEN("the start wished for on the second day");
    walk(at(THU, 10, 30));
    EXPECT(RULE_TIME_WISH, 60);

    GIVEN("an hour after it on the second day");
    walk(at(THU, 11, 30));
    EXPECT(RULE_TIME_WISH, 120);

    GIVEN("nothing is wished for in the window");
    struct request r = outing(ANNA, at(WED, 10, 0), 60);
    given.times[0][0].to = at(WED, 12, 0);
    int q = ask(&r);
    serve(q, EVA);
    given.visits[q].start = at(WED, 12, 0);
    EXPECT(RULE_TIME_WISH, 0);

    GIVEN("a time that is in both alternatives is the first's");
    r = outing(ANNA, at(WED, 10, 0), 60);
    given.times[0][1].from = at(WED, 9, 0);
    r.n_alternatives = 2;
    serve(ask(&r), EVA);
    EXPECT(RULE_TIME_WISH, 0);

    GIVEN("not served is no time");
    q = walk(at(THU, 10, 30));
    given.visits[q].n_escorts = 0;
    EXPECT(RULE_TIME_WISH, 0);

    GIVEN("a time that was not offered is broken, not dear");
    walk(at(FRI, 10, 0));
    EXPECT(RULE_OFFER, 1);
    EXPECT(RULE_TIME_WISH, 0);

    GIVEN("two escorts at a second time are one visit at a second time");
    r = outing(ANNA, at(WED, 10, 0), 60);
    given.times[0][1] = (struct alternative){at(THU, 10, 0), at(THU, 10, 0), NONE, 0};
    r.n_alternatives = 2;
    r.needed = 2;
    q = ask(&r);
    serve_two(q, EVA, MIA);
    given.visits[q].start = at(THU, 10, 0);
    EXPECT(RULE_TIME_WISH, 60);

    GIVEN_WEEK(13, "from 1:30 to 3:30 is an hour the night summer time begins");
    r = outing(ANNA, at(SUN, 1, 30), 60);
    given.times[0][0] =
        (struct alternative){at(SUN, 1, 30), at(SUN, 4, 0), at(SUN, 3, 30), 0};
    serve(ask(&r), MIA);
    EXPECT(RULE_TIME_WISH, 60);
}
