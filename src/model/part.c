/* Cutting: choose what belongs to the part, number it anew in the old order, and copy
 * each thing with its references moved. What has no references is shared. */
#include "model/part.h"
#include "base/file.h"
#include "model/travel.h"

#include <stdlib.h>
#include <string.h>

/* Which things of a kind are taken. */
struct choice {
    int n;
    int *whole; /* the whole's index by the part's */
    int *part;  /* the part's by the whole's, or ELSEWHERE */
};

struct cut {
    struct arena *arena, *scratch;
    const struct problem *whole;
    struct problem *problem;
    struct choice requests, escorts, clients, decisions, grants, links, sessions, places;
    int *options; /* the whole's index by the part's */
};

/* ---- what is taken ------------------------------------------------------- */

static struct choice choose(const struct cut *c, const bool *wanted, int n)
{
    struct choice x = {.part = NEW_ARRAY(c->scratch, int, n)};
    for (int i = 0; i < n; i++)
        x.part[i] = wanted[i] ? x.n++ : ELSEWHERE;
    x.whole = NEW_ARRAY(c->arena, int, x.n);
    for (int i = 0; i < n; i++)
        if (wanted[i])
            x.whole[x.part[i]] = i;
    return x;
}

static bool taken(const struct choice *x, int index)
{
    return x->part[index] != ELSEWHERE;
}

static bool *nothing_of(const struct cut *c, int n)
{
    return NEW_ARRAY(c->scratch, bool, n);
}

static struct choice choose_clients(const struct cut *c)
{
    const struct problem *p = c->whole;
    bool *wanted = nothing_of(c, p->n_clients);
    for (int i = 0; i < c->requests.n; i++)
        wanted[p->requests[c->requests.whole[i]].client] = true;
    return choose(c, wanted, p->n_clients);
}

static struct choice choose_decisions(const struct cut *c)
{
    const struct problem *p = c->whole;
    bool *wanted = nothing_of(c, p->n_decisions);
    for (int i = 0; i < p->n_decisions; i++)
        wanted[i] = taken(&c->clients, p->decisions[i].client);
    return choose(c, wanted, p->n_decisions);
}

static struct choice choose_grants(const struct cut *c)
{
    const struct problem *p = c->whole;
    bool *wanted = nothing_of(c, p->n_grants);
    for (int i = 0; i < p->n_grants; i++)
        wanted[i] = taken(&c->decisions, p->grants[i].decision);
    return choose(c, wanted, p->n_grants);
}

static struct choice choose_links(const struct cut *c)
{
    const struct problem *p = c->whole;
    bool *wanted = nothing_of(c, p->n_links);
    for (int i = 0; i < p->n_links; i++) {
        wanted[i] = taken(&c->requests, p->links[i].first);
        require(wanted[i] == taken(&c->requests, p->links[i].second),
                "a part has both of two requests in step or none");
    }
    return choose(c, wanted, p->n_links);
}

static struct choice choose_sessions(const struct cut *c)
{
    const struct problem *p = c->whole;
    bool *wanted = nothing_of(c, p->n_sessions);
    for (int i = 0; i < c->requests.n; i++) {
        const struct request *q = &p->requests[c->requests.whole[i]];
        for (int k = 0; k < q->n_alternatives; k++)
            if (q->alternatives[k].session)
                wanted[q->alternatives[k].session - 1] = true;
    }
    return choose(c, wanted, p->n_sessions);
}

static void want(bool *wanted, int index)
{
    if (index != NONE)
        wanted[index] = true;
}

static struct choice choose_places(const struct cut *c)
{
    const struct problem *p = c->whole;
    bool *wanted = nothing_of(c, p->n_places);
    for (int i = 0; i < c->clients.n; i++)
        want(wanted, p->clients[c->clients.whole[i]].home);
    for (int i = 0; i < c->escorts.n; i++)
        want(wanted, p->escorts[c->escorts.whole[i]].home);
    for (int i = 0; i < c->requests.n; i++) {
        want(wanted, p->requests[c->requests.whole[i]].meet);
        want(wanted, p->requests[c->requests.whole[i]].end);
    }
    for (int i = 0; i < c->sessions.n; i++)
        want(wanted, p->sessions[c->sessions.whole[i]].place);
    return choose(c, wanted, p->n_places);
}

