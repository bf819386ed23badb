/* What the soft rules make together, for those who ask about one visit, one duty or
 * one escort's week at a time. Each rule's check sums the same functions, so that a
 * search which adds these up counts as the verdict does. */
#include "rules/rule.h"

/* The soft rules about an escort's week. */
static escort_rule *const SOFT[] = {
    travel_of,  contract_of, split_day_of, night_of,      weekend_of,
    evening_of, soft_rest_of, clients_of,  assignment_of, cost_of,
    few_escorts_of,
};

int64_t escort_soft_points(const struct problem *p, const struct escort_week *w)
{
    int64_t points = 0;
    for (size_t i = 0; i < sizeof SOFT / sizeof *SOFT; i++)
        points += SOFT[i](p, w, NULL);
    return points;
}

int pair_points(const struct problem *p, int request, int escort)
{
    return escort_wish_points(p, request, escort) +
           person_wish_points(p, request, escort) +
           series_points(p, request, escort) + primary_points(p, request, escort);
}

int visit_points(const struct problem *p, int request, int start, int minutes,
                 int escort)
{
    return pair_points(p, request, escort) +
           change_points(p, request, start, minutes, escort);
}

int duty_points(const struct problem *p, int escort, const struct duty *d)
{
    return night_points(p, escort, d) + evening_points(p, escort, d) +
           cost_points(p, escort, d);
}

int64_t sum_of_duties(const struct problem *p, const struct escort_week *w,
                      duty_rule *points)
{
    int64_t sum = 0;
    for (int i = 0; i < w->n; i++)
        sum += points(p, w->escort, &w->duties[i]);
    return sum;
}

void judge_each_wish(struct judgement *j, enum rule rule, wish_rule *points)
{
    int64_t sum = 0;
    for (int r = 0; r < j->problem->n_requests; r++)
        for (int i = 0; i < j->roster->visits[r].n_escorts; i++)
            sum += points(j->problem, r, j->roster->visits[r].escorts[i]);
    j->verdict->points[rule] = sum;
}
