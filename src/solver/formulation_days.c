/* An escort's days: the path of each, and what may not, or should not, lie in one day or
 * in two that follow each other. */
#include "solver/formulation_parts.h"

/* ---- paths --------------------------------------------------------------- */

static void set_home_legs(struct formulation *f, int choice)
{
    const struct problem *p = f->net->problem;
    struct choice *c = &f->choices[choice];
    const struct node *x = formulation_node(f, choice);
    c->may_be_first = node_may_be_first(p, x);
    c->may_be_last = node_may_be_last(p, x);
    if (f->tier == TIER_REST) {
        c->first_points = node_edge_points(f->net, x, true);
        c->last_points = node_edge_points(f->net, x, false);
    }
}

/* Does the day need a path: can several requests share it, or is there a choice
 * that cannot be the whole day, because the way home does not fit the hours? */
static bool needs_path(const struct formulation *f, int from, int to)
{
    for (int i = from; i < to; i++) {
        const struct choice *c = &f->choices[f->by_day[i]];
        if (!c->may_be_first || !c->may_be_last ||
            formulation_task(f, f->by_day[i]) !=
                formulation_task(f, f->by_day[from]))
            return true;
    }
    return false;
}

/* The figures in force on the escort's working day. */
static const struct rule_figures *node_figures(const struct problem *p,
                                              const struct node *x)
{
    return figures_on(p, x->day - 1);
}

/* Too short a pause for a break, if n follows m? */
static bool no_break(const struct problem *p, const struct node *m,
                     const struct node *n)
{
    return n->start - m->end - travel_minutes(p, m->to, n->from) <
           node_figures(p, m)->break_minutes;
}

static bool add_arc(struct arena *a, struct formulation *f, int from, int to,
                    int flow, int *room)
{
    const struct problem *p = f->net->problem;
    const struct node *m = formulation_node(f, from), *n = formulation_node(f, to);
    const struct escort *e = &p->escorts[m->escort];
    if (formulation_task(f, from) == formulation_task(f, to) ||
        !node_leaves_time_for(p, m, n))
        return false;
    struct duty before = node_duty(m), after = node_duty(n);
    int travel = travel_minutes(p, m->to, n->from);
    struct arc arc = {from, to, flow,
                      travel * p->weight.travel_minute +
                          split_points(p, m->escort, &before, &after),
                      paid_travel(p, e, &before, &after), NONE};
    if (escort_employed(e) && no_break(p, m, n)) {
        int most = node_figures(p, m)->break_after_minutes;
        if (n->end - m->start > most)
            return false;
        arc.run = n->start - m->start;
        f->choices[to].run_most = most - (n->end - n->start);
    }
    ARENA_PUSH(a, f->arcs, f->n_arcs, *room, arc);
    return true;
}

int formulation_most_minutes(const struct formulation *f, int from, int to, int paid)
{
    const struct problem *p = f->net->problem;
    struct arena *scratch = arena_new();
    int *longest = NEW_ARRAY(scratch, int, p->n_requests + p->n_sessions + 1);
    int minutes = 0;
    for (int i = from; i < to; i++) {
        const struct node *x = formulation_node(f, f->by_day[i]);
        int *task = &longest[formulation_task(f, f->by_day[i])];
        if (*task == 0)
            minutes += paid;
        if (x->end - x->start > *task) {
            minutes += x->end - x->start - *task;
            *task = x->end - x->start;
        }
    }
    arena_free(scratch);
    return minutes;
}

/* Work of the same working day that belongs to the week beside. */
static int outside_minutes(const struct formulation *f, const struct node *x)
{
    const struct escort *e = &f->net->problem->escorts[x->escort];
    const struct escort_week *w = &f->net->weeks[x->escort];
    int minutes = 0;
    for (int i = 0; i < e->n_outside; i++)
        if (e->outside[i].from >= w->border[x->day] &&
            e->outside[i].from < w->border[x->day + 1])
            minutes += e->outside[i].to - e->outside[i].from;
    return minutes;
}

/* False once there are more than most_arcs: one long day can have millions. *paid: the
 * most travel in them that is working time. */
static bool add_arcs(struct arena *a, struct formulation *f, int from, int to,
                     int64_t most_arcs, int *paid, int *room)
{
    for (int i = from; i < to; i++) {
        for (int k = i + 1; k < to; k++)
            if (add_arc(a, f, f->by_day[i], f->by_day[k], f->n_flows, room) &&
                f->arcs[f->n_arcs - 1].paid > *paid)
                *paid = f->arcs[f->n_arcs - 1].paid;
        if (most_arcs > 0 && f->n_arcs > most_arcs)
            return false;
    }
    return true;
}

static bool add_day(struct arena *a, struct formulation *f, int from, int to,
                    int64_t most_arcs, int *room_flows, int *room_arcs)
{
    const struct problem *p = f->net->problem;
    const struct node *x = formulation_node(f, f->by_day[from]);
    int paid = 0, flow = f->n_flows;
    if (!needs_path(f, from, to)) {
        for (int i = from; i < to; i++) {
            struct choice *c = &f->choices[f->by_day[i]];
            c->points += c->first_points + c->last_points;
        }
        return true;
    }
    for (int i = from; i < to; i++)
        f->choices[f->by_day[i]].flow = flow;
    if (!add_arcs(a, f, from, to, most_arcs, &paid, room_arcs))
        return false;
    int most = node_figures(p, x)->day_minutes_max - outside_minutes(f, x);
    struct flow_day day = {x->escort, x->day, from, to - from, NONE};
    if (escort_employed(&p->escorts[x->escort]) &&
        formulation_most_minutes(f, from, to, paid) > most)
        day.limit = most > 0 ? most : 0;
    ARENA_PUSH(a, f->flows, f->n_flows, *room_flows, day);
    return true;
}

