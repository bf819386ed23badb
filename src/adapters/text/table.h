/* Rows of cells set in columns that fit a width; long cells are wrapped, so that
 * nothing is lost. */
#ifndef ADAPTERS_TABLE_H
#define ADAPTERS_TABLE_H

#include "base/text.h"

#include <stdbool.h>

enum { TABLE_COLUMNS = 12 };

struct table {
    struct arena *arena;
    int n_columns;
    bool headed; /* the first row is a heading */
    int n_whole; /* so many columns from the left are wrapped last of all */
    unsigned whole; /* bit c: column c is never wrapped, though the table be too wide */
    unsigned right; /* bit c: column c is set to the right */
    int n_rows, capacity;
    const char *const **rows; /* [n_rows][n_columns] */
};

struct table table_new(struct arena *a, int n_columns, bool headed);
/* cells[n_columns]; the strings are kept, the array is copied. */
void table_add(struct table *t, const char *const *cells);
/* A line below the last row, indented and wrapped; of no column. */
void table_remark(struct table *t, const char *s);
/* Print with so many columns of margin; the heading dimmed if colour. */
void table_print(struct text *out, const struct table *t, int margin,
                 int width, bool colour);

/* One paragraph, wrapped: the first line after `first`, the others after as many
 * blanks as it has columns. */
void paragraph_print(struct text *out, const char *first, const char *s,
                     int width);

#endif
