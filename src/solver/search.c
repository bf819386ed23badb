/* Ruin and recreate under simulated annealing (Schrimpf et al. 2000; Christiaens
 * and Vanden Berghe 2020). Each round takes visits out that have to do with each
 * other (near in time, by the same escorts, of the same client, or just some),
 * puts them and some that were left out before back in a drawn order, and keeps
 * the result if it is better or not much worse. The temperature is in points: it
 * begins where a typical visit's cost could still be lost and falls geometrically.
 *
 * The best roster is compared by tier strictly; only acceptance uses the steering
 * weight of tier 1. */
#include "solver/search.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { RUIN_MOST = 24, REPAIR_LEFT_OUT = 8, LOOK_EVERY = 2000, CYCLES = 4 };

struct step { /* one edit of a round, to be undone backwards */
    int request;
    struct held was; /* NONE before an insertion */
};

struct search {
    struct twin *twin;
    struct chance chance;
    struct placer *placer;
    int n_requests;
    struct held *best;
    int64_t best_rights, best_rest;
    double scale; /* points a visit typically costs */
    int *pool, n_pool; /* requests taken out or waiting, this round */
    bool *in_pool;
    int *hopeful, n_hopeful; /* requests that can be served at all */
    struct step *steps;
    int n_steps;
    double *key; /* scratch for orders */
};

static int64_t steering(const struct search *s)
{
    return s->placer->steering * s->twin->rights + s->twin->rest;
}

static bool better(const struct search *s)
{
    const struct twin *t = s->twin;
    return t->rights < s->best_rights ||
           (t->rights == s->best_rights && t->rest < s->best_rest);
}

static void remember(struct search *s)
{
    memcpy(s->best, s->twin->held, (size_t)s->n_requests * sizeof *s->best);
    s->best_rights = s->twin->rights;
    s->best_rest = s->twin->rest;
}

/* ---- first roster -------------------------------------------------------- */

static int choices_of(const struct search *s, int request)
{
    return s->twin->net->first[request + 1] - s->twin->net->first[request];
}

/* Where rights weigh most and choices are fewest, first. */
static int by_scarcity(const void *x, const void *y, void *search)
{
    const struct search *s = search;
    const struct problem *p = s->twin->problem;
    int a = *(const int *)x, b = *(const int *)y;
    bool team_a = request_is_team(&p->requests[a]);
    bool team_b = request_is_team(&p->requests[b]);
    int n = choices_of(s, a), m = choices_of(s, b);
    if (team_a != team_b)
        return team_b - team_a;
    return n != m ? (n > m) - (n < m) : a - b;
}

static void construct(struct search *s, search_stop *stop, void *context)
{
    int64_t sum = 0;
    int placed = 0;
    remember(s);
    qsort_r(s->hopeful, (size_t)s->n_hopeful, sizeof *s->hopeful, by_scarcity, s);
    for (int i = 0; i < s->n_hopeful && !stop(context, s); i++) {
        int64_t cost;
        if (s->twin->held[s->hopeful[i]].option != NONE ||
            !placer_place(s->placer, s->hopeful[i], &cost))
            continue;
        sum += cost < 0 ? -cost : cost;
        placed++;
    }
    s->scale = placed > 0 ? (double)sum / placed : 0;
    if (s->scale < 1)
        s->scale = 1;
    if (better(s))
        remember(s);
}

struct search *search_begin(struct arena *a, struct twin *t, uint64_t seed,
                            search_stop *stop, void *context)
{
    struct search *s = NEW(a, struct search);
    int n = t->problem->n_requests;
    s->twin = t;
    chance_seed(&s->chance, seed);
    s->placer = placer_new(a, t, &s->chance);
    s->n_requests = n;
    s->best = NEW_ARRAY(a, struct held, n + 1);
    s->pool = NEW_ARRAY(a, int, n + 1);
    s->in_pool = NEW_ARRAY(a, bool, n + 1);
    s->hopeful = NEW_ARRAY(a, int, n + 1);
    s->steps = NEW_ARRAY(a, struct step, 4 * n + 4);
    s->key = NEW_ARRAY(a, double, n + 1);
    for (int r = 0; r < n; r++)
        if (choices_of(s, r) > 0)
            s->hopeful[s->n_hopeful++] = r;
    construct(s, stop, context);
    s->placer->blink = 50;
    return s;
}

