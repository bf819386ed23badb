/* Cases and the prices in them go by the part's lists of indices, too. */
#include "solver/part_cases.h"

struct things {
    const int *list; /* NULL = the whole has but one, and so has the part */
    int n;
};

/* What a price is of. */
static struct things things_of(const struct part *part, enum price_kind of)
{
    const struct problem *p = part->problem;
    switch (of) {
    case PRICED_REQUEST:
        return (struct things){part->requests, p->n_requests};
    case PRICED_TEAM:
    case PRICED_MEMBER:
        return (struct things){part->options, p->n_options};
    case PRICED_GRANT:
        return (struct things){part->grants, p->n_grants};
    case PRICED_SESSION:
        return (struct things){part->sessions, p->n_sessions};
    case PRICED_SHORTAGE:
        return (struct things){part->clients, p->n_clients};
    case PRICED_RIGHTS:
        break;
    }
    return (struct things){NULL, 0};
}

static int each_of(enum price_kind of)
{
    return of == PRICED_SHORTAGE ? 2 : 1;
}

/* False if the part has nothing of the kind. */
static bool change_cut(const struct part *part, struct price_change *x)
{
    struct things things = things_of(part, x->of);
    int each = each_of(x->of);
    if (!things.list)
        return true;
    int at = part_index(things.list, things.n, x->index / each);
    x->index = each * at + x->index % each;
    if (x->of == PRICED_MEMBER)
        x->escort = part_index(part->escorts, part->problem->n_escorts, x->escort);
    return at != ELSEWHERE && x->escort != ELSEWHERE;
}

static void change_join(const struct part *part, struct price_change *x)
{
    struct things things = things_of(part, x->of);
    int each = each_of(x->of);
    if (things.list)
        x->index = each * things.list[x->index / each] + x->index % each;
    if (x->of == PRICED_MEMBER)
        x->escort = part->escorts[x->escort];
}

static bool by_an_escort(const struct fork *d)
{
    return d->kind == FORK_BY || d->kind == FORK_NOT_BY;
}

static struct price_changes changes_cut(struct arena *a, const struct part *part,
                                        const struct price_changes *whole)
{
    struct price_changes out = {0, NEW_ARRAY(a, struct price_change, whole->n + 1)};
    for (int i = 0; i < whole->n; i++) {
        out.list[out.n] = whole->list[i];
        out.n += change_cut(part, &out.list[out.n]);
    }
    return out;
}

/* An escort who is elsewhere serves none of the part's requests, whichever number is
 * theirs. */
struct case_list cases_cut(struct arena *a, const struct part *part,
                           const struct case_list *whole)
{
    struct case_list out = {0, NEW_ARRAY(a, struct case_proof, whole->n + 1)};
    int *number = NEW_ARRAY(a, int, whole->n + 1);
    for (int i = 0; i < whole->n; i++) {
        struct case_proof x = whole->list[i];
        x.fork.request = part_index(part->requests, part->problem->n_requests, x.fork.request);
        if (x.fork.request == ELSEWHERE)
            continue;
        if (by_an_escort(&x.fork))
            x.fork.escort = part_index(part->escorts, part->problem->n_escorts, x.fork.escort);
        x.within = x.within == NONE ? NONE : number[x.within];
        x.prices = changes_cut(a, part, &whole->list[i].prices);
        number[i] = out.n;
        out.list[out.n++] = x;
    }
    return out;
}

void cases_join(struct arena *a, struct case_list *whole, int *room, const struct part *part,
                const struct case_list *cases)
{
    int before = whole->n;
    for (int i = 0; i < cases->n; i++) {
        struct case_proof x = cases->list[i];
        x.fork.request = part->requests[x.fork.request];
        if (by_an_escort(&x.fork))
            x.fork.escort = part->escorts[x.fork.escort];
        x.within = x.within == NONE ? NONE : before + x.within;
        x.prices.list = NEW_ARRAY(a, struct price_change, x.prices.n + 1);
        for (int k = 0; k < x.prices.n; k++) {
            x.prices.list[k] = cases->list[i].prices.list[k];
            change_join(part, &x.prices.list[k]);
        }
        ARENA_PUSH(a, whole->list, whole->n, *room, x);
    }
}
