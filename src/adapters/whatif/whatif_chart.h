/* Charts of a comparison as SVG, for screen and paper: values of the runs' means as dots
 * with the spread of the runs as a line, what is known of points as bars from bound to
 * value, and sweeps as curves. Nothing is said by colour alone, and the tables beside them
 * hold every number. */
#ifndef ADAPTERS_WHATIF_CHART_H
#define ADAPTERS_WHATIF_CHART_H

#include "adapters/whatif/whatif_view.h"
#include "base/text.h"

/* One row for each scenario. */
void chart_measure(struct text *out, const struct comparison *c, enum measure m);
void chart_tier(struct text *out, const struct comparison *c, int tier);
/* The scenarios first .. first + n - 1 are values of one sweep, all of them numbers. */
void chart_sweep(struct text *out, const struct comparison *c, int first, int n, enum measure m);
/* How many scenarios from this one on are such a sweep; 0. */
int sweep_length(const struct comparison *c, int first);

extern const char *const CHART_STYLE; /* for the page's style sheet */

#endif
