#include "adapters/ical/ical_lines.h"

#include "adapters/text/plain.h"
#include "adapters/text/windows_1252.h"
#include "base/text.h"

#include <stdint.h>
#include <string.h>

/* What is kept of a line that is too long: its name. */
enum { NAME_BYTES = 100 };

/* ---- unfolding ------------------------------------------------------------ */

/* Logical lines while they grow: each is a piece of `joined`. */
struct piece {
    uint32_t at, length; /* in a file of ICAL_FILE_MOST there are ten million pieces */
    int number;
    bool is_long;
};

struct unfolding {
    char *joined;
    size_t used;
    int n;
    struct piece *pieces;
};

static bool is_end(char c)
{
    return c == '\r' || c == '\n';
}

static int count_lines(const char *bytes, size_t length)
{
    int n = 1;

    for (size_t i = 0; i < length; i++)
        n += is_end(bytes[i]);
    return n;
}

static void cut_long(struct unfolding *u, struct piece *p)
{
    p->is_long = true;
    if (p->length > NAME_BYTES) {
        u->used -= p->length - NAME_BYTES;
        p->length = NAME_BYTES;
    }
}

/* One physical line of n bytes. */
static void add_physical(struct unfolding *u, const char *line, size_t n, int number)
{
    bool carries_on = n && (*line == ' ' || *line == '\t') && u->n;
    struct piece *p;

    if (!n)
        return;
    if (carries_on) {
        line++, n--;
    } else {
        u->joined[u->used++] = '\0';
        u->pieces[u->n++] = (struct piece){.at = (uint32_t)u->used, .number = number};
    }
    p = &u->pieces[u->n - 1];
    if (p->is_long)
        return;
    memcpy(u->joined + u->used, line, n);
    u->used += n;
    p->length += (uint32_t)n;
    if (n > ICAL_PHYSICAL_MOST || p->length > ICAL_LINE_MOST)
        cut_long(u, p);
}

static struct unfolding unfold(struct arena *a, const char *bytes, size_t length)
{
    int lines = count_lines(bytes, length), number = 1;
    struct unfolding u = {.joined = arena_alloc(a, length + 2 + (size_t)lines, 1),
                          .pieces = NEW_ARRAY(a, struct piece, lines)};

    for (size_t i = 0; i < length; number++) {
        size_t from = i;

        while (i < length && !is_end(bytes[i]))
            i++;
        add_physical(&u, bytes + from, i - from, number);
        if (i + 1 < length && bytes[i] == '\r' && bytes[i + 1] == '\n')
            i++;
        i++;
    }
    u.joined[u.used] = '\0';
    return u;
}

/* ---- decoding ------------------------------------------------------------- */

static bool has_control(const char *bytes, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        unsigned c = windows_1252((unsigned char)bytes[i]);

        if ((c < 0x20 && c != '\t') || c == 0x7f)
            return true;
    }
    return false;
}

/* Well-formed UTF-8 if zero bytes are passed over. */
static bool is_utf8(const char *bytes, size_t n)
{
    for (size_t i = 0; i < n;) {
        size_t step = bytes[i] ? utf8_length(bytes + i) : 1;

        if (step == 0 || i + step > n)
            return false;
        i += step;
    }
    return true;
}

/* Has a character of several bytes as UTF-8 writes it: in another script that is rare. */
static bool has_utf8(const char *bytes, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if ((unsigned char)bytes[i] >= 0x80 && utf8_length(bytes + i) > 1)
            return true;
    return false;
}

/* A copy without zero bytes, from Windows-1252 if that is asked for. */
static const char *recode(struct arena *a, const char *bytes, size_t n, bool windows)
{
    char *out = arena_alloc(a, 3 * n + 1, 1), *end = out;

    for (size_t i = 0; i < n; i++) {
        unsigned char c = (unsigned char)bytes[i];

        if (c == 0)
            end += utf8_put(end, 0xfffd);
        else if (windows)
            end += utf8_put(end, windows_1252(c));
        else
            *end++ = (char)c;
    }
    return out;
}

/* What the pieces of a file are written in. */
struct script {
    bool utf8, windows;
};

static struct script find_script(const struct unfolding *u)
{
    struct script s = {.utf8 = true, .windows = true};

    for (int i = 0; i < u->n; i++) {
        const struct piece *p = &u->pieces[i];

        s.utf8 = s.utf8 && (p->is_long || is_utf8(u->joined + p->at, p->length));
        s.windows = s.windows && !has_control(u->joined + p->at, p->length) &&
                    !has_utf8(u->joined + p->at, p->length);
    }
    s.windows = s.windows && !s.utf8;
    return s;
}

static struct ical_line line_of(struct arena *a, const struct unfolding *u,
                                const struct piece *p, const struct script *s,
                                struct ical_notes *notes)
{
    const char *text = u->joined + p->at;
    bool zero = memchr(text, '\0', p->length) != NULL;
    struct ical_line line = {.text = text, .number = p->number};

    if (zero)
        note_add(notes, p->number, N_("The line has zero bytes in it."));
    if (zero || s->windows)
        line.text = recode(a, text, p->length, s->windows);
    if (p->is_long)
        line.flaw = LINE_LONG;
    else if (!s->utf8 && !s->windows && !is_utf8(text, p->length))
        line.flaw = LINE_UNDECODED;
    return line;
}

/* ---- the file ------------------------------------------------------------- */

static bool starts_with(const char *bytes, size_t length, const char *mark)
{
    return length >= strlen(mark) && memcmp(bytes, mark, strlen(mark)) == 0;
}

enum status ical_lines_read(struct arena *a, const char *name, const char *bytes,
                            size_t length, struct ical_notes *notes,
                            struct ical_lines *out, struct faults *f)
{
    struct unfolding u;
    struct script s;
    struct ical_line *list;

    if (length > ICAL_FILE_MOST)
        return faults_add(f, STATUS_INPUT, name, "",
                          _("Split the calendar, or export fewer months of it."),
                          _("The calendar has %zu bytes; %d are read at most."), length,
                          ICAL_FILE_MOST);
    if (starts_with(bytes, length, "\xff\xfe") || starts_with(bytes, length, "\xfe\xff"))
        return faults_add(f, STATUS_SYNTAX, name, "", _("Save the calendar as UTF-8."),
                          _("The calendar is written in UTF-16."));
    if (starts_with(bytes, length, "\xef\xbb\xbf"))
        bytes += 3, length -= 3;
    u = unfold(a, bytes, length);
    s = find_script(&u);
    if (s.windows)
        note_add(notes, 0, N_("The file is not UTF-8; it was read as Windows-1252."));
    else if (!s.utf8)
        note_add(notes, 0, N_("The file is neither UTF-8 nor Windows-1252."));
    list = NEW_ARRAY(a, struct ical_line, u.n);
    for (int i = 0; i < u.n; i++)
        list[i] = line_of(a, &u, &u.pieces[i], &s, notes);
    *out = (struct ical_lines){u.n, list};
    return STATUS_OK;
}
