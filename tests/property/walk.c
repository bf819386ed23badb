/* A random walk on the search's twin: visits come and go, as the placer would have
 * them or as chance will. After every step the roster is lawful, both tiers are what
 * the judge counts from scratch, and no bound is above them. What the twin forbids
 * breaks a rule, what it allows breaks none. What was put in and is taken out again
 * leaves no trace. */
#include "property.h"

#include "base/text.h"
#include "solver/bound.h"
#include "solver/recreate.h"

#include <string.h>

enum { STEPS = 60 };

struct walk {
    struct trial *trial;
    const struct problem *problem;
    struct twin *twin;
    struct placer *placer;
    struct arena *scratch; /* forgotten after each step */
};

/* ---- what a twin holds, as bytes ----------------------------------------- */

#define ADD(t, items, n) text_add_bytes(t, (const char *)(items), (size_t)(n) * sizeof *(items))

static struct text state_of(struct arena *a, const struct twin *t)
{
    const struct problem *p = t->problem;
    struct text s = text_new(a);
    for (int r = 0; r < p->n_requests; r++) {
        ADD(&s, &t->held[r].option, 1);
        ADD(&s, &t->held[r].n_escorts, 1);
        ADD(&s, t->held[r].escorts, t->held[r].n_escorts);
    }
    for (int e = 0; e < p->n_escorts; e++) {
        ADD(&s, &t->weeks[e].n, 1);
        for (int i = 0; i < t->weeks[e].n; i++)
            ADD(&s, &t->weeks[e].duties[i], 1);
    }
    ADD(&s, t->soft, p->n_escorts);
    ADD(&s, t->minutes, p->n_escorts);
    ADD(&s, t->meetings, p->n_clients * p->n_escorts);
    ADD(&s, t->short_minutes, p->n_clients);
    ADD(&s, t->grant_used, p->n_grants);
    ADD(&s, &t->rights, 1);
    ADD(&s, &t->rest, 1);
    return s;
}

static bool same_state(const struct text *a, const struct text *b)
{
    return a->length == b->length && memcmp(a->bytes, b->bytes, a->length) == 0;
}

/* ---- against the judge --------------------------------------------------- */

static void compare_with_judge(struct walk *w, const char *after)
{
    const struct twin *t = w->twin;
    const struct verdict *v =
        rules_judge(w->scratch, w->problem, twin_roster(w->scratch, t));
    complain(w->trial, v->n_breaches == 0, "%s breaks %s", after,
             v->n_breaches ? RULE_ROWS[v->breaches[0].rule].name : "");
    complain(w->trial, v->tier[TIER_RIGHTS] == t->rights,
             "after %s rights are %lld, should be %lld", after,
             (long long)t->rights, (long long)v->tier[TIER_RIGHTS]);
    complain(w->trial, v->tier[TIER_REST] == t->rest,
             "after %s the rest is %lld, should be %lld", after,
             (long long)t->rest, (long long)v->tier[TIER_REST]);
    int64_t rights = bound_rights(t->net), rest = bound_rest(t->net, t->rights, NULL);
    complain(w->trial, rights <= t->rights, "the bound of rights, %lld, is above %lld",
             (long long)rights, (long long)t->rights);
    complain(w->trial, rest <= t->rest, "the bound of the rest, %lld, is above %lld",
             (long long)rest, (long long)t->rest);
}

static const struct node *node_of(const struct net *net, int option, int escort)
{
    for (int n = net->of_option[option]; n < net->of_option[option + 1]; n++)
        if (net->nodes[n].escort == escort)
            return &net->nodes[n];
    return NULL;
}

/* Does the judge allow one escort at this option, on top of what is there? */
static bool judge_allows(struct walk *w, int option, int escort)
{
    const struct option *o = &w->problem->options[option];
    struct roster *r = twin_roster(w->scratch, w->twin);
    r->visits[o->request] = (struct visit){
        .start = o->start, .minutes = o->minutes, .n_escorts = 1, .escorts = {escort},
        .session = o->session};
    return rules_judge(w->scratch, w->problem, r)->n_breaches == 0;
}

/* ---- steps --------------------------------------------------------------- */

static int drawn(struct walk *w, int n)
{
    return chance_below(&w->trial->chance, n);
}

static int partner_of(const struct problem *p, int request)
{
    const struct link *l =
        p->requests[request].link == NONE ? NULL : &p->links[p->requests[request].link];
    return !l ? NONE : l->first == request ? l->second : l->first;
}

/* Out and in again: nothing has changed in between. */
static void out_and_in(struct walk *w, int request, const struct text *before)
{
    struct text with = state_of(w->scratch, w->twin);
    struct held how = w->twin->held[request];
    twin_remove(w->twin, request);
    struct text without = state_of(w->scratch, w->twin);
    complain(w->trial, same_state(before, &without),
             "taking request %d out leaves a trace", request);
    twin_insert(w->twin, request, &how);
    struct text again = state_of(w->scratch, w->twin);
    complain(w->trial, same_state(&with, &again),
             "putting request %d back is not what it was", request);
}

static void put_in(struct walk *w, int request, const struct held *how, int64_t price)
{
    struct twin *t = w->twin;
    int64_t rights = t->rights - twin_rights_gain(t, how->option);
    int64_t rest = t->rest + price + w->problem->options[how->option].points;
    struct text before = state_of(w->scratch, t);
    twin_insert(t, request, how);
    complain(w->trial, t->rights == rights, "rights became %lld, told was %lld",
             (long long)t->rights, (long long)rights);
    complain(w->trial, t->rest == rest, "the rest became %lld, told was %lld",
             (long long)t->rest, (long long)rest);
    out_and_in(w, request, &before);
    compare_with_judge(w, "an insertion");
}

