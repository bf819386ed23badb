/* Building the net: the pair is asked once, then its times. */
#include "solver/net.h"

static struct node node_of(const struct net *net, int option, int escort)
{
    const struct problem *p = net->problem;
    const struct option *o = &p->options[option];
    struct duty d = visit_duty(p, o->request, o->start, o->minutes, o->session);
    return (struct node){
        .request = o->request,
        .option = option,
        .escort = escort,
        .start = d.start,
        .end = d.end,
        .from = d.from,
        .to = d.to,
        .session = o->session,
        .day = working_day_of(&net->weeks[escort], o->start),
        .points = visit_points(p, o->request, o->start, o->minutes, escort),
    };
}

struct duty node_duty(const struct node *x)
{
    return (struct duty){x->request, x->start, x->end, x->from, x->to,
                         x->session, x->session != 0};
}

/* An option that takes more than its decision has left can never be used. */
static bool granted(const struct problem *p, const struct option *o)
{
    return o->grant == NONE || p->grants[o->grant].left >= o->debit;
}

/* Enough escorts, and every pinned one among them? */
static bool staffed(const struct net *net, const struct request *q, int first)
{
    if (net->n_nodes - first < q->needed)
        return false;
    int pinned = 0;
    for (int n = first; n < net->n_nodes; n++)
        pinned += pin_names(q, net->nodes[n].escort);
    return !q->pinned || pinned == q->n_pin_escorts;
}

static void add_option(struct arena *a, struct net *net, int option,
                       const int *escorts, int n, int *room)
{
    const struct problem *p = net->problem;
    const struct option *o = &p->options[option];
    int first = net->n_nodes;
    struct duty d = visit_duty(p, o->request, o->start, o->minutes, o->session);
    for (int i = 0; granted(p, o) && i < n; i++)
        if (block_time(p, &d, escorts[i], net->weeks[escorts[i]].border) == RULE_NONE)
            ARENA_PUSH(a, net->nodes, net->n_nodes, *room,
                       node_of(net, option, escorts[i]));
    if (!staffed(net, &p->requests[o->request], first))
        net->n_nodes = first;
}

static const int *longest_nodes(struct arena *a, const struct net *net)
{
    int *longest = NEW_ARRAY(a, int, net->problem->n_requests + 1);
    for (int n = 0; n < net->n_nodes; n++) {
        int minutes = net->problem->options[net->nodes[n].option].delivered;
        if (minutes > longest[net->nodes[n].request])
            longest[net->nodes[n].request] = minutes;
    }
    return longest;
}

struct net *net_new(struct arena *a, const struct problem *p)
{
    struct net *net = NEW(a, struct net);
    struct escort_week *weeks = NEW_ARRAY(a, struct escort_week, p->n_escorts + 1);
    int *first = NEW_ARRAY(a, int, p->n_requests + 1);
    int *of_option = NEW_ARRAY(a, int, p->n_options + 1);
    int *escorts = NEW_ARRAY(a, int, p->n_escorts + 1);
    int room = 0;
    net->problem = p;
    net->weeks = weeks;
    for (int e = 0; e < p->n_escorts; e++) {
        weeks[e].escort = e;
        escort_week_borders(p, e, weeks[e].border);
    }
    for (int r = 0; r < p->n_requests; r++) {
        const struct request *q = &p->requests[r];
        int n = 0;
        for (int e = 0; e < p->n_escorts; e++)
            if (block_pair(p, r, e) == RULE_NONE)
                escorts[n++] = e;
        first[r] = net->n_nodes;
        for (int o = q->first_option; o < q->first_option + q->n_options; o++) {
            of_option[o] = net->n_nodes;
            add_option(a, net, o, escorts, n, &room);
            of_option[o + 1] = net->n_nodes;
        }
        first[r + 1] = net->n_nodes;
    }
    net->first = first;
    net->of_option = of_option;
    net->longest = longest_nodes(a, net);
    return net;
}

enum stance net_stance(const struct net *net, int request)
{
    return net->stance ? net->stance[request] : STANCE_FREE;
}

