/* Which variables and rows the week needs.
 *
 * A choice x[v,o,e] says that escort e carries out request v by option o (a start
 * and a length). Within one working day of one escort the chosen visits form a
 * path in time: arcs next[m,n] lead from each visit to the one that follows it,
 * so that overlap, travel, pauses and the order of the day are exact without any
 * big number, and the day is a path polytope, which is integral on its own. A
 * day that only one request can fall on needs no arcs.
 *
 * The rest rules (11 h a day, 36 h a week) are said by windows: in every period
 * some window of the needed length is free, and a choice may only be taken if a
 * window it does not meet is. Windows need only begin at the period's beginning
 * or where some work ends, for a rest can always be moved back to there.
 *
 * Rows that cannot be broken are left out: a week limit above all that an escort
 * could ever do, a rest that every roster leaves. So are choices for which a
 * better one exists whatever the rest of the roster looks like (sieve.c).
 *
 * Tried and dropped: one row per pair of choices that overlap instead of arcs
 * (weak, and travel is then not exact). */
#include "solver/formulation.h"

#include "solver/sieve.h"

#include <stdlib.h>
#include <string.h>

static const struct node *chosen(const struct formulation *f, int choice)
{
    return choice < f->n_choices ? &f->net->nodes[f->choices[choice].node]
                                 : &f->staff_nodes[choice - f->n_choices];
}

const struct node *formulation_node(const struct formulation *f, int choice)
{
    return chosen(f, choice);
}

int formulation_task(const struct formulation *f, int choice)
{
    return choice < f->n_choices
               ? chosen(f, choice)->request
               : f->net->problem->n_requests + f->staff[choice - f->n_choices].session;
}

/* ---- which choices ------------------------------------------------------- */

static int duty_points_of(const struct problem *p, const struct node *x)
{
    struct duty d = node_duty(x);
    return duty_points(p, x->escort, &d);
}

static void add_choices(struct arena *a, struct formulation *f, int tier)
{
    struct net *net = f->net;
    const struct problem *p = net->problem;
    int *nodes = sieve_nodes(a, net, tier, &f->n_choices);
    int *first = NEW_ARRAY(a, int, p->n_requests + 1);
    f->choices = NEW_ARRAY(a, struct choice, f->n_choices + 1);
    for (int i = 0; i < f->n_choices; i++) {
        const struct node *x = &net->nodes[nodes[i]];
        f->choices[i] = (struct choice){
            .node = nodes[i],
            .staff = NONE,
            .points = x->points + (x->session ? 0 : duty_points_of(p, x)) +
                      (request_is_team(&p->requests[x->request])
                           ? 0
                           : p->options[x->option].points),
            .face = NONE,
            .flow = NONE,
            .may_be_first = true,
            .may_be_last = true,
            .run_most = NONE,
        };
        first[x->request + 1]++;
    }
    for (int r = 0; r < p->n_requests; r++)
        first[r + 1] += first[r];
    f->first = first;
}

/* ---- sessions ------------------------------------------------------------ */

static int by_session_and_escort(const void *x, const void *y, void *f)
{
    int i = *(const int *)x, k = *(const int *)y;
    const struct node *a = chosen(f, i), *b = chosen(f, k);
    if (a->session != b->session)
        return a->session - b->session;
    return a->escort != b->escort ? a->escort - b->escort : i - k;
}

static void add_one_staff(struct arena *a, struct formulation *f, int *members, int n,
                          int *room)
{
    struct node x = *chosen(f, members[0]);
    struct staff s = {x.session - 1, x.escort, n, members};
    x.points = 0;
    f->staff_nodes[f->n_staff] = x;
    f->choices[f->n_choices + f->n_staff] = (struct choice){
        .node = NONE,
        .staff = NONE,
        .points = duty_points_of(f->net->problem, &x),
        .face = NONE,
        .flow = NONE,
        .may_be_first = true,
        .may_be_last = true,
        .run_most = NONE,
    };
    for (int i = 0; i < n; i++)
        f->choices[members[i]].staff = f->n_choices + f->n_staff;
    ARENA_PUSH(a, f->staff, f->n_staff, *room, s);
}