/* ---- ruin ---------------------------------------------------------------- */

static void take_out(struct search *s, int request)
{
    const struct problem *p = s->twin->problem;
    int link = p->requests[request].link;
    int both[2] = {request, NONE};
    if (link != NONE)
        both[1] = p->links[link].first == request ? p->links[link].second
                                                  : p->links[link].first;
    for (int i = 0; i < 2; i++) {
        int r = both[i];
        if (r == NONE || s->in_pool[r])
            continue;
        s->in_pool[r] = true;
        s->pool[s->n_pool++] = r;
        if (s->twin->held[r].option == NONE)
            continue;
        s->steps[s->n_steps++] = (struct step){r, s->twin->held[r]};
        twin_remove(s->twin, r);
    }
}

static int some_request(struct search *s)
{
    return s->hopeful[chance_below(&s->chance, s->n_hopeful)];
}

/* A request with the time it stands for, served or not. */
static int start_of(const struct search *s, int request)
{
    const struct problem *p = s->twin->problem;
    int o = s->twin->held[request].option;
    return o == NONE ? p->requests[request].alternatives[0].from
                     : p->options[o].start;
}

/* Requests that a duty is for: one, or all whom the escort has with them. */
static int served_by(const struct search *s, int escort, const struct duty *d,
                     int *requests, int most)
{
    const struct attendance *there;
    int n = 0;
    requests[0] = d->request;
    if (!d->session)
        return 1;
    there = &s->twin->attendance[d->session - 1];
    for (int i = 0; i < there->n && n < most; i++)
        for (int k = 0; k < s->twin->held[there->requests[i]].n_escorts; k++)
            if (s->twin->held[there->requests[i]].escorts[k] == escort)
                requests[n++] = there->requests[i];
    return n;
}

/* Everything one escort does, or does around one time. */
static void ruin_escort(struct search *s, int escort, int around, int within,
                        int most)
{
    const struct escort_week *w = &s->twin->weeks[escort];
    int taken[RUIN_MOST], n = 0;
    for (int i = 0; i < w->n && n < most && n < RUIN_MOST; i++)
        if (abs(w->duties[i].start - around) <= within)
            n += served_by(s, escort, &w->duties[i], taken + n, RUIN_MOST - n);
    for (int i = 0; i < n; i++)
        take_out(s, taken[i]);
}

/* Escorts who could serve the seed, around its time. */
static void ruin_related(struct search *s, int seed, int size)
{
    const struct net *net = s->twin->net;
    int n = choices_of(s, seed), around = start_of(s, seed);
    int within = chance_one_in(&s->chance, 3) ? 10080 : 600;
    take_out(s, seed);
    for (int tries = 0; tries < 3 * size && s->n_pool < size; tries++) {
        const struct node *x =
            &net->nodes[net->first[seed] + chance_below(&s->chance, n)];
        ruin_escort(s, x->escort, within == 10080 ? around : x->start, within,
                    size - s->n_pool);
    }
}

static void ruin_client(struct search *s, int seed)
{
    int client = s->twin->problem->requests[seed].client;
    for (int i = 0; i < s->n_hopeful; i++)
        if (s->twin->problem->requests[s->hopeful[i]].client == client &&
            s->n_pool < RUIN_MOST)
            take_out(s, s->hopeful[i]);
}

static void ruin(struct search *s)
{
    int most = s->n_hopeful < RUIN_MOST ? s->n_hopeful : RUIN_MOST;
    int size = 1 + chance_below(&s->chance, most < 10 ? most : 10);
    int seed = some_request(s);
    if (chance_one_in(&s->chance, 12))
        size = 1 + chance_below(&s->chance, most);
    switch (chance_below(&s->chance, 8)) {
    case 0:
        ruin_client(s, seed);
        break;
    case 1:
        while (s->n_pool < size)
            take_out(s, some_request(s));
        break;
    default:
        ruin_related(s, seed, size);
    }
}

