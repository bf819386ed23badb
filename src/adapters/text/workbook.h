/* A file of the workbook library. It dates workbooks by the clock unless it is told
 * otherwise, and insists on writing to a file of its own: here it is told the time, so
 * that the same content gives the same bytes, and the file is read back. */
#ifndef ADAPTERS_WORKBOOK_H
#define ADAPTERS_WORKBOOK_H

#include "ledsaga/status.h"

#include <stddef.h>
#include <stdint.h>
#include <xlsxwriter.h>

struct arena;

struct workbook {
    struct arena *arena;
    const char *path;
    lxw_workbook *book;
    lxw_worksheet *sheet; /* the one that is filled */
};

/* Day 1 of a workbook is the first of January 1900, a year it gives a 29 February. */
enum { WORKBOOK_DAYS_BEFORE_1970 = 25569 };

/* created: seconds since 1970. */
enum status workbook_begin(struct arena *a, const char *title, int64_t created,
                           struct workbook *out, struct faults *f);
/* A4 across, as many pages long as it must be; the first row stays in sight and is printed
 * on every page. The name has at most 31 characters. */
void workbook_sheet(struct workbook *w, const char *name);
/* The file's bytes; whatever happens there is no file after this. */
enum status workbook_end(struct workbook *w, const char **bytes, size_t *length,
                         struct faults *f);

#endif
