#include "adapters/text/csv_write.h"

#include "adapters/text/plain.h"

#include <string.h>

struct text csv_new(struct arena *a)
{
    struct text t = text_new(a);
    text_add(&t, "\xef\xbb\xbf");
    return t;
}

/* A text that a spreadsheet would take for a formula is kept one by an apostrophe. */
static void cell_add(struct text *t, const char *s)
{
    s = plain_line(t->arena, s);
    text_add(t, *s && strchr("=+-@", *s) ? "\"'" : "\"");
    for (; *s; s++) {
        if (*s == '"')
            text_add(t, "\"");
        text_add_bytes(t, s, 1);
    }
    text_add(t, "\"");
}

void csv_line(struct text *t, const char *const *cells, int n)
{
    for (int i = 0; i < n; i++) {
        if (i > 0)
            text_add(t, ";");
        cell_add(t, cells[i]);
    }
    text_add(t, "\r\n");
}
