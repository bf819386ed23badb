/* Groups of escorts planned anew, all others as they are. */
#ifndef SOLVER_NEIGHBOURHOODS_H
#define SOLVER_NEIGHBOURHOODS_H

#include "solver/exact.h"
#include "solver/net.h"

struct neighbourhoods;

/* Solves the week of a net, as solve(). */
typedef enum status week_solver(struct arena *a, struct net *net,
                                const struct solve_options *options,
                                const struct roster *start, const struct solution **out,
                                struct faults *f);

struct neighbourhoods *neighbourhoods_new(struct arena *a, struct net *net, uint64_t seed,
                                          int threads, week_solver *solver);

/* One round: some groups at once, none with anything of another's. *best, owned by a, is
 * replaced when the round makes something better. Work units are taken from the limits;
 * the deadline is kept. */
enum status neighbourhoods_round(struct arena *a, struct neighbourhoods *h,
                                 const struct roster **best, const struct exact_limits *limits,
                                 struct faults *f);
/* Have so many rounds after each other made nothing better that more are not worth it? */
bool neighbourhoods_tired(const struct neighbourhoods *h);

#endif
