/* What a single visit and a single escort can break between them, whatever else
 * the roster holds: the filter in front of every search, and the reason given for
 * an unserved request. */
#include "rules/rule.h"

#include <string.h>

static struct escort_week alone(const struct duty *d, int escort, const int border[BORDERS])
{
    struct escort_week week = {.escort = escort, .n = 1, .duties = d};
    memcpy(week.border, border, sizeof week.border);
    return week;
}

/* Only to work in other weeks can a lone duty be too close. */
static bool meets_outside(const struct problem *p, const struct duty *d, int escort,
                          const int border[BORDERS])
{
    struct escort_week week;
    if (p->escorts[escort].n_outside == 0)
        return false;
    week = alone(d, escort, border);
    return overlap_of(p, &week, NULL) > 0;
}

/* Nothing of a lone duty but when it is matters to these. */
static enum rule alone_breaks(const struct problem *p, const struct duty *d,
                              int escort, const int border[BORDERS])
{
    static const struct {
        enum rule rule;
        escort_rule *of;
    } ALONE[] = {
        {RULE_DAILY_REST, daily_rest_of},   {RULE_WEEKLY_REST, weekly_rest_of},
        {RULE_WORKING_DAY, working_day_rule_of}, {RULE_SPAN, span_of},
        {RULE_BREAK, break_of},             {RULE_WEEK_MAX, week_max_of},
        {RULE_ORDINARY_HOURS, ordinary_hours_of}, {RULE_OVERTIME, overtime_of},
        {RULE_TOTAL_HOURS, total_hours_of},
    };
    const struct escort *e = &p->escorts[escort];
    if (!escort_employed(e) && e->n_outside == 0) {
        int limit = week_max_limit(p, e); /* all that can stop a contractor */
        return limit != NONE && d->end - d->start > limit ? RULE_WEEK_MAX : RULE_NONE;
    }
    struct escort_week week = alone(d, escort, border);
    for (size_t i = 0; i < sizeof ALONE / sizeof *ALONE; i++)
        if (ALONE[i].of(p, &week, NULL) > 0)
            return ALONE[i].rule;
    return RULE_NONE;
}

enum rule block_pair(const struct problem *p, int request, int escort)
{
    if (p->requests[request].held)
        return pin_allows_escort(p, request, escort) ? RULE_NONE : RULE_PIN;
    if (!needs_met(p, request, escort))
        return RULE_NEEDS;
    if (!breathes(p, request, escort))
        return RULE_ALLERGY;
    if (pair_barred(p, p->requests[request].client, escort))
        return RULE_VETO;
    if (declined(p, request, escort))
        return RULE_ANSWER;
    return pin_allows_escort(p, request, escort) ? RULE_NONE : RULE_PIN;
}

static bool pin_kept(const struct problem *p, const struct duty *d, int escort)
{
    (void)escort;
    return pin_allows_start(p, d->request, d->start);
}

static bool delegation_kept(const struct problem *p, const struct duty *d, int escort)
{
    return delegated(p, d->request, d->start, escort);
}

static bool clearance_kept(const struct problem *p, const struct duty *d, int escort)
{
    return cleared(p, d->request, d->start, escort);
}

static bool occasion_short(const struct problem *p, const struct duty *d, int escort)
{
    return occasion_kept(p, d->start, d->end - d->start, escort);
}

static bool transport_runs(const struct problem *p, const struct duty *d, int escort)
{
    (void)escort;
    return rides_run(p, d->request, d->start, d->end - d->start);
}

static bool escort_there(const struct problem *p, const struct duty *d, int escort)
{
    return available_in(&p->escorts[escort], d->start, d->end);
}

/* In the order in which they are given as the reason. */
static const struct {
    enum rule rule;
    enum block_scope scope;
    filter_rule *kept;
} OF_TIME[] = {
    {RULE_PIN, BLOCK_REQUEST, pin_kept},
    {RULE_DELEGATION, BLOCK_DAY, delegation_kept},
    {RULE_CLEARANCE, BLOCK_DAY, clearance_kept},
    {RULE_PROTECTED, BLOCK_DAY, identity_kept},
    {RULE_OCCASION, BLOCK_HOURS, occasion_short},
    {RULE_TRANSPORT, BLOCK_REQUEST, transport_runs},
    {RULE_AVAILABLE, BLOCK_HOURS, escort_there},
};
enum { N_OF_TIME = sizeof OF_TIME / sizeof *OF_TIME };

