#include "tiny_workspace.h"

/* Tiny's unit.json with more in it: each test puts what it is about where an object
 * begins. */
#define CLIENT(id, name) "\"id\": \"" id "\",\n   \"name\": \"" name "\","
#define BO CLIENT("bo", "Bo B")
#define CAI CLIENT("cai", "Cai C")
#define EVA CLIENT("eva", "Eva E")
#define MIA CLIENT("mia", "Mia M")
#define SKILLS "\"skills\": [\"GUIDE_BLIND\"],"

static void add(const char *object, const char *more)
{
    change("unit.json", object, arena_print(arena, "%s %s,", object, more));
}

static const struct client *client_of(const struct problem *p, const char *id)
{
    return &p->clients[problem_find_client(p, id)];
}

static const struct escort *escort_of(const struct problem *p, const char *id)
{
    return &p->escorts[problem_find_escort(p, id)];
}

static uint64_t code(const struct problem *p, enum code_kind kind,
                     const char *name)
{
    for (int i = 0; i < p->n_codes[kind]; i++)
        if (strcmp(p->codes[kind][i], name) == 0)
            return (uint64_t)1 << i;
    return 0;
}

static int64_t day(const char *date)
{
    int year, month, mday;

    CU_ASSERT_TRUE_FATAL(date_scan(date, &year, &month, &mday));
    return date_days(year, month, mday);
}

/* ---- clients ---- */

static void what_a_client_would_like_is_told_from_what_must_be(void)
{
    open_workspace();
    add(BO, "\"likes\": {\"sex\": \"F\", \"language\": \"fi\", \"interests\": "
            "[\"choir\", \"chess\"]}, \"needs\": {\"language\": \"ar\"}");
    const struct problem *p = read_tiny();
    const struct client *bo = client_of(p, "bo");

    CU_ASSERT_EQUAL(bo->wishes_sex, 'F');
    CU_ASSERT_EQUAL(bo->wishes_language, code(p, CODE_LANGUAGE, "fi"));
    CU_ASSERT_EQUAL(bo->needs.language, code(p, CODE_LANGUAGE, "ar"));
    CU_ASSERT_NOT_EQUAL(bo->needs.language, bo->wishes_language);
    CU_ASSERT_EQUAL(bo->interests, code(p, CODE_INTEREST, "choir") |
                                       code(p, CODE_INTEREST, "chess"));
    CU_ASSERT_EQUAL(p->n_codes[CODE_INTEREST], 2);
    CU_ASSERT_EQUAL(client_of(p, "cai")->wishes_sex, 0);
    CU_ASSERT_EQUAL(client_of(p, "cai")->interests, 0);
    close_workspace();
}

static void a_code_is_the_same_for_clients_and_escorts(void)
{
    open_workspace();
    add(BO, "\"allergies\": [\"dog\", \"smoke\"], \"exposes\": [\"cat\"]");
    add(EVA, "\"exposes\": [\"smoke\"], \"allergies\": [\"cat\"], "
             "\"interests\": [\"choir\"]");
    const struct problem *p = read_tiny();

    CU_ASSERT_EQUAL(p->n_codes[CODE_EXPOSURE], 3);
    CU_ASSERT_EQUAL(client_of(p, "bo")->allergies & escort_of(p, "eva")->exposes,
                    code(p, CODE_EXPOSURE, "smoke"));
    CU_ASSERT_EQUAL(client_of(p, "bo")->exposes,
                    escort_of(p, "eva")->allergies);
    CU_ASSERT_EQUAL(escort_of(p, "eva")->interests,
                    code(p, CODE_INTEREST, "choir"));
    close_workspace();
}

static void protection_and_introductions_are_off_unless_told(void)
{
    open_workspace();
    add(BO, "\"protected\": true, \"introductions\": true");
    const struct problem *p = read_tiny();

    CU_ASSERT_TRUE(client_of(p, "bo")->is_protected);
    CU_ASSERT_TRUE(client_of(p, "bo")->introductions);
    CU_ASSERT_FALSE(client_of(p, "cai")->is_protected);
    CU_ASSERT_FALSE(client_of(p, "cai")->introductions);
    close_workspace();
}

static void a_client_names_an_own_escort_and_a_deputy(void)
{
    open_workspace();
    add(BO, "\"primary\": \"mia\", \"deputy\": \"eva\"");
    add(CAI, "\"primary\": \"eva\"");
    const struct problem *p = read_tiny();

    CU_ASSERT_EQUAL(client_of(p, "bo")->primary, problem_find_escort(p, "mia"));
    CU_ASSERT_EQUAL(client_of(p, "bo")->deputy, problem_find_escort(p, "eva"));
    CU_ASSERT_EQUAL(client_of(p, "cai")->primary, problem_find_escort(p, "eva"));
    CU_ASSERT_EQUAL(client_of(p, "cai")->deputy, NONE);
    CU_ASSERT_EQUAL(client_of(p, "anna")->primary, NONE);
    close_workspace();
}

