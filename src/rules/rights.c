/* RIGHTS (tier 1). Time asked for and not delivered costs points per minute by
 * legal basis and priority; a client who is short of much costs more per minute
 * the shorter they are, so that shortage is shared (LSS 7, 9 §§; SoL 11:1;
 * KL 2:3, equal treatment). */
#include "rules/rule.h"

int64_t shortage_points(const struct problem *p, int minutes)
{
    const struct weight_figures *w = &p->weight;
    int64_t points = 0;
    if (minutes > w->short_1_minutes)
        points += (int64_t)w->short_1 * (minutes - w->short_1_minutes);
    if (minutes > w->short_2_minutes)
        points += (int64_t)w->short_2 * (minutes - w->short_2_minutes);
    return points;
}

void check_rights(struct judgement *j)
{
    const struct problem *p = j->problem;
    int *short_of = NEW_ARRAY(j->arena, int, p->n_clients + 1);
    int64_t points = 0;
    for (int r = 0; r < p->n_requests; r++) {
        const struct request *q = &p->requests[r];
        const struct visit *v = &j->roster->visits[r];
        int unmet = q->minutes - (v->n_escorts > 0 ? v->minutes : 0);
        if (unmet <= 0)
            continue;
        points += (int64_t)q->rights * unmet;
        short_of[q->client] += unmet;
    }
    for (int c = 0; c < p->n_clients; c++)
        points += shortage_points(p, short_of[c]);
    j->verdict->points[RULE_RIGHTS] = points;
}
