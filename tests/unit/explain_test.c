#include "adapters/explain/explain_told.h"
#include "sheet_fixture.h"
#include "solver/explain_parts.h"

#include <jansson.h>

enum { TUESDAY = DAY };

static bool has(const char *text, const char *part)
{
    return strstr(text, part) != NULL;
}

/* Kim swims with Anna on Tuesday 13:00-15:00; Lo would walk at 14:00 for an hour, with Anna or
 * nobody else there is. */
struct asked {
    struct fixture x;
    int lo, swim, walk;
    struct explain_options options;
    const struct explanation *e;
};

static void begin(struct asked *t)
{
    *t = (struct asked){.x = fixture_begin(2026, 48, "Europe/Stockholm"), .options.changes = true};
    t->x.anna = add_escort(&t->x, "anna", "Anna Berg", EMPLOYED_HOURLY);
    t->x.kim = add_client(&t->x, "kim", "Kim Åström");
    t->lo = add_client(&t->x, "lo", "Lo Lind");
}

static void two_visits(struct asked *t)
{
    t->swim = add_request(&t->x, "swim", t->x.kim, "Simning", TUESDAY + 13 * HOUR, 120, 1, 0);
    t->walk = add_request(&t->x, "walk", t->lo, "Promenad", TUESDAY + 14 * HOUR, 60, 1, 0);
}

static void settle(struct asked *t)
{
    freeze(&t->x);
    if (t->x.problem->n_requests > 0 && t->x.problem->requests[t->swim].client == t->x.kim)
        serve(&t->x, t->swim, t->x.anna, NONE);
    judge(&t->x);
}

static const struct explanation *ask(struct asked *t, int request)
{
    struct faults f = {0};
    struct explainer *x = explainer_new(t->x.arena, t->x.problem, t->x.roster, &t->options);
    CU_ASSERT_EQUAL_FATAL(explain_request(x, request, &t->e, &f), STATUS_OK);
    return t->e;
}

static int add_escort_who_is_there(struct asked *t, const char *id, const char *name,
                                   struct span when, int max_minutes)
{
    return problem_add_escort(t->x.builder, id,
                              &(struct escort){.id = id,
                                               .name = name,
                                               .home = NONE,
                                               .engagement = CONTRACTOR,
                                               .n_available = 1,
                                               .available = &when,
                                               .contract_minutes = NONE,
                                               .max_minutes = max_minutes});
}

static int add_walk(struct asked *t, const struct alternative *times, int n)
{
    return problem_add_request(t->x.builder, "walk",
                               &(struct request){.id = "walk",
                                                 .activity = "Promenad",
                                                 .series = "",
                                                 .client = t->lo,
                                                 .needed = 1,
                                                 .minutes = 60,
                                                 .minutes_min = 60,
                                                 .meet = t->x.pool,
                                                 .end = t->x.pool,
                                                 .priority = PRIORITY_NORMAL,
                                                 .decision = NONE,
                                                 .n_alternatives = n,
                                                 .alternatives = times,
                                                 .pin_start = NONE,
                                                 .link = NONE});
}

static struct explained told(const struct asked *t, bool for_client)
{
    return (struct explained){
        .sheet = &t->x.sheet, .n = 1, .list = &t->e, .client = NONE, .escort = NONE, .for_client = for_client};
}

static const char *text_of(const struct asked *t, bool for_client)
{
    struct explained x = told(t, for_client);
    return explain_text(t->x.arena, &x, 1000, false);
}

static const struct change *change_of(const struct asked *t, enum change_kind kind)
{
    for (int i = 0; i < t->e->n_changes; i++)
        if (t->e->changes[i].kind == kind)
            return &t->e->changes[i];
    return NULL;
}

static void begin_crowded(struct asked *t)
{
    speak("en");
    begin(t);
    two_visits(t);
    settle(t);
    ask(t, t->walk);
}

/* ---- facts ---------------------------------------------------------------------------------- */

static void an_escort_with_another_visit_is_occupied(void)
{
    struct asked t;
    begin_crowded(&t);
    const struct standing_fact *f = &t.e->standings[t.x.anna];
    CU_ASSERT_EQUAL(f->standing, STANDING_OCCUPIED);
    CU_ASSERT_EQUAL(f->breach.rule, RULE_OVERLAP);
    CU_ASSERT(has(text_of(&t, false),
                  "Anna Berg: has another visit then, Tue 24 Nov 13:00–15:00 (AML 2:1"));
    CU_ASSERT(t.e->explained);
    fixture_end(&t.x);
}

static void hours_that_end_too_early_block_and_are_told(void)
{
    struct asked t;
    struct span evening = {TUESDAY + 14 * HOUR + 30, 2 * DAY};
    speak("en");
    begin(&t);
    two_visits(&t);
    problem_add_absence(t.x.builder, t.x.anna, (struct span){-7 * DAY, 14 * DAY});
    int bo = add_escort_who_is_there(&t, "bo", "Bo Ek", evening, NONE);
    settle(&t);
    t.x.roster->visits[t.swim].n_escorts = 0;
    judge(&t.x);
    ask(&t, t.walk);
    CU_ASSERT_EQUAL(t.e->standings[bo].standing, STANDING_BLOCKED);
    CU_ASSERT(
        has(text_of(&t, false),
            "is not available for 30 min of Tue 24 Nov 14:00–15:00 (agreement with the escort)"));
    const struct change *hours = change_of(&t, CHANGE_HOURS), *start = change_of(&t, CHANGE_START);
    CU_ASSERT_PTR_NOT_NULL_FATAL(hours);
    CU_ASSERT_PTR_NOT_NULL_FATAL(start);
    CU_ASSERT_EQUAL(hours->amount, 30);
    CU_ASSERT_EQUAL(hours->escort, bo);
    CU_ASSERT_EQUAL(start->amount, 30);
    CU_ASSERT(has(text_of(&t, false),
                  "The outing begins 30 min later: Tue 24 Nov 14:30–15:30 with "
                  "Bo Ek. Nothing else changes."));
    CU_ASSERT(has(text_of(&t, false), "Bo Ek is available Tue 24 Nov 14:00–15:00, which is 30 min "
                                      "more. Nothing else changes."));
    fixture_end(&t.x);
}

static void nobody_is_asked_to_work_who_is_sick_or_away(void)
{
    struct asked t;
    speak("en");
    begin(&t);
    two_visits(&t);
    problem_add_absence(t.x.builder, t.x.anna,
                        (struct span){TUESDAY + 15 * HOUR - 15, TUESDAY + 16 * HOUR});
    freeze(&t.x);
    judge(&t.x);
    ask(&t, t.walk);
    CU_ASSERT_PTR_NULL(change_of(&t, CHANGE_HOURS));
    CU_ASSERT(has(text_of(&t, false), "Anna Berg: is away Tue 24 Nov 14:00–15:00 (absence)"));
    CU_ASSERT_PTR_NOT_NULL(change_of(&t, CHANGE_START));
    fixture_end(&t.x);
}

