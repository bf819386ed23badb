/* Judging a roster: lay it out by escort, ask every rule. Nothing here knows how
 * the roster was made. */
#include "rules/rule.h"

#include <stdlib.h>

static void (*const CHECKS[RULE_COUNT])(struct judgement *) = {
#define X(NAME, name, tier, unit, sentence, source) check_##name,
    RULE_LIST(X)
#undef X
};

static int by_start(const void *x, const void *y)
{
    const struct duty *a = x, *b = y;
    return a->start != b->start ? (a->start > b->start) - (a->start < b->start)
                                : (a->request > b->request) - (a->request < b->request);
}

/* Every escort's duties in one block, each escort's in time order. */
static const struct escort_week *lay_out(struct arena *a,
                                         const struct problem *p,
                                         const struct roster *r)
{
    struct escort_week *weeks = NEW_ARRAY(a, struct escort_week, p->n_escorts + 1);
    int *first = NEW_ARRAY(a, int, p->n_escorts + 1), total = 0;
    for (int q = 0; q < p->n_requests; q++)
        for (int i = 0; i < r->visits[q].n_escorts; i++)
            weeks[r->visits[q].escorts[i]].n++;
    for (int e = 0; e < p->n_escorts; e++) {
        first[e] = total;
        total += weeks[e].n;
        weeks[e].n = 0;
    }
    struct duty *duties = NEW_ARRAY(a, struct duty, total + 1);
    for (int q = 0; q < p->n_requests; q++) {
        const struct visit *v = &r->visits[q];
        for (int i = 0; i < v->n_escorts; i++) {
            int e = v->escorts[i];
            duties[first[e] + weeks[e].n++] =
                (struct duty){q, v->start, v->start + v->minutes,
                              p->requests[q].meet, p->requests[q].end};
        }
    }
    for (int e = 0; e < p->n_escorts; e++) {
        weeks[e].escort = e;
        weeks[e].duties = duties + first[e];
        escort_week_borders(p, e, weeks[e].border);
        qsort(duties + first[e], (size_t)weeks[e].n, sizeof *duties, by_start);
    }
    return weeks;
}

static int by_rule_then_time(const void *x, const void *y)
{
    const struct breach *a = x, *b = y;
    if (a->rule != b->rule)
        return (int)a->rule - (int)b->rule;
    if (a->from != b->from)
        return (a->from > b->from) - (a->from < b->from);
    if (a->escort != b->escort)
        return (a->escort > b->escort) - (a->escort < b->escort);
    return (a->request > b->request) - (a->request < b->request);
}

const struct verdict *rules_judge(struct arena *a, const struct problem *p,
                                  const struct roster *r)
{
    struct judgement j = {.arena = a, .problem = p, .roster = r};
    require(r->n_requests == p->n_requests, "the roster is of another problem");
    j.verdict = NEW(a, struct verdict);
    j.weeks = lay_out(a, p, r);
    for (int rule = 0; rule < RULE_COUNT; rule++)
        CHECKS[rule](&j);
    if (j.n_breaches > 0)
        qsort(j.breaches, (size_t)j.n_breaches, sizeof *j.breaches,
              by_rule_then_time);
    j.verdict->n_breaches = j.n_breaches;
    j.verdict->breaches = j.breaches;
    j.verdict->tier[TIER_HARD] = j.n_breaches;
    for (int rule = 0; rule < RULE_COUNT; rule++)
        if (RULE_ROWS[rule].tier != TIER_HARD)
            j.verdict->tier[RULE_ROWS[rule].tier] += j.verdict->points[rule];
    return j.verdict;
}
