/* The supported points of two criteria (Aneja and Nair 1979): first each of the two nearly
 * alone, then between two neighbours the weighing in which they are equal; what is better
 * than both comes in between, and what is proved of that weighing is a line that no roster
 * is below. Everything else counts nothing, or the points would be about more than two
 * things. Where delivered time is one of the two it cannot come first as well: rights are
 * then weighed like anything else; otherwise they stay first. */
#include "ledsaga/frontier.h"

#include "model/weigh.h"
#include "rules/rule.h"

#include <stdlib.h>

/* Points are whole numbers, and a visit's cost is rounded down to them: weighed as finely as
 * this, that is a krona. */
enum { ENDS = 64, WEIGHT_MOST = 200, FINE = 100, HUNDRED_KR = 10000 /* öre */ };

const struct axis_row AXIS_ROWS[AXIS_COUNT] = {
#define X(NAME, name, unit, text) {#name, unit, text},
    AXIS_LIST(X)
#undef X
};

/* What a unit of the axis is worth in the points that are weighed. */
static double per_point(enum axis axis)
{
    return axis == AXIS_COST ? HUNDRED_KR : 1;
}

/* ---- what a roster is worth --------------------------------------------- */

static int64_t undelivered(const struct problem *p, const struct roster *r)
{
    int64_t minutes = 0;
    for (int i = 0; i < p->n_requests; i++) {
        int option = roster_option(p, r, i);
        minutes += p->requests[i].minutes - (option == NONE ? 0 : p->options[option].delivered);
    }
    return minutes;
}

static int64_t cost(struct arena *a, const struct problem *p, const struct roster *r)
{
    struct duty *duties = NEW_ARRAY(a, struct duty, p->n_requests + 1);
    int64_t ore = 0;
    for (int e = 0; e < p->n_escorts; e++) {
        int n = roster_duties(p, r, e, duties, p->n_requests);
        for (int i = 0; i < n; i++)
            ore += duty_cost_ore(p, e, &duties[i]);
    }
    return ore;
}

int64_t axis_value(const struct problem *p, const struct roster *r, enum axis axis)
{
    static const enum rule WISHES[] = {RULE_ESCORT_WISH, RULE_PERSON_WISH, RULE_SERIES,
                                       RULE_PRIMARY};
    static const enum rule RULE_OF[AXIS_COUNT] = {
        [AXIS_FACES] = RULE_FACES, [AXIS_TIMES] = RULE_TIME_WISH, [AXIS_TRAVEL] = RULE_TRAVEL,
        [AXIS_CHANGES] = RULE_CHANGE};
    struct arena *a = arena_new();
    const struct weighing own = {.weight = p->weight, .times = 1};
    int64_t value = 0;
    if (axis == AXIS_UNDELIVERED) {
        value = undelivered(p, r);
    } else if (axis == AXIS_COST) {
        value = cost(a, p, r);
    } else {
        const struct verdict *v = rules_judge(a, problem_weighed(a, p, &own), r);
        if (axis == AXIS_WISHES)
            for (size_t i = 0; i < sizeof WISHES / sizeof *WISHES; i++)
                value += v->points[WISHES[i]];
        else
            value = v->points[RULE_OF[axis]];
    }
    arena_free(a);
    return value;
}

/* ---- a weighing --------------------------------------------------------- */

static void rights_keep(struct weighing *w, const struct weight_figures *own)
{
    w->weight.rights_lss = own->rights_lss;
    w->weight.rights_sol = own->rights_sol;
    w->weight.rights_sol_extra = own->rights_sol_extra;
    w->weight.rights_open = own->rights_open;
    w->weight.short_1_minutes = own->short_1_minutes;
    w->weight.short_1 = own->short_1;
    w->weight.short_2_minutes = own->short_2_minutes;
    w->weight.short_2 = own->short_2;
}

static void axis_weigh(struct weighing *w, const struct weight_figures *own, enum axis axis,
                       int times)
{
#define TAKE(name) w->weight.name = own->name * times
    switch (axis) {
    case AXIS_UNDELIVERED: w->delivered = times; break;
    case AXIS_COST: w->weight.cost_100_kr = times; break;
    case AXIS_TIMES: w->times = times; break;
    case AXIS_TRAVEL: TAKE(travel_minute); break;
    case AXIS_FACES:
        TAKE(face_new), TAKE(face_known), TAKE(face_familiar);
        TAKE(face_again_14), TAKE(face_again_84), TAKE(introduction);
        break;
    case AXIS_WISHES:
        TAKE(escort_rank), TAKE(escort_unlisted), TAKE(sex_wish), TAKE(language_wish);
        TAKE(no_interest), TAKE(series_other), TAKE(not_primary), TAKE(deputy);
        break;
    case AXIS_CHANGES:
        TAKE(change_early), TAKE(change_notice), TAKE(change_shifted);
        break;
    case AXIS_COUNT: break;
    }
#undef TAKE
}

/* Points for each unit of a weight. */
static int fineness(const enum axis axis[2])
{
    return axis[0] == AXIS_COST || axis[1] == AXIS_COST ? FINE : 1;
}

