/* Two weeks small enough to hold in the head, as sheets ready to be shown: four
 * requests of which three are served, and a night over a change of the clocks. */
#ifndef SHEET_FIXTURE_H
#define SHEET_FIXTURE_H

#include "base/text.h"
#include "ledsaga/show.h"

#include <CUnit/CUnit.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

struct fixture {
    struct arena *arena;
    struct week week;
    struct problem_builder *builder;
    const struct problem *problem;
    struct roster *roster;
    struct sheet sheet;
    int anna, bo, cilla; /* escorts */
    int kim, eva;        /* clients */
    int home, pool;      /* places */
};

/* The translations lie in build/locale and this program in build/MODE/tests/unit.
 * gettext looks at LANGUAGE anew only after the locale has changed. */
static inline void speak(const char *language)
{
    char folder[4096] = "", path[4200];
    if (readlink("/proc/self/exe", folder, sizeof folder - 1) > 0)
        *strrchr(folder, '/') = '\0';
    snprintf(path, sizeof path, "%s/../../../locale", folder);
    setenv("LANGUAGE", language, 1);
    setlocale(LC_ALL, "C");
    setlocale(LC_MESSAGES, "C.UTF-8");
    setlocale(LC_CTYPE, "C.UTF-8");
    bindtextdomain(TEXT_DOMAIN, path);
    bind_textdomain_codeset(TEXT_DOMAIN, "UTF-8");
    CU_ASSERT_STRING_EQUAL(_("en"), language);
}

static inline struct fixture fixture_begin(int iso_year, int iso_week,
                                           const char *zone)
{
    struct fixture x = {.arena = arena_new()};
    struct faults f = {0};
    CU_ASSERT_EQUAL_FATAL(week_make(&x.week, iso_year, iso_week, zone, &f),
                          STATUS_OK);
    x.builder = problem_begin(x.arena, "aby", "Åby kommun", &x.week, 15);
    problem_set_synthetic(x.builder);
    problem_add_skill(x.builder, "SSL");
    x.home = problem_add_place(x.builder, "",
                               &(struct place){.id = "h", .name = "Åvägen 1",
                                               .area = ""});
    x.pool = problem_add_place(x.builder, "",
                               &(struct place){.id = "p", .name = "Simhallen",
                                               .area = ""});
    problem_set_travel_matrix(x.builder, (const uint16_t[]){0, 15, 15, 0}, 2);
    return x;
}

static inline int add_escort(struct fixture *x, const char *id,
                             const char *name, enum engagement engagement)
{
    struct span always = {-7 * DAY, 14 * DAY};
    return problem_add_escort(
        x->builder, id,
        &(struct escort){.id = id, .name = name, .home = NONE,
                         .engagement = engagement, .n_available = 1,
                         .available = &always, .contract_minutes = NONE,
                         .max_minutes = NONE});
}

static inline int add_client(struct fixture *x, const char *id,
                             const char *name)
{
    return problem_add_client(
        x->builder, id,
        &(struct client){.id = id, .name = name, .area = "", .home = x->home});
}

static inline int add_request(struct fixture *x, const char *id, int client,
                              const char *activity, int start, int minutes,
                              int needed, uint64_t skills)
{
    struct alternative at = {start, start, NONE, 0};
    return problem_add_request(
        x->builder, id,
        &(struct request){.id = id, .activity = activity, .series = "",
                          .client = client, .needed = needed,
                          .minutes = minutes, .minutes_min = minutes,
                          .meet = x->pool, .end = x->pool,
                          .needs = {.skills = skills},
                          .priority = PRIORITY_NORMAL, .decision = NONE,
                          .n_alternatives = 1, .alternatives = &at,
                          .pin_start = NONE, .link = NONE});
}

static inline void freeze(struct fixture *x)
{
    struct faults f = {0};
    x->problem = problem_freeze(x->builder, &f);
    if (!x->problem)
        CU_FAIL_FATAL(f.list[0].what);
    x->roster = roster_new(x->arena, x->problem);
    x->sheet = (struct sheet){.problem = x->problem,
                              .roster = x->roster,
                              .has_tiers = true,
                              .rights = {360, 360},
                              .rest = {200, 150},
                              .outcome = OUTCOME_FEASIBLE,
                              .seed = 1,
                              .made_utc = 1794733200}; /* 2026-11-15 09:00 */
}

static inline void serve(struct fixture *x, int request, int escort,
                         int second)
{
    const struct request *q = &x->problem->requests[request];
    x->roster->visits[request] = (struct visit){
        .start = q->alternatives[0].from,
        .minutes = q->minutes,
        .n_escorts = second == NONE ? 1 : 2,
        .escorts = {escort, second == NONE ? 0 : second},
    };
}

static inline void judge(struct fixture *x)
{
    roster_name_visits(x->arena, x->roster, 7);
    x->sheet.verdict = rules_judge(x->arena, x->problem, x->roster);
}

/* On 12 November: swimming an hour earlier, the choir with Cilla instead of Bo, the talk
 * with Bo, and not the night. */
static inline void hand_out_four(struct fixture *x)
{
    problem_set_today(x->builder, date_days(2026, 11, 15));
    problem_set_published(x->builder, date_days(2026, 11, 12));
    problem_request_published(x->builder, 0, DAY + 12 * HOUR, 120, &x->anna, 1);
    problem_request_published(x->builder, 1, 2 * DAY + 18 * HOUR, 90,
                              (const int[]){x->anna, x->cilla}, 2);
    problem_request_published(x->builder, 3, 4 * DAY + 10 * HOUR, 120, &x->bo, 1);
}

/* Tuesday: Kim swims with Anna; Wednesday: Eva, with Anna and Bo; Thursday night:
 * Kim with Bo, past midnight; Friday: Eva, needs a skill that nobody has. */
static inline struct fixture four_told(bool handed_out)
{
    struct fixture x = fixture_begin(2026, 48, "Europe/Stockholm");
    x.anna = add_escort(&x, "anna", "Anna Berg", EMPLOYED_MONTHLY);
    x.bo = add_escort(&x, "bo", "Bo Ek", CONTRACTOR);
    x.cilla = add_escort(&x, "cilla", "Cilla Dahl", EMPLOYED_HOURLY);
    x.kim = add_client(&x, "kim", "Kim Åström");
    x.eva = add_client(&x, "eva", "Eva <Öst>");
    problem_add_history(x.builder, x.kim, x.anna, 12);
    add_request(&x, "swim", x.kim, "Simning", 1 * DAY + 13 * HOUR, 120, 1, 0);
    add_request(&x, "choir", x.eva, "Kör & kaffe", 2 * DAY + 18 * HOUR, 90, 2,
                0);
    add_request(&x, "dance", x.kim, "Dans", 3 * DAY + 22 * HOUR, 180, 1, 0);
    add_request(&x, "talk", x.eva, "Föreläsning", 4 * DAY + 10 * HOUR, 120, 1,
                1);
    if (handed_out)
        hand_out_four(&x);
    freeze(&x);
    serve(&x, 0, x.anna, NONE);
    serve(&x, 1, x.anna, x.bo);
    serve(&x, 2, x.bo, NONE);
    judge(&x);
    return x;
}

static inline struct fixture four_visits(void)
{
    return four_told(false);
}

static inline struct fixture four_handed_out(void)
{
    return four_told(true);
}

static inline void fixture_end(struct fixture *x)
{
    arena_free(x->arena);
}

#endif
