/* Offers by looking at every way: each option of the request with each escort, priced by
 * the search's twin on the roster as it is. Where several escorts are needed they are
 * told apart by what each costs alone, which is exact: a visit joins nothing of theirs
 * but itself. With one other visit to be moved, each of the escort's visits is taken out in
 * turn, the request put in, and the best other place found for what was taken out. */
#include "ledsaga/offer.h"

#include "solver/twin.h"

#include <stdlib.h>
#include <string.h>

struct finder {
    struct arena *arena, *scratch;
    const struct problem *problem;
    const struct roster *roster;
    const struct offer_wish *wish;
    const struct net *net;
    struct twin *twin;
    int64_t rights, rest; /* of the roster */
    struct offering *found;
    int n_found, room, n_ways;
    bool all;
};

static bool begins_later(const struct finder *f, int start)
{
    return start >= f->wish->from;
}

/* ---- which requests are asked about ----------------------------------------------------- */

/* May this visit be told anew? */
static bool movable(const struct finder *f, int request)
{
    const struct request *q = &f->problem->requests[request];
    const struct visit *v = &f->roster->visits[request];
    return f->wish->may_move && v->n_escorts == 1 && v->session == 0 && q->needed == 1 &&
           q->link == NONE && !q->pinned && begins_later(f, v->start);
}

static bool same_client(const struct finder *f, int request)
{
    const struct request *q = f->problem->requests;
    return q[request].client == q[f->wish->request].client;
}

/* Visits of escorts who could serve the request, and the client's own, which draw on the
 * same hours: one of them may have to give way. */
static void ask_about_theirs(const struct finder *f, bool *asked)
{
    const struct problem *p = f->problem;
    bool *may = NEW_ARRAY(f->scratch, bool, p->n_escorts + 1);
    for (int e = 0; e < p->n_escorts; e++)
        may[e] = block_pair(p, f->wish->request, e) == RULE_NONE;
    for (int r = 0; r < p->n_requests; r++)
        if (movable(f, r) && (same_client(f, r) || may[f->roster->visits[r].escorts[0]]))
            asked[r] = true;
}

/* ---- what is found ----------------------------------------------------------------------- */

static int visit_compare(const struct visit *x, const struct visit *y)
{
    for (int i = 0; i < x->n_escorts && i < y->n_escorts; i++)
        if (x->escorts[i] != y->escorts[i])
            return x->escorts[i] - y->escorts[i];
    return x->n_escorts != y->n_escorts ? x->n_escorts - y->n_escorts
                                        : x->start - y->start;
}

/* Best first; the same order whatever the order of finding. */
static int offering_compare(const void *first, const void *second)
{
    const struct offering *x = first, *y = second;
    if (x->rights != y->rights)
        return x->rights > y->rights ? -1 : 1;
    if ((x->moved == NONE) != (y->moved == NONE))
        return x->moved == NONE ? -1 : 1;
    if (x->rest != y->rest)
        return x->rest < y->rest ? -1 : 1;
    if (x->visit.start != y->visit.start)
        return x->visit.start - y->visit.start;
    if (x->visit.minutes != y->visit.minutes)
        return y->visit.minutes - x->visit.minutes;
    if (visit_compare(&x->visit, &y->visit) != 0)
        return visit_compare(&x->visit, &y->visit);
    return x->moved != y->moved ? x->moved - y->moved
                                : visit_compare(&x->moved_to, &y->moved_to);
}

static struct visit visit_of(const struct finder *f, int option, const int *escorts, int n)
{
    const struct option *o = &f->problem->options[option];
    struct visit v = {.start = o->start, .minutes = o->minutes, .session = o->session,
                      .n_escorts = n};
    memcpy(v.escorts, escorts, (size_t)n * sizeof *escorts);
    return v;
}

/* The twin is as the offering would leave the roster. */
static void keep(struct finder *f, struct visit visit, int moved, struct visit moved_to)
{
    struct offering o = {.visit = visit,
                         .rights = f->rights - f->twin->rights,
                         .rest = f->twin->rest - f->rest,
                         .moved = moved,
                         .moved_to = moved_to};
    f->n_ways++;
    ARENA_PUSH(f->scratch, f->found, f->n_found, f->room, o);
}

/* ---- everything else as it is ------------------------------------------------------------- */

struct priced {
    int64_t price;
    int escort;
};

static int by_price(const void *x, const void *y)
{
    const struct priced *a = x, *b = y;
    return a->price != b->price ? (a->price > b->price) - (a->price < b->price)
                                : a->escort - b->escort;
}

/* So that a team is the same team whatever its escorts cost. */
static int by_number(const void *x, const void *y)
{
    const int *a = x, *b = y;
    return (*a > *b) - (*a < *b);
}

