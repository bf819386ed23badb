/* What a week with a group, answers of contractors, a protected client and warnings is
 * told with, in every format. */
#include "adapters/show/outing.h"
#include "feed_fixture.h"

#include <jansson.h>

static bool has(const char *text, const char *part)
{
    return strstr(text, part) != NULL;
}

static int count(const char *text, const char *part)
{
    int n = 0;
    for (; (text = strstr(text, part)); text += strlen(part))
        n++;
    return n;
}

/* Folded lines made whole, names of events left out: those are of chance. */
static const char *calendar(struct fixture *x, int client, int escort)
{
    struct text t = text_new(x->arena);
    for (const char *s = own_feed(x, client, escort); *s; s++)
        if (strncmp(s, "\r\n ", 3) == 0)
            s += 2;
        else if (strncmp(s, "\r\nUID:", 6) == 0)
            s += 5 + strcspn(s + 6, "\r");
        else
            text_add_bytes(&t, s, 1);
    return text_done(&t);
}

enum { CAFE = 1, DUO = 2 }; /* sessions as visits name them */
enum { KIM, EVA, LO, DUO_KIM, DUO_EVA, WALK };
enum { CAFE_START = 2 * DAY + 14 * HOUR, DUO_START = 5 * DAY + 18 * HOUR };

static void add_session(struct fixture *x, const char *id, const char *activity,
                        int start, int capacity, bool shared)
{
    problem_add_session(x->builder, id,
                        &(struct session){.id = id, .activity = activity,
                                          .place = x->pool, .start = start,
                                          .minutes = 120, .capacity = capacity,
                                          .per_escort = 2, .debit_percent = 100,
                                          .shared = shared});
}

static void ask_session(struct fixture *x, const char *id, int client, int session)
{
    struct alternative at = {.wish = NONE, .session = session};
    problem_add_request(
        x->builder, id,
        &(struct request){.id = id, .activity = "Fritid", .series = "",
                          .client = client, .needed = 1, .minutes = 120,
                          .minutes_min = 120, .meet = x->pool, .end = x->pool,
                          .priority = PRIORITY_NORMAL, .decision = NONE,
                          .n_alternatives = 1, .alternatives = &at,
                          .pin_start = NONE, .link = NONE});
}

static void take_part(struct fixture *x, int request, int session, int escort)
{
    const struct session *s = &x->problem->sessions[session - 1];
    x->roster->visits[request] = (struct visit){.start = s->start, .minutes = s->minutes,
                                                .n_escorts = 1, .escorts = {escort},
                                                .session = session};
}

/* Wednesday: a café with Anna for Kim and Eva and with Cilla for Lo, who is protected.
 * Saturday: Kim and Eva share Bo, a contractor. Sunday: a walk of Kim's with Bo. */
static struct fixture a_club(int64_t today)
{
    struct fixture x = fixture_begin(2026, 48, "Europe/Stockholm");
    x.anna = add_escort(&x, "anna", "Anna Berg", EMPLOYED_MONTHLY);
    x.bo = add_escort(&x, "bo", "Bo Ek", CONTRACTOR);
    x.cilla = problem_add_escort(
        x.builder, "",
        &(struct escort){.id = "cilla", .name = "Cilla Dahl", .home = NONE,
                         .engagement = EMPLOYED_HOURLY, .n_available = 1,
                         .available = &(struct span){-7 * DAY, 14 * DAY},
                         .contract_minutes = NONE, .max_minutes = NONE,
                         .protected_clearance = {1, INT64_MAX}});
    x.kim = add_client(&x, "kim", "Kim Åström");
    x.eva = add_client(&x, "eva", "Eva Öst");
    int lane = problem_add_place(x.builder, "",
                                 &(struct place){.id = "lane", .name = "Gränd 7",
                                                 .area = ""});
    int lo = problem_add_client(x.builder, "",
                                &(struct client){.id = "c3", .name = "Lo Hemlig",
                                                 .area = "", .home = lane,
                                                 .is_protected = true});
    problem_set_travel_matrix(x.builder,
                              (const uint16_t[]){0, 15, 15, 15, 0, 15, 15, 15, 0}, 3);
    problem_set_today(x.builder, today);
    problem_client_named(x.builder, x.kim, x.anna, x.bo);
    problem_add_history(x.builder, x.kim, x.anna, 3);
    problem_client_shares(x.builder, x.kim, x.eva);
    problem_client_shares(x.builder, x.eva, x.kim);
    add_session(&x, "cafe", "Fika", CAFE_START, 8, false);
    add_session(&x, "duo", "Bio", DUO_START, 2, true);
    ask_session(&x, "kim-cafe", x.kim, CAFE);
    ask_session(&x, "eva-cafe", x.eva, CAFE);
    ask_session(&x, "lo-cafe", lo, CAFE);
    ask_session(&x, "kim-duo", x.kim, DUO);
    ask_session(&x, "eva-duo", x.eva, DUO);
    add_request(&x, "walk", x.kim, "Promenad", 6 * DAY + 12 * HOUR, 60, 1, 0);
    problem_add_offer(x.builder, DUO_KIM, &(struct offer){x.bo, ANSWER_ACCEPTED, 0});
    problem_add_offer(x.builder, DUO_EVA, &(struct offer){x.bo, ANSWER_OFFERED, 0});
    freeze(&x);
    take_part(&x, KIM, CAFE, x.anna);
    take_part(&x, EVA, CAFE, x.anna);
    take_part(&x, LO, CAFE, x.cilla);
    take_part(&x, DUO_KIM, DUO, x.bo);
    take_part(&x, DUO_EVA, DUO, x.bo);
    serve(&x, WALK, x.bo, NONE);
    x.sheet.has_tiers = false;
    judge(&x);
    return x;
}

