/* A set of requests that together take longer than an escort's week allows is a
 * cover: not all of them can be that escort's. Extended by every request at least as
 * long as the longest of the set (Balas 1975; Wolsey 1975). Of an escort's covers
 * the most violated is looked for by trying all sets whose fractions leave less than
 * one visit open; there are few, since an escort has few fractional requests. */
#include "solver/covers.h"

enum { MOST_ITEMS = 16, MOST_COLUMNS = 4096 };

struct item { /* one request or session that the escort could carry out */
    int task, minutes;
    double share; /* how much of it the escort has in the relaxation */
};

struct cover {
    const struct item *items;
    int n_items, limit;
    int chosen[MOST_ITEMS], n_chosen;
    int best[MOST_ITEMS], n_best;
    double best_open; /* sum of 1 - share over the best set; below 1 = violated */
};

static void look_on(struct cover *c, int from, int minutes, double open)
{
    if (open >= c->best_open - 1e-6)
        return;
    if (minutes > c->limit) {
        c->best_open = open;
        c->n_best = c->n_chosen;
        for (int i = 0; i < c->n_chosen; i++)
            c->best[i] = c->chosen[i];
        return;
    }
    for (int i = from; i < c->n_items; i++) {
        c->chosen[c->n_chosen++] = i;
        look_on(c, i + 1, minutes + c->items[i].minutes,
                open + 1 - c->items[i].share);
        c->n_chosen--;
    }
}

/* Every request of the escort: the shortest it could be, and its share. */
static int items_of(const struct formulation *f, const int *choices, int n,
                    const double *x, struct item *items)
{
    int n_items = 0;
    for (int i = 0; i < n; i++) {
        const struct node *node = formulation_node(f, choices[i]);
        int minutes = node->end - node->start, k = 0;
        int task = formulation_task(f, choices[i]);
        while (k < n_items && items[k].task != task)
            k++;
        if (k == n_items)
            items[n_items++] = (struct item){task, minutes, 0};
        if (minutes < items[k].minutes)
            items[k].minutes = minutes;
        items[k].share += x[choices[i]];
    }
    return n_items;
}

static void emit(const struct formulation *f, const int *choices, int n,
                 const struct cover *c, struct lp_cuts *cuts)
{
    int columns[MOST_COLUMNS], n_columns = 0, longest = 0;
    for (int i = 0; i < c->n_best; i++)
        if (c->items[c->best[i]].minutes > longest)
            longest = c->items[c->best[i]].minutes;
    for (int i = 0; i < n && n_columns < MOST_COLUMNS; i++) {
        const struct node *node = formulation_node(f, choices[i]);
        bool in = node->end - node->start >= longest;
        for (int k = 0; k < c->n_best; k++)
            in |= c->items[c->best[k]].task == formulation_task(f, choices[i]);
        if (in)
            columns[n_columns++] = choices[i];
    }
    lp_cut(cuts, columns, n_columns, c->n_best - 1);
}

static void separate_escort(struct arena *a, const struct formulation *f,
                            const int *choices, int n, int limit,
                            const double *x, struct lp_cuts *cuts)
{
    struct item *items = NEW_ARRAY(a, struct item, n + 1);
    int n_items = items_of(f, choices, n, x, items), kept = 0;
    for (int i = 0; i < n_items; i++)
        if (items[i].share > 0.01 && kept < MOST_ITEMS)
            items[kept++] = items[i];
    struct cover c = {
        .items = items, .n_items = kept, .limit = limit, .best_open = 0.98};
    look_on(&c, 0, 0, 0);
    if (c.n_best > 0)
        emit(f, choices, n, &c, cuts);
}

void covers_separate(void *context, const double *x, struct lp_cuts *cuts)
{
    const struct formulation *f = context;
    struct arena *a = arena_new();
    for (int from = 0, to; from < f->n_stops; from = to) {
        int escort = formulation_node(f, f->by_day[from])->escort;
        for (to = from; to < f->n_stops &&
                        formulation_node(f, f->by_day[to])->escort == escort;)
            to++;
        for (int k = 0; k < f->n_hours; k++)
            if (f->hours[k].escort == escort && f->hours[k].limit != NONE)
                separate_escort(a, f, f->by_day + from, to - from,
                                f->hours[k].limit, x, cuts);
    }
    arena_free(a);
}
