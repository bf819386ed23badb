/* Branch and price (Barnhart, Johnson, Nemhauser, Savelsbergh, Vance 1998). Where the mix
 * serves a request by halves, it is to be served or it is not; where it shares one out
 * between escorts, one of them has it or has not; where it has one at two times, it is
 * before some time or from then on. Each case is a mix of its own, with more to mind, so
 * that its bound can only be better; the case of the worst bound is split next. Which
 * requests are served comes first: one row holds all of tier 1 together, and in it a mix
 * trades tenths of one request for tenths of another. */
#include "solver/branch.h"

#include "solver/cases.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* What a point of tier 1 beyond its value costs, lest a case have no mix at all. */
enum { EXCESS_POINTS = 100 };

struct branch_case {
    int parent; /* NONE = none */
    struct fork fork;
    int64_t bound; /* points */
    enum { OPEN, DONE, STUCK } state;
    struct price_changes prices; /* otherwise than the branching's: those that prove its bound,
                                    if that is better than its parent's */
};

struct tree {
    struct branching *b;
    struct arena *arena;
    const struct net *net; /* without cases */
    signed char *served;
    bool *shut;
    int n_cases, room;
    struct branch_case *cases;
    /* Of the mix in hand. */
    double *share_of_request, *share_of_node;
};

/* ---- a case ------------------------------------------------------------------------ */

static void go_to(struct tree *t, int at)
{
    case_begin(t->net, t->served, t->shut);
    if (t->b->gone)
        memcpy(t->shut, t->b->gone, (size_t)t->net->n_nodes * sizeof *t->shut);
    for (int i = at; t->cases[i].parent != NONE; i = t->cases[i].parent)
        case_decide(t->net, &t->cases[i].fork, t->served, t->shut);
    master_allow_excess(t->b->g->master, true, EXCESS_POINTS); /* dives forbid it again */
    colgen_take_case(t->b->g, t->served, t->shut);
}

static void add_case(struct tree *t, int parent, struct fork d)
{
    struct branch_case x = {
        .parent = parent, .fork = d, .bound = t->cases[parent].bound, .state = OPEN};
    ARENA_PUSH(t->arena, t->cases, t->n_cases, t->room, x);
}

/* Of the worst bound; of those the newest. */
static int next_case(const struct tree *t)
{
    int best = NONE;
    for (int i = 0; i < t->n_cases; i++)
        if (t->cases[i].state == OPEN && (best == NONE || t->cases[i].bound <= t->cases[best].bound))
            best = i;
    return best;
}

static void sum_up(struct tree *t)
{
    int64_t bound = t->b->value;
    for (int i = 0; i < t->n_cases; i++)
        if (t->cases[i].state != DONE && t->cases[i].bound < bound)
            bound = t->cases[i].bound;
    if (bound > t->b->bound)
        t->b->bound = bound;
}

/* ---- what to split ------------------------------------------------------------------ */

static void read_mix(struct tree *t)
{
    const struct master *m = t->b->g->master;
    memset(t->share_of_request, 0, (size_t)t->net->problem->n_requests * sizeof(double));
    memset(t->share_of_node, 0, (size_t)t->net->n_nodes * sizeof(double));
    for (int c = 0; c < m->n_columns; c++) {
        double share = master_share(m, c);
        if (m->columns[c].plan == NONE || share < 1e-9)
            continue;
        const struct plan *x = &m->plans[m->columns[c].plan];
        for (int i = 0; i < x->n; i++) {
            t->share_of_node[x->nodes[i]] += share;
            int r = t->net->nodes[x->nodes[i]].request;
            t->share_of_request[r] += share / t->net->problem->requests[r].needed;
        }
    }
}

/* How far from a whole number. */
static double halves(double share)
{
    return fabs(share - round(share));
}

enum { SPLIT_THOUSANDTHS = 1 };

static bool split_service(const struct tree *t, struct fork *d)
{
    double most = SPLIT_THOUSANDTHS / 1000.0;
    d->request = NONE;
    for (int r = 0; r < t->net->problem->n_requests; r++)
        if (t->served[r] == 0 && halves(t->share_of_request[r]) > most) {
            most = halves(t->share_of_request[r]);
            d->request = r;
        }
    d->kind = FORK_SERVED;
    return d->request != NONE;
}

/* Is there any choice left? Where what is to be served cannot be, in full, one who has it
 * alone has it by halves. */