static int price_escorts(struct finder *f, int option, struct priced *out)
{
    int n = 0;
    for (int i = f->net->of_option[option]; i < f->net->of_option[option + 1]; i++) {
        const struct node *x = &f->net->nodes[i];
        int64_t price = twin_price(f->twin, x, TWIN_FORBIDDEN - 1);
        if (price != TWIN_FORBIDDEN)
            out[n++] = (struct priced){price, x->escort};
    }
    return n;
}

static void keep_team(struct finder *f, int option, const int *escorts, int n)
{
    struct held h = {.option = option, .n_escorts = n};
    memcpy(h.escorts, escorts, (size_t)n * sizeof *escorts);
    twin_insert(f->twin, f->wish->request, &h);
    keep(f, visit_of(f, option, escorts, n), NONE, (struct visit){0});
    twin_remove(f->twin, f->wish->request);
}

/* The cheapest team is made of the cheapest escorts, the pinned ones first. */
static void cheapest_team(struct finder *f, int option, struct priced *list, int n)
{
    const struct request *q = &f->problem->requests[f->wish->request];
    int team[STAFF_MAX], size = 0;
    if (n < q->needed)
        return;
    qsort(list, (size_t)n, sizeof *list, by_price);
    for (int pinned = 1; pinned >= 0; pinned--)
        for (int i = 0; i < n && size < q->needed; i++)
            if (pin_names(q, list[i].escort) == (pinned == 1))
                team[size++] = list[i].escort;
    qsort(team, (size_t)size, sizeof *team, by_number);
    if (pin_team_complete(q, team, size))
        keep_team(f, option, team, size);
}

static void try_option(struct finder *f, int option, struct priced *list)
{
    const struct request *q = &f->problem->requests[f->wish->request];
    if (!begins_later(f, f->problem->options[option].start) || !twin_admits(f->twin, option))
        return;
    int n = price_escorts(f, option, list);
    if (q->needed > 1)
        cheapest_team(f, option, list, n);
    for (int i = 0; q->needed == 1 && i < n; i++)
        if (pin_team_complete(q, &list[i].escort, 1))
            keep_team(f, option, &list[i].escort, 1);
}

/* ---- with one other visit moved ------------------------------------------------------------ */

/* Where what was taken out goes best, the request being in; false = nowhere. */
static bool best_other_place(struct finder *f, int request, const struct held *before,
                             struct held *out)
{
    int64_t rights = INT64_MAX, rest = INT64_MAX;
    for (int i = f->net->first[request]; i < f->net->first[request + 1]; i++) {
        const struct node *x = &f->net->nodes[i];
        struct held h = {.option = x->option, .n_escorts = 1, .escorts = {x->escort}};
        if ((x->option == before->option && x->escort == before->escorts[0]) ||
            !begins_later(f, x->start) || !twin_admits(f->twin, x->option) ||
            twin_price(f->twin, x, TWIN_FORBIDDEN - 1) == TWIN_FORBIDDEN)
            continue;
        twin_insert(f->twin, request, &h);
        if (f->twin->rights < rights ||
            (f->twin->rights == rights && f->twin->rest < rest)) {
            rights = f->twin->rights;
            rest = f->twin->rest;
            *out = h;
        }
        twin_remove(f->twin, request);
    }
    return rights != INT64_MAX;
}

static void try_moving(struct finder *f, const struct node *x, int other)
{
    struct twin *t = f->twin;
    struct held before = t->held[other], after;
    struct held own = {.option = x->option, .n_escorts = 1, .escorts = {x->escort}};
    twin_remove(t, other);
    bool fits = !t->broken && twin_admits(t, x->option) &&
                twin_price(t, x, TWIN_FORBIDDEN - 1) != TWIN_FORBIDDEN;
    t->broken = false;
    if (fits) {
        twin_insert(t, f->wish->request, &own);
        if (best_other_place(f, other, &before, &after)) {
            twin_insert(t, other, &after);
            keep(f, visit_of(f, x->option, own.escorts, 1), other,
                 visit_of(f, after.option, after.escorts, 1));
            twin_remove(t, other);
        }
        twin_remove(t, f->wish->request);
    }
    twin_insert(t, other, &before);
    t->broken = false;
}

/* Also where it is possible without: what is moved may then be longer. */
static void try_node_moving(struct finder *f, const struct node *x)
{
    const struct problem *p = f->problem;
    if (!begins_later(f, x->start))
        return;
    for (int r = 0; r < p->n_requests; r++)
        if (f->net->first[r] < f->net->first[r + 1] && r != f->wish->request &&
            movable(f, r) &&
            (same_client(f, r) || f->roster->visits[r].escorts[0] == x->escort))
            try_moving(f, x, r);
}

static void look_at_moves(struct finder *f)
{
    int last = f->net->first[f->wish->request + 1];
    for (int i = f->net->first[f->wish->request]; i < last && f->all; i++) {
        try_node_moving(f, &f->net->nodes[i]);
        f->all = f->wish->work == 0 || f->twin->ticks < f->wish->work;
    }
}

