/* Column generation with dual prices smoothed towards those of the best bound
 * (Wentges 1997). Each round prices every escort at a mix of the master's prices and the
 * best ones; quick labels look for plans first, exact ones prove. */
#include "solver/colgen.h"

#include "base/crew.h"
#include "ledsaga/certificate.h"

#include <limits.h>
#include <string.h>


/* Share of the best prices in those that are asked, per cent. */
enum { SMOOTHING_FIRST = 90, SMOOTHING_STEP = 10, SMOOTHING_LEAST = 30, SMOOTHING_MOST = 80 };

struct colgen *colgen_new(struct arena *a, struct net *net, int tier, int64_t rights_value,
                          int threads)
{
    struct colgen *g = NEW(a, struct colgen);
    *g = (struct colgen){.arena = a,
                         .net = net,
                         .tier = tier,
                         .threads = threads > 1 ? 2 : 1,
                         .rights_value = rights_value,
                         .tracks = tracks_new(a, net, tier),
                         .best_arena = arena_new(),
                         .bound = INT64_MIN};
    for (int i = 0; i < g->threads; i++) {
        g->arenas[i] = arena_new();
        g->workers[i] = pricing_new(g->arenas[i], net);
    }
    for (int e = 0; e < net->problem->n_escorts; e++)
        g->tracks[e].mattered = NEW_ARRAY(a, bool, g->tracks[e].n_tasks + g->tracks[e].n_clients + 1);
    g->master = master_new(a, net, tier, rights_value);
    g->least = NEW_ARRAY(a, int64_t, net->problem->n_escorts + 1);
    g->asked = NEW_ARRAY(a, uint64_t, net->problem->n_escorts + 1);
    g->answered = NEW_ARRAY(a, int64_t, net->problem->n_escorts + 1);
    return g;
}

void colgen_free(struct colgen *g)
{
    master_free(g->master);
    arena_free(g->best_arena);
    for (int i = 0; i < g->threads; i++)
        arena_free(g->arenas[i]);
}

/* What a visit of the roster costs in tier 2, weeks apart. */
static int64_t visit_cost(const struct colgen *g, const struct roster *r, int request)
{
    const struct problem *p = g->net->problem;
    const struct visit *v = &r->visits[request];
    int option = roster_option(p, r, request);
    int64_t cost = option == NONE ? 0 : p->options[option].points;
    for (int i = 0; i < v->n_escorts; i++)
        cost += visit_points(p, request, v->start, v->minutes, v->escorts[i]) +
                face_points(p, p->requests[request].client, v->escorts[i]);
    return cost;
}

/* Before the master knows many plans its prices are wild. The roster tells better ones: a
 * request that it serves is worth what it costs there, no more; one that it does not
 * serve is worth a dear visit. In tier 1 nobody is in the way of what is served. */
static void guess_prices(struct colgen *g, const struct roster *r)
{
    const struct problem *p = g->net->problem;
    struct prices *x = prices_new(g->best_arena, p, 0);
    int64_t dearest = 1, rights = 1;
    for (int q = 0; g->tier == TIER_REST && q < p->n_requests; q++) {
        int64_t cost = visit_cost(g, r, q), served = p->requests[q].rights * (int64_t)g->net->longest[q];
        dearest = cost > dearest ? cost : dearest;
        if (served > 0 && cost / served + 1 > rights)
            rights = cost / served + 1;
    }
    x->rights = g->tier == TIER_REST ? rights * PRICE_SCALE : 0;
    for (int q = 0; q < p->n_requests; q++) {
        int64_t full = rights * PRICE_SCALE * p->requests[q].rights * g->net->longest[q];
        int64_t worth = g->tier == TIER_RIGHTS ? (roster_serves(r, q) ? 0 : full)
                        : PRICE_SCALE * (roster_serves(r, q) ? visit_cost(g, r, q) : dearest);
        x->request[q] = full > worth ? full - worth : 0;
    }
    g->best = x;
}

/* Rows for members of teams come anew, so their prices do not count. */
void colgen_begin_from(struct colgen *g, const struct prices *x)
{
    struct prices *own = prices_copy(g->best_arena, g->net->problem, x);
    own->n_members = 0;
    if (prices_sound(g->net->problem, g->tier, own))
        g->best = own;
}

