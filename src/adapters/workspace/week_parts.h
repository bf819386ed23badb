/* week.json is read by several files, a part of it each: what they take from each
 * other. */
#ifndef ADAPTERS_WEEK_PARTS_H
#define ADAPTERS_WEEK_PARTS_H

#include "adapters/workspace/week_json.h"

struct week_reading {
    struct unit *unit;
    struct reader *reader;
    struct ids *requests, *sessions; /* to the builder's indices */
    bool *told_available; /* by escort: the week says when they can work */
};

void week_read_sessions(struct week_reading *in);
/* Once the sessions are known. */
void week_read_requests(struct week_reading *in);

/* A time of this week. */
bool week_read_start(const struct week_reading *in, const char *key, int *start);

#endif
