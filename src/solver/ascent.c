/* Subgradient ascent (Held, Wolfe, Crowder 1974) over the prices of requests: what more than
 * one escort would like to do becomes dearer, what nobody would becomes cheaper, by a step
 * after Polyak that shrinks when it does not help. Each escort's week comes from hardly any
 * labels, so that the bound on the way is a guess, an optimistic one. Prices of teams, grants,
 * sessions and shortages stay. */
#include "solver/ascent.h"

#include "base/crew.h"
#include "solver/charge.h"
#include "solver/pricing.h"

#include <string.h>

enum { ROUNDS_MOST = 100, ROUNDS_LEAST_CARE = 50, VAIN_MOST = 4, LABEL_WORK = 2, WORKERS = 2 };
static const double SHRINK = 0.6, STEP_LEAST = 0.005;

struct ascent {
    struct net *net;
    const struct exact_limits *limits;
    int64_t rights_value, value;
    int threads;
    const struct track *tracks;
    struct pricing *workers[WORKERS];
    int64_t *charge, *least, *work; /* by node; by escort */
    struct priced *priced;          /* by escort */
    struct arena *plans[WORKERS];   /* of the round */
    int *wanted;                    /* by request: escorts who would like to */
    double step;
    enum care care;
};

static int64_t points_at(const struct ascent *s, const struct plan *x)
{
    int64_t cost = x->points * PRICE_SCALE;
    for (int i = 0; i < x->n; i++)
        cost += s->charge[x->nodes[i]];
    return cost;
}

/* A week without work is always possible. */
static void ask(void *context, int worker, int e)
{
    struct ascent *s = context;
    const struct track *t = &s->tracks[e];
    int64_t empty = PRICE_SCALE * (int64_t)t->empty_points;
    s->priced[e] = (struct priced){0};
    s->least[e] = empty;
    if (t->n_stops == 0 || exact_over(s->limits))
        return;
    pricing_price(s->workers[worker], s->plans[worker], t, s->charge, empty, s->care,
                  &s->priced[e], &s->work[e]);
    if (s->priced[e].n_plans > 0 && points_at(s, &s->priced[e].plans[0]) < empty)
        s->least[e] = points_at(s, &s->priced[e].plans[0]);
    else
        s->priced[e].n_plans = 0;
}

static void count_wanted(struct ascent *s)
{
    const struct problem *p = s->net->problem;
    memset(s->wanted, 0, (size_t)p->n_requests * sizeof *s->wanted);
    for (int e = 0; e < p->n_escorts; e++)
        for (int i = 0; s->priced[e].n_plans > 0 && i < s->priced[e].plans[0].n; i++)
            s->wanted[s->net->nodes[s->priced[e].plans[0].nodes[i]].request]++;
}

/* What the prices seem to prove. */
static int64_t ask_all(struct ascent *s, const struct prices *x)
{
    int n = s->net->problem->n_escorts;
    charge_nodes(s->net, TIER_REST, x, s->charge);
    for (int i = 0; i < s->threads; i++)
        s->plans[i] = arena_new();
    crew_run(s->threads, n, ask, s);
    count_wanted(s);
    for (int i = 0; i < s->threads; i++)
        arena_free(s->plans[i]);
    for (int e = 0; e < n; e++) {
        *s->limits->work -= s->work[e] * LABEL_WORK;
        s->work[e] = 0;
    }
    *s->limits->work -= s->net->n_nodes;
    return charge_bound(s->net, TIER_REST, x, s->rights_value, s->least);
}

/* How many more than one would like to carry out a request; nothing can be cheaper than
 * free, and teams have prices of their own. */
static int excess(const struct ascent *s, const struct prices *x, int r)
{
    const struct net *net = s->net;
    bool fixed = net->first[r] == net->first[r + 1] || request_is_team(&net->problem->requests[r]);
    int more = s->wanted[r] - 1;
    return fixed || (more < 0 && x->request[r] == 0) ? 0 : more;
}

static void go(struct ascent *s, struct prices *x, int64_t bound)
{
    const struct problem *p = s->net->problem;
    double square = 1, open = (double)s->value * PRICE_SCALE - (double)bound;
    for (int r = 0; r < p->n_requests; r++)
        square += (double)excess(s, x, r) * excess(s, x, r);
    for (int r = 0; r < p->n_requests; r++) {
        double price = (double)x->request[r] + s->step * open / square * excess(s, x, r);
        if (excess(s, x, r) != 0)
            x->request[r] = price > 0 ? (int64_t)price : 0;
    }
}

static void climb(struct arena *a, struct ascent *s, struct prices **best)
{
    const struct problem *p = s->net->problem;
    struct arena *scratch = arena_new();
    struct prices *x = prices_copy(scratch, p, *best);
    int64_t most = INT64_MIN;
    for (int round = 0, vain = 0; round < ROUNDS_MOST && s->step > STEP_LEAST; round++) {
        if (round == ROUNDS_LEAST_CARE) { /* more labels see through more of the bound */
            s->care = CARE_QUICK;
            s->step = 1;
            most = INT64_MIN;
            x = prices_copy(scratch, p, *best);
        }
        int64_t bound = ask_all(s, x);
        if (exact_over(s->limits) || bound == INT64_MIN)
            break;
        if (bound > most) {
            most = bound;
            vain = 0;
            *best = prices_copy(a, p, x);
        } else if (++vain == VAIN_MOST) {
            vain = 0;
            s->step *= SHRINK;
            x = prices_copy(scratch, p, *best);
            continue;
        }
        go(s, x, bound);
        if (!prices_sound(p, TIER_REST, x))
            break;
    }
    arena_free(scratch);
}

void ascent_run(struct arena *a, struct net *net, int64_t rights_value, int64_t value, int threads,
                const struct exact_limits *limits, struct prices **x)
{
    const struct problem *p = net->problem;
    struct arena *scratch = arena_new();
    struct ascent s = {.net = net,
                       .limits = limits,
                       .rights_value = rights_value,
                       .value = value,
                       .threads = threads > 1 ? WORKERS : 1,
                       .tracks = tracks_new(scratch, net, TIER_REST),
                       .charge = NEW_ARRAY(scratch, int64_t, net->n_nodes + 1),
                       .least = NEW_ARRAY(scratch, int64_t, p->n_escorts + 1),
                       .work = NEW_ARRAY(scratch, int64_t, p->n_escorts + 1),
                       .priced = NEW_ARRAY(scratch, struct priced, p->n_escorts + 1),
                       .wanted = NEW_ARRAY(scratch, int, p->n_requests + 1),
                       .step = 1,
                       .care = CARE_LEAST};
    struct arena *own[WORKERS];
    for (int i = 0; i < s.threads; i++)
        s.workers[i] = pricing_new(own[i] = arena_new(), net);
    climb(a, &s, x);
    for (int i = 0; i < s.threads; i++)
        arena_free(own[i]);
    arena_free(scratch);
}
