#include "adapters/replan/amendment.h"

#include "base/text.h"
#include "small_workspace.h"

static struct small_workspace w;
static const struct iso_week WEEK = {2026, 48};

static const char *path(const char *name)
{
    return arena_print(w.arena, "%s/weeks/2026-W48/%s", w.folder, name);
}

static const char *content(const char *name)
{
    size_t length;
    char *text;

    if (!file_exists(path(name)))
        return "";
    CU_ASSERT_EQUAL_FATAL(file_read(w.arena, path(name), &text, &length, &w.faults), STATUS_OK);
    return text;
}

static void opened(void)
{
    small_open(&w, "");
    small_put(&w, "weeks/2026-W48/week.json", "old");
    small_put(&w, "journal.jsonl", "{}\n");
}

static struct amendment *begun(const char *text)
{
    struct amendment *m;

    CU_ASSERT_EQUAL_FATAL(amendment_begin(w.arena, w.folder, WEEK, "replan", 0, &m, &w.faults),
                          STATUS_OK);
    CU_ASSERT_EQUAL_FATAL(amendment_put(m, "week.json", text, &w.faults), STATUS_OK);
    CU_ASSERT_EQUAL_FATAL(amendment_put(m, "told.json", "told", &w.faults), STATUS_OK);
    return m;
}

static void made(const char *text)
{
    CU_ASSERT_EQUAL_FATAL(amendment_commit(begun(text), "{\"a\":1}", &w.faults), STATUS_OK);
}

static int finished(void)
{
    int number;

    CU_ASSERT_EQUAL_FATAL(amendment_finish(w.arena, w.folder, WEEK, &number, &w.faults), STATUS_OK);
    return number;
}

static void nothing_is_written_before_it_is_committed(void)
{
    opened();
    begun("new");
    CU_ASSERT_STRING_EQUAL(content("week.json"), "old");
    CU_ASSERT_EQUAL(finished(), 0);
    CU_ASSERT_STRING_EQUAL(content("week.json"), "old");
    small_close(&w);
}

static void all_of_it_is_written_and_the_old_is_kept(void)
{
    opened();
    made("new");
    CU_ASSERT_STRING_EQUAL(content("week.json"), "new");
    CU_ASSERT_STRING_EQUAL(content("told.json"), "told");
    CU_ASSERT_STRING_EQUAL(content("undo/001/was/week.json"), "old");
    CU_ASSERT_FALSE(file_exists(path("undo/001/was/told.json")));
    CU_ASSERT_STRING_EQUAL(content("../../journal.jsonl"), "{}\n{\"a\":1}\n");
    CU_ASSERT_EQUAL(finished(), 0);
    small_close(&w);
}

/* As if it had been killed right after it counted, or somewhat later. */
static void put_back(const char *week)
{
    char *change = arena_print(w.arena, "%s", content("undo/001/change.json"));
    char *state = strstr(change, "\"done\"");

    CU_ASSERT_PTR_NOT_NULL_FATAL(state);
    small_put(&w, "weeks/2026-W48/undo/001/change.json",
              arena_print(w.arena, "%.*s\"begun\"%s", (int)(state - change), change, state + 6));
    small_put(&w, "weeks/2026-W48/week.json", week);
}

static void what_was_interrupted_is_finished(void)
{
    opened();
    made("new");
    put_back("old");
    CU_ASSERT_EQUAL(finished(), 1);
    CU_ASSERT_STRING_EQUAL(content("week.json"), "new");
    put_back("new");
    CU_ASSERT_EQUAL(finished(), 1);
    CU_ASSERT_EQUAL(finished(), 0);
    CU_ASSERT_STRING_EQUAL(content("../../journal.jsonl"), "{}\n{\"a\":1}\n"); /* once */
    small_close(&w);
}

