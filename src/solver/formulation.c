/* Which variables and rows the week needs.
 *
 * A choice x[v,o,e] says that escort e carries out request v by option o (a start
 * and a length). Within one working day of one escort the chosen visits form a
 * path in time: arcs next[m,n] lead from each visit to the one that follows it,
 * so that overlap, travel, pauses and the order of the day are exact without any
 * big number, and the day is a path polytope, which is integral on its own. A
 * day that only one request can fall on needs no arcs.
 *
 * The rest rules (11 h a day, 36 h a week) are said by windows: in every period
 * some window of the needed length is free, and a choice may only be taken if a
 * window it does not meet is. Windows need only begin at the period's beginning
 * or where some work ends, for a rest can always be moved back to there.
 *
 * Rows that cannot be broken are left out: a week limit above all that an escort
 * could ever do, a rest that every roster leaves. So are choices for which a
 * better one exists whatever the rest of the roster looks like (sieve.c).
 *
 * Tried and dropped: one row per pair of choices that overlap instead of arcs
 * (weak, and travel is then not exact). */
#include "solver/formulation_parts.h"

#include "solver/sieve.h"

#include <stdlib.h>
#include <string.h>

const struct node *formulation_node(const struct formulation *f, int choice)
{
    return choice < f->n_choices ? &f->net->nodes[f->choices[choice].node]
                                 : &f->staff_nodes[choice - f->n_choices];
}

int formulation_task(const struct formulation *f, int choice)
{
    return choice < f->n_choices
               ? formulation_node(f, choice)->request
               : f->net->problem->n_requests + f->staff[choice - f->n_choices].session;
}

/* ---- which choices ------------------------------------------------------- */

int node_duty_points(const struct problem *p, const struct node *x)
{
    struct duty d = node_duty(x);
    return duty_points(p, x->escort, &d);
}

static void add_choices(struct arena *a, struct formulation *f, int tier)
{
    struct net *net = f->net;
    const struct problem *p = net->problem;
    int *nodes = sieve_nodes(a, net, tier, &f->n_choices);
    int *first = NEW_ARRAY(a, int, p->n_requests + 1);
    f->choices = NEW_ARRAY(a, struct choice, f->n_choices + 1);
    for (int i = 0; i < f->n_choices; i++) {
        const struct node *x = &net->nodes[nodes[i]];
        f->choices[i] = (struct choice){
            .node = nodes[i],
            .staff = NONE,
            .points = x->points + (x->session ? 0 : node_duty_points(p, x)) +
                      (request_is_team(&p->requests[x->request])
                           ? 0
                           : p->options[x->option].points),
            .face = NONE,
            .flow = NONE,
            .may_be_first = true,
            .may_be_last = true,
            .run_most = NONE,
        };
        first[x->request + 1]++;
    }
    for (int r = 0; r < p->n_requests; r++)
        first[r + 1] += first[r];
    f->first = first;
}

/* ---- teams --------------------------------------------------------------- */

static void add_teams(struct arena *a, struct formulation *f)
{
    const struct problem *p = f->net->problem;
    bool *team = NEW_ARRAY(a, bool, p->n_requests + 1);
    int *first = NEW_ARRAY(a, int, p->n_requests + 1);
    int room = 0;
    for (int r = 0; r < p->n_requests; r++) {
        team[r] = request_is_team(&p->requests[r]);
        first[r] = f->n_teams;
        for (int i = f->first[r], k; team[r] && i < f->first[r + 1]; i = k) {
            int option = formulation_node(f, i)->option;
            for (k = i; k < f->first[r + 1] && formulation_node(f, k)->option == option;)
                k++;
            struct team_option t = {option, p->options[option].points, i, k - i};
            ARENA_PUSH(a, f->teams, f->n_teams, room, t);
        }
        first[r + 1] = f->n_teams;
    }
    f->team = team;
    f->team_first = first;
}

/* ---- an escort's stops, in time order ------------------------------------ */

static int choice_by_escort_start(const void *x, const void *y, void *f)
{
    int i = *(const int *)x, k = *(const int *)y;
    const struct node *a = formulation_node(f, i), *b = formulation_node(f, k);
    if (a->escort != b->escort)
        return a->escort - b->escort;
    return a->start != b->start ? a->start - b->start : i - k;
}

static void sort_choices(struct arena *a, struct formulation *f)
{
    f->by_day = NEW_ARRAY(a, int, f->n_choices + f->n_staff + 1);
    for (int i = 0; i < f->n_choices + f->n_staff; i++)
        if (f->choices[i].staff == NONE)
            f->by_day[f->n_stops++] = i;
    qsort_r(f->by_day, (size_t)f->n_stops, sizeof *f->by_day,
            choice_by_escort_start, f);
}

/* One past the last choice in by_day of the same escort (and day, if asked). */
int formulation_same_until(const struct formulation *f, int from, bool day)
{
    const struct node *x = formulation_node(f, f->by_day[from]);
    int to = from + 1;
    while (to < f->n_stops &&
           formulation_node(f, f->by_day[to])->escort == x->escort &&
           (!day || formulation_node(f, f->by_day[to])->day == x->day))
        to++;
    return to;
}

/* ---- faces, shortage, hours ---------------------------------------------- */

/* A pair that can meet by one request only pays with that request's choice; the
 * others share one face variable. */
