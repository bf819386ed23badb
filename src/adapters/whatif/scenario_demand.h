/* Other draws of what is asked for in a week. */
#ifndef ADAPTERS_SCENARIO_DEMAND_H
#define ADAPTERS_SCENARIO_DEMAND_H

#include "adapters/whatif/scenario_scene.h"

/* The week gets the requests of draw s->demand; with 0 it keeps its own. INPUT if there is
 * nothing to draw from. */
enum status demand_draw(struct scene *s);

#endif
