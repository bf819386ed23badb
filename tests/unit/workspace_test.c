#include "ledsaga/version.h"
#include "tiny_workspace.h"

/* ---- reading ---- */

static void tiny_is_read_as_its_readme_tells_it(void)
{
    open_workspace();
    const struct problem *p = read_tiny();
    int eva = problem_find_escort(p, "eva"), hugo = problem_find_escort(p, "hugo");
    int anna = problem_find_client(p, "anna"), cai = problem_find_client(p, "cai");
    int swim = problem_find_request(p, "swim");
    int match = problem_find_request(p, "match");

    CU_ASSERT_STRING_EQUAL(p->unit_id, "tiny");
    CU_ASSERT_TRUE(p->synthetic);
    CU_ASSERT_EQUAL(p->grid, 15);
    CU_ASSERT_EQUAL(p->n_places, 3);
    CU_ASSERT_EQUAL(p->n_clients, 3);
    CU_ASSERT_EQUAL(p->n_escorts, 3);
    CU_ASSERT_EQUAL(p->n_decisions, 2);
    CU_ASSERT_EQUAL(p->n_requests, 4);
    CU_ASSERT_EQUAL(travel_minutes(p, problem_find_place(p, "pool"),
                                   problem_find_place(p, "church")),
                    20);
    CU_ASSERT_EQUAL(pair_visits_before(p, anna, eva), 12);
    CU_ASSERT_EQUAL(pair_visits_before(p, anna, hugo), 2);
    CU_ASSERT_EQUAL(pair_barred(p, cai, hugo), BAR_CLIENT);
    CU_ASSERT_EQUAL(pair_barred(p, anna, hugo), BAR_NONE);
    CU_ASSERT_EQUAL(p->escorts[eva].contract_minutes, 240);
    CU_ASSERT_EQUAL(p->escorts[hugo].contract_minutes, NONE);
    CU_ASSERT_EQUAL(p->requests[swim].needs.skills, 1);
    CU_ASSERT_EQUAL(p->requests[swim].n_wishes, 2);
    CU_ASSERT_EQUAL(p->requests[swim].n_alternatives, 2);
    CU_ASSERT_EQUAL(p->requests[swim].alternatives[0].wish, 5 * DAY + 11 * 60);
    CU_ASSERT_EQUAL(p->requests[swim].alternatives[1].to, 6 * DAY + 12 * 60);
    CU_ASSERT_EQUAL(p->requests[swim].decision, 0);
    CU_ASSERT_EQUAL(p->requests[match].needed, 2);
    CU_ASSERT_EQUAL(p->requests[match].decision, NONE);
    CU_ASSERT_EQUAL(p->requests[match].meet, problem_find_place(p, "town"));
    close_workspace();
}

static void an_absence_is_taken_out_of_the_weekly_hours(void)
{
    open_workspace();
    const struct problem *p = read_tiny();
    const struct escort *eva = &p->escorts[problem_find_escort(p, "eva")];

    CU_ASSERT_EQUAL_FATAL(eva->n_available, 7);
    CU_ASSERT_EQUAL(eva->available[2].from, 2 * DAY + 8 * 60);
    CU_ASSERT_EQUAL(eva->available[2].to, 2 * DAY + 15 * 60);
    CU_ASSERT_EQUAL(eva->available[3].from, 3 * DAY + 8 * 60);
    CU_ASSERT_EQUAL(eva->available[3].to, 3 * DAY + 22 * 60);
    close_workspace();
}

static void a_week_may_say_who_can_work_when_instead_of_the_unit(void)
{
    open_workspace();
    change("weeks/2026-W48/week.json", "\"absences\": [",
           "\"availability\": [{\"escort\": \"eva\", \"spans\": ["
           "{\"from\": \"2026-11-25T12:00\", \"to\": \"2026-11-25T18:00\"},"
           "{\"from\": \"2026-11-29T22:00\", \"to\": \"2026-11-30T02:00\"}]},"
           "{\"escort\": \"mia\", \"spans\": []}], \"absences\": [");
    const struct problem *p = read_tiny();
    const struct escort *eva = &p->escorts[problem_find_escort(p, "eva")];

    CU_ASSERT_EQUAL_FATAL(eva->n_available, 2);
    CU_ASSERT_EQUAL(eva->available[0].from, 2 * DAY + 12 * 60);
    CU_ASSERT_EQUAL(eva->available[0].to, 2 * DAY + 15 * 60); /* the absence counts as well */
    CU_ASSERT_EQUAL(eva->available[1].from, 6 * DAY + 22 * 60);
    CU_ASSERT_EQUAL(eva->available[1].to, 7 * DAY + 2 * 60);
    CU_ASSERT_EQUAL(p->escorts[problem_find_escort(p, "mia")].n_available, 0);
    CU_ASSERT_EQUAL(p->escorts[problem_find_escort(p, "hugo")].n_available, 5);
    close_workspace();
}