/* Of what is held only whether it is when it was. */
static bool time_kept(const struct problem *p, const struct duty *d, int escort, int i)
{
    if (p->requests[d->request].held && OF_TIME[i].rule != RULE_PIN)
        return true;
    return OF_TIME[i].kept(p, d, escort);
}

enum rule block_time(const struct problem *p, const struct duty *d, int escort,
                     const int border[BORDERS])
{
    for (int i = 0; i < N_OF_TIME; i++)
        if (!time_kept(p, d, escort, i))
            return OF_TIME[i].rule;
    return meets_outside(p, d, escort, border) ? RULE_OVERLAP
                                               : alone_breaks(p, d, escort, border);
}

bool block_none(const struct problem *p, const struct duty *d, int escort,
                const int border[BORDERS], enum block_scope scope)
{
    for (int i = 0; i < N_OF_TIME; i++)
        if (OF_TIME[i].scope == scope && !time_kept(p, d, escort, i))
            return false;
    if (scope == BLOCK_OUTSIDE)
        return !meets_outside(p, d, escort, border);
    return scope != BLOCK_HOURS || alone_breaks(p, d, escort, border) == RULE_NONE;
}

enum rule rules_block(const struct problem *p, int request, int start,
                      int minutes, int session, int escort)
{
    enum rule rule = block_pair(p, request, escort);
    struct duty d = visit_duty(p, request, start, minutes, session);
    int border[BORDERS];
    if (rule != RULE_NONE)
        return rule;
    escort_week_borders(p, escort, border);
    return block_time(p, &d, escort, border);
}

/* Could the visit be the escort's only one that day, way from home and back
 * included? A neighbour may save a way, so this is no filter; it is a reason. */
static bool way_home_fits(const struct problem *p, const struct duty *d, int escort)
{
    const struct escort *e = &p->escorts[escort];
    return p->requests[d->request].held ||
           !figures_on(p, week_day(&p->week, d->start))->home_legs ||
           available_in(e, d->start - travel_minutes(p, e->home, d->from),
                        d->end + travel_minutes(p, d->to, e->home));
}

/* The rule that keeps an escort from every option: the one that stops the option
 * that gets furthest down the list of rules. */
static enum rule escort_blocked(const struct problem *p, int request,
                                int escort)
{
    const struct request *q = &p->requests[request];
    enum rule furthest = block_pair(p, request, escort);
    int border[BORDERS];
    if (furthest != RULE_NONE)
        return furthest;
    escort_week_borders(p, escort, border);
    furthest = RULE_OFFER;
    for (int i = q->first_option; i < q->first_option + q->n_options; i++) {
        const struct option *o = &p->options[i];
        struct duty d = visit_duty(p, request, o->start, o->minutes, o->session);
        enum rule rule = block_time(p, &d, escort, border);
        if (rule == RULE_NONE && way_home_fits(p, &d, escort))
            return RULE_NONE;
        if (rule == RULE_NONE)
            rule = RULE_AVAILABLE;
        if (rule > furthest)
            furthest = rule;
    }
    return furthest;
}

static bool grant_used_up(const struct problem *p, const struct request *q)
{
    for (int o = q->first_option; o < q->first_option + q->n_options; o++) {
        int g = p->options[o].grant;
        if (g == NONE || p->grants[g].left >= p->options[o].debit)
            return false;
    }
    return true;
}

/* Whatever was offered has begun, or would have. */
static bool times_past(const struct problem *p, const struct request *q)
{
    for (int k = 0; k < q->n_alternatives; k++)
        if (q->alternatives[k].to >= p->now)
            return false;
    return true;
}

enum rule rules_why_unserved(const struct problem *p, int request,
                             int counts[RULE_COUNT])
{
    const struct request *q = &p->requests[request];
    enum rule most = RULE_NEEDS;
    int able = 0;
    for (int rule = 0; rule < RULE_COUNT; rule++)
        counts[rule] = 0;
    if (times_past(p, q))
        return RULE_OFFER;
    if (grant_used_up(p, q))
        return RULE_GRANT;
    for (int e = 0; e < p->n_escorts; e++) {
        enum rule rule = escort_blocked(p, request, e);
        if (rule == RULE_NONE)
            able++;
        else
            counts[rule]++;
    }
    if (able >= q->needed)
        return RULE_NONE;
    for (int rule = 0; rule < RULE_COUNT; rule++)
        if (counts[rule] > counts[most])
            most = (enum rule)rule;
    return able == p->n_escorts ? RULE_STAFFING : most; /* nobody is stopped: too few */
}
