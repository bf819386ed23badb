/* A contractor who has declined a visit is not planned for it. */
#include "given.h"

static int film(void)
{
    struct request r = outing(ANNA, at(WED, 10, 0), 120);
    int q = ask(&r);
    serve(q, MIA);
    return q;
}

static void answers(int q, int escort, enum answer answer)
{
    problem_add_offer(unit(), q,
                      &(struct offer){escort, answer, date_days(2026, 11, 20)});
}

static void expect_no(int q)
{
    EXPECT(RULE_ANSWER, 1);
    EXPECT_BREACH(RULE_ANSWER, MIA, ANNA, q, NONE, at(WED, 10, 0), at(WED, 12, 0), 1,
                  NONE);
    EXPECT_BLOCK(q, MIA, RULE_ANSWER);
}

void test_answer(void)
{
    GIVEN("a contractor has declined");
    int q = film();
    answers(q, MIA, ANSWER_DECLINED);
    expect_no(q);

    GIVEN("a contractor who was offered the visit has not answered yet");
    q = film();
    answers(q, MIA, ANSWER_OFFERED);
    EXPECT(RULE_ANSWER, 0);
    EXPECT_BLOCK(q, MIA, RULE_NONE);

    GIVEN("a contractor has accepted");
    q = film();
    answers(q, MIA, ANSWER_ACCEPTED);
    EXPECT(RULE_ANSWER, 0);

    GIVEN("another contractor has declined");
    given.escorts[HUGO].engagement = CONTRACTOR;
    q = film();
    answers(q, HUGO, ANSWER_DECLINED);
    answers(q, MIA, ANSWER_ACCEPTED);
    EXPECT(RULE_ANSWER, 0);
    EXPECT_BLOCK(q, HUGO, RULE_ANSWER);

    GIVEN("another visit was declined");
    film();
    struct request r = outing(BO, at(THU, 10, 0), 120);
    answers(ask(&r), MIA, ANSWER_DECLINED);
    EXPECT(RULE_ANSWER, 0);

    GIVEN("not served because the one contractor who has time has declined");
    given.escorts[EVA].n_available = given.escorts[HUGO].n_available = 0;
    r = outing(ANNA, at(WED, 10, 0), 120);
    q = ask(&r);
    answers(q, MIA, ANSWER_DECLINED);
    EXPECT_BLOCK(q, MIA, RULE_ANSWER);
    EXPECT_WHY(q, RULE_AVAILABLE, 2);
}
