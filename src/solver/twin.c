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
    t->limit = NEW_ARRAY(a, int, p->n_escorts + 1);
    t->meetings = NEW_ARRAY(a, uint16_t,
                            (size_t)p->n_clients * (size_t)p->n_escorts + 1);
    t->short_minutes = NEW_ARRAY(a, int, p->n_clients + 1);
    t->grant_used = NEW_ARRAY(a, int, p->n_grants + 1);
    t->attendance = NEW_ARRAY(a, struct attendance, p->n_sessions + 1);
    for (int i = 0; i < p->n_sessions; i++)
        t->attendance[i].requests = NEW_ARRAY(a, int, p->sessions[i].capacity + 1);
    memcpy(t->weeks, net->weeks, (size_t)p->n_escorts * sizeof *t->weeks);
    for (int r = 0; r < p->n_requests; r++) {
        const struct request *q = &p->requests[r];
        t->held[r].option = NONE;
        t->rights += (int64_t)q->rights * q->minutes;
        t->short_minutes[q->client] += q->assessed ? q->minutes : 0;
    }
    for (int c = 0; c < p->n_clients; c++)
        t->rights += shortage_points(p, c, t->short_minutes[c]);
    for (int e = 0; e < p->n_escorts; e++) {
        t->limit[e] = week_limit(p, &p->escorts[e]);
        t->soft[e] = escort_soft_points(p, &t->weeks[e]);
        t->rest += t->soft[e];
    }
    return t;
}

