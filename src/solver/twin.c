/* Insertion is priced against the two neighbours in time; everything else that a
 * rule says of an escort's week is asked of the rule itself, on the week with the
 * visit put in. Contractors have few such rules, employees all of them. */
#include "solver/twin.h"

#include <string.h>

struct twin *twin_new(struct arena *a, const struct net *net)
{
    const struct problem *p = net->problem;
    struct twin *t = NEW(a, struct twin);
    t->net = net;
    t->problem = p;
    t->arena = a;
    t->held = NEW_ARRAY(a, struct held, p->n_requests + 1);
    t->weeks = NEW_ARRAY(a, struct escort_week, p->n_escorts + 1);
    t->room = NEW_ARRAY(a, int, p->n_escorts + 1);
    t->soft = NEW_ARRAY(a, int64_t, p->n_escorts + 1);
    t->minutes = NEW_ARRAY(a, int, p->n_escorts + 1);
    t->meetings = NEW_ARRAY(a, uint16_t,
                            (size_t)p->n_clients * (size_t)p->n_escorts + 1);
    t->short_minutes = NEW_ARRAY(a, int, p->n_clients + 1);
    t->grant_used = NEW_ARRAY(a, int, p->n_grants + 1);
    memcpy(t->weeks, net->weeks, (size_t)p->n_escorts * sizeof *t->weeks);
    for (int r = 0; r < p->n_requests; r++) {
        const struct request *q = &p->requests[r];
        t->held[r].option = NONE;
        t->rights += (int64_t)q->rights * q->minutes;
        t->short_minutes[q->client] += q->minutes;
    }
    for (int c = 0; c < p->n_clients; c++)
        t->rights += shortage_points(p, t->short_minutes[c]);
    for (int e = 0; e < p->n_escorts; e++) {
        t->soft[e] = contract_of(p, &t->weeks[e], NULL);
        t->rest += t->soft[e];
    }
    return t;
}

static struct duty duty_of(const struct problem *p, int request, int start,
                           int end)
{
    return (struct duty){request, start, end, p->requests[request].meet,
                         p->requests[request].end};
}

/* Where a duty that starts then goes in the escort's week. */
static int position(const struct escort_week *w, int start, int request)
{
    int k = w->n;
    while (k > 0 && (w->duties[k - 1].start > start ||
                     (w->duties[k - 1].start == start &&
                      w->duties[k - 1].request > request)))
        k--;
    return k;
}

static bool apart(const struct problem *p, const struct duty *a,
                  const struct duty *b)
{
    return a->end + travel_between(p, a, b) + p->rule.gap_minutes <= b->start;
}

/* The week with one more duty, in the twin's scratch. */
static struct escort_week week_with(struct twin *t, int escort, int at,
                                    const struct duty *d)
{
    struct escort_week w = t->weeks[escort];
    if (t->scratch_room < w.n + 1) {
        t->scratch_room = 2 * w.n + 16;
        t->scratch = NEW_ARRAY(t->arena, struct duty, t->scratch_room);
    }
    if (at > 0)
        memcpy(t->scratch, w.duties, (size_t)at * sizeof *d);
    t->scratch[at] = *d;
    if (w.n > at)
        memcpy(t->scratch + at + 1, w.duties + at,
               (size_t)(w.n - at) * sizeof *d);
    w.duties = t->scratch;
    w.n++;
    return w;
}

static bool employee_rules_kept(const struct problem *p,
                                const struct escort_week *w)
{
    return working_day_rule_of(p, w, NULL) == 0 && span_of(p, w, NULL) == 0 &&
           break_of(p, w, NULL) == 0 && daily_rest_of(p, w, NULL) == 0 &&
           weekly_rest_of(p, w, NULL) == 0;
}

static bool week_kept(const struct problem *p, const struct escort_week *w)
{
    const struct escort *e = &p->escorts[w->escort];
    return (!p->rule.home_legs || available_of(p, w, NULL) == 0) &&
           (week_limit(p, e) == NONE || week_max_of(p, w, NULL) == 0) &&
           (!escort_employed(e) || employee_rules_kept(p, w));
}

