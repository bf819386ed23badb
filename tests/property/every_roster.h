/* Calls see(context, roster, verdict) with every lawful roster there is, as far as visits begin
 * when they are offered and have as many escorts as they need. */
#ifndef PROPERTY_EVERY_ROSTER_H
#define PROPERTY_EVERY_ROSTER_H

#include "ledsaga/rules.h"

typedef void roster_seen(void *context, const struct roster *r, const struct verdict *v);
void every_roster(const struct problem *p, roster_seen *see, void *context);

#endif
