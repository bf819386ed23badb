#include "model/weigh.h"

#define COPY(a, list, n) arena_grow(a, list, (size_t)(n), (size_t)(n) + 1, sizeof *(list))

/* What buys rights, and what tells of changes, stays. */
static struct weight_figures change_weights(const struct weight_figures *w)
{
    struct weight_figures only = {0};
    only.rights_lss = w->rights_lss;
    only.rights_sol = w->rights_sol;
    only.rights_sol_extra = w->rights_sol_extra;
    only.rights_open = w->rights_open;
    only.urgent_percent = w->urgent_percent;
    only.low_percent = w->low_percent;
    only.short_1_minutes = w->short_1_minutes;
    only.short_1 = w->short_1;
    only.short_2_minutes = w->short_2_minutes;
    only.short_2 = w->short_2;
    only.change_early = w->change_early;
    only.change_notice = w->change_notice;
    only.change_shifted = w->change_shifted;
    return only;
}

/* Points of an option and explicit points were counted when the week was frozen. */
const struct problem *problem_change_alone(struct arena *a, const struct problem *p)
{
    struct problem *only = NEW(a, struct problem);
    struct option *options = COPY(a, p->options, p->n_options);
    struct request *requests = COPY(a, p->requests, p->n_requests);
    *only = *p;
    only->weight = change_weights(&p->weight);
    for (int i = 0; i < p->n_options; i++)
        options[i].points = 0;
    for (int i = 0; i < p->n_requests; i++)
        requests[i].n_extra = 0;
    only->options = options;
    only->requests = requests;
    return only;
}

const struct problem *problem_change_times(struct arena *a, const struct problem *p, int times)
{
    struct problem *more = NEW(a, struct problem);
    *more = *p;
    more->weight.change_early *= times;
    more->weight.change_notice *= times;
    more->weight.change_shifted *= times;
    return more;
}

/* ---- what is held ---- */

/* A minute of it against any other. */
enum { HELD_TIMES = 1000 };

static bool anything_held(const struct problem *p, int *dearest)
{
    bool any = false;
    *dearest = 1;
    for (int i = 0; i < p->n_requests; i++) {
        any |= p->requests[i].held;
        if (p->requests[i].rights > *dearest)
            *dearest = p->requests[i].rights;
    }
    return any;
}

const struct problem *problem_hold(struct arena *a, const struct problem *p)
{
    int dearest;
    if (!anything_held(p, &dearest))
        return p;
    struct problem *held = NEW(a, struct problem);
    struct request *requests = COPY(a, p->requests, p->n_requests);
    struct client *clients = COPY(a, p->clients, p->n_clients);
    for (int i = 0; i < p->n_requests; i++) {
        struct request *q = &requests[i];
        int delivered = q->n_options > 0 ? p->options[q->first_option].delivered : 0;
        if (!q->held)
            continue;
        if (q->assessed)
            clients[q->client].short_before += q->minutes - delivered;
        q->minutes = delivered;
        q->rights = HELD_TIMES * dearest;
    }
    *held = *p;
    held->requests = requests;
    held->clients = clients;
    return held;
}

/* ---- weights of another kind ---- */

/* What rights weigh was counted when the week was frozen. */
static void rights_forget(struct problem *only, struct request *requests)
{
    for (int i = 0; i < only->n_requests; i++)
        requests[i].rights = 0;
    only->weight.rights_lss = only->weight.rights_sol = 0;
    only->weight.rights_sol_extra = only->weight.rights_open = 0;
    only->weight.short_1 = only->weight.short_2 = 0;
}

const struct problem *problem_weighed(struct arena *a, const struct problem *p,
                                      const struct weighing *w)
{
    struct problem *only = NEW(a, struct problem);
    struct option *options = COPY(a, p->options, p->n_options);
    struct request *requests = COPY(a, p->requests, p->n_requests);
    *only = *p;
    only->weight = w->weight;
    for (int i = 0; i < p->n_options; i++)
        options[i].points = w->times * p->options[i].points - w->delivered * options[i].delivered;
    for (int i = 0; i < p->n_requests; i++)
        requests[i].n_extra = 0;
    if (w->delivered > 0)
        rights_forget(only, requests);
    only->options = options;
    only->requests = requests;
    return only;
}
