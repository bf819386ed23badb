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
    return escort_employed(e) && p->rule.travel_is_work
               ? travel_between(p, a, b)
               : 0;
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

void report_breach(struct judgement *j, struct breach b)
{
    if (!j)
        return;
    j->verdict->points[b.rule] += b.amount;
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
