/* A roster that somebody made, lawful or not: the twin takes over visits as they are
 * or leaves them out, and what it took over is lawful. Of a roster that a solve made
 * it takes over everything. A solve that begins from any roster is no worse than what
 * was lawful of it. */
#include "property.h"

#include "solver/twin.h"

#include <string.h>

enum { EFFORT = 20000 };

static int drawn(struct trial *t, int n)
{
    return chance_below(&t->chance, n);
}

/* At a time that is mostly offered, by escorts of whom mostly as many as needed. */
static struct visit any_visit(struct trial *t, int request)
{
    const struct problem *p = t->problem;
    const struct request *q = &p->requests[request];
    struct visit v = {.start = q->alternatives[0].from, .minutes = q->minutes};
    if (q->n_options > 0) {
        const struct option *o = &p->options[q->first_option + drawn(t, q->n_options)];
        v.start = o->start;
        v.minutes = o->minutes;
        v.session = o->session;
    }
    if (drawn(t, 8) == 0)
        v.start += p->grid;
    if (drawn(t, 8) == 0)
        v.minutes += p->grid;
    v.n_escorts = drawn(t, 8) == 0 ? drawn(t, STAFF_MAX) + 1 : q->needed;
    for (int i = 0; i < v.n_escorts; i++)
        v.escorts[i] = drawn(t, p->n_escorts);
    return v;
}

static struct roster *any_roster(struct trial *t)
{
    struct roster *r = roster_new(t->arena, t->problem);
    for (int q = 0; q < t->problem->n_requests; q++)
        if (drawn(t, 4) > 0)
            r->visits[q] = any_visit(t, q);
    return r;
}

static bool same_visit(const struct visit *a, const struct visit *b)
{
    return a->start == b->start && a->minutes == b->minutes &&
           a->session == b->session && a->n_escorts == b->n_escorts &&
           memcmp(a->escorts, b->escorts, (size_t)a->n_escorts * sizeof *a->escorts) ==
               0;
}

static const struct twin *adopted(struct trial *t, const struct roster *r)
{
    struct twin *twin = twin_new(t->arena, net_new(t->arena, t->problem));
    twin_adopt(twin, r);
    const struct roster *kept = twin_roster(t->arena, twin);
    const struct verdict *v = rules_judge(t->arena, t->problem, kept);
    complain(t, v->n_breaches == 0, "what was taken over breaks %s",
             v->n_breaches ? RULE_ROWS[v->breaches[0].rule].name : "");
    complain(t,
             v->tier[TIER_RIGHTS] == twin->rights && v->tier[TIER_REST] == twin->rest,
             "what was taken over is counted wrong");
    for (int q = 0; q < t->problem->n_requests; q++)
        complain(t,
                 !roster_serves(kept, q) ||
                     same_visit(&kept->visits[q], &r->visits[q]),
                 "visit %d was changed on the way", q);
    return twin;
}

static const struct solution *solved(struct trial *t, const struct roster *start)
{
    struct solve_options options = {.seed = t->seed, .effort = EFFORT};
    const struct solution *s = NULL;
    struct faults f = {0};
    complain(t, solve(t->arena, t->problem, &options, start, &s, &f) == STATUS_OK,
             "not solved: %s", f.list[0].what);
    return s;
}

void property_adopt(struct trial *t)
{
    const struct roster *start = any_roster(t);
    const struct twin *twin = adopted(t, start);
    const struct solution *s = t->wrong ? NULL : solved(t, start);
    if (!s)
        return;
    complain(t,
             s->rights.value < twin->rights ||
                 (s->rights.value == twin->rights && s->rest.value <= twin->rest),
             "the solve is worse than what it began from");
    const struct twin *whole = adopted(t, s->roster);
    complain(t, whole->rights == s->rights.value && whole->rest == s->rest.value,
             "of a lawful roster something is left out");
}
