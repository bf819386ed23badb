/* Daily and weekly rest as windows of which one is kept free. */
#include "solver/formulation_parts.h"

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
        add_window(a, list, w, period, formulation_node(f, f->by_day[i])->end + after, need);
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
        const struct node *n = formulation_node(f, f->by_day[i]);
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
    bool weekly = !weekly_rest_certain(p, w->all);
    if (weekly)
        add_week_of_rests(a, f, w, border, room, room_pairs);
    for (int k = 0; k + 1 < BORDERS; k++)
        if (!weekly || k < 1 || k > DAYS)
            add_daily_rest(a, f, w, (struct span){border[k], border[k + 1]},
                           figures_on(p, k - 1)->daily_rest_minutes, room);
}

void formulation_add_rests(struct arena *a, struct formulation *f)
{
    struct arena *scratch = arena_new();
    struct duty *duties = NEW_ARRAY(scratch, struct duty, f->n_stops + 1);
    int room = 0, room_pairs = 0;
    for (int from = 0, to; from < f->n_stops; from = to) {
        to = formulation_same_until(f, from, false);
        int escort = formulation_node(f, f->by_day[from])->escort;
        struct escort_week all = f->net->weeks[escort];
        for (int i = from; i < to; i++)
            duties[i - from] = node_duty(formulation_node(f, f->by_day[i]));
        all.n = to - from;
        all.duties = duties;
        struct rest_work work = {&f->net->problem->escorts[escort], &all, from, to};
        if (escort_employed(work.escort))
            add_escort_rests(a, f, &work, &room, &room_pairs);
    }
    arena_free(scratch);
}