/* Travel added between neighbours of the same working day: all there is to say of
 * the soft points of an escort without contract hours and home legs. */
static int64_t travel_added(const struct problem *p, const struct escort_week *w,
                            int at, const struct duty *d)
{
    int day = working_day_of(w, d->start);
    const struct duty *before = at > 0 ? &w->duties[at - 1] : NULL;
    const struct duty *after = at < w->n ? &w->duties[at] : NULL;
    if (before && working_day_of(w, before->start) != day)
        before = NULL;
    if (after && working_day_of(w, after->start) != day)
        after = NULL;
    int minutes = (before ? travel_between(p, before, d) : 0) +
                  (after ? travel_between(p, d, after) : 0) -
                  (before && after ? travel_between(p, before, after) : 0);
    return (int64_t)minutes * p->weight.travel_minute;
}

static bool simple_week(const struct problem *p, const struct escort *e)
{
    return !escort_employed(e) && e->contract_minutes == NONE &&
           !p->rule.home_legs;
}

int64_t twin_price(struct twin *t, const struct node *n)
{
    const struct problem *p = t->problem;
    const struct escort *e = &p->escorts[n->escort];
    const struct escort_week *w = &t->weeks[n->escort];
    struct duty d = duty_of(p, n->request, n->start, n->end);
    int at = position(w, n->start, n->request);
    int64_t soft;
    t->ticks++;
    if ((at > 0 && !apart(p, &w->duties[at - 1], &d)) ||
        (at < w->n && !apart(p, &d, &w->duties[at])))
        return TWIN_FORBIDDEN;
    if (simple_week(p, e)) {
        int limit = week_limit(p, e);
        if (limit != NONE && t->minutes[n->escort] + d.end - d.start > limit)
            return TWIN_FORBIDDEN;
        soft = travel_added(p, w, at, &d);
    } else {
        struct escort_week with = week_with(t, n->escort, at, &d);
        if (!week_kept(p, &with))
            return TWIN_FORBIDDEN;
        soft = travel_of(p, &with, NULL) + contract_of(p, &with, NULL) -
               t->soft[n->escort];
    }
    int client = p->requests[n->request].client;
    size_t pair = (size_t)client * (size_t)p->n_escorts + (size_t)n->escort;
    return n->points + soft +
           (t->meetings[pair] ? 0 : face_points(p, client, n->escort));
}

bool twin_granted(const struct twin *t, int option)
{
    const struct option *o = &t->problem->options[option];
    return o->grant == NONE || t->grant_used[o->grant] + o->minutes <=
                                   t->problem->grants[o->grant].left;
}

int64_t twin_rights_gain(const struct twin *t, int option)
{
    const struct problem *p = t->problem;
    const struct option *o = &p->options[option];
    const struct request *q = &p->requests[o->request];
    int now = t->short_minutes[q->client];
    return (int64_t)q->rights * o->minutes + shortage_points(p, now) -
           shortage_points(p, now - o->minutes);
}

static void week_changed(struct twin *t, int escort)
{
    const struct escort_week *w = &t->weeks[escort];
    int64_t soft =
        travel_of(t->problem, w, NULL) + contract_of(t->problem, w, NULL);
    t->rest += soft - t->soft[escort];
    t->soft[escort] = soft;
    t->minutes[escort] = working_minutes(t->problem, w);
}

static void week_insert(struct twin *t, int escort, const struct duty *d)
{
    struct escort_week *w = &t->weeks[escort];
    struct duty *duties = (struct duty *)(uintptr_t)w->duties;
    if (w->n == t->room[escort]) {
        t->room[escort] = 2 * w->n + 8;
        duties = arena_grow(t->arena, duties, (size_t)w->n,
                            (size_t)t->room[escort], sizeof *duties);
        w->duties = duties;
    }
    int at = position(w, d->start, d->request);
    memmove(duties + at + 1, duties + at, (size_t)(w->n - at) * sizeof *duties);
    duties[at] = *d;
    w->n++;
    week_changed(t, escort);
}

