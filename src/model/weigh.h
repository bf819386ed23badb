/* The same week under other weights. */
#ifndef MODEL_WEIGH_H
#define MODEL_WEIGH_H

#include "ledsaga/problem.h"

/* Tier 2 is nothing but what people are told anew (CHANGE); rights are as they were. Shares
 * everything else with p and must not outlive it. */
const struct problem *problem_change_alone(struct arena *a, const struct problem *p);

/* Each change costs `times` as much, all else the same. */
const struct problem *problem_change_times(struct arena *a, const struct problem *p, int times);

#endif
