/* Text that grows, and the languages it is said in. */
#ifndef BASE_TEXT_H
#define BASE_TEXT_H

#include "ledsaga/arena.h"

#include <libintl.h>
#include <stdint.h>

/* Sentences for people go through gettext, English is the key. */
#define TEXT_DOMAIN "ledsaga"
#define _(s) dgettext(TEXT_DOMAIN, s)
#define N_(s) s
/* Sentences are in this language from now on ("sv", "en"), while the program speaks a
 * language at all: what is written for somebody is in theirs. */
void text_language(const char *code);
/* One of two sentences, by the number in it. */
#define PLURAL(one, many, n)                                                   \
    dngettext(TEXT_DOMAIN, one, many, (unsigned long)(n))

struct text {
    struct arena *arena;
    char *bytes; /* always ends with a zero byte once something was added */
    size_t length, capacity;
};

struct text text_new(struct arena *a);
void text_add(struct text *t, const char *s);
void text_add_bytes(struct text *t, const char *s, size_t n);
void text_print(struct text *t, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
const char *text_done(struct text *t); /* "" if nothing was added */

/* Columns a UTF-8 string takes on a terminal (wcwidth of its characters). */
int text_columns(const char *s);

#endif
