/* A roster that was published is part of the next input: changes to it cost from then on.
 * What its file states of itself was stated of the input before, and is stated anew as far
 * as it still holds, so that publishing does not make a proved roster an unproved one. */
#ifndef APP_RESTATE_H
#define APP_RESTATE_H

#include "app/judged.h"

/* j: as it was read before publishing; week_text: week.json as it becomes. To be done before
 * that is written: a run that ends between the two leaves a roster that states the truth of
 * the week that the next run writes. Nothing is done where the file stated nothing that was
 * true, and to files other than the week's own roster.json. */
enum status roster_restate(struct call *call, const struct judged *j, const char *week_text);

#endif
