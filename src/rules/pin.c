/* PIN. What the scheduler has pinned stays: if the request is served, then at the
 * pinned time and with the pinned escorts among its escorts. What has begun is pinned as it
 * was given out, its length too. */
#include "rules/rule.h"

bool pin_allows_start(const struct problem *p, int request, int start)
{
    const struct request *q = &p->requests[request];
    return !q->pinned || q->pin_start == NONE || q->pin_start == start;
}

bool pin_names(const struct request *q, int escort)
{
    for (int i = 0; q->pinned && i < q->n_pin_escorts; i++)
        if (q->pin_escorts[i] == escort)
            return true;
    return false;
}

bool pin_team_complete(const struct request *q, const int *escorts, int n)
{
    int there = 0;
    for (int i = 0; i < n; i++)
        there += pin_names(q, escorts[i]);
    return !q->pinned || there == q->n_pin_escorts;
}

bool pin_allows_escort(const struct problem *p, int request, int escort)
{
    const struct request *q = &p->requests[request];
    /* A pin may name fewer escorts than are needed; the others are free. */
    return !q->pinned || q->n_pin_escorts < q->needed ||
           pin_names(q, escort);
}

void check_pin(struct judgement *j)
{
    for (int r = 0; r < j->problem->n_requests; r++) {
        const struct request *q = &j->problem->requests[r];
        const struct visit *v = &j->roster->visits[r];
        if (v->n_escorts == 0 ||
            (pin_allows_start(j->problem, r, v->start) &&
             (!q->held || v->minutes == q->pub_minutes) &&
             pin_team_complete(q, v->escorts, v->n_escorts)))
            continue;
        report_breach(j, visit_breach(j, RULE_PIN, r));
    }
}