static void clients_may_be_named_before_they_are_described(void)
{
    open_workspace();
    add(BO, "\"shares_with\": [\"cai\", \"anna\"]");
    add(CAI, "\"shares_with\": [\"bo\"]");
    const struct problem *p = read_tiny();

    CU_ASSERT_EQUAL_FATAL(client_of(p, "bo")->n_shares, 2);
    CU_ASSERT_EQUAL(client_of(p, "bo")->shares[0], problem_find_client(p, "anna"));
    CU_ASSERT_EQUAL(client_of(p, "bo")->shares[1], problem_find_client(p, "cai"));
    CU_ASSERT_EQUAL_FATAL(client_of(p, "cai")->n_shares, 1);
    CU_ASSERT_EQUAL(client_of(p, "cai")->shares[0], problem_find_client(p, "bo"));
    close_workspace();
}

static void a_decision_tells_what_became_of_it(void)
{
    open_workspace();
    change("unit.json", "\"period\": \"month\",",
           "\"period\": \"month\", \"carry_over\": \"next_period\", \"decided\": "
           "\"2026-01-02\", \"executed\": \"2026-01-02\", \"interrupted\": "
           "\"2026-06-01\", \"resumed\": \"2026-08-15\", \"review\": "
           "\"2026-12-01\", \"delay\": \"ill\",");
    const struct problem *p = read_tiny();
    const struct decision *lss = &p->decisions[0], *sol = &p->decisions[1];

    CU_ASSERT_STRING_EQUAL_FATAL(sol->id, "sol");
    CU_ASSERT_EQUAL(sol->carry, CARRY_NEXT_PERIOD);
    CU_ASSERT_EQUAL(sol->decided_day, day("2026-01-02"));
    CU_ASSERT_EQUAL(sol->executed_day, day("2026-01-02"));
    CU_ASSERT_EQUAL(sol->interrupted_day, day("2026-06-01"));
    CU_ASSERT_EQUAL(sol->resumed_day, day("2026-08-15"));
    CU_ASSERT_EQUAL(sol->review_day, day("2026-12-01"));
    CU_ASSERT_STRING_EQUAL(sol->delay, "ill");
    CU_ASSERT_EQUAL(lss->carry, CARRY_NONE);
    CU_ASSERT_EQUAL(lss->decided_day, 0);
    CU_ASSERT_STRING_EQUAL(lss->delay, "");
    close_workspace();
}

/* ---- escorts ---- */

static void a_clearance_holds_from_a_day_and_maybe_to_one(void)
{
    open_workspace();
    add(EVA, "\"clearances\": {\"child\": {\"from\": \"2026-02-01\"}, "
             "\"protected\": {\"from\": \"2026-03-01\", \"to\": "
             "\"2027-02-28\"}}, \"wage_ore\": 3000000");
    const struct problem *p = read_tiny();
    const struct escort *eva = escort_of(p, "eva"), *mia = escort_of(p, "mia");

    CU_ASSERT_EQUAL(eva->wage_ore, 3000000);
    CU_ASSERT_FALSE(valid_on(&eva->child_clearance, day("2026-01-31")));
    CU_ASSERT_TRUE(valid_on(&eva->child_clearance, day("2026-02-01")));
    CU_ASSERT_TRUE(valid_on(&eva->child_clearance, day("2999-01-01")));
    CU_ASSERT_TRUE(valid_on(&eva->protected_clearance, day("2027-02-28")));
    CU_ASSERT_FALSE(valid_on(&eva->protected_clearance, day("2027-03-01")));
    CU_ASSERT_FALSE(valid_on(&mia->child_clearance, day("2026-11-25")));
    CU_ASSERT_EQUAL(mia->wage_ore, 0);
    close_workspace();
}

static void a_delegation_is_for_one_client_some_tasks_and_a_time(void)
{
    open_workspace();
    add(CAI, "\"tasks\": [\"PEG\"]");
    add(MIA, "\"delegations\": [{\"client\": \"cai\", \"tasks\": [\"EMERG_MED\", "
             "\"PEG\"], \"from\": \"2026-01-01\", \"to\": \"2026-12-31\"}]");
    const struct problem *p = read_tiny();
    const struct escort *mia = escort_of(p, "mia");

    CU_ASSERT_EQUAL(client_of(p, "cai")->tasks, code(p, CODE_TASK, "PEG"));
    CU_ASSERT_EQUAL_FATAL(mia->n_delegations, 1);
    CU_ASSERT_EQUAL(mia->delegations[0].client, problem_find_client(p, "cai"));
    CU_ASSERT_EQUAL(mia->delegations[0].tasks,
                    code(p, CODE_TASK, "PEG") | code(p, CODE_TASK, "EMERG_MED"));
    CU_ASSERT_EQUAL(mia->delegations[0].valid.from_day, day("2026-01-01"));
    CU_ASSERT_EQUAL(mia->delegations[0].valid.to_day, day("2026-12-31"));
    CU_ASSERT_EQUAL(escort_of(p, "eva")->n_delegations, 0);
    close_workspace();
}