void colgen_add_roster(struct colgen *g, const struct roster *r)
{
    struct arena *scratch = arena_new();
    for (int e = 0; e < g->net->problem->n_escorts; e++) {
        struct plan x = plan_of_roster(scratch, g->net, e, r);
        master_add(g->master, &x);
    }
    if (!g->best)
        guess_prices(g, r);
    arena_free(scratch);
}

int64_t colgen_points(const struct colgen *g)
{
    return charge_whole(g->net->problem, g->tier, g->bound);
}

/* ---- one round of pricing ------------------------------------------------------- */

struct round {
    struct colgen *g;
    struct arena *scratch, *arenas[2];
    const int64_t *charge;
    const int64_t *worth; /* by escort: what a plan must be cheaper than */
    enum care care;
    struct priced *priced;
    int64_t *work;
    const struct exact_limits *limits;
    bool *skipped; /* by escort: the limit was met before its turn */
};

/* All that the answer depends on, besides the escort. */
static uint64_t question(const struct track *t, const int64_t *charge)
{
    uint64_t h = UINT64_C(0x9e3779b97f4a7c15);
    for (int i = 0; i < t->n_stops; i++) {
        h = (h ^ (uint64_t)charge[t->stops[i].node]) * UINT64_C(0xff51afd7ed558ccd);
        h ^= h >> 32;
    }
    return h;
}

/* Most prices do not change from one round to the next, or from one case of a branching to
 * another. Where the answer is known and no plan would be worth having, it is enough. */
static bool answered(const struct round *r, int escort, uint64_t asked)
{
    const struct colgen *g = r->g;
    return g->asked[escort] == asked &&
           g->answered[escort] > r->worth[escort] - PRICE_SCALE / 1000;
}

static void price_one(void *context, int worker, int escort)
{
    struct round *r = context;
    struct colgen *g = r->g;
    r->skipped[escort] = exact_over(r->limits) || (g->settled && g->settled[escort]);
    if (r->skipped[escort])
        return;
    if (g->tracks[escort].n_stops == 0) {
        r->priced[escort].least = PRICE_SCALE * (int64_t)g->tracks[escort].empty_points;
        return;
    }
    uint64_t asked = question(&g->tracks[escort], r->charge);
    if (answered(r, escort, asked)) {
        r->priced[escort].least = g->answered[escort];
        return;
    }
    pricing_price(g->workers[worker], r->arenas[worker], &g->tracks[escort], r->charge,
                  INT64_MAX, r->care, &r->priced[escort], &r->work[escort]);
    if (r->care == CARE_EXACT) {
        g->asked[escort] = asked;
        g->answered[escort] = r->priced[escort].least;
    }
}

static struct round price_all(struct colgen *g, struct arena *scratch, struct arena *other,
                              const struct prices *x, enum care care,
                              const struct exact_limits *limits)
{
    const struct problem *p = g->net->problem;
    int64_t *charge = NEW_ARRAY(scratch, int64_t, g->net->n_nodes + 1);
    int64_t *worth = NEW_ARRAY(scratch, int64_t, p->n_escorts + 1);
    for (int e = 0; e < p->n_escorts; e++) /* the program is this thread's */
        worth[e] = master_worth(g->master, e);
    struct round r = {.g = g,
                      .scratch = scratch,
                      .arenas = {scratch, other},
                      .charge = charge,
                      .worth = worth,
                      .care = care,
                      .priced = NEW_ARRAY(scratch, struct priced, p->n_escorts + 1),
                      .work = NEW_ARRAY(scratch, int64_t, p->n_escorts + 1),
                      .limits = limits,
                      .skipped = NEW_ARRAY(scratch, bool, p->n_escorts + 1)};
    charge_nodes(g->net, g->tier, x, charge);
    crew_run(g->threads, p->n_escorts, price_one, &r);
    for (int e = 0; e < p->n_escorts; e++)
        g->work += r.work[e];
    return r;
}

static int64_t reduced_cost(const struct colgen *g, const int64_t *charge, const struct plan *x)
{
    int64_t cost = (g->tier == TIER_REST ? x->points * PRICE_SCALE : 0) -
                   master_worth(g->master, x->escort);
    for (int i = 0; i < x->n; i++)
        cost += charge[x->nodes[i]];
    return cost;
}

