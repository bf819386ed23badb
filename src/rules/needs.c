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

void check_needs(struct judgement *j)
{
    for (int r = 0; r < j->problem->n_requests; r++) {
        const struct visit *v = &j->roster->visits[r];
        for (int i = 0; i < v->n_escorts; i++) {
            if (needs_met(j->problem, r, v->escorts[i]))
                continue;
            struct breach b = breach_of(RULE_NEEDS, 1);
            b.request = r;
            b.client = j->problem->requests[r].client;
            b.escort = v->escorts[i];
            b.from = v->start;
            b.to = v->start + v->minutes;
            report_breach(j, b);
        }
    }
}