static void what_somebody_wrote_meanwhile_is_not_lost(void)
{
    int number;
    bool is;

    opened();
    made("new");
    CU_ASSERT_EQUAL(amendment_begun(w.arena, w.folder, WEEK, &is, &w.faults), STATUS_OK);
    CU_ASSERT_FALSE(is);
    put_back("by hand");
    CU_ASSERT_EQUAL(amendment_begun(w.arena, w.folder, WEEK, &is, &w.faults), STATUS_OK);
    CU_ASSERT_TRUE(is);
    CU_ASSERT_EQUAL(amendment_finish(w.arena, w.folder, WEEK, &number, &w.faults), STATUS_EXISTS);
    CU_ASSERT_PTR_NOT_NULL(strstr(w.faults.list[0].remedy, "undo/001"));
    CU_ASSERT_STRING_EQUAL(content("week.json"), "by hand");
    small_close(&w);
}

static const char *about(const char *journal_line)
{
    const struct amendment *m;

    CU_ASSERT_EQUAL_FATAL(amendment_commit(begun("x"), journal_line, &w.faults), STATUS_OK);
    CU_ASSERT_EQUAL_FATAL(amendment_last(w.arena, w.folder, WEEK, &m, &w.faults), STATUS_OK);
    return amendment_about(m);
}

static void its_line_says_what_it_was_about(void)
{
    opened();
    CU_ASSERT_STRING_EQUAL(about("{\"events\": [\"sick=eva\", \"cancel=swim\"]}"),
                           "sick=eva, cancel=swim");
    CU_ASSERT_STRING_EQUAL(about("{\"request\": \"wish-1\"}"), "wish-1");
    CU_ASSERT_STRING_EQUAL(about("{}"), "");
    small_close(&w);
}

static int last(void)
{
    const struct amendment *m;

    CU_ASSERT_EQUAL_FATAL(amendment_last(w.arena, w.folder, WEEK, &m, &w.faults), STATUS_OK);
    return m ? m->number : 0;
}

static void undone(int number)
{
    struct amendment *m;

    CU_ASSERT_EQUAL_FATAL(amendment_begin(w.arena, w.folder, WEEK, "undo", number, &m, &w.faults),
                          STATUS_OK);
    CU_ASSERT_EQUAL_FATAL(amendment_put(m, "week.json", "undone", &w.faults), STATUS_OK);
    CU_ASSERT_EQUAL_FATAL(amendment_commit(m, "{}", &w.faults), STATUS_OK);
}

static void the_last_is_the_last_that_stands(void)
{
    opened();
    CU_ASSERT_EQUAL(last(), 0);
    made("first");
    made("second");
    CU_ASSERT_EQUAL(last(), 2);
    undone(2);
    CU_ASSERT_EQUAL(last(), 1);
    made("fourth");
    CU_ASSERT_EQUAL(last(), 4);
    undone(4);
    undone(1);
    CU_ASSERT_EQUAL(last(), 0);
    small_close(&w);
}

static void what_somebody_changed_since_is_seen(void)
{
    const struct amendment *m;

    opened();
    made("new");
    amendment_last(w.arena, w.folder, WEEK, &m, &w.faults);
    CU_ASSERT_EQUAL(amendment_untouched(m, &w.faults), STATUS_OK);
    small_put(&w, "weeks/2026-W48/told.json", "told again");
    CU_ASSERT_EQUAL(amendment_untouched(m, &w.faults), STATUS_OK);
    small_put(&w, "weeks/2026-W48/week.json", "newer");
    CU_ASSERT_EQUAL(amendment_untouched(m, &w.faults), STATUS_EXISTS);
    small_close(&w);
}

void amendment_suite(void)
{
    CU_pSuite s = CU_add_suite("amendment", NULL, NULL);

    CU_ADD_TEST(s, nothing_is_written_before_it_is_committed);
    CU_ADD_TEST(s, all_of_it_is_written_and_the_old_is_kept);
    CU_ADD_TEST(s, what_was_interrupted_is_finished);
    CU_ADD_TEST(s, what_somebody_wrote_meanwhile_is_not_lost);
    CU_ADD_TEST(s, its_line_says_what_it_was_about);
    CU_ADD_TEST(s, the_last_is_the_last_that_stands);
    CU_ADD_TEST(s, what_somebody_changed_since_is_seen);
}
