#include "adapters/publish/publish_record.h"

#include "tiny_workspace.h"

#define WEEK_FILE "weeks/2026-W48/week.json"

static const char *week_text(void)
{
    return arena_copy(arena, get(path_of(WEEK_FILE)));
}

/* Publish the roster that is there on a day of November 2026. */
static void publish_on(int mday)
{
    const struct problem *p = read_tiny();
    const struct sheet s = {.problem = p, .roster = read_roster(p, NULL)};

    const char *text;

    CU_ASSERT_EQUAL_FATAL(publish_record(arena, &s, folder, date_days(2026, 11, mday), &text,
                                         &faults),
                          STATUS_OK);
    if (text)
        put(WEEK_FILE, text);
}

static void the_roster_is_what_was_published(void)
{
    open_workspace();
    publish_on(12);
    const struct problem *p = read_tiny();
    const struct roster *r = read_roster(p, NULL);

    CU_ASSERT_EQUAL(p->published, date_days(2026, 11, 12));
    for (int i = 0; i < p->n_requests; i++) {
        const struct request *q = &p->requests[i];
        CU_ASSERT_EQUAL(q->published, roster_serves(r, i));
        if (!q->published)
            continue;
        CU_ASSERT_EQUAL(q->pub_start, r->visits[i].start);
        CU_ASSERT_EQUAL(q->pub_minutes, r->visits[i].minutes);
        CU_ASSERT_EQUAL_FATAL(q->n_pub_escorts, r->visits[i].n_escorts);
        for (int k = 0; k < q->n_pub_escorts; k++)
            CU_ASSERT_EQUAL(q->pub_escorts[k], r->visits[i].escorts[k]);
    }
    close_workspace();
}

static void the_rest_of_the_file_stays_byte_by_byte(void)
{
    open_workspace();
    const char *before = week_text();
    publish_on(12);
    const char *after = week_text(), *record = strstr(after, "\"published\"");

    CU_ASSERT_PTR_NOT_NULL_FATAL(record);
    size_t common = 0;
    while (before[common] == after[common])
        common++;
    const char *rest = before + common;
    CU_ASSERT_TRUE(strlen(after) > strlen(before));
    CU_ASSERT_STRING_EQUAL(after + strlen(after) - strlen(rest), rest);
    close_workspace();
}

static void the_first_day_and_notes_stay_and_nothing_is_written_in_vain(void)
{
    open_workspace();
    publish_on(12);
    change(WEEK_FILE, "\"published\": {", "\"published\": {\"x-by\": [\"post\", 0.1],");
    change(WEEK_FILE, "{\"request\": ", "{\"x-told\": true, \"request\": ");
    const char *noted = week_text();
    publish_on(19);
    CU_ASSERT_STRING_EQUAL(week_text(), noted);

    change("weeks/2026-W48/roster.json", "\"minutes\": ", "\"minutes\": 1");
    publish_on(20);
    const char *after = week_text();
    CU_ASSERT_PTR_NOT_NULL(strstr(after, "\"on\": \"2026-11-12\""));
    CU_ASSERT_PTR_NOT_NULL(strstr(after, "\"x-by\": [\"post\", 0.1"));
    CU_ASSERT_PTR_NOT_NULL(strstr(after, "\"x-told\": true"));
    CU_ASSERT_STRING_NOT_EQUAL(after, noted);
    close_workspace();
}

static void the_day_of_the_roster_is_not_after_it_was_given_out(void)
{
    open_workspace();
    change(WEEK_FILE, "\"week\": \"2026-W48\",",
           "\"week\": \"2026-W48\", \"today\": \"2026-11-09\",");
    publish_on(12);
    CU_ASSERT_EQUAL(read_tiny()->today, date_days(2026, 11, 12));
    publish_on(14);
    CU_ASSERT_EQUAL(read_tiny()->today, date_days(2026, 11, 12));
    close_workspace();
}

static void a_key_that_hides_behind_escapes_is_told(void)
{
    open_workspace();
    publish_on(12);
    change(WEEK_FILE, "\"published\"", "\"publ\\u0069shed\"");
    change("weeks/2026-W48/roster.json", "\"minutes\": ", "\"minutes\": 1");
    const struct problem *p = read_tiny();
    const struct sheet s = {.problem = p, .roster = read_roster(p, NULL)};
    const char *before = week_text();
    const char *text;
    CU_ASSERT_EQUAL(publish_record(arena, &s, folder, date_days(2026, 11, 13), &text, &faults),
                    STATUS_SYNTAX);
    CU_ASSERT_STRING_EQUAL(week_text(), before);
    close_workspace();
}

void publish_record_suite(void)
{
    CU_pSuite s = CU_add_suite("publish_record", NULL, NULL);

    CU_ADD_TEST(s, the_roster_is_what_was_published);
    CU_ADD_TEST(s, the_rest_of_the_file_stays_byte_by_byte);
    CU_ADD_TEST(s, the_first_day_and_notes_stay_and_nothing_is_written_in_vain);
    CU_ADD_TEST(s, the_day_of_the_roster_is_not_after_it_was_given_out);
    CU_ADD_TEST(s, a_key_that_hides_behind_escapes_is_told);
}
