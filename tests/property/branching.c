/* Branch and price against every roster there is: its bound is never above the best, and
 * where it says that it is done the best is what it found. It begins without a roster, with
 * its own dives alone. */
#include "property.h"

#include "oracle/brute_force.h"
#include "solver/branch.h"
#include "solver/dive.h"
#include "solver/twin.h"

enum { WORK = 200000000, POOR = 100000 };

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

static void branch_tier(struct trial *t, struct net *net, const struct truth *truth, int tier)
{
    int64_t work = WORK, least = tier == TIER_RIGHTS ? truth->rights : truth->rest;
    struct exact_limits limits = {.work = &work};
    struct faults f = {0};
    struct colgen *g = colgen_new(t->arena, net, tier, truth->rights, 1 + chance_below(&t->chance, 2));
    struct listening l = {t, g, &limits, truth->rights, least + POOR};
    struct branching b = {.g = g, .value = l.best, .listen = hear, .listener = &l, .bound = INT64_MIN};
    colgen_add_roster(g, roster_new(t->arena, t->problem));
    complain(t, colgen_run(g, CARE_EXACT, INT64_MAX, &limits, &f) == STATUS_OK, "no column generation");
    b.bound = colgen_points(g);
    int64_t before = b.bound;
    complain(t, branch(&b, &limits, &f) == STATUS_OK, "no branching");
    complain(t, b.bound <= least, "cases prove %lld in tier %d, a roster has %lld",
             (long long)b.bound, tier, (long long)least);
    complain(t, b.bound >= before, "cases prove less than their root");
    complain(t, l.best >= least, "a dive found %lld, the best is %lld", (long long)l.best,
             (long long)least);
    complain(t, b.n_cases > 0 || before >= least, "no case was looked at");
    colgen_free(g);
}

void property_branching(struct trial *t)
{
    struct net *net = net_new(t->arena, t->problem);
    struct truth truth = brute_force(t->problem);
    for (int tier = TIER_RIGHTS; tier <= TIER_REST; tier++)
        branch_tier(t, net, &truth, tier);
}
