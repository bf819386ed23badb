#include "adapters/workspace/ids.h"
#include "adapters/text/json.h"
#include "adapters/text/nearest.h"
#include "base/file.h"

#include "ledsaga/problem.h"

#include <CUnit/CUnit.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static struct arena *arena;
static struct faults faults;

/* A reader of a document with these bytes; NULL after a fault. */
static struct reader *open_bytes(const char *bytes, size_t length)
{
    char path[] = "/tmp/ledsaga-json-XXXXXX";
    int fd = mkstemp(path);

    CU_ASSERT_FATAL(fd >= 0 && write(fd, bytes, length) == (ssize_t)length);
    close(fd);
    arena = arena_new();
    faults.seen = 0;
    struct reader *r = reader_open(arena, path, &faults);
    unlink(path);
    return r;
}

static struct reader *open_text(const char *json)
{
    struct reader *r = open_bytes(json, strlen(json));

    CU_ASSERT_PTR_NOT_NULL_FATAL(r);
    return r;
}

static void close_reader(struct reader *r)
{
    reader_close(r);
    arena_free(arena);
}

/* The n-th fault, from 0, has these texts in it. */
static void expect_fault(int n, const char *place, const char *what,
                         const char *remedy)
{
    CU_ASSERT_FATAL(n < faults.seen && n < FAULTS_KEPT);
    const struct fault *f = &faults.list[n];
    bool right = strcmp(f->place, place) == 0 && strstr(f->what, what) &&
                 strstr(f->remedy, remedy);
    if (!right)
        printf("\n    fault %d is: %s: %s / %s\n", n, f->place, f->what,
               f->remedy);
    CU_ASSERT_TRUE(right);
}

static void expect_syntax(const char *bytes, size_t length, const char *place,
                          const char *what)
{
    CU_ASSERT_PTR_NULL(open_bytes(bytes, length));
    CU_ASSERT_EQUAL(faults.seen, 1);
    CU_ASSERT_EQUAL(faults.list[0].status, STATUS_SYNTAX);
    expect_fault(0, place, what, "");
    arena_free(arena);
}

#define SYNTAX(bytes, place, what)                                             \
    expect_syntax(bytes, sizeof bytes - 1, place, what)

/* ---- opening ---- */

static void what_is_not_json_is_told_with_line_and_column(void)
{
    SYNTAX("{\n \"a\": 1,\n}", "3:1", "This is not JSON");
    SYNTAX("{\"a\": [1, 2", "1:11", "The file ends in the middle");
    SYNTAX("{\"a\": 1, \"a\": 2}", "1:12", "A key is given twice");
    SYNTAX("\"\xFF\"", "1:1", "The text is not UTF-8");
    SYNTAX("{\"a\": 9223372036854775808}", "1:25", "A number is too large");
    SYNTAX("{} x", "1:4", "There is more after the end");
    SYNTAX("{\"a\": \"\\u0000\"}", "1:14", "zero character");
    SYNTAX("", "", "The file is empty");
    SYNTAX("\xEF\xBB\xBF \n", "", "The file is empty");
}

static void thousands_of_brackets_are_refused(void)
{
    char bomb[5000];

    memset(bomb, '[', sizeof bomb);
    CU_ASSERT_PTR_NULL(open_bytes(bomb, sizeof bomb));
    CU_ASSERT_EQUAL(faults.list[0].status, STATUS_SYNTAX);
    CU_ASSERT_PTR_NOT_NULL(strstr(faults.list[0].what, "Too many brackets"));
    arena_free(arena);
}

static void a_byte_order_mark_is_passed_over(void)
{
    struct reader *r = open_text("\xEF\xBB\xBF{\"n\": 7}");
    int n = 0;

    CU_ASSERT_TRUE(reader_int(r, "n", REQUIRED, 0, 9, &n));
    CU_ASSERT_EQUAL(n, 7);
    close_reader(r);
}

