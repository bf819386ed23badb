/* Best insertion with blinks (Christiaens and Vanden Berghe 2020, SISR): a place
 * is skipped now and then, so that the same hole is not always filled alike. Among
 * equally good places the first, the last or any is taken, as drawn for the round:
 * visits pushed to one side leave the longest gaps. */
#include "solver/recreate.h"

#include <stdlib.h>

static int by_floor(const void *x, const void *y, void *floors)
{
    const int64_t *floor = floors;
    int a = *(const int *)x, b = *(const int *)y;
    return floor[a] != floor[b] ? (floor[a] > floor[b]) - (floor[a] < floor[b])
                                : a - b;
}

/* Points by which shorter is worse, in steering terms. */
static int64_t length_loss(const struct placer *k, const struct option *o)
{
    const struct request *q = &k->twin->problem->requests[o->request];
    return k->steering * q->rights * (q->minutes - o->delivered);
}

/* A visit must be worth far more in tier 1 than it can cost in tier 2, on whatever
 * scale the points are. */
static int64_t steering_weight(const struct net *net)
{
    const struct problem *p = net->problem;
    int64_t dearest = 0, rights = 1;
    for (int n = 0; n < net->n_nodes; n++) {
        int64_t points = llabs(net->nodes[n].points);
        if (points > dearest)
            dearest = points;
    }
    for (int r = 0; r < p->n_requests; r++)
        rights += (int64_t)p->requests[r].rights * p->requests[r].minutes;
    int64_t mean = rights / (p->n_requests + 1) + 1;
    int64_t weight = 4 * dearest / mean;
    return weight > STEERING_LEAST ? weight : STEERING_LEAST;
}

struct placer *placer_new(struct arena *a, struct twin *t, struct chance *c)
{
    const struct net *net = t->net;
    const struct problem *p = net->problem;
    struct placer *k = NEW(a, struct placer);
    int widest = 0;
    k->twin = t;
    k->chance = c;
    k->steering = steering_weight(net);
    k->ready = NEW_ARRAY(a, bool, p->n_requests + 1);
    k->order = NEW_ARRAY(a, int, net->n_nodes + 1);
    k->floor = NEW_ARRAY(a, int64_t, net->n_nodes + 1);
    for (int r = 0; r < p->n_requests; r++) {
        int n = net->first[r + 1] - net->first[r];
        if (n > widest)
            widest = n;
    }
    k->price = NEW_ARRAY(a, int64_t, widest + 1);
    for (int e = 0; e < p->n_escorts; e++) {
        if (p->escorts[e].contract_minutes != NONE)
            k->contract_slack = p->weight.contract_under_minute;
        if (escort_employed(&p->escorts[e]))
            k->split_slack = p->weight.split_day;
    }
    return k;
}

/* ---- one escort ---------------------------------------------------------- */

struct best {
    int64_t cost;
    int node, ties;
};

/* Millions of nodes take long, and a roster must be there soon. */
static void make_ready(struct placer *k, int request)
{
    const struct net *net = k->twin->net;
    const struct problem *p = net->problem;
    int from = net->first[request], to = net->first[request + 1];
    for (int n = from; n < to; n++) {
        const struct node *x = &net->nodes[n];
        const struct option *o = &p->options[x->option];
        struct duty d = node_duty(x);
        k->order[n] = n;
        k->floor[n] = x->points + o->points + length_loss(k, o) +
                      (x->session ? 0 : duty_points(p, x->escort, &d)) +
                      face_points(p, p->requests[request].client, x->escort);
    }
    qsort_r(k->order + from, (size_t)(to - from), sizeof *k->order, by_floor, k->floor);
    k->ready[request] = true;
}

/* Is the nth of equally good places the one? */
static bool takes_tie(struct placer *k, int nth)
{
    return nth == 1 || k->ties == TIE_LAST ||
           (k->ties == TIE_ANY && chance_one_in(k->chance, nth));
}

