/* Pricing by labelling (Desrosiers, Dumas, Solomon, Soumis 1995).
 *
 * A label is a beginning of a week: its last stop and all that the rest of the week
 * depends on. Labels are made in the order of time (pricing_week.c): within a working day
 * a label goes on from stop to stop; at its end it is closed and waits, with those of the
 * days before, for a stop of a later day (pricing_labels.c). Only stops that the prices
 * make worth thinking of are gone to (pricing_stops.c). A label is dropped when another
 * one can do all that it can at no more cost (pricing_kept.c), or when it cannot become
 * better than the best week known even if the rest of the week were free of nearly all
 * but time (pricing_ahead.c).
 *
 * Labels remember what was done and who was met only where that matters: few labels, made
 * with everything remembered, find plans; for the proof, what has to be remembered is
 * found bit by bit (pricing_exact.c).
 *
 * What a label does not carry is left out of the proof: weeks beside this one, a
 * contractor's hours for one client over several outings, breaks over the night, which
 * clients of a session exclude each other. The bound is then of a relaxation. Each plan is
 * put before the rules before it is given out (pricing_plans.c). */
#include "solver/pricing_parts.h"

#include <string.h>

static const struct kept KEPT[] = {
    [CARE_LEAST] = {.at_stop = 2, .closed = 10, .starts = 4},
    [CARE_QUICK] = {.at_stop = 8, .closed = 30, .starts = 8},
    [CARE_EXACT] = {.at_stop = INT_MAX, .closed = INT_MAX, .starts = INT_MAX},
};

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
    w->task_client = NEW_ARRAY(a, int, tasks);
    w->toll = NEW_ARRAY(a, int64_t, tasks);
    w->share = NEW_ARRAY(a, int64_t, tasks);
    w->best_toll = NEW_ARRAY(a, int64_t, tasks);
    w->best_share = NEW_ARRAY(a, int64_t, tasks);
    w->visits = NEW_ARRAY(a, int, tasks);
    w->surplus = NEW_ARRAY(a, int64_t, p->n_clients + 1);
    w->starts = NEW_ARRAY(a, int, tasks);
    w->cheapest = NEW_ARRAY(a, int, tasks);
    w->task_matters = NEW_ARRAY(a, bool, tasks);
    w->client_matters = NEW_ARRAY(a, bool, p->n_clients + 1);
    return w;
}

/* ---- one escort ---------------------------------------------------------- */

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

/* Requests in step with each other are one task, of one client or of two. */
static void find_task_clients(struct pricing *w)
{
    const struct track *t = w->t;
    for (int i = 0; i < t->n_stops; i++)
        w->task_client[t->stops[i].task] = t->stops[i].client;
    for (int i = 0; i < t->n_stops; i++)
        if (w->task_client[t->stops[i].task] != t->stops[i].client)
            w->task_client[t->stops[i].task] = NONE;
}

/* The escort and the prices. */
static void begin(struct pricing *w, const struct track *t, const int64_t *charge)
{
    w->t = t;
    w->charge = charge;
    w->far = long_night(w);
    w->bucket = BUCKET_COARSE;
    w->most_labels = LABELS_MOST;
    find_task_clients(w);
    if (!w->hopeless || w->room_hopeless < t->n_stops) {
        w->room_hopeless = t->n_stops;
        w->hopeless = NEW_ARRAY(w->arena, bool, t->n_stops + 1);
    }
    memset(w->hopeless, 0, (size_t)t->n_stops);
    pricing_recall_tolls(w);
}

void pricing_let_all_matter(struct pricing *w, bool matter)
{
    memset(w->task_matters, matter, (size_t)w->t->n_tasks);
    memset(w->client_matters, matter, (size_t)w->t->n_clients);
}

void pricing_lay_out(struct pricing *w, enum care care)
{
    w->care = care;
    w->kept = KEPT[care];
    pricing_choose_stops(w);
    pricing_lay_legs(w);
    pricing_measure_time(w);
}

void pricing_prepare(struct pricing *w, enum care care)
{
    pricing_lay_out(w, care);
    pricing_look_ahead(w);
    pricing_sum_to_come(w);
    w->n_labels = w->n_closed = w->n_best = 0;
    w->least = scaled(w->t->empty_points);
    w->open = INT64_MAX;
}

/* Where thousands of stops of a day are worth thinking of, their pairs alone would fill the
 * memory, and labels would have no chance: nothing is proved of such an escort. */
enum { LEGS_MOST = 8000000 };

static bool too_many_legs(struct pricing *w)
{
    int64_t legs = 0;
    w->care = CARE_EXACT;
    w->kept = KEPT[CARE_EXACT];
    pricing_choose_stops(w);
    for (int k = 0; k < BORDERS; k++) {
        int64_t n = w->day_first[k + 1] - w->day_first[k];
        legs += n * n / 2;
    }
    return legs > LEGS_MOST;
}

/* ---- the least, and plans ------------------------------------------------ */

void pricing_price(struct pricing *w, struct arena *a, const struct track *t,
                   const int64_t *charge, int64_t worth, enum care care,
                   struct priced *out, int64_t *work)
{
    w->worth = worth;
    begin(w, t, charge);
    *out = (struct priced){.least = INT64_MIN,
                           .plans = NEW_ARRAY(a, struct plan, 2 * PLANS_MOST + 1)};
    pricing_let_all_matter(w, true);
    w->bucket = care == CARE_LEAST ? BUCKET_ROUGH : BUCKET_COARSE;
    pricing_prepare(w, care == CARE_EXACT ? CARE_QUICK : care);
    pricing_label_week(w);
    *work += w->n_labels + w->n_active;
    pricing_give_plans(w, a, out);
    if (care == CARE_EXACT) {
        int64_t known = w->least;
        pricing_let_all_matter(w, true);
        if (too_many_legs(w))
            return;
        w->n_best = 0;
        out->least = pricing_label_exactly(w, known, work);
        pricing_give_plans(w, a, out);
    }
}

/* ---- the least through each stop ----------------------------------------- */

void pricing_through(struct pricing *w, const struct track *t, const int64_t *charge,
                     int64_t *through)
{
    begin(w, t, charge);
    pricing_let_all_matter(w, true);
    if (too_many_legs(w))
        return;
    pricing_prepare(w, CARE_EXACT);
    pricing_find_through(w, through);
}
