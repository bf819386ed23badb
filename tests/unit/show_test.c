#include "adapters/show/sheet.h"
#include "sheet_fixture.h"

#include <jansson.h>

static bool has(const char *text, const char *part)
{
    return strstr(text, part) != NULL;
}

static const char *shown(struct fixture *x, enum show_order order,
                         const char *only)
{
    return show_text(x->arena, &x->sheet, order, only, 100, false);
}

/* ---- the terminal ------------------------------------------------------ */

static void what_is_not_served_comes_first_and_says_why(void)
{
    speak("en");
    struct fixture x = four_visits();
    const char *text = shown(&x, SHOW_BY_DAY, NULL);
    const char *reason =
        strstr(text, "No escort who may come has the skill SSL.");
    CU_ASSERT_PTR_NOT_NULL_FATAL(reason);
    CU_ASSERT(has(text, "Not served (1)"));
    CU_ASSERT(reason < strstr(text, "Monday 23 November: no visits"));
    CU_ASSERT(has(text, "3 of 4 visits"));
    CU_ASSERT(has(text, "Synthetic data"));
    fixture_end(&x);
}

static void a_tier_tells_its_gap_or_that_it_is_proved(void)
{
    speak("en");
    struct fixture x = four_visits();
    CU_ASSERT_STRING_EQUAL(tier_phrase(x.arena, &x.sheet, TIER_RIGHTS),
                           "360 points, proved optimal");
    CU_ASSERT_STRING_EQUAL(tier_phrase(x.arena, &x.sheet, TIER_REST),
                           "200 points, at least 150 (gap 25.0\u00a0%)");
    x.sheet.has_tiers = false;
    CU_ASSERT_STRING_EQUAL(tier_phrase(x.arena, &x.sheet, TIER_RIGHTS),
                           "120 points");
    fixture_end(&x);
}

static void a_tier_tells_what_of_its_bound_is_certified(void)
{
    speak("en");
    struct fixture x = four_visits();
    struct certificate c = {.stated = {true, true}, .bound = {360, 100}};
    x.sheet.certificate = &c;
    CU_ASSERT_STRING_EQUAL(tier_phrase(x.arena, &x.sheet, TIER_RIGHTS),
                           "360 points, proved optimal; certified");
    CU_ASSERT_STRING_EQUAL(tier_phrase(x.arena, &x.sheet, TIER_REST),
                           "200 points, at least 150 (gap 25.0\u00a0%); certified: at least 100 "
                           "(gap 50.0\u00a0%)");
    CU_ASSERT(has(show_json(x.arena, &x.sheet), "\"certified\": 360"));
    c.stated[0] = false;
    CU_ASSERT_STRING_EQUAL(tier_phrase(x.arena, &x.sheet, TIER_RIGHTS),
                           "360 points, proved optimal; not certified");
    CU_ASSERT_FALSE(has(show_json(x.arena, &x.sheet), "\"certified\": 360"));
    x.sheet.rights.bound = 0; /* which nobody needs a proof of */
    CU_ASSERT_STRING_EQUAL(tier_phrase(x.arena, &x.sheet, TIER_RIGHTS),
                           "360 points, at least 0 (gap 100.0\u00a0%)");
    x.sheet.has_tiers = false; /* of other input, say: then nothing is proved */
    CU_ASSERT_STRING_EQUAL(tier_phrase(x.arena, &x.sheet, TIER_RIGHTS), "120 points");
    fixture_end(&x);
}

static void a_gap_is_never_rounded_to_nothing(void)
{
    CU_ASSERT_EQUAL(gap_tenths(&(struct tier_result){1000000, 999999}), 1);
    CU_ASSERT_EQUAL(gap_tenths(&(struct tier_result){1000, 1000}), 0);
    CU_ASSERT_EQUAL(gap_tenths(&(struct tier_result){0, 0}), 0);
    CU_ASSERT_EQUAL(gap_tenths(&(struct tier_result){0, -5}), 1000);
    CU_ASSERT_EQUAL(gap_tenths(&(struct tier_result){400, 0}), 1000);
}