static void more_work_than_agreed_is_told_to_the_minute(void)
{
    struct asked t;
    speak("en");
    begin(&t);
    two_visits(&t);
    t.x.bo = add_escort_who_is_there(&t, "bo", "Bo Ek", (struct span){-7 * DAY, 14 * DAY}, 40);
    settle(&t);
    ask(&t, t.walk);
    const struct change *c = change_of(&t, CHANGE_WORK);
    CU_ASSERT_EQUAL(t.e->standings[t.x.bo].breach.rule, RULE_WEEK_MAX);
    CU_ASSERT_PTR_NOT_NULL_FATAL(c);
    CU_ASSERT_EQUAL(c->amount, 20);
    CU_ASSERT_EQUAL(c->escort, t.x.bo);
    CU_ASSERT(c->smallest);
    CU_ASSERT(has(text_of(&t, false), "Bo Ek: would work 1 h in the week; at most 40 min are allowed"));
    CU_ASSERT(has(text_of(&t, false), "Bo Ek may work 1 h in the week, which is 20 min more than "
                                      "agreed: Tue 24 Nov 14:00–15:00 with Bo Ek. Nothing else"));
    fixture_end(&t.x);
}

static void who_is_free_could_come_and_is_said_to(void)
{
    struct asked t;
    speak("en");
    begin(&t);
    int bo = add_escort(&t.x, "bo", "Bo Ek", CONTRACTOR);
    two_visits(&t);
    settle(&t);
    ask(&t, t.walk);
    CU_ASSERT_EQUAL(t.e->standings[bo].standing, STANDING_FREE);
    CU_ASSERT_EQUAL(t.e->ways[bo].visit.start, TUESDAY + 14 * HOUR);
    CU_ASSERT(t.e->ways[bo].rights < 0);
    CU_ASSERT(
        has(text_of(&t, false),
            "Bo Ek: could come with nothing else changed: Tue 24 Nov 14:00–15:00 with Bo Ek."));
    CU_ASSERT(has(text_of(&t, false), "A better roster was found, in which it is served"));
    fixture_end(&t.x);
}

static void two_who_are_needed_are_free_together_or_not_at_all(void)
{
    struct asked t;
    begin(&t);
    int bo = add_escort(&t.x, "bo", "Bo Ek", CONTRACTOR);
    t.swim = add_request(&t.x, "swim", t.x.kim, "Simning", TUESDAY + 13 * HOUR, 120, 1, 0);
    t.walk = add_request(&t.x, "walk", t.lo, "Promenad", TUESDAY + 14 * HOUR, 60, 2, 0);
    settle(&t);
    ask(&t, t.walk);
    CU_ASSERT_EQUAL(t.e->standings[bo].standing, STANDING_OCCUPIED);
    CU_ASSERT_EQUAL(t.e->standings[bo].breach.rule, RULE_STAFFING);
    CU_ASSERT_EQUAL(t.e->standings[t.x.anna].breach.rule, RULE_OVERLAP);
    fixture_end(&t.x);
}

/* Bo is there on Tuesday only, and never for so long: at one time both stops him, at the other
 * only how long it is. */
static void of_several_times_the_nearest_is_told_whichever_is_first(void)
{
    struct span tuesday = {DAY, 2 * DAY};
    for (int first = 0; first < 2; first++) {
        struct asked t;
        struct alternative times[2] = {{TUESDAY + 14 * HOUR, TUESDAY + 14 * HOUR, NONE, 0},
                                       {TUESDAY + 14 * HOUR, TUESDAY + 14 * HOUR, NONE, 0}};
        times[first].from = times[first].to = 3 * DAY + 14 * HOUR;
        begin(&t);
        int bo = add_escort_who_is_there(&t, "bo", "Bo Ek", tuesday, 40);
        t.swim = add_request(&t.x, "swim", t.x.kim, "Simning", TUESDAY + 17 * HOUR, 30, 1, 0);
        t.walk = add_walk(&t, times, 2);
        settle(&t);
        serve(&t.x, t.swim, bo, NONE);
        judge(&t.x);
        ask(&t, t.walk);
        CU_ASSERT_EQUAL(t.e->standings[bo].standing, STANDING_BLOCKED);
        CU_ASSERT_EQUAL(t.e->standings[bo].breach.rule, RULE_WEEK_MAX);
        CU_ASSERT_EQUAL(t.e->standings[bo].breach.amount, 20); /* of the visit alone */
        fixture_end(&t.x);
    }
}

/* In step to the minute: Kim's swim begins an hour before Lo's walk, or neither is. */
static void what_is_in_step_to_the_minute_is_possible(void)
{
    struct asked t;
    begin(&t);
    int bo = add_escort(&t.x, "bo", "Bo Ek", CONTRACTOR);
    two_visits(&t);
    problem_add_link(t.x.builder, "step",
                     &(struct link){.first = t.swim, .second = t.walk, .gap_min = 60, .gap_max = 60});
    freeze(&t.x);
    judge(&t.x);
    ask(&t, t.walk);
    CU_ASSERT_EQUAL(t.e->standings[bo].standing, STANDING_OCCUPIED);
    CU_ASSERT_EQUAL(t.e->standings[bo].breach.rule, RULE_IN_STEP);
    CU_ASSERT_EQUAL(t.e->forced.found, FOUND_ROSTER);
    CU_ASSERT(t.e->forced.difference.rights < 0);
    CU_ASSERT(t.e->explained);
    fixture_end(&t.x);
}

static void in_step_and_too_few_for_both_is_blocked(void)
{
    struct asked t;
    begin(&t);
    int bo = add_escort(&t.x, "bo", "Bo Ek", CONTRACTOR);
    t.swim = add_request(&t.x, "swim", t.x.kim, "Simning", TUESDAY + 13 * HOUR, 120, 1, 0);
    t.walk = add_request(&t.x, "walk", t.lo, "Promenad", TUESDAY + 14 * HOUR, 60, 2, 0);
    problem_add_link(t.x.builder, "step",
                     &(struct link){.first = t.swim, .second = t.walk, .gap_min = 60, .gap_max = 60});
    freeze(&t.x);
    judge(&t.x);
    ask(&t, t.walk);
    CU_ASSERT_EQUAL(t.e->standings[bo].standing, STANDING_BLOCKED);
    CU_ASSERT_EQUAL(t.e->standings[bo].breach.rule, RULE_IN_STEP);
    CU_ASSERT_EQUAL(t.e->forced.found, FOUND_PROVED_NONE);
    fixture_end(&t.x);
}

static void in_step_and_hours_for_one_of_them_is_blocked(void)
{
    struct asked t;
    begin(&t);
    problem_add_decision(t.x.builder, "d",
                         &(struct decision){.id = "d",
                                            .client = t.lo,
                                            .basis = LSS_9_3,
                                            .period = PER_WEEK,
                                            .minutes = 90,
                                            .from_day = date_days(2020, 1, 1),
                                            .to_day = INT64_MAX});
    t.swim = add_request(&t.x, "swim", t.lo, "Simning", TUESDAY + 11 * HOUR, 60, 1, 0);
    t.walk = add_request(&t.x, "walk", t.lo, "Promenad", TUESDAY + 14 * HOUR, 60, 1, 0);
    problem_add_link(t.x.builder, "step",
                     &(struct link){t.swim, t.walk, 3 * HOUR, 3 * HOUR, true});
    freeze(&t.x);
    judge(&t.x);
    ask(&t, t.walk);
    CU_ASSERT_EQUAL(t.e->standings[t.x.anna].standing, STANDING_BLOCKED);
    CU_ASSERT_EQUAL(t.e->standings[t.x.anna].breach.rule, RULE_IN_STEP);
    CU_ASSERT_EQUAL(t.e->forced.found, FOUND_PROVED_NONE);
    fixture_end(&t.x);
}

/* ---- other rosters -------------------------------------------------------------------------- */