static void add_staff(struct arena *a, struct formulation *f)
{
    int *members = NEW_ARRAY(a, int, f->n_choices + 1), n = 0, room = 0;
    for (int i = 0; i < f->n_choices; i++)
        if (chosen(f, i)->session)
            members[n++] = i;
    f->choices = arena_grow(a, f->choices, (size_t)f->n_choices,
                            (size_t)(f->n_choices + n + 1), sizeof *f->choices);
    f->staff_nodes = NEW_ARRAY(a, struct node, n + 1);
    qsort_r(members, (size_t)n, sizeof *members, by_session_and_escort, f);
    for (int from = 0, to; from < n; from = to) {
        for (to = from; to < n &&
                        chosen(f, members[to])->session ==
                            chosen(f, members[from])->session &&
                        chosen(f, members[to])->escort ==
                            chosen(f, members[from])->escort;)
            to++;
        add_one_staff(a, f, members + from, to - from, &room);
    }
}

static bool takes_part(const struct formulation *f, int request, int session)
{
    for (int i = f->first[request]; i < f->first[request + 1]; i++)
        if (chosen(f, i)->session == session + 1)
            return true;
    return false;
}

static void add_refusals(struct arena *a, struct formulation *f)
{
    const struct problem *p = f->net->problem;
    int room = 0;
    for (int s = 0; s < p->n_sessions; s++)
        for (int r = 0; p->sessions[s].shared && r < p->n_requests; r++)
            for (int q = r + 1; takes_part(f, r, s) && q < p->n_requests; q++) {
                struct refusal no = {s, r, q};
                if (takes_part(f, q, s) &&
                    !may_share(p, &p->sessions[s], p->requests[r].client,
                               p->requests[q].client))
                    ARENA_PUSH(a, f->refusals, f->n_refusals, room, no);
            }
}

/* ---- teams --------------------------------------------------------------- */

static void add_teams(struct arena *a, struct formulation *f)
{
    const struct problem *p = f->net->problem;
    bool *team = NEW_ARRAY(a, bool, p->n_requests + 1);
    int *first = NEW_ARRAY(a, int, p->n_requests + 1);
    int room = 0;
    for (int r = 0; r < p->n_requests; r++) {
        team[r] = request_is_team(&p->requests[r]);
        first[r] = f->n_teams;
        for (int i = f->first[r], k; team[r] && i < f->first[r + 1]; i = k) {
            int option = chosen(f, i)->option;
            for (k = i; k < f->first[r + 1] && chosen(f, k)->option == option;)
                k++;
            struct team_option t = {option, p->options[option].points, i, k - i};
            ARENA_PUSH(a, f->teams, f->n_teams, room, t);
        }
        first[r + 1] = f->n_teams;
    }
    f->team = team;
    f->team_first = first;
}

/* ---- the days ------------------------------------------------------------ */

static int choice_by_escort_start(const void *x, const void *y, void *f)
{
    int i = *(const int *)x, k = *(const int *)y;
    const struct node *a = chosen(f, i), *b = chosen(f, k);
    if (a->escort != b->escort)
        return a->escort - b->escort;
    return a->start != b->start ? a->start - b->start : i - k;
}

static void sort_choices(struct arena *a, struct formulation *f)
{
    f->by_day = NEW_ARRAY(a, int, f->n_choices + f->n_staff + 1);
    for (int i = 0; i < f->n_choices + f->n_staff; i++)
        if (f->choices[i].staff == NONE)
            f->by_day[f->n_stops++] = i;
    qsort_r(f->by_day, (size_t)f->n_stops, sizeof *f->by_day,
            choice_by_escort_start, f);
}

