/* NEEDS. An escort has every skill, the language and the sex that the visit
 * cannot do without (LSS 6 §: the personnel needed for good support). */
#include "rules/rule.h"

bool needs_met(const struct problem *p, int request, int escort)
{
    const struct needs *n = &p->requests[request].needs;
    const struct escort *e = &p->escorts[escort];
    return (n->skills & ~e->skills) == 0 && (n->language & ~e->languages) == 0 &&
           (n->sex == 0 || n->sex == e->sex);
}

static bool kept(const struct problem *p, const struct duty *d, int escort)
{
    return needs_met(p, d->request, escort);
}

void check_needs(struct judgement *j)
{
    judge_filter(j, RULE_NEEDS, kept);
}
