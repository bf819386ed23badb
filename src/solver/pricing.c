/* Pricing by labelling (Desrosiers, Dumas, Solomon, Soumis 1995).
 *
 * A label is a beginning of a week: its last stop and all that the rest of the week
 * depends on. Labels are made in the order of time. Within a working day a label goes on
 * from stop to stop; at its end it is closed and waits, with those of the days before,
 * for a stop of a later day. A label is dropped when another one can go on in every way
 * that it can and costs no more, whatever the others would still have to pay (a face, a
 * weekend, a client too many), or when it cannot become better than the best week known
 * even if the rest of the week were free of all but time (`ahead`).
 *
 * What a label does not carry is left out of the proof: weeks beside this one, a
 * contractor's hours for one client over several outings, breaks over the night, which
 * clients of a session exclude each other. The bound is then of a relaxation. Each plan is
 * put before the rules before it is given out. */
#include "solver/pricing.h"

#include "ledsaga/certificate.h"
#include "solver/twin.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

enum { TRIES_MOST = 12, TRACK_BITS = 128,  BUCKET = 30, BUCKETS_MOST = 400, LABELS_MOST = 100000 };

/* More than any cost, and still to be added to. */
#define FORBIDDEN (INT64_MAX / 4)

/* Labels kept at a stop, and of closed ones at the end of a day. */
static const struct {
    int at_stop, closed;
    int starts; /* of one request in a day that are tried at all */
} KEPT[] = {[CARE_LEAST] = {2, 10, 4},
            [CARE_QUICK] = {12, 60, 8},
            [CARE_EXACT] = {INT_MAX, INT_MAX, INT_MAX}};

struct bits {
    uint64_t word[TRACK_BITS / 64];
};

struct label {
    int64_t cost;
    int64_t bound; /* of weeks that begin so */
    int stop;   /* in `active`, NONE at the root */
    int parent; /* label; NONE */
    int next;   /* at the same stop; NONE */
    int end;    /* of the last stop */
    int minutes, day_minutes; /* working time of the week, of the day */
    int day_from, run_from;   /* first start of the day, of the stretch without a break */
    struct bits done, met;
    int16_t newcomers;
    bool rested;  /* the day has had its rest before the last stop */
    bool weekly;  /* the week has had its long rest ... */
    bool in_doubt; /* ... if the day's own rest comes after its work */
    int16_t members; /* clients at the session of the last stop */
    bool weekend; /* has worked on one */
    bool dropped;
};

/* A stop worth thinking of at these prices. */
struct active {
    const struct stop *stop;
    int64_t cost;  /* all of it but the face where `client` is a bit */
    int64_t face;
    int64_t coming; /* what of the cost falls away for the second client of a session */
    int task, client; /* bits; NONE */
    bool newcomer_once; /* counts as a new client each time it is carried out */
    struct bits later_tasks, later_clients; /* of stops that begin later */
    int64_t ahead; /* least that may follow in the same day, whatever time it takes */
    int64_t behind; /* least that may lie before it in the same day, itself included */
    int labels;    /* newest label; NONE */
};

struct lax { /* the mildest figures of the week */
    int break_minutes, break_after, span, day, daily_rest, contractor_rest;
};

struct pricing {
    struct arena *arena;
    struct net *net;
    const struct problem *p;
    struct lax lax;
    int room_active, n_active;
    struct active *active;
    int day_first[BORDERS + 1]; /* in active */
    int n_labels, room_labels;
    struct label *labels;
    int *closed, n_closed, room_closed;
    int *task_bit, *client_bit; /* by number in the track */
    int *first_end, *last_start; /* by task */
    int *one_task;               /* by client: 1 + the only task; -1 several */
    int *starts, *cheapest;      /* by task: stops in the day, and the cheapest of them */
    bool *task_matters, *client_matters; /* by number: have a bit */
    int n_buckets;               /* of BUCKET minutes in a week; 1 where minutes do not matter */
    int64_t *after[2][BORDERS + 1]; /* [n_buckets] least of all days from k on, by the minutes
                                       worked before; [1] with a day off among them */
    bool needs_day_off; /* no weekly rest without one */
    int64_t day_least[BORDERS];
    int64_t *to_come; /* [active * n_buckets] least that the week may add after a stop, by the
                         minutes worked up to it; with a day off among the later days where
                         one is needed at [n_active + active] */
    int room_to_come;
    int day_buckets, room_ahead;
    int64_t *ahead;              /* [active * day_buckets] least that may follow in the same
                                    day, by the minutes that it may take */
    int best[PLANS_MOST], n_best; /* closed labels, cheapest first */
    int64_t least;
    int64_t open; /* least bound of labels that were not gone on from */
    const struct track *t;
    const int64_t *charge;
    enum care care;
    int far; /* a pause so long that nothing is asked of the night */
    int64_t worth;
};


static int lesser(int a, int b)
{
    return a < b ? a : b;
}

static int greater(int a, int b)
{
    return a > b ? a : b;
}

static struct lax lax_figures(const struct problem *p)
{
    struct lax lax = {.break_minutes = INT_MAX, .daily_rest = INT_MAX};
    for (int day = 0; day < DAYS; day++) {
        const struct rule_figures *f = figures_on(p, day);
        lax.break_minutes = lesser(lax.break_minutes, f->break_minutes);
        lax.daily_rest = lesser(lax.daily_rest, f->daily_rest_minutes);
        lax.break_after = greater(lax.break_after, f->break_after_minutes);
        lax.span = greater(lax.span, f->span_minutes_max);
        lax.day = greater(lax.day, f->day_minutes_max);
        lax.contractor_rest = greater(lax.contractor_rest, f->contractor_rest_minutes);
    }
    return lax;
}

