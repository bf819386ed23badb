/* Pricing against every week of work that an escort could have, rule by rule, at prices
 * drawn by chance: of few requests and of more, of requests with many starts, and with
 * work on every day. No week costs less than what pricing says is the least, nor one with
 * a given visit less than what it says of that; each plan it gives is a week that could be,
 * with the points that the judge counts. A bound may be below the cheapest week, since
 * labels do not carry every rule, but seldom: a pricing that proves little is no use. */
#include "property.h"

#include "solver/pricing.h"
#include "sound_prices.h"
#include "tiny_week.h"

#include <stdlib.h>
#include <string.h>

/* Of the escorts for whom some work is worth having, for so many per cent the least is
 * the cheapest week, and a plan of that cost is found; of the visits in some week, for so
 * many the least through them is its cost. Shares are asked for once they tell something. */
enum {
    PRICED = 3,
    ANY = 3,
    DRAWS = 20, /* the others close */
    EXACT_PERCENT = 94,
    FOUND_PERCENT = 98,
    THROUGH_PERCENT = 12,
    ENOUGH = 3000,
    ENOUGH_NODES = 30000
};

struct asking {
    struct trial *trial;
    struct net *net;
    const struct track *track;
    int n_mine, *mine; /* the track's nodes, in the net's order */
    int n, *week;      /* the nodes in hand */
    int64_t *charge[DRAWS], *through[DRAWS]; /* by node */
    int64_t least[DRAWS];
};

static struct tally {
    int worth, exact, found;  /* escorts with work worth having */
    int nodes, through_exact; /* nodes in some week */
} tally;

/* ---- every week ------------------------------------------------------------ */

static bool same_session(const struct node *x, const struct node *y)
{
    return x->session && x->session == y->session;
}

/* May one escort do both, as far as the two alone can tell? */
static bool pair_fits(const struct problem *p, const struct node *x, const struct node *y)
{
    const struct request *q = &p->requests[x->request], *r = &p->requests[y->request];
    if (x->request == y->request ||
        (q->link != NONE && q->link == r->link && !p->links[q->link].same_escort))
        return false;
    if (same_session(x, y))
        return may_share(p, &p->sessions[x->session - 1], q->client, r->client);
    return x->end <= y->start || y->end <= x->start;
}

static bool fits(const struct net *net, const int *week, int n, int node)
{
    const struct node *x = &net->nodes[node];
    int together = 1;
    for (int i = 0; i < n; i++) {
        const struct node *y = &net->nodes[week[i]];
        if (!pair_fits(net->problem, x, y))
            return false;
        together += same_session(x, y);
    }
    return !x->session || together <= net->problem->sessions[x->session - 1].per_escort;
}

static int64_t own_cost(const struct asking *w, const int *nodes, int n)
{
    int tier = w->track->tier;
    return tier == TIER_RIGHTS
               ? 0
               : plan_points(w->net, w->track->escort, nodes, n) * (int64_t)PRICE_SCALE;
}

static int64_t charged(const int *nodes, int n, const int64_t *charge)
{
    int64_t sum = 0;
    for (int i = 0; i < n; i++)
        sum += charge[nodes[i]];
    return sum;
}

static int64_t week_cost(const struct asking *w, const int *nodes, int n, const int64_t *charge)
{
    return own_cost(w, nodes, n) + charged(nodes, n, charge);
}

static void take_week(struct asking *w)
{
    if (!plan_lawful(w->net, w->track->escort, w->week, w->n))
        return;
    int64_t own = own_cost(w, w->week, w->n);
    for (int k = 0; k < DRAWS; k++) {
        int64_t cost = own + charged(w->week, w->n, w->charge[k]);
        if (cost < w->least[k])
            w->least[k] = cost;
        for (int i = 0; i < w->n; i++)
            if (cost < w->through[k][w->week[i]])
                w->through[k][w->week[i]] = cost;
    }
}

