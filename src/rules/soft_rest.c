/* SOFT_REST. A contractor, too, should rest each day. The law on working hours does
 * not bind them; this protects them by what it costs to plan otherwise. A period of 24
 * hours counts when this week's work meets it. */
#include "rules/rule.h"

/* Most periods hold one short outing, and then there is no need to look. */
static bool plainly_rested(const struct escort_week *w, int k, int need)
{
    int length = w->border[k + 1] - w->border[k], minutes = 0, n = 0;
    for (int i = 0; i < w->n; i++)
        if (w->duties[i].end > w->border[k] &&
            w->duties[i].start < w->border[k + 1]) {
            minutes += w->duties[i].end - w->duties[i].start;
            n++;
        }
    /* n outings leave n + 1 stretches, of which one is at least the mean. */
    return n == 0 || length - minutes >= (n + 1) * need;
}

int64_t soft_rest_of(const struct problem *p, const struct escort_week *w,
                     struct judgement *j)
{
    int64_t points = 0;
    (void)j;
    if (w->n == 0 || p->weight.soft_rest == 0 ||
        escort_employed(&p->escorts[w->escort]))
        return 0;
    for (int k = working_day_of(w, w->duties[0].start);
         k + 1 < BORDERS && w->border[k] < w->duties[w->n - 1].end; k++) {
        int need = figures_on(p, k - 1)->contractor_rest_minutes;
        bool touched;
        if (p->escorts[w->escort].n_outside == 0 && plainly_rested(w, k, need))
            continue;
        struct span period = {w->border[k], w->border[k + 1]};
        struct span rest = longest_rest(p, w, period, &touched);
        if (touched && rest.to - rest.from < need)
            points += p->weight.soft_rest;
    }
    return points;
}

void check_soft_rest(struct judgement *j)
{
    judge_each_escort(j, RULE_SOFT_REST, soft_rest_of);
}
