/* Branch and price against every roster there is: its bound is never above the best, and
 * where it says that it is done the best is what it found. It begins without a roster, with
 * its own dives alone, and is often stopped. The cases that it keeps prove its bound to anybody, and however they
 * are spoilt no more than is true. */
#include "property.h"

#include "oracle/brute_force.h"
#include "solver/branch.h"
#include "solver/cases.h"
#include "solver/dive.h"
#include "solver/lagrangean.h"
#include "solver/twin.h"

enum { WORK = 200000000, LITTLE_WORK = 3000, POOR = 100000, SPOILS = 4 };

struct listening {
    struct trial *trial;
    struct colgen *g;
    const struct exact_limits *limits;
    int64_t rights, best; /* tier 1 that tier 2 is for; the tier's value so far */
};

/* What a dive from the mix comes to, if it is lawful. */
static void dive_from(struct listening *l)
{
    struct arena *a = arena_new();
    struct faults f = {0};
    struct roster *r;
    if (complain(l->trial, dive(a, l->g, l->limits, &r, &f) == STATUS_OK, "no dive") && r) {
        const struct verdict *v = rules_judge(a, l->trial->problem, r);
        bool counts = v->n_breaches == 0 &&
                      (l->g->tier == TIER_RIGHTS || v->tier[TIER_RIGHTS] <= l->rights);
        if (counts && v->tier[l->g->tier] < l->best)
            l->best = v->tier[l->g->tier];
    }
    arena_free(a);
}

static int64_t hear(void *listener, enum mixed mixed, int64_t bound)
{
    struct listening *l = listener;
    (void)bound;
    if (mixed == MIXED_NOT || chance_one_in(&l->trial->chance, 3))
        dive_from(l);
    return l->best;
}

/* ---- what is kept -------------------------------------------------------------------- */

static struct certificate certificate_of(const struct branching *b, int64_t rights)
{
    int at = b->g->tier == TIER_RIGHTS ? 0 : 1;
    struct certificate c = {.rights_value = rights};
    c.stated[at] = true;
    c.prices[at] = *b->prices;
    c.cases[at] = b->cases;
    return c;
}

/* Each case that is not split alone, with those that it is part of. */
static int64_t least_alone(struct trial *t, const struct branching *b, int64_t rights)
{
    struct net *net = net_new(t->arena, t->problem);
    const bool *split = cases_split(t->arena, &b->cases);
    int64_t least = INT64_MAX;
    for (int i = 0; i < b->cases.n; i++) {
        struct case_list alone = {0, NEW_ARRAY(t->arena, struct case_proof, b->cases.n)};
        for (int k = i; !split[i] && k != NONE; k = b->cases.list[k].within) {
            alone.list[alone.n] = b->cases.list[k];
            alone.list[alone.n].within = alone.list[alone.n].within == NONE ? NONE : alone.n + 1;
            alone.n++;
        }
        int64_t bound = split[i] ? INT64_MAX
                                 : lagrangean_bound(net, b->g->tier, b->prices, &alone, rights,
                                                    1, NULL);
        least = bound < least ? bound : least;
    }
    return least;
}

static void look_at_cases(struct trial *t, const struct branching *b, int64_t rights)
{
    const struct certificate c = certificate_of(b, rights);
    int at = b->g->tier == TIER_RIGHTS ? 0 : 1, misfit;
    if (!complain(t, cases_check(t->problem, &b->cases, NULL, 1, &misfit) == CASES_FIT,
                  "the cases kept are not all"))
        return;
    int64_t bound = certificate_recompute(t->problem, &c, NULL).bound[at];
    complain(t, bound == least_alone(t, b, rights), "a case alone proves something else");
    complain(t, bound <= b->value, "kept cases prove %lld, a roster has %lld", (long long)bound,
             (long long)b->value);
    complain(t, bound >= b->bound, "kept cases of tier %d prove %lld, cases proved %lld",
             at + 1, (long long)bound, (long long)b->bound);
}

/* A price a little otherwise, or another fork. */
static void spoil(struct trial *t, struct case_list *cases)
{
    struct chance *c = &t->chance;
    struct case_proof *x = &cases->list[chance_below(c, cases->n)];
    if (x->prices.n > 0 && chance_one_in(c, 2))
        x->prices.list[chance_below(c, x->prices.n)].price +=
            (chance_below(c, 200) - 100) * (int64_t)PRICE_SCALE / 10;
    else if (chance_one_in(c, 2))
        x->fork.kind ^= 1;
    else if (chance_one_in(c, 2))
        x->within = chance_below(c, cases->n + 1) - 1;
    else
        x->fork.request = chance_below(c, t->problem->n_requests);
}

static void look_at_spoilt(struct trial *t, const struct branching *b, int64_t rights,
                           int64_t least)
{
    int at = b->g->tier == TIER_RIGHTS ? 0 : 1;
    for (int i = 0; i < SPOILS; i++) {
        struct certificate c = certificate_of(b, rights);
        c.cases[at] = cases_copy(t->arena, &b->cases);
        for (int k = 0; k <= i; k++)
            spoil(t, &c.cases[at]);
        int64_t bound = certificate_recompute(t->problem, &c, NULL).bound[at];
        complain(t, bound <= least, "spoilt cases prove %lld, a roster has %lld",
                 (long long)bound, (long long)least);
    }
}

static void branch_tier(struct trial *t, struct net *net, const struct truth *truth, int tier)
{
    int64_t work = WORK, least = tier == TIER_RIGHTS ? truth->rights : truth->rest;
    struct exact_limits limits = {.work = &work};
    struct faults f = {0};
    struct colgen *g = colgen_new(t->arena, net, tier, truth->rights, 1 + chance_below(&t->chance, 2));
    struct listening l = {t, g, &limits, truth->rights, least + POOR};
    struct branching b = {.g = g, .value = l.best, .listen = hear, .listener = &l, .bound = INT64_MIN,
                          .arena = t->arena};
    colgen_add_roster(g, roster_new(t->arena, t->problem));
    complain(t, colgen_run(g, CARE_EXACT, INT64_MAX, &limits, &f) == STATUS_OK, "no column generation");
    b.bound = colgen_points(g);
    b.prices = prices_copy(t->arena, t->problem, g->best);
    int64_t before = b.bound;
    if (chance_one_in(&t->chance, 2))
        work = chance_below(&t->chance, LITTLE_WORK);
    complain(t, branch(&b, &limits, &f) == STATUS_OK, "no branching");
    complain(t, b.bound <= least, "cases prove %lld in tier %d, a roster has %lld",
             (long long)b.bound, tier, (long long)least);
    complain(t, b.bound >= before, "cases prove less than their root");
    complain(t, l.best >= least, "a dive found %lld, the best is %lld", (long long)l.best,
             (long long)least);
    complain(t, b.n_cases > 0 || before >= least || work <= 0, "no case was looked at");
    complain(t, before == INT64_MIN || before >= b.bound || b.cases.n > 0,
             "a better bound without cases"); /* that of the root is its own */
    if (b.cases.n > 0) {
        look_at_cases(t, &b, truth->rights);
        look_at_spoilt(t, &b, truth->rights, least);
    }
    colgen_free(g);
}

void property_branching(struct trial *t)
{
    struct net *net = net_new(t->arena, t->problem);
    struct truth truth = brute_force(t->problem);
    for (int tier = TIER_RIGHTS; tier <= TIER_REST; tier++)
        branch_tier(t, net, &truth, tier);
}