static void what_serving_it_would_take_from_others_is_proved(void)
{
    struct asked t;
    begin_crowded(&t);
    int64_t minute = t.x.problem->requests[t.walk].rights;
    CU_ASSERT_EQUAL(t.e->forced.found, FOUND_ROSTER);
    CU_ASSERT_EQUAL(t.e->forced.difference.rights, 60 * minute);
    CU_ASSERT_EQUAL(t.e->forced.rights_least, 60 * minute);
    CU_ASSERT(t.e->forced.whole);
    CU_ASSERT_EQUAL(t.e->forced.difference.clients_unserved, 1);
    CU_ASSERT_EQUAL(t.e->forced.difference.minutes_short, 120);
    CU_ASSERT(has(text_of(&t, false), "1 other client would lose a visit (2 h)"));
    CU_ASSERT(has(text_of(&t, false), "Proved: no roster with it costs fewer points of rights."));
    fixture_end(&t.x);
}

static void a_choice_ranked_higher_is_free_or_costs_what_another_roster_does(void)
{
    struct asked t;
    speak("en");
    begin(&t);
    int bo = add_escort(&t.x, "bo", "Bo Ek", CONTRACTOR);
    problem_client_wishes(t.x.builder, t.lo, (const int[]){t.x.anna, bo}, 2);
    problem_client_wishes(t.x.builder, t.x.kim, (const int[]){t.x.anna, bo}, 2);
    problem_add_history(t.x.builder, t.x.kim, t.x.anna, 12);
    two_visits(&t);
    settle(&t);
    serve(&t.x, t.walk, bo, NONE);
    judge(&t.x);
    ask(&t, t.walk);
    CU_ASSERT_EQUAL_FATAL(t.e->n_choices, 1);
    CU_ASSERT_EQUAL(t.e->choices[0].escort, t.x.anna);
    CU_ASSERT_FALSE(t.e->choices[0].as_it_is);
    CU_ASSERT_EQUAL(t.e->choices[0].forced.found, FOUND_ROSTER);
    const struct difference *d = &t.e->choices[0].forced.difference;
    CU_ASSERT_EQUAL(d->clients_told, 1); /* Bo swims with Kim, who knows and wishes for Anna */
    CU_ASSERT_EQUAL(d->clients_unserved, 0);
    CU_ASSERT_EQUAL(d->clients_stranger, 1);
    CU_ASSERT_EQUAL(d->clients_wishes, 1);
    CU_ASSERT(has(text_of(&t, false), "1 other client would get somebody they know less"));
    CU_ASSERT(has(text_of(&t, true), "If you had got this, 1 other client would get somebody"));
    CU_ASSERT(!has(text_of(&t, true), "point"));
    CU_ASSERT(has(text_of(&t, false), "Bo Ek: choice 2; 0 visits together before."));
    CU_ASSERT(has(text_of(&t, false), "Anna Berg, choice 1: has another visit then"));
    t.x.roster->visits[t.swim].n_escorts = 0;
    judge(&t.x);
    ask(&t, t.walk);
    CU_ASSERT(t.e->choices[0].as_it_is);
    CU_ASSERT(has(text_of(&t, false), "possible with nothing else changed"));
    fixture_end(&t.x);
}

static void a_roster_that_breaks_rules_has_facts_only(void)
{
    struct asked t;
    begin(&t);
    two_visits(&t);
    settle(&t);
    t.x.roster->visits[t.swim].start += 7;
    judge(&t.x);
    ask(&t, t.walk);
    CU_ASSERT_EQUAL(t.e->standings[t.x.anna].standing, STANDING_OCCUPIED);
    CU_ASSERT_EQUAL(t.e->forced.found, FOUND_NOT_TRIED);
    CU_ASSERT_EQUAL(t.e->n_changes, 0);
    CU_ASSERT(t.e->explained);
    fixture_end(&t.x);
}

/* Lo walks at 11 or, if need be, at 15; at 11 Lo swims, with Anna, who is alone. */
static void what_it_costs_the_client_is_told_too(void)
{
    struct asked t;
    struct alternative walks[] = {{TUESDAY + 11 * HOUR, TUESDAY + 11 * HOUR, NONE, 0},
                                  {TUESDAY + 15 * HOUR, TUESDAY + 15 * HOUR, NONE, 0}};
    speak("en");
    begin(&t);
    t.swim = add_request(&t.x, "swim", t.lo, "Simning", TUESDAY + 11 * HOUR, 120, 1, 0);
    t.walk = add_walk(&t, walks, 2);
    settle(&t);
    serve(&t.x, t.swim, t.x.anna, NONE);
    serve(&t.x, t.walk, t.x.anna, NONE);
    t.x.roster->visits[t.walk].start = TUESDAY + 15 * HOUR;
    judge(&t.x);
    ask(&t, t.walk);
    CU_ASSERT_EQUAL_FATAL(t.e->n_choices, 1);
    CU_ASSERT_EQUAL(t.e->choices[0].forced.difference.own_unserved, 1);
    CU_ASSERT_EQUAL(t.e->choices[0].forced.difference.own_minutes_short, 120);
    CU_ASSERT_EQUAL(t.e->choices[0].forced.difference.clients_told, 0);
    CU_ASSERT(has(text_of(&t, false), "the client would lose another visit (2 h)"));
    CU_ASSERT(has(text_of(&t, true), "If you had got this, you would lose another visit (2 h)."));
    fixture_end(&t.x);
}

static void a_better_time_that_makes_the_visit_shorter_says_so(void)
{
    struct asked t;
    struct alternative times[] = {{TUESDAY + 11 * HOUR, TUESDAY + 11 * HOUR, NONE, 0},
                                  {TUESDAY + 15 * HOUR, TUESDAY + 15 * HOUR, NONE, 0}};
    struct span hours[] = {{TUESDAY + 11 * HOUR, TUESDAY + 12 * HOUR},
                           {TUESDAY + 15 * HOUR, TUESDAY + 17 * HOUR}};
    speak("en");
    begin(&t);
    problem_set_available(t.x.builder, t.x.anna, hours, 2);
    struct request outing = {.id = "walk",
                             .activity = "Promenad",
                             .series = "",
                             .client = t.lo,
                             .needed = 1,
                             .minutes = 120,
                             .minutes_min = 60,
                             .meet = t.x.pool,
                             .end = t.x.pool,
                             .priority = PRIORITY_NORMAL,
                             .decision = NONE,
                             .n_alternatives = 2,
                             .alternatives = times,
                             .pin_start = NONE,
                             .link = NONE};
    t.walk = problem_add_request(t.x.builder, "walk", &outing);
    freeze(&t.x);
    serve(&t.x, t.walk, t.x.anna, NONE);
    t.x.roster->visits[t.walk].start = TUESDAY + 15 * HOUR;
    judge(&t.x);
    ask(&t, t.walk);
    CU_ASSERT_EQUAL_FATAL(t.e->n_choices, 1);
    CU_ASSERT_EQUAL(t.e->choices[0].difference.shorter, 60);
    CU_ASSERT(has(text_of(&t, false), "the visit would be 1 h shorter"));
    CU_ASSERT(has(text_of(&t, true), "If you had got this, the visit would be 1 h shorter."));
    fixture_end(&t.x);
}

