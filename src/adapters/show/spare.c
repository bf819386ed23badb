/* Trying an unserved request in the roster as it is: the hours of the decision
 * must last, a session must have room, and with the visit among an escort's duties the
 * rules about that escort's week must be broken no more than before. */
#include "adapters/show/spare.h"

#include "rules/rule.h"

#include <limits.h>
#include <string.h>

/* By how much an escort's week breaks the rules about when, and about how much. */
struct broken {
    int64_t times, hours;
};

static struct broken broken(const struct problem *p, int escort,
                            const struct duty *duties, int n)
{
    static escort_rule *const TIMES[] = {
        available_of,        overlap_of, daily_rest_of, weekly_rest_of,
        working_day_rule_of, span_of,    break_of};
    static escort_rule *const HOURS[] = {week_max_of, ordinary_hours_of,
                                         overtime_of, total_hours_of};
    struct escort_week w = {.escort = escort, .n = n, .duties = duties};
    struct broken amount = {0, 0};
    escort_week_borders(p, escort, w.border);
    for (size_t i = 0; n > 0 && i < sizeof TIMES / sizeof *TIMES; i++)
        amount.times += TIMES[i](p, &w, NULL);
    for (size_t i = 0; n > 0 && i < sizeof HOURS / sizeof *HOURS; i++)
        amount.hours += HOURS[i](p, &w, NULL);
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

enum fit { FIT_NOT, FIT_BUT_FOR_HOURS, FIT_WHOLLY };

/* duties[n] has room for one more. */
static enum fit fit_of(const struct problem *p, const struct option *o, int escort,
                       struct duty *duties, int n)
{
    struct duty more = visit_duty(p, o->request, o->start, o->minutes, o->session);
    int at = n;
    if (joins(duties, n, o->session)) /* no more work than before */
        return FIT_WHOLLY;
    struct broken before = broken(p, escort, duties, n);
    while (at > 0 && duties[at - 1].start > more.start)
        at--;
    memmove(duties + at + 1, duties + at, (size_t)(n - at) * sizeof *duties);
    duties[at] = more;
    struct broken after = broken(p, escort, duties, n + 1);
    memmove(duties + at, duties + at + 1, (size_t)(n - at) * sizeof *duties);
    if (after.times > before.times)
        return FIT_NOT;
    return after.hours > before.hours ? FIT_BUT_FOR_HOURS : FIT_WHOLLY;
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

bool spare_escort(const struct problem *p, const struct roster *r, int request,
                  int *option, int *escort)
{
    const struct request *q = &p->requests[request];
    if (q->needed > 1 || q->link != NONE)
        return false;
    struct arena *scratch = arena_new();
    struct duty *duties = NEW_ARRAY(scratch, struct duty, p->n_requests + 1);
    int least = INT_MAX;
    for (int e = 0; e < p->n_escorts; e++) {
        int n = NONE;
        if (block_pair(p, request, e) != RULE_NONE)
            continue;
        for (int o = q->first_option; o < q->first_option + q->n_options; o++) {
            const struct option *it = &p->options[o];
            int points = points_with(p, it, e);
            /* The cheapest question first. */
            if (points >= least || !may_take(p, r, it, e))
                continue;
            if (n == NONE)
                n = roster_duties(p, r, e, duties, p->n_requests);
            if (fit_of(p, it, e, duties, n) != FIT_WHOLLY || !hours_last(p, r, it))
                continue;
            least = points;
            *option = o;
            *escort = e;
        }
    }
    arena_free(scratch);
    return least < INT_MAX;
}

static bool short_of_hours(const struct problem *p, const struct roster *r,
                           int request, int escort, struct duty *duties)
{
    const struct request *q = &p->requests[request];
    int n = NONE;
    if (block_pair(p, request, escort) != RULE_NONE)
        return false;
    for (int o = q->first_option; o < q->first_option + q->n_options; o++) {
        const struct option *it = &p->options[o];
        if (!may_take(p, r, it, escort) || !hours_last(p, r, it))
            continue;
        if (n == NONE) /* all visits are looked through for them */
            n = roster_duties(p, r, escort, duties, p->n_requests);
        if (fit_of(p, it, escort, duties, n) == FIT_BUT_FOR_HOURS)
            return true;
    }
    return false;
}

int count_short_of_hours(const struct problem *p, const struct roster *r, int request,
                         int *escort)
{
    const struct request *q = &p->requests[request];
    struct arena *scratch = arena_new();
    struct duty *duties = NEW_ARRAY(scratch, struct duty, p->n_requests + 1);
    int n = 0;
    for (int e = 0; e < p->n_escorts && q->needed == 1 && q->link == NONE; e++)
        if (short_of_hours(p, r, request, e, duties)) {
            *escort = e;
            n++;
        }
    arena_free(scratch);
    return n;
}

/* One who takes part in the session of the option with an escort who could have
 * taken this client too. NONE if there is nobody. */
static int refused_in(const struct problem *p, const struct roster *r,
                      const struct option *o)
{
    const struct session *s = &p->sessions[o->session - 1];
    for (int other = 0; other < p->n_requests; other++) {
        const struct visit *v = &r->visits[other];
        if (v->session != o->session || v->n_escorts == 0 ||
            may_share(p, s, p->requests[o->request].client, p->requests[other].client))
            continue;
        for (int i = 0; i < v->n_escorts; i++)
            if (rules_block(p, o->request, o->start, o->minutes, o->session,
                            v->escorts[i]) == RULE_NONE)
                return other;
    }
    return NONE;
}

int not_agreed_with(const struct problem *p, const struct roster *r, int request)
{
    const struct request *q = &p->requests[request];
    int other = NONE;
    for (int o = q->first_option; o < q->first_option + q->n_options; o++) {
        if (p->options[o].session == 0)
            return NONE;
        if (other == NONE)
            other = refused_in(p, r, &p->options[o]);
    }
    return other;
}
