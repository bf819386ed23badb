/* For each tier: prices by column generation, dives for rosters from its mix of plans,
 * branching where the mix leaves a gap to whole plans; then the exact program, where what
 * is left is of a size for it. */
#include "solver/prove.h"

#include "base/clock.h"
#include "base/text.h"
#include "solver/bound.h"
#include "solver/branch.h"
#include "solver/cases.h"
#include "solver/core.h"
#include "solver/dive.h"
#include "solver/lagrangean.h"
#include "solver/prove_districts.h"

/* Above these a linear program of all plans takes longer than the search needs for a good
 * roster: requests and escorts have a row each. */
enum { PLAN_ROWS_MOST = 1500 };

/* One part in so many of the effort goes into what is made of each dive. */
enum { POLISH_SHARE = 40 };

bool prove_is_large(const struct solving *s)
{
    return s->problem->n_requests + s->problem->n_escorts > PLAN_ROWS_MOST;
}

/* Where even the plans leave more than this, neither cases nor the exact program have a
 * chance, unless the week is small. */
enum { OPEN_PERCENT = 5, SMALL_NODES = 10000 };

bool prove_is_near(const struct solving *s, const struct tier_result *t)
{
    return s->net->n_nodes <= SMALL_NODES || t->value - t->bound <= t->value / 100 * OPEN_PERCENT;
}

/* ---- by plans ------------------------------------------------------------------------ */

static void hear_bound(void *listener, const struct colgen *g)
{
    struct solving *s = listener;
    take_bound(result_of(s, g->tier), colgen_points(g));
    tell(s, s->search);
}

static void state_prices(struct solving *s, const struct colgen *g, const struct prices *prices,
                         const struct case_list *cases, int64_t bound)
{
    int at = g->tier == TIER_RIGHTS ? 0 : 1;
    if (!s->certificate)
        s->certificate = NEW(s->arena, struct certificate);
    s->certificate->stated[at] = true;
    s->certificate->prices[at] = *prices_copy(s->arena, s->problem, prices);
    s->certificate->cases[at] = cases_copy(s->arena, cases);
    s->certificate->bound[at] = bound;
    if (g->tier == TIER_REST)
        s->certificate->rights_value = g->rights_value;
    take_bound(result_of(s, g->tier), bound);
}

/* Does the file already state as much, for the same tier 1? */
static bool states_better(const struct solving *s, const struct colgen *g, int64_t bound)
{
    const struct certificate *c = s->certificate;
    int at = g->tier == TIER_RIGHTS ? 0 : 1;
    return c && c->stated[at] && c->bound[at] >= bound &&
           (g->tier == TIER_RIGHTS || c->rights_value == g->rights_value);
}

/* The prices so far are what the file will carry, with what anybody finds that they prove. */
static void keep_prices(struct solving *s, const struct colgen *g,
                        const struct exact_limits *limits)
{
    static const struct case_list NO_CASES;
    if (g->bound == INT64_MIN || !s->certifies)
        return;
    int64_t bound = lagrangean_bound(s->net, g->tier, g->best, NULL, g->rights_value,
                                     s->options->threads, limits);
    if (bound > INT64_MIN && !states_better(s, g, bound))
        state_prices(s, g, g->best, &NO_CASES, bound);
}

/* A roster from the mix of plans, and what the search makes of it. */
static enum status dive_once(struct solving *s, struct colgen *g,
                             const struct exact_limits *limits, struct faults *f)
{
    struct arena *scratch = arena_new();
    const char *phase = s->phase;
    struct roster *r;
    begin_phase(s, N_("dive"));
    enum status status = dive(scratch, g, limits, &r, f);
    improve(s, r);
    if (r && worth_proving(s, result_of(s, g->tier)))
        search_polish(s->search, r, s->effort / POLISH_SHARE, look_up, s);
    take_values(s);
    begin_phase(s, phase);
    arena_free(scratch);
    return status;
}

/* The bound of tier 2 is for one value of tier 1. */
static bool still_open(const struct solving *s, const struct colgen *g)
{
    return (g->tier == TIER_RIGHTS || s->rights.value == g->rights_value) &&
           worth_proving(s, g->tier == TIER_RIGHTS ? &s->rights : &s->rest);
}

