/* What calendars and tables come to, in the week of the tiny workspace. */
#include "adapters/import.h"

#include "adapters/fold.h"
#include "adapters/import_map.h"
#include "adapters/import_parts.h"
#include "adapters/import_told.h"
#include "tiny_workspace.h"

static const struct problem *problem;
static struct import_source source;
static const struct imported *before;
static const char *source_file;

static void begin(enum import_meaning as, const char *whose)
{
    open_workspace();
    problem = read_tiny();
    source_file = path_of("weeks/old"); /* a name that close_workspace() removes */
    source = (struct import_source){
        .id = "one", .as = as, .whose = whose, .address = source_file};
    before = NEW(arena, struct imported);
}

static struct import_result *compared(const char *text)
{
    struct import_reading *r = NULL;

    put("weeks/old", text);
    CU_ASSERT_EQUAL_FATAL(import_read(arena, &source, problem, &r, &faults), STATUS_OK);
    return import_compare(arena, r, before, false);
}

/* From now on this is what was imported. */
static struct import_result *taken(const char *text)
{
    struct import_result *x = compared(text);
    struct imported *im = NEW(arena, struct imported);

    im->n = 1;
    im->sources = import_next(arena, x);
    before = im;
    return x;
}

#define CALENDAR(method, events) "BEGIN:VCALENDAR\nVERSION:2.0\n" method events "END:VCALENDAR\n"
#define EVENT(uid, day, lines)                                                 \
    "BEGIN:VEVENT\nUID:" uid "\nDTSTART:202611" day "T090000Z\nDTEND:202611" day "T100000Z\n" \
    lines "END:VEVENT\n"

static void expect(const struct import_result *x, int changes, enum import_act act)
{
    CU_ASSERT_EQUAL(x->n_changes, changes);
    for (int i = 0; i < x->n_changes; i++)
        CU_ASSERT_EQUAL(x->changes[i].act, act);
}

/* ---- newer and older ---- */

static void the_higher_sequence_is_newer_then_the_later_stamp(void)
{
    static const struct {
        const char *lines;
        int changes;
    } CASES[] = {
        {"SEQUENCE:1\nDTSTAMP:20261101T000000Z\n", 0}, /* older in both */
        {"SEQUENCE:1\nDTSTAMP:20261111T000000Z\n", 0}, /* SEQUENCE counts first */
        {"SEQUENCE:2\nDTSTAMP:20261101T000000Z\n", 0},
        {"SEQUENCE:2\nDTSTAMP:20261105T000000Z\n", 1}, /* the same, yet it says something else */
        {"SEQUENCE:2\nDTSTAMP:20261111T000000Z\n", 1},
        {"SEQUENCE:2\n", 1},
        {"SEQUENCE:3\nDTSTAMP:20261101T000000Z\n", 1},
    };

    begin(MEANING_BUSY, "eva");
    expect(taken(CALENDAR("", EVENT("a", "24", "SEQUENCE:2\nDTSTAMP:20261105T000000Z\n"))), 1,
           ACT_ADD);
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        const char *text = arena_print(
            arena, "BEGIN:VCALENDAR\nVERSION:2.0\nBEGIN:VEVENT\nUID:a\nDTSTART:20261125T090000Z\n"
                   "DTEND:20261125T100000Z\n%sEND:VEVENT\nEND:VCALENDAR\n",
            CASES[i].lines);
        expect(compared(text), CASES[i].changes, ACT_UPDATE);
    }
    close_workspace();
}

static void a_later_stamp_alone_is_remembered_but_no_change(void)
{
    begin(MEANING_BUSY, "eva");
    taken(CALENDAR("", EVENT("a", "24", "DTSTAMP:20261101T000000Z\n")));
    expect(taken(CALENDAR("", EVENT("a", "24", "DTSTAMP:20261111T000000Z\n"))), 0, ACT_UPDATE);
    CU_ASSERT_EQUAL(before->sources[0].n_items, 1);
    expect(compared(CALENDAR("", EVENT("a", "25", "DTSTAMP:20261105T000000Z\n"))), 0, ACT_UPDATE);
    close_workspace();
}

static void a_busy_time_is_the_same_in_every_language(void)
{
    begin(MEANING_BUSY, "eva");
    taken(CALENDAR("", EVENT("a", "24", "")));
    struct import_item item = before->sources[0].items[0];
    struct import_past past = {.source = "one", .n_items = 1, .items = &item};
    struct imported swedish = {1, &past};
    char *json = arena_copy(arena, item.json);
    memcpy(strstr(json, "\"busy\"") + 1, "bokd", 4);
    item.json = json;
    before = &swedish;
    expect(compared(CALENDAR("", EVENT("a", "24", ""))), 0, ACT_UPDATE);
    close_workspace();
}

