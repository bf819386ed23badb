/* CLEARANCE. Who accompanies a child has shown an extract from the register of
 * convictions, not older than the unit accepts (lag 2010:479, 1 §: services under LSS
 * to those under 18). */
#include "rules/rule.h"

bool cleared(const struct problem *p, int request, int start, int escort)
{
    return !client_is_child(p, p->requests[request].client) ||
           valid_on(&p->escorts[escort].child_clearance,
                    problem_date(p, week_day(&p->week, start)));
}

static bool kept(const struct problem *p, const struct duty *d, int escort)
{
    return cleared(p, d->request, d->start, escort);
}

void check_clearance(struct judgement *j)
{
    judge_filter(j, RULE_CLEARANCE, kept);
}