static void an_escort_sees_hours_and_free_days(void)
{
    speak("en");
    struct fixture x = four_visits();
    const char *text = shown(&x, SHOW_BY_ESCORT, NULL);
    CU_ASSERT(has(text, "Anna Berg: 3 h 30 min of work, free Mon, Thu, Fri, "
                        "Sat and Sun"));
    /* Bo's night reaches into Friday. */
    CU_ASSERT(has(text, "Bo Ek: 4 h 30 min of work, free Mon, Tue, Sat and "
                        "Sun"));
    CU_ASSERT(has(text, "Without visits\n  Cilla Dahl"));
    fixture_end(&x);
}

static void a_client_sees_the_faces_of_the_week(void)
{
    speak("en");
    struct fixture x = four_visits();
    const char *text = shown(&x, SHOW_BY_CLIENT, NULL);
    CU_ASSERT(has(text, "Kim Åström: 2 of 2 visits, meets Anna Berg (12 visits "
                        "before) and Bo Ek (new face)"));
    CU_ASSERT(has(text, "Eva <Öst>: 1 of 2 visits"));
    fixture_end(&x);
}

static void one_person_can_be_shown_alone(void)
{
    speak("en");
    for (int order = SHOW_BY_DAY; order <= SHOW_BY_CLIENT; order++) {
        struct fixture x = four_visits();
        const char *kim = shown(&x, (enum show_order)order, "kim");
        CU_ASSERT(has(kim, "Simning") && has(kim, "Dans"));
        CU_ASSERT(!has(kim, "Eva"));
        const char *anna = shown(&x, (enum show_order)order, "anna");
        CU_ASSERT(has(anna, "Simning") && has(anna, "Kör"));
        CU_ASSERT(!has(anna, "Dans"));
        fixture_end(&x);
    }
}

static void no_line_is_wider_than_asked_for(void)
{
    static const char *const LANGUAGES[] = {"en", "sv"};
    for (int i = 0; i < 6 * 81; i++) {
        speak(LANGUAGES[i % 2]);
        struct fixture x = four_visits();
        int width = 40 + i / 6, widest = 0;
        char *text = arena_copy(
            x.arena, show_text(x.arena, &x.sheet,
                               (enum show_order)(i / 2 % 3), NULL, width,
                               false));
        for (char *line = strtok(text, "\n"); line; line = strtok(NULL, "\n"))
            if (text_columns(line) > widest)
                widest = text_columns(line);
        CU_ASSERT(widest <= width);
        fixture_end(&x);
    }
}

static void nothing_is_lost_in_a_narrow_table(void)
{
    static const char *const WORDS[] = {"13:00–15:00", "Simning", "Åström",
                                        "kaffe", "Anna", "Berg"};
    speak("sv");
    struct fixture x = four_visits();
    const char *text =
        show_text(x.arena, &x.sheet, SHOW_BY_DAY, NULL, 58, false);
    for (size_t i = 0; i < sizeof WORDS / sizeof *WORDS; i++)
        CU_ASSERT(has(text, WORDS[i]));
    fixture_end(&x);
}

static void a_name_cannot_steer_the_terminal(void)
{
    speak("en");
    struct fixture x = fixture_begin(2026, 48, "Europe/Stockholm");
    x.anna = add_escort(&x, "a", "An\033[2Jna\r\nBerg", CONTRACTOR);
    x.kim = add_client(&x, "k", "K\x07im\xc2\x9b" "31m \xff");
    add_request(&x, "r", x.kim, "Bio\tteater", DAY, 60, 1, 0);
    freeze(&x);
    serve(&x, 0, x.anna, NONE);
    judge(&x);
    const char *text = shown(&x, SHOW_BY_DAY, NULL);
    CU_ASSERT(has(text, "An[2Jna Berg"));
    CU_ASSERT(has(text, "Kim31m \uFFFD"));
    CU_ASSERT(has(text, "Bio teater"));
    CU_ASSERT(!has(text, "\033") && !has(text, "\x07") && !has(text, "\r"));
    CU_ASSERT(has(show_text(x.arena, &x.sheet, SHOW_BY_DAY, NULL, 80, true),
                  "\033[1m"));
    fixture_end(&x);
}

