/* Every array of prices goes by one of the part's lists of indices. */
#include "solver/part_prices.h"

#include "solver/charge.h"

#include <stdlib.h>

/* So many prices of each. */
static int64_t *taken(struct arena *a, const int64_t *whole, const int *list, int n, int each)
{
    int64_t *out = NEW_ARRAY(a, int64_t, n * each + 1);
    for (int i = 0; i < n; i++)
        for (int k = 0; k < each; k++)
            out[each * i + k] = whole[each * list[i] + k];
    return out;
}

static void put(int64_t *whole, const int64_t *from, const int *list, int n, int each)
{
    for (int i = 0; i < n; i++)
        for (int k = 0; k < each; k++)
            whole[each * list[i] + k] = from[each * i + k];
}

static void take_members(struct arena *a, const struct part *part, const struct prices *whole,
                         struct prices *out)
{
    const struct problem *p = part->problem;
    int room = 0;
    for (int i = 0; i < whole->n_members; i++) {
        struct member_price m = whole->members[i];
        m.option = part_index(part->options, p->n_options, m.option);
        if (m.option == ELSEWHERE)
            continue;
        m.escort = part_index(part->escorts, p->n_escorts, m.escort);
        if (m.escort != ELSEWHERE)
            ARENA_PUSH(a, out->members, out->n_members, room, m);
    }
}

struct prices *prices_cut(struct arena *a, const struct part *part,
                          const struct prices *whole)
{
    const struct problem *p = part->problem;
    struct prices *x = NEW(a, struct prices);
    *x = (struct prices){
        .rights = whole->rights,
        .request = taken(a, whole->request, part->requests, p->n_requests, 1),
        .team = taken(a, whole->team, part->options, p->n_options, 1),
        .grant = taken(a, whole->grant, part->grants, p->n_grants, 1),
        .session = taken(a, whole->session, part->sessions, p->n_sessions, 1),
        .shortage = taken(a, whole->shortage, part->clients, p->n_clients, 2)};
    take_members(a, part, whole, x);
    return x;
}

static void put_part(struct prices *whole, const struct part *part, const struct prices *x)
{
    const struct problem *p = part->problem;
    if (x->rights > whole->rights)
        whole->rights = x->rights;
    put(whole->request, x->request, part->requests, p->n_requests, 1);
    put(whole->team, x->team, part->options, p->n_options, 1);
    put(whole->grant, x->grant, part->grants, p->n_grants, 1);
    put(whole->session, x->session, part->sessions, p->n_sessions, 1);
    put(whole->shortage, x->shortage, part->clients, p->n_clients, 2);
    for (int i = 0; i < x->n_members; i++) {
        struct member_price m = x->members[i];
        m.option = part->options[m.option];
        m.escort = part->escorts[m.escort];
        whole->members[whole->n_members++] = m;
    }
}

static int by_option_and_escort(const void *x, const void *y)
{
    const struct member_price *a = x, *b = y;
    return a->option != b->option ? a->option - b->option : a->escort - b->escort;
}

struct prices *prices_join(struct arena *a, const struct problem *whole,
                           const struct priced_part *parts, int n)
{
    int members = 0;
    for (int i = 0; i < n; i++)
        members += parts[i].prices ? parts[i].prices->n_members : 0;
    struct prices *x = prices_new(a, whole, members);
    for (int i = 0; i < n; i++)
        if (parts[i].prices)
            put_part(x, parts[i].part, parts[i].prices);
    qsort(x->members, (size_t)members, sizeof *x->members, by_option_and_escort);
    return x;
}

static int64_t rights_of(const struct part *part, const struct certificate *whole)
{
    int64_t dearest = -1;
    for (int i = 0; i < whole->n_parts; i++) {
        const struct part_proof *x = &whole->parts[i];
        if (x->rights > dearest &&
            part_index(part->requests, part->problem->n_requests, x->request) != ELSEWHERE)
            dearest = x->rights;
    }
    return dearest < 0 ? whole->prices[1].rights : dearest;
}

const struct certificate *certificate_cut(struct arena *a, const struct part *part,
                                          const struct certificate *whole)
{
    struct certificate *c = NEW(a, struct certificate);
    for (int i = 0; i < 2; i++) {
        c->stated[i] = whole->stated[i];
        if (c->stated[i])
            c->prices[i] = *prices_cut(a, part, &whole->prices[i]);
    }
    c->prices[1].rights = rights_of(part, whole);
    return c;
}
