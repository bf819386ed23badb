/* The reader as its header promises it. What it makes of whole files is held by tests/ical. */
#include "adapters/ical/ical.h"
#include "adapters/ical/ical_wire.h"
#include "base/chance.h"
#include "base/text.h"
#include "ledsaga/week.h"

#include <CUnit/CUnit.h>
#include <dirent.h>
#include <string.h>

#define EVENT(uid, lines)                                                                 \
    "BEGIN:VEVENT\r\nUID:" uid "\r\nDTSTART:20260302T090000Z\r\nDURATION:PT1H\r\n" lines   \
    "END:VEVENT\r\n"
#define CALENDAR(lines) "BEGIN:VCALENDAR\r\n" lines "END:VCALENDAR\r\n"

static struct arena *arena;
static struct faults faults;
static struct ical_window window = {.zone = "Europe/Stockholm"};

static int open_arena(void)
{
    arena = arena_new();
    window.from_utc = date_days(2026, 1, 1) * 86400;
    window.to_utc = date_days(2027, 1, 1) * 86400;
    return 0;
}

static int close_arena(void)
{
    arena_free(arena);
    return 0;
}

static const struct ical_file *read_text(const char *text)
{
    const struct ical_file *file = NULL;

    faults.seen = 0;
    CU_ASSERT_EQUAL_FATAL(
        ical_read(arena, "file", text, strlen(text), &window, &file, &faults), STATUS_OK);
    return file;
}

static const struct ical_event *read_event(const char *text)
{
    const struct ical_file *file = read_text(text);

    CU_ASSERT_EQUAL_FATAL(file->n_events, 1);
    return &file->events[0];
}

static void an_event_keeps_its_lines_as_they_are(void)
{
    const struct ical_event *e = read_event(CALENDAR(
        "begin:vevent\r\nUID:1\r\nDTSTART:20260302T090000Z\r\nX-A;B=\"^n\":c\\,\r\n"
        "DESCRIPTION:folded\r\n  text\r\nBEGIN:X-PART\r\nY:z\r\nEND:X-PART\r\n"
        "END:VEVENT\r\n"));

    CU_ASSERT_STRING_EQUAL(e->raw, "begin:vevent\nUID:1\nDTSTART:20260302T090000Z\n"
                                   "X-A;B=\"^n\":c\\,\nDESCRIPTION:folded text\n"
                                   "BEGIN:X-PART\nY:z\nEND:X-PART\nEND:VEVENT\n");
}

static void what_an_event_says_is_read(void)
{
    const struct ical_event *e = read_event(CALENDAR(EVENT(
        "u@x", "SUMMARY:Simma\\, länge\r\nLOCATION:Solna\r\nDESCRIPTION:a\\nb\r\n"
               "CATEGORIES:a,b\\,c\r\nCATEGORIES:d\r\nSEQUENCE:3\r\nPRIORITY:5\r\n"
               "DTSTAMP:19700101T000100Z\r\nLAST-MODIFIED:19700101T000200Z\r\n"
               "STATUS:TENTATIVE\r\nTRANSP:TRANSPARENT\r\nCLASS:CONFIDENTIAL\r\n"
               "X-MICROSOFT-CDO-BUSYSTATUS:OOF\r\n")));

    CU_ASSERT_EQUAL(e->fate, ICAL_READ);
    CU_ASSERT_STRING_EQUAL(e->uid, "u@x");
    CU_ASSERT_STRING_EQUAL(e->summary, "Simma, länge");
    CU_ASSERT_STRING_EQUAL(e->location, "Solna");
    CU_ASSERT_STRING_EQUAL(e->description, "a\nb");
    CU_ASSERT_STRING_EQUAL(e->categories, "a\nb,c\nd");
    CU_ASSERT_EQUAL(e->sequence, 3);
    CU_ASSERT_EQUAL(e->priority, 5);
    CU_ASSERT_EQUAL(e->stamp_utc, 120);
    CU_ASSERT(e->tentative && !e->opaque && e->private && !e->cancelled);
    CU_ASSERT_EQUAL(e->busy, ICAL_AWAY);
}

static void an_event_without_a_name_is_named_by_what_it_says(void)
{
    const struct ical_file *file = read_text(CALENDAR(
        "BEGIN:VEVENT\r\nDTSTART:20260302T090000Z\r\nEND:VEVENT\r\n"
        "BEGIN:VEVENT\r\nDTSTART:20260302T090000Z\r\nEND:VEVENT\r\n"
        "BEGIN:VEVENT\r\nDTSTART:20260303T090000Z\r\nEND:VEVENT\r\n"));

    CU_ASSERT_STRING_EQUAL(file->events[0].uid, file->events[1].uid);
    CU_ASSERT_STRING_NOT_EQUAL(file->events[0].uid, file->events[2].uid);
    CU_ASSERT_EQUAL(file->events[1].fate, ICAL_OVERTAKEN);
    CU_ASSERT_EQUAL(file->events[2].fate, ICAL_READ);
}

