/* The only file that looks at a clock. */
#ifndef BASE_CLOCK_H
#define BASE_CLOCK_H

#include <stdint.h>

double clock_seconds(void);  /* monotonic, for caps and progress only */
int64_t clock_utc(void);     /* seconds since 1970; SOURCE_DATE_EPOCH if it is set */

#endif
