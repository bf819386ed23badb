/* Building the net: the pair is asked once, then its days; and each escort once about each
 * start and length, whoever has asked for it. */
#include "solver/net.h"

#include <stdlib.h>

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

/* ---- laying out ---------------------------------------------------------- */

enum { NOT_ASKED, AT_WORK, FREE };

struct laying {
    struct net *net;
    const int *times; /* by option: the number of its start and length */
    uint8_t *hours;   /* [times * escorts] whether the escort's hours allow it */
    const int *pairs; /* the escorts who may serve the request, at some time or other */
    int n_pairs;
    int *points;          /* of each of them */
    int *today, n_today;  /* those of them who may on the day in hand, by place among them */
    int day, session;     /* which that is */
};

static int by_time(const void *x, const void *y, void *problem)
{
    const struct problem *p = problem;
    int i = *(const int *)x, k = *(const int *)y;
    const struct option *a = &p->options[i], *b = &p->options[k];
    if (a->start != b->start)
        return a->start - b->start;
    return a->minutes != b->minutes ? a->minutes - b->minutes : i - k;
}

static const int *times_of(struct arena *a, const struct problem *p, int *n)
{
    int *times = NEW_ARRAY(a, int, p->n_options + 1);
    int *order = NEW_ARRAY(a, int, p->n_options + 1);
    for (int i = 0; i < p->n_options; i++)
        order[i] = i;
    qsort_r(order, (size_t)p->n_options, sizeof *order, by_time, (void *)(uintptr_t)p);
    *n = 0;
    for (int i = 0; i < p->n_options; i++) {
        const struct option *o = &p->options[order[i]];
        const struct option *before = i == 0 ? NULL : &p->options[order[i - 1]];
        if (!before || o->start != before->start || o->minutes != before->minutes)
            ++*n;
        times[order[i]] = *n - 1;
    }
    return times;
}

/* All pairs of a request that is asked for and an escort that nothing but the time can
 * stop, by request; `first` is filled in. */
static const int *pairs_of(struct arena *a, const struct problem *p, const bool *asked,
                           int *first)
{
    int *pairs = NULL, n = 0, room = 0;
    for (int r = 0; r < p->n_requests; r++) {
        const uint8_t *barred =
            p->barred + (size_t)p->requests[r].client * (size_t)p->n_escorts;
        first[r] = n;
        if (asked && !asked[r])
            continue;
        for (int e = 0; e < p->n_escorts; e++) /* most of a country's are barred */
            if (barred[e] == BAR_NONE && block_pair(p, r, e) == RULE_NONE)
                ARENA_PUSH(a, pairs, n, room, e);
    }
    first[p->n_requests] = n;
    return pairs;
}

/* No net has more nodes. */
static size_t nodes_most(const struct problem *p, const int *first_pair)
{
    size_t most = 0;
    for (int r = 0; r < p->n_requests; r++)
        most += (size_t)(first_pair[r + 1] - first_pair[r]) *
                (size_t)p->requests[r].n_options;
    return most;
}

static void begin_request(struct laying *l, int request, const int *pairs, int n)
{
    l->pairs = pairs;
    l->n_pairs = n;
    l->day = NONE - 1; /* before the week's */
    for (int i = 0; i < n; i++)
        l->points[i] = pair_points(l->net->problem, request, pairs[i]);
}

static void begin_day(struct laying *l, const struct duty *d)
{
    const struct problem *p = l->net->problem;
    int day = week_day(&p->week, d->start);
    if (day == l->day && d->session == l->session)
        return;
    l->day = day;
    l->session = d->session;
    l->n_today = 0;
    for (int i = 0; i < l->n_pairs; i++)
        if (block_none(p, d, l->pairs[i], NULL, BLOCK_DAY))
            l->today[l->n_today++] = i;
}

static void add_node(struct laying *l, int option, const struct duty *d, int at)
{
    struct net *net = l->net;
    int e = l->pairs[at];
    net->nodes[net->n_nodes++] = (struct node){
        .request = d->request,
        .option = option,
        .escort = e,
        .start = d->start,
        .end = d->end,
        .from = d->from,
        .to = d->to,
        .session = d->session,
        .day = working_day_of(&net->weeks[e], d->start),
        .points = l->points[at] + change_points(net->problem, d->request, d->start,
                                                d->end - d->start, e),
    };
}

