/* ANSWER. A contractor who has declined a visit is not planned for it: a contractor
 * is offered visits and answers, and that no is no is part of what makes the
 * assignment one (agreement with the contractor). An answer that is not given yet
 * keeps nobody away. */
#include "rules/rule.h"

bool declined(const struct problem *p, int request, int escort)
{
    const struct request *q = &p->requests[request];
    for (int i = 0; i < q->n_offers; i++)
        if (q->offers[i].escort == escort && q->offers[i].answer == ANSWER_DECLINED)
            return true;
    return false;
}

static bool kept(const struct problem *p, const struct duty *d, int escort)
{
    return !declined(p, d->request, escort);
}

void check_answer(struct judgement *j)
{
    judge_filter(j, RULE_ANSWER, kept);
}
