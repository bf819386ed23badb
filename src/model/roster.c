#include "ledsaga/roster.h"
#include "base/chance.h"

#include <string.h>

static struct roster *roster_of_size(struct arena *a, int n_requests)
{
    struct roster *r = NEW(a, struct roster);

    r->n_requests = n_requests;
    r->visits = NEW_ARRAY(a, struct visit, n_requests);
    return r;
}

struct roster *roster_new(struct arena *a, const struct problem *p)
{
    return roster_of_size(a, p->n_requests);
}

struct roster *roster_copy(struct arena *a, const struct roster *r)
{
    struct roster *out = roster_of_size(a, r->n_requests);

    for (int i = 0; i < r->n_requests; i++) {
        out->visits[i] = r->visits[i];
        if (r->visits[i].uid)
            out->visits[i].uid = arena_copy(a, r->visits[i].uid);
    }
    return out;
}

bool roster_serves(const struct roster *r, int request)
{
    return r->visits[request].n_escorts > 0;
}

bool visit_has_escort(const struct visit *v, int escort)
{
    for (int i = 0; i < v->n_escorts; i++)
        if (v->escorts[i] == escort)
            return true;
    return false;
}

int roster_option(const struct problem *p, const struct roster *r, int request)
{
    const struct visit *v = &r->visits[request];
    const struct request *q = &p->requests[request];

    for (int i = q->first_option; i < q->first_option + q->n_options; i++)
        if (v->n_escorts > 0 && p->options[i].start == v->start &&
            p->options[i].minutes == v->minutes &&
            p->options[i].session == v->session)
            return i;
    return NONE;
}

/* Two draws for each request, served or not: a visit's name does not depend on
 * which other visits there are. */
void roster_name_visits(struct arena *a, struct roster *r, uint64_t seed)
{
    struct chance c;

    chance_seed(&c, seed);
    for (int i = 0; i < r->n_requests; i++) {
        uint64_t high = chance_bits(&c), low = chance_bits(&c);

        if (roster_serves(r, i) && !r->visits[i].uid)
            r->visits[i].uid =
                arena_print(a, "%016llx%016llx", (unsigned long long)high,
                            (unsigned long long)low);
    }
}

static bool has_escort(const struct visit *v, int escort)
{
    for (int i = 0; i < v->n_escorts; i++)
        if (v->escorts[i] == escort)
            return true;
    return false;
}

static bool comes_before(const struct duty *x, const struct duty *y)
{
    return x->start != y->start ? x->start < y->start
                                : x->request < y->request;
}

/* Keep the `most` first duties in order: a day is short, so inserting is the
 * fastest way to sort it. */
static void insert(struct duty *out, int n, int most, const struct duty *d)
{
    int at = n < most ? n : most;

    while (at > 0 && comes_before(d, &out[at - 1]))
        at--;
    if (at >= most)
        return;
    n = n < most ? n : most - 1;
    memmove(&out[at + 1], &out[at], (size_t)(n - at) * sizeof *out);
    out[at] = *d;
}

static bool same_session(const struct visit *v, const struct visit *u)
{
    return v->session == u->session && v->start == u->start &&
           v->minutes == u->minutes;
}

/* Clients of the session that the escort has with them from this request on, or 0
 * if an earlier request of the same duty is there. A visit that says it takes part
 * at another time is a duty of its own, and the rules will say what they think. */
static int members_from(const struct roster *r, int request, int escort)
{
    const struct visit *v = &r->visits[request];
    int n = 0;

    for (int i = 0; i < r->n_requests; i++) {
        if (!same_session(&r->visits[i], v) ||
            !has_escort(&r->visits[i], escort))
            continue;
        if (i < request)
            return 0;
        n++;
    }
    return n;
}

static struct duty duty_of(const struct problem *p, const struct roster *r,
                           int request, int escort)
{
    const struct visit *v = &r->visits[request];
    struct duty d = {
        .request = request,
        .start = v->start,
        .end = v->start + v->minutes,
        .from = p->requests[request].meet,
        .to = p->requests[request].end,
        .session = v->session,
        .members = 1,
    };

    if (v->session) {
        d.from = d.to = p->sessions[v->session - 1].place;
        d.members = members_from(r, request, escort);
    }
    return d;
}

int roster_duties(const struct problem *p, const struct roster *r, int escort,
                  struct duty *out, int most)
{
    int n = 0;

    for (int i = 0; i < r->n_requests; i++) {
        struct duty d;

        if (!has_escort(&r->visits[i], escort))
            continue;
        d = duty_of(p, r, i, escort);
        if (d.members > 0)
            insert(out, n++, most, &d);
    }
    return n;
}