/* In this order: each kind follows from those before it. */
static void choose_all(struct cut *c, const bool *requests, const bool *escorts)
{
    c->requests = choose(c, requests, c->whole->n_requests);
    c->escorts = choose(c, escorts, c->whole->n_escorts);
    c->clients = choose_clients(c);
    c->decisions = choose_decisions(c);
    c->grants = choose_grants(c);
    c->links = choose_links(c);
    c->sessions = choose_sessions(c);
    c->places = choose_places(c);
}

/* ---- references moved ---------------------------------------------------- */

/* NONE stays NONE, and who is elsewhere already stays there. */
static int moved(const struct choice *x, int index)
{
    return index < 0 ? index : x->part[index];
}

static int session_moved(const struct cut *c, int session)
{
    return session ? 1 + c->sessions.part[session - 1] : 0;
}

/* As long as before, so that places in a ranking stay. */
static const int *all_moved(const struct cut *c, const struct choice *x,
                            const int *list, int n)
{
    int *out = NEW_ARRAY(c->arena, int, n);
    for (int i = 0; i < n; i++)
        out[i] = moved(x, list[i]);
    return out;
}

/* A copy of what the part has of the whole's array. */
#define TAKE(c, type, nouns)                                                   \
    struct type *out = NEW_ARRAY((c)->arena, struct type, (c)->nouns.n);       \
    for (int i_ = 0; i_ < (c)->nouns.n; i_++)                                  \
        out[i_] = (c)->whole->nouns[(c)->nouns.whole[i_]];                     \
    (c)->problem->nouns = out;                                                 \
    (c)->problem->n_##nouns = (c)->nouns.n

#define COPY(c, list, n) arena_grow((c)->arena, list, (size_t)(n), (size_t)(n), sizeof *(list))

static void take_places(struct cut *c)
{
    TAKE(c, place, places);
}

static void take_sessions(struct cut *c)
{
    TAKE(c, session, sessions);
    for (int i = 0; i < c->sessions.n; i++)
        out[i].place = moved(&c->places, out[i].place);
}

static void take_clients(struct cut *c)
{
    TAKE(c, client, clients);
    for (int i = 0; i < c->clients.n; i++) {
        struct client *x = &out[i];
        x->home = moved(&c->places, x->home);
        x->wishes = all_moved(c, &c->escorts, x->wishes, x->n_wishes);
        x->primary = moved(&c->escorts, x->primary);
        x->deputy = moved(&c->escorts, x->deputy);
        x->shares = all_moved(c, &c->clients, x->shares, x->n_shares);
    }
}

static void take_escorts(struct cut *c)
{
    TAKE(c, escort, escorts);
    for (int i = 0; i < c->escorts.n; i++) {
        struct escort *x = &out[i];
        struct delegation *delegations = COPY(c, x->delegations, x->n_delegations);
        struct met *met = COPY(c, x->met, x->n_met);
        x->home = moved(&c->places, x->home);
        for (int k = 0; k < x->n_delegations; k++)
            delegations[k].client = moved(&c->clients, delegations[k].client);
        for (int k = 0; k < x->n_met; k++)
            met[k].client = moved(&c->clients, met[k].client);
        x->delegations = delegations;
        x->met = met;
    }
}

static void take_decisions(struct cut *c)
{
    TAKE(c, decision, decisions);
    for (int i = 0; i < c->decisions.n; i++)
        out[i].client = moved(&c->clients, out[i].client);
}

static void take_grants(struct cut *c)
{
    TAKE(c, grant, grants);
    for (int i = 0; i < c->grants.n; i++)
        out[i].decision = moved(&c->decisions, out[i].decision);
}

static void take_links(struct cut *c)
{
    TAKE(c, link, links);
    for (int i = 0; i < c->links.n; i++) {
        out[i].first = moved(&c->requests, out[i].first);
        out[i].second = moved(&c->requests, out[i].second);
    }
}

