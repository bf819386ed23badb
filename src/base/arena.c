#include "ledsaga/arena.h"
#include "ledsaga/status.h"

#include <stdalign.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Blocks come from calloc: what was never handed out is already zero, and big
 * arrays cost no memory until they are touched. */
enum { BLOCK = 1 << 16 };

/* From this size on a piece has a block of its own. Under the address sanitizer
 * every piece has, so that a step past its end is seen. */
#ifdef __has_feature
#if __has_feature(address_sanitizer)
#define SANITIZED
#endif
#elif defined(__SANITIZE_ADDRESS__)
#define SANITIZED
#endif
#ifdef SANITIZED
enum { LARGE = 0 };
#else
enum { LARGE = BLOCK / 4 };
#endif

struct block {
    struct block *next;
    size_t used, size;
    alignas(max_align_t) unsigned char bytes[];
};

struct arena {
    struct block *blocks; /* the one being filled first */
};

static void (*exhausted)(void);

void arena_on_exhausted(void (*hook)(void))
{
    exhausted = hook;
}

static void run_out(void) __attribute__((noreturn));

static void run_out(void)
{
    if (exhausted)
        exhausted();
    fprintf(stderr, "ledsaga: %s\n", status_sentence(STATUS_MEMORY));
    exit(status_exit_code(STATUS_MEMORY));
}

static struct block *block_new(size_t size)
{
    struct block *b;

    if (size > SIZE_MAX - sizeof *b)
        run_out();
    b = calloc(1, sizeof *b + size);
    if (!b)
        run_out();
    b->size = size;
    return b;
}

struct arena *arena_new(void)
{
    struct arena *a = calloc(1, sizeof *a);

    if (!a)
        run_out();
    return a;
}

void arena_free(struct arena *a)
{
    if (!a)
        return;
    for (struct block *b = a->blocks, *next; b; b = next) {
        next = b->next;
        free(b);
    }
    free(a);
}

/* A large piece gets a block of its own behind the one being filled, so that it
 * does not waste what is left of that. */
static void *alloc_alone(struct arena *a, size_t bytes)
{
    struct block *b = block_new(bytes);

    b->used = bytes;
    if (a->blocks) {
        b->next = a->blocks->next;
        a->blocks->next = b;
    } else {
        a->blocks = b;
    }
    return b->bytes;
}

void *arena_alloc(struct arena *a, size_t count, size_t size)
{
    const size_t step = alignof(max_align_t);
    struct block *b = a->blocks;
    size_t bytes;
    void *p;

    if (size && count > (SIZE_MAX - step) / size)
        run_out();
    if (count * size > LARGE)
        return alloc_alone(a, count * size);
    bytes = (count * size + step - 1) / step * step;
    if (!b || b->size - b->used < bytes) {
        b = block_new(BLOCK);
        b->next = a->blocks;
        a->blocks = b;
    }
    p = b->bytes + b->used;
    b->used += bytes;
    return p;
}

char *arena_copy(struct arena *a, const char *text)
{
    size_t n = strlen(text) + 1;

    return memcpy(arena_alloc(a, n, 1), text, n);
}

char *arena_print(struct arena *a, const char *format, ...)
{
    va_list args;
    int n;
    char *out;

    va_start(args, format);
    n = vsnprintf(NULL, 0, format, args);
    va_end(args);
    require(n >= 0, "the format and its arguments must fit each other");
    out = arena_alloc(a, (size_t)n + 1, 1);
    va_start(args, format);
    vsnprintf(out, (size_t)n + 1, format, args);
    va_end(args);
    return out;
}

void *arena_grow(struct arena *a, const void *old, size_t count,
                 size_t capacity, size_t size)
{
    void *p = arena_alloc(a, capacity, size);

    require(count <= capacity, "an array does not shrink when it grows");
    if (count)
        memcpy(p, old, count * size);
    return p;
}
