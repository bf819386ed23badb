/* What is called proved of two scenarios is so of their best rosters, by trying every one of
 * both; and the difference lies where it is said to lie. */
#include "property.h"

#include "ledsaga/solver.h"
#include "ledsaga/whatif.h"
#include "oracle/brute_force.h"
#include "tiny_week.h"

enum { RUNS = 2 };

/* The other week: other people and requests, or these with an escort away. */
static const struct problem *other(struct trial *t, int run)
{
    const struct problem *p = t->problem;
    struct problem *fewer = NEW(t->arena, struct problem);
    struct escort *escorts = arena_grow(t->arena, p->escorts, (size_t)p->n_escorts,
                                        (size_t)p->n_escorts + 1, sizeof *escorts);
    if (run > 0)
        return random_week(t->arena, t->seed + 5000);
    escorts[chance_below(&t->chance, p->n_escorts)].n_available = 0;
    *fewer = *p;
    fewer->escorts = escorts;
    return fewer;
}

/* What is known if no more was found than that everybody may stay at home. */
static void forget_roster(struct trial *t, const struct problem *p, struct run_result *out)
{
    const struct verdict *v = rules_judge(t->arena, p, roster_new(t->arena, p));
    if (v->n_breaches > 0)
        return;
    out->tier[0].value = v->tier[TIER_RIGHTS];
    out->tier[1] = (struct interval){0, v->tier[TIER_REST]};
}

/* Often badly solved, or hardly proved, so that there is a gap. */
static bool run(struct trial *t, const struct problem *p, struct run_result *out)
{
    struct solve_options options = {.seed = t->seed, .effort = 1 + chance_below(&t->chance, 2) * 5000,
                                    .prove = chance_below(&t->chance, 2)};
    struct faults f = {0};
    const struct solution *s;
    if (!complain(t, solve(t->arena, p, &options, NULL, &s, &f) == STATUS_OK, "it is not solved"))
        return false;
    *out = (struct run_result){.rates = point_rates_of(p),
                               .tier = {{s->rights.bound, s->rights.value},
                                        {s->rest.bound, s->rest.value}}};
    if (chance_below(&t->chance, 4) == 0)
        forget_roster(t, p, out);
    return true;
}

static void check_finding(struct trial *t, const char *of, enum finding f, int64_t x, int64_t y)
{
    bool wrong = (f == FINDING_FEWER && x >= y) || (f == FINDING_MORE && x <= y) ||
                 (f == FINDING_SAME && x != y);
    complain(t, !wrong, "%s: %s, but the best are %lld and %lld", of, finding_word(f), (long long)x,
             (long long)y);
}

static void check_tier(struct trial *t, const struct comparison *c, int tier,
                       int64_t best[2][RUNS])
{
    const struct compared_tier *x = &c->tier[1][tier];
    int64_t sum[2] = {0, 0};
    for (int i = 0; i < RUNS; i++) {
        enum finding f = runs_compare(&c->results[RUNS + i], &c->results[i], tier);
        check_finding(t, tier ? "the rest" : "rights", f, best[1][i], best[0][i]);
        sum[0] += best[0][i];
        sum[1] += best[1][i];
    }
    check_finding(t, tier ? "the mean of the rest" : "the mean of rights", x->finding, sum[1], sum[0]);
    double apart = (double)(sum[1] - sum[0]) / RUNS;
    complain(t, !x->compared || (x->difference_least <= apart && apart <= x->difference_most),
             "tier %d: %g apart, not from %g to %g", tier + 1, apart, x->difference_least,
             x->difference_most);
}

void property_compared(struct trial *t)
{
    int64_t best[TIERS_PROVED][2][RUNS];
    struct run_result results[2 * RUNS];
    for (int i = 0; i < RUNS; i++) {
        const struct problem *p[2] = {i == 0 ? t->problem : random_week(t->arena, t->seed + 9000),
                                      other(t, i)};
        for (int s = 0; s < 2; s++) {
            struct truth truth = brute_force(p[s]);
            best[0][s][i] = truth.rights;
            best[1][s][i] = truth.rest;
            if (!run(t, p[s], &results[s * RUNS + i]))
                return;
        }
    }
    const struct scenario scenarios[2] = {{.part = false}, {.part = false}};
    struct comparison c = {.n_scenarios = 2, .scenarios = scenarios, .n_demands = RUNS, .n_weeks = 1, .results = results};
    comparison_count(t->arena, &c);
    for (int tier = 0; tier < TIERS_PROVED; tier++)
        check_tier(t, &c, tier, best[tier]);
}
