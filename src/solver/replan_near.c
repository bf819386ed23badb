/* A city's week is seldom proved in tier 1, and there is always something somewhere that a
 * longer search would have found. Nobody is rung up for that because somebody else is ill:
 * what nobody touched stays. First all that is missing is put in where there is room, then
 * what is still missing where one other visit gives way, then where a few escorts' weeks
 * are planned anew together; and each visit that is new to somebody is given its best place.
 *
 * The bound: whoever delivers as much of each request tells at least those, of each of
 * them, who were not told so of any way to do that. It looks at each request alone. */
#include "solver/replan_near.h"

#include "base/clock.h"
#include "ledsaga/offer.h"
#include "model/part.h"
#include "model/weigh.h"
#include "solver/bound.h"
#include "solver/search.h"
#include "solver/whole.h"

#include <stdlib.h>

enum { ROWS_MOST = 1500, DEARER = 40, MOVE_WORK = 300000 };
/* In a few tenths of a second a week of so many escorts is planned, and mostly proved. */
enum { HELPERS_MOST = 12, HELPERS_EFFORT = 400000 };

bool replan_is_large(const struct problem *p)
{
    return p->n_requests + p->n_escorts > ROWS_MOST;
}

struct nearby {
    struct arena *arena;
    const struct problem *problem;
    const struct solve_options *options;
    double deadline; /* 0 = none */
    const struct net *net;
    struct roster *roster;
};

static bool over(const struct nearby *g)
{
    return (g->options->stop && *g->options->stop) ||
           (g->deadline > 0 && clock_seconds() >= g->deadline);
}

/* ---- where there is room -------------------------------------------------- */

static bool hurried(void *nearby, const struct search *search)
{
    (void)search;
    return over(nearby);
}

static void fill(struct nearby *g, const struct roster *start)
{
    struct arena *scratch = arena_new();
    struct twin *t = twin_new(scratch, g->net);
    twin_adopt(t, start);
    struct search *s = search_begin(scratch, t, g->options->seed, hurried, g);
    g->roster = search_roster(g->arena, s);
    arena_free(scratch);
}

/* ---- one visit at a time -------------------------------------------------- */

static struct offerings best_way(struct arena *a, const struct nearby *g,
                                 const struct roster *r, int request, bool may_move)
{
    struct offer_wish wish = {.request = request,
                              .most = 1,
                              .may_move = may_move,
                              .from = g->problem->now,
                              .work = MOVE_WORK};
    return offers_find(a, g->problem, r, &wish);
}

/* It was to be there: somebody was told so. */
static bool missing(const struct nearby *g, const struct roster *start, int request)
{
    const struct request *q = &g->problem->requests[request];
    return (q->published || roster_serves(start, request)) && q->link == NONE &&
           !roster_serves(g->roster, request);
}

static void make_room(struct nearby *g, const struct roster *start)
{
    for (int r = 0; r < g->problem->n_requests && !over(g); r++) {
        if (!missing(g, start, r))
            continue;
        struct offerings found = best_way(g->arena, g, g->roster, r, true);
        if (found.n > 0 && found.list[0].rights > 0)
            g->roster = offering_taken(g->arena, g->roster, r, &found.list[0]);
    }
}

static bool as_told(const struct problem *p, const struct visit *v, int request)
{
    for (int i = 0; i < v->n_escorts; i++)
        if (change_points(p, request, v->start, v->minutes, v->escorts[i]) > 0)
            return false;
    return true;
}

struct values {
    bool lawful;
    int64_t rights, told, rest;
};

static struct values values_of(const struct nearby *g, const struct roster *r)
{
    struct arena *scratch = arena_new();
    const struct verdict *v = rules_judge(scratch, g->problem, r);
    struct values x = {v->n_breaches == 0, v->tier[TIER_RIGHTS], v->points[RULE_CHANGE],
                       v->tier[TIER_REST]};
    arena_free(scratch);
    return x;
}

