#include "adapters/workspace/trace.h"

#include "base/text.h"

#include <errno.h>
#include <jansson.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const double PAUSE = 0.2; /* seconds between two lines that tell no change */

struct trace {
    FILE *file;
    const char *path;
    int failure;           /* errno of the first write that failed; 0 = none */
    bool told;             /* there is a line before */
    struct progress before;
};

enum status trace_begin(struct arena *a, const char *path, struct trace **out,
                        struct faults *f)
{
    struct trace *t = NEW(a, struct trace);
    t->path = path;
    t->file = strcmp(path, "-") == 0 ? stdout : fopen(path, "we");
    if (!t->file)
        return faults_add(f, STATUS_UNWRITABLE, path, "",
                          _("Check that the folder exists, may be written to and "
                            "has room."),
                          "%s", strerror(errno));
    *out = t;
    return STATUS_OK;
}

/* More digits than a clock is worth make a file no better to read. */
static double rounded(double seconds)
{
    return round(seconds * 1000) / 1000;
}

char *trace_line(const struct progress *now)
{
    json_t *line = json_pack(
        "{s:f, s:s, s:i, s:i, s:[{s:s, s:I, s:I}, {s:s, s:I, s:I}]}", "seconds",
        rounded(now->seconds), "phase", now->phase, "served", now->served,
        "requests", now->requests, "tiers", "name", "rights", "value",
        (json_int_t)now->rights.value, "bound", (json_int_t)now->rights.bound,
        "name", "rest", "value", (json_int_t)now->rest.value, "bound",
        (json_int_t)now->rest.bound);
    char *text = line ? json_dumps(line, JSON_COMPACT | JSON_REAL_PRECISION(12)) : NULL;
    json_decref(line);
    return text;
}

static void line_write(struct trace *t, const struct progress *now)
{
    if (t->failure)
        return;
    char *line = trace_line(now);
    errno = ENOMEM;
    if (!line || fprintf(t->file, "%s\n", line) < 0 || fflush(t->file) != 0)
        t->failure = errno;
    free(line);
}

static bool same_tier(const struct tier_result *x, const struct tier_result *y)
{
    return x->value == y->value && x->bound == y->bound;
}

/* Requests served come and go with every try of the search: alone they are no news. */
static bool is_news(const struct trace *t, const struct progress *now)
{
    return !t->told || strcmp(t->before.phase, now->phase) != 0 ||
           !same_tier(&t->before.rights, &now->rights) ||
           !same_tier(&t->before.rest, &now->rest) ||
           now->seconds >= t->before.seconds + PAUSE;
}

void trace_tell(struct trace *t, const struct progress *now)
{
    if (!is_news(t, now))
        return;
    line_write(t, now);
    t->before = *now;
    t->told = true;
}

enum status trace_end(struct trace *t, const struct progress *last, struct faults *f)
{
    if (last)
        line_write(t, last);
    if (t->file != stdout && fclose(t->file) != 0 && !t->failure)
        t->failure = errno;
    if (!t->failure)
        return STATUS_OK;
    return faults_add(f, STATUS_UNWRITABLE, t->path, "",
                      _("Check that there is room. The roster does not depend on it."),
                      "%s", strerror(t->failure));
}
