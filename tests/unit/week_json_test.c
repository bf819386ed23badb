#include "tiny_workspace.h"

#define WEEK_JSON "weeks/2026-W48/week.json"
#define ROSTER_JSON "weeks/2026-W48/roster.json"

/* Where the requests of tiny's week begin, and two of its requests in part. */
#define REQUESTS "\"requests\": ["
#define MASS "\"activity\": \"church service\","
#define MASS_TIMES "{\"date\": \"2026-11-29\", \"at\": \"11:00\"}"

#define CHOIR                                                                  \
    "\"sessions\": [{\"id\": \"choir\", \"activity\": \"open choir\", "        \
    "\"place\": \"church\", \"start\": \"2026-11-29T11:00\", \"minutes\": 120, "\
    "\"capacity\": 8, \"clients_per_escort\": 2%s}]"

static void add(const char *object, const char *more)
{
    change(WEEK_JSON, object, arena_print(arena, "%s %s,", object, more));
}

static void add_choir(const char *more)
{
    const char *choir = arena_print(arena, CHOIR, more);

    change(WEEK_JSON, REQUESTS, arena_print(arena, "%s, %s", choir, REQUESTS));
}

static const struct request *request_of(const struct problem *p, const char *id)
{
    return &p->requests[problem_find_request(p, id)];
}

static int64_t day(const char *date)
{
    int year, month, mday;

    CU_ASSERT_TRUE_FATAL(date_scan(date, &year, &month, &mday));
    return date_days(year, month, mday);
}

/* ---- sessions ---- */

static void a_session_has_its_own_time_place_and_figures(void)
{
    open_workspace();
    add_choir(", \"debit_percent\": 0, \"fee_ore\": 4000, \"shared\": true");
    const struct problem *p = read_tiny();

    CU_ASSERT_EQUAL_FATAL(p->n_sessions, 1);
    CU_ASSERT_STRING_EQUAL(p->sessions[0].id, "choir");
    CU_ASSERT_STRING_EQUAL(p->sessions[0].activity, "open choir");
    CU_ASSERT_EQUAL(p->sessions[0].place, problem_find_place(p, "church"));
    CU_ASSERT_EQUAL(p->sessions[0].start, 6 * DAY + 11 * HOUR);
    CU_ASSERT_EQUAL(p->sessions[0].minutes, 120);
    CU_ASSERT_EQUAL(p->sessions[0].capacity, 8);
    CU_ASSERT_EQUAL(p->sessions[0].per_escort, 2);
    CU_ASSERT_EQUAL(p->sessions[0].debit_percent, 0);
    CU_ASSERT_EQUAL(p->sessions[0].fee_ore, 4000);
    CU_ASSERT_TRUE(p->sessions[0].shared);
    close_workspace();
}

static void a_session_is_instead_of_own_hours_unless_told(void)
{
    open_workspace();
    add_choir("");
    const struct problem *p = read_tiny();

    CU_ASSERT_EQUAL_FATAL(p->n_sessions, 1);
    CU_ASSERT_EQUAL(p->sessions[0].debit_percent, 100);
    CU_ASSERT_EQUAL(p->sessions[0].fee_ore, 0);
    CU_ASSERT_FALSE(p->sessions[0].shared);
    close_workspace();
}

static void an_alternative_may_be_a_session(void)
{
    open_workspace();
    add_choir("");
    change(WEEK_JSON, MASS_TIMES, "{\"session\": \"choir\"}, " MASS_TIMES);
    const struct problem *p = read_tiny();
    const struct request *mass = request_of(p, "mass");

    CU_ASSERT_EQUAL_FATAL(mass->n_alternatives, 2);
    CU_ASSERT_EQUAL(mass->alternatives[0].session, 1);
    CU_ASSERT_EQUAL(mass->alternatives[0].from, 6 * DAY + 11 * HOUR);
    CU_ASSERT_EQUAL(mass->alternatives[0].to, 6 * DAY + 11 * HOUR);
    CU_ASSERT_EQUAL(mass->alternatives[0].wish, NONE);
    CU_ASSERT_EQUAL(mass->alternatives[1].session, 0);
    CU_ASSERT_EQUAL_FATAL(mass->n_options, 2);
    CU_ASSERT_EQUAL(p->options[mass->first_option].session, 1);
    CU_ASSERT_EQUAL(p->options[mass->first_option + 1].session, 0);
    close_workspace();
}