static void look_everywhere(struct finder *f)
{
    const struct problem *p = f->problem;
    const struct request *q = &p->requests[f->wish->request];
    struct priced *list = NEW_ARRAY(f->scratch, struct priced, p->n_escorts + 1);
    for (int o = q->first_option; o < q->first_option + q->n_options; o++)
        try_option(f, o, list);
    f->all = !f->wish->may_move || q->needed == 1;
    if (f->wish->may_move && f->all)
        look_at_moves(f);
}

/* ---- the list ------------------------------------------------------------------------------- */

static bool same_team_and_day(const struct problem *p, const struct offering *x,
                              const struct offering *y)
{
    const struct visit *v = &x->visit, *w = &y->visit;
    return v->n_escorts == w->n_escorts && (x->moved == NONE) == (y->moved == NONE) &&
           week_day(&p->week, v->start) == week_day(&p->week, w->start) &&
           memcmp(v->escorts, w->escorts, (size_t)v->n_escorts * sizeof *v->escorts) == 0;
}

/* What the twin finds counts only if the judge agrees. */
static bool lawful(const struct finder *f, const struct offering *o)
{
    struct arena *scratch = arena_new();
    const struct roster *r =
        offering_taken(scratch, f->roster, f->wish->request, o);
    bool is = rules_judge(scratch, f->problem, r)->n_breaches == 0;
    arena_free(scratch);
    return is;
}

/* By offering listed: the starts of the week that it could have. */
struct starts {
    bool *of[OFFERS_MOST];
};

static void count_start(const struct finder *f, struct starts *s, int i, struct offering *o,
                        int start)
{
    if (!s->of[i])
        s->of[i] = NEW_ARRAY(f->scratch, bool, week_length(&f->problem->week) + 1);
    if (s->of[i][start])
        return;
    s->of[i][start] = true;
    o->n_starts++;
    o->first = start < o->first ? start : o->first;
    o->last = start > o->last ? start : o->last;
}

/* Nobody is asked to move for what is listed without: it comes before. */
static bool moves_in_vain(const struct finder *f, const struct offerings *list,
                          const struct offering *o)
{
    for (int i = 0; i < list->n && o->moved != NONE; i++) {
        struct offering x = list->list[i];
        bool unmoved = x.moved == NONE;
        x.moved = o->moved;
        if (unmoved && x.rights >= o->rights && same_team_and_day(f->problem, &x, o))
            return true;
    }
    return false;
}

static struct offerings chosen(struct finder *f)
{
    struct offering *list = NEW_ARRAY(f->arena, struct offering, f->wish->most + 1);
    struct offerings out = {.list = list, .n_ways = f->n_ways, .all = f->all};
    struct starts starts = {0};
    require(f->wish->most <= OFFERS_MOST, "so many offers are told at most");
    if (f->n_found > 0)
        qsort(f->found, (size_t)f->n_found, sizeof *f->found, offering_compare);
    for (int i = 0; i < f->n_found; i++) {
        int same = 0;
        while (same < out.n && !same_team_and_day(f->problem, &list[same], &f->found[i]))
            same++;
        if (same < out.n)
            count_start(f, &starts, same, &list[same], f->found[i].visit.start);
        else if (out.n < f->wish->most && !moves_in_vain(f, &out, &f->found[i]) &&
                 lawful(f, &f->found[i])) {
            list[out.n] = f->found[i];
            list[out.n].first = list[out.n].last = list[out.n].visit.start;
            count_start(f, &starts, out.n, &list[out.n], f->found[i].visit.start);
            out.n++;
        }
    }
    return out;
}

struct offerings offers_find(struct arena *a, const struct problem *p,
                             const struct roster *r, const struct offer_wish *wish)
{
    struct finder f = {.arena = a, .scratch = arena_new(), .problem = p, .roster = r,
                       .wish = wish};
    bool *asked = NEW_ARRAY(f.scratch, bool, p->n_requests + 1);
    require(!roster_serves(r, wish->request) && p->requests[wish->request].link == NONE,
            "only what is not served, and in step with nothing, is offered");
    asked[wish->request] = true;
    if (wish->may_move)
        ask_about_theirs(&f, asked);
    f.net = net_among(f.scratch, p, asked);
    f.twin = twin_new(f.scratch, f.net);
    twin_adopt(f.twin, r);
    f.rights = f.twin->rights;
    f.rest = f.twin->rest;
    look_everywhere(&f);
    struct offerings out = chosen(&f);
    arena_free(f.scratch);
    return out;
}

struct roster *offering_taken(struct arena *a, const struct roster *r, int request,
                              const struct offering *o)
{
    struct roster *taken = roster_copy(a, r);
    taken->visits[request] = o->visit;
    if (o->moved != NONE) {
        const char *uid = r->visits[o->moved].uid;
        taken->visits[o->moved] = o->moved_to;
        taken->visits[o->moved].uid = uid;
    }
    return taken;
}
