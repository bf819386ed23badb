/* Tolls and shares: what makes the week that bounds think of behave like one that could be.
 *
 * What lies ahead is found without remembering what was done, so that the best paid
 * request would be carried out day after day, and a client's face be met for nothing. But
 * the bound may ask a toll each time a request is done, and pay back each request's toll
 * once: no week that does it once costs more, and one that does it again and again does.
 * Likewise a face may be paid in shares, by each of the client's requests its own. Any
 * tolls and shares give a bound, good ones a bound near the cheapest week: Lagrangean
 * relaxation, with subgradient steps (Held, Wolfe, Crowder 1974) in whole numbers.
 *
 * Labels that remember nothing of a request may have done it twice, and one that stands
 * for a true week by doing so must not be stopped by its toll: a toll is asked only where
 * labels have a bit for it. */
#include "solver/pricing_parts.h"

#include <string.h>

enum { STEPS_FIRST = 30, STEPS_AGAIN = 16, PATIENCE = 4, EIGHTHS = 8 };

/* ---- from one time to the next --------------------------------------------- */

/* The clients' faces in even shares. */
static void share_evenly(struct pricing *w)
{
    const struct track *t = w->t;
    int *n = w->one_task;
    memset(n, 0, (size_t)t->n_clients * sizeof *n);
    for (int k = 0; k < t->n_tasks; k++)
        if (w->task_client[k] != NONE)
            n[w->task_client[k]]++;
    for (int k = 0; k < t->n_tasks; k++) {
        int c = w->task_client[k];
        w->share[k] = c == NONE ? 0 : face_cost(w, c) / n[c];
        w->toll[k] = 0;
    }
}

void pricing_recall_tolls(struct pricing *w)
{
    const struct track *t = w->t;
    if (!t->mattered || !*t->tolled) {
        share_evenly(w);
        return;
    }
    memcpy(w->toll, t->tolls, (size_t)t->n_tasks * sizeof *w->toll);
    memcpy(w->share, t->shares, (size_t)t->n_tasks * sizeof *w->share);
}

void pricing_note_tolls(const struct pricing *w)
{
    const struct track *t = w->t;
    if (!t->mattered)
        return;
    memcpy(t->tolls, w->toll, (size_t)t->n_tasks * sizeof *w->toll);
    memcpy(t->shares, w->share, (size_t)t->n_tasks * sizeof *w->share);
    *t->tolled = true;
}

/* ---- one step -------------------------------------------------------------- */

static bool shares_face(const struct pricing *w, int task)
{
    int c = w->task_client[task];
    return c != NONE && w->client_bit[c] != NONE;
}

/* How much more often than once, where a toll can mend it. */
static int too_often(const struct pricing *w, int task)
{
    int more = w->visits[task] - 1;
    return w->task_bit[task] == NONE || (more < 0 && w->toll[task] == 0) ? 0 : more;
}

/* The squared length of the step. */
static int64_t steepness(const struct pricing *w)
{
    int64_t sum = 0;
    for (int k = 0; k < w->t->n_tasks; k++) {
        int more = too_often(w, k), n = shares_face(w, k) ? w->visits[k] : 0;
        sum += (int64_t)more * more + (int64_t)n * n;
    }
    return sum;
}

/* By how much each client's shares pass the face, and in how many of them. */
static void sum_shares(const struct pricing *w, int64_t *over, int *n)
{
    const struct track *t = w->t;
    for (int c = 0; c < t->n_clients; c++) {
        over[c] = -face_cost(w, c);
        n[c] = 0;
    }
    for (int k = 0; k < t->n_tasks; k++) {
        int c = w->task_client[k];
        if (c == NONE)
            continue;
        over[c] += w->share[k];
        n[c] += w->share[k] > 0;
    }
}

/* Shares that together pass the face are cut back by the same amount each, none below
 * nothing: the nearest that do not pass it. A few rounds come close, the last is strict. */
enum { ROUNDS = 4 };

static void cut_shares(struct pricing *w)
{
    for (int round = 1; round <= ROUNDS; round++) {
        sum_shares(w, w->surplus, w->one_task);
        for (int k = 0; k < w->t->n_tasks; k++) {
            int c = w->task_client[k];
            if (c == NONE || w->surplus[c] <= 0 || w->share[k] == 0)
                continue;
            int64_t over = w->surplus[c], n = w->one_task[c];
            int64_t cut = round == ROUNDS ? over : (over + n - 1) / n;
            if (cut > w->share[k])
                cut = w->share[k];
            w->share[k] -= cut;
            if (round == ROUNDS)
                w->surplus[c] -= cut;
        }
    }
}

static void step(struct pricing *w, int64_t length)
{
    for (int k = 0; k < w->t->n_tasks; k++) {
        int64_t toll = w->toll[k] + length * too_often(w, k);
        w->toll[k] = toll > 0 ? toll : 0;
        if (shares_face(w, k))
            w->share[k] += length * w->visits[k];
    }
    cut_shares(w);
}

/* ---- many steps ------------------------------------------------------------ */

static void count_visits(struct pricing *w)
{
    int stops[PLAN_STOPS_MOST], n = pricing_relaxed_week(w, stops, PLAN_STOPS_MOST);
    memset(w->visits, 0, (size_t)w->t->n_tasks * sizeof *w->visits);
    for (int i = 0; i < n; i++)
        w->visits[w->active[stops[i]].stop->task]++;
}

static void keep_best(const struct pricing *w)
{
    memcpy(w->best_toll, w->toll, (size_t)w->t->n_tasks * sizeof *w->toll);
    memcpy(w->best_share, w->share, (size_t)w->t->n_tasks * sizeof *w->share);
}

static void go_back_to_best(struct pricing *w)
{
    memcpy(w->toll, w->best_toll, (size_t)w->t->n_tasks * sizeof *w->toll);
    memcpy(w->share, w->best_share, (size_t)w->t->n_tasks * sizeof *w->share);
}

int64_t pricing_raise_tolls(struct pricing *w, int64_t known)
{
    int most = w->t->mattered && *w->t->tolled ? STEPS_AGAIN : STEPS_FIRST;
    int64_t least = INT64_MIN, eighths = EIGHTHS;
    for (int i = 0, since = 0; i < most; i++) {
        pricing_set_lean(w);
        int64_t now = pricing_look_ahead(w);
        if (now > least) {
            least = now;
            keep_best(w);
            since = 0;
        } else if (++since == PATIENCE) {
            eighths = eighths * 5 / 8;
            since = 0;
        }
        count_visits(w);
        int64_t steep = steepness(w);
        if (now >= known || steep == 0 || eighths == 0)
            break;
        step(w, (known - now) / steep * eighths / EIGHTHS);
    }
    go_back_to_best(w);
    return least;
}
