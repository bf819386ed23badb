/* What one more escort can give at most, by the prices of the week without: no less than the
 * best roster with the escort gains, by trying every one. */
#include "property.h"

#include "ledsaga/certificate.h"
#include "ledsaga/solver.h"
#include "oracle/brute_force.h"

static const struct problem *without(struct arena *a, const struct problem *p, int escort)
{
    struct problem *fewer = NEW(a, struct problem);
    struct escort *escorts = arena_grow(a, p->escorts, (size_t)p->n_escorts,
                                        (size_t)p->n_escorts + 1, sizeof *escorts);
    escorts[escort].n_available = 0;
    *fewer = *p;
    fewer->escorts = escorts;
    return fewer;
}

void property_one_more(struct trial *t)
{
    const struct problem *p = t->problem;
    const struct problem *fewer = without(t->arena, p, p->n_escorts - 1);
    struct solve_options options = {.seed = t->seed, .prove = true};
    struct faults f = {0};
    const struct solution *s;
    if (!complain(t, solve(t->arena, fewer, &options, NULL, &s, &f) == STATUS_OK, "it is not solved") ||
        !s->certificate || !s->certificate->stated[0])
        return;
    struct certified proved = certificate_recompute(p, s->certificate, NULL);
    struct truth truth = brute_force(p);
    complain(t, proved.bound[0] <= truth.rights,
             "rights come to %lld with one more escort, %lld were the least of them",
             (long long)truth.rights, (long long)proved.bound[0]);
}
