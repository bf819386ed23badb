#include "ledsaga/explain_show.h"
#include "model/relax.h"
#include "sheet_fixture.h"

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

static struct explained told(const struct asked *t, bool for_client)
{
    return (struct explained){
        .sheet = &t->x.sheet, .n = 1, .list = &t->e, .escort = NONE, .for_client = for_client};
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
    problem_add_absence(t.x.builder, t.x.anna, (struct span){-DAY, evening.from});
    settle(&t);
    t.x.roster->visits[t.swim].n_escorts = 0;
    judge(&t.x);
    ask(&t, t.walk);
    CU_ASSERT_EQUAL(t.e->standings[t.x.anna].standing, STANDING_BLOCKED);
    CU_ASSERT(
        has(text_of(&t, false),
            "is not available for 30 min of Tue 24 Nov 14:00–15:00 (agreement with the escort)"));
    const struct change *hours = change_of(&t, CHANGE_HOURS), *start = change_of(&t, CHANGE_START);
    CU_ASSERT_PTR_NOT_NULL_FATAL(hours);
    CU_ASSERT_PTR_NOT_NULL_FATAL(start);
    CU_ASSERT_EQUAL(hours->amount, 30);
    CU_ASSERT_EQUAL(hours->escort, t.x.anna);
    CU_ASSERT_EQUAL(start->amount, 30);
    CU_ASSERT(has(text_of(&t, false),
                  "The outing begins 30 min later: Tue 24 Nov 14:30–15:30 with "
                                      "Anna Berg. Nothing else changes."));
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
    two_visits(&t);
    settle(&t);
    serve(&t.x, t.walk, bo, NONE);
    judge(&t.x);
    ask(&t, t.walk);
    CU_ASSERT_EQUAL_FATAL(t.e->n_choices, 1);
    CU_ASSERT_EQUAL(t.e->choices[0].escort, t.x.anna);
    CU_ASSERT_FALSE(t.e->choices[0].as_it_is);
    CU_ASSERT_EQUAL(t.e->choices[0].forced.found, FOUND_ROSTER);
    CU_ASSERT_EQUAL(t.e->choices[0].forced.difference.clients_told, 1); /* Bo swims with Kim */
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
                  "1 escort more Tue 24 Nov 14:00–15:00, with the skill SSL"));
    CU_ASSERT(has(text_of(&t, false), "with the new escort. Nothing else changes."));
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
    CU_add_test(s, "who is free could come, and is said to", who_is_free_could_come_and_is_said_to);
    CU_add_test(s, "two who are needed are free together or not at all",
                two_who_are_needed_are_free_together_or_not_at_all);
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
    CU_add_test(s, "a client is told of no other client", a_client_is_told_of_no_other_client);
    CU_add_test(s, "a client is told nothing of anybody's health",
                a_client_is_told_nothing_of_anybodys_health);
    CU_add_test(s, "the document has each escort with one fact",
                the_document_has_each_escort_with_one_fact);
    CU_add_test(s, "a week eased leaves the week as it was",
                a_week_eased_leaves_the_week_as_it_was);
    CU_add_test(s, "hours that touch become one stretch", hours_that_touch_become_one_stretch);
}
