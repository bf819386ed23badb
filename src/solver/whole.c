/* From a problem to a judged roster: build the net, make a first roster, search a little,
 * prove by column generation and dive for a roster from its prices, close what gap is
 * left by the exact program where that is of a size for it, search on, judge. */
#include "solver/whole.h"

#include "base/clock.h"
#include "base/text.h"
#include "solver/bound.h"
#include "solver/core.h"
#include "solver/dive.h"
#include "solver/search.h"

/* Above these the first round of pricing takes longer than the search needs for a good
 * roster; in tier 1, where nothing but people's time costs anything, already at a half. */
enum { RIGHTS_NODES_MOST = 400000, PLAN_NODES_MOST = 3000000 };

/* One part in so many of the effort goes into what comes before the proof, and into what
 * is made of each dive. */
enum { PROOF_LEAST = 30000000, FIRST_SHARE = 16, POLISH_SHARE = 40, DIVES = 3 };

struct solving {
    struct arena *arena;
    const struct problem *problem;
    const struct solve_options *options;
    struct net *net;
    struct search *search;
    int64_t effort;     /* planned */
    int64_t proof_work; /* left for the integer program */
    double began;
    const char *phase;
    struct tier_result rights, rest;
    struct certificate *certificate;
    bool *gone; /* by node: in no roster better than the best in tier 2; NULL */
};

/* Effort by size: the more places there are to try, the more tries, up to what takes
 * some ten seconds for a city on a machine of 2020. */
int64_t whole_effort(const struct net *net)
{
    int64_t base = 16000 * (int64_t)net->n_nodes;
    return (base < 60000000 ? base : 60000000) + 20000 * (int64_t)net->problem->n_requests + 1;
}

/* A small week can have a large program, with a window of rest for every visit. */
static int64_t planned_proof(int64_t effort, bool in_full)
{
    int64_t work = effort < INT64_MAX / 6 ? 6 * effort : INT64_MAX;
    return in_full && work < PROOF_LEAST ? PROOF_LEAST : work;
}

static double seconds_gone(const struct solving *s)
{
    return clock_seconds() - s->began;
}

static bool interrupted(const struct solving *s)
{
    return s->options->stop && *s->options->stop;
}

static bool out_of_time(const struct solving *s)
{
    return s->options->seconds > 0 && seconds_gone(s) >= s->options->seconds;
}

/* Near enough for the one who asked. */
static bool settled(const struct solving *s, const struct tier_result *t)
{
    double open = (double)t->value - (double)t->bound;
    return open <= s->options->gap * (t->value < 0 ? -(double)t->value : (double)t->value);
}

static bool proved(const struct solving *s)
{
    return settled(s, &s->rights) && settled(s, &s->rest);
}

static bool optimal(const struct solving *s)
{
    return s->rights.bound == s->rights.value && s->rest.bound == s->rest.value;
}

/* The values of the best roster, and bounds that still hold for them: the bound of
 * tier 2 is for one value of tier 1 only. */
static void take_values(struct solving *s)
{
    struct best_found best = search_best(s->search);
    s->rights.value = best.rights;
    s->rest.value = best.rest;
}

static void tell(const struct solving *s, const struct search *search)
{
    struct progress now = {.phase = s->phase,
                           .rights = s->rights,
                           .rest = s->rest,
                           .served = search_served(search),
                           .requests = s->problem->n_requests,
                           .seconds = seconds_gone(s),
                           .share = search_share(search, s->effort)};
    struct best_found best = search_best(search);
    now.rights.value = best.rights;
    now.rest.value = best.rest;
    if (s->options->tell)
        s->options->tell(s->options->listener, &now);
}

static bool look_up(void *context, const struct search *search)
{
    struct solving *s = context;
    tell(s, search);
    return interrupted(s) || out_of_time(s);
}

static void begin(struct solving *s, const struct roster *start)
{
    int64_t usual = whole_effort(s->net);
    s->effort = s->options->effort > 0 ? s->options->effort : usual;
    s->proof_work = planned_proof(s->effort, s->effort >= usual);
    struct twin *t = twin_new(s->arena, s->net);
    if (start)
        twin_adopt(t, start);
    s->phase = N_("first roster");
    s->search = search_new(s->arena, t, s->options->seed);
    take_values(s);
    s->rights.bound = bound_rights(s->net);
    s->rest.bound = bound_rest(s->net, s->rights.value, NULL);
    tell(s, s->search);
}

static void search_on(struct solving *s, int64_t ticks)
{
    int64_t rights_before = s->rights.value;
    s->phase = N_("search");
    search_run(s->search, ticks, s->effort, look_up, s);
    take_values(s);
    if (s->rights.value != rights_before)
        s->rest.bound = bound_rest(s->net, s->rights.value, NULL);
}

/* So much of the time that is left, if the clock counts at all. */
static struct exact_limits limits_left(struct solving *s, int64_t *work, double share)
{
    double left = s->options->seconds - seconds_gone(s);
    return (struct exact_limits){
        .deadline = s->options->seconds > 0 ? clock_seconds() + share * left : 0,
        .stop = s->options->stop,
        .work = work};
}

