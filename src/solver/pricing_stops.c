/* The stops worth thinking of. At the prices in hand most of an escort's stops cost more
 * than they can save, and no cheapest week needs them. Of the others, where only plans are
 * wanted, a request's many starts in a day are thinned out. What then could be done twice,
 * or who could be met twice, gets a bit, for labels to remember it by; a face that can be
 * met only once is paid with its stop. */
#include "solver/pricing_parts.h"

#include <string.h>

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

static bool repeats(const struct pricing *w, int task)
{
    return w->last_start[task] >= w->first_end[task];
}

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
    if (!w->active || w->room_active < t->n_stops) {
        w->room_active = t->n_stops;
        w->active = NEW_ARRAY(w->arena, struct active, w->room_active + 1);
        w->first_leg = NEW_ARRAY(w->arena, int, w->room_active + 1);
    }
    w->n_active = 0;
}

static void leave_out_useless(struct pricing *w)
{
    const struct track *t = w->t;
    for (int i = 0; i < t->n_stops; i++) {
        const struct stop *s = &t->stops[i];
        int64_t cost = stop_cost(w, s);
        if (w->hopeless[i] || useless(w, s, cost))
            continue;
        w->active[w->n_active++] = (struct active){.stop = s, .bare = cost, .cost = cost};
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

/* A bit for what can be done twice and for who can be met twice. */
static void number_bits(struct pricing *w)
{
    int n_tasks = 0, n_clients = 0;
    for (int c = 0; c < w->t->n_clients; c++)
        if (w->one_task[c] == -1 && w->client_matters[c] && n_clients < TRACK_BITS) {
            w->face_of[n_clients] = face_cost(w, c);
            w->client_bit[c] = n_clients++;
        }
    for (int k = 0; k < w->t->n_tasks; k++)
        if (repeats(w, k) && w->task_matters[k] && n_tasks < TRACK_BITS) {
            int c = w->task_client[k];
            w->client_of[n_tasks] = c == NONE ? NONE : w->client_bit[c];
            w->task_bit[k] = n_tasks++;
        }
}

/* Faces that have no bit are paid with the stop: whole where the client has one request
 * only, else by the request's share. */
static int64_t face_paid(const struct pricing *w, const struct active *x)
{
    const struct stop *s = x->stop;
    if (w->one_task[s->client] != -1)
        return x->face;
    return x->client != NONE || w->task_client[s->task] == NONE ? 0 : w->share[s->task];
}

static void give_bits(struct pricing *w)
{
    int kept = 0;
    number_bits(w);
    for (int i = 0; i < w->n_active; i++) {
        struct active x = w->active[i];
        const struct stop *s = x.stop;
        x.task = w->task_bit[s->task];
        x.client = w->client_bit[s->client];
        x.face = face_cost(w, s->client);
        x.coming = coming_cost(w, s);
        x.newcomer_once = s->newcomer && (x.client != NONE || w->one_task[s->client] != -1);
        x.labels = NONE;
        x.cost = x.bare + face_paid(w, &x);
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
    memset(w->ending, 0, sizeof w->ending);
    for (int n = w->n_active - 1; n >= 0; n--) {
        struct active *x = &w->active[n];
        x->later = later;
        if (!bits_has(&later.tasks, x->task))
            bits_add(&w->ending[x->stop->day], x->task);
        bits_add(&later.tasks, x->task);
        bits_add(&later.clients, x->client);
    }
}

/* ---- what bounds count ------------------------------------------------------- */

/* A client whose face has a bit pays no more than the face in shares only if no request of
 * that client is done twice. */
static int64_t lean_share(const struct pricing *w, const struct active *x)
{
    const struct stop *s = x->stop;
    if (x->client == NONE)
        return x->cost - x->bare;
    bool twice = x->task == NONE && repeats(w, s->task);
    return twice || w->task_client[s->task] == NONE ? 0 : w->share[s->task];
}

void pricing_set_lean(struct pricing *w)
{
    struct bits seen = {{0}};
    w->tolls = 0;
    for (int i = 0; i < w->n_active; i++) {
        struct active *x = &w->active[i];
        int64_t toll = x->task == NONE ? 0 : w->toll[x->stop->task];
        x->lean = x->bare + lean_share(w, x) + toll;
        if (x->task == NONE || bits_has(&seen, x->task))
            continue;
        bits_add(&seen, x->task);
        w->tolls += toll;
        w->toll_of[x->task] = toll;
        w->share_of[x->task] = x->client == NONE ? 0 : lean_share(w, x);
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
    pricing_set_lean(w);
}
