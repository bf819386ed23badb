#ifndef ADAPTERS_ICAL_AVAILABILITY_H
#define ADAPTERS_ICAL_AVAILABILITY_H

#include "adapters/ical/ical.h"

/* A time over which one VAVAILABILITY rules and says the same. */
struct ical_stretch {
    int component; /* row of the file's events */
    bool available;
    int64_t from_utc, to_utc;
};

/* The stretches between two times, in their order; what no component reaches over is in
 * none. Returns how many. */
int ical_availability(struct arena *a, const struct ical_file *file, int64_t from_utc,
                      int64_t to_utc, struct ical_stretch **out);

#endif
