/* The rule table and the layout that rules look at. */
#include "rules/rule.h"

const struct rule_row RULE_ROWS[RULE_COUNT] = {
#define X(NAME, name, tier, unit, sentence, source)                            \
    {#name, tier, unit, sentence, source},
    RULE_LIST(X)
#undef X
};

void escort_week_borders(const struct problem *p, int escort,
                         int border[BORDERS])
{
    for (int k = 0; k < BORDERS; k++)
        border[k] = week_minute_of_day(&p->week, k - 1,
                                       p->escorts[escort].day_anchor);
}

int working_day_of(const struct escort_week *w, int minute)
{
    int k = 0;
    while (k + 2 < BORDERS && w->border[k + 1] <= minute)
        k++;
    return k;
}

int working_day_end(const struct escort_week *w, int first)
{
    int next = w->border[working_day_of(w, w->duties[first].start) + 1];
    int i = first + 1;
    while (i < w->n && w->duties[i].start < next)
        i++;
    return i;
}

int travel_between(const struct problem *p, const struct duty *a,
                   const struct duty *b)
{
    return travel_minutes(p, a->to, b->from);
}

int paid_travel(const struct problem *p, const struct escort *e,
                const struct duty *a, const struct duty *b)
{
    return escort_employed(e) &&
                   figures_on(p, week_day(&p->week, a->start))->travel_is_work
               ? travel_between(p, a, b)
               : 0;
}

static bool rides_alone(const struct duty *d)
{
    return d->request != NONE && d->session == 0;
}

int gap_needed(const struct problem *p, const struct duty *a, const struct duty *b)
{
    if (a->session != 0 && a->session == b->session)
        return 0;
    return travel_between(p, a, b) +
           figures_on(p, week_day(&p->week, a->start))->gap_minutes +
           (rides_alone(a) ? p->requests[a->request].wait_after : 0) +
           (rides_alone(b) ? p->requests[b->request].wait_before : 0);
}

struct duty visit_duty(const struct problem *p, int request, int start, int minutes,
                       int session)
{
    const struct request *q = &p->requests[request];
    int place = session ? p->sessions[session - 1].place : NONE;
    return (struct duty){.request = request,
                         .start = start,
                         .end = start + minutes,
                         .from = session ? place : q->meet,
                         .to = session ? place : q->end,
                         .session = session,
                         .members = session ? 1 : 0};
}

int working_minutes(const struct problem *p, const struct escort_week *w)
{
    const struct escort *e = &p->escorts[w->escort];
    int minutes = 0;
    for (int first = 0; first < w->n;) {
        int end = working_day_end(w, first);
        for (int i = first; i < end; i++) {
            minutes += w->duties[i].end - w->duties[i].start;
            if (i > first)
                minutes += paid_travel(p, e, &w->duties[i - 1], &w->duties[i]);
        }
        first = end;
    }
    return minutes;
}

struct breach breach_of(enum rule rule, int amount)
{
    return (struct breach){.rule = rule,
                           .escort = NONE,
                           .client = NONE,
                           .request = NONE,
                           .other = NONE,
                           .from = NONE,
                           .to = NONE,
                           .amount = amount,
                           .limit = NONE};
}

struct breach visit_breach(const struct judgement *j, enum rule rule, int request)
{
    const struct visit *v = &j->roster->visits[request];
    struct breach b = breach_of(rule, 1);
    b.request = request;
    b.client = j->problem->requests[request].client;
    b.from = v->start;
    b.to = v->start + v->minutes;
    return b;
}

void report_breach(struct judgement *j, struct breach b)
{
    if (!j)
        return;
    j->verdict->points[b.rule] += b.amount;
    if (RULE_ROWS[b.rule].tier == TIER_WARNING)
        ARENA_PUSH(j->arena, j->warnings, j->n_warnings, j->warning_room, b);
    else
        ARENA_PUSH(j->arena, j->breaches, j->n_breaches, j->capacity, b);
}

void judge_each_escort(struct judgement *j, enum rule rule, escort_rule *of)
{
    int64_t sum = 0;
    for (int e = 0; e < j->problem->n_escorts; e++)
        if (j->weeks[e].n > 0 || RULE_ROWS[rule].tier != TIER_HARD)
            sum += of(j->problem, &j->weeks[e], j);
    if (RULE_ROWS[rule].tier != TIER_HARD)
        j->verdict->points[rule] = sum;
}

void judge_filter(struct judgement *j, enum rule rule, filter_rule *kept)
{
    for (int r = 0; r < j->problem->n_requests; r++) {
        const struct visit *v = &j->roster->visits[r];
        struct duty d = visit_duty(j->problem, r, v->start, v->minutes, v->session);
        for (int i = 0; i < v->n_escorts && !j->problem->requests[r].held; i++) {
            if (kept(j->problem, &d, v->escorts[i]))
                continue;
            struct breach b = visit_breach(j, rule, r);
            b.escort = v->escorts[i];
            report_breach(j, b);
        }
    }
}
