/* What may lie ahead. A label is worth going on with only if its cost and the least that
 * the rest of the week can add are below the best week known. That least is of a
 * relaxation: a request may be served again and again, nobody's face costs anything where
 * a label would have to remember it, and rests are not looked at. From the last stop of a
 * day to its first, the least that may follow is found by the minutes that it may take;
 * from the last day to the first, the least of all days from then on, by the minutes
 * worked before. So the contract's hours, their limit and the day off are minded. */
#include "solver/pricing_parts.h"

/* ---- arcs ---------------------------------------------------------------- */

/* What going on from x to y costs, all that y costs included. */
static int64_t step_cost(const struct active *x, const struct active *y, int points)
{
    return scaled(points) + y->cost - (same_session(x->stop, y->stop) ? y->coming : 0);
}

int arc_points(const struct pricing *w, const struct active *x, const struct active *y)
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

/* ---- within a day -------------------------------------------------------- */

static int64_t *ahead_of(const struct pricing *w, int i)
{
    return w->ahead + (size_t)i * (size_t)w->day_buckets;
}

/* i goes on to j. */
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

/* The same backwards, without minutes. */
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

void pricing_look_behind(struct pricing *w)
{
    for (int k = 0; k < BORDERS; k++)
        look_behind_day(w, k);
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

/* ---- from day to day ----------------------------------------------------- */

/* How many buckets this escort has, and room for them. */
static void measure_buckets(struct pricing *w)
{
    const struct track *t = w->t;
    int most = t->limit != NONE ? t->limit : t->contract == NONE ? 0 : 7 * 24 * 60;
    int day = t->counts_day ? w->lax.day : 2 * 24 * 60;
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

/* What is left of the stop's day, and the days after it, can cost at the least. */
static void sum_to_come(struct pricing *w, int i, int off, int64_t *out)
{
    const int64_t *ahead = ahead_of(w, i), *after = w->after[off][w->active[i].stop->day + 1];
    for (int u = 0; u < w->n_buckets; u++) {
        out[u] = FORBIDDEN;
        for (int b = 0; b < w->day_buckets && u + b < w->n_buckets; b++) {
            int64_t cost = ahead[b] + after[u + b];
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

/* Days after k have been looked at. */
static void look_ahead_from(struct pricing *w, int k)
{
    int64_t least[BUCKETS_MOST];
    look_ahead_day(w, k);
    least_day(w, k, least);
    w->day_least[k] = least[w->day_buckets - 1];
    for (int u = 0; u < w->n_buckets; u++)
        least_week(w, k, u, least);
}

void pricing_look_ahead(struct pricing *w)
{
    measure_buckets(w);
    find_need_of_day_off(w);
    for (int u = 0; u < w->n_buckets; u++) {
        w->after[0][BORDERS][u] = over_contract(w, u * BUCKET);
        w->after[1][BORDERS][u] = FORBIDDEN;
    }
    for (int k = BORDERS - 1; k >= 0; k--)
        look_ahead_from(w, k);
    look_to_come(w);
}