static struct fixture spoken_club(void)
{
    speak("en");
    return a_club(0);
}

static const char *shown(struct fixture *x, enum show_order order, const char *only)
{
    return show_text(x->arena, &x->sheet, order, only, 120, false);
}

/* ---- sessions ---------------------------------------------------------- */

static void a_group_is_one_line_with_all_who_come(void)
{
    struct fixture x = spoken_club();
    const char *days = shown(&x, SHOW_BY_DAY, NULL);
    CU_ASSERT_EQUAL(x.sheet.verdict->n_breaches, 0);
    CU_ASSERT_EQUAL(count(days, "Fika (group, 3 of 8)"), 1);
    CU_ASSERT(has(days, "Wednesday 25 November: 3 visits"));
    CU_ASSERT(has(days, "3 clients: Kim Åström, Eva Öst and c3"));
    CU_ASSERT(has(days, "Anna Berg and Cilla Dahl"));
    CU_ASSERT_EQUAL(count(days, "Bio (shared, 2 of 2)"), 1);
    fixture_end(&x);
}

static void an_escort_has_a_group_once_with_their_own_clients(void)
{
    struct fixture x = spoken_club();
    const char *anna = shown(&x, SHOW_BY_ESCORT, "anna");
    CU_ASSERT_EQUAL(count(anna, "14:00–16:00"), 1);
    CU_ASSERT(has(anna, "2 clients: Kim Åström and Eva Öst"));
    CU_ASSERT(has(anna, "Fika (group, 3 of 8)") && has(anna, "Simhallen"));
    CU_ASSERT(!has(anna, "c3"));
    fixture_end(&x);
}

static void a_client_sees_the_group_and_not_the_others(void)
{
    struct fixture x = spoken_club();
    const char *kim = shown(&x, SHOW_BY_CLIENT, "kim");
    CU_ASSERT(has(kim, "Fika (group, 3 of 8)") && has(kim, "Anna Berg"));
    CU_ASSERT(!has(kim, "Eva") && !has(kim, "c3") && !has(kim, "Cilla"));
    fixture_end(&x);
}

static void who_takes_part_at_another_time_is_told_apart(void)
{
    struct fixture x = spoken_club();
    int n;
    x.roster->visits[EVA].start += 30;
    judge(&x);
    const struct outing *o = sheet_outings(x.arena, &x.sheet, NONE, x.anna, &n);
    CU_ASSERT_EQUAL_FATAL(n, 2);
    CU_ASSERT(o[0].n == 1 && o[0].requests[0] == KIM);
    CU_ASSERT(o[1].n == 1 && o[1].requests[0] == EVA);
    const char *ics = own_feed(&x, NONE, x.anna);
    const char *uid = strstr(ics, "\r\nUID:") + 6;
    const char *first = arena_print(x.arena, "%.*s", (int)strcspn(uid, "\r"), uid);
    CU_ASSERT_EQUAL(count(ics, "\r\nUID:"), 2);
    CU_ASSERT_EQUAL(count(ics, first), 1);
    fixture_end(&x);
}

static void an_escorts_calendar_has_a_group_as_one_event(void)
{
    struct fixture x = spoken_club();
    const char *anna = own_feed(&x, NONE, x.anna);
    CU_ASSERT_EQUAL(count(anna, "BEGIN:VEVENT"), 1);
    CU_ASSERT(has(anna, "\r\nSUMMARY:Fika with 2 clients\r\nLOCATION:Simhallen\r\n"));
    CU_ASSERT(has(anna, "With you: Eva and Kim."));
    x.roster->visits[KIM] = (struct visit){0};
    const char *fewer = own_feed(&x, NONE, x.anna);
    const char *uid = strstr(anna, "\r\nUID:");
    CU_ASSERT(has(fewer, arena_print(x.arena, "%.*s", 40, uid)));
    CU_ASSERT(has(fewer, "\r\nSUMMARY:Fika with Eva\r\n"));
    fixture_end(&x);
}