static void the_start_wished_for_is_a_choice(void)
{
    struct asked t;
    struct alternative at = {TUESDAY + 13 * HOUR, TUESDAY + 16 * HOUR, TUESDAY + 14 * HOUR, 0};
    speak("en");
    begin(&t);
    t.walk = add_walk(&t, &at, 1);
    freeze(&t.x);
    serve(&t.x, t.walk, t.x.anna, NONE);
    judge(&t.x);
    ask(&t, t.walk);
    CU_ASSERT_EQUAL_FATAL(t.e->n_choices, 1);
    CU_ASSERT_EQUAL(t.e->choices[0].kind, CHOICE_START);
    CU_ASSERT(t.e->choices[0].as_it_is);
    CU_ASSERT_EQUAL(t.e->choices[0].difference.visit.start, TUESDAY + 14 * HOUR);
    CU_ASSERT(!has(text_of(&t, true), "the time you wished for most"));
    CU_ASSERT(has(text_of(&t, true), "The start you wished for, Tue 24 Nov 14:00: It would have"));
    fixture_end(&t.x);
}

static void a_start_at_which_nobody_can_come_is_none(void)
{
    struct asked t;
    struct alternative at = {TUESDAY + 13 * HOUR, TUESDAY + 16 * HOUR, TUESDAY + 13 * HOUR, 0};
    speak("en");
    begin(&t);
    problem_set_available(t.x.builder, t.x.anna, &(struct span){TUESDAY + 13 * HOUR + 30, 2 * DAY},
                          1);
    t.walk = add_walk(&t, &at, 1);
    freeze(&t.x);
    serve(&t.x, t.walk, t.x.anna, NONE);
    t.x.roster->visits[t.walk].start = TUESDAY + 13 * HOUR + 30;
    judge(&t.x);
    ask(&t, t.walk);
    CU_ASSERT_EQUAL_FATAL(t.e->n_choices, 1);
    CU_ASSERT_FALSE(t.e->choices[0].as_it_is);
    CU_ASSERT_EQUAL(t.e->choices[0].forced.found, FOUND_PROVED_NONE);
    CU_ASSERT(has(text_of(&t, true), "Nobody who may come to you can come then."));
    fixture_end(&t.x);
}

static void what_costs_most_is_told_first(void)
{
    struct arena *a = arena_new();
    struct difference d = {.rest = 65};
    speak("en");
    d.points[RULE_PRIMARY] = 5;
    d.points[RULE_TRAVEL] = 10;
    d.points[RULE_CONTRACT] = 50;
    CU_ASSERT_STRING_EQUAL(difference_told(a, &d, false),
                           "hours further from the contracts (50 points), more travel (10 points) "
                           "and fewer visits by clients' own escorts (5 points)");
    CU_ASSERT_STRING_EQUAL(difference_told(a, &d, true), "");
    arena_free(a);
}

/* Lo walks with Bo three hours after Kim swims with Anna, not with the same escort. */
static void in_step_with_another_escort_is_kept_so(void)
{
    struct asked t;
    begin(&t);
    int bo = add_escort(&t.x, "bo", "Bo Ek", CONTRACTOR);
    t.swim = add_request(&t.x, "swim", t.x.kim, "Simning", TUESDAY + 11 * HOUR, 60, 1, 0);
    t.walk = add_request(&t.x, "walk", t.lo, "Promenad", TUESDAY + 14 * HOUR, 60, 1, 0);
    problem_add_link(t.x.builder, "step",
                     &(struct link){t.swim, t.walk, 3 * HOUR, 3 * HOUR, false});
    settle(&t);
    serve(&t.x, t.walk, bo, NONE);
    judge(&t.x);
    ask(&t, t.walk);
    CU_ASSERT_EQUAL(t.e->standings[bo].standing, STANDING_CHOSEN);
    CU_ASSERT_EQUAL(t.e->standings[t.x.anna].breach.rule, RULE_IN_STEP);
    fixture_end(&t.x);
}

/* ---- how much is explained ------------------------------------------------------------------ */

static void without_time_nothing_is_proved_and_it_is_not_explained(void)
{
    struct asked t;
    speak("en");
    begin(&t);
    two_visits(&t);
    settle(&t);
    t.options.seconds = 1e-9;
    ask(&t, t.walk);
    CU_ASSERT_FALSE(t.e->explained);
    CU_ASSERT(t.e->cut_short);
    CU_ASSERT_EQUAL(t.e->tried[CHANGE_START], TRIED_TOO_LATE);
    CU_ASSERT_EQUAL(t.e->forced.found, FOUND_NOT_TRIED);
    CU_ASSERT(has(text_of(&t, false), "Not tried, because the time was over: another time that day"));
    t.options.facts_only = true;
    CU_ASSERT(ask(&t, t.walk)->explained);
    fixture_end(&t.x);
}

static void without_time_what_would_help_is_not_known(void)
{
    struct asked t;
    begin(&t);
    t.walk = add_request(&t.x, "walk", t.lo, "Promenad", TUESDAY + 14 * HOUR, 60, 1, 1);
    freeze(&t.x);
    judge(&t.x);
    t.options.seconds = 1e-9;
    ask(&t, t.walk);
    CU_ASSERT_EQUAL(t.e->forced.found, FOUND_PROVED_NONE);
    CU_ASSERT_FALSE(t.e->explained);
    t.options.changes = false;
    CU_ASSERT(ask(&t, t.walk)->explained);
    fixture_end(&t.x);
}

static void what_was_tried_and_helps_not_is_told(void)
{
    struct asked t;
    begin_crowded(&t);
    CU_ASSERT_EQUAL(t.e->tried[CHANGE_LENGTH], TRIED_NO_WAY);
    CU_ASSERT_EQUAL(t.e->tried[CHANGE_ESCORT], TRIED_HELPS);
    CU_ASSERT_EQUAL(t.e->tried[CHANGE_ACCEPT], TRIED_NEEDLESS);
    CU_ASSERT(has(text_of(&t, false), "No way was found with: "));
    CU_ASSERT(has(text_of(&t, false), "a shorter outing"));
    CU_ASSERT(t.e->explained);
    fixture_end(&t.x);
}

/* ---- changes -------------------------------------------------------------------------------- */

static void the_smallest_shift_leaves_the_gap_between_visits(void)
{
    struct asked t;
    begin_crowded(&t);
    const struct change *c = change_of(&t, CHANGE_START);
    int gap = t.x.problem->rule.gap_minutes, grid = t.x.problem->grid;
    CU_ASSERT_PTR_NOT_NULL_FATAL(c);
    CU_ASSERT_EQUAL(c->amount, 60 + (gap + grid - 1) / grid * grid);
    CU_ASSERT_EQUAL(c->then, THEN_NOTHING);
    CU_ASSERT(c->smallest);
    CU_ASSERT_EQUAL(c->difference.clients_told, 0);
    fixture_end(&t.x);
}

static void one_escort_more_is_told_with_what_the_visit_needs(void)
{
    struct asked t;
    speak("en");
    begin(&t);
    t.swim = add_request(&t.x, "swim", t.x.kim, "Simning", TUESDAY + 13 * HOUR, 120, 1, 0);
    t.walk = add_request(&t.x, "walk", t.lo, "Promenad", TUESDAY + 14 * HOUR, 60, 1, 1);
    settle(&t);
    ask(&t, t.walk);
    const struct change *c = change_of(&t, CHANGE_ESCORT);
    CU_ASSERT_PTR_NOT_NULL_FATAL(c);
    CU_ASSERT_EQUAL(c->amount, 1);
    CU_ASSERT_EQUAL(t.e->forced.found, FOUND_PROVED_NONE);
    CU_ASSERT(has(text_of(&t, false),
                  "1 escort more Tue 24 Nov 14:00–15:00, with the skill SSL. Nothing else changes."));
    fixture_end(&t.x);
}

