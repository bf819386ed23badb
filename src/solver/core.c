/* Most requests are never in question: somebody free can always take them. Leave
 * all of them out, as if they were served by people who are in nobody's way, and
 * what remains is a relaxation of tier 1. The core starts with the requests that
 * the best roster leaves short and grows along the escorts who could serve them to
 * other requests that have few escorts to choose from, until its optimum is no
 * better than the roster: then tier 1 is proved, and every request outside the
 * core whose minutes weigh anything must be served in full in any roster as good,
 * since they would come on top of the core's. */
#include "solver/core.h"

#include <string.h>

struct core {
    const struct net *net;
    bool *in;          /* by request */
    int n;
    const int *escorts; /* by request: how many could serve it */
};

static const int *count_escorts(struct arena *a, const struct net *net)
{
    const struct problem *p = net->problem;
    int *count = NEW_ARRAY(a, int, p->n_requests + 1);
    int *seen = NEW_ARRAY(a, int, p->n_escorts + 1); /* request + 1 */
    for (int n = 0; n < net->n_nodes; n++) {
        const struct node *x = &net->nodes[n];
        if (seen[x->escort] != x->request + 1)
            count[x->request]++;
        seen[x->escort] = x->request + 1;
    }
    return count;
}

static void take_in(struct core *c, int request)
{
    if (c->in[request] || c->net->longest[request] == 0)
        return;
    c->in[request] = true;
    c->n++;
}

/* Those that the roster leaves short although something could be done. */
static void begin(struct core *c, const struct roster *best)
{
    for (int r = 0; r < c->net->problem->n_requests; r++) {
        int option = roster_option(c->net->problem, best, r);
        int minutes = option == NONE ? 0 : c->net->problem->options[option].delivered;
        if (minutes < c->net->longest[r])
            take_in(c, r);
    }
}

/* One step along escorts, decisions and pairs in step. */
static bool grow(struct core *c, int most_escorts)
{
    const struct net *net = c->net;
    const struct problem *p = net->problem;
    struct arena *scratch = arena_new();
    bool *escort = NEW_ARRAY(scratch, bool, p->n_escorts + 1);
    bool *client = NEW_ARRAY(scratch, bool, p->n_clients + 1);
    int before = c->n;
    for (int n = 0; n < net->n_nodes; n++)
        if (c->in[net->nodes[n].request])
            escort[net->nodes[n].escort] = true;
    for (int r = 0; r < p->n_requests; r++)
        if (c->in[r])
            client[p->requests[r].client] = true;
    for (int n = 0; n < net->n_nodes; n++)
        if (escort[net->nodes[n].escort] &&
            c->escorts[net->nodes[n].request] <= most_escorts)
            take_in(c, net->nodes[n].request);
    for (int r = 0; r < p->n_requests; r++) {
        int link = p->requests[r].link;
        if (client[p->requests[r].client] ||
            (link != NONE &&
             (c->in[p->links[link].first] || c->in[p->links[link].second])))
            take_in(c, r);
    }
    arena_free(scratch);
    return c->n > before;
}

static enum stance *stance_of(struct arena *a, const struct core *c)
{
    int n = c->net->problem->n_requests;
    enum stance *stance = NEW_ARRAY(a, enum stance, n + 1);
    for (int r = 0; r < n; r++)
        stance[r] = c->in[r] ? STANCE_FREE : STANCE_GIVEN;
    return stance;
}

enum stance *core_stance(struct arena *a, const struct net *net, const struct roster *best,
                         int most_escorts, int *n)
{
    struct arena *scratch = arena_new();
    struct core c = {.net = net,
                     .in = NEW_ARRAY(scratch, bool, net->problem->n_requests + 1),
                     .escorts = count_escorts(scratch, net)};
    begin(&c, best);
    while (grow(&c, most_escorts))
        continue;
    enum stance *stance = stance_of(a, &c);
    *n = c.n;
    arena_free(scratch);
    return stance;
}

static enum status ask(struct arena *a, const struct core *c,
                       const struct exact_limits *limits,
                       struct tier_result *rights, struct roster **better,
                       struct faults *f)
{
    struct net *focus = net_focus(a, c->net, stance_of(a, c), NULL);
    struct formulation *formulation = exact_formulation(a, focus, TIER_RIGHTS, limits);
    *better = NULL;
    return formulation
               ? exact_tier(a, formulation, 0, limits, rights, better, f)
               : STATUS_OK;
}

enum status core_prove(struct arena *a, const struct net *net,
                       const struct roster *best, const struct exact_limits *limits,
                       struct tier_result *rights, struct roster **better,
                       enum stance *stance, struct faults *f)
{
    static const int widths[] = {1, 2, 3, 5, 8, 16};
    int n = net->problem->n_requests, servable = 0;
    struct core c = {.net = net,
                     .in = NEW_ARRAY(a, bool, n + 1),
                     .escorts = count_escorts(a, net)};
    begin(&c, best);
    *better = NULL;
    for (int r = 0; r < n; r++)
        servable += net->longest[r] > 0;
    for (size_t i = 0; i < sizeof widths / sizeof *widths; i++) {
        if (rights->bound >= rights->value || exact_over(limits))
            break;
        int before = c.n;
        while (grow(&c, widths[i]))
            continue;
        if (i > 0 && c.n == before)
            continue;
        struct arena *scratch = arena_new();
        struct roster *found;
        enum status status = ask(scratch, &c, limits, rights, &found, f);
        if (found && c.n == servable)
            *better = roster_copy(a, found);
        arena_free(scratch);
        TRY(status);
    }
    for (int r = 0; r < n; r++)
        stance[r] = rights->bound >= rights->value && !c.in[r] &&
                            net->longest[r] > 0 &&
                            net->problem->requests[r].rights > 0
                        ? STANCE_MUST
                        : STANCE_FREE;
    return STATUS_OK;
}
