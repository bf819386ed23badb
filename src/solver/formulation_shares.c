/* What the stops of one escort have in common besides time: that there are any,
 * weekends, clients, assignments. */
#include "solver/formulation_parts.h"

#include <stdlib.h>
#include <string.h>

/* Choices are numbered by request, so that those of one lie together. */
static int by_number(const void *x, const void *y, void *unused)
{
    (void)unused;
    return *(const int *)x - *(const int *)y;
}

static void add_weekend(struct arena *a, struct formulation *f, int from, int to,
                        int *room)
{
    const struct problem *p = f->net->problem;
    int escort = formulation_node(f, f->by_day[from])->escort;
    int *choices = NEW_ARRAY(a, int, to - from + 1);
    struct worked w = {escort, weekend_points(p, escort), 0, choices};
    for (int i = from; i < to; i++)
        if (on_weekend(p, formulation_node(f, f->by_day[i])->start))
            choices[w.n_choices++] = f->by_day[i];
    qsort_r(choices, (size_t)w.n_choices, sizeof *choices, by_number, NULL);
    if (w.points > 0 && w.n_choices > 0)
        ARENA_PUSH(a, f->weekends, f->n_weekends, *room, w);
}

static void add_used(struct arena *a, struct formulation *f, int from, int to,
                     int *room)
{
    const struct problem *p = f->net->problem;
    int escort = formulation_node(f, f->by_day[from])->escort;
    int *choices = NEW_ARRAY(a, int, to - from + 1);
    struct worked w = {escort, used_points(p, escort), to - from, choices};
    memcpy(choices, f->by_day + from, (size_t)w.n_choices * sizeof *choices);
    qsort_r(choices, (size_t)w.n_choices, sizeof *choices, by_number, NULL);
    if (w.points > 0)
        ARENA_PUSH(a, f->used, f->n_used, *room, w);
}

/* An escort's own outings, sorted so that those of one client lie together and in the
 * order of their requests. */
static int by_client(const void *x, const void *y, void *formulation)
{
    const struct formulation *f = formulation;
    const struct problem *p = f->net->problem;
    int i = *(const int *)x, k = *(const int *)y;
    int c = p->requests[formulation_node(f, i)->request].client;
    int d = p->requests[formulation_node(f, k)->request].client;
    return c != d ? c - d : i - k;
}

static int same_client_until(const struct formulation *f, const int *choices, int from,
                             int n)
{
    const struct problem *p = f->net->problem;
    int client = p->requests[formulation_node(f, choices[from])->request].client;
    int to = from + 1;
    while (to < n && p->requests[formulation_node(f, choices[to])->request].client == client)
        to++;
    return to;
}

static void add_newcomers(struct arena *a, struct formulation *f, const int *outings,
                          int n, int *room)
{
    const struct problem *p = f->net->problem;
    int escort = formulation_node(f, outings[0])->escort;
    struct newcomer *pairs = NEW_ARRAY(a, struct newcomer, n + 1);
    struct newcomers new_ones = {escort, clients_room(p, escort), p->weight.client_over,
                                 0, pairs};
    for (int from = 0, to; from < n; from = to) {
        int client = p->requests[formulation_node(f, outings[from])->request].client;
        to = same_client_until(f, outings, from, n);
        if (client_is_new(p, client, escort))
            pairs[new_ones.n++] = (struct newcomer){client, to - from, outings + from};
    }
    if (new_ones.room != NONE && new_ones.points > 0 && new_ones.n > new_ones.room)
        ARENA_PUSH(a, f->newcomers, f->n_newcomers, *room, new_ones);
}

static void add_assignment(struct arena *a, struct formulation *f, const int *outings,
                           int n, int part, int *room)
{
    const struct problem *p = f->net->problem;
    const struct node *x = formulation_node(f, outings[0]);
    int client = p->requests[x->request].client, most = 0, longest = 0;
    int *choices = NEW_ARRAY(a, int, n + 1);
    struct assignment s = {client, x->escort,
                           assignment_left(p, client, x->escort, part),
                           p->weight.assignment_over_minute, 0, choices};
    for (int i = 0; i < n; i++) {
        const struct node *y = formulation_node(f, outings[i]);
        if (month_part(p, y->start) != part)
            continue;
        if (s.n_choices > 0 &&
            formulation_node(f, choices[s.n_choices - 1])->request != y->request) {
            most += longest;
            longest = 0;
        }
        choices[s.n_choices++] = outings[i];
        if (y->end - y->start > longest)
            longest = y->end - y->start;
    }
    if (s.points > 0 && most + longest > s.left)
        ARENA_PUSH(a, f->assignments, f->n_assignments, *room, s);
}

/* What the stops of one escort have in common besides time. */
void formulation_add_shares(struct arena *a, struct formulation *f)
{
    int room_weekends = 0, room_used = 0, room_newcomers = 0, room_assignments = 0;
    for (int from = 0, to; from < f->n_stops; from = to) {
        to = formulation_same_until(f, from, false);
        int *outings = NEW_ARRAY(a, int, to - from + 1), n = 0;
        add_weekend(a, f, from, to, &room_weekends);
        add_used(a, f, from, to, &room_used);
        for (int i = from; i < to; i++)
            if (f->by_day[i] < f->n_choices)
                outings[n++] = f->by_day[i];
        if (n == 0 ||
            escort_employed(&f->net->problem->escorts[formulation_node(f, outings[0])->escort]))
            continue;
        qsort_r(outings, (size_t)n, sizeof *outings, by_client, f);
        add_newcomers(a, f, outings, n, &room_newcomers);
        for (int k = 0, next; k < n; k = next) {
            next = same_client_until(f, outings, k, n);
            for (int part = 0; part < 2; part++)
                add_assignment(a, f, outings + k, next - k, part, &room_assignments);
        }
    }
}
