/* OFFER. A visit begins at a time the client offered and has a length the client
 * asked for, or is a session that the client would take part in, from its beginning to
 * its end (SoL 10:3; LSS 6 §: the individual's influence over the service). Nothing begins
 * in the past but what was given out so; what is to be in step with that keeps to its time. */
#include "rules/rule.h"

static bool joins(const struct problem *p, const struct request *q,
                  const struct visit *v)
{
    const struct session *s = &p->sessions[v->session - 1];
    for (int i = 0; i < q->n_alternatives; i++)
        if (q->alternatives[i].session == v->session)
            return v->start == s->start && v->minutes == s->minutes;
    return false;
}

/* Offered by the client, whether or not the decision holds that day: that is
 * GRANT's to say. */
static bool offered(const struct problem *p, const struct request *q,
                    const struct visit *v)
{
    if (q->held) /* PIN asks whether it is as it was given out */
        return true;
    if (v->start < p->now ||
        (q->step.to && (v->start < q->step.from || v->start >= q->step.to)))
        return false;
    if (v->session)
        return joins(p, q, v);
    int shorter = q->minutes - v->minutes;
    if (shorter < 0 || v->minutes < q->minutes_min || shorter % p->grid != 0)
        return false;
    for (int i = 0; i < q->n_alternatives; i++) {
        const struct alternative *a = &q->alternatives[i];
        if (!a->session && v->start >= a->from && v->start <= a->to &&
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
        report_breach(j, visit_breach(j, RULE_OFFER, r));
    }
}
