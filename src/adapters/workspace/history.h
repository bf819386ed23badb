/* What the other weeks of a workspace mean for this one. Nothing of it is written
 * down anywhere else: it is read from their week.json and roster.json. */
#ifndef ADAPTERS_HISTORY_H
#define ADAPTERS_HISTORY_H

#include "adapters/workspace/unit_json.h"

/* Call it when the unit, its figures and the week are read. Adds to the problem:
 *   from earlier weeks  the faces that clients know and when they last met, what each
 *                       escort worked, its weekends and evenings, the assessed time
 *                       that each client went without in the last fairness_weeks, who
 *                       carried out each series last, how far back the rosters go
 *                       without a gap;
 *   from all of them    the minutes of each decision, the minutes of a contractor
 *                       with a client, the duties that escorts have up to seven days
 *                       before and after the week.
 * Weeks without a roster say nothing. People who are no longer in the unit are
 * passed over. */
void history_read(struct unit *u, const char *dir, struct faults *f);

#endif