static void try_from(struct asking *w, int at)
{
    int end = at;
    if (at == w->n_mine) {
        take_week(w);
        return;
    }
    while (end < w->n_mine &&
           w->net->nodes[w->mine[end]].request == w->net->nodes[w->mine[at]].request)
        end++;
    try_from(w, end);
    for (int i = at; i < end; i++)
        if (fits(w->net, w->week, w->n, w->mine[i])) {
            w->week[w->n++] = w->mine[i];
            try_from(w, end);
            w->n--;
        }
}

/* ---- plans ------------------------------------------------------------------- */

/* What only a whole roster can keep. */
static bool coupling(const struct breach *b)
{
    return b->rule == RULE_STAFFING || b->rule == RULE_IN_STEP || b->rule == RULE_PIN ||
           b->rule == RULE_GRANT || (b->rule == RULE_SESSION && b->limit != NONE);
}

/* The judge of a roster of this plan alone. */
static void compare_with_judge(const struct asking *w, const struct plan *x)
{
    struct arena *scratch = arena_new();
    const struct problem *p = w->net->problem;
    struct roster *r = roster_new(scratch, p);
    int64_t rest = x->points + rules_judge(scratch, p, r)->tier[TIER_REST] -
                   plan_points(w->net, x->escort, NULL, 0);
    for (int i = 0; i < x->n; i++) {
        const struct node *n = &w->net->nodes[x->nodes[i]];
        r->visits[n->request] = (struct visit){.start = n->start,
                                               .minutes = n->end - n->start,
                                               .n_escorts = 1,
                                               .escorts = {x->escort},
                                               .session = n->session};
        rest += p->options[n->option].points;
    }
    const struct verdict *v = rules_judge(scratch, p, r);
    for (int i = 0; i < v->n_breaches; i++)
        complain(w->trial, coupling(&v->breaches[i]), "a plan of escort %d breaks %s",
                 x->escort, RULE_ROWS[v->breaches[i].rule].name);
    complain(w->trial, v->tier[TIER_REST] == rest,
             "with a plan of escort %d the rest is %lld, the judge says %lld", x->escort,
             (long long)rest, (long long)v->tier[TIER_REST]);
    arena_free(scratch);
}

static bool same_plan(const struct plan *x, const struct plan *y)
{
    return x->n == y->n && memcmp(x->nodes, y->nodes, (size_t)x->n * sizeof *x->nodes) == 0;
}

static void look_at_plan(const struct asking *w, const struct priced *priced, int at)
{
    const struct plan *x = &priced->plans[at];
    int escort = w->track->escort;
    bool could_be = x->escort == escort && x->n > 0;
    for (int i = 0; i < x->n; i++)
        could_be &= w->net->nodes[x->nodes[i]].escort == escort &&
                    fits(w->net, x->nodes, i, x->nodes[i]);
    complain(w->trial, could_be && plan_lawful(w->net, escort, x->nodes, x->n),
             "a plan of escort %d is not lawful", escort);
    complain(w->trial, x->points == plan_points(w->net, escort, x->nodes, x->n),
             "a plan of escort %d has other points", escort);
    for (int i = 0; i < at; i++)
        complain(w->trial, !same_plan(x, &priced->plans[i]), "a plan is given twice");
}

static int64_t cheapest_plan(const struct asking *w, const struct priced *priced, int draw)
{
    int64_t least = INT64_MAX;
    for (int i = 0; i < priced->n_plans; i++) {
        const struct plan *x = &priced->plans[i];
        int64_t cost = week_cost(w, x->nodes, x->n, w->charge[draw]);
        if (cost < least)
            least = cost;
    }
    return least;
}

/* ---- what pricing says --------------------------------------------------------- */

static void look_at_least(const struct asking *w, const struct priced *priced, int draw)
{
    int64_t least = w->least[draw], empty = week_cost(w, NULL, 0, NULL);
    complain(w->trial, priced->least <= least,
             "the least of escort %d in tier %d is said to be %lld, a week costs %lld",
             w->track->escort, w->track->tier, (long long)priced->least, (long long)least);
    if (least >= empty)
        return;
    tally.worth++;
    tally.exact += priced->least == least;
    tally.found += cheapest_plan(w, priced, draw) == least;
}

static bool same_priced(const struct priced *x, const struct priced *y)
{
    bool same = x->least == y->least && x->n_plans == y->n_plans;
    for (int i = 0; same && i < x->n_plans; i++)
        same = same_plan(&x->plans[i], &y->plans[i]);
    return same;
}