static void a_missing_file_is_unreadable(void)
{
    arena = arena_new();
    faults.seen = 0;
    CU_ASSERT_PTR_NULL(reader_open(arena, "/tmp/ledsaga-is-not-there", &faults));
    CU_ASSERT_EQUAL(faults_status(&faults), STATUS_UNREADABLE);
    CU_ASSERT_STRING_EQUAL(faults.list[0].file, "/tmp/ledsaga-is-not-there");
    arena_free(arena);
}

/* ---- format and version ---- */

static bool document(const char *json, enum status expected)
{
    static const char *const KEYS[] = {"format", "version", NULL};
    struct reader *r = open_text(json);
    bool good = reader_document(r, "ledsaga-unit", 1, KEYS);

    CU_ASSERT_EQUAL(faults_status(&faults), expected);
    close_reader(r);
    return good;
}

static void only_the_right_format_and_version_are_read(void)
{
    CU_ASSERT_TRUE(document("{\"format\": \"ledsaga-unit\", \"version\": 1}",
                            STATUS_OK));
    CU_ASSERT_FALSE(document("{\"format\": \"ledsaga-unit\", \"version\": 2}",
                             STATUS_VERSION));
    CU_ASSERT_FALSE(document("{\"format\": \"ledsaga-unit\", \"version\": \"1\"}",
                             STATUS_INPUT));
    CU_ASSERT_FALSE(document("{\"format\": \"ledsaga-week\", \"version\": 1}",
                             STATUS_INPUT));
    CU_ASSERT_FALSE(document("{\"format\": \"ledsaga-unit\"}", STATUS_INPUT));
    CU_ASSERT_FALSE(document("[]", STATUS_INPUT));
    CU_ASSERT_FALSE(document("null", STATUS_INPUT));
}

/* ---- values ---- */

static void a_getter_leaves_the_value_alone_unless_the_file_has_a_sound_one(void)
{
    struct reader *r = open_text("{\"text\": 5, \"big\": 11, \"small\": -1, "
                                 "\"share\": 1.5, \"truth\": 0, \"good\": 4}");
    const char *text = "before";
    double share = 0.25;
    bool truth = true;
    int n = 3;

    CU_ASSERT_FALSE(reader_text(r, "text", REQUIRED, &text));
    CU_ASSERT_FALSE(reader_int(r, "big", REQUIRED, 0, 10, &n));
    CU_ASSERT_FALSE(reader_int(r, "small", REQUIRED, 0, 10, &n));
    CU_ASSERT_FALSE(reader_number(r, "share", OPTIONAL, 0, 1, &share));
    CU_ASSERT_FALSE(reader_bool(r, "truth", OPTIONAL, &truth));
    CU_ASSERT_FALSE(reader_int(r, "none", OPTIONAL, 0, 10, &n));
    CU_ASSERT_EQUAL(faults.seen, 5);
    CU_ASSERT_FALSE(reader_int(r, "none", REQUIRED, 0, 10, &n));
    CU_ASSERT_STRING_EQUAL(text, "before");
    CU_ASSERT_EQUAL(n, 3);
    CU_ASSERT_EQUAL(share, 0.25);
    CU_ASSERT_TRUE(truth);
    expect_fault(0, "text", "Must be a text, but is 5.", "\"...\"");
    expect_fault(1, "big", "11 is too large.", "from 0 to 10");
    expect_fault(2, "small", "-1 is too small.", "from 0 to 10");
    expect_fault(3, "share", "1.5 is too large.", "from 0 to 1");
    expect_fault(4, "truth", "Must be true or false, but is 0.", "true");
    expect_fault(5, "", "\"none\" is missing.", "Add \"none\".");
    CU_ASSERT_TRUE(reader_int(r, "good", REQUIRED, 0, 10, &n));
    CU_ASSERT_EQUAL(n, 4);
    close_reader(r);
}

