#include "ledsaga/arena.h"

#include <CUnit/CUnit.h>
#include <setjmp.h>
#include <stdbool.h>
#include <stdint.h>
#include <string.h>

static bool all_zero(const unsigned char *p, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (p[i])
            return false;
    return true;
}

static void memory_is_zero_aligned_and_apart(void)
{
    struct arena *a = arena_new();
    unsigned char *pieces[300];

    for (size_t i = 0; i < 300; i++) {
        size_t size = i * i % 40000 + 1;

        pieces[i] = arena_alloc(a, size, 1);
        CU_ASSERT((uintptr_t)pieces[i] % _Alignof(max_align_t) == 0);
        CU_ASSERT(all_zero(pieces[i], size));
        memset(pieces[i], (int)(i % 250) + 1, size);
    }
    for (size_t i = 0; i < 300; i++)
        CU_ASSERT(pieces[i][0] == i % 250 + 1 &&
                  pieces[i][i * i % 40000] == i % 250 + 1);
    CU_ASSERT_PTR_NOT_NULL(arena_alloc(a, 0, 8));
    arena_free(a);
    arena_free(NULL);
}

static void pushing_keeps_what_was_there(void)
{
    struct arena *a = arena_new();
    int *items = NULL, n = 0, room = 0;

    for (int i = 0; i < 1000; i++)
        ARENA_PUSH(a, items, n, room, i * 3);
    CU_ASSERT_EQUAL(n, 1000);
    for (int i = 0; i < n; i++)
        CU_ASSERT_EQUAL(items[i], i * 3);
    arena_free(a);
}

static void printed_text_is_whole(void)
{
    struct arena *a = arena_new();

    CU_ASSERT_STRING_EQUAL(arena_print(a, "%s %04d", "år", 26), "år 0026");
    CU_ASSERT_EQUAL(strlen(arena_print(a, "%70000s", "x")), 70000);
    CU_ASSERT_STRING_EQUAL(arena_copy(a, ""), "");
    arena_free(a);
}

static jmp_buf out_of_memory;

static void jump(void)
{
    longjmp(out_of_memory, 1);
}

static void a_size_that_overflows_leaves_through_the_hook(void)
{
    struct arena *a = arena_new();
    volatile int left = 0;

    arena_on_exhausted(jump);
    if (setjmp(out_of_memory) == 0)
        arena_alloc(a, SIZE_MAX / 2, 4);
    else
        left = 1;
    arena_on_exhausted(NULL);
    CU_ASSERT(left);
    arena_free(a);
}

void arena_suite(void)
{
    CU_pSuite s = CU_add_suite("arena", NULL, NULL);

    CU_add_test(s, "memory is zero, aligned and apart",
                memory_is_zero_aligned_and_apart);
    CU_add_test(s, "pushing keeps what was there",
                pushing_keeps_what_was_there);
    CU_add_test(s, "printed text is whole", printed_text_is_whole);
    CU_add_test(s, "a size that overflows leaves through the hook",
                a_size_that_overflows_leaves_through_the_hook);
}
