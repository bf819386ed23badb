/* Plans from labels. What labels do not carry (a request twice, clients who exclude each
 * other at a session) is left out of the plan, and the rules have the last word. */
#include "solver/pricing_parts.h"

#include <string.h>

/* The stops of a label, first to last; returns how many. */
int label_stops(const struct pricing *w, int label, int *stops, int most)
{
    int n = 0;
    for (int i = label; i != NONE && w->labels[i].stop != NONE; i = w->labels[i].parent) {
        const struct label *l = &w->labels[i];
        bool same = l->parent != NONE && w->labels[l->parent].stop == l->stop;
        if (!same && n < most)
            stops[n++] = l->stop;
    }
    for (int i = 0; i < n / 2; i++) {
        int x = stops[i];
        stops[i] = stops[n - 1 - i];
        stops[n - 1 - i] = x;
    }
    return n;
}

static bool carries(const struct pricing *w, const int *nodes, int n, int node)
{
    int link = w->p->requests[w->net->nodes[node].request].link;
    for (int i = 0; i < n; i++) {
        int r = w->net->nodes[nodes[i]].request;
        if (r == w->net->nodes[node].request ||
            (link != NONE && w->p->requests[r].link == link && !w->p->links[link].same_escort))
            return true;
    }
    return false;
}

static bool agrees(const struct pricing *w, const int *nodes, int n, int node)
{
    const struct problem *p = w->p;
    const struct node *x = &w->net->nodes[node];
    if (!x->session)
        return true;
    const struct session *s = &p->sessions[x->session - 1];
    for (int i = 0; i < n; i++) {
        const struct node *y = &w->net->nodes[nodes[i]];
        if (y->session == x->session &&
            !may_share(p, s, p->requests[x->request].client, p->requests[y->request].client))
            return false;
    }
    return true;
}

/* False if the rules do not allow what the labels thought possible. */
static bool make_plan(const struct pricing *w, struct arena *a, int label, struct plan *out)
{
    int stops[PLAN_STOPS_MOST], nodes[PLAN_STOPS_MOST];
    int n_stops = label_stops(w, label, stops, PLAN_STOPS_MOST), n = 0;
    for (int i = 0; i < n_stops; i++) {
        int node = w->active[stops[i]].stop->node;
        if (!carries(w, nodes, n, node) && agrees(w, nodes, n, node))
            nodes[n++] = node;
    }
    if (n == 0 || !plan_lawful(w->net, w->t->escort, nodes, n))
        return false;
    int *kept = NEW_ARRAY(a, int, n);
    memcpy(kept, nodes, (size_t)n * sizeof *nodes);
    *out = (struct plan){w->t->escort, n, kept, plan_points(w->net, w->t->escort, kept, n)};
    return true;
}

static bool same_plan(const struct plan *x, const struct plan *y)
{
    return x->n == y->n && memcmp(x->nodes, y->nodes, (size_t)x->n * sizeof *x->nodes) == 0;
}

/* Besides those given already. */
void pricing_give_plans(const struct pricing *w, struct arena *a, struct priced *out)
{
    for (int i = 0; i < w->n_best; i++) {
        struct plan *plan = &out->plans[out->n_plans];
        bool is_new = make_plan(w, a, w->best[i], plan);
        for (int k = 0; is_new && k < out->n_plans; k++)
            is_new = !same_plan(plan, &out->plans[k]);
        out->n_plans += is_new;
    }
}
