/* Which week of a workspace is meant. */
#ifndef APP_WEEK_CHOICE_H
#define APP_WEEK_CHOICE_H

#include "adapters/workspace/weeks.h"
#include "app/command.h"

/* All weeks of the workspace, earliest first; UNREADABLE if the folder is no workspace
 * or has none. What was interrupted in it is finished first (app/settled.h). */
enum status weeks_choice(struct call *call, const char *dir, struct iso_week **weeks, int *n);

/* The week of --week; "latest" is the last one in the workspace; without
 * --week it is the only one. USAGE with the weeks there are otherwise, UNREADABLE
 * if the folder is no workspace. */
enum status week_choose(struct call *call, const char *dir, int *iso_year,
                        int *iso_week);

/* The week a scheduler drafts now: the one two weeks from today. */
void week_to_draft(int *iso_year, int *iso_week);

#endif
