/* What time it is for a week: what has begun is past. */
#ifndef APP_NOW_H
#define APP_NOW_H

#include "app/command.h"
#include "ledsaga/problem.h"

struct now {
    int minute;    /* of the week; 0 while that is to come */
    int until;     /* minutes until it begins; 0 once it has */
    int64_t today; /* days since 1970 */
};

/* What OPTION_AT says, else the computer's clock; never before what the week says it is. USAGE
 * where OPTION_AT is no time, is after the week or before what the week says, and without it
 * in a week that is over. */
enum status now_choose(struct call *call, const struct problem *p, struct now *out);

#endif