/* Eight hours about noon, and eleven of rest in each 24: not if those began at midnight. */
static void an_escort_more_has_the_night_after_the_visit_whole(void)
{
    struct asked t;
    begin(&t);
    t.walk = add_request(&t.x, "walk", t.lo, "Promenad", 6 * DAY + 12 * HOUR, 8 * HOUR, 1, 1);
    freeze(&t.x);
    judge(&t.x);
    ask(&t, t.walk);
    CU_ASSERT_PTR_NOT_NULL(change_of(&t, CHANGE_ESCORT));
    fixture_end(&t.x);
}

static void what_a_decision_lacks_is_told_to_the_minute(void)
{
    struct asked t;
    speak("en");
    begin(&t);
    problem_add_decision(t.x.builder, "d",
                         &(struct decision){.id = "d",
                                            .client = t.lo,
                                            .basis = LSS_9_3,
                                            .period = PER_WEEK,
                                            .minutes = 30,
                                            .from_day = date_days(2020, 1, 1),
                                            .to_day = INT64_MAX});
    two_visits(&t);
    settle(&t);
    t.x.roster->visits[t.swim].n_escorts = 0;
    judge(&t.x);
    ask(&t, t.walk);
    const struct change *c = change_of(&t, CHANGE_GRANT);
    CU_ASSERT_EQUAL(t.e->standings[t.x.anna].standing, STANDING_BLOCKED);
    CU_ASSERT_EQUAL(t.e->standings[t.x.anna].breach.rule, RULE_GRANT);
    CU_ASSERT_PTR_NOT_NULL_FATAL(c);
    CU_ASSERT_EQUAL(c->amount, 30);
    CU_ASSERT(has(text_of(&t, false),
                  "The decision grants 30 min more: Tue 24 Nov 14:00–15:00 with Anna Berg."));
    fixture_end(&t.x);
}

/* Kim may as well swim from eleven on. */
static void begin_movable(struct asked *t, int walk)
{
    struct alternative at = {TUESDAY + 11 * HOUR, TUESDAY + 13 * HOUR, NONE, 0};
    struct request swim = {.id = "swim",
                           .activity = "Simning",
                           .series = "",
                           .minutes = 120,
                           .minutes_min = 60,
                           .needed = 1,
                           .priority = PRIORITY_NORMAL,
                           .decision = NONE,
                           .n_alternatives = 1,
                           .alternatives = &at,
                           .pin_start = NONE,
                           .link = NONE};
    speak("en");
    begin(t);
    struct span there = {TUESDAY + 11 * HOUR, TUESDAY + 15 * HOUR + 30};
    problem_set_available(t->x.builder, t->x.anna, &there, 1);
    swim.client = t->x.kim;
    swim.meet = swim.end = t->x.pool;
    t->swim = problem_add_request(t->x.builder, "swim", &swim);
    t->walk = add_request(&t->x, "walk", t->lo, "Promenad", walk, 60, 1, 0);
    freeze(&t->x);
    serve(&t->x, t->swim, t->x.anna, NONE);
    t->x.roster->visits[t->swim].start = TUESDAY + 13 * HOUR;
    judge(&t->x);
    ask(t, t->walk);
}

static void one_other_visit_is_moved_where_nothing_else_is_needed(void)
{
    struct asked t;
    begin_movable(&t, TUESDAY + 14 * HOUR);
    const struct change *c = change_of(&t, CHANGE_NOTHING);
    CU_ASSERT_PTR_NOT_NULL_FATAL(c);
    CU_ASSERT_EQUAL(c->then, THEN_ONE_MOVED);
    CU_ASSERT_EQUAL(c->moved, t.swim);
    CU_ASSERT_EQUAL(c->moved_to.minutes, 120);
    CU_ASSERT_EQUAL(c->moved_to.start, TUESDAY + 11 * HOUR);
    CU_ASSERT(has(text_of(&t, false),
                  "Simning, Kim Åström (swim) is then Tue 24 Nov 11:00–13:00 with Anna Berg, not "
                  "Tue 24 Nov 13:00–15:00 with Anna Berg."));
    fixture_end(&t.x);
}

/* At eleven, where Kim's swim would have to be half as long, it is moved for nothing. */
static void no_other_visit_is_made_shorter_for_it(void)
{
    struct asked t;
    begin_movable(&t, TUESDAY + 12 * HOUR + 30);
    CU_ASSERT_PTR_NULL(change_of(&t, CHANGE_NOTHING));
    fixture_end(&t.x);
}

static void a_client_is_told_of_nothing_that_others_would_have_to_do(void)
{
    struct asked t;
    begin_movable(&t, TUESDAY + 15 * HOUR);
    CU_ASSERT(has(text_of(&t, false), "The outing begins 30 min earlier: Tue 24 Nov 14:30"));
    CU_ASSERT(!has(text_of(&t, true), "30 min earlier"));
    CU_ASSERT(has(text_of(&t, true), "If you go "));
    fixture_end(&t.x);
}

/* Anna may work 100 minutes, and swims with Kim for 60; Bo might, and is not there later. */
static void more_work_is_less_if_another_visit_is_moved_and_not_said_to_be_least(void)
{
    struct asked t;
    speak("en");
    *(&t) = (struct asked){.x = fixture_begin(2026, 48, "Europe/Stockholm"), .options.changes = true};
    t.x.anna = add_escort_who_is_there(&t, "anna", "Anna Berg", (struct span){-DAY, 8 * DAY}, 100);
    t.x.bo = add_escort_who_is_there(
        &t, "bo", "Bo Ek", (struct span){TUESDAY + 11 * HOUR, TUESDAY + 12 * HOUR}, NONE);
    t.x.kim = add_client(&t.x, "kim", "Kim Åström");
    t.lo = add_client(&t.x, "lo", "Lo Lind");
    t.swim = add_request(&t.x, "swim", t.x.kim, "Simning", TUESDAY + 11 * HOUR, 60, 1, 0);
    t.walk = add_request(&t.x, "walk", t.lo, "Promenad", TUESDAY + 14 * HOUR, 120, 1, 0);
    settle(&t);
    ask(&t, t.walk);
    const struct change *all = NULL, *moved = NULL;
    for (int i = 0; i < t.e->n_changes; i++)
        if (t.e->changes[i].kind == CHANGE_WORK && t.e->changes[i].then == THEN_NOTHING)
            all = &t.e->changes[i];
        else if (t.e->changes[i].kind == CHANGE_WORK)
            moved = &t.e->changes[i];
    CU_ASSERT_PTR_NOT_NULL_FATAL(all);
    CU_ASSERT_PTR_NOT_NULL_FATAL(moved);
    CU_ASSERT(all->amount == 80 && all->smallest);
    CU_ASSERT(moved->amount == 20 && !moved->smallest && moved->moved == t.swim);
    CU_ASSERT(has(text_of(&t, false), "Something smaller may do as well"));
    fixture_end(&t.x);
}

