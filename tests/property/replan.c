/* A week planned anew has the rights there are, then the fewest changes, then the best rest:
 * by trying every roster. Its bounds are never above what is there. */
#include "begun.h"

#include "ledsaga/replan.h"
#include "model/weigh.h"
#include "ledsaga/rules.h"
#include "oracle/brute_force.h"
#include "solver/replan_near.h"

#include <limits.h>
#include <string.h>

enum { DEARER = 100000 };

void property_replan(struct trial *t)
{
    const struct problem *p = t->problem;
    const struct problem *alone = problem_change_alone(t->arena, p);
    struct truth few = brute_force(alone);
    struct truth rest = brute_force(problem_change_times(t->arena, p, DEARER));
    struct solve_options options = {.seed = t->seed, .prove = true, .near = t->seed % 2 == 0};
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

/* ---- in the middle of the week ---------------------------------------------------- */

bool draw_begun(struct trial *t, const struct roster *told, struct begun *out)
{
    int served[64], n = 0;
    for (int r = 0; r < told->n_requests && n < 64; r++)
        if (roster_serves(told, r))
            served[n++] = r;
    if (n == 0)
        return false;
    const struct visit *v = &told->visits[served[chance_below(&t->chance, n)]];
    *out = (struct begun){.told = told,
                          .now = v->start + chance_between(&t->chance, 0, 90),
                          .freeze = chance_below(&t->chance, 3) * 720,
                          .away = v->escorts[0]};
    int from = out->now - chance_below(&t->chance, 3) * 60;
    out->span = (struct span){from, from + chance_between(&t->chance, 1, 48) * 60};
    if (out->now > week_length(&t->problem->week))
        out->now = week_length(&t->problem->week);
    return out->now > 0;
}

static bool as_told(const struct request *q, const struct visit *v)
{
    if (v->n_escorts != q->n_pub_escorts || v->start != q->pub_start ||
        v->minutes != q->pub_minutes)
        return false;
    for (int i = 0; i < v->n_escorts; i++) {
        bool told = false;
        for (int k = 0; k < q->n_pub_escorts; k++)
            told |= q->pub_escorts[k] == v->escorts[i];
        if (!told)
            return false;
    }
    return true;
}

/* What has begun is as it was; nothing else begins before now. */
static bool past_kept(const struct problem *p, const struct roster *r)
{
    for (int q = 0; q < p->n_requests; q++) {
        const struct request *x = &p->requests[q];
        bool begun = x->published && x->pub_start < p->now;
        if (begun != (x->held && x->pub_start < p->now) ||
            (x->held && !as_told(x, &r->visits[q])) ||
            (!x->held && roster_serves(r, q) && r->visits[q].start < p->now))
            return false;
    }
    return true;
}

static void agree(struct trial *t, const struct problem *p, const struct replanned *r)
{
    const struct problem *held = problem_hold(t->arena, p);
    struct truth few = brute_force(problem_change_alone(t->arena, held));
    struct truth rest = brute_force(problem_change_times(t->arena, held, DEARER));
    int64_t rights = rules_judge(t->arena, held, r->roster)->tier[TIER_RIGHTS];
    int64_t least = rest.rest - (int64_t)(DEARER - 1) * few.rest;
    complain(t, rights == few.rights && r->told.value == few.rest && r->rest.value == least,
             "begun: rights %lld, changes %lld, rest %lld; the best are %lld, %lld, %lld",
             (long long)rights, (long long)r->told.value, (long long)r->rest.value,
             (long long)few.rights, (long long)few.rest, (long long)least);
    complain(t, r->told.bound <= few.rest && r->rest.bound <= least &&
                    r->rights.bound <= r->rights.value,
             "begun: a bound is too high");
    complain(t, r->outcome == OUTCOME_OPTIMAL, "begun: it is not proved");
}

/* Mended near where it was touched it is lawful, keeps what has begun, and is no better than
 * the best; what is proved of it is true of all that deliver as much. */
static void mended(struct trial *t, const struct problem *p, const struct roster *told,
                   const struct replanned *best)
{
    struct solve_options options = {.seed = t->seed};
    struct faults f = {0};
    const struct replanned *r;
    if (!complain(t, replan_near(t->arena, p, &options, told, &r, &f) == STATUS_OK, "it fails"))
        return;
    complain(t, r->verdict->n_breaches == 0 && past_kept(p, r->roster),
             "mended: unlawful, or what has begun is not as it was");
    complain(t, r->rights.value >= best->rights.value && r->rights.bound <= best->rights.value &&
                    r->told.bound <= r->told.value,
             "mended: rights %lld/%lld, changes %lld/%lld; the best have rights %lld",
             (long long)r->rights.value, (long long)r->rights.bound, (long long)r->told.value,
             (long long)r->told.bound, (long long)best->rights.value);
    bool as_much = true;
    for (int q = 0; q < p->n_requests; q++)
        as_much &= best->roster->visits[q].minutes * best->roster->visits[q].n_escorts >=
                   r->roster->visits[q].minutes * r->roster->visits[q].n_escorts;
    complain(t, !as_much || r->told.bound <= best->told.value,
             "mended: %lld changes are said to be the least, %lld are enough",
             (long long)r->told.bound, (long long)best->told.value);
}

void property_begun(struct trial *t)
{
    struct solve_options quick = {.seed = t->seed, .effort = 1};
    struct solve_options options = {.seed = t->seed, .prove = true, .near = true};
    struct faults f = {0};
    const struct solution *s;
    const struct replanned *r;
    struct begun what;
    if (t->problem->published != 0) /* it has something else given out already */
        return;
    if (!complain(t, solve(t->arena, t->problem, &quick, NULL, &s, &f) == STATUS_OK, "it fails") ||
        !draw_begun(t, s->roster, &what))
        return;
    const struct problem *p = begun_week(t->arena, t->seed, &what);
    if (!complain(t, p != NULL, "the week cannot have begun") ||
        !complain(t, replan(t->arena, p, &options, what.told, &r, &f) == STATUS_OK, "it fails"))
        return;
    complain(t, r->verdict->n_breaches == 0, "begun: the roster is not lawful");
    if (complain(t, past_kept(p, r->roster), "begun: what has begun is not as it was")) {
        agree(t, p, r);
        mended(t, p, what.told, r);
    }
}