static void the_hour_that_comes_twice_is_told_apart(void)
{
    speak("sv");
    struct fixture x = fixture_begin(2026, 43, "Europe/Stockholm");
    int sunday = x.week.day_start[6];
    CU_ASSERT_STRING_EQUAL(
        moment_sentence(x.arena, &x.week, sunday + 2 * HOUR + 30),
        "sön 25 okt 02:30 (sommartid)");
    CU_ASSERT_STRING_EQUAL(
        moment_sentence(x.arena, &x.week, sunday + 3 * HOUR + 30),
        "sön 25 okt 02:30 (vintertid)");
    CU_ASSERT_STRING_EQUAL(
        moment_sentence(x.arena, &x.week, sunday + 4 * HOUR),
        "sön 25 okt 03:00");
    fixture_end(&x);
}

/* ---- breaches ---------------------------------------------------------- */

static void a_breach_reads_as_a_dispatcher_would_say_it(void)
{
    struct fixture x = four_visits();
    struct breach b = {.rule = RULE_DAILY_REST, .escort = x.anna,
                       .client = NONE, .request = NONE, .other = NONE,
                       .from = DAY, .to = 2 * DAY, .amount = 90, .limit = 660};
    speak("en");
    CU_ASSERT_STRING_EQUAL(
        breach_sentence(x.arena, x.problem, &b),
        "Daily rest: Anna Berg has at most 9 h 30 min of rest on end between "
        "Tue 24 Nov 00:00 and Wed 25 Nov 00:00 (their day begins at 00:00); "
        "11 h are required (ATL 13 §; AB, daily rest from 2023-10-01).");
    speak("sv");
    CU_ASSERT_STRING_EQUAL(
        breach_sentence(x.arena, x.problem, &b),
        "Dygnsvila: Anna Berg har högst 9 tim 30 min sammanhängande vila mellan "
        "tis 24 nov 00:00 och ons 25 nov 00:00 (dygnet börjar 00:00); 11 tim "
        "krävs (ATL 13 §; AB, "
        "dygnsvila från 2023-10-01).");
    fixture_end(&x);
}

/* Lo, a child with protected identity who needs medicine, rides when no rides run,
 * and is sent out for half a day with Bo, who has declined and cannot bear dogs. */
static void add_lo(struct fixture *x)
{
    int lo = problem_add_client(
        x->builder, "lo",
        &(struct client){.id = "lo", .name = "Lo Vik", .area = "", .home = NONE,
                         .birth_year = 2015, .is_protected = true, .exposes = 1});
    struct alternative at = {2 * DAY + 8 * HOUR, 2 * DAY + 8 * HOUR, NONE, 0};
    problem_code(x->builder, CODE_TASK, "medicine");
    problem_code(x->builder, CODE_EXPOSURE, "dog");
    problem_set_paratransit(x->builder, 2, (struct span){2 * DAY + 9 * HOUR, 3 * DAY});
    int request = problem_add_request(
        x->builder, "lo",
        &(struct request){.id = "lo", .activity = "Zoo", .series = "", .client = lo,
                          .needed = 1, .minutes = 600, .minutes_min = 600,
                          .meet = x->pool, .end = x->pool, .tasks = 1,
                          .priority = PRIORITY_NORMAL, .decision = NONE,
                          .out = TRANSPORT_PARATRANSIT,
                          .n_alternatives = 1, .alternatives = &at,
                          .pin_start = NONE, .link = NONE});
    problem_add_offer(x->builder, request,
                      &(struct offer){x->bo, ANSWER_DECLINED, 0});
}

/* Two clients in a session that has room for one. Returns the first's request. */
static int add_crowd(struct fixture *x)
{
    int session = problem_add_session(
        x->builder, "",
        &(struct session){.id = "s", .activity = "Bowling", .place = x->pool,
                          .start = 4 * DAY, .minutes = 60, .capacity = 1,
                          .per_escort = 1, .debit_percent = 100});
    struct alternative at = {.wish = NONE, .session = 1 + session};
    int first = NONE;
    for (int i = 0; i < 2; i++) {
        const char *id = i ? "s2" : "s1";
        int request = problem_add_request(
            x->builder, id,
            &(struct request){.id = id, .activity = "Bowling", .series = "",
                              .client = x->kim, .needed = 1, .minutes = 60,
                              .minutes_min = 60, .meet = NONE, .end = NONE,
                              .priority = PRIORITY_NORMAL, .decision = NONE,
                              .n_alternatives = 1, .alternatives = &at,
                              .pin_start = NONE, .link = NONE});
        first = i ? first : request;
    }
    return first;
}

