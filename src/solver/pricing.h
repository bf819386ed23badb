/* The cheapest week of work of one escort at given prices: labelling over the escort's
 * stops in time order. In whole numbers throughout; knows no linear program. */
#ifndef SOLVER_PRICING_H
#define SOLVER_PRICING_H

#include "solver/plan.h"
#include "solver/track.h"

enum care {
    CARE_LEAST, /* hardly any labels */
    CARE_QUICK, /* few labels: finds plans, proves nothing */
    CARE_EXACT  /* `least` is the best bound that the labels can give */
};

struct priced {
    int64_t least; /* no week of work is cheaper, in 1 / PRICE_SCALE points; INT64_MIN unless
                      asked exactly, and where there are too many stops for that */
    int n_plans;
    struct plan *plans; /* lawful, different; cheapest first, as far as labels tell */
};

enum { PLANS_MOST = 6 };

/* One worker's memory; tracks are shared. */
struct pricing;
struct pricing *pricing_new(struct arena *a, struct net *net);

/* charge: by node of the net, what the prices add to the escort's own points. worth:
 * only plans cheaper than this are looked for. out's plans are the arena's. Labels made
 * are added to *work. */
void pricing_price(struct pricing *w, struct arena *a, const struct track *t,
                   const int64_t *charge, int64_t worth, enum care care,
                   struct priced *out, int64_t *work);


/* through: for each of the track's nodes, by node of the net, what a week that contains it
 * costs at least; INT64_MIN where that is not known. */
void pricing_through(struct pricing *w, const struct track *t, const int64_t *charge,
                     int64_t *through);

#endif
