/* The same week with one thing eased or narrowed: what would have helped, and what another
 * choice would have meant. Each shares everything else with p and must not outlive it; its
 * hash is p's. */
#ifndef MODEL_RELAX_H
#define MODEL_RELAX_H

#include "ledsaga/problem.h"

/* ---- eased -------------------------------------------------------------------------------- */

/* The client would also go at these starts, each a choice after those there are. */
const struct problem *relax_starts(struct arena *a, const struct problem *p, int request,
                                   const int *starts, int n);
/* A visit of so few minutes is of use, at the times asked for. */
const struct problem *relax_length(struct arena *a, const struct problem *p, int request,
                                   int minutes_min);
/* The escort (NONE = each of them) is available then, too. */
const struct problem *relax_hours(struct arena *a, const struct problem *p, int escort,
                                  struct span more);
/* The escort (NONE = each of them) may work so many minutes more than their own maximum. */
const struct problem *relax_work(struct arena *a, const struct problem *p, int escort,
                                 int minutes);
/* The client accepts the escort (NONE = everybody), whom they had not named. A no is left
 * a no. */
const struct problem *relax_accept(struct arena *a, const struct problem *p, int client,
                                   int escort);
/* The decision of the request grants so many minutes more in each period, or occasion. */
const struct problem *relax_grant(struct arena *a, const struct problem *p, int request,
                                  int minutes);
const struct problem *relax_seats(struct arena *a, const struct problem *p, int session,
                                  int more);
const struct problem *relax_pin(struct arena *a, const struct problem *p, int request);
/* One escort more, paid by the hour, at no client's but this request's, with exactly what it
 * needs: the last of the escorts. */
const struct problem *relax_escort(struct arena *a, const struct problem *p, int request,
                                   struct span hours);

/* ---- narrowed ----------------------------------------------------------------------------- */

/* If the request is served, then by an option of this alternative, at this start, and with
 * this escort among those who come; NONE = any. Its pin does not rule them out. */
struct narrowed {
    int alternative, start, escort;
};
const struct problem *narrow_choice(struct arena *a, const struct problem *p, int request,
                                    const struct narrowed *to);
/* Not to serve the request costs at least so many points of tier 1 more; to serve it costs what
 * it does. For that it asks for, and each of its options delivers, so many minutes more as
 * nobody works. */
const struct problem *insist_on(struct arena *a, const struct problem *p, int request,
                                int64_t points);

#endif
