/* A roster read from its files and judged: what check, show and export begin
 * with. */
#ifndef APP_JUDGED_H
#define APP_JUDGED_H

#include "app/command.h"
#include "ledsaga/show.h"
#include "ledsaga/workspace.h"

struct judged {
    const char *dir, *path; /* the workspace; the roster file */
    int iso_year, iso_week;
    struct roster_record record; /* what the file says of itself */
    /* Bounds are told only where the file's record is of this very input and
     * agrees with the verdict: else they prove nothing. */
    struct sheet sheet;
};

enum status judged_read(struct call *call, struct judged *out);

/* The record was made from what unit.json, week.json and history say now. */
bool record_current(const struct judged *j);
/* The record's values are those of the verdict, and no bound is above them. */
bool record_true(const struct judged *j);

#endif
