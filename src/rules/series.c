/* SERIES. A series of outings ("swimming every Wednesday") stays with the escort who
 * carried it out last (personalkontinuitet). */
#include "rules/rule.h"

int series_points(const struct problem *p, int request, int escort)
{
    int last = p->requests[request].series_escort;
    return last == NONE || last == escort ? 0 : p->weight.series_other;
}

void check_series(struct judgement *j)
{
    judge_each_wish(j, RULE_SERIES, series_points);
}
