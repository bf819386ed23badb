#include "adapters/replan/event.h"

#include "small_workspace.h"

static struct small_workspace w;
static struct events events;

static const char REQUESTS[] =
    REQUEST("swim", "anna", 60, "2026-11-25", "10:00", "") "," REQUEST(
        "walk", "bo", 60, "2026-11-27", "10:00", "");

/* Wednesday at half past nine; the swim was given out for eight. */
static void opened(void)
{
    small_open(&w, "");
    small_put(&w, "weeks/2026-W48/week.json",
              arena_print(w.arena,
                          "{\"format\":\"ledsaga-week\",\"version\":1,\"week\":\"2026-W48\","
                          "\"now\":\"2026-11-25T09:30\",\"published\":{\"on\":\"2026-11-20\","
                          "\"visits\":[{\"request\":\"swim\",\"start\":\"2026-11-25T08:00\","
                          "\"minutes\":60,\"escorts\":[\"eva\"]}]},\"pins\":[{\"request\":\"walk\","
                          "\"start\":\"2026-11-27T10:00\"}],\"requests\":[%s]}",
                          REQUESTS));
    const struct problem *p = small_read(&w, 2026, 48);
    events = (struct events){.arena = w.arena, .problem = p, .now = p->now};
}

static bool is_sound(const char *word)
{
    w.faults.seen = 0;
    return event_add(&events, word, &w.faults) == STATUS_OK;
}

static const struct event *last(void)
{
    return &events.list[events.n - 1];
}

static int on(int day, int hour)
{
    return day * DAY + hour * HOUR;
}

enum { TUE = 1, WED, THU, FRI };

static void refused(const char *word, const char *what, const char *remedy)
{
    CU_ASSERT_FALSE(is_sound(word));
    if (!strstr(w.faults.list[0].what, what) || !strstr(w.faults.list[0].remedy, remedy))
        printf("\n    %s: %s / %s\n", word, w.faults.list[0].what, w.faults.list[0].remedy);
    CU_ASSERT_PTR_NOT_NULL(strstr(w.faults.list[0].what, what));
    CU_ASSERT_PTR_NOT_NULL(strstr(w.faults.list[0].remedy, remedy));
}

/* ---- words ---- */

static void absence_is(const char *word, int from, int to)
{
    CU_ASSERT_TRUE_FATAL(is_sound(word));
    CU_ASSERT_EQUAL(last()->escort, problem_find_escort(events.problem, "eva"));
    CU_ASSERT_EQUAL(last()->from, from);
    CU_ASSERT_EQUAL(last()->to, to);
}

static void an_absence_is_from_now_to_the_end_of_the_day(void)
{
    opened();
    absence_is("sick=eva", on(WED, 9) + 30, on(THU, 0));
    absence_is("sick=eva@2026-11-26", on(THU, 0), on(FRI, 0));
    absence_is("sick=eva@2026-11-24..2026-11-26", on(TUE, 0), on(FRI, 0));
    absence_is("sick=eva@2026-11-25T12:00..2026-11-25T15:00", on(WED, 12), on(WED, 15));
    absence_is("leaves=eva@2026-11-25T12:00", on(WED, 12), on(THU, 0));
    small_close(&w);
}

static void other_events_name_what_they_are_about(void)
{
    opened();
    CU_ASSERT_TRUE(is_sound("cancel=walk"));
    CU_ASSERT_EQUAL(last()->kind, EVENT_CANCEL);
    CU_ASSERT_EQUAL(last()->request, 1);
    CU_ASSERT_TRUE(is_sound("noshow=swim"));
    events.n = 0;
    CU_ASSERT_TRUE(is_sound("move=walk@2026-11-26T13:00..2026-11-26T15:00"));
    CU_ASSERT_EQUAL(last()->from, on(THU, 13));
    CU_ASSERT_EQUAL(last()->to, on(THU, 15));
    CU_ASSERT_TRUE(is_sound("veto=anna:fred"));
    CU_ASSERT_EQUAL(last()->client, 0);
    CU_ASSERT_EQUAL(last()->escort, 1);
    small_close(&w);
}

