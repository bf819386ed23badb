/* The figures that a unit is judged by on each day of the week. */
#ifndef ADAPTERS_UNIT_PROFILES_H
#define ADAPTERS_UNIT_PROFILES_H

#include "adapters/workspace/unit_json.h"

/* After unit_read(): the profiles that the unit names, or those in force where it
 * names none, as they hold on the day, and the unit's own figures over them. dir: the
 * workspace, whose own profiles go before. */
void unit_profiles_settle(struct unit *u, const char *dir, struct faults *f);

#endif