/* Requests that are waiting get a chance each round. */
static void call_waiting(struct search *s)
{
    int n = s->n_hopeful, from = chance_below(&s->chance, n), added = 0;
    for (int i = 0; i < n && added < REPAIR_LEFT_OUT; i++) {
        int r = s->hopeful[(from + i) % n];
        if (s->twin->held[r].option == NONE && !s->in_pool[r]) {
            take_out(s, r);
            added++;
        }
    }
}

/* ---- recreate ------------------------------------------------------------ */

static int by_key(const void *x, const void *y, void *search)
{
    const double *key = ((struct search *)search)->key;
    int a = *(const int *)x, b = *(const int *)y;
    return key[a] != key[b] ? (key[a] > key[b]) - (key[a] < key[b]) : a - b;
}

static void order_pool(struct search *s)
{
    const struct problem *p = s->twin->problem;
    int how = chance_below(&s->chance, 5);
    for (int i = 0; i < s->n_pool; i++) {
        int r = s->pool[i];
        double drawn = chance_share(&s->chance);
        s->key[r] = how == 0   ? choices_of(s, r) + drawn
                    : how == 1 ? -p->requests[r].minutes - drawn
                    : how == 2 ? start_of(s, r) + drawn
                               : drawn;
    }
    qsort_r(s->pool, (size_t)s->n_pool, sizeof *s->pool, by_key, s);
}

static void recreate(struct search *s)
{
    const struct problem *p = s->twin->problem;
    order_pool(s);
    s->placer->ties = (enum ties)chance_below(&s->chance, 3);
    for (int i = 0; i < s->n_pool; i++) {
        int r = s->pool[i], link = p->requests[r].link;
        s->in_pool[r] = false;
        if (s->twin->held[r].option != NONE ||
            !placer_place(s->placer, r, NULL))
            continue;
        s->steps[s->n_steps++] = (struct step){r, {.option = NONE}};
        if (link != NONE) {
            int other = p->links[link].first == r ? p->links[link].second
                                                  : p->links[link].first;
            s->steps[s->n_steps++] = (struct step){other, {.option = NONE}};
        }
    }
    s->n_pool = 0;
}

static void undo(struct search *s)
{
    while (s->n_steps > 0) {
        const struct step *x = &s->steps[--s->n_steps];
        if (x->was.option == NONE)
            twin_remove(s->twin, x->request);
        else
            twin_insert(s->twin, x->request, &x->was);
    }
}

/* With a travel matrix that breaks the triangle inequality, taking a visit out can
 * leave its neighbours too close. */
static bool all_sound(struct search *s)
{
    if (!s->twin->broken)
        return true;
    s->twin->broken = false;
    for (int e = 0; e < s->twin->problem->n_escorts; e++)
        if (!twin_sound(s->twin, e))
            return false;
    return true;
}

#ifdef AUDIT
static void audit(const struct search *s)
{
    struct arena *a = arena_new();
    const struct verdict *v =
        rules_judge(a, s->twin->problem, twin_roster(a, s->twin));
    require(v->n_breaches == 0, "the twin holds an unlawful roster");
    require(v->tier[TIER_RIGHTS] == s->twin->rights, "the twin's rights drifted");
    require(v->tier[TIER_REST] == s->twin->rest, "the twin's rest drifted");
    arena_free(a);
}
#else
#define audit(s) ((void)(s))
#endif

static bool accepted(struct search *s, int64_t before, double temperature)
{
    int64_t worse = steering(s) - before;
    return worse <= 0 ||
           chance_share(&s->chance) < exp(-(double)worse / temperature);
}

