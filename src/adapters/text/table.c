/* Tables of a terminal. A column begins as wide as its widest cell; while the
 * table is too wide, the widest column that can still give gives one column. A
 * column can give as long as its longest word fits, but words beyond LONG_WORD
 * columns do not count and are broken; where that is not enough, so are others. */
#include "adapters/text/table.h"

#include "adapters/text/plain.h"

#include <string.h>

enum { GUTTER = 2, LONG_WORD = 16, LEAST_COLUMN = 4 };

struct table table_new(struct arena *a, int n_columns, bool headed)
{
    return (struct table){.arena = a, .n_columns = n_columns, .headed = headed};
}

void table_add(struct table *t, const char *const *cells)
{
    const char **row = NEW_ARRAY(t->arena, const char *, t->n_columns);
    memcpy(row, cells, (size_t)t->n_columns * sizeof *row);
    ARENA_PUSH(t->arena, t->rows, t->n_rows, t->capacity, row);
}

void table_remark(struct table *t, const char *s)
{
    const char **row = NEW_ARRAY(t->arena, const char *, t->n_columns);
    row[0] = s;
    ARENA_PUSH(t->arena, t->rows, t->n_rows, t->capacity, row);
}

/* Of its cells only the first is there. */
static bool is_remark(const struct table *t, int r)
{
    return t->n_columns > 1 && !t->rows[r][1];
}

static int character_columns(const char *s, size_t *bytes)
{
    char one[5] = {0};
    *bytes = utf8_length(s);
    if (*bytes == 0)
        *bytes = 1;
    memcpy(one, s, *bytes);
    return text_columns(one);
}

static int longest_word(const char *s)
{
    int longest = 0, columns = 0;
    for (size_t n; *s; s += n) {
        int more = character_columns(s, &n);
        columns = *s == ' ' ? 0 : columns + more;
        longest = columns > longest ? columns : longest;
    }
    return longest;
}

/* Bytes of s that go on a line of so many columns: up to the last space that
 * fits, or as many characters as fit, at least one. */
static size_t line_bytes(const char *s, int width, int *columns)
{
    size_t bytes = 0, at_space = 0, n;
    int used = 0, used_at_space = 0;
    while (s[bytes]) {
        int more = character_columns(s + bytes, &n);
        if (s[bytes] == ' ') {
            at_space = bytes;
            used_at_space = used;
        }
        if (used + more > width && bytes > 0) {
            *columns = at_space ? used_at_space : used;
            return at_space ? at_space : bytes;
        }
        used += more;
        bytes += n;
    }
    *columns = used;
    return bytes;
}

static const char *skip_spaces(const char *s)
{
    return s + strspn(s, " ");
}

static void add_blanks(struct text *out, int n)
{
    if (n > 0)
        text_print(out, "%*s", n, "");
}

struct widths {
    int column[TABLE_COLUMNS];
};

/* The widest of the columns from `first` on that are wider than they must be; -1. */
static int widest_column(const struct table *t, const struct widths *w,
                         const struct widths *least, int first)
{
    int widest = -1;
    for (int c = first; c < t->n_columns; c++)
        if (w->column[c] > least->column[c] &&
            (widest < 0 || w->column[c] > w->column[widest]))
            widest = c;
    return widest;
}

/* The column to give next: one whose words stay whole, else one whose words are
 * broken, the first columns last of all; -1 if none can. */
static int giving_column(const struct table *t, const struct widths *w,
                         const struct widths *words)
{
    struct widths broken;
    int c = widest_column(t, w, words, 0);
    for (int i = 0; i < t->n_columns; i++)
        broken.column[i] = t->whole >> i & 1 ? words->column[i] : LEAST_COLUMN;
    if (c < 0)
        c = widest_column(t, w, &broken, t->n_whole);
    return c < 0 ? widest_column(t, w, &broken, 0) : c;
}

static struct widths fitted(const struct table *t, int room)
{
    struct widths w = {{0}}, words = {{0}};
    int total = GUTTER * (t->n_columns - 1);
    for (int c = 0; c < t->n_columns; c++) {
        for (int r = 0; r < t->n_rows; r++) {
            if (is_remark(t, r))
                continue;
            int columns = text_columns(t->rows[r][c]);
            int word = longest_word(t->rows[r][c]);
            word = c < t->n_whole || t->whole >> c & 1 ? columns : word > LONG_WORD ? LONG_WORD : word;
            w.column[c] = columns > w.column[c] ? columns : w.column[c];
            words.column[c] = word > words.column[c] ? word : words.column[c];
        }
        total += w.column[c];
    }
    for (int c; total > room && (c = giving_column(t, &w, &words)) >= 0; total--)
        w.column[c]--;
    return w;
}

/* One line of a row; the cells' rests are moved on. False when all are empty. */
static bool line_print(struct text *out, const struct table *t, const char **rest,
                       const struct widths *w, int margin)
{
    int owed = margin; /* blanks that are written only before more text */
    bool any = false;
    for (int c = 0; c < t->n_columns; c++)
        any |= *rest[c] != '\0';
    if (!any)
        return false;
    for (int c = 0; c < t->n_columns; c++) {
        int columns = 0;
        size_t bytes = line_bytes(rest[c], w->column[c], &columns);
        int before = t->right >> c & 1 ? w->column[c] - columns : 0;
        owed += before;
        if (bytes > 0) {
            add_blanks(out, owed);
            text_add_bytes(out, rest[c], bytes);
            rest[c] = skip_spaces(rest[c] + bytes);
            owed = 0;
        }
        owed += w->column[c] - columns - before + GUTTER;
    }
    text_add(out, "\n");
    return true;
}

void table_print(struct text *out, const struct table *t, int margin,
                 int width, bool colour)
{
    struct widths w = fitted(t, width - margin);
    for (int r = 0; r < t->n_rows; r++) {
        const char *rest[TABLE_COLUMNS];
        if (is_remark(t, r)) {
            paragraph_print(out, arena_print(t->arena, "%*s", margin + GUTTER, ""),
                            t->rows[r][0], width);
            continue;
        }
        bool dim = colour && t->headed && r == 0;
        memcpy(rest, t->rows[r], (size_t)t->n_columns * sizeof *rest);
        if (dim)
            text_add(out, "\033[2m");
        while (line_print(out, t, rest, &w, margin))
            ;
        if (dim)
            text_add(out, "\033[0m");
    }
}

void paragraph_print(struct text *out, const char *first, const char *s,
                     int width)
{
    int margin = text_columns(first), columns;
    text_add(out, first);
    do {
        size_t bytes = line_bytes(s, width > margin + LEAST_COLUMN
                                         ? width - margin
                                         : LEAST_COLUMN, &columns);
        text_add_bytes(out, s, bytes);
        text_add(out, "\n");
        s = skip_spaces(s + bytes);
        if (*s)
            add_blanks(out, margin);
    } while (*s);
}