static void improve(struct solving *s, const struct roster *better)
{
    if (better)
        search_improve(s->search, better);
    take_values(s);
}

static bool worth_proving(const struct solving *s, const struct tier_result *t)
{
    return !settled(s, t) && !interrupted(s) && !out_of_time(s);
}

/* ---- proofs ------------------------------------------------------------------------ */

static void take_bound(struct tier_result *t, int64_t bound)
{
    if (bound > t->bound)
        t->bound = bound < t->value ? bound : t->value;
}

static struct tier_result *result_of(struct solving *s, int tier)
{
    return tier == TIER_RIGHTS ? &s->rights : &s->rest;
}

static void hear_bound(void *listener, const struct colgen *g)
{
    struct solving *s = listener;
    take_bound(result_of(s, g->tier), colgen_points(g));
    tell(s, s->search);
}

/* The prices so far are what the file will carry. */
static void keep_prices(struct solving *s, const struct colgen *g)
{
    int at = g->tier == TIER_RIGHTS ? 0 : 1;
    if (g->bound == INT64_MIN)
        return;
    if (!s->certificate)
        s->certificate = NEW(s->arena, struct certificate);
    s->certificate->stated[at] = true;
    s->certificate->prices[at] = *prices_copy(s->arena, s->problem, g->best);
    s->certificate->bound[at] = colgen_points(g);
    if (g->tier == TIER_REST)
        s->certificate->rights_value = g->rights_value;
}

/* A roster from the mix of plans, and what the search makes of it. */
static enum status dive_once(struct solving *s, struct colgen *g,
                             const struct exact_limits *limits, struct faults *f)
{
    struct arena *scratch = arena_new();
    struct roster *r;
    s->phase = N_("dive");
    tell(s, s->search);
    enum status status = dive(scratch, g, limits, &r, f);
    improve(s, r);
    if (r && worth_proving(s, result_of(s, g->tier)))
        search_polish(s->search, r, s->effort / POLISH_SHARE, look_up, s);
    take_values(s);
    arena_free(scratch);
    return status;
}

/* A dive from quick prices gives a good roster early; exact ones prove, and a dive from
 * them may do better still. */
/* The first mix of plans has half of the time; the dives need some too. */
static struct exact_limits half_of(const struct exact_limits *limits)
{
    struct exact_limits half = *limits;
    if (half.deadline > 0)
        half.deadline -= (half.deadline - clock_seconds()) / 2;
    return half;
}

static enum status generate_with(struct solving *s, struct colgen *g,
                                 const struct exact_limits *limits, struct faults *f)
{
    struct tier_result *result = result_of(s, g->tier);
    int64_t rights = s->rights.value;
    for (int i = 0; i <= DIVES; i++) {
        int64_t before = result->value;
        struct exact_limits half = half_of(limits);
        TRY(colgen_run(g, i == 0 ? CARE_QUICK : CARE_EXACT, result->value, &half, f));
        take_bound(result, colgen_points(g));
        if (!worth_proving(s, result) || exact_over(limits))
            break;
        TRY(dive_once(s, g, limits, f));
        if (s->rights.value != rights && g->tier == TIER_REST)
            break;
        if (i > 1 && result->value >= before)
            break;
    }
    return STATUS_OK;
}

static enum status generate(struct solving *s, int tier, int64_t *work, double share,
                            struct faults *f)
{
    struct arena *scratch = arena_new();
    struct exact_limits limits = limits_left(s, work, share);
    int64_t rights = s->rights.value;
    struct tier_result *result = result_of(s, tier);
    struct colgen *g = colgen_new(scratch, s->net, tier, rights, s->options->threads);
    g->tell = hear_bound;
    g->listener = s;
    int at = tier == TIER_RIGHTS ? 0 : 1;
    if (s->options->prices && s->options->prices->stated[at])
        colgen_begin_from(g, &s->options->prices->prices[at]);
    colgen_add_roster(g, search_roster(scratch, s->search));
    enum status status = generate_with(s, g, &limits, f);
    keep_prices(s, g);
    if (tier == TIER_REST && s->rights.value == rights && worth_proving(s, result)) {
        s->gone = NEW_ARRAY(s->arena, bool, s->net->n_nodes + 1);
        colgen_rule_out(g, result->value, s->gone);
    }
    colgen_free(g);
    arena_free(scratch);
    return status;
}

/* Requests in question only: where the plans' bound leaves a gap, whole numbers tell. */
static enum status prove_rights_exactly(struct solving *s, int64_t *work, enum stance *stance,
                                        struct faults *faults)
{
    struct exact_limits limits = limits_left(s, work, 0.2);
    struct roster *better;
    s->phase = N_("prove rights");
    tell(s, s->search);
    TRY(core_prove(s->arena, s->net, search_roster(s->arena, s->search), &limits,
                   &s->rights, &better, stance, faults));
    improve(s, better);
    return STATUS_OK;
}

