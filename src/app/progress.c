#include "app/progress.h"

#include "app/terminal.h"
#include "base/text.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

static const double PAUSE = 0.1; /* seconds between two rewritings */

static void tier_add(struct text *t, const char *name,
                     const struct tier_result *tier)
{
    text_print(t, "  %s %" PRId64, name, tier->value);
    if (tier->bound == tier->value)
        text_print(t, " %s", _("proved"));
    else if (tier->bound > 0 && tier->bound < tier->value)
        text_print(t, " >= %" PRId64 " (%.1f %%)", tier->bound,
                   100.0 * (double)(tier->value - tier->bound) /
                       (double)tier->value);
}

/* How many bytes of a UTF-8 text to print so that it fits the line: no
 * character takes more columns than bytes. */
static int bytes_fitting(const char *s, int columns)
{
    int end = (int)strlen(s);
    if (end <= columns)
        return end;
    for (end = columns; end > 0 && (s[end] & 0xC0) == 0x80;)
        end--;
    return end;
}

void progress_tell(void *listener, const struct progress *now)
{
    struct progress_line *line = listener;
    if (line->standing && now->seconds < line->told + PAUSE)
        return;
    struct arena *a = arena_new();
    struct text t = text_new(a);
    if (now->share > 0)
        text_print(&t, "%3.0f %%  ", 100 * now->share);
    text_print(&t, "%s  ", _(now->phase));
    text_print(&t, _("served %d of %d"), now->served, now->requests);
    tier_add(&t, _("rights"), &now->rights);
    tier_add(&t, _("rest"), &now->rest);
    text_print(&t, "  %.1f s", now->seconds);
    const char *s = text_done(&t);
    int bytes = bytes_fitting(s, terminal_width(stderr, 80) - 1);
    fprintf(stderr, "\r%.*s\033[K", bytes, s);
    fflush(stderr);
    line->told = now->seconds;
    line->standing = true;
    arena_free(a);
}

void progress_end(struct progress_line *line)
{
    if (line->standing)
        fputs("\r\033[K", stderr);
    line->standing = false;
}
