/* The changes of an import in words. */
#ifndef ADAPTERS_IMPORT_TOLD_H
#define ADAPTERS_IMPORT_TOLD_H

#include "adapters/import/import.h"

/* When it begins, on the week's scale; of a request, by its first alternative. */
int thing_start(struct arena *a, const struct week *w, enum import_kind kind,
                const char *json);
/* When and what a thing of week.json is: "Wed 25 Nov 13:00–15:00", "Swimming". */
const char *thing_when(struct arena *a, const struct week *w, enum import_kind kind,
                       const char *json);
const char *thing_what(struct arena *a, const struct problem *p, enum import_kind kind,
                       const char *json);
/* What was there, where that differs from what is to be; else "". */
const char *change_before(struct arena *a, const struct problem *p,
                          const struct import_change *c);
/* By name, one with protected identity by id; the id of somebody who is not there. */
const char *change_person(struct arena *a, const struct problem *p,
                          const struct import_change *c);
/* Where an event stands: "anna.ics:12", "plan.csv:7". */
const char *place_in_source(struct arena *a, const struct import_reading *r, int document,
                            int line);

#endif
