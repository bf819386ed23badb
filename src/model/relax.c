/* A frozen problem is copied as far as the change goes. Where a request's times, length or
 * decision change, its options are made anew as freezing makes them, so that no change gives
 * the options there were. */
#include "model/relax.h"

#include "model/builder.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

#define COPY(a, list, n) arena_grow(a, list, (size_t)(n), (size_t)(n) + 1, sizeof *(list))

static struct problem *copied(struct arena *a, const struct problem *p)
{
    struct problem *out = NEW(a, struct problem);
    *out = *p;
    return out;
}

static struct request *requests_of(struct arena *a, struct problem *p)
{
    struct request *requests = COPY(a, p->requests, p->n_requests);
    p->requests = requests;
    return requests;
}

/* ---- options of one request ---------------------------------------------------------------- */

struct making {
    struct arena *arena;
    const struct problem *problem;
    const struct request *request;
    int n, room;
    struct option *list;
};

static int grant_at(const struct problem *p, int decision, int start)
{
    for (int i = 0; i < p->n_grants; i++)
        if (p->grants[i].decision == decision && p->grants[i].span.from <= start &&
            start < p->grants[i].span.to)
            return i;
    return NONE;
}

/* Most minutes that a visit may draw at that start; NONE = the decision does not hold. */
static int most_debit(const struct making *m, int start, int *grant)
{
    const struct problem *p = m->problem;
    *grant = NONE;
    if (m->request->decision == NONE)
        return DAY;
    const struct decision *d = &p->decisions[m->request->decision];
    if (!decision_holds(d, p->week.monday + week_day(&p->week, start)))
        return NONE;
    if (d->period == PER_OCCASION)
        return d->minutes;
    *grant = grant_at(p, m->request->decision, start);
    return DAY;
}

static bool offered_earlier(const struct making *m, int alternative, int start, int grid)
{
    const struct alternative *list = m->request->alternatives;
    for (int i = 0; i < alternative; i++)
        if (list[i].session == list[alternative].session &&
            alternative_offers(&list[i], start, grid))
            return true;
    return false;
}

static struct option begun(const struct making *m, int alternative, int start)
{
    const struct problem *p = m->problem;
    int wish = m->request->alternatives[alternative].wish;
    int off = wish == NONE ? 0 : abs(start - wish);
    return (struct option){.request = (int)(m->request - p->requests),
                           .start = start,
                           .alternative = alternative,
                           .day = week_day(&p->week, start),
                           .points = alternative * p->weight.later_choice +
                                     off * p->weight.off_wish_minute};
}

/* Neither in the past nor out of step. */
static bool may_begin(const struct making *m, int start)
{
    const struct span *step = &m->request->step;
    return start >= m->problem->now &&
           (step->to == 0 || (step->from <= start && start < step->to));
}

static void add_lengths(struct making *m, int alternative, int start)
{
    struct option o = begun(m, alternative, start);
    int most = most_debit(m, start, &o.grant);
    if (!may_begin(m, start) || offered_earlier(m, alternative, start, m->problem->grid))
        return;
    for (o.minutes = m->request->minutes; o.minutes >= m->request->minutes_min;
         o.minutes -= m->problem->grid) {
        o.debit = o.delivered = o.minutes;
        if (o.debit <= most)
            ARENA_PUSH(m->arena, m->list, m->n, m->room, o);
    }
}

static void add_session(struct making *m, int alternative)
{
    int number = m->request->alternatives[alternative].session;
    const struct session *s = &m->problem->sessions[number - 1];
    struct option o = begun(m, alternative, s->start);
    int most = most_debit(m, s->start, &o.grant), asked = m->request->minutes;
    o.session = number;
    o.minutes = s->minutes;
    o.debit = (s->minutes * s->debit_percent + 99) / 100;
    o.delivered = s->minutes < asked ? s->minutes : asked;
    if (o.debit <= most && may_begin(m, s->start) &&
        !offered_earlier(m, alternative, s->start, 1))
        ARENA_PUSH(m->arena, m->list, m->n, m->room, o);
}

/* A wish between two steps of the grid is a start as well. */
static void add_window(struct making *m, int alternative)
{
    const struct alternative *t = &m->request->alternatives[alternative];
    int previous = t->from - 1;
    for (int start = t->from; start <= t->to; start += m->problem->grid) {
        if (previous < t->wish && t->wish < start)
            add_lengths(m, alternative, t->wish);
        add_lengths(m, alternative, start);
        previous = start;
    }
    if (previous < t->wish)
        add_lengths(m, alternative, t->wish);
}

