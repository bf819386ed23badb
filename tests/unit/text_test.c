#include "base/text.h"

#include <CUnit/CUnit.h>
#include <locale.h>
#include <string.h>

static void text_grows_as_it_is_added_to(void)
{
    struct arena *a = arena_new();
    struct text t = text_new(a);

    CU_ASSERT_STRING_EQUAL(text_done(&t), "");
    for (int i = 0; i < 1000; i++) {
        text_add(&t, "ab");
        text_add_bytes(&t, "cde", 1);
        text_print(&t, "%d", i % 10);
    }
    CU_ASSERT_EQUAL(t.length, 4000);
    CU_ASSERT_EQUAL(strlen(text_done(&t)), 4000);
    CU_ASSERT_STRING_EQUAL(text_done(&t) + 3992, "abc8abc9");
    arena_free(a);
}

static void columns_are_characters_and_not_bytes(void)
{
    CU_ASSERT_EQUAL(text_columns(""), 0);
    CU_ASSERT_EQUAL(text_columns("Halmstad"), 8);
    CU_ASSERT_EQUAL(text_columns("Västra Åsögatan"), 15);
    CU_ASSERT_EQUAL(text_columns("–…"), 2);
    CU_ASSERT_EQUAL(text_columns("a\xff" "b"), 3);
    CU_ASSERT_EQUAL(text_columns("\xe2\x80"), 2);
}

/* What is wide and what has no width only a UTF-8 locale knows. */
static void wide_and_combining_characters_count_as_shown(void)
{
    char before[256];

    strcpy(before, setlocale(LC_CTYPE, NULL));
    if (setlocale(LC_CTYPE, "C.UTF-8")) {
        CU_ASSERT_EQUAL(text_columns("漢字"), 4);
        CU_ASSERT_EQUAL(text_columns("e\xcc\x81"), 1);
        CU_ASSERT_EQUAL(text_columns("😀"), 2);
    }
    setlocale(LC_CTYPE, before);
}

void text_suite(void)
{
    CU_pSuite s = CU_add_suite("text", NULL, NULL);

    CU_add_test(s, "text grows as it is added to",
                text_grows_as_it_is_added_to);
    CU_add_test(s, "columns are characters and not bytes",
                columns_are_characters_and_not_bytes);
    CU_add_test(s, "wide and combining characters count as shown",
                wide_and_combining_characters_count_as_shown);
}
