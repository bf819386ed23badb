/* From an id to the number of the thing it names, in constant time. */
#ifndef MODEL_INDEX_H
#define MODEL_INDEX_H

#include "ledsaga/problem.h"

/* Open addressing, at most half full; a free slot has id NULL. Starts as {0}. */
struct id_index {
    int count, room;
    struct id_slot {
        const char *id;
        int item;
    } *slots;
};

int id_find(const struct id_index *x, const char *id); /* NONE if absent */
/* The id must not be there yet; it is kept by reference. */
void id_add(struct arena *a, struct id_index *x, const char *id, int item);

struct problem_index {
    struct id_index places, clients, escorts, requests, sessions;
};

#endif