static void what_cannot_be_meant_is_refused(void)
{
    opened();
    refused("sick=ewa", "no escort 'ewa'", "'eva'");
    refused("sik=eva", "'sik'", "'sick='");
    refused("cancel=wal", "no request 'wal'", "'walk'");
    refused("veto=ann:eva", "no client 'ann'", "'anna'");
    refused("veto=anna", "who is not wanted", "veto=");
    refused("leaves=eva", "when the escort leaves", "leaves=");
    refused("move=walk", "when it is to be", "move=");
    refused("move=walk@2026-11-26", "at what time", "move=");
    refused("move=walk@2026-11-24T13:00", "into the past", "to come");
    refused("move=swim@2026-11-26T13:00", "has begun", "noshow=");
    refused("sick=eva@2026-12-24", "no time of the week", "2026-11-24");
    refused("cancel=swim", "has begun", "noshow=");
    refused("noshow=walk", "not in the roster", "cancel=");
    refused("sick=eva@2026-11-26..2026-11-25", "ends before", "after it begins");
    refused("sick=eva@2026-11-24", "is over", "stays");
    refused("sick", "lacks whom", "sick=");
    refused("ill=eva", "'ill'", "sick=, leaves=");
    refused("", "is no event", "sick=");
    CU_ASSERT_EQUAL(events.n, 0);
    small_close(&w);
}

static void one_thing_happens_to_a_visit(void)
{
    opened();
    CU_ASSERT_TRUE(is_sound("cancel=walk"));
    refused("move=walk@2026-11-26T13:00", "'cancel=walk' and 'move=walk@", "one of them");
    refused("cancel=walk", "about the same", "one of them");
    CU_ASSERT_TRUE(is_sound("noshow=swim"));
    CU_ASSERT_TRUE(is_sound("sick=eva"));
    CU_ASSERT_TRUE(is_sound("sick=eva@2026-11-26"));
    refused("sick=eva@2026-11-26", "about the same", "one of them");
    CU_ASSERT_TRUE(is_sound("veto=anna:fred"));
    CU_ASSERT_TRUE(is_sound("veto=bo:fred"));
    refused("veto=bo:fred", "about the same", "one of them");
    CU_ASSERT_EQUAL(events.n, 6);
    small_close(&w);
}

/* ---- files ---- */

static void file_of(const char *events_of_it)
{
    small_put(&w, "monday.json",
              arena_print(w.arena,
                          "{\"format\":\"ledsaga-events\",\"version\":1,\"events\":[%s]}",
                          events_of_it));
}

static const char *monday(void)
{
    return arena_print(w.arena, "%s/monday.json", w.folder);
}

static void a_file_says_the_same_as_words(void)
{
    opened();
    file_of("{\"sick\":\"eva\",\"from\":\"2026-11-26\",\"to\":\"2026-11-26\",\"x-who\":\"rang\"},"
            "{\"veto\":\"anna\",\"escort\":\"fred\"},{\"move\":\"walk\",\"from\":\"2026-11-26T13:00\"},"
            "{\"new\":{\"id\":\"n\"}}");
    CU_ASSERT_TRUE_FATAL(is_sound(monday()));
    CU_ASSERT_EQUAL_FATAL(events.n, 4);
    CU_ASSERT_EQUAL(events.list[0].to, on(FRI, 0));
    CU_ASSERT_STRING_EQUAL(events.list[0].said, "sick=eva@2026-11-26..2026-11-26");
    CU_ASSERT_STRING_EQUAL(events.list[1].said, "veto=anna:fred");
    CU_ASSERT_EQUAL(events.list[2].from, on(THU, 13));
    CU_ASSERT_STRING_EQUAL(events.list[3].json, "{\"id\":\"n\"}");
    small_close(&w);
}

static void faults_in_a_file_say_where(void)
{
    opened();
    file_of("{\"sick\":\"eva\"},{\"sick\":\"ewa\"},{\"from\":\"2026-11-26\"},{\"siick\":\"eva\"}");
    CU_ASSERT_FALSE(is_sound(monday()));
    CU_ASSERT_STRING_EQUAL(w.faults.list[0].place, "events[1]");
    CU_ASSERT_EQUAL(w.faults.list[0].status, STATUS_INPUT);
    CU_ASSERT_STRING_EQUAL(w.faults.list[1].place, "events[2]");
    refused("nothing.json", "", "");
    small_close(&w);
}

/* ---- edits ---- */

static const char *unit;

