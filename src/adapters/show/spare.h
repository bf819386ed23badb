/* A look at the roster as it is: is there somebody who could take an unserved
 * request without anything else being moved? After a search there seldom is; after
 * a person has edited the roster there may well be. */
#ifndef ADAPTERS_SPARE_H
#define ADAPTERS_SPARE_H

#include "ledsaga/roster.h"

/* An option of the request and an escort who is free for it, those the client
 * would like best. False if there is none, if several escorts are needed at once, or if the
 * request is in step with another. */
bool spare_escort(const struct problem *p, const struct roster *r, int request,
                  int *option, int *escort);

/* Do the other visits of the roster leave too few hours of the decision for any
 * option of the request? */
bool hours_spent(const struct problem *p, const struct roster *r, int request);

/* Escorts who are free at a time asked for and may come, but would then work more than
 * their week allows; *escort is one of them. 0 where spare_escort() does not look. */
int count_short_of_hours(const struct problem *p, const struct roster *r, int request,
                         int *escort);

/* A request that asks for shared sessions only: the request of one who takes part and
 * with whom the client has not agreed to share an escort. Otherwise NONE. */
int not_agreed_with(const struct problem *p, const struct roster *r, int request);

#endif
