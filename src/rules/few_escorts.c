/* FEW_ESCORTS. Few escorts are sent: each one who works at all in the week costs the same,
 * however much they work. With no weight on anything else the best roster tells how few
 * could cover the week. */
#include "rules/rule.h"

int used_points(const struct problem *p, int escort)
{
    (void)escort;
    return p->weight.escort_used;
}

int64_t few_escorts_of(const struct problem *p, const struct escort_week *w,
                   struct judgement *j)
{
    (void)j;
    return w->n > 0 ? used_points(p, w->escort) : 0;
}

void check_few_escorts(struct judgement *j)
{
    judge_each_escort(j, RULE_FEW_ESCORTS, few_escorts_of);
}
