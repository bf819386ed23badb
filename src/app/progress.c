#include "app/progress.h"

#include "app/terminal.h"
#include "base/text.h"

#include <inttypes.h>
#include <stdio.h>

static const double PAUSE = 0.1; /* seconds between two rewritings */

static const char *tier_field(struct arena *a, const char *name,
                              const struct tier_result *tier)
{
    struct text t = text_new(a);
    text_print(&t, "%s %" PRId64, name, tier->value);
    if (tier->bound == tier->value)
        text_print(&t, " %s", _("proved"));
    else if (tier->bound > 0 && tier->bound < tier->value)
        text_print(&t, " >= %" PRId64 " (%.1f %%)", tier->bound,
                   100.0 * (double)(tier->value - tier->bound) /
                       (double)tier->value);
    return text_done(&t);
}

/* Fields from the left as long as they fit: half a number would be a wrong one. */
static const char *fields_fitting(struct arena *a, const char *const *fields,
                                  int columns)
{
    struct text t = text_new(a);
    int used = 0;
    for (; *fields; fields++) {
        used += (used ? 2 : 0) + text_columns(*fields);
        if (used > columns)
            break;
        text_print(&t, "%s%s", t.length ? "  " : "", *fields);
    }
    return text_done(&t);
}

void progress_tell(void *listener, const struct progress *now)
{
    struct progress_line *line = listener;
    if (line->standing && now->seconds < line->told + PAUSE)
        return;
    struct arena *a = arena_new();
    const char *phase = _(now->phase);
    if (now->share > 0)
        phase = arena_print(a, "%3.0f %%  %s", 100 * now->share, phase);
    const char *const fields[] = {
        phase,
        arena_print(a, _("served %d of %d"), now->served, now->requests),
        tier_field(a, _("rights"), &now->rights),
        tier_field(a, _("rest"), &now->rest),
        arena_print(a, "%.1f s", now->seconds),
        NULL};
    fprintf(stderr, "\r%s\033[K",
            fields_fitting(a, fields, terminal_width(stderr, 80) - 1));
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