static void an_integer_is_not_a_text_nor_a_fraction(void)
{
    struct reader *r =
        open_text("{\"a\": \"90\", \"b\": 90.0, \"c\": null, \"d\": {}}");
    int n = 0;

    CU_ASSERT_FALSE(reader_int(r, "a", REQUIRED, 0, 100, &n));
    CU_ASSERT_FALSE(reader_int(r, "b", REQUIRED, 0, 100, &n));
    CU_ASSERT_FALSE(reader_int(r, "c", REQUIRED, 0, 100, &n));
    CU_ASSERT_FALSE(reader_int(r, "d", REQUIRED, 0, 100, &n));
    expect_fault(0, "a", "Must be a whole number, but is \"90\".", "90");
    expect_fault(1, "b", "Must be a whole number, but is 90.0.", "90");
    expect_fault(2, "c", "Must be a whole number, but is null.", "90");
    expect_fault(3, "d", "Must be a whole number, but is an object.", "90");
    close_reader(r);
}

static void days_clocks_and_ids_are_what_they_say(void)
{
    struct reader *r = open_text(
        "{\"date\": \"2026-11-25\", \"no date\": \"2026-02-29\","
        " \"clock\": \"24:00\", \"no clock\": \"24:01\","
        " \"id\": \"a.B-9_\", \"no id\": \"a b\", \"void id\": \"\","
        " \"week\": \"2026-W53\", \"no week\": \"2027-W53\","
        " \"hash\": \"0123456789abcdef\", \"no hash\": \"0123456789ABCDEF\"}");
    uint64_t hash = 0;
    int64_t day = 0;
    int n = 0, m = 0;
    const char *id = NULL;

    CU_ASSERT_TRUE(reader_date(r, "date", REQUIRED, &day));
    CU_ASSERT_EQUAL(day, date_days(2026, 11, 25));
    CU_ASSERT_TRUE(reader_clock(r, "clock", REQUIRED, &n));
    CU_ASSERT_EQUAL(n, 1440);
    CU_ASSERT_TRUE(reader_id(r, "id", REQUIRED, &id));
    CU_ASSERT_STRING_EQUAL(id, "a.B-9_");
    CU_ASSERT_TRUE(reader_week(r, "week", REQUIRED, &n, &m));
    CU_ASSERT_EQUAL(m, 53);
    CU_ASSERT_TRUE(reader_hash(r, "hash", REQUIRED, &hash));
    CU_ASSERT_EQUAL(hash, 0x0123456789abcdefu);
    CU_ASSERT_EQUAL(faults.seen, 0);
    CU_ASSERT_FALSE(reader_date(r, "no date", REQUIRED, &day));
    CU_ASSERT_FALSE(reader_clock(r, "no clock", REQUIRED, &n));
    CU_ASSERT_FALSE(reader_id(r, "no id", REQUIRED, &id));
    CU_ASSERT_FALSE(reader_id(r, "void id", REQUIRED, &id));
    CU_ASSERT_FALSE(reader_week(r, "no week", REQUIRED, &n, &m));
    CU_ASSERT_FALSE(reader_hash(r, "no hash", REQUIRED, &hash));
    expect_fault(0, "[\"no date\"]", "\"2026-02-29\" is not a date.",
                 "2026-11-25");
    expect_fault(1, "[\"no clock\"]", "\"24:01\" is not a clock time.", "24:00");
    expect_fault(2, "[\"no id\"]", "\"a b\" is not an id.", "1 to 64");
    CU_ASSERT_EQUAL(faults.seen, 6);
    close_reader(r);
}