/* Anna in two places on Tuesday, Bo where he may not go, and so on: what the rules
 * themselves report is what must be said. */
static void every_breach_the_rules_find_has_a_sentence_in_both_languages(void)
{
    speak("en");
    struct fixture x = fixture_begin(2026, 48, "Europe/Stockholm");
    x.anna = add_escort(&x, "anna", "Anna Berg", EMPLOYED_MONTHLY);
    struct span always = {-7 * DAY, 14 * DAY};
    x.bo = problem_add_escort(
        x.builder, "bo",
        &(struct escort){.id = "bo", .name = "Bo Ek", .home = NONE,
                         .engagement = CONTRACTOR, .n_available = 1,
                         .available = &always, .contract_minutes = NONE,
                         .max_minutes = NONE, .allergies = 1});
    x.kim = add_client(&x, "kim", "Kim Åström");
    int decision = problem_add_decision(
        x.builder, "", &(struct decision){.id = "d", .client = x.kim,
                                          .basis = LSS_9_3,
                                          .period = PER_WEEK, .minutes = 60,
                                          .to_day = INT64_MAX});
    for (int i = 0; i < 21; i++) /* Tuesday: three from 8 on; each day one more */
        add_request(&x, arena_print(x.arena, "r%d", i), x.kim, "Kör",
                    i < 3 ? DAY + (8 + i) * HOUR : (i % 7) * DAY + 5 * HOUR,
                    i < 3 ? 120 : 17 * HOUR, i == 0 ? 2 : 1, i == 1);
    CU_ASSERT_EQUAL(decision, 0);
    problem_add_link(x.builder, "", &(struct link){0, 1, 30, 30, false});
    problem_bar(x.builder, x.kim, x.bo, BAR_CLIENT);
    problem_pin(x.builder, 2, DAY + 10 * HOUR, &x.anna, 1);
    problem_add_absence(x.builder, x.anna, (struct span){DAY, 2 * DAY});
    add_lo(&x);
    int crowd = add_crowd(&x);
    freeze(&x);
    serve(&x, 0, x.anna, NONE);
    serve(&x, 1, x.anna, NONE);
    serve(&x, 2, x.bo, NONE);
    x.roster->visits[2].start += 7;
    for (int i = 3; i < 21; i++)
        serve(&x, i, x.anna, NONE);
    serve(&x, 21, x.bo, NONE);
    for (int i = crowd; i < crowd + 2; i++)
        x.roster->visits[i] = (struct visit){.start = 4 * DAY, .minutes = 60,
                                             .n_escorts = 1, .escorts = {x.bo},
                                             .session = 1};
    judge(&x);

    bool found[RULE_COUNT] = {false};
    for (int i = 0; i < x.sheet.verdict->n_breaches; i++) {
        const struct breach *b = &x.sheet.verdict->breaches[i];
        found[b->rule] = true;
        speak("en");
        const char *english = sheet_breach(x.arena, &x.sheet, b);
        CU_ASSERT(has(english, RULE_ROWS[b->rule].source));
        CU_ASSERT(b->escort == NONE ||
                  has(english, x.problem->escorts[b->escort].name));
        CU_ASSERT(!has(english, "Lo Vik"));
        speak("sv");
        const char *swedish = sheet_breach(x.arena, &x.sheet, b);
        CU_ASSERT(strcmp(english, swedish) != 0);
        CU_ASSERT(!has(swedish, " escort") && !has(swedish, " the "));
    }
    for (int rule = 0; rule < RULE_COUNT; rule++)
        if (RULE_ROWS[rule].tier == TIER_HARD && !found[rule])
            printf("\n    never told here: %s", RULE_ROWS[rule].name);
    for (int rule = 0; rule < RULE_COUNT; rule++)
        CU_ASSERT(RULE_ROWS[rule].tier != TIER_HARD || found[rule]);
    fixture_end(&x);
}

