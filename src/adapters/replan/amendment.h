/* A change of a week that is more than one file, such as a roster that is planned anew: all
 * of it or nothing, and it can be taken back.
 *
 *     weeks/W/undo/003/change.json   what it is, and how far it got
 *                      was/NAME      the files as they were
 *                      is/NAME       ... and as they become
 *
 * The new files are written into `is` first. Once change.json says that it has begun, it is
 * as good as done: whoever is interrupted after that is finished by the next command, from
 * `is`, and before that nothing was changed. So each file is at any moment the old one or
 * the new one, and never lost. */
#ifndef ADAPTERS_AMENDMENT_H
#define ADAPTERS_AMENDMENT_H

#include "adapters/workspace/weeks.h"
#include "ledsaga/arena.h"
#include "ledsaga/status.h"

enum { AMENDMENT_FILES = 4 };

struct amendment {
    struct arena *arena;
    const char *dir; /* the workspace */
    struct iso_week week;
    int number;          /* 1, 2, ... within the week */
    const char *folder;  /* weeks/W/undo/003 */
    const char *command; /* "replan", "offer", "undo" */
    int undoes;          /* the number that it takes back; 0 = none */
    bool done;
    const char *journal; /* its line */
    int n_files;
    const char *files[AMENDMENT_FILES]; /* "unit.json", or one of the week's */
    const char *texts[AMENDMENT_FILES]; /* what becomes of them, while it is made */
};

/* Nothing is written to the week yet. undoes: 0 = nothing. */
enum status amendment_begin(struct arena *a, const char *dir, struct iso_week week,
                            const char *command, int undoes, struct amendment **out,
                            struct faults *f);
/* A file and what becomes of it: kept, not copied. UNWRITABLE if it cannot be replaced. */
enum status amendment_put(struct amendment *m, const char *name, const char *text,
                          struct faults *f);
/* Keeps the old files, puts the new ones in place, enters the line into the journal. */
enum status amendment_commit(struct amendment *m, const char *journal_line, struct faults *f);

/* Was one interrupted, or is just being put in place? */
enum status amendment_begun(struct arena *a, const char *dir, struct iso_week week, bool *is,
                            struct faults *f);
/* What was interrupted is finished; *number of the amendment that was, 0 = none. The
 * workspace is locked. EXISTS, and nothing is written, where a file is by now neither the
 * old one nor the new one. */
enum status amendment_finish(struct arena *a, const char *dir, struct iso_week week,
                             int *number, struct faults *f);

/* The last that was not taken back; NULL = there is none. */
enum status amendment_last(struct arena *a, const char *dir, struct iso_week week,
                           const struct amendment **out, struct faults *f);
/* What it was of: "sick=e014, cancel=r48-007", or the id of the request that was offered; "" where
 * its line does not say. */
const char *amendment_about(const struct amendment *m);
/* EXISTS where somebody has changed since what it wrote, told.json aside. */
enum status amendment_untouched(const struct amendment *m, struct faults *f);
/* "weeks/W/undo/003/was/week.json" */
const char *amendment_was(const struct amendment *m, const char *name);

#endif
