/* PERSON_WISH. An escort of the sex, the language and the interests that the client
 * would like. What the client cannot do without is NEEDS; this only ranks. An escort
 * whose sex is not told is nobody's wish. */
#include "rules/rule.h"

int person_wish_points(const struct problem *p, int request, int escort)
{
    const struct client *c = &p->clients[p->requests[request].client];
    const struct escort *e = &p->escorts[escort];
    int points = 0;
    if (c->wishes_sex && e->sex != c->wishes_sex)
        points += p->weight.sex_wish;
    if (c->wishes_language && !(c->wishes_language & e->languages))
        points += p->weight.language_wish;
    if (c->interests && !(c->interests & e->interests))
        points += p->weight.no_interest;
    return points;
}

void check_person_wish(struct judgement *j)
{
    judge_each_wish(j, RULE_PERSON_WISH, person_wish_points);
}
