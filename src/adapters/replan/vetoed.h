/* A veto is for good, but only one week is planned anew: visits of later weeks that it forbids
 * from now on. */
#ifndef ADAPTERS_VETOED_H
#define ADAPTERS_VETOED_H

#include "adapters/replan/event.h"
#include "adapters/workspace/weeks.h"

struct vetoed {
    struct iso_week week;
    const char *said; /* the event */
    int visits;
};

/* Weeks after that one which have a roster; one that cannot be read has none. */
int vetoed_find(const char *dir, struct iso_week after, const struct events *events,
                const struct vetoed **out);

#endif
