/* Two rosters side by side: what changes for whom, without names. */
#include "solver/explain_parts.h"

#include <string.h>

/* What a client has of the week, but for the request in question. */
struct lot {
    bool touched; /* some visit is another */
    int short_minutes, unserved;
    int64_t wishes; /* points */
    int64_t faces;
};

struct comparing {
    struct arena *scratch;
    const struct problem *p;
    const struct roster *before, *after;
    int request;
    struct lot *lots; /* by client: after less before */
    bool *escorts;    /* told something new */
};

static bool same_time(const struct visit *x, const struct visit *y)
{
    return x->start == y->start && x->minutes == y->minutes && x->session == y->session;
}

static bool same_visit(const struct visit *x, const struct visit *y)
{
    if (x->n_escorts != y->n_escorts || (x->n_escorts > 0 && !same_time(x, y)))
        return false;
    for (int i = 0; i < x->n_escorts; i++)
        if (!visit_has_escort(y, x->escorts[i]))
            return false;
    return true;
}

static int delivered(const struct problem *p, const struct roster *r, int request)
{
    int option = roster_option(p, r, request);
    return option != NONE                     ? p->options[option].delivered
           : r->visits[request].n_escorts > 0 ? r->visits[request].minutes
                                              : 0;
}

static int64_t wish_points(const struct problem *p, const struct roster *r, int request)
{
    const struct visit *v = &r->visits[request];
    int option = roster_option(p, r, request);
    int64_t points = option == NONE ? 0 : p->options[option].points;
    for (int i = 0; i < v->n_escorts; i++)
        points += pair_points(p, request, v->escorts[i]);
    return points;
}

static void tell_escorts(struct comparing *c, const struct visit *x, const struct visit *y)
{
    for (int i = 0; i < x->n_escorts; i++)
        if (!visit_has_escort(y, x->escorts[i]) || !same_time(x, y))
            c->escorts[x->escorts[i]] = true;
}

static void compare_visit(struct comparing *c, int request)
{
    const struct visit *x = &c->before->visits[request], *y = &c->after->visits[request];
    struct lot *lot = &c->lots[c->p->requests[request].client];
    if (same_visit(x, y))
        return;
    lot->touched = true;
    lot->short_minutes += delivered(c->p, c->before, request) - delivered(c->p, c->after, request);
    lot->unserved += (x->n_escorts > 0) - (y->n_escorts > 0);
    if (x->n_escorts > 0 && y->n_escorts > 0)
        lot->wishes += wish_points(c->p, c->after, request) - wish_points(c->p, c->before, request);
    tell_escorts(c, x, y);
    tell_escorts(c, y, x);
}

/* Of each escort that the client meets, once. */
static int64_t faces(const struct comparing *c, const struct roster *r, int client, bool *met)
{
    int64_t points = 0;
    memset(met, 0, (size_t)c->p->n_escorts * sizeof *met);
    for (int q = 0; q < c->p->n_requests; q++)
        for (int i = 0; c->p->requests[q].client == client && i < r->visits[q].n_escorts; i++) {
            int e = r->visits[q].escorts[i];
            points += met[e] ? 0 : face_points(c->p, client, e);
            met[e] = true;
        }
    return points;
}

static void compare_faces(struct comparing *c)
{
    bool *met = NEW_ARRAY(c->scratch, bool, c->p->n_escorts + 1);
    for (int i = 0; i < c->p->n_clients; i++)
        if (c->lots[i].touched)
            c->lots[i].faces = faces(c, c->after, i, met) - faces(c, c->before, i, met);
}

/* Somebody who loses a visit meets fewer people, which is no gain. */
static void count_lots(const struct comparing *c, struct difference *out)
{
    for (int i = 0; i < c->p->n_clients; i++) {
        const struct lot *l = &c->lots[i];
        if (!l->touched)
            continue;
        if (i == c->p->requests[c->request].client) {
            out->own_minutes_short = l->short_minutes > 0 ? l->short_minutes : 0;
            out->own_unserved = l->unserved > 0 ? l->unserved : 0;
            continue;
        }
        out->clients_told++;
        out->clients_short += l->short_minutes > 0;
        out->minutes_short += l->short_minutes > 0 ? l->short_minutes : 0;
        out->clients_unserved += l->unserved > 0;
        out->clients_stranger += l->faces > 0 && l->unserved == 0;
        out->clients_wishes += l->wishes > 0 && l->unserved == 0;
    }
    for (int e = 0; e < c->p->n_escorts; e++)
        out->escorts_told += c->escorts[e];
}

static void count_points(const struct explainer *x, const struct verdict *after,
                         struct difference *out)
{
    out->rights = after->tier[TIER_RIGHTS] - x->verdict->tier[TIER_RIGHTS];
    out->rest = after->tier[TIER_REST] - x->verdict->tier[TIER_REST];
    for (int rule = 0; rule < RULE_COUNT; rule++)
        if (RULE_ROWS[rule].tier == TIER_RIGHTS || RULE_ROWS[rule].tier == TIER_REST)
            out->points[rule] = after->points[rule] - x->verdict->points[rule];
}

static int shorter(const struct comparing *c)
{
    int less = delivered(c->p, c->before, c->request) - delivered(c->p, c->after, c->request);
    bool both = roster_serves(c->before, c->request) && roster_serves(c->after, c->request);
    return both && less > 0 ? less : 0;
}

/* What has begun is dropped for nothing. */
static bool keeps_held(const struct comparing *c)
{
    for (int q = 0; q < c->p->n_requests; q++)
        if (c->p->requests[q].held &&
            !same_visit(&c->before->visits[q], &c->after->visits[q]))
            return false;
    return true;
}

bool difference_of(const struct explainer *x, const struct problem *p, const struct roster *after,
                   int request, struct difference *out)
{
    struct arena *scratch = arena_new();
    struct comparing c = {.scratch = scratch,
                          .p = p,
                          .before = x->roster,
                          .after = after,
                          .request = request,
                          .lots = NEW_ARRAY(scratch, struct lot, p->n_clients + 1),
                          .escorts = NEW_ARRAY(scratch, bool, p->n_escorts + 1)};
    const struct verdict *v = rules_judge(scratch, p, after);
    bool lawful = v->n_breaches == 0 && keeps_held(&c);
    *out = (struct difference){.visit = after->visits[request]};
    if (lawful) {
        for (int q = 0; q < p->n_requests; q++)
            if (q != request)
                compare_visit(&c, q);
        compare_faces(&c);
        count_points(x, v, out);
        count_lots(&c, out);
        out->shorter = shorter(&c);
    }
    arena_free(scratch);
    return lawful;
}
