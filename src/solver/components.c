/* Connected components by union-find with path halving (Tarjan and van Leeuwen 1984).
 * Requests come before escorts, and the lesser of two roots stays one, so the root of a
 * component is its first request. */
#include "solver/components.h"

struct forest {
    const struct problem *problem;
    int *up; /* requests, then escorts; a root is its own */
};

static int root_of(const struct forest *f, int x)
{
    while (f->up[x] != x)
        x = f->up[x] = f->up[f->up[x]];
    return x;
}

static void join(struct forest *f, int x, int y)
{
    int a = root_of(f, x), b = root_of(f, y);
    if (a < b)
        f->up[b] = a;
    else
        f->up[a] = b;
}

static int escort_at(const struct forest *f, int escort)
{
    return f->problem->n_requests + escort;
}

static struct forest forest_new(struct arena *a, const struct problem *p)
{
    int n = p->n_requests + p->n_escorts;
    struct forest f = {p, NEW_ARRAY(a, int, n)};
    for (int i = 0; i < n; i++)
        f.up[i] = i;
    return f;
}

static void join_nodes(struct forest *f, const struct net *net)
{
    for (int i = 0; i < net->n_nodes; i++)
        join(f, net->nodes[i].request, escort_at(f, net->nodes[i].escort));
}

/* Join a request to the first one that had the same. */
static void join_first(struct forest *f, int *first, int request)
{
    if (*first == 0)
        *first = 1 + request;
    join(f, *first - 1, request);
}

/* A decision is one client's, so that a grant joins no others. */
static void join_clients(struct arena *scratch, struct forest *f)
{
    const struct problem *p = f->problem;
    int *first = NEW_ARRAY(scratch, int, p->n_clients);
    for (int r = 0; r < p->n_requests; r++)
        join_first(f, &first[p->requests[r].client], r);
}

static void join_sessions(struct arena *scratch, struct forest *f)
{
    const struct problem *p = f->problem;
    int *first = NEW_ARRAY(scratch, int, p->n_sessions);
    for (int r = 0; r < p->n_requests; r++) {
        const struct request *q = &p->requests[r];
        for (int k = 0; k < q->n_alternatives; k++)
            if (q->alternatives[k].session)
                join_first(f, &first[q->alternatives[k].session - 1], r);
    }
}

static void join_links(struct forest *f)
{
    const struct problem *p = f->problem;
    for (int i = 0; i < p->n_links; i++)
        join(f, p->links[i].first, p->links[i].second);
}

/* By root: 1 + its component; 0 where there is no node. */
static int *number_roots(struct arena *scratch, const struct forest *f,
                         const struct net *net, int *n)
{
    const struct problem *p = f->problem;
    int *number = NEW_ARRAY(scratch, int, p->n_requests + p->n_escorts);
    for (int r = 0; r < p->n_requests; r++)
        if (net->first[r] < net->first[r + 1])
            number[root_of(f, r)] = 1;
    for (int r = 0; r < p->n_requests; r++)
        if (number[r])
            number[r] = ++*n;
    return number;
}

/* The components of so many things from `from` on; *idle: one of them has none. */
static const int *numbered(struct arena *a, const struct forest *f, const int *number,
                           int from, int n_things, int n, bool *idle)
{
    int *of = NEW_ARRAY(a, int, n_things);
    for (int i = 0; i < n_things; i++) {
        int component = number[root_of(f, from + i)];
        *idle |= component == 0;
        of[i] = component ? component - 1 : n;
    }
    return of;
}

const struct components *components_of(struct arena *a, const struct net *net)
{
    struct components *c = NEW(a, struct components);
    struct arena *scratch = arena_new();
    const struct problem *p = net->problem;
    struct forest f = forest_new(scratch, p);
    bool idle = false;
    join_nodes(&f, net);
    join_clients(scratch, &f);
    join_sessions(scratch, &f);
    join_links(&f);
    int n = 0;
    const int *number = number_roots(scratch, &f, net, &n);
    c->of_request = numbered(a, &f, number, 0, p->n_requests, n, &idle);
    c->of_escort = numbered(a, &f, number, p->n_requests, p->n_escorts, n, &idle);
    c->idle = idle ? n : NONE;
    c->n = n + idle;
    arena_free(scratch);
    return c;
}

const struct part *component_part(struct arena *a, const struct problem *whole,
                                  const struct components *c, int component)
{
    struct arena *scratch = arena_new();
    bool *requests = NEW_ARRAY(scratch, bool, whole->n_requests);
    bool *escorts = NEW_ARRAY(scratch, bool, whole->n_escorts);
    for (int r = 0; r < whole->n_requests; r++)
        requests[r] = c->of_request[r] == component;
    for (int e = 0; e < whole->n_escorts; e++)
        escorts[e] = c->of_escort[e] == component;
    const struct part *part = part_of(a, whole, requests, escorts);
    arena_free(scratch);
    return part;
}
