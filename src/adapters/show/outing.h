/* What people carry out together and read as one line: a visit, or all who take part
 * in one session. */
#ifndef ADAPTERS_OUTING_H
#define ADAPTERS_OUTING_H

#include "adapters/show/sheet.h"

struct outing {
    int start, minutes;
    const struct session *session; /* NULL = a visit of one client */
    int n; /* clients; 1 where there is no session */
    const int *requests; /* [n], by request */
    int n_escorts;
    const int *escorts; /* each once */
};

/* By start, then request. client: only theirs, as they see it: themselves and who comes
 * with them. escort: only theirs, with the clients they have with them and every escort
 * who is there. NONE = anybody's. */
const struct outing *sheet_outings(struct arena *a, const struct sheet *s, int client,
                                   int escort, int *n);

/* Those of each client, by client. */
struct outings {
    int n;
    const struct outing *list;
};
const struct outings *sheet_outings_by_client(struct arena *a, const struct sheet *s);

/* "Swimming", "Café (group, 4 of 8)": so many clients of those there is room for. */
const char *outing_activity(struct arena *a, const struct sheet *s,
                            const struct outing *o);
/* "Kim Ek", "3 clients: Kim Ek, Eva Lo and Bo Ask" */
const char *outing_clients(struct arena *a, const struct sheet *s,
                           const struct outing *o);
const char *outing_place(struct arena *a, const struct sheet *s, const struct outing *o);
/* What a contractor said, or "" of an employee. Of a session the answer that is
 * furthest from yes. */
const char *outing_answer(const struct sheet *s, const struct outing *o, int escort);
/* Clients of the whole roster in the session that a visit takes part in. */
int session_clients(const struct sheet *s, int session);

#endif
