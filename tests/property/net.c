/* The net has a node wherever the rules say that an escort may carry a request out by an
 * option, and nowhere else; a first roster that is cut short is a lawful one. */
#include "property.h"

#include "solver/search.h"

static bool node_there(const struct net *net, int option, int escort)
{
    for (int n = net->of_option[option]; n < net->of_option[option + 1]; n++)
        if (net->nodes[n].escort == escort)
            return true;
    return false;
}

static bool free_for(const struct problem *p, int option, int escort)
{
    const struct option *o = &p->options[option];
    return rules_block(p, o->request, o->start, o->minutes, o->session, escort) == RULE_NONE;
}

/* Enough for the request, with all who are pinned; and the decision has the hours. */
static bool staffed(const struct problem *p, int option)
{
    const struct option *o = &p->options[option];
    const struct request *q = &p->requests[o->request];
    int n = 0, pinned = 0;
    for (int e = 0; e < p->n_escorts; e++)
        if (free_for(p, option, e)) {
            n++;
            pinned += pin_names(q, e);
        }
    return n >= q->needed && (!q->pinned || pinned == q->n_pin_escorts) &&
           (o->grant == NONE || p->grants[o->grant].left >= o->debit);
}

static void compare_with_rules(struct trial *t, const struct net *net)
{
    const struct problem *p = t->problem;
    for (int o = 0; o < p->n_options; o++) {
        bool open = staffed(p, o);
        for (int e = 0; e < p->n_escorts; e++)
            complain(t, node_there(net, o, e) == (open && free_for(p, o, e)),
                     "option %d by escort %d is in the net or should be, not both", o, e);
    }
    for (int n = 0; n < net->n_nodes; n++) {
        const struct node *x = &net->nodes[n];
        int points = visit_points(p, x->request, x->start, x->end - x->start, x->escort);
        complain(t, x->points == points, "node %d has %d points, should have %d", n,
                 x->points, points);
    }
}

static bool enough(void *context, const struct search *s)
{
    int *looks_left = context;
    (void)s;
    return --*looks_left < 0;
}

static void cut_short(struct trial *t, const struct net *net)
{
    int looks_left = chance_below(&t->chance, t->problem->n_requests + 1);
    struct twin *twin = twin_new(t->arena, net);
    struct search *s = search_begin(t->arena, twin, t->seed, enough, &looks_left);
    struct best_found found = search_best(s);
    const struct verdict *v =
        rules_judge(t->arena, t->problem, search_roster(t->arena, s));
    complain(t, v->n_breaches == 0, "a first roster cut short is not lawful");
    complain(t, v->tier[TIER_RIGHTS] == found.rights && v->tier[TIER_REST] == found.rest,
             "a first roster cut short is counted wrong");
}

void property_net(struct trial *t)
{
    const struct net *net = net_new(t->arena, t->problem);
    compare_with_rules(t, net);
    cut_short(t, net);
}
