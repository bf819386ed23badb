/* A group grows from one escort along requests: those who could take over what the group
 * has, and those who have what the group could take over, are near it, the nearer the fewer
 * others could. Whoever shares a visit with one of the group, or is in step with it, comes
 * along. */
#include "solver/groups.h"

#include <string.h>

/* ---- who could serve what -------------------------------------------------------- */

static void index_pairs(struct arena *a, struct groups *h)
{
    const struct net *net = h->net;
    const struct problem *p = net->problem;
    struct arena *scratch = arena_new();
    int *seen = NEW_ARRAY(scratch, int, p->n_escorts + 1); /* 1 + request */
    int n = 0, room = 0;
    h->first_escort = NEW_ARRAY(a, int, p->n_requests + 1);
    h->first_request = NEW_ARRAY(a, int, p->n_escorts + 2);
    for (int r = 0; r < p->n_requests; r++) {
        h->first_escort[r] = n;
        for (int i = net->first[r]; i < net->first[r + 1]; i++) {
            int e = net->nodes[i].escort;
            if (seen[e] == r + 1)
                continue;
            seen[e] = r + 1;
            ARENA_PUSH(a, h->escorts, n, room, e);
            h->first_request[e + 1]++;
        }
    }
    h->first_escort[p->n_requests] = n;
    for (int e = 0; e < p->n_escorts; e++)
        h->first_request[e + 1] += h->first_request[e];
    h->requests = NEW_ARRAY(a, int, n + 1);
    int *next = NEW_ARRAY(scratch, int, p->n_escorts + 1);
    memcpy(next, h->first_request, (size_t)p->n_escorts * sizeof *next);
    for (int r = 0; r < p->n_requests; r++)
        for (int i = h->first_escort[r]; i < h->first_escort[r + 1]; i++)
            h->requests[next[h->escorts[i]]++] = r;
    arena_free(scratch);
}

struct groups *groups_new(struct arena *a, struct net *net, uint64_t seed)
{
    struct groups *h = NEW(a, struct groups);
    h->net = net;
    h->turn = NEW_ARRAY(a, int, net->problem->n_escorts + 1);
    chance_seed(&h->chance, seed ^ UINT64_C(0x6e656967));
    index_pairs(a, h);
    return h;
}

/* ---- choosing a group -------------------------------------------------------------- */

struct choosing {
    struct groups *h;
    const struct roster *best;
    const int *first_served, *served; /* by escort: requests in the roster */
    bool *taken;                      /* by escort: in this or another group of the round */
    bool *client_taken, *session_taken;
    double *near;                     /* by escort: how much they share with the group */
    struct group *group;
};

static int n_eligible(const struct groups *h, int request)
{
    return h->first_escort[request + 1] - h->first_escort[request];
}

/* The group's own requests bring those who could take them over, and what the newcomer
 * could take over brings those who have it. */
static void bring_near(struct choosing *c, int escort)
{
    const struct groups *h = c->h;
    for (int i = c->first_served[escort]; i < c->first_served[escort + 1]; i++) {
        int r = c->served[i];
        for (int k = h->first_escort[r]; k < h->first_escort[r + 1]; k++)
            c->near[h->escorts[k]] += 1.0 / n_eligible(h, r);
    }
    for (int i = h->first_request[escort]; i < h->first_request[escort + 1]; i++) {
        int r = h->requests[i];
        const struct visit *v = &c->best->visits[r];
        for (int k = 0; k < v->n_escorts; k++)
            c->near[v->escorts[k]] += 1.0 / n_eligible(h, r);
        for (int k = h->first_escort[r]; v->n_escorts == 0 && k < h->first_escort[r + 1]; k++)
            c->near[h->escorts[k]] += 0.3 / n_eligible(h, r);
    }
}

static bool take_escort(struct choosing *c, int escort);

/* All who carry it out, and its partner in step. False if another group has one. */
static bool take_request(struct choosing *c, int request)
{
    const struct problem *p = c->h->net->problem;
    const struct visit *v = &c->best->visits[request];
    int link = p->requests[request].link;
    if (c->group->requests[request])
        return true;
    if (c->client_taken[p->requests[request].client] ||
        (v->session && c->session_taken[v->session - 1]))
        return false;
    c->group->requests[request] = true;
    c->group->n_requests++;
    for (int k = 0; k < v->n_escorts; k++)
        if (!take_escort(c, v->escorts[k]))
            return false;
    return link == NONE || (take_request(c, p->links[link].first) &&
                            take_request(c, p->links[link].second));
}

static bool take_escort(struct choosing *c, int escort)
{
    if (c->group->escorts[escort])
        return true;
    if (c->taken[escort])
        return false;
    c->group->escorts[escort] = c->taken[escort] = true;
    c->group->n_escorts++;
    bring_near(c, escort);
    for (int i = c->first_served[escort]; i < c->first_served[escort + 1]; i++)
        if (!take_request(c, c->served[i]))
            return false;
    return true;
}

static int nearest(const struct choosing *c)
{
    int best = NONE;
    double most = 0;
    for (int e = 0; e < c->h->net->problem->n_escorts; e++) {
        double near = c->taken[e] || c->near[e] == 0
                          ? 0
                          : c->near[e] * (0.4 + chance_share(&c->h->chance));
        if (near > most) {
            most = near;
            best = e;
        }
    }
    return best;
}

/* Those whose turn is longest ago first, chance between equals. */
static int begin_with(const struct choosing *c)
{
    int best = NONE, n = c->h->net->problem->n_escorts, from = chance_below(&c->h->chance, n);
    for (int i = 0; i < n; i++) {
        int e = (from + i) % n;
        if (!c->taken[e] && c->h->first_request[e] < c->h->first_request[e + 1] &&
            (best == NONE || c->h->turn[e] < c->h->turn[best]))
            best = e;
    }
    return best;
}

