#include "adapters/show/outing.h"

#include "adapters/text/phrase.h"
#include "adapters/text/plain.h"
#include "base/text.h"

/* A visit that is said to take part at another time than its session is an outing of
 * its own, as it is a duty of its own. */
static bool together(const struct visit *v, const struct visit *u)
{
    return v->session != 0 && v->session == u->session && v->start == u->start &&
           v->minutes == u->minutes;
}

/* Is served[i] told with one before it? */
static bool told_before(const struct sheet *s, const int *served, int i)
{
    const struct visit *visits = s->roster->visits, *v = &visits[served[i]];
    for (int k = i - 1; k >= 0 && visits[served[k]].start == v->start; k--)
        if (together(&visits[served[k]], v))
            return true;
    return false;
}

/* The first of served[n] and those after it that are together with it. */
static const int *members(struct arena *a, const struct sheet *s, const int *served,
                          int n, int *n_members)
{
    const struct visit *visits = s->roster->visits;
    int *list = NULL, capacity = 0;
    *n_members = 0;
    for (int i = 0; i < n && visits[served[i]].start == visits[served[0]].start; i++)
        if (i == 0 || together(&visits[served[i]], &visits[served[0]]))
            ARENA_PUSH(a, list, *n_members, capacity, served[i]);
    return list;
}

static void add_escorts(int *escorts, int *n, const struct visit *v)
{
    for (int i = 0; i < v->n_escorts; i++) {
        bool known = false;
        for (int k = 0; k < *n; k++)
            known |= escorts[k] == v->escorts[i];
        if (!known)
            escorts[(*n)++] = v->escorts[i];
    }
}

/* Those of the outing's own visits, or with all of the roster that are together with
 * them. */
static const int *escorts_of(struct arena *a, const struct sheet *s,
                             const struct outing *o, bool all, int *n)
{
    const struct visit *visits = s->roster->visits;
    int *escorts = NEW_ARRAY(a, int, s->problem->n_escorts + 1);
    *n = 0;
    for (int i = 0; i < o->n; i++)
        add_escorts(escorts, n, &visits[o->requests[i]]);
    for (int r = 0; all && o->session && r < s->roster->n_requests; r++)
        if (together(&visits[r], &visits[o->requests[0]]))
            add_escorts(escorts, n, &visits[r]);
    return escorts;
}

/* Of served requests; all: every escort of a session, also those of others in it. */
static const struct outing *outings_of(struct arena *a, const struct sheet *s,
                                       const int *served, int n_served, bool all, int *n)
{
    struct outing *out = NEW_ARRAY(a, struct outing, n_served + 1);
    *n = 0;
    for (int i = 0; i < n_served; i++) {
        const struct visit *v = &s->roster->visits[served[i]];
        struct outing *o = &out[*n];
        if (told_before(s, served, i))
            continue;
        (*n)++;
        o->start = v->start;
        o->minutes = v->minutes;
        o->session = v->session ? &s->problem->sessions[v->session - 1] : NULL;
        o->requests = members(a, s, served + i, n_served - i, &o->n);
        o->escorts = escorts_of(a, s, o, all, &o->n_escorts);
    }
    return out;
}

const struct outing *sheet_outings(struct arena *a, const struct sheet *s, int client,
                                   int escort, int *n)
{
    int n_served;
    const int *served = sheet_served(a, s, client, escort, &n_served);
    return outings_of(a, s, served, n_served, client == NONE, n);
}

const struct outings *sheet_outings_by_client(struct arena *a, const struct sheet *s)
{
    const struct problem *p = s->problem;
    int n_served;
    const int *served = sheet_served(a, s, NONE, NONE, &n_served);
    int *first = NEW_ARRAY(a, int, p->n_clients + 2), *sorted = NEW_ARRAY(a, int, n_served + 1);
    struct outings *out = NEW_ARRAY(a, struct outings, p->n_clients + 1);
    /* Sorted by client and else left in order: first[c + 1] is where the next of c goes. */
    for (int i = 0; i < n_served; i++)
        first[p->requests[served[i]].client + 2]++;
    for (int c = 1; c <= p->n_clients; c++)
        first[c + 1] += first[c];
    for (int i = 0; i < n_served; i++)
        sorted[first[p->requests[served[i]].client + 1]++] = served[i];
    for (int c = 0; c < p->n_clients; c++)
        out[c].list = outings_of(a, s, sorted + first[c], first[c + 1] - first[c], false,
                                 &out[c].n);
    return out;
}

int session_clients(const struct sheet *s, int session)
{
    int n = 0;
    for (int r = 0; r < s->roster->n_requests; r++)
        n += roster_serves(s->roster, r) && s->roster->visits[r].session == session;
    return n;
}

const char *outing_activity(struct arena *a, const struct sheet *s,
                            const struct outing *o)
{
    if (!o->session)
        return activity_name(a, s->problem, o->requests[0]);
    int session = s->roster->visits[o->requests[0]].session;
    /* TRANSLATORS: activity, clients who take part, clients there is room for */
    return arena_print(a,
                       o->session->shared ? _("%s (shared, %d of %d)")
                                          : _("%s (group, %d of %d)"),
                       plain_line(a, o->session->activity),
                       session_clients(s, session), o->session->capacity);
}

const char *outing_clients(struct arena *a, const struct sheet *s,
                           const struct outing *o)
{
    const struct problem *p = s->problem;
    const char **names = NEW_ARRAY(a, const char *, o->n + 1);
    for (int i = 0; i < o->n; i++)
        names[i] = client_name(a, p, p->requests[o->requests[i]].client);
    if (o->n == 1)
        return names[0];
    return arena_print(a, PLURAL("%d client: %s", "%d clients: %s", o->n), o->n,
                       and_list(a, names, o->n));
}

const char *outing_place(struct arena *a, const struct sheet *s, const struct outing *o)
{
    return o->session ? place_name(a, s->problem, o->session->place)
                      : route_phrase(a, s->problem, o->requests[0]);
}

/* Declined, to be offered, not answered, accepted. */
static int distance_from_yes(int answer)
{
    return answer == ANSWER_DECLINED ? 3 : answer == NONE ? 2 : answer == ANSWER_OFFERED;
}

const char *outing_answer(const struct sheet *s, const struct outing *o, int escort)
{
    int furthest = ANSWER_ACCEPTED;
    if (escort_employed(&s->problem->escorts[escort]))
        return "";
    for (int i = 0; i < o->n; i++) {
        int answer = sheet_answer(s->problem, o->requests[i], escort);
        if (distance_from_yes(answer) > distance_from_yes(furthest))
            furthest = answer;
    }
    return answer_phrase(furthest);
}
