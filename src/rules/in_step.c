/* IN_STEP. Two requests in step are carried out together or not at all, with the
 * time between their starts that was asked for, by different escorts unless the
 * request says otherwise. */
#include "rules/rule.h"

static bool share_an_escort(const struct visit *a, const struct visit *b)
{
    for (int i = 0; i < a->n_escorts; i++)
        for (int k = 0; k < b->n_escorts; k++)
            if (a->escorts[i] == b->escorts[k])
                return true;
    return false;
}

static bool in_step(const struct link *l, const struct visit *a,
                    const struct visit *b)
{
    if (a->n_escorts == 0 || b->n_escorts == 0)
        return a->n_escorts == b->n_escorts;
    int gap = b->start - a->start;
    return gap >= l->gap_min && gap <= l->gap_max &&
           (l->same_escort || !share_an_escort(a, b));
}

void check_in_step(struct judgement *j)
{
    const struct problem *p = j->problem;
    for (int i = 0; i < p->n_links; i++) {
        const struct link *l = &p->links[i];
        const struct visit *a = &j->roster->visits[l->first],
                           *b = &j->roster->visits[l->second];
        if (in_step(l, a, b))
            continue;
        struct breach x = breach_of(RULE_IN_STEP, 1);
        x.request = l->first;
        x.other = l->second;
        x.client = p->requests[l->first].client;
        x.from = a->n_escorts ? a->start : b->start;
        report_breach(j, x);
    }
}
