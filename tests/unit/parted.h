/* A roster judged whole, and judged in parts: what is not the same? */
#ifndef UNIT_PARTED_H
#define UNIT_PARTED_H

#include "base/chance.h"
#include "model/part.h"
#include "rules/rule.h"

#include <stdlib.h>
#include <string.h>

/* ---- the verdicts -------------------------------------------------------- */

static inline int in_whole(const int *list, int index)
{
    return index < 0 ? index : list[index];
}

static inline struct breach breach_in_whole(const struct part *part, struct breach b)
{
    const int *others = b.rule == RULE_GRANT || b.rule == RULE_PACE ? part->grants
                        : b.rule == RULE_SESSION && b.limit != NONE ? part->sessions
                                                                    : part->requests;
    b.escort = in_whole(part->escorts, b.escort);
    b.client = in_whole(part->clients, b.client);
    b.request = in_whole(part->requests, b.request);
    b.other = in_whole(others, b.other);
    return b;
}

static inline int by_bytes(const void *x, const void *y)
{
    return memcmp(x, y, sizeof(struct breach));
}

/* The whole's own, or those of the parts (part not NULL) in its words, after `n`. */
static inline int take_breaches(struct breach *out, int n, const struct part *part,
                                const struct breach *list, int n_list)
{
    for (int i = 0; i < n_list; i++)
        out[n++] = part ? breach_in_whole(part, list[i]) : list[i];
    return n;
}

static inline bool same_breaches(struct breach *x, int n, struct breach *y, int m)
{
    if (n != m)
        return false;
    qsort(x, (size_t)n, sizeof *x, by_bytes);
    qsort(y, (size_t)n, sizeof *y, by_bytes);
    return memcmp(x, y, (size_t)n * sizeof *x) == 0;
}

/* The first thing in which the parts together differ from the whole; NULL if none. */
static inline const char *parted_verdict(struct arena *a, const struct problem *p,
                                         const struct roster *r,
                                         const struct part *const *parts, int n)
{
    const struct verdict *v = rules_judge(a, p, r);
    int64_t points[RULE_COUNT] = {0}, tier[TIER_COUNT] = {0};
    int all = v->n_breaches + v->n_warnings, found = 0, seen = 0;
    for (int i = 0; i < n; i++) {
        const struct verdict *w =
            rules_judge(a, parts[i]->problem, roster_cut(a, parts[i], r));
        all += w->n_breaches + w->n_warnings;
    }
    struct breach *whole = NEW_ARRAY(a, struct breach, all + 1),
                  *cut = NEW_ARRAY(a, struct breach, all + 1);
    found = take_breaches(whole, 0, NULL, v->breaches, v->n_breaches);
    found = take_breaches(whole, found, NULL, v->warnings, v->n_warnings);
    for (int i = 0; i < n; i++) {
        const struct verdict *w =
            rules_judge(a, parts[i]->problem, roster_cut(a, parts[i], r));
        for (int rule = 0; rule < RULE_COUNT; rule++)
            points[rule] += w->points[rule];
        for (int t = 0; t < TIER_COUNT; t++)
            tier[t] += w->tier[t];
        seen = take_breaches(cut, seen, parts[i], w->breaches, w->n_breaches);
        seen = take_breaches(cut, seen, parts[i], w->warnings, w->n_warnings);
    }
    for (int rule = 0; rule < RULE_COUNT; rule++)
        if (points[rule] != v->points[rule])
            return RULE_ROWS[rule].name;
    for (int t = 0; t < TIER_COUNT; t++)
        if (tier[t] != v->tier[t])
            return "tier";
    return same_breaches(whole, found, cut, seen) ? NULL : "breaches";
}

/* The parts' shares of a roster put together again are the roster. */
static inline bool parted_roster_is_whole(struct arena *a, const struct problem *p,
                                          const struct roster *r,
                                          const struct part *const *parts, int n)
{
    struct roster *again = roster_new(a, p);
    for (int i = 0; i < n; i++)
        roster_merge(a, again, parts[i], roster_cut(a, parts[i], r));
    for (int i = 0; i < p->n_requests; i++) {
        struct visit v = again->visits[i];
        const char *uid = r->visits[i].uid;
        if (!uid != !v.uid || (uid && (uid == v.uid || strcmp(uid, v.uid) != 0)))
            return false;
        v.uid = uid;
        if (memcmp(&v, &r->visits[i], sizeof v) != 0)
            return false;
    }
    return true;
}

