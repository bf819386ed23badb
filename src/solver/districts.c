/* Groups of escorts that are near each other are districts: who could take over from whom is
 * mostly within one. The prices of one district know nothing of what escorts of another
 * could do for it, so that together they prove less than those of the whole would; they are
 * a good place to begin from. */
#include "solver/districts.h"

#include "base/crew.h"
#include "solver/colgen.h"
#include "solver/groups.h"
#include "solver/part_prices.h"

enum { DISTRICTS_MOST = 200 };

struct district {
    struct arena *arena;
    struct group group;
    const struct part *part;
    struct prices *prices;
    int64_t spent;
    enum status status;
    struct faults faults;
};

struct pricing_apart {
    struct groups *groups;
    const struct roster *roster;
    const struct exact_limits *limits;
    struct district *districts;
    int64_t work; /* of a district at most */
};

static int64_t rights_of(struct arena *a, const struct problem *p, const struct roster *r)
{
    return rules_judge(a, p, r)->tier[TIER_RIGHTS];
}

enum { WORK_MOST = 100000000 }; /* of a district */

static void price_district(void *context, int worker, int i)
{
    struct pricing_apart *x = context;
    struct district *d = &x->districts[i];
    int64_t work = x->work;
    struct exact_limits limits = *x->limits;
    (void)worker;
    limits.work = &work;
    if (exact_over(&limits))
        return;
    struct arena *scratch = arena_new();
    d->part = group_part(d->arena, x->groups, &d->group, x->roster);
    const struct roster *own = roster_cut(scratch, d->part, x->roster);
    struct net *net = net_new(scratch, d->part->problem);
    struct colgen *g = colgen_new(scratch, net, TIER_REST,
                                  rights_of(scratch, d->part->problem, own), 1);
    colgen_add_roster(g, own);
    d->status = colgen_run(g, CARE_EXACT, INT64_MAX, &limits, &d->faults);
    if (g->best)
        d->prices = prices_copy(d->arena, d->part->problem, g->best);
    d->spent = x->work - work;
    colgen_free(g);
    arena_free(scratch);
}

/* A dearer point of tier 1 is taken back with each visit, so that none becomes cheaper. */
static void raise_rights(const struct problem *p, const struct net *net, const struct part *part,
                         struct prices *x, int64_t rights)
{
    for (int r = 0; r < p->n_requests; r++)
        x->request[r] += (rights - x->rights) * p->requests[r].rights *
                         net->longest[part->requests[r]];
    x->rights = rights;
}

/* What is in no district is of no use to anybody. */
static void price_others(struct arena *scratch, const struct net *net, const struct district *d,
                         int n, struct prices *x)
{
    const struct problem *p = net->problem;
    bool *has = NEW_ARRAY(scratch, bool, p->n_requests + 1);
    for (int i = 0; i < n; i++)
        for (int r = 0; d[i].prices && r < d[i].part->problem->n_requests; r++)
            has[d[i].part->requests[r]] = true;
    for (int r = 0; r < p->n_requests; r++)
        if (!has[r])
            x->request[r] = (x->rights * p->requests[r].rights) * net->longest[r];
}

static struct prices *join_all(struct arena *a, struct net *net, struct district *d, int n)
{
    struct arena *scratch = arena_new();
    struct priced_part *parts = NEW_ARRAY(scratch, struct priced_part, n + 1);
    int64_t rights = 0;
    for (int i = 0; i < n; i++)
        if (d[i].prices && d[i].prices->rights > rights)
            rights = d[i].prices->rights;
    for (int i = 0; i < n; i++) {
        if (d[i].prices)
            raise_rights(d[i].part->problem, net, d[i].part, d[i].prices, rights);
        parts[i] = (struct priced_part){d[i].part, d[i].prices};
    }
    struct prices *x = prices_join(a, net->problem, parts, n);
    price_others(scratch, net, d, n, x);
    arena_free(scratch);
    return x;
}

enum status districts_price(struct arena *a, struct net *net, const struct roster *r, int size,
                            uint64_t seed, int threads, const struct exact_limits *limits,
                            struct prices **out, struct faults *f)
{
    struct arena *scratch = arena_new();
    struct group *groups = NEW_ARRAY(scratch, struct group, DISTRICTS_MOST);
    struct district *d = NEW_ARRAY(scratch, struct district, DISTRICTS_MOST);
    struct pricing_apart x = {groups_new(scratch, net, seed), r, limits, d, 0};
    int n = groups_choose(scratch, x.groups, r, size, DISTRICTS_MOST, groups);
    enum status status = STATUS_OK;
    for (int i = 0; i < n; i++)
        d[i] = (struct district){.arena = arena_new(), .group = groups[i]};
    x.work = n > 0 ? *limits->work / n : 0;
    x.work = x.work < WORK_MOST ? x.work : WORK_MOST;
    crew_run(threads, n, price_district, &x);
    for (int i = 0; i < n; i++) {
        *limits->work -= d[i].spent;
        if (d[i].status != STATUS_OK && status == STATUS_OK) {
            status = d[i].status;
            *f = d[i].faults;
        }
    }
    *out = join_all(a, net, d, n);
    for (int i = 0; i < n; i++)
        arena_free(d[i].arena);
    arena_free(scratch);
    return status;
}