bool formulation_add_days(struct arena *a, struct formulation *f, int64_t most_arcs)
{
    int room_flows = 0, room_arcs = 0;
    for (int i = 0; i < f->n_stops; i++)
        set_home_legs(f, f->by_day[i]);
    for (int from = 0, to; from < f->n_stops; from = to) {
        to = formulation_same_until(f, from, true);
        if (!add_day(a, f, from, to, most_arcs, &room_flows, &room_arcs))
            return false;
    }
    return true;
}

/* ---- at most one of ------------------------------------------------------ */

static void add_span_packs(struct arena *a, struct formulation *f,
                           const struct flow_day *d, int *room)
{
    const struct problem *p = f->net->problem;
    const int *day = f->by_day + d->first_choice;
    for (int i = 0; i < d->n_choices; i++) {
        const struct node *m = formulation_node(f, day[i]);
        /* One row for each late choice: several requests may be late at once. */
        for (int k = i + 1; k < d->n_choices; k++) {
            const struct node *x = formulation_node(f, day[k]);
            if (formulation_task(f, day[k]) == formulation_task(f, day[i]) ||
                x->end - m->start <= node_figures(p, m)->span_minutes_max)
                continue;
            int *pair = NEW_ARRAY(a, int, 2);
            pair[0] = day[i];
            pair[1] = day[k];
            struct pack pack = {.n_choices = 2, .choices = pair};
            ARENA_PUSH(a, f->spans, f->n_spans, *room, pack);
        }
    }
}

/* May these two not be the last of a day and the first of the next? */
typedef bool too_close(const struct formulation *f, const struct node *last,
                       const struct node *first);

struct pack_list {
    struct pack **at;
    int *n, *room;
};

/* One row for each last choice of [from, to) and the first ones of the next day. */
static void add_nights(struct arena *a, const struct formulation *f, int from, int to,
                       too_close *close, struct pack_list list)
{
    for (int i = from; i < to; i++) {
        const struct node *m = formulation_node(f, f->by_day[i]);
        int *first = NULL, n = 0, room = 0;
        for (int k = i + 1; k < f->n_stops; k++) {
            const struct node *x = formulation_node(f, f->by_day[k]);
            if (x->escort != m->escort || x->day > m->day + 1)
                break;
            if (x->day == m->day + 1 &&
                formulation_task(f, f->by_day[i]) !=
                    formulation_task(f, f->by_day[k]) &&
                close(f, m, x))
                ARENA_PUSH(a, first, n, room, f->by_day[k]);
        }
        if (n == 0)
            continue;
        int *last = NEW_ARRAY(a, int, 1);
        last[0] = f->by_day[i];
        struct pack pack = {.n_last = 1, .last = last, .n_first = n, .first = first};
        ARENA_PUSH(a, *list.at, *list.n, *list.room, pack);
    }
}

/* The last visit of a day and the first of the next must not overlap either, nor be one
 * stretch of work that is too long. */
static bool cannot_follow(const struct formulation *f, const struct node *last,
                          const struct node *first)
{
    const struct problem *p = f->net->problem;
    return !node_leaves_time_for(p, last, first) ||
           (escort_employed(&p->escorts[last->escort]) && no_break(p, last, first) &&
            first->end - last->start > node_figures(p, last)->break_after_minutes);
}

void formulation_add_packs(struct arena *a, struct formulation *f)
{
    const struct problem *p = f->net->problem;
    int room_spans = 0, room_nights = 0;
    for (int d = 0; d < f->n_flows; d++)
        if (escort_employed(&p->escorts[f->flows[d].escort]))
            add_span_packs(a, f, &f->flows[d], &room_spans);
    for (int from = 0, to; from < f->n_stops; from = to) {
        to = formulation_same_until(f, from, false);
        add_nights(a, f, from, to, cannot_follow,
                   (struct pack_list){&f->nights, &f->n_nights, &room_nights});
    }
}

/* ---- a contractor's nights ----------------------------------------------- */

static bool cuts_rest(const struct formulation *f, const struct node *last,
                      const struct node *first)
{
    struct duty a = node_duty(last), b = node_duty(first);
    return soft_rest_points(f->net->problem, &f->net->weeks[last->escort], &a, &b) > 0;
}

void formulation_add_short_nights(struct arena *a, struct formulation *f)
{
    const struct problem *p = f->net->problem;
    int room = 0, room_nights = 0;
    for (int from = 0, to; from < f->n_stops; from = to) {
        struct short_night night = {p->weight.soft_rest, f->n_soft_nights, 0};
        to = formulation_same_until(f, from, true);
        if (p->weight.soft_rest == 0 ||
            escort_employed(&p->escorts[formulation_node(f, f->by_day[from])->escort]))
            continue;
        add_nights(a, f, from, to, cuts_rest,
                   (struct pack_list){&f->soft_nights, &f->n_soft_nights, &room});
        night.n = f->n_soft_nights - night.first;
        if (night.n > 0)
            ARENA_PUSH(a, f->short_nights, f->n_short_nights, room_nights, night);
    }
}
