/* The published folder: of everybody
 *
 *     TOKEN.ics             the calendar
 *     TOKEN.html            this week's page, TOKEN.txt the same as text
 *     TOKEN-2026-W48.html   each week that was told
 *
 * under a name that cannot be guessed (access.h). Every file is the old one or the new one
 * and whole at any moment, whatever happens to the program.
 *
 * Web servers make the ETag of a file's time and size, so a file that is changed gets a
 * later time than it had, and a calendar that is not changed gets the time of the day: a
 * telephone that was once given a bad answer under a good ETag is well again tomorrow. */
#ifndef ADAPTERS_PUBLISH_FOLDER_H
#define ADAPTERS_PUBLISH_FOLDER_H

#include "adapters/publish/access.h"
#include "adapters/publish/publish.h"

/* What is asked for besides; NULL, false = nothing. */
struct access_wishes {
    const char *renew;   /* id of somebody who gets a new address; the old one is revoked */
    const char *revoke;  /* id of somebody whose address is taken back */
    bool renew_missing;  /* new addresses for those whose files are gone */
};

/* One token and what is to lie under it. */
struct address {
    const char *token;
    int row;            /* in access */
    int diary;          /* in the publication; NONE = one who left without a diary */
    bool fresh, closed; /* handed over now for the first time; revoked not long ago */
};

struct folder_plan {
    struct arena *arena;
    const struct publication *of;
    const char *folder;
    struct access *access;
    bool changed;      /* access is not as its file says */
    bool *drop;        /* [access->n]: the row goes once its files are gone */
    int n_names;       /* files that begin with what may be a token ... */
    const char *const *names;
    const int *rows;   /* ... and whose they are; NONE */
    int n, capacity;
    struct address *addresses;
    int n_fresh, n_closed;
    int n_lost;         /* good, but the files are not here */
    const char **lost;  /* ids */
    int n_without;      /* people whose address was taken back and who have no other */
    int n_strange;      /* calendars of no address */
};

/* Reads and decides; writes nothing. USAGE where nobody has the id that was asked for. */
enum status folder_plan_make(struct arena *a, const struct publication *of,
                             const char *folder, const struct access_wishes *wishes,
                             struct folder_plan **out, struct faults *f);

struct folder_result {
    int written, unchanged; /* calendars of good addresses */
    int removed;            /* files */
};

/* The week that is shown first, and those that have pages (by time). */
struct folder_weeks {
    int n;
    const struct week *weeks;
    int first; /* row of weeks; NONE = there is none */
};

/* The new addresses are entered but not counted as handed over until
 * folder_plan_finish(). */
enum status folder_write(const struct folder_plan *plan, const struct folder_weeks *weeks,
                         struct folder_result *out, struct faults *f);
/* Once people can be given the new addresses. */
enum status folder_plan_finish(struct folder_plan *plan, struct faults *f);

/* The new addresses: a line each for the terminal, or as a list that spreadsheets open
 * (csv_write.h). */
const char *folder_links_text(struct arena *a, const struct folder_plan *plan);
const char *folder_links_csv(struct arena *a, const struct folder_plan *plan);

#endif