static bool hours_allow(struct laying *l, int option, const struct duty *d, int escort)
{
    const struct problem *p = l->net->problem;
    uint8_t *at = &l->hours[(size_t)l->times[option] * (size_t)p->n_escorts + (size_t)escort];
    if (p->requests[d->request].held)
        return block_none(p, d, escort, l->net->weeks[escort].border, BLOCK_HOURS);
    if (*at == NOT_ASKED)
        *at = block_none(p, d, escort, l->net->weeks[escort].border, BLOCK_HOURS) ? FREE
                                                                                  : AT_WORK;
    return *at == FREE;
}

static void add_option(struct laying *l, int option)
{
    struct net *net = l->net;
    const struct problem *p = net->problem;
    const struct option *o = &p->options[option];
    int first = net->n_nodes;
    struct duty d = visit_duty(p, o->request, o->start, o->minutes, o->session);
    if (!granted(p, o) || !block_none(p, &d, NONE, NULL, BLOCK_REQUEST))
        return;
    begin_day(l, &d);
    for (int i = 0; i < l->n_today; i++) {
        int e = l->pairs[l->today[i]];
        if (hours_allow(l, option, &d, e) &&
            block_none(p, &d, e, net->weeks[e].border, BLOCK_OUTSIDE))
            add_node(l, option, &d, l->today[i]);
    }
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

static const struct escort_week *weeks_empty(struct arena *a, const struct problem *p)
{
    struct escort_week *weeks = NEW_ARRAY(a, struct escort_week, p->n_escorts + 1);
    for (int e = 0; e < p->n_escorts; e++) {
        weeks[e].escort = e;
        escort_week_borders(p, e, weeks[e].border);
    }
    return weeks;
}

/* Room for all nodes that there could be costs no memory until they are there. */
struct net *net_among(struct arena *a, const struct problem *p, const bool *asked)
{
    struct arena *scratch = arena_new();
    struct net *net = NEW(a, struct net);
    int *first = NEW_ARRAY(a, int, p->n_requests + 1);
    int *of_option = NEW_ARRAY(a, int, p->n_options + 1);
    int *first_pair = NEW_ARRAY(scratch, int, p->n_requests + 1);
    const int *pairs = pairs_of(scratch, p, asked, first_pair);
    int n_times;
    struct laying l = {.net = net,
                       .times = times_of(scratch, p, &n_times),
                       .today = NEW_ARRAY(scratch, int, p->n_escorts + 1),
                       .points = NEW_ARRAY(scratch, int, p->n_escorts + 1)};
    l.hours = NEW_ARRAY(scratch, uint8_t, (size_t)n_times * (size_t)p->n_escorts + 1);
    net->problem = p;
    net->weeks = weeks_empty(a, p);
    net->nodes = NEW_ARRAY(a, struct node, nodes_most(p, first_pair) + 1);
    for (int r = 0; r < p->n_requests; r++) {
        const struct request *q = &p->requests[r];
        first[r] = net->n_nodes;
        int n_pairs = first_pair[r + 1] - first_pair[r];
        begin_request(&l, r, n_pairs > 0 ? pairs + first_pair[r] : NULL, n_pairs);
        for (int o = q->first_option; o < q->first_option + q->n_options; o++) {
            of_option[o] = net->n_nodes;
            if (!asked || asked[r])
                add_option(&l, o);
            of_option[o + 1] = net->n_nodes;
        }
        first[r + 1] = net->n_nodes;
    }
    net->first = first;
    net->of_option = of_option;
    net->longest = longest_nodes(a, net);
    arena_free(scratch);
    return net;
}

struct net *net_new(struct arena *a, const struct problem *p)
{
    return net_among(a, p, NULL);
}

/* ---- questions ----------------------------------------------------------- */

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

int *net_by_escort(struct arena *a, const struct net *net, const int *nodes, int n)
{
    struct arena *scratch = arena_new();
    int *next = NEW_ARRAY(scratch, int, net->problem->n_escorts + 1);
    int *sorted = NEW_ARRAY(a, int, n + 1);
    for (int i = 0; i < n; i++)
        next[net->nodes[nodes ? nodes[i] : i].escort + 1]++;
    for (int e = 0; e < net->problem->n_escorts; e++)
        next[e + 1] += next[e];
    for (int i = 0; i < n; i++) {
        int node = nodes ? nodes[i] : i;
        sorted[next[net->nodes[node].escort]++] = node;
    }
    arena_free(scratch);
    return sorted;
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
    return p->requests[x->request].held ||
           available_in(&p->escorts[x->escort], x->start - node_home_leg(p, x, true), x->end);
}

bool node_may_be_last(const struct problem *p, const struct node *x)
{
    return p->requests[x->request].held ||
           available_in(&p->escorts[x->escort], x->start, x->end + node_home_leg(p, x, false));
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
