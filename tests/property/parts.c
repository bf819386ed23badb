/* A problem cut in two at random, where no client, session or link is cut, and one half
 * cut again: whatever the roster, lawful or not, the parts' verdicts together are the
 * whole's, every question about a pair has the same answer, and the parts' rosters make
 * the whole's again. Components are such a cut, and their nodes are all there are. */
#include "property.h"

#include "solver/components.h"
#include "unit/parted.h"

enum { CUTS = 4 };

static void cut_in_two(struct trial *t, const struct problem *p, bool again)
{
    struct sides s = sides_drawn(t->arena, p, &t->chance);
    const struct roster *r = roster_drawn(t->arena, p, &s, &t->chance);
    const struct part *parts[2];
    for (int k = 0; k < 2; k++) {
        parts[k] = part_of(t->arena, p, s.requests[k], s.escorts[k]);
        complain(t, parted_answers_alike(p, parts[k]), "something is otherwise in a part");
    }
    const char *wrong = parted_verdict(t->arena, p, r, parts, 2);
    complain(t, !wrong, "%s of the parts is not the whole's", wrong ? wrong : "");
    complain(t, parted_roster_is_whole(t->arena, p, r, parts, 2),
             "the parts' rosters are not the whole's");
    if (again)
        cut_in_two(t, parts[0]->problem, false);
}

static bool joined(const struct net *net, const struct components *c)
{
    const struct problem *p = net->problem;
    for (int i = 0; i < net->n_nodes; i++)
        if (c->of_request[net->nodes[i].request] != c->of_escort[net->nodes[i].escort])
            return false;
    for (int r = 0; r < p->n_requests; r++)
        for (int q = 0; q < r; q++)
            if (c->of_request[r] != c->of_request[q] &&
                belong_together(&p->requests[r], &p->requests[q]))
                return false;
    return true;
}

static void compare_components(struct trial *t)
{
    const struct net *net = net_new(t->arena, t->problem);
    const struct components *c = components_of(t->arena, net);
    int nodes = 0;
    complain(t, joined(net, c), "a component leaves out what belongs to it");
    for (int i = 0; i < c->n; i++) {
        const struct part *part = component_part(t->arena, t->problem, c, i);
        int n = net_new(t->arena, part->problem)->n_nodes;
        complain(t, (n == 0) == (i == c->idle), "component %d is idle or not", i);
        nodes += n;
    }
    complain(t, nodes == net->n_nodes, "the components have %d nodes of %d", nodes,
             net->n_nodes);
}

void property_parts(struct trial *t)
{
    for (int i = 0; i < CUTS; i++)
        cut_in_two(t, t->problem, true);
    compare_components(t);
}