/* One escort drawn from all, whether or not they can. */
static void try_one(struct walk *w, int request)
{
    const struct request *q = &w->problem->requests[request];
    if (q->n_options == 0)
        return;
    int option = q->first_option + drawn(w, q->n_options);
    int escort = drawn(w, w->problem->n_escorts);
    const struct node *n = node_of(w->twin->net, option, escort);
    bool granted = twin_admits(w->twin, option);
    int64_t price = n && granted ? twin_price(w->twin, n, INT64_MAX) : TWIN_FORBIDDEN;
    bool allowed = price != TWIN_FORBIDDEN;
    complain(w->trial, allowed == judge_allows(w, option, escort),
             "request %d by escort %d is %s by the twin only", request, escort,
             allowed ? "allowed" : "forbidden");
    if (allowed) {
        struct held how = {option, 1, {escort}};
        put_in(w, request, &how, price);
    }
}

static bool pins_kept(const struct request *q, const struct held *how)
{
    for (int i = 0; q->pinned && i < q->n_pin_escorts; i++) {
        bool there = false;
        for (int k = 0; k < how->n_escorts; k++)
            there |= how->escorts[k] == q->pin_escorts[i];
        if (!there)
            return false;
    }
    return true;
}

/* A team of those who can, in the order that chance finds them in. */
static void try_team(struct walk *w, int request)
{
    const struct request *q = &w->problem->requests[request];
    const struct net *net = w->twin->net;
    if (q->n_options == 0)
        return;
    struct held how = {.option = q->first_option + drawn(w, q->n_options)};
    int from = net->of_option[how.option], n = net->of_option[how.option + 1] - from;
    int64_t sum = 0;
    if (n < q->needed || !twin_admits(w->twin, how.option))
        return;
    int first = drawn(w, n);
    for (int i = 0; i < n && how.n_escorts < q->needed; i++) {
        const struct node *x = &net->nodes[from + (first + i) % n];
        int64_t price = twin_price(w->twin, x, INT64_MAX);
        if (price == TWIN_FORBIDDEN)
            continue;
        sum += price;
        how.escorts[how.n_escorts++] = x->escort;
    }
    if (how.n_escorts == q->needed && pins_kept(q, &how))
        put_in(w, request, &how, sum);
}

static void place(struct walk *w, int request)
{
    struct twin *t = w->twin;
    struct text before = state_of(w->scratch, t);
    w->placer->blink = drawn(w, 2) ? 3 : 0;
    if (!placer_place(w->placer, request, NULL)) {
        struct text after = state_of(w->scratch, t);
        complain(w->trial, same_state(&before, &after),
                 "a placer without success leaves a trace");
        return;
    }
    complain(w->trial, t->held[request].option != NONE, "placed and not there");
    compare_with_judge(w, "the placer");
}

/* Where travel breaks the triangle inequality a removal may leave neighbours too
 * close; the twin then says so, and the visit goes back. */
static void take_out(struct walk *w, int request)
{
    struct twin *t = w->twin;
    int both[2] = {request, partner_of(w->problem, request)};
    struct held was[2];
    struct text before = state_of(w->scratch, t);
    bool sound = true;
    t->broken = false;
    for (int i = 0; i < 2; i++)
        if (both[i] != NONE) {
            was[i] = t->held[both[i]];
            twin_remove(t, both[i]);
        }
    for (int e = 0; e < w->problem->n_escorts; e++)
        sound &= twin_sound(t, e);
    complain(w->trial, sound || t->broken, "a removal breaks a rule unseen");
    if (sound) {
        compare_with_judge(w, "a removal");
        return;
    }
    for (int i = 1; i >= 0; i--)
        if (both[i] != NONE)
            twin_insert(t, both[i], &was[i]);
    struct text after = state_of(w->scratch, t);
    complain(w->trial, same_state(&before, &after), "undoing leaves a trace");
}

static void step(struct walk *w)
{
    int request = drawn(w, w->problem->n_requests);
    const struct request *q = &w->problem->requests[request];
    w->scratch = arena_new();
    if (w->twin->held[request].option != NONE) {
        if (drawn(w, 2))
            take_out(w, request);
    } else if (q->link != NONE || drawn(w, 2))
        place(w, request);
    else if (q->needed == 1)
        try_one(w, request);
    else
        try_team(w, request);
    arena_free(w->scratch);
}

/* A lawful roster by a walk on t; each step is looked at from all sides. */
static void walk_on(struct trial *trial, struct twin *t, int steps)
{
    struct walk w = {.trial = trial, .problem = trial->problem, .twin = t};
    w.placer = placer_new(trial->arena, t, &trial->chance);
    for (int i = 0; i < steps && trial->wrong == 0; i++)
        step(&w);
}

void property_walk(struct trial *trial)
{
    const struct problem *p = trial->problem;
    struct twin *t = twin_new(trial->arena, net_new(trial->arena, p));
    struct text empty = state_of(trial->arena, t);
    walk_on(trial, t, STEPS + 10 * p->n_requests);
    for (int r = 0; r < p->n_requests; r++)
        if (t->held[r].option != NONE)
            twin_remove(t, r);
    struct text after = state_of(trial->arena, t);
    complain(trial, same_state(&empty, &after), "all taken out is not an empty roster");
}