static void consider(struct placer *k, struct best *b, int node)
{
    const struct node *n = &k->twin->net->nodes[node];
    const struct problem *p = k->twin->problem;
    if ((k->blink && chance_one_in(k->chance, k->blink)) ||
        !twin_admits(k->twin, n->option))
        return;
    int64_t option = p->options[n->option].points +
                     length_loss(k, &p->options[n->option]);
    /* Where what is delivered counts as points, those of an option are below 0. */
    int64_t limit = b->cost == TWIN_FORBIDDEN ? TWIN_FORBIDDEN : b->cost - option;
    int64_t price = twin_price(k->twin, n, limit);
    if (price == TWIN_FORBIDDEN)
        return;
    int64_t cost = price + option;
    b->ties = cost < b->cost ? 1 : b->ties + 1;
    if (takes_tie(k, b->ties)) {
        b->cost = cost;
        b->node = node;
    }
}

static bool place_one(struct placer *k, int request, int64_t *cost)
{
    struct twin *t = k->twin;
    const struct net *net = t->net;
    const struct problem *p = t->problem;
    struct best b = {TWIN_FORBIDDEN, NONE, 0};
    int client = p->requests[request].client;
    int64_t slack =
        k->contract_slack * p->requests[request].minutes + k->split_slack;
    int i = net->first[request];
    if (!k->ready[request])
        make_ready(k, request);
    for (; i < net->first[request + 1]; i++) {
        if (b.node != NONE && k->floor[k->order[i]] - slack > b.cost)
            break;
        consider(k, &b, k->order[i]);
    }
    /* A face already met this week costs less than its floor said. */
    for (; i < net->first[request + 1]; i++) {
        const struct node *n = &net->nodes[k->order[i]];
        if (t->meetings[(size_t)client * (size_t)p->n_escorts +
                        (size_t)n->escort])
            consider(k, &b, k->order[i]);
    }
    if (b.node == NONE)
        return false;
    struct held how = {net->nodes[b.node].option, 1, {net->nodes[b.node].escort}};
    twin_insert(t, request, &how);
    *cost = b.cost;
    return true;
}

/* ---- several escorts at once --------------------------------------------- */

static bool holds(const struct held *h, int escort)
{
    for (int i = 0; i < h->n_escorts; i++)
        if (h->escorts[i] == escort)
            return true;
    return false;
}

/* The cheapest team for an option; prices of different escorts do not meet. Those
 * of another visit may be left out. */
static int64_t cheapest_team(struct placer *k, int option,
                             const struct held *without,
                             struct held *team)
{
    struct twin *t = k->twin;
    const struct problem *p = t->problem;
    const struct request *q = &p->requests[p->options[option].request];
    int from = t->net->of_option[option], to = t->net->of_option[option + 1];
    int64_t cost = p->options[option].points + length_loss(k, &p->options[option]);
    *team = (struct held){.option = option};
    if (to - from < q->needed || !twin_admits(t, option))
        return TWIN_FORBIDDEN;
    for (int n = from; n < to; n++) {
        int e = t->net->nodes[n].escort;
        bool skip = (without && holds(without, e)) ||
                    (k->blink && !pin_names(q, e) &&
                     chance_one_in(k->chance, k->blink));
        k->price[n - from] =
            skip ? TWIN_FORBIDDEN : twin_price(t, &t->net->nodes[n], INT64_MAX);
    }
    while (team->n_escorts < q->needed) {
        int best = NONE;
        for (int n = from; n < to; n++) {
            if (k->price[n - from] == TWIN_FORBIDDEN)
                continue;
            bool pinned = pin_names(q, t->net->nodes[n].escort);
            bool best_pinned =
                best != NONE && pin_names(q, t->net->nodes[best].escort);
            if (best == NONE || pinned > best_pinned ||
                (pinned == best_pinned && k->price[n - from] < k->price[best - from]))
                best = n;
        }
        if (best == NONE)
            return TWIN_FORBIDDEN;
        team->escorts[team->n_escorts++] = t->net->nodes[best].escort;
        cost += k->price[best - from];
        k->price[best - from] = TWIN_FORBIDDEN;
    }
    return pin_team_complete(q, team->escorts, team->n_escorts) ? cost
                                                                : TWIN_FORBIDDEN;
}

