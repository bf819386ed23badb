/* Two rounds over the parts: a roster for each at once, so that there
 * is one whatever happens, and then each from beginning to end, on as many threads as
 * there are. What a part becomes does not depend on when its turn is, unless the clock
 * sets a limit: then each has a share of what is left by its size. */
#include "solver/apart.h"

#include "base/clock.h"
#include "base/crew.h"
#include "base/text.h"
#include "solver/bound.h"
#include "solver/cases.h"
#include "solver/charge.h"
#include "solver/part_cases.h"
#include "solver/part_prices.h"
#include "solver/whole.h"

#include <pthread.h>
#include <stdlib.h>

enum { QUICK_EFFORT = 200 }; /* a request */
static const double LEAST_SECONDS = 0.05; /* not worth beginning for less */

struct job {
    struct arena *arena;
    const struct part *part;
    bool idle; /* nobody can do anything */
    struct roster *roster; /* of the part */
    struct tier_result rights, rest;
    const struct prices *prices[2]; /* by tier; NULL = none */
    struct case_list cases[2];
    int64_t certified[2];           /* what they prove, or each request alone does */
    enum outcome outcome;
    int64_t usual; /* effort */
    struct progress told;
    double weight; /* how long it may take, beside the others */
};

struct apart {
    const struct problem *problem;
    const struct solve_options *options;
    struct job *jobs;
    int *order, n; /* in which they are solved */
    double began, weight_left;
    int64_t usual; /* effort of all */
    bool quick; /* the first round */
    pthread_mutex_t lock;
    enum status status;
    struct faults *faults;
};

struct ear { /* who hears of a part's progress */
    struct apart *apart;
    int job;
};

static void add_up(struct apart *all, struct progress *sum)
{
    for (int i = 0; i < all->n; i++) {
        const struct job *j = &all->jobs[i];
        sum->rights.value += j->told.rights.value;
        sum->rights.bound += j->told.rights.bound;
        sum->rest.value += j->told.rest.value;
        sum->rest.bound += j->told.rest.bound;
        sum->served += j->told.served;
        sum->requests += j->part->problem->n_requests;
        sum->share += j->weight * j->told.share;
    }
}

static void hear(void *listener, const struct progress *now)
{
    const struct ear *ear = listener;
    struct apart *all = ear->apart;
    struct progress sum = {.phase = all->quick ? N_("first roster") : N_("each part"),
                           .seconds = clock_seconds() - all->began};
    pthread_mutex_lock(&all->lock);
    all->jobs[ear->job].told = *now;
    add_up(all, &sum);
    if (all->options->tell && !all->quick)
        all->options->tell(all->options->listener, &sum);
    pthread_mutex_unlock(&all->lock);
}

/* What the clock leaves to a first roster; 0 = no limit. */
static double seconds_left(const struct apart *all)
{
    const double AT_ONCE = 0.001;
    double left = all->began + all->options->seconds - clock_seconds();
    if (all->options->seconds <= 0)
        return 0;
    return left > AT_ONCE ? left : AT_ONCE;
}

/* The clock's share of a part that begins now; 0 = no limit. */
static double seconds_of(struct apart *all, const struct job *j)
{
    if (all->options->seconds <= 0)
        return 0;
    double left = all->began + all->options->seconds - clock_seconds();
    int threads = all->options->threads > 1 ? 2 : 1;
    pthread_mutex_lock(&all->lock);
    double share = j->weight / all->weight_left * threads;
    all->weight_left -= j->weight;
    pthread_mutex_unlock(&all->lock);
    left *= share < 1 ? share : 1;
    return left > 0 ? left : 0;
}

static void keep_prices(struct job *j, const struct net *net, const struct solution *s)
{
    const struct certificate *c = s->certificate;
    j->certified[0] = bound_rights(net);
    j->certified[1] = bound_rest(net, s->rights.value, NULL);
    for (int i = 0; i < 2; i++) {
        bool stated = c && c->stated[i];
        j->prices[i] = stated ? prices_copy(j->arena, net->problem, &c->prices[i]) : NULL;
        j->cases[i] = stated ? cases_copy(j->arena, &c->cases[i]) : (struct case_list){0};
        if (stated && c->bound[i] > j->certified[i])
            j->certified[i] = c->bound[i];
    }
}

