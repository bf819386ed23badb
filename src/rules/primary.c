/* PRIMARY. The client's own escort rather than the deputy, and the deputy rather than
 * another (fast omsorgskontakt of home care, SoL 10:7, by analogy). A client without
 * an own escort has no such rank. */
#include "rules/rule.h"

int primary_points(const struct problem *p, int request, int escort)
{
    const struct client *c = &p->clients[p->requests[request].client];
    if (c->primary == NONE || c->primary == escort)
        return 0;
    return c->deputy == escort ? p->weight.deputy : p->weight.not_primary;
}

void check_primary(struct judgement *j)
{
    judge_each_wish(j, RULE_PRIMARY, primary_points);
}
