/* What prices prove is true of every lawful roster there is: prices drawn by chance, those
 * that the solver ends with, and these with some of them spoilt. The solver's own prove
 * what the solver says they do, on whatever thread they were found. */
#include "property.h"

#include "oracle/brute_force.h"
#include "solver/cases.h"
#include "solver/colgen.h"
#include "sound_prices.h"

enum { SPLITS = 3, DRAWS = 4, SHIFTS = 4, WORK = 100000000 };

/* ---- against every roster ----------------------------------------------------- */

/* Tier 1 of the best; tier 2 of rosters with at most so much of tier 1. */
static void look_at_prices(struct trial *t, const struct truth *truth, int tier,
                           const struct prices *x, const char *whose)
{
    complain(t, prices_sound(t->problem, tier, x), "%s prices are not sound", whose);
    for (int i = 0; i < (tier == TIER_RIGHTS ? 1 : truth->n_front); i++) {
        int64_t rights = tier == TIER_RIGHTS ? 0 : truth->front[i].rights;
        int64_t value = tier == TIER_RIGHTS ? truth->rights : truth->front[i].rest;
        int64_t bound = certificate_bound(t->problem, tier, x, rights);
        complain(t, bound <= value,
                 "%s prices prove %lld in tier %d with rights at %lld, a roster has %lld",
                 whose, (long long)bound, tier, (long long)rights, (long long)value);
        complain(t, bound > INT64_MIN, "%s prices prove nothing", whose);
    }
}

static void look_at_any(struct trial *t, struct net *net, const struct truth *truth)
{
    for (int tier = TIER_RIGHTS; tier <= TIER_REST; tier++)
        for (int i = 0; i < DRAWS; i++)
            look_at_prices(t, truth, tier, sound_prices(t->arena, net, tier, &t->chance),
                           "drawn");
}

/* ---- cases ---------------------------------------------------------------------- */

/* Of anything. */
static struct fork drawn_fork(struct trial *t, struct chance *c)
{
    const struct problem *p = t->problem;
    struct fork d = {.request = chance_below(c, p->n_requests),
                     .escort = chance_below(c, p->n_escorts)};
    const struct request *q = &p->requests[d.request];
    if (q->n_options > 0)
        d.start = p->options[q->first_option + chance_below(c, q->n_options)].start;
    d.kind = (enum fork_kind)(2 * chance_below(c, 3));
    if (d.kind == FORK_BY && !request_is_by_one(q))
        d.kind = FORK_BEFORE;
    return d;
}

/* What is to be served may be paid for, too; by the outermost case that says so. */
static void draw_prices(struct trial *t, struct net *net, int tier, const struct prices *whole,
                        struct case_list *cases, int at)
{
    struct prices *x = sound_prices(t->arena, net, tier, &t->chance);
    for (int i = at; i != NONE; i = cases->list[i].within) {
        const struct fork *d = &cases->list[i].fork;
        int64_t *price = &x->request[d->request];
        bool served = d->kind == FORK_SERVED || d->kind == FORK_BY;
        if ((served && chance_one_in(&t->chance, 2)) || (d->kind == FORK_UNSERVED && *price < 0))
            *price = -*price;
    }
    cases->list[at].priced = true;
    cases->list[at].prices = price_changes_find(t->arena, t->problem, whole, x);
}

static struct case_list drawn_cases(struct trial *t, struct net *net, int tier,
                                    const struct prices *whole)
{
    struct case_list cases = {0, NEW_ARRAY(t->arena, struct case_proof, 2 * SPLITS)};
    int within = NONE;
    for (int i = 0; i < SPLITS; i++) {
        struct fork d = drawn_fork(t, &t->chance);
        cases.list[cases.n++] = (struct case_proof){.within = within, .fork = d};
        d.kind++;
        cases.list[cases.n++] = (struct case_proof){.within = within, .fork = d};
        within = 2 * i + chance_below(&t->chance, 2);
    }
    for (int i = 0; i < cases.n; i++)
        draw_prices(t, net, tier, whole, &cases, i);
    return cases;
}

static void look_at_any_cases(struct trial *t, struct net *net, const struct truth *truth)
{
    for (int at = 0; at < 2; at++) {
        struct certificate c = {.rights_value = truth->rights};
        const struct prices *x = sound_prices(t->arena, net, at + 1, &t->chance);
        int64_t value = at == 0 ? truth->rights : truth->rest;
        c.stated[at] = true;
        c.prices[at] = *x;
        c.cases[at] = drawn_cases(t, net, at + 1, x);
        struct certified found = certificate_recompute(t->problem, &c, NULL);
        complain(t, found.cases[at] == CASES_FIT, "drawn cases do not fit");
        complain(t, found.bound[at] > INT64_MIN && found.bound[at] <= value,
                 "drawn cases prove %lld in tier %d, a roster has %lld",
                 (long long)found.bound[at], at + 1, (long long)value);
    }
}

/* ---- the solver's own ---------------------------------------------------------- */

static struct colgen *generated(struct trial *t, struct net *net, int tier, int64_t rights,
                                const struct roster *r, int threads)
{
    int64_t work = WORK;
    struct faults f = {0};
    struct exact_limits limits = {.work = &work};
    struct colgen *g = colgen_new(t->arena, net, tier, rights, threads);
    colgen_add_roster(g, r);
    complain(t, colgen_run(g, CARE_EXACT, INT64_MAX, &limits, &f) == STATUS_OK, "no column generation: %s",
             f.list[0].what);
    complain(t, g->converged && g->best, "column generation does not end");
    return g;
}

