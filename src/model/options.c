/* All ways to carry each request out in time, made once, so that nobody after
 * this needs to know of windows, grids or decisions. */
#include "model/builder.h"

#include <stdlib.h>

struct option_list {
    int n, room;
    struct option *at;
};

bool alternative_offers(const struct alternative *a, int start, int grid)
{
    if (start == a->wish)
        return true;
    return a->from <= start && start <= a->to && (start - a->from) % grid == 0;
}

/* To take part in a session and to go out by oneself are different things, even
 * at the same time. */
static bool offered_earlier(const struct request *r, int alternative,
                            int start, int grid)
{
    for (int i = 0; i < alternative; i++)
        if (r->alternatives[i].session ==
                r->alternatives[alternative].session &&
            alternative_offers(&r->alternatives[i], start, grid))
            return true;
    return false;
}

/* The row of problem->grants that a visit at this start draws on, NONE if it is
 * under no decision or under one per occasion. */
static int grant_at(const struct problem_builder *b, int decision, int start)
{
    const struct decision_draft *d = &b->decisions.at[decision];

    for (int i = d->first_grant; i < d->first_grant + d->n_grants; i++)
        if (b->problem->grants[i].span.from <= start &&
            start < b->problem->grants[i].span.to)
            return i;
    return NONE;
}

static int wish_points(const struct problem_builder *b,
                       const struct request *r, int alternative, int start)
{
    const struct weight_figures *weight = &b->problem->weight;
    int wish = r->alternatives[alternative].wish;
    int off = wish == NONE ? 0 : abs(start - wish);

    return alternative * weight->later_choice + off * weight->off_wish_minute;
}

/* The most minutes that one visit on this day may draw on the request's decision,
 * NONE when the decision does not hold. *grant: the row it draws on. */
static int most_debit(const struct problem_builder *b, const struct request *r,
                      int start, int *grant)
{
    const struct week *w = &b->problem->week;
    const struct decision *d;

    *grant = NONE;
    if (r->decision == NONE)
        return DAY;
    d = &b->decisions.at[r->decision].it;
    if (!decision_holds(d, w->monday + week_day(w, start)))
        return NONE;
    if (d->period == PER_OCCASION)
        return d->minutes;
    *grant = grant_at(b, r->decision, start);
    return DAY;
}

static struct option option_begin(const struct problem_builder *b,
                                  int request, int alternative, int start)
{
    const struct request *r = &b->requests.at[request].it;

    return (struct option){
        .request = request,
        .start = start,
        .alternative = alternative,
        .day = week_day(&b->problem->week, start),
        .points = wish_points(b, r, alternative, start),
    };
}

/* Neither in the past nor out of step. */
static bool may_begin(const struct problem_builder *b, int request, int start)
{
    const struct span *step = &b->requests.at[request].it.step;

    return start >= b->problem->now &&
           (step->to == 0 || (step->from <= start && start < step->to));
}

/* The lengths of one start, longest first. */
static void add_lengths(struct problem_builder *b, int request,
                        int alternative, int start,
                        struct option_list *out)
{
    const struct request *r = &b->requests.at[request].it;
    struct option o = option_begin(b, request, alternative, start);
    int most = most_debit(b, r, start, &o.grant);

    if (!may_begin(b, request, start))
        return;
    for (o.minutes = r->minutes; o.minutes >= r->minutes_min;
         o.minutes -= b->problem->grid) {
        o.debit = o.delivered = o.minutes;
        if (o.debit <= most)
            LIST_ADD(b->arena, *out, o);
    }
}

/* A session is as long as it is. */
static void add_session(struct problem_builder *b, int request,
                        int alternative, struct option_list *out)
{
    const struct request *r = &b->requests.at[request].it;
    int session = r->alternatives[alternative].session;
    const struct session *s = &b->sessions.at[session - 1].it;
    struct option o = option_begin(b, request, alternative, s->start);
    int most = most_debit(b, r, s->start, &o.grant);

    o.session = session;
    o.minutes = s->minutes;
    o.debit = (s->minutes * s->debit_percent + 99) / 100;
    o.delivered = s->minutes < r->minutes ? s->minutes : r->minutes;
    if (o.debit <= most && may_begin(b, request, s->start) &&
        !offered_earlier(r, alternative, s->start, 1))
        LIST_ADD(b->arena, *out, o);
}

static void add_alternative(struct problem_builder *b, int request,
                            int alternative, struct option_list *out)
{
    const struct request *r = &b->requests.at[request].it;
    const struct alternative *a = &r->alternatives[alternative];
    int grid = b->problem->grid;
    int previous = a->from - 1;

    for (int start = a->from; start <= a->to; start += grid) {
        /* A wish between two steps of the grid is a start as well. */
        if (previous < a->wish && a->wish < start &&
            !offered_earlier(r, alternative, a->wish, grid))
            add_lengths(b, request, alternative, a->wish, out);
        if (!offered_earlier(r, alternative, start, grid))
            add_lengths(b, request, alternative, start, out);
        previous = start;
    }
    if (previous < a->wish &&
        !offered_earlier(r, alternative, a->wish, grid))
        add_lengths(b, request, alternative, a->wish, out);
}

/* ---- what is held ------------------------------------------------------ */

static bool is_told(const struct problem_builder *b, const struct request *r,
                    const struct alternative *a)
{
    return alternative_offers(a, r->pub_start, b->problem->grid) &&
           (!a->session || b->sessions.at[a->session - 1].it.minutes == r->pub_minutes);
}

static void add_told(struct problem_builder *b, int request, int rank, int session,
                     struct option_list *out)
{
    const struct request *r = &b->requests.at[request].it;
    struct option o = option_begin(b, request, rank, r->pub_start);

    o.session = session;
    o.minutes = o.debit = r->pub_minutes;
    o.delivered = o.minutes < r->minutes ? o.minutes : r->minutes;
    if (session)
        o.debit = (o.minutes * b->sessions.at[session - 1].it.debit_percent + 99) / 100;
    most_debit(b, r, r->pub_start, &o.grant);
    LIST_ADD(b->arena, *out, o);
}

/* Which session it was, if any, was not given out: each that it can have been. What is
 * offered no more was the last choice. */
static void add_held(struct problem_builder *b, int request, struct option_list *out)
{
    const struct request *r = &b->requests.at[request].it;
    int first = out->n;

    for (int k = 0; k < r->n_alternatives; k++) {
        int session = r->alternatives[k].session, same = first;
        while (same < out->n && out->at[same].session != session)
            same++;
        if (same == out->n && is_told(b, r, &r->alternatives[k]))
            add_told(b, request, k, session, out);
    }
    if (out->n == first)
        add_told(b, request, r->n_alternatives - 1, 0, out);
}

static void add_all(struct problem_builder *b, int request, struct option_list *out)
{
    const struct request *r = &b->requests.at[request].it;

    for (int k = 0; k < r->n_alternatives; k++) {
        if (r->alternatives[k].session)
            add_session(b, request, k, out);
        else
            add_alternative(b, request, k, out);
    }
}

void options_make(struct problem_builder *b)
{
    struct option_list out = {0};

    for (int i = 0; i < b->requests.n; i++) {
        struct request *r = &b->requests.at[i].it;

        r->first_option = out.n;
        if (r->held)
            add_held(b, i, &out);
        else
            add_all(b, i, &out);
        r->n_options = out.n - r->first_option;
    }
    b->problem->n_options = out.n;
    b->problem->options = out.at;
}
