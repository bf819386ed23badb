/* TRANSPORT. A client who rides with färdtjänst does so while it runs: the ride there
 * ends where the visit begins, the ride back begins where it ends, and both moments
 * lie within the hours of rides, their first and their last minute included
 * (Närtrafik: weekdays 8 to 17; the unit's own hours). Windows around rides are
 * OVERLAP's to keep free. */
#include "rules/rule.h"

/* The hours come again every week. */
bool paratransit_runs(const struct problem *p, int minute)
{
    if (minute > week_length(&p->week))
        minute -= week_length(&p->week);
    for (int day = 0; day < DAYS; day++) {
        const struct span *hours = &p->paratransit_hours[day];
        if (hours->from < hours->to && hours->from <= minute && minute <= hours->to)
            return true;
    }
    return false;
}

bool rides_run(const struct problem *p, int request, int start, int minutes)
{
    const struct request *q = &p->requests[request];
    return (q->out != TRANSPORT_PARATRANSIT || paratransit_runs(p, start)) &&
           (q->back != TRANSPORT_PARATRANSIT || paratransit_runs(p, start + minutes));
}

void check_transport(struct judgement *j)
{
    for (int r = 0; r < j->problem->n_requests; r++) {
        const struct visit *v = &j->roster->visits[r];
        if (v->n_escorts > 0 && !j->problem->requests[r].held &&
            !rides_run(j->problem, r, v->start, v->minutes))
            report_breach(j, visit_breach(j, RULE_TRANSPORT, r));
    }
}
