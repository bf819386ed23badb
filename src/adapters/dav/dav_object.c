#include "adapters/dav/dav_object.h"

#include "base/text.h"

#include <stdlib.h>
#include <string.h>

struct lines {
    int n, room;
    const char **list;
};

/* Without line ends and folds (RFC 5545 3.1). */
static const char *unfolded(struct arena *a, const char *bytes)
{
    struct text t = text_new(a);

    while (*bytes) {
        size_t n = strcspn(bytes, "\r\n");
        text_add_bytes(&t, bytes, n);
        bytes += n;
        bytes += *bytes == '\r';
        bytes += *bytes == '\n';
        if (*bytes == ' ' || *bytes == '\t')
            bytes++;
        else
            text_add(&t, "\n");
    }
    return text_done(&t);
}

static int line_order(const void *x, const void *y)
{
    return strcmp(*(const char *const *)x, *(const char *const *)y);
}

static struct lines event_lines(struct arena *a, const char *bytes)
{
    struct lines lines = {0};
    bool inside = false;
    char *all = arena_copy(a, unfolded(a, bytes)), *rest = NULL;

    for (char *line = strtok_r(all, "\n", &rest); line; line = strtok_r(NULL, "\n", &rest)) {
        inside = inside || strcmp(line, "BEGIN:VEVENT") == 0;
        if (inside)
            ARENA_PUSH(a, lines.list, lines.n, lines.room, line);
        inside = inside && strcmp(line, "END:VEVENT") != 0;
    }
    if (lines.n > 0)
        qsort(lines.list, (size_t)lines.n, sizeof *lines.list, line_order);
    return lines;
}

bool dav_object_same(const char *x, const char *y)
{
    struct arena *a = arena_new();
    struct lines one = event_lines(a, x), other = event_lines(a, y);
    bool same = one.n == other.n;

    for (int i = 0; same && i < one.n; i++)
        same = strcmp(one.list[i], other.list[i]) == 0;
    arena_free(a);
    return same;
}

/* "20261115T091500Z"; NULL if it is not said. */
static const char *last_modified(const struct lines *lines)
{
    static const char NAME[] = "LAST-MODIFIED:";

    for (int i = 0; i < lines->n; i++)
        if (strncmp(lines->list[i], NAME, strlen(NAME)) == 0)
            return lines->list[i] + strlen(NAME);
    return NULL;
}

bool dav_object_older(const char *x, const char *y)
{
    struct arena *a = arena_new();
    struct lines one = event_lines(a, x), other = event_lines(a, y);
    const char *then = last_modified(&one), *now = last_modified(&other);
    bool older = then && now && strcmp(then, now) < 0;

    arena_free(a);
    return older;
}
