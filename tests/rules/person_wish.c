/* An escort of the sex (60 points), the language (40) and the interests (10) that the
 * client would like. */
#include "given.h"

enum { MUSIC = 1, FOOTBALL = 2, CHESS = 4 };

static void interests(void)
{
    problem_code(unit(), CODE_INTEREST, "music");
    problem_code(unit(), CODE_INTEREST, "football");
    problem_code(unit(), CODE_INTEREST, "chess");
}

static void sex_and_language(void)
{
    GIVEN("a client who would like nothing in particular");
    given.escorts[EVA].sex = 'F';
    does(EVA, at(WED, 10, 0), 60);
    EXPECT(RULE_PERSON_WISH, 0);

    GIVEN("an escort of the sex wished for");
    given.clients[ANNA].wishes_sex = 'F';
    given.escorts[EVA].sex = 'F';
    does(EVA, at(WED, 10, 0), 60);
    EXPECT(RULE_PERSON_WISH, 0);

    GIVEN("an escort of another sex");
    given.clients[ANNA].wishes_sex = 'F';
    given.escorts[HUGO].sex = 'M';
    does(HUGO, at(WED, 10, 0), 60);
    EXPECT(RULE_PERSON_WISH, 60);

    GIVEN("an escort whose sex is not told is not the one wished for");
    given.clients[ANNA].wishes_sex = 'F';
    does(EVA, at(WED, 10, 0), 60);
    EXPECT(RULE_PERSON_WISH, 60);

    GIVEN("an escort who speaks the language");
    given.clients[ANNA].wishes_language = SOMALI;
    does(EVA, at(WED, 10, 0), 60);
    EXPECT(RULE_PERSON_WISH, 0);

    GIVEN("an escort who does not");
    given.clients[ANNA].wishes_language = SOMALI;
    given.escorts[EVA].languages = 0;
    does(EVA, at(WED, 10, 0), 60);
    EXPECT(RULE_PERSON_WISH, 40);
}

static void in_common(void)
{
    GIVEN("one interest of two in common");
    given.clients[ANNA].interests = MUSIC | CHESS;
    given.escorts[EVA].interests = FOOTBALL | CHESS;
    interests();
    does(EVA, at(WED, 10, 0), 60);
    EXPECT(RULE_PERSON_WISH, 0);

    GIVEN("no interest in common");
    given.clients[ANNA].interests = MUSIC | CHESS;
    given.escorts[EVA].interests = FOOTBALL;
    interests();
    does(EVA, at(WED, 10, 0), 60);
    EXPECT(RULE_PERSON_WISH, 10);

    GIVEN("a client who named none has none to share");
    given.escorts[EVA].interests = FOOTBALL;
    interests();
    does(EVA, at(WED, 10, 0), 60);
    EXPECT(RULE_PERSON_WISH, 0);
}

void test_person_wish(void)
{
    sex_and_language();
    in_common();

    GIVEN("all three, at each visit, for each escort");
    given.clients[ANNA].wishes_sex = 'F';
    given.clients[ANNA].wishes_language = SOMALI;
    given.clients[ANNA].interests = MUSIC;
    given.escorts[HUGO].languages = given.escorts[MIA].languages = 0;
    given.escorts[MIA].sex = 'F';
    interests();
    struct request r = outing(ANNA, at(WED, 10, 0), 60);
    r.needed = 2;
    serve_two(ask(&r), HUGO, MIA);
    does(HUGO, at(THU, 10, 0), 60);
    EXPECT(RULE_PERSON_WISH, (60 + 40 + 10) + (40 + 10) + (60 + 40 + 10));

    GIVEN("one client's wishes are not another's");
    given.clients[BO].wishes_sex = 'F';
    does(HUGO, at(WED, 10, 0), 60);
    EXPECT(RULE_PERSON_WISH, 0);

    GIVEN("not served, nobody came");
    given.clients[ANNA].wishes_sex = 'F';
    r = outing(ANNA, at(WED, 10, 0), 60);
    ask(&r);
    EXPECT(RULE_PERSON_WISH, 0);
}
