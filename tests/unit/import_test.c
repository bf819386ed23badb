/* What calendars and tables come to, in the week of the tiny workspace. */
#include "adapters/import/import.h"

#include "adapters/text/fold.h"
#include "adapters/import/import_map.h"
#include "adapters/import/import_parts.h"
#include "adapters/import/import_told.h"
#include "ledsaga/workspace.h"
#include "tiny_workspace.h"

#include <sys/stat.h>
#include <unistd.h>

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

/* ---- damage ---- */

#define OTHERS EVENT("b", "24", "") EVENT("c", "25", "") EVENT("d", "26", "")

static void a_damaged_calendar_takes_nothing_away(void)
{
    static const char *const DAMAGED[] = {
        /* what cannot be read has lost its UID */
        "BEGIN:VEVENT\nUID\nDTSTART:20261123T090000Z\nDTEND:20261123T100000Z\nEND:VEVENT\n",
        "BEGIN:VEVENT\nDTSTART:tomorrow\nEND:VEVENT\n",
        /* a BEGIN, an END, or both between two are lost */
        "UID:a\nDTSTART:20261123T090000Z\nDTEND:20261123T100000Z\nEND:VEVENT\n",
        "BEGIN:VEVENT\nUID:x\nDTSTART:20261123T090000Z\nDTEND:20261123T100000Z\n",
        "BEGIN:VEVENT\nUID:a\nDTSTART:20261123T090000Z\nUID:x\nDURATION:PT1H\nEND:VEVENT\n",
    };

    begin(MEANING_BUSY, "eva");
    taken(CALENDAR("", FOUR));
    expect(compared(CALENDAR("", OTHERS)), 1, ACT_REMOVE);
    for (size_t i = 0; i < sizeof DAMAGED / sizeof *DAMAGED; i++) {
        struct import_result *x = compared(arena_print(
            arena, "BEGIN:VCALENDAR\nVERSION:2.0\n%s" OTHERS "END:VCALENDAR\n", DAMAGED[i]));
        expect(x, 0, ACT_REMOVE);
        CU_ASSERT_FALSE(x->reading->whole);
    }
    close_workspace();
}

static void a_source_that_was_told_in_part_takes_nothing_away(void)
{
    struct import_reading *r = NULL;

    begin(MEANING_BUSY, "eva");
    taken(CALENDAR("", FOUR));
    put("weeks/old", CALENDAR("", OTHERS));
    CU_ASSERT_EQUAL_FATAL(import_read(arena, &source, problem, &r, &faults), STATUS_OK);
    CU_ASSERT_TRUE(r->whole);
    r->whole = false;
    expect(import_compare(arena, r, before, false), 0, ACT_REMOVE);
    close_workspace();
}

/* ---- called off and older ---- */

static void an_older_calendar_does_not_bring_back_what_was_called_off(void)
{
    begin(MEANING_BUSY, "eva");
    taken(CALENDAR("", EVENT("a", "23", "SEQUENCE:1\n")));
    expect(taken(CALENDAR("METHOD:CANCEL\n", EVENT("a", "23", "SEQUENCE:2\n"))), 1, ACT_REMOVE);
    CU_ASSERT_EQUAL(before->sources[0].n_items, 0);
    CU_ASSERT_EQUAL(before->sources[0].n_off, 1);
    expect(taken(CALENDAR("", EVENT("a", "23", "SEQUENCE:1\n"))), 0, ACT_ADD);
    expect(taken(CALENDAR("", EVENT("a", "23", "SEQUENCE:2\n"))), 0, ACT_ADD);
    expect(taken(CALENDAR("", EVENT("a", "23", "SEQUENCE:3\n"))), 1, ACT_ADD);
    CU_ASSERT_EQUAL(before->sources[0].n_off, 0);
    close_workspace();
}

static void a_time_of_a_series_that_was_called_off_stays_so(void)
{
    static const char SERIES[] = CALENDAR("", EVENT("a", "23", "RRULE:FREQ=DAILY;COUNT=3\n"));

    begin(MEANING_BUSY, "eva");
    expect(taken(SERIES), 3, ACT_ADD);
    expect(taken(CALENDAR("METHOD:CANCEL\n",
                          EVENT("a", "24", "RECURRENCE-ID:20261124T090000Z\nSEQUENCE:1\n"))),
           1, ACT_REMOVE);
    expect(taken(SERIES), 0, ACT_ADD);
    CU_ASSERT_EQUAL(before->sources[0].n_items, 2);
    close_workspace();
}

/* ---- a run that ends in the middle ---- */

