/* Trying an unserved request in the roster as it is: the hours of the decision
 * must last, and with the visit among an escort's duties the rules about that
 * escort's week must be broken no more than before. */
#include "adapters/spare.h"

#include "rules/rule.h"

#include <limits.h>
#include <string.h>

static int64_t broken(const struct problem *p, int escort,
                      const struct duty *duties, int n)
{
    static escort_rule *const RULES[] = {
        available_of,        overlap_of, daily_rest_of, weekly_rest_of,
        working_day_rule_of, span_of,    break_of,      week_max_of};
    struct escort_week w = {.escort = escort, .n = n, .duties = duties};
    int64_t amount = 0;
    escort_week_borders(p, escort, w.border);
    for (size_t i = 0; n > 0 && i < sizeof RULES / sizeof *RULES; i++)
        amount += RULES[i](p, &w, NULL);
    return amount;
}

static int hours_left(const struct problem *p, const struct roster *r,
                      int grant)
{
    const struct grant *g = &p->grants[grant];
    int left = g->left;
    for (int q = 0; q < p->n_requests; q++)
        if (roster_serves(r, q) &&
            p->requests[q].decision == g->decision &&
            r->visits[q].start >= g->span.from &&
            r->visits[q].start < g->span.to)
            left -= r->visits[q].minutes;
    return left;
}

static bool hours_last(const struct problem *p, const struct roster *r,
                       const struct option *o)
{
    return o->grant == NONE || hours_left(p, r, o->grant) >= o->minutes;
}

bool hours_spent(const struct problem *p, const struct roster *r, int request)
{
    const struct request *q = &p->requests[request];
    for (int o = q->first_option; o < q->first_option + q->n_options; o++)
        if (hours_last(p, r, &p->options[o]))
            return false;
    return q->n_options > 0;
}

/* duties[n] has room for one more. */
static bool fits(const struct problem *p, const struct option *o, int escort,
                 struct duty *duties, int n)
{
    const struct request *q = &p->requests[o->request];
    struct duty more = {o->request, o->start, o->start + o->minutes, q->meet,
                        q->end};
    int at = n;
    int64_t before = broken(p, escort, duties, n);
    while (at > 0 && duties[at - 1].start > more.start)
        at--;
    memmove(duties + at + 1, duties + at, (size_t)(n - at) * sizeof *duties);
    duties[at] = more;
    bool good = broken(p, escort, duties, n + 1) <= before;
    memmove(duties + at, duties + at + 1, (size_t)(n - at) * sizeof *duties);
    return good;
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
        int person = escort_wish_points(p, request, e) +
                     face_points(p, q->client, e);
        int n = NONE;
        for (int o = q->first_option; o < q->first_option + q->n_options; o++) {
            const struct option *it = &p->options[o];
            /* The cheapest question first. */
            if (it->points + person >= least ||
                rules_block(p, request, it->start, it->minutes, e) != RULE_NONE)
                continue;
            if (n == NONE)
                n = roster_duties(p, r, e, duties, p->n_requests);
            if (!fits(p, it, e, duties, n) || !hours_last(p, r, it))
                continue;
            least = it->points + person;
            *option = o;
            *escort = e;
        }
    }
    return least < INT_MAX;
}
