/* Two sets of prices compared, and one made of the other: all but the members of teams by
 * their index, these by option and escort. */
#include "ledsaga/certificate.h"

#include <stdlib.h>
#include <string.h>

/* ---- members ---- */

static int by_option_and_escort(const void *x, const void *y)
{
    const struct member_price *a = x, *b = y;
    return a->option != b->option ? a->option - b->option : a->escort - b->escort;
}

struct members {
    int n;
    struct member_price *list;
};

/* In their order, with room for more. */
static struct members sorted(struct arena *a, const struct prices *x, int more)
{
    struct members m = {x ? x->n_members : 0, NULL};
    m.list = NEW_ARRAY(a, struct member_price, m.n + more + 1);
    if (m.n > 0)
        memcpy(m.list, x->members, (size_t)m.n * sizeof *m.list);
    qsort(m.list, (size_t)m.n, sizeof *m.list, by_option_and_escort);
    return m;
}

/* ---- finding ---- */

struct finding {
    struct arena *arena;
    struct price_changes found;
    int room;
};

static void find_one(struct finding *f, enum price_kind of, int index, int escort, int64_t price)
{
    struct price_change x = {of, index, escort, price};
    ARENA_PUSH(f->arena, f->found.list, f->found.n, f->room, x);
}

/* So many prices of each are told together. */
static void find_in(struct finding *f, enum price_kind of, const int64_t *from, const int64_t *to,
                    int n, int each)
{
    for (int i = 0; i < n; i += each) {
        bool otherwise = false;
        for (int k = i; k < i + each; k++)
            otherwise |= to[k] != (from ? from[k] : 0);
        for (int k = i; otherwise && k < i + each; k++)
            find_one(f, of, k, 0, to[k]);
    }
}

static void find_members(struct finding *f, const struct prices *from, const struct prices *to)
{
    struct arena *scratch = arena_new();
    struct members a = sorted(scratch, from, 0), b = sorted(scratch, to, 0);
    for (int i = 0, k = 0; i < a.n || k < b.n;) {
        int order = i == a.n ? 1 : k == b.n ? -1 : by_option_and_escort(&a.list[i], &b.list[k]);
        struct member_price x = order < 0 ? a.list[i] : b.list[k];
        int64_t before = order <= 0 ? a.list[i++].price : 0;
        x.price = order >= 0 ? b.list[k++].price : 0;
        if (x.price != before)
            find_one(f, PRICED_MEMBER, x.option, x.escort, x.price);
    }
    arena_free(scratch);
}

struct price_changes price_changes_find(struct arena *a, const struct problem *p,
                                        const struct prices *from, const struct prices *to)
{
    static const struct prices NO_PRICES;
    struct finding f = {.arena = a};
    const struct prices *x = from ? from : &NO_PRICES;
    find_in(&f, PRICED_RIGHTS, &x->rights, &to->rights, 1, 1);
    find_in(&f, PRICED_REQUEST, x->request, to->request, p->n_requests, 1);
    find_in(&f, PRICED_TEAM, x->team, to->team, p->n_options, 1);
    find_in(&f, PRICED_GRANT, x->grant, to->grant, p->n_grants, 1);
    find_in(&f, PRICED_SESSION, x->session, to->session, p->n_sessions, 1);
    find_in(&f, PRICED_SHORTAGE, x->shortage, to->shortage, 2 * p->n_clients, 2);
    find_members(&f, x, to);
    return f.found;
}

/* ---- making ---- */

static int64_t *price_of(struct prices *x, enum price_kind of)
{
    switch (of) {
    case PRICED_RIGHTS:
        return &x->rights;
    case PRICED_REQUEST:
        return x->request;
    case PRICED_TEAM:
        return x->team;
    case PRICED_GRANT:
        return x->grant;
    case PRICED_SESSION:
        return x->session;
    case PRICED_SHORTAGE:
        return x->shortage;
    case PRICED_MEMBER:
        break;
    }
    return NULL;
}

static void make_members(struct arena *a, const struct price_change *list, int n,
                         struct prices *x)
{
    struct members m = sorted(a, x, n);
    int before = m.n;
    for (int i = 0; i < n; i++) {
        struct member_price key = {list[i].index, list[i].escort, list[i].price};
        struct member_price *at =
            bsearch(&key, m.list, (size_t)before, sizeof key, by_option_and_escort);
        *(at ? at : &m.list[m.n++]) = key;
    }
    qsort(m.list, (size_t)m.n, sizeof *m.list, by_option_and_escort);
    x->members = m.list;
    x->n_members = m.n;
}

void price_changes_make(struct arena *a, const struct price_changes *changes,
                        struct prices *x)
{
    int i = 0;
    for (; i < changes->n && changes->list[i].of != PRICED_MEMBER; i++)
        price_of(x, changes->list[i].of)[changes->list[i].index] = changes->list[i].price;
    if (i < changes->n)
        make_members(a, &changes->list[i], changes->n - i, x);
}
