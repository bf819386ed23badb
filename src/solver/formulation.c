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

/* ---- which choices ------------------------------------------------------- */

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
            .points = x->points +
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

static const struct node *chosen(const struct formulation *f, int choice)
{
    return &f->net->nodes[f->choices[choice].node];
}

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
    f->by_day = NEW_ARRAY(a, int, f->n_choices + 1);
    for (int i = 0; i < f->n_choices; i++)
        f->by_day[i] = i;
    qsort_r(f->by_day, (size_t)f->n_choices, sizeof *f->by_day,
            choice_by_escort_start, f);
}

/* One past the last choice in by_day of the same escort (and day, if asked). */
static int same_until(const struct formulation *f, int from, bool day)
{
    const struct node *x = chosen(f, f->by_day[from]);
    int to = from + 1;
    while (to < f->n_choices &&
           chosen(f, f->by_day[to])->escort == x->escort &&
           (!day || chosen(f, f->by_day[to])->day == x->day))
        to++;
    return to;
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
}

/* Does the day need a path: can several requests share it, or is there a choice
 * that cannot be the whole day, because the way home does not fit the hours? */
static bool needs_path(const struct formulation *f, int from, int to)
{
    for (int i = from; i < to; i++) {
        const struct choice *c = &f->choices[f->by_day[i]];
        if (!c->may_be_first || !c->may_be_last ||
            chosen(f, f->by_day[i])->request !=
                chosen(f, f->by_day[from])->request)
            return true;
    }
    return false;
}

/* Too short a pause for a break, if n follows m? */
static bool no_break(const struct problem *p, const struct node *m,
                     const struct node *n)
{
    return n->start - m->end -
               travel_minutes(p, p->requests[m->request].end,
                              p->requests[n->request].meet) <
           p->rule.break_minutes;
}

static bool add_arc(struct arena *a, struct formulation *f, int from, int to,
                    int flow, int *room)
{
    const struct problem *p = f->net->problem;
    const struct node *m = chosen(f, from), *n = chosen(f, to);
    const struct escort *e = &p->escorts[m->escort];
    if (!node_can_follow(p, m, n))
        return false;
    int travel = travel_minutes(p, p->requests[m->request].end,
                                p->requests[n->request].meet);
    struct arc arc = {from, to, flow, travel * p->weight.travel_minute,
                      escort_employed(e) && p->rule.travel_is_work ? travel : 0,
                      NONE};
    if (escort_employed(e) && no_break(p, m, n)) {
        if (n->end - m->start > p->rule.break_after_minutes)
            return false;
        arc.run = n->start - m->start;
        f->choices[to].run_most =
            p->rule.break_after_minutes - (n->end - n->start);
    }
    ARENA_PUSH(a, f->arcs, f->n_arcs, *room, arc);
    return true;
}

/* The most working time the day's requests could add up to. */
static int most_minutes(const struct formulation *f, int from, int to, int paid)
{
    const struct problem *p = f->net->problem;
    struct arena *scratch = arena_new();
    bool *seen = NEW_ARRAY(scratch, bool, p->n_requests + 1);
    int minutes = 0;
    for (int i = from; i < to; i++) {
        int r = chosen(f, f->by_day[i])->request;
        if (!seen[r])
            minutes += p->requests[r].minutes + paid;
        seen[r] = true;
    }
    arena_free(scratch);
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
    struct flow_day day = {x->escort, x->day, from, to - from, NONE};
    if (escort_employed(&p->escorts[x->escort]) &&
        most_minutes(f, from, to, paid) > p->rule.day_minutes_max)
        day.limit = p->rule.day_minutes_max;
    ARENA_PUSH(a, f->flows, f->n_flows, *room_flows, day);
    return most_arcs == 0 || f->n_arcs <= most_arcs;
}

static bool add_days(struct arena *a, struct formulation *f, int64_t most_arcs)
{
    int room_flows = 0, room_arcs = 0;
    for (int i = 0; i < f->n_choices; i++)
        set_home_legs(f, i);
    for (int from = 0, to; from < f->n_choices; from = to) {
        to = same_until(f, from, true);
        if (!add_day(a, f, from, to, most_arcs, &room_flows, &room_arcs))
            return false;
    }
    return true;
}

/* ---- rest ---------------------------------------------------------------- */

/* Would even doing everything at once leave a rest this long? */
static bool always_rests(const struct formulation *f, int from, int to,
                         struct span period, int need)
{
    const struct node *x = chosen(f, f->by_day[from]);
    struct arena *scratch = arena_new();
    struct duty *duties = NEW_ARRAY(scratch, struct duty, to - from + 1);
    struct escort_week week = f->net->weeks[x->escort];
    bool touched;
    for (int i = from; i < to; i++) {
        const struct node *n = chosen(f, f->by_day[i]);
        duties[i - from] = (struct duty){n->request, n->start, n->end, NONE, NONE};
    }
    week.n = to - from;
    week.duties = duties;
    struct span rest = longest_rest(f->net->problem, &week, period, &touched);
    arena_free(scratch);
    return !touched || rest.to - rest.from >= need;
}

static bool free_of_outside(const struct escort *e, struct span w)
{
    for (int i = 0; i < e->n_outside; i++)
        if (e->outside[i].from < w.to && e->outside[i].to > w.from)
            return false;
    return true;
}