static void hours_past_midnight_run_on_also_from_the_sunday_before(void)
{
    open_workspace();
    change("unit.json", "{\"days\": [\"sat\", \"sun\"], \"from\": \"08:00\", "
                        "\"to\": \"20:00\"}",
           "{\"days\": [\"mon\", \"sun\"], \"from\": \"22:00\", \"to\": \"02:00\"},"
           "{\"days\": [\"tue\"], \"from\": \"12:00\", \"to\": \"24:00\"},"
           "{\"days\": [\"wed\"], \"from\": \"00:00\", \"to\": \"00:00\"}");
    const struct problem *p = read_tiny();
    const struct escort *mia = &p->escorts[problem_find_escort(p, "mia")];
    static const struct span EXPECTED[] = {
        {0, 120}, {1320, DAY + 120}, {DAY + 720, 3 * DAY},
        {6 * DAY + 1320, 7 * DAY + 120}};

    CU_ASSERT_EQUAL_FATAL(mia->n_available, 4);
    for (int i = 0; i < 4; i++) {
        CU_ASSERT_EQUAL(mia->available[i].from, EXPECTED[i].from);
        CU_ASSERT_EQUAL(mia->available[i].to, EXPECTED[i].to);
    }
    close_workspace();
}

static void without_hours_an_escort_is_always_available(void)
{
    open_workspace();
    change("unit.json", ",\n   \"available\": [\n    {\"days\": [\"sat\", \"sun\"], "
                        "\"from\": \"08:00\", \"to\": \"20:00\"}\n   ]",
           "");
    const struct problem *p = read_tiny();
    const struct escort *mia = &p->escorts[problem_find_escort(p, "mia")];

    CU_ASSERT_EQUAL_FATAL(mia->n_available, 1);
    CU_ASSERT_TRUE(mia->available[0].from <= -7 * DAY);
    CU_ASSERT_TRUE(mia->available[0].to >= 14 * DAY);
    close_workspace();
}

static void a_window_may_pass_midnight_but_not_the_end_of_the_week(void)
{
    open_workspace();
    change("weeks/2026-W48/week.json", "\"at\": \"18:30\"",
           "\"from\": \"23:00\", \"to\": \"01:00\", \"wish\": \"00:15\"");
    change("weeks/2026-W48/week.json", "\"at\": \"11:00\"",
           "\"from\": \"23:00\", \"to\": \"01:00\"");
    const struct problem *p = read_tiny();
    const struct alternative *wed =
        &p->requests[problem_find_request(p, "cinema")].alternatives[0];
    const struct alternative *sun =
        &p->requests[problem_find_request(p, "mass")].alternatives[0];

    CU_ASSERT_EQUAL(wed->from, 2 * DAY + 23 * 60);
    CU_ASSERT_EQUAL(wed->to, 3 * DAY + 60);
    CU_ASSERT_EQUAL(wed->wish, 3 * DAY + 15);
    CU_ASSERT_EQUAL(sun->from, 6 * DAY + 23 * 60);
    CU_ASSERT_EQUAL(sun->to, 7 * DAY - 1);
    close_workspace();
}

static void a_window_over_the_hour_that_spring_takes_is_kept_in_order(void)
{
    open_workspace();
    make_week("2026-W13");
    put("weeks/2026-W13/week.json",
        "{\"format\": \"ledsaga-week\", \"version\": 1, \"week\": \"2026-W13\","
        " \"requests\": [{\"id\": \"r\", \"client\": \"cai\", \"activity\": "
        "\"night walk\", \"minutes\": 30, \"alternatives\": [{\"date\": "
        "\"2026-03-29\", \"from\": \"02:30\", \"to\": \"03:15\"}]}]}");
    const struct problem *p = read_week(13);

    CU_ASSERT_EQUAL(p->requests[0].alternatives[0].from, 6 * DAY + 150);
    CU_ASSERT_EQUAL(p->requests[0].alternatives[0].to, 6 * DAY + 150);
    close_workspace();
}