static void take_better(struct nearby *g, struct roster *r)
{
    struct values now = values_of(g, r), before = values_of(g, g->roster);
    bool better = now.rights != before.rights ? now.rights < before.rights
                  : now.told != before.told   ? now.told < before.told
                                              : now.rest < before.rest;
    if (now.lawful && better)
        g->roster = r;
}

static void place_better(struct nearby *g, int request)
{
    struct roster *without = roster_copy(g->arena, g->roster);
    without->visits[request] = (struct visit){0};
    struct offerings found = best_way(g->arena, g, without, request, false);
    if (found.n == 0)
        return;
    take_better(g, offering_taken(g->arena, without, request, &found.list[0]));
}

/* ---- a few escorts together ----------------------------------------------- */

/* Escorts who could serve a request, those with most room first. */
struct helper {
    int escort, minutes; /* of work in the week */
};

static int by_room(const void *x, const void *y)
{
    const struct helper *a = x, *b = y;
    return a->minutes != b->minutes ? a->minutes - b->minutes : a->escort - b->escort;
}

/* By escort: minutes of work, or NONE where a visit cannot be planned apart from others. */
static int *minutes_alone(struct arena *a, const struct nearby *g)
{
    const struct problem *p = g->problem;
    int *minutes = NEW_ARRAY(a, int, p->n_escorts + 1);
    for (int r = 0; r < p->n_requests; r++) {
        const struct visit *v = &g->roster->visits[r];
        bool alone = v->n_escorts == 1 && v->session == 0 && p->requests[r].link == NONE;
        for (int i = 0; i < v->n_escorts; i++)
            if (!alone)
                minutes[v->escorts[i]] = NONE;
            else if (minutes[v->escorts[i]] != NONE)
                minutes[v->escorts[i]] += v->minutes;
    }
    return minutes;
}

static int helpers_find(struct arena *a, const struct nearby *g, int request, bool *escorts)
{
    const int *minutes = minutes_alone(a, g);
    struct helper *list = NEW_ARRAY(a, struct helper, g->problem->n_escorts + 1);
    bool *seen = NEW_ARRAY(a, bool, g->problem->n_escorts + 1);
    int n = 0;
    for (int i = g->net->first[request]; i < g->net->first[request + 1]; i++) {
        int e = g->net->nodes[i].escort;
        if (!seen[e] && minutes[e] != NONE)
            list[n++] = (struct helper){e, minutes[e]};
        seen[e] = true;
    }
    if (n > 0)
        qsort(list, (size_t)n, sizeof *list, by_room);
    n = n < HELPERS_MOST ? n : HELPERS_MOST;
    for (int i = 0; i < n; i++)
        escorts[list[i].escort] = true;
    return n;
}

/* The week of the helpers, with the request, beside what all others do. */
static const struct part *part_with(struct arena *a, const struct nearby *g, int request,
                                    const bool *escorts)
{
    const struct problem *p = g->net->problem;
    bool *requests = NEW_ARRAY(a, bool, p->n_requests + 1);
    for (int r = 0; r < p->n_requests; r++) {
        const struct visit *v = &g->roster->visits[r];
        requests[r] = r == request || (v->n_escorts > 0 && escorts[v->escorts[0]]);
    }
    return part_beside(a, p, requests, escorts, g->roster);
}

static enum status plan_together(struct nearby *g, int request, struct faults *f)
{
    struct arena *scratch = arena_new();
    bool *escorts = NEW_ARRAY(scratch, bool, g->problem->n_escorts + 1);
    const struct solution *s = NULL;
    enum status status = STATUS_OK;
    if (helpers_find(scratch, g, request, escorts) > 0) {
        const struct part *part = part_with(scratch, g, request, escorts);
        const struct solve_options options = {.seed = g->options->seed,
                                              .effort = HELPERS_EFFORT,
                                              .prove = true,
                                              .threads = 1,
                                              .stop = g->options->stop};
        status = solve_group(scratch, net_new(scratch, part->problem), &options,
                             roster_cut(scratch, part, g->roster), &s, f);
        if (status == STATUS_OK) {
            struct roster *now = roster_copy(g->arena, g->roster);
            roster_merge(g->arena, now, part, s->roster);
            take_better(g, now);
        }
    }
    arena_free(scratch);
    return status;
}

