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
 * with everything remembered, find plans; then, for the proof, the cheapest weeks tell
 * bit by bit what has to be remembered, until they do nothing twice.
 *
 * What a label does not carry is left out of the proof: weeks beside this one, a
 * contractor's hours for one client over several outings, breaks over the night, which
 * clients of a session exclude each other. The bound is then of a relaxation. Each plan is
 * put before the rules before it is given out (pricing_plans.c). */
#include "solver/pricing_parts.h"

#include <string.h>

enum { TRIES_MOST = 12 }; /* to find which bits matter */

static const struct kept KEPT[] = {
    [CARE_LEAST] = {.at_stop = 2, .closed = 10, .starts = 4},
    [CARE_QUICK] = {.at_stop = 12, .closed = 60, .starts = 8},
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

/* The escort and the prices. */
static void begin(struct pricing *w, const struct track *t, const int64_t *charge)
{
    w->t = t;
    w->charge = charge;
    w->far = long_night(w);
}

/* All that labels need, with the bits that matter; no labels yet. */
static void prepare(struct pricing *w, enum care care)
{
    w->care = care;
    w->kept = KEPT[care];
    pricing_choose_stops(w);
    pricing_look_ahead(w);
    w->n_labels = w->n_closed = w->n_best = 0;
    w->least = scaled(w->t->empty_points);
    w->open = INT64_MAX;
}

/* ---- which bits matter --------------------------------------------------- */

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

/* What the cheapest week does twice, or meets without paying, is to matter. False if it
 * is a week that could be. */
static bool find_what_matters(struct pricing *w)
{
    int stops[PLAN_STOPS_MOST];
    int n = w->n_best == 0 ? 0 : label_stops(w, w->best[0], stops, PLAN_STOPS_MOST);
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

/* ---- the least, and plans ------------------------------------------------ */

/* Decremental state space (Righini, Salani 2008): labels carry only those bits that the
 * cheapest weeks turn out to need. */
static void label_exactly(struct pricing *w, int64_t known, int64_t *work)
{
    remember_what_matters(w);
    for (int tries = 0; tries < TRIES_MOST; tries++) {
        prepare(w, CARE_EXACT);
        if (known < w->least)
            w->least = known;
        pricing_label_week(w);
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
    pricing_label_week(w);
    *work += w->n_labels + w->n_active;
    pricing_give_plans(w, a, out);
    if (care == CARE_EXACT) {
        label_exactly(w, w->least, work);
        pricing_give_plans(w, a, out);
    }
    out->least = w->open < w->least ? w->open : w->least;
}

/* ---- the least through each stop ----------------------------------------- */

/* A stop without use is left out of every day; with it a week costs at least so much more. */
void pricing_through(struct pricing *w, const struct track *t, const int64_t *charge,
                     int64_t *through)
{
    begin(w, t, charge);
    remember_what_matters(w);
    prepare(w, CARE_EXACT);
    pricing_look_behind(w);
    int64_t all = scaled(t->empty_points);
    for (int k = 0; k < BORDERS; k++)
        all += w->day_least[k];
    for (int i = 0; i < t->n_stops; i++) {
        const struct stop *s = &t->stops[i];
        int64_t saved = stop_may_save(w, s);
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