static const char *edited(void)
{
    struct week_edit *e;
    char *text;
    size_t length;

    CU_ASSERT_EQUAL_FATAL(file_read(w.arena, arena_print(w.arena, "%s/unit.json", w.folder), &text,
                                    &length, &w.faults),
                          STATUS_OK);
    unit = text;
    CU_ASSERT_EQUAL_FATAL(
        week_edit_open(w.arena, arena_print(w.arena, "%s/weeks/2026-W48/week.json", w.folder), &e,
                       &w.faults),
        STATUS_OK);
    events_put(&events, e, &unit);
    const char *week = week_edit_text(w.arena, e);
    week_edit_close(e);
    return week;
}

static void says(const char *text, const char *piece, bool wanted)
{
    if ((strstr(text, piece) != NULL) != wanted)
        printf("\n    %s: %s\n", piece, text);
    CU_ASSERT_EQUAL(strstr(text, piece) != NULL, wanted);
}

static void events_are_edits_of_the_week(void)
{
    opened();
    is_sound("sick=eva@2026-11-26");
    is_sound("move=walk@2026-11-26T13:00..2026-11-26T15:00");
    is_sound("noshow=swim");
    const char *week = edited();
    says(week, "\"from\": \"2026-11-26T00:00+01:00\", \"to\": \"2026-11-27T00:00+01:00\", \"reason\": \"sick\"",
         true);
    says(week, "\"alternatives\": [{\"date\": \"2026-11-26\", \"from\": \"13:00\", \"to\": \"15:00\"}]",
         true);
    says(week, "\"request\": \"walk\"", false); /* its pin */
    says(week, "\"x-noshow\": \"2026-11-25T09:30+01:00\"", true); /* and it stays as worked */
    small_close(&w);
}

static void what_is_called_off_goes_with_all_that_names_it(void)
{
    opened();
    is_sound("cancel=walk");
    const char *week = edited();
    says(week, "\"id\": \"walk\"", false);
    says(week, "\"pins\": []", true);
    says(week, "\"swim\"", true);
    small_close(&w);
}

static void a_veto_is_an_edit_of_the_unit(void)
{
    opened();
    is_sound("veto=anna:eva");
    const char *week = edited();
    says(unit, "\"never\": [\"eva\"]", true);
    says(week, "\"walk\"", true);
    const struct problem *p = NULL;
    CU_ASSERT_EQUAL_FATAL(workspace_read_texts(w.arena, w.folder, 2026, 48, unit, week, &p,
                                               &w.faults),
                          STATUS_OK);
    CU_ASSERT_EQUAL(pair_barred(p, 0, 0), BAR_CLIENT);
    CU_ASSERT_EQUAL(pair_barred(p, 1, 0), BAR_NONE);
    small_close(&w);
}

static void the_deputy_steps_in_for_who_is_not_wanted(void)
{
    opened();
    char *text = arena_print(w.arena, "{\"clients\": [{\"id\": \"anna\", \"primary\": \"eva\", "
                                      "\"deputy\": \"fred\", \"wishes\": [\"eva\", \"fred\"]}]}");
    small_put(&w, "unit.json", text);
    is_sound("veto=anna:eva");
    edited();
    CU_ASSERT_STRING_EQUAL(unit, "{\"clients\": [{\"id\": \"anna\", \"primary\": \"fred\", "
                                 "\"wishes\": [\"fred\"], \"never\": [\"eva\"]}]}");
    small_close(&w);
}

void event_suite(void)
{
    CU_pSuite s = CU_add_suite("event", NULL, NULL);

    CU_ADD_TEST(s, an_absence_is_from_now_to_the_end_of_the_day);
    CU_ADD_TEST(s, other_events_name_what_they_are_about);
    CU_ADD_TEST(s, what_cannot_be_meant_is_refused);
    CU_ADD_TEST(s, one_thing_happens_to_a_visit);
    CU_ADD_TEST(s, a_file_says_the_same_as_words);
    CU_ADD_TEST(s, faults_in_a_file_say_where);
    CU_ADD_TEST(s, events_are_edits_of_the_week);
    CU_ADD_TEST(s, what_is_called_off_goes_with_all_that_names_it);
    CU_ADD_TEST(s, a_veto_is_an_edit_of_the_unit);
    CU_ADD_TEST(s, the_deputy_steps_in_for_who_is_not_wanted);
}