/* ---- what is gone ---- */

#define FOUR                                                                   \
    EVENT("a", "23", "") EVENT("b", "24", "") EVENT("c", "25", "") EVENT("d", "26", "")

static void only_a_whole_calendar_takes_away(void)
{
    begin(MEANING_BUSY, "eva");
    taken(CALENDAR("", FOUR));
    struct import_result *x = compared(CALENDAR("", EVENT("a", "23", "") EVENT("b", "24", "")
                                                        EVENT("c", "25", "")));
    expect(x, 1, ACT_REMOVE);
    CU_ASSERT_STRING_EQUAL(x->changes[0].uid, "d");
    expect(compared(CALENDAR("METHOD:PUBLISH\n", EVENT("a", "23", "") EVENT("b", "24", ""))), 2,
           ACT_REMOVE);
    expect(compared(CALENDAR("METHOD:REQUEST\n", EVENT("a", "23", ""))), 0, ACT_REMOVE);
    expect(compared("BEGIN:VCALENDAR\n" EVENT("a", "23", "")), 0, ACT_REMOVE);
    expect(compared(CALENDAR("", "")), 0, ACT_REMOVE);
    source.partial = true;
    expect(compared(CALENDAR("", EVENT("a", "23", ""))), 0, ACT_REMOVE);
    close_workspace();
}

static void more_than_half_is_held(void)
{
    begin(MEANING_BUSY, "eva");
    taken(CALENDAR("", FOUR));
    CU_ASSERT_FALSE(compared(CALENDAR("", EVENT("a", "23", "") EVENT("b", "24", "")))->held);
    struct import_result *x = compared(CALENDAR("", EVENT("a", "23", "")));
    CU_ASSERT_TRUE(x->held);
    CU_ASSERT_EQUAL(x->n_gone, 3);
    CU_ASSERT_EQUAL(import_changes(&x, 1), 0);
    CU_ASSERT_FALSE(import_clean(&x, 1));
    CU_ASSERT_EQUAL(import_next(arena, x)->n_items, 4);
    close_workspace();
}

static void an_event_that_moves_out_of_the_week_goes_without_being_gone(void)
{
    begin(MEANING_BUSY, "eva");
    taken(CALENDAR("", EVENT("a", "23", "")));
    struct import_result *x = compared(CALENDAR("", EVENT("a", "16", "")));
    expect(x, 1, ACT_REMOVE);
    CU_ASSERT_FALSE(x->held);
    close_workspace();
}

static void what_is_called_off_goes_by_name(void)
{
    static const char SERIES[] = CALENDAR("", EVENT("a", "23", "RRULE:FREQ=DAILY;COUNT=3\n"));

    begin(MEANING_BUSY, "eva");
    expect(taken(SERIES), 3, ACT_ADD);
    struct import_result *x = compared(CALENDAR(
        "METHOD:CANCEL\n", EVENT("a", "24", "RECURRENCE-ID:20261124T090000Z\nSEQUENCE:1\n")));
    expect(x, 1, ACT_REMOVE);
    CU_ASSERT_EQUAL(week_day(&problem->week, x->changes[0].start), 1);
    expect(compared(CALENDAR("METHOD:CANCEL\n", EVENT("a", "23", ""))), 3, ACT_REMOVE);
    expect(compared(CALENDAR("METHOD:CANCEL\n", EVENT("other", "23", ""))), 0, ACT_REMOVE);
    close_workspace();
}

/* ---- names ---- */

static void a_single_event_keeps_its_name_when_it_moves_and_a_series_has_many(void)
{
    begin(MEANING_WISHES, "anna");
    struct import_result *x = taken(CALENDAR("", EVENT("a", "24", "SUMMARY:Pool\n")));
    const char *key = x->changes[0].key;
    x = compared(CALENDAR("", EVENT("a", "26", "SUMMARY:Pool\n")));
    expect(x, 1, ACT_UPDATE);
    CU_ASSERT_STRING_EQUAL(x->changes[0].key, key);
    x = compared(CALENDAR("", EVENT("b", "24", "SUMMARY:Pool\nRRULE:FREQ=DAILY;COUNT=2\n")));
    CU_ASSERT_EQUAL_FATAL(x->n_changes, 3); /* and the first is gone */
    CU_ASSERT_STRING_NOT_EQUAL(x->changes[1].key, x->changes[2].key);
    close_workspace();
}

