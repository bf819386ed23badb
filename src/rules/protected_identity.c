/* PROTECTED. A client with protected identity is met only by those who are cleared
 * for it on that day, and never at the client's home address: the meeting point and
 * the end are other places (OSL 26:1, 22:1). The address is the one thing that must
 * not be told, so a visit that begins or ends there is a breach whoever comes. */
#include "rules/rule.h"

static bool at_home(const struct problem *p, const struct duty *d)
{
    int home = p->clients[p->requests[d->request].client].home;
    return home != NONE && (d->from == home || d->to == home);
}

bool identity_kept(const struct problem *p, const struct duty *d, int escort)
{
    return !p->clients[p->requests[d->request].client].is_protected ||
           (!at_home(p, d) && valid_on(&p->escorts[escort].protected_clearance,
                                       problem_date(p, week_day(&p->week, d->start))));
}

void check_protected_identity(struct judgement *j)
{
    judge_filter(j, RULE_PROTECTED, identity_kept);
}
