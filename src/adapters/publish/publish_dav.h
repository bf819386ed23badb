/* Everybody's appointments as events on a CalDAV server: a calendar a person, named
 * clients-ID or escorts-ID, below one address; each event under the name it has.
 *
 * Only what has changed is sent, and only if the server still has what was sent last: what
 * somebody else changed or removed is told and left alone. A run that ends in the middle
 * is made whole by the next one, which looks at what is there before it sends. */
#ifndef ADAPTERS_PUBLISH_DAV_H
#define ADAPTERS_PUBLISH_DAV_H

#include "adapters/dav/dav.h"
#include "adapters/publish/publish.h"

/* An event that is not as it was sent. */
struct dav_left {
    const char *href;
    bool removed; /* else changed */
};

struct dav_published {
    int calendars; /* looked at */
    int made;      /* of those, new */
    int sent, removed, unchanged; /* events */
    int n_left, left_room;
    struct dav_left *left;
    bool stopped; /* by *stop */
};

/* only: the person's diary, NONE = everybody. *out is also set after a fault: up to
 * there. */
enum status dav_publish(struct arena *a, const struct publication *of, struct dav *server,
                        int only, const volatile int *stop,
                        struct dav_published *out, struct faults *f);

#endif
