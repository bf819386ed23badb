/* STAFFING. A visit has exactly as many different escorts as it needs; double
 * staffing is part of the decision, not a luxury. */
#include "rules/rule.h"

static int distinct(const struct visit *v)
{
    int n = 0;
    for (int i = 0; i < v->n_escorts; i++) {
        bool again = false;
        for (int k = 0; k < i; k++)
            again |= v->escorts[k] == v->escorts[i];
        n += !again;
    }
    return n;
}

void check_staffing(struct judgement *j)
{
    for (int r = 0; r < j->problem->n_requests; r++) {
        const struct visit *v = &j->roster->visits[r];
        int needed = j->problem->requests[r].needed;
        if (v->n_escorts == 0 ||
            (v->n_escorts == needed && distinct(v) == needed))
            continue;
        int difference = distinct(v) - needed;
        struct breach b = visit_breach(j, RULE_STAFFING, r);
        b.amount = difference < 0   ? -difference
                   : difference > 0 ? difference
                                    : v->n_escorts - needed;
        b.limit = needed;
        report_breach(j, b);
    }
}
