/* week.json: requests, what goes in step, absences, pins. The format is
 * models/week.schema.json. */
#ifndef ADAPTERS_WEEK_JSON_H
#define ADAPTERS_WEEK_JSON_H

#include "adapters/workspace/unit_json.h"

/* Adds the week to the unit's problem. Faults are in the reader's list. */
void week_read(struct unit *u, struct reader *r);

/* The "week" of the document the reader stands on must be this one. */
bool week_read_name(struct reader *r, const struct week *w);

#endif
