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

static int by_escort_and_start(const void *x, const void *y, void *net)
{
    const struct node *a = node_at(net, *(const int *)x),
                      *b = node_at(net, *(const int *)y);
    if (a->escort != b->escort)
        return a->escort - b->escort;
    if (a->start != b->start)
        return a->start - b->start;
    return *(const int *)x - *(const int *)y;
}

static int *nodes_by_escort(struct arena *a, struct net *net)
{
    int *items = NEW_ARRAY(a, int, net->n_nodes + 1);
    for (int i = 0; i < net->n_nodes; i++)
        items[i] = i;
    qsort_r(items, (size_t)net->n_nodes, sizeof *items, by_escort_and_start, net);
    return items;
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
    int *items; /* nodes by escort, then start */
    struct neighbours *count;
    int *duty;        /* by node: points of the duty itself */
    bool *exact_time; /* by escort: exact times matter */
    int longest_gap;  /* after so many minutes anything can follow anything */
};

static int longest_gap(const struct problem *p)
{
    int travel = 0, gap = 0, wait = 0;
    for (int i = 0; i < p->n_places; i++)
        for (int k = 0; k < p->n_places; k++)
            if (travel_minutes(p, i, k) > travel)
                travel = travel_minutes(p, i, k);
    for (int day = 0; day < DAYS; day++)
        if (figures_on(p, day)->gap_minutes > gap)
            gap = figures_on(p, day)->gap_minutes;
    for (int r = 0; r < p->n_requests; r++) {
        const struct request *q = &p->requests[r];
        int longer = q->wait_before > q->wait_after ? q->wait_before : q->wait_after;
        if (longer > wait)
            wait = longer;
    }
    return travel + gap + 2 * wait;
}

/* Two days on, even a visit round the clock is over. */
static bool far_apart(const struct node *a, const struct node *b)
{
    return b->day - a->day > 2;
}

static void count_between(struct sieve *s, int i, int k)
{
    const struct problem *p = s->net->problem;
    const struct node *x = node_at(s->net, s->items[i]),
                      *y = node_at(s->net, s->items[k]);
    /* x starts first, so that only y can come after it. */
    bool follows = x->request != y->request && x->end <= y->start &&
                   (y->start - x->end >= s->longest_gap || node_leaves_time_for(p, x, y));
    s->count[s->items[k]].before += follows;
    s->count[s->items[i]].after += follows;
}

static void count_neighbours(struct sieve *s)
{
    int n = s->net->n_nodes;
    memset(s->count, 0, (size_t)n * sizeof *s->count);
    for (int i = 0; i < n; i++) {
        const struct node *x = node_at(s->net, s->items[i]);
        if (!s->kept[s->items[i]] || s->exact_time[x->escort])
            continue;
        for (int k = i + 1; k < n; k++) {
            const struct node *y = node_at(s->net, s->items[k]);
            if (y->escort != x->escort || far_apart(x, y))
                break;
            if (s->kept[s->items[k]])
                count_between(s, i, k);
        }
    }
}

/* Does node a do at least as well as b whatever else the roster holds? Equal ones
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
    if (x->escort != y->escort || x->day != y->day ||
        week_day(&p->week, x->start) != week_day(&p->week, y->start) || o->grant != q->grant ||
        o->minutes != q->minutes || x->session || points > 0 || n->before < m->before ||
        n->after < m->after ||
        (p->rule.home_legs && ((node_may_be_first(p, y) && !node_may_be_first(p, x)) ||
                               (node_may_be_last(p, y) && !node_may_be_last(p, x)))))
        return false;
    return points < 0 || n->before > m->before || n->after > m->after || a < b;
}

/* Exact times matter to a team, to a session, and to those whose rest and breaks are
 * counted. */
static bool may_be_dropped(const struct sieve *s, const struct node *x)
{
    return !request_is_team(&s->net->problem->requests[x->request]) &&
           !x->session && !s->exact_time[x->escort];
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

/* Employees; and contractors for whom some two visits may leave too short a night. */
static void settle_exact_times(struct sieve *s)
{
    const struct net *net = s->net;
    const struct problem *p = net->problem;
    for (int from = 0, to; from < net->n_nodes; from = to) {
        int e = node_at(net, s->items[from])->escort;
        int latest[BORDERS], earliest[BORDERS];
        for (int k = 0; k < BORDERS; k++) {
            latest[k] = INT_MIN;
            earliest[k] = INT_MAX;
        }
        for (to = from; to < net->n_nodes && node_at(net, s->items[to])->escort == e;
             to++) {
            const struct node *x = node_at(net, s->items[to]);
            latest[x->day] = x->end > latest[x->day] ? x->end : latest[x->day];
            earliest[x->day] = x->start < earliest[x->day] ? x->start : earliest[x->day];
        }
        s->exact_time[e] =
            escort_employed(&p->escorts[e]) ||
            (s->tier == TIER_REST && p->weight.soft_rest > 0 &&
             !nights_long_enough(p, &p->escorts[e], latest, earliest));
    }
}

/* Drop what is dominated; fewer neighbours then tell fewer nodes apart, so go on
 * until nothing more goes. */
static bool sift(struct sieve *s)
{
    const struct net *net = s->net;
    struct arena *scratch = arena_new();
    int *dropped = NEW_ARRAY(scratch, int, net->n_nodes + 1), n = 0;
    count_neighbours(s);
    for (int i = 0; i < net->n_nodes; i++) {
        int r = node_at(net, i)->request;
        bool out = false;
        if (!s->kept[i] || !may_be_dropped(s, node_at(net, i)))
            continue;
        for (int k = net->first[r]; k < net->first[r + 1] && !out; k++)
            out = s->kept[k] && dominates(s, k, i);
        if (out)
            dropped[n++] = i;
    }
    for (int i = 0; i < n; i++)
        s->kept[dropped[i]] = false;
    arena_free(scratch);
    return n > 0;
}

/* The nodes that the program needs, in the net's order. */
int *sieve_nodes(struct arena *a, struct net *net, int tier, int *n_kept)
{
    struct arena *scratch = arena_new();
    struct sieve s = {.net = net,
                      .tier = tier,
                      .kept = NEW_ARRAY(scratch, bool, net->n_nodes + 1),
                      .items = nodes_by_escort(scratch, net),
                      .count = NEW_ARRAY(scratch, struct neighbours,
                                         net->n_nodes + 1),
                      .duty = NEW_ARRAY(scratch, int, net->n_nodes + 1),
                      .exact_time = NEW_ARRAY(scratch, bool,
                                              net->problem->n_escorts + 1)};
    int *needed = NEW_ARRAY(a, int, net->n_nodes + 1), n = 0;
    memset(s.kept, true, (size_t)net->n_nodes);
    for (int i = 0; i < net->n_nodes; i++) {
        struct duty d = node_duty(node_at(net, i));
        s.duty[i] = duty_points(net->problem, node_at(net, i)->escort, &d);
    }
    s.longest_gap = longest_gap(net->problem);
    settle_exact_times(&s);
    while (sift(&s))
        continue;
    for (int i = 0; i < net->n_nodes; i++)
        if (s.kept[i])
            needed[n++] = i;
    arena_free(scratch);
    *n_kept = n;
    return needed;
}
