/* A roster: for each request of a problem, either a visit or nothing. Plain
 * data; it may be unlawful until the rules have judged it. */
#ifndef LEDSAGA_ROSTER_H
#define LEDSAGA_ROSTER_H

#include "ledsaga/problem.h"

struct visit {
    int start, minutes; /* minutes since the week began; length */
    int n_escorts;      /* 0 = the request is not served */
    int escorts[STAFF_MAX];
    const char *uid; /* the visit's name in calendars; NULL until given one */
    int session; /* 1 + row of problem->sessions it takes part in; 0 = an outing of its own */
};

struct roster {
    int n_requests;
    struct visit *visits; /* by request */
};

/* Nothing served. Owned by the arena. */
struct roster *roster_new(struct arena *a, const struct problem *p);
struct roster *roster_copy(struct arena *a, const struct roster *r);
bool roster_serves(const struct roster *r, int request);
bool visit_has_escort(const struct visit *v, int escort);
/* The option that the visit uses: NONE if it is not served or was not offered. */
int roster_option(const struct problem *p, const struct roster *r, int request);
/* Give every visit without a uid one of 128 random bits drawn from `seed`. */
void roster_name_visits(struct arena *a, struct roster *r, uint64_t seed);

/* One escort's work in time order: how a day is read, judged and printed. */
struct duty {
    int request;
    int start, end;
    int from, to; /* places where it begins and ends, NONE if unknown */
    int session;  /* 1 + row of problem->sessions; 0 = an outing of one client */
    int members;  /* clients of that session the escort has with them, request the first; 1 on
                     an outing of one client */
};

/* Duties of one escort, sorted by start then request; a session is one duty however
 * many clients it has. Writes at most `most` and returns how many there are. */
int roster_duties(const struct problem *p, const struct roster *r, int escort,
                  struct duty *out, int most);

#endif
