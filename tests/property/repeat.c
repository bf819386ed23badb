/* The same problem, seed and effort give the same roster, and the same is told of it,
 * with and without a proof, on one thread and on two. */
#include "property.h"

#include "ledsaga/solver.h"

#include <string.h>

enum { EFFORT = 20000 };

static const struct solution *solved(struct trial *t, bool prove, int64_t effort, int threads)
{
    struct solve_options options = {
        .seed = t->seed, .effort = effort, .prove = prove, .threads = threads};
    const struct solution *s = NULL;
    struct faults f = {0};
    complain(t, solve(t->arena, t->problem, &options, NULL, &s, &f) == STATUS_OK,
             "not solved: %s", f.list[0].what);
    return s;
}

static bool same_roster(const struct roster *a, const struct roster *b)
{
    for (int r = 0; r < a->n_requests; r++) {
        const struct visit *v = &a->visits[r], *x = &b->visits[r];
        if (v->n_escorts != x->n_escorts)
            return false;
        if (v->n_escorts > 0 &&
            (v->start != x->start || v->minutes != x->minutes ||
             v->session != x->session ||
             memcmp(v->escorts, x->escorts,
                    (size_t)v->n_escorts * sizeof *v->escorts) != 0))
            return false;
    }
    return true;
}

static bool same_tier(const struct tier_result *a, const struct tier_result *b)
{
    return a->value == b->value && a->bound == b->bound;
}

static void twice(struct trial *t, bool prove)
{
    const struct solution *a = solved(t, prove, EFFORT, 1);
    const struct solution *b = a ? solved(t, prove, a->effort, 2) : NULL;
    if (!b)
        return;
    const char *how = prove ? "with" : "without";
    complain(t, same_roster(a->roster, b->roster), "another roster %s a proof", how);
    complain(t, same_tier(&a->rights, &b->rights) && same_tier(&a->rest, &b->rest),
             "other values or bounds %s a proof", how);
    complain(t, a->outcome == b->outcome && a->effort == b->effort,
             "another outcome %s a proof", how);
}

void property_repeat(struct trial *t)
{
    twice(t, false);
    twice(t, true);
}
