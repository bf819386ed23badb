/* A table out of a spreadsheet: CSV (RFC 4180) as programs really write it. Swedish Excel
 * puts semicolons, English Excel commas, others tabs; the text is UTF-8 with or without a
 * byte order mark, or Windows-1252; a line "sep=;" may come first. Cells in quotation marks
 * may hold separators, newlines and doubled quotation marks. A few lines with one cell above
 * the headings are a title.
 *
 * The reader is ours because a fault must name the line and the column as the planner sees
 * them, which libcsv (Debian's, with callbacks a byte at a time) does not know, and because
 * it is shorter than the guard around another's would be. */
#ifndef ADAPTERS_CSV_READ_H
#define ADAPTERS_CSV_READ_H

#include "ledsaga/arena.h"
#include "ledsaga/status.h"

/* More of it than any planner's week is told, never silently cut. */
enum { CSV_BYTES_MOST = 20 << 20, CSV_ROWS_MOST = 50000, CSV_COLUMNS_MOST = 200, CSV_TITLES_MOST = 4 };

struct csv_row {
    int line;                 /* on which it begins, from 1 */
    const char *const *cells; /* [n_columns], without blanks around; "" where it is short */
    const char *flaw;         /* why it cannot be trusted, without full stop; NULL */
};

struct csv_table {
    char separator;
    bool windows_1252; /* it was not UTF-8 */
    int n_columns;
    const char *const *headings;
    int n_rows; /* rows with nothing in them are left out */
    const struct csv_row *rows;
};

/* separator: 0 = find out. SYNTAX where it is no table, INPUT where it is over a limit. */
enum status csv_read(struct arena *a, const char *name, const char *bytes, size_t length,
                     char separator, const struct csv_table **out, struct faults *f);

#endif