static const struct problem *weighed(struct arena *a, const struct problem *p,
                                     const enum axis axis[2], const int weight[2])
{
    struct weighing w = {0};
    for (int i = 0; i < 2; i++)
        axis_weigh(&w, &p->weight, axis[i], weight[i] * fineness(axis));
    if (w.delivered == 0)
        rights_keep(&w, &p->weight);
    return problem_weighed(a, p, &w);
}

/* ---- the search --------------------------------------------------------- */

struct known {
    const struct roster *roster;
    int64_t at[2];
    bool own; /* the week's, as it is weighed */
};

struct seeking {
    struct arena *arena;
    const struct problem *problem;
    struct solve_options options;
    enum axis axis[2];
    int64_t asked; /* minutes */
    int most, n, n_points, n_known;
    struct frontier_point *lines;  /* [most] */
    struct frontier_point *points; /* [2 * most + 2] by at[0] */
    struct known *known;           /* [most + 1] every roster with the rights there are */
    struct tier_result rights;     /* the best so far */
    void (*tell)(void *listener, int done);
    void *listener;
};

static bool is_kept(const enum axis axis[2])
{
    return axis[0] != AXIS_UNDELIVERED && axis[1] != AXIS_UNDELIVERED;
}

static double weighed_sum(const enum axis axis[2], const int weight[2], const int64_t at[2])
{
    return weight[0] * (double)at[0] / per_point(axis[0]) +
           weight[1] * (double)at[1] / per_point(axis[1]);
}

/* Of all rosters known, the best in this weighing: a search that weighs otherwise than rights
 * do begins poorly without one. */
static const struct known *known_best(const struct seeking *g, const int weight[2])
{
    const struct known *best = g->known;
    for (int i = 1; i < g->n_known; i++)
        if (weighed_sum(g->axis, weight, g->known[i].at) < weighed_sum(g->axis, weight, best->at))
            best = &g->known[i];
    return best;
}

static void known_add(struct seeking *g, const struct roster *r, bool own)
{
    struct known *k = &g->known[g->n_known++];
    k->roster = r;
    k->own = own;
    for (int i = 0; i < 2; i++)
        k->at[i] = axis_value(g->problem, r, g->axis[i]);
}

static bool no_worse(const struct frontier_point *x, const struct frontier_point *y)
{
    return x->at[0] <= y->at[0] && x->at[1] <= y->at[1];
}

/* Keeps the points apart and in order; what is no better than another goes. */
static void point_add(struct seeking *g, const struct frontier_point *new)
{
    int kept = 0, at = 0;
    for (int i = 0; i < g->n_points; i++)
        if (no_worse(&g->points[i], new))
            return;
    for (int i = 0; i < g->n_points; i++)
        if (!no_worse(new, &g->points[i]))
            g->points[kept++] = g->points[i];
    while (at < kept && g->points[at].at[0] < new->at[0])
        at++;
    for (int i = kept; i > at; i--)
        g->points[i] = g->points[i - 1];
    g->points[at] = *new;
    g->n_points = kept + 1;
}

/* What is known of a weighing, with the best roster there is for it. */
static struct frontier_point with_best(const struct seeking *g, struct frontier_point x)
{
    const struct known *best = known_best(g, x.weight);
    x.at[0] = best->at[0];
    x.at[1] = best->at[1];
    return x;
}

/* The best of each weighing, and what the week's own comes to. */
static void points_count(struct seeking *g)
{
    g->n_points = 0;
    for (int i = 0; i < g->n; i++) {
        g->lines[i] = with_best(g, g->lines[i]);
        point_add(g, &g->lines[i]);
    }
    for (int i = 0; i < g->n_known; i++) {
        const struct frontier_point only = {.at = {g->known[i].at[0], g->known[i].at[1]}};
        if (g->known[i].own)
            point_add(g, &only);
    }
}

/* With rights that are worse than before a roster says nothing about the two. */
static bool rights_take(struct seeking *g, const struct tier_result *rights)
{
    if (rights->value < g->rights.value)
        g->n_known = g->n = 0;
    if (rights->value > g->rights.value)
        return false;
    g->rights = *rights;
    return true;
}

static void found(struct seeking *g, const struct solution *s, const int weight[2])
{
    bool best = s->rights.bound == s->rights.value; /* else the rest is not proved for all */
    int fine = fineness(g->axis);
    int64_t minutes = g->axis[0] == AXIS_UNDELIVERED   ? g->asked * weight[0]
                      : g->axis[1] == AXIS_UNDELIVERED ? g->asked * weight[1]
                                                       : 0;
    const struct frontier_point x = {
        .weight = {weight[0], weight[1]},
        .line = best ? (double)(s->rest.bound + minutes * fine) / fine : 0,
        .settled = best && s->rest.bound == s->rest.value};
    if (is_kept(g->axis) && !rights_take(g, &s->rights))
        return;
    known_add(g, s->roster, false);
    g->lines[g->n++] = x;
    points_count(g);
}

