/* The ids of one kind of thing in a document, and what each stands for. A thing
 * whose description was faulty is known but broken: to refer to it is no second
 * fault. */
#ifndef ADAPTERS_IDS_H
#define ADAPTERS_IDS_H

#include "adapters/text/json.h"

struct ids;

enum { ID_BROKEN = -2 };

/* kind: a translated noun ("client"); home: where its things are written down,
 * "clients[] of unit.json". */
struct ids *ids_new(struct arena *a, const char *kind, const char *home);

/* Row of the id, which is broken until it is set; NONE if it is there already.
 * The id is kept, not copied. */
int ids_add(struct ids *ids, const char *id);
void ids_set(struct ids *ids, int row, int index);
int ids_find(const struct ids *ids, const char *id); /* index, ID_BROKEN, NONE */
int ids_count(const struct ids *ids);

/* Reads the required "id" of the object the reader stands on and adds it. The
 * row, or NONE after a fault. */
int ids_read_own(struct ids *ids, struct reader *r, const char **id);

/* Reads a reference, or looks one up that was read otherwise. True if it leads to a sound thing. */
bool ids_read(const struct ids *ids, struct reader *r, const char *key,
              enum presence need, int *index);

bool ids_look_up(const struct ids *ids, struct reader *r, const char *id,
                 int *index);

/* Reads a list of at most `most` different references and returns how many sound
 * ones there are; NONE, with *list left alone, where there is no list. */
int ids_read_list(struct ids *ids, struct reader *r, const char *key,
                  enum presence need, int most, int **list);

#endif
