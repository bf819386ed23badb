/* TIME_WISH. The client's first time rather than the second, and the start they
 * wished for rather than another in the window. */
#include "rules/rule.h"

void check_time_wish(struct judgement *j)
{
    int64_t points = 0;
    for (int r = 0; r < j->problem->n_requests; r++) {
        int o = roster_option(j->problem, j->roster, r);
        if (o != NONE)
            points += j->problem->options[o].points;
    }
    j->verdict->points[RULE_TIME_WISH] = points;
}
