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

/* An escort has one duty in a session, however many of its clients come with them.
 * Returns how many duties are left. */
static int join_sessions(struct duty *duties, int n)
{
    int kept = 0;
    for (int i = 0; i < n; i++) {
        int same = kept - 1;
        while (same >= 0 && duties[same].start == duties[i].start &&
               (duties[same].session != duties[i].session ||
                duties[same].end != duties[i].end))
            same--;
        if (duties[i].session && same >= 0 && duties[same].start == duties[i].start)
            duties[same].members++;
        else
            duties[kept++] = duties[i];
    }
    return kept;
}

/* Every escort's duties in one block. */
const struct escort_week *escort_weeks(struct arena *a, const struct problem *p,
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
                visit_duty(p, q, v->start, v->minutes, v->session);
        }
    }
    for (int e = 0; e < p->n_escorts; e++) {
        weeks[e].escort = e;
        weeks[e].duties = duties + first[e];
        escort_week_borders(p, e, weeks[e].border);
        qsort(duties + first[e], (size_t)weeks[e].n, sizeof *duties, by_start);
        weeks[e].n = join_sessions(duties + first[e], weeks[e].n);
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

static void in_order(struct breach *breaches, int n)
{
    if (n > 0)
        qsort(breaches, (size_t)n, sizeof *breaches, by_rule_then_time);
}

const struct verdict *rules_judge(struct arena *a, const struct problem *p,
                                  const struct roster *r)
{
    struct judgement j = {.arena = a, .problem = p, .roster = r};
    require(r->n_requests == p->n_requests, "the roster is of another problem");
    j.verdict = NEW(a, struct verdict);
    j.weeks = escort_weeks(a, p, r);
    for (int rule = 0; rule < RULE_COUNT; rule++)
        CHECKS[rule](&j);
    in_order(j.breaches, j.n_breaches);
    in_order(j.warnings, j.n_warnings);
    j.verdict->n_breaches = j.n_breaches;
    j.verdict->breaches = j.breaches;
    j.verdict->n_warnings = j.n_warnings;
    j.verdict->warnings = j.warnings;
    for (int rule = 0; rule < RULE_COUNT; rule++)
        if (RULE_ROWS[rule].tier == TIER_RIGHTS || RULE_ROWS[rule].tier == TIER_REST)
            j.verdict->tier[RULE_ROWS[rule].tier] += j.verdict->points[rule];
    j.verdict->tier[TIER_HARD] = j.n_breaches;
    j.verdict->tier[TIER_WARNING] = j.n_warnings;
    return j.verdict;
}
