/* roster.json. The format is models/roster.schema.json. Reading and writing the
 * whole is in ledsaga/workspace.h. */
#ifndef ADAPTERS_ROSTER_JSON_H
#define ADAPTERS_ROSTER_JSON_H

#include "adapters/workspace/ids.h"
#include "ledsaga/roster.h"

/* The keys of a visit, ended by NULL. */
extern const char *const ROSTER_VISIT_KEYS[];

/* Reads the visit the reader stands on, all but its escorts and its session. False
 * if the rest is not sound. */
bool roster_read_visit(struct reader *r, const struct week *w,
                       const struct ids *requests, int *request,
                       struct visit *visit);

/* The "session" of that visit, if it takes part in one. False after a fault. */
bool roster_read_session(struct reader *r, const struct ids *sessions,
                         struct visit *visit);

#endif
