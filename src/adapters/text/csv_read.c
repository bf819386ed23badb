#include "adapters/text/csv_read.h"

#include "adapters/text/plain.h"
#include "adapters/text/windows_1252.h"
#include "base/text.h"

#include <string.h>

struct csv_reading {
    struct arena *arena;
    const char *name;
    const char *at; /* what comes next; a zero byte ends it */
    char separator;
    int line;
    struct faults *faults;
};

/* ---- the text ---- */

static enum status no_table(struct csv_reading *in, const char *remedy, const char *what)
{
    return faults_add(in->faults, STATUS_SYNTAX, in->name, "", remedy, "%s", what);
}

static bool starts_with(const char *bytes, size_t length, const char *mark)
{
    return length >= strlen(mark) && memcmp(bytes, mark, strlen(mark)) == 0;
}

static bool is_utf8(const char *bytes)
{
    for (size_t n; *bytes; bytes += n)
        if ((n = utf8_length(bytes)) == 0)
            return false;
    return true;
}

static const char *from_windows(struct arena *a, const char *bytes, size_t length)
{
    char *out = arena_alloc(a, 3 * length + 1, 1), *end = out;

    for (size_t i = 0; i < length; i++) {
        unsigned c = windows_1252((unsigned char)bytes[i]);
        end += utf8_put(end, c ? c : 0xfffd);
    }
    return out;
}

static enum status decode(struct csv_reading *in, const char *bytes, size_t length,
                          bool *windows)
{
    const char *as_csv = _("Save it as \"CSV UTF-8\" and import that.");

    if (length > CSV_BYTES_MOST)
        return faults_add(in->faults, STATUS_INPUT, in->name, "",
                          _("Import the rows of one week."),
                          _("The table is larger than %d MB."), CSV_BYTES_MOST >> 20);
    if (starts_with(bytes, length, "PK\x03\x04") || starts_with(bytes, length, "\xd0\xcf\x11\xe0"))
        return no_table(in, as_csv, _("This is a workbook and not a CSV table."));
    if (starts_with(bytes, length, "%PDF"))
        return no_table(in, as_csv, _("This is a PDF and not a CSV table."));
    if (memchr(bytes, '\0', length))
        return no_table(in, as_csv, _("This is not a table as text."));
    if (starts_with(bytes, length, "\xef\xbb\xbf"))
        bytes += 3, length -= 3;
    char *text = arena_print(in->arena, "%.*s", (int)length, bytes);
    *windows = !is_utf8(text);
    in->at = *windows ? from_windows(in->arena, text, length) : text;
    return STATUS_OK;
}

/* ---- the separator ---- */

/* "sep=;": a line for spreadsheets that is no row. */
static bool take_separator_line(struct csv_reading *in)
{
    size_t end = strcspn(in->at, "\r\n");

    if (end != 5 || strncmp(in->at, "sep=", 4) != 0)
        return false;
    in->separator = in->at[4];
    in->at += end + (strncmp(in->at + end, "\r\n", 2) == 0 ? 2 : in->at[end] != '\0');
    in->line++;
    return true;
}

static const char CANDIDATES[] = ";\t,";

/* Which candidate is most often in the line, outside quotation marks; moves to the next line. */
static int separator_of_line(const char **text, int *most)
{
    int count[3] = {0}, best = 0;
    bool quoted = false;

    for (; **text && (quoted || !strchr("\r\n", **text)); ++*text) {
        const char *which = strchr(CANDIDATES, **text);
        quoted ^= **text == '"';
        if (which && !quoted)
            count[which - CANDIDATES]++;
    }
    *text += strspn(*text, "\r\n");
    for (int i = 1; i < 3; i++)
        if (count[i] > count[best])
            best = i;
    *most = count[best];
    return best;
}

/* By the first line that has several, or one that the next line has too: a title may have a
 * comma. */
static char guess_separator(const char *text)
{
    int most, first = separator_of_line(&text, &most);

    for (int i = first, lines = 0; lines <= CSV_TITLES_MOST; lines++) {
        size_t next = strcspn(text, "\r\n");
        if (most >= 2 || (most == 1 && memchr(text, CANDIDATES[i], next)))
            return CANDIDATES[i];
        i = separator_of_line(&text, &most);
    }
    return CANDIDATES[first];
}

/* ---- cells and rows ---- */

static bool at_end_of_cell(const struct csv_reading *in)
{
    return !*in->at || *in->at == in->separator || strchr("\r\n", *in->at);
}

static void take_newline(struct csv_reading *in)
{
    in->at += strncmp(in->at, "\r\n", 2) == 0 ? 2 : 1;
    in->line++;
}

/* What is between quotation marks; a doubled one stands for itself. */
static void take_quoted(struct csv_reading *in, struct text *cell, const char **flaw)
{
    in->at++;
    for (;;) {
        if (!*in->at) {
            *flaw = _("A quotation mark is not closed");
            return;
        }
        if (in->at[0] == '"' && in->at[1] != '"')
            break;
        if (in->at[0] == '"')
            in->at++;
        if (strchr("\r\n", *in->at)) {
            text_add(cell, "\n");
            take_newline(in);
        } else {
            text_add_bytes(cell, in->at++, 1);
        }
    }
    in->at++;
    if (!at_end_of_cell(in))
        *flaw = _("There is text after a closing quotation mark");
}

