/* Sessions: a choice for each escort who may come, and the participants' choices under it. */
#include "solver/formulation_parts.h"

#include <stdlib.h>

static int by_session_and_escort(const void *x, const void *y, void *f)
{
    int i = *(const int *)x, k = *(const int *)y;
    const struct node *a = formulation_node(f, i), *b = formulation_node(f, k);
    if (a->session != b->session)
        return a->session - b->session;
    return a->escort != b->escort ? a->escort - b->escort : i - k;
}

static void add_one_staff(struct arena *a, struct formulation *f, int *members, int n,
                          int *room)
{
    struct node x = *formulation_node(f, members[0]);
    struct staff s = {x.session - 1, x.escort, n, members};
    x.points = 0;
    f->staff_nodes[f->n_staff] = x;
    f->choices[f->n_choices + f->n_staff] = (struct choice){
        .node = NONE,
        .staff = NONE,
        .points = node_duty_points(f->net->problem, &x),
        .face = NONE,
        .flow = NONE,
        .may_be_first = true,
        .may_be_last = true,
        .run_most = NONE,
    };
    for (int i = 0; i < n; i++)
        f->choices[members[i]].staff = f->n_choices + f->n_staff;
    ARENA_PUSH(a, f->staff, f->n_staff, *room, s);
}

void formulation_add_staff(struct arena *a, struct formulation *f)
{
    int *members = NEW_ARRAY(a, int, f->n_choices + 1), n = 0, room = 0;
    for (int i = 0; i < f->n_choices; i++)
        if (formulation_node(f, i)->session)
            members[n++] = i;
    f->choices = arena_grow(a, f->choices, (size_t)f->n_choices,
                            (size_t)(f->n_choices + n + 1), sizeof *f->choices);
    f->staff_nodes = NEW_ARRAY(a, struct node, n + 1);
    qsort_r(members, (size_t)n, sizeof *members, by_session_and_escort, f);
    for (int from = 0, to; from < n; from = to) {
        for (to = from; to < n &&
                        formulation_node(f, members[to])->session ==
                            formulation_node(f, members[from])->session &&
                        formulation_node(f, members[to])->escort ==
                            formulation_node(f, members[from])->escort;)
            to++;
        add_one_staff(a, f, members + from, to - from, &room);
    }
}

static bool takes_part(const struct formulation *f, int request, int session)
{
    for (int i = f->first[request]; i < f->first[request + 1]; i++)
        if (formulation_node(f, i)->session == session + 1)
            return true;
    return false;
}

void formulation_add_refusals(struct arena *a, struct formulation *f)
{
    const struct problem *p = f->net->problem;
    int room = 0;
    for (int s = 0; s < p->n_sessions; s++)
        for (int r = 0; p->sessions[s].shared && r < p->n_requests; r++)
            for (int q = r + 1; takes_part(f, r, s) && q < p->n_requests; q++) {
                struct refusal no = {s, r, q};
                if (takes_part(f, q, s) &&
                    !may_share(p, &p->sessions[s], p->requests[r].client,
                               p->requests[q].client))
                    ARENA_PUSH(a, f->refusals, f->n_refusals, room, no);
            }
}
