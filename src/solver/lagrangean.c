/* The labels of pricing, asked once for every escort. */
#include "solver/lagrangean.h"

#include "base/crew.h"
#include "solver/charge.h"
#include "solver/pricing.h"

enum { WORKERS = 2 };

struct asking {
    struct pricing *workers[WORKERS];
    struct arena *plans[WORKERS];
    const struct exact_limits *limits; /* NULL */
    const struct track *tracks;
    const int64_t *charge;
    int64_t *least; /* by escort; INT64_MIN: a limit was met before */
};

static void ask_escort(void *context, int worker, int escort)
{
    struct asking *x = context;
    struct priced priced = {.least = INT64_MIN};
    int64_t work = 0;
    if (!x->limits || !exact_over(x->limits))
        pricing_price(x->workers[worker], x->plans[worker], &x->tracks[escort], x->charge,
                      INT64_MAX, CARE_EXACT, &priced, &work);
    x->least[escort] = priced.least;
}

static void ask_all(struct asking *x, struct net *net, int threads)
{
    for (int i = 0; i < threads; i++) {
        x->plans[i] = arena_new();
        x->workers[i] = pricing_new(x->plans[i], net);
    }
    crew_run(threads, net->problem->n_escorts, ask_escort, x);
    for (int i = 0; i < threads; i++)
        arena_free(x->plans[i]);
}

/* What the program comes to when it is taken apart, in millionths of a point. */
static int64_t taken_apart(struct arena *a, struct net *net, int tier, const struct prices *x,
                           int64_t rights_value, int threads,
                           const struct exact_limits *limits)
{
    int64_t *charge = NEW_ARRAY(a, int64_t, net->n_nodes + 1);
    struct asking all = {.limits = limits,
                         .tracks = tracks_new(a, net, tier),
                         .charge = charge,
                         .least = NEW_ARRAY(a, int64_t, net->problem->n_escorts + 1)};
    charge_nodes(net, tier, x, charge);
    ask_all(&all, net, threads > 1 ? WORKERS : 1);
    for (int e = 0; e < net->problem->n_escorts; e++)
        if (all.least[e] == INT64_MIN)
            return INT64_MIN;
    return charge_bound(net, tier, x, rights_value, all.least);
}

int64_t lagrangean_bound(struct net *net, int tier, const struct prices *x,
                         int64_t rights_value, int threads, const struct exact_limits *limits)
{
    if (!prices_sound(net->problem, tier, x))
        return INT64_MIN;
    struct arena *scratch = arena_new();
    int64_t bound = taken_apart(scratch, net, tier, x, rights_value, threads, limits);
    arena_free(scratch);
    return charge_whole(net->problem, tier, bound);
}
