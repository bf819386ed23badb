/* A week is solved whole, unless it falls into parts. */
#include "solver/apart.h"
#include "solver/whole.h"

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
    struct net *net = net_new(scratch, p);
    const struct components *c = components_of(scratch, net);
    bool whole = c->n - (c->idle != NONE) <= 1;
    enum status s = whole ? solve_whole(a, net, options, start, out, f)
                          : solve_apart(a, p, c, options, start, out, f);
    arena_free(scratch);
    return s;
}