static struct duty option_duty(const struct problem *p, int option)
{
    const struct option *o = &p->options[option];
    return visit_duty(p, o->request, o->start, o->minutes, o->session);
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
    return a->end + gap_needed(p, a, b) <= b->start;
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

static bool hours_kept(const struct problem *p, const struct escort_week *w)
{
    int limit = week_limit(p, &p->escorts[w->escort]);
    return limit == NONE || working_minutes(p, w) <= limit;
}

static bool week_kept(const struct problem *p, const struct escort_week *w)
{
    const struct escort *e = &p->escorts[w->escort];
    return (!p->rule.home_legs || available_of(p, w, NULL) == 0) &&
           hours_kept(p, w) &&
           (!escort_employed(e) || employee_rules_kept(p, w));
}

/* A contractor without contract hours, whose hard rules are a matter of minutes. */
static bool simple_week(const struct problem *p, const struct escort *e)
{
    return !escort_employed(e) && e->contract_minutes == NONE &&
           !p->rule.home_legs;
}

/* The escort's duty in a session; NULL if they are not there. */
static const struct duty *session_duty(const struct escort_week *w, int session)
{
    for (int i = 0; session && i < w->n; i++)
        if (w->duties[i].session == session)
            return &w->duties[i];
    return NULL;
}

static bool attended_by(const struct twin *t, int request, int escort)
{
    const struct held *h = &t->held[request];
    for (int i = 0; i < h->n_escorts; i++)
        if (h->escorts[i] == escort)
            return true;
    return false;
}

/* Has the escort room for one more, and does everybody with them agree? */
static bool joins(const struct twin *t, const struct node *n, const struct duty *d)
{
    const struct problem *p = t->problem;
    const struct session *s = &p->sessions[n->session - 1];
    const struct attendance *there = &t->attendance[n->session - 1];
    int client = p->requests[n->request].client;
    if (d->members >= s->per_escort)
        return false;
    for (int i = 0; s->shared && i < there->n; i++)
        if (attended_by(t, there->requests[i], n->escort) &&
            !may_share(p, s, client, p->requests[there->requests[i]].client))
            return false;
    return true;
}

static int64_t pair_price(const struct twin *t, const struct node *n)
{
    const struct problem *p = t->problem;
    int client = p->requests[n->request].client;
    size_t pair = (size_t)client * (size_t)p->n_escorts + (size_t)n->escort;
    return n->points +
           (t->meetings[pair] ? 0 : face_points(p, client, n->escort));
}

/* Could the hours hold one more duty at that place? The way between its neighbours may be
 * longer than by way of it, and is then saved. */
static bool minutes_kept(const struct twin *t, const struct escort_week *w, int at,
                         const struct duty *d)
{
    const struct problem *p = t->problem;
    int limit = t->limit[w->escort], over = t->minutes[w->escort] + d->end - d->start - limit;
    if (limit == NONE || over <= 0)
        return true;
    return at > 0 && at < w->n &&
           over <= paid_travel(p, &p->escorts[w->escort], &w->duties[at - 1], &w->duties[at]);
}

int64_t twin_price(struct twin *t, const struct node *n, int64_t most)
{
    const struct problem *p = t->problem;
    const struct escort *e = &p->escorts[n->escort];
    const struct escort_week *w = &t->weeks[n->escort];
    const struct duty *there = session_duty(w, n->session);
    struct duty d = node_duty(n);
    int at = position(w, n->start, n->request);
    t->ticks++;
    if (there)
        return joins(t, n, there) ? pair_price(t, n) : TWIN_FORBIDDEN;
    if ((at > 0 && !apart(p, &w->duties[at - 1], &d)) ||
        (at < w->n && !apart(p, &d, &w->duties[at])))
        return TWIN_FORBIDDEN;
    if (!minutes_kept(t, w, at, &d))
        return TWIN_FORBIDDEN;
    struct escort_week with = week_with(t, n->escort, at, &d);
    int64_t price =
        pair_price(t, n) + escort_soft_points(p, &with) - t->soft[n->escort];
    if (price > most || (!simple_week(p, e) && !week_kept(p, &with)))
        return TWIN_FORBIDDEN;
    return price;
}

bool twin_admits(const struct twin *t, int option)
{
    const struct problem *p = t->problem;
    const struct option *o = &p->options[option];
    if (o->session && t->attendance[o->session - 1].n >=
                          p->sessions[o->session - 1].capacity)
        return false;
    return o->grant == NONE ||
           t->grant_used[o->grant] + o->debit <= p->grants[o->grant].left;
}

int64_t twin_rights_gain(const struct twin *t, int option)
{
    const struct problem *p = t->problem;
    const struct option *o = &p->options[option];
    const struct request *q = &p->requests[o->request];
    int now = t->short_minutes[q->client];
    int less = q->assessed ? o->delivered : 0;
    return (int64_t)q->rights * o->delivered +
           shortage_points(p, q->client, now) -
           shortage_points(p, q->client, now - less);
}

static void week_changed(struct twin *t, int escort)
{
    const struct escort_week *w = &t->weeks[escort];
    int64_t soft = escort_soft_points(t->problem, w);
    t->rest += soft - t->soft[escort];
    t->soft[escort] = soft;
    t->minutes[escort] = working_minutes(t->problem, w);
}

static void week_insert(struct twin *t, int escort, const struct duty *d)
{
    struct escort_week *w = &t->weeks[escort];
    struct duty *duties = (struct duty *)(uintptr_t)w->duties;
    struct duty *there = (struct duty *)(uintptr_t)session_duty(w, d->session);
    if (there) {
        there->members++;
        return;
    }
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

/* Somebody who is still with the escort in the session, for the duty to name. */
static int remaining_member(const struct twin *t, int session, int escort)
{
    const struct attendance *there = &t->attendance[session - 1];
    for (int i = 0; i < there->n; i++)
        if (attended_by(t, there->requests[i], escort))
            return there->requests[i];
    return NONE;
}

static void week_remove(struct twin *t, int escort, int request, int session)
{
    struct escort_week *w = &t->weeks[escort];
    struct duty *duties = (struct duty *)(uintptr_t)w->duties;
    const struct problem *p = t->problem;
    int at = 0;
    while (session ? duties[at].session != session : duties[at].request != request)
        at++;
    struct duty gone = duties[at];
    if (session && --duties[at].members > 0) {
        duties[at].request = remaining_member(t, session, escort);
        return;
    }
    memmove(duties + at, duties + at + 1,
            (size_t)(w->n - at - 1) * sizeof *duties);
    w->n--;
    if (at > 0 && at < w->n && farther_without(p, &duties[at - 1], &gone, &duties[at]))
        t->broken = true;
    if (p->rule.home_legs && available_of(p, w, NULL) > 0)
        t->broken = true;
    week_changed(t, escort);
}

static void attend(struct attendance *there, int request, int sign)
{
    int i = 0;
    if (sign > 0) {
        there->requests[there->n++] = request;
        return;
    }
    while (there->requests[i] != request)
        i++;
    there->requests[i] = there->requests[--there->n];
}

/* What a visit adds besides the escorts' weeks; sign is +1 or -1. */
static void count_visit(struct twin *t, int request, const struct held *h,
                        int sign)
{
    const struct problem *p = t->problem;
    const struct option *o = &p->options[h->option];
    const struct request *q = &p->requests[request];
    int before = t->short_minutes[q->client];
    int after = before - (q->assessed ? sign * o->delivered : 0);
    t->short_minutes[q->client] = after;
    t->rights += shortage_points(p, q->client, after) -
                 shortage_points(p, q->client, before) -
                 (int64_t)sign * q->rights * o->delivered;
    t->rest += (int64_t)sign * o->points;
    if (o->grant != NONE)
        t->grant_used[o->grant] += sign * o->debit;
    if (o->session)
        attend(&t->attendance[o->session - 1], request, sign);
    for (int i = 0; i < h->n_escorts; i++) {
        int e = h->escorts[i];
        size_t pair = (size_t)q->client * (size_t)p->n_escorts + (size_t)e;
        bool met = t->meetings[pair] > 0;
        t->meetings[pair] = (uint16_t)(t->meetings[pair] + sign);
        bool meets = t->meetings[pair] > 0;
        t->rest += (meets - met) * (int64_t)face_points(p, q->client, e) +
                   (int64_t)sign * visit_points(p, request, o->start, o->minutes, e);
    }
}

void twin_insert(struct twin *t, int request, const struct held *how)
{
    struct duty d = option_duty(t->problem, how->option);
    t->held[request] = *how;
    count_visit(t, request, how, 1);
    for (int i = 0; i < how->n_escorts; i++)
        week_insert(t, how->escorts[i], &d);
}

void twin_remove(struct twin *t, int request)
{
    struct held h = t->held[request];
    int session = t->problem->options[h.option].session;
    t->held[request].option = NONE;
    t->held[request].n_escorts = 0;
    count_visit(t, request, &h, -1);
    for (int i = 0; i < h.n_escorts; i++)
        week_remove(t, h.escorts[i], request, session);
}

bool week_lawful(const struct problem *p, const struct escort_week *w)
{
    return overlap_of(p, w, NULL) == 0 && week_kept(p, w);
}

bool twin_sound(const struct twin *t, int escort)
{
    return week_lawful(t->problem, &t->weeks[escort]);
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
        v->session = p->options[h->option].session;
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

static bool can_adopt(struct twin *t, int request, const struct roster *r,
                      struct held *h)
{
    const struct visit *v = &r->visits[request];
    h->option = roster_option(t->problem, r, request);
    h->n_escorts = v->n_escorts;
    if (h->option == NONE || v->n_escorts != t->problem->requests[request].needed ||
        !twin_admits(t, h->option) || !all_different(v) ||
        !pin_team_complete(&t->problem->requests[request], v->escorts,
                           v->n_escorts))
        return false;
    for (int i = 0; i < v->n_escorts; i++) {
        const struct node *n = node_of(t, h->option, v->escorts[i]);
        if (!n || twin_price(t, n, INT64_MAX) == TWIN_FORBIDDEN)
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
        h.option = roster_option(t->problem, r, q);
        memcpy(h.escorts, v->escorts, sizeof h.escorts);
        twin_insert(t, q, &h);
    }
    return lawful;
}

/* Into an empty twin. */
void twin_adopt(struct twin *t, const struct roster *r)
{
    if (!adopt_whole(t, r))
        twin_adopt_more(t, r);
}

void twin_adopt_more(struct twin *t, const struct roster *r)
{
    for (int q = 0; q < t->problem->n_requests; q++) {
        struct held h;
        if (roster_serves(r, q) && t->held[q].option == NONE &&
            can_adopt(t, q, r, &h))
            twin_insert(t, q, &h);
    }
    while (give_up_unlawful(t))
        continue;
    t->broken = false;
}
