/* Diving with re-pricing (Joncour, Michel, Sadykov, Sverdlov, Vanderbeck 2010): the
 * plans that the mix is surest of are taken whole, the others are priced anew for what is
 * left, until the mix is a roster. Tier 1 may give way at a price, lest a plan taken too
 * early leave no way out; the caller fills what stays open. */
#include "solver/dive.h"

#include <stdlib.h>
#include <string.h>

enum { EXCESS_POINTS = 100, PRICING_ROUNDS = 1, SURE_PERCENT = 70, WRONG_TURNS = 4 };

struct diving {
    struct colgen *g;
    struct master *m;
    int *held, n_held, room_held; /* columns taken whole, in order */
    int *left_out, n_left_out, room_left_out;
    bool *done;                   /* by column: held either way */
    int room_done;
    bool *settled; /* by escort: their week is taken */
    int wrong_turns;
};

static double share(const struct diving *d, int column)
{
    return master_share(d->m, column);
}

static bool is_choice(const struct master *m, int column)
{
    return m->columns[column].plan != NONE || m->columns[column].option != NONE;
}

static void make_room(struct arena *a, struct diving *d)
{
    if (d->room_done >= d->m->n_columns)
        return;
    int room = 2 * d->m->n_columns;
    d->done = arena_grow(a, d->done, (size_t)d->room_done, (size_t)room, sizeof *d->done);
    d->room_done = room;
}

static void take(struct arena *a, struct diving *d, int column)
{
    master_hold(d->m, column, 1);
    d->done[column] = true;
    if (d->m->columns[column].plan != NONE)
        d->settled[d->m->plans[d->m->columns[column].plan].escort] = true;
    ARENA_PUSH(a, d->held, d->n_held, d->room_held, column);
}

/* Take what is whole and what is nearly so; if nothing is, the largest share, times of
 * teams before plans. False when nothing is left to decide. */
static bool take_some(struct arena *a, struct diving *d)
{
    int largest = NONE, taken = 0;
    bool open = false;
    make_room(a, d);
    for (int c = 0; c < d->m->n_columns; c++) {
        double x = share(d, c);
        if (d->done[c] || !is_choice(d->m, c) || x < 1e-6)
            continue;
        if (x > 0.999) {
            take(a, d, c);
            continue;
        }
        open = true;
        double favour = x + (d->m->columns[c].option != NONE ? 1 : 0);
        if (x > SURE_PERCENT / 100.0) {
            take(a, d, c);
            taken++;
        } else if (largest == NONE ||
                   favour > share(d, largest) + (d->m->columns[largest].option != NONE ? 1 : 0)) {
            largest = c;
        }
    }
    if (open && taken == 0)
        take(a, d, largest);
    return open;
}

/* The last step led nowhere: without that column, then. */
static bool turn_back(struct arena *a, struct diving *d)
{
    if (d->n_held == 0 || d->wrong_turns++ == WRONG_TURNS)
        return false;
    int column = d->held[--d->n_held];
    if (d->m->columns[column].plan != NONE)
        d->settled[d->m->plans[d->m->columns[column].plan].escort] = false;
    master_hold(d->m, column, 0);
    ARENA_PUSH(a, d->left_out, d->n_left_out, d->room_left_out, column);
    return true;
}

static enum status go_down(struct arena *a, struct diving *d, const struct exact_limits *limits,
                           bool *arrived, struct faults *f)
{
    bool optimal;
    *arrived = false;
    TRY(colgen_solve(d->g, false, limits, &optimal, f));
    for (int step = 0; !exact_over(limits); step++) {
        if (!optimal && !turn_back(a, d))
            return STATUS_OK;
        for (int i = 0; optimal && i < PRICING_ROUNDS && step > 0; i++) {
            if (colgen_price(d->g, CARE_LEAST, 0, limits) == 0)
                break;
            TRY(colgen_solve(d->g, false, limits, &optimal, f));
        }
        if (optimal && !take_some(a, d)) {
            *arrived = true;
            return STATUS_OK;
        }
        TRY(colgen_solve(d->g, optimal, limits, &optimal, f));
    }
    return STATUS_OK;
}

static void put_plan(const struct net *net, struct roster *r, const struct plan *plan)
{
    for (int i = 0; i < plan->n; i++) {
        const struct node *x = &net->nodes[plan->nodes[i]];
        struct visit *v = &r->visits[x->request];
        bool fits = v->n_escorts == 0 ||
                    (v->start == x->start && v->minutes == x->end - x->start &&
                     v->n_escorts < net->problem->requests[x->request].needed);
        if (!fits)
            continue;
        v->start = x->start;
        v->minutes = x->end - x->start;
        v->session = x->session;
        v->escorts[v->n_escorts++] = plan->escort;
    }
}

/* Teams that did not come together are not served. */
static struct roster *roster_of(struct arena *a, const struct diving *d)
{
    const struct problem *p = d->g->net->problem;
    struct roster *r = roster_new(a, p);
    for (int i = 0; i < d->n_held; i++)
        if (d->m->columns[d->held[i]].plan != NONE)
            put_plan(d->g->net, r, &d->m->plans[d->m->columns[d->held[i]].plan]);
    for (int q = 0; q < p->n_requests; q++)
        if (r->visits[q].n_escorts < p->requests[q].needed)
            r->visits[q] = (struct visit){0};
    return r;
}

enum status dive(struct arena *a, struct colgen *g, const struct exact_limits *limits,
                 struct roster **out, struct faults *f)
{
    struct arena *scratch = arena_new();
    struct diving d = {.g = g,
                       .m = g->master,
                       .settled = NEW_ARRAY(scratch, bool, g->net->problem->n_escorts + 1)};
    bool arrived = false;
    g->settled = d.settled;
    *out = NULL;
    master_allow_excess(d.m, true, EXCESS_POINTS);
    enum status s = go_down(scratch, &d, limits, &arrived, f);
    if (s == STATUS_OK && d.n_held > 0)
        *out = roster_of(a, &d);
    for (int i = 0; i < d.n_held; i++)
        master_hold(d.m, d.held[i], -1);
    for (int i = 0; i < d.n_left_out; i++)
        master_hold(d.m, d.left_out[i], -1);
    master_allow_excess(d.m, false, 0);
    g->settled = NULL;
    arena_free(scratch);
    return s;
}
