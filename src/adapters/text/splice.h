/* One member of a JSON file put in or replaced, and every other byte of the file left as
 * it is: people keep their order, their lines and their own keys. */
#ifndef ADAPTERS_SPLICE_H
#define ADAPTERS_SPLICE_H

#include "ledsaga/arena.h"

/* document: a well-formed JSON object as text. value: JSON text. Where there is no such
 * member it is put behind `after`, on a line of its own; behind the last if that is not
 * there either. */
const char *splice_member(struct arena *a, const char *document, const char *key,
                          const char *value, const char *after);
/* One object of the list that the document has under `list`: the one that has this value (a
 * text) under `id`. As it is written, NULL if there is none; and replaced. */
const char *splice_item_text(struct arena *a, const char *document, const char *list,
                             const char *id, const char *id_value);
const char *splice_item(struct arena *a, const char *document, const char *list,
                        const char *id, const char *id_value, const char *object);

#endif
