/* One week, or one part of it, from beginning to end. */
#ifndef SOLVER_WHOLE_H
#define SOLVER_WHOLE_H

#include "solver/net.h"

/* As solve(), for the problem of the net. */
enum status solve_whole(struct arena *a, struct net *net, const struct solve_options *options,
                        const struct roster *start, const struct solution **out,
                        struct faults *f);

/* A group of escorts with the visits that they may have: searched a little and proved, on
 * one thread, without a certificate. */
enum status solve_group(struct arena *a, struct net *net, const struct solve_options *options,
                        const struct roster *start, const struct solution **out,
                        struct faults *f);

/* Units of work that a week of this size is given when nothing else is asked. */
int64_t whole_effort(const struct net *net);

#endif
