/* A better one of the same pair exists, whatever else the roster holds? Then the
 * program need not have the choice. */
#include "solver/sieve.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

static const struct node *node_at(const struct net *net, int n)
{
    return &net->nodes[n];
}

/* Nodes of one escort. */
static int by_start(const void *x, const void *y, void *net)
{
    int i = *(const int *)x, k = *(const int *)y;
    const struct node *a = node_at(net, i), *b = node_at(net, k);
    return a->start != b->start ? a->start - b->start : i - k;
}

/* How many other visits of the escort could come before and after a node, among
 * those still kept. As a later start only ever lets more come before it and fewer
 * after it, two nodes of the same pair and length can be compared by these counts
 * alone. */
struct neighbours {
    int before, after;
};

struct sieve {
    struct net *net;
    int tier;
    bool *kept; /* by node */
    int *next;  /* by node: another one of the same pair, round and round */
    struct neighbours *count;
    int *duty;       /* by node: points of the duty itself */
    int longest_gap; /* after so many minutes anything can follow anything */
};

/* Between places that some node is at. */
static int longest_travel(const struct net *net)
{
    const struct problem *p = net->problem;
    struct arena *scratch = arena_new();
    bool *used = NEW_ARRAY(scratch, bool, p->n_places + 1);
    int *places = NEW_ARRAY(scratch, int, p->n_places + 1), n = 0, longest = 0;
    for (int i = 0; i < net->n_nodes; i++) {
        const int both[] = {node_at(net, i)->from, node_at(net, i)->to};
        for (int k = 0; k < 2; k++)
            if (both[k] != NONE && !used[both[k]]) {
                used[both[k]] = true;
                places[n++] = both[k];
            }
    }
    for (int i = 0; i < n; i++)
        for (int k = 0; k < n; k++)
            if (travel_minutes(p, places[i], places[k]) > longest)
                longest = travel_minutes(p, places[i], places[k]);
    arena_free(scratch);
    return longest;
}

static int longest_gap(const struct net *net)
{
    const struct problem *p = net->problem;
    int gap = 0, wait = 0;
    for (int day = 0; day < DAYS; day++)
        if (figures_on(p, day)->gap_minutes > gap)
            gap = figures_on(p, day)->gap_minutes;
    for (int r = 0; r < p->n_requests; r++) {
        const struct request *q = &p->requests[r];
        int longer = q->wait_before > q->wait_after ? q->wait_before : q->wait_after;
        if (longer > wait)
            wait = longer;
    }
    return longest_travel(net) + gap + 2 * wait;
}

/* Two days on, even a visit round the clock is over. */
static bool far_apart(const struct node *a, const struct node *b)
{
    return b->day - a->day > 2;
}

static void count_between(struct sieve *s, int i, int k)
{
    const struct problem *p = s->net->problem;
    const struct node *x = node_at(s->net, i), *y = node_at(s->net, k);
    /* x starts first, so that only y can come after it. */
    bool follows = x->request != y->request && x->end <= y->start &&
                   (y->start - x->end >= s->longest_gap || node_leaves_time_for(p, x, y));
    s->count[k].before += follows;
    s->count[i].after += follows;
}

/* Among an escort's nodes, by start. */
static void count_neighbours(struct sieve *s, const int *items, int n)
{
    for (int i = 0; i < n; i++)
        s->count[items[i]] = (struct neighbours){0, 0};
    for (int i = 0; i < n; i++)
        for (int k = i + 1;
             k < n && !far_apart(node_at(s->net, items[i]), node_at(s->net, items[k])); k++)
            count_between(s, items[i], items[k]);
}

/* Of the same pair: does node a do at least as well as b whatever else the roster holds? Equal ones
 * are told apart by their number. Tier 1 does not ask what an option costs. */
static bool dominates(const struct sieve *s, int a, int b)
{
    const struct problem *p = s->net->problem;
    const struct node *x = node_at(s->net, a), *y = node_at(s->net, b);
    const struct option *o = &p->options[x->option], *q = &p->options[y->option];
    const struct neighbours *n = &s->count[a], *m = &s->count[b];
    int points = s->tier == TIER_REST
                     ? o->points + x->points - q->points - y->points +
                           s->duty[a] - s->duty[b]
                     : 0;
    if (x->day != y->day ||
        week_day(&p->week, x->start) != week_day(&p->week, y->start) || o->grant != q->grant ||
        o->minutes != q->minutes || x->session || points > 0 || n->before < m->before ||
        n->after < m->after ||
        (p->rule.home_legs && ((node_may_be_first(p, y) && !node_may_be_first(p, x)) ||
                               (node_may_be_last(p, y) && !node_may_be_last(p, x)))))
        return false;
    return points < 0 || n->before > m->before || n->after > m->after || a < b;
}

/* Exact times matter to a team and to a session. */
static bool may_be_dropped(const struct sieve *s, const struct node *x)
{
    return !request_is_team(&s->net->problem->requests[x->request]) && !x->session;
}

/* The last end of each working day that begins this week is latest[], the first start
 * earliest[]. */
