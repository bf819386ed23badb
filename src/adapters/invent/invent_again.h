/* Another draw of an invented week: the same people with the same habits, other single
 * outings and absences. */
#ifndef ADAPTERS_INVENT_AGAIN_H
#define ADAPTERS_INVENT_AGAIN_H

#include "adapters/workspace/weeks.h"

#include <jansson.h>
#include <stdint.h>

/* week.json of a week of the unit that the preset and the seed give, drawn from another
 * seed; NULL if the week's requests would always be the same (the preset tiny), the preset is not known or
 * the week is none of the n from `first` on. A new reference. */
json_t *week_draw_again(struct arena *a, const char *preset, uint64_t seed,
                        struct iso_week first, int n, struct iso_week week, uint64_t demand);

#endif