static void the_same_files_give_the_same_hash_and_another_wish_another(void)
{
    open_workspace();
    uint64_t hash = read_tiny()->hash;

    CU_ASSERT_EQUAL(read_tiny()->hash, hash);
    change("unit.json", "\"name\": \"Tiny unit\"",
           "\"x-note\": {\"any\": [\"thing\"]}, \"name\": \"Tiny unit\"");
    CU_ASSERT_EQUAL(read_tiny()->hash, hash);
    change("weeks/2026-W48/week.json", "\"wish\": \"11:00\"",
           "\"wish\": \"11:15\"");
    CU_ASSERT_NOT_EQUAL(read_tiny()->hash, hash);
    close_workspace();
}

static void faults_of_both_files_are_told_together(void)
{
    const struct problem *p = NULL;

    open_workspace();
    change("unit.json", "\"contract_minutes_week\": 240",
           "\"contract_minutes_week\": -1");
    change("weeks/2026-W48/week.json", "\"client\": \"cai\"",
           "\"client\": \"kai\"");
    CU_ASSERT_EQUAL(workspace_read(arena, folder, YEAR, WEEK, &p, &faults),
                    STATUS_INPUT);
    CU_ASSERT_PTR_NULL(p);
    /* That eva is faulty does not make every mention of her a fault. */
    CU_ASSERT_EQUAL_FATAL(faults.seen, 2);
    CU_ASSERT_TRUE(fault_has("/unit.json", "escorts[0].contract_minutes_week",
                             "-1 is too small (escort \"eva\").", ""));
    faults.list[0] = faults.list[1];
    CU_ASSERT_TRUE(fault_has("/weeks/2026-W48/week.json", "requests[3].client",
                             "client \"kai\" is not in clients[] of unit.json "
                             "(request \"match\").",
                             "Did you mean \"cai\"?"));
    close_workspace();
}

/* ---- the roster ---- */

static void the_roster_written_by_hand_is_lawful_and_worth_what_is_claimed(void)
{
    struct roster_record record;

    open_workspace();
    const struct problem *p = read_tiny();
    const struct verdict *v = rules_judge(arena, p, read_roster(p, &record));

    CU_ASSERT_EQUAL(v->n_breaches, 0);
    CU_ASSERT_EQUAL(v->tier[TIER_RIGHTS], 0);
    CU_ASSERT_EQUAL(v->tier[TIER_REST], 360);
    CU_ASSERT_FALSE(record.stated);
    close_workspace();
}

/* The roster of the file as if it had been solved, without the cinema. */
static struct solution solved(const struct problem *p)
{
    struct roster *r = read_roster(p, NULL);

    r->visits[problem_find_request(p, "cinema")] = (struct visit){0};
    roster_name_visits(arena, r, 7);
    return (struct solution){.roster = r,
                             .verdict = rules_judge(arena, p, r),
                             .outcome = OUTCOME_INTERRUPTED,
                             .rights = {450, 449},
                             .rest = {260, -5},
                             .effort = 12345678901};
}

static void write_roster(const struct problem *p, const struct solution *s)
{
    CU_ASSERT_EQUAL_FATAL(roster_write(arena, p, s, 42,
                                       path_of("weeks/2026-W48/roster.json"),
                                       &faults),
                          STATUS_OK);
}

static void a_roster_comes_back_as_it_was_written(void)
{
    struct roster_record record;

    open_workspace();
    const struct problem *p = read_tiny();
    struct solution s = solved(p);
    write_roster(p, &s);
    const char *first = get(path_of("weeks/2026-W48/roster.json"));
    const struct roster *back = read_roster(p, &record);

    for (int i = 0; i < p->n_requests; i++) {
        const struct visit *v = &s.roster->visits[i], *w = &back->visits[i];
        CU_ASSERT_EQUAL_FATAL(v->n_escorts, w->n_escorts);
        if (!v->n_escorts)
            continue;
        CU_ASSERT_EQUAL(v->start, w->start);
        CU_ASSERT_EQUAL(v->minutes, w->minutes);
        CU_ASSERT_EQUAL(memcmp(v->escorts, w->escorts, sizeof v->escorts), 0);
        CU_ASSERT_STRING_EQUAL(v->uid, w->uid);
    }
    CU_ASSERT_TRUE(record.stated);
    CU_ASSERT_EQUAL(record.rights.value, 450);
    CU_ASSERT_EQUAL(record.rights.bound, 449);
    CU_ASSERT_EQUAL(record.rest.bound, -5);
    CU_ASSERT_EQUAL(record.outcome, OUTCOME_INTERRUPTED);
    CU_ASSERT_EQUAL(record.input_hash, p->hash);
    CU_ASSERT_EQUAL(record.seed, 42);
    CU_ASSERT_EQUAL(record.effort, 12345678901);
    CU_ASSERT_STRING_EQUAL(record.program, "ledsaga " LEDSAGA_VERSION);
    write_roster(p, &s);
    CU_ASSERT_STRING_EQUAL(get(path_of("weeks/2026-W48/roster.json")), first);
    close_workspace();
}