struct pricing *pricing_new(struct arena *a, struct net *net)
{
    const struct problem *p = net->problem;
    struct pricing *w = NEW(a, struct pricing);
    int tasks = p->n_requests + p->n_links + 1;
    w->arena = a;
    w->net = net;
    w->p = p;
    w->lax = lax_figures(p);
    w->task_bit = NEW_ARRAY(a, int, tasks);
    w->first_end = NEW_ARRAY(a, int, tasks);
    w->last_start = NEW_ARRAY(a, int, tasks);
    w->client_bit = NEW_ARRAY(a, int, p->n_clients + 1);
    w->one_task = NEW_ARRAY(a, int, p->n_clients + 1);
    w->starts = NEW_ARRAY(a, int, tasks);
    w->cheapest = NEW_ARRAY(a, int, tasks);
    w->task_matters = NEW_ARRAY(a, bool, tasks);
    w->client_matters = NEW_ARRAY(a, bool, p->n_clients + 1);
    return w;
}

/* ---- sets ------------------------------------------------------------------ */

static bool bits_has(const struct bits *b, int bit)
{
    return bit != NONE && (b->word[bit / 64] >> bit % 64 & 1);
}

static void bits_add(struct bits *b, int bit)
{
    if (bit != NONE)
        b->word[bit / 64] |= UINT64_C(1) << bit % 64;
}

/* Is what a has, of what still matters, in b? */
static bool bits_within(const struct bits *a, const struct bits *b,
                        const struct bits *matters)
{
    for (int i = 0; i < TRACK_BITS / 64; i++)
        if (a->word[i] & matters->word[i] & ~b->word[i])
            return false;
    return true;
}

/* ---- which stops ------------------------------------------------------------ */

static int64_t scaled(int64_t points)
{
    return points * PRICE_SCALE;
}

/* Minutes are first credited as if the contract's hours were never passed. */
static int64_t credit(const struct pricing *w, int minutes)
{
    return w->t->contract == NONE
               ? 0
               : scaled((int64_t)w->p->weight.contract_under_minute * minutes);
}

/* Points beyond those that `credit` took off in advance. */
static int64_t over_contract(const struct pricing *w, int minutes)
{
    int over = w->t->contract == NONE ? 0 : minutes - w->t->contract;
    const struct weight_figures *f = &w->p->weight;
    return over > 0 ? scaled((int64_t)(f->contract_under_minute + f->contract_over_minute) * over)
                    : 0;
}

/* What a stop may save by its mere presence: a way, a pause, more minutes of travel. */
static int64_t may_save(const struct pricing *w, const struct stop *s)
{
    const struct track *t = w->t;
    const struct weight_figures *f = &w->p->weight;
    int travel = t->metric ? travel_minutes(w->p, s->from, s->to) : t->longest_travel;
    if (t->needs_company)
        return FORBIDDEN;
    if (t->tier != TIER_REST)
        return 0;
    /* A minute of travel costs points, but paid by the contract's hours earns some. */
    int dear = t->contract == NONE ? f->travel_minute : f->travel_minute - f->contract_under_minute;
    return scaled((int64_t)(dear > 0 ? dear * travel : -dear * 2 * t->longest_travel) +
                  (t->employed ? f->split_day : 0));
}

static int64_t face_cost(const struct pricing *w, int client)
{
    return scaled(w->t->face[client]);
}

/* Without the face. */
static int64_t stop_cost(const struct pricing *w, const struct stop *s)
{
    return scaled(s->points) - credit(w, s->end - s->start) + w->charge[s->node];
}

static int64_t coming_cost(const struct pricing *w, const struct stop *s)
{
    return s->session ? scaled(s->coming_points) - credit(w, s->end - s->start) : 0;
}

/* Is it of no use, even with others who have come already? */
static bool useless(const struct pricing *w, const struct stop *s, int64_t cost)
{
    int64_t coming = coming_cost(w, s);
    return (coming > 0 ? cost - coming : cost) >= (w->care == CARE_EXACT ? may_save(w, s) : 0);
}

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

static void choose_active(struct pricing *w)
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
    for (int i = 0; i < t->n_stops; i++) {
        const struct stop *s = &t->stops[i];
        int64_t cost = stop_cost(w, s);
        if (useless(w, s, cost))
            continue;
        w->active[w->n_active++] = (struct active){.stop = s, .cost = cost};
        note_task(w, s->task, s->client, s);
    }
}

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
    int kept = 0, most = KEPT[w->care].starts;
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

static void order_active(struct pricing *w)
{
    int i = 0;
    for (int k = 0; k <= BORDERS; k++) {
        w->day_first[k] = i;
        while (k < BORDERS && i < w->n_active && w->active[i].stop->day == k)
            i++;
    }
    struct bits tasks = {{0}}, clients = {{0}};
    for (int n = w->n_active - 1; n >= 0; n--) {
        struct active *x = &w->active[n];
        x->later_tasks = tasks;
        x->later_clients = clients;
        bits_add(&tasks, x->task);
        bits_add(&clients, x->client);
    }
}

/* ---- arcs and what may lie ahead --------------------------------------------- */

static bool same_session(const struct stop *a, const struct stop *b)
{
    return a->session && a->session == b->session;
}

/* What going on from x to y costs, all that y costs included. */
static int64_t step_cost(const struct active *x, const struct active *y, int points)
{
    return scaled(points) + y->cost - (same_session(x->stop, y->stop) ? y->coming : 0);
}

