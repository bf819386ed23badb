/* From a problem to a judged roster: build the net, make a first roster, search a little,
 * prove (prove.c), plan neighbourhoods anew, search on, judge. */
#include "solver/whole.h"

#include "base/clock.h"
#include "base/text.h"
#include "solver/bound.h"
#include "solver/neighbourhoods.h"
#include "solver/prove.h"

/* One part in so many of the effort goes into what comes before the proof. */
enum { PROOF_LEAST = 30000000, FIRST_SHARE = 16 };
/* ... and, where the start is much as the best, into the search at all. */
enum { NEAR_SHARE = 24 };

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

static bool may_go_on(const struct solving *s)
{
    return !interrupted(s) && !out_of_time(s);
}

static bool proved(const struct solving *s)
{
    return settled(s, &s->rights) && settled(s, &s->rest);
}

static bool optimal(const struct solving *s)
{
    return s->rights.bound == s->rights.value && s->rest.bound == s->rest.value;
}

/* There is nothing to tell of before the first roster. */
static bool too_late(void *solving, const struct search *search)
{
    const struct solving *s = solving;
    (void)search;
    return !may_go_on(s);
}

static void begin(struct solving *s, const struct roster *start)
{
    int64_t usual = whole_effort(s->net);
    s->effort = s->options->effort > 0 ? s->options->effort : usual;
    s->proof_planned = s->proof_work = planned_proof(s->effort, s->effort >= usual);
    if (s->options->near && s->options->effort == 0)
        s->effort = 1 + usual / NEAR_SHARE;
    struct twin *t = twin_new(s->arena, s->net);
    if (start)
        twin_adopt(t, start);
    s->phase = N_("first roster");
    s->search = search_begin(s->arena, t, s->options->seed, too_late, s);
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

/* Until tier 1 does not fall by much any more: proofs begin from the roster. */
static void search_first(struct solving *s)
{
    int64_t before;
    for (int i = 1; i <= FIRST_SHARE / 2; i++) {
        before = s->rights.value;
        search_on(s, s->effort / FIRST_SHARE * i);
        if (before - s->rights.value <= before / 10 || settled(s, &s->rights) || !may_go_on(s))
            break;
    }
}

/* Prices of tier 2 are for one value of tier 1, which had better be the last; and in a large
 * week they begin from the roster. With a time limit: half of what is left. */
static void search_between(struct solving *s)
{
    if (!prove_is_large(s) && prove_is_near(s, &s->rights))
        return;
    s->pause = s->options->seconds > 0 ? (seconds_gone(s) + s->options->seconds) / 2 : 0;
    search_on(s, s->effort / 4 * 3);
    s->pause = 0;
}

/* ---- neighbourhoods ------------------------------------------------------------------ */

/* A smaller week is a neighbourhood itself. */
enum { WORTH_DIVIDING = 60 };

static enum status plan_neighbourhoods(struct solving *s, struct faults *f)
{
    int64_t work = s->proof_planned / 4, rights_before = s->rights.value;
    struct exact_limits limits = limits_left(s, &work, 0.5);
    struct arena *scratch = arena_new();
    const struct roster *best = search_roster(scratch, s->search);
    struct neighbourhoods *h = neighbourhoods_new(scratch, s->net, s->options->seed + s->rounds,
                                                  s->options->threads, solve_group);
    enum status status = STATUS_OK;
    begin_phase(s, N_("neighbourhoods"));
    while (status == STATUS_OK && !exact_over(&limits) && !neighbourhoods_tired(h) &&
           !proved(s)) {
        const struct roster *before = best;
        status = neighbourhoods_round(scratch, h, &best, &limits, f);
        if (best != before)
            improve(s, best);
        tell(s, s->search);
    }
    if (s->rights.value != rights_before)
        s->rest.bound = bound_rest(s->net, s->rights.value, NULL);
    arena_free(scratch);
    return status;
}

/* ---- the whole ----------------------------------------------------------------------- */

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
    solution->work = search_ticks(s->search) + s->proof_planned - s->proof_work;
    return solution;
}

static enum status go_on(struct solving *s, struct faults *f)
{
    int64_t rights_before = s->rights.value;
    if (s->options->prove && s->problem->n_requests >= WORTH_DIVIDING)
        TRY(plan_neighbourhoods(s, f));
    if (!proved(s) && may_go_on(s))
        search_on(s, s->effort);
    /* What was proved of tier 2 was proved for a worse tier 1. */
    if (s->options->prove && s->rights.value < rights_before && may_go_on(s))
        TRY(prove(s, NULL, f));
    return STATUS_OK;
}

/* Who gives a time and no effort wants the best roster of that time. */
static enum status use_time(struct solving *s, struct faults *f)
{
    int64_t before = -1;
    while (s->options->seconds > 0 && s->options->effort == 0 && !proved(s) && may_go_on(s) &&
           search_ticks(s->search) > before) {
        before = search_ticks(s->search);
        int64_t more = whole_effort(s->net), proofs = planned_proof(more, true);
        s->effort += more;
        s->proof_planned += proofs;
        s->proof_work += proofs;
        s->rounds++;
        TRY(go_on(s, f));
    }
    return STATUS_OK;
}

static struct solving solving_of(struct arena *a, struct net *net,
                                 const struct solve_options *options)
{
    return (struct solving){.arena = a,
                            .problem = net->problem,
                            .net = net,
                            .options = options,
                            .began = clock_seconds()};
}

enum status solve_whole(struct arena *a, struct net *net, const struct solve_options *options,
                        const struct roster *start, const struct solution **out,
                        struct faults *f)
{
    struct solving s = solving_of(a, net, options);
    s.certifies = true;
    begin(&s, start);
    if (options->prove) {
        search_first(&s);
        if (may_go_on(&s))
            TRY(prove(&s, search_between, f));
    }
    if (!proved(&s) && may_go_on(&s))
        TRY(go_on(&s, f));
    TRY(use_time(&s, f));
    *out = finish(&s);
    return STATUS_OK;
}

enum status solve_group(struct arena *a, struct net *net, const struct solve_options *options,
                        const struct roster *start, const struct solution **out,
                        struct faults *f)
{
    struct solving s = solving_of(a, net, options);
    begin(&s, start);
    search_on(&s, s.effort / FIRST_SHARE);
    if (may_go_on(&s))
        TRY(prove(&s, search_between, f));
    *out = finish(&s);
    return STATUS_OK;
}
