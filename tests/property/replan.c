/* A week planned anew has the rights there are, then the fewest changes, then the best rest:
 * by trying every roster. Its bounds are never above what is there. */
#include "property.h"

#include "ledsaga/replan.h"
#include "model/weigh.h"
#include "oracle/brute_force.h"

enum { DEARER = 100000 };

void property_replan(struct trial *t)
{
    const struct problem *p = t->problem;
    const struct problem *alone = problem_change_alone(t->arena, p);
    struct truth few = brute_force(alone);
    struct truth rest = brute_force(problem_change_times(t->arena, p, DEARER));
    struct solve_options options = {.seed = t->seed, .prove = true};
    struct faults f = {0};
    const struct replanned *r;
    if (!complain(t, replan(t->arena, p, &options, NULL, &r, &f) == STATUS_OK, "it fails"))
        return;
    complain(t, r->verdict->n_breaches == 0, "the roster is not lawful");
    complain(t, r->rights.value == few.rights && r->told.value == few.rest,
             "rights %lld, changes %lld; the fewest are %lld, %lld", (long long)r->rights.value,
             (long long)r->told.value, (long long)few.rights, (long long)few.rest);
    int64_t least = rest.rest - (int64_t)(DEARER - 1) * few.rest;
    complain(t, r->rest.value == least, "the rest is %lld, the least is %lld",
             (long long)r->rest.value, (long long)least);
    complain(t, r->told.bound <= few.rest && r->rest.bound <= least, "bounds %lld, %lld of %lld, %lld",
             (long long)r->told.bound, (long long)r->rest.bound, (long long)few.rest,
             (long long)least);
    complain(t, r->outcome == OUTCOME_OPTIMAL, "it is not proved");
}
