/* Trying an unserved request in the roster as it is: the hours of the decision
 * must last, a session must have room, and with the visit among an escort's duties the
 * rules about that escort's week must be broken no more than before. */
#include "adapters/spare.h"

#include "rules/rule.h"

#include <limits.h>
#include <string.h>

static int64_t broken(const struct problem *p, int escort,
                      const struct duty *duties, int n)
{
    static escort_rule *const RULES[] = {
        available_of,      overlap_of,  daily_rest_of, weekly_rest_of,
        working_day_rule_of, span_of,     break_of,      week_max_of,
        ordinary_hours_of, overtime_of, total_hours_of};
    struct escort_week w = {.escort = escort, .n = n, .duties = duties};
    int64_t amount = 0;
    escort_week_borders(p, escort, w.border);
    for (size_t i = 0; n > 0 && i < sizeof RULES / sizeof *RULES; i++)
        amount += RULES[i](p, &w, NULL);
    return amount;
}

static bool hours_last(const struct problem *p, const struct roster *r,
                       const struct option *o)
{
    if (o->grant == NONE)
        return true;
    const struct grant *g = &p->grants[o->grant];
    return g->left - grant_planned(p, r, g) >= o->debit;
}

bool hours_spent(const struct problem *p, const struct roster *r, int request)
{
    const struct request *q = &p->requests[request];
    for (int o = q->first_option; o < q->first_option + q->n_options; o++)
        if (hours_last(p, r, &p->options[o]))
            return false;
    return q->n_options > 0;
}

static bool joins(const struct duty *duties, int n, int session)
{
    for (int i = 0; i < n; i++)
        if (session != 0 && duties[i].session == session)
            return true;
    return false;
}

/* duties[n] has room for one more. */
static bool fits(const struct problem *p, const struct option *o, int escort,
                 struct duty *duties, int n)
{
    struct duty more = visit_duty(p, o->request, o->start, o->minutes, o->session);
    int at = n;
    if (joins(duties, n, o->session)) /* no more work than before */
        return true;
    int64_t before = broken(p, escort, duties, n);
    while (at > 0 && duties[at - 1].start > more.start)
        at--;
    memmove(duties + at + 1, duties + at, (size_t)(n - at) * sizeof *duties);
    duties[at] = more;
    bool good = broken(p, escort, duties, n + 1) <= before;
    memmove(duties + at, duties + at + 1, (size_t)(n - at) * sizeof *duties);
    return good;
}

/* Points of the option with this escort: what the client would like best has least. */
static int points_with(const struct problem *p, const struct option *o, int escort)
{
    return o->points + visit_points(p, o->request, o->start, o->minutes, escort) +
           face_points(p, p->requests[o->request].client, escort);
}

static bool may_take(const struct problem *p, const struct roster *r,
                     const struct option *o, int escort)
{
    return rules_block(p, o->request, o->start, o->minutes, o->session, escort) ==
               RULE_NONE &&
           (!o->session || session_has_room(p, r, o->session, o->request, escort));
}

bool spare_escort(struct arena *a, const struct problem *p,
                  const struct roster *r, int request, int *option,
                  int *escort)
{
    const struct request *q = &p->requests[request];
    struct duty *duties = NEW_ARRAY(a, struct duty, p->n_requests + 1);
    int least = INT_MAX;
    if (q->needed > 1 || q->link != NONE)
        return false;
    for (int e = 0; e < p->n_escorts; e++) {
        int n = NONE;
        for (int o = q->first_option; o < q->first_option + q->n_options; o++) {
            const struct option *it = &p->options[o];
            int points = points_with(p, it, e);
            /* The cheapest question first. */
            if (points >= least || !may_take(p, r, it, e))
                continue;
            if (n == NONE)
                n = roster_duties(p, r, e, duties, p->n_requests);
            if (!fits(p, it, e, duties, n) || !hours_last(p, r, it))
                continue;
            least = points;
            *option = o;
            *escort = e;
        }
    }
    return least < INT_MAX;
}
