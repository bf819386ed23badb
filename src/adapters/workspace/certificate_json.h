/* "certificate" in roster.json: the prices by the ids of what they are of, only those
 * that are not zero, in the order of the problem. The format is
 * models/roster.schema.json, the meaning ledsaga/certificate.h. */
#ifndef ADAPTERS_CERTIFICATE_JSON_H
#define ADAPTERS_CERTIFICATE_JSON_H

#include "adapters/workspace/prices_json.h"

/* Of the document the reader stands on; NULL if there is none, or it is of no tier.
 * Not to be used after faults. same_input: the prices were found for this very
 * problem, and what it does not have is a fault; else it has gone since, and its price
 * with it. The prices that are left prove what they prove. */
const struct certificate *certificate_read(struct arena *a, struct reader *r,
                                           const struct problem *p,
                                           const struct priced_ids *ids,
                                           bool same_input);

/* A member of the document, with the comma and the line's end after it; nothing for a
 * certificate that is NULL or of no tier. False if memory ran out. */
bool certificate_write(struct text *out, const struct problem *p,
                       const struct certificate *c);

#endif
