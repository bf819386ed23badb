/* Stops come from the nodes that the sieve leaves. What a rule asks of an escort's week
 * is asked here once: whether it can bind at all, with everything done at once. */
#include "solver/track.h"

#include "solver/sieve.h"

#include <limits.h>
#include <stdlib.h>

struct laying {
    struct arena *arena;
    struct net *net;
    const struct problem *p;
    int tier;
    int *task_number, *client_number; /* 1 + number in the track in hand; by request or
                                         link, by client */
    bool *place_seen;
};

int stop_travel(const struct track *t, const struct stop *a, const struct stop *b)
{
    return travel_minutes(t->problem, a->to, b->from);
}

int stop_gap(const struct track *t, const struct stop *a, const struct stop *b)
{
    return stop_travel(t, a, b) + a->wait_after + b->wait_before;
}

/* ---- stops ---------------------------------------------------------------- */

static int edge_points(const struct laying *l, const struct node *x, bool first)
{
    return l->tier == TIER_REST ? node_edge_points(l->net, x, first) : 0;
}

/* Beyond what the pair has left in the month even this one outing alone costs. */
static int alone_over_assignment(const struct problem *p, const struct node *x)
{
    int client = p->requests[x->request].client;
    int left = assignment_left(p, client, x->escort, month_part(p, x->start));
    int over = x->end - x->start - left;
    return over > 0 ? over * p->weight.assignment_over_minute : 0;
}

static int coming_points(const struct laying *l, const struct node *x)
{
    struct duty d = node_duty(x);
    return l->tier == TIER_REST ? duty_points(l->p, x->escort, &d) : 0;
}

static int64_t own_points(const struct laying *l, const struct node *x)
{
    if (l->tier != TIER_REST)
        return 0;
    return x->points + (x->session ? 0 : alone_over_assignment(l->p, x));
}

static struct stop stop_of(const struct laying *l, int node)
{
    const struct problem *p = l->p;
    const struct node *x = &l->net->nodes[node];
    const struct request *q = &p->requests[x->request];
    int gap = figures_on(p, week_day(&p->week, x->start))->gap_minutes;
    return (struct stop){
        .node = node,
        .session = x->session,
        .start = x->start,
        .end = x->end,
        .day = x->day,
        .from = x->from,
        .to = x->to,
        .wait_before = x->session ? 0 : q->wait_before,
        .wait_after = gap + (x->session ? 0 : q->wait_after),
        .points = own_points(l, x) + coming_points(l, x),
        .coming_points = x->session ? coming_points(l, x) : 0,
        .first_points = edge_points(l, x, true),
        .last_points = edge_points(l, x, false),
        .may_be_first = node_may_be_first(p, x),
        .may_be_last = node_may_be_last(p, x),
        .newcomer = !x->session && client_is_new(p, q->client, x->escort),
        .weekend = on_weekend(p, x->start),
    };
}

static int by_time(const void *x, const void *y)
{
    const struct stop *a = x, *b = y;
    if (a->day != b->day)
        return a->day - b->day;
    if (a->start != b->start)
        return a->start - b->start;
    return a->node - b->node;
}

/* The night beside the week is that of the last stop before it, unless work of a later
 * day could lie between. */
static void forget_nights_between(const struct laying *l, struct track *t)
{
    int way = l->tier == TIER_REST ? l->p->weight.travel_minute : 0;
    for (int i = 0; i < t->n_stops; i++) {
        struct stop *s = &t->stops[i];
        const struct node *x = &l->net->nodes[s->node];
        if (s->day > t->stops[0].day)
            s->first_points = node_home_leg(l->p, x, true) * way;
        if (s->day < t->stops[t->n_stops - 1].day)
            s->last_points = node_home_leg(l->p, x, false) * way;
    }
}

