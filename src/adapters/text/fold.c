#include "adapters/text/fold.h"

#include <stdbool.h>
#include <string.h>

static bool is_blank(char c)
{
    return c && strchr(" \t\r\n", c);
}

const char *fold(struct arena *a, const char *s)
{
    char *out = arena_alloc(a, strlen(s) + 1, 1), *end = out;

    for (; *s; s++) {
        unsigned char c = (unsigned char)*s, before = end > out ? (unsigned char)end[-1] : 0;
        if (is_blank(*s)) {
            if (end > out && before != ' ')
                *end++ = ' ';
        } else if (c >= 'A' && c <= 'Z') {
            *end++ = (char)(c + 0x20);
        } else if (before == 0xc3 && c >= 0x80 && c <= 0x9e && c != 0x97) {
            *end++ = (char)(c + 0x20); /* U+00C0 to U+00DE, but not the multiplication sign */
        } else {
            *end++ = *s;
        }
    }
    while (end > out && end[-1] == ' ')
        end--;
    *end = '\0';
    return out;
}
