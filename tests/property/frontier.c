/* A line of a frontier rules out no roster that there is, a point that is called settled is
 * the best in its weighing, and every point is one that a lawful roster has: by trying every
 * roster. */
#include "property.h"

#include "every_roster.h"
#include "ledsaga/frontier.h"

enum { REQUESTS = 6, SOLVES = 6, SEEN_MOST = 32 };

struct looking {
    struct trial *t;
    const struct frontier *f;
    bool seen[SEEN_MOST]; /* the points */
};

static double weighed(const struct frontier *f, const struct frontier_point *l, int64_t x, int64_t y)
{
    enum { HUNDRED_KR = 10000 };
    double sum = 0;
    for (int i = 0; i < 2; i++)
        sum += l->weight[i] * (double)(i == 0 ? x : y) /
               (f->axis[i] == AXIS_COST ? HUNDRED_KR : 1);
    return sum;
}

static void look_at(void *context, const struct roster *r, const struct verdict *v)
{
    struct looking *g = context;
    const struct problem *p = g->t->problem;
    const struct frontier *f = g->f;
    complain(g->t, !f->rights_kept || v->tier[TIER_RIGHTS] >= f->rights.bound,
             "rights of %lld are ruled out", (long long)v->tier[TIER_RIGHTS]);
    if (f->rights_kept && v->tier[TIER_RIGHTS] != f->rights.value)
        return;
    int64_t x = axis_value(p, r, f->axis[0]), y = axis_value(p, r, f->axis[1]);
    complain(g->t, !frontier_excludes(f, x, y), "%s %lld, %s %lld is ruled out, and there",
             AXIS_ROWS[f->axis[0]].name, (long long)x, AXIS_ROWS[f->axis[1]].name, (long long)y);
    for (int i = 0; i < f->n; i++)
        g->seen[i] |= f->points[i].at[0] == x && f->points[i].at[1] == y;
}

/* A krona less for each visit is what rounding may hide. */
static void check_points(struct looking *g)
{
    const struct frontier *f = g->f;
    for (int i = 0; i < f->n; i++) {
        const struct frontier_point *x = &f->points[i];
        double hidden = 0;
        for (int k = 0; k < 2; k++)
            if (f->axis[k] == AXIS_COST)
                hidden = 2.0 * g->t->problem->n_requests * x->weight[k] / 100;
        complain(g->t, g->seen[i], "no lawful roster is at %lld, %lld", (long long)x->at[0],
                 (long long)x->at[1]);
        complain(g->t, !x->settled || weighed(f, x, x->at[0], x->at[1]) <= x->line + hidden,
                 "%lld, %lld is settled above its line", (long long)x->at[0], (long long)x->at[1]);
        complain(g->t, i == 0 || (x->at[0] > x[-1].at[0] && x->at[1] < x[-1].at[1]),
                 "point %d is no better than the one before it", i);
    }
}

/* No frontier lacks what the week itself comes to. */
static void check_own(struct looking *g, const struct solve_options *options)
{
    const struct frontier *f = g->f;
    struct faults none = {0};
    const struct solution *s;
    bool there = false;
    if (solve(g->t->arena, g->t->problem, options, NULL, &s, &none) != STATUS_OK ||
        (f->rights_kept && s->rights.value != f->rights.value))
        return;
    int64_t x = axis_value(g->t->problem, s->roster, f->axis[0]);
    int64_t y = axis_value(g->t->problem, s->roster, f->axis[1]);
    for (int i = 0; i < f->n; i++)
        there |= f->points[i].at[0] <= x && f->points[i].at[1] <= y;
    complain(g->t, there, "the week's own roster is at %lld, %lld", (long long)x, (long long)y);
}

void property_frontier(struct trial *t)
{
    const struct problem *p = t->problem;
    struct solve_options options = {.seed = t->seed, .effort = 20000, .prove = t->seed % 4 != 0};
    int first = chance_below(&t->chance, AXIS_COUNT);
    int second = (first + 1 + chance_below(&t->chance, AXIS_COUNT - 1)) % AXIS_COUNT;
    enum axis x = (enum axis)first, y = (enum axis)second;
    struct looking g = {.t = t};
    struct faults f = {0};
    if (p->n_requests > REQUESTS ||
        !complain(t, frontier_find(t->arena, p, x, y, &options, SOLVES, NULL, NULL, &g.f, &f) ==
                         STATUS_OK,
                  "it is not found"))
        return;
    every_roster(p, look_at, &g);
    check_points(&g);
    check_own(&g, &options);
}