/* Of two who would have to be there half an hour more the one whom Lo wishes for. */
static void of_equal_changes_the_better_is_told(void)
{
    struct asked t;
    struct span evening = {TUESDAY + 14 * HOUR + 30, 2 * DAY};
    begin(&t);
    problem_set_available(t.x.builder, t.x.anna, &(struct span){0, DAY}, 1);
    add_escort_who_is_there(&t, "bo", "Bo Ek", evening, NONE);
    int dan = add_escort_who_is_there(&t, "dan", "Dan Alm", evening, NONE);
    problem_client_wishes(t.x.builder, t.lo, &dan, 1);
    t.walk = add_request(&t.x, "walk", t.lo, "Promenad", TUESDAY + 14 * HOUR, 60, 1, 0);
    freeze(&t.x);
    judge(&t.x);
    ask(&t, t.walk);
    CU_ASSERT_PTR_NOT_NULL_FATAL(change_of(&t, CHANGE_HOURS));
    CU_ASSERT_EQUAL(change_of(&t, CHANGE_HOURS)->escort, dan);
    fixture_end(&t.x);
}

static void who_could_come_is_listed_by_what_it_costs(void)
{
    struct asked t;
    speak("en");
    begin(&t);
    add_escort(&t.x, "bo", "Bo Ek", CONTRACTOR);
    int dan = add_escort(&t.x, "dan", "Dan Alm", CONTRACTOR);
    problem_add_history(t.x.builder, t.lo, dan, 9);
    t.walk = add_request(&t.x, "walk", t.lo, "Promenad", TUESDAY + 14 * HOUR, 60, 1, 0);
    freeze(&t.x);
    serve(&t.x, t.walk, t.x.anna, NONE);
    judge(&t.x);
    ask(&t, t.walk);
    const char *text = text_of(&t, false);
    CU_ASSERT_FATAL(has(text, "Dan Alm: could come") && has(text, "Bo Ek: could come"));
    CU_ASSERT(strstr(text, "Dan Alm: could come") < strstr(text, "Bo Ek: could come"));
    fixture_end(&t.x);
}

static void hours_overdrawn_are_granted_too(void)
{
    struct asked t;
    begin(&t);
    problem_add_decision(t.x.builder, "d",
                         &(struct decision){.id = "d",
                                            .client = t.lo,
                                            .basis = LSS_9_3,
                                            .period = PER_MONTH,
                                            .minutes = 30,
                                            .from_day = date_days(2020, 1, 1),
                                            .to_day = INT64_MAX});
    problem_add_used(t.x.builder, 0, date_days(2026, 11, 5), 50);
    t.walk = add_request(&t.x, "walk", t.lo, "Promenad", TUESDAY + 14 * HOUR, 60, 1, 0);
    freeze(&t.x);
    judge(&t.x);
    ask(&t, t.walk);
    CU_ASSERT_PTR_NOT_NULL_FATAL(change_of(&t, CHANGE_GRANT));
    CU_ASSERT_EQUAL(change_of(&t, CHANGE_GRANT)->amount, 80);
    fixture_end(&t.x);
}

static void an_escort_more_whom_the_client_accepts_would_help(void)
{
    struct asked t;
    speak("en");
    begin(&t);
    int bo = add_escort(&t.x, "bo", "Bo Ek", CONTRACTOR);
    int dan = add_escort(&t.x, "dan", "Dan Alm", CONTRACTOR);
    problem_accept_only(t.x.builder, t.lo, (const int[]){t.x.anna}, 1);
    problem_bar(t.x.builder, t.lo, bo, BAR_CLIENT);
    two_visits(&t);
    settle(&t);
    ask(&t, t.walk);
    const struct change *c = change_of(&t, CHANGE_ACCEPT);
    CU_ASSERT_EQUAL(t.e->standings[dan].breach.rule, RULE_VETO);
    CU_ASSERT_PTR_NOT_NULL_FATAL(c);
    CU_ASSERT_EQUAL(c->escort, dan);
    CU_ASSERT_EQUAL(c->difference.visit.escorts[0], dan);
    CU_ASSERT(has(text_of(&t, false), "The client accepts Dan Alm too: Tue 24 Nov 14:00–15:00 with "
                                      "Dan Alm. Nothing else changes."));
    CU_ASSERT(has(text_of(&t, true), "If you say yes to Dan Alm: Tue 24 Nov 14:00"));
    CU_ASSERT(has(text_of(&t, false), "with the client's yes"));
    fixture_end(&t.x);
}

/* Kim sings with Anna at ten, where Lo would sing too. */
static void begin_choir(struct asked *t, int capacity, int per_escort)
{
    speak("en");
    begin(t);
    int choir = 1 + problem_add_session(t->x.builder, "choir",
                                        &(struct session){.id = "choir",
                                                          .activity = "Körsång",
                                                          .place = t->x.pool,
                                                          .start = TUESDAY + 12 * HOUR,
                                                          .minutes = 60,
                                                          .capacity = capacity,
                                                          .per_escort = per_escort});
    struct alternative at = {TUESDAY + 12 * HOUR, TUESDAY + 12 * HOUR, NONE, choir};
    t->walk = add_walk(t, &at, 1);
    struct request sung = {.id = "song",
                           .activity = "Körsång",
                           .series = "",
                           .client = t->x.kim,
                           .needed = 1,
                           .minutes = 60,
                           .minutes_min = 60,
                           .meet = t->x.pool,
                           .end = t->x.pool,
                           .priority = PRIORITY_NORMAL,
                           .decision = NONE,
                           .n_alternatives = 1,
                           .alternatives = &at,
                           .pin_start = NONE,
                           .link = NONE};
    t->swim = problem_add_request(t->x.builder, "song", &sung);
    settle(t);
    t->x.roster->visits[t->swim].session = choir;
    judge(&t->x);
    ask(t, t->walk);
}

static void a_full_group_would_need_a_place_more(void)
{
    struct asked t;
    begin_choir(&t, 1, 3);
    const struct change *c = change_of(&t, CHANGE_SEAT);
    CU_ASSERT_EQUAL(t.e->standings[t.x.anna].breach.rule, RULE_SESSION);
    CU_ASSERT(has(text_of(&t, false), "1 may come, but the group has no place for it"));
    CU_ASSERT(has(text_of(&t, true), "The group is full."));
    CU_ASSERT_PTR_NOT_NULL_FATAL(c);
    CU_ASSERT_EQUAL(c->session, 0);
    CU_ASSERT_EQUAL(relax_seats(t.x.arena, t.x.problem, 0, 1)->sessions[0].capacity, 2);
    CU_ASSERT(has(text_of(&t, false), "Körsång has one place more: Tue 24 Nov 12:00–13:00 with Anna "
                                      "Berg. Nothing else changes."));
    fixture_end(&t.x);
}

static void an_escort_who_looks_after_as_many_as_may_be_is_no_full_group(void)
{
    struct asked t;
    begin_choir(&t, 5, 1);
    CU_ASSERT_EQUAL(t.e->standings[t.x.anna].breach.rule, RULE_SESSION);
    CU_ASSERT(has(text_of(&t, false),
                  "Anna Berg: looks after 1 client in the group already, which is the most"));
    CU_ASSERT(!has(text_of(&t, true), "The group is full."));
    CU_ASSERT_PTR_NULL(change_of(&t, CHANGE_SEAT));
    fixture_end(&t.x);
}

