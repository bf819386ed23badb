/* An escort has every skill, the language and the sex that the visit cannot do
 * without. */
#include "given.h"

static struct request bath(void)
{
    return outing(ANNA, at(WED, 10, 0), 120);
}

static void expect_unfit(int q, int escort)
{
    EXPECT_BREACH(RULE_NEEDS, escort, ANNA, q, NONE, at(WED, 10, 0), at(WED, 12, 0),
                  1, NONE);
    EXPECT_BLOCK(q, escort, RULE_NEEDS);
}

static void skills(void)
{
    GIVEN("an escort with the skill the client needs");
    given.clients[ANNA].needs.skills = SKILL_GUIDE;
    given.escorts[EVA].skills = SKILL_GUIDE;
    struct request r = bath();
    int q = ask(&r);
    serve(q, EVA);
    EXPECT(RULE_NEEDS, 0);
    EXPECT_BLOCK(q, EVA, RULE_NONE);

    GIVEN("the client and the outing each need a skill, the escort has one");
    given.clients[ANNA].needs.skills = SKILL_GUIDE;
    given.escorts[EVA].skills = SKILL_GUIDE;
    r = bath();
    r.needs.skills = SKILL_LIFT;
    q = ask(&r);
    serve(q, EVA);
    EXPECT(RULE_NEEDS, 1);
    expect_unfit(q, EVA);

    GIVEN("contractors too need the skill");
    given.clients[ANNA].needs.skills = SKILL_GUIDE;
    given.escorts[MIA].skills = SKILL_LIFT;
    r = bath();
    q = ask(&r);
    serve(q, MIA);
    EXPECT(RULE_NEEDS, 1);
    expect_unfit(q, MIA);

    GIVEN("each of two escorts who lack it counts");
    given.escorts[EVA].skills = given.escorts[MIA].skills = 0;
    r = bath();
    r.needs.skills = SKILL_GUIDE;
    r.needed = 2;
    q = ask(&r);
    serve_two(q, EVA, MIA);
    EXPECT(RULE_NEEDS, 2);
    expect_unfit(q, EVA);
    expect_unfit(q, MIA);

    GIVEN("the other client's needs are not this one's");
    given.clients[BO].needs.skills = SKILL_GUIDE;
    given.escorts[EVA].skills = 0;
    r = bath();
    serve(ask(&r), EVA);
    EXPECT(RULE_NEEDS, 0);
}

static void language_and_sex(void)
{
    GIVEN("an escort who speaks the language");
    given.clients[ANNA].needs.language = SOMALI;
    struct request r = bath();
    int q = ask(&r);
    serve(q, EVA);
    EXPECT(RULE_NEEDS, 0);

    GIVEN("an escort who does not speak the language");
    given.clients[ANNA].needs.language = SOMALI;
    given.escorts[EVA].languages = 0;
    r = bath();
    q = ask(&r);
    serve(q, EVA);
    EXPECT(RULE_NEEDS, 1);
    expect_unfit(q, EVA);

    GIVEN("a woman where a woman is needed");
    given.escorts[EVA].sex = 'F';
    r = bath();
    r.needs.sex = 'F';
    q = ask(&r);
    serve(q, EVA);
    EXPECT(RULE_NEEDS, 0);

    GIVEN("a man where a woman is needed, and one who has not told");
    given.escorts[HUGO].sex = 'M';
    given.clients[ANNA].needs.sex = 'F';
    r = bath();
    r.needed = 2;
    q = ask(&r);
    serve_two(q, HUGO, MIA);
    EXPECT(RULE_NEEDS, 2);
    expect_unfit(q, HUGO);
    expect_unfit(q, MIA);
}

void test_needs(void)
{
    skills();
    language_and_sex();

    GIVEN("not served because nobody can guide");
    for (int e = 0; e < ESCORTS; e++)
        given.escorts[e].skills = SKILL_LIFT;
    struct request r = bath();
    r.needs.skills = SKILL_GUIDE;
    EXPECT_WHY(ask(&r), RULE_NEEDS, 3);
}
