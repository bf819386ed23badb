/* What the other weeks of a workspace mean for this one. Nothing of it is written
 * down anywhere else: it is read from their week.json and roster.json. */
#ifndef ADAPTERS_HISTORY_H
#define ADAPTERS_HISTORY_H

#include "adapters/unit_json.h"

/* Adds to the unit's problem: the faces that clients know from earlier weeks, the
 * minutes of each decision that all other weeks use, the duties that escorts have
 * up to seven days before and after the week. Weeks without a roster say nothing.
 * People who are no longer in the unit are passed over. */
void history_read(struct unit *u, const char *dir, struct faults *f);

#endif