/* Most requests have their client's wishes, which are moved already. */
static const int *wishes_moved(const struct cut *c, const struct request *q)
{
    const struct client *before = &c->whole->clients[q->client];
    if (q->wishes == before->wishes && q->n_wishes == before->n_wishes)
        return c->problem->clients[c->clients.part[q->client]].wishes;
    return all_moved(c, &c->escorts, q->wishes, q->n_wishes);
}

static void move_escorts_named(const struct cut *c, struct request *q)
{
    struct escort_points *extra = COPY(c, q->extra, q->n_extra);
    struct offer *offers = COPY(c, q->offers, q->n_offers);
    for (int i = 0; i < q->n_extra; i++)
        extra[i].escort = moved(&c->escorts, extra[i].escort);
    for (int i = 0; i < q->n_offers; i++)
        offers[i].escort = moved(&c->escorts, offers[i].escort);
    for (int i = 0; i < q->n_pin_escorts; i++)
        q->pin_escorts[i] = moved(&c->escorts, q->pin_escorts[i]);
    for (int i = 0; i < q->n_pub_escorts; i++)
        q->pub_escorts[i] = moved(&c->escorts, q->pub_escorts[i]);
    q->series_escort = moved(&c->escorts, q->series_escort);
    q->wishes = wishes_moved(c, q);
    q->extra = extra;
    q->offers = offers;
}

static void take_requests(struct cut *c)
{
    int first_option = 0;
    TAKE(c, request, requests);
    for (int i = 0; i < c->requests.n; i++) {
        struct request *q = &out[i];
        struct alternative *alternatives = COPY(c, q->alternatives, q->n_alternatives);
        for (int k = 0; k < q->n_alternatives; k++)
            alternatives[k].session = session_moved(c, alternatives[k].session);
        move_escorts_named(c, q);
        q->alternatives = alternatives;
        q->client = moved(&c->clients, q->client);
        q->meet = moved(&c->places, q->meet);
        q->end = moved(&c->places, q->end);
        q->decision = moved(&c->decisions, q->decision);
        q->link = moved(&c->links, q->link);
        q->first_option = first_option;
        first_option += q->n_options;
    }
    c->problem->n_options = first_option;
}

static void take_options(struct cut *c)
{
    struct option *out = NEW_ARRAY(c->arena, struct option, c->problem->n_options);
    int n = 0;
    c->options = NEW_ARRAY(c->arena, int, c->problem->n_options);
    for (int i = 0; i < c->requests.n; i++) {
        const struct request *q = &c->whole->requests[c->requests.whole[i]];
        for (int k = q->first_option; k < q->first_option + q->n_options; k++, n++) {
            c->options[n] = k;
            out[n] = c->whole->options[k];
            out[n].request = i;
            out[n].grant = moved(&c->grants, out[n].grant);
            out[n].session = session_moved(c, out[n].session);
        }
    }
    c->problem->options = out;
}

/* ---- tables -------------------------------------------------------------- */

#define TABLE(name, type)                                                      \
    static const type *name(const struct cut *c, const type *table,            \
                            const struct choice *rows,                         \
                            const struct choice *columns, int width)           \
    {                                                                          \
        type *out = NEW_ARRAY(c->arena, type, (size_t)rows->n * (size_t)columns->n), \
             *at = out;                                                        \
        for (int i = 0; i < rows->n; i++) {                                    \
            const type *row = table + (size_t)rows->whole[i] * (size_t)width;  \
            for (int k = 0; k < columns->n; k++)                               \
                *at++ = row[columns->whole[k]];                                \
        }                                                                      \
        return out;                                                            \
    }
TABLE(bytes_taken, uint8_t)
TABLE(shorts_taken, uint16_t)
#undef TABLE

static void take_tables(struct cut *c)
{
    const struct problem *p = c->whole;
    struct problem *out = c->problem;
    int width = p->n_escorts;
    travel_take(c->arena, out, p, c->places.whole);
    out->barred = bytes_taken(c, p->barred, &c->clients, &c->escorts, width);
    out->visits_before =
        shorts_taken(c, p->visits_before, &c->clients, &c->escorts, width);
    out->recency = bytes_taken(c, p->recency, &c->clients, &c->escorts, width);
}

