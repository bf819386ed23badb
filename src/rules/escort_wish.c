/* ESCORT_WISH. The escort the client wishes for rather than another: points by
 * place in the client's own ranking, and whatever the request states for an
 * escort outright. */
#include "rules/rule.h"

int escort_wish_points(const struct problem *p, int request, int escort)
{
    const struct request *q = &p->requests[request];
    int points = 0, rank = 0;
    while (rank < q->n_wishes && q->wishes[rank] != escort)
        rank++;
    if (q->n_wishes > 0)
        points += rank < q->n_wishes ? rank * p->weight.escort_rank
                                     : p->weight.escort_unlisted;
    for (int i = 0; i < q->n_extra; i++)
        if (q->extra[i].escort == escort)
            points += q->extra[i].points;
    return points;
}

void check_escort_wish(struct judgement *j)
{
    judge_each_wish(j, RULE_ESCORT_WISH, escort_wish_points);
}
