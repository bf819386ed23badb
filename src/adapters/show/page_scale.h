/* Where in a day a line is drawn. All days of the page are drawn alike: from the first
 * hour in which anything happens to the last, cut into columns of a few minutes. A
 * column is a class of the style sheet, for no element carries a style of its own; only
 * the classes that are used are written. */
#ifndef ADAPTERS_PAGE_SCALE_H
#define ADAPTERS_PAGE_SCALE_H

#include "adapters/show/sheet.h"
#include "base/text.h"

struct scale {
    struct arena *arena;
    const struct week *week;
    int from, minutes;              /* of a day is drawn: from so long after it began */
    int step, columns;              /* minutes of a column; how many there are */
    bool *start_used, *length_used; /* [columns + 1] */
    int n_shades, capacity;
    const char **shades;            /* each a stretch of backgrounds */
};

struct scale *scale_new(struct arena *a, const struct sheet *s);
/* The column in which a minute of the week lies on the drawing of a day. */
int scale_column(const struct scale *c, int day, int minute);
/* Classes: to begin in a column, to be so many columns long. */
const char *scale_start(struct scale *c, int column);
const char *scale_length(struct scale *c, int columns);
/* The class of a day that is shaded outside these spans; "" if all of it is within. */
const char *scale_shade(struct scale *c, int day, const struct span *spans, int n);
/* The minute of the week at which a day's drawing begins. */
int scale_begin(const struct scale *c, int day);
/* The style sheet of all classes that were asked for. */
void scale_style(const struct scale *c, struct text *out);

#endif