static void a_clients_calendar_never_names_another_client(void)
{
    struct fixture x = spoken_club();
    const char *kim = calendar(&x, x.kim, NONE);
    CU_ASSERT_EQUAL(count(kim, "BEGIN:VEVENT"), 3);
    CU_ASSERT(has(kim, "\r\nSUMMARY:Fika with Anna\r\n"));
    CU_ASSERT(has(kim, "You do this in a group."));
    CU_ASSERT_EQUAL(count(kim, "escort with somebody else."), 1);
    CU_ASSERT(!has(kim, "Eva") && !has(kim, "Lo") && !has(kim, "c3"));
    CU_ASSERT(!has(kim, "Cilla"));
    x.roster->visits[DUO_EVA] = (struct visit){0};
    CU_ASSERT(!has(calendar(&x, x.kim, NONE), "somebody else"));
    fixture_end(&x);
}

static void a_session_asked_for_is_named(void)
{
    struct fixture x = spoken_club();
    x.roster->visits[KIM] = (struct visit){0};
    judge(&x);
    CU_ASSERT(has(shown(&x, SHOW_BY_DAY, NULL),
                  "2 h, starting Wed 25 Nov 14:00 (Fika)"));
    fixture_end(&x);
}

/* ---- answers ----------------------------------------------------------- */

static void contractors_answers_are_told_and_counted(void)
{
    struct fixture x = spoken_club();
    const char *bo = shown(&x, SHOW_BY_ESCORT, "bo");
    CU_ASSERT_EQUAL(sheet_to_accept(&x.sheet), 2); /* Eva's and the walk */
    CU_ASSERT(has(bo, "2 visits yet to be accepted"));
    CU_ASSERT(has(bo, "Answer"));
    CU_ASSERT(has(bo, "offered, not answered yet")); /* of the two, the one not settled */
    CU_ASSERT(has(bo, "to be offered") && !has(bo, " accepted\n  "));
    const char *kim = shown(&x, SHOW_BY_CLIENT, "kim");
    CU_ASSERT(has(kim, "Bo Ek (accepted)") && has(kim, "Bo Ek (to be offered)"));
    CU_ASSERT(!has(kim, "Anna Berg (to be"));
    CU_ASSERT(!has(shown(&x, SHOW_BY_ESCORT, "anna"), "Answer"));
    CU_ASSERT(has(page_html(x.arena, &x.sheet),
                  "Promenad, Kim Åström, Simhallen (to be offered)</li>"));
    fixture_end(&x);
}

static void the_clients_own_escort_and_the_deputy_are_named_so(void)
{
    struct fixture x = spoken_club();
    CU_ASSERT(has(shown(&x, SHOW_BY_CLIENT, "kim"),
                  "meets Anna Berg (own escort, 3 visits before) and Bo Ek (deputy, "
                  "new face)"));
    fixture_end(&x);
}

/* ---- protected identity ------------------------------------------------ */

static void a_protected_client_is_an_id_everywhere(void)
{
    struct fixture x = spoken_club();
    const char *const told[] = {
        shown(&x, SHOW_BY_DAY, NULL), shown(&x, SHOW_BY_ESCORT, NULL),
        shown(&x, SHOW_BY_CLIENT, NULL), show_json(x.arena, &x.sheet),
        page_html(x.arena, &x.sheet), calendar(&x, NONE, x.cilla), calendar(&x, 2, NONE)};
    for (size_t i = 0; i < sizeof told / sizeof *told; i++) {
        CU_ASSERT(!has(told[i], "Lo Hemlig") && !has(told[i], "Hemlig"));
        CU_ASSERT(!has(told[i], "Gränd"));
        CU_ASSERT(has(told[i], "Simhallen"));
    }
    CU_ASSERT(has(told[5], "\r\nSUMMARY:Fika with c3\r\n"));
    fixture_end(&x);
}

/* ---- warnings and the document ----------------------------------------- */

