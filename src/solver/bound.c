/* Every request alone, at its longest and its cheapest. For tier 2 a request that
 * must be served (since tier 1 would be above its value without it) pays at least
 * its cheapest option and its cheapest escorts; any other pays that only where it
 * is below nothing. Faces and travel are not negative and are left out, except
 * that each client who must be served meets somebody. */
#include "solver/bound.h"

int64_t bound_rights(const struct net *net)
{
    const struct problem *p = net->problem;
    struct arena *a = arena_new();
    int *short_of = NEW_ARRAY(a, int, p->n_clients + 1);
    int64_t points = 0;
    for (int r = 0; r < p->n_requests; r++) {
        int unmet = p->requests[r].minutes - net->longest[r];
        points += (int64_t)p->requests[r].rights * unmet;
        short_of[p->requests[r].client] += p->requests[r].assessed ? unmet : 0;
    }
    for (int c = 0; c < p->n_clients; c++)
        points += shortage_points(p, c, short_of[c]);
    arena_free(a);
    return points;
}

static int64_t cheapest(const struct net *net, int r)
{
    const struct problem *p = net->problem;
    int64_t least = 0;
    for (int o = p->requests[r].first_option, first = 1;
         o < p->requests[r].first_option + p->requests[r].n_options; o++) {
        int from = net->of_option[o], to = net->of_option[o + 1];
        if (from == to)
            continue;
        int64_t escort = net->nodes[from].points;
        for (int n = from + 1; n < to; n++)
            if (net->nodes[n].points < escort)
                escort = net->nodes[n].points;
        int64_t points =
            p->options[o].points + (int64_t)p->requests[r].needed * escort;
        if (first || points < least)
            least = points;
        first = 0;
    }
    return least;
}

static bool must_be_served(const struct net *net, int r, int64_t rights_value,
                           int64_t rights_least)
{
    const struct request *q = &net->problem->requests[r];
    return net->first[r] < net->first[r + 1] &&
           rights_least + (int64_t)q->rights * net->longest[r] > rights_value;
}

static int cheapest_face(const struct net *net, int r)
{
    const struct problem *p = net->problem;
    int least = -1;
    for (int n = net->first[r]; n < net->first[r + 1]; n++) {
        int points = face_points(p, p->requests[r].client, net->nodes[n].escort);
        if (least < 0 || points < least)
            least = points;
    }
    return least < 0 ? 0 : least;
}

int64_t bound_rest(const struct net *net, int64_t rights_value,
                   const enum stance *stance)
{
    const struct problem *p = net->problem;
    struct arena *a = arena_new();
    int *face = NEW_ARRAY(a, int, p->n_clients + 1);
    int64_t least = bound_rights(net), points = 0;
    for (int r = 0; r < p->n_requests; r++) {
        int64_t c = cheapest(net, r);
        if (!(stance && stance[r] == STANCE_MUST) &&
            !must_be_served(net, r, rights_value, least)) {
            points += c < 0 ? c : 0;
            continue;
        }
        points += c;
        int f = cheapest_face(net, r) * p->requests[r].needed;
        if (f > face[p->requests[r].client])
            face[p->requests[r].client] = f;
    }
    for (int c = 0; c < p->n_clients; c++)
        points += face[c];
    arena_free(a);
    return points;
}