/* The first breach of a rule, as the sheet tells it. */
static const char *told_of(struct fixture *x, enum rule rule)
{
    judge(x);
    for (int i = 0; i < x->sheet.verdict->n_breaches; i++)
        if (x->sheet.verdict->breaches[i].rule == rule)
            return sheet_breach(x->arena, &x->sheet,
                                &x->sheet.verdict->breaches[i]);
    return "";
}

static struct fixture two_requests(int second_start, int needed)
{
    speak("en");
    struct fixture x = fixture_begin(2026, 48, "Europe/Stockholm");
    x.anna = add_escort(&x, "anna", "Anna Berg", CONTRACTOR);
    x.bo = add_escort(&x, "bo", "Bo Ek", CONTRACTOR);
    x.kim = add_client(&x, "kim", "Kim Ek");
    x.eva = add_client(&x, "eva", "Eva Lo");
    add_request(&x, "a", x.kim, "Bio", DAY + 10 * HOUR, 120, needed, 0);
    add_request(&x, "b", x.eva, "Bio", second_start, 120, 1, 0);
    return x;
}

static void visits_at_once_are_told_with_their_spans(void)
{
    struct fixture x = two_requests(DAY + 11 * HOUR, 1);
    freeze(&x);
    serve(&x, 0, x.anna, NONE);
    serve(&x, 1, x.anna, NONE);
    CU_ASSERT(has(told_of(&x, RULE_OVERLAP),
                  "Anna Berg, Tue 24 Nov: Bio, Kim Ek 10:00–12:00 and Bio, "
                  "Eva Lo 11:00–13:00 overlap"));
    fixture_end(&x);
}

static void no_time_at_all_between_visits_is_told(void)
{
    struct fixture x = two_requests(DAY + 12 * HOUR, 1);
    struct breach b = {.rule = RULE_OVERLAP, .escort = x.anna,
                       .client = x.eva, .request = 1, .other = 0,
                       .from = DAY + 12 * HOUR, .to = DAY + 12 * HOUR,
                       .amount = 37, .limit = 37};
    freeze(&x);
    CU_ASSERT(has(sheet_breach(x.arena, &x.sheet, &b),
                  "Anna Berg has no time between Tue 24 Nov 12:00 and 12:00 to "
                  "get from one visit to another (Bio, Kim Ek; Bio, Eva Lo); "
                  "37 min are needed"));
    fixture_end(&x);
}

static void who_is_planned_and_what_was_asked_for_are_told(void)
{
    struct fixture x = two_requests(2 * DAY, 2);
    problem_pin(x.builder, 1, NONE, &x.bo, 1);
    freeze(&x);
    serve(&x, 0, x.anna, NONE);
    serve(&x, 1, x.anna, NONE);
    x.roster->visits[0].start += 15;
    CU_ASSERT(has(told_of(&x, RULE_STAFFING),
                  "needs 2 escorts and has 1 (Anna Berg)"));
    CU_ASSERT(has(told_of(&x, RULE_PIN),
                  "is pinned to Bo Ek, but Anna Berg is planned"));
    CU_ASSERT(has(told_of(&x, RULE_OFFER),
                  "the client asked for 2 h, starting Tue 24 Nov 10:00 ("));
    fixture_end(&x);
}

static void what_is_out_of_step_is_told(void)
{
    struct fixture x = two_requests(DAY + 10 * HOUR, 1);
    problem_add_link(x.builder, "", &(struct link){0, 1, 0, 0, false});
    freeze(&x);
    serve(&x, 0, x.anna, NONE);
    CU_ASSERT(has(told_of(&x, RULE_IN_STEP),
                  "both or neither, at the same time, by different escorts; "
                  "Bio, Kim Ek is planned (Tue 24 Nov 10:00) and Bio, Eva Lo "
                  "is not"));
    serve(&x, 1, x.anna, NONE);
    CU_ASSERT(has(told_of(&x, RULE_IN_STEP),
                  "Anna Berg is planned for both (Tue 24 Nov 10:00)"));
    serve(&x, 1, x.bo, NONE);
    x.roster->visits[1].start += 30;
    CU_ASSERT(has(told_of(&x, RULE_IN_STEP),
                  "the first begins Tue 24 Nov 10:00 and the second Tue 24 "
                  "Nov 10:30"));
    fixture_end(&x);
}

