#include "app/progress.h"

#include "app/terminal.h"
#include "base/text.h"

#include <inttypes.h>
#include <stdio.h>

static const double PAUSE = 0.1; /* seconds between two rewritings */

enum detail { PHASE, GAPS, SECONDS, BOUNDS, SHARE, SERVED }; /* each with those before it */

/* Hundredths where they are what is left to prove. */
static const char *gap_phrase(struct arena *a, const struct tier_result *tier)
{
    double percent = 100.0 * (double)(tier->value - tier->bound) / (double)tier->value;
    return arena_print(a, percent < 1 ? "%.2f %%" : "%.1f %%", percent);
}

static void tier_add(struct text *t, const char *name, const struct tier_result *tier,
                     enum detail detail)
{
    text_print(t, "  %s %" PRId64, name, tier->value);
    if (tier->bound == tier->value)
        text_print(t, " %s", _("proved"));
    else if (tier->bound > 0 && tier->bound < tier->value && detail >= BOUNDS)
        text_print(t, " >= %" PRId64 " (%s)", tier->bound, gap_phrase(t->arena, tier));
    else if (tier->bound > 0 && tier->bound < tier->value)
        text_print(t, " (%s)", gap_phrase(t->arena, tier));
}

static const char *line_of(struct arena *a, const struct progress *now,
                           enum detail detail)
{
    struct text t = text_new(a);
    if (detail >= SHARE && now->share > 0)
        text_print(&t, "%3.0f %%  ", 100 * now->share);
    text_add(&t, _(now->phase));
    if (detail >= SERVED) {
        text_add(&t, "  ");
        text_print(&t, _("served %d of %d"), now->served, now->requests);
    }
    if (detail >= GAPS) {
        tier_add(&t, _("rights"), &now->rights, detail);
        tier_add(&t, _("rest"), &now->rest, detail);
    }
    if (detail >= SECONDS)
        text_print(&t, "  %.1f s", now->seconds);
    return text_done(&t);
}

/* As much as there is room for: half a number would be a wrong one. */
static const char *line_fitting(struct arena *a, const struct progress *now,
                                int columns)
{
    for (enum detail detail = SERVED; detail > PHASE; detail--) {
        const char *line = line_of(a, now, detail);
        if (text_columns(line) <= columns)
            return line;
    }
    const char *phase = line_of(a, now, PHASE);
    return text_columns(phase) <= columns ? phase : "";
}

void progress_tell(struct progress_line *line, const struct progress *now)
{
    if (line->standing && now->seconds < line->told + PAUSE)
        return;
    struct arena *a = arena_new();
    fprintf(stderr, "\r%s\033[K",
            line_fitting(a, now, terminal_width(stderr, 80) - 1));
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
