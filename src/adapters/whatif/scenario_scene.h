/* Copies of a workspace's documents that the operations of a scenario act on, and what
 * several operations need. Who is chosen is drawn from the ids alone: half of the escorts
 * are among three quarters of them, and the same ones in every week and draw of demand, so
 * that differences between scenarios are not chance. */
#ifndef ADAPTERS_SCENARIO_SCENE_H
#define ADAPTERS_SCENARIO_SCENE_H

#include "adapters/whatif/scenario.h"

#include <jansson.h>

struct scene {
    struct arena *arena;
    struct faults *faults;
    const char *dir, *scenario; /* the workspace; the scenario's id */
    int iso_year, iso_week;
    int64_t monday; /* days since 1970 */
    int64_t demand; /* which draw; 0 = the week's own */
    json_t *unit, *week;
    json_t *areas; /* of places, by id */
    int waiting; /* see struct scenario_week */
};

/* The operation cannot be done to this workspace: INPUT, naming the scenario. */
enum status scene_fault(struct scene *s, const struct operation *o, const char *remedy,
                        const char *what, ...) __attribute__((format(printf, 4, 5)));

/* Lists of the documents, made where they are missing. */
json_t *scene_clients(struct scene *s);
json_t *scene_escorts(struct scene *s);
json_t *scene_requests(struct scene *s);
json_t *scene_list(json_t *document, const char *key);

const char *text_of(const json_t *object, const char *key); /* "" if there is none */
int number_of(const json_t *object, const char *key, int otherwise);
/* The thing of a list with this id; NULL. */
json_t *thing_find(const json_t *list, const char *id);
bool texts_have(const json_t *list, const char *text);
void texts_add(json_t *object, const char *key, const char *text);
/* Take a text out of a list of the object, and the key if nothing is left; the key stays
 * where an empty list means something (keep_empty). */
void texts_drop(json_t *object, const char *key, const char *text, bool keep_empty);
/* The area of a person's home; "" */
const char *area_of(const struct scene *s, const json_t *person);
/* The client has a decision with this legal basis; "any" = or none at all. */
bool client_under(const json_t *client, const char *basis);
bool escort_engaged(const json_t *escort, const char *engagement); /* "any", "employed", ... */

/* Things in an order that depends on their ids and on `salt` alone. */
struct chosen {
    int n;
    json_t **at; /* borrowed */
};
/* Those of the list for which keep is true (NULL = all). */
typedef bool scene_keep(const struct scene *s, const struct operation *o, const json_t *thing);
struct chosen chosen_from(struct scene *s, const struct operation *o, const json_t *list,
                          const char *salt, scene_keep *keep);
/* So many per cent of n, rounded to the nearest. */
int share_of(int n, int percent);
uint64_t id_hash(const char *salt, const char *id);

/* These leave, and nothing refers to them any more; gone: an object whose keys are their
 * ids. The requests of clients go with them. */
void escorts_leave(struct scene *s, const json_t *gone);
void clients_leave(struct scene *s, const json_t *gone);
void requests_leave(struct scene *s, const json_t *gone);
/* What is said of one escort is said of another from now on, and the one leaves. The ids
 * are not the documents' own. */
void escort_replace(struct scene *s, const char *id, const char *by);

/* "2026-11-25" of a day of the week, 0 Monday. */
const char *scene_date(const struct scene *s, int day);
bool date_of_text(const char *text, int64_t *day);

/* More outings of the clients for whom keep is true: of each hundred so many (over 100), on
 * another day of the week; or fewer (under 100). */
void requests_scale(struct scene *s, const struct operation *o, int percent, scene_keep *keep);
/* The client that `like` describes once more, under the id, with that decision alone, who
 * accepts anybody suitable; and what it asks for in the week. False if it asks for nothing. */
bool client_again(struct scene *s, const json_t *like, const char *id, const char *basis,
                  int minutes_month);

#endif