/* ---- requests ---- */

static void a_request_tells_tasks_and_how_the_client_travels(void)
{
    open_workspace();
    add(MASS, "\"tasks\": [\"PEG\"], \"travel\": {\"out\": \"paratransit\", "
              "\"back\": \"bus\", \"escort_rides\": true}");
    const struct problem *p = read_tiny();
    const struct request *mass = request_of(p, "mass");

    CU_ASSERT_EQUAL(mass->tasks, 1);
    CU_ASSERT_EQUAL(mass->out, TRANSPORT_PARATRANSIT);
    CU_ASSERT_EQUAL(mass->back, TRANSPORT_BUS);
    CU_ASSERT_TRUE(mass->escort_rides);
    CU_ASSERT_EQUAL(request_of(p, "swim")->out, TRANSPORT_NONE);
    CU_ASSERT_FALSE(request_of(p, "swim")->escort_rides);
    close_workspace();
}

static void a_request_tells_what_contractors_answered(void)
{
    open_workspace();
    add(MASS, "\"offers\": [{\"escort\": \"mia\", \"answer\": \"accepted\", "
              "\"on\": \"2026-11-10\"}]");
    const struct problem *p = read_tiny();
    const struct request *mass = request_of(p, "mass");

    CU_ASSERT_EQUAL_FATAL(mass->n_offers, 1);
    CU_ASSERT_EQUAL(mass->offers[0].escort, problem_find_escort(p, "mia"));
    CU_ASSERT_EQUAL(mass->offers[0].answer, ANSWER_ACCEPTED);
    CU_ASSERT_EQUAL(mass->offers[0].day, day("2026-11-10"));
    CU_ASSERT_EQUAL(request_of(p, "swim")->n_offers, 0);
    close_workspace();
}

/* ---- what was given out ---- */

static void what_was_published_is_known_by_request(void)
{
    open_workspace();
    change(WEEK_JSON, REQUESTS,
           "\"today\": \"2026-11-20\", \"published\": {\"on\": \"2026-11-09\", "
           "\"visits\": [{\"request\": \"swim\", \"start\": \"2026-11-28T10:15\", "
           "\"minutes\": 75, \"escorts\": [\"hugo\", \"eva\"]}]}, " REQUESTS);
    const struct problem *p = read_tiny();
    const struct request *swim = request_of(p, "swim");

    CU_ASSERT_EQUAL(p->today, day("2026-11-20"));
    CU_ASSERT_EQUAL(p->published, day("2026-11-09"));
    CU_ASSERT_TRUE_FATAL(swim->published);
    CU_ASSERT_EQUAL(swim->pub_start, 5 * DAY + 10 * HOUR + 15);
    CU_ASSERT_EQUAL(swim->pub_minutes, 75);
    CU_ASSERT_EQUAL_FATAL(swim->n_pub_escorts, 2);
    CU_ASSERT_EQUAL(swim->pub_escorts[0], problem_find_escort(p, "hugo"));
    CU_ASSERT_EQUAL(swim->pub_escorts[1], problem_find_escort(p, "eva"));
    CU_ASSERT_FALSE(request_of(p, "mass")->published);
    close_workspace();
}

static void nothing_is_published_and_no_day_is_today_unless_told(void)
{
    open_workspace();
    const struct problem *p = read_tiny();

    CU_ASSERT_EQUAL(p->today, 0);
    CU_ASSERT_EQUAL(p->published, 0);
    CU_ASSERT_FALSE(request_of(p, "swim")->published);
    close_workspace();
}

/* ---- the roster ---- */

static void a_visit_is_in_a_session_only_when_it_says_so(void)
{
    open_workspace();
    add_choir("");
    change(WEEK_JSON, MASS_TIMES, "{\"session\": \"choir\"}, " MASS_TIMES);
    const struct problem *p = read_tiny();
    int mass = problem_find_request(p, "mass");

    CU_ASSERT_EQUAL(read_roster(p, NULL)->visits[mass].session, 0);
    change(ROSTER_JSON, "\"request\": \"mass\",",
           "\"request\": \"mass\", \"session\": \"choir\",");
    CU_ASSERT_EQUAL(read_roster(p, NULL)->visits[mass].session, 1);
    CU_ASSERT_EQUAL(read_roster(p, NULL)->visits[mass].start,
                    6 * DAY + 11 * HOUR);
    close_workspace();
}

