/* Large neighbourhoods with exact repair (Grenouilleau et al. 2019): a group of escorts with
 * its visits is a week of its own, small enough to be proved. Everybody else's visits stay,
 * and keep what they take. Two groups that share nothing are planned at once, on as many
 * threads as there are; which groups, and what becomes of them, does not depend on the
 * threads. */
#include "solver/neighbourhoods.h"

#include "base/clock.h"
#include "base/crew.h"
#include "solver/groups.h"

enum { AT_ONCE = 2, REQUESTS_FIRST = 30, REQUESTS_LEAST = 12, REQUESTS_MOST = 200 };

struct neighbourhoods {
    struct groups *groups;
    int threads;
    week_solver *solver;
    int size; /* requests served by a group, about */
    int vain; /* groups since the last that made something better */
};

struct neighbourhoods *neighbourhoods_new(struct arena *a, struct net *net, uint64_t seed,
                                          int threads, week_solver *solver)
{
    struct neighbourhoods *h = NEW(a, struct neighbourhoods);
    h->groups = groups_new(a, net, seed);
    h->threads = threads;
    h->solver = solver;
    h->size = REQUESTS_FIRST;
    return h;
}

/* ---- planning it anew ---------------------------------------------------------------- */

struct job {
    struct arena *arena;
    struct group group;
    const struct part *part;
    const struct roster *after; /* of the part; NULL = as before */
    uint64_t seed;
    bool proved;
    int64_t spent; /* work units */
    enum status status;
    struct faults faults;
};

struct round {
    struct neighbourhoods *h;
    struct job jobs[AT_ONCE];
    const struct roster *best;
    const struct exact_limits *limits;
};

enum { EFFORT = 10000 }; /* a request of the group */
static const double LEAST_SECONDS = 0.01; /* not worth beginning for less */

static bool options_of(const struct round *r, const struct job *j, struct solve_options *out)
{
    *out = (struct solve_options){.seed = j->seed,
                                  .effort = EFFORT * (int64_t)j->part->problem->n_requests,
                                  .prove = true,
                                  .threads = 1,
                                  .stop = r->limits->stop};
    if (r->limits->deadline > 0)
        out->seconds = r->limits->deadline - clock_seconds();
    return r->limits->deadline == 0 || out->seconds >= LEAST_SECONDS;
}

static void plan_anew(void *context, int worker, int i)
{
    struct round *r = context;
    struct job *j = &r->jobs[i];
    struct solve_options options;
    const struct solution *s;
    (void)worker;
    j->part = group_part(j->arena, r->h->groups, &j->group, r->best);
    if (!options_of(r, j, &options))
        return;
    const struct roster *before = roster_cut(j->arena, j->part, r->best);
    struct net *net = net_new(j->arena, j->part->problem);
    j->status = r->h->solver(j->arena, net, &options, before, &s, &j->faults);
    if (j->status != STATUS_OK)
        return;
    j->after = s->roster;
    j->proved = s->outcome == OUTCOME_OPTIMAL;
    j->spent = s->work;
}

/* ---- a round ------------------------------------------------------------------------- */

struct values {
    bool lawful;
    int64_t rights, rest;
};

static struct values values_of(const struct problem *p, const struct roster *r)
{
    struct arena *scratch = arena_new();
    const struct verdict *v = rules_judge(scratch, p, r);
    struct values x = {v->n_breaches == 0, v->tier[TIER_RIGHTS], v->tier[TIER_REST]};
    arena_free(scratch);
    return x;
}

static bool better(const struct values *x, const struct values *y)
{
    return x->lawful && (x->rights != y->rights ? x->rights < y->rights : x->rest < y->rest);
}

/* One group after the other: what two of them do may not fit together. */
static const struct roster *put_together(struct arena *a, const struct round *r, int n)
{
    const struct problem *p = r->h->groups->net->problem;
    const struct roster *best = r->best;
    struct values value = values_of(p, best);
    for (int i = 0; i < n; i++) {
        r->h->vain++;
        if (!r->jobs[i].after)
            continue;
        struct roster *x = roster_copy(a, best);
        roster_merge(a, x, r->jobs[i].part, r->jobs[i].after);
        struct values now = values_of(p, x);
        if (!better(&now, &value))
            continue;
        best = x;
        value = now;
        r->h->vain = 0;
    }
    return best;
}

/* As large as can be proved within the effort. */
static void learn_size(struct neighbourhoods *h, bool was_proved)
{
    h->size += was_proved ? 1 + h->size / 10 : -1 - h->size / 6;
    h->size = h->size < REQUESTS_LEAST   ? REQUESTS_LEAST
              : h->size > REQUESTS_MOST ? REQUESTS_MOST
                                        : h->size;
}

static enum status plan_all(struct arena *a, struct round *r, int n, int64_t *work,
                            struct faults *f)
{
    crew_run(r->h->threads, n, plan_anew, r);
    for (int i = 0; i < n; i++) {
        const struct job *j = &r->jobs[i];
        if (j->status != STATUS_OK) {
            *f = j->faults;
            return j->status;
        }
        *work -= j->spent;
        learn_size(r->h, j->proved);
    }
    r->best = put_together(a, r, n);
    return STATUS_OK;
}

enum status neighbourhoods_round(struct arena *a, struct neighbourhoods *h,
                                 const struct roster **best, const struct exact_limits *limits,
                                 struct faults *f)
{
    struct arena *scratch = arena_new();
    struct round r = {.h = h, .best = *best, .limits = limits};
    struct group groups[AT_ONCE];
    int n = groups_choose(scratch, h->groups, *best, h->size, AT_ONCE, groups);
    for (int i = 0; i < n; i++) {
        r.jobs[i].group = groups[i];
        r.jobs[i].arena = arena_new();
        r.jobs[i].seed = chance_bits(&h->groups->chance);
    }
    h->vain += n == 0;
    *limits->work -= 1 + h->groups->net->problem->n_requests;
    enum status status = plan_all(a, &r, n, limits->work, f);
    *best = r.best;
    for (int i = 0; i < n; i++)
        arena_free(r.jobs[i].arena);
    arena_free(scratch);
    return status;
}

bool neighbourhoods_tired(const struct neighbourhoods *h)
{
    return h->vain > 4 * h->groups->net->problem->n_escorts / 10 + 20;
}
