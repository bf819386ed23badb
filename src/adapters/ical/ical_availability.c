/* Availability (RFC 7953). The time asked for is cut at every border of a component and of a
 * time in it. Between two borders one component rules: the one of the highest priority (1 is
 * the highest, 0 the lowest) among those that reach over it, the first in the file among
 * equals. Components take the stretches in that order; whether the ruling one has a time
 * there is counted from border to border. */
#include "adapters/ical/ical_availability.h"

#include "ledsaga/problem.h"

#include <stdlib.h>

struct sweep {
    const struct ical_file *file;
    int n;          /* stretches */
    int64_t *at;    /* [n + 1]: their borders */
    int *ruling;    /* [n]: row of the component; NONE */
    int *next;      /* [n + 1]: a stretch at or after this that nobody has yet */
    bool *available; /* [n] */
};

static bool is_within(const struct ical_file *file, const struct ical_instance *i)
{
    return file->events[i->event].kind == ICAL_AVAILABLE;
}

static bool reaches(const struct ical_event *e)
{
    return e->kind == ICAL_AVAILABILITY && (e->fate == ICAL_READ || e->fate == ICAL_OUTSIDE);
}

static int by_time(const void *x, const void *y)
{
    const int64_t a = *(const int64_t *)x, b = *(const int64_t *)y;

    return (a > b) - (a < b);
}

static void border_add(struct sweep *w, int64_t from, int64_t to, int64_t utc)
{
    if (from <= utc && utc <= to)
        w->at[w->n++] = utc;
}

static void borders_find(struct arena *a, struct sweep *w, int64_t from, int64_t to)
{
    const struct ical_file *file = w->file;
    int n = 0;

    w->at = NEW_ARRAY(a, int64_t, 2 * (file->n_events + file->n_instances) + 2);
    border_add(w, from, to, from);
    border_add(w, from, to, to);
    for (int i = 0; i < file->n_events; i++)
        if (reaches(&file->events[i])) {
            border_add(w, from, to, file->events[i].from_utc);
            border_add(w, from, to, file->events[i].to_utc);
        }
    for (int i = 0; i < file->n_instances; i++)
        if (is_within(file, &file->instances[i])) {
            border_add(w, from, to, file->instances[i].start_utc);
            border_add(w, from, to, file->instances[i].end_utc);
        }
    qsort(w->at, (size_t)w->n, sizeof *w->at, by_time);
    for (int i = 0; i < w->n; i++)
        if (n == 0 || w->at[n - 1] != w->at[i])
            w->at[n++] = w->at[i];
    w->n = n - 1;
}

/* The first border at or after this time. */
static int border_at(const struct sweep *w, int64_t utc)
{
    int low = 0, high = w->n;

    while (low < high) {
        int middle = (low + high) / 2;
        if (w->at[middle] < utc)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static int rank_of(const struct ical_event *e)
{
    return e->priority > 0 ? e->priority : 10;
}

/* The first stretch from here that nobody has; w->n if there is none. */
static int stretch_free(struct sweep *w, int i)
{
    int found = i;

    while (w->next[found] != found)
        found = w->next[found];
    while (w->next[i] != found) {
        int step = w->next[i];
        w->next[i] = found;
        i = step;
    }
    return found;
}

static void rulers_find(struct arena *a, struct sweep *w)
{
    w->ruling = NEW_ARRAY(a, int, w->n + 1);
    w->next = NEW_ARRAY(a, int, w->n + 1);
    for (int i = 0; i <= w->n; i++) {
        w->ruling[i] = NONE;
        w->next[i] = i;
    }
    for (int rank = 1; rank <= 10; rank++)
        for (int i = 0; i < w->file->n_events; i++) {
            const struct ical_event *e = &w->file->events[i];
            if (!reaches(e) || rank_of(e) != rank)
                continue;
            int last = border_at(w, e->to_utc);
            for (int k = stretch_free(w, border_at(w, e->from_utc)); k < last;
                 k = stretch_free(w, k)) {
                w->ruling[k] = i;
                w->next[k] = k + 1;
            }
        }
}

/* Times by where they begin or end, as rows of the instances. */
struct turn {
    int border, component, by; /* by: 1 = begins, -1 = ends */
};

static int by_border(const void *x, const void *y)
{
    return ((const struct turn *)x)->border - ((const struct turn *)y)->border;
}

static void times_find(struct arena *a, struct sweep *w)
{
    const struct ical_file *file = w->file;
    struct turn *turns = NEW_ARRAY(a, struct turn, 2 * file->n_instances + 1);
    int *open = NEW_ARRAY(a, int, file->n_events + 1);
    int n = 0, k = 0;

    w->available = NEW_ARRAY(a, bool, w->n + 1);
    for (int i = 0; i < file->n_instances; i++) {
        const struct ical_instance *t = &file->instances[i];
        int parent = file->events[t->event].parent;
        if (!is_within(file, t) || parent < 0 || t->start_utc >= t->end_utc)
            continue;
        turns[n++] = (struct turn){border_at(w, t->start_utc), parent, 1};
        turns[n++] = (struct turn){border_at(w, t->end_utc), parent, -1};
    }
    qsort(turns, (size_t)n, sizeof *turns, by_border);
    for (int i = 0; i < w->n; i++) {
        for (; k < n && turns[k].border == i; k++)
            open[turns[k].component] += turns[k].by;
        w->available[i] = w->ruling[i] != NONE && open[w->ruling[i]] > 0;
    }
}

int ical_availability(struct arena *a, const struct ical_file *file, int64_t from_utc,
                      int64_t to_utc, struct ical_stretch **out)
{
    struct sweep w = {.file = file};
    int n = 0;

    borders_find(a, &w, from_utc, to_utc);
    rulers_find(a, &w);
    times_find(a, &w);
    *out = NEW_ARRAY(a, struct ical_stretch, w.n + 1);
    for (int from = 0, to; from < w.n; from = to) {
        for (to = from + 1; to < w.n && w.ruling[to] == w.ruling[from] &&
                            w.available[to] == w.available[from];)
            to++;
        if (w.ruling[from] != NONE)
            (*out)[n++] = (struct ical_stretch){w.ruling[from], w.available[from], w.at[from],
                                                w.at[to]};
    }
    return n;
}
