/* FACES. Few different faces in a week, in 14 and in 84 days, and known ones rather
 * than new: each escort a client meets costs once a week, by how well they know each
 * other and how long ago they last met. A new face is a face more in all three spans; a
 * known one is a face more in those in which the client has not seen it. */
#include "rules/rule.h"

#include <stdlib.h>

static int new_face_points(const struct problem *p, int client)
{
    return p->weight.face_new +
           (p->clients[client].introductions ? p->weight.introduction : 0);
}

int face_points(const struct problem *p, int client, int escort)
{
    int before = pair_visits_before(p, client, escort);
    if (before == 0)
        return new_face_points(p, client);
    int points = before < p->rule.familiar_visits ? p->weight.face_known
                                                  : p->weight.face_familiar;
    enum recency recency = pair_recency(p, client, escort);
    if (recency >= WITHIN_84)
        points += p->weight.face_again_14;
    if (recency >= LONGER_AGO)
        points += p->weight.face_again_84;
    return points;
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
