/* Branch and price (Barnhart, Johnson, Nemhauser, Savelsbergh, Vance 1998). Where the mix
 * serves a request by halves, it is to be served or it is not; where it shares one out
 * between escorts, one of them has it or has not; where it has one at two times, it is
 * before some time or from then on. Each case is a mix of its own, with more to mind, so
 * that its bound can only be better; the case of the worst bound is split next. Which
 * requests are served comes first: one row holds all of tier 1 together, and in it a mix
 * trades tenths of one request for tenths of another. */
#include "solver/branch.h"

#include <math.h>
#include <string.h>

enum kind { SERVED, UNSERVED, BY, NOT_BY, BEFORE, FROM };

struct fork {
    enum kind kind;
    int request, escort, start;
};

/* What a point of tier 1 beyond its value costs, lest a case have no mix at all. */
enum { EXCESS_POINTS = 100 };

struct branch_case {
    int parent; /* NONE = none */
    struct fork fork;
    int64_t bound; /* points */
    enum { OPEN, DONE, STUCK } state;
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

static bool shuts(const struct fork *d, const struct node *x)
{
    switch (d->kind) {
    case BY:
        return x->escort != d->escort;
    case NOT_BY:
        return x->escort == d->escort;
    case BEFORE:
        return x->start >= d->start;
    case FROM:
        return x->start < d->start;
    case UNSERVED:
        return true;
    case SERVED:
        return false;
    }
    return false;
}

static void decide(struct tree *t, const struct fork *d)
{
    for (int n = t->net->first[d->request]; n < t->net->first[d->request + 1]; n++)
        t->shut[n] |= shuts(d, &t->net->nodes[n]);
    if (d->kind == SERVED || d->kind == BY)
        t->served[d->request] = 1;
    if (d->kind == UNSERVED)
        t->served[d->request] = -1;
}

static void go_to(struct tree *t, int at)
{
    const struct problem *p = t->net->problem;
    memset(t->served, 0, (size_t)p->n_requests);
    memset(t->shut, 0, (size_t)t->net->n_nodes);
    if (t->b->gone)
        memcpy(t->shut, t->b->gone, (size_t)t->net->n_nodes * sizeof *t->shut);
    for (int i = at; t->cases[i].parent != NONE; i = t->cases[i].parent)
        decide(t, &t->cases[i].fork);
    master_allow_excess(t->b->g->master, true, EXCESS_POINTS); /* dives forbid it again */
    colgen_take_case(t->b->g, t->served, t->shut);
}

static void add_case(struct tree *t, int parent, struct fork d)
{
    struct branch_case x = {parent, d, t->cases[parent].bound, OPEN};
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
    d->kind = SERVED;
    return d->request != NONE;
}

static bool split_escorts(const struct tree *t, struct fork *d)
{
    const struct net *net = t->net;
    struct arena *scratch = arena_new();
    double *share = NEW_ARRAY(scratch, double, net->problem->n_escorts + 1);
    double most = SPLIT_THOUSANDTHS / 1000.0;
    d->request = NONE;
    for (int r = 0; r < net->problem->n_requests; r++) {
        if (net->problem->requests[r].needed > 1 || net->problem->requests[r].link != NONE)
            continue;
        for (int n = net->first[r]; n < net->first[r + 1]; n++)
            share[net->nodes[n].escort] += t->share_of_node[n];
        for (int n = net->first[r]; n < net->first[r + 1]; n++) {
            int e = net->nodes[n].escort;
            if (halves(share[e]) > most) {
                most = halves(share[e]);
                *d = (struct fork){BY, r, e, 0};
            }
            share[e] = 0;
        }
    }
    arena_free(scratch);
    return d->request != NONE;
}

/* At the time before which half of it lies. */
static bool split_times(const struct tree *t, struct fork *d)
{
    const struct net *net = t->net;
    double most = SPLIT_THOUSANDTHS / 1000.0;
    d->request = NONE;
    for (int r = 0; r < net->problem->n_requests; r++) {
        double before = 0, all = 0;
        for (int n = net->first[r]; n < net->first[r + 1]; n++)
            all += t->share_of_node[n];
        for (int n = net->first[r], to; n < net->first[r + 1]; n = to) {
            int start = net->nodes[n].start;
            for (to = n; to < net->first[r + 1] && net->nodes[to].start == start; to++)
                before += t->share_of_node[to];
            double less = before < all - before ? before : all - before;
            if (less > most && to < net->first[r + 1] && net->nodes[to].start > start) {
                most = less;
                *d = (struct fork){BEFORE, r, NONE, net->nodes[to].start};
            }
        }
    }
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

static enum status look_at(struct tree *t, int at, const struct exact_limits *limits,
                           struct faults *f)
{
    struct branching *b = t->b;
    go_to(t, at);
    TRY(colgen_run(b->g, CARE_EXACT, b->value, limits, f));
    b->n_cases++;
    int64_t bound = colgen_points(b->g);
    if (bound > t->cases[at].bound)
        t->cases[at].bound = bound;
    if (b->g->converged || bound >= b->value)
        close_case(t, at);
    else if (!exact_over(limits)) /* numbers failed */
        t->cases[at].state = STUCK;
    return STATUS_OK;
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
    struct branch_case root = {NONE, {0}, b->bound, OPEN};
    enum status status = STATUS_OK;
    ARENA_PUSH(a, t.cases, t.n_cases, t.room, root);
    for (int at; status == STATUS_OK && (at = next_case(&t)) != NONE && !exact_over(limits);) {
        if (t.cases[at].bound >= b->value)
            break;
        status = look_at(&t, at, limits, f);
        sum_up(&t);
    }
    sum_up(&t);
    arena_free(a);
    return status;
}
