/* Two solves after each other. In the first, tier 2 is nothing but changes to what was
 * given out: its value is the fewest there are, and its bound the proof. In the second
 * everything counts, and each change so many times more that none more is worth while; where
 * it was, after all, changes cost more still. A bound on the sum is then one on the rest:
 * rosters with as few changes have that many times their points in common. */
#include "ledsaga/replan.h"

#include "base/clock.h"
#include "model/weigh.h"
#include "solver/replan_near.h"

/* How many times dearer changes become. Thousands would do in one go, but make prices that
 * a linear program finds hard to tell apart. */
static const int DEARER[] = {40, 2000};
enum { N_DEARER = sizeof DEARER / sizeof *DEARER };

struct replanning {
    struct arena *arena;
    const struct problem *problem;
    struct solve_options options;
    double deadline; /* 0 = none */
    int64_t work;
    bool interrupted;
};

static struct solve_options options_left(const struct replanning *g, double share)
{
    const double LEAST = 0.001; /* 0 would be no limit */
    struct solve_options o = g->options;
    if (g->deadline > 0) {
        double left = (g->deadline - clock_seconds()) * share;
        o.seconds = left > LEAST ? left : LEAST;
    }
    return o;
}

static enum status step(struct replanning *g, const struct problem *p, double share,
                        const struct roster *start, const struct solution **out,
                        struct faults *f)
{
    struct solve_options o = options_left(g, share);
    TRY(solve(g->arena, p, &o, start, out, f));
    g->work += (*out)->work;
    g->interrupted = g->interrupted || (*out)->outcome == OUTCOME_INTERRUPTED;
    return STATUS_OK;
}

static struct replanned judged(struct replanning *g, const struct roster *r)
{
    const struct verdict *v = rules_judge(g->arena, g->problem, r);
    return (struct replanned){.roster = r,
                              .verdict = v,
                              .rights.value = v->tier[TIER_RIGHTS],
                              .told.value = v->points[RULE_CHANGE],
                              .rest.value = v->tier[TIER_REST]};
}

static bool better(const struct replanned *x, const struct replanned *y)
{
    if (x->rights.value != y->rights.value)
        return x->rights.value < y->rights.value;
    return x->told.value != y->told.value ? x->told.value < y->told.value
                                          : x->rest.value < y->rest.value;
}

/* What is proved of the sum with so many times the changes is proved of the rest of those
 * rosters that have the rights and the changes of this one, and are judged by it. */
static int64_t rest_bound(const struct solution *s, const struct replanned *best, int times)
{
    if (s->rights.value != best->rights.value)
        return 0;
    int64_t bound = s->rest.bound - (times - 1) * best->told.value;
    return bound < 0 ? 0 : bound < best->rest.value ? bound : best->rest.value;
}

static enum status fewest_changes(struct replanning *g, const struct roster *start,
                                  struct replanned *best, struct faults *f)
{
    const struct solution *s;
    TRY(step(g, problem_change_alone(g->arena, g->problem), 0.5, start, &s, f));
    *best = judged(g, s->roster);
    best->rights.bound = s->rights.bound;
    best->told.bound = s->rest.bound;
    return STATUS_OK;
}

static enum status all_the_rest(struct replanning *g, struct replanned *best, struct faults *f)
{
    for (int i = 0; i < N_DEARER && !g->interrupted; i++) {
        const struct problem *dear = problem_change_times(g->arena, g->problem, DEARER[i]);
        const struct solution *s;
        TRY(step(g, dear, i + 1 < N_DEARER ? 0.9 : 1, best->roster, &s, f));
        struct replanned now = judged(g, s->roster);
        now.rights.bound = best->rights.bound;
        now.told.bound = best->told.bound;
        bool few = now.rights.value == best->rights.value && now.told.value <= best->told.value;
        if (better(&now, best))
            *best = now;
        best->rest.bound = rest_bound(s, best, DEARER[i]);
        if (few)
            break;
    }
    return STATUS_OK;
}

static enum outcome outcome_of(const struct replanning *g, const struct replanned *r)
{
    if (g->interrupted)
        return OUTCOME_INTERRUPTED;
    return r->rights.value == r->rights.bound && r->told.value == r->told.bound &&
                   r->rest.value == r->rest.bound
               ? OUTCOME_OPTIMAL
               : OUTCOME_FEASIBLE;
}

enum status replan(struct arena *a, const struct problem *p,
                   const struct solve_options *options, const struct roster *start,
                   const struct replanned **out, struct faults *f)
{
    if (start && replan_is_large(p))
        return replan_near(a, p, options, start, out, f);
    struct replanning g = {.arena = a, .problem = p, .options = *options};
    struct replanned *best = NEW(a, struct replanned);
    if (options->seconds > 0)
        g.deadline = clock_seconds() + options->seconds;
    TRY(fewest_changes(&g, start, best, f));
    TRY(all_the_rest(&g, best, f));
    best->outcome = outcome_of(&g, best);
    best->work = g.work;
    *out = best;
    return STATUS_OK;
}