static enum status prove_rights(struct solving *s, enum stance *stance, struct faults *f)
{
    int64_t work = s->proof_work / 4; /* the rest has a use for the others */
    int64_t left = work;
    s->phase = N_("prices of rights");
    if (worth_proving(s, &s->rights) && s->net->n_nodes <= RIGHTS_NODES_MOST)
        TRY(generate(s, TIER_RIGHTS, &left, 0.3, f));
    if (worth_proving(s, &s->rights))
        TRY(prove_rights_exactly(s, &left, stance, f));
    s->proof_work -= work - left;
    return STATUS_OK;
}

static enum status prove_rest_exactly(struct solving *s, const enum stance *stance,
                                      struct faults *faults)
{
    struct exact_limits limits = limits_left(s, &s->proof_work, 0.7);
    struct roster *better = NULL;
    enum status status = STATUS_OK;
    s->phase = N_("prove the rest");
    tell(s, s->search);
    struct arena *scratch = arena_new();
    struct net *focus = net_focus(scratch, s->net, stance, s->gone);
    struct formulation *f = exact_formulation(scratch, focus, TIER_REST, &limits);
    if (f)
        status = exact_tier(scratch, f, s->rights.value, &limits, &s->rest, &better,
                            faults);
    improve(s, better);
    arena_free(scratch);
    return status;
}

static enum status prove_rest(struct solving *s, const enum stance *stance, struct faults *f)
{
    int64_t work = s->proof_work / 4 * 3, left = work;
    s->phase = N_("prices of the rest");
    s->gone = NULL;
    if (worth_proving(s, &s->rest) && s->net->n_nodes <= PLAN_NODES_MOST)
        TRY(generate(s, TIER_REST, &left, 0.85, f));
    s->proof_work -= work - left;
    return worth_proving(s, &s->rest) ? prove_rest_exactly(s, stance, f) : STATUS_OK;
}

/* Tier 1 first, strictly; the bound of tier 2 is for the value that tier 1 got. */
static enum status prove(struct solving *s, struct faults *faults)
{
    enum stance *stance = NEW_ARRAY(s->arena, enum stance, s->problem->n_requests + 1);
    int64_t rights_before = s->rights.value;
    TRY(prove_rights(s, stance, faults));
    s->rest.bound = bound_rest(s->net, s->rights.value,
                               s->rights.value == rights_before ? stance : NULL);
    for (int i = 0; i < 2; i++) {
        int64_t rights = s->rights.value;
        TRY(prove_rest(s, stance, faults));
        if (s->rights.value == rights)
            break;
        s->rest.bound = bound_rest(s->net, s->rights.value, NULL); /* a dive found more */
    }
    return STATUS_OK;
}

/* What was proved of tier 2 was for a tier 1 that the roster does not have any more. */
static const struct certificate *certificate_of(struct solving *s)
{
    struct certificate *c = s->certificate;
    if (c && c->stated[1] && c->rights_value != s->rights.value)
        c->stated[1] = false;
    return c && (c->stated[0] || c->stated[1]) ? c : NULL;
}

static const struct solution *finish(struct solving *s)
{
    struct solution *solution = NEW(s->arena, struct solution);
    struct roster *roster = search_roster(s->arena, s->search);
    solution->roster = roster;
    solution->verdict = rules_judge(s->arena, s->problem, roster);
    require(solution->verdict->n_breaches == 0,
            "the solver made an unlawful roster");
    require(solution->verdict->tier[TIER_RIGHTS] == s->rights.value &&
                solution->verdict->tier[TIER_REST] == s->rest.value,
            "the solver and the judge count differently");
    solution->rights = s->rights;
    solution->rest = s->rest;
    solution->outcome = interrupted(s) ? OUTCOME_INTERRUPTED
                        : optimal(s)   ? OUTCOME_OPTIMAL
                                       : OUTCOME_FEASIBLE;
    solution->certificate = certificate_of(s);
    solution->effort = s->effort;
    return solution;
}

enum status solve_whole(struct arena *a, struct net *net, const struct solve_options *options,
                        const struct roster *start, const struct solution **out,
                        struct faults *f)
{
    struct solving s = {.arena = a,
                        .problem = net->problem,
                        .net = net,
                        .options = options,
                        .began = clock_seconds()};
    begin(&s, start);
    if (options->prove) {
        search_on(&s, s.effort / FIRST_SHARE);
        if (!interrupted(&s) && !out_of_time(&s))
            TRY(prove(&s, f));
    }
    if (!proved(&s) && !interrupted(&s) && !out_of_time(&s)) {
        int64_t rights_before = s.rights.value;
        search_on(&s, s.effort);
        /* What was proved of tier 2 was proved for a worse tier 1. */
        if (options->prove && s.rights.value < rights_before &&
            !interrupted(&s) && !out_of_time(&s))
            TRY(prove(&s, f));
    }
    *out = finish(&s);
    return STATUS_OK;
}
