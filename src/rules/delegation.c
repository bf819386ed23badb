/* DELEGATION. Who gives medicine or does another task of health care holds a
 * delegation for this client and this task that is valid on the day. It is personal,
 * from licensed staff who answer for it, and has an end (patientsäkerhetslagen 6:3);
 * several delegations together may cover what a visit needs. */
#include "rules/rule.h"

uint64_t tasks_not_delegated(const struct problem *p, int request, int start,
                             int escort)
{
    const struct request *q = &p->requests[request];
    const struct escort *e = &p->escorts[escort];
    uint64_t missing = q->tasks;
    int64_t day;
    if (missing == 0)
        return 0;
    day = problem_date(p, week_day(&p->week, start));
    for (int i = 0; i < e->n_delegations; i++)
        if (e->delegations[i].client == q->client &&
            valid_on(&e->delegations[i].valid, day))
            missing &= ~e->delegations[i].tasks;
    return missing;
}

bool delegated(const struct problem *p, int request, int start, int escort)
{
    return tasks_not_delegated(p, request, start, escort) == 0;
}

static bool kept(const struct problem *p, const struct duty *d, int escort)
{
    return delegated(p, d->request, d->start, escort);
}

void check_delegation(struct judgement *j)
{
    judge_filter(j, RULE_DELEGATION, kept);
}