static const char *trimmed(struct arena *a, const char *s)
{
    static const char NO_BREAK[] = "\xc2\xa0";
    size_t n;

    while (strchr(" \t\n", *s) && *s)
        s++;
    while (strncmp(s, NO_BREAK, 2) == 0)
        s += 2;
    n = strlen(s);
    while (n > 0 && strchr(" \t\n", s[n - 1]))
        n--;
    return arena_print(a, "%.*s", (int)n, s);
}

static const char *take_cell(struct csv_reading *in, const char **flaw)
{
    struct text cell = text_new(in->arena);

    if (*in->at == '"')
        take_quoted(in, &cell, flaw);
    while (!at_end_of_cell(in))
        text_add_bytes(&cell, in->at++, 1);
    return trimmed(in->arena, plain_lines(in->arena, text_done(&cell)));
}

/* The cells up to the end of the row; at most CSV_COLUMNS_MOST are kept. */
static int take_row(struct csv_reading *in, const char **cells, struct csv_row *row)
{
    int n = 0;

    row->line = in->line;
    row->flaw = NULL;
    for (;;) {
        const char *cell = take_cell(in, &row->flaw);
        if (n < CSV_COLUMNS_MOST)
            cells[n++] = cell;
        else if (*cell)
            row->flaw = _("There are too many cells");
        if (*in->at != in->separator || !*in->at)
            break;
        in->at++;
    }
    if (*in->at)
        take_newline(in);
    return n;
}

static bool all_empty(const char *const *cells, int n)
{
    for (int i = 0; i < n; i++)
        if (*cells[i])
            return false;
    return true;
}

/* Of a row that is longer than the headings only empty cells are not missed. */
static void row_fit(struct csv_reading *in, struct csv_row *row, const char **cells, int n,
                    int n_columns)
{
    const char **fitted = NEW_ARRAY(in->arena, const char *, n_columns + 1);

    for (int i = 0; i < n_columns; i++)
        fitted[i] = i < n ? cells[i] : "";
    if (n > n_columns && !row->flaw && !all_empty(cells + n_columns, n - n_columns))
        row->flaw = _("There are more cells than headings");
    row->cells = fitted;
}

static int filled(const char *const *cells, int n)
{
    int count = 0;

    for (int i = 0; i < n; i++)
        count += *cells[i] != '\0';
    return count;
}

/* Past lines with one cell, a title, where headings come soon after them. */
static void skip_titles(struct csv_reading *in, const char **cells)
{
    const struct csv_reading first = *in;
    struct csv_row row;

    for (int lines = 0; *in->at && lines <= CSV_TITLES_MOST; lines++) {
        const struct csv_reading here = *in;
        if (filled(cells, take_row(in, cells, &row)) >= 2) {
            *in = here;
            return;
        }
    }
    *in = first;
}

static enum status read_headings(struct csv_reading *in, struct csv_table *t,
                                 const char **cells)
{
    struct csv_row row = {0};
    int n = 0;

    skip_titles(in, cells);
    while (*in->at && (n == 0 || all_empty(cells, n)))
        n = take_row(in, cells, &row);
    while (n > 0 && !*cells[n - 1])
        n--;
    if (n == 0)
        return no_table(in, _("The first row names the columns."),
                        _("There is nothing in the table."));
    row_fit(in, &row, cells, n, n);
    t->headings = row.cells;
    t->n_columns = n;
    return STATUS_OK;
}

static enum status read_rows(struct csv_reading *in, struct csv_table *t, const char **cells)
{
    struct csv_row *rows = NULL;
    int capacity = 0;

    while (*in->at) {
        struct csv_row row;
        int n = take_row(in, cells, &row);
        if (all_empty(cells, n) && !row.flaw)
            continue;
        if (t->n_rows == CSV_ROWS_MOST)
            return faults_add(in->faults, STATUS_INPUT, in->name, "",
                              _("Import the rows of one week."),
                              _("The table has more than %d rows."), CSV_ROWS_MOST);
        row_fit(in, &row, cells, n, t->n_columns);
        ARENA_PUSH(in->arena, rows, t->n_rows, capacity, row);
    }
    t->rows = rows;
    return STATUS_OK;
}

enum status csv_read(struct arena *a, const char *name, const char *bytes, size_t length,
                     char separator, const struct csv_table **out, struct faults *f)
{
    struct csv_reading in = {
        .arena = a, .name = name, .separator = separator, .line = 1, .faults = f};
    struct csv_table *t = NEW(a, struct csv_table);
    const char **cells = NEW_ARRAY(a, const char *, CSV_COLUMNS_MOST);

    TRY(decode(&in, bytes, length, &t->windows_1252));
    if (!take_separator_line(&in) && !separator)
        in.separator = guess_separator(in.at);
    t->separator = in.separator;
    TRY(read_headings(&in, t, cells));
    TRY(read_rows(&in, t, cells));
    *out = t;
    return STATUS_OK;
}