static void the_same_event_in_two_files_is_one(void)
{
    begin(MEANING_BUSY, "eva");
    source.more = &source_file;
    source.n_more = 1;
    struct import_result *x = compared(CALENDAR("", EVENT("a", "24", "")));
    expect(x, 1, ACT_ADD);
    CU_ASSERT_EQUAL(x->reading->n_begun, 2);
    close_workspace();
}

/* ---- finding ---- */

static struct import_reading *empty_reading(void)
{
    struct import_reading *r = NEW(arena, struct import_reading);

    *r = (struct import_reading){.arena = arena, .source = &source, .problem = problem};
    return r;
}

static void people_and_places_are_found_by_id_or_name(void)
{
    begin(MEANING_WISHES, "anna");
    struct import_reading *w = empty_reading();

    CU_ASSERT_EQUAL(import_find_client(w, "bo"), problem_find_client(problem, "bo"));
    CU_ASSERT_EQUAL(import_find_client(w, " ANNA  a "), problem_find_client(problem, "anna"));
    CU_ASSERT_EQUAL(import_find_escort(w, "Eva E"), problem_find_escort(problem, "eva"));
    CU_ASSERT_EQUAL(import_find_escort(w, "Eva"), NONE);
    CU_ASSERT_EQUAL(import_find_place(w, "swimming hall, Solna"),
                    problem_find_place(problem, "pool"));
    CU_ASSERT_EQUAL(import_find_place(w, ""), NONE);
    close_workspace();
}

static void a_name_that_several_have_is_nobodys(void)
{
    begin(MEANING_WISHES, "anna");
    change("unit.json", "\"name\": \"Bo B\"", "\"name\": \"Anna A\"");
    change("unit.json", "\"name\": \"Town square\"", "\"name\": \"Swimming hall, Solna\"");
    problem = read_tiny();
    struct import_reading *r = empty_reading();

    CU_ASSERT_EQUAL(import_find_client(r, "Anna A"), SEVERAL);
    CU_ASSERT_EQUAL(import_find_client(r, "anna"), problem_find_client(problem, "anna"));
    CU_ASSERT_EQUAL(import_find_place(r, "Swimming hall, Solna"),
                    problem_find_place(problem, "town"));
    /* Not the one of another town. */
    CU_ASSERT_EQUAL(import_find_place(r, "Swimming hall, Lund"),
                    problem_find_place(problem, "pool"));
    close_workspace();
}

static void texts_are_folded(void)
{
    arena = arena_new();
    CU_ASSERT_STRING_EQUAL(fold(arena, "  ÅSA\t\tÖberg × É "), "åsa öberg × é");
    CU_ASSERT_STRING_EQUAL(fold(arena, ""), "");
    arena_free(arena);
}

/* ---- wishes ---- */

static void a_flexible_wish_stays_within_its_day(void)
{
    struct import_wish w = {.at = 13 * HOUR};

    wish_loosen(&w);
    CU_ASSERT_EQUAL(w.from, 11 * HOUR);
    CU_ASSERT_EQUAL(w.to, 15 * HOUR);
    w.at = HOUR;
    wish_loosen(&w);
    CU_ASSERT_EQUAL(w.from, 0);
    w.at = 23 * HOUR;
    wish_loosen(&w);
    CU_ASSERT_EQUAL(w.to, DAY - 1);
}

/* ---- tables ---- */

static struct import_result *table(const char *rows)
{
    struct import_document d = {"plan.csv", true, rows, strlen(rows)};
    struct import_reading *r = empty_reading();

    r->whole = true;
    r->documents = &d;
    CU_ASSERT_EQUAL_FATAL(import_read_table(r, 0, &faults), STATUS_OK);
    r->documents = NULL;
    return import_compare(arena, r, before, false);
}

static void dates_and_clock_times_are_read_as_people_write_them(void)
{
    static const char *const DATES[] = {"2026-11-24", "20261124", "24/11/2026", "24.11.2026",
                                        "2026/11/24", "24-11-2026", "2026-11-24 00:00:00"};
    static const char *const CLOCKS[] = {"09:30", "9:30", "9.30", "0930", "930", "09:30:00"};
    static const char *const NONE_OF_BOTH[] = {"24 nov", "2026-13-01", "11/24/2026", "24/11/26",
                                               "25:00",  "9:60",       "half nine",  "9:3",
                                               "-1",     "9:30 pm"};

    begin(MEANING_FREE, "mia");
    for (size_t i = 0; i < sizeof DATES / sizeof *DATES; i++) {
        struct import_result *x =
            table(arena_print(arena, "datum;start;slut\n%s;9:30;11\n", DATES[i]));
        CU_ASSERT_EQUAL_FATAL(x->n_changes, 1);
        CU_ASSERT_EQUAL(x->changes[0].start, DAY + 9 * HOUR + 30);
    }
    for (size_t i = 0; i < sizeof CLOCKS / sizeof *CLOCKS; i++) {
        struct import_result *x =
            table(arena_print(arena, "datum;start;slut\n2026-11-24;%s;24:00\n", CLOCKS[i]));
        CU_ASSERT_EQUAL_FATAL(x->n_changes, 1);
        CU_ASSERT_EQUAL(x->changes[0].start, DAY + 9 * HOUR + 30);
    }
    for (size_t i = 0; i < sizeof NONE_OF_BOTH / sizeof *NONE_OF_BOTH; i++) {
        struct import_result *x = table(arena_print(
            arena, "datum;start;slut\n%s;9:30;11\n2026-11-24;%s;11\n", NONE_OF_BOTH[i],
            NONE_OF_BOTH[i]));
        expect(x, 0, ACT_ADD);
        CU_ASSERT_EQUAL(x->reading->events[0].fate, FATE_REJECTED);
        CU_ASSERT_EQUAL(x->reading->events[1].fate, FATE_REJECTED);
    }
    close_workspace();
}