static void what_may_be_in_the_week_is_known_before_it_is_written(void)
{
    const struct imported *now = NULL;
    const char *week, *record;

    begin(MEANING_BUSY, "eva");
    week = workspace_path(arena, folder, 2026, 48, "week.json");
    record = workspace_path(arena, folder, 2026, 48, "imported.json");
    struct import_result *x = compared(CALENDAR("", EVENT("a", "23", "")));
    CU_ASSERT_EQUAL(remove(week), 0);
    CU_ASSERT_EQUAL(mkdir(week, 0700), 0); /* so it cannot be written */
    CU_ASSERT_NOT_EQUAL(import_apply(arena, folder, &problem->week, &x, 1, "{}", before, &faults),
                        STATUS_OK);
    faults.seen = 0;
    CU_ASSERT_EQUAL_FATAL(imported_read(arena, record, &problem->week, &now, &faults), STATUS_OK);
    CU_ASSERT_EQUAL_FATAL(now->n, 1);
    CU_ASSERT_EQUAL(now->sources[0].n_items, 1);
    before = now;
    /* It is put again, or taken away if it is gone. */
    expect(compared(CALENDAR("", EVENT("a", "23", ""))), 1, ACT_ADD);
    x = compared(CALENDAR("", EVENT("b", "23", "")));
    CU_ASSERT_EQUAL_FATAL(x->n_changes, 2);
    CU_ASSERT_EQUAL(x->n_gone, 1);
    rmdir(week);
    remove(record);
    close_workspace();
}

/* ---- names ---- */