/* Points between two stops of one working day; INT_MAX if b cannot follow a. */
static int arc_points(const struct pricing *w, const struct active *x, const struct active *y)
{
    const struct track *t = w->t;
    const struct stop *a = x->stop, *b = y->stop;
    if (same_session(a, b))
        return 0;
    if (a->end + stop_gap(t, a, b) > b->start || (x->task != NONE && x->task == y->task))
        return INT_MAX;
    int travel = stop_travel(t, a, b);
    int pause = b->start - a->end - travel;
    if (t->counts_break && pause < w->lax.break_minutes && b->end - a->start > w->lax.break_after)
        return INT_MAX;
    if (t->counts_span && b->end - a->start > w->lax.span)
        return INT_MAX;
    if (t->tier != TIER_REST)
        return 0;
    const struct weight_figures *f = &w->p->weight;
    int points = travel * f->travel_minute;
    if (!t->employed)
        return points;
    const struct rule_figures *day = figures_on(w->p, week_day(&w->p->week, a->start));
    if (pause > day->split_gap_minutes && pause < day->daily_rest_minutes)
        points += f->split_day;
    if (t->contract != NONE && day->travel_is_work)
        points -= travel * f->contract_under_minute;
    return points;
}

static int paid_between(const struct pricing *w, const struct stop *a, const struct stop *b)
{
    return w->t->employed && figures_on(w->p, week_day(&w->p->week, a->start))->travel_is_work
               ? stop_travel(w->t, a, b)
               : 0;
}

/* Minutes are counted in buckets, rounded down, so that what lies ahead is never made
 * dearer than it can be. */
static int buckets(const struct pricing *w, int minutes)
{
    return w->n_buckets == 1 ? 0 : minutes / BUCKET;
}

static int64_t *ahead_of(const struct pricing *w, int i)
{
    return w->ahead + (size_t)i * (size_t)w->day_buckets;
}

static void step_ahead(struct pricing *w, int i, int j)
{
    const struct active *x = &w->active[i], *y = &w->active[j];
    int points = arc_points(w, x, y);
    if (points == INT_MAX)
        return;
    int64_t cost = step_cost(x, y, points), *out = ahead_of(w, i), *in = ahead_of(w, j);
    int taken = same_session(x->stop, y->stop)
                    ? 0
                    : buckets(w, y->stop->end - y->stop->start +
                                     paid_between(w, x->stop, y->stop));
    for (int b = taken; b < w->day_buckets; b++)
        if (cost + in[b - taken] < out[b])
            out[b] = cost + in[b - taken];
}

static void look_ahead_day(struct pricing *w, int k)
{
    for (int i = w->day_first[k + 1] - 1; i >= w->day_first[k]; i--) {
        struct active *x = &w->active[i];
        int64_t *out = ahead_of(w, i);
        for (int b = 0; b < w->day_buckets; b++)
            out[b] = x->stop->may_be_last ? scaled(x->stop->last_points) : FORBIDDEN;
        for (int j = i + 1; j < w->day_first[k + 1]; j++)
            step_ahead(w, i, j);
        x->ahead = out[w->day_buckets - 1];
    }
}

/* The least that the day can cost, by the minutes it may take. */
static void least_day(const struct pricing *w, int k, int64_t *least)
{
    for (int b = 0; b < w->day_buckets; b++)
        least[b] = 0;
    for (int i = w->day_first[k]; i < w->day_first[k + 1]; i++) {
        const struct active *x = &w->active[i];
        int taken = buckets(w, x->stop->end - x->stop->start);
        for (int b = taken; x->stop->may_be_first && b < w->day_buckets; b++) {
            int64_t cost = scaled(x->stop->first_points) + x->cost + ahead_of(w, i)[b - taken];
            if (cost < least[b])
                least[b] = cost;
        }
    }
}

static void measure_buckets(struct pricing *w)
{
    const struct track *t = w->t;
    int most = t->limit != NONE ? t->limit : t->contract == NONE ? 0 : 7 * 24 * 60;
    int day = t->counts_day ? w->lax.day : 24 * 60;
    w->n_buckets = t->counts_minutes ? most / BUCKET + 1 : 1;
    if (w->n_buckets > BUCKETS_MOST)
        w->n_buckets = BUCKETS_MOST;
    w->day_buckets = w->n_buckets == 1 ? 1 : lesser(day / BUCKET + 1, w->n_buckets);
    int room = (w->n_active + 1) * w->day_buckets;
    if (w->room_ahead < room) {
        w->room_ahead = 2 * room;
        w->ahead = NEW_ARRAY(w->arena, int64_t, w->room_ahead);
    }
    for (int k = 0; k <= BORDERS && !w->after[0][k]; k++) {
        w->after[0][k] = NEW_ARRAY(w->arena, int64_t, BUCKETS_MOST);
        w->after[1][k] = NEW_ARRAY(w->arena, int64_t, BUCKETS_MOST);
    }
}

static void least_week(struct pricing *w, int k, int u, const int64_t *least)
{
    bool of_week = k >= 1 && k <= DAYS;
    int64_t before = over_contract(w, u * BUCKET), best[2] = {FORBIDDEN, FORBIDDEN};
    for (int b = 0; b < w->day_buckets && u + b < w->n_buckets; b++)
        for (int off = 0; off < 2; off++) {
            int64_t rest = w->after[off][k + 1][u + b];
            int64_t cost = least[b] + rest + over_contract(w, (u + b) * BUCKET) - before;
            if (rest < FORBIDDEN && cost < best[off])
                best[off] = cost;
        }
    if (of_week && w->after[0][k + 1][u] < best[1])
        best[1] = w->after[0][k + 1][u];
    w->after[0][k][u] = best[0];
    w->after[1][k][u] = k > DAYS ? FORBIDDEN : best[1];
}

/* Could the weekly rest lie between two days that follow each other, both worked? If not,
 * a week without a day off has none. */
static bool rest_between_days(const struct pricing *w, int k)
{
    const int *border = w->t->week->border;
    int daily = w->lax.daily_rest, weekly = w->p->rule.weekly_rest_minutes;
    int latest = INT_MIN;
    for (int i = w->day_first[k + 1]; i < w->day_first[k + 2]; i++)
        latest = greater(latest, w->active[i].stop->start);
    for (int i = w->day_first[k]; latest > INT_MIN && i < w->day_first[k + 1]; i++) {
        const struct stop *s = w->active[i].stop;
        bool rested = s->start - border[k] >= daily || border[k + 1] - s->end < daily;
        if (latest - s->end >= (rested ? weekly : weekly + daily))
            return true;
    }
    return false;
}

