/* Few different faces in a week, and known ones rather than new: 120 points for a
 * new face, 40 for one met before, 10 from the fourth meeting before this week. */
#include "given.h"

void test_faces(void)
{
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
