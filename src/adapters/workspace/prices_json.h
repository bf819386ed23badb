/* Prices by the ids of what they are of, in six groups: of requests, sessions and clients a
 * member of an object each; of what takes several words to name (a time, a decision in a
 * period, an escort of a time) an item of a list. */
#ifndef ADAPTERS_PRICES_JSON_H
#define ADAPTERS_PRICES_JSON_H

#include "adapters/workspace/ids.h"
#include "base/text.h"
#include "ledsaga/certificate.h"

#include <jansson.h>

/* The things that a price may be of, to the problem's indices. */
struct priced_ids {
    const struct ids *requests, *sessions, *clients, *escorts;
};

/* ---- reading ---- */

struct prices_reading {
    struct arena *arena;
    struct reader *reader;
    const struct problem *problem;
    const struct priced_ids *ids;
    bool same_input; /* what the problem does not have is a fault; else it has gone since */
    int *option_seen, *grant_seen; /* [n_options], [n_grants] in which object, by number */
    int n_objects;
};

struct prices_reading prices_reading_of(struct arena *a, struct reader *r,
                                        const struct problem *p,
                                        const struct priced_ids *ids, bool same_input);

/* The keys of the groups, for those of the object that they are in. */
#define PRICE_GROUPS "requests", "teams", "grants", "sessions", "shortages", "members"

/* What is said in the groups of the object the reader stands on, at most once of each
 * thing, put after what is in the list. anything: a request's price may be below 0. */
void prices_read(struct prices_reading *in, bool anything, struct price_changes *out);
bool price_read(struct reader *r, const char *key, int64_t *price); /* REQUIRED */

/* The thing whose id is the value of the key, or is itself the key of the value the reader
 * stands on (key NULL). */
bool priced_find(const struct prices_reading *in, const struct ids *ids, const char *key,
                 int *index);

/* ---- writing ---- */

struct prices_writing {
    struct text *text;
    const struct problem *problem;
    bool exhausted; /* jansson ran out of memory somewhere */
};

/* The groups as members of an object: a price a line, after other members, of which that of
 * rights is one; or all in one line, with nothing before. */
void prices_write(struct prices_writing *out, const struct price_changes *prices,
                  bool in_one_line);
/* Takes the value. */
void value_write(struct prices_writing *out, json_t *value);

#endif