static bool place_team(struct placer *k, int request, int64_t *cost)
{
    const struct request *q = &k->twin->problem->requests[request];
    struct held best = {.option = NONE};
    int ties = 0;
    *cost = TWIN_FORBIDDEN;
    for (int o = q->first_option; o < q->first_option + q->n_options; o++) {
        struct held team;
        int64_t c = cheapest_team(k, o, NULL, &team);
        if (c == TWIN_FORBIDDEN || c > *cost)
            continue;
        ties = c < *cost ? 1 : ties + 1;
        if (takes_tie(k, ties)) {
            *cost = c;
            best = team;
        }
    }
    if (best.option == NONE)
        return false;
    twin_insert(k->twin, request, &best);
    return true;
}

/* ---- two requests in step ------------------------------------------------ */

/* Put the first one in at an option, then the second at its best fitting option;
 * take both out again. */
static int64_t price_pair(struct placer *k, const struct link *l,
                          const struct held *first, struct held *second)
{
    struct twin *t = k->twin;
    const struct problem *p = t->problem;
    const struct request *q = &p->requests[l->second];
    int64_t best = TWIN_FORBIDDEN;
    int start = p->options[first->option].start;
    twin_insert(t, l->first, first);
    for (int o = q->first_option; o < q->first_option + q->n_options; o++) {
        int gap = p->options[o].start - start;
        struct held team;
        if (gap < l->gap_min || gap > l->gap_max)
            continue;
        int64_t c = cheapest_team(
            k, o, l->same_escort ? NULL : first, &team);
        if (c < best) {
            best = c;
            *second = team;
        }
    }
    twin_remove(t, l->first);
    return best;
}

static bool place_pair(struct placer *k, const struct link *l, int64_t *cost)
{
    struct twin *t = k->twin;
    const struct problem *p = t->problem;
    const struct request *q = &p->requests[l->first];
    struct held best_first = {.option = NONE}, best_second = {.option = NONE};
    int ties = 0;
    *cost = TWIN_FORBIDDEN;
    for (int o = q->first_option; o < q->first_option + q->n_options; o++) {
        /* Every escort of the first, as the cheapest one may be the only one for
         * the second. With several escorts each, only the cheapest team. */
        int from = t->net->of_option[o], to = t->net->of_option[o + 1];
        int tries = q->needed == 1 ? to - from : 1;
        for (int i = 0; i < tries; i++) {
            struct held first, second;
            int64_t c;
            if (q->needed == 1) {
                first = (struct held){o, 1, {t->net->nodes[from + i].escort}};
                c = twin_admits(t, o) ? twin_price(t, &t->net->nodes[from + i],
                                                   INT64_MAX)
                                       : TWIN_FORBIDDEN;
                if (c != TWIN_FORBIDDEN)
                    c += p->options[o].points + length_loss(k, &p->options[o]);
            } else {
                c = cheapest_team(k, o, NULL, &first);
            }
            if (c == TWIN_FORBIDDEN ||
                (k->blink && chance_one_in(k->chance, k->blink)))
                continue;
            int64_t d = price_pair(k, l, &first, &second);
            if (d == TWIN_FORBIDDEN || c + d > *cost)
                continue;
            ties = c + d < *cost ? 1 : ties + 1;
            if (takes_tie(k, ties)) {
                *cost = c + d;
                best_first = first;
                best_second = second;
            }
        }
    }
    if (best_first.option == NONE)
        return false;
    twin_insert(t, l->first, &best_first);
    twin_insert(t, l->second, &best_second);
    return true;
}

bool placer_place(struct placer *k, int request, int64_t *cost)
{
    const struct problem *p = k->twin->problem;
    const struct request *q = &p->requests[request];
    int64_t unused;
    if (!cost)
        cost = &unused;
    if (q->link != NONE)
        return place_pair(k, &p->links[q->link], cost);
    return q->needed > 1 ? place_team(k, request, cost)
                         : place_one(k, request, cost);
}
