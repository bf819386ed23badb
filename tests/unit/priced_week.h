/* Two escorts and three requests of one Wednesday, of which little has points, so that a
 * person can solve it: a film under a decision, worth 1200 points of tier 1; a walk at
 * nearly the same hour, worth 120; and a match that takes both escorts, worth 120.
 *
 *              hours    eva  fred (points of tier 2)
 *     film     17 - 19    0    40
 *     walk     18 - 20   10    80
 *     match    12 - 14    0    20
 *
 * All of it can be done. Best with fred at the film: 40 + 10 + 20 points. */
#ifndef UNIT_PRICED_WEEK_H
#define UNIT_PRICED_WEEK_H

#include "ledsaga/certificate.h"
#include "small_unit.h"
#include "solver/charge.h"

enum { FILM, WALK, MATCH };
enum { EVA_TO_FILM, FRED_TO_FILM, EVA_TO_WALK, FRED_TO_WALK, EVA_TO_MATCH, FRED_TO_MATCH };

struct priced_week {
    struct small_unit u;
    struct weight_figures weight;
    struct escort_points extra[2];
    const struct problem *p;
    struct net *net;
};

/* All that has points in it. */
static inline struct weight_figures priced_weights(void)
{
    return (struct weight_figures){.rights_lss = 10,
                                   .rights_open = 1,
                                   .urgent_percent = 200,
                                   .low_percent = 50,
                                   .short_1_minutes = 30,
                                   .short_1 = 4,
                                   .short_2_minutes = 60,
                                   .short_2 = 8};
}

static inline void priced_begin(struct priced_week *w)
{
    struct rule_figures rule = rule_figures_default();
    small_begin(&w->u, 2026, 48);
    w->weight = priced_weights();
    problem_set_figures(w->u.b, &rule, &w->weight);
}

/* Of two hours, with so many points for eva and for fred. */
static inline struct request priced_request(struct priced_week *w, const char *id, int client,
                                            int hour, int eva, int fred)
{
    struct request q = small_request(&w->u, id, client);
    w->u.times[0].from = w->u.times[0].to = clock_on(WEDNESDAY, hour, 0);
    w->extra[0] = (struct escort_points){w->u.eva, eva};
    w->extra[1] = (struct escort_points){w->u.fred, fred};
    q.n_extra = 2;
    q.extra = w->extra;
    return q;
}

static inline void priced_freeze(struct priced_week *w)
{
    w->p = small_freeze(&w->u);
    w->net = net_new(w->u.arena, w->p);
}

static inline void add_three_requests(struct priced_week *w)
{
    struct decision d = small_decision("d", w->u.anna);
    int decision = problem_add_decision(w->u.b, "d", &d);
    struct request film = priced_request(w, "film", w->u.anna, 17, 0, 40);
    film.decision = decision;
    small_add(&w->u, &film);
    struct request walk = priced_request(w, "walk", w->u.bo, 18, 10, 80);
    small_add(&w->u, &walk);
    struct request match = priced_request(w, "match", w->u.bo, 12, 0, 20);
    match.needed = 2;
    small_add(&w->u, &match);
}

static inline void priced_week(struct priced_week *w)
{
    priced_begin(w);
    add_three_requests(w);
    priced_freeze(w);
}

/* A film that only fred is let come to, while there is a match for both: one escort for
 * half a match is none. */
static inline void half_a_team(struct priced_week *w)
{
    priced_begin(w);
    struct request film = priced_request(w, "film", w->u.anna, 17, 0, 0);
    film.priority = PRIORITY_URGENT;
    small_add(&w->u, &film);
    struct request match = priced_request(w, "match", w->u.bo, 17, 0, 0);
    match.needed = 2;
    small_add(&w->u, &match);
    problem_accept_only(w->u.b, w->u.anna, &w->u.fred, 1);
    priced_freeze(w);
}

#endif