static void add_stops(const struct laying *l, struct track *t, const int *nodes, int n)
{
    t->stops = NEW_ARRAY(l->arena, struct stop, n + 1);
    for (int i = 0; i < n; i++)
        t->stops[t->n_stops++] = stop_of(l, nodes[i]);
    qsort(t->stops, (size_t)t->n_stops, sizeof *t->stops, by_time);
    forget_nights_between(l, t);
    for (int i = 0; i < t->n_stops; i++)
        t->day_first[t->stops[i].day + 1]++;
    for (int k = 0; k < BORDERS; k++)
        t->day_first[k + 1] += t->day_first[k];
}

/* ---- numbers -------------------------------------------------------------- */

static int number_of(int *numbers, int i, int *n)
{
    if (numbers[i] == 0)
        numbers[i] = ++*n;
    return numbers[i] - 1;
}

/* Requests that one escort may not both carry out have one number. */
static int task_of(const struct problem *p, int request)
{
    int link = p->requests[request].link;
    return link != NONE && !p->links[link].same_escort ? p->n_requests + link : request;
}

static void number(struct laying *l, struct track *t)
{
    const struct problem *p = l->p;
    for (int i = 0; i < t->n_stops; i++) {
        struct stop *s = &t->stops[i];
        int r = l->net->nodes[s->node].request;
        s->task = number_of(l->task_number, task_of(p, r), &t->n_tasks);
        s->client = number_of(l->client_number, p->requests[r].client, &t->n_clients);
    }
    t->face = NEW_ARRAY(l->arena, int, t->n_clients + 1);
    for (int i = 0; i < t->n_stops; i++) {
        int r = l->net->nodes[t->stops[i].node].request, c = p->requests[r].client;
        t->face[t->stops[i].client] = l->tier == TIER_REST ? face_points(p, c, t->escort) : 0;
        l->task_number[task_of(p, r)] = l->client_number[c] = 0;
    }
    t->tolls = NEW_ARRAY(l->arena, int64_t, t->n_tasks + 1);
    t->shares = NEW_ARRAY(l->arena, int64_t, t->n_tasks + 1);
    t->tolled = NEW_ARRAY(l->arena, bool, 1);
}

/* ---- what can bind ---------------------------------------------------------- */

static void find_binding_rules(struct laying *l, struct track *t)
{
    const struct problem *p = l->p;
    struct arena *scratch = arena_new();
    struct duty *duties = NEW_ARRAY(scratch, struct duty, t->n_stops + 1);
    struct escort_week all = *t->week;
    int64_t most = 0;
    for (int i = 0; i < t->n_stops; i++) {
        duties[i] = node_duty(&l->net->nodes[t->stops[i].node]);
        most += t->stops[i].end - t->stops[i].start + (t->employed ? t->longest_travel : 0);
    }
    all.n = t->n_stops;
    all.duties = duties;
    t->limit = week_limit(p, &p->escorts[t->escort]);
    if (t->limit != NONE && most <= t->limit)
        t->limit = NONE;
    t->counts_minutes = t->limit != NONE || t->contract != NONE;
    t->counts_day = t->employed && working_day_rule_of(p, &all, NULL) > 0;
    t->counts_span = t->employed && span_of(p, &all, NULL) > 0;
    t->counts_break = t->employed && t->n_stops > 1;
    t->counts_rest = t->employed && daily_rest_of(p, &all, NULL) > 0;
    t->counts_week_rest = t->employed && !weekly_rest_certain(p, &all);
    arena_free(scratch);
}

/* Minutes between some places: [n * n], row = from. */
struct table {
    int n;
    int *minutes;
};

static bool triangle(const struct table *t)
{
    for (int i = 0; i < t->n; i++)
        for (int k = 0; k < t->n; k++) {
            const int *direct = t->minutes + i * t->n, *on = t->minutes + k * t->n;
            int way = direct[k], shorter = 0; /* without a branch, for the compiler's sake */
            for (int m = 0; m < t->n; m++)
                shorter |= direct[m] > way + on[m];
            if (shorter)
                return false;
        }
    return true;
}

