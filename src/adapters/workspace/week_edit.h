/* week.json changed by the program as a careful person would: what is not spoken of
 * stays, in its order, with notes under x-... A thing that came from elsewhere is put
 * together with how it was put last, and only what has changed between the two is
 * written, so that what somebody wrote in it since is kept.
 *
 *     struct week_item at = {"requests", NULL, "id", "r7"};
 *     week_edit_put(e, &at, NULL, "{\"id\": \"r7\", ...}");
 *     week_edit_save(e, path, f);
 */
#ifndef ADAPTERS_WEEK_EDIT_H
#define ADAPTERS_WEEK_EDIT_H

#include "ledsaga/arena.h"
#include "ledsaga/status.h"

struct week_edit;

/* The document at `path`, or one given as text, with `path` for faults; SYNTAX where it
 * is no object of JSON. */
enum status week_edit_open(struct arena *a, const char *path, struct week_edit **out,
                           struct faults *f);
enum status week_edit_open_text(struct arena *a, const char *path, const char *text,
                                struct week_edit **out, struct faults *f);
void week_edit_close(struct week_edit *e); /* NULL is fine */

/* One thing of a list: the one that has this value under this key. */
struct week_item {
    const char *list;  /* "requests", "absences", "availability" ... */
    const char *owner; /* "availability": the escort whose spans are meant; else NULL */
    const char *key, *value; /* "id", "r7" */
};

/* was: how it was put last, NULL = never; is: how it is to be, NULL = gone. Objects of
 * JSON. A thing that is not there is added at the end; a request that goes takes with it
 * what refers to it. False where nothing had to be changed. */
bool week_edit_put(struct week_edit *e, const struct week_item *at, const char *was,
                   const char *is);
/* A key of the document, as JSON; NULL takes it out. */
void week_edit_set(struct week_edit *e, const char *key, const char *json);

/* The id of the request that a fault's place such as "requests[12].meet" is in; NULL if
 * it is in none. */
const char *week_edit_request_at(const struct week_edit *e, const char *place);

/* One member a line, the things of a list one a line. */
const char *week_edit_text(struct arena *a, struct week_edit *e);
enum status week_edit_save(struct week_edit *e, const char *path, struct faults *f);

#endif
