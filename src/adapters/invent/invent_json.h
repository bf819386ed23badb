/* What the invented documents, unit.json and week.json, are put together from.
 * A function that returns NULL has nothing to tell: the key is left out. */
#ifndef ADAPTERS_INVENT_JSON_H
#define ADAPTERS_INVENT_JSON_H

#include "adapters/invent/invent.h"

#include <jansson.h>

/* Takes the document over. */
enum status document_save(struct arena *a, json_t *document, const char *path,
                          struct faults *f);

/* The codes whose bits are set. */
json_t *told_words(uint64_t bits, const char *const *codes, int n);
json_t *told_escorts(const struct invention *v, const int *escorts, int n);
json_t *told_clients(const struct invention *v, const struct id_list *l);
json_t *told_day(const struct invention *v, int64_t day);
json_t *told_day_if(const struct invention *v, int64_t day); /* unless it is 0 */
json_t *told_clock(const struct invention *v, int minutes);
json_t *told_sex(char sex);
json_t *told_some(json_t *object); /* unless it is empty */
json_t *told_yes(bool it_is);
json_t *told_positive(int n);
const char *told_home(const struct invention *v, const struct inhabitant *who);
json_t *told_needs(uint64_t skills, int language, char sex);

/* invent_week_file.c: week.json; a new reference. */
json_t *week_json(const struct invention *v, const struct invented_week *w);

/* invent_assumed.c: the sentences for the file. */
json_t *assumptions_json(const struct invention *v);

#endif
