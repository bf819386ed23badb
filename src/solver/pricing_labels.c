/* How labels go on: within the day, at the session where the escort is, and with the
 * first stop of a later day. Each time a new label is made from its parent, or none if
 * that week would not be lawful. */
#include "solver/pricing_parts.h"

/* Points for clients met anew beyond those that a contractor has room for. */
static int64_t over_room(const struct pricing *w, int newcomers)
{
    int over = w->t->room == NONE ? 0 : newcomers - w->t->room;
    return over > 0 ? scaled((int64_t)over * w->p->weight.client_over) : 0;
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
    l->minutes += s->end - s->start + paid;
    if (t->limit != NONE && l->minutes > t->limit)
        return false;
    l->newcomers = (int16_t)(l->newcomers + (x->newcomer_once && !met));
    l->cost += x->cost;
    l->lean += x->lean;
    if (x->client != NONE && !met)
        l->cost += x->face;
    extra = over_contract(w, l->minutes) + over_room(w, l->newcomers) - extra;
    if (s->weekend && !l->weekend)
        extra += scaled(t->weekend_points);
    l->cost += extra;
    l->lean += extra;
    l->weekend |= s->weekend;
    bits_add(&l->done, x->task);
    bits_add(&l->met, x->client);
    l->end = s->end;
    l->members = 1;
    l->next = NONE;
    return true;
}

/* ---- the same day -------------------------------------------------------- */

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
    l->lean += x->lean - x->coming;
    bits_add(&l->done, x->task);
    bits_add(&l->met, x->client);
    l->parent = parent;
    l->stop = to;
    l->members++;
    l->next = NONE;
    return true;
}

/* The day goes on from a to b. False if it cannot hold b. */
static bool day_holds(const struct pricing *w, struct label *l, const struct stop *a,
                      const struct stop *b, int paid)
{
    const struct track *t = w->t;
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

bool label_go_on(const struct pricing *w, int parent, int to, const struct leg *leg,
                 struct label *l)
{
    const struct label *from = &w->labels[parent];
    const struct active *x = &w->active[to];
    const struct stop *a = w->active[from->stop].stop, *b = x->stop;
    if (same_session(a, b))
        return join(w, parent, to, l);
    if (bits_has(&from->done, x->task))
        return false;
    int paid = leg->minutes - (b->end - b->start);
    *l = *from;
    l->cost += scaled(leg->points);
    l->lean += scaled(leg->points);
    l->parent = parent;
    l->stop = to;
    return take_stop(w, l, x, paid) && day_holds(w, l, a, b, paid);
}

/* ---- rests --------------------------------------------------------------- */

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

/* The free time before a stop is the weekly rest in doubt if the day's own rest must then
 * come after its work, which is known when the day ends. */
static void find_weekly_rest(const struct pricing *w, const struct label *from,
                             const struct stop *b, struct label *l)
{
    bool certain = weekly_rest_between(w, from, b, true);
    l->weekly = certain || (rest_after(w, b) && weekly_rest_between(w, from, b, false));
    l->in_doubt = l->weekly && !certain;
}

bool label_day_rested(const struct pricing *w, const struct label *l)
{
    const struct stop *s = w->active[l->stop].stop;
    return !w->t->counts_rest || l->rested ||
           w->t->week->border[s->day + 1] - l->end >= w->lax.daily_rest;
}

bool label_week_rested(const struct pricing *w, const struct label *l)
{
    return !w->t->counts_week_rest || l->weekly ||
           weekly_rest_between(w, l, NULL, false);
}

/* ---- a later day --------------------------------------------------------- */

/* A contractor's rest is asked for in points. */
static int64_t short_night_cost(const struct pricing *w, const struct stop *a,
                                const struct stop *b)
{
    struct duty before = {.request = NONE, .start = a->start, .end = a->end,
                          .from = NONE, .to = NONE};
    struct duty after = {.request = NONE, .start = b->start, .end = b->end,
                         .from = NONE, .to = NONE};
    return !w->t->employed && w->t->tier == TIER_REST
               ? scaled(soft_rest_points(w->p, w->t->week, &before, &after))
               : 0;
}

bool label_begin_day(const struct pricing *w, int parent, int to, struct label *l)
{
    const struct track *t = w->t;
    const struct label *from = &w->labels[parent];
    const struct active *x = &w->active[to];
    const struct stop *a = from->stop == NONE ? NULL : w->active[from->stop].stop, *b = x->stop;
    if (bits_has(&from->done, x->task))
        return false;
    *l = *from;
    if (a && b->start - a->end < w->far) {
        if (a->end + stop_gap(t, a, b) > b->start)
            return false;
        int64_t night = short_night_cost(w, a, b);
        l->cost += night;
        l->lean += night;
    }
    if (t->counts_week_rest && !l->weekly)
        find_weekly_rest(w, from, b, l);
    int64_t begins = scaled(b->first_points + (a ? 0 : t->start_points));
    l->cost += begins;
    l->lean += begins;
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
