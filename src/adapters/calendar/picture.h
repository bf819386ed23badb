/* Pictures of people, out of the office's own folder, as they stand inside a page: nothing
 * is beside the file, so that it can be sent, kept and published alone. */
#ifndef ADAPTERS_PICTURE_H
#define ADAPTERS_PICTURE_H

#include "ledsaga/calendar.h"

/* A page with a few of them still opens at once on a slow line. */
enum { PICTURE_MOST = 200 << 10 };

struct picture {
    const char *id;
    const char *data; /* data: URI; NULL = this person has none that can be shown */
};

/* Those that were read for the pages of a run, each when first asked for: of clients, then
 * escorts, in the order of the problem. */
struct picture_shelf {
    struct arena *arena;
    bool *read;
    const char **data; /* as in struct picture */
};
struct picture_shelf *picture_shelf_new(struct arena *a, const struct problem *p);

/* Those of one page, of the people on the other side of the diary. */
struct pictures {
    struct arena *arena;
    const struct own_week *own;
    int n, capacity;
    struct picture *items;
};

/* The row of a person's picture, read when first asked for; NONE if there is none. Clients
 * with protected identity have none. */
int picture_of(struct pictures *p, const char *id);

/* INPUT with a fault for each picture that is told and cannot be shown: pages leave them
 * out without a word. */
enum status pictures_check(struct arena *a, const struct calendar_settings *s,
                           const struct problem *p, struct faults *f);

#endif
