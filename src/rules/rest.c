/* The longest unbroken rest in a period: what both rest rules measure. */
#include "rules/rule.h"

struct span longest_rest(const struct problem *p, const struct escort_week *w,
                         struct span period, bool *touched)
{
    struct span best = {period.from, period.from};
    struct work_walk walk = {0};
    struct duty d;
    int free_from = period.from;
    *touched = false;
    while (work_next(p, w, &walk, &d)) {
        if (d.end <= period.from || d.start >= period.to)
            continue;
        *touched |= d.request != NONE;
        if (d.start - free_from > best.to - best.from)
            best = (struct span){free_from, d.start};
        if (d.end > free_from)
            free_from = d.end;
    }
    if (period.to - free_from > best.to - best.from)
        best = (struct span){free_from, period.to};
    return best;
}