/* What days after k, and what is left of it, can cost at the least. */
static void sum_to_come(struct pricing *w, int i, int off, int64_t *out)
{
    const int64_t *ahead = ahead_of(w, i), *after = w->after[off][w->active[i].stop->day + 1];
    for (int u = 0; u < w->n_buckets; u++) {
        int64_t before = over_contract(w, u * BUCKET);
        out[u] = FORBIDDEN;
        for (int b = 0; b < w->day_buckets && u + b < w->n_buckets; b++) {
            int64_t cost = ahead[b] + after[u + b] + over_contract(w, (u + b) * BUCKET) - before;
            if (ahead[b] < FORBIDDEN && after[u + b] < FORBIDDEN && cost < out[u])
                out[u] = cost;
        }
    }
}

static void look_to_come(struct pricing *w)
{
    int room = 2 * (w->n_active + 1) * w->n_buckets;
    if (w->room_to_come < room) {
        w->room_to_come = 2 * room;
        w->to_come = NEW_ARRAY(w->arena, int64_t, w->room_to_come);
    }
    for (int off = 0; off < 1 + w->needs_day_off; off++)
        for (int i = 0; i < w->n_active; i++)
            sum_to_come(w, i, off,
                        w->to_come + (size_t)(off * w->n_active + i) * (size_t)w->n_buckets);
}

/* The least that days from k on can cost after so many buckets of work: what the limit
 * leaves, what lies over the contract, and the day off are minded. */
static void look_ahead(struct pricing *w)
{
    int64_t least[BUCKETS_MOST];
    measure_buckets(w);
    w->needs_day_off = w->t->counts_week_rest;
    for (int k = 0; k + 2 <= BORDERS && w->needs_day_off; k++)
        w->needs_day_off = !rest_between_days(w, k);
    for (int u = 0; u < w->n_buckets; u++) {
        w->after[0][BORDERS][u] = 0;
        w->after[1][BORDERS][u] = FORBIDDEN;
    }
    for (int k = BORDERS - 1; k >= 0; k--) {
        look_ahead_day(w, k);
        least_day(w, k, least);
        w->day_least[k] = least[w->day_buckets - 1];
        for (int u = 0; u < w->n_buckets; u++)
            least_week(w, k, u, least);
    }
    look_to_come(w);
}

/* Of a label whose last stop is this one, in the same day. */
static int64_t to_come(const struct pricing *w, int i, int minutes, bool rested)
{
    int off = w->needs_day_off && !rested, u = buckets(w, minutes);
    return w->to_come[(size_t)(off * w->n_active + i) * (size_t)w->n_buckets +
                      (size_t)(u < w->n_buckets ? u : w->n_buckets - 1)];
}

/* A week goes on from the end of day k - 1 with so many minutes worked, and its weekly
 * rest, or a day off that may turn out to hold it, had or not. */
static int64_t after_day(const struct pricing *w, int k, int minutes, bool rested)
{
    int u = buckets(w, minutes);
    return w->after[w->needs_day_off && !rested][k][u < w->n_buckets ? u : w->n_buckets - 1];
}

/* ---- labels ------------------------------------------------------------------ */

static int add_label(struct pricing *w, const struct label *l)
{
    ARENA_PUSH(w->arena, w->labels, w->n_labels, w->room_labels, *l);
    return w->n_labels - 1;
}

static int64_t over_room(const struct pricing *w, int newcomers)
{
    int over = w->t->room == NONE ? 0 : newcomers - w->t->room;
    return over > 0 ? scaled((int64_t)over * w->p->weight.client_over) : 0;
}

/* Does the free stretch between a label and a stop, or the week's ends, hold the weekly
 * rest? The daily rests of the days at its ends are no part of it: not that of the day
 * before, if that had none earlier, nor that of the day after, if its work is so late that
 * it has none later. */
static bool weekly_rest_between(const struct pricing *w, const struct label *l,
                                const struct stop *b, bool before_work)
{
    int until = b ? b->start : w->t->week->border[1 + DAYS];
    const int *border = w->t->week->border;
    int from = l->stop == NONE ? border[1] : l->end;
    if (from < border[1])
        from = border[1];
    if (until > border[1 + DAYS])
        until = border[1 + DAYS];
    if (l->stop != NONE && !l->rested) {
        int head = w->active[l->stop].stop->day;
        if (l->end < border[head + 1] && border[head + 1] - l->end >= w->lax.daily_rest)
            from += w->lax.daily_rest;
    }
    if (b && before_work && b->start - border[b->day] >= w->lax.daily_rest)
        until -= w->lax.daily_rest;
    return until - from >= w->p->rule.weekly_rest_minutes;
}

/* The rest of a day lies after its work, if that ends early enough. */
static bool rest_after(const struct pricing *w, const struct stop *s)
{
    return s->end <= w->t->week->border[s->day + 1] - w->lax.daily_rest;
}

/* What the stop adds whatever came before. False if the week cannot hold it. */
static bool take_stop(const struct pricing *w, struct label *l, const struct active *x,
                      int paid)
{
    const struct track *t = w->t;
    const struct stop *s = x->stop;
    bool met = bits_has(&l->met, x->client);
    int64_t extra = over_contract(w, l->minutes) + over_room(w, l->newcomers);
    if (bits_has(&l->done, x->task))
        return false;
    l->minutes += s->end - s->start + paid;
    if (t->limit != NONE && l->minutes > t->limit)
        return false;
    l->newcomers = (int16_t)(l->newcomers + (x->newcomer_once && !met));
    l->cost += x->cost;
    if (x->client != NONE && !met)
        l->cost += x->face;
    l->cost += over_contract(w, l->minutes) + over_room(w, l->newcomers) - extra;
    if (s->weekend && !l->weekend)
        l->cost += scaled(t->weekend_points);
    l->weekend |= s->weekend;
    bits_add(&l->done, x->task);
    bits_add(&l->met, x->client);
    l->end = s->end;
    l->members = 1;
    l->next = NONE;
    return true;
}

