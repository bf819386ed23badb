/* When decisions were first carried out. */
#ifndef MEASURE_CLOCK_H
#define MEASURE_CLOCK_H

#include "measure/use.h"

/* The day on which a decision was first carried out: the one that is told, else that of
 * the first visit in the measured weeks; 0 if that has not come by as_of. */
int64_t executed_on(const struct measured *m, const struct uses *u, int decision);

#endif
