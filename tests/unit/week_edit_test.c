#include "adapters/workspace/week_edit.h"

#include <CUnit/CUnit.h>
#include <string.h>

static struct arena *arena;
static struct faults faults;

static struct week_edit *opened(const char *text)
{
    struct week_edit *e = NULL;

    arena = arena_new();
    faults.seen = 0;
    CU_ASSERT_EQUAL_FATAL(week_edit_open_text(arena, "week.json", text, &e, &faults),
                          STATUS_OK);
    return e;
}

static void closed(struct week_edit *e)
{
    week_edit_close(e);
    arena_free(arena);
}

static bool has(struct week_edit *e, const char *piece)
{
    const char *text = week_edit_text(arena, e);

    if (strstr(text, piece))
        return true;
    printf("\n    %s is not in %s\n", piece, text);
    return false;
}

static const char WEEK[] =
    "{\n \"x-office\": {\"tone\": 0.1},\n \"format\": \"ledsaga-week\",\n"
    " \"requests\": [\n  {\"id\": \"a\", \"minutes\": 60, \"x-note\": \"Åsa ringer\"},\n"
    "  {\"id\": \"b\", \"minutes\": 90}\n ],\n"
    " \"in_step\": [\n  {\"first\": \"a\", \"second\": \"b\"}\n ],\n"
    " \"pins\": [\n  {\"request\": \"b\"},\n  {\"request\": \"a\"}\n ],\n"
    " \"published\": {\"on\": \"2026-11-16\", \"visits\": [{\"request\": \"a\"}]}\n}\n";

static const struct week_item A = {"requests", NULL, "id", "a"};
static const struct week_item C = {"requests", NULL, "id", "c"};

static void what_is_not_spoken_of_stays_byte_for_byte(void)
{
    struct week_edit *e = opened(WEEK);

    CU_ASSERT_STRING_EQUAL(week_edit_text(arena, e), WEEK);
    CU_ASSERT_FALSE(week_edit_put(e, &A, "{\"minutes\": 60}", "{\"minutes\": 60}"));
    CU_ASSERT_FALSE(week_edit_put(e, &C, "{\"id\": \"c\"}", NULL));
    CU_ASSERT_STRING_EQUAL(week_edit_text(arena, e), WEEK);
    closed(e);
}

static void a_new_thing_is_added_at_the_end(void)
{
    struct week_edit *e = opened(WEEK);
    const struct week_item away = {"absences", NULL, "x-imported", "k1"};

    CU_ASSERT_TRUE(week_edit_put(e, &C, NULL, "{\"id\": \"c\", \"minutes\": 30}"));
    CU_ASSERT_TRUE(week_edit_put(e, &away, NULL, "{\"escort\": \"eva\", \"x-imported\": \"k1\"}"));
    CU_ASSERT_TRUE(has(e, "{\"id\": \"b\", \"minutes\": 90},\n  {\"id\": \"c\", \"minutes\": 30}\n ]"));
    CU_ASSERT_TRUE(has(e, "\"absences\": [\n  {\"escort\": \"eva\", \"x-imported\": \"k1\"}\n ]"));
    closed(e);
}

static void only_what_has_changed_at_its_source_is_written(void)
{
    struct week_edit *e = opened("{\"requests\": [{\"id\": \"a\", \"activity\": \"Bad i dag\", "
                                 "\"minutes\": 60, \"meet\": \"pool\", \"wishes\": [\"eva\"]}]}");

    /* A person has written another activity and a wish; the calendar a longer time and
     * no place. */
    CU_ASSERT_TRUE(week_edit_put(
        e, &A, "{\"id\": \"a\", \"activity\": \"Bad\", \"minutes\": 60, \"meet\": \"pool\"}",
        "{\"id\": \"a\", \"activity\": \"Bad\", \"minutes\": 75}"));
    CU_ASSERT_TRUE(has(e, "{\"id\": \"a\", \"activity\": \"Bad i dag\", \"minutes\": 75, "
                          "\"wishes\": [\"eva\"]}"));
    closed(e);
}

