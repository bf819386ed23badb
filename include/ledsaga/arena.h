/* Memory by lifetime: everything allocated in an arena dies with it. A function
 * that takes `struct arena *` first returns memory owned by that arena. */
#ifndef LEDSAGA_ARENA_H
#define LEDSAGA_ARENA_H

#include <stddef.h>

struct arena;

struct arena *arena_new(void);
void arena_free(struct arena *a); /* NULL is fine */

/* Zeroed, aligned for any type; never NULL: out of memory leaves through the
 * hook, which by default ends the program with the exit code of MEMORY. */
void *arena_alloc(struct arena *a, size_t count, size_t size);
char *arena_copy(struct arena *a, const char *text);
char *arena_print(struct arena *a, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* Grow an array kept in an arena: the returned block holds `capacity` items of
 * `size` bytes, the first `count` copied from old. */
void *arena_grow(struct arena *a, const void *old, size_t count,
                 size_t capacity, size_t size);

/* Called instead of exiting when memory runs out; must not return. */
void arena_on_exhausted(void (*hook)(void));

#define NEW(arena, type) ((type *)arena_alloc((arena), 1, sizeof(type)))
#define NEW_ARRAY(arena, type, n)                                              \
    ((type *)arena_alloc((arena), (size_t)(n), sizeof(type)))

/* Append to {count, capacity, items} kept in an arena. */
#define ARENA_PUSH(arena, items, count, capacity, value)                       \
    do {                                                                       \
        if ((count) == (capacity)) {                                           \
            int next_ = (capacity) ? 2 * (capacity) : 8;                       \
            (items) = arena_grow((arena), (items), (size_t)(count),            \
                                 (size_t)next_, sizeof *(items));              \
            (capacity) = next_;                                                \
        }                                                                      \
        (items)[(count)++] = (value);                                          \
    } while (0)

#endif