/* ---- questions about a thing or a pair ----------------------------------- */

/* What each thing of the part refers to is what it referred to in the whole. */
static inline bool same_references(const struct problem *p, const struct part *part)
{
    const struct problem *q = part->problem;
    bool same = true;
    for (int i = 0; i < q->n_links; i++) {
        const struct link *x = &q->links[i], *y = &p->links[part->links[i]];
        same &= part->requests[x->first] == y->first &&
                part->requests[x->second] == y->second;
    }
    for (int i = 0; i < q->n_requests; i++) {
        const struct request *x = &q->requests[i], *y = &p->requests[part->requests[i]];
        same &= part->clients[x->client] == y->client &&
                in_whole(part->links, x->link) == y->link &&
                in_whole(part->decisions, x->decision) == y->decision &&
                in_whole(part->places, x->meet) == y->meet &&
                in_whole(part->places, x->end) == y->end;
    }
    for (int i = 0; i < q->n_clients; i++)
        same &= in_whole(part->places, q->clients[i].home) ==
                p->clients[part->clients[i]].home;
    for (int i = 0; i < q->n_decisions; i++)
        same &= part->clients[q->decisions[i].client] ==
                p->decisions[part->decisions[i]].client;
    for (int i = 0; i < q->n_grants; i++)
        same &= part->decisions[q->grants[i].decision] ==
                p->grants[part->grants[i]].decision;
    return same;
}

/* A request and an escort of the part, in one of the request's options. */
static inline bool same_answers_at(const struct problem *p, const struct part *part,
                                   int option, int escort)
{
    const struct problem *q = part->problem;
    const struct option *o = &q->options[option], *x = &p->options[part->options[option]];
    int request = part->requests[o->request], e = part->escorts[escort];
    struct duty d = visit_duty(q, o->request, o->start, o->minutes, o->session);
    struct duty w = visit_duty(p, request, x->start, x->minutes, x->session);
    return x->request == request && x->start == o->start && x->minutes == o->minutes &&
           x->points == o->points && x->day == o->day && x->delivered == o->delivered &&
           x->debit == o->debit && x->grant == in_whole(part->grants, o->grant) &&
           rules_block(q, o->request, o->start, o->minutes, o->session, escort) ==
               rules_block(p, request, x->start, x->minutes, x->session, e) &&
           visit_points(q, o->request, o->start, o->minutes, escort) ==
               visit_points(p, request, x->start, x->minutes, e) &&
           duty_points(q, escort, &d) == duty_points(p, e, &w) &&
           travel_minutes(q, q->escorts[escort].home, d.from) ==
               travel_minutes(p, p->escorts[e].home, w.from) &&
           travel_minutes(q, d.to, q->escorts[escort].home) ==
               travel_minutes(p, w.to, p->escorts[e].home);
}

static inline bool same_answers_of_pair(const struct problem *p, const struct part *part,
                                        int client, int escort)
{
    const struct problem *q = part->problem;
    int c = part->clients[client], e = part->escorts[escort];
    for (int half = 0; half < 2; half++)
        if (assignment_left(q, client, escort, half) != assignment_left(p, c, e, half))
            return false;
    return pair_barred(q, client, escort) == pair_barred(p, c, e) &&
           face_points(q, client, escort) == face_points(p, c, e) &&
           client_is_new(q, client, escort) == client_is_new(p, c, e);
}

static inline bool parted_answers_alike(const struct problem *p, const struct part *part)
{
    const struct problem *q = part->problem;
    if (!same_references(p, part))
        return false;
    for (int e = 0; e < q->n_escorts; e++) {
        int whole = part->escorts[e];
        if (clients_room(q, e) != clients_room(p, whole) ||
            weekend_points(q, e) != weekend_points(p, whole) ||
            week_limit(q, &q->escorts[e]) != week_limit(p, &p->escorts[whole]))
            return false;
        for (int c = 0; c < q->n_clients; c++)
            if (!same_answers_of_pair(p, part, c, e))
                return false;
        for (int o = 0; o < q->n_options; o++)
            if (!same_answers_at(p, part, o, e))
                return false;
    }
    return true;
}