/* One more client at the session where the escort is. */
static bool join(const struct pricing *w, int parent, int to, struct label *l)
{
    const struct active *x = &w->active[to];
    *l = w->labels[parent];
    if (bits_has(&l->done, x->task) ||
        l->members >= w->p->sessions[x->stop->session - 1].per_escort)
        return false;
    l->cost += x->cost - x->coming +
               (x->client != NONE && !bits_has(&l->met, x->client) ? x->face : 0);
    bits_add(&l->done, x->task);
    bits_add(&l->met, x->client);
    l->parent = parent;
    l->stop = to;
    l->members++;
    l->next = NONE;
    return true;
}

/* The same day goes on. */
static bool go_on(const struct pricing *w, int parent, int to, int points, struct label *l)
{
    const struct track *t = w->t;
    const struct label *from = &w->labels[parent];
    const struct active *x = &w->active[to];
    const struct stop *a = w->active[from->stop].stop, *b = x->stop;
    int paid = paid_between(w, a, b);
    if (same_session(a, b))
        return join(w, parent, to, l);
    *l = *from;
    l->cost += scaled(points);
    l->parent = parent;
    l->stop = to;
    if (!take_stop(w, l, x, paid))
        return false;
    l->day_minutes += b->end - b->start + paid;
    if (t->counts_day && l->day_minutes > w->lax.day)
        return false;
    if (t->counts_span && b->end - l->day_from > w->lax.span)
        return false;
    if (t->counts_break) {
        if (b->start - a->end - stop_travel(t, a, b) >= w->lax.break_minutes)
            l->run_from = b->start;
        else if (b->end - l->run_from > w->lax.break_after)
            return false;
    }
    l->rested |= b->start - a->end >= w->lax.daily_rest;
    if (l->in_doubt && !rest_after(w, b))
        l->weekly = l->in_doubt = false;
    return true;
}

static void find_weekly_rest(const struct pricing *w, const struct label *from,
                             const struct stop *b, struct label *l)
{
    bool certain = weekly_rest_between(w, from, b, true);
    l->weekly = certain || (rest_after(w, b) && weekly_rest_between(w, from, b, false));
    l->in_doubt = l->weekly && !certain;
}

/* A closed label goes on with the first stop of a later day. */
static bool begin_day(const struct pricing *w, int parent, int to, struct label *l)
{
    const struct track *t = w->t;
    const struct label *from = &w->labels[parent];
    const struct active *x = &w->active[to];
    const struct stop *a = from->stop == NONE ? NULL : w->active[from->stop].stop, *b = x->stop;
    *l = *from;
    if (a && b->start - a->end < w->far) {
        if (a->end + stop_gap(t, a, b) > b->start)
            return false;
        struct duty before = {.request = NONE, .start = a->start, .end = a->end,
                              .from = NONE, .to = NONE};
        struct duty after = {.request = NONE, .start = b->start, .end = b->end,
                             .from = NONE, .to = NONE};
        if (!t->employed && t->tier == TIER_REST)
            l->cost += scaled(soft_rest_points(w->p, t->week, &before, &after));
    }
    if (t->counts_week_rest && !l->weekly)
        find_weekly_rest(w, from, b, l);
    l->cost += scaled(b->first_points);
    if (!a)
        l->cost += scaled(t->start_points);
    l->parent = parent;
    l->stop = to;
    if (!take_stop(w, l, x, 0))
        return false;
    int day_begins = t->week->border[b->day];
    l->rested = b->start - (a && a->end > day_begins ? a->end : day_begins) >= w->lax.daily_rest;
    l->day_minutes = b->end - b->start;
    l->day_from = l->run_from = b->start;
    return !t->counts_day || l->day_minutes <= w->lax.day || !t->employed;
}

/* What a would still have to pay that b has paid already. */
static int64_t still_to_pay(const struct pricing *w, const struct label *a,
                            const struct label *b, const struct bits *clients)
{
    int64_t cost = 0;
    for (int i = 0; i < TRACK_BITS / 64; i++) {
        uint64_t more = b->met.word[i] & clients->word[i] & ~a->met.word[i];
        for (; more; more &= more - 1) {
            int bit = i * 64 + __builtin_ctzll(more);
            for (int c = 0; c < w->t->n_clients; c++)
                if (w->client_bit[c] == bit) {
                    cost += face_cost(w, c);
                    break;
                }
        }
    }
    if (b->weekend && !a->weekend)
        cost += scaled(w->t->weekend_points);
    if (w->t->room != NONE) {
        /* In the worst case those that b has met are new to a. */
        int more = a->newcomers - b->newcomers;
        for (int i = 0; i < TRACK_BITS / 64; i++)
            more += __builtin_popcountll(b->met.word[i] & clients->word[i] & ~a->met.word[i]);
        if (more > 0)
            cost += scaled((int64_t)more * w->p->weight.client_over);
    }
    return cost;
}

/* Can a go on in every way b can, at no more? At the same stop, or both closed. */
static bool dominates(const struct pricing *w, const struct label *a, const struct label *b,
                      const struct bits *tasks, const struct bits *clients, bool closed)
{
    const struct track *t = w->t;
    if (a->cost > b->cost || (t->counts_minutes && a->minutes > b->minutes))
        return false;
    if (!closed && a->members > b->members)
        return false;
    if (t->employed && !closed &&
        ((t->counts_day && a->day_minutes > b->day_minutes) ||
         (t->counts_span && a->day_from < b->day_from) ||
         (t->counts_break && a->run_from < b->run_from)))
        return false;
    if (t->counts_rest && !closed && a->rested < b->rested)
        return false;
    if (t->counts_week_rest &&
        (a->weekly < b->weekly || (b->weekly && !closed && a->in_doubt > b->in_doubt)))
        return false;
    if (t->counts_week_rest && !a->weekly &&
        (a->rested < b->rested || (closed && a->end > b->end)))
        return false;
    return bits_within(&a->done, &b->done, tasks) &&
           a->cost + still_to_pay(w, a, b, clients) <= b->cost;
}

