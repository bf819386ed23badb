/* CHANGE. What was given out stays, the more so the nearer it is: each escort of a
 * visit who was not already told exactly that counts, by how many days are left until
 * then (ATL 12 §: two weeks; AB, förskjuten arbetstid: ten days). An escort whose
 * visit is gone is told so too, but there is nobody to plan it for: that is counted
 * with whoever has the visit instead, or in RIGHTS. */
#include "rules/rule.h"

bool change_told(const struct request *q, int start, int minutes, int escort)
{
    if (!q->published || q->pub_start != start || q->pub_minutes != minutes)
        return false;
    for (int i = 0; i < q->n_pub_escorts; i++)
        if (q->pub_escorts[i] == escort)
            return true;
    return false;
}

/* Are there fewer than so many days from today to the day of the start? A today that
 * is not told, 0, is long ago. */
static bool sooner_than(const struct problem *p, int day, int days)
{
    return problem_date(p, day) - p->today < days;
}

bool change_shifts(const struct problem *p, int start)
{
    int day = week_day(&p->week, start);
    return p->published != 0 &&
           sooner_than(p, day, figures_on(p, day)->shifted_days);
}

int change_points(const struct problem *p, int request, int start, int minutes,
                  int escort)
{
    if (p->published == 0 ||
        change_told(&p->requests[request], start, minutes, escort))
        return 0;
    if (change_shifts(p, start))
        return p->weight.change_shifted;
    int day = week_day(&p->week, start);
    return sooner_than(p, day, figures_on(p, day)->notice_days)
               ? p->weight.change_notice
               : p->weight.change_early;
}

void check_change(struct judgement *j)
{
    int64_t points = 0;
    for (int r = 0; r < j->problem->n_requests; r++) {
        const struct visit *v = &j->roster->visits[r];
        for (int i = 0; i < v->n_escorts; i++)
            points += change_points(j->problem, r, v->start, v->minutes,
                                    v->escorts[i]);
    }
    j->verdict->points[RULE_CHANGE] = points;
}