static void a_row_keeps_its_name_when_its_clock_changes(void)
{
    static const char HEAD[] = "Brukare;Aktivitet;Datum;Start;Slut\n";

    begin(MEANING_WISHES, "");
    struct import_result *x = table(arena_print(
        arena, "%sAnna A;Bad;2026-11-24;9;10\nAnna A;Bad;2026-11-24;15;16\n", HEAD));
    CU_ASSERT_EQUAL_FATAL(x->n_changes, 2);
    CU_ASSERT_STRING_NOT_EQUAL(x->changes[0].key, x->changes[1].key);
    const char *key = x->changes[0].key;
    x = table(arena_print(arena, "%sAnna A;bad;2026-11-24;11;12\n", HEAD));
    CU_ASSERT_EQUAL_FATAL(x->n_changes, 1);
    CU_ASSERT_STRING_EQUAL(x->changes[0].key, key);
    close_workspace();
}

static void the_built_in_map_is_sound_and_no_heading_means_two_things(void)
{
    const struct import_map *m = NULL;

    arena = arena_new();
    faults.seen = 0;
    CU_ASSERT_EQUAL_FATAL(import_map_read(arena, NULL, &m, &faults), STATUS_OK);
    for (int f = 0; f < FIELD_COUNT; f++) {
        CU_ASSERT(m->columns[f].n_headings > 0);
        for (int i = 0; i < m->columns[f].n_headings; i++)
            for (int g = 0; g < f; g++)
                for (int k = 0; k < m->columns[g].n_headings; k++)
                    CU_ASSERT_STRING_NOT_EQUAL(m->columns[f].headings[i],
                                               m->columns[g].headings[k]);
    }
    arena_free(arena);
}

void import_suite(void)
{
    CU_pSuite s = CU_add_suite("import", NULL, NULL);
    CU_add_test(s, "the higher SEQUENCE is newer, then the later stamp",
                the_higher_sequence_is_newer_then_the_later_stamp);
    CU_add_test(s, "a later stamp alone is remembered but no change",
                a_later_stamp_alone_is_remembered_but_no_change);
    CU_add_test(s, "a busy time is the same in every language",
                a_busy_time_is_the_same_in_every_language);
    CU_add_test(s, "only a whole calendar takes away", only_a_whole_calendar_takes_away);
    CU_add_test(s, "more than half is held", more_than_half_is_held);
    CU_add_test(s, "an event that moves out of the week goes without being gone",
                an_event_that_moves_out_of_the_week_goes_without_being_gone);
    CU_add_test(s, "what is called off goes by name", what_is_called_off_goes_by_name);
    CU_add_test(s, "a single event keeps its name when it moves, and a series has many",
                a_single_event_keeps_its_name_when_it_moves_and_a_series_has_many);
    CU_add_test(s, "the same event in two files is one", the_same_event_in_two_files_is_one);
    CU_add_test(s, "people and places are found by id or name",
                people_and_places_are_found_by_id_or_name);
    CU_add_test(s, "a name that several have is nobody's", a_name_that_several_have_is_nobodys);
    CU_add_test(s, "texts are folded", texts_are_folded);
    CU_add_test(s, "a flexible wish stays within its day", a_flexible_wish_stays_within_its_day);
    CU_add_test(s, "dates and clock times are read as people write them",
                dates_and_clock_times_are_read_as_people_write_them);
    CU_add_test(s, "a row keeps its name when its clock changes",
                a_row_keeps_its_name_when_its_clock_changes);
    CU_add_test(s, "the built-in map is sound, and no heading means two things",
                the_built_in_map_is_sound_and_no_heading_means_two_things);
}