/* Is the way from a to b longer than by way of the visit between them? A client may
 * be driven where the table knows only a bus. */
static bool farther_without(const struct problem *p, const struct duty *a,
                            const struct duty *between, const struct duty *b)
{
    return travel_between(p, a, b) > travel_between(p, a, between) + between->end -
                                         between->start +
                                         travel_between(p, between, b);
}

static void week_remove(struct twin *t, int escort, int request)
{
    struct escort_week *w = &t->weeks[escort];
    struct duty *duties = (struct duty *)(uintptr_t)w->duties;
    const struct problem *p = t->problem;
    int at = 0;
    while (duties[at].request != request)
        at++;
    struct duty gone = duties[at];
    memmove(duties + at, duties + at + 1,
            (size_t)(w->n - at - 1) * sizeof *duties);
    w->n--;
    if (at > 0 && at < w->n && farther_without(p, &duties[at - 1], &gone, &duties[at]))
        t->broken = true;
    if (p->rule.home_legs && available_of(p, w, NULL) > 0)
        t->broken = true;
    week_changed(t, escort);
}

/* What a visit adds besides the escorts' weeks; sign is +1 or -1. */
static void count_visit(struct twin *t, int request, const struct held *h,
                        int sign)
{
    const struct problem *p = t->problem;
    const struct option *o = &p->options[h->option];
    const struct request *q = &p->requests[request];
    int before = t->short_minutes[q->client], after = before - sign * o->minutes;
    t->short_minutes[q->client] = after;
    t->rights += shortage_points(p, after) - shortage_points(p, before) -
                 (int64_t)sign * q->rights * o->minutes;
    t->rest += (int64_t)sign * o->points;
    if (o->grant != NONE)
        t->grant_used[o->grant] += sign * o->minutes;
    for (int i = 0; i < h->n_escorts; i++) {
        int e = h->escorts[i];
        size_t pair = (size_t)q->client * (size_t)p->n_escorts + (size_t)e;
        bool met = t->meetings[pair] > 0;
        t->meetings[pair] = (uint16_t)(t->meetings[pair] + sign);
        bool meets = t->meetings[pair] > 0;
        t->rest += (meets - met) * (int64_t)face_points(p, q->client, e) +
                   (int64_t)sign * escort_wish_points(p, request, e);
    }
}

void twin_insert(struct twin *t, int request, const struct held *how)
{
    const struct option *o = &t->problem->options[how->option];
    struct duty d =
        duty_of(t->problem, request, o->start, o->start + o->minutes);
    t->held[request] = *how;
    count_visit(t, request, how, 1);
    for (int i = 0; i < how->n_escorts; i++)
        week_insert(t, how->escorts[i], &d);
}

void twin_remove(struct twin *t, int request)
{
    struct held h = t->held[request];
    t->held[request].option = NONE;
    t->held[request].n_escorts = 0;
    count_visit(t, request, &h, -1);
    for (int i = 0; i < h.n_escorts; i++)
        week_remove(t, h.escorts[i], request);
}

bool twin_sound(const struct twin *t, int escort)
{
    const struct escort_week *w = &t->weeks[escort];
    return overlap_of(t->problem, w, NULL) == 0 && week_kept(t->problem, w);
}

struct roster *twin_roster(struct arena *a, const struct twin *t)
{
    const struct problem *p = t->problem;
    struct roster *r = roster_new(a, p);
    for (int q = 0; q < p->n_requests; q++) {
        const struct held *h = &t->held[q];
        struct visit *v = &r->visits[q];
        if (h->option == NONE)
            continue;
        v->start = p->options[h->option].start;
        v->minutes = p->options[h->option].minutes;
        v->n_escorts = h->n_escorts;
        memcpy(v->escorts, h->escorts, sizeof v->escorts);
    }
    return r;
}

/* ---- taking over a roster ------------------------------------------------ */

