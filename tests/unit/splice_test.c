#include "adapters/splice.h"

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

void splice_suite(void)
{
    CU_pSuite s = CU_add_suite("splice", NULL, NULL);

    CU_ADD_TEST(s, a_member_is_replaced_and_nothing_else);
    CU_ADD_TEST(s, a_new_member_comes_after_its_neighbour);
}
