/* OVERLAP. An escort is in one place at a time and has time to travel between one
 * visit and the next, and the unit's least time between visits besides (the
 * complaint heard most from staff: "jobs on top of each other"). Where the client
 * rides with färdtjänst, which comes earlier or later than wished, the escort waits:
 * the ride's window is kept free before the visit or after it. Of duties in other
 * weeks the place is not known; only their time counts. */
#include "rules/rule.h"

static int64_t too_close(const struct problem *p, const struct escort_week *w,
                         int earlier, int later, int end, int start, int need,
                         struct judgement *j)
{
    if (start >= end + need)
        return 0;
    struct breach b = breach_of(RULE_OVERLAP, end + need - start);
    b.escort = w->escort;
    b.request = later;
    b.other = earlier;
    b.client = p->requests[later].client;
    b.from = end;
    b.to = start;
    b.limit = need;
    report_breach(j, b);
    return b.amount;
}

static int64_t outside_too_close(const struct problem *p,
                                 const struct escort_week *w,
                                 struct judgement *j)
{
    const struct escort *e = &p->escorts[w->escort];
    const struct duty *first = &w->duties[0], *last = &w->duties[w->n - 1];
    int64_t amount = 0;
    for (int i = 0; i < e->n_outside; i++) {
        struct duty o = {.request = NONE,
                         .start = e->outside[i].from,
                         .end = e->outside[i].to,
                         .from = NONE,
                         .to = NONE};
        if (o.start < first->start)
            amount += too_close(p, w, NONE, first->request, o.end, first->start,
                                gap_needed(p, &o, first), j);
        else
            amount += too_close(p, w, NONE, last->request, last->end, o.start,
                                gap_needed(p, last, &o), j);
    }
    return amount;
}

int64_t overlap_of(const struct problem *p, const struct escort_week *w,
                   struct judgement *j)
{
    int64_t amount = 0;
    for (int i = 1; i < w->n; i++) {
        const struct duty *a = &w->duties[i - 1], *b = &w->duties[i];
        amount += too_close(p, w, a->request, b->request, a->end, b->start,
                            gap_needed(p, a, b), j);
    }
    if (w->n > 0)
        amount += outside_too_close(p, w, j);
    return amount;
}

void check_overlap(struct judgement *j)
{
    judge_each_escort(j, RULE_OVERLAP, overlap_of);
}
