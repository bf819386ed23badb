/* Own weeks as they may be told: a diary made by hand for each, of a client or an escort,
 * so that what is written can be looked at without a workspace. */
#ifndef OWN_FIXTURE_H
#define OWN_FIXTURE_H

#include "unit/sheet_fixture.h"

#include "ledsaga/calendar.h"

enum { OWN_MOST = 20 };
struct own_fixture {
    struct fixture x;
    struct diary diary;
    struct appointment appointments[OWN_MOST];
    struct calendar_wishes clients[2], escorts[2];
    struct calendar_settings settings;
    struct own_week own;
};

/* now: minutes after the week began, below zero before it did. */
static inline void own_begin(struct own_fixture *o, enum person_kind kind, int iso_year,
                             int iso_week, int now)
{
    *o = (struct own_fixture){.x = fixture_begin(iso_year, iso_week, "Europe/Stockholm")};
    o->x.anna = add_escort(&o->x, "anna", "Anna Berg", EMPLOYED_MONTHLY);
    o->x.bo = add_escort(&o->x, "bo", "Bo Ek", EMPLOYED_HOURLY);
    o->x.kim = add_client(&o->x, "kim", "Kim Åström");
    o->x.eva = add_client(&o->x, "eva", "Eva Öst");
    freeze(&o->x);
    o->diary = (struct diary){.kind = kind,
                              .id = kind == PERSON_CLIENT ? "kim" : "anna",
                              .name = kind == PERSON_CLIENT ? "Kim" : "Anna",
                              .appointments = o->appointments};
    o->settings = (struct calendar_settings){
        .phone = "0123-45 67 89",
        .clients = o->clients,
        .escorts = o->escorts};
    o->own = (struct own_week){.diary = &o->diary,
                               .week = &o->x.problem->week,
                               .settings = &o->settings,
                               .problem = o->x.problem,
                               .now_utc = o->x.week.start_utc + (int64_t)now * 60,
                               .synthetic = true};
}

static inline void own_end_of(struct own_fixture *o)
{
    fixture_end(&o->x);
}

static inline int64_t own_utc(const struct own_fixture *o, int day, int clock)
{
    const struct week *w = &o->x.problem->week;
    return week_utc(w, week_minute_of_day(w, day, clock));
}

/* One more appointment, by the clock of its day, with Anna or Kim, at the pool. */
static inline struct appointment *own_add(struct own_fixture *o, const char *activity, int day,
                                          int from, int to)
{
    static const char *const ANNA[] = {"Anna"}, *const ANNA_ID[] = {"anna"};
    static const char *const KIM[] = {"Kim"}, *const KIM_ID[] = {"kim"};
    bool client = o->diary.kind == PERSON_CLIENT;
    struct appointment *new = &o->appointments[o->diary.n++];
    *new = (struct appointment){.uid = "abcdefgh",
                                .outing = "request/r",
                                .facts = {.start_utc = own_utc(o, day, from),
                                          .end_utc = own_utc(o, day, to),
                                          .activity = activity,
                                          .n_names = 1,
                                          .names = client ? ANNA : KIM,
                                          .ids = client ? ANNA_ID : KIM_ID,
                                          .place = "Simhallen",
                                          .end_place = ""}};
    return new;
}

#endif
