/* What was sent to CalDAV servers: caldav.json of the workspace. With it a run needs to
 * ask only for what a server has, and knows what somebody else changed there; without it,
 * it looks at every event again. */
#ifndef ADAPTERS_PUBLISH_SENT_H
#define ADAPTERS_PUBLISH_SENT_H

#include "ledsaga/arena.h"
#include "ledsaga/status.h"
#include "model/index.h"

struct sent_row {
    const char *server; /* its address, as it was typed */
    const char *href;
    const char *etag;  /* after it was sent; "" = the server told none */
    uint64_t hash;     /* of the bytes */
    bool kept;         /* looked at in this run and still wanted */
    bool gone;         /* to be forgotten */
};

struct sent {
    struct arena *arena;
    const char *dir, *server;
    int n, capacity;
    struct sent_row *rows; /* of other servers too */
    struct id_index by_href; /* of this one */
};

enum status sent_read(struct arena *a, const char *dir, const char *server,
                      struct sent *out, struct faults *f);
enum status sent_write(const struct sent *s, struct faults *f);
/* NULL if it was not sent. */
struct sent_row *sent_find(const struct sent *s, const char *href);
/* Sent now: replaces what is known of it. */
void sent_note(struct sent *s, const char *href, const char *etag, uint64_t hash);

#endif
