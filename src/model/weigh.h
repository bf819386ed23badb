/* The same week under other weights. */
#ifndef MODEL_WEIGH_H
#define MODEL_WEIGH_H

#include "ledsaga/problem.h"

/* Tier 2 is nothing but what people are told anew (CHANGE); rights are as they were. Shares
 * everything else with p and must not outlive it. */
const struct problem *problem_change_alone(struct arena *a, const struct problem *p);

/* Each change costs `times` as much, all else the same. */
const struct problem *problem_change_times(struct arena *a, const struct problem *p, int times);

/* The same week for whoever must leave nothing out that is held: its minutes cost so much
 * that nothing is worth them. What of them was not delivered is not in tier 1 any more, which
 * is the same for every roster that has all of it. p itself where nothing is held. */
const struct problem *problem_hold(struct arena *a, const struct problem *p);

/* Weights of another kind altogether, without explicit points by escort. Where minutes
 * delivered count, rights count nothing: the two are the same thing told twice. */
struct weighing {
    struct weight_figures weight; /* of rights only where delivered is 0 */
    int times;     /* points of an option: its rank and distance from the wish */
    int delivered; /* points a minute */
};
const struct problem *problem_weighed(struct arena *a, const struct problem *p,
                                      const struct weighing *w);

#endif
