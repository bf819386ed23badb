/* Dates, clock times, lengths and numbers as people write them into tables: "24/11", "tis 24
 * nov", "kl 13", "13.00", "1:30". */
#ifndef ADAPTERS_SPOKEN_H
#define ADAPTERS_SPOKEN_H

#include "adapters/import/import_map.h"

#include <stdint.h>

/* format: with YYYY, MM and DD; NULL = any usual one, also in the words of the map. A year that
 * is not told is the one nearest to that Monday; *day and monday are days since 1970. A weekday
 * that is told must be the date's own. */
bool spoken_date(struct arena *a, const struct import_map *m, const char *format,
                 int64_t monday, const char *text, int64_t *day);
/* Minutes since midnight, up to 24:00. */
bool spoken_clock(struct arena *a, const struct import_map *m, const char *text, int *minutes);
/* Minutes, or hours:minutes; at least one minute, at most a day. */
bool spoken_length(const char *text, int *minutes);
bool spoken_number(const char *text, int most, int *out);

#endif
