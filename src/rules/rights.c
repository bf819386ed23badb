/* RIGHTS (tier 1). Time asked for and not delivered costs points per minute by
 * legal basis and priority. A client who is short of much assessed time, lately and in
 * the week, costs more per minute the shorter they are, so that shortage is shared
 * (LSS 7, 9 §§; SoL 11:1; KL 2:3, equal treatment). Open offers (SoL 11:5) have the
 * first part alone: they never stand in line with what somebody has a right to. */
#include "rules/rule.h"

static int64_t convex(const struct weight_figures *w, int minutes)
{
    int64_t points = 0;
    if (minutes > w->short_1_minutes)
        points += (int64_t)w->short_1 * (minutes - w->short_1_minutes);
    if (minutes > w->short_2_minutes)
        points += (int64_t)w->short_2 * (minutes - w->short_2_minutes);
    return points;
}

int64_t shortage_points(const struct problem *p, int client, int minutes)
{
    int before = p->clients[client].short_before;
    return convex(&p->weight, before + minutes) - convex(&p->weight, before);
}

static int unmet(const struct problem *p, const struct roster *r, int request)
{
    int option = roster_option(p, r, request);
    int delivered = option != NONE             ? p->options[option].delivered
                    : roster_serves(r, request) ? r->visits[request].minutes
                                                : 0;
    int minutes = p->requests[request].minutes - delivered;
    return minutes > 0 ? minutes : 0;
}

void check_rights(struct judgement *j)
{
    const struct problem *p = j->problem;
    int *short_of = NEW_ARRAY(j->arena, int, p->n_clients + 1);
    int64_t points = 0;
    for (int r = 0; r < p->n_requests; r++) {
        const struct request *q = &p->requests[r];
        int minutes = unmet(p, j->roster, r);
        points += (int64_t)q->rights * minutes;
        if (q->assessed)
            short_of[q->client] += minutes;
    }
    for (int c = 0; c < p->n_clients; c++)
        points += shortage_points(p, c, short_of[c]);
    j->verdict->points[RULE_RIGHTS] = points;
}
