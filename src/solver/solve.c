/* A week is solved whole, unless it falls into parts. */
#include "base/clock.h"
#include "model/weigh.h"
#include "solver/apart.h"
#include "solver/whole.h"

static const double LEAST_SECONDS = 0.01;

const char *outcome_word(enum outcome o)
{
    static const char *const words[] = {"optimal", "feasible", "interrupted"};
    return words[o];
}

static enum status solve_as_it_is(struct arena *a, const struct problem *p,
                                  const struct solve_options *options,
                                  const struct roster *start, const struct solution **out,
                                  struct faults *f)
{
    struct arena *scratch = arena_new();
    double began = clock_seconds();
    struct solve_options left = *options;
    struct net *net = net_new(scratch, p);
    const struct components *c = components_of(scratch, net);
    bool whole = c->n - (c->idle != NONE) <= 1;
    if (options->seconds > 0) { /* laying out the net is a part of it */
        left.seconds -= clock_seconds() - began;
        left.seconds = left.seconds > LEAST_SECONDS ? left.seconds : LEAST_SECONDS;
    }
    enum status s = whole ? solve_whole(a, net, &left, start, out, f)
                          : solve_apart(a, p, c, &left, start, out, f);
    arena_free(scratch);
    return s;
}

/* Judged by p. Its tier 1 is the other's and something more, the same for every roster that
 * leaves out nothing that is held. The prices are for other requests than p's. */
static const struct solution *solution_of(struct arena *a, const struct problem *p,
                                          const struct solution *held)
{
    struct solution *s = NEW(a, struct solution);
    *s = *held;
    s->verdict = rules_judge(a, p, held->roster);
    int64_t more = s->verdict->tier[TIER_RIGHTS] - held->rights.value;
    s->rights.value += more;
    s->rights.bound += more;
    s->certificate = NULL;
    return s;
}

enum status solve(struct arena *a, const struct problem *p, const struct solve_options *options,
                  const struct roster *start, const struct solution **out, struct faults *f)
{
    const struct problem *held = problem_hold(a, p);
    TRY(solve_as_it_is(a, held, options, start, out, f));
    if (held != p)
        *out = solution_of(a, p, *out);
    return STATUS_OK;
}
