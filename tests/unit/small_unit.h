/* A unit that a person can hold in the head: two clients, two escorts, a home
 * and a cinema, in a week without a change of the clocks. Tests of the model
 * begin from it and add what they are about. */
#ifndef SMALL_UNIT_H
#define SMALL_UNIT_H

#include "ledsaga/problem.h"

#include <CUnit/CUnit.h>
#include <string.h>

enum { WEDNESDAY = 2, SUNDAY = 6 };

struct small_unit {
    struct arena *arena;
    struct week week;
    struct problem_builder *b;
    struct faults faults;
    int home, cinema;       /* places, 1 km apart */
    int anna, bo;           /* clients */
    int eva, fred;          /* escorts, always available */
    struct alternative times[4]; /* of the requests made by small_request() */
};

static inline int clock_on(int day, int hour, int minute)
{
    return day * DAY + hour * HOUR + minute;
}

static inline int64_t day_of(int year, int month, int mday)
{
    return date_days(year, month, mday);
}

static inline int small_client(struct small_unit *u, const char *id)
{
    return problem_add_client(u->b, id,
                              &(struct client){.id = id,
                                               .name = id,
                                               .area = "north",
                                               .home = u->home});
}

static inline int small_escort(struct small_unit *u, const char *id)
{
    struct span always = {-DAY, 8 * DAY};

    return problem_add_escort(u->b, id,
                              &(struct escort){.id = id,
                                               .name = id,
                                               .home = u->home,
                                               .engagement = EMPLOYED_MONTHLY,
                                               .n_available = 1,
                                               .available = &always,
                                               .contract_minutes = NONE,
                                               .max_minutes = NONE});
}

static inline int small_place(struct small_unit *u, const char *id, double lat)
{
    return problem_add_place(u->b, id,
                             &(struct place){.id = id,
                                             .name = id,
                                             .area = "",
                                             .located = true,
                                             .lat = lat,
                                             .lon = 12.86});
}

static inline void small_begin(struct small_unit *u, int iso_year,
                               int iso_week)
{
    *u = (struct small_unit){.arena = arena_new()};
    CU_ASSERT_EQUAL_FATAL(week_make(&u->week, iso_year, iso_week,
                                    "Europe/Stockholm", &u->faults),
                          STATUS_OK);
    u->b = problem_begin(u->arena, "unit", "Unit", &u->week, 15);
    u->home = small_place(u, "home", 56.67);
    u->cinema = small_place(u, "cinema", 56.679);
    u->anna = small_client(u, "anna");
    u->bo = small_client(u, "bo");
    u->eva = small_escort(u, "eva");
    u->fred = small_escort(u, "fred");
}

/* Two hours from home to the cinema, Wednesday at 17:00. */
static inline struct request small_request(struct small_unit *u,
                                           const char *id, int client)
{
    u->times[0] = (struct alternative){clock_on(WEDNESDAY, 17, 0),
                                       clock_on(WEDNESDAY, 17, 0), NONE, 0};
    return (struct request){.id = id,
                            .activity = "cinema",
                            .series = "",
                            .client = client,
                            .needed = 1,
                            .minutes = 120,
                            .meet = u->home,
                            .end = u->cinema,
                            .priority = PRIORITY_NORMAL,
                            .decision = NONE,
                            .n_alternatives = 1,
                            .alternatives = u->times,
                            .pin_start = NONE,
                            .link = NONE};
}

static inline struct decision small_decision(const char *id, int client)
{
    return (struct decision){.id = id,
                             .client = client,
                             .basis = LSS_9_3,
                             .period = PER_MONTH,
                             .minutes = 600,
                             .from_day = date_days(2020, 1, 1),
                             .to_day = INT64_MAX};
}

/* Adds the request and says which place the fault should name: its id. */
static inline int small_add(struct small_unit *u, const struct request *r)
{
    return problem_add_request(u->b, r->id, r);
}

static inline const struct problem *small_freeze(struct small_unit *u)
{
    const struct problem *p = problem_freeze(u->b, &u->faults);

    CU_ASSERT_EQUAL_FATAL(u->faults.seen, 0);
    CU_ASSERT_PTR_NOT_NULL_FATAL(p);
    return p;
}

/* Freezing fails with exactly one fault, at `place`, whose complaint contains
 * `part`. */
static inline void small_refused(struct small_unit *u, const char *place,
                                 const char *part)
{
    CU_ASSERT_PTR_NULL(problem_freeze(u->b, &u->faults));
    CU_ASSERT_EQUAL(u->faults.seen, 1);
    CU_ASSERT_EQUAL(u->faults.list[0].status, STATUS_INPUT);
    CU_ASSERT_STRING_EQUAL(u->faults.list[0].place, place);
    if (!strstr(u->faults.list[0].what, part))
        CU_FAIL("the complaint does not say what it should");
    CU_ASSERT(u->faults.list[0].remedy[0] != '\0');
    arena_free(u->arena);
}

#endif