/* Plans that the master's own prices find worth having. */
static int take_plans(struct colgen *g, const struct round *r, const struct prices *own)
{
    int64_t *charge = NEW_ARRAY(r->scratch, int64_t, g->net->n_nodes + 1);
    int taken = 0;
    charge_nodes(g->net, g->tier, own, charge);
    for (int e = 0; e < g->net->problem->n_escorts; e++)
        for (int i = 0; i < r->priced[e].n_plans && i < (r->care == CARE_LEAST ? 2 : INT_MAX); i++)
            if (reduced_cost(g, charge, &r->priced[e].plans[i]) < -PRICE_SCALE / 1000)
                taken += master_add(g->master, &r->priced[e].plans[i]);
    return taken;
}

/* The bound that an exact round proves. */
static void take_bound(struct colgen *g, const struct round *r, const struct prices *x)
{
    int n = g->net->problem->n_escorts;
    int64_t *least = NEW_ARRAY(r->scratch, int64_t, n + 1);
    for (int e = 0; e < n; e++) {
        if (r->skipped[e])
            return;
        least[e] = r->priced[e].least;
        if (least[e] == INT64_MIN) /* too many stops */
            return;
    }
    int64_t bound = charge_bound(g->net, g->tier, x, g->rights_value, least);
    if (bound <= g->bound || !prices_sound_in(g->net, g->tier, x))
        return;
    arena_free(g->best_arena);
    g->best_arena = arena_new();
    g->bound = bound;
    g->best = prices_copy(g->best_arena, g->net->problem, x);
    memcpy(g->least, least, (size_t)n * sizeof *least);
}

/* ---- smoothing -------------------------------------------------------------------- */

/* percent of the best prices, the rest of the master's own. */
static int64_t mixed(int64_t best, int64_t own, int percent)
{
    return best / 100 * percent + own / 100 * (100 - percent) +
           (best % 100 * percent + own % 100 * (100 - percent)) / 100;
}

static void mix_all(int64_t *out, const int64_t *best, int n, int percent)
{
    for (int i = 0; i < n; i++)
        out[i] = mixed(best[i], out[i], percent);
}

/* The master's rows for members only ever grow in number, at the end. */
static int64_t price_of_member(const struct prices *x, int i)
{
    return i < x->n_members ? x->members[i].price : 0;
}

static struct prices *smoothed(struct arena *a, const struct colgen *g, const struct prices *own,
                               int percent)
{
    const struct problem *p = g->net->problem;
    struct prices *x = prices_copy(a, p, own);
    if (!g->best || percent == 0)
        return x;
    x->rights = mixed(g->best->rights, own->rights, percent);
    mix_all(x->request, g->best->request, p->n_requests, percent);
    mix_all(x->team, g->best->team, p->n_options, percent);
    mix_all(x->grant, g->best->grant, p->n_grants, percent);
    mix_all(x->session, g->best->session, p->n_sessions, percent);
    mix_all(x->shortage, g->best->shortage, 2 * p->n_clients, percent);
    for (int i = 0; i < x->n_members; i++)
        x->members[i].price = mixed(price_of_member(g->best, i), x->members[i].price, percent);
    prices_cap(p, g->tier, x);
    return x;
}

/* ---- the loop ---------------------------------------------------------------------- */

/* Measured in units of the search, one price each: a label, and an iteration by rows. */
enum { LABEL_WORK = 2, ROWS_OF_WORK = 3 };

/* GLPK may go round in circles on a degenerate program: many times what any other takes. */
static int64_t iterations_sane(const struct live *lp)
{
    return 10000 + 100 * ((int64_t)live_rows(lp) + live_cols(lp));
}

enum status colgen_solve(struct colgen *g, bool dual, const struct exact_limits *limits,
                         bool *optimal, struct faults *f)
{
    struct live_limits lp = {.iterations = iterations_sane(g->master->lp),
                             .deadline = limits->deadline, .stop = limits->stop, .dual = dual};
    enum live_outcome outcome;
    int64_t iterations;
    *optimal = false;
    TRY(live_solve(g->master->lp, &lp, &outcome, &iterations, f));
    *limits->work -= (iterations + 1) * (live_rows(g->master->lp) + 1) / ROWS_OF_WORK;
    *optimal = outcome == LIVE_OPTIMAL;
    return STATUS_OK;
}

