/* Lists as Swedish spreadsheets open them: UTF-8 with a byte order mark, semicolons, every
 * cell in quotes, lines that end in CR LF. */
#ifndef ADAPTERS_CSV_WRITE_H
#define ADAPTERS_CSV_WRITE_H

#include "base/text.h"

struct text csv_new(struct arena *a);
void csv_line(struct text *t, const char *const *cells, int n);

#endif
