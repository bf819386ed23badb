#include "adapters/ical/ical_parts.h"

#include "base/text.h"

#include <string.h>
#include <strings.h>

static const char *const WORDS[] = {
#define X(name, word) word,
    ICAL_PART_LIST(X)
#undef X
    ""};

const char *part_kind_word(enum part_kind k)
{
    return WORDS[k];
}

const char *line_value(const char *line, const char *name)
{
    size_t n = strlen(name);

    if (strncasecmp(line, name, n) != 0)
        return NULL;
    line += n;
    line += strspn(line, " \t");
    return *line == ':' ? line + 1 + strspn(line + 1, " \t") : NULL;
}

/* While the lines are gone through: what is open, outermost first. */
struct nest {
    struct arena *arena;
    const char *file;
    const struct ical_lines *lines;
    struct ical_notes *notes;
    int n, capacity;
    struct ical_part *parts;
    int depth, too_deep; /* too_deep: BEGINs below the deepest that is kept */
    int stack[ICAL_DEPTH_MOST];
    bool stray;
};

/* The name without the blanks behind it. */
static const char *name_of(struct arena *a, const char *value)
{
    size_t n = strcspn(value, " \t");

    return value[n] ? arena_print(a, "%.*s", (int)n, value) : value;
}

static enum part_kind kind_of(const char *name)
{
    int k = 0;

    while (k < PART_OTHER && strcasecmp(name, WORDS[k]) != 0)
        k++;
    return (enum part_kind)k;
}

static struct ical_part *innermost(struct nest *s)
{
    return s->depth ? &s->parts[s->stack[s->depth - 1]] : NULL;
}

static bool inside(struct nest *s, enum part_kind k)
{
    return s->depth && innermost(s)->kind == k;
}

/* What a component of this kind never lies in, so that an open one must have lost its
 * END: the calendar lies in nothing, events and their like in a calendar only. */
static bool ends_by(enum part_kind open, enum part_kind next)
{
    switch (next) {
    case PART_CALENDAR: return true;
    case PART_EVENT:
    case PART_TODO:
    case PART_JOURNAL:
    case PART_FREEBUSY:
    case PART_AVAILABILITY:
    case PART_TIMEZONE: return open != PART_CALENDAR;
    case PART_AVAILABLE: return open == PART_AVAILABLE;
    case PART_STANDARD:
    case PART_DAYLIGHT: return open == PART_STANDARD || open == PART_DAYLIGHT;
    case PART_OTHER: return false;
    }
    return false;
}

/* last: the line it ends with. */
static void close_innermost(struct nest *s, int last, bool with_end)
{
    struct ical_part *p = innermost(s);

    p->last = last;
    p->open = !with_end;
    if (!with_end)
        note_add(s->notes, s->lines->list[p->first].number,
                 N_("BEGIN:%s has no END."), note_quoted(s->arena, p->name));
    s->depth--;
}

/* Where the kind stands among what is open, -1 if nowhere. A known kind that lies in the
 * wrong place is read as an unknown one. */
static enum part_kind kind_here(struct nest *s, const char *name)
{
    enum part_kind k = kind_of(name);

    if (k == PART_AVAILABLE && !inside(s, PART_AVAILABILITY))
        return PART_OTHER;
    if ((k == PART_STANDARD || k == PART_DAYLIGHT) && !inside(s, PART_TIMEZONE))
        return PART_OTHER;
    return k;
}

static void leave_ended(struct nest *s, enum part_kind next, int line)
{
    int keep = s->depth;

    for (int i = s->depth - 1; i >= 0; i--)
        if (ends_by(s->parts[s->stack[i]].kind, next))
            keep = i;
    if (keep < s->depth)
        s->too_deep = 0;
    while (s->depth > keep)
        close_innermost(s, line - 1, false);
}

static int calendar_around(struct nest *s)
{
    for (int i = s->depth - 1; i >= 0; i--)
        if (s->parts[s->stack[i]].kind == PART_CALENDAR)
            return s->stack[i];
    return -1;
}

static enum status begin_part(struct nest *s, const char *value, int line,
                              struct faults *f)
{
    const char *name = name_of(s->arena, value);
    struct ical_part p = {.name = name, .first = line, .last = line, .parent = -1};

    leave_ended(s, kind_of(name), line);
    p.kind = kind_here(s, name);
    if (s->depth == ICAL_DEPTH_MOST) {
        s->too_deep++;
        for (int i = 0; i < s->depth; i++)
            s->parts[s->stack[i]].deep = true;
        return STATUS_OK;
    }
    if (s->n == ICAL_COMPONENTS_MOST)
        return faults_add(
            f, STATUS_INPUT, s->file,
            arena_print(s->arena, _("line %d"), s->lines->list[line].number),
            _("Split the calendar, or export fewer months of it."),
            _("The calendar has more than %d components."), ICAL_COMPONENTS_MOST);
    p.calendar = calendar_around(s);
    if (s->depth)
        p.parent = s->stack[s->depth - 1];
    ARENA_PUSH(s->arena, s->parts, s->n, s->capacity, p);
    s->stack[s->depth++] = s->n - 1;
    return STATUS_OK;
}

static void end_part(struct nest *s, const char *value, int line)
{
    const char *name = name_of(s->arena, value);
    int i = s->depth - 1;

    if (s->too_deep && kind_of(name) == PART_OTHER) {
        s->too_deep--;
        return;
    }
    while (i >= 0 && strcasecmp(s->parts[s->stack[i]].name, name) != 0)
        i--;
    if (i < 0) {
        s->stray = true;
        note_add(s->notes, s->lines->list[line].number, N_("END:%s has no BEGIN."),
                 note_quoted(s->arena, name));
        return;
    }
    s->too_deep = 0;
    while (s->depth > i + 1)
        close_innermost(s, line - 1, false);
    close_innermost(s, line, true);
}

enum status ical_parts_find(struct arena *a, const char *name,
                            const struct ical_lines *lines, struct ical_notes *notes,
                            struct ical_parts *out, struct faults *f)
{
    struct nest s = {.arena = a, .file = name, .lines = lines, .notes = notes};

    for (int i = 0; i < lines->n; i++) {
        const char *begun = line_value(lines->list[i].text, "BEGIN");
        const char *ended = line_value(lines->list[i].text, "END");

        if (begun)
            TRY(begin_part(&s, begun, i, f));
        else if (ended)
            end_part(&s, ended, i);
    }
    while (s.depth)
        close_innermost(&s, lines->n - 1, false);
    *out = (struct ical_parts){.lines = lines, .n = s.n, .list = s.parts, .stray = s.stray};
    return STATUS_OK;
}

bool part_line(const struct ical_parts *parts, int part, int *line, int *child)
{
    const struct ical_part *p = &parts->list[part];

    while (*child < parts->n && parts->list[*child].first == *line &&
           parts->list[*child].first <= p->last) {
        int last = parts->list[*child].last;

        *line = last + 1;
        while (*child < parts->n && parts->list[*child].first <= last)
            (*child)++;
    }
    return *line <= p->last;
}
