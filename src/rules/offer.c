/* OFFER. A visit begins at a time the client offered and has a length the client
 * asked for (SoL 10:3; LSS 6 §: the individual's influence over the service). */
#include "rules/rule.h"

int option_of(const struct problem *p, int request, int start, int minutes)
{
    const struct request *q = &p->requests[request];
    for (int o = q->first_option; o < q->first_option + q->n_options; o++)
        if (p->options[o].start == start && p->options[o].minutes == minutes)
            return o;
    return NONE;
}

/* Offered by the client, whether or not the decision holds that day: that is
 * GRANT's to say. */
static bool offered(const struct problem *p, const struct request *q,
                    const struct visit *v)
{
    int shorter = q->minutes - v->minutes;
    if (shorter < 0 || v->minutes < q->minutes_min || shorter % p->grid != 0)
        return false;
    for (int i = 0; i < q->n_alternatives; i++) {
        const struct alternative *a = &q->alternatives[i];
        if (v->start >= a->from && v->start <= a->to &&
            ((v->start - a->from) % p->grid == 0 || v->start == a->wish))
            return true;
    }
    return false;
}

void check_offer(struct judgement *j)
{
    for (int r = 0; r < j->problem->n_requests; r++) {
        const struct visit *v = &j->roster->visits[r];
        if (v->n_escorts == 0 || offered(j->problem, &j->problem->requests[r], v))
            continue;
        struct breach b = breach_of(RULE_OFFER, 1);
        b.request = r;
        b.client = j->problem->requests[r].client;
        b.from = v->start;
        b.to = v->start + v->minutes;
        report_breach(j, b);
    }
}
