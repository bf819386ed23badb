/* A tier split into cases: what is open in each, and whether together they are all. */
#ifndef SOLVER_CASES_H
#define SOLVER_CASES_H

#include "solver/net.h"

/* A case from the outside in: everything is open, and then its forks one by one. served
 * [n_requests] and shut [n_nodes] as in the net. */
void case_begin(const struct net *net, signed char *served, bool *shut);
void case_decide(const struct net *net, const struct fork *d, signed char *served, bool *shut);
/* All forks of one of a list that fits. */
void case_take(const struct net *net, const struct case_list *cases, int at,
               signed char *served, bool *shut);

struct case_list cases_copy(struct arena *a, const struct case_list *cases);
bool request_is_by_one(const struct request *q);
/* By case: is it split any further? */
bool *cases_split(struct arena *a, const struct case_list *cases);
int cases_leaves(const struct case_list *cases); /* 1 where nothing is split */

/* part_of: by request; NULL = there is one part. misfit: where the list does not fit. */
enum cases_fit cases_check(const struct problem *p, const struct case_list *cases,
                           const int *part_of, int n_parts, int *misfit);

#endif