/* There is one lawful roster of those who can do nothing. */
static void keep_idle(struct job *j)
{
    j->certified[0] = j->rights.bound = j->rights.value;
    j->certified[1] = j->rest.bound = j->rest.value;
    if (j->outcome == OUTCOME_FEASIBLE)
        j->outcome = OUTCOME_OPTIMAL;
}

static void keep(struct job *j, const struct net *net, const struct solution *s)
{
    j->roster = roster_copy(j->arena, s->roster);
    j->rights = s->rights;
    j->rest = s->rest;
    j->outcome = s->outcome;
    if (j->idle)
        keep_idle(j);
    else
        keep_prices(j, net, s);
}

/* Of an effort for all, as the usual efforts are to each other: the usual one of all gives
 * each its usual one. */
static int64_t share_of(int64_t effort, int64_t usual, int64_t usual_of_all)
{
    double share = (double)usual / (double)usual_of_all;
    if (effort == usual_of_all)
        return usual;
    return 1 + (int64_t)((double)effort * share);
}

static void do_job(void *context, int worker, int at)
{
    struct apart *all = context;
    struct job *j = &all->jobs[all->order[at]];
    struct arena *scratch = arena_new();
    struct faults faults = {0};
    struct ear ear = {all, all->order[at]};
    struct solve_options options = *all->options;
    const struct solution *s;
    (void)worker;
    options.threads = 1;
    options.prices = options.prices && !all->quick
                         ? certificate_cut(scratch, j->part, options.prices)
                         : NULL;
    options.tell = hear;
    options.listener = &ear;
    options.seconds = all->quick ? seconds_left(all) : seconds_of(all, j);
    if (!all->quick && all->options->seconds > 0 && options.seconds < LEAST_SECONDS) {
        arena_free(scratch);
        return;
    }
    struct net *net = net_new(scratch, j->part->problem);
    j->usual = whole_effort(net);
    options.prove = options.prove && !all->quick;
    if (all->quick)
        options.effort = QUICK_EFFORT * (int64_t)j->part->problem->n_requests + 1;
    else if (options.effort > 0)
        options.effort = share_of(options.effort, j->usual, all->usual);
    enum status status = solve_whole(scratch, net, &options, j->roster, &s, &faults);
    pthread_mutex_lock(&all->lock);
    if (status != STATUS_OK && all->status == STATUS_OK) {
        all->status = status;
        *all->faults = faults;
    }
    pthread_mutex_unlock(&all->lock);
    if (status == STATUS_OK)
        keep(j, net, s);
    arena_free(scratch);
}

/* The largest first, so that no thread is left with one alone at the end. When the clock
 * sets a limit, the smallest: they are soon proved, and what they leave of their time is
 * for the large ones. */
static int by_weight(const void *x, const void *y, void *apart)
{
    const struct apart *all = apart;
    int i = *(const int *)x, k = *(const int *)y;
    double a = all->jobs[i].weight, b = all->jobs[k].weight;
    int larger = (a > b) - (a < b);
    return larger == 0 ? i - k : all->options->seconds > 0 ? larger : -larger;
}

/* How long a part may take, beside the others; the clock is shared by what there is to do. */
static double weight_of(const struct apart *all, const struct job *j)
{
    double requests = j->part->problem->n_requests;
    if (j->idle)
        return 1;
    return all->options->seconds > 0 ? 1 + requests : 1 + requests * requests / 50;
}

static void lay_out(struct arena *a, struct apart *all, const struct components *c,
                    const struct roster *start)
{
    double sum = 0;
    all->n = c->n;
    all->jobs = NEW_ARRAY(a, struct job, c->n + 1);
    all->order = NEW_ARRAY(a, int, c->n + 1);
    for (int i = 0; i < c->n; i++) {
        struct job *j = &all->jobs[i];
        j->arena = arena_new();
        j->part = component_part(j->arena, all->problem, c, i);
        j->idle = i == c->idle;
        j->roster = start ? roster_cut(j->arena, j->part, start) : NULL;
        j->weight = weight_of(all, j);
        sum += j->weight;
        all->order[i] = i;
    }
    for (int i = 0; i < c->n; i++)
        all->jobs[i].weight /= sum;
    all->weight_left = 1;
    qsort_r(all->order, (size_t)c->n, sizeof *all->order, by_weight, all);
}