static void a_roster_tells_who_is_not_served_and_visits_in_time_order(void)
{
    open_workspace();
    const struct problem *p = read_tiny();
    struct solution s = solved(p);
    write_roster(p, &s);
    const char *text = get(path_of("weeks/2026-W48/roster.json"));
    const char *swim = strstr(text, "{\"request\": \"swim\"");
    const char *match = strstr(text, "{\"request\": \"match\"");
    const char *mass = strstr(text, "{\"request\": \"mass\"");

    CU_ASSERT_PTR_NOT_NULL(
        strstr(text, "{\"request\": \"cinema\", \"reason\": \"capacity\"}"));
    CU_ASSERT_TRUE(swim && swim < match && match < mass);
    CU_ASSERT_PTR_NOT_NULL(strstr(text, "\"start\": \"2026-11-28T11:00+01:00\""));
    CU_ASSERT_PTR_NOT_NULL(strstr(text, "\"escorts\": [\"eva\", \"mia\"]"));
    close_workspace();
}

static void notes_of_a_persons_own_stay_when_a_roster_is_made_anew(void)
{
    open_workspace();
    const struct problem *p = read_tiny();
    struct solution s = solved(p);
    change("weeks/2026-W48/roster.json", "\"version\": 1,",
           "\"version\": 1, \"x-agreed\": \"with \\u00c5sa\",");
    change("weeks/2026-W48/roster.json", "\"minutes\": 90,",
           "\"minutes\": 90, \"x-phoned\": true,");
    write_roster(p, &s);
    const char *text = get(path_of("weeks/2026-W48/roster.json"));

    CU_ASSERT_PTR_NOT_NULL(strstr(text, "\n \"x-agreed\": \"with \u00c5sa\",\n"));
    CU_ASSERT_PTR_NOT_NULL(strstr(
        text, "\"minutes\": 90, \"escorts\": [\"eva\"], \"x-phoned\": true}"));
    read_roster(p, NULL);
    close_workspace();
}

/* ---- history ---- */

#define HEAD(format, week)                                                     \
    "{\"format\": \"ledsaga-" format "\", \"version\": 1, \"week\": \"" week "\", "
#define ASKED(week, client, more)                                              \
    HEAD("week", week)                                                         \
    "\"requests\": [{\"id\": \"r\", \"client\": \"" client "\"" more "}]}"
#define CAME(week, start, minutes, escorts)                                    \
    HEAD("roster", week)                                                       \
    "\"visits\": [{\"request\": \"r\", \"start\": \"" start "\", \"minutes\": "   \
    #minutes ", \"escorts\": [" escorts "]}]}"

static void put_week(const char *week, const char *asked, const char *came)
{
    make_week(week);
    put(arena_print(arena, "weeks/%s/week.json", week), asked);
    put(arena_print(arena, "weeks/%s/roster.json", week), came);
}

static const struct grant *grant_of(const struct problem *p, const char *client)
{
    for (int i = 0; i < p->n_grants; i++)
        if (p->decisions[p->grants[i].decision].client ==
            problem_find_client(p, client))
            return &p->grants[i];
    return NULL;
}

