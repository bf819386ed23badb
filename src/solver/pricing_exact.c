/* The least that a week can cost, as far as labels can tell.
 *
 * Labels remember what was done and who was met only where that matters, which the cheapest
 * weeks tell bit by bit, until they do nothing twice (decremental state space: Righini,
 * Salani 2008). Where requests have many starts, labels that only time and bits tell apart
 * still become more than can be kept. Then tolls and shares (pricing_tolls.c) bring what
 * lies ahead near the cheapest week, stops that are in no week cheap enough are left out
 * (pricing_through.c), and labels look for ever dearer weeks, from what is proved upwards. */
#include "solver/pricing_parts.h"

#include <string.h>

enum {
    TRIES_MOST = 12, /* to find which bits matter */
    STEPS = 4,       /* halvings between what is proved and what is known */
    GROWTH = 4       /* so many times as many labels with each of them, about */
};

/* ---- which bits matter --------------------------------------------------- */

/* What mattered at other prices will mostly matter at these. */
static void remember_what_matters(struct pricing *w)
{
    pricing_let_all_matter(w, false);
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

/* A toll needs a bit, and so does a request with a share of a face that has one. */
static void let_tolled_matter(struct pricing *w)
{
    for (int k = 0; k < w->t->n_tasks; k++) {
        int c = w->task_client[k];
        bool shares = c != NONE && w->client_matters[c] && w->share[k] > 0;
        w->task_matters[k] |= w->toll[k] > 0 || shares;
    }
}

/* ---- the least ----------------------------------------------------------- */

/* What is proved of weeks cheaper than aim: aim if there is none. What was proved with
 * fewer bits stands, even if with more of them labels become too many, which *enough then
 * tells. */
static int64_t label_below(struct pricing *w, int64_t aim, bool *enough, int64_t *work)
{
    int64_t least = INT64_MIN;
    for (int tries = 0; tries < TRIES_MOST; tries++) {
        let_tolled_matter(w);
        pricing_prepare(w, CARE_EXACT);
        w->least = aim;
        pricing_label_week(w);
        *work += w->n_labels + w->n_active;
        int64_t proved = w->open < w->least ? w->open : w->least;
        least = proved > least ? proved : least;
        *enough = w->n_labels < w->most_labels;
        if (!*enough || !find_what_matters(w))
            break;
    }
    return least;
}

/* What bounds alone can prove. */
static int64_t bound_closely(struct pricing *w, int64_t known, int64_t *work)
{
    pricing_let_all_matter(w, true);
    pricing_lay_out(w, CARE_EXACT);
    *work += w->n_legs;
    int64_t least = pricing_raise_tolls(w, known);
    pricing_note_tolls(w);
    pricing_set_lean(w);
    pricing_look_ahead(w);
    int64_t rested = pricing_sum_to_come(w);
    return rested > least ? rested : least;
}

/* Leaves stops out that are in no week cheaper than this. */
static void narrow(struct pricing *w, int64_t aim)
{
    memset(w->hopeless, 0, (size_t)w->t->n_stops * sizeof *w->hopeless);
    let_tolled_matter(w);
    pricing_prepare(w, CARE_EXACT);
    pricing_drop_hopeless(w, aim);
}

/* Few labels have a bound that is but a little higher than what is proved, and often the
 * cheapest week is among them; so the known week, which may be far from it, is come near
 * in steps. */
static int64_t label_in_steps(struct pricing *w, int64_t known, int64_t *work)
{
    bool enough = true, found = false;
    w->bucket = BUCKET_FINE;
    int64_t least = bound_closely(w, known, work);
    remember_what_matters(w);
    for (int step = STEPS; step >= 0 && least < known && enough && !found; step--) {
        int64_t aim = least + ((known - least) >> step);
        narrow(w, aim);
        int64_t proved = label_below(w, aim, &enough, work);
        found = proved < aim;
        enough = enough && w->n_labels < LABELS_MOST / GROWTH;
        least = proved > least ? proved : least;
    }
    return least < known ? least : known;
}

/* Most escorts are easy, and need no tolls. Which ones are not is remembered. */
int64_t pricing_label_exactly(struct pricing *w, int64_t known, int64_t *work)
{
    bool enough = false;
    int64_t least = INT64_MIN;
    remember_what_matters(w);
    if (!w->t->mattered || !*w->t->tolled) {
        w->most_labels = LABELS_EASY;
        least = label_below(w, known, &enough, work);
        w->most_labels = LABELS_MOST;
        note_what_matters(w);
    }
    if (!enough) {
        int64_t proved = label_in_steps(w, known, work);
        least = proved > least ? proved : least;
        note_what_matters(w);
    }
    return least;
}
