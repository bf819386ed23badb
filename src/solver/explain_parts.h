/* What the files that explain a roster share. Only they see it. */
#ifndef SOLVER_EXPLAIN_PARTS_H
#define SOLVER_EXPLAIN_PARTS_H

#include "ledsaga/explain.h"
#include "ledsaga/offer.h"
#include "model/relax.h"
#include "solver/components.h"
#include "solver/groups.h"

struct explainer {
    struct arena *arena;
    const struct problem *problem;
    const struct roster *roster;
    const struct verdict *verdict;
    const struct explain_options *options;
    double end;      /* on base/clock's clock; 0 = none */
    double deadline; /* of the request in hand; 0 = none */
    int n_explained;
    struct net *net; /* of the whole week, with what is asked of it; NULL until it is */
    const struct components *components;
};

/* Time or an interrupt says that no other roster is to be made. */
bool explain_over(const struct explainer *x);

/* The roster as it would be without the request's visit. Lawful, if the roster is and the
 * request is in step with none, unless the travel table has detours. */
struct roster *explain_without(struct arena *a, const struct explainer *x, int request);

/* What `after`, a roster of the week p, makes different; false if it is not lawful there, or
 * leaves out something that is held. p is the explainer's problem, or that with something eased. */
bool difference_of(const struct explainer *x, const struct problem *p,
                   const struct roster *after, int request, struct difference *out);

/* The best way to serve the request in p by the choice, nothing else changed; false if there
 * is none. Not of requests in step. */
bool way_as_it_is(const struct explainer *x, const struct problem *p, int request,
                  const struct narrowed *to, struct difference *out);

/* The week p planned anew, with the request served by the choice before everything. */
enum status force(struct explainer *x, const struct problem *p, int request,
                  const struct narrowed *to, struct forced *out, struct faults *f);
/* Does nobody else have fewer points of rights in it? */
bool forced_hurts_none(const struct problem *p, int request, const struct forced *forced);

/* Choices that the client ranks higher than what is; cut_short is set if there were more. */
enum status choices_find(struct explainer *x, struct explanation *e, struct faults *f);

/* The smallest changes by which the request would be served. */
enum status changes_find(struct explainer *x, struct explanation *e, struct faults *f);

#endif