struct net *net_focus(struct arena *a, const struct net *net,
                      const enum stance *stance, const bool *gone)
{
    const struct problem *p = net->problem;
    struct net *focus = NEW(a, struct net);
    int *first = NEW_ARRAY(a, int, p->n_requests + 1);
    int *of_option = NEW_ARRAY(a, int, p->n_options + 1);
    *focus = *net;
    focus->stance = stance;
    focus->nodes = NEW_ARRAY(a, struct node, net->n_nodes + 1);
    focus->n_nodes = 0;
    for (int o = 0; o < p->n_options; o++) {
        const struct option *option = &p->options[o];
        int r = option->request;
        bool kept = stance[r] == STANCE_FREE ||
                    (stance[r] == STANCE_MUST &&
                     option->delivered == net->longest[r]);
        for (int n = net->of_option[o]; kept && n < net->of_option[o + 1]; n++)
            if (!gone || !gone[n])
                focus->nodes[focus->n_nodes++] = net->nodes[n];
        of_option[o + 1] = focus->n_nodes;
        first[r + 1] = focus->n_nodes;
    }
    for (int r = 0; r < p->n_requests; r++) /* those without options */
        if (first[r + 1] < first[r])
            first[r + 1] = first[r];
    focus->first = first;
    focus->of_option = of_option;
    return focus;
}

bool node_leaves_time_for(const struct problem *p, const struct node *a,
                          const struct node *b)
{
    struct duty x = node_duty(a), y = node_duty(b);
    return a->end + gap_needed(p, &x, &y) <= b->start;
}

bool node_can_follow(const struct problem *p, const struct node *a,
                     const struct node *b)
{
    return a->request != b->request && node_leaves_time_for(p, a, b);
}

int node_home_leg(const struct problem *p, const struct node *x, bool out)
{
    int home = p->escorts[x->escort].home;
    if (!p->rule.home_legs)
        return 0;
    return out ? travel_minutes(p, home, x->from) : travel_minutes(p, x->to, home);
}

static struct duty outside_duty(const struct escort *e, int i)
{
    return (struct duty){.request = NONE, .start = e->outside[i].from,
                         .end = e->outside[i].to, .from = NONE, .to = NONE};
}

static int border_night_points(const struct net *net, const struct node *x, bool first)
{
    const struct problem *p = net->problem;
    const struct escort *e = &p->escorts[x->escort];
    const struct escort_week *w = &net->weeks[x->escort];
    struct duty own = node_duty(x);
    int after = 0; /* the first duty known to come after */
    while (after < e->n_outside && e->outside[after].from < own.start)
        after++;
    if (first ? after == 0 : after == e->n_outside)
        return 0;
    struct duty o = outside_duty(e, first ? after - 1 : after);
    return first ? soft_rest_points(p, w, &o, &own) : soft_rest_points(p, w, &own, &o);
}

int node_edge_points(const struct net *net, const struct node *x, bool first)
{
    const struct problem *p = net->problem;
    int points = node_home_leg(p, x, first) * p->weight.travel_minute;
    return escort_employed(&p->escorts[x->escort])
               ? points
               : points + border_night_points(net, x, first);
}

bool node_may_be_first(const struct problem *p, const struct node *x)
{
    return available_in(&p->escorts[x->escort], x->start - node_home_leg(p, x, true),
                        x->end);
}

bool node_may_be_last(const struct problem *p, const struct node *x)
{
    return available_in(&p->escorts[x->escort], x->start,
                        x->end + node_home_leg(p, x, false));
}

bool request_is_team(const struct request *q)
{
    return q->needed > 1 || q->link != NONE;
}

bool weekly_rest_certain(const struct problem *p, const struct escort_week *all)
{
    struct span week = {all->border[1], all->border[1 + DAYS]};
    bool touched;
    int daily = 0;
    for (int day = 0; day < DAYS; day++)
        if (figures_on(p, day)->daily_rest_minutes > daily)
            daily = figures_on(p, day)->daily_rest_minutes;
    struct span rest = longest_rest(p, all, week, &touched);
    return !touched || rest.to - rest.from >= p->rule.weekly_rest_minutes + 2 * daily;
}
