/* unit.json is read by several files, a part of it each. What the parts take from
 * each other; unit_json.h is what others take from the whole. */
#ifndef ADAPTERS_UNIT_PARTS_H
#define ADAPTERS_UNIT_PARTS_H

#include "adapters/workspace/unit_json.h"

/* The keys of the document that a part owns. */
void unit_read_skills(struct unit *u, struct reader *r);
void unit_read_places(struct unit *u, struct reader *r);
void unit_read_travel(struct unit *u, struct reader *r);
void unit_read_paratransit(struct unit *u, struct reader *r);
void unit_read_escorts(struct unit *u, struct reader *r);
void unit_read_clients(struct unit *u, struct reader *r);

/* Once the clients are known: what escorts and clients say of them. When the id of
 * somebody in the list was faulty, that is enough to tell for now, and nothing of
 * this is read. */
void unit_read_escorts_clients(struct unit *u, struct reader *r);
void unit_read_clients_clients(struct unit *u, struct reader *r);

/* Codes as bits: "skills", those of one language or of "languages". */
uint64_t unit_read_skill_codes(const struct unit *u, struct reader *r);
bool unit_read_language(const struct unit *u, struct reader *r,
                        const char *key, uint64_t *language);
uint64_t unit_read_languages(const struct unit *u, struct reader *r);

/* "sex": anybody's, or the one that an escort is to be of. */
void unit_read_sex(struct reader *r, char *sex);
void unit_read_needed_sex(struct reader *r, char *sex);
/* "days": at least one, mon .. sun. */
void unit_read_weekdays(struct reader *r, bool on[DAYS]);

#endif
