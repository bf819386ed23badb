/* What time it is for a week: what has begun is past. */
#ifndef APP_NOW_H
#define APP_NOW_H

#include "app/command.h"
#include "ledsaga/problem.h"

/* The minute of OPTION_AT, else of the computer's clock where it lies in the week, else the
 * week's beginning; never before what the week says it is. USAGE where OPTION_AT is no time
 * of the week, or before that. */
enum status now_choose(struct call *call, const struct problem *p, int *minute);

#endif
