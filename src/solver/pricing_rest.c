/* The weekly rest that is still to come. An escort who has no such rest between two days
 * of work that follow each other needs a day off, and often more than that: the daily rests
 * of the days beside it are no part of it, so that one day off is enough only if the work
 * before it ends early or the work after it begins late. Two days off are taken to be
 * enough.
 *
 * Found after all else that lies ahead, from the last day to the first, for labels that
 * have not had the rest: they go on as others do, or their day is the last before the
 * rest, and the next day of work may not begin before the rest is over. */
#include "solver/pricing_parts.h"

#include <stdlib.h>

static int64_t *row_of(const struct pricing *w, int64_t *table, int i)
{
    return table + (size_t)i * (size_t)w->n_buckets;
}

/* As labels count it, at its mildest: when the free time after a stop, or before one,
 * begins and ends for the weekly rest. */
static int rest_over(const struct pricing *w, const struct stop *a)
{
    const int *border = w->t->week->border;
    int from = greater(a->end, border[1]);
    bool rested = a->start - border[a->day] >= w->lax.daily_rest;
    if (!rested && border[a->day + 1] - a->end >= w->lax.daily_rest)
        from += w->lax.daily_rest;
    return from + w->p->rule.weekly_rest_minutes;
}

static int free_until(const struct pricing *w, const struct stop *b)
{
    const int *border = w->t->week->border;
    int until = lesser(b->start, border[1 + DAYS]);
    bool after = b->end <= border[b->day + 1] - w->lax.daily_rest;
    bool before = b->start - border[b->day] >= w->lax.daily_rest;
    return !after && before ? until - w->lax.daily_rest : until;
}

/* ---- a day that begins late ------------------------------------------------ */

static int latest_first(const void *x, const void *y, void *pricing)
{
    const struct pricing *w = pricing;
    int a = *(const int *)x, b = *(const int *)y;
    int until = free_until(w, w->active[a].stop), other = free_until(w, w->active[b].stop);
    return until != other ? other - until : a - b;
}

/* In `late`: for each number of the day's latest stops, the least of this day and those
 * after it if one of them is the first. */
static void begin_late(struct pricing *w, int k)
{
    int from = w->day_first[k], to = w->day_first[k + 1];
    for (int i = from; i < to; i++)
        w->by_start[i] = i;
    qsort_r(w->by_start + from, (size_t)(to - from), sizeof *w->by_start, latest_first, w);
    for (int i = from; i < to; i++) {
        const struct active *x = &w->active[w->by_start[i]];
        const int64_t *rest = row_of(w, w->to_come, w->by_start[i]);
        const int64_t *later = i > from ? row_of(w, w->late, i - 1) : NULL;
        int64_t *out = row_of(w, w->late, i), begins = scaled(x->stop->first_points) + x->lean;
        int taken = buckets(w, x->stop->end - x->stop->start);
        for (int u = 0; u < w->n_buckets; u++) {
            int64_t cost = x->stop->may_be_first && u + taken < w->n_buckets
                               ? begins + rest[u + taken]
                               : FORBIDDEN;
            out[u] = later && later[u] < cost ? later[u] : cost;
        }
    }
}

/* The row of `late` for a day whose work begins when a rest is over; NONE. */
static int late_row(const struct pricing *w, int k, int over)
{
    int row = NONE;
    for (int i = w->day_first[k]; i < w->day_first[k + 1]; i++)
        if (free_until(w, w->active[w->by_start[i]].stop) >= over)
            row = i;
    return row;
}

/* ---- the rest ---------------------------------------------------------------- */

/* Day k - 1 is a day off, and the rest, if it is over by then, was in it. */
static int64_t after_day_off(const struct pricing *w, int k, int u, int over, int row)
{
    if (k > DAYS)
        return over <= w->t->week->border[1 + DAYS] ? w->after[0][1 + DAYS][u] : FORBIDDEN;
    int64_t cost = w->after[0][k + 1][u];
    return row != NONE && row_of(w, w->late, row)[u] < cost ? row_of(w, w->late, row)[u] : cost;
}

static int64_t after_last(const struct pricing *w, int i, int u)
{
    const struct active *x = &w->active[i];
    int k = x->stop->day;
    int64_t rest_now = k > DAYS ? FORBIDDEN : after_day_off(w, k + 2, u, x->over, x->late);
    int64_t rest_later = w->unrested[k + 1][u];
    return rest_now < rest_later ? rest_now : rest_later;
}

