/* Each price is none at all, or something up to what would make a request not worth
 * serving. */
#include "sound_prices.h"

#include "ledsaga/certificate.h"

enum { MOST_POINTS = 400 };

static int64_t up_to(struct chance *c, int64_t most)
{
    return (int64_t)(chance_share(c) * (double)most);
}

static int64_t either_sign(struct chance *c, int64_t most)
{
    return up_to(c, 2 * most) - most;
}

static int64_t drawn_rights(struct chance *c, int tier)
{
    if (tier == TIER_RIGHTS || chance_one_in(c, 4))
        return 0;
    return up_to(c, chance_one_in(c, 2) ? PRICE_SCALE / 10 : 3 * PRICE_SCALE);
}

/* What a request is worth in millionths of a point, beyond what tier 2 says of it. */
static int64_t worth(const struct net *net, int tier, const struct prices *x, int request)
{
    const struct request *q = &net->problem->requests[request];
    int64_t point = tier == TIER_RIGHTS ? PRICE_SCALE : x->rights;
    return point * q->rights * q->minutes + (int64_t)MOST_POINTS * PRICE_SCALE;
}

/* Each pair of an option and an escort at most once, whether the escort can or not. */
static void draw_members(struct arena *a, const struct net *net, int tier, struct prices *x,
                         struct chance *c)
{
    const struct problem *p = net->problem;
    x->members = NEW_ARRAY(a, struct member_price, p->n_options * p->n_escorts + 1);
    for (int o = 0; o < p->n_options; o++)
        for (int e = 0; e < p->n_escorts; e++)
            if (request_is_team(&p->requests[p->options[o].request]) && chance_one_in(c, 3))
                x->members[x->n_members++] = (struct member_price){
                    o, e, up_to(c, worth(net, tier, x, p->options[o].request) / 2)};
}

struct prices *sound_prices(struct arena *a, const struct net *net, int tier, struct chance *c)
{
    const struct problem *p = net->problem;
    struct prices *x = prices_new(a, p, 0);
    x->rights = drawn_rights(c, tier);
    for (int r = 0; r < p->n_requests; r++)
        x->request[r] = chance_one_in(c, 2) ? 0 : up_to(c, worth(net, tier, x, r));
    for (int o = 0; o < p->n_options; o++)
        if (request_is_team(&p->requests[p->options[o].request]))
            x->team[o] = either_sign(c, worth(net, tier, x, p->options[o].request));
    for (int g = 0; g < p->n_grants; g++)
        x->grant[g] = chance_one_in(c, 2) ? 0 : up_to(c, 5 * PRICE_SCALE);
    for (int s = 0; s < p->n_sessions; s++)
        x->session[s] = chance_one_in(c, 2) ? 0 : up_to(c, (int64_t)MOST_POINTS * PRICE_SCALE);
    for (int i = 0; i < 2 * p->n_clients; i++)
        x->shortage[i] = chance_one_in(c, 2) ? 0 : up_to(c, 40 * PRICE_SCALE);
    draw_members(a, net, tier, x, c);
    prices_cap(p, tier, x);
    return x;
}

static void shift(int64_t *price, int n, bool may_be_negative, int64_t most, struct chance *c)
{
    for (int i = 0; i < n; i++) {
        if (chance_one_in(c, 2))
            continue;
        price[i] += either_sign(c, chance_one_in(c, 2) ? most : PRICE_SCALE / 100);
        if (price[i] < 0 && !may_be_negative)
            price[i] = 0;
    }
}

struct prices *shifted_prices(struct arena *a, const struct net *net, int tier,
                              const struct prices *from, struct chance *c)
{
    const struct problem *p = net->problem;
    struct prices *x = prices_copy(a, p, from);
    int64_t most = (int64_t)(MOST_POINTS / 10) * PRICE_SCALE;
    if (tier == TIER_REST)
        shift(&x->rights, 1, false, PRICE_SCALE / 20, c);
    shift(x->request, p->n_requests, false, most, c);
    for (int o = 0; o < p->n_options; o++)
        if (request_is_team(&p->requests[p->options[o].request]))
            shift(&x->team[o], 1, true, most, c);
    shift(x->grant, p->n_grants, false, PRICE_SCALE, c);
    shift(x->session, p->n_sessions, false, most, c);
    shift(x->shortage, 2 * p->n_clients, false, PRICE_SCALE, c);
    for (int i = 0; i < x->n_members; i++)
        shift(&x->members[i].price, 1, false, most, c);
    prices_cap(p, tier, x);
    return x;
}
