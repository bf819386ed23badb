/* What each person gets of their own, calendars and pages, as files. */
#ifndef APP_PERSONAL_H
#define APP_PERSONAL_H

#include "adapters/publish/publish.h"
#include "app/command.h"

/* A form that people get theirs in. */
struct personal_form {
    const char *folder, *suffix; /* "calendars", "ics" */
    const char *(*write)(struct arena *a, const struct publication *of, int diary);
};

/* One file a client and an escort of the unit, DIR/FOLDER/{clients,escorts}/ID.SUFFIX.
 * Those whose bytes would be the same are left alone, so that their time of change, which
 * web servers tell, says the truth; those of nobody are removed. */
enum status personal_write(struct call *call, const struct publication *of,
                           const struct personal_form *form, const char *dir, int *n_written);

/* One person's, in that person's language. */
const char *personal_bytes(struct arena *a, const struct publication *of, int diary,
                           const struct personal_form *form);

#endif
