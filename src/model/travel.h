/* Minutes between places, behind travel_minutes(). Up to ONE_TABLE_MOST places, and
 * where the file has a matrix, there is one table of all pairs. With more places it
 * would grow out of hand, for places that nobody goes between: then those that
 * somebody can come to have a table together, and other pairs are worked out when
 * they are asked for. The minutes are the same either way. */
#ifndef MODEL_TRAVEL_H
#define MODEL_TRAVEL_H

#include "ledsaga/problem.h"

enum { ONE_TABLE_MOST = 6000 };

struct travel_tables {
    struct travel_speeds speeds;
    int n;
    const int *table_of, *row_of;   /* [n_places] */
    const int *size;                /* [n] places */
    const uint16_t *const *minutes; /* [n] -> [size * size], row = from */
};

/* For a problem that has places and tables. */
int travel_looked_up(const struct problem *p, int from, int to);

/* Give a part's places, of which `whole_of` says which of the whole's they are, the
 * whole's minutes; large tables are shared with the whole. */
void travel_take(struct arena *a, struct problem *part, const struct problem *whole,
                 const int *whole_of);

#endif
