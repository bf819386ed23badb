/* Several weeks of one unit side by side, each with the roster that a test writes by
 * hand: what reports measure. Two places 15 minutes apart; days are counted from the
 * first Monday. */
#ifndef SEASON_H
#define SEASON_H

#include "ledsaga/measure.h"

#include <CUnit/CUnit.h>
#include <stdio.h>

enum { SEASON_WEEKS = 14, SEASON_VISITS = 192 };
enum { HOME, POOL };

struct season {
    struct arena *arena;
    int n_weeks, n_escorts;
    struct week week[SEASON_WEEKS];
    struct problem_builder *b[SEASON_WEEKS];
    int n_visits[SEASON_WEEKS];
    struct visit visits[SEASON_WEEKS][SEASON_VISITS];
    struct week_result results[SEASON_WEEKS];
    struct measured m;
};

#define EACH_WEEK(s, k) for (int k = 0; k < (s)->n_weeks; k++)
#define SAME_RATIO(ratio, the_part, the_whole)                                 \
    do {                                                                       \
        CU_ASSERT_EQUAL((ratio).part, the_part);                               \
        CU_ASSERT_EQUAL((ratio).whole, the_whole);                             \
    } while (0)

static inline void season_begin(struct season *s, int iso_week, int n_weeks)
{
    static const char *const PLACES[] = {"home", "pool"};
    struct faults f = {0};

    *s = (struct season){.arena = arena_new(), .n_weeks = n_weeks};
    EACH_WEEK (s, k) {
        CU_ASSERT_EQUAL_FATAL(week_make(&s->week[k], 2026, iso_week + k,
                                        "Europe/Stockholm", &f),
                              STATUS_OK);
        s->b[k] = problem_begin(s->arena, "unit", "Unit", &s->week[k], 15);
        for (int i = 0; i < 2; i++)
            problem_add_place(s->b[k], PLACES[i],
                              &(struct place){.id = PLACES[i],
                                              .name = PLACES[i],
                                              .area = ""});
        problem_set_travel_matrix(s->b[k], (const uint16_t[]){0, 15, 15, 0}, 2);
    }
}

static inline void season_end(struct season *s)
{
    arena_free(s->arena);
}

/* Days after the first Monday. */
static inline int season_day(const struct season *s, int month, int mday)
{
    struct moment m = week_moment(&s->week[0], 0);

    return (int)(date_days(2026, month, mday) -
                 date_days(m.year, m.month, m.mday));
}

static inline int season_client_as(struct season *s, struct client c)
{
    int index = NONE;

    EACH_WEEK (s, k) {
        if (!c.area)
            c.area = "";
        c.name = c.id;
        c.home = HOME;
        index = problem_add_client(s->b[k], c.id, &c);
    }
    return index;
}

static inline int season_client(struct season *s, const char *id)
{
    return season_client_as(s, (struct client){.id = id});
}

/* So many clients alike; returns the first. */
static inline int season_clients(struct season *s, int n, struct client c)
{
    int first = NONE;

    for (int i = 0; i < n; i++) {
        static int made;
        c.id = arena_print(s->arena, "c%d", made++);
        int index = season_client_as(s, c);
        first = first == NONE ? index : first;
    }
    return first;
}

static inline int season_escort(struct season *s, const char *id,
                                enum engagement engagement, int contract)
{
    struct span always = {-7 * DAY, 14 * DAY};
    struct escort e = {.id = id,
                       .name = id,
                       .home = NONE,
                       .engagement = engagement,
                       .n_available = 1,
                       .available = &always,
                       .contract_minutes = contract,
                       .max_minutes = NONE,
                       .day_anchor = 4 * HOUR};

    EACH_WEEK (s, k)
        problem_add_escort(s->b[k], id, &e);
    return s->n_escorts++;
}

static inline struct decision season_granted(int client, enum grant_period period,
                                             int minutes)
{
    return (struct decision){.id = "d",
                             .client = client,
                             .basis = LSS_9_3,
                             .period = period,
                             .minutes = minutes,
                             .from_day = date_days(2020, 1, 1),
                             .to_day = INT64_MAX,
                             .delay = ""};
}

static inline int season_decision(struct season *s, struct decision d)
{
    int index = NONE;

    EACH_WEEK (s, k)
        index = problem_add_decision(s->b[k], d.id, &d);
    return index;
}

/* One who is asked for at a fixed time, at the pool. */
static inline struct request season_request(int client, int minutes)
{
    return (struct request){.id = "",
                            .activity = "swim",
                            .series = "",
                            .client = client,
                            .needed = 1,
                            .minutes = minutes,
                            .minutes_min = minutes,
                            .meet = POOL,
                            .end = POOL,
                            .priority = PRIORITY_NORMAL,
                            .decision = NONE,
                            .pin_start = NONE,
                            .link = NONE};
}

/* Adds the request at its time, and the visit unless escort is NONE. Returns its row in
 * its week. */
static inline int season_visit_as(struct season *s, int day, int hour,
                                  struct request q, int escort)
{
    int k = day / DAYS, row = s->n_visits[k]++;
    int start = week_minute_of_day(&s->week[k], day % DAYS, hour * HOUR);
    struct alternative at = {.from = start, .to = start, .wish = NONE};

    if (q.n_alternatives == 0) {
        q.n_alternatives = 1;
        q.alternatives = &at;
    }
    q.id = arena_print(s->arena, "r%d", row);
    CU_ASSERT_EQUAL_FATAL(problem_add_request(s->b[k], q.id, &q), row);
    if (escort != NONE)
        s->visits[k][row] = (struct visit){.start = start,
                                           .minutes = q.minutes,
                                           .n_escorts = 1,
                                           .escorts = {escort}};
    return row;
}

static inline int season_visit(struct season *s, int day, int client,
                               int minutes, int escort)
{
    return season_visit_as(s, day, 10, season_request(client, minutes), escort);
}

/* Freeze and judge every week, to be measured for the period that the text names,
 * the day after it. */
static inline const struct measured *season_measured(struct season *s,
                                                     enum period_kind kind,
                                                     const char *period)
{
    struct faults f = {0};

    EACH_WEEK (s, k) {
        const struct problem *p = problem_freeze(s->b[k], &f);
        if (!p)
            CU_FAIL_FATAL(f.list[0].what);
        struct roster *r = roster_new(s->arena, p);
        for (int i = 0; i < p->n_requests; i++)
            r->visits[i] = s->visits[k][i];
        s->results[k] = (struct week_result){p, r, rules_judge(s->arena, p, r)};
    }
    s->m.n_weeks = s->n_weeks;
    s->m.weeks = s->results;
    CU_ASSERT_FATAL(period_parse(kind, period, &s->m.period));
    s->m.as_of = s->m.period.to_day + 1;
    return &s->m;
}

#endif
