/* What may lie ahead. A label is worth going on with only if its cost and the least that
 * the rest of the week can add are below the best week known. That least is of a
 * relaxation: a request may be served again and again, for a toll where labels remember
 * it; a face where a label would have to remember it is paid in shares; and of
 * rests only the weekly one is looked for, apart (pricing_rest.c). From the last stop of a day to its first, the least that may follow is found
 * by the minutes that it may take; from the last day to the first, the least of all days
 * from then on, by the minutes worked before. So the contract's hours, their limit and the day off are minded. */
#include "solver/pricing_parts.h"

/* ---- within a day -------------------------------------------------------- */

static int64_t *ahead_of(const struct pricing *w, int i)
{
    return w->ahead + (size_t)i * (size_t)w->day_buckets;
}

static void step_ahead(struct pricing *w, const struct leg *leg, int to)
{
    int64_t cost = leg_cost(w, leg, &w->active[to]);
    int taken = buckets(w, leg->minutes), n = w->day_buckets - taken;
    const int64_t *in = ahead_of(w, to);
    int64_t *out = ahead_of(w, leg->from) + taken;
    for (int b = 0; b < n; b++) {
        int64_t sum = cost + in[b];
        out[b] = sum < out[b] ? sum : out[b];
    }
}

static void look_ahead_day(struct pricing *w, int k)
{
    for (int i = w->day_first[k]; i < w->day_first[k + 1]; i++) {
        const struct stop *s = w->active[i].stop;
        for (int b = 0; b < w->day_buckets; b++)
            ahead_of(w, i)[b] = s->may_be_last ? scaled(s->last_points) : FORBIDDEN;
    }
    for (int i = w->day_first[k + 1] - 1; i >= w->day_first[k]; i--)
        for (int n = w->first_leg[i]; n < w->first_leg[i + 1]; n++)
            step_ahead(w, &w->legs[n], i);
}

/* The least that the day can cost if it begins with i, and takes so many buckets. */
static int64_t begin_cost(const struct pricing *w, int i, int b)
{
    const struct stop *s = w->active[i].stop;
    int taken = buckets(w, s->end - s->start);
    return !s->may_be_first || b < taken
               ? FORBIDDEN
               : scaled(s->first_points) + w->active[i].lean + ahead_of(w, i)[b - taken];
}

/* The least that the day can cost, by the minutes it may take. */
static void least_day(const struct pricing *w, int k, int64_t *least)
{
    for (int b = 0; b < w->day_buckets; b++)
        least[b] = 0;
    for (int i = w->day_first[k]; i < w->day_first[k + 1]; i++)
        for (int b = 0; b < w->day_buckets; b++) {
            int64_t cost = begin_cost(w, i, b);
            if (cost < least[b])
                least[b] = cost;
        }
}

/* ---- from day to day ----------------------------------------------------- */

/* The least of all days from k on, with u buckets worked before, from that of the day and
 * that of the days after it. */
