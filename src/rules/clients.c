/* CLIENTS. A contractor has few clients: those met within 84 days and this week's
 * together should be no more than the unit's figure. Only outings of one client count;
 * a group is no assignment. Who was met lately is not met anew. */
#include "rules/rule.h"

int clients_room(const struct problem *p, int escort)
{
    const struct escort *e = &p->escorts[escort];
    if (escort_employed(e) || p->rule.contractor_clients == 0)
        return NONE;
    int room = p->rule.contractor_clients;
    for (int i = 0; i < e->n_met; i++)
        room -= e->met[i].lately;
    return room > 0 ? room : 0;
}

bool client_is_new(const struct problem *p, int client, int escort)
{
    const struct met *met = escort_met(&p->escorts[escort], client);
    return !met || !met->lately;
}

/* Does an outing before duty i have the same client? */
static bool met_before(const struct problem *p, const struct escort_week *w, int i)
{
    int client = p->requests[w->duties[i].request].client;
    for (int k = 0; k < i; k++)
        if (!w->duties[k].session &&
            p->requests[w->duties[k].request].client == client)
            return true;
    return false;
}

int64_t clients_of(const struct problem *p, const struct escort_week *w,
                   struct judgement *j)
{
    (void)j;
    if (w->n == 0 || p->weight.client_over == 0)
        return 0;
    int room = clients_room(p, w->escort), over = -room;
    if (room == NONE || w->n <= room)
        return 0;
    for (int i = 0; i < w->n; i++) {
        const struct duty *d = &w->duties[i];
        over += !d->session && !met_before(p, w, i) &&
                client_is_new(p, p->requests[d->request].client, w->escort);
    }
    return over > 0 ? (int64_t)over * p->weight.client_over : 0;
}

void check_clients(struct judgement *j)
{
    judge_each_escort(j, RULE_CLIENTS, clients_of);
}