static void ask_in_haste(const struct asking *w, struct pricing *worker, int draw)
{
    struct arena *a = arena_new();
    struct priced quick;
    int64_t work = 0;
    for (enum care care = 0; care < CARE_EXACT; care++) {
        pricing_price(worker, a, w->track, w->charge[draw], INT64_MAX, care, &quick, &work);
        for (int i = 0; i < quick.n_plans; i++)
            look_at_plan(w, &quick, i);
    }
    arena_free(a);
}

/* A worker who has not done anything yet says the same; the judge, too, knows the plans. */
static void ask_again(const struct asking *w, struct arena *a, const struct priced *before,
                      int draw)
{
    struct priced again;
    int64_t work = 0;
    pricing_price(pricing_new(a, w->net), a, w->track, w->charge[draw], INT64_MAX, CARE_EXACT,
                  &again, &work);
    complain(w->trial, same_priced(before, &again), "what a worker did before tells");
    for (int i = 0; i < again.n_plans; i++)
        compare_with_judge(w, &again.plans[i]);
}

static void ask(const struct asking *w, struct pricing *worker, int draw)
{
    struct arena *a = arena_new();
    struct priced exact;
    int64_t work = 0;
    pricing_price(worker, a, w->track, w->charge[draw], INT64_MAX, CARE_EXACT, &exact, &work);
    for (int i = 0; i < exact.n_plans; i++)
        look_at_plan(w, &exact, i);
    look_at_least(w, &exact, draw);
    if (draw < PRICED)
        ask_again(w, a, &exact, draw);
    arena_free(a);
}

static void ask_through(const struct asking *w, struct pricing *worker, int draw)
{
    struct arena *a = arena_new();
    int64_t *said = NEW_ARRAY(a, int64_t, w->net->n_nodes + 1);
    pricing_through(worker, w->track, w->charge[draw], said);
    for (int i = 0; i < w->n_mine; i++) {
        int64_t least = w->through[draw][w->mine[i]];
        complain(w->trial, said[w->mine[i]] <= least,
                 "through node %d in tier %d is said to be %lld, a week costs %lld",
                 w->mine[i], w->track->tier, (long long)said[w->mine[i]], (long long)least);
        tally.nodes += least < INT64_MAX;
        tally.through_exact += said[w->mine[i]] == least;
    }
    arena_free(a);
}

/* At other prices than the last time, with what was of use then. */
static void ask_remembering(const struct asking *w, struct pricing *worker, int draw)
{
    struct arena *a = arena_new();
    struct priced exact;
    int64_t work = 0;
    pricing_price(worker, a, w->track, w->charge[draw], INT64_MAX, CARE_EXACT, &exact, &work);
    for (int i = 0; i < exact.n_plans; i++)
        look_at_plan(w, &exact, i);
    look_at_least(w, &exact, draw);
    ask_through(w, worker, draw);
    arena_free(a);
}

/* ---- charges -------------------------------------------------------------------- */

/* Of each node by itself, which no prices need explain. */
static void draw_charges(struct chance *c, int n, int64_t *charge)
{
    int most = chance_between(c, 1, 1000);
    for (int i = 0; i < n; i++)
        charge[i] = (int64_t)chance_between(c, -most, most / 4) * PRICE_SCALE +
                    chance_below(c, PRICE_SCALE);
}

/* Such that each visit alone is hardly worth it, or hardly not: what else is in the week
 * then decides. */
static void draw_close_charges(struct asking *w, int tier, int64_t *charge)
{
    struct chance *c = &w->trial->chance;
    int most = chance_between(c, 10, 150);
    for (int n = 0; n < w->net->n_nodes; n++) {
        int escort = w->net->nodes[n].escort;
        int64_t points = tier == TIER_RIGHTS ? 0
                                             : plan_points(w->net, escort, &n, 1) -
                                                   plan_points(w->net, escort, NULL, 0);
        charge[n] = (chance_between(c, -most, most) - points) * PRICE_SCALE;
    }
}