static void least_week(struct pricing *w, int k, int u, const int64_t *least)
{
    bool of_week = k >= 1 && k <= DAYS;
    int64_t best[2] = {FORBIDDEN, FORBIDDEN};
    for (int b = 0; b < w->day_buckets && u + b < w->n_buckets; b++)
        for (int off = 0; off < 2; off++) {
            int64_t rest = w->after[off][k + 1][u + b];
            int64_t cost = least[b] + rest;
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

static void find_need_of_day_off(struct pricing *w)
{
    w->needs_day_off = w->t->counts_week_rest;
    for (int k = 0; k + 2 <= BORDERS && w->needs_day_off; k++)
        w->needs_day_off = !rest_between_days(w, k);
}

/* How many buckets this escort has, and room for them. */
void pricing_measure_time(struct pricing *w)
{
    const struct track *t = w->t;
    int most = t->limit != NONE ? t->limit : t->contract == NONE ? 0 : 7 * 24 * 60;
    int day = t->counts_day ? w->lax.day : 2 * 24 * 60;
    w->n_buckets = t->counts_minutes ? most / w->bucket + 1 : 1;
    if (w->n_buckets > BUCKETS_MOST)
        w->n_buckets = BUCKETS_MOST;
    w->day_buckets = w->n_buckets == 1 ? 1 : lesser(day / w->bucket + 1, w->n_buckets);
    int room = (w->n_active + 1) * w->day_buckets;
    if (w->room_ahead < room) {
        w->room_ahead = 2 * room;
        w->ahead = NEW_ARRAY(w->arena, int64_t, w->room_ahead);
    }
    for (int k = 0; k <= BORDERS && !w->after[0][k]; k++) {
        w->after[0][k] = NEW_ARRAY(w->arena, int64_t, BUCKETS_MOST);
        w->after[1][k] = NEW_ARRAY(w->arena, int64_t, BUCKETS_MOST);
        if (k < BORDERS)
            w->least_of[k] = NEW_ARRAY(w->arena, int64_t, BUCKETS_MOST);
    }
    find_need_of_day_off(w);
}

/* What is left of the stop's day, and the days after it, can cost at the least. */
static void sum_to_come(struct pricing *w, int i, int64_t *out)
{
    const int64_t *ahead = ahead_of(w, i), *after = w->after[0][w->active[i].stop->day + 1];
    for (int u = 0; u < w->n_buckets; u++) {
        out[u] = FORBIDDEN;
        for (int b = 0; b < w->day_buckets && u + b < w->n_buckets; b++) {
            int64_t cost = ahead[b] + after[u + b];
            if (ahead[b] < FORBIDDEN && after[u + b] < FORBIDDEN && cost < out[u])
                out[u] = cost;
        }
    }
}

int64_t pricing_sum_to_come(struct pricing *w)
{
    int room = 2 * (w->n_active + 1) * w->n_buckets;
    if (w->room_to_come < room) {
        w->room_to_come = 2 * room;
        w->to_come = NEW_ARRAY(w->arena, int64_t, w->room_to_come);
    }
    for (int i = 0; i < w->n_active; i++)
        sum_to_come(w, i, w->to_come + (size_t)i * (size_t)w->n_buckets);
    return w->needs_day_off ? pricing_look_for_rest(w)
                            : scaled(w->t->empty_points) + w->after[0][0][0] - w->tolls;
}

/* Days after k have been looked at. */
static void look_ahead_from(struct pricing *w, int k)
{
    look_ahead_day(w, k);
    least_day(w, k, w->least_of[k]);
    for (int u = 0; u < w->n_buckets; u++)
        least_week(w, k, u, w->least_of[k]);
}

int64_t pricing_look_ahead(struct pricing *w)
{
    for (int u = 0; u < w->n_buckets; u++) {
        w->after[0][BORDERS][u] = over_contract(w, u * w->bucket);
        w->after[1][BORDERS][u] = FORBIDDEN;
    }
    for (int k = BORDERS - 1; k >= 0; k--)
        look_ahead_from(w, k);
    return scaled(w->t->empty_points) + w->after[w->needs_day_off][0][0] - w->tolls;
}

/* ---- a week as cheap as that --------------------------------------------- */

/* The stop that may follow i, or begin the day k where i is NONE, at the least that may
 * take so many buckets; NONE if the day may end there. Takes its buckets off. */
static int relaxed_next(const struct pricing *w, int k, int i, int *b)
{
    int64_t least = i == NONE ? w->least_of[k][*b] : ahead_of(w, i)[*b];
    for (int j = i == NONE ? w->day_first[k] : i + 1; j < w->day_first[k + 1]; j++) {
        const struct active *y = &w->active[j];
        if (i == NONE && begin_cost(w, j, *b) == least) {
            *b -= buckets(w, y->stop->end - y->stop->start);
            return j;
        }
        for (int n = w->first_leg[j]; i != NONE && n < w->first_leg[j + 1]; n++) {
            int taken = buckets(w, w->legs[n].minutes);
            if (w->legs[n].from != i || taken > *b ||
                leg_cost(w, &w->legs[n], y) + ahead_of(w, j)[*b - taken] != least)
                continue;
            *b -= taken;
            return j;
        }
    }
    return NONE;
}

static bool may_end_at(const struct pricing *w, int i, int b)
{
    const struct stop *s = w->active[i].stop;
    return s->may_be_last && ahead_of(w, i)[b] == scaled(s->last_points);
}

static int relaxed_day(const struct pricing *w, int k, int b, int *stops, int n, int most)
{
    int i = w->least_of[k][b] < 0 ? relaxed_next(w, k, NONE, &b) : NONE;
    while (i != NONE && n < most) {
        stops[n++] = i;
        i = may_end_at(w, i, b) ? NONE : relaxed_next(w, k, i, &b);
    }
    return n;
}

/* How many buckets of day k the cheapest week takes; NONE = a day off. */
static int relaxed_buckets(const struct pricing *w, int k, int u, bool off)
{
    int64_t least = w->after[off][k][u];
    if (off && k >= 1 && k <= DAYS && w->after[0][k + 1][u] == least)
        return NONE;
    for (int b = 0; b < w->day_buckets && u + b < w->n_buckets; b++)
        if (w->least_of[k][b] + w->after[off][k + 1][u + b] == least)
            return b;
    return 0;
}

int pricing_relaxed_week(const struct pricing *w, int *stops, int most)
{
    bool off = w->needs_day_off;
    int n = 0, u = 0;
    for (int k = 0; k < BORDERS; k++) {
        int b = relaxed_buckets(w, k, u, off);
        off = off && b != NONE;
        if (b != NONE)
            n = relaxed_day(w, k, b, stops, n, most);
        u += b == NONE ? 0 : b;
    }
    return n;
}