static const struct node *node_of(const struct twin *t, int option, int escort)
{
    for (int n = t->net->of_option[option]; n < t->net->of_option[option + 1]; n++)
        if (t->net->nodes[n].escort == escort)
            return &t->net->nodes[n];
    return NULL;
}

static bool all_different(const struct visit *v)
{
    for (int i = 0; i < v->n_escorts; i++)
        for (int k = 0; k < i; k++)
            if (v->escorts[i] == v->escorts[k])
                return false;
    return true;
}

static bool can_adopt(struct twin *t, int request, const struct visit *v,
                      struct held *h)
{
    h->option = option_of(t->problem, request, v->start, v->minutes);
    h->n_escorts = v->n_escorts;
    if (h->option == NONE || v->n_escorts != t->problem->requests[request].needed ||
        !twin_granted(t, h->option) || !all_different(v) ||
        !pin_team_complete(&t->problem->requests[request], v->escorts,
                           v->n_escorts))
        return false;
    for (int i = 0; i < v->n_escorts; i++) {
        const struct node *n = node_of(t, h->option, v->escorts[i]);
        if (!n || twin_price(t, n) == TWIN_FORBIDDEN)
            return false;
        h->escorts[i] = v->escorts[i];
    }
    return true;
}

/* Both of a pair in step were taken over, and they are in step. */
static bool still_in_step(const struct twin *t, const struct link *l)
{
    int a = t->held[l->first].option, b = t->held[l->second].option;
    if (a == NONE || b == NONE)
        return a == b;
    int gap = t->problem->options[b].start - t->problem->options[a].start;
    if (gap < l->gap_min || gap > l->gap_max)
        return false;
    for (int i = 0; !l->same_escort && i < t->held[l->first].n_escorts; i++)
        for (int k = 0; k < t->held[l->second].n_escorts; k++)
            if (t->held[l->first].escorts[i] == t->held[l->second].escorts[k])
                return false;
    return true;
}

static void give_up(struct twin *t, int request)
{
    if (t->held[request].option != NONE)
        twin_remove(t, request);
}

/* What one removal leaves can be unlawful in turn, so look until nothing is. */
static bool give_up_unlawful(struct twin *t)
{
    const struct problem *p = t->problem;
    bool gave_up = false;
    for (int i = 0; i < p->n_links; i++)
        if (!still_in_step(t, &p->links[i])) {
            give_up(t, p->links[i].first);
            give_up(t, p->links[i].second);
            gave_up = true;
        }
    for (int e = 0; t->broken && e < p->n_escorts; e++)
        if (!twin_sound(t, e)) {
            give_up(t, t->weeks[e].duties[t->weeks[e].n - 1].request);
            gave_up = true;
        }
    return gave_up;
}

/* A lawful roster goes in whole: its visits may need each other, where a way home or
 * a detour only fits by way of another visit. */
static bool adopt_whole(struct twin *t, const struct roster *r)
{
    struct arena *scratch = arena_new();
    bool lawful = rules_judge(scratch, t->problem, r)->n_breaches == 0;
    arena_free(scratch);
    for (int q = 0; lawful && q < t->problem->n_requests; q++) {
        const struct visit *v = &r->visits[q];
        struct held h = {.n_escorts = v->n_escorts};
        if (!roster_serves(r, q))
            continue;
        h.option = option_of(t->problem, q, v->start, v->minutes);
        memcpy(h.escorts, v->escorts, sizeof h.escorts);
        twin_insert(t, q, &h);
    }
    return lawful;
}

/* Into an empty twin. */
void twin_adopt(struct twin *t, const struct roster *r)
{
    if (adopt_whole(t, r))
        return;
    for (int q = 0; q < t->problem->n_requests; q++) {
        struct held h;
        if (roster_serves(r, q) && t->held[q].option == NONE &&
            can_adopt(t, q, &r->visits[q], &h))
            twin_insert(t, q, &h);
    }
    while (give_up_unlawful(t))
        continue;
    t->broken = false;
}
