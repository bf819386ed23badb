/* A report as people and offices read it. Numbers of groups of clients are told only
 * where measure.h lets them be told. Clients are named by their ids, and no home is ever
 * named: a report travels further than a roster. All text follows the language that was
 * set with gettext. */
#ifndef LEDSAGA_REPORT_SHOW_H
#define LEDSAGA_REPORT_SHOW_H

#include "ledsaga/measure.h"

#include <stddef.h>

/* Terminal text. width in columns; colour with ANSI codes or not. */
const char *report_text(struct arena *a, const struct report *r, int width, bool colour);
/* One self-contained page for a browser, a screen reader or paper. */
const char *report_html(struct arena *a, const struct report *r);
/* One JSON document, as models/report.schema.json says: words of the files, integers. */
const char *report_json(struct arena *a, const struct report *r);
/* The quarterly list for the supervising authority (LSS 28 f-g; SoL 34:1): the decisions
 * that were not carried out, or were interrupted, for more than three months. */
const char *report_csv(struct arena *a, const struct report *r);
/* A workbook, one sheet for each part of the report; the same report gives the same bytes. */
enum status report_xlsx(struct arena *a, const struct report *r, const char **bytes,
                        size_t *length, struct faults *f);

#endif
