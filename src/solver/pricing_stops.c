/* The stops worth thinking of. At the prices in hand most of an escort's stops cost more
 * than they can save, and no cheapest week needs them. Of the others, where only plans are
 * wanted, a request's many starts in a day are thinned out. What then could be done twice,
 * or who could be met twice, gets a bit, for labels to remember it by; a face that can be
 * met only once is paid with its stop. */
#include "solver/pricing_parts.h"

/* ---- costs --------------------------------------------------------------- */

/* Minutes are first credited as if the contract's hours were never passed. */
static int64_t credit(const struct pricing *w, int minutes)
{
    return w->t->contract == NONE
               ? 0
               : scaled((int64_t)w->p->weight.contract_under_minute * minutes);
}

int64_t stop_may_save(const struct pricing *w, const struct stop *s)
{
    const struct track *t = w->t;
    const struct weight_figures *f = &w->p->weight;
    int travel = t->metric ? travel_minutes(w->p, s->from, s->to) : t->longest_travel;
    if (t->needs_company)
        return FORBIDDEN;
    if (t->tier != TIER_REST)
        return 0;
    /* A minute of travel costs points, but paid by the contract's hours earns some. */
    int dear = f->travel_minute -
               (t->employed && t->contract != NONE ? f->contract_under_minute : 0);
    return scaled((int64_t)(dear > 0 ? dear * travel : -dear * 2 * t->longest_travel) +
                  (t->employed ? f->split_day : 0));
}

int64_t face_cost(const struct pricing *w, int client)
{
    return scaled(w->t->face[client]);
}

int64_t stop_cost(const struct pricing *w, const struct stop *s)
{
    return scaled(s->points) - credit(w, s->end - s->start) + w->charge[s->node];
}

/* What of a session's cost only the first client there pays. */
static int64_t coming_cost(const struct pricing *w, const struct stop *s)
{
    return s->session ? scaled(s->coming_points) - credit(w, s->end - s->start) : 0;
}

/* Is it of no use, even with others who have come already? */
static bool useless(const struct pricing *w, const struct stop *s, int64_t cost)
{
    int64_t coming = coming_cost(w, s);
    return (coming > 0 ? cost - coming : cost) >= (w->care == CARE_EXACT ? stop_may_save(w, s) : 0);
}

/* ---- those of use -------------------------------------------------------- */

/* When a request can be done twice, or a client met by more than one, is seen from these. */
static void note_task(struct pricing *w, int task, int client, const struct stop *s)
{
    if (w->first_end[task] > s->end)
        w->first_end[task] = s->end;
    if (w->last_start[task] < s->start)
        w->last_start[task] = s->start;
    if (w->one_task[client] == 0)
        w->one_task[client] = task + 1;
    else if (w->one_task[client] != task + 1)
        w->one_task[client] = -1;
}

static void forget_stops(struct pricing *w)
{
    const struct track *t = w->t;
    for (int k = 0; k < t->n_tasks; k++) {
        w->first_end[k] = INT_MAX;
        w->last_start[k] = INT_MIN;
        w->task_bit[k] = NONE;
    }
    for (int c = 0; c < t->n_clients; c++) {
        w->one_task[c] = 0;
        w->client_bit[c] = NONE;
    }
    if (w->room_active < t->n_stops) {
        w->room_active = t->n_stops;
        w->active = NEW_ARRAY(w->arena, struct active, w->room_active + 1);
    }
    w->n_active = 0;
}

static void leave_out_useless(struct pricing *w)
{
    const struct track *t = w->t;
    for (int i = 0; i < t->n_stops; i++) {
        const struct stop *s = &t->stops[i];
        int64_t cost = stop_cost(w, s);
        if (useless(w, s, cost))
            continue;
        w->active[w->n_active++] = (struct active){.stop = s, .cost = cost};
        note_task(w, s->task, s->client, s);
    }
}

/* ---- fewer starts -------------------------------------------------------- */

/* Of each request, among the stops [from, to) of a day. */
static void count_starts(struct pricing *w, int from, int to)
{
    for (int i = from; i < to; i++)
        w->starts[w->active[i].stop->task] = 0;
    for (int i = from; i < to; i++) {
        int task = w->active[i].stop->task;
        if (w->starts[task]++ == 0 || w->active[i].cost < w->active[w->cheapest[task]].cost)
            w->cheapest[task] = i;
    }
}

/* Where a request has many starts in a day, some of them, spread over the window, and the
 * cheapest are enough to find plans by. */
static void thin_out(struct pricing *w)
{
    int kept = 0, most = w->kept.starts;
    for (int from = 0, to; from < w->n_active; from = to) {
        int day = w->active[from].stop->day;
        for (to = from; to < w->n_active && w->active[to].stop->day == day;)
            to++;
        count_starts(w, from, to);
        for (int i = from; i < to; i++) {
            int task = w->active[i].stop->task, every = w->starts[task] / most + 1;
            if (i == w->cheapest[task] || i % every == 0 || w->starts[task] <= most)
                w->active[kept++] = w->active[i];
        }
    }
    w->n_active = kept;
}

/* ---- bits ---------------------------------------------------------------- */

/* A bit for what can be done twice and for who can be met twice; all faces that have none
 * are paid with the stop. */
static void give_bits(struct pricing *w)
{
    int n_tasks = 0, n_clients = 0, kept = 0;
    for (int k = 0; k < w->t->n_tasks; k++)
        if (w->last_start[k] >= w->first_end[k] && w->task_matters[k] && n_tasks < TRACK_BITS)
            w->task_bit[k] = n_tasks++;
    for (int c = 0; c < w->t->n_clients; c++)
        if (w->one_task[c] == -1 && w->client_matters[c] && n_clients < TRACK_BITS)
            w->client_bit[c] = n_clients++;
    for (int i = 0; i < w->n_active; i++) {
        struct active x = w->active[i];
        const struct stop *s = x.stop;
        bool several = w->one_task[s->client] == -1;
        x.task = w->task_bit[s->task];
        x.client = w->client_bit[s->client];
        x.face = face_cost(w, s->client);
        x.coming = coming_cost(w, s);
        x.newcomer_once = s->newcomer && (x.client != NONE || !several);
        x.labels = NONE;
        if (!several) /* several without a bit: too many to count, or free */
            x.cost += x.face;
        if (!useless(w, s, x.cost))
            w->active[kept++] = x;
    }
    w->n_active = kept;
}

/* Where days begin, and which bits can still matter after each stop. */
static void order_active(struct pricing *w)
{
    int i = 0;
    for (int k = 0; k <= BORDERS; k++) {
        w->day_first[k] = i;
        while (k < BORDERS && i < w->n_active && w->active[i].stop->day == k)
            i++;
    }
    struct later later = {{{0}}, {{0}}};
    for (int n = w->n_active - 1; n >= 0; n--) {
        struct active *x = &w->active[n];
        x->later = later;
        bits_add(&later.tasks, x->task);
        bits_add(&later.clients, x->client);
    }
}

void pricing_choose_stops(struct pricing *w)
{
    forget_stops(w);
    leave_out_useless(w);
    if (w->kept.starts < INT_MAX)
        thin_out(w);
    give_bits(w);
    order_active(w);
}
