/* A wish said on the telephone, as the request that it becomes in week.json. */
#ifndef ADAPTERS_WISH_H
#define ADAPTERS_WISH_H

#include "ledsaga/problem.h"

/* One time of it, in the words of week.json. */
struct wish_time {
    const char *date;      /* "2026-11-26" */
    const char *at;        /* "14:00"; NULL = a window */
    const char *from, *to; /* of the window */
};

struct wish {
    const char *client, *activity, *place; /* place NULL = the client's home */
    int minutes, escorts;
    int n_times;
    const struct wish_time *times; /* first choice first */
    int n_skills;
    const char *const *skills;
};

/* "wish-1", "wish-2" ...: the first that the week does not have. */
const char *wish_id(struct arena *a, const struct problem *p);
/* The request of that id as an object of JSON. */
const char *wish_request(struct arena *a, const struct wish *w, const char *id);

#endif
