/* FACES. Few different faces in a week, and known ones rather than new: each
 * escort a client meets costs once a week, by how well they know each other. */
#include "rules/rule.h"

#include <stdlib.h>

int face_points(const struct problem *p, int client, int escort)
{
    int before = pair_visits_before(p, client, escort);
    return before == 0                         ? p->weight.face_new
           : before < p->rule.familiar_visits ? p->weight.face_known
                                               : p->weight.face_familiar;
}

struct pair {
    int client, escort;
};

static int by_pair(const void *x, const void *y)
{
    const struct pair *a = x, *b = y;
    return a->client != b->client ? (a->client > b->client) - (a->client < b->client)
                                  : (a->escort > b->escort) - (a->escort < b->escort);
}

void check_faces(struct judgement *j)
{
    const struct problem *p = j->problem;
    struct pair *pairs =
        NEW_ARRAY(j->arena, struct pair, p->n_requests * STAFF_MAX + 1);
    int n = 0;
    int64_t points = 0;
    for (int r = 0; r < p->n_requests; r++)
        for (int i = 0; i < j->roster->visits[r].n_escorts; i++)
            pairs[n++] = (struct pair){p->requests[r].client,
                                       j->roster->visits[r].escorts[i]};
    qsort(pairs, (size_t)n, sizeof *pairs, by_pair);
    for (int i = 0; i < n; i++)
        if (i == 0 || by_pair(&pairs[i - 1], &pairs[i]) != 0)
            points += face_points(p, pairs[i].client, pairs[i].escort);
    j->verdict->points[RULE_FACES] = points;
}
