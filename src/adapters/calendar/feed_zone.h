/* Clock times of Stockholm by the rule that stands in our calendars: whoever reads them
 * with it finds the instants that we meant. */
#ifndef ADAPTERS_FEED_ZONE_H
#define ADAPTERS_FEED_ZONE_H

#include <stdbool.h>
#include <stdint.h>

#define FEED_ZONE "Europe/Stockholm"

/* Seconds that its clocks are ahead of UTC. */
int feed_zone_offset(int64_t utc);
/* The seconds of 00:00 on a day, days since 1970. */
int64_t feed_zone_midnight(int64_t day);
/* Does [from, to] meet the hours in which a clock time is missing or comes twice, or go
 * over them? */
bool feed_zone_change(int64_t from_utc, int64_t to_utc);

#endif
