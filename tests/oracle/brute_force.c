/* Every request in turn: not at all, in every session it may take part in, or at
 * every offered start and length and one start that was not offered, by every set of
 * one escort up to as many as it needs; several may have the same escort in one
 * session. So the rosters tried break every hard rule in every way that a few visits
 * can; the judge says which are lawful. */
#include "brute_force.h"

#include <stdlib.h>

enum { FORGET_EVERY = 4096 };

struct trying {
    const struct problem *p;
    struct roster *r;
    struct arena *arena, *scratch;
    struct truth truth;
    bool any;
    int64_t best[RULE_COUNT][2]; /* lawful but for this one rule */
    bool found[RULE_COUNT];
    int64_t soft[RULE_COUNT];
};

static bool less(const int64_t tier[TIER_COUNT], int64_t rights, int64_t rest)
{
    return tier[TIER_RIGHTS] < rights ||
           (tier[TIER_RIGHTS] == rights && tier[TIER_REST] < rest);
}

static enum rule only_rule_broken(const struct verdict *v)
{
    for (int i = 1; i < v->n_breaches; i++)
        if (v->breaches[i].rule != v->breaches[0].rule)
            return RULE_NONE;
    return v->breaches[0].rule;
}

/* The front but for what this roster is better than, and this one, unless one there is as
 * good. */
static void take_to_front(struct truth *truth, int64_t rights, int64_t rest)
{
    int kept = 0;
    for (int i = 0; i < truth->n_front; i++)
        if (truth->front[i].rights <= rights && truth->front[i].rest <= rest)
            return;
    for (int i = 0; i < truth->n_front; i++)
        if (truth->front[i].rights < rights || truth->front[i].rest < rest)
            truth->front[kept++] = truth->front[i];
    if (kept == FRONT_MOST)
        abort();
    truth->front[kept].rights = rights;
    truth->front[kept].rest = rest;
    truth->n_front = kept + 1;
}

static void judge(struct trying *t)
{
    if (++t->truth.tried % FORGET_EVERY == 0) {
        arena_free(t->scratch);
        t->scratch = arena_new();
    }
    const struct verdict *v = rules_judge(t->scratch, t->p, t->r);
    if (v->n_breaches == 0) {
        take_to_front(&t->truth, v->tier[TIER_RIGHTS], v->tier[TIER_REST]);
        if (t->any && !less(v->tier, t->truth.rights, t->truth.rest))
            return;
        t->any = true;
        t->truth.rights = v->tier[TIER_RIGHTS];
        t->truth.rest = v->tier[TIER_REST];
        for (int rule = 0; rule < RULE_COUNT; rule++)
            t->soft[rule] = v->points[rule];
        return;
    }
    enum rule rule = only_rule_broken(v);
    if (rule == RULE_NONE ||
        (t->found[rule] && !less(v->tier, t->best[rule][0], t->best[rule][1])))
        return;
    t->found[rule] = true;
    t->best[rule][0] = v->tier[TIER_RIGHTS];
    t->best[rule][1] = v->tier[TIER_REST];
}

static void try_request(struct trying *t, int request);

/* All sets of escorts from `from` on, added to the visit. */
static void try_escorts(struct trying *t, int request, int from)
{
    struct visit *v = &t->r->visits[request];
    if (v->n_escorts > 0)
        try_request(t, request + 1);
    if (v->n_escorts == t->p->requests[request].needed)
        return;
    for (int e = from; e < t->p->n_escorts; e++) {
        v->escorts[v->n_escorts++] = e;
        try_escorts(t, request, e + 1);
        v->n_escorts--;
    }
}

static void try_request(struct trying *t, int request)
{
    const struct problem *p = t->p;
    if (request == p->n_requests) {
        judge(t);
        return;
    }
    const struct request *q = &p->requests[request];
    struct visit *v = &t->r->visits[request];
    v->n_escorts = 0;
    try_request(t, request + 1);
    for (int o = q->first_option; o < q->first_option + q->n_options; o++) {
        v->start = p->options[o].start;
        v->minutes = p->options[o].minutes;
        v->session = p->options[o].session;
        try_escorts(t, request, 0);
    }
    if (p->n_requests <= 3) { /* not offered: an hour late */
        v->start = q->alternatives[0].to + HOUR;
        v->minutes = q->minutes;
        v->session = 0;
        try_escorts(t, request, 0);
    }
    v->n_escorts = 0;
}

struct truth brute_force(const struct problem *p)
{
    struct trying t = {.p = p, .arena = arena_new(), .scratch = arena_new()};
    t.r = roster_new(t.arena, p);
    try_request(&t, 0);
    for (int rule = 0; rule < RULE_COUNT; rule++) {
        const int64_t tier[TIER_COUNT] = {0, t.best[rule][0], t.best[rule][1]};
        t.truth.binds[rule] =
            RULE_ROWS[rule].tier == TIER_HARD
                ? t.found[rule] && less(tier, t.truth.rights, t.truth.rest)
                : t.soft[rule] > 0;
    }
    arena_free(t.scratch);
    arena_free(t.arena);
    return t.truth;
}
