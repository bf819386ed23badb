/* ASSIGNMENT. A contractor's assignment for one client stays within the month's hours
 * (Halmstad: 10 to 20 hours a month). A week that holds the turn of a month has a part
 * in each; what was too much already before the week is no fault of the week's. */
#include "rules/rule.h"

#include <limits.h>

int month_part(const struct problem *p, int minute)
{
    return minute >= p->month_border;
}

int assignment_left(const struct problem *p, int client, int escort, int part)
{
    const struct escort *e = &p->escorts[escort];
    int most = p->rule.contractor_month_minutes;
    if (escort_employed(e) || most == 0)
        return INT_MAX;
    const struct met *met = escort_met(e, client);
    int used = met ? met->month_minutes[part] : 0;
    return used < most ? most - used : 0;
}

static bool same_assignment(const struct problem *p, const struct duty *a,
                            const struct duty *b)
{
    return !a->session && !b->session &&
           p->requests[a->request].client == p->requests[b->request].client &&
           month_part(p, a->start) == month_part(p, b->start);
}

/* Minutes for the client and in the month of duty i up to and with it, none of a
 * session; *last: no later duty belongs to them. */
static int minutes_until(const struct problem *p, const struct escort_week *w, int i,
                         bool *last)
{
    const struct duty *d = &w->duties[i];
    int minutes = 0;
    *last = true;
    for (int k = 0; k < w->n; k++) {
        const struct duty *other = &w->duties[k];
        if (!same_assignment(p, d, other))
            continue;
        if (k <= i)
            minutes += other->end - other->start;
        else
            *last = false;
    }
    return minutes;
}

int64_t assignment_of(const struct problem *p, const struct escort_week *w,
                      struct judgement *j)
{
    int64_t over = 0;
    (void)j;
    if (p->weight.assignment_over_minute == 0 ||
        p->rule.contractor_month_minutes == 0 ||
        escort_employed(&p->escorts[w->escort]))
        return 0;
    for (int i = 0; i < w->n; i++) {
        const struct duty *d = &w->duties[i];
        bool last;
        int minutes = minutes_until(p, w, i, &last);
        if (!last)
            continue;
        int left = assignment_left(p, p->requests[d->request].client, w->escort,
                                   month_part(p, d->start));
        if (minutes > left)
            over += minutes - left;
    }
    return over * p->weight.assignment_over_minute;
}

void check_assignment(struct judgement *j)
{
    judge_each_escort(j, RULE_ASSIGNMENT, assignment_of);
}