static void a_code_is_short_and_plain(void)
{
    struct reader *r = open_text(
        "[\"EMERG_MED-2\", \"12345678901234567890123456789012\","
        " \"123456789012345678901234567890123\", \"a.b\", \"\"]");
    const char *code = NULL;
    int sound = 0;

    CU_ASSERT_TRUE_FATAL(reader_list(r, NULL, REQUIRED));
    while (reader_next(r))
        sound += reader_code(r, NULL, REQUIRED, &code);
    CU_ASSERT_EQUAL(sound, 2);
    CU_ASSERT_STRING_EQUAL(code, "12345678901234567890123456789012");
    expect_fault(0, "[2]", "is not a code.", "1 to 32");
    expect_fault(1, "[3]", "\"a.b\" is not a code.", "1 to 32");
    CU_ASSERT_EQUAL(faults.seen, 3);
    close_reader(r);
}

static void a_moment_is_read_on_the_scale_of_the_week(void)
{
    struct reader *r = open_text(
        "[\"2026-11-25T17:30\", \"2026-11-25T17:30+01:00\","
        " \"2026-11-25T17:30+02:00\", \"2026-11-25\", \"9999-01-01T00:00\"]");
    struct week w;
    int minute = 0;

    CU_ASSERT_EQUAL_FATAL(week_make(&w, 2026, 48, "Europe/Stockholm", &faults),
                          STATUS_OK);
    CU_ASSERT_TRUE(reader_list(r, NULL, REQUIRED));
    while (reader_next(r)) {
        bool good = reader_moment(r, NULL, REQUIRED, &w, &minute);
        CU_ASSERT_EQUAL(good, reader_index(r) < 2);
        CU_ASSERT_EQUAL(minute, 2 * 1440 + 17 * 60 + 30);
    }
    expect_fault(0, "[2]", "\"2026-11-25T17:30+02:00\" has an offset that the zone does not "
                 "have then.",
                 "offset");
    CU_ASSERT_EQUAL(faults.seen, 3);
    close_reader(r);
}

static void a_misspelt_word_or_key_gets_the_one_that_was_meant(void)
{
    static const char *const WORDS[] = {"urgent", "normal", "low", NULL};
    static const char *const KEYS[] = {"priority", "minutes", NULL};
    struct reader *r = open_text(
        "{\"priority\": \"nomral\", \"mintues\": 5, \"x-own\": 1, \"zz\": 2}");
    int word = 2;

    CU_ASSERT_TRUE(reader_shape(r, KEYS));
    CU_ASSERT_FALSE(reader_word(r, "priority", REQUIRED, WORDS, &word));
    CU_ASSERT_EQUAL(word, 2);
    expect_fault(0, "mintues", "Unknown key \"mintues\".",
                 "Did you mean \"minutes\"?");
    expect_fault(1, "zz", "Unknown key \"zz\".", "x-");
    expect_fault(2, "priority", "Unknown word \"nomral\".",
                 "Did you mean \"normal\"?");
    CU_ASSERT_EQUAL(faults.seen, 3);
    close_reader(r);
}

static void a_word_as_near_to_two_others_is_not_guessed_at(void)
{
    static const char *const WORDS[] = {"week", "month", "weak", NULL};

    CU_ASSERT_PTR_NULL(nearest_word("weik", WORDS));
    CU_ASSERT_STRING_EQUAL(nearest_word("mnoth", WORDS), "month");
    CU_ASSERT_PTR_NULL(nearest_word("", WORDS));
    CU_ASSERT_PTR_NULL(nearest_word("fortnight", WORDS));
}

/* ---- paths ---- */

