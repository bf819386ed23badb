/* Nobody meets what they are allergic to. */
#include "given.h"

#define DOG UINT64_C(1)
#define SMOKE UINT64_C(2)

static int tea(int escort)
{
    problem_code(unit(), CODE_EXPOSURE, "dog");
    problem_code(unit(), CODE_EXPOSURE, "smoke");
    struct request r = outing(ANNA, at(WED, 10, 0), 120);
    int q = ask(&r);
    serve(q, escort);
    return q;
}

static void expect_sneeze(int q, int escort)
{
    EXPECT(RULE_ALLERGY, 1);
    EXPECT_BREACH(RULE_ALLERGY, escort, ANNA, q, NONE, at(WED, 10, 0), at(WED, 12, 0),
                  1, NONE);
    EXPECT_BLOCK(q, escort, RULE_ALLERGY);
}

void test_allergy(void)
{
    GIVEN("the client has a dog and the escort an allergy");
    given.clients[ANNA].exposes = DOG | SMOKE;
    given.escorts[EVA].allergies = DOG;
    expect_sneeze(tea(EVA), EVA);

    GIVEN("the escort smokes and the client cannot bear it");
    given.escorts[MIA].exposes = SMOKE;
    given.clients[ANNA].allergies = SMOKE;
    expect_sneeze(tea(MIA), MIA);

    GIVEN("a dog is no smoke");
    given.clients[ANNA].exposes = DOG;
    given.escorts[EVA].allergies = SMOKE;
    given.escorts[EVA].exposes = DOG;
    given.clients[ANNA].allergies = SMOKE;
    int q = tea(EVA);
    EXPECT(RULE_ALLERGY, 0);
    EXPECT_BLOCK(q, EVA, RULE_NONE);

    GIVEN("two who share an allergy meet in peace");
    given.clients[ANNA].allergies = given.escorts[EVA].allergies = DOG;
    tea(EVA);
    EXPECT(RULE_ALLERGY, 0);

    GIVEN("the other client's dog is not met");
    given.clients[BO].exposes = DOG;
    given.escorts[EVA].allergies = DOG;
    tea(EVA);
    EXPECT(RULE_ALLERGY, 0);

    GIVEN("not served because of a dog");
    given.clients[ANNA].exposes = DOG;
    for (int e = 0; e < ESCORTS; e++)
        given.escorts[e].allergies = DOG;
    problem_code(unit(), CODE_EXPOSURE, "dog");
    struct request r = outing(ANNA, at(WED, 10, 0), 120);
    EXPECT_WHY(ask(&r), RULE_ALLERGY, 3);
}