static bool nights_long_enough(const struct problem *p, const struct escort *e,
                               const int latest[BORDERS], const int earliest[BORDERS])
{
    for (int k = 0; k + 1 < BORDERS; k++)
        if (latest[k] > INT_MIN && earliest[k + 1] < INT_MAX &&
            earliest[k + 1] - latest[k] < figures_on(p, k - 1)->contractor_rest_minutes)
            return false;
    for (int i = 0; i < e->n_outside; i++) {
        const struct span *o = &e->outside[i];
        for (int k = 0; k < BORDERS; k++) {
            int need = figures_on(p, k - 1)->contractor_rest_minutes;
            if (latest[k] > INT_MIN && earliest[k] - o->to < need &&
                o->from - latest[k] < need)
                return false;
        }
    }
    return true;
}

/* To those whose rest and breaks are counted, exact times matter: to employees, and to
 * contractors for whom some two visits may leave too short a night. */
static bool exact_times(const struct sieve *s, int escort, const int *items, int n)
{
    const struct problem *p = s->net->problem;
    const struct escort *e = &p->escorts[escort];
    int latest[BORDERS], earliest[BORDERS];
    for (int k = 0; k < BORDERS; k++) {
        latest[k] = INT_MIN;
        earliest[k] = INT_MAX;
    }
    for (int i = 0; i < n; i++) {
        const struct node *x = node_at(s->net, items[i]);
        latest[x->day] = x->end > latest[x->day] ? x->end : latest[x->day];
        earliest[x->day] = x->start < earliest[x->day] ? x->start : earliest[x->day];
    }
    return escort_employed(e) || (s->tier == TIER_REST && p->weight.soft_rest > 0 &&
                                  !nights_long_enough(p, e, latest, earliest));
}

static bool dominated(const struct sieve *s, int node)
{
    for (int k = s->next[node]; k != node; k = s->next[k])
        if (s->kept[k] && dominates(s, k, node))
            return true;
    return false;
}

/* Drop those of an escort's nodes that are dominated and close the gaps. Returns how many
 * are left. */
static int sift(struct sieve *s, int *items, int n)
{
    struct arena *scratch = arena_new();
    bool *out = NEW_ARRAY(scratch, bool, n + 1);
    int left = 0;
    count_neighbours(s, items, n);
    for (int i = 0; i < n; i++)
        out[i] = may_be_dropped(s, node_at(s->net, items[i])) && dominated(s, items[i]);
    for (int i = 0; i < n; i++)
        if (out[i])
            s->kept[items[i]] = false;
        else
            items[left++] = items[i];
    arena_free(scratch);
    return left;
}

/* Counting looks at all pairs: with more nodes than these it takes seconds an escort. */
enum { SIFTED_MOST = 6000 };

/* Fewer neighbours tell fewer nodes apart, so go on until nothing more goes. */
static void sift_escort(struct sieve *s, int escort, int *items, int n)
{
    if (n > SIFTED_MOST)
        return;
    qsort_r(items, (size_t)n, sizeof *items, by_start, s->net);
    if (exact_times(s, escort, items, n))
        return;
    for (int before = n + 1; n < before;) {
        before = n;
        n = sift(s, items, n);
    }
}

static int *pair_rings(struct arena *a, const struct net *net)
{
    const struct problem *p = net->problem;
    struct arena *scratch = arena_new();
    int *next = NEW_ARRAY(a, int, net->n_nodes + 1);
    int *last = NEW_ARRAY(scratch, int, p->n_escorts + 1);
    for (int r = 0; r < p->n_requests; r++) {
        for (int n = net->first[r]; n < net->first[r + 1]; n++)
            last[net->nodes[n].escort] = NONE;
        for (int n = net->first[r]; n < net->first[r + 1]; n++) {
            int *before = &last[net->nodes[n].escort];
            next[n] = *before == NONE ? n : next[*before];
            if (*before != NONE)
                next[*before] = n;
            *before = n;
        }
    }
    arena_free(scratch);
    return next;
}

/* The nodes that the program needs, in the net's order. */
int *sieve_nodes(struct arena *a, struct net *net, int tier, int *n_kept)
{
    struct arena *scratch = arena_new();
    struct sieve s = {.net = net,
                      .tier = tier,
                      .kept = NEW_ARRAY(scratch, bool, net->n_nodes + 1),
                      .next = pair_rings(scratch, net),
                      .count = NEW_ARRAY(scratch, struct neighbours,
                                         net->n_nodes + 1),
                      .duty = NEW_ARRAY(scratch, int, net->n_nodes + 1),
                      .longest_gap = longest_gap(net)};
    int *items = net_by_escort(scratch, net, NULL, net->n_nodes);
    int *needed = NEW_ARRAY(a, int, net->n_nodes + 1), n = 0;
    memset(s.kept, true, (size_t)net->n_nodes);
    for (int i = 0; i < net->n_nodes; i++) {
        struct duty d = node_duty(node_at(net, i));
        s.duty[i] = duty_points(net->problem, node_at(net, i)->escort, &d);
    }
    for (int from = 0, to; from < net->n_nodes; from = to) {
        int e = node_at(net, items[from])->escort;
        for (to = from; to < net->n_nodes && node_at(net, items[to])->escort == e;)
            to++;
        sift_escort(&s, e, items + from, to - from);
    }
    for (int i = 0; i < net->n_nodes; i++)
        if (s.kept[i])
            needed[n++] = i;
    arena_free(scratch);
    *n_kept = n;
    return needed;
}