/* An event with a line n times over. */
static const char *repeated(const char *line, int n)
{
    struct text t = text_new(arena);

    text_add(&t, "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\nDTSTART:20260101T090000Z\n"
                 "DURATION:PT1H\n");
    for (int i = 0; i < n; i++)
        text_add(&t, line);
    text_add(&t, "END:VEVENT\nEND:VCALENDAR\n");
    return text_done(&t);
}

static void an_event_at_a_limit_is_read_and_one_over_it_is_not(void)
{
    struct ical_window years = window;
    const struct ical_file *file;
    const char *daily = repeated("RRULE:FREQ=DAILY\n", 1);

    CU_ASSERT_EQUAL(
        read_event(repeated("EXDATE:20260105T090000Z\n", ICAL_DATES_MOST))->fate, ICAL_READ);
    CU_ASSERT_EQUAL(
        read_event(repeated("EXDATE:20260105T090000Z\n", ICAL_DATES_MOST + 1))->fate,
        ICAL_REJECTED);
    years.to_utc = years.from_utc + (int64_t)ICAL_INSTANCES_MOST * 86400;
    ical_read(arena, "file", daily, strlen(daily), &years, &file, &faults);
    CU_ASSERT_EQUAL(file->n_instances, ICAL_INSTANCES_MOST);
    years.to_utc += 86400;
    ical_read(arena, "file", daily, strlen(daily), &years, &file, &faults);
    CU_ASSERT_EQUAL(file->n_instances, 0);
    CU_ASSERT_EQUAL(file->events[0].fate, ICAL_REJECTED);
}

static void a_line_at_a_limit_is_read_and_one_over_it_is_passed_over(void)
{
    char *line = arena_alloc(arena, ICAL_PHYSICAL_MOST + 16, 1);
    const int n = ICAL_PHYSICAL_MOST;

    memset(line, 'x', (size_t)n + 2);
    memcpy(line, "SUMMARY:", 8);
    line[n] = '\n';
    line[n + 1] = '\0';
    CU_ASSERT_EQUAL(strlen(read_event(repeated(line, 1))->summary), (size_t)n - 8);
    line[n] = 'x';
    line[n + 1] = '\n';
    CU_ASSERT_STRING_EQUAL(read_event(repeated(line, 1))->summary, "");
    memcpy(line, "RRULE:xx", 8);
    CU_ASSERT_EQUAL(read_event(repeated(line, 1))->fate, ICAL_REJECTED);
}

static void notes_are_told_so_many_times(void)
{
    const struct ical_file *file = read_text(repeated("broken\n", 1000));

    CU_ASSERT_EQUAL(file->n_notes, 21);
    CU_ASSERT_EQUAL(file->notes[0].line, 0);
    CU_ASSERT_PTR_NOT_NULL(strstr(file->notes[0].text, "980 more"));
}

/* ---- the child ------------------------------------------------------------------- */

static const char *const MIXED =
    CALENDAR("METHOD:PUBLISH\r\n" EVENT("1", "RRULE:FREQ=DAILY;COUNT=3\r\nSUMMARY:å\r\n")
                 EVENT("2", "RRULE:FREQ=NEVER\r\n") EVENT("3", "STATUS:CANCELLED\r\n")
                     "BEGIN:VAVAILABILITY\r\nUID:4\r\nDTSTART:20260101T000000Z\r\n"
                     "BEGIN:AVAILABLE\r\nUID:5\r\nDTSTART:20260302T090000\r\n"
                     "END:AVAILABLE\r\nEND:VAVAILABILITY\r\nskräp\r\n");

/* As the wire tells it: equal bytes, equal files. */
static const char *told(const struct ical_file *file, size_t *length)
{
    struct faults none = {0};

    return wire_write(arena, STATUS_OK, file, &none, length);
}

static void the_guarded_reading_is_the_same(void)
{
    const struct ical_file *guarded = NULL;
    const char *here, *there;
    size_t n, m;

    faults.seen = 0;
    CU_ASSERT_EQUAL_FATAL(ical_read_guarded(arena, "file", MIXED, strlen(MIXED), &window,
                                            &guarded, &faults),
                          STATUS_OK);
    here = told(read_text(MIXED), &n);
    there = told(guarded, &m);
    CU_ASSERT(n == m && memcmp(here, there, n) == 0);
    CU_ASSERT_STRING_EQUAL(guarded->name, "file");
}