static void leave_open(struct pricing *w, int64_t bound)
{
    if (bound < w->open)
        w->open = bound;
}

/* Among the labels of a stop. */
static void offer(struct pricing *w, const struct label *l)
{
    struct active *x = &w->active[l->stop];
    int *link = &x->labels, n = 0, worst = NONE;
    while (*link != NONE) {
        struct label *other = &w->labels[*link];
        if (dominates(w, other, l, &x->later_tasks, &x->later_clients, false))
            return;
        if (dominates(w, l, other, &x->later_tasks, &x->later_clients, false)) {
            *link = other->next;
            continue;
        }
        if (worst == NONE || other->bound > w->labels[worst].bound)
            worst = *link;
        n++;
        link = &other->next;
    }
    if (n >= KEPT[w->care].at_stop) {
        if (w->labels[worst].bound <= l->bound)
            return;
        int next = w->labels[worst].next;
        w->labels[worst] = *l;
        w->labels[worst].next = next;
        return;
    }
    if (w->n_labels >= LABELS_MOST) {
        leave_open(w, l->bound);
        return;
    }
    int at = add_label(w, l);
    w->labels[at].next = x->labels;
    x->labels = at;
}

/* What a week has to be cheaper than. */
static int64_t limit_of(const struct pricing *w)
{
    return w->care == CARE_EXACT ? w->least : w->worth;
}

/* Could it still be part of such a week? */
static bool hopeful(const struct pricing *w, struct label *l)
{
    l->bound = l->cost + to_come(w, l->stop, l->minutes, l->weekly);
    return l->bound < limit_of(w);
}

static void grow_stop(struct pricing *w, int to, int day)
{
    struct label l;
    for (int i = 0; i < w->n_closed; i++)
        if (w->active[to].stop->may_be_first && begin_day(w, w->closed[i], to, &l) &&
            hopeful(w, &l))
            offer(w, &l);
    for (int k = w->day_first[day]; k < to; k++) {
        if (w->active[k].labels == NONE)
            continue;
        int points = arc_points(w, &w->active[k], &w->active[to]);
        for (int i = w->active[k].labels; points != INT_MAX && i != NONE; i = w->labels[i].next)
            if (go_on(w, i, to, points, &l) && hopeful(w, &l))
                offer(w, &l);
    }
}

/* ---- the end of a day ---------------------------------------------------------- */

static bool day_rested(const struct pricing *w, const struct label *l)
{
    const struct stop *s = w->active[l->stop].stop;
    return !w->t->counts_rest || l->rested ||
           w->t->week->border[s->day + 1] - l->end >= w->lax.daily_rest;
}

static bool week_rested(const struct pricing *w, const struct label *l)
{
    return !w->t->counts_week_rest || l->weekly ||
           weekly_rest_between(w, l, NULL, false);
}

/* Is it the same plan as one of the best, but for being found otherwise? Costs tell. */
static void consider(struct pricing *w, int label)
{
    const struct label *l = &w->labels[label];
    int at = w->n_best;
    if (!week_rested(w, l))
        return;
    if (l->cost < w->least)
        w->least = l->cost;
    while (at > 0 && w->labels[w->best[at - 1]].cost > l->cost)
        at--;
    if (at == PLANS_MOST)
        return;
    int last = w->n_best < PLANS_MOST ? w->n_best++ : PLANS_MOST - 1;
    memmove(w->best + at + 1, w->best + at, (size_t)(last - at) * sizeof *w->best);
    w->best[at] = label;
}

/* After a long night nothing is asked of where and when the day before ended. */
static bool is_late(const struct pricing *w, const struct label *l, int day)
{
    int next = w->day_first[day + 1];
    return l->stop != NONE && next < w->n_active &&
           w->active[next].stop->start - l->end < w->far;
}

static void close_label(struct pricing *w, const struct label *l, int day)
{
    int next = w->day_first[day + 1];
    struct bits none = {{0}};
    const struct bits *tasks = &none, *clients = &none;
    struct bits tasks_on = none, clients_on = none;
    bool late = is_late(w, l, day);
    if (next < w->n_active) {
        tasks_on = w->active[next].later_tasks;
        clients_on = w->active[next].later_clients;
        bits_add(&tasks_on, w->active[next].task);
        bits_add(&clients_on, w->active[next].client);
        tasks = &tasks_on;
        clients = &clients_on;
    }
    int kept = 0;
    for (int i = 0; i < w->n_closed; i++) {
        const struct label *other = &w->labels[w->closed[i]];
        bool other_late = is_late(w, other, day);
        if ((!other_late || other->stop == l->stop) &&
            dominates(w, other, l, tasks, clients, true)) {
            memmove(w->closed + kept, w->closed + i,
                    (size_t)(w->n_closed - i) * sizeof *w->closed);
            w->n_closed -= i - kept;
            return;
        }
        if (other->stop != NONE && (!late || other->stop == l->stop) &&
            dominates(w, l, other, tasks, clients, true))
            continue;
        w->closed[kept++] = w->closed[i];
    }
    w->n_closed = kept;
    if (w->n_labels >= LABELS_MOST) {
        leave_open(w, l->bound);
        return;
    }
    int at = add_label(w, l);
    ARENA_PUSH(w->arena, w->closed, w->n_closed, w->room_closed, at);
}

