#include "adapters/workspace/ids.h"

#include "adapters/text/nearest.h"
#include "base/text.h"
#include "model/index.h"

struct row {
    const char *id;
    int index;
    int listed; /* number of the last list it stood in */
};

struct ids {
    struct arena *arena;
    const char *kind, *home;
    int count, capacity;
    struct row *rows;
    struct id_index index; /* id -> row */
    int n_lists;           /* read so far, by ids_read_list() */
};

struct ids *ids_new(struct arena *a, const char *kind, const char *home)
{
    struct ids *ids = NEW(a, struct ids);

    *ids = (struct ids){.arena = a, .kind = kind, .home = home};
    return ids;
}

int ids_add(struct ids *ids, const char *id)
{
    struct row row = {.id = id, .index = ID_BROKEN};

    if (id_find(&ids->index, id) != NONE)
        return NONE;
    id_add(ids->arena, &ids->index, id, ids->count);
    ARENA_PUSH(ids->arena, ids->rows, ids->count, ids->capacity, row);
    return ids->count - 1;
}

void ids_set(struct ids *ids, int row, int index)
{
    ids->rows[row].index = index;
}

int ids_find(const struct ids *ids, const char *id)
{
    int row = id_find(&ids->index, id);

    return row == NONE ? NONE : ids->rows[row].index;
}

int ids_count(const struct ids *ids)
{
    return ids->count;
}

int ids_read_own(struct ids *ids, struct reader *r, const char **id)
{
    if (!reader_own_id(r, ids->kind, id))
        return NONE;

    int row = ids_add(ids, *id);
    if (row == NONE)
        reader_fault(r, "id", _("Give each its own id."),
                     _("The id \"%s\" is used twice"), *id);
    return row;
}

static const char *nearest_id(const struct ids *ids, const char *id)
{
    const char **names = NEW_ARRAY(ids->arena, const char *, ids->count + 1);

    for (int i = 0; i < ids->count; i++)
        names[i] = ids->rows[i].id;
    return nearest_word(id, names);
}

static void unknown_id(const struct ids *ids, struct reader *r, const char *id)
{
    bool shown = reader_faults_seen(r) < FAULTS_KEPT;
    const char *meant = shown ? nearest_id(ids, id) : NULL;
    const char *remedy =
        meant ? arena_print(ids->arena,
                            _("Did you mean \"%s\"? Otherwise add it to %s."),
                            meant, ids->home)
              : arena_print(ids->arena, _("Use one from %s, or add it there."),
                            ids->home);

    reader_fault(r, NULL, remedy, _("%s %s is not in %s"), ids->kind,
                        reader_quoted(r, id), ids->home);
}

/* Row of the sound thing with this id; NONE, after a fault if it is unknown. */
static int look_up(const struct ids *ids, struct reader *r, const char *id)
{
    int row = id_find(&ids->index, id);

    if (row == NONE)
        unknown_id(ids, r, id);
    return row == NONE || ids->rows[row].index == ID_BROKEN ? NONE : row;
}

bool ids_look_up(const struct ids *ids, struct reader *r, const char *id,
                 int *index)
{
    int row = look_up(ids, r, id);

    if (row != NONE)
        *index = ids->rows[row].index;
    return row != NONE;
}

bool ids_read(const struct ids *ids, struct reader *r, const char *key,
              enum presence need, int *index)
{
    const char *id;

    if (!reader_step(r, key, need))
        return false;
    bool good = reader_text(r, NULL, REQUIRED, &id) &&
                ids_look_up(ids, r, id, index);
    reader_leave(r);
    return good;
}

int ids_read_list(struct ids *ids, struct reader *r, const char *key,
                  enum presence need, int most, int **list)
{
    int n = 0, this_list = ++ids->n_lists;

    if (!reader_list(r, key, need))
        return NONE;
    *list = NEW_ARRAY(ids->arena, int, reader_size(r) + 1);
    if (reader_size(r) > most)
        reader_fault(r, NULL,
                     arena_print(ids->arena, _("At most %d may be given."),
                                 most),
                     _("There are %d"), reader_size(r));
    while (reader_next(r)) {
        const char *id;
        int row = reader_text(r, NULL, REQUIRED, &id) ? look_up(ids, r, id)
                                                      : NONE;
        if (row == NONE)
            continue;
        if (ids->rows[row].listed == this_list)
            reader_fault(r, NULL, _("Remove one of the two."),
                         _("\"%s\" is listed twice"), ids->rows[row].id);
        else
            (*list)[n++] = ids->rows[row].index;
        ids->rows[row].listed = this_list;
    }
    return n;
}