/* Taking one out must leave the others lawful, which teams and pairs in step may not. */
static void place_changed(struct nearby *g)
{
    const struct problem *p = g->problem;
    for (int r = 0; r < p->n_requests && !over(g); r++) {
        const struct visit *v = &g->roster->visits[r];
        if (v->n_escorts == 1 && v->session == 0 && p->requests[r].link == NONE &&
            !p->requests[r].pinned && !as_told(p, v, r))
            place_better(g, r);
    }
}

/* ---- what is proved ------------------------------------------------------- */

/* The least that the escorts of an option, so many, are told by it. */
static int64_t least_told(const struct nearby *g, int option, int needed)
{
    const struct problem *p = g->problem;
    int64_t least[STAFF_MAX], sum = 0;
    int n = 0;
    for (int i = g->net->of_option[option]; i < g->net->of_option[option + 1]; i++) {
        const struct node *x = &g->net->nodes[i];
        int64_t points = change_points(p, x->request, x->start, x->end - x->start, x->escort);
        int k = n < needed ? n++ : n;
        for (; k > 0 && least[k - 1] > points; k--)
            if (k < needed)
                least[k] = least[k - 1];
        if (k < needed)
            least[k] = points;
    }
    for (int i = 0; i < n; i++)
        sum += least[i];
    return sum;
}

static int64_t request_bound(const struct nearby *g, int request)
{
    const struct problem *p = g->problem;
    const struct request *q = &p->requests[request];
    int option = roster_option(p, g->roster, request);
    int64_t least = INT64_MAX;
    for (int o = q->first_option; o < q->first_option + q->n_options; o++)
        if (g->net->of_option[o] < g->net->of_option[o + 1] &&
            p->options[o].delivered >= p->options[option].delivered) {
            int64_t told = least_told(g, o, q->needed);
            least = told < least ? told : least;
        }
    return least == INT64_MAX ? 0 : least;
}

static int64_t told_bound(const struct nearby *g)
{
    int64_t sum = 0;
    for (int r = 0; r < g->problem->n_requests; r++)
        if (roster_option(g->problem, g->roster, r) != NONE &&
            !as_told(g->problem, &g->roster->visits[r], r))
            sum += request_bound(g, r);
    return sum;
}

/* ---- the whole ------------------------------------------------------------ */

static const struct replanned *finished(const struct nearby *g)
{
    struct replanned *x = NEW(g->arena, struct replanned);
    const struct verdict *v = rules_judge(g->arena, g->problem, g->roster);
    require(v->n_breaches == 0, "the solver made an unlawful roster");
    x->roster = g->roster;
    x->verdict = v;
    x->rights = (struct tier_result){v->tier[TIER_RIGHTS], bound_rights(g->net)};
    x->told = (struct tier_result){v->points[RULE_CHANGE], told_bound(g)};
    x->rest.value = v->tier[TIER_REST];
    x->rest.bound = x->rest.value < 0 ? x->rest.value : 0;
    x->as_delivered = true;
    x->outcome = g->options->stop && *g->options->stop ? OUTCOME_INTERRUPTED : OUTCOME_FEASIBLE;
    return x;
}

enum status replan_near(struct arena *a, const struct problem *p,
                        const struct solve_options *options, const struct roster *start,
                        const struct replanned **out, struct faults *f)
{
    const struct problem *dear = problem_change_times(a, problem_hold(a, p), DEARER);
    struct nearby g = {.arena = a, .problem = p, .options = options, .net = net_new(a, dear)};
    if (options->seconds > 0)
        g.deadline = clock_seconds() + options->seconds;
    fill(&g, start);
    make_room(&g, start);
    for (int r = 0; r < p->n_requests && !over(&g); r++)
        if (missing(&g, start, r))
            TRY(plan_together(&g, r, f));
    place_changed(&g);
    *out = finished(&g);
    return STATUS_OK;
}