static int by_bound(const void *x, const void *y, void *pricing)
{
    const struct pricing *w = pricing;
    int a = *(const int *)x, b = *(const int *)y;
    int64_t c = w->labels[a].bound, d = w->labels[b].bound;
    return c != d ? (c > d) - (c < d) : a - b;
}

/* Since the last work of a closed label, or since the week began? */
static bool had_day_off(const struct pricing *w, const struct label *l, int day)
{
    return l->stop == NONE ? day >= 1 : w->active[l->stop].stop->day < day;
}

static void close_day(struct pricing *w, int day)
{
    for (int k = w->day_first[day]; k < w->day_first[day + 1]; k++)
        for (int i = w->active[k].labels; i != NONE; i = w->labels[i].next) {
            struct label l = w->labels[i];
            l.parent = i;
            l.in_doubt = false;
            l.cost += scaled(w->active[k].stop->last_points);
            l.bound = l.cost + after_day(w, day + 1, l.minutes, l.weekly);
            if (!w->active[k].stop->may_be_last || !day_rested(w, &l))
                continue;
            int at = w->n_labels < LABELS_MOST ? add_label(w, &l) : NONE;
            if (at != NONE)
                consider(w, at);
            else
                leave_open(w, l.bound);
            if (l.bound < limit_of(w) && at != NONE)
                close_label(w, &l, day);
        }
    int kept = 0;
    for (int i = 0; i < w->n_closed; i++) {
        struct label *l = &w->labels[w->closed[i]];
        l->bound = l->cost + after_day(w, day + 1, l->minutes, l->weekly || had_day_off(w, l, day));
        if (l->bound < limit_of(w))
            w->closed[kept++] = w->closed[i];
    }
    w->n_closed = kept;
    if (w->n_closed > KEPT[w->care].closed) {
        qsort_r(w->closed, (size_t)w->n_closed, sizeof *w->closed, by_bound, w);
        w->n_closed = KEPT[w->care].closed;
    }
}

/* ---- plans ---------------------------------------------------------------------- */

/* The stops of a label, first to last; returns how many. */
static int stops_of(const struct pricing *w, int label, int *stops, int most)
{
    int n = 0;
    for (int i = label; i != NONE && w->labels[i].stop != NONE; i = w->labels[i].parent) {
        const struct label *l = &w->labels[i];
        bool same = l->parent != NONE && w->labels[l->parent].stop == l->stop;
        if (!same && n < most)
            stops[n++] = l->stop;
    }
    for (int i = 0; i < n / 2; i++) {
        int x = stops[i];
        stops[i] = stops[n - 1 - i];
        stops[n - 1 - i] = x;
    }
    return n;
}

static bool carries(const struct pricing *w, const int *nodes, int n, int node)
{
    int link = w->p->requests[w->net->nodes[node].request].link;
    for (int i = 0; i < n; i++) {
        int r = w->net->nodes[nodes[i]].request;
        if (r == w->net->nodes[node].request ||
            (link != NONE && w->p->requests[r].link == link && !w->p->links[link].same_escort))
            return true;
    }
    return false;
}

static bool agrees(const struct pricing *w, const int *nodes, int n, int node)
{
    const struct problem *p = w->p;
    const struct node *x = &w->net->nodes[node];
    if (!x->session)
        return true;
    const struct session *s = &p->sessions[x->session - 1];
    for (int i = 0; i < n; i++) {
        const struct node *y = &w->net->nodes[nodes[i]];
        if (y->session == x->session &&
            !may_share(p, s, p->requests[x->request].client, p->requests[y->request].client))
            return false;
    }
    return true;
}

enum { PLAN_STOPS_MOST = 256 };

/* False if the rules do not allow what the labels thought possible. */
static bool make_plan(const struct pricing *w, struct arena *a, int label, struct plan *out)
{
    int stops[PLAN_STOPS_MOST], nodes[PLAN_STOPS_MOST];
    int n_stops = stops_of(w, label, stops, PLAN_STOPS_MOST), n = 0;
    for (int i = 0; i < n_stops; i++) {
        int node = w->active[stops[i]].stop->node;
        if (!carries(w, nodes, n, node) && agrees(w, nodes, n, node))
            nodes[n++] = node;
    }
    if (n == 0 || !plan_lawful(w->net, w->t->escort, nodes, n))
        return false;
    int *kept = NEW_ARRAY(a, int, n);
    memcpy(kept, nodes, (size_t)n * sizeof *nodes);
    *out = (struct plan){w->t->escort, n, kept, plan_points(w->net, w->t->escort, kept, n)};
    return true;
}

static bool same_plan(const struct plan *x, const struct plan *y)
{
    return x->n == y->n && memcmp(x->nodes, y->nodes, (size_t)x->n * sizeof *x->nodes) == 0;
}

/* Besides those given already. */
static void give_plans(const struct pricing *w, struct arena *a, struct priced *out)
{
    for (int i = 0; i < w->n_best; i++) {
        struct plan *plan = &out->plans[out->n_plans];
        bool is_new = make_plan(w, a, w->best[i], plan);
        for (int k = 0; is_new && k < out->n_plans; k++)
            is_new = !same_plan(plan, &out->plans[k]);
        out->n_plans += is_new;
    }
}

/* ---- one escort ------------------------------------------------------------------ */

/* Nothing is asked of a night longer than this: no way, no ride, no rest. */
static int long_night(const struct pricing *w)
{
    const struct track *t = w->t;
    int wait_after = 0, wait_before = 0;
    for (int i = 0; i < t->n_stops; i++) {
        wait_after = greater(wait_after, t->stops[i].wait_after);
        wait_before = greater(wait_before, t->stops[i].wait_before);
    }
    return greater(t->employed ? w->lax.daily_rest : w->lax.contractor_rest,
                   t->longest_travel + wait_after + wait_before);
}

