/* What was imported, as a calendar again: the lines as they were, folded anew (RFC 5545
 * 3.1: at 75 octets, never inside a character). */
#include "adapters/import/import.h"

#include "base/text.h"
#include "ledsaga/version.h"
#include "model/index.h"

#include <string.h>

enum { OCTETS = 75 };

/* How many of the n octets make a line of at most `most` and end no character in its middle. */
static size_t line_octets(const char *s, size_t n, size_t most)
{
    if (n <= most)
        return n;
    while (most > 1 && ((unsigned char)s[most] & 0xC0) == 0x80)
        most--;
    return most;
}

static void add_folded(struct text *t, const char *line, size_t n)
{
    size_t part = line_octets(line, n, OCTETS);

    text_add_bytes(t, line, part);
    while (n > part) {
        line += part;
        n -= part;
        part = line_octets(line, n, OCTETS - 1);
        text_add(t, "\r\n ");
        text_add_bytes(t, line, part);
    }
    text_add(t, "\r\n");
}

static void add_lines(struct text *t, const char *raw)
{
    while (*raw) {
        size_t n = strcspn(raw, "\n");
        if (n > 0)
            add_folded(t, raw, n);
        raw += raw[n] ? n + 1 : n;
    }
}

/* Each zone once, though several sources have it. */
static void add_zones(struct arena *a, struct text *t, const struct imported *im)
{
    struct id_index added = {0};

    for (int i = 0; i < im->n; i++)
        for (int k = 0; k < im->sources[i].n_zones; k++) {
            const struct import_zone *z = &im->sources[i].zones[k];
            if (id_find(&added, z->tzid) != NONE)
                continue;
            id_add(a, &added, z->tzid, 0);
            add_lines(t, z->raw);
        }
}

const char *imported_ics(struct arena *a, const struct imported *im, const struct week *w)
{
    struct text t = text_new(a);
    char name[16];

    week_name(w, name);
    text_print(&t, "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//ledsaga//ledsaga %s//EN\r\n",
               LEDSAGA_VERSION);
    add_zones(a, &t, im);
    for (int i = 0; i < im->n; i++)
        for (int k = 0; k < im->sources[i].n_kept; k++)
            add_lines(&t, im->sources[i].kept[k].raw);
    text_add(&t, "END:VCALENDAR\r\n");
    return text_done(&t);
}