static void a_session_is_written_with_the_visits_that_take_part(void)
{
    open_workspace();
    add_choir("");
    change(WEEK_JSON, MASS_TIMES, "{\"session\": \"choir\"}, " MASS_TIMES);
    change(ROSTER_JSON, "\"request\": \"mass\",",
           "\"request\": \"mass\", \"session\": \"choir\",");
    const struct problem *p = read_tiny();
    struct roster *r = read_roster(p, NULL);
    struct solution s = {.roster = r, .verdict = rules_judge(arena, p, r)};

    CU_ASSERT_EQUAL_FATAL(
        roster_write(arena, p, &s, 1, path_of(ROSTER_JSON), &faults), STATUS_OK);
    CU_ASSERT_PTR_NOT_NULL(strstr(get(path_of(ROSTER_JSON)),
                                  "\"minutes\": 120, \"session\": \"choir\", "
                                  "\"escorts\": [\"mia\"]}"));
    CU_ASSERT_PTR_NOT_NULL(strstr(get(path_of(ROSTER_JSON)),
                                  "\"minutes\": 120, \"escorts\": [\"eva\", "
                                  "\"mia\"]}"));
    CU_ASSERT_EQUAL(
        read_roster(p, NULL)->visits[problem_find_request(p, "mass")].session, 1);
    close_workspace();
}

static void a_verdict_tells_warnings_apart_from_breaches_and_points(void)
{
    open_workspace();
    change(WEEK_JSON, REQUESTS, "\"today\": \"2026-11-20\", " REQUESTS);
    const struct problem *p = read_tiny();
    struct roster *r = read_roster(p, NULL);
    struct solution s = {.roster = r, .verdict = rules_judge(arena, p, r)};

    CU_ASSERT_TRUE(s.verdict->n_warnings > 0); /* less than 14 days' notice */
    CU_ASSERT_EQUAL_FATAL(
        roster_write(arena, p, &s, 1, path_of(ROSTER_JSON), &faults), STATUS_OK);
    const char *text = get(path_of(ROSTER_JSON));
    CU_ASSERT_PTR_NOT_NULL(
        strstr(text, arena_print(arena,
                                 "\"verdict\": {\"breaches\": 0, \"warnings\": "
                                 "%d, \"points\": {\"rights\": 0, ",
                                 s.verdict->n_warnings)));
    CU_ASSERT_PTR_NULL(strstr(text, "\"notice\""));
    CU_ASSERT_PTR_NULL(strstr(text, "\"daily_rest\""));
    read_roster(p, NULL);
    close_workspace();
}

void week_json_suite(void)
{
    CU_pSuite s = CU_add_suite("week.json", NULL, NULL);

    CU_add_test(s, "a session has its own time, place and figures",
                a_session_has_its_own_time_place_and_figures);
    CU_add_test(s, "a session is instead of own hours unless told",
                a_session_is_instead_of_own_hours_unless_told);
    CU_add_test(s, "an alternative may be a session",
                an_alternative_may_be_a_session);
    CU_add_test(s, "a request tells tasks and how the client travels",
                a_request_tells_tasks_and_how_the_client_travels);
    CU_add_test(s, "a request tells what contractors answered",
                a_request_tells_what_contractors_answered);
    CU_add_test(s, "what was published is known by request",
                what_was_published_is_known_by_request);
    CU_add_test(s, "nothing is published and no day is today unless told",
                nothing_is_published_and_no_day_is_today_unless_told);
    CU_add_test(s, "a visit is in a session only when it says so",
                a_visit_is_in_a_session_only_when_it_says_so);
    CU_add_test(s, "a session is written with the visits that take part",
                a_session_is_written_with_the_visits_that_take_part);
    CU_add_test(s, "a verdict tells warnings apart from breaches and points",
                a_verdict_tells_warnings_apart_from_breaches_and_points);
}
