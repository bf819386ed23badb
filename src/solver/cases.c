/* Every roster is one of a pair of forks: it serves a request or does not, and who serves
 * it, and when, is one escort and one time. A case by an escort is also one in which the
 * request is served; the other one of the pair leaves that open. */
#include "solver/cases.h"

#include <string.h>

static bool shuts(const struct fork *d, const struct node *x)
{
    switch (d->kind) {
    case FORK_BY:
        return x->escort != d->escort;
    case FORK_NOT_BY:
        return x->escort == d->escort;
    case FORK_BEFORE:
        return x->start >= d->start;
    case FORK_FROM:
        return x->start < d->start;
    case FORK_UNSERVED:
        return true;
    case FORK_SERVED:
        return false;
    }
    return false;
}

void case_begin(const struct net *net, signed char *served, bool *shut)
{
    memset(served, 0, (size_t)net->problem->n_requests);
    memset(shut, 0, (size_t)net->n_nodes * sizeof *shut);
}

void case_decide(const struct net *net, const struct fork *d, signed char *served, bool *shut)
{
    for (int n = net->first[d->request]; n < net->first[d->request + 1]; n++)
        shut[n] |= shuts(d, &net->nodes[n]);
    if (d->kind == FORK_SERVED || d->kind == FORK_BY)
        served[d->request] = 1;
    if (d->kind == FORK_UNSERVED)
        served[d->request] = -1;
}

void case_take(const struct net *net, const struct case_list *cases, int at,
               signed char *served, bool *shut)
{
    case_begin(net, served, shut);
    for (int i = at; i != NONE; i = cases->list[i].within)
        case_decide(net, &cases->list[i].fork, served, shut);
}

static struct price_changes changes_copy(struct arena *a, const struct price_changes *from)
{
    struct price_changes x = {from->n, NEW_ARRAY(a, struct price_change, from->n + 1)};
    if (from->n > 0)
        memcpy(x.list, from->list, (size_t)from->n * sizeof *x.list);
    return x;
}

struct case_list cases_copy(struct arena *a, const struct case_list *cases)
{
    struct case_list x = {cases->n, NEW_ARRAY(a, struct case_proof, cases->n + 1)};
    for (int i = 0; i < cases->n; i++) {
        x.list[i] = cases->list[i];
        x.list[i].prices = changes_copy(a, &cases->list[i].prices);
    }
    return x;
}

bool request_is_by_one(const struct request *q)
{
    return q->needed == 1 && q->link == NONE;
}

bool *cases_split(struct arena *a, const struct case_list *cases)
{
    bool *split = NEW_ARRAY(a, bool, cases->n + 1);
    for (int i = 0; i < cases->n; i++)
        if (cases->list[i].within != NONE)
            split[cases->list[i].within] = true;
    return split;
}

int cases_leaves(const struct case_list *cases)
{
    return cases->n / 2 + 1; /* each pair makes one more */
}

/* ---- do they fit? ---- */

struct checking {
    const struct problem *problem;
    const struct case_list *cases;
    const int *part_of;
    int *first, *n_within; /* by case, then by part: of those right within it */
};

static int part_of(const struct checking *c, int at)
{
    return c->part_of ? c->part_of[c->cases->list[at].fork.request] : 0;
}

static int place(const struct checking *c, int at)
{
    int within = c->cases->list[at].within;
    return within == NONE ? c->cases->n + part_of(c, at) : within;
}

static bool amiss(const struct checking *c, int at)
{
    int within = c->cases->list[at].within;
    return within != NONE &&
           (within < 0 || within >= at || part_of(c, within) != part_of(c, at));
}

/* Of the same thing, one of the pair each? */
static bool complementary(const struct fork *x, const struct fork *y)
{
    bool escort = x->kind == FORK_BY || x->kind == FORK_NOT_BY;
    bool start = x->kind == FORK_BEFORE || x->kind == FORK_FROM;
    return x->kind != y->kind && x->kind / 2 == y->kind / 2 && x->request == y->request &&
           (!escort || x->escort == y->escort) && (!start || x->start == y->start);
}

static enum cases_fit fit(struct checking *c, int at)
{
    const struct case_proof *list = c->cases->list, *x = &list[at];
    bool escort = x->fork.kind == FORK_BY || x->fork.kind == FORK_NOT_BY;
    if (amiss(c, at))
        return CASES_AMISS;
    if (escort && !request_is_by_one(&c->problem->requests[x->fork.request]))
        return CASES_SHARED;
    int to = place(c, at), n = c->n_within[to]++;
    if (n == 0)
        c->first[to] = at;
    if (n == 1 && !complementary(&list[c->first[to]].fork, &x->fork))
        return CASES_OTHER;
    return n > 1 ? CASES_MORE : CASES_FIT;
}

/* When all are counted. */
static enum cases_fit complete(const struct checking *c, int at)
{
    if (c->n_within[place(c, at)] == 1)
        return CASES_ONE;
    return c->n_within[at] == 0 && !c->cases->list[at].priced ? CASES_UNPRICED : CASES_FIT;
}

enum cases_fit cases_check(const struct problem *p, const struct case_list *cases,
                           const int *part_of, int n_parts, int *misfit)
{
    struct arena *scratch = arena_new();
    struct checking c = {p, cases, part_of,
                         NEW_ARRAY(scratch, int, cases->n + n_parts + 1),
                         NEW_ARRAY(scratch, int, cases->n + n_parts + 1)};
    enum cases_fit found = CASES_FIT;
    for (int i = 0; i < cases->n && found == CASES_FIT; i++)
        found = fit(&c, *misfit = i);
    for (int i = 0; i < cases->n && found == CASES_FIT; i++)
        found = complete(&c, *misfit = i);
    arena_free(scratch);
    return found;
}
