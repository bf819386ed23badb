/* When an escort can work: given as any spans and absences, kept as sorted
 * spans that do not touch. */
#include "model/builder.h"

#include <stdlib.h>

static int by_time(const void *x, const void *y)
{
    const struct span *a = x, *b = y;

    if (a->from != b->from)
        return a->from < b->from ? -1 : 1;
    return (a->to > b->to) - (a->to < b->to);
}

static void sort(struct span_list *list)
{
    if (list->n)
        qsort(list->at, (size_t)list->n, sizeof *list->at, by_time);
}

static struct span_list merge(struct arena *a, struct span_list list)
{
    struct span_list out = {0};

    sort(&list);
    for (int i = 0; i < list.n; i++) {
        struct span s = list.at[i];

        if (out.n && s.from <= out.at[out.n - 1].to) {
            if (out.at[out.n - 1].to < s.to)
                out.at[out.n - 1].to = s.to;
        } else if (s.from < s.to) {
            LIST_ADD(a, out, s);
        }
    }
    return out;
}

/* Both lists merged. */
static struct span_list subtract(struct arena *a, struct span_list list,
                                 struct span_list absent)
{
    struct span_list out = {0};

    for (int i = 0; i < list.n; i++) {
        struct span left = list.at[i];

        for (int k = 0; k < absent.n && left.from < left.to; k++) {
            struct span away = absent.at[k];
            struct span before = {left.from, away.from};

            if (away.to <= left.from || away.from >= left.to)
                continue;
            if (before.from < before.to)
                LIST_ADD(a, out, before);
            left.from = away.to;
        }
        if (left.from < left.to)
            LIST_ADD(a, out, left);
    }
    return out;
}

void escort_times_settle(struct arena *a, struct escort_draft *e)
{
    struct span_list absent = merge(a, e->absent);
    struct span_list available = subtract(a, merge(a, e->available), absent);

    sort(&e->outside);
    e->it.available = available.at;
    e->it.n_available = available.n;
    e->it.absent = absent.at;
    e->it.n_absent = absent.n;
    e->it.outside = e->outside.at;
    e->it.n_outside = e->outside.n;
}