static struct making options_made(struct arena *a, const struct problem *p, int request)
{
    struct making m = {.arena = a, .problem = p, .request = &p->requests[request]};
    for (int k = 0; k < m.request->n_alternatives; k++) {
        if (m.request->alternatives[k].session)
            add_session(&m, k);
        else
            add_window(&m, k);
    }
    return m;
}

static int most_drawn(const struct option *list, int n, int grant)
{
    int most = 0;
    for (int i = 0; i < n; i++)
        if (list[i].grant == grant && list[i].debit > most)
            most = list[i].debit;
    return most;
}

/* Hours that go over to the week's second period are those that the first one's options
 * could not draw: if they could draw more, fewer go over. */
static void settle_carried(struct arena *a, struct problem *p, const struct option *before,
                           int n_before, const struct option *after, int n_after)
{
    int more = 0;
    struct grant *grants = COPY(a, p->grants, p->n_grants);
    for (int i = 1; i < p->n_grants; i++) {
        if (grants[i - 1].decision != grants[i].decision)
            continue;
        more = most_drawn(after, n_after, i - 1) - most_drawn(before, n_before, i - 1);
        more = more < 0 ? 0 : more < grants[i].carried ? more : grants[i].carried;
        grants[i].carried -= more;
        grants[i].left = grants[i].left > more ? grants[i].left - more : 0;
    }
    p->grants = grants;
}

/* The request's options are these now. */
static void replace_options(struct arena *a, struct problem *p, int request,
                            const struct option *list, int n)
{
    struct request *requests = requests_of(a, p);
    int first = requests[request].first_option, before = requests[request].n_options;
    int after = first + before, total = p->n_options - before + n;
    struct option *options = NEW_ARRAY(a, struct option, total + 1);
    if (first > 0)
        memcpy(options, p->options, (size_t)first * sizeof *options);
    if (n > 0)
        memcpy(options + first, list, (size_t)n * sizeof *options);
    if (p->n_options > after)
        memcpy(options + first + n, p->options + after,
               (size_t)(p->n_options - after) * sizeof *options);
    requests[request].n_options = n;
    for (int r = request + 1; r < p->n_requests; r++)
        requests[r].first_option += n - before;
    p->options = options;
    p->n_options = total;
}

/* What is held has the one way in which it was given out. */
static const struct problem *made_anew(struct arena *a, struct problem *p, int request)
{
    if (p->requests[request].held)
        return p;
    const struct option *before = p->options + p->requests[request].first_option;
    int n_before = p->requests[request].n_options;
    struct making m = options_made(a, p, request);
    if (p->requests[request].decision != NONE)
        settle_carried(a, p, before, n_before, m.list, m.n);
    replace_options(a, p, request, m.list, m.n);
    return p;
}

/* ---- eased --------------------------------------------------------------------------------- */

const struct problem *relax_starts(struct arena *a, const struct problem *p, int request,
                                   const int *starts, int n)
{
    struct problem *out = copied(a, p);
    struct request *q = &requests_of(a, out)[request];
    struct alternative *list = NEW_ARRAY(a, struct alternative, q->n_alternatives + n);
    memcpy(list, q->alternatives, (size_t)q->n_alternatives * sizeof *list);
    for (int i = 0; i < n; i++)
        list[q->n_alternatives + i] =
            (struct alternative){.from = starts[i], .to = starts[i], .wish = NONE};
    q->alternatives = list;
    q->n_alternatives += n;
    return made_anew(a, out, request);
}

const struct problem *relax_length(struct arena *a, const struct problem *p, int request,
                                   int minutes_min)
{
    struct problem *out = copied(a, p);
    requests_of(a, out)[request].minutes_min = minutes_min;
    return made_anew(a, out, request);
}

/* Into spans that are sorted and apart, or touch. */
static int spans_joined(const struct span *spans, int n, struct span more, struct span *out)
{
    int k = 0;
    for (int i = 0; i < n; i++) {
        if (spans[i].to < more.from) {
            out[k++] = spans[i];
        } else if (more.to < spans[i].from) {
            out[k++] = more;
            more = spans[i];
        } else {
            more.from = spans[i].from < more.from ? spans[i].from : more.from;
            more.to = spans[i].to > more.to ? spans[i].to : more.to;
        }
    }
    out[k++] = more;
    return k;
}