static void try_once(struct search *s, double temperature)
{
    int64_t before = steering(s);
    s->n_steps = 0;
    s->twin->ticks++; /* a round that prices nothing still costs */
    ruin(s);
    call_waiting(s);
    recreate(s);
    if (!all_sound(s) || !accepted(s, before, temperature)) {
        undo(s);
        s->twin->broken = false;
        return;
    }
    audit(s);
    if (better(s))
        remember(s);
}

static bool time_to_look(const struct search *s, int64_t *looked)
{
    if (s->twin->ticks - *looked < LOOK_EVERY)
        return false;
    *looked = s->twin->ticks;
    return true;
}

void search_run(struct search *s, int64_t ticks, int64_t ticks_planned,
                search_stop *stop, void *context)
{
    int64_t looked = s->twin->ticks;
    double hot = 0.8 * s->scale, cold = 0.002 * s->scale;
    if (s->n_hopeful == 0)
        return;
    while (s->twin->ticks < ticks) {
        double gone = (double)s->twin->ticks / (double)ticks_planned;
        try_once(s, hot * pow(cold / hot, CYCLES * gone - floor(CYCLES * gone)));
        if (time_to_look(s, &looked) && stop(context, s))
            return;
    }
}

struct best_found search_best(const struct search *s)
{
    return (struct best_found){s->best_rights, s->best_rest};
}

int64_t search_ticks(const struct search *s)
{
    return s->twin->ticks;
}

double search_share(const struct search *s, int64_t ticks_planned)
{
    double share = (double)s->twin->ticks / (double)ticks_planned;
    return share < 1 ? share : 1;
}

int search_served(const struct search *s)
{
    int n = 0;
    for (int r = 0; r < s->n_requests; r++)
        n += s->best[r].option != NONE;
    return n;
}

/* The best roster found, laid out through the twin. */
static void restore_best(struct search *s)
{
    for (int r = 0; r < s->n_requests; r++)
        if (s->twin->held[r].option != NONE)
            twin_remove(s->twin, r);
    for (int r = 0; r < s->n_requests; r++)
        if (s->best[r].option != NONE)
            twin_insert(s->twin, r, &s->best[r]);
    s->twin->broken = false;
}

struct roster *search_roster(struct arena *a, const struct search *s)
{
    struct twin view = *s->twin;
    view.held = s->best;
    return twin_roster(a, &view);
}

static void begin_from(struct search *s, const struct roster *r)
{
    for (int q = 0; q < s->n_requests; q++)
        if (s->twin->held[q].option != NONE)
            twin_remove(s->twin, q);
    twin_adopt(s->twin, r);
    s->twin->broken = false;
    if (better(s))
        remember(s);
}

void search_improve(struct search *s, const struct roster *r)
{
    begin_from(s, r);
    restore_best(s);
}

enum { FILLED_BETWEEN = 100 }; /* two looks at the clock */

/* Each request that is not served yet at its best place for now. */
static void fill(struct search *s, search_stop *stop, void *context)
{
    for (int i = 0; i < s->n_hopeful; i++) {
        if (i % FILLED_BETWEEN == 0 && stop(context, s))
            break;
        if (s->twin->held[s->hopeful[i]].option == NONE)
            placer_place(s->placer, s->hopeful[i], NULL);
    }
    if (better(s))
        remember(s);
}

void search_polish(struct search *s, const struct roster *r, int64_t ticks,
                   search_stop *stop, void *context)
{
    int64_t looked = s->twin->ticks, until = s->twin->ticks + ticks;
    double warm = 0.02 * s->scale, cold = 0.001 * s->scale;
    struct arena *scratch = arena_new();
    const struct roster *best = search_roster(scratch, s);
    begin_from(s, r);
    twin_adopt_more(s->twin, best);
    arena_free(scratch);
    fill(s, stop, context);
    while (s->n_hopeful > 0 && s->twin->ticks < until) {
        double left = (double)(until - s->twin->ticks) / (double)ticks;
        try_once(s, cold * pow(warm / cold, left));
        if (time_to_look(s, &looked) && stop(context, s))
            break;
    }
    restore_best(s);
}