static void what_is_pinned_may_be_given_free(void)
{
    struct asked t;
    speak("en");
    begin(&t);
    int bo = add_escort(&t.x, "bo", "Bo Ek", CONTRACTOR);
    two_visits(&t);
    problem_pin(t.x.builder, t.walk, NONE, (const int[]){t.x.anna}, 1);
    settle(&t);
    ask(&t, t.walk);
    const struct change *c = change_of(&t, CHANGE_PIN);
    CU_ASSERT_EQUAL(t.e->standings[bo].breach.rule, RULE_PIN);
    CU_ASSERT_PTR_NOT_NULL_FATAL(c);
    CU_ASSERT_EQUAL(c->difference.visit.escorts[0], bo);
    CU_ASSERT(has(text_of(&t, false), "1 is ruled out by what the scheduler has pinned"));
    CU_ASSERT(has(text_of(&t, false), "What the scheduler has pinned is given free: Tue 24 Nov"));
    fixture_end(&t.x);
}

/* Tuesday two o'clock: the swim has begun, the walk of the morning has not been. */
static void begin_begun(struct asked *t)
{
    struct alternative morning = {TUESDAY + 10 * HOUR, TUESDAY + 10 * HOUR, NONE, 0};
    speak("en");
    begin(t);
    t->swim = add_request(&t->x, "swim", t->x.kim, "Simning", TUESDAY + 13 * HOUR, 120, 1, 0);
    t->walk = add_walk(t, &morning, 1);
    problem_add_decision(t->x.builder, "d",
                         &(struct decision){.id = "d",
                                            .client = t->lo,
                                            .basis = LSS_9_3,
                                            .period = PER_WEEK,
                                            .minutes = 600,
                                            .from_day = date_days(2020, 1, 1),
                                            .to_day = INT64_MAX});
    problem_set_published(t->x.builder, date_days(2026, 11, 12));
    problem_request_published(t->x.builder, t->swim, TUESDAY + 13 * HOUR, 120, &t->x.anna, 1);
    problem_set_now(t->x.builder, TUESDAY + 14 * HOUR, 0);
    settle(t);
}

static void nothing_of_the_past_is_proposed(void)
{
    struct asked t;
    begin_begun(&t);
    ask(&t, t.walk);
    CU_ASSERT_EQUAL(t.e->standings[t.x.anna].breach.rule, RULE_OFFER);
    CU_ASSERT(has(text_of(&t, false), "but the times asked for are past"));
    CU_ASSERT(!has(text_of(&t, false), "are past ("));
    CU_ASSERT_PTR_NULL(change_of(&t, CHANGE_ESCORT));
    CU_ASSERT(t.e->n_changes > 0);
    for (int i = 0; i < t.e->n_changes; i++)
        CU_ASSERT(t.e->changes[i].difference.visit.start >= TUESDAY + 14 * HOUR);
    fixture_end(&t.x);
}

static void what_has_begun_stays_and_is_said_to(void)
{
    struct asked t;
    begin_begun(&t);
    int bo = t.x.anna;
    ask(&t, t.swim);
    CU_ASSERT_EQUAL(t.e->standings[bo].standing, STANDING_CHOSEN);
    CU_ASSERT_EQUAL(t.e->n_choices + t.e->n_changes, 0);
    CU_ASSERT(has(text_of(&t, false), "It stays as it was given out"));
    struct explainer *x = explainer_new(t.x.arena, t.x.problem, t.x.roster, &t.options);
    struct difference d;
    CU_ASSERT(difference_of(x, t.x.problem, t.x.roster, t.walk, &d));
    CU_ASSERT_FALSE(difference_of(x, t.x.problem, roster_new(t.x.arena, t.x.problem), t.walk, &d));
    fixture_end(&t.x);
}

/* ---- the client's version ------------------------------------------------------------------- */

static void a_client_is_told_of_no_other_client(void)
{
    struct asked t;
    speak("en");
    begin(&t);
    problem_client_wishes(t.x.builder, t.lo, (const int[]){t.x.anna}, 1);
    two_visits(&t);
    settle(&t);
    ask(&t, t.walk);
    struct explained x = told(&t, true);
    const char *text = text_of(&t, true), *json = explain_json(t.x.arena, &x);
    CU_ASSERT(has(text, "Anna Berg has other work then."));
    CU_ASSERT(has(text, "If you go "));
    CU_ASSERT(!has(text, "Kim") && !has(json, "Kim"));
    CU_ASSERT(!has(text, "13:00") && !has(json, "13:00") && !has(json, "swim"));
    fixture_end(&t.x);
}

static void a_client_is_told_nothing_of_anybodys_health(void)
{
    struct asked t;
    speak("en");
    begin(&t);
    int dog = problem_code(t.x.builder, CODE_EXPOSURE, "dog");
    struct span always = {-7 * DAY, 14 * DAY};
    int dan = problem_add_escort(t.x.builder, "dan",
                                 &(struct escort){.id = "dan",
                                                  .name = "Dan Alm",
                                                  .home = NONE,
                                                  .engagement = CONTRACTOR,
                                                  .n_available = 1,
                                                  .available = &always,
                                                  .contract_minutes = NONE,
                                                  .max_minutes = NONE,
                                                  .allergies = (uint64_t)1 << dog});
    int ida = problem_add_client(t.x.builder, "ida",
                                 &(struct client){.id = "ida",
                                                  .name = "Ida Ed",
                                                  .area = "",
                                                  .home = t.x.home,
                                                  .exposes = (uint64_t)1 << dog});
    problem_client_wishes(t.x.builder, ida, (const int[]){dan}, 1);
    t.swim = add_request(&t.x, "swim", t.x.kim, "Simning", TUESDAY + 13 * HOUR, 120, 1, 0);
    t.walk = add_request(&t.x, "walk", ida, "Promenad", TUESDAY + 14 * HOUR, 60, 1, 0);
    settle(&t);
    ask(&t, t.walk);
    struct explained x = told(&t, true);
    CU_ASSERT_EQUAL(t.e->standings[dan].breach.rule, RULE_ALLERGY);
    CU_ASSERT(has(text_of(&t, false), "Dan Alm, choice 1: is kept away by an allergy"));
    CU_ASSERT(has(text_of(&t, true), "Dan Alm cannot come on this visit."));
    CU_ASSERT(!has(text_of(&t, true), "llerg") && !has(explain_json(t.x.arena, &x), "llerg"));
    fixture_end(&t.x);
}

/* ---- JSON ----------------------------------------------------------------------------------- */

static void the_document_has_each_escort_with_one_fact(void)
{
    struct asked t;
    begin_crowded(&t);
    struct explained x = told(&t, false);
    json_t *o = json_loads(explain_json(t.x.arena, &x), 0, NULL);
    CU_ASSERT_PTR_NOT_NULL_FATAL(o);
    json_t *r = json_array_get(json_object_get(o, "requests"), 0);
    json_t *anna = json_array_get(json_object_get(r, "escorts"), 0);
    CU_ASSERT_STRING_EQUAL(json_string_value(json_object_get(anna, "standing")), "occupied");
    CU_ASSERT_STRING_EQUAL(json_string_value(json_object_get(anna, "rule")), "overlap");
    CU_ASSERT_EQUAL(json_integer_value(json_object_get(o, "unserved")), 1);
    CU_ASSERT_EQUAL(json_integer_value(json_object_get(o, "explained")), 1);
    json_decref(o);
    fixture_end(&t.x);
}

/* ---- the week eased ------------------------------------------------------------------------- */