/* The week as it is weighed: with rights first and all the rest. */
static enum status seek_own(struct seeking *g, struct faults *f)
{
    const struct solution *s;
    TRY(solve(g->arena, g->problem, &g->options, NULL, &s, f));
    g->rights = s->rights;
    known_add(g, s->roster, true);
    points_count(g);
    if (g->tell)
        g->tell(g->listener, 1);
    return STATUS_OK;
}

static enum status seek(struct seeking *g, int w0, int w1, struct faults *f)
{
    const int weight[2] = {w0, w1};
    const struct solution *s;
    const struct problem *p = weighed(g->arena, g->problem, g->axis, weight);
    TRY(solve(g->arena, p, &g->options, known_best(g, weight)->roster, &s, f));
    found(g, s, weight);
    g->most--;
    if (g->tell)
        g->tell(g->listener, 1);
    return STATUS_OK;
}

/* The weighing in which two neighbours are equal, in small whole numbers. */
static void weights_between(const struct seeking *g, const struct frontier_point *l,
                            const struct frontier_point *r, int out[2])
{
    double w0 = (double)(l->at[1] - r->at[1]) / per_point(g->axis[1]);
    double w1 = (double)(r->at[0] - l->at[0]) / per_point(g->axis[0]);
    double larger = w0 > w1 ? w0 : w1;
    out[0] = (int)(w0 / larger * WEIGHT_MOST + 0.5);
    out[1] = (int)(w1 / larger * WEIGHT_MOST + 0.5);
    out[0] = out[0] > 0 ? out[0] : 1;
    out[1] = out[1] > 0 ? out[1] : 1;
}

static bool was_sought(const struct seeking *g, const int w[2])
{
    for (int i = 0; i < g->n; i++)
        if ((int64_t)g->lines[i].weight[0] * w[1] == (int64_t)g->lines[i].weight[1] * w[0])
            return true;
    return false;
}

/* The neighbours that are furthest apart, as parts of what there is between the ends, and
 * between which nobody has looked; -1. */
static int widest(const struct seeking *g)
{
    const struct frontier_point *p = g->points, *q = &g->points[g->n_points - 1];
    double most = 0;
    int best = -1;
    for (int i = 0; i + 1 < g->n_points; i++) {
        int w[2];
        double dx = (double)(p[i + 1].at[0] - p[i].at[0]) / (double)(q->at[0] - p->at[0]);
        double dy = (double)(p[i].at[1] - p[i + 1].at[1]) / (double)(p->at[1] - q->at[1]);
        weights_between(g, &p[i], &p[i + 1], w);
        if (dx * dx + dy * dy > most && !was_sought(g, w)) {
            most = dx * dx + dy * dy;
            best = i;
        }
    }
    return best;
}

static bool stopped(const struct seeking *g)
{
    return g->options.stop && *g->options.stop;
}

static enum status seek_all(struct seeking *g, struct faults *f)
{
    int at;
    TRY(seek_own(g, f));
    if (!stopped(g))
        TRY(seek(g, ENDS, 1, f));
    if (!stopped(g))
        TRY(seek(g, 1, ENDS, f));
    while (g->most > 0 && !stopped(g) && (at = widest(g)) >= 0) {
        int w[2];
        weights_between(g, &g->points[at], &g->points[at + 1], w);
        TRY(seek(g, w[0], w[1], f));
    }
    return STATUS_OK;
}

enum status frontier_find(struct arena *a, const struct problem *p, enum axis x, enum axis y,
                          const struct solve_options *options, int most,
                          void (*tell)(void *listener, int done), void *listener,
                          const struct frontier **out, struct faults *f)
{
    struct frontier *result = NEW(a, struct frontier);
    require(x != y && most >= 2, "a frontier is between two things, and has two ends");
    struct seeking g = {.arena = a, .problem = p, .options = *options, .axis = {x, y},
                        .most = most,
                        .lines = NEW_ARRAY(a, struct frontier_point, most + 1),
                        .points = NEW_ARRAY(a, struct frontier_point, 2 * most + 2),
                        .known = NEW_ARRAY(a, struct known, most + 1),
                        .tell = tell, .listener = listener};
    for (int i = 0; i < p->n_requests; i++)
        g.asked += p->requests[i].minutes;
    TRY(seek_all(&g, f));
    *result = (struct frontier){.axis = {x, y}, .n = g.n_points, .points = g.points,
                                .n_lines = g.n, .lines = g.lines,
                                .rights_kept = is_kept(g.axis), .rights = g.rights};
    *out = result;
    return STATUS_OK;
}

bool frontier_excludes(const struct frontier *f, int64_t x, int64_t y)
{
    const int64_t at[2] = {x, y};
    for (int i = 0; i < f->n_lines; i++)
        if (weighed_sum(f->axis, f->lines[i].weight, at) < f->lines[i].line)
            return true;
    return false;
}

double frontier_gap(const struct frontier *f, int i)
{
    const struct frontier_point *p = &f->points[i];
    double less = weighed_sum(f->axis, p->weight, p->at) - p->line;
    if (p->settled || less < 0)
        return 0;
    double gap = p->weight[1] == 0 ? -1 : less / p->weight[1] * per_point(f->axis[1]);
    return gap < (double)p->at[1] ? gap : -1;
}