static void prepare(struct pricing *w, enum care care)
{
    w->care = care;
    choose_active(w);
    if (KEPT[w->care].starts < INT_MAX)
        thin_out(w);
    give_bits(w);
    order_active(w);
    look_ahead(w);
    w->n_labels = w->n_closed = w->n_best = 0;
    w->least = scaled(w->t->empty_points);
    w->open = INT64_MAX;
}

static void label_week(struct pricing *w)
{
    struct label root = {.cost = scaled(w->t->empty_points), .stop = NONE, .parent = NONE,
                         .next = NONE, .end = INT_MIN / 2};
    int first = add_label(w, &root);
    ARENA_PUSH(w->arena, w->closed, w->n_closed, w->room_closed, first);
    for (int day = 0; day < BORDERS; day++) {
        for (int i = w->day_first[day]; i < w->day_first[day + 1]; i++)
            grow_stop(w, i, day);
        if (w->day_first[day] < w->day_first[day + 1])
            close_day(w, day);
    }
}

static void begin(struct pricing *w, const struct track *t, const int64_t *charge)
{
    w->t = t;
    w->charge = charge;
    w->far = long_night(w);
}

static void let_all_matter(struct pricing *w, bool matter)
{
    memset(w->task_matters, matter, (size_t)w->t->n_tasks);
    memset(w->client_matters, matter, (size_t)w->t->n_clients);
}

/* What mattered at other prices will mostly matter at these. */
static void remember_what_matters(struct pricing *w)
{
    let_all_matter(w, false);
    if (w->t->mattered) {
        memcpy(w->task_matters, w->t->mattered, (size_t)w->t->n_tasks);
        memcpy(w->client_matters, w->t->mattered + w->t->n_tasks, (size_t)w->t->n_clients);
    }
}

static void note_what_matters(const struct pricing *w)
{
    if (w->t->mattered) {
        memcpy(w->t->mattered, w->task_matters, (size_t)w->t->n_tasks);
        memcpy(w->t->mattered + w->t->n_tasks, w->client_matters, (size_t)w->t->n_clients);
    }
}

/* ---- what lies on no good week ------------------------------------------------------ */

static void look_behind_day(struct pricing *w, int k)
{
    for (int i = w->day_first[k]; i < w->day_first[k + 1]; i++) {
        struct active *x = &w->active[i];
        x->behind = x->stop->may_be_first ? scaled(x->stop->first_points) + x->cost : FORBIDDEN;
        for (int j = w->day_first[k]; j < i; j++) {
            const struct active *y = &w->active[j];
            int points = arc_points(w, y, x);
            if (points != INT_MAX && y->behind + step_cost(y, x, points) < x->behind)
                x->behind = y->behind + step_cost(y, x, points);
        }
    }
}

/* A stop without use is left out of every day; with it a week costs at least so much more. */
void pricing_through(struct pricing *w, const struct track *t, const int64_t *charge,
                     int64_t *through)
{
    begin(w, t, charge);
    remember_what_matters(w);
    prepare(w, CARE_EXACT);
    int64_t all = scaled(t->empty_points);
    for (int k = 0; k < BORDERS; k++) {
        all += w->day_least[k];
        look_behind_day(w, k);
    }
    for (int i = 0; i < t->n_stops; i++) {
        const struct stop *s = &t->stops[i];
        int64_t saved = may_save(w, s);
        through[s->node] = saved < FORBIDDEN ? all + stop_cost(w, s) - saved : INT64_MIN;
        if (s->session)
            through[s->node] = INT64_MIN;
    }
    for (int i = 0; i < w->n_active; i++) {
        const struct active *x = &w->active[i];
        int64_t least = all - w->day_least[x->stop->day] + x->behind + x->ahead;
        if (!x->stop->session)
            through[x->stop->node] = least;
    }
}

/* What the cheapest week does twice, or meets without paying, is to matter. False if it
 * is a week that could be. */
static bool find_what_matters(struct pricing *w)
{
    int stops[PLAN_STOPS_MOST];
    int n = w->n_best == 0 ? 0 : stops_of(w, w->best[0], stops, PLAN_STOPS_MOST);
    bool found = false;
    for (int i = 0; i < n; i++) {
        const struct stop *s = w->active[stops[i]].stop;
        bool met = w->client_matters[s->client] || w->one_task[s->client] != -1;
        bool *task = &w->task_matters[s->task];
        for (int k = 0; k < i && !*task; k++)
            if (w->active[stops[k]].stop->task == s->task)
                found = *task = true;
        if (!met)
            found = w->client_matters[s->client] = true;
    }
    return found;
}

/* Decremental state space (Righini, Salani 2008): labels carry only those bits that the
 * cheapest weeks turn out to need. */
static void label_exactly(struct pricing *w, int64_t known, int64_t *work)
{
    remember_what_matters(w);
    for (int tries = 0; tries < TRIES_MOST; tries++) {
        prepare(w, CARE_EXACT);
        if (known < w->least)
            w->least = known;
        label_week(w);
        *work += w->n_labels + w->n_active;
        if (w->n_labels >= LABELS_MOST || !find_what_matters(w))
            break;
    }
    note_what_matters(w);
}

void pricing_price(struct pricing *w, struct arena *a, const struct track *t,
                   const int64_t *charge, int64_t worth, enum care care,
                   struct priced *out, int64_t *work)
{
    w->worth = worth;
    begin(w, t, charge);
    *out = (struct priced){.plans = NEW_ARRAY(a, struct plan, 2 * PLANS_MOST + 1)};
    let_all_matter(w, true);
    prepare(w, care == CARE_EXACT ? CARE_QUICK : care);
    label_week(w);
    *work += w->n_labels + w->n_active;
    give_plans(w, a, out);
    if (care == CARE_EXACT) {
        label_exactly(w, w->least, work);
        give_plans(w, a, out);
    }
    out->least = w->open < w->least ? w->open : w->least;
}