/* The first mix of plans has half of the time; the dives need some too. */
static struct exact_limits half_of(const struct exact_limits *limits)
{
    struct exact_limits half = *limits;
    if (half.deadline > 0)
        half.deadline -= (half.deadline - clock_seconds()) / 2;
    return half;
}

/* A dive from quick prices gives a good roster early; exact ones prove. */
static enum status find_prices(struct solving *s, struct colgen *g,
                               const struct exact_limits *limits, struct faults *f)
{
    struct tier_result *result = result_of(s, g->tier);
    struct exact_limits half = half_of(limits);
    TRY(colgen_run(g, CARE_QUICK, result->value, &half, f));
    if (!still_open(s, g) || exact_over(limits))
        return STATUS_OK;
    TRY(dive_once(s, g, limits, f));
    half = half_of(limits);
    if (still_open(s, g))
        TRY(colgen_run(g, CARE_EXACT, result->value, &half, f));
    return still_open(s, g) ? dive_once(s, g, limits, f) : STATUS_OK;
}

/* ---- cases ----------------------------------------------------------------------------- */

/* What hears of the cases of a branching. */
struct branch_ear {
    struct solving *s;
    struct colgen *g;
    const struct exact_limits *limits;
    struct faults *faults;
    enum status status;
    int n_cases, last_dive;
};

/* A dive from a mix that is whole but in whose plans; once in a while from another. */
static bool dive_is_due(const struct branch_ear *ear, enum mixed mixed)
{
    int cases = ear->n_cases - ear->last_dive;
    return mixed == MIXED_NOT || cases >= (mixed == MIXED_PLANS ? 4 : 12);
}

static int64_t hear_case(void *listener, enum mixed mixed, int64_t bound)
{
    struct branch_ear *ear = listener;
    struct solving *s = ear->s;
    struct tier_result *result = result_of(s, ear->g->tier);
    take_bound(result, bound);
    ear->n_cases++;
    if (still_open(s, ear->g) && dive_is_due(ear, mixed)) {
        ear->status = dive_once(s, ear->g, ear->limits, ear->faults);
        ear->last_dive = ear->n_cases;
    }
    begin_phase(s, N_("cases"));
    return ear->status == STATUS_OK && still_open(s, ear->g) ? result->value : INT64_MIN;
}

/* Whoever has the file looks at each of them. */
enum { LEAVES_MOST = 200 };

/* Cases are what the file will carry where they prove more than prices do by themselves. It
 * has time of its own: the cases have often used up theirs. */
static void keep_cases(struct solving *s, const struct colgen *g, const struct branching *b)
{
    int64_t work = 1;
    struct exact_limits limits = limits_left(s, &work, 0.7);
    if (b->cases.n == 0 || cases_leaves(&b->cases) > LEAVES_MOST)
        return;
    begin_phase(s, N_("certificate"));
    int64_t bound = lagrangean_bound(s->net, g->tier, b->prices, &b->cases, g->rights_value,
                                     s->options->threads, &limits);
    if (bound > INT64_MIN && !states_better(s, g, bound))
        state_prices(s, g, b->prices, &b->cases, bound);
}

/* What is proved within a case is of the case only. */
static void hear_round(void *listener, const struct colgen *g)
{
    const struct solving *s = listener;
    (void)g;
    tell(s, s->search);
}

static enum status close_gap(struct solving *s, struct colgen *g,
                             const struct exact_limits *limits, struct faults *f)
{
    struct tier_result *result = result_of(s, g->tier);
    struct arena *scratch = arena_new();
    struct branch_ear ear = {.s = s, .g = g, .limits = limits, .faults = f};
    struct branching b = {.g = g,
                          .value = result->value,
                          .listen = hear_case,
                          .listener = &ear,
                          .bound = result->bound,
                          .arena = s->certifies ? scratch : NULL,
                          .prices = prices_copy(scratch, s->problem, g->best)};
    g->tell = hear_round;
    begin_phase(s, N_("cases"));
    enum status status = branch(&b, limits, f);
    if (g->tier == TIER_RIGHTS || s->rights.value == g->rights_value) {
        take_bound(result, b.bound);
        keep_cases(s, g, &b);
    }
    arena_free(scratch);
    return status == STATUS_OK ? ear.status : status;
}