static void a_request_that_goes_takes_with_it_what_names_it(void)
{
    struct week_edit *e = opened(WEEK);

    CU_ASSERT_TRUE(week_edit_put(e, &A, "{\"id\": \"a\"}", NULL));
    CU_ASSERT_STRING_EQUAL(
        week_edit_text(arena, e),
        "{\n \"x-office\": {\"tone\": 0.1},\n \"format\": \"ledsaga-week\",\n"
        " \"requests\": [\n  {\"id\": \"b\", \"minutes\": 90}\n ],\n \"in_step\": [],\n"
        " \"pins\": [\n  {\"request\": \"b\"}\n ],\n"
        " \"published\": {\"on\": \"2026-11-16\", \"visits\": []}\n}\n");
    closed(e);
}

static void an_escort_keeps_the_list_when_the_last_time_is_gone(void)
{
    struct week_edit *e = opened("{\"requests\": []}");
    const struct week_item span = {"availability", "eva", "x-imported", "k1"};

    CU_ASSERT_FALSE(week_edit_put(e, &span, NULL, NULL));
    CU_ASSERT_TRUE(week_edit_put(e, &span, NULL, "{\"from\": \"m\", \"x-imported\": \"k1\"}"));
    CU_ASSERT_TRUE(has(e, "{\"escort\": \"eva\", \"spans\": [{\"from\": \"m\", "
                          "\"x-imported\": \"k1\"}]}"));
    CU_ASSERT_TRUE(week_edit_put(e, &span, "{\"from\": \"m\"}", NULL));
    CU_ASSERT_TRUE(has(e, "{\"escort\": \"eva\", \"spans\": []}"));
    closed(e);
}

static void the_request_of_a_place_is_found(void)
{
    struct week_edit *e = opened(WEEK);

    CU_ASSERT_STRING_EQUAL(week_edit_request_at(e, "requests[1].meet"), "b");
    CU_ASSERT_PTR_NULL(week_edit_request_at(e, "requests[2]"));
    CU_ASSERT_PTR_NULL(week_edit_request_at(e, "absences[0].escort"));
    closed(e);
}

static void a_key_of_the_document_is_set_and_taken_out(void)
{
    struct week_edit *e = opened(WEEK);

    week_edit_set(e, "today", "\"2026-11-20\"");
    week_edit_set(e, "pins", NULL);
    CU_ASSERT_TRUE(has(e, "\"today\": \"2026-11-20\"\n}"));
    CU_ASSERT_PTR_NULL(strstr(week_edit_text(arena, e), "pins"));
    closed(e);
}

static void what_is_no_week_is_refused(void)
{
    struct week_edit *e = NULL;

    arena = arena_new();
    faults.seen = 0;
    CU_ASSERT_EQUAL(week_edit_open_text(arena, "w", "[1]", &e, &faults), STATUS_SYNTAX);
    CU_ASSERT_EQUAL(week_edit_open_text(arena, "w", "{\"a\": 1, \"a\": 2}", &e, &faults),
                    STATUS_SYNTAX);
    CU_ASSERT_EQUAL(faults.seen, 2);
    arena_free(arena);
}

void week_edit_suite(void)
{
    CU_pSuite s = CU_add_suite("week_edit", NULL, NULL);
    CU_add_test(s, "what is not spoken of stays, byte for byte",
                what_is_not_spoken_of_stays_byte_for_byte);
    CU_add_test(s, "a new thing is added at the end", a_new_thing_is_added_at_the_end);
    CU_add_test(s, "only what has changed at its source is written",
                only_what_has_changed_at_its_source_is_written);
    CU_add_test(s, "a request that goes takes with it what names it",
                a_request_that_goes_takes_with_it_what_names_it);
    CU_add_test(s, "an escort keeps the list when the last time is gone",
                an_escort_keeps_the_list_when_the_last_time_is_gone);
    CU_add_test(s, "the request of a place is found", the_request_of_a_place_is_found);
    CU_add_test(s, "a key of the document is set and taken out",
                a_key_of_the_document_is_set_and_taken_out);
    CU_add_test(s, "what is no week is refused", what_is_no_week_is_refused);
}