/* ---- the unit ---- */

/* The profiles named state the daily rest and the fee as well. */
static void figures_of_the_units_own_go_before_those_of_profiles_every_day(void)
{
    open_workspace();
    add(SKILLS, "\"profiles\": [\"se-employee-atl\", \"cost-se-demo\"], "
                "\"rules\": {\"daily_rest_minutes\": 540}, \"costs\": "
                "{\"fee_ore\": 17700}, \"weights\": {\"travel_minute\": 3}");
    const struct problem *p = read_tiny();

    CU_ASSERT_EQUAL(p->weight.travel_minute, 3);
    CU_ASSERT_EQUAL(p->rule.daily_rest_minutes, 540);
    for (int i = 0; i < DAYS; i++) {
        CU_ASSERT_EQUAL(figures_on(p, i)->daily_rest_minutes, 540);
        CU_ASSERT_EQUAL(costs_on(p, i)->fee_ore, 17700);
    }
    close_workspace();
}

static void rides_run_in_the_hours_of_the_days_that_are_named(void)
{
    open_workspace();
    add(SKILLS, "\"paratransit\": {\"hours\": [{\"days\": [\"mon\", \"sat\"], "
                "\"from\": \"06:00\", \"to\": \"24:00\"}, {\"days\": [\"sun\"], "
                "\"from\": \"08:00\", \"to\": \"22:30\"}]}");
    const struct problem *p = read_tiny();
    const struct span *hours = p->paratransit_hours;

    CU_ASSERT_EQUAL(hours[0].from, 6 * HOUR);
    CU_ASSERT_EQUAL(hours[0].to, DAY);
    CU_ASSERT_EQUAL(hours[5].from, 5 * DAY + 6 * HOUR);
    CU_ASSERT_EQUAL(hours[6].from, 6 * DAY + 8 * HOUR);
    CU_ASSERT_EQUAL(hours[6].to, 6 * DAY + 22 * HOUR + 30);
    for (int i = 1; i < 5; i++)
        CU_ASSERT_EQUAL(hours[i].to, 0);
    close_workspace();
}

static void without_a_word_about_rides_they_always_run(void)
{
    open_workspace();
    const struct problem *p = read_tiny();

    for (int i = 0; i < DAYS; i++) {
        CU_ASSERT_EQUAL(p->paratransit_hours[i].from, i * DAY);
        CU_ASSERT_EQUAL(p->paratransit_hours[i].to, (i + 1) * DAY);
    }
    add(SKILLS, "\"paratransit\": {\"hours\": []}");
    p = read_tiny();
    for (int i = 0; i < DAYS; i++)
        CU_ASSERT_EQUAL(p->paratransit_hours[i].to, 0);
    close_workspace();
}

void unit_json_suite(void)
{
    CU_pSuite s = CU_add_suite("unit.json", NULL, NULL);

    CU_add_test(s, "what a client would like is told from what must be",
                what_a_client_would_like_is_told_from_what_must_be);
    CU_add_test(s, "a code is the same for clients and escorts",
                a_code_is_the_same_for_clients_and_escorts);
    CU_add_test(s, "protection and introductions are off unless told",
                protection_and_introductions_are_off_unless_told);
    CU_add_test(s, "a client names an own escort and a deputy",
                a_client_names_an_own_escort_and_a_deputy);
    CU_add_test(s, "clients may be named before they are described",
                clients_may_be_named_before_they_are_described);
    CU_add_test(s, "a decision tells what became of it",
                a_decision_tells_what_became_of_it);
    CU_add_test(s, "a clearance holds from a day and maybe to one",
                a_clearance_holds_from_a_day_and_maybe_to_one);
    CU_add_test(s, "a delegation is for one client, some tasks and a time",
                a_delegation_is_for_one_client_some_tasks_and_a_time);
    CU_add_test(
        s, "figures of the unit's own go before those of profiles, every day",
        figures_of_the_units_own_go_before_those_of_profiles_every_day);
    CU_add_test(s, "rides run in the hours of the days that are named",
                rides_run_in_the_hours_of_the_days_that_are_named);
    CU_add_test(s, "without a word about rides they always run",
                without_a_word_about_rides_they_always_run);
}