static bool worth_splitting(struct solving *s, const struct colgen *g)
{
    return g->converged && still_open(s, g) && prove_is_near(s, result_of(s, g->tier));
}

/* Which nodes no better roster has, for the exact program. */
static void rule_out(struct solving *s, struct colgen *g)
{
    s->gone = NEW_ARRAY(s->arena, bool, s->net->n_nodes + 1);
    colgen_rule_out(g, s->rest.value, s->gone);
}

static enum status generate_with(struct solving *s, struct colgen *g,
                                 const struct exact_limits *limits, struct faults *f)
{
    TRY(find_prices(s, g, limits, f));
    keep_prices(s, g, limits);
    if (g->tier == TIER_REST && still_open(s, g))
        rule_out(s, g);
    return worth_splitting(s, g) ? close_gap(s, g, limits, f) : STATUS_OK;
}

static struct colgen *colgen_for(struct arena *a, struct solving *s, struct net *net, int tier,
                                 const struct certificate *from)
{
    struct arena *scratch = arena_new();
    struct colgen *g = colgen_new(a, net, tier, s->rights.value, s->options->threads);
    int at = tier == TIER_RIGHTS ? 0 : 1;
    g->tell = hear_bound;
    g->listener = s;
    if (from && from->stated[at])
        colgen_begin_from(g, &from->prices[at]);
    colgen_add_roster(g, search_roster(scratch, s->search));
    arena_free(scratch);
    return g;
}

/* As long as tier 1 may still change much, little time is given to what holds for one value
 * of it. */
static enum status price_rest(struct solving *s, int64_t *work, struct faults *f)
{
    struct arena *scratch = arena_new();
    struct exact_limits limits = limits_left(s, work, prove_is_near(s, &s->rights) ? 0.85 : 0.25);
    struct colgen *g = colgen_for(scratch, s, s->net, TIER_REST, s->options->prices);
    enum status status = generate_with(s, g, &limits, f);
    colgen_free(g);
    arena_free(scratch);
    return status;
}

/* ---- rights of a core ---------------------------------------------------------------- */

/* All requests but those of a core are taken as served, by people who are in nobody's way.
 * What the core cannot have, the week cannot have either: the larger the core, the better
 * the bound, until it does not grow any more. */
struct core_tried {
    enum stance *stance;
    int n, before; /* requests in it, and in the one before */
    bool last;
};

static enum status price_core(struct solving *s, const struct core_tried *core,
                              const struct exact_limits *limits, struct faults *f)
{
    struct arena *scratch = arena_new();
    struct net *focus = net_focus(scratch, s->net, core->stance, NULL);
    const struct certificate *from = s->certificate ? s->certificate : s->options->prices;
    struct colgen *g = colgen_for(scratch, s, focus, TIER_RIGHTS, from);
    int64_t bound = s->rights.bound;
    enum status status = core->last ? find_prices(s, g, limits, f)
                                    : colgen_run(g, CARE_EXACT, s->rights.value, limits, f);
    if (s->rights.bound > bound || !(s->certificate && s->certificate->stated[0]))
        keep_prices(s, g, limits);
    if (status == STATUS_OK && core->last && worth_splitting(s, g))
        status = close_gap(s, g, limits, f);
    colgen_free(g);
    arena_free(scratch);
    return status;
}

/* Every roster as good in tier 1 serves in full what is outside of a core that is as
 * dear as the whole. */
static void note_musts(const struct solving *s, const struct core_tried *core, int64_t known,
                       enum stance *stance)
{
    /* What was known before may be of another core, grown from another roster. */
    bool own = s->rights.bound > known || known == bound_rights(s->net);
    for (int r = 0; r < s->problem->n_requests; r++)
        stance[r] = own && s->rights.bound >= s->rights.value &&
                            core->stance[r] == STANCE_GIVEN && s->net->longest[r] > 0 && s->problem->requests[r].rights > 0
                        ? STANCE_MUST
                        : STANCE_FREE;
}