static bool one_escort_left(const struct tree *t, int request)
{
    const struct net *net = t->net;
    int escort = NONE;
    for (int n = net->first[request]; n < net->first[request + 1]; n++) {
        if (t->shut[n] || net->nodes[n].escort == escort)
            continue;
        if (escort != NONE)
            return false;
        escort = net->nodes[n].escort;
    }
    return true;
}

static bool split_escorts(const struct tree *t, struct fork *d)
{
    const struct net *net = t->net;
    struct arena *scratch = arena_new();
    double *share = NEW_ARRAY(scratch, double, net->problem->n_escorts + 1);
    double most = SPLIT_THOUSANDTHS / 1000.0;
    d->request = NONE;
    for (int r = 0; r < net->problem->n_requests; r++) {
        if (!request_is_by_one(&net->problem->requests[r]) || one_escort_left(t, r))
            continue;
        for (int n = net->first[r]; n < net->first[r + 1]; n++)
            share[net->nodes[n].escort] += t->share_of_node[n];
        for (int n = net->first[r]; n < net->first[r + 1]; n++) {
            int e = net->nodes[n].escort;
            if (halves(share[e]) > most) {
                most = halves(share[e]);
                *d = (struct fork){FORK_BY, r, e, 0};
            }
            share[e] = 0;
        }
    }
    arena_free(scratch);
    return d->request != NONE;
}

struct timed {
    int start;
    double share;
};

static int by_start(const void *x, const void *y)
{
    const struct timed *a = x, *b = y;
    return (a->start > b->start) - (a->start < b->start);
}

/* Of one request, whose times are by rank and not in the order of the clock. */
static void split_time_of(const struct tree *t, int request, struct timed *times, double *most,
                          struct fork *d)
{
    const struct net *net = t->net;
    int first = net->first[request], n = net->first[request + 1] - first;
    double before = 0, all = 0;
    for (int i = 0; i < n; i++) {
        times[i] = (struct timed){net->nodes[first + i].start, t->share_of_node[first + i]};
        all += times[i].share;
    }
    if (n > 0)
        qsort(times, (size_t)n, sizeof *times, by_start);
    for (int i = 1; i < n; i++) {
        before += times[i - 1].share;
        double less = before < all - before ? before : all - before;
        if (less > *most && times[i].start > times[i - 1].start) {
            *most = less;
            *d = (struct fork){FORK_BEFORE, request, NONE, times[i].start};
        }
    }
}

/* At the time before which half of it lies. */
static bool split_times(const struct tree *t, struct fork *d)
{
    struct arena *scratch = arena_new();
    struct timed *times = NEW_ARRAY(scratch, struct timed, t->net->n_nodes + 1);
    double most = SPLIT_THOUSANDTHS / 1000.0;
    d->request = NONE;
    for (int r = 0; r < t->net->problem->n_requests; r++)
        split_time_of(t, r, times, &most, d);
    arena_free(scratch);
    return d->request != NONE;
}

static enum mixed split(struct tree *t, int at)
{
    struct fork d;
    read_mix(t);
    bool service = split_service(t, &d);
    if (!service && !split_escorts(t, &d) && !split_times(t, &d))
        return MIXED_NOT;
    struct fork other = d;
    other.kind = d.kind + 1;
    add_case(t, at, d);
    add_case(t, at, other);
    return service ? MIXED_SERVICE : MIXED_PLANS;
}

/* ---- the tree ------------------------------------------------------------------------ */

/* One whose mix is whole, but of plans that no lawful roster has together, is done as well
 * as can be: its bound stands. */
static void close_case(struct tree *t, int at)
{
    struct branching *b = t->b;
    if (t->cases[at].bound >= b->value) {
        t->cases[at].state = DONE;
        return;
    }
    enum mixed mixed = split(t, at);
    t->cases[at].state = mixed == MIXED_NOT ? STUCK : DONE;
    sum_up(t);
    b->value = b->listen(b->listener, mixed, b->bound);
    if (t->cases[at].bound >= b->value)
        t->cases[at].state = DONE;
}

static void keep_bound(struct tree *t, struct branch_case *x)
{
    struct branching *b = t->b;
    int64_t bound = colgen_points(b->g);
    if (bound <= x->bound)
        return;
    x->bound = bound;
    if (b->arena)
        x->prices = price_changes_find(b->arena, t->net->problem, b->prices, b->g->best);
}

