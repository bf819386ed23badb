/* Legs: how one may go on from stop to stop within a day. They depend on which stops are
 * worth thinking of, not on what these cost, and each is asked for many times: by every
 * label, and whenever what lies ahead is counted anew. */
#include "solver/pricing_parts.h"

/* Points between two stops of one working day; INT_MAX if b cannot follow a. */
static int leg_points(const struct pricing *w, const struct stop *a, const struct stop *b)
{
    const struct track *t = w->t;
    if (same_session(a, b))
        return 0;
    if (a->task == b->task)
        return INT_MAX;
    int travel = stop_travel(t, a, b), pause = b->start - a->end - travel;
    if (pause < a->wait_after + b->wait_before)
        return INT_MAX;
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

static void lay_legs_to(struct pricing *w, int to, int day)
{
    const struct stop *b = w->active[to].stop;
    for (int i = w->day_first[day]; i < to; i++) {
        const struct stop *a = w->active[i].stop;
        int points = a->end > b->start && !same_session(a, b) ? INT_MAX : leg_points(w, a, b);
        if (points == INT_MAX)
            continue;
        int minutes = same_session(a, b) ? 0 : b->end - b->start + paid_between(w, a, b);
        struct leg leg = {i, points, minutes};
        ARENA_PUSH(w->arena, w->legs, w->n_legs, w->room_legs, leg);
    }
}

void pricing_lay_legs(struct pricing *w)
{
    w->n_legs = 0;
    for (int k = 0; k < BORDERS; k++)
        for (int i = w->day_first[k]; i < w->day_first[k + 1]; i++) {
            w->first_leg[i] = w->n_legs;
            lay_legs_to(w, i, k);
        }
    w->first_leg[w->n_active] = w->n_legs;
}
