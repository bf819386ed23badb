/* A plan before the rules: the same functions that judge a roster's week. */
#include "solver/plan.h"

#include "solver/twin.h"

#include <stdlib.h>
#include <string.h>

static int by_start(const void *x, const void *y, void *net)
{
    const struct node *a = &((const struct net *)net)->nodes[*(const int *)x],
                      *b = &((const struct net *)net)->nodes[*(const int *)y];
    return a->start != b->start ? a->start - b->start : a->request - b->request;
}

/* The week that the nodes make; a session is one duty however many clients it has. */
static struct escort_week week_of(struct arena *a, const struct net *net, int escort,
                                  const int *nodes, int n)
{
    struct escort_week w = net->weeks[escort];
    struct duty *duties = NEW_ARRAY(a, struct duty, n + 1);
    int *order = NEW_ARRAY(a, int, n + 1);
    if (n > 0)
        memcpy(order, nodes, (size_t)n * sizeof *order);
    qsort_r(order, (size_t)n, sizeof *order, by_start, (void *)(uintptr_t)net);
    for (int i = 0; i < n; i++) {
        struct duty d = node_duty(&net->nodes[order[i]]);
        if (d.session && w.n > 0 && duties[w.n - 1].session == d.session)
            duties[w.n - 1].members++;
        else
            duties[w.n++] = d;
    }
    w.duties = duties;
    return w;
}

bool plan_lawful(const struct net *net, int escort, const int *nodes, int n)
{
    struct arena *scratch = arena_new();
    struct escort_week w = week_of(scratch, net, escort, nodes, n);
    bool lawful = week_lawful(net->problem, &w);
    arena_free(scratch);
    return lawful;
}

int64_t plan_points(const struct net *net, int escort, const int *nodes, int n)
{
    const struct problem *p = net->problem;
    struct arena *scratch = arena_new();
    struct escort_week w = week_of(scratch, net, escort, nodes, n);
    int64_t points = escort_soft_points(p, &w);
    for (int i = 0; i < n; i++) {
        const struct node *x = &net->nodes[nodes[i]];
        int client = p->requests[x->request].client, k = 0;
        while (k < i && p->requests[net->nodes[nodes[k]].request].client != client)
            k++;
        points += x->points + (k == i ? face_points(p, client, escort) : 0);
    }
    arena_free(scratch);
    return points;
}

static int node_of(const struct net *net, const struct roster *r, int request, int escort)
{
    int option = roster_option(net->problem, r, request);
    for (int n = option == NONE ? 0 : net->of_option[option];
         option != NONE && n < net->of_option[option + 1]; n++)
        if (net->nodes[n].escort == escort)
            return n;
    return NONE;
}

struct plan plan_of_roster(struct arena *a, const struct net *net, int escort,
                           const struct roster *r)
{
    const struct problem *p = net->problem;
    int *nodes = NEW_ARRAY(a, int, p->n_requests + 1), n = 0;
    for (int q = 0; q < p->n_requests; q++)
        for (int i = 0; i < r->visits[q].n_escorts; i++) {
            int node = r->visits[q].escorts[i] == escort ? node_of(net, r, q, escort) : NONE;
            if (node != NONE)
                nodes[n++] = node;
        }
    qsort_r(nodes, (size_t)n, sizeof *nodes, by_start, (void *)(uintptr_t)net);
    return (struct plan){escort, n, nodes, plan_points(net, escort, nodes, n)};
}
