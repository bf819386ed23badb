/* AVAILABLE. An escort works only within the hours they are available. Where the
 * unit counts travel from home and back (home_legs), the way to the first visit of
 * a working day and the way back from the last lie within those hours too. Who is away only
 * since a visit has begun was there when it did. */
#include "rules/rule.h"

bool available_in(const struct escort *e, int from, int to)
{
    int low = 0, high = e->n_available; /* first span that ends after `from` */
    while (low < high) {
        int middle = (low + high) / 2;
        if (e->available[middle].to <= from)
            low = middle + 1;
        else
            high = middle;
    }
    return low < e->n_available && e->available[low].from <= from &&
           to <= e->available[low].to;
}

static int covered(const struct escort *e, int from, int to)
{
    int minutes = 0;
    for (int i = 0; i < e->n_available; i++) {
        int a = e->available[i].from > from ? e->available[i].from : from;
        int b = e->available[i].to < to ? e->available[i].to : to;
        minutes += b > a ? b - a : 0;
    }
    return minutes;
}

int64_t available_of(const struct problem *p, const struct escort_week *w,
                     struct judgement *j)
{
    const struct escort *e = &p->escorts[w->escort];
    int64_t amount = 0;
    for (int first = 0; first < w->n;) {
        int end = working_day_end(w, first);
        int day = week_day(&p->week, w->duties[first].start);
        bool home_legs = figures_on(p, day)->home_legs;
        for (int i = first; i < end; i++) {
            const struct duty *d = &w->duties[i];
            int from = d->start, to = d->end;
            if (home_legs && i == first)
                from -= travel_minutes(p, e->home, d->from);
            if (home_legs && i == end - 1)
                to += travel_minutes(p, d->to, e->home);
            if (p->requests[d->request].held || available_in(e, from, to))
                continue;
            int outside = to - from - covered(e, from, to);
            struct breach b = breach_of(RULE_AVAILABLE, outside ? outside : 1);
            b.escort = w->escort;
            b.request = d->request;
            b.client = p->requests[d->request].client;
            b.from = from;
            b.to = to;
            report_breach(j, b);
            amount += b.amount;
        }
        first = end;
    }
    return amount;
}

void check_available(struct judgement *j)
{
    judge_each_escort(j, RULE_AVAILABLE, available_of);
}
