/* The longest unbroken rest in a period: what both rest rules measure. */
#include "rules/rule.h"

struct span longest_rest(const struct problem *p, const struct escort_week *w,
                         struct span period, bool *touched)
{
    const struct escort *e = &p->escorts[w->escort];
    struct span best = {period.from, period.from};
    int free_from = period.from, i = 0, o = 0;
    *touched = false;
    while (i < w->n || o < e->n_outside) {
        bool own = o == e->n_outside ||
                   (i < w->n && w->duties[i].start <= e->outside[o].from);
        int from = own ? w->duties[i].start : e->outside[o].from;
        int to = own ? w->duties[i].end : e->outside[o].to;
        i += own;
        o += !own;
        if (to <= period.from || from >= period.to)
            continue;
        *touched |= own;
        if (from - free_from > best.to - best.from)
            best = (struct span){free_from, from};
        if (to > free_from)
            free_from = to;
    }
    if (period.to - free_from > best.to - best.from)
        best = (struct span){free_from, period.to};
    return best;
}
