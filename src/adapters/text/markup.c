#include "adapters/text/markup.h"

#include "adapters/text/plain.h"

#include <string.h>

static const char *character_reference(char c)
{
    switch (c) {
    case '&':
        return "&amp;";
    case '<':
        return "&lt;";
    case '>':
        return "&gt;";
    case '"':
        return "&quot;";
    default:
        return "&#39;";
    }
}

void markup_say(struct text *t, const char *s)
{
    for (s = plain_line(t->arena, s); *s;) {
        size_t n = strcspn(s, "&<>\"'");
        text_add_bytes(t, s, n);
        s += n;
        if (*s)
            text_add(t, character_reference(*s++));
    }
}

void markup_element(struct text *t, const char *open, const char *s, const char *close)
{
    text_add(t, open);
    markup_say(t, s);
    text_add(t, close);
}
