/* A week of labels, made in the order of time. At each stop labels of earlier stops of the
 * day, and those that wait since earlier days, go on to it. When the day ends each of its
 * labels is closed: it is a whole week by itself, perhaps one of the best, and a beginning
 * that waits with the others for a later day as long as its bound gives hope. */
#include "solver/pricing_parts.h"

#include <stdlib.h>
#include <string.h>

/* What a week has to be cheaper than. */
static int64_t limit_of(const struct pricing *w)
{
    return w->care == CARE_EXACT ? w->least : w->worth;
}

/* Could it still be part of such a week? */
static bool hopeful(const struct pricing *w, struct label *l)
{
    l->bound = l->lean + to_come(w, l->stop, l->minutes, l->weekly);
    return l->bound < limit_of(w);
}

/* All labels that end with this stop of the day. */
static void grow_stop(struct pricing *w, int to)
{
    struct label l;
    for (int i = 0; i < w->n_closed; i++)
        if (w->active[to].stop->may_be_first && label_begin_day(w, w->closed[i], to, &l) &&
            hopeful(w, &l))
            label_keep(w, &l);
    for (int n = w->first_leg[to]; n < w->first_leg[to + 1]; n++)
        for (int i = w->active[w->legs[n].from].labels; i != NONE; i = w->labels[i].next)
            if (label_go_on(w, i, to, &w->legs[n], &l) && hopeful(w, &l))
                label_keep(w, &l);
}

/* ---- the end of a day ---------------------------------------------------- */

/* A closed label is a whole week by itself: is it one of the best? */
static void consider(struct pricing *w, int label)
{
    const struct label *l = &w->labels[label];
    int at = w->n_best;
    if (!label_week_rested(w, l))
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

static int by_bound(const void *x, const void *y, void *pricing)
{
    const struct pricing *w = pricing;
    int a = *(const int *)x, b = *(const int *)y;
    int64_t c = w->labels[a].bound, d = w->labels[b].bound;
    return c != d ? (c > d) - (c < d) : a - b;
}

static void close_label(struct pricing *w, int label, int day)
{
    struct label l = w->labels[label];
    const struct stop *last = w->active[l.stop].stop;
    l.parent = label;
    l.in_doubt = false;
    l.cost += scaled(last->last_points);
    l.lean += scaled(last->last_points);
    l.bound = l.lean + pricing_after_day(w, &l, day + 1);
    if (!last->may_be_last || !label_day_rested(w, &l))
        return;
    int at = label_add(w, &l);
    if (at == NONE)
        return;
    consider(w, at);
    if (l.bound < limit_of(w))
        label_keep_closed(w, &l, day);
}

/* A toll was taken off in advance for each request that may still come; so were the shares
 * of a client's face that is paid. Those that can come no more are given back. */
static void give_back(const struct pricing *w, struct label *l, int day)
{
    for (int i = 0; i < TRACK_BITS / 64; i++) {
        uint64_t missed = w->ending[day].word[i] & ~l->done.word[i];
        for (; missed; missed &= missed - 1) {
            int bit = i * 64 + __builtin_ctzll(missed);
            l->lean += w->toll_of[bit];
            if (bits_has(&l->met, w->client_of[bit]))
                l->lean += w->share_of[bit];
        }
    }
}

/* The day is over: what waits has a new bound, and those without hope wait no longer. */
static void weed_closed(struct pricing *w, int day)
{
    int kept = 0;
    for (int i = 0; i < w->n_closed; i++) {
        struct label *l = &w->labels[w->closed[i]];
        give_back(w, l, day);
        l->bound = l->lean + pricing_after_day(w, l, day + 1);
        if (l->bound < limit_of(w))
            w->closed[kept++] = w->closed[i];
    }
    w->n_closed = kept;
    if (w->n_closed > w->kept.closed) {
        qsort_r(w->closed, (size_t)w->n_closed, sizeof *w->closed, by_bound, w);
        w->n_closed = w->kept.closed;
    }
}

static void close_day(struct pricing *w, int day)
{
    for (int k = w->day_first[day]; k < w->day_first[day + 1]; k++)
        for (int i = w->active[k].labels; i != NONE; i = w->labels[i].next)
            close_label(w, i, day);
    weed_closed(w, day);
}

/* ---- the week ------------------------------------------------------------ */

static void label_day(struct pricing *w, int day)
{
    int from = w->day_first[day], to = w->day_first[day + 1];
    for (int i = from; i < to; i++)
        grow_stop(w, i);
    if (from < to)
        close_day(w, day);
}

void pricing_label_week(struct pricing *w)
{
    int64_t empty = scaled(w->t->empty_points);
    struct label root = {.cost = empty, .lean = empty - w->tolls, .stop = NONE,
                         .parent = NONE, .next = NONE, .end = INT_MIN / 2};
    int first = label_add(w, &root);
    ARENA_PUSH(w->arena, w->closed, w->n_closed, w->room_closed, first);
    for (int day = 0; day < BORDERS; day++)
        label_day(w, day);
}
