#include "adapters/text/json_text.h"

#include "adapters/text/plain.h"

#include <string.h>

static void add_character(struct text *t, const char *s, size_t length)
{
    unsigned char c = (unsigned char)*s;

    if (length == 0)
        text_add(t, "\xef\xbf\xbd");
    else if (c == '"' || c == '\\')
        text_print(t, "\\%c", c);
    else if (c == '\n')
        text_add(t, "\\n");
    else if (c < 0x20 || c == 0x7f)
        text_print(t, "\\u%04x", c);
    else
        text_add_bytes(t, s, length);
}

void json_add_string(struct text *t, const char *s)
{
    text_add(t, "\"");
    while (*s) {
        size_t length = utf8_length(s);
        add_character(t, s, length);
        s += length ? length : 1;
    }
    text_add(t, "\"");
}