/* Places of the stops, each once. */
static int places_of(struct laying *l, const struct track *t, int *places)
{
    int n = 0;
    for (int i = 0; i < t->n_stops; i++) {
        const int both[2] = {t->stops[i].from, t->stops[i].to};
        for (int k = 0; k < 2; k++)
            if (both[k] != NONE && !l->place_seen[both[k]]) {
                l->place_seen[both[k]] = true;
                places[n++] = both[k];
            }
    }
    for (int i = 0; i < n; i++)
        l->place_seen[places[i]] = false;
    return n;
}

enum { PLACES_TRIED = 120 }; /* its cube is still nothing */

static void measure_travel(struct laying *l, struct track *t)
{
    struct arena *scratch = arena_new();
    int *places = NEW_ARRAY(scratch, int, 2 * t->n_stops + 1);
    int n = places_of(l, t, places);
    struct table table = {n, NEW_ARRAY(scratch, int, (size_t)n * (size_t)n + 1)};
    for (int i = 0; i < n; i++)
        for (int k = 0; k < n; k++) {
            int minutes = travel_minutes(l->p, places[i], places[k]);
            table.minutes[i * n + k] = minutes;
            if (minutes > t->longest_travel)
                t->longest_travel = minutes;
        }
    t->metric = n <= PLACES_TRIED && triangle(&table);
    arena_free(scratch);
}

static void lay_track(struct laying *l, struct track *t, int escort, const int *nodes, int n)
{
    const struct problem *p = l->p;
    const struct escort *e = &p->escorts[escort];
    t->problem = p;
    t->escort = escort;
    t->tier = l->tier;
    t->employed = escort_employed(e);
    t->week = &l->net->weeks[escort];
    t->contract = l->tier == TIER_REST ? e->contract_minutes : NONE;
    add_stops(l, t, nodes, n);
    number(l, t);
    measure_travel(l, t);
    find_binding_rules(l, t);
    t->room = NONE;
    for (int i = 0; i < t->n_stops; i++)
        t->needs_company |= !t->stops[i].may_be_first || !t->stops[i].may_be_last;
    if (l->tier != TIER_REST)
        return;
    t->room = p->weight.client_over > 0 ? clients_room(p, escort) : NONE;
    t->weekend_points = weekend_points(p, escort);
    t->start_points = used_points(p, escort);
    t->empty_points = (int)escort_soft_points(p, t->week);
}

/* Sifting a net this large would take longer than it saves. */
enum { SIFTED_MOST = 150000 };

static int *worth_laying(struct arena *a, struct net *net, int tier, int *n)
{
    if (net->n_nodes <= SIFTED_MOST)
        return sieve_nodes(a, net, tier, n);
    int *nodes = NEW_ARRAY(a, int, net->n_nodes + 1);
    for (int i = 0; i < net->n_nodes; i++)
        nodes[i] = i;
    *n = net->n_nodes;
    return nodes;
}

struct track *tracks_new(struct arena *a, struct net *net, int tier)
{
    const struct problem *p = net->problem;
    struct arena *scratch = arena_new();
    struct laying l = {.arena = a,
                       .net = net,
                       .p = p,
                       .tier = tier,
                       .task_number = NEW_ARRAY(scratch, int,
                                                p->n_requests + p->n_links + 1),
                       .client_number = NEW_ARRAY(scratch, int, p->n_clients + 1),
                       .place_seen = NEW_ARRAY(scratch, bool, p->n_places + 1)};
    struct track *tracks = NEW_ARRAY(a, struct track, p->n_escorts + 1);
    int n, *nodes = worth_laying(scratch, net, tier, &n);
    nodes = net_by_escort(scratch, net, nodes, n);
    for (int e = 0, from = 0, to; e < p->n_escorts; e++, from = to) {
        for (to = from; to < n && net->nodes[nodes[to]].escort == e;)
            to++;
        lay_track(&l, &tracks[e], e, nodes + from, to - from);
    }
    arena_free(scratch);
    return tracks;
}