/* ---- cuts by chance ------------------------------------------------------ */

static inline bool names_session(const struct request *q, int session)
{
    for (int i = 0; i < q->n_alternatives; i++)
        if (q->alternatives[i].session == session)
            return true;
    return false;
}

static inline bool belong_together(const struct request *x, const struct request *y)
{
    for (int i = 0; i < x->n_alternatives; i++)
        if (x->alternatives[i].session && names_session(y, x->alternatives[i].session))
            return true;
    return x->client == y->client || (x->link != NONE && x->link == y->link);
}

/* A side for each request and each escort, at random but for what belongs together. */
struct sides {
    bool *requests[2], *escorts[2];
};

static inline struct sides sides_drawn(struct arena *a, const struct problem *p,
                                       struct chance *c)
{
    struct sides s;
    for (int k = 0; k < 2; k++) {
        s.requests[k] = NEW_ARRAY(a, bool, p->n_requests + 1);
        s.escorts[k] = NEW_ARRAY(a, bool, p->n_escorts + 1);
    }
    for (int r = 0; r < p->n_requests; r++)
        s.requests[0][r] = chance_one_in(c, 2);
    for (bool again = true; again;) {
        again = false;
        for (int r = 0; r < p->n_requests; r++)
            for (int q = 0; q < r; q++)
                if (s.requests[0][q] != s.requests[0][r] &&
                    belong_together(&p->requests[q], &p->requests[r]))
                    again = s.requests[0][q] = s.requests[0][r] = true;
    }
    for (int r = 0; r < p->n_requests; r++)
        s.requests[1][r] = !s.requests[0][r];
    for (int e = 0; e < p->n_escorts; e++)
        s.escorts[1][e] = !(s.escorts[0][e] = chance_one_in(c, 2));
    return s;
}

/* An escort of the side; NONE if it has none. */
static inline int escort_drawn(const struct problem *p, const bool *side, struct chance *c)
{
    int n = 0;
    for (int e = 0; e < p->n_escorts; e++)
        n += side[e];
    if (n == 0)
        return NONE;
    n = chance_below(c, n);
    for (int e = 0;; e++)
        if (side[e] && n-- == 0)
            return e;
}

/* Mostly one of the request's options, and else whatever: it need not be lawful. */
static inline struct visit visit_drawn(const struct problem *p, int request,
                                       const bool *side, struct chance *c)
{
    const struct request *q = &p->requests[request];
    struct visit v = {.start = chance_below(c, week_length(&p->week)),
                      .minutes = chance_between(c, 1, 600)};
    if (q->n_options > 0 && !chance_one_in(c, 4)) {
        const struct option *o =
            &p->options[q->first_option + chance_below(c, q->n_options)];
        v = (struct visit){
            .start = o->start, .minutes = o->minutes, .session = o->session};
    } else if (q->n_alternatives > 0) {
        v.session = q->alternatives[chance_below(c, q->n_alternatives)].session;
    }
    int needed = chance_one_in(c, 8) ? chance_between(c, 1, STAFF_MAX) : q->needed;
    for (int i = 0; i < needed; i++) {
        v.escorts[i] = escort_drawn(p, side, c);
        v.n_escorts += v.escorts[i] != NONE;
    }
    return v.n_escorts ? v : (struct visit){0};
}

/* Each request's visit has escorts of its own side only. */
static inline struct roster *roster_drawn(struct arena *a, const struct problem *p,
                                          const struct sides *s, struct chance *c)
{
    struct roster *r = roster_new(a, p);
    for (int i = 0; i < p->n_requests; i++)
        if (!chance_one_in(c, 5))
            r->visits[i] = visit_drawn(p, i, s->escorts[s->requests[1][i]], c);
    roster_name_visits(a, r, chance_bits(c));
    return r;
}

#endif
