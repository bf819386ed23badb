/* A roster in place of the one that people live by, and what follows from it: who is told
 * what, and the files, written all or none. What offer, replan and undo end with. */
#ifndef APP_AMENDED_H
#define APP_AMENDED_H

#include "adapters/replan/amendment.h"
#include "app/judged.h"
#include "ledsaga/calendar.h"

struct amended {
    struct call *call;
    const char *dir;
    struct iso_week week;
    const struct problem *before;        /* as the files are */
    const struct roster *roster_before;
    const char *unit_text, *week_text;   /* as they become; NULL = as they are */
    const struct problem *problem;       /* of these */
    const struct roster *roster;         /* of it, lawful */
    const char *roster_text;             /* files are put back as they were: this is its own;
                                            NULL = the week becomes another */
    uint64_t seed;                       /* of the search, if there was one */
    bool tells;                          /* people are told: else it stays a draft */
    /* Found by amended_prepare(): */
    const struct told *told_before, *told; /* the first also where nothing was written of it */
    const char *published_text;          /* week.json with the roster as published */
    const struct problem *becomes;       /* of that */
    const struct verdict *verdict;       /* of the roster by it */
};

/* Locks the workspace, finishes what was interrupted (and says so on stderr), and reads what
 * there is. UNREADABLE without a roster. */
enum status amended_begin(struct call *call, struct amended *x);
/* The roster of one problem as one of another: visits of requests that it has too. People
 * and sessions are the same in both. */
struct roster *roster_carried(struct arena *a, const struct problem *from,
                              const struct roster *r, const struct problem *to);
/* week_text, problem and roster are set; visits get their names. Nothing is written. */
enum status amended_prepare(struct amended *x);
/* rights_bound: no lawful roster is below it. more: members of the journal's line, as an
 * object of JSON; undoes: 0 = nothing. */
enum status amended_write(struct amended *x, const char *command, int undoes,
                          int64_t rights_bound, const char *more);

#endif
