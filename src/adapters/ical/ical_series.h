/* What the components of one UID come to together (RFC 5545, 3.8.4 and 3.8.5): a master
 * with its rule, its own dates and exceptions, and overrides that replace one of its
 * instances or everything from one on. */
#ifndef ADAPTERS_ICAL_SERIES_H
#define ADAPTERS_ICAL_SERIES_H

#include "adapters/ical/ical_entry.h"

/* Gives every entry its fate and finds the instances in the window. INPUT where there are
 * more than ICAL_ALL_INSTANCES_MOST. */
enum status series_expand(struct ical_reading *r, struct faults *f);

#endif
