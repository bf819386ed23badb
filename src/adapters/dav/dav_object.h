/* Two calendar objects compared by what their events say: servers order lines and fold
 * them as they like. */
#ifndef ADAPTERS_DAV_OBJECT_H
#define ADAPTERS_DAV_OBJECT_H

#include "ledsaga/arena.h"

#include <stdbool.h>

/* The same lines in their events. */
bool dav_object_same(const char *x, const char *y);
/* Both say when they were last changed, and x before y. */
bool dav_object_older(const char *x, const char *y);

#endif
