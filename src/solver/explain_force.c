/* A choice put before everything: in a copy of the week not to serve the request costs so
 * much that every roster that serves it is better than any that does not, and the solver is
 * asked for the best. Its value is what the choice costs, and its bound what the choice costs
 * at least.
 *
 * How much is enough: serving the request in some way drops at most the visits that are in
 * that way's way, of the escort's week, the client's hours and the session. If not serving it
 * costs more than all that is unmet then, no roster without it can be as good. That is about as
 * much as a few visits are worth, and keeps the numbers of the linear programs near each other.
 * Where something is held not every way need be possible: then it costs more than all that
 * stands in the way of any of them.
 *
 * Only the part of the week that has anything to do with the request is solved. If that is
 * large, a group of escorts around it is planned anew while the others stay, and the bound
 * holds for that. */
#include "solver/explain_parts.h"

#include "base/clock.h"

enum { WHOLE_MOST = 250, GROUP_SIZE = 60, EFFORT_LEAST = 200000, EFFORT = 20000 };
static const double LEAST_SECONDS = 0.01;

/* ---- which part of the week ----------------------------------------------------------------- */

static const struct part *part_around(struct explainer *x, struct arena *a, const struct problem *p,
                                      int request, int escort, bool *whole)
{
    bool own = p == x->problem;
    struct net *net = own && x->net ? x->net : net_new(own ? x->arena : a, p);
    const struct components *c =
        own && x->components ? x->components : components_of(own ? x->arena : a, net);
    int n = 0;
    if (own) {
        x->net = net;
        x->components = c;
    }
    if (net->first[request] == net->first[request + 1])
        return NULL;
    for (int r = 0; r < p->n_requests; r++)
        n += c->of_request[r] == c->of_request[request];
    *whole = n <= WHOLE_MOST;
    if (*whole)
        return component_part(a, p, c, c->of_request[request]);
    struct groups *groups = groups_new(a, net, x->options->seed);
    struct group group = groups_around(a, groups, x->roster, request, escort, GROUP_SIZE);
    return group_part(a, groups, &group, x->roster);
}

/* ---- how much it must weigh ----------------------------------------------------------------- */

/* Points of tier 1 that dropping a visit may make, with what is in step with it. */
static int64_t worth(const struct problem *p, const struct roster *r, int request)
{
    const struct request *q = &p->requests[request];
    const struct weight_figures *w = &p->weight;
    int64_t a_minute = q->rights + (q->assessed ? w->short_1 + w->short_2 : 0);
    return roster_serves(r, request) ? a_minute * q->minutes : 0;
}

static int64_t worth_with_partner(const struct problem *p, const struct roster *r, int request)
{
    int link = p->requests[request].link;
    if (link == NONE)
        return worth(p, r, request);
    return worth(p, r, p->links[link].first) + worth(p, r, p->links[link].second);
}

static bool joins(const struct request *q, int session)
{
    for (int i = 0; session && i < q->n_alternatives; i++)
        if (q->alternatives[i].session == session)
            return true;
    return false;
}

/* What stands in the way of any escort; by escort what stands in theirs. */
static int64_t in_the_way(const struct problem *p, const struct roster *r, int request,
                          int64_t *by_escort)
{
    const struct request *q = &p->requests[request];
    int64_t all = 0;
    for (int i = 0; i < p->n_requests; i++) {
        const struct visit *v = &r->visits[i];
        int64_t points = i == request ? 0 : worth_with_partner(p, r, i);
        if (p->requests[i].client == q->client || joins(q, v->session))
            all += points;
        for (int k = 0; k < v->n_escorts; k++)
            by_escort[v->escorts[k]] += points;
    }
    return all;
}

static bool anything_held(const struct problem *p)
{
    for (int i = 0; i < p->n_requests; i++)
        if (p->requests[i].held)
            return true;
    return false;
}

/* Of one way to serve the request; with teams and ways home, or where something is held, of
 * all of them together. */
static int64_t most_dropped(struct arena *a, const struct net *net, const struct roster *r,
                            int request)
{
    const struct problem *p = net->problem;
    int64_t *by_escort = NEW_ARRAY(a, int64_t, p->n_escorts + 1);
    int64_t always = in_the_way(p, r, request, by_escort), least = INT64_MAX, all = 0;
    bool any = request_is_team(&p->requests[request]) || p->rule.home_legs || anything_held(p);
    for (int e = 0; e < p->n_escorts; e++)
        all += by_escort[e];
    for (int i = net->first[request]; i < net->first[request + 1]; i++)
        if (by_escort[net->nodes[i].escort] < least)
            least = by_escort[net->nodes[i].escort];
    return always + (any ? all : least);
}