static void faces_are_known_from_earlier_weeks_and_minutes_used_in_all_others(void)
{
    open_workspace();
    put_week("2026-W45", ASKED("2026-W45", "bo", ""),
             CAME("2026-W45", "2026-11-02T10:00+01:00", 60, "\"eva\""));
    put_week("2026-W47", ASKED("2026-W47", "bo", ", \"decision\": \"sol\""),
             CAME("2026-W47", "2026-11-22T22:00", 180, "\"mia\", \"eva\""));
    put_week("2026-W49", ASKED("2026-W49", "bo", ""),
             CAME("2026-W49", "2026-11-30T07:00", 45, "\"hugo\""));
    make_week("old");
    const struct problem *p = read_tiny();
    int bo = problem_find_client(p, "bo");
    const struct escort *eva = &p->escorts[problem_find_escort(p, "eva")];
    const struct escort *hugo = &p->escorts[problem_find_escort(p, "hugo")];

    CU_ASSERT_EQUAL(pair_visits_before(p, bo, problem_find_escort(p, "eva")), 2);
    CU_ASSERT_EQUAL(pair_visits_before(p, bo, problem_find_escort(p, "mia")), 6);
    CU_ASSERT_EQUAL(pair_visits_before(p, bo, problem_find_escort(p, "hugo")), 0);
    CU_ASSERT_PTR_NOT_NULL_FATAL(grant_of(p, "bo"));
    CU_ASSERT_EQUAL(grant_of(p, "bo")->used, 60 + 180 + 45);
    CU_ASSERT_EQUAL(grant_of(p, "bo")->left, 480 - 285);
    /* Sunday 22:00 to Monday 01:00; the visit of three weeks ago is too far off. */
    CU_ASSERT_EQUAL_FATAL(eva->n_outside, 1);
    CU_ASSERT_EQUAL(eva->outside[0].from, -120);
    CU_ASSERT_EQUAL(eva->outside[0].to, 60);
    CU_ASSERT_EQUAL_FATAL(hugo->n_outside, 1);
    CU_ASSERT_EQUAL(hugo->outside[0].from, 7 * DAY + 7 * 60);
    close_workspace();
}

static void people_who_have_left_are_passed_over_in_other_weeks(void)
{
    open_workspace();
    put_week("2026-W47", ASKED("2026-W47", "somebody", ""),
             CAME("2026-W47", "2026-11-20T10:00", 60, "\"eva\", \"nobody\""));
    put_week("2026-W49", ASKED("2026-W49", "bo", ", \"decision\": \"former\""),
             CAME("2026-W49", "2026-12-01T10:00", 60, "\"nobody\""));
    const struct problem *p = read_tiny();

    CU_ASSERT_EQUAL(p->escorts[problem_find_escort(p, "eva")].n_outside, 1);
    CU_ASSERT_EQUAL(grant_of(p, "bo")->used, 0);
    close_workspace();
}

static void a_damaged_roster_of_another_week_is_a_fault_of_that_file(void)
{
    const struct problem *p = NULL;

    open_workspace();
    put_week("2026-W47", ASKED("2026-W47", "bo", ""),
             CAME("2026-W47", "2026-11-20T10:00", 0, "\"eva\""));
    CU_ASSERT_EQUAL(workspace_read(arena, folder, YEAR, WEEK, &p, &faults),
                    STATUS_INPUT);
    CU_ASSERT_EQUAL(faults.seen, 1);
    CU_ASSERT_TRUE(fault_has("/weeks/2026-W47/roster.json", "visits[0].minutes",
                             "0 is too small.", "from 1"));
    close_workspace();
}

/* ---- what is not there ---- */

static void what_is_missing_is_told_with_what_to_do(void)
{
    const struct problem *p = NULL;
    struct roster *r = NULL;

    open_workspace();
    CU_ASSERT_EQUAL(workspace_read(arena, folder, YEAR, 40, &p, &faults),
                    STATUS_UNREADABLE);
    CU_ASSERT_TRUE(fault_has("/weeks/2026-W40/week.json", "",
                             "There is no week 2026-W40", "2026-W48"));
    faults.seen = 0;
    CU_ASSERT_EQUAL(
        roster_read(arena, read_tiny(), path_of("weeks/2026-W48/none.json"), &r,
                    NULL, &faults),
        STATUS_UNREADABLE);
    CU_ASSERT_TRUE(fault_has("none.json", "", "There is no roster yet.",
                             "ledsaga solve"));
    faults.seen = 0;
    CU_ASSERT_EQUAL(workspace_read(arena, path_of("weeks"), YEAR, WEEK, &p,
                                   &faults),
                    STATUS_UNREADABLE);
    CU_ASSERT_TRUE(fault_has("/weeks/unit.json", "", "There is no workspace",
                             "ledsaga new"));
    close_workspace();
}

/* ---- the journal ---- */

static void append(const struct problem *p, const char *when,
                   const char *command, const struct solution *s)
{
    setenv("SOURCE_DATE_EPOCH", when, 1);
    CU_ASSERT_EQUAL_FATAL(journal_append(folder, p, command, 42, s, &faults),
                          STATUS_OK);
    unsetenv("SOURCE_DATE_EPOCH");
}

