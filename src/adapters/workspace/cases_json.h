/* "cases" of a tier of a certificate: each within one before it, told by its number in the
 * list from 1, or within all of the week (0). Prices of a case are those that are otherwise
 * than the tier's. */
#ifndef ADAPTERS_CASES_JSON_H
#define ADAPTERS_CASES_JSON_H

#include "adapters/workspace/prices_json.h"

/* Of the tier the reader stands on. A case of what has gone is none, and so nothing is left
 * of the list. */
void cases_read(struct prices_reading *in, int tier, struct case_list *out);

/* A case a line, after other members of the tier; nothing where there are none. */
void cases_write(struct prices_writing *out, const struct case_list *cases);

#endif