/* ---- solving it ----------------------------------------------------------------------------- */

struct forcing {
    struct explainer *x;
    struct arena *arena;
    const struct problem *whole; /* the week; with something eased, perhaps */
    const struct part *part;
    const struct problem *week;  /* the part's, narrowed and insisted on */
    const struct roster *before; /* the part's */
    int request, at;             /* of the whole; of the part */
    int64_t served;              /* tier 1 of some roster that serves it is no more */
};

static const struct verdict *judged(const struct forcing *g)
{
    return rules_judge(g->arena, g->part->problem, g->before);
}

static bool prepare(struct forcing *g, const struct narrowed *to)
{
    struct narrowed own = *to;
    int n = g->part->problem->n_requests;
    g->at = part_index(g->part->requests, n, g->request);
    if (to->escort != NONE)
        own.escort = part_index(g->part->escorts, g->part->problem->n_escorts, to->escort);
    if (own.escort == ELSEWHERE)
        return false;
    g->before = roster_cut(g->arena, g->part, g->x->roster);
    const struct problem *narrow = narrow_choice(g->arena, g->part->problem, g->at, &own);
    const struct net *net = net_new(g->arena, narrow);
    if (net->first[g->at] == net->first[g->at + 1])
        return false;
    g->served = judged(g)->tier[TIER_RIGHTS] + most_dropped(g->arena, net, g->before, g->at);
    g->week = insist_on(g->arena, narrow, g->at, g->served);
    return true;
}

static enum status solve_it(struct forcing *g, const struct solution **s, struct faults *f)
{
    const struct explain_options *o = g->x->options;
    int n = g->week->n_requests;
    struct solve_options options = {.seed = o->seed,
                                    .effort = o->effort > 0 ? o->effort
                                                            : EFFORT_LEAST + EFFORT * (int64_t)n,
                                    .prove = true,
                                    .threads = 1,
                                    .stop = o->stop};
    if (g->x->deadline > 0) {
        double left = g->x->deadline - clock_seconds();
        options.seconds = left > LEAST_SECONDS ? left : LEAST_SECONDS;
    }
    return solve(g->arena, g->week, &options, g->before, s, f);
}

static void take_bounds(const struct forcing *g, const struct solution *s, struct forced *out)
{
    const struct verdict *before = judged(g);
    out->bounded = true;
    out->rights_least = s->rights.bound - before->tier[TIER_RIGHTS];
    out->rest_bounded = s->rights.bound == s->rights.value;
    out->rest_least = out->rest_bounded ? s->rest.bound - before->tier[TIER_REST] : 0;
}

static void take_solution(struct forcing *g, const struct solution *s, struct forced *out)
{
    if (!roster_serves(s->roster, g->at)) {
        if (out->whole && s->rights.bound > g->served)
            out->found = FOUND_PROVED_NONE;
        return;
    }
    struct roster *after = roster_copy(g->arena, g->x->roster);
    roster_merge(g->arena, after, g->part, s->roster);
    bool lawful = difference_of(g->x, g->whole, after, g->request, &out->difference);
    out->found = lawful ? FOUND_ROSTER : FOUND_NONE;
    if (lawful)
        take_bounds(g, s, out);
}

enum status force(struct explainer *x, const struct problem *p, int request,
                  const struct narrowed *to, struct forced *out, struct faults *f)
{
    struct arena *scratch = arena_new();
    struct forcing g = {.x = x, .arena = scratch, .whole = p, .request = request};
    const struct solution *s;
    enum status status = STATUS_OK;
    *out = (struct forced){.found = FOUND_NONE, .whole = true};
    g.part = part_around(x, scratch, p, request, to->escort, &out->whole);
    if (!g.part || !prepare(&g, to)) {
        if (out->whole)
            out->found = FOUND_PROVED_NONE;
    } else {
        out->n_requests = g.part->problem->n_requests;
        out->n_escorts = g.part->problem->n_escorts;
        status = solve_it(&g, &s, f);
        if (status == STATUS_OK)
            take_solution(&g, s, out);
    }
    arena_free(scratch);
    return status;
}

bool forced_hurts_none(const struct problem *p, int request, const struct forced *forced)
{
    const struct request *q = &p->requests[request];
    const struct visit *v = &forced->difference.visit;
    int delivered = v->minutes < q->minutes ? v->minutes : q->minutes;
    return forced->found == FOUND_ROSTER &&
           forced->difference.rights <= -(int64_t)q->rights * delivered;
}
