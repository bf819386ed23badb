/* Which labels are kept. One is dropped when another at the same stop, or another that
 * waits at the end of the day, can go on in every way that it can and costs no more,
 * whatever the other would still have to pay (a face, a weekend, a client too many). Only
 * bits that still matter later are compared. Where plans are wanted and no proof, a stop
 * keeps few labels, those with the best bounds. */
#include "solver/pricing_parts.h"

#include <string.h>

/* Is what a has, of what still matters, in b? */
static bool bits_within(const struct bits *a, const struct bits *b,
                        const struct bits *matters)
{
    for (int i = 0; i < TRACK_BITS / 64; i++)
        if (a->word[i] & matters->word[i] & ~b->word[i])
            return false;
    return true;
}

/* What a would still have to pay that b has paid already. */
static int64_t still_to_pay(const struct pricing *w, const struct label *a,
                            const struct label *b, const struct bits *clients)
{
    int64_t cost = 0;
    for (int i = 0; i < TRACK_BITS / 64; i++) {
        uint64_t more = b->met.word[i] & clients->word[i] & ~a->met.word[i];
        for (; more; more &= more - 1)
            cost += w->face_of[i * 64 + __builtin_ctzll(more)];
    }
    if (a->stop == NONE && b->stop != NONE)
        cost += scaled(w->t->start_points);
    if (b->weekend && !a->weekend)
        cost += scaled(w->t->weekend_points);
    if (w->t->room != NONE) {
        /* In the worst case those that b has met are new to a, besides what a is ahead. */
        int more = a->newcomers > b->newcomers ? a->newcomers - b->newcomers : 0;
        for (int i = 0; i < TRACK_BITS / 64; i++)
            more += __builtin_popcountll(b->met.word[i] & clients->word[i] & ~a->met.word[i]);
        if (more > 0)
            cost += scaled((int64_t)more * w->p->weight.client_over);
    }
    return cost;
}

/* Does the day leave a at least what it leaves b, both at the same stop? */
static bool day_as_free(const struct track *t, const struct label *a, const struct label *b)
{
    if (a->members > b->members || (t->counts_rest && a->rested < b->rested))
        return false;
    return !t->employed || ((!t->counts_day || a->day_minutes <= b->day_minutes) &&
                            (!t->counts_span || a->day_from >= b->day_from) &&
                            (!t->counts_break || a->run_from >= b->run_from));
}

/* Is the weekly rest of a at least as near as that of b? */
static bool week_as_rested(const struct track *t, const struct label *a,
                           const struct label *b, bool closed)
{
    if (!t->counts_week_rest)
        return true;
    if (a->weekly)
        return !b->weekly || closed || a->in_doubt <= b->in_doubt;
    return !b->weekly && a->rested >= b->rested && (!closed || a->end <= b->end);
}

/* Most that do not dominate are told by this, at a glance. */
static inline bool no_dearer(const struct track *t, const struct label *a, const struct label *b)
{
    return a->cost <= b->cost && (!t->counts_minutes || a->minutes <= b->minutes);
}

/* Can a, which is no dearer, go on in every way b can, at no more? At the same stop, or
 * both closed. */
static bool dominates(const struct pricing *w, const struct label *a, const struct label *b,
                      const struct later *later, bool closed)
{
    const struct track *t = w->t;
    return (closed || day_as_free(t, a, b)) && week_as_rested(t, a, b, closed) &&
           bits_within(&a->done, &b->done, &later->tasks) &&
           a->cost + still_to_pay(w, a, b, &later->clients) <= b->cost;
}

/* ---- at a stop ----------------------------------------------------------- */

int label_add(struct pricing *w, const struct label *l)
{
    if (w->n_labels >= w->most_labels) {
        if (l->bound < w->open)
            w->open = l->bound;
        return NONE;
    }
    ARENA_PUSH(w->arena, w->labels, w->n_labels, w->room_labels, *l);
    return w->n_labels - 1;
}

/* Drops the labels of a stop that l dominates, counts the others and finds the worst of
 * them. False, and maybe some dropped, if one dominates l. */
static bool survives(struct pricing *w, struct active *x, const struct label *l, int *n,
                     int *worst)
{
    int *link = &x->labels;
    *n = 0;
    *worst = NONE;
    while (*link != NONE) {
        struct label *other = &w->labels[*link];
        if (no_dearer(w->t, other, l) && dominates(w, other, l, &x->later, false))
            return false;
        if (no_dearer(w->t, l, other) && dominates(w, l, other, &x->later, false)) {
            *link = other->next;
            continue;
        }
        if (*worst == NONE || other->bound > w->labels[*worst].bound)
            *worst = *link;
        ++*n;
        link = &other->next;
    }
    return true;
}

static void replace_label(struct pricing *w, int at, const struct label *l)
{
    int next = w->labels[at].next;
    w->labels[at] = *l;
    w->labels[at].next = next;
}

void label_keep(struct pricing *w, const struct label *l)
{
    struct active *x = &w->active[l->stop];
    int n, worst;
    if (!survives(w, x, l, &n, &worst))
        return;
    if (n >= w->kept.at_stop) {
        if (l->bound < w->labels[worst].bound)
            replace_label(w, worst, l);
        return;
    }
    int at = label_add(w, l);
    if (at == NONE)
        return;
    w->labels[at].next = x->labels;
    x->labels = at;
}

/* ---- at the end of a day ------------------------------------------------- */

/* After a long night nothing is asked of where and when the day before ended. */
static bool is_late(const struct pricing *w, const struct label *l, int day)
{
    int next = w->day_first[day + 1];
    return l->stop != NONE && next < w->n_active &&
           w->active[next].stop->start - l->end < w->far;
}

/* The bits of all stops of later days. */
static struct later later_days(const struct pricing *w, int day)
{
    int next = w->day_first[day + 1];
    if (next == w->n_active)
        return (struct later){{{0}}, {{0}}};
    struct later later = w->active[next].later;
    bits_add(&later.tasks, w->active[next].task);
    bits_add(&later.clients, w->active[next].client);
    return later;
}

/* As survives(), for those that wait. */
static bool survives_closed(struct pricing *w, const struct label *l, int day)
{
    struct later later = later_days(w, day);
    bool late = is_late(w, l, day);
    int kept = 0;
    for (int i = 0; i < w->n_closed; i++) {
        const struct label *other = &w->labels[w->closed[i]];
        bool same_stop = other->stop == l->stop;
        if (no_dearer(w->t, other, l) && (same_stop || !is_late(w, other, day)) &&
            dominates(w, other, l, &later, true)) {
            memmove(w->closed + kept, w->closed + i,
                    (size_t)(w->n_closed - i) * sizeof *w->closed);
            w->n_closed -= i - kept;
            return false;
        }
        if (no_dearer(w->t, l, other) && other->stop != NONE && (same_stop || !late) &&
            dominates(w, l, other, &later, true))
            continue;
        w->closed[kept++] = w->closed[i];
    }
    w->n_closed = kept;
    return true;
}

void label_keep_closed(struct pricing *w, const struct label *l, int day)
{
    if (!survives_closed(w, l, day))
        return;
    int at = label_add(w, l);
    if (at != NONE)
        ARENA_PUSH(w->arena, w->closed, w->n_closed, w->room_closed, at);
}
