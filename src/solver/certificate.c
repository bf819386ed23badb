/* A bound from prices, without the linear program that found them. */
#include "ledsaga/certificate.h"

#include "base/crew.h"
#include "solver/bound.h"
#include "solver/cases.h"
#include "solver/components.h"
#include "solver/lagrangean.h"
#include "solver/part_cases.h"
#include "solver/part_prices.h"

enum { THREADS = 2 };

int64_t certificate_bound(const struct problem *p, int tier, const struct prices *prices,
                          int64_t rights_value)
{
    struct arena *scratch = arena_new();
    int64_t bound =
        lagrangean_bound(net_new(scratch, p), tier, prices, NULL, rights_value, THREADS, NULL);
    arena_free(scratch);
    return bound;
}

/* ---- one part ---------------------------------------------------------------------- */

struct proved {
    int64_t bound[2];
    int64_t value; /* tier 1 in the roster */
};

struct recomputing {
    const struct problem *problem;
    const struct certificate *certificate;
    const struct roster *roster; /* NULL */
    const struct components *components;
    const struct part_proof **how; /* by component; NULL = not told */
    struct proved *proved;         /* by component */
    struct certified *out;
};

/* Nobody can do anything, so that there is one lawful roster. */
static void judge_idle(struct arena *a, const struct problem *p, struct proved *out)
{
    const struct verdict *v = rules_judge(a, p, roster_new(a, p));
    out->bound[0] = v->tier[TIER_RIGHTS];
    out->bound[1] = v->tier[TIER_REST];
}

/* At least what is true without prices; but prices that prove nothing prove nothing. */
static int64_t priced_bound(struct arena *a, struct net *net, const struct part *part,
                            const struct part_proof *how, int tier,
                            const struct certificate *whole, int64_t without)
{
    struct prices *x = prices_cut(a, part, &whole->prices[tier - 1]);
    struct case_list cases = cases_cut(a, part, &whole->cases[tier - 1]);
    if (tier == TIER_REST)
        x->rights = how->rights;
    int64_t bound = lagrangean_bound(net, tier, x, &cases, how->rights_value, 1, NULL);
    return bound == INT64_MIN || bound > without ? bound : without;
}

static void prove(struct arena *a, const struct recomputing *all, const struct part *part,
                  const struct part_proof *how, struct proved *out)
{
    const struct certificate *c = all->certificate;
    struct net *net = net_new(a, part->problem);
    out->bound[0] = bound_rights(net);
    out->bound[1] = bound_rest(net, how->rights_value, NULL);
    for (int i = 0; i < 2; i++)
        if (c->stated[i] && how->priced[i] && all->out->cases[i] == CASES_FIT)
            out->bound[i] = priced_bound(a, net, part, how, TIER_RIGHTS + i, c, out->bound[i]);
}

static void prove_part(void *context, int worker, int i)
{
    static const struct part_proof NOT_TOLD = {.request = NONE};
    const struct recomputing *all = context;
    struct proved *out = &all->proved[i];
    struct arena *scratch = arena_new();
    const struct part *part = component_part(scratch, all->problem, all->components, i);
    (void)worker;
    if (i == all->components->idle)
        judge_idle(scratch, part->problem, out);
    else
        prove(scratch, all, part, all->how[i] ? all->how[i] : &NOT_TOLD, out);
    if (all->roster)
        out->value = rules_judge(scratch, part->problem,
                                 roster_cut(scratch, part, all->roster))
                         ->tier[TIER_RIGHTS];
    arena_free(scratch);
}

/* ---- all of them ------------------------------------------------------------------- */

static void misfit(const struct recomputing *all, struct certified *out, enum parts_fit fit,
                   int component)
{
    int r = 0;
    if (out->fit != PARTS_FIT)
        return;
    while (all->components->of_request[r] != component)
        r++;
    out->fit = fit;
    out->request = r;
}

/* The idle part needs nothing. */
static void find_parts(struct arena *a, struct recomputing *all, struct certified *out)
{
    const struct certificate *c = all->certificate;
    const struct components *parts = all->components;
    all->how = NEW_ARRAY(a, const struct part_proof *, parts->n + 1);
    for (int i = 0; i < c->n_parts; i++) {
        int part = parts->of_request[c->parts[i].request];
        if (all->how[part])
            misfit(all, out, PARTS_TWICE, part);
        else
            all->how[part] = &c->parts[i];
    }
    for (int i = 0; i < parts->n; i++)
        if (i != parts->idle && !all->how[i])
            misfit(all, out, PARTS_MISSING, i);
}

static void compare_values(const struct recomputing *all, struct certified *out)
{
    for (int i = 0; i < all->components->n && out->fit == PARTS_FIT; i++)
        if (all->how[i] && all->how[i]->rights_value != all->proved[i].value) {
            misfit(all, out, PARTS_OTHERWISE, i);
            out->stated = all->how[i]->rights_value;
            out->value = all->proved[i].value;
        }
}

static int64_t sum_of(const struct recomputing *all, int tier)
{
    int64_t sum = 0;
    for (int i = 0; i < all->components->n; i++) {
        int64_t bound = all->proved[i].bound[tier];
        if (bound == INT64_MIN)
            return INT64_MIN;
        sum += bound;
    }
    return sum;
}

static void check_cases(struct recomputing *all, struct certified *out)
{
    const struct components *parts = all->components;
    for (int i = 0; i < 2; i++)
        out->cases[i] = cases_check(all->problem, &all->certificate->cases[i],
                                    parts ? parts->of_request : NULL, parts ? parts->n : 1,
                                    &out->misfit[i]);
}

static void recompute_parts(struct arena *a, struct recomputing *all, struct certified *out)
{
    const struct certificate *c = all->certificate;
    find_parts(a, all, out);
    check_cases(all, out);
    all->proved = NEW_ARRAY(a, struct proved, all->components->n + 1);
    all->out = out;
    crew_run(THREADS, all->components->n, prove_part, all);
    if (c->stated[0] && out->cases[0] == CASES_FIT)
        out->bound[0] = sum_of(all, 0);
    if (c->stated[1] && out->cases[1] == CASES_FIT && out->fit == PARTS_FIT)
        out->bound[1] = sum_of(all, 1);
    if (all->roster)
        compare_values(all, out);
}

static void recompute_whole(struct arena *a, struct recomputing *all, struct certified *out)
{
    const struct certificate *c = all->certificate;
    struct net *net = net_new(a, all->problem);
    check_cases(all, out);
    for (int i = 0; i < 2; i++)
        if (c->stated[i] && out->cases[i] == CASES_FIT)
            out->bound[i] = lagrangean_bound(net, TIER_RIGHTS + i, &c->prices[i], &c->cases[i],
                                             c->rights_value, THREADS, NULL);
}

/* The net of the whole is not needed any more when the parts lay out theirs. */
static const struct components *components_found(struct arena *a, const struct problem *p)
{
    struct arena *scratch = arena_new();
    const struct components *c = components_of(a, net_new(scratch, p));
    arena_free(scratch);
    return c;
}

struct certified certificate_recompute(const struct problem *p, const struct certificate *c,
                                       const struct roster *roster)
{
    struct certified out = {.bound = {INT64_MIN, INT64_MIN}};
    struct arena *scratch = arena_new();
    struct recomputing all = {.problem = p, .certificate = c, .roster = roster};
    if (c->n_parts > 0) {
        all.components = components_found(scratch, p);
        recompute_parts(scratch, &all, &out);
    } else {
        recompute_whole(scratch, &all, &out);
    }
    arena_free(scratch);
    return out;
}