/* One past the last choice in by_day of the same escort (and day, if asked). */
static int same_until(const struct formulation *f, int from, bool day)
{
    const struct node *x = chosen(f, f->by_day[from]);
    int to = from + 1;
    while (to < f->n_stops &&
           chosen(f, f->by_day[to])->escort == x->escort &&
           (!day || chosen(f, f->by_day[to])->day == x->day))
        to++;
    return to;
}

static struct duty outside_duty(const struct escort *e, int i)
{
    return (struct duty){.request = NONE, .start = e->outside[i].from,
                         .end = e->outside[i].to, .from = NONE, .to = NONE};
}

/* The nights between this week's work and what is known of the weeks beside. */
static void add_border_nights(const struct formulation *f, struct choice *c,
                              const struct node *x)
{
    const struct problem *p = f->net->problem;
    const struct escort *e = &p->escorts[x->escort];
    const struct escort_week *w = &f->net->weeks[x->escort];
    struct duty own = node_duty(x);
    int after = 0; /* the first duty known to come after */
    while (after < e->n_outside && e->outside[after].from < own.start)
        after++;
    if (after > 0) {
        struct duty o = outside_duty(e, after - 1);
        c->first_points += soft_rest_points(p, w, &o, &own);
    }
    if (after < e->n_outside) {
        struct duty o = outside_duty(e, after);
        c->last_points += soft_rest_points(p, w, &own, &o);
    }
}

static void set_home_legs(struct formulation *f, int choice)
{
    const struct problem *p = f->net->problem;
    struct choice *c = &f->choices[choice];
    const struct node *x = chosen(f, choice);
    c->first_points = node_home_leg(p, x, true) * p->weight.travel_minute;
    c->last_points = node_home_leg(p, x, false) * p->weight.travel_minute;
    c->may_be_first = node_may_be_first(p, x);
    c->may_be_last = node_may_be_last(p, x);
    if (f->tier == TIER_REST && !escort_employed(&p->escorts[x->escort]))
        add_border_nights(f, c, x);
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
static const struct rule_figures *day_figures(const struct problem *p,
                                              const struct node *x)
{
    return figures_on(p, x->day - 1);
}

/* Too short a pause for a break, if n follows m? */
static bool no_break(const struct problem *p, const struct node *m,
                     const struct node *n)
{
    return n->start - m->end - travel_minutes(p, m->to, n->from) <
           day_figures(p, m)->break_minutes;
}

static bool add_arc(struct arena *a, struct formulation *f, int from, int to,
                    int flow, int *room)
{
    const struct problem *p = f->net->problem;
    const struct node *m = chosen(f, from), *n = chosen(f, to);
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
        int most = day_figures(p, m)->break_after_minutes;
        if (n->end - m->start > most)
            return false;
        arc.run = n->start - m->start;
        f->choices[to].run_most = most - (n->end - n->start);
    }
    ARENA_PUSH(a, f->arcs, f->n_arcs, *room, arc);
    return true;
}

