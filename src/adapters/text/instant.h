/* An instant as files write it: in UTC, or by the clock of a zone with how far that is
 * from UTC. */
#ifndef ADAPTERS_INSTANT_H
#define ADAPTERS_INSTANT_H

#include <stdbool.h>
#include <stdint.h>

/* "2026-11-22T10:00:00Z" (21 bytes with the final zero) */
void instant_print(int64_t utc, char out[32]);
/* That, or "2026-11-24T13:00+01:00", with or without seconds. False if it is neither. */
bool instant_scan(const char *text, int64_t *utc);

#endif