static void the_guarded_reading_has_the_same_faults(void)
{
    const struct ical_file *file = NULL;
    struct faults here = {0}, there = {0};

    CU_ASSERT_EQUAL(ical_read(arena, "a%sb", "<html>", 6, &window, &file, &here),
                    STATUS_SYNTAX);
    CU_ASSERT_EQUAL(ical_read_guarded(arena, "a%sb", "<html>", 6, &window, &file, &there),
                    STATUS_SYNTAX);
    CU_ASSERT_EQUAL(there.seen, 1);
    CU_ASSERT_STRING_EQUAL(here.list[0].what, there.list[0].what);
    CU_ASSERT_STRING_EQUAL(here.list[0].remedy, there.list[0].remedy);
    CU_ASSERT_STRING_EQUAL(there.list[0].file, "a%sb");
}

static int open_files(void)
{
    DIR *d = opendir("/proc/self/fd");
    int n = 0;

    while (d && readdir(d))
        n++;
    if (d)
        closedir(d);
    return n;
}

static void a_reading_leaves_no_file_open(void)
{
    const struct ical_file *file = NULL;
    int before = open_files();

    for (int i = 0; i < 3; i++)
        ical_read_guarded(arena, "file", MIXED, strlen(MIXED), &window, &file, &faults);
    CU_ASSERT_EQUAL(open_files(), before);
}

/* What does not break is still a file that can be gone through. */
static void go_through(const struct ical_file *file)
{
    size_t sum = strlen(file->method);

    for (int i = 0; i < file->n_events; i++)
        sum += strlen(file->events[i].uid) + strlen(file->events[i].raw);
    for (int i = 0; i < file->n_instances; i++)
        sum += strlen(file->events[file->instances[i].event].summary);
    for (int i = 0; i < file->n_notes; i++)
        sum += strlen(file->notes[i].text);
    CU_ASSERT(sum < 1 << 20);
}

static void a_broken_answer_is_no_answer(void)
{
    size_t n;
    const char *sound = told(read_text(MIXED), &n);
    struct chance chance;
    int broken = 0;

    chance_seed(&chance, 1);
    for (int i = 0; i < 3000; i++) {
        struct arena *a = arena_new();
        char *answer = arena_grow(a, sound, n, n, 1);
        size_t length = chance_one_in(&chance, 4) ? (size_t)chance_below(&chance, (int)n) : n;
        struct ical_file file;
        struct faults f;
        enum status status;

        for (int k = chance_between(&chance, 1, 4); k > 0; k--)
            answer[chance_below(&chance, (int)n)] = (char)chance_bits(&chance);
        if (!wire_read(a, answer, length, &status, &file, &f))
            broken++;
        else if (status == STATUS_OK)
            go_through(&file);
        arena_free(a);
    }
    CU_ASSERT(broken > 1000);
}

/* The zero byte behind a text is where its length says. */
static void a_text_without_its_end_is_no_answer(void)
{
    static const char WORDS[] = "RRULE:FREQ=NEVER\nEND:VEVENT\n";
    size_t n;
    const char *sound = told(read_text(MIXED), &n);
    char *answer = arena_grow(arena, sound, n, n, 1);
    char *end = (char *)memmem(answer, n, WORDS, sizeof WORDS) + sizeof WORDS - 1;
    struct ical_file file;
    struct faults f;
    enum status status;

    CU_ASSERT_FATAL(wire_read(arena, answer, n, &status, &file, &f));
    *end = 'x';
    CU_ASSERT_FALSE(wire_read(arena, answer, n, &status, &file, &f));
}

void ical_suite(void)
{
    CU_pSuite s = CU_add_suite("ical", open_arena, close_arena);

    CU_add_test(s, "an event keeps its lines as they are",
                an_event_keeps_its_lines_as_they_are);
    CU_add_test(s, "what an event says is read", what_an_event_says_is_read);
    CU_add_test(s, "an event without a name is named by what it says",
                an_event_without_a_name_is_named_by_what_it_says);
    CU_add_test(s, "an event at a limit is read, and one over it is not",
                an_event_at_a_limit_is_read_and_one_over_it_is_not);
    CU_add_test(s, "a line at a limit is read, and one over it is passed over",
                a_line_at_a_limit_is_read_and_one_over_it_is_passed_over);
    CU_add_test(s, "notes are told so many times", notes_are_told_so_many_times);
    CU_add_test(s, "the guarded reading is the same", the_guarded_reading_is_the_same);
    CU_add_test(s, "the guarded reading has the same faults",
                the_guarded_reading_has_the_same_faults);
    CU_add_test(s, "a reading leaves no file open", a_reading_leaves_no_file_open);
    CU_add_test(s, "a broken answer is no answer", a_broken_answer_is_no_answer);
    CU_add_test(s, "a text without its end is no answer",
                a_text_without_its_end_is_no_answer);
}
