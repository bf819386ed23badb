#include "adapters/text/splice.h"

#include <CUnit/CUnit.h>

static struct arena *arena;

static void splices_to(const char *document, const char *expected)
{
    arena = arena_new();
    CU_ASSERT_STRING_EQUAL(splice_member(arena, document, "p", "[2]", "t"), expected);
    arena_free(arena);
}

static void a_member_is_replaced_and_nothing_else(void)
{
    splices_to("{\"p\":1}", "{\"p\":[2]}");
    splices_to("{ \"a\" : \"p\",\n  \"p\" : {\"p\": [1, \"}\"]} ,\"z\":0.10 }\n",
               "{ \"a\" : \"p\",\n  \"p\" : [2] ,\"z\":0.10 }\n");
    splices_to("{\"a\": {\"p\": 1}, \"p\": \"x\\\"}\", \"t\": 3}",
               "{\"a\": {\"p\": 1}, \"p\": [2], \"t\": 3}");
}

static void a_new_member_comes_after_its_neighbour(void)
{
    splices_to("{\"t\": \"1\", \"z\": 2}", "{\"t\": \"1\",\n \"p\": [2], \"z\": 2}");
    splices_to("{\n \"a\": 1,\n \"z\": [\n  2\n ]\n}\n",
               "{\n \"a\": 1,\n \"z\": [\n  2\n ],\n \"p\": [2]\n}\n");
    splices_to("{\"a\": \"\\\\\", \"t\": null, \"z\": 1}",
               "{\"a\": \"\\\\\", \"t\": null,\n \"p\": [2], \"z\": 1}");
    splices_to("{ }", "{\n \"p\": [2]\n}");
}

static const char PEOPLE[] =
    "{\"ids\": [1], \"people\": [ {\"id\": \"a\", \"x\": {\"id\": \"b\"}},\n"
    "  {\"n\": [\"}\"], \"id\":\"b\"} ], \"z\": 0.10}";

static void an_object_of_a_list_is_found_and_replaced(void)
{
    arena = arena_new();
    CU_ASSERT_STRING_EQUAL(splice_item_text(arena, PEOPLE, "people", "id", "b"),
                           "{\"n\": [\"}\"], \"id\":\"b\"}");
    CU_ASSERT_STRING_EQUAL(splice_item(arena, PEOPLE, "people", "id", "a", "{}"),
                           "{\"ids\": [1], \"people\": [ {},\n"
                           "  {\"n\": [\"}\"], \"id\":\"b\"} ], \"z\": 0.10}");
    CU_ASSERT_PTR_NULL(splice_item_text(arena, PEOPLE, "people", "id", "c"));
    CU_ASSERT_PTR_NULL(splice_item_text(arena, PEOPLE, "nobody", "id", "a"));
    CU_ASSERT_PTR_NULL(splice_item_text(arena, PEOPLE, "ids", "id", "a"));
    CU_ASSERT_STRING_EQUAL(splice_item(arena, PEOPLE, "people", "id", "c", "{}"), PEOPLE);
    arena_free(arena);
}

void splice_suite(void)
{
    CU_pSuite s = CU_add_suite("splice", NULL, NULL);

    CU_ADD_TEST(s, a_member_is_replaced_and_nothing_else);
    CU_ADD_TEST(s, a_new_member_comes_after_its_neighbour);
    CU_ADD_TEST(s, an_object_of_a_list_is_found_and_replaced);
}
