/* The zones that a calendar's times are in. A name is looked up in this order: one that
 * the system's database has, also behind a prefix as programs write it; a name of Windows;
 * a VTIMEZONE of the file, by its own rules. A name that is none of these is unknown, and
 * never taken as no zone at all. Conversion is base/zone's; libical's zones are not used,
 * for they are wrong in both hours of a change and open files by names from the calendar. */
#ifndef ADAPTERS_ICAL_ZONE_H
#define ADAPTERS_ICAL_ZONE_H

#include "adapters/ical/ical_parts.h"
#include "adapters/ical/ical_value.h"
#include "base/zone.h"

struct ical_zones;
struct ical_zone;

/* The name that a VTIMEZONE gives itself; "" = none. */
const char *zones_tzid(struct ical_zones *zs, int part);

struct ical_zones *zones_new(struct arena *a, const struct ical_parts *parts,
                             const struct ical_window *window, struct ical_notes *notes);
/* UTC; the zone of times without one. */
struct ical_zone *zones_utc(struct ical_zones *zs);
struct ical_zone *zones_own(struct ical_zones *zs);
/* NULL = unknown. tzid: of the zones' arena. calendar: the VCALENDAR whose VTIMEZONEs count
 * first. */
struct ical_zone *zones_find(struct ical_zones *zs, const char *tzid, int calendar,
                             int line);

int64_t zone_utc_of(struct ical_zone *z, int64_t clock, enum zone_sense *sense);
int64_t zone_clock_of(struct ical_zone *z, int64_t utc);

#endif