const struct problem *relax_hours(struct arena *a, const struct problem *p, int escort,
                                  struct span more)
{
    struct problem *out = copied(a, p);
    struct escort *escorts = COPY(a, p->escorts, p->n_escorts);
    for (int i = 0; i < p->n_escorts; i++) {
        struct escort *e = &escorts[i];
        if (escort != NONE && escort != i)
            continue;
        struct span *spans = NEW_ARRAY(a, struct span, e->n_available + 1);
        e->n_available = spans_joined(e->available, e->n_available, more, spans);
        e->available = spans;
    }
    out->escorts = escorts;
    return out;
}

const struct problem *relax_work(struct arena *a, const struct problem *p, int escort, int minutes)
{
    struct problem *out = copied(a, p);
    struct escort *escorts = COPY(a, p->escorts, p->n_escorts);
    for (int i = 0; i < p->n_escorts; i++)
        if ((escort == NONE || escort == i) && escorts[i].max_minutes != NONE)
            escorts[i].max_minutes += minutes;
    out->escorts = escorts;
    return out;
}

const struct problem *relax_accept(struct arena *a, const struct problem *p, int client, int escort)
{
    struct problem *out = copied(a, p);
    size_t first = (size_t)client * (size_t)p->n_escorts;
    uint8_t *barred = COPY(a, p->barred, (size_t)p->n_clients * (size_t)p->n_escorts);
    for (int e = 0; e < p->n_escorts; e++)
        if ((escort == NONE || escort == e) && barred[first + (size_t)e] == BAR_NOT_ACCEPTED)
            barred[first + (size_t)e] = BAR_NONE;
    out->barred = barred;
    return out;
}

const struct problem *relax_grant(struct arena *a, const struct problem *p, int request,
                                  int minutes)
{
    struct problem *out = copied(a, p);
    int decision = p->requests[request].decision;
    struct decision *decisions = COPY(a, p->decisions, p->n_decisions);
    struct grant *grants = COPY(a, p->grants, p->n_grants);
    decisions[decision].minutes += minutes;
    for (int i = 0; i < p->n_grants; i++) {
        struct grant *g = &grants[i];
        int all = decisions[decision].minutes + g->carried - g->used;
        if (g->decision == decision && all > g->left)
            g->left = all;
    }
    out->decisions = decisions;
    out->grants = grants;
    return made_anew(a, out, request);
}

const struct problem *relax_seats(struct arena *a, const struct problem *p, int session, int more)
{
    struct problem *out = copied(a, p);
    struct session *sessions = COPY(a, p->sessions, p->n_sessions);
    sessions[session].capacity += more;
    out->sessions = sessions;
    return out;
}

const struct problem *relax_pin(struct arena *a, const struct problem *p, int request)
{
    struct problem *out = copied(a, p);
    struct request *q = &requests_of(a, out)[request];
    q->pinned = false;
    q->pin_start = NONE;
    q->n_pin_escorts = 0;
    return out;
}

/* ---- one escort more ----------------------------------------------------------------------- */

/* A table by client and escort with one column more. */
static void *widened(struct arena *a, const struct problem *p, const void *table, size_t size)
{
    size_t before = (size_t)p->n_escorts * size, after = before + size;
    char *out = arena_alloc(a, (size_t)p->n_clients * after + 1, 1);
    for (int c = 0; before > 0 && c < p->n_clients; c++)
        memcpy(out + (size_t)c * after, (const char *)table + (size_t)c * before, before);
    return out;
}

/* Their 24 hours begin with the visit, so that the whole night after it is one rest. */
static struct escort fitting(struct arena *a, const struct problem *p, const struct request *q,
                             struct span hours)
{
    struct moment begins = week_moment(&p->week, hours.from);
    const struct valid always = {INT64_MIN, INT64_MAX};
    struct span *available = NEW(a, struct span);
    struct delegation *delegation = NEW(a, struct delegation);
    *available = hours;
    *delegation = (struct delegation){q->client, q->tasks, always};
    return (struct escort){.id = "",
                           .name = "",
                           .home = NONE,
                           .engagement = EMPLOYED_HOURLY,
                           .sex = q->needs.sex,
                           .skills = q->needs.skills,
                           .languages = q->needs.language,
                           .n_available = 1,
                           .available = available,
                           .contract_minutes = NONE,
                           .max_minutes = NONE,
                           .day_anchor = begins.hour * HOUR + begins.minute,
                           .child_clearance = always,
                           .protected_clearance = always,
                           .n_delegations = q->tasks != 0,
                           .delegations = delegation};
}

