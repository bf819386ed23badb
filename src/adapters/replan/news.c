#include "adapters/replan/news.h"

#include <stdlib.h>
#include <string.h>

/* ---- what is otherwise ---------------------------------------------------- */

static const struct diary *diary_of(const struct told *t, const struct diary *like)
{
    for (int i = 0; i < t->n; i++)
        if (t->diaries[i].kind == like->kind && strcmp(t->diaries[i].id, like->id) == 0)
            return &t->diaries[i];
    return NULL;
}

static const struct appointment *told_of(const struct diary *d, const struct appointment *x)
{
    for (int i = 0; d && i < d->n; i++)
        if (strcmp(d->appointments[i].uid, x->uid) == 0)
            return &d->appointments[i];
    return NULL;
}

/* False if there is nothing to tell of it. */
static bool item_of(const struct appointment *old, const struct appointment *new,
                    struct news_item *out)
{
    bool was = old && !old->cancelled, is = !new->cancelled;

    *out = (struct news_item){NEWS_NEW, was ? &old->facts : NULL, is ? &new->facts : NULL};
    if (old && old->sequence == new->sequence)
        return false;
    out->kind = was && is ? NEWS_CHANGED : is ? NEWS_NEW : NEWS_CANCELLED;
    return was || is;
}

static int64_t start_of(const struct news_item *x)
{
    if (x->before && x->now && x->before->start_utc < x->now->start_utc)
        return x->before->start_utc;
    return x->now ? x->now->start_utc : x->before->start_utc;
}

static int by_start(const void *x, const void *y)
{
    int64_t a = start_of(x), b = start_of(y);

    return (a > b) - (a < b);
}

static int items_find(struct arena *a, const struct diary *old, const struct diary *new,
                      struct news_item **out)
{
    int n = 0;

    *out = NEW_ARRAY(a, struct news_item, new->n + 1);
    for (int i = 0; i < new->n; i++)
        n += item_of(told_of(old, &new->appointments[i]), &new->appointments[i], &(*out)[n]);
    if (n > 0)
        qsort(*out, (size_t)n, sizeof **out, by_start);
    return n;
}

/* ---- whose it is ---------------------------------------------------------- */

static int count(const struct news *x, enum news_kind kind)
{
    int n = 0;

    for (int i = 0; i < x->n; i++)
        n += x->list[i].kind == kind;
    return n;
}

/* The sick escort and the client who rang know. */
static bool said_it(const struct events *all, const struct event *e, const struct news *x)
{
    switch (e->kind) {
    case EVENT_SICK:
    case EVENT_LEAVES:
        return x->kind == PERSON_ESCORT && x->person == e->escort;
    case EVENT_CANCEL:
        return x->kind == PERSON_CLIENT &&
               x->person == all->problem->requests[e->request].client;
    case EVENT_NO_SHOW:
    case EVENT_MOVE:
    case EVENT_VETO:
    case EVENT_NEW:
    case EVENT_KINDS:
        break;
    }
    return false;
}

/* They know of what is gone, not of what is new; on the phone they hear all of it. */
static bool knows(const struct tidings *by, const struct news *x)
{
    const struct events *events = by->events;

    if (x->kind == PERSON_CLIENT && x->person != NONE && x->person == by->caller)
        return true;
    if (!events || count(x, NEWS_CANCELLED) < x->n)
        return false;
    for (int i = 0; i < events->n; i++)
        if (said_it(events, &events->list[i], x))
            return true;
    return false;
}

static struct news news_of(struct arena *a, const struct problem *p, const struct diary *old,
                           const struct diary *new, const struct tidings *by)
{
    struct news x = {.kind = new->kind, .id = new->id, .waits_for = NONE};
    struct news_item *items;

    x.n = items_find(a, old, new, &items);
    x.list = items;
    if (x.n == 0)
        return x;
    x.person = x.kind == PERSON_CLIENT ? problem_find_client(p, x.id)
                                       : problem_find_escort(p, x.id);
    x.first_utc = start_of(&items[0]);
    x.loses = x.kind == PERSON_CLIENT && count(&x, NEWS_CANCELLED) > count(&x, NEWS_NEW);
    x.asked = x.kind == PERSON_ESCORT && x.person != NONE &&
              !escort_employed(&p->escorts[x.person]) && count(&x, NEWS_CANCELLED) < x.n;
    x.knows = knows(by, &x);
    return x;
}

/* ---- in order ------------------------------------------------------------- */

static bool names(const struct appointment_facts *f, const char *id)
{
    for (int i = 0; i < f->n_names; i++)
        if (strcmp(f->ids[i], id) == 0)
            return true;
    return false;
}

/* Is one of these to come to this client, and must accept it? */
static bool awaits(const struct news *client, const struct news *escort)
{
    for (int i = 0; i < escort->n; i++)
        for (int k = 0; k < client->n; k++)
            if (escort->list[i].now && client->list[k].now &&
                escort->list[i].now->start_utc == client->list[k].now->start_utc &&
                names(escort->list[i].now, client->id))
                return true;
    return false;
}

struct turn {
    const struct news *news;
    int64_t utc; /* of an escort also the soonest of the clients who wait for them */
};

static int rank(const struct news *x)
{
    return x->loses && x->waits_for == NONE ? 0
           : x->asked                       ? 1
           : x->kind == PERSON_ESCORT       ? 2
                                            : 3;
}

static int by_turn(const void *x, const void *y)
{
    const struct turn *t = x, *u = y;
    const struct news *a = t->news, *b = u->news;

    if (a->knows != b->knows)
        return a->knows - b->knows;
    if (t->utc != u->utc)
        return t->utc < u->utc ? -1 : 1;
    if (rank(a) != rank(b))
        return rank(a) - rank(b);
    return a->kind != b->kind ? (int)a->kind - (int)b->kind : strcmp(a->id, b->id);
}

static void wait(struct turn *escort, struct news *list, int n)
{
    for (int i = 0; i < n; i++)
        if (list[i].kind == PERSON_CLIENT && !list[i].knows && awaits(&list[i], escort->news)) {
            if (list[i].waits_for == NONE)
                list[i].waits_for = escort->news->person;
            if (list[i].first_utc < escort->utc)
                escort->utc = list[i].first_utc;
        }
}

static const struct news *in_order(struct arena *a, struct news *list, int n)
{
    struct turn *turns = NEW_ARRAY(a, struct turn, n + 1);
    struct news *out = NEW_ARRAY(a, struct news, n + 1);

    for (int i = 0; i < n; i++) {
        turns[i] = (struct turn){&list[i], list[i].first_utc};
        if (list[i].asked)
            wait(&turns[i], list, n);
    }
    if (n > 0)
        qsort(turns, (size_t)n, sizeof *turns, by_turn);
    for (int i = 0; i < n; i++)
        out[i] = *turns[i].news;
    return out;
}

int news_find(struct arena *a, const struct problem *p, const struct told *before,
              const struct told *after, const struct tidings *by, const struct news **out)
{
    struct news *list = NEW_ARRAY(a, struct news, after->n + 1);
    int n = 0;

    for (int i = 0; i < after->n; i++) {
        list[n] = news_of(a, p, diary_of(before, &after->diaries[i]), &after->diaries[i], by);
        n += list[n].n > 0;
    }
    *out = in_order(a, list, n);
    return n;
}

int news_people(const struct news *list, int n)
{
    int people = 0;

    for (int i = 0; i < n; i++)
        people += !list[i].knows;
    return people;
}
