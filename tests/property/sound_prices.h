/* Prices that prove something, be it little. */
#ifndef PROPERTY_SOUND_PRICES_H
#define PROPERTY_SOUND_PRICES_H

#include "base/chance.h"
#include "solver/charge.h"

/* Of every kind, and such that some weeks of work are worth having. */
struct prices *sound_prices(struct arena *a, const struct net *net, int tier, struct chance *c);
/* Some of them are otherwise, a little or much. */
struct prices *shifted_prices(struct arena *a, const struct net *net, int tier,
                              const struct prices *from, struct chance *c);

#endif