static void a_fault_tells_the_path_and_whose_it_is(void)
{
    static const char *const KEYS[] = {"id", "decisions", NULL};
    struct reader *r =
        open_text("{\"clients\": [7, {\"id\": \"c4\", \"decisions\": "
                  "[{\"id\": \"d1\"}, {\"id\": \"d2\", \"from\": \"soon\"}]}]}");
    const char *id;
    int64_t day;

    CU_ASSERT_TRUE(reader_list(r, "clients", REQUIRED));
    CU_ASSERT_EQUAL(reader_size(r), 2);
    while (reader_next(r)) {
        if (!reader_shape(r, KEYS))
            continue;
        CU_ASSERT_TRUE(reader_own_id(r, "client", &id));
        CU_ASSERT_TRUE(reader_list(r, "decisions", REQUIRED));
        while (reader_next(r)) {
            CU_ASSERT_TRUE(reader_own_id(r, "decision", &id));
            reader_date(r, "from", OPTIONAL, &day);
        }
    }
    CU_ASSERT_EQUAL(faults.seen, 2);
    expect_fault(0, "clients[0]", "Must be an object, but is 7.", "{ ... }");
    expect_fault(1, "clients[1].decisions[1].from",
                 "\"soon\" is not a date (client \"c4\", decision \"d2\").",
                 "Write an existing day");
    CU_ASSERT_STRING_EQUAL(reader_path(r), "");
    close_reader(r);
}

static void lists_in_lists_and_maps_are_stepped_through_to_their_ends(void)
{
    struct reader *r = open_text(
        "{\"rows\": [[1, 2], [], [3]], \"map\": {\"a\": 10, \"b\": 20}}");
    int sum = 0, n, rows = 0;

    CU_ASSERT_TRUE(reader_list(r, "rows", REQUIRED));
    while (reader_next(r)) {
        rows++;
        CU_ASSERT_TRUE(reader_list(r, NULL, REQUIRED));
        while (reader_next(r))
            if (reader_int(r, NULL, REQUIRED, 0, 9, &n))
                sum += n;
    }
    CU_ASSERT_EQUAL(rows, 3);
    CU_ASSERT_EQUAL(sum, 6);
    CU_ASSERT_TRUE(reader_map(r, "map", REQUIRED));
    while (reader_next(r))
        if (reader_int(r, NULL, REQUIRED, 0, 99, &n))
            sum += n * (reader_key(r)[0] - 'a' + 1);
    CU_ASSERT_EQUAL(sum, 6 + 10 + 40);
    CU_ASSERT_EQUAL(faults.seen, 0);
    close_reader(r);
}

static void what_a_file_says_is_quoted_so_that_it_cannot_do_harm(void)
{
    static const char *const WORDS[] = {"a", NULL};
    struct reader *r = open_text(
        "{\"k\": \"%s%n\\u001b[31m\", \"long\": "
        "\"\u00e5\u00e5\u00e5\u00e5\u00e5\u00e5\u00e5\u00e5\u00e5\u00e5"
        "\u00e5\u00e5\u00e5\u00e5\u00e5\u00e5\u00e5\u00e5\u00e5\u00e5"
        "\u00e5\u00e5\u00e5\u00e5\u00e5\u00e5\u00e5\u00e5\u00e5\u00e5"
        "\u00e5\u00e5\u00e5\u00e5\u00e5\u00e5\u00e5\u00e5\u00e5\u00e5\"}");
    int word;

    reader_word(r, "k", REQUIRED, WORDS, &word);
    reader_word(r, "long", REQUIRED, WORDS, &word);
    reader_fault(r, NULL, "100 % of %s", "%s", "what");
    expect_fault(0, "k", "\"%s%n\\u001B[31m\"", "Use one of \"a\".");
    expect_fault(1, "long", "\u00e5...", "");
    CU_ASSERT_PTR_NULL(strstr(faults.list[1].what, "\xC3."));
    expect_fault(2, "", "what.", "100 % of %s");
    close_reader(r);
}

static void faults_beyond_twenty_are_counted(void)
{
    struct reader *r = open_text("{}");
    int n;

    for (int i = 0; i < 25; i++)
        reader_int(r, "n", REQUIRED, 0, 1, &n);
    CU_ASSERT_EQUAL(faults.seen, 25);
    CU_ASSERT_EQUAL(reader_faults_seen(r), 25);
    close_reader(r);
}

/* ---- ids ---- */