static void the_journal_knows_when_a_roster_was_last_made(void)
{
    open_workspace();
    const struct problem *p = read_tiny();
    struct problem other = *p;
    struct solution s = solved(p);

    other.hash++;
    CU_ASSERT_EQUAL(journal_roster_time(arena, folder, p), p->week.start_utc);
    append(p, "1795341600", "solve", &s);
    append(p, "1795345199", "solve", &s);
    append(&other, "1795350000", "solve", &s);
    append(p, "1795360000", "show", NULL);
    CU_ASSERT_EQUAL(journal_roster_time(arena, folder, p), 1795345199);
    CU_ASSERT_EQUAL(journal_roster_time(arena, folder, &other), 1795350000);
    put("journal.jsonl",
        arena_print(arena, "%s{\"time\": \"2026-", get(path_of("journal.jsonl"))));
    CU_ASSERT_EQUAL(journal_roster_time(arena, folder, p), 1795345199);
    append(p, "1795370000", "solve", &s);
    CU_ASSERT_EQUAL(journal_roster_time(arena, folder, p), 1795370000);
    close_workspace();
}

static void a_line_of_the_journal_says_what_was_done(void)
{
    open_workspace();
    const struct problem *p = read_tiny();
    struct solution s = solved(p);

    append(p, "1795341600", "solve", &s);
    CU_ASSERT_STRING_EQUAL(
        get(path_of("journal.jsonl")),
        arena_print(arena,
                    "{\"time\":\"2026-11-22T10:00:00Z\",\"command\":\"solve\","
                    "\"week\":\"2026-W48\",\"input_hash\":\"%016llx\","
                    "\"seed\":42,\"program\":\"ledsaga " LEDSAGA_VERSION "\","
                    "\"outcome\":\"interrupted\","
                    "\"rights\":{\"value\":450,\"bound\":449},"
                    "\"rest\":{\"value\":260,\"bound\":-5},"
                    "\"served\":3,\"requests\":4}\n",
                    (unsigned long long)p->hash));
    close_workspace();
}

void workspace_suite(void)
{
    CU_pSuite s = CU_add_suite("workspace", NULL, NULL);

    CU_add_test(s, "tiny is read as its README tells it",
                tiny_is_read_as_its_readme_tells_it);
    CU_add_test(s, "an absence is taken out of the weekly hours",
                an_absence_is_taken_out_of_the_weekly_hours);
    CU_add_test(s, "a week may say who can work when, instead of the unit",
                a_week_may_say_who_can_work_when_instead_of_the_unit);
    CU_add_test(s, "hours past midnight run on, also from the Sunday before",
                hours_past_midnight_run_on_also_from_the_sunday_before);
    CU_add_test(s, "without hours an escort is always available",
                without_hours_an_escort_is_always_available);
    CU_add_test(s, "a window may pass midnight but not the end of the week",
                a_window_may_pass_midnight_but_not_the_end_of_the_week);
    CU_add_test(s, "a window over the hour that spring takes is kept in order",
                a_window_over_the_hour_that_spring_takes_is_kept_in_order);
    CU_add_test(s, "the same files give the same hash and another wish another",
                the_same_files_give_the_same_hash_and_another_wish_another);
    CU_add_test(s, "faults of both files are told together",
                faults_of_both_files_are_told_together);
    CU_add_test(
        s, "the roster written by hand is lawful and worth what is claimed",
        the_roster_written_by_hand_is_lawful_and_worth_what_is_claimed);
    CU_add_test(s, "a roster comes back as it was written",
                a_roster_comes_back_as_it_was_written);
    CU_add_test(s, "a roster tells who is not served, and visits in time order",
                a_roster_tells_who_is_not_served_and_visits_in_time_order);
    CU_add_test(s, "notes of a person's own stay when a roster is made anew",
                notes_of_a_persons_own_stay_when_a_roster_is_made_anew);
    CU_add_test(
        s, "faces are known from earlier weeks, minutes used in all others",
        faces_are_known_from_earlier_weeks_and_minutes_used_in_all_others);
    CU_add_test(s, "people who have left are passed over in other weeks",
                people_who_have_left_are_passed_over_in_other_weeks);
    CU_add_test(s, "a damaged roster of another week is a fault of that file",
                a_damaged_roster_of_another_week_is_a_fault_of_that_file);
    CU_add_test(s, "what is missing is told with what to do",
                what_is_missing_is_told_with_what_to_do);
    CU_add_test(s, "the journal knows when a roster was last made",
                the_journal_knows_when_a_roster_was_last_made);
    CU_add_test(s, "a line of the journal says what was done",
                a_line_of_the_journal_says_what_was_done);
}
