#include "base/text.h"
#include "ledsaga/status.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <wchar.h>

/* gettext keeps what it has found until this number of its own changes (gettext's manual,
 * "Being a gettext grok"). */
extern int _nl_msg_cat_cntr;

void text_language(const char *code)
{
    const char *now = getenv("LANGUAGE");

    if (now && strcmp(now, code) == 0)
        return;
    setenv("LANGUAGE", code, 1);
    _nl_msg_cat_cntr++;
}

struct text text_new(struct arena *a)
{
    return (struct text){.arena = a};
}

static void make_room(struct text *t, size_t more)
{
    size_t wanted = t->length + more + 1;
    size_t capacity = t->capacity ? t->capacity : 64;

    if (wanted <= t->capacity)
        return;
    while (capacity < wanted)
        capacity *= 2;
    t->bytes = arena_grow(t->arena, t->bytes, t->length, capacity, 1);
    t->capacity = capacity;
}

void text_add_bytes(struct text *t, const char *s, size_t n)
{
    make_room(t, n);
    if (n)
        memcpy(t->bytes + t->length, s, n);
    t->length += n;
    t->bytes[t->length] = '\0';
}

void text_add(struct text *t, const char *s)
{
    text_add_bytes(t, s, strlen(s));
}

void text_print(struct text *t, const char *format, ...)
{
    va_list args;
    int n;

    va_start(args, format);
    n = vsnprintf(NULL, 0, format, args);
    va_end(args);
    require(n >= 0, "the format and its arguments must fit each other");
    make_room(t, (size_t)n);
    va_start(args, format);
    vsnprintf(t->bytes + t->length, (size_t)n + 1, format, args);
    va_end(args);
    t->length += (size_t)n;
}

const char *text_done(struct text *t)
{
    return t->bytes ? t->bytes : "";
}

/* Decode one UTF-8 character; a byte that is not UTF-8 stands for itself. */
static uint32_t next_character(const unsigned char **s)
{
    const unsigned char *p = *s;
    int more = *p >= 0xF0 ? 3 : *p >= 0xE0 ? 2 : *p >= 0xC0 ? 1 : 0;
    uint32_t c = more ? *p & (0x3Fu >> more) : *p;

    for (int i = 1; i <= more; i++) {
        if ((p[i] & 0xC0) != 0x80) {
            *s = p + 1;
            return *p;
        }
        c = c << 6 | (p[i] & 0x3Fu);
    }
    *s = p + 1 + more;
    return c;
}

int text_columns(const char *s)
{
    const unsigned char *p = (const unsigned char *)s;
    int columns = 0;

    while (*p) {
        int width = wcwidth((wchar_t)next_character(&p));

        /* The C locale knows no width outside ASCII: nearly always one. */
        columns += width < 0 ? 1 : width;
    }
    return columns;
}
