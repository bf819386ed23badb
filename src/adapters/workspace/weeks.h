/* Which weeks a workspace has. */
#ifndef ADAPTERS_WEEKS_H
#define ADAPTERS_WEEKS_H

#include "ledsaga/arena.h"
#include "ledsaga/status.h"

struct iso_week {
    int year, week;
};

/* The folders weeks/YYYY-Www of a workspace, earliest first; whatever else lies
 * there is passed over. None if there is no such folder. */
int weeks_list(struct arena *a, const char *dir, struct iso_week **out);

/* UNREADABLE with the system's words if the folder of the weeks is there but
 * may not be looked into; weeks_list() has none then. */
enum status weeks_readable(struct arena *a, const char *dir, struct faults *f);

/* -1, 0 or 1 as x is before, the same as or after y. */
int weeks_compare(struct iso_week x, struct iso_week y);

#endif
