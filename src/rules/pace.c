/* PACE. The hours of a decision are spread over its period: what is used up in its first
 * weeks is missed in the last. An even pace gives a week the days it has of what was
 * left before it, out of the days that remain; a roster may be ahead of that by one
 * visit, as outings do not come in slices. More than that warns. */
#include "rules/rule.h"

/* The last day of the grant's period on which the decision holds. */
static int64_t last_day(const struct problem *p, const struct grant *g)
{
    const struct decision *d = &p->decisions[g->decision];
    struct moment m = week_moment(&p->week, g->span.from);
    int months = d->period == PER_MONTH ? 1 : 3;
    int next = (m.month - 1) / months * months + months; /* 0-based */
    int64_t day = date_days(m.year + next / 12, next % 12 + 1, 1) - 1;
    return d->to_day < day ? d->to_day : day;
}

/* What an even pace would use in the week. */
static int even_share(const struct problem *p, const struct grant *g)
{
    int64_t from = problem_date(p, week_day(&p->week, g->span.from));
    int64_t to = problem_date(p, week_day(&p->week, g->span.to - 1));
    return (int)(g->left * (to - from + 1) / (last_day(p, g) - from + 1));
}

/* By decision: minutes of its longest request. */
static const int *longest_asked(struct arena *a, const struct problem *p)
{
    int *longest = NEW_ARRAY(a, int, p->n_decisions + 1);
    for (int r = 0; r < p->n_requests; r++) {
        const struct request *q = &p->requests[r];
        if (q->decision != NONE && q->minutes > longest[q->decision])
            longest[q->decision] = q->minutes;
    }
    return longest;
}

void check_pace(struct judgement *j)
{
    const struct problem *p = j->problem;
    const int *all_planned = grants_planned(j->arena, p, j->roster);
    const int *longest = longest_asked(j->arena, p);
    for (int i = 0; i < p->n_grants; i++) {
        const struct grant *g = &p->grants[i];
        enum grant_period period = p->decisions[g->decision].period;
        int planned = all_planned[i];
        if ((period != PER_MONTH && period != PER_QUARTER) || planned == 0)
            continue;
        struct breach b = breach_of(RULE_PACE, planned - even_share(p, g));
        if (b.amount <= longest[g->decision])
            continue;
        b.client = p->decisions[g->decision].client;
        b.other = i;
        b.from = g->span.from;
        b.to = g->span.to;
        b.limit = planned - b.amount;
        report_breach(j, b);
    }
}
