/* Who has which secret address in the published folder: access.json of the workspace.
 *
 * A phone that subscribes to a calendar cannot log in, so the address itself is the key.
 * It is random, opens one person's own week and nothing else, is shown once, and can be
 * taken back. What is kept is its SHA-256 only: whoever reads the workspace cannot open
 * anybody's calendar. A person's files are found again by the names that lie in the
 * published folder, whose hashes are compared. */
#ifndef ADAPTERS_ACCESS_H
#define ADAPTERS_ACCESS_H

#include "adapters/publish/secret.h"
#include "ledsaga/calendar.h"

enum { ACCESS_CLOSED_DAYS = 30 }; /* what is revoked says so for so long */

struct access_row {
    enum person_kind kind;
    const char *id;
    struct digest digest; /* of the token */
    int64_t made_utc;     /* when it was handed over; 0 = it never was, and does not count */
    int64_t revoked_utc;  /* 0 = it is good */
};

struct access {
    struct arena *arena;
    int n, capacity;
    struct access_row *rows;
};

/* From DIR/access.json; none if there is no such file. */
enum status access_read(struct arena *a, const char *dir, struct access **out,
                        struct faults *f);
/* Atomic, and for nobody else's eyes. */
enum status access_write(const struct access *x, const char *dir, struct faults *f);

/* A new address, not handed over yet; returns its token, which is known only now. */
const char *access_add(struct access *x, enum person_kind kind, const char *id);
void access_remove(struct access *x, int row);
/* The person's row, good or revoked (the newest): NONE if there is none. */
int access_good(const struct access *x, enum person_kind kind, const char *id);
int access_revoked(const struct access *x, enum person_kind kind, const char *id);

/* For each name the row whose token it begins with; NONE if there is none. */
int *access_rows_of_names(struct arena *a, const struct access *x, const char *const *names,
                          int n);

#endif