static void join_prices(struct arena *a, const struct apart *all, struct certificate *c)
{
    struct arena *scratch = arena_new();
    struct priced_part *parts = NEW_ARRAY(scratch, struct priced_part, all->n);
    for (int tier = 0; tier < 2; tier++) {
        for (int i = 0; i < all->n; i++)
            parts[i] = (struct priced_part){all->jobs[i].part, all->jobs[i].prices[tier]};
        c->prices[tier] = *prices_join(a, all->problem, parts, all->n);
    }
    arena_free(scratch);
}

static void join_cases(struct arena *a, const struct apart *all, struct certificate *c)
{
    for (int tier = 0; tier < 2; tier++) {
        int room = 0;
        for (int i = 0; i < all->n; i++)
            cases_join(a, &c->cases[tier], &room, all->jobs[i].part, &all->jobs[i].cases[tier]);
    }
}

/* Of each part what was proved of it, be it without prices. */
static const struct certificate *certificate_of(struct arena *a, const struct apart *all)
{
    struct certificate *c = NEW(a, struct certificate);
    c->parts = NEW_ARRAY(a, struct part_proof, all->n);
    for (int i = 0; i < all->n; i++) {
        const struct job *j = &all->jobs[i];
        c->bound[0] += j->certified[0];
        c->bound[1] += j->certified[1];
        c->rights_value += j->rights.value;
        if (!j->idle)
            c->parts[c->n_parts++] =
                (struct part_proof){.request = j->part->requests[0],
                                    .priced = {j->prices[0] != NULL, j->prices[1] != NULL},
                                    .rights = j->prices[1] ? j->prices[1]->rights : 0,
                                    .rights_value = j->rights.value};
    }
    c->stated[0] = c->stated[1] = true;
    join_prices(a, all, c);
    join_cases(a, all, c);
    return c;
}

static const struct solution *together(struct arena *a, const struct apart *all)
{
    struct solution *s = NEW(a, struct solution);
    struct roster *r = roster_new(a, all->problem);
    s->outcome = OUTCOME_OPTIMAL;
    for (int i = 0; i < all->n; i++) {
        const struct job *j = &all->jobs[i];
        roster_merge(a, r, j->part, j->roster);
        s->rights.value += j->rights.value;
        s->rights.bound += j->rights.bound;
        s->rest.value += j->rest.value;
        s->rest.bound += j->rest.bound;
        if (j->outcome > s->outcome)
            s->outcome = j->outcome;
    }
    if (all->options->prove)
        s->certificate = certificate_of(a, all);
    s->effort = all->options->effort > 0 ? all->options->effort : all->usual;
    s->roster = r;
    s->verdict = rules_judge(a, all->problem, r);
    require(s->verdict->n_breaches == 0, "the solver made an unlawful roster");
    require(s->verdict->tier[TIER_RIGHTS] == s->rights.value &&
                s->verdict->tier[TIER_REST] == s->rest.value,
            "the parts and the judge count differently");
    return s;
}

enum status solve_apart(struct arena *a, const struct problem *p, const struct components *c,
                        const struct solve_options *options, const struct roster *start,
                        const struct solution **out, struct faults *f)
{
    struct arena *scratch = arena_new();
    struct apart all = {.problem = p,
                        .options = options,
                        .began = clock_seconds(),
                        .quick = true,
                        .faults = f};
    pthread_mutex_init(&all.lock, NULL);
    lay_out(scratch, &all, c, start);
    crew_run(options->threads, all.n, do_job, &all);
    all.quick = false;
    for (int i = 0; i < all.n; i++)
        all.usual += all.jobs[i].usual;
    if (all.status == STATUS_OK)
        crew_run(options->threads, all.n, do_job, &all);
    if (all.status == STATUS_OK)
        *out = together(a, &all);
    for (int i = 0; i < all.n; i++)
        arena_free(all.jobs[i].arena);
    pthread_mutex_destroy(&all.lock);
    arena_free(scratch);
    return all.status;
}
