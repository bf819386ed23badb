/* Another week of the workspace that has a roster, as far as this week needs it:
 * whose the requests were and what came of them. The rest is judged when that week
 * is read for itself. */
#ifndef ADAPTERS_OTHER_WEEK_H
#define ADAPTERS_OTHER_WEEK_H

#include "adapters/workspace/unit_json.h"
#include "adapters/workspace/weeks.h"
#include "ledsaga/roster.h"

struct other_session {
    int place; /* or NONE */
    int debit_percent;
};

/* Indices are those of this week's builder; people and places who are no longer in
 * the unit are NONE. */
struct other_request {
    int client;
    const char *decision; /* as named; NULL = the only one that holds that day */
    const char *series;   /* may be "" */
    int minutes;
    int meet, end;
    int64_t day; /* of the first time it offers */
};

struct other_visit {
    int request;      /* row of requests */
    struct visit it;  /* on that week's scale; escorts no longer in the unit left out */
};

struct other_week {
    struct week week;
    int64_t monday;
    int weeks_ago; /* 1 = last week; negative = in the future */
    int n_requests, n_sessions, n_visits, room_requests, room_sessions, room_visits;
    struct other_request *requests;
    struct other_session *sessions;
    struct other_visit *visits;
};

/* NULL if the week has no roster. An unreadable document is a fault. */
const struct other_week *other_week_read(const struct unit *u, const char *dir,
                                         struct iso_week which,
                                         struct faults *f);

#endif