/* What the week may add to an unrested label at each stop of the day. */
static void go_on_unrested(struct pricing *w, int k)
{
    int64_t *unrested = row_of(w, w->to_come, w->n_active);
    for (int i = w->day_first[k]; i < w->day_first[k + 1]; i++) {
        const struct stop *s = w->active[i].stop;
        for (int u = 0; u < w->n_buckets; u++)
            row_of(w, unrested, i)[u] =
                s->may_be_last ? scaled(s->last_points) + after_last(w, i, u) : FORBIDDEN;
    }
    for (int i = w->day_first[k + 1] - 1; i >= w->day_first[k]; i--)
        for (int n = w->first_leg[i]; n < w->first_leg[i + 1]; n++) {
            const struct leg *leg = &w->legs[n];
            int64_t cost = leg_cost(w, leg, &w->active[i]);
            int taken = buckets(w, leg->minutes);
            const int64_t *in = row_of(w, unrested, i) + taken;
            int64_t *out = row_of(w, unrested, leg->from);
            for (int u = 0; u + taken < w->n_buckets; u++) {
                int64_t sum = cost + in[u];
                out[u] = sum < out[u] ? sum : out[u];
            }
        }
}

/* Nor less than if the rest were had. */
static void mind_rested(struct pricing *w, int k)
{
    for (int i = w->day_first[k]; i < w->day_first[k + 1]; i++) {
        const int64_t *rested = row_of(w, w->to_come, i);
        int64_t *unrested = row_of(w, w->to_come, w->n_active + i);
        for (int u = 0; u < w->n_buckets; u++)
            if (unrested[u] < rested[u])
                unrested[u] = rested[u];
    }
}

/* Of all days from k on. */
static void begin_unrested(struct pricing *w, int k)
{
    int64_t *out = w->unrested[k];
    for (int u = 0; u < w->n_buckets; u++)
        out[u] = w->unrested[k + 1][u];
    for (int i = w->day_first[k]; i < w->day_first[k + 1]; i++) {
        const struct active *x = &w->active[i];
        int taken = buckets(w, x->stop->end - x->stop->start);
        int64_t begins = scaled(x->stop->first_points) + x->lean;
        const int64_t *in = row_of(w, w->to_come, w->n_active + i) + taken;
        for (int u = 0; x->stop->may_be_first && u + taken < w->n_buckets; u++)
            if (begins + in[u] < out[u])
                out[u] = begins + in[u];
    }
}

static void make_room(struct pricing *w)
{
    int room = (w->n_active + 1) * w->n_buckets;
    if (w->room_late < room) {
        w->room_late = 2 * room;
        w->late = NEW_ARRAY(w->arena, int64_t, w->room_late);
        w->by_start = NEW_ARRAY(w->arena, int, w->room_late);
    }
    for (int k = 0; k <= BORDERS && !w->unrested[k]; k++)
        w->unrested[k] = NEW_ARRAY(w->arena, int64_t, BUCKETS_MOST);
}

int64_t pricing_look_for_rest(struct pricing *w)
{
    make_room(w);
    for (int k = 0; k < BORDERS; k++)
        begin_late(w, k);
    for (int i = 0; i < w->n_active; i++) {
        struct active *x = &w->active[i];
        x->over = rest_over(w, x->stop);
        x->late = x->stop->day + 2 <= DAYS ? late_row(w, x->stop->day + 2, x->over) : NONE;
    }
    w->over = w->t->week->border[1] + w->p->rule.weekly_rest_minutes;
    w->late_begin = late_row(w, 2, w->over);
    for (int u = 0; u < w->n_buckets; u++)
        w->unrested[BORDERS][u] = FORBIDDEN;
    for (int k = BORDERS - 1; k >= 0; k--) {
        go_on_unrested(w, k);
        mind_rested(w, k);
        begin_unrested(w, k);
    }
    int64_t at_once = after_day_off(w, 2, 0, w->over, w->late_begin);
    int64_t least = at_once < w->unrested[0][0] ? at_once : w->unrested[0][0];
    return scaled(w->t->empty_points) + least - w->tolls;
}

int64_t pricing_after_day(const struct pricing *w, const struct label *l, int k)
{
    int u = lesser(buckets(w, l->minutes), w->n_buckets - 1);
    int last = l->stop == NONE ? 0 : w->active[l->stop].stop->day, off = k - 1 - last;
    int over = l->stop == NONE ? w->over : w->active[l->stop].over;
    int row = l->stop == NONE ? w->late_begin : w->active[l->stop].late;
    if (!w->needs_day_off || l->weekly || off >= 2)
        return w->after[0][k][u] - over_contract(w, l->minutes);
    int64_t cost = w->unrested[k][u];
    int64_t rest = last > DAYS ? FORBIDDEN : after_day_off(w, last + 2, u, over, row);
    return (rest < cost ? rest : cost) - over_contract(w, l->minutes);
}