/* ---- reasons ----------------------------------------------------------- */

/* One request on Tuesday 13:00, two hours, under a decision. */
static struct fixture one_request(int needed, enum grant_period period,
                                  int granted)
{
    speak("en");
    struct fixture x = fixture_begin(2026, 48, "Europe/Stockholm");
    x.anna = add_escort(&x, "anna", "Anna Berg", CONTRACTOR);
    x.bo = add_escort(&x, "bo", "Bo Ek", CONTRACTOR);
    x.cilla = add_escort(&x, "cilla", "Cilla Dahl", CONTRACTOR);
    x.kim = add_client(&x, "kim", "Kim Åström");
    problem_add_decision(x.builder, "",
                         &(struct decision){.id = "d", .client = x.kim,
                                            .basis = LSS_9_3,
                                            .period = period,
                                            .minutes = granted,
                                            .to_day = INT64_MAX});
    add_request(&x, "swim", x.kim, "Simning", DAY + 13 * HOUR, 120, needed, 0);
    return x;
}

static void expect_reason(struct fixture *x, const char *sentence)
{
    freeze(x);
    CU_ASSERT_STRING_EQUAL(unserved_sentence(x->arena, x->problem, 0),
                           sentence);
    fixture_end(x);
}

static void away(struct fixture *x, int escort)
{
    problem_add_absence(x->builder, escort, (struct span){DAY, 2 * DAY});
}

static void hours_that_are_used_up_are_named_with_their_period(void)
{
    struct fixture month = one_request(1, PER_MONTH, 600);
    problem_add_used(month.builder, 0, date_days(2026, 11, 3), 600);
    expect_reason(&month,
                  "The decision's hours for November are used up.");

    struct fixture quarter = one_request(1, PER_QUARTER, 600);
    problem_add_used(quarter.builder, 0, date_days(2026, 10, 3), 510);
    expect_reason(&quarter,
                  "The decision has only 1 h 30 min left for October to "
                  "December, and the visit takes 2 h.");

    struct fixture occasion = one_request(1, PER_OCCASION, 60);
    expect_reason(&occasion, "The decision grants 1 h an occasion, and the "
                             "visit takes 2 h.");
}

static void the_only_escort_who_may_come_is_named(void)
{
    struct fixture x = one_request(1, PER_MONTH, 6000);
    problem_accept_only(x.builder, x.kim, &x.anna, 1);
    away(&x, x.anna);
    expect_reason(&x, "Only Anna Berg may come, and is not available at the "
                      "times asked for.");
}

static void what_keeps_many_away_is_counted(void)
{
    struct fixture x = one_request(1, PER_MONTH, 6000);
    problem_bar(x.builder, x.kim, x.bo, BAR_ESCORT);
    away(&x, x.anna);
    away(&x, x.cilla);
    expect_reason(&x, "2 escorts may come, but none of them is available at the "
                      "times asked for.");

    struct fixture y = one_request(1, PER_MONTH, 6000);
    problem_bar(y.builder, y.kim, y.anna, BAR_CLIENT);
    problem_bar(y.builder, y.kim, y.bo, BAR_CLIENT);
    add_escort(&y, "dan", "Dan Falk", CONTRACTOR);
    problem_bar(y.builder, y.kim, y.cilla, BAR_ESCORT);
    problem_bar(y.builder, y.kim, y.cilla + 1, BAR_ESCORT);
    expect_reason(&y, "No escort can come: 4 may not come to this client.");
}

static void a_unit_without_escorts_is_said_to_have_none(void)
{
    speak("en");
    struct fixture x = fixture_begin(2026, 48, "Europe/Stockholm");
    x.kim = add_client(&x, "kim", "Kim Åström");
    add_request(&x, "swim", x.kim, "Simning", DAY + 13 * HOUR, 120, 1, 0);
    expect_reason(&x, "The unit has no escorts.");
}

