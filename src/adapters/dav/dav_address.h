/* Where a CalDAV server is, and what its paths are called. Servers write the same path in
 * several ways (%40 or @, whole or without the host): here each has one. */
#ifndef ADAPTERS_DAV_ADDRESS_H
#define ADAPTERS_DAV_ADDRESS_H

#include "ledsaga/arena.h"
#include "ledsaga/status.h"

struct dav_address {
    const char *origin; /* "https://host:8443", as typed */
    const char *host;
    const char *path; /* in its one way, ends in '/' */
    bool encrypted;
};

/* USAGE with what is wrong: neither https nor http to this very machine, a password or a
 * question in the address, ".." in the path. */
enum status dav_address_read(struct arena *a, const char *url, struct dav_address *out,
                             struct faults *f);
/* An address that only is asked for: its path stays as it stands and may have a question. */
enum status dav_address_exact(struct arena *a, const char *url, struct dav_address *out,
                              struct faults *f);
/* A path as a server told it, perhaps with the server before it, in its one way; NULL if
 * it is of another host or no path. */
const char *dav_address_href(struct arena *a, const struct dav_address *at,
                             const char *href);
/* A name as one step of a path. */
const char *dav_address_step(struct arena *a, const char *name);

#endif
