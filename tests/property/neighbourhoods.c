/* Groups have nothing of each other's; a roster planned anew by groups is lawful, never worse,
 * never better than the best there is, and the same on one thread and on two. Prices of
 * districts, before ascent and after it, prove what is true. */
#include "property.h"

#include "oracle/brute_force.h"
#include "solver/ascent.h"
#include "solver/charge.h"
#include "solver/districts.h"
#include "solver/groups.h"
#include "solver/lagrangean.h"
#include "solver/neighbourhoods.h"
#include "solver/whole.h"

#include <string.h>

enum { WORK = 200000000, ROUNDS = 3, GROUPS = 4 };

static struct roster *first_roster(struct trial *t)
{
    struct solve_options options = {.seed = t->seed, .effort = 1};
    struct faults f = {0};
    const struct solution *s;
    return solve(t->arena, t->problem, &options, NULL, &s, &f) == STATUS_OK
               ? roster_copy(t->arena, s->roster)
               : roster_new(t->arena, t->problem);
}

/* ---- groups ------------------------------------------------------------------------- */

static void look_at_groups(struct trial *t, struct net *net, const struct roster *r)
{
    const struct problem *p = t->problem;
    struct group groups[GROUPS];
    struct groups *g = groups_new(t->arena, net, t->seed);
    int n = groups_choose(t->arena, g, r, 1 + chance_below(&t->chance, 4), GROUPS, groups);
    for (int e = 0; e < p->n_escorts; e++) {
        int in = 0;
        for (int i = 0; i < n; i++)
            in += groups[i].escorts[e];
        complain(t, in <= 1, "escort %d is in %d groups", e, in);
    }
    for (int q = 0; q < p->n_requests; q++)
        for (int i = 0, in = 0; i < n; i++) {
            in += groups[i].requests[q];
            complain(t, in <= 1, "request %d is in two groups", q);
            for (int k = 0; groups[i].requests[q] && k < r->visits[q].n_escorts; k++)
                complain(t, groups[i].escorts[r->visits[q].escorts[k]],
                         "a visit of a group is carried out by somebody else");
        }
    for (int i = 0; i < n; i++) {
        const struct part *part = group_part(t->arena, g, &groups[i], r);
        struct roster *same = roster_copy(t->arena, r);
        roster_merge(t->arena, same, part, roster_cut(t->arena, part, r));
        for (int q = 0; q < p->n_requests; q++)
            complain(t, same->visits[q].n_escorts == r->visits[q].n_escorts &&
                            same->visits[q].start == r->visits[q].start,
                     "a group's own week put back is another one");
    }
}

/* ---- neighbourhoods ------------------------------------------------------------------- */

static const struct roster *planned_anew(struct trial *t, struct net *net, const struct roster *r,
                                         int threads)
{
    int64_t work = WORK;
    struct exact_limits limits = {.work = &work};
    struct faults f = {0};
    struct neighbourhoods *h =
        neighbourhoods_new(t->arena, net, t->seed, threads, solve_group);
    for (int i = 0; i < ROUNDS; i++) {
        const struct verdict *before = rules_judge(t->arena, t->problem, r);
        complain(t, neighbourhoods_round(t->arena, h, &r, &limits, &f) == STATUS_OK, "no round");
        const struct verdict *after = rules_judge(t->arena, t->problem, r);
        complain(t, after->n_breaches == 0, "a round makes an unlawful roster");
        complain(t, after->tier[TIER_RIGHTS] < before->tier[TIER_RIGHTS] ||
                        (after->tier[TIER_RIGHTS] == before->tier[TIER_RIGHTS] &&
                         after->tier[TIER_REST] <= before->tier[TIER_REST]),
                 "a round makes it worse");
    }
    return r;
}

static void look_at_rounds(struct trial *t, struct net *net, const struct truth *truth,
                           const struct roster *r)
{
    const struct roster *one = planned_anew(t, net, r, 1), *two = planned_anew(t, net, r, 2);
    const struct verdict *v = rules_judge(t->arena, t->problem, one);
    complain(t, v->tier[TIER_RIGHTS] > truth->rights ||
                    (v->tier[TIER_RIGHTS] == truth->rights && v->tier[TIER_REST] >= truth->rest),
             "a round makes something better than the best");
    for (int q = 0; q < t->problem->n_requests; q++)
        complain(t, one->visits[q].start == two->visits[q].start &&
                        one->visits[q].n_escorts == two->visits[q].n_escorts &&
                        memcmp(one->visits[q].escorts, two->visits[q].escorts,
                               sizeof one->visits[q].escorts) == 0,
                 "two threads make another roster");
}

/* ---- districts --------------------------------------------------------------------------- */

static void look_at_bound(struct trial *t, struct net *net, const struct truth *truth,
                          const struct prices *x, int64_t rights, const char *whose)
{
    complain(t, prices_sound(t->problem, TIER_REST, x), "%s prices are not sound", whose);
    int64_t bound = lagrangean_bound(net, TIER_REST, x, NULL, rights, 1, NULL);
    for (int i = 0; i < truth->n_front; i++)
        complain(t, truth->front[i].rights > rights || bound <= truth->front[i].rest,
                 "%s prices prove %lld, a roster has %lld", whose, (long long)bound,
                 (long long)truth->front[i].rest);
}

static void look_at_districts(struct trial *t, struct net *net, const struct truth *truth,
                              const struct roster *r)
{
    const struct verdict *v = rules_judge(t->arena, t->problem, r);
    int64_t work = WORK, rights = v->tier[TIER_RIGHTS];
    struct exact_limits limits = {.work = &work};
    struct faults f = {0};
    struct prices *x;
    if (!complain(t, districts_price(t->arena, net, r, 1 + chance_below(&t->chance, 4), t->seed, 2,
                                     &limits, &x, &f) == STATUS_OK,
                  "districts have no prices"))
        return;
    look_at_bound(t, net, truth, x, rights, "the districts'");
    ascent_run(t->arena, net, rights, v->tier[TIER_REST], 2, &limits, &x);
    look_at_bound(t, net, truth, x, rights, "the ascent's");
}

void property_neighbourhoods(struct trial *t)
{
    struct net *net = net_new(t->arena, t->problem);
    struct truth truth = brute_force(t->problem);
    const struct roster *r = first_roster(t);
    look_at_groups(t, net, r);
    look_at_rounds(t, net, &truth, r);
    look_at_districts(t, net, &truth, r);
}