static void add_faces(struct arena *a, struct formulation *f)
{
    const struct problem *p = f->net->problem;
    struct arena *scratch = arena_new();
    size_t pairs = (size_t)p->n_clients * (size_t)p->n_escorts;
    int *last_request = NEW_ARRAY(scratch, int, pairs + 1); /* + 1; 0 = none */
    bool *several = NEW_ARRAY(scratch, bool, pairs + 1);
    int *face = NEW_ARRAY(scratch, int, pairs + 1); /* + 1; 0 = none */
    int room = 0;
    for (int i = 0; i < f->n_choices; i++) {
        const struct node *x = formulation_node(f, i);
        size_t pair = (size_t)p->requests[x->request].client *
                          (size_t)p->n_escorts + (size_t)x->escort;
        if (last_request[pair] && last_request[pair] != x->request + 1)
            several[pair] = true;
        last_request[pair] = x->request + 1;
    }
    for (int i = 0; i < f->n_choices; i++) {
        const struct node *x = formulation_node(f, i);
        int client = p->requests[x->request].client;
        size_t pair = (size_t)client * (size_t)p->n_escorts + (size_t)x->escort;
        int points = face_points(p, client, x->escort);
        if (!several[pair]) {
            f->choices[i].points += points;
            continue;
        }
        if (!face[pair]) {
            struct face new_face = {client, x->escort, points};
            ARENA_PUSH(a, f->faces, f->n_faces, room, new_face);
            face[pair] = f->n_faces;
        }
        f->choices[i].face = face[pair] - 1;
    }
    arena_free(scratch);
}

static void add_shortages(struct arena *a, struct formulation *f)
{
    const struct problem *p = f->net->problem;
    struct arena *scratch = arena_new();
    int *asked = NEW_ARRAY(scratch, int, p->n_clients + 1), room = 0;
    const int over[] = {p->weight.short_1_minutes, p->weight.short_2_minutes};
    const int points[] = {p->weight.short_1, p->weight.short_2};
    for (int r = 0; r < p->n_requests; r++)
        if (p->requests[r].assessed)
            asked[p->requests[r].client] +=
                p->requests[r].minutes -
                (net_stance(f->net, r) == STANCE_GIVEN ? f->net->longest[r] : 0);
    for (int c = 0; c < p->n_clients; c++)
        for (int level = 0; level < 2; level++) {
            int before = p->clients[c].short_before;
            struct shortage s = {c, level + 1,
                                 before < over[level] ? over[level] - before : 0,
                                 points[level], asked[c]};
            if (asked[c] > s.over && points[level] > 0)
                ARENA_PUSH(a, f->shortages, f->n_shortages, room, s);
        }
    arena_free(scratch);
}

static void add_hours(struct arena *a, struct formulation *f)
{
    const struct problem *p = f->net->problem;
    struct arena *scratch = arena_new();
    bool *seen = NEW_ARRAY(scratch, bool, p->n_escorts + 1);
    int *most = NEW_ARRAY(scratch, int, p->n_escorts + 1), room = 0;
    int *paid = NEW_ARRAY(scratch, int, p->n_escorts + 1);
    for (int i = 0; i < f->n_arcs; i++) {
        int e = f->flows[f->arcs[i].flow].escort;
        if (f->arcs[i].paid > paid[e])
            paid[e] = f->arcs[i].paid;
    }
    for (int from = 0, to; from < f->n_stops; from = to) {
        to = formulation_same_until(f, from, false);
        int e = formulation_node(f, f->by_day[from])->escort;
        most[e] = formulation_most_minutes(f, from, to, paid[e]);
        seen[e] = true;
    }
    for (int e = 0; e < p->n_escorts; e++) {
        int limit = week_limit(p, &p->escorts[e]);
        struct hours_row row = {e, p->escorts[e].contract_minutes,
                                seen[e] && limit != NONE && most[e] > limit
                                    ? limit
                                    : NONE};
        if (row.contract != NONE || row.limit != NONE)
            ARENA_PUSH(a, f->hours, f->n_hours, room, row);
    }
    arena_free(scratch);
}

struct formulation *formulation_new(struct arena *a, struct net *net, int tier,
                                    int64_t most_arcs)
{
    struct formulation *f = NEW(a, struct formulation);
    f->net = net;
    f->tier = tier;
    add_choices(a, f, tier);
    formulation_add_staff(a, f);
    formulation_add_refusals(a, f);
    add_teams(a, f);
    sort_choices(a, f);
    if (!formulation_add_days(a, f, most_arcs))
        return NULL;
    formulation_add_rests(a, f);
    formulation_add_packs(a, f);
    add_faces(a, f);
    add_shortages(a, f);
    add_hours(a, f);
    if (tier == TIER_REST) {
        formulation_add_short_nights(a, f);
        formulation_add_shares(a, f);
    }
    return f;
}

struct roster *formulation_roster(struct arena *a, const struct formulation *f,
                                  const double *x)
{
    const struct problem *p = f->net->problem;
    struct roster *r = roster_new(a, p);
    for (int i = 0; i < f->n_choices; i++) {
        const struct node *n = formulation_node(f, i);
        struct visit *v = &r->visits[n->request];
        if (x[i] < 0.5 || v->n_escorts == STAFF_MAX)
            continue;
        v->start = n->start;
        v->minutes = n->end - n->start;
        v->session = n->session;
        v->escorts[v->n_escorts++] = n->escort;
    }
    return r;
}