const struct problem *relax_escort(struct arena *a, const struct problem *p, int request,
                                   struct span hours)
{
    struct problem *out = copied(a, p);
    const struct request *q = &p->requests[request];
    int n = p->n_escorts;
    struct escort *escorts = arena_grow(a, p->escorts, (size_t)n, (size_t)n + 1, sizeof *escorts);
    uint8_t *barred = widened(a, p, p->barred, sizeof *p->barred);
    uint8_t *recency = widened(a, p, p->recency, sizeof *p->recency);
    escorts[n] = fitting(a, p, q, hours);
    for (int c = 0; c < p->n_clients; c++) {
        size_t pair = (size_t)c * (size_t)(n + 1) + (size_t)n;
        barred[pair] = c == q->client ? BAR_NONE : BAR_ESCORT;
        recency[pair] = LONGER_AGO;
    }
    out->n_escorts = n + 1;
    out->escorts = escorts;
    out->barred = barred;
    out->recency = recency;
    out->visits_before = widened(a, p, p->visits_before, sizeof *p->visits_before);
    return out;
}

/* ---- narrowed ------------------------------------------------------------------------------ */

static void pin_escort(struct request *q, int escort)
{
    for (int i = 0; q->pinned && i < q->n_pin_escorts; i++)
        if (q->pin_escorts[i] == escort)
            return;
    if (!q->pinned) {
        q->pin_start = NONE;
        q->n_pin_escorts = 0;
    }
    q->pinned = true;
    q->pin_escorts[q->n_pin_escorts++] = escort;
}

/* Those that are left out keep their rank, and offer nothing. */
static void narrow_alternatives(struct arena *a, const struct problem *p, struct request *q,
                                const struct narrowed *to)
{
    struct alternative *list = COPY(a, q->alternatives, q->n_alternatives);
    for (int k = 0; k < q->n_alternatives; k++) {
        struct alternative *t = &list[k];
        bool out = to->alternative != NONE && to->alternative != k;
        if (!out && to->start != NONE)
            out = t->session ? p->sessions[t->session - 1].start != to->start
                             : !alternative_offers(t, to->start, p->grid);
        if (out)
            *t = (struct alternative){.from = 0, .to = -1, .wish = NONE};
        else if (to->start != NONE && !t->session)
            *t = (struct alternative){.from = to->start, .to = to->start, .wish = NONE};
    }
    q->alternatives = list;
}

const struct problem *narrow_choice(struct arena *a, const struct problem *p, int request,
                                    const struct narrowed *to)
{
    struct problem *out = copied(a, p);
    struct request *q = &requests_of(a, out)[request];
    const struct option *all = p->options + q->first_option;
    struct option *kept = NEW_ARRAY(a, struct option, q->n_options + 1);
    int n = 0;
    for (int i = 0; i < q->n_options; i++)
        if ((to->alternative == NONE || all[i].alternative == to->alternative) &&
            (to->start == NONE || all[i].start == to->start))
            kept[n++] = all[i];
    narrow_alternatives(a, p, q, to);
    if (to->escort != NONE)
        pin_escort(q, to->escort);
    replace_options(a, out, request, kept, n);
    return out;
}

/* A weight per minute would also make the longer of two ways dearer than it is. On the grid,
 * or no length would be one that was asked for; one without rights has the least there is, and
 * is as good in each of its lengths. */
const struct problem *insist_on(struct arena *a, const struct problem *p, int request,
                                int64_t points)
{
    struct problem *out = copied(a, p);
    struct request *q = &requests_of(a, out)[request];
    struct option *options = COPY(a, p->options, p->n_options);
    bool worthless = q->rights == 0;
    int64_t most = (INT_MAX / 4) / p->grid, steps;
    q->rights = worthless ? 1 : q->rights;
    steps = points / q->rights / p->grid + 1;
    int more = (int)(steps < most ? steps : most) * p->grid;
    for (int o = q->first_option; o < q->first_option + q->n_options; o++)
        options[o].delivered = (worthless ? q->minutes : options[o].delivered) + more;
    q->minutes += more;
    out->options = options;
    return out;
}