int colgen_price(struct colgen *g, enum care care, int percent, const struct exact_limits *limits)
{
    struct arena *scratch = arena_new(), *other = arena_new();
    struct prices *own = master_prices(scratch, g->master);
    struct prices *x = smoothed(scratch, g, own, percent);
    int64_t work = g->work;
    struct round r = price_all(g, scratch, other, x, care, limits);
    if (care == CARE_EXACT)
        take_bound(g, &r, x);
    int taken = take_plans(g, &r, own);
    *limits->work -= (g->work - work) * LABEL_WORK + g->net->n_nodes;
    arena_free(scratch);
    arena_free(other);
    return taken;
}

/* Few plans found: time for a proof. */
static int few(const struct colgen *g)
{
    return g->net->problem->n_escorts / 10;
}

/* How much the next round leans on the best prices. A guess leads at first and then less
 * and less. Once something is proved: less as long as the bound grows, more when it does
 * not, and not at all when nothing was found so (Pessoa et al. 2018 turn by the angle). */
static int next_percent(const struct colgen *g, int percent, bool exact, bool grown, int taken)
{
    if (g->fresh || (taken == 0 && exact))
        return 0;
    if (g->bound == INT64_MIN)
        return percent > SMOOTHING_LEAST ? percent - SMOOTHING_STEP : percent;
    if (!exact)
        return percent;
    percent += grown ? -2 * SMOOTHING_STEP : 2 * SMOOTHING_STEP;
    return percent < 0 ? 0 : percent > SMOOTHING_MOST ? SMOOTHING_MOST : percent;
}

static enum care next_care(const struct colgen *g, enum care care, enum care most, int taken)
{
    if (taken > few(g))
        return care == CARE_EXACT ? CARE_QUICK : care;
    return care < most ? care + 1 : care;
}

enum status colgen_run(struct colgen *g, enum care most, int64_t enough,
                       const struct exact_limits *limits, struct faults *f)
{
    bool begun = g->fresh || g->bound > INT64_MIN, done = false;
    enum care care = begun ? CARE_QUICK : CARE_LEAST;
    int percent = begun ? 0 : SMOOTHING_FIRST;
    while (!done && !g->converged && !exact_over(limits) && colgen_points(g) < enough) {
        bool optimal;
        TRY(colgen_solve(g, false, limits, &optimal, f));
        if (!optimal)
            return STATUS_OK;
        if (master_cut(g->master) > 0)
            continue;
        int64_t bound = g->bound;
        int now = care == CARE_EXACT && bound == INT64_MIN ? 0 : percent;
        int taken = colgen_price(g, care, now, limits);
        bool grown = g->bound > bound, exact = care == CARE_EXACT;
        g->converged = taken == 0 && exact && now == 0;
        done = care == most && !exact && taken <= few(g);
        percent = next_percent(g, now, exact, grown, taken);
        care = next_care(g, care, most, taken);
        if (grown && g->tell)
            g->tell(g->listener, g);
    }
    return STATUS_OK;
}

/* The best prices so far stay those that smoothing leans on. */
void colgen_take_case(struct colgen *g, const signed char *served, const bool *shut)
{
    const struct problem *p = g->net->problem;
    g->case_net = *g->net;
    g->case_net.served = served;
    g->case_net.shut = shut;
    g->net = &g->case_net;
    g->bound = INT64_MIN;
    g->converged = false;
    g->fresh = true;
    for (int r = 0; g->best && r < p->n_requests; r++)
        if (g->best->request[r] < 0 && !(served && served[r] > 0))
            g->best->request[r] = 0;
    master_take_case(g->master, served, shut);
}

int colgen_rule_out(struct colgen *g, int64_t value, bool *gone)
{
    struct arena *scratch = arena_new();
    int n_nodes = g->net->n_nodes, n_gone = 0;
    int64_t *charge = NEW_ARRAY(scratch, int64_t, n_nodes + 1);
    int64_t *through = NEW_ARRAY(scratch, int64_t, n_nodes + 1);
    for (int n = 0; n < n_nodes; n++)
        through[n] = INT64_MIN;
    if (g->bound > INT64_MIN) {
        charge_nodes(g->net, g->tier, g->best, charge);
        for (int e = 0; e < g->net->problem->n_escorts; e++)
            pricing_through(g->workers[0], &g->tracks[e], charge, through);
    }
    for (int n = 0; n < n_nodes; n++) {
        int64_t rest = g->bound - g->least[g->net->nodes[n].escort];
        gone[n] = through[n] > INT64_MIN && rest + through[n] > (value - 1) * PRICE_SCALE;
        n_gone += gone[n];
    }
    arena_free(scratch);
    return n_gone;
}
