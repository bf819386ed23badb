/* A bound from prices: the labels of pricing, summed up. Whoever doubts a roster's bound
 * can have it from here, without the linear program that found the prices. */
#include "ledsaga/certificate.h"

#include "base/crew.h"
#include "solver/charge.h"
#include "solver/pricing.h"

struct checking {
    struct pricing *workers[2];
    struct arena *plans[2];
    const struct track *tracks;
    const int64_t *charge;
    int64_t *least;
};

static void check_escort(void *context, int worker, int escort)
{
    struct checking *c = context;
    struct priced priced;
    int64_t work = 0;
    pricing_price(c->workers[worker], c->plans[worker], &c->tracks[escort], c->charge,
                  INT64_MAX, CARE_EXACT, &priced, &work);
    c->least[escort] = priced.least;
}

int64_t certificate_bound(const struct problem *p, int tier, const struct prices *prices,
                          int64_t rights_value)
{
    struct arena *scratch = arena_new(), *others[2] = {arena_new(), arena_new()};
    int64_t bound = INT64_MIN;
    if (prices_sound(p, tier, prices)) {
        struct net *net = net_new(scratch, p);
        int64_t *charge = NEW_ARRAY(scratch, int64_t, net->n_nodes + 1);
        struct checking c = {.plans = {others[0], others[1]},
                             .tracks = tracks_new(scratch, net, tier),
                             .charge = charge,
                             .least = NEW_ARRAY(scratch, int64_t, p->n_escorts + 1)};
        for (int i = 0; i < 2; i++)
            c.workers[i] = pricing_new(others[i], net);
        charge_nodes(net, tier, prices, charge);
        crew_run(2, p->n_escorts, check_escort, &c);
        bound = charge_bound(net, tier, prices, rights_value, c.least);
    }
    arena_free(others[0]);
    arena_free(others[1]);
    arena_free(scratch);
    return charge_whole(p, tier, bound);
}