/* What nobody serves, if the group could. */
static void take_unserved(struct choosing *c)
{
    const struct groups *h = c->h;
    const struct problem *p = h->net->problem;
    for (int r = 0; r < p->n_requests; r++) {
        int able = 0, link = p->requests[r].link;
        if (c->best->visits[r].n_escorts > 0 || c->client_taken[p->requests[r].client])
            continue;
        for (int k = h->first_escort[r]; k < h->first_escort[r + 1]; k++)
            able += c->group->escorts[h->escorts[k]];
        if (able < p->requests[r].needed || able == 0)
            continue;
        if (link == NONE || (c->best->visits[p->links[link].first].n_escorts == 0 &&
                             c->best->visits[p->links[link].second].n_escorts == 0 &&
                             !c->client_taken[p->requests[p->links[link].first].client] &&
                             !c->client_taken[p->requests[p->links[link].second].client])) {
            c->group->requests[r] = true;
            if (link != NONE)
                c->group->requests[p->links[link].first] =
                    c->group->requests[p->links[link].second] = true;
        }
    }
}

static void close_group(struct choosing *c)
{
    const struct problem *p = c->h->net->problem;
    for (int r = 0; r < p->n_requests; r++)
        if (c->group->requests[r]) {
            c->client_taken[p->requests[r].client] = true;
            for (int k = 0; k < p->requests[r].n_alternatives; k++)
                if (p->requests[r].alternatives[k].session)
                    c->session_taken[p->requests[r].alternatives[k].session - 1] = true;
        }
    for (int e = 0; e < p->n_escorts; e++)
        if (c->group->escorts[e])
            c->h->turn[e]++;
}

/* False if there is nobody left, or the group would need somebody of another. */
static bool choose(struct arena *a, struct choosing *c, int size, struct group *g)
{
    const struct problem *p = c->h->net->problem;
    *g = (struct group){.escorts = NEW_ARRAY(a, bool, p->n_escorts + 1),
                        .requests = NEW_ARRAY(a, bool, p->n_requests + 1)};
    c->group = g;
    memset(c->near, 0, (size_t)p->n_escorts * sizeof *c->near);
    int e = begin_with(c);
    if (e == NONE || !take_escort(c, e))
        return false;
    while (g->n_requests < size && g->n_escorts < size && (e = nearest(c)) != NONE)
        if (!take_escort(c, e))
            return false;
    take_unserved(c);
    close_group(c);
    return true;
}

static void lay_out(struct arena *a, const struct problem *p, const struct roster *best,
                    struct choosing *c)
{
    int *first = NEW_ARRAY(a, int, p->n_escorts + 2), *next;
    int n = 0;
    for (int r = 0; r < p->n_requests; r++)
        for (int k = 0; k < best->visits[r].n_escorts; k++, n++)
            first[best->visits[r].escorts[k] + 1]++;
    for (int e = 0; e < p->n_escorts; e++)
        first[e + 1] += first[e];
    int *served = NEW_ARRAY(a, int, n + 1);
    next = NEW_ARRAY(a, int, p->n_escorts + 1);
    memcpy(next, first, (size_t)p->n_escorts * sizeof *next);
    for (int r = 0; r < p->n_requests; r++)
        for (int k = 0; k < best->visits[r].n_escorts; k++)
            served[next[best->visits[r].escorts[k]]++] = r;
    c->first_served = first;
    c->served = served;
    c->best = best;
    c->taken = NEW_ARRAY(a, bool, p->n_escorts + 1);
    c->client_taken = NEW_ARRAY(a, bool, p->n_clients + 1);
    c->session_taken = NEW_ARRAY(a, bool, p->n_sessions + 1);
    c->near = NEW_ARRAY(a, double, p->n_escorts + 1);
}

int groups_choose(struct arena *a, struct groups *g, const struct roster *r, int size, int most,
                  struct group *out)
{
    struct arena *scratch = arena_new();
    struct choosing c = {.h = g};
    int n = 0;
    lay_out(scratch, g->net->problem, r, &c);
    while (n < most && choose(a, &c, size, &out[n]))
        n++;
    arena_free(scratch);
    return n;
}

/* With nobody in another group there is nothing that could fail. */
struct group groups_around(struct arena *a, struct groups *g, const struct roster *r,
                           int request, int first, int size)
{
    struct arena *scratch = arena_new();
    const struct problem *p = g->net->problem;
    struct choosing c = {.h = g};
    struct group out = {.escorts = NEW_ARRAY(a, bool, p->n_escorts + 1),
                        .requests = NEW_ARRAY(a, bool, p->n_requests + 1)};
    int e;
    lay_out(scratch, p, r, &c);
    c.group = &out;
    c.near = NEW_ARRAY(scratch, double, p->n_escorts + 1);
    take_request(&c, request);
    if (first != NONE)
        take_escort(&c, first);
    for (int k = g->first_escort[request]; k < g->first_escort[request + 1]; k++)
        if (out.n_requests < size && out.n_escorts < size)
            take_escort(&c, g->escorts[k]);
    while (out.n_requests < size && out.n_escorts < size && (e = nearest(&c)) != NONE)
        take_escort(&c, e);
    take_unserved(&c);
    arena_free(scratch);
    return out;
}

const struct part *group_part(struct arena *a, const struct groups *g, const struct group *x,
                              const struct roster *r)
{
    return part_beside(a, g->net->problem, x->requests, x->escorts, r);
}
