/* What the visits that stay take of shared things is theirs already: minutes of a grant,
 * room at a session, minutes that a client is short of. */
#include "model/part.h"

#include <string.h>

#define COPY(a, list, n) arena_grow(a, list, (size_t)(n), (size_t)(n), sizeof *(list))

/* By the whole's index: the part's, or NONE. */
static int *numbers(struct arena *a, const int *list, int n, int n_whole)
{
    int *number = NEW_ARRAY(a, int, n_whole + 1);
    for (int i = 0; i < n_whole; i++)
        number[i] = NONE;
    for (int i = 0; i < n; i++)
        number[list[i]] = i;
    return number;
}

static void take_stays(struct arena *a, struct arena *scratch, const struct part *part,
                       const struct problem *whole, const struct roster *stays,
                       struct problem *out)
{
    struct grant *grants = COPY(a, out->grants, out->n_grants);
    struct session *sessions = COPY(a, out->sessions, out->n_sessions);
    struct client *clients = COPY(a, out->clients, out->n_clients);
    const int *of_grant = numbers(scratch, part->grants, out->n_grants, whole->n_grants);
    const int *of_session = numbers(scratch, part->sessions, out->n_sessions, whole->n_sessions);
    const int *of_client = numbers(scratch, part->clients, out->n_clients, whole->n_clients);
    const int *of_request = numbers(scratch, part->requests, out->n_requests, whole->n_requests);
    for (int r = 0; r < whole->n_requests; r++) {
        const struct request *q = &whole->requests[r];
        int client = of_client[q->client];
        if (of_request[r] != NONE)
            continue;
        int option = roster_option(whole, stays, r);
        const struct option *o = option == NONE ? NULL : &whole->options[option];
        if (client != NONE && q->assessed)
            clients[client].short_before += q->minutes - (o ? o->delivered : 0);
        if (o && o->grant != NONE && of_grant[o->grant] != NONE) {
            grants[of_grant[o->grant]].left -= o->debit;
            grants[of_grant[o->grant]].used += o->debit;
        }
        if (o && o->session && of_session[o->session - 1] != NONE)
            sessions[of_session[o->session - 1]].capacity--;
    }
    out->grants = grants;
    out->sessions = sessions;
    out->clients = clients;
}

const struct part *part_beside(struct arena *a, const struct problem *whole,
                               const bool *requests, const bool *escorts,
                               const struct roster *stays)
{
    struct arena *scratch = arena_new();
    struct part *part = NEW(a, struct part);
    struct problem *problem = NEW(a, struct problem);
    *part = *part_of(a, whole, requests, escorts);
    *problem = *part->problem;
    part->problem = problem;
    take_stays(a, scratch, part, whole, stays, problem);
    arena_free(scratch);
    return part;
}