/* The mix of all cases together is known, but that dives have been there since. */
static enum status look_at_root(struct tree *t, const struct exact_limits *limits, bool *mixed,
                                struct faults *f)
{
    struct colgen *g = t->b->g;
    *mixed = g->converged && t->b->bound > INT64_MIN;
    if (!*mixed)
        return STATUS_OK;
    go_to(t, 0);
    TRY(colgen_solve(g, false, limits, mixed, f));
    *mixed = *mixed && master_cut(g->master) == 0;
    if (*mixed) {
        t->b->n_cases++;
        close_case(t, 0);
    }
    return STATUS_OK;
}

static enum status look_at(struct tree *t, int at, const struct exact_limits *limits,
                           struct faults *f)
{
    struct branching *b = t->b;
    bool done = false;
    if (at == 0)
        TRY(look_at_root(t, limits, &done, f));
    if (done)
        return STATUS_OK;
    go_to(t, at);
    TRY(colgen_run(b->g, CARE_EXACT, b->value, limits, f));
    if (b->g->converged && colgen_points(b->g) < b->value && master_raise_absent(b->g->master)) {
        b->g->converged = false;
        TRY(colgen_run(b->g, CARE_EXACT, b->value, limits, f));
    }
    b->n_cases++;
    keep_bound(t, &t->cases[at]);
    if (b->g->converged || colgen_points(b->g) >= b->value)
        close_case(t, at);
    else if (!exact_over(limits)) /* numbers failed */
        t->cases[at].state = STUCK;
    return STATUS_OK;
}

/* ---- what is kept -------------------------------------------------------------------- */

/* By case: is its split of any use? Not if its own bound is as good as what comes of it.
 * Then what is not split, or to no use, has a better bound than its parent. */
static bool *useful_splits(const struct tree *t, struct arena *a)
{
    bool *useful = NEW_ARRAY(a, bool, t->n_cases + 1);
    for (int i = 1; i < t->n_cases; i++) {
        int parent = t->cases[i].parent;
        useful[parent] = t->cases[parent].bound < t->b->bound;
    }
    return useful;
}

static void keep_cases(const struct tree *t)
{
    struct branching *b = t->b;
    struct arena *scratch = arena_new();
    const bool *useful = useful_splits(t, scratch);
    int *number = NEW_ARRAY(scratch, int, t->n_cases + 1);
    b->cases = (struct case_list){0, NEW_ARRAY(b->arena, struct case_proof, t->n_cases + 1)};
    number[0] = NONE;
    for (int i = 1; i < t->n_cases; i++) {
        const struct branch_case *x = &t->cases[i];
        bool kept = useful[x->parent] && (x->parent == 0 || number[x->parent] != NONE);
        number[i] = kept ? b->cases.n : NONE;
        if (!kept)
            continue;
        struct case_proof *out = &b->cases.list[b->cases.n++];
        *out = (struct case_proof){.within = number[x->parent], .fork = x->fork};
        out->priced = !useful[i];
        if (out->priced)
            out->prices = x->prices;
    }
    arena_free(scratch);
}

enum status branch(struct branching *b, const struct exact_limits *limits, struct faults *f)
{
    struct arena *a = arena_new();
    const struct net net = *b->g->net;
    int n_requests = net.problem->n_requests;
    struct tree t = {.b = b, .arena = a, .net = &net,
                     .served = NEW_ARRAY(a, signed char, n_requests + 1),
                     .shut = NEW_ARRAY(a, bool, net.n_nodes + 1),
                     .share_of_request = NEW_ARRAY(a, double, n_requests + 1),
                     .share_of_node = NEW_ARRAY(a, double, net.n_nodes + 1)};
    struct branch_case root = {.parent = NONE, .bound = b->bound, .state = OPEN};
    enum status status = STATUS_OK;
    ARENA_PUSH(a, t.cases, t.n_cases, t.room, root);
    for (int at; status == STATUS_OK && (at = next_case(&t)) != NONE && !exact_over(limits);) {
        if (t.cases[at].bound >= b->value)
            break;
        status = look_at(&t, at, limits, f);
        sum_up(&t);
    }
    sum_up(&t);
    if (b->arena && !b->gone)
        keep_cases(&t);
    arena_free(a);
    return status;
}
