/* Few different faces in a week, in 14 and in 84 days, and known ones rather than new:
 * 120 points for a new face, 40 for one met before, 10 from the fourth meeting before
 * this week; 10 more for a known one not seen for 14 days, and 20 more for 84. */
#include "given.h"

static void introduced(void)
{
    GIVEN("a new face that is to be introduced");
    given.clients[ANNA].introductions = true;
    does(EVA, at(WED, 10, 0), 60);
    EXPECT(RULE_FACES, 120 + 100);

    GIVEN("who has come once is introduced");
    given.clients[ANNA].introductions = true;
    problem_add_history(unit(), ANNA, EVA, 1);
    does(EVA, at(WED, 10, 0), 60);
    EXPECT(RULE_FACES, 40);

    GIVEN("another client asks for no introduction");
    given.clients[BO].introductions = true;
    does(EVA, at(WED, 10, 0), 60);
    EXPECT(RULE_FACES, 120);
}

/* Anna and Eva have met so often, last so many days before Monday. */
static void met(int visits, int days_ago, int64_t points)
{
    problem_add_history(unit(), ANNA, EVA, visits);
    problem_add_meeting(unit(), ANNA, EVA, days_ago);
    does(EVA, at(WED, 10, 0), 60);
    EXPECT(RULE_FACES, points);
}

static void not_seen_lately(void)
{
    GIVEN("seen 14 days ago");
    met(1, 14, 40);
    GIVEN("seen 15 days ago");
    met(1, 15, 40 + 10);
    GIVEN("seen 84 days ago");
    met(1, 84, 40 + 10);
    GIVEN("seen 85 days ago");
    met(1, 85, 40 + 10 + 20);
    GIVEN("a familiar face that was not seen for 85 days");
    met(9, 85, 10 + 10 + 20);
    GIVEN("the last of several meetings counts");
    problem_add_meeting(unit(), ANNA, EVA, 85);
    problem_add_meeting(unit(), ANNA, EVA, 30);
    met(3, 7, 40);
    GIVEN("once a week, whatever it costs");
    does(EVA, at(THU, 10, 0), 60);
    met(1, 85, 40 + 10 + 20);
}

void test_faces(void)
{
    introduced();
    not_seen_lately();

    GIVEN("a face that is new");
    does(EVA, at(WED, 10, 0), 60);
    EXPECT(RULE_FACES, 120);

    GIVEN("a face met once before");
    problem_add_history(unit(), ANNA, EVA, 1);
    does(EVA, at(WED, 10, 0), 60);
    EXPECT(RULE_FACES, 40);

    GIVEN("a face met three times before is not yet familiar");
    problem_add_history(unit(), ANNA, EVA, 3);
    does(EVA, at(WED, 10, 0), 60);
    EXPECT(RULE_FACES, 40);

    GIVEN("the fourth time made it familiar");
    problem_add_history(unit(), ANNA, EVA, 3);
    problem_add_history(unit(), ANNA, EVA, 1);
    does(EVA, at(WED, 10, 0), 60);
    EXPECT(RULE_FACES, 10);

    GIVEN("the same face again in the week costs nothing more");
    does(EVA, at(WED, 10, 0), 60);
    does(EVA, at(FRI, 10, 0), 60);
    EXPECT(RULE_FACES, 120);

    GIVEN("meetings of this week make nobody familiar");
    problem_add_history(unit(), ANNA, EVA, 1);
    for (int day = MON; day <= THU; day++)
        does(EVA, at(day, 10, 0), 60);
    EXPECT(RULE_FACES, 40);

    GIVEN("two different faces, contractors no less than employees");
    problem_add_history(unit(), ANNA, EVA, 9);
    does(EVA, at(WED, 10, 0), 60);
    does(MIA, at(FRI, 10, 0), 60);
    EXPECT(RULE_FACES, 10 + 120);

    GIVEN("two faces at once");
    problem_add_history(unit(), ANNA, EVA, 1);
    struct request r = outing(ANNA, at(WED, 10, 0), 60);
    r.needed = 2;
    serve_two(ask(&r), MIA, EVA);
    EXPECT(RULE_FACES, 40 + 120);

    GIVEN("one client's history is not another's");
    problem_add_history(unit(), ANNA, EVA, 9);
    does(EVA, at(WED, 10, 0), 60);
    r = outing(BO, at(FRI, 10, 0), 60);
    serve(ask(&r), EVA);
    EXPECT(RULE_FACES, 10 + 120);

    GIVEN("nobody comes, no face");
    r = outing(ANNA, at(WED, 10, 0), 60);
    ask(&r);
    EXPECT(RULE_FACES, 0);
}