static void add_window(struct arena *a, struct rest_period *r, const struct escort *e,
                       int start, int need, struct span **windows, int *room)
{
    struct span w = {start, start + need};
    if (w.from < r->period.from || w.to > r->period.to || !free_of_outside(e, w))
        return;
    for (int i = 0; i < r->n_windows; i++)
        if ((*windows)[i].from == start)
            return;
    ARENA_PUSH(a, *windows, r->n_windows, *room, w);
}

static void add_rest(struct arena *a, struct formulation *f, int from, int to,
                     struct span period, int need, int *room)
{
    const struct problem *p = f->net->problem;
    int escort = chosen(f, f->by_day[from])->escort, room_windows = 0;
    const struct escort *e = &p->escorts[escort];
    struct rest_period r = {.escort = escort, .period = period};
    if (always_rests(f, from, to, period, need))
        return;
    int *choices = NEW_ARRAY(a, int, to - from + 1);
    struct span *windows = NULL;
    add_window(a, &r, e, period.from, need, &windows, &room_windows);
    for (int i = 0; i < e->n_outside; i++)
        add_window(a, &r, e, e->outside[i].to, need, &windows, &room_windows);
    for (int i = from; i < to; i++) {
        const struct node *n = chosen(f, f->by_day[i]);
        if (n->end <= period.from || n->start >= period.to)
            continue;
        choices[r.n_choices++] = f->by_day[i];
        add_window(a, &r, e, n->end, need, &windows, &room_windows);
    }
    r.choices = choices;
    r.windows = windows;
    ARENA_PUSH(a, f->rests, f->n_rests, *room, r);
}

static void add_rests(struct arena *a, struct formulation *f)
{
    const struct problem *p = f->net->problem;
    int room = 0;
    for (int from = 0, to; from < f->n_choices; from = to) {
        to = same_until(f, from, false);
        int escort = chosen(f, f->by_day[from])->escort;
        const int *border = f->net->weeks[escort].border;
        if (!escort_employed(&p->escorts[escort]))
            continue;
        for (int k = 0; k + 1 < BORDERS; k++)
            add_rest(a, f, from, to, (struct span){border[k], border[k + 1]},
                     p->rule.daily_rest_minutes, &room);
        add_rest(a, f, from, to, (struct span){border[1], border[1 + DAYS]},
                 p->rule.weekly_rest_minutes, &room);
    }
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
            if (x->request == m->request ||
                x->end - m->start <= p->rule.span_minutes_max)
                continue;
            int *pair = NEW_ARRAY(a, int, 2);
            pair[0] = day[i];
            pair[1] = day[k];
            struct pack pack = {.n_choices = 2, .choices = pair};
            ARENA_PUSH(a, f->spans, f->n_spans, *room, pack);
        }
    }
}

/* The last visit of a day and the first of the next must not overlap either. */
static void add_night_packs(struct arena *a, struct formulation *f, int from,
                            int to, int *room)
{
    const struct problem *p = f->net->problem;
    for (int i = from; i < to; i++) {
        const struct node *m = chosen(f, f->by_day[i]);
        int *first = NULL, n = 0, room_first = 0;
        for (int k = i + 1; k < to; k++) {
            const struct node *x = chosen(f, f->by_day[k]);
            if (x->day == m->day + 1 && x->request != m->request &&
                !node_can_follow(p, m, x))
                ARENA_PUSH(a, first, n, room_first, f->by_day[k]);
        }
        if (n == 0)
            continue;
        int *last = NEW_ARRAY(a, int, 1);
        last[0] = f->by_day[i];
        struct pack pack = {.n_last = 1, .last = last, .n_first = n, .first = first};
        ARENA_PUSH(a, f->nights, f->n_nights, *room, pack);
    }
}

static void add_packs(struct arena *a, struct formulation *f)
{
    const struct problem *p = f->net->problem;
    int room_spans = 0, room_nights = 0;
    for (int d = 0; d < f->n_flows; d++)
        if (escort_employed(&p->escorts[f->flows[d].escort]))
            add_span_packs(a, f, &f->flows[d], &room_spans);
    for (int from = 0, to; from < f->n_choices; from = to) {
        to = same_until(f, from, false);
        add_night_packs(a, f, from, to, &room_nights);
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
        asked[p->requests[r].client] +=
            p->requests[r].minutes -
            (net_stance(f->net, r) == STANCE_GIVEN ? f->net->longest[r] : 0);
    for (int c = 0; c < p->n_clients; c++)
        for (int level = 0; level < 2; level++)
            if (asked[c] > over[level] && points[level] > 0) {
                struct shortage s = {c, level + 1, over[level], points[level],
                                     asked[c]};
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
    for (int from = 0, to; from < f->n_choices; from = to) {
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

struct formulation *formulation_new(struct arena *a, struct net *net, int tier,
                                    int64_t most_arcs)
{
    struct formulation *f = NEW(a, struct formulation);
    f->net = net;
    f->tier = tier;
    add_choices(a, f, tier);
    add_teams(a, f);
    sort_choices(a, f);
    if (!add_days(a, f, most_arcs))
        return NULL;
    add_rests(a, f);
    add_packs(a, f);
    add_faces(a, f);
    add_shortages(a, f);
    add_hours(a, f);
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
        v->escorts[v->n_escorts++] = n->escort;
    }
    return r;
}
