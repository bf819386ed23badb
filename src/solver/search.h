/* Large-neighbourhood search on the twin: take some visits out, put them back
 * better. Knows nothing of the integer program. */
#ifndef SOLVER_SEARCH_H
#define SOLVER_SEARCH_H

#include "solver/recreate.h"

struct search;

/* Whether to end; asked once a request at first, then every few hundred prices. It may
 * tell of progress. */
typedef bool search_stop(void *context, const struct search *s);

/* Fills what is not served yet, greedily, to the end or until stop() says so. */
struct search *search_begin(struct arena *a, struct twin *t, uint64_t seed,
                            search_stop *stop, void *context);

/* Go on until the twin has spent `ticks` in all, or stop() says so. The temperature
 * falls along the whole way from the first call to `ticks_planned`. */
void search_run(struct search *s, int64_t ticks, int64_t ticks_planned,
                search_stop *stop, void *context);

struct best_found {
    int64_t rights, rest;
};
struct best_found search_best(const struct search *s);
/* Start again from a roster known to be better (from the integer program). */
void search_improve(struct search *s, const struct roster *r);
/* Go on from another roster for so many ticks, cold; then back to the best. */
void search_polish(struct search *s, const struct roster *r, int64_t ticks,
                   search_stop *stop, void *context);
struct roster *search_roster(struct arena *a, const struct search *s);
/* Spent so far. */
int64_t search_ticks(const struct search *s);
/* How much of the planned ticks is spent, 0..1. */
double search_share(const struct search *s, int64_t ticks_planned);
int search_served(const struct search *s);

#endif
