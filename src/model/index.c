#include "model/index.h"
#include "base/file.h"

#include <string.h>

/* The slot that holds the id, or the free one where it belongs. */
static struct id_slot *slot_of(const struct id_index *x, const char *id)
{
    uint64_t hash = hash_bytes(HASH_START, id, strlen(id));
    int i = (int)(hash % (uint64_t)x->room);

    while (x->slots[i].id && strcmp(x->slots[i].id, id) != 0)
        i = (i + 1) % x->room;
    return &x->slots[i];
}

int id_find(const struct id_index *x, const char *id)
{
    const struct id_slot *slot = x->room ? slot_of(x, id) : NULL;

    return slot && slot->id ? slot->item : NONE;
}

static void make_room(struct arena *a, struct id_index *x)
{
    struct id_index wider = {x->count, x->room ? 2 * x->room : 64, NULL};

    wider.slots = NEW_ARRAY(a, struct id_slot, wider.room);
    for (int i = 0; i < x->room; i++)
        if (x->slots[i].id)
            *slot_of(&wider, x->slots[i].id) = x->slots[i];
    *x = wider;
}

void id_add(struct arena *a, struct id_index *x, const char *id, int item)
{
    if (2 * x->count >= x->room)
        make_room(a, x);
    *slot_of(x, id) = (struct id_slot){id, item};
    x->count++;
}