static void a_reference_must_lead_somewhere_and_a_broken_thing_is_told_once(void)
{
    struct reader *r = open_text(
        "{\"list\": [\"eva\", \"hugo\", \"nobody\", \"eva\", \"ruben\"]}");
    struct ids *ids = ids_new(arena, "escort", "escorts[] of unit.json");
    int *list = NULL;

    ids_set(ids, ids_add(ids, "eva"), 4);
    ids_set(ids, ids_add(ids, "rubens"), 5);
    CU_ASSERT_NOT_EQUAL(ids_add(ids, "hugo"), NONE);
    CU_ASSERT_EQUAL(ids_add(ids, "eva"), NONE);
    CU_ASSERT_EQUAL(ids_find(ids, "hugo"), ID_BROKEN);
    CU_ASSERT_EQUAL(ids_read_list(ids, r, "list", OPTIONAL, 4, &list), 1);
    CU_ASSERT_EQUAL(list[0], 4);
    expect_fault(0, "list", "There are 5.", "At most 4");
    expect_fault(1, "list[2]",
                 "escort \"nobody\" is not in escorts[] of unit.json.",
                 "Use one from escorts[]");
    expect_fault(2, "list[3]", "\"eva\" is listed twice.", "Remove one");
    expect_fault(3, "list[4]", "\"ruben\" is not in",
                 "Did you mean \"rubens\"?");
    CU_ASSERT_EQUAL(faults.seen, 4);
    CU_ASSERT_EQUAL(ids_read_list(ids, r, "none", OPTIONAL, 4, &list), NONE);
    CU_ASSERT_EQUAL(faults.seen, 4);
    close_reader(r);
}

void json_suite(void)
{
    CU_pSuite s = CU_add_suite("json", NULL, NULL);

    CU_add_test(s, "what is not JSON is told with line and column",
                what_is_not_json_is_told_with_line_and_column);
    CU_add_test(s, "thousands of brackets are refused",
                thousands_of_brackets_are_refused);
    CU_add_test(s, "a byte order mark is passed over",
                a_byte_order_mark_is_passed_over);
    CU_add_test(s, "a missing file is unreadable", a_missing_file_is_unreadable);
    CU_add_test(s, "only the right format and version are read",
                only_the_right_format_and_version_are_read);
    CU_add_test(
        s, "a getter leaves the value alone unless the file has a sound one",
        a_getter_leaves_the_value_alone_unless_the_file_has_a_sound_one);
    CU_add_test(s, "an integer is not a text nor a fraction",
                an_integer_is_not_a_text_nor_a_fraction);
    CU_add_test(s, "days, clocks and ids are what they say",
                days_clocks_and_ids_are_what_they_say);
    CU_add_test(s, "a code is short and plain", a_code_is_short_and_plain);
    CU_add_test(s, "a moment is read on the scale of the week",
                a_moment_is_read_on_the_scale_of_the_week);
    CU_add_test(s, "a misspelt word or key gets the one that was meant",
                a_misspelt_word_or_key_gets_the_one_that_was_meant);
    CU_add_test(s, "a word as near to two others is not guessed at",
                a_word_as_near_to_two_others_is_not_guessed_at);
    CU_add_test(s, "a fault tells the path and whose it is",
                a_fault_tells_the_path_and_whose_it_is);
    CU_add_test(s, "lists in lists, and maps, are stepped through to their ends",
                lists_in_lists_and_maps_are_stepped_through_to_their_ends);
    CU_add_test(s, "what a file says is quoted so that it cannot do harm",
                what_a_file_says_is_quoted_so_that_it_cannot_do_harm);
    CU_add_test(s, "faults beyond twenty are counted",
                faults_beyond_twenty_are_counted);
    CU_add_test(s,
                "a reference must lead somewhere and a broken thing is told once",
                a_reference_must_lead_somewhere_and_a_broken_thing_is_told_once);
}