/* The most working time that these stops could add up to. */
static int most_minutes(const struct formulation *f, int from, int to, int paid)
{
    const struct problem *p = f->net->problem;
    struct arena *scratch = arena_new();
    int *longest = NEW_ARRAY(scratch, int, p->n_requests + p->n_sessions + 1);
    int minutes = 0;
    for (int i = from; i < to; i++) {
        const struct node *x = chosen(f, f->by_day[i]);
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

static bool add_day(struct arena *a, struct formulation *f, int from, int to,
                    int64_t most_arcs, int *room_flows, int *room_arcs)
{
    const struct problem *p = f->net->problem;
    const struct node *x = chosen(f, f->by_day[from]);
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
    for (int i = from; i < to; i++)
        for (int k = i + 1; k < to; k++)
            if (add_arc(a, f, f->by_day[i], f->by_day[k], flow, room_arcs) &&
                f->arcs[f->n_arcs - 1].paid > paid)
                paid = f->arcs[f->n_arcs - 1].paid;
    int most = day_figures(p, x)->day_minutes_max - outside_minutes(f, x);
    struct flow_day day = {x->escort, x->day, from, to - from, NONE};
    if (escort_employed(&p->escorts[x->escort]) &&
        most_minutes(f, from, to, paid) > most)
        day.limit = most > 0 ? most : 0;
    ARENA_PUSH(a, f->flows, f->n_flows, *room_flows, day);
    return most_arcs == 0 || f->n_arcs <= most_arcs;
}

static bool add_days(struct arena *a, struct formulation *f, int64_t most_arcs)
{
    int room_flows = 0, room_arcs = 0;
    for (int i = 0; i < f->n_stops; i++)
        set_home_legs(f, f->by_day[i]);
    for (int from = 0, to; from < f->n_stops; from = to) {
        to = same_until(f, from, true);
        if (!add_day(a, f, from, to, most_arcs, &room_flows, &room_arcs))
            return false;
    }
    return true;
}

/* ---- rest ---------------------------------------------------------------- */

/* What a rest could be asked of: an escort's stops, and all of them at once. */
struct rest_work {
    const struct escort *escort;
    const struct escort_week *all; /* everything at once */
    int from, to;                  /* in by_day */
};

/* Would even doing everything at once leave a rest this long? */
static bool always_rests(const struct formulation *f, const struct rest_work *w,
                         struct span period, int need)
{
    bool touched;
    struct span rest = longest_rest(f->net->problem, w->all, period, &touched);
    return !touched || rest.to - rest.from >= need;
}

static bool free_of_outside(const struct escort *e, struct span w)
{
    for (int i = 0; i < e->n_outside; i++)
        if (e->outside[i].from < w.to && e->outside[i].to > w.from)
            return false;
    return true;
}

struct window_list {
    int n, room;
    struct span *at;
};

static void add_window(struct arena *a, struct window_list *list,
                       const struct rest_work *w, struct span period, int start,
                       int need)
{
    struct span window = {start, start + need};
    if (window.from < period.from || window.to > period.to ||
        !free_of_outside(w->escort, window))
        return;
    for (int i = 0; i < list->n; i++)
        if (list->at[i].from == start)
            return;
    ARENA_PUSH(a, list->at, list->n, list->room, window);
}

/* Windows that begin where a free stretch may: with the period, or where work ends, and
 * so long after that. */
static void add_windows(struct arena *a, const struct formulation *f,
                        const struct rest_work *w, struct span period, int after,
                        int need, struct window_list *list)
{
    add_window(a, list, w, period, period.from, need);
    for (int i = 0; i < w->escort->n_outside; i++)
        add_window(a, list, w, period, w->escort->outside[i].to + after, need);
    for (int i = w->from; i < w->to; i++)
        add_window(a, list, w, period, chosen(f, f->by_day[i])->end + after, need);
}

static int add_rest(struct arena *a, struct formulation *f, const struct rest_work *w,
                    struct span period, struct window_list windows, int *room)
{
    struct rest_period r = {.escort = (int)(w->escort - f->net->problem->escorts),
                            .period = period,
                            .n_windows = windows.n,
                            .windows = windows.at};
    int *choices = NEW_ARRAY(a, int, w->to - w->from + 1);
    for (int i = w->from; i < w->to; i++) {
        const struct node *n = chosen(f, f->by_day[i]);
        if (n->end > period.from && n->start < period.to)
            choices[r.n_choices++] = f->by_day[i];
    }
    r.choices = choices;
    ARENA_PUSH(a, f->rests, f->n_rests, *room, r);
    return f->n_rests - 1;
}

/* A weekly rest that may collide with work, and the daily rests it must keep off. A
 * daily rest may also begin where the weekly one ends. */
static void add_week_of_rests(struct arena *a, struct formulation *f,
                              const struct rest_work *w, const int *border, int *room,
                              int *room_pairs)
{
    const struct problem *p = f->net->problem;
    struct span week = {border[1], border[1 + DAYS]};
    struct window_list windows = {0};
    add_windows(a, f, w, week, 0, p->rule.weekly_rest_minutes, &windows);
    for (int day = 0; day < DAYS; day++) /* after a daily rest, by any day's figure */
        if (day == 0 || figures_on(p, day)->daily_rest_minutes !=
                            figures_on(p, day - 1)->daily_rest_minutes)
            add_windows(a, f, w, week, figures_on(p, day)->daily_rest_minutes,
                        p->rule.weekly_rest_minutes, &windows);
    int weekly = add_rest(a, f, w, week, windows, room);
    for (int k = 1; k <= DAYS; k++) {
        struct span day = {border[k], border[k + 1]};
        int need = figures_on(p, k - 1)->daily_rest_minutes;
        struct window_list daily = {0};
        add_windows(a, f, w, day, 0, need, &daily);
        for (int i = 0; i < windows.n; i++)
            add_window(a, &daily, w, day, windows.at[i].to, need);
        struct rest_pair pair = {add_rest(a, f, w, day, daily, room), weekly};
        ARENA_PUSH(a, f->rest_pairs, f->n_rest_pairs, *room_pairs, pair);
    }
}

static void add_daily_rest(struct arena *a, struct formulation *f,
                           const struct rest_work *w, struct span day, int need,
                           int *room)
{
    struct window_list windows = {0};
    if (always_rests(f, w, day, need))
        return;
    add_windows(a, f, w, day, 0, need, &windows);
    add_rest(a, f, w, day, windows, room);
}

static void add_escort_rests(struct arena *a, struct formulation *f,
                             const struct rest_work *w, int *room, int *room_pairs)
{
    const struct problem *p = f->net->problem;
    const int *border = w->all->border;
    bool weekly = weekly_rest_of(p, w->all, NULL) > 0;
    if (weekly)
        add_week_of_rests(a, f, w, border, room, room_pairs);
    for (int k = 0; k + 1 < BORDERS; k++)
        if (!weekly || k < 1 || k > DAYS)
            add_daily_rest(a, f, w, (struct span){border[k], border[k + 1]},
                           figures_on(p, k - 1)->daily_rest_minutes, room);
}

static void add_rests(struct arena *a, struct formulation *f)
{
    struct arena *scratch = arena_new();
    struct duty *duties = NEW_ARRAY(scratch, struct duty, f->n_stops + 1);
    int room = 0, room_pairs = 0;
    for (int from = 0, to; from < f->n_stops; from = to) {
        to = same_until(f, from, false);
        int escort = chosen(f, f->by_day[from])->escort;
        struct escort_week all = f->net->weeks[escort];
        for (int i = from; i < to; i++)
            duties[i - from] = node_duty(chosen(f, f->by_day[i]));
        all.n = to - from;
        all.duties = duties;
        struct rest_work work = {&f->net->problem->escorts[escort], &all, from, to};
        if (escort_employed(work.escort))
            add_escort_rests(a, f, &work, &room, &room_pairs);
    }
    arena_free(scratch);
}

/* ---- at most one of ------------------------------------------------------ */

static void add_span_packs(struct arena *a, struct formulation *f,
                           const struct flow_day *d, int *room)
{
    const struct problem *p = f->net->problem;
    const int *day = f->by_day + d->first_choice;
    for (int i = 0; i < d->n_choices; i++) {
        const struct node *m = chosen(f, day[i]);
        /* One row for each late choice: several requests may be late at once. */
        for (int k = i + 1; k < d->n_choices; k++) {
            const struct node *x = chosen(f, day[k]);
            if (formulation_task(f, day[k]) == formulation_task(f, day[i]) ||
                x->end - m->start <= day_figures(p, m)->span_minutes_max)
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
        const struct node *m = chosen(f, f->by_day[i]);
        int *first = NULL, n = 0, room = 0;
        for (int k = i + 1; k < f->n_stops; k++) {
            const struct node *x = chosen(f, f->by_day[k]);
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
            first->end - last->start > day_figures(p, last)->break_after_minutes);
}

static void add_packs(struct arena *a, struct formulation *f)
{
    const struct problem *p = f->net->problem;
    int room_spans = 0, room_nights = 0;
    for (int d = 0; d < f->n_flows; d++)
        if (escort_employed(&p->escorts[f->flows[d].escort]))
            add_span_packs(a, f, &f->flows[d], &room_spans);
    for (int from = 0, to; from < f->n_stops; from = to) {
        to = same_until(f, from, false);
        add_nights(a, f, from, to, cannot_follow,
                   (struct pack_list){&f->nights, &f->n_nights, &room_nights});
    }
}

/* ---- faces, shortage, hours ---------------------------------------------- */

/* A pair that can meet by one request only pays with that request's choice; the
 * others share one face variable. */
static void add_faces(struct arena *a, struct formulation *f)
{
    const struct problem *p = f->net->problem;
    struct arena *scratch = arena_new();
    size_t pairs = (size_t)p->n_clients * (size_t)p->n_escorts;
    int *last_request = NEW_ARRAY(scratch, int, pairs + 1); /* + 1; 0 = none */
    bool *several = NEW_ARRAY(scratch, bool, pairs + 1);
    int *face = NEW_ARRAY(scratch, int, pairs + 1); /* + 1; 0 = none */
    int room = 0;
    for (int i = 0; i < f->n_choices; i++) {
        const struct node *x = chosen(f, i);
        size_t pair = (size_t)p->requests[x->request].client *
                          (size_t)p->n_escorts + (size_t)x->escort;
        if (last_request[pair] && last_request[pair] != x->request + 1)
            several[pair] = true;
        last_request[pair] = x->request + 1;
    }
    for (int i = 0; i < f->n_choices; i++) {
        const struct node *x = chosen(f, i);
        int client = p->requests[x->request].client;
        size_t pair = (size_t)client * (size_t)p->n_escorts + (size_t)x->escort;
        int points = face_points(p, client, x->escort);
        if (!several[pair]) {
            f->choices[i].points += points;
            continue;
        }
        if (!face[pair]) {
            struct face new_face = {client, x->escort, points};
            ARENA_PUSH(a, f->faces, f->n_faces, room, new_face);
            face[pair] = f->n_faces;
        }
        f->choices[i].face = face[pair] - 1;
    }
    arena_free(scratch);
}

static void add_shortages(struct arena *a, struct formulation *f)
{
    const struct problem *p = f->net->problem;
    struct arena *scratch = arena_new();
    int *asked = NEW_ARRAY(scratch, int, p->n_clients + 1), room = 0;
    const int over[] = {p->weight.short_1_minutes, p->weight.short_2_minutes};
    const int points[] = {p->weight.short_1, p->weight.short_2};
    for (int r = 0; r < p->n_requests; r++)
        if (p->requests[r].assessed)
            asked[p->requests[r].client] +=
                p->requests[r].minutes -
                (net_stance(f->net, r) == STANCE_GIVEN ? f->net->longest[r] : 0);
    for (int c = 0; c < p->n_clients; c++)
        for (int level = 0; level < 2; level++) {
            int before = p->clients[c].short_before;
            struct shortage s = {c, level + 1,
                                 before < over[level] ? over[level] - before : 0,
                                 points[level], asked[c]};
            if (asked[c] > s.over && points[level] > 0)
                ARENA_PUSH(a, f->shortages, f->n_shortages, room, s);
        }
    arena_free(scratch);
}

static void add_hours(struct arena *a, struct formulation *f)
{
    const struct problem *p = f->net->problem;
    struct arena *scratch = arena_new();
    bool *seen = NEW_ARRAY(scratch, bool, p->n_escorts + 1);
    int *most = NEW_ARRAY(scratch, int, p->n_escorts + 1), room = 0;
    int *paid = NEW_ARRAY(scratch, int, p->n_escorts + 1);
    for (int i = 0; i < f->n_arcs; i++) {
        int e = f->flows[f->arcs[i].flow].escort;
        if (f->arcs[i].paid > paid[e])
            paid[e] = f->arcs[i].paid;
    }
    for (int from = 0, to; from < f->n_stops; from = to) {
        to = same_until(f, from, false);
        int e = chosen(f, f->by_day[from])->escort;
        most[e] = most_minutes(f, from, to, paid[e]);
        seen[e] = true;
    }
    for (int e = 0; e < p->n_escorts; e++) {
        int limit = week_limit(p, &p->escorts[e]);
        struct hours_row row = {e, p->escorts[e].contract_minutes,
                                seen[e] && limit != NONE && most[e] > limit
                                    ? limit
                                    : NONE};
        if (row.contract != NONE || row.limit != NONE)
            ARENA_PUSH(a, f->hours, f->n_hours, room, row);
    }
    arena_free(scratch);
}

/* ---- a contractor's nights ----------------------------------------------- */

static bool cuts_rest(const struct formulation *f, const struct node *last,
                      const struct node *first)
{
    struct duty a = node_duty(last), b = node_duty(first);
    return soft_rest_points(f->net->problem, &f->net->weeks[last->escort], &a, &b) > 0;
}

static void add_short_nights(struct arena *a, struct formulation *f)
{
    const struct problem *p = f->net->problem;
    int room = 0, room_nights = 0;
    for (int from = 0, to; from < f->n_stops; from = to) {
        struct short_night night = {p->weight.soft_rest, f->n_soft_nights, 0};
        to = same_until(f, from, true);
        if (p->weight.soft_rest == 0 ||
            escort_employed(&p->escorts[chosen(f, f->by_day[from])->escort]))
            continue;
        add_nights(a, f, from, to, cuts_rest,
                   (struct pack_list){&f->soft_nights, &f->n_soft_nights, &room});
        night.n = f->n_soft_nights - night.first;
        if (night.n > 0)
            ARENA_PUSH(a, f->short_nights, f->n_short_nights, room_nights, night);
    }
}

/* ---- weekends, clients, assignments -------------------------------------- */

/* Choices are numbered by request, so that those of one lie together. */
static int by_number(const void *x, const void *y, void *unused)
{
    (void)unused;
    return *(const int *)x - *(const int *)y;
}

static void add_weekend(struct arena *a, struct formulation *f, int from, int to,
                        int *room)
{
    const struct problem *p = f->net->problem;
    int escort = chosen(f, f->by_day[from])->escort;
    int *choices = NEW_ARRAY(a, int, to - from + 1);
    struct weekend w = {escort, weekend_points(p, escort), 0, choices};
    for (int i = from; i < to; i++)
        if (on_weekend(p, chosen(f, f->by_day[i])->start))
            choices[w.n_choices++] = f->by_day[i];
    qsort_r(choices, (size_t)w.n_choices, sizeof *choices, by_number, NULL);
    if (w.points > 0 && w.n_choices > 0)
        ARENA_PUSH(a, f->weekends, f->n_weekends, *room, w);
}

/* An escort's own outings, sorted so that those of one client lie together and in the
 * order of their requests. */
static int by_client(const void *x, const void *y, void *formulation)
{
    const struct formulation *f = formulation;
    const struct problem *p = f->net->problem;
    int i = *(const int *)x, k = *(const int *)y;
    int c = p->requests[chosen(f, i)->request].client;
    int d = p->requests[chosen(f, k)->request].client;
    return c != d ? c - d : i - k;
}

static int same_client_until(const struct formulation *f, const int *choices, int from,
                             int n)
{
    const struct problem *p = f->net->problem;
    int client = p->requests[chosen(f, choices[from])->request].client;
    int to = from + 1;
    while (to < n && p->requests[chosen(f, choices[to])->request].client == client)
        to++;
    return to;
}

static void add_newcomers(struct arena *a, struct formulation *f, const int *outings,
                          int n, int *room)
{
    const struct problem *p = f->net->problem;
    int escort = chosen(f, outings[0])->escort;
    struct newcomer *pairs = NEW_ARRAY(a, struct newcomer, n + 1);
    struct newcomers new_ones = {escort, clients_room(p, escort), p->weight.client_over,
                                 0, pairs};
    for (int from = 0, to; from < n; from = to) {
        int client = p->requests[chosen(f, outings[from])->request].client;
        to = same_client_until(f, outings, from, n);
        if (client_is_new(p, client, escort))
            pairs[new_ones.n++] = (struct newcomer){client, to - from, outings + from};
    }
    if (new_ones.room != NONE && new_ones.points > 0 && new_ones.n > new_ones.room)
        ARENA_PUSH(a, f->newcomers, f->n_newcomers, *room, new_ones);
}

static void add_assignment(struct arena *a, struct formulation *f, const int *outings,
                           int n, int part, int *room)
{
    const struct problem *p = f->net->problem;
    const struct node *x = chosen(f, outings[0]);
    int client = p->requests[x->request].client, most = 0, longest = 0;
    int *choices = NEW_ARRAY(a, int, n + 1);
    struct assignment s = {client, x->escort,
                           assignment_left(p, client, x->escort, part),
                           p->weight.assignment_over_minute, 0, choices};
    for (int i = 0; i < n; i++) {
        const struct node *y = chosen(f, outings[i]);
        if (month_part(p, y->start) != part)
            continue;
        if (s.n_choices > 0 &&
            chosen(f, choices[s.n_choices - 1])->request != y->request) {
            most += longest;
            longest = 0;
        }
        choices[s.n_choices++] = outings[i];
        if (y->end - y->start > longest)
            longest = y->end - y->start;
    }
    if (s.points > 0 && most + longest > s.left)
        ARENA_PUSH(a, f->assignments, f->n_assignments, *room, s);
}

/* What the stops of one escort have in common besides time. */
static void add_shares(struct arena *a, struct formulation *f)
{
    int room_weekends = 0, room_newcomers = 0, room_assignments = 0;
    for (int from = 0, to; from < f->n_stops; from = to) {
        to = same_until(f, from, false);
        int *outings = NEW_ARRAY(a, int, to - from + 1), n = 0;
        add_weekend(a, f, from, to, &room_weekends);
        for (int i = from; i < to; i++)
            if (f->by_day[i] < f->n_choices)
                outings[n++] = f->by_day[i];
        if (n == 0 ||
            escort_employed(&f->net->problem->escorts[chosen(f, outings[0])->escort]))
            continue;
        qsort_r(outings, (size_t)n, sizeof *outings, by_client, f);
        add_newcomers(a, f, outings, n, &room_newcomers);
        for (int k = 0, next; k < n; k = next) {
            next = same_client_until(f, outings, k, n);
            for (int part = 0; part < 2; part++)
                add_assignment(a, f, outings + k, next - k, part, &room_assignments);
        }
    }
}

struct formulation *formulation_new(struct arena *a, struct net *net, int tier,
                                    int64_t most_arcs)
{
    struct formulation *f = NEW(a, struct formulation);
    f->net = net;
    f->tier = tier;
    add_choices(a, f, tier);
    add_staff(a, f);
    add_refusals(a, f);
    add_teams(a, f);
    sort_choices(a, f);
    if (!add_days(a, f, most_arcs))
        return NULL;
    add_rests(a, f);
    add_packs(a, f);
    add_faces(a, f);
    add_shortages(a, f);
    add_hours(a, f);
    if (tier == TIER_REST) {
        add_short_nights(a, f);
        add_shares(a, f);
    }
    return f;
}

struct roster *formulation_roster(struct arena *a, const struct formulation *f,
                                  const double *x)
{
    const struct problem *p = f->net->problem;
    struct roster *r = roster_new(a, p);
    for (int i = 0; i < f->n_choices; i++) {
        const struct node *n = chosen(f, i);
        struct visit *v = &r->visits[n->request];
        if (x[i] < 0.5 || v->n_escorts == STAFF_MAX)
            continue;
        v->start = n->start;
        v->minutes = n->end - n->start;
        v->session = n->session;
        v->escorts[v->n_escorts++] = n->escort;
    }
    return r;
}