static void a_single_event_keeps_its_name_when_it_moves_and_a_series_has_many(void)
{
    begin(MEANING_BUSY, "eva");
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
    CU_ASSERT_EQUAL(x->reading->events[0].fate, FATE_IMPORTED);
    CU_ASSERT_EQUAL(x->reading->events[1].fate, FATE_OVERTAKEN);
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
    CU_ASSERT_EQUAL(import_find_escort(w, "eva"), problem_find_escort(problem, "eva"));
    CU_ASSERT_EQUAL(import_find_client(w, "Cai"), problem_find_client(problem, "cai"));
    CU_ASSERT_EQUAL(import_find_client(w, "B, Bo"), problem_find_client(problem, "bo"));
    CU_ASSERT_EQUAL(import_find_client(w, "Bo C"), NONE);
    CU_ASSERT_EQUAL(import_find_client(w, "B"), NONE);
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
    CU_ASSERT_EQUAL(import_find_client(r, "A, Anna"), SEVERAL);
    CU_ASSERT_EQUAL(import_find_client(r, "anna"), problem_find_client(problem, "anna"));
    CU_ASSERT_EQUAL(import_find_place(r, "Swimming hall, Solna"),
                    problem_find_place(problem, "town"));
    CU_ASSERT_EQUAL(import_find_place(r, "swimming hall solna"),
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
                                        "2026/11/24", "24-11-2026", "2026-11-24 00:00:00",
                                        "24/11", "24/11/26", "24/11/2026", "24 nov", "24 Nov.",
                                        "24 november 2026", "tis 24/11", "Tisdag 24 nov",
                                        "Tue 2026-11-24"};
    static const char *const CLOCKS[] = {"09:30", "9:30", "9.30", "0930", "930", "09:30:00",
                                         "kl 9.30", "Kl. 9:30"};
    static const char *const NONE_OF_BOTH[] = {"24 no", "2026-13-01", "11/24/2026", "11/24",
                                               "mån 24/11", "24/11/026", "24/", "26-11-24",
                                               "24 nov kl", "kl", "ons", "30 feb",
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

static struct import_result *table_taken(const char *rows)
{
    struct import_result *x = table(rows);
    struct imported *im = NEW(arena, struct imported);

    im->n = 1;
    im->sources = import_next(arena, x);
    before = im;
    return x;
}

static void a_mistyped_cell_takes_nothing_away(void)
{
    static const char *const ROWS[] = {
        "1;Anna A;Bad;2026-11-24;9;half ten\n", /* its id */
        "1;Anna A;Bad;someday;9;10\n",
        ";Anna A;Bio;2026-11-25;25;19\n",       /* who, what and when */
        ";Nobody;Bio;2026-11-25;18;19\n",       /* it cannot be told which */
    };
    static const char HEAD[] = "Id;Brukare;Aktivitet;Datum;Start;Slut\n";
    static const char *const SOUND[] = {"1;Anna A;Bad;2026-11-24;9;10\n",
                                        ";Anna A;Bio;2026-11-25;18;19\n",
                                        "3;Anna A;Park;2026-11-26;9;10\n"};

    begin(MEANING_WISHES, "");
    CU_ASSERT_EQUAL_FATAL(
        table_taken(arena_print(arena, "%s%s%s%s", HEAD, SOUND[0], SOUND[1], SOUND[2]))->n_changes,
        3);
    expect(table(arena_print(arena, "%s%s%s", HEAD, SOUND[0], SOUND[2])), 1, ACT_REMOVE);
    for (size_t i = 0; i < sizeof ROWS / sizeof *ROWS; i++) {
        struct import_result *x = table(arena_print(arena, "%s%s%s%s", HEAD, ROWS[i],
                                                    SOUND[i < 2], SOUND[2]));
        expect(x, 0, ACT_REMOVE);
        CU_ASSERT_EQUAL(x->reading->events[0].fate, FATE_REJECTED);
    }
    close_workspace();
}

/* date;start;end -> what becomes of it */
static void expect_end(const char *cells, bool read, int to)
{
    struct import_result *x = table(arena_print(arena, "datum;start;slut\n%s\n", cells));

    CU_ASSERT_EQUAL(x->n_changes, read);
    if (x->n_changes != 1)
        return;
    char end[32];
    week_format(&problem->week, to, end);
    CU_ASSERT_PTR_NOT_NULL(strstr(x->changes[0].is, end));
}

static void an_end_is_after_its_start_and_no_night_is_longer_than_12_hours(void)
{
    begin(MEANING_BUSY, "mia");
    expect_end("24/11;18;18", false, 0);
    expect_end("24/11;00:00;00:00", false, 0);
    expect_end("24/11;18.00;17.00", false, 0);
    expect_end("24/11;18.00;06.01", false, 0);
    expect_end("24/11;18.00;06.00", true, 2 * DAY + 6 * HOUR);
    expect_end("24/11;18.00;00.00", true, 2 * DAY);
    expect_end("24/11;08.00;24.00", true, 2 * DAY);
    expect_end("24/11;13.00-15.30;", true, DAY + 15 * HOUR + 30);
    expect_end("24/11;kl 13 – 15.30;", true, DAY + 15 * HOUR + 30);
    expect_end("24/11;18-17;", false, 0);
    close_workspace();
}

static void a_year_that_is_not_told_is_that_of_the_week(void)
{
    begin(MEANING_ABSENCES, "mia");
    struct import_result *x = table("datum;slutdatum\n27/11;2/1\n31/12;2 jan\n");
    CU_ASSERT_EQUAL_FATAL(x->n_changes, 1);
    CU_ASSERT_EQUAL(x->reading->events[1].fate, FATE_OUTSIDE);
    close_workspace();
}

static void a_table_for_one_person_leaves_the_others_alone(void)
{
    static const char ROWS[] = "Brukare;Aktivitet;Datum;Start;Slut;Ledsagare\n"
                               "Anna A;Bad;24/11;9;10;Eva E\nBo B;Bio;24/11;9;10;Eva E\n"
                               "Nobody;Bio;24/11;9;10;\n;Kyrka;25/11;9;10;hugo\n";

    begin(MEANING_WISHES, "anna");
    struct import_result *x = table(ROWS);
    CU_ASSERT_EQUAL_FATAL(x->n_changes, 2);
    CU_ASSERT_STRING_EQUAL(x->changes[0].person, "anna");
    CU_ASSERT_PTR_NOT_NULL(strstr(x->changes[0].is, "\"wishes\":[\"eva\"]"));
    CU_ASSERT_PTR_NOT_NULL(strstr(x->changes[1].is, "\"wishes\":[\"hugo\"]"));
    CU_ASSERT_EQUAL(x->reading->events[1].fate, FATE_OUTSIDE);
    CU_ASSERT_EQUAL(x->reading->events[2].fate, FATE_REJECTED); /* perhaps Anna, misspelt */
    CU_ASSERT_EQUAL_FATAL(x->reading->n_notes, 1);
    CU_ASSERT_PTR_NOT_NULL(strstr(x->reading->notes[0].text, "1 row is about somebody else"));
    source.as = MEANING_BUSY;
    source.whose = "eva";
    x = table("Namn;Datum;Start;Slut;Ledsagare\nAnna A;24/11;9;10;Eva E\n;24/11;9;10;Hugo H\n"
              ";25/11;9;10;Eva E\n");
    CU_ASSERT_EQUAL_FATAL(x->n_changes, 1);
    CU_ASSERT_EQUAL(x->reading->events[0].fate, FATE_OUTSIDE);
    CU_ASSERT_EQUAL(x->reading->events[1].fate, FATE_OUTSIDE);
    close_workspace();
}

static void tables_of_outlook_are_read(void)
{
    begin(MEANING_ABSENCES, "eva");
    struct import_result *x =
        table("\"\xc3\x84mne\",\"Startdatum\",\"Starttid\",\"Slutdatum\",\"Sluttid\"\n"
              "\"Kurs\",\"2026-11-24\",\"13:00:00\",\"2026-11-24\",\"15:00:00\"\n"
              "\"Ledig\",\"2026-11-26\",\"00:00:00\",\"2026-11-28\",\"00:00:00\"\n"
              "\"Fel\",\"2026-11-26\",\"13:00:00\",\"2026-11-26\",\"12:00:00\"\n");
    CU_ASSERT_EQUAL_FATAL(x->n_changes, 2);
    CU_ASSERT_PTR_NOT_NULL(strstr(x->changes[0].is, "2026-11-24T15:00"));
    CU_ASSERT_PTR_NOT_NULL(strstr(x->changes[0].is, "Kurs"));
    CU_ASSERT_PTR_NOT_NULL(strstr(x->changes[1].is, "2026-11-28T00:00"));
    source.as = MEANING_WISHES;
    source.whose = "anna";
    x = table("\xc3\x84mne,Startar den,Startar kl,Slutar den,Slutar kl\n"
              "Bad,2026-11-24,13:00:00,2026-11-24,15:00:00\n"
              "Resa,2026-11-24,13:00:00,2026-11-25,13:00:00\n"
              "Natt,2026-11-24,22:00:00,2026-11-25,01:00:00\n");
    CU_ASSERT_EQUAL_FATAL(x->n_changes, 2);
    CU_ASSERT_PTR_NOT_NULL(strstr(x->changes[0].is, "\"minutes\":120"));
    CU_ASSERT_PTR_NOT_NULL(strstr(x->changes[1].is, "\"minutes\":180"));
    close_workspace();
}

static void equal_wishes_are_told(void)
{
    begin(MEANING_WISHES, "");
    struct import_result *x = table("Plan v 48, Solna\n\nNamn;Aktivitet;Datum;Tid\n"
                                    "Bo;Bad;24/11;9-10\nBo;Bad;24/11;11-12\nBo;bad;24/11;9-10\n");
    CU_ASSERT_EQUAL(x->n_changes, 3);
    CU_ASSERT_EQUAL_FATAL(x->reading->n_notes, 1);
    CU_ASSERT_EQUAL(x->reading->notes[0].line, 6);
    CU_ASSERT_PTR_NOT_NULL(strstr(x->reading->notes[0].text, "line 4"));
    close_workspace();
}

static void events_of_our_own_block_nobody(void)
{
    begin(MEANING_BUSY, "eva");
    struct import_result *x = compared(CALENDAR(
        "", EVENT("2026-W48-0@ledsaga.invalid", "24", "") EVENT("a@example", "25", "")));
    CU_ASSERT_EQUAL(x->n_changes, 1);
    CU_ASSERT_EQUAL(x->reading->events[0].fate, FATE_OUTSIDE);
    CU_ASSERT_EQUAL_FATAL(x->reading->n_notes, 1);
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
    CU_add_test(s, "a damaged calendar takes nothing away", a_damaged_calendar_takes_nothing_away);
    CU_add_test(s, "a source that was told in part takes nothing away",
                a_source_that_was_told_in_part_takes_nothing_away);
    CU_add_test(s, "an older calendar does not bring back what was called off",
                an_older_calendar_does_not_bring_back_what_was_called_off);
    CU_add_test(s, "a time of a series that was called off stays so",
                a_time_of_a_series_that_was_called_off_stays_so);
    CU_add_test(s, "what may be in the week is known before it is written",
                what_may_be_in_the_week_is_known_before_it_is_written);
    CU_add_test(s, "a mistyped cell takes nothing away", a_mistyped_cell_takes_nothing_away);
    CU_add_test(s, "texts are folded", texts_are_folded);
    CU_add_test(s, "a flexible wish stays within its day", a_flexible_wish_stays_within_its_day);
    CU_add_test(s, "dates and clock times are read as people write them",
                dates_and_clock_times_are_read_as_people_write_them);
    CU_add_test(s, "a row keeps its name when its clock changes",
                a_row_keeps_its_name_when_its_clock_changes);
    CU_add_test(s, "an end is after its start, and no night is longer than 12 hours",
                an_end_is_after_its_start_and_no_night_is_longer_than_12_hours);
    CU_add_test(s, "a year that is not told is that of the week",
                a_year_that_is_not_told_is_that_of_the_week);
    CU_add_test(s, "a table for one person leaves the others alone",
                a_table_for_one_person_leaves_the_others_alone);
    CU_add_test(s, "tables of Outlook are read", tables_of_outlook_are_read);
    CU_add_test(s, "equal wishes are told", equal_wishes_are_told);
    CU_add_test(s, "events of our own block nobody", events_of_our_own_block_nobody);
    CU_add_test(s, "the built-in map is sound, and no heading means two things",
                the_built_in_map_is_sound_and_no_heading_means_two_things);
}
