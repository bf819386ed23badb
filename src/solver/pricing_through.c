/* The least through each stop: what a week that contains it costs at the least, from what
 * may lie before it and what may lie ahead, by the minutes of both. A stop whose least is
 * no less than what a week is to cost is hopeless. */
#include "solver/pricing_parts.h"

static int64_t *reach_of(const struct pricing *w, int i)
{
    return w->reach + (size_t)i * (size_t)w->n_buckets;
}

static void take_least(int64_t *out, int64_t cost)
{
    if (cost < *out)
        *out = cost;
}

/* before: the least of the days before, by the buckets that they took. */
static void begin_with(const struct pricing *w, int i, const int64_t *before)
{
    const struct active *x = &w->active[i];
    int taken = buckets(w, x->stop->end - x->stop->start);
    int64_t begins = scaled(x->stop->first_points) + x->lean, *out = reach_of(w, i);
    for (int u = 0; u < w->n_buckets; u++)
        out[u] = FORBIDDEN;
    for (int u = taken; x->stop->may_be_first && u < w->n_buckets; u++)
        if (before[u - taken] < FORBIDDEN)
            out[u] = before[u - taken] + begins;
}

static void reach_by(const struct pricing *w, int to, const struct leg *leg)
{
    int more = buckets(w, leg->minutes);
    int64_t cost = leg_cost(w, leg, &w->active[to]), *out = reach_of(w, to);
    const int64_t *in = reach_of(w, leg->from);
    for (int u = more; u < w->n_buckets; u++)
        if (in[u - more] < FORBIDDEN)
            take_least(&out[u], in[u - more] + cost);
}

static void end_with(const struct pricing *w, int i, int64_t *before)
{
    const struct stop *s = w->active[i].stop;
    for (int u = 0; s->may_be_last && u < w->n_buckets; u++)
        if (reach_of(w, i)[u] < FORBIDDEN)
            take_least(&before[u], reach_of(w, i)[u] + scaled(s->last_points));
}

static void reach_day(const struct pricing *w, int k, int64_t *before)
{
    for (int i = w->day_first[k]; i < w->day_first[k + 1]; i++) {
        begin_with(w, i, before);
        for (int n = w->first_leg[i]; n < w->first_leg[i + 1]; n++)
            reach_by(w, i, &w->legs[n]);
    }
    for (int i = w->day_first[k]; i < w->day_first[k + 1]; i++)
        end_with(w, i, before);
}

static void look_behind(struct pricing *w)
{
    int64_t before[BUCKETS_MOST];
    int room = (w->n_active + 1) * w->n_buckets;
    if (w->room_reach < room) {
        w->room_reach = 2 * room;
        w->reach = NEW_ARRAY(w->arena, int64_t, w->room_reach);
    }
    for (int u = 0; u < w->n_buckets; u++)
        before[u] = u == 0 ? scaled(w->t->empty_points) - w->tolls : FORBIDDEN;
    for (int k = 0; k < BORDERS; k++)
        reach_day(w, k, before);
}

static int64_t least_through(const struct pricing *w, int i)
{
    const int64_t *rest = w->to_come + (size_t)i * (size_t)w->n_buckets;
    int64_t least = FORBIDDEN;
    for (int u = 0; u < w->n_buckets; u++)
        if (reach_of(w, i)[u] < FORBIDDEN && rest[u] < FORBIDDEN)
            take_least(&least, reach_of(w, i)[u] + rest[u]);
    return least;
}

void pricing_drop_hopeless(struct pricing *w, int64_t known)
{
    look_behind(w);
    for (int i = 0; i < w->n_active; i++)
        if (least_through(w, i) >= known)
            w->hopeless[w->active[i].stop - w->t->stops] = true;
}

/* A stop without use is left out of every week; with it a week costs at least so much more. */
void pricing_find_through(struct pricing *w, int64_t *through)
{
    const struct track *t = w->t;
    int64_t all = pricing_look_ahead(w);
    look_behind(w);
    for (int i = 0; i < t->n_stops; i++) {
        const struct stop *s = &t->stops[i];
        int64_t saved = stop_may_save(w, s);
        through[s->node] = saved < FORBIDDEN && !s->session ? all + stop_cost(w, s) - saved
                                                            : INT64_MIN;
    }
    for (int i = 0; i < w->n_active; i++) {
        const struct stop *s = w->active[i].stop;
        if (!s->session)
            through[s->node] = least_through(w, i);
    }
}
