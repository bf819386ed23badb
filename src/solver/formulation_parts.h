/* The parts of a formulation, in the order in which formulation_new() adds them. Only
 * the formulation's own files see this. */
#ifndef SOLVER_FORMULATION_PARTS_H
#define SOLVER_FORMULATION_PARTS_H

#include "solver/formulation.h"

/* One past the last stop in by_day of the same escort (and day, if asked). */
int formulation_same_until(const struct formulation *f, int from, bool day);
/* The most working time that stops [from, to) of by_day could add up to, with so much
 * paid travel to each. */
int formulation_most_minutes(const struct formulation *f, int from, int to, int paid);
/* The tier-2 points of a node's duty, alone with that client. */
int node_duty_points(const struct problem *p, const struct node *x);

void formulation_add_staff(struct arena *a, struct formulation *f);
void formulation_add_refusals(struct arena *a, struct formulation *f);
/* False when there would be more arcs than most_arcs (0 = no limit). */
bool formulation_add_days(struct arena *a, struct formulation *f, int64_t most_arcs);
void formulation_add_rests(struct arena *a, struct formulation *f);
void formulation_add_packs(struct arena *a, struct formulation *f);
void formulation_add_short_nights(struct arena *a, struct formulation *f);
void formulation_add_shares(struct arena *a, struct formulation *f);

#endif
