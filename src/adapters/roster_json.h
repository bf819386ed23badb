/* roster.json. The format is models/roster.schema.json. Reading and writing the
 * whole is in ledsaga/workspace.h. */
#ifndef ADAPTERS_ROSTER_JSON_H
#define ADAPTERS_ROSTER_JSON_H

#include "adapters/ids.h"
#include "ledsaga/roster.h"

/* The keys of a visit, ended by NULL. */
extern const char *const ROSTER_VISIT_KEYS[];

/* Reads the visit the reader stands on, all but its escorts. False if the rest is
 * not sound. */
bool roster_read_visit(struct reader *r, const struct week *w,
                       const struct ids *requests, int *request,
                       struct visit *visit);

#endif
