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

int roster_duties(const struct problem *p, const struct roster *r, int escort,
                  struct duty *out, int most)
{
    int n = 0;

    for (int i = 0; i < r->n_requests; i++) {
        const struct visit *v = &r->visits[i];
        struct duty d = {i, v->start, v->start + v->minutes,
                         p->requests[i].meet, p->requests[i].end};

        if (has_escort(v, escort))
            insert(out, n++, most, &d);
    }
    return n;
}