static uint64_t with_id(uint64_t h, const char *id)
{
    return hash_bytes(h, id, strlen(id) + 1);
}

/* Of the same whole, the same part has the same number. No id is empty. */
static uint64_t part_hash(const struct cut *c)
{
    uint64_t h = c->whole->hash;
    for (int i = 0; i < c->requests.n; i++)
        h = with_id(h, c->problem->requests[i].id);
    h = with_id(h, "");
    for (int i = 0; i < c->escorts.n; i++)
        h = with_id(h, c->problem->escorts[i].id);
    return h;
}

static const struct part *part_finish(const struct cut *c)
{
    struct part *part = NEW(c->arena, struct part);
    *part = (struct part){.problem = c->problem,
                          .requests = c->requests.whole,
                          .escorts = c->escorts.whole,
                          .clients = c->clients.whole,
                          .decisions = c->decisions.whole,
                          .grants = c->grants.whole,
                          .options = c->options,
                          .links = c->links.whole,
                          .sessions = c->sessions.whole,
                          .places = c->places.whole};
    return part;
}

const struct part *part_of(struct arena *a, const struct problem *whole,
                           const bool *requests, const bool *escorts)
{
    struct cut c = {.arena = a, .scratch = arena_new(), .whole = whole,
                    .problem = NEW(a, struct problem)};
    *c.problem = *whole;
    c.problem->index = NULL;
    choose_all(&c, requests, escorts);
    take_places(&c);
    take_sessions(&c);
    take_clients(&c);
    take_escorts(&c);
    take_decisions(&c);
    take_grants(&c);
    take_links(&c);
    take_requests(&c);
    take_options(&c);
    take_tables(&c);
    c.problem->hash = part_hash(&c);
    arena_free(c.scratch);
    return part_finish(&c);
}

/* ---- rosters ------------------------------------------------------------- */

static int by_number(const void *x, const void *y)
{
    const int *a = x, *b = y;
    return (*a > *b) - (*a < *b);
}

int part_index(const int *list, int n, int whole)
{
    const int *at = n ? bsearch(&whole, list, (size_t)n, sizeof *list, by_number) : NULL;
    return at ? (int)(at - list) : ELSEWHERE;
}

/* False if the part does not have all that the visit needs. */
static bool visit_cut(const struct part *part, struct visit *v)
{
    for (int i = 0; i < v->n_escorts; i++) {
        v->escorts[i] = part_index(part->escorts, part->problem->n_escorts, v->escorts[i]);
        if (v->escorts[i] == ELSEWHERE)
            return false;
    }
    if (v->session == 0)
        return true;
    int row = part_index(part->sessions, part->problem->n_sessions, v->session - 1);
    v->session = 1 + row;
    return row != ELSEWHERE;
}

static const char *uid_kept(struct arena *a, const char *uid)
{
    return uid ? arena_copy(a, uid) : NULL;
}

struct roster *roster_cut(struct arena *a, const struct part *part,
                          const struct roster *whole)
{
    struct roster *r = roster_new(a, part->problem);
    for (int i = 0; i < r->n_requests; i++) {
        struct visit v = whole->visits[part->requests[i]];
        if (!visit_cut(part, &v))
            continue;
        v.uid = uid_kept(a, v.uid);
        r->visits[i] = v;
    }
    return r;
}

void roster_merge(struct arena *a, struct roster *whole, const struct part *part,
                  const struct roster *r)
{
    require(r->n_requests == part->problem->n_requests, "the roster is of another part");
    for (int i = 0; i < r->n_requests; i++) {
        struct visit v = r->visits[i];
        for (int k = 0; k < v.n_escorts; k++)
            v.escorts[k] = part->escorts[v.escorts[k]];
        if (v.session)
            v.session = 1 + part->sessions[v.session - 1];
        v.uid = uid_kept(a, v.uid);
        whole->visits[part->requests[i]] = v;
    }
}
