/* ALLERGY. Nobody meets what they are allergic to: a client's dog or smoke, an
 * escort's cat or perfume (AML 2:1 for the escort, LSS 6 § for the client). */
#include "rules/rule.h"

bool breathes(const struct problem *p, int request, int escort)
{
    const struct client *c = &p->clients[p->requests[request].client];
    const struct escort *e = &p->escorts[escort];
    return (c->exposes & e->allergies) == 0 && (e->exposes & c->allergies) == 0;
}

static bool kept(const struct problem *p, const struct duty *d, int escort)
{
    return breathes(p, d->request, escort);
}

void check_allergy(struct judgement *j)
{
    judge_filter(j, RULE_ALLERGY, kept);
}