static void too_few_for_double_staffing_is_said(void)
{
    struct fixture x = one_request(2, PER_MONTH, 6000);
    away(&x, x.anna);
    away(&x, x.cilla);
    expect_reason(&x, "2 escorts are needed at once and only 1 can come: 2 "
                      "are not available at the times asked for.");
}

static void enough_escorts_who_are_needed_elsewhere_are_counted(void)
{
    struct fixture x = one_request(1, PER_MONTH, 6000);
    away(&x, x.cilla);
    expect_reason(&x, "2 escorts could come, but are needed for other visits.");

    struct fixture y = one_request(1, PER_MONTH, 6000);
    problem_accept_only(y.builder, y.kim, &y.bo, 1);
    expect_reason(&y, "Only Bo Ek may come, and is needed for other visits.");
}

static void a_reason_never_names_another_client(void)
{
    for (int crowd = 0; crowd < 2; crowd++) {
        struct fixture x = one_request(1, PER_MONTH, 6000);
        int eva = add_client(&x, "eva", "Eva Öst");
        add_request(&x, "walk", eva, "Promenad", DAY + 13 * HOUR, 120, 1, 0);
        problem_add_link(x.builder, "", &(struct link){0, 1, 0, 0, false});
        if (crowd) {
            away(&x, x.anna);
            away(&x, x.bo);
            away(&x, x.cilla);
        }
        freeze(&x);
        const char *reason = unserved_sentence(x.arena, x.problem, 0);
        CU_ASSERT(!has(reason, "Eva") && !has(reason, "Promenad"));
        fixture_end(&x);
    }
}

static void somebody_who_is_free_after_all_is_told(void)
{
    struct fixture x = one_request(1, PER_MONTH, 6000);
    add_request(&x, "walk", x.kim, "Promenad", DAY + 14 * HOUR, 60, 1, 0);
    away(&x, x.cilla);
    freeze(&x);
    serve(&x, 1, x.anna, NONE);
    judge(&x);
    CU_ASSERT_STRING_EQUAL(why_not_phrase(x.arena, &x.sheet, 0),
                           "Bo Ek is free and could come Tue 24 Nov 13:00.");
    x.roster->visits[1].escorts[0] = x.bo;
    CU_ASSERT_STRING_EQUAL(why_not_phrase(x.arena, &x.sheet, 0),
                           "Anna Berg is free and could come Tue 24 Nov 13:00.");
    x.roster->visits[1].n_escorts = 2;
    x.roster->visits[1].escorts[1] = x.anna;
    CU_ASSERT_STRING_EQUAL(
        why_not_phrase(x.arena, &x.sheet, 0),
        "2 escorts could come, but are needed for other visits.");
    fixture_end(&x);

    struct fixture y = one_request(1, PER_MONTH, 150); /* hours for one of two */
    add_request(&y, "walk", y.kim, "Promenad", 2 * DAY, 60, 1, 0);
    freeze(&y);
    serve(&y, 1, y.anna, NONE);
    judge(&y);
    CU_ASSERT_STRING_EQUAL(
        why_not_phrase(y.arena, &y.sheet, 0),
        "The decision's hours go to other visits of the client.");
    fixture_end(&y);
}

/* ---- JSON -------------------------------------------------------------- */

static void the_document_tells_what_the_terminal_tells(void)
{
    speak("en");
    struct fixture x = four_visits();
    json_t *o = json_loads(show_json(x.arena, &x.sheet),
                           JSON_REJECT_DUPLICATES, NULL);
    CU_ASSERT_PTR_NOT_NULL_FATAL(o);
    json_t *visits = json_object_get(o, "visits");
    json_t *unserved = json_object_get(o, "unserved");
    json_t *swim = json_array_get(visits, 0), *talk = json_array_get(unserved, 0);
    CU_ASSERT_EQUAL(json_array_size(visits), 3);
    CU_ASSERT_EQUAL(json_array_size(unserved), 1);
    CU_ASSERT_STRING_EQUAL(json_string_value(json_object_get(swim, "start")),
                           "2026-11-24T13:00+01:00");
    CU_ASSERT_STRING_EQUAL(json_string_value(json_object_get(talk, "reason")),
                           "needs");
    CU_ASSERT_EQUAL(
        json_integer_value(json_object_get(
            json_array_get(json_object_get(o, "tiers"), 1), "bound")),
        150);
    CU_ASSERT(json_is_true(
        json_object_get(json_object_get(o, "verdict"), "lawful")));
    json_decref(o);
    fixture_end(&x);
}

