/* Many runs: scenarios, draws of demand and weeks. Each run's result is a file of its own
 * whose name says what it is of and holds its key, so that who made it, where and when does
 * not matter: what is there is not made again, and what is missing is known by name. */
#ifndef APP_RUNS_H
#define APP_RUNS_H

#include "adapters/workspace/weeks.h"
#include "app/command.h"
#include "ledsaga/whatif.h"

struct runs {
    struct call *call;
    const char *dir, *results; /* the workspace; the folder of results */
    struct run_settings settings;
    int n;
    const struct run *list;
    uint64_t *keys;     /* after runs_look(), as are the others */
    const char **files; /* of results */
    bool *done;
    const struct problem *problem; /* the workspace's own, of the first week */
    int n_grounds, room;
    const struct scenario_ground **grounds; /* of the weeks that were read */
};

/* Every scenario with every week and draw, in that order. */
int runs_list(struct arena *a, const struct scenario *scenarios, int n_scenarios,
              const struct iso_week *weeks, int n_weeks, int n_demands, const struct run **out);
/* Reads each run's input and finds out which results are there. */
enum status runs_look(struct runs *r);
/* Make one run in this process and write its result, if it is not there. */
enum status run_make(struct runs *r, int i);
/* Make what is missing, so many at a time in processes of their own. A run that dies is
 * made once more; those that fail are named. INTERRUPTED after Ctrl-C. */
enum status runs_make(struct runs *r, int processes);
/* Read all results; those that are missing are named. */
enum status runs_read(struct runs *r, struct run_result **out);
/* Lets go of what was read of the workspace. */
void runs_close(struct runs *r);

#endif
