/* A week is solved whole, unless it falls into parts. */
#include "base/clock.h"
#include "solver/apart.h"
#include "solver/whole.h"

static const double LEAST_SECONDS = 0.01;

const char *outcome_word(enum outcome o)
{
    static const char *const words[] = {"optimal", "feasible", "interrupted"};
    return words[o];
}

enum status solve(struct arena *a, const struct problem *p,
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
