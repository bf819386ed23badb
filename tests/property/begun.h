/* Weeks that have begun, drawn at random. */
#ifndef PROPERTY_BEGUN_H
#define PROPERTY_BEGUN_H

#include "property.h"
#include "tiny_week.h"

/* Some minute after a visit has begun; its first escort is away from then on, or from the
 * beginning of the freeze. false if the roster has no visit. */
bool draw_begun(struct trial *t, const struct roster *told, struct begun *out);

#endif
