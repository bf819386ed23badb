/* A CalDAV server (RFC 4791 on RFC 4918), by libcurl and expat: just what publishing and
 * importing need. Every call is one request; a refusal names the address, the status and
 * what to do. Nothing is sent that was not asked for, redirects to another host are not
 * followed, and the password is never told. */
#ifndef ADAPTERS_DAV_H
#define ADAPTERS_DAV_H

#include "ledsaga/arena.h"
#include "ledsaga/status.h"

struct dav;

/* base: https://host/path/ (http only to this very machine). user NULL = none asked for. */
enum status dav_open(struct arena *a, const char *base, const char *user,
                     const char *password, struct dav **out, struct faults *f);
void dav_close(struct dav *d); /* NULL is fine */
/* From now on faults tell the server and no path: the address itself may be the secret. */
void dav_hush(struct dav *d);
/* What is behind one address as it stands, with its question; hushed. *bytes NULL = nothing. */
enum status dav_get_address(struct arena *a, const char *address, const char *user,
                            const char *password, const char **bytes, size_t *length,
                            struct faults *f);
/* base in its one way: the same server is the same text however it was typed. */
const char *dav_base(const struct dav *d, struct arena *a);
/* The path of the object `file` in the collection `name` below base, as dav_list() tells
 * it. */
const char *dav_href(const struct dav *d, struct arena *a, const char *name,
                     const char *file);

/* One object of a collection. */
struct dav_entry {
    const char *href; /* path on the server */
    const char *etag; /* with its quotes; "" = the server told none */
};

/* The calendar objects of the collection `name` below base ("" = base itself). *exists is
 * false, and the list empty, where there is none; *partial where the server did not tell of
 * all that may be there (RFC 4918 13: a status of its own for a member, 507 for too many). */
enum status dav_list(struct dav *d, struct arena *a, const char *name, bool *exists,
                     bool *partial, const struct dav_entry **out, int *n,
                     struct faults *f);
enum status dav_make_calendar(struct dav *d, const char *name, const char *display_name,
                              struct faults *f);
/* *bytes NULL = gone. etag "" where the server told none. */
enum status dav_get(struct dav *d, struct arena *a, const char *href,
                    const char **bytes, size_t *length, const char **etag,
                    struct faults *f);

/* What a conditional request came to: done, or somebody was there before. */
enum dav_result { DAV_DONE, DAV_CHANGED_MEANWHILE };
/* etag NULL = only where there is none yet (If-None-Match: *); "" = whatever is there.
 * *new_etag "" if not told. */
enum status dav_put(struct dav *d, struct arena *a, const char *href, const char *bytes,
                    size_t length, const char *etag, enum dav_result *result,
                    const char **new_etag, struct faults *f);
enum status dav_delete(struct dav *d, const char *href, const char *etag,
                       enum dav_result *result, struct faults *f);

#endif