static void draw_all_charges(struct asking *w, int tier)
{
    struct arena *a = w->trial->arena;
    for (int k = 0; k < DRAWS; k++) {
        w->charge[k] = NEW_ARRAY(a, int64_t, w->net->n_nodes + 1);
        w->through[k] = NEW_ARRAY(a, int64_t, w->net->n_nodes + 1);
        if (k < PRICED)
            charge_nodes(w->net, tier, sound_prices(a, w->net, tier, &w->trial->chance),
                         w->charge[k]);
        else if (k < PRICED + ANY)
            draw_charges(&w->trial->chance, w->net->n_nodes, w->charge[k]);
        else
            draw_close_charges(w, tier, w->charge[k]);
    }
}

/* ---- one week -------------------------------------------------------------------- */

static int by_number(const void *x, const void *y)
{
    return *(const int *)x - *(const int *)y;
}

static void begin_escort(struct asking *w, const struct track *t)
{
    w->track = t;
    w->n_mine = t->n_stops;
    for (int i = 0; i < t->n_stops; i++)
        w->mine[i] = t->stops[i].node;
    qsort(w->mine, (size_t)w->n_mine, sizeof *w->mine, by_number);
    for (int k = 0; k < DRAWS; k++) {
        w->least[k] = INT64_MAX;
        for (int i = 0; i < w->n_mine; i++)
            w->through[k][w->mine[i]] = INT64_MAX;
    }
}

/* Tracks on which pricing remembers what it found at other prices, and of which it thinks
 * that they are hard. */
static struct track *remembering_tracks(struct arena *a, struct net *net, int tier)
{
    struct track *tracks = tracks_new(a, net, tier);
    for (int e = 0; e < net->problem->n_escorts; e++) {
        tracks[e].mattered = NEW_ARRAY(a, bool, tracks[e].n_tasks + tracks[e].n_clients + 1);
        *tracks[e].tolled = true;
    }
    return tracks;
}

static void ask_tier(struct trial *t, const struct problem *p, int tier)
{
    struct net *net = net_new(t->arena, p);
    const struct track *tracks = tracks_new(t->arena, net, tier);
    const struct track *remembering = remembering_tracks(t->arena, net, tier);
    struct pricing *worker = pricing_new(t->arena, net);
    struct asking w = {.trial = t,
                       .net = net,
                       .mine = NEW_ARRAY(t->arena, int, net->n_nodes + 1),
                       .week = NEW_ARRAY(t->arena, int, p->n_requests + 1)};
    draw_all_charges(&w, tier);
    for (int e = 0; e < p->n_escorts; e++) {
        begin_escort(&w, &tracks[e]);
        try_from(&w, 0);
        for (int k = 0; k < DRAWS; k++) {
            if (k < PRICED + ANY)
                ask_in_haste(&w, worker, k);
            ask(&w, worker, k);
            ask_through(&w, worker, k);
            w.track = &remembering[e];
            if (k % 2)
                ask_remembering(&w, worker, k);
            w.track = &tracks[e];
        }
    }
}

static bool share_kept(int part, int whole, int enough, int percent)
{
    return whole < enough || (int64_t)part * 100 >= (int64_t)whole * percent;
}

void property_pricing(struct trial *t)
{
    const struct problem *weeks[] = {t->problem, busy_week(t->arena, t->seed),
                                     wide_week(t->arena, t->seed),
                                     restless_week(t->arena, t->seed)};
    for (int i = 0; i < 4; i++) {
        ask_tier(t, weeks[i], TIER_RIGHTS);
        ask_tier(t, weeks[i], TIER_REST);
    }
    complain(t, share_kept(tally.exact, tally.worth, ENOUGH, EXACT_PERCENT),
             "the least was right for %d of %d", tally.exact, tally.worth);
    complain(t, share_kept(tally.found, tally.worth, ENOUGH, FOUND_PERCENT),
             "the cheapest week was found for %d of %d", tally.found, tally.worth);
    complain(t,
             share_kept(tally.through_exact, tally.nodes, ENOUGH_NODES, THROUGH_PERCENT),
             "the least through a node was right for %d of %d", tally.through_exact,
             tally.nodes);
}