/* Of the best roster nothing is ruled out, be it by a value one above its own. */
static void look_at_ruled_out(struct trial *t, struct net *net, const struct truth *truth,
                              struct colgen *g, const struct solution *best)
{
    bool *gone = NEW_ARRAY(t->arena, bool, net->n_nodes + 1);
    if (best->rights.value != truth->rights || best->rest.value != truth->rest)
        return;
    colgen_rule_out(g, g->tier == TIER_RIGHTS ? truth->rights + 1 : truth->rest + 1, gone);
    for (int e = 0; e < t->problem->n_escorts; e++) {
        struct plan x = plan_of_roster(t->arena, net, e, best->roster);
        for (int i = 0; i < x.n; i++)
            complain(t, !gone[x.nodes[i]], "node %d of the best roster is ruled out in tier %d",
                     x.nodes[i], g->tier);
    }
}

/* From good prices cases are near the truth; each that is split leaves them as they are or
 * a little otherwise. */
static void look_at_own_cases(struct trial *t, struct net *net, const struct truth *truth,
                              int tier, const struct prices *x)
{
    int64_t value = tier == TIER_RIGHTS ? truth->rights : truth->rest;
    for (int i = 0; i < SHIFTS; i++) {
        struct certificate c = {.rights_value = truth->rights};
        struct case_list *cases = &c.cases[tier - 1];
        c.stated[tier - 1] = true;
        c.prices[tier - 1] = *x;
        *cases = drawn_cases(t, net, tier, x);
        for (int k = 0; k < cases->n; k++)
            if (chance_one_in(&t->chance, 2))
                cases->list[k].prices.n = 0;
            else
                cases->list[k].prices = price_changes_find(
                    t->arena, t->problem, x, shifted_prices(t->arena, net, tier, x, &t->chance));
        int64_t bound = certificate_recompute(t->problem, &c, NULL).bound[tier - 1];
        complain(t, bound <= value, "cases prove %lld in tier %d, a roster has %lld",
                 (long long)bound, tier, (long long)value);
    }
}

static void look_at_own(struct trial *t, struct net *net, const struct truth *truth, int tier,
                        const struct solution *best)
{
    struct colgen *g = generated(t, net, tier, truth->rights, best->roster, 1);
    struct colgen *two = generated(t, net, tier, truth->rights, best->roster, 2);
    if (g->best && two->best) {
        int64_t bound = certificate_bound(t->problem, tier, g->best, truth->rights);
        complain(t, bound == colgen_points(g), "tier %d is proved at %lld, not at %lld", tier,
                 (long long)bound, (long long)colgen_points(g));
        complain(t, g->bound == two->bound && g->work == two->work,
                 "two threads prove something else in tier %d", tier);
        look_at_prices(t, truth, tier, g->best, "the solver's");
        look_at_ruled_out(t, net, truth, g, best);
        look_at_own_cases(t, net, truth, tier, g->best);
        for (int i = 0; i < SHIFTS; i++)
            look_at_prices(t, truth, tier,
                           shifted_prices(t->arena, net, tier, g->best, &t->chance), "spoilt");
    }
    colgen_free(g);
    colgen_free(two);
}

/* ---- a solve --------------------------------------------------------------------- */

static void look_at_solution(struct trial *t, const struct truth *truth, const struct solution *s)
{
    const struct certificate *c = s->certificate;
    const int64_t value[] = {truth->rights, truth->rest};
    const int64_t told[] = {s->rights.bound, s->rest.bound};
    if (!c)
        return;
    struct certified found = certificate_recompute(t->problem, c, s->roster);
    for (int i = 0; i < 2; i++) {
        if (!c->stated[i])
            continue;
        complain(t, found.bound[i] == c->bound[i],
                 "the certificate of tier %d says %lld, proves %lld", i + 1,
                 (long long)c->bound[i], (long long)found.bound[i]);
        complain(t, found.bound[i] <= told[i] && told[i] <= value[i],
                 "tier %d: %lld is proved, %lld told, a roster has %lld", i + 1,
                 (long long)found.bound[i], (long long)told[i], (long long)value[i]);
    }
    complain(t, found.fit == PARTS_FIT, "the certificate does not fit the week's parts");
    complain(t, !c->stated[1] || c->rights_value == s->rights.value,
             "the certificate is for another value of tier 1");
}

void property_certificate(struct trial *t)
{
    struct solve_options options = {.seed = t->seed, .prove = true};
    struct faults f = {0};
    const struct solution *s;
    struct net *net = net_new(t->arena, t->problem);
    struct truth truth = brute_force(t->problem);
    look_at_any(t, net, &truth);
    look_at_any_cases(t, net, &truth);
    if (!complain(t, solve(t->arena, t->problem, &options, NULL, &s, &f) == STATUS_OK,
                  "not solved: %s", f.list[0].what))
        return;
    look_at_solution(t, &truth, s);
    for (int tier = TIER_RIGHTS; tier <= TIER_REST; tier++)
        look_at_own(t, net, &truth, tier, s);
}
