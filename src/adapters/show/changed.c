#include "adapters/show/changed.h"

#include "adapters/text/phrase.h"
#include "base/text.h"

#include <stdlib.h>

static bool given_out_with(const struct request *q, int escort)
{
    for (int i = 0; i < q->n_pub_escorts; i++)
        if (q->pub_escorts[i] == escort)
            return true;
    return false;
}

static bool same_escorts(const struct request *q, const struct visit *v)
{
    if (v->n_escorts != q->n_pub_escorts)
        return false;
    for (int i = 0; i < v->n_escorts; i++)
        if (!given_out_with(q, v->escorts[i]))
            return false;
    return true;
}

enum changed request_changed(const struct sheet *s, int request)
{
    const struct request *q = &s->problem->requests[request];
    const struct visit *v = &s->roster->visits[request];
    bool served = roster_serves(s->roster, request);
    if (s->problem->published == 0 || (!served && !q->published))
        return CHANGED_NOT;
    if (!served)
        return CHANGED_GONE;
    if (!q->published)
        return CHANGED_NEW;
    bool moved = v->start != q->pub_start || v->minutes != q->pub_minutes;
    if (same_escorts(q, v))
        return moved ? CHANGED_TIME : CHANGED_NOT;
    return moved ? CHANGED_TIME_ESCORTS : CHANGED_ESCORTS;
}

enum changed outing_changed(const struct sheet *s, const struct outing *o)
{
    enum changed first = request_changed(s, o->requests[0]);
    for (int i = 1; i < o->n; i++)
        if (request_changed(s, o->requests[i]) != first)
            return CHANGED_PARTLY;
    return first;
}

struct key {
    int start, request;
};

static int by_start(const void *x, const void *y)
{
    const struct key *a = x, *b = y;
    if (a->start != b->start)
        return (a->start > b->start) - (a->start < b->start);
    return (a->request > b->request) - (a->request < b->request);
}

const int *sheet_changed(struct arena *a, const struct sheet *s, int *n)
{
    int n_requests = s->problem->n_requests;
    struct key *keys = NEW_ARRAY(a, struct key, n_requests + 1);
    int *changed = NEW_ARRAY(a, int, n_requests + 1);
    *n = 0;
    for (int r = 0; r < n_requests; r++)
        if (request_changed(s, r) != CHANGED_NOT)
            keys[(*n)++] = (struct key){roster_serves(s->roster, r)
                                            ? s->roster->visits[r].start
                                            : s->problem->requests[r].pub_start,
                                        r};
    qsort(keys, (size_t)*n, sizeof *keys, by_start);
    for (int i = 0; i < *n; i++)
        changed[i] = keys[i].request;
    return changed;
}

const char *changed_phrase(enum changed c)
{
    switch (c) {
    case CHANGED_TIME:
        return _("moved");
    case CHANGED_ESCORTS:
        return _("other escort");
    case CHANGED_TIME_ESCORTS:
        return _("moved, other escort");
    case CHANGED_NEW:
        return _("new");
    case CHANGED_GONE:
        return _("no longer served");
    case CHANGED_PARTLY:
        return _("changed for some");
    case CHANGED_NOT:
        break;
    }
    return "";
}

static const char *visit_told(struct arena *a, const struct problem *p, int start, int minutes,
                              const int *escorts, int n)
{
    return arena_print(a, "%s–%s, %s", moment_sentence(a, &p->week, start),
                       clock_phrase(a, &p->week, start + minutes),
                       escort_names(a, p, escorts, n));
}

const char *given_out_phrase(struct arena *a, const struct problem *p, int request)
{
    const struct request *q = &p->requests[request];
    return q->published ? visit_told(a, p, q->pub_start, q->pub_minutes, q->pub_escorts,
                                     q->n_pub_escorts)
                        : "";
}

const char *planned_phrase(struct arena *a, const struct sheet *s, int request)
{
    const struct visit *v = &s->roster->visits[request];
    return roster_serves(s->roster, request)
               ? visit_told(a, s->problem, v->start, v->minutes, v->escorts, v->n_escorts)
               : "";
}

const char *given_out_day(struct arena *a, const struct problem *p)
{
    int year, month, mday;
    date_of_days(p->published, &year, &month, &mday);
    /* TRANSLATORS: day of the month, month: 12 November */
    return arena_print(a, _("%d %s"), mday, month_long(month));
}