static void a_week_eased_leaves_the_week_as_it_was(void)
{
    struct asked t;
    begin(&t);
    two_visits(&t);
    settle(&t);
    const struct problem *p = t.x.problem;
    int start = TUESDAY + 9 * HOUR, options = p->n_options;
    const struct problem *q = relax_starts(t.x.arena, p, t.swim, &start, 1);
    const struct problem *wider =
        relax_escort(t.x.arena, q, t.walk, (struct span){start, start + HOUR});
    CU_ASSERT_EQUAL(p->n_options, options);
    CU_ASSERT_EQUAL(q->n_options, options + 1);
    CU_ASSERT_EQUAL(q->requests[t.walk].first_option, p->requests[t.walk].first_option + 1);
    CU_ASSERT_EQUAL(q->options[q->requests[t.walk].first_option].start, TUESDAY + 14 * HOUR);
    CU_ASSERT_EQUAL(wider->n_escorts, 2);
    CU_ASSERT_EQUAL(pair_barred(wider, t.lo, 1), BAR_NONE);
    CU_ASSERT_EQUAL(pair_barred(wider, t.x.kim, 1), BAR_ESCORT);
    CU_ASSERT_EQUAL(pair_barred(p, t.lo, 0), BAR_NONE);
    fixture_end(&t.x);
}

static void hours_that_touch_become_one_stretch(void)
{
    struct asked t;
    begin(&t);
    two_visits(&t);
    problem_add_absence(t.x.builder, t.x.anna,
                        (struct span){TUESDAY + 12 * HOUR, TUESDAY + 16 * HOUR});
    freeze(&t.x);
    const struct problem *p = t.x.problem;
    CU_ASSERT_EQUAL(p->escorts[0].n_available, 2);
    const struct problem *part =
        relax_hours(t.x.arena, p, 0, (struct span){TUESDAY + 12 * HOUR, TUESDAY + 13 * HOUR});
    CU_ASSERT_EQUAL(part->escorts[0].n_available, 2);
    CU_ASSERT_EQUAL(part->escorts[0].available[0].to, TUESDAY + 13 * HOUR);
    const struct problem *all =
        relax_hours(t.x.arena, p, NONE, (struct span){TUESDAY + 11 * HOUR, TUESDAY + 16 * HOUR});
    CU_ASSERT_EQUAL(all->escorts[0].n_available, 1);
    fixture_end(&t.x);
}

void explain_suite(void)
{
    CU_pSuite s = CU_add_suite("explain", NULL, NULL);
    CU_add_test(s, "an escort with another visit is occupied",
                an_escort_with_another_visit_is_occupied);
    CU_add_test(s, "hours that end too early block, and are told",
                hours_that_end_too_early_block_and_are_told);
    CU_add_test(s, "nobody is asked to work who is sick or away",
                nobody_is_asked_to_work_who_is_sick_or_away);
    CU_add_test(s, "more work than agreed is told to the minute",
                more_work_than_agreed_is_told_to_the_minute);
    CU_add_test(s, "what it costs the client is told too", what_it_costs_the_client_is_told_too);
    CU_add_test(s, "a better time that makes the visit shorter says so",
                a_better_time_that_makes_the_visit_shorter_says_so);
    CU_add_test(s, "without time nothing is proved, and it is not explained",
                without_time_nothing_is_proved_and_it_is_not_explained);
    CU_add_test(s, "without time what would help is not known",
                without_time_what_would_help_is_not_known);
    CU_add_test(s, "the start wished for is a choice", the_start_wished_for_is_a_choice);
    CU_add_test(s, "a start at which nobody can come is none",
                a_start_at_which_nobody_can_come_is_none);
    CU_add_test(s, "what costs most is told first", what_costs_most_is_told_first);
    CU_add_test(s, "in step with another escort is kept so",
                in_step_with_another_escort_is_kept_so);
    CU_add_test(s, "an escort more has the night after the visit whole",
                an_escort_more_has_the_night_after_the_visit_whole);
    CU_add_test(s, "what was tried and helps not is told", what_was_tried_and_helps_not_is_told);
    CU_add_test(s, "who is free could come, and is said to", who_is_free_could_come_and_is_said_to);
    CU_add_test(s, "two who are needed are free together or not at all",
                two_who_are_needed_are_free_together_or_not_at_all);
    CU_add_test(s, "of several times the nearest is told, whichever is first",
                of_several_times_the_nearest_is_told_whichever_is_first);
    CU_add_test(s, "what is in step to the minute is possible",
                what_is_in_step_to_the_minute_is_possible);
    CU_add_test(s, "in step, and too few for both, is blocked",
                in_step_and_too_few_for_both_is_blocked);
    CU_add_test(s, "in step, and hours for one of them, is blocked",
                in_step_and_hours_for_one_of_them_is_blocked);
    CU_add_test(s, "what serving it would take from others is proved",
                what_serving_it_would_take_from_others_is_proved);
    CU_add_test(s, "a choice ranked higher is free, or costs what another roster does",
                a_choice_ranked_higher_is_free_or_costs_what_another_roster_does);
    CU_add_test(s, "a roster that breaks rules has facts only",
                a_roster_that_breaks_rules_has_facts_only);
    CU_add_test(s, "the smallest shift leaves the gap between visits",
                the_smallest_shift_leaves_the_gap_between_visits);
    CU_add_test(s, "one escort more is told with what the visit needs",
                one_escort_more_is_told_with_what_the_visit_needs);
    CU_add_test(s, "what a decision lacks is told to the minute",
                what_a_decision_lacks_is_told_to_the_minute);
    CU_add_test(s, "an escort more whom the client accepts would help",
                an_escort_more_whom_the_client_accepts_would_help);
    CU_add_test(s, "one other visit is moved, where nothing else is needed",
                one_other_visit_is_moved_where_nothing_else_is_needed);
    CU_add_test(s, "no other visit is made shorter for it", no_other_visit_is_made_shorter_for_it);
    CU_add_test(s, "a client is told of nothing that others would have to do",
                a_client_is_told_of_nothing_that_others_would_have_to_do);
    CU_add_test(s, "more work is less if another visit is moved, and not said to be least",
                more_work_is_less_if_another_visit_is_moved_and_not_said_to_be_least);
    CU_add_test(s, "of equal changes the better is told", of_equal_changes_the_better_is_told);
    CU_add_test(s, "who could come is listed by what it costs",
                who_could_come_is_listed_by_what_it_costs);
    CU_add_test(s, "hours overdrawn are granted too", hours_overdrawn_are_granted_too);
    CU_add_test(s, "a full group would need a place more", a_full_group_would_need_a_place_more);
    CU_add_test(s, "an escort who looks after as many as may be is no full group",
                an_escort_who_looks_after_as_many_as_may_be_is_no_full_group);
    CU_add_test(s, "what is pinned may be given free", what_is_pinned_may_be_given_free);
    CU_add_test(s, "nothing of the past is proposed", nothing_of_the_past_is_proposed);
    CU_add_test(s, "what has begun stays, and is said to", what_has_begun_stays_and_is_said_to);
    CU_add_test(s, "a client is told of no other client", a_client_is_told_of_no_other_client);
    CU_add_test(s, "a client is told nothing of anybody's health",
                a_client_is_told_nothing_of_anybodys_health);
    CU_add_test(s, "the document has each escort with one fact",
                the_document_has_each_escort_with_one_fact);
    CU_add_test(s, "a week eased leaves the week as it was",
                a_week_eased_leaves_the_week_as_it_was);
    CU_add_test(s, "hours that touch become one stretch", hours_that_touch_become_one_stretch);
}
