/* All the work of an escort that is known: this week's duties among those of the weeks
 * beside it. A night from Sunday to Monday is one working day, whoever's week it is. */
#include "rules/rule.h"

bool work_next(const struct problem *p, const struct escort_week *w,
               struct work_walk *walk, struct duty *out)
{
    const struct escort *e = &p->escorts[w->escort];
    bool own = walk->own < w->n;
    if (!own && walk->outside == e->n_outside)
        return false;
    if (own && walk->outside < e->n_outside)
        own = w->duties[walk->own].start <= e->outside[walk->outside].from;
    if (own)
        *out = w->duties[walk->own++];
    else
        *out = (struct duty){.request = NONE,
                             .start = e->outside[walk->outside].from,
                             .end = e->outside[walk->outside].to,
                             .from = NONE,
                             .to = NONE};
    walk->outside += !own;
    return true;
}

bool same_working_day(const struct escort_week *w, const struct duty *a,
                      const struct duty *b)
{
    if (a->start < w->border[0]) /* before all days that meet the week */
        return b->start < w->border[0];
    return b->start < w->border[working_day_of(w, a->start) + 1];
}

/* The rest of the working day that begins with d: does this week's work begin in it? */
static bool read_day(const struct problem *p, const struct escort_week *w,
                     struct working_day *day, struct duty d)
{
    const struct escort *e = &p->escorts[w->escort];
    struct work_walk ahead = day->walk;
    struct duty next;
    bool own = d.request != NONE;
    day->from = d.start;
    day->to = d.end;
    day->minutes = d.end - d.start;
    while (work_next(p, w, &ahead, &next) && same_working_day(w, &d, &next)) {
        own |= next.request != NONE;
        day->to = next.end > day->to ? next.end : day->to;
        day->minutes += next.end - next.start + paid_travel(p, e, &d, &next);
        d = next;
        day->walk = ahead;
    }
    return own;
}

bool working_day_next(const struct problem *p, const struct escort_week *w,
                      struct working_day *day)
{
    struct duty first;
    while (work_next(p, w, &day->walk, &first))
        if (read_day(p, w, day, first))
            return true;
    return false;
}
