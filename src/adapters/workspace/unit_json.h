/* unit.json: clients, decisions, escorts, places, travel, figures. The format is
 * models/unit.schema.json. */
#ifndef ADAPTERS_UNIT_JSON_H
#define ADAPTERS_UNIT_JSON_H

#include "adapters/workspace/ids.h"
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

/* Figures that the unit sets itself. */
struct own_figures {
    int n;
    struct {
        const struct figure *row;
        int value;
    } *at;
};

/* The unit as it is being read, with the problem being built of it. */
struct unit {
    struct arena *arena;
    struct problem_builder *builder;
    struct week week; /* the week the problem is about */
    int64_t monday;   /* its first day, days since 1970 */
    const char *const *profiles; /* ids, a later one's value counts; NULL = not told */
    int n_profiles;
    struct own_figures rules, costs;
    struct ids *skills, *places, *clients, *escorts; /* to the builder's indices */
    int n_places; /* as many as are listed, sound or not */
    int n_clients, room_clients;
    struct unit_client *client; /* by index */
};

/* False if the document is not a unit at all; true otherwise, also after faults
 * in it. */
bool unit_read(struct unit *u, struct arena *a, struct reader *r, int iso_year,
               int iso_week);

/* The unit's own figures go over whatever the figures hold; for a day's too, once
 * those of its profiles are in them. */
void unit_apply_figures(const struct unit *u, struct rule_figures *rule,
                        struct cost_figures *cost);

/* A list of codes that are there because somebody names them, as bits. */
uint64_t unit_read_codes(const struct unit *u, struct reader *r,
                         const char *key, enum presence need,
                         enum code_kind kind);

/* The "needs" of the object the reader stands on, if it has any. */
void unit_read_needs(const struct unit *u, struct reader *r,
                     struct needs *needs);

#endif
