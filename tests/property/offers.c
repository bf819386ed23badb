/* What is offered for a request is lawful with everything else as it is, and no way that
 * leaves everything else as it is is better than the first offer; nor is one that moves one
 * other visit of the client or the escort, where that is allowed. All ways are tried by the judge alone. */
#include "property.h"

#include "ledsaga/offer.h"
#include "ledsaga/solver.h"

#include <limits.h>
#include <string.h>

enum { MOST = 4 };

struct value {
    int64_t rights, rest;
    bool moved, any;
};

struct trying {
    struct trial *t;
    struct roster *r;
    struct value best;
    int n_ways;
    int request;
};

static bool value_better(const struct value *x, const struct value *y)
{
    if (!y->any || x->rights != y->rights)
        return !y->any || x->rights < y->rights;
    return x->moved != y->moved ? !x->moved : x->rest < y->rest;
}

static bool judged(struct trying *y, bool moved)
{
    const struct verdict *v = rules_judge(y->t->arena, y->t->problem, y->r);
    struct value now = {v->tier[TIER_RIGHTS], v->tier[TIER_REST], moved, true};
    if (v->n_breaches > 0)
        return false;
    if (value_better(&now, &y->best))
        y->best = now;
    return true;
}

/* Calls go(y) with the request carried out in every way there is. */
static void every_way(struct trying *y, int request, void (*go)(struct trying *, int), int given)
{
    const struct problem *p = y->t->problem;
    const struct request *q = &p->requests[request];
    struct visit *v = &y->r->visits[request], before = *v;
    for (int o = q->first_option; o < q->first_option + q->n_options; o++)
        for (int team = 1; team < 1 << p->n_escorts; team++) {
            if (__builtin_popcount((unsigned)team) != q->needed)
                continue;
            *v = (struct visit){.start = p->options[o].start,
                                .minutes = p->options[o].minutes,
                                .session = p->options[o].session};
            for (int e = 0; e < p->n_escorts; e++)
                if (team >> e & 1)
                    v->escorts[v->n_escorts++] = e;
            go(y, given);
        }
    *v = before;
}

static void count_way(struct trying *y, int given)
{
    (void)given;
    y->n_ways += judged(y, false);
}

static void judge_moved(struct trying *y, int given)
{
    (void)given;
    judged(y, true);
}

/* Of whoever comes, or the client's own. */
static void move_other(struct trying *y, int other)
{
    const struct request *q = y->t->problem->requests;
    int escort = y->r->visits[other].escorts[0];
    if (q[other].client == q[y->request].client || y->r->visits[y->request].escorts[0] == escort)
        every_way(y, other, judge_moved, NONE);
}

static bool movable(const struct problem *p, const struct roster *r, int q)
{
    return r->visits[q].n_escorts == 1 && p->requests[q].needed == 1 && r->visits[q].session == 0 &&
           p->requests[q].link == NONE && !p->requests[q].pinned;
}

static void look_at_offers(struct trial *t, const struct roster *r, int request, bool may_move)
{
    const struct problem *p = t->problem;
    struct offer_wish wish = {request, MOST, may_move, INT_MIN, 0};
    struct offerings found = offers_find(t->arena, p, r, &wish);
    struct trying y = {.t = t, .r = roster_copy(t->arena, r), .request = request};
    const struct verdict *v = rules_judge(t->arena, p, r);
    every_way(&y, request, count_way, NONE);
    if (may_move && p->requests[request].needed == 1)
        for (int other = 0; other < p->n_requests; other++)
            if (movable(p, r, other))
                every_way(&y, request, move_other, other);
    if (!complain(t, (found.n > 0) == y.best.any, "request %d: %d offers, %d ways by the judge",
                  request, found.n, y.n_ways) ||
        !y.best.any)
        return;
    const struct offering *o = &found.list[0];
    complain(t, v->tier[TIER_RIGHTS] - o->rights == y.best.rights &&
                    v->tier[TIER_REST] + o->rest == y.best.rest && (o->moved != NONE) == y.best.moved,
             "request %d is offered at %lld/%lld (%d moved), the best is %lld/%lld (%d)", request,
             (long long)(v->tier[TIER_RIGHTS] - o->rights), (long long)(v->tier[TIER_REST] + o->rest),
             o->moved != NONE, (long long)y.best.rights, (long long)y.best.rest, y.best.moved);
    complain(t, may_move || p->requests[request].needed > 1 || found.n_ways == y.n_ways,
             "request %d: %d ways, %d by the judge", request, found.n_ways, y.n_ways);
    for (int i = 0; i < found.n; i++) {
        const struct roster *taken = offering_taken(t->arena, r, request, &found.list[i]);
        const struct verdict *w = rules_judge(t->arena, p, taken);
        complain(t, w->n_breaches == 0 &&
                        w->tier[TIER_RIGHTS] == v->tier[TIER_RIGHTS] - found.list[i].rights &&
                        w->tier[TIER_REST] == v->tier[TIER_REST] + found.list[i].rest,
                 "offer %d of request %d is not what it says", i, request);
    }
}

void property_offers(struct trial *t)
{
    const struct problem *p = t->problem;
    struct solve_options options = {.seed = t->seed, .effort = 1};
    struct faults f = {0};
    const struct solution *s;
    if (!complain(t, solve(t->arena, p, &options, NULL, &s, &f) == STATUS_OK, "it is not solved"))
        return;
    for (int q = 0; q < p->n_requests; q++) {
        struct roster *r = roster_copy(t->arena, s->roster);
        memset(&r->visits[q], 0, sizeof r->visits[q]);
        if (p->requests[q].link != NONE || rules_judge(t->arena, p, r)->n_breaches > 0)
            continue;
        look_at_offers(t, r, q, false);
        look_at_offers(t, r, q, true);
    }
}