static void a_name_that_is_not_utf_8_still_gives_a_document(void)
{
    struct fixture x = fixture_begin(2026, 48, "Europe/Stockholm");
    x.kim = add_client(&x, "k", "Kim \xc3");
    add_request(&x, "r", x.kim, "Bio", DAY, 60, 1, 0);
    x.anna = add_escort(&x, "a", "Anna", CONTRACTOR);
    freeze(&x);
    judge(&x);
    json_t *o = json_loads(show_json(x.arena, &x.sheet), 0, NULL);
    CU_ASSERT_PTR_NOT_NULL(o);
    json_decref(o);
    fixture_end(&x);
}

void show_suite(void)
{
    CU_pSuite s = CU_add_suite("show", NULL, NULL);
    CU_add_test(s, "what is not served comes first and says why",
                what_is_not_served_comes_first_and_says_why);
    CU_add_test(s, "a tier tells its gap or that it is proved",
                a_tier_tells_its_gap_or_that_it_is_proved);
    CU_add_test(s, "a tier tells what of its bound is certified",
                a_tier_tells_what_of_its_bound_is_certified);
    CU_add_test(s, "a gap is never rounded to nothing",
                a_gap_is_never_rounded_to_nothing);
    CU_add_test(s, "an escort sees hours and free days",
                an_escort_sees_hours_and_free_days);
    CU_add_test(s, "a client sees the faces of the week",
                a_client_sees_the_faces_of_the_week);
    CU_add_test(s, "one person can be shown alone",
                one_person_can_be_shown_alone);
    CU_add_test(s, "no line is wider than asked for",
                no_line_is_wider_than_asked_for);
    CU_add_test(s, "nothing is lost in a narrow table",
                nothing_is_lost_in_a_narrow_table);
    CU_add_test(s, "a name cannot steer the terminal",
                a_name_cannot_steer_the_terminal);
    CU_add_test(s, "the hour that comes twice is told apart",
                the_hour_that_comes_twice_is_told_apart);
    CU_add_test(s, "a breach reads as a dispatcher would say it",
                a_breach_reads_as_a_dispatcher_would_say_it);
    CU_add_test(s, "every breach the rules find has a sentence in both languages",
                every_breach_the_rules_find_has_a_sentence_in_both_languages);
    CU_add_test(s, "visits at once are told with their spans",
                visits_at_once_are_told_with_their_spans);
    CU_add_test(s, "no time at all between visits is told",
                no_time_at_all_between_visits_is_told);
    CU_add_test(s, "who is planned and what was asked for are told",
                who_is_planned_and_what_was_asked_for_are_told);
    CU_add_test(s, "what is out of step is told", what_is_out_of_step_is_told);
    CU_add_test(s, "hours that are used up are named with their period",
                hours_that_are_used_up_are_named_with_their_period);
    CU_add_test(s, "the only escort who may come is named",
                the_only_escort_who_may_come_is_named);
    CU_add_test(s, "what keeps many away is counted",
                what_keeps_many_away_is_counted);
    CU_add_test(s, "a unit without escorts is said to have none",
                a_unit_without_escorts_is_said_to_have_none);
    CU_add_test(s, "too few for double staffing is said",
                too_few_for_double_staffing_is_said);
    CU_add_test(s, "enough escorts who are needed elsewhere are counted",
                enough_escorts_who_are_needed_elsewhere_are_counted);
    CU_add_test(s, "somebody who is free after all is told",
                somebody_who_is_free_after_all_is_told);
    CU_add_test(s, "a reason never names another client",
                a_reason_never_names_another_client);
    CU_add_test(s, "the document tells what the terminal tells",
                the_document_tells_what_the_terminal_tells);
    CU_add_test(s, "a name that is not utf 8 still gives a document",
                a_name_that_is_not_utf_8_still_gives_a_document);
}