static void warnings_are_told_and_make_nothing_unlawful(void)
{
    speak("en");
    struct fixture x = a_club(date_days(2026, 11, 20));
    const char *text = shown(&x, SHOW_BY_DAY, NULL);
    CU_ASSERT_EQUAL(x.sheet.verdict->n_breaches, 0);
    CU_ASSERT_EQUAL(x.sheet.verdict->n_warnings, 2); /* Anna and Cilla */
    CU_ASSERT_STRING_EQUAL(verdict_phrase(x.arena, &x.sheet),
                           "lawful: no rule is broken; 2 warnings");
    CU_ASSERT(has(text, "2 warnings, which make nothing unlawful\n  Notice: Anna Berg"));
    const char *cilla = shown(&x, SHOW_BY_DAY, "cilla");
    CU_ASSERT(has(cilla, "Notice: Cilla Dahl") && !has(cilla, "Notice: Anna"));
    CU_ASSERT(!has(shown(&x, SHOW_BY_DAY, "bo"), "Notice:"));
    CU_ASSERT(has(page_html(x.arena, &x.sheet), "<li>Notice: Cilla Dahl"));
    fixture_end(&x);
}

static json_t *visit_of(json_t *document, size_t i)
{
    return json_array_get(json_object_get(document, "visits"), i);
}

static const char *text_at(json_t *o, const char *key)
{
    const char *s = json_string_value(json_object_get(o, key));
    return s ? s : "";
}

static void the_document_tells_sessions_answers_roles_and_warnings(void)
{
    speak("en");
    struct fixture x = a_club(date_days(2026, 11, 20));
    json_t *d = json_loads(show_json(x.arena, &x.sheet), 0, NULL);
    CU_ASSERT_PTR_NOT_NULL_FATAL(d);
    json_t *verdict = json_object_get(d, "verdict");
    json_t *points = json_object_get(verdict, "points");
    CU_ASSERT(json_is_true(json_object_get(verdict, "lawful")));
    CU_ASSERT_EQUAL(json_array_size(json_object_get(verdict, "warnings")), 2);
    CU_ASSERT(json_object_get(points, "rights") && json_object_get(points, "cost"));
    CU_ASSERT_PTR_NULL(json_object_get(points, "notice"));
    CU_ASSERT_EQUAL(json_integer_value(json_object_get(d, "to_accept")), 2);

    json_t *cafe = visit_of(d, 0), *duo = visit_of(d, 4);
    json_t *session = json_object_get(cafe, "session");
    json_t *anna = json_array_get(json_object_get(cafe, "escorts"), 0);
    json_t *bo = json_array_get(json_object_get(duo, "escorts"), 0);
    CU_ASSERT_STRING_EQUAL(text_at(session, "id"), "cafe");
    CU_ASSERT_EQUAL(json_integer_value(json_object_get(session, "clients")), 3);
    CU_ASSERT_EQUAL(json_integer_value(json_object_get(session, "capacity")), 8);
    CU_ASSERT_STRING_EQUAL(text_at(cafe, "meet"), "Simhallen");
    CU_ASSERT_STRING_EQUAL(text_at(anna, "role"), "primary");
    CU_ASSERT_STRING_EQUAL(text_at(anna, "answer"), "");
    CU_ASSERT_STRING_EQUAL(text_at(bo, "answer"), "offered");
    CU_ASSERT(json_is_true(json_object_get(
        json_object_get(visit_of(d, 2), "client"), "protected")));
    json_decref(d);
    fixture_end(&x);
}

void outing_suite(void)
{
    CU_pSuite s = CU_add_suite("outing", NULL, NULL);
    CU_add_test(s, "a group is one line with all who come",
                a_group_is_one_line_with_all_who_come);
    CU_add_test(s, "an escort has a group once, with their own clients",
                an_escort_has_a_group_once_with_their_own_clients);
    CU_add_test(s, "a client sees the group and not the others",
                a_client_sees_the_group_and_not_the_others);
    CU_add_test(s, "who takes part at another time is told apart",
                who_takes_part_at_another_time_is_told_apart);
    CU_add_test(s, "an escort's calendar has a group as one event",
                an_escorts_calendar_has_a_group_as_one_event);
    CU_add_test(s, "a client's calendar never names another client",
                a_clients_calendar_never_names_another_client);
    CU_add_test(s, "a session asked for is named", a_session_asked_for_is_named);
    CU_add_test(s, "contractors' answers are told and counted",
                contractors_answers_are_told_and_counted);
    CU_add_test(s, "the client's own escort and the deputy are named so",
                the_clients_own_escort_and_the_deputy_are_named_so);
    CU_add_test(s, "a protected client is an id everywhere",
                a_protected_client_is_an_id_everywhere);
    CU_add_test(s, "warnings are told and make nothing unlawful",
                warnings_are_told_and_make_nothing_unlawful);
    CU_add_test(s, "the document tells sessions, answers, roles and warnings",
                the_document_tells_sessions_answers_roles_and_warnings);
}
