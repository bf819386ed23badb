/* VETO. Nobody is sent to a client who has said no, nor made to go where they may
 * not or will not. A client who accepts only named escorts has said no to all
 * others (Halmstad: "you always choose who is your escort"). */
#include "rules/rule.h"

static bool kept(const struct problem *p, const struct duty *d, int escort)
{
    return !pair_barred(p, p->requests[d->request].client, escort);
}

void check_veto(struct judgement *j)
{
    judge_filter(j, RULE_VETO, kept);
}
