/* When somebody on the phone would like to go out: --day, --from, --to and --start. */
#ifndef APP_WISH_TIMES_H
#define APP_WISH_TIMES_H

#include "adapters/replan/wish.h"
#include "app/command.h"

/* Without a day it is every day that is not over at the minute `now`. */
enum status wish_times_read(struct call *call, const struct problem *p, int now, struct wish *w);

#endif