enum { WIDEST = 16 }; /* escorts to choose from: who has more is in no core */

static enum status price_rights(struct solving *s, int64_t *work, enum stance *stance,
                                struct faults *f)
{
    struct exact_limits limits = limits_left(s, work, 0.3);
    struct core_tried core = {.n = -1};
    int64_t known = s->rights.bound;
    for (int width = 1; !core.last && worth_proving(s, &s->rights) && !exact_over(&limits);
         width *= 2) {
        struct arena *scratch = arena_new();
        const struct roster *best = search_roster(scratch, s->search);
        core.before = core.n;
        core.stance = core_stance(s->arena, s->net, best, width, &core.n);
        core.last = width == WIDEST;
        arena_free(scratch);
        if (core.n != core.before || core.last)
            TRY(price_core(s, &core, &limits, f));
        note_musts(s, &core, known, stance);
    }
    return STATUS_OK;
}

/* ---- exactly ----------------------------------------------------------------------------- */

/* Requests in question only: where the plans leave a gap, whole numbers tell. */
static enum status prove_rights_exactly(struct solving *s, int64_t *work, enum stance *stance,
                                        struct faults *f)
{
    struct exact_limits limits = limits_left(s, work, 0.2);
    struct roster *better;
    begin_phase(s, N_("prove rights"));
    TRY(core_prove(s->arena, s->net, search_roster(s->arena, s->search), &limits, &s->rights,
                   &better, stance, f));
    improve(s, better);
    return STATUS_OK;
}

static enum status prove_rights(struct solving *s, enum stance *stance, struct faults *f)
{
    int64_t work = s->proof_work / 4; /* the rest has a use for the others */
    int64_t left = work;
    begin_phase(s, N_("prices of rights"));
    if (worth_proving(s, &s->rights))
        TRY(price_rights(s, &left, stance, f));
    if (worth_proving(s, &s->rights) && prove_is_near(s, &s->rights))
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
    begin_phase(s, N_("prove the rest"));
    struct arena *scratch = arena_new();
    struct net *focus = net_focus(scratch, s->net, stance, s->gone);
    struct formulation *f = exact_formulation(scratch, focus, TIER_REST, &limits);
    if (f)
        status = exact_tier(scratch, f, s->rights.value, &limits, &s->rest, &better, faults);
    improve(s, better);
    arena_free(scratch);
    return status;
}

static enum status prove_rest(struct solving *s, const enum stance *stance, struct faults *f)
{
    int64_t work = s->proof_work / 4 * 3, left = work, rights = s->rights.value;
    begin_phase(s, N_("prices of the rest"));
    s->gone = NULL;
    if (worth_proving(s, &s->rest) && !prove_is_large(s))
        TRY(price_rest(s, &left, f));
    else if (worth_proving(s, &s->rest))
        TRY(prove_districts(s, &left, f));
    s->proof_work -= work - left;
    if (s->rights.value != rights) /* what is known of tier 2 is of another tier 1 */
        return STATUS_OK;
    return worth_proving(s, &s->rest) ? prove_rest_exactly(s, stance, f) : STATUS_OK;
}

enum status prove(struct solving *s, prove_between *between, struct faults *f)
{
    enum stance *stance = NEW_ARRAY(s->arena, enum stance, s->problem->n_requests + 1);
    int64_t rights_before = s->rights.value;
    TRY(prove_rights(s, stance, f));
    if (between && worth_proving(s, &s->rest))
        between(s);
    s->rest.bound =
        bound_rest(s->net, s->rights.value, s->rights.value == rights_before ? stance : NULL);
    for (int i = 0; i < 2; i++) {
        int64_t rights = s->rights.value;
        TRY(prove_rest(s, stance, f));
        if (s->rights.value == rights)
            break;
        s->rest.bound = bound_rest(s->net, s->rights.value, NULL); /* a dive found more */
    }
    return STATUS_OK;
}
