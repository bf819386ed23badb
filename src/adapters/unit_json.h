/* unit.json: clients, decisions, escorts, places, travel, figures. The format is
 * models/unit.schema.json. */
#ifndef ADAPTERS_UNIT_JSON_H
#define ADAPTERS_UNIT_JSON_H

#include "adapters/ids.h"
#include "ledsaga/problem.h"

/* What readers of weeks need to know of a client. */
struct unit_client {
    int home; /* place or NONE */
    struct ids *decisions;
    int n_decisions;
    struct {
        int index;
        int64_t from_day, to_day;
    } *decision;
};

/* The unit as it is being read, with the problem being built of it. */
struct unit {
    struct arena *arena;
    struct problem_builder *builder;
    struct week week; /* the week the problem is about */
    int64_t monday;   /* its first day, days since 1970 */
    struct ids *skills, *places, *clients, *escorts; /* to the builder's indices */
    int n_places; /* as many as are listed, sound or not */
    int n_clients, room_clients;
    struct unit_client *client; /* by index */
};

/* False if the document is not a unit at all; true otherwise, also after faults
 * in it. */
bool unit_read(struct unit *u, struct arena *a, struct reader *r, int iso_year,
               int iso_week);

/* The "needs" of the object the reader stands on, if it has any. */
void unit_read_needs(const struct unit *u, struct reader *r,
                     struct needs *needs);

#endif
