/* A problem in the making. Only the files that build and freeze it see inside. */
#ifndef MODEL_BUILDER_H
#define MODEL_BUILDER_H

#include "base/text.h"
#include "ledsaga/problem.h"
#include "model/index.h"

/* Where a thing was read: what faults about it name. */
struct origin {
    const char *file, *place;
};

#define LIST(type)                                                             \
    struct {                                                                   \
        int n, room;                                                           \
        type *at;                                                              \
    }
#define LIST_ADD(arena, list, value)                                           \
    ARENA_PUSH(arena, (list).at, (list).n, (list).room, value)

struct span_list {
    int n, room;
    struct span *at;
};

struct place_draft {
    struct place it;
    struct origin origin;
};

struct client_draft {
    struct client it;
    struct origin origin;
    LIST(int) accepted; /* counts when it.choosy */
    LIST(int) decisions;
    LIST(int) shares;
};

struct escort_draft {
    struct escort it;
    struct origin origin;
    struct span_list available, absent, outside;
    LIST(struct delegation) delegations;
    LIST(struct met) met;
};

struct decision_draft {
    struct decision it;
    struct origin origin;
    int first_grant, n_grants; /* its rows of problem->grants */
    int first_used, n_used;    /* its notes of builder->used, once they are sorted */
};

struct request_draft {
    struct request it;
    struct origin origin;
    int pins;
    LIST(struct offer) offers;
};

struct session_draft {
    struct session it;
    struct origin origin;
};

struct link_draft {
    struct link it;
    struct origin origin;
};

struct pair_note {
    int client, escort, value; /* enum bar, number of visits, or days ago */
};

struct pair_minutes {
    int client, escort;
    int64_t day;
    int minutes;
};

struct used_note {
    int decision;
    int64_t day;
    int minutes;
};

struct problem_builder {
    struct arena *arena;
    struct problem *problem; /* filled in by freezing */
    struct problem_index *index;
    struct id_index decision_ids; /* "client/decision" */
    const char *file;
    struct origin begun, published_at, now_at;
    struct faults faults;

    LIST(const char *) codes[CODE_KINDS];
    LIST(struct place_draft) places;
    LIST(struct client_draft) clients;
    LIST(struct escort_draft) escorts;
    LIST(struct decision_draft) decisions;
    LIST(struct request_draft) requests;
    LIST(struct link_draft) links;
    LIST(struct session_draft) sessions;
    LIST(struct pair_note) bars;
    LIST(struct pair_note) history;
    LIST(struct pair_note) meetings;
    LIST(struct pair_minutes) pair_minutes;
    LIST(struct used_note) used;
    struct grant *grants; /* problem->grants, until they are settled */
    int64_t covered_day; /* INT64_MAX = the rosters cover nothing */

    struct travel_speeds speeds;
    const uint16_t *matrix; /* NULL = from coordinates */
    int n_matrix;
    bool rides_told; /* hours of paratransit were given for some day */
    bool spent;
};

/* Record a fault in the input at an origin:
 * FAULT(b, origin, remedy, what_format, ...). */
#define FAULT(b, origin, remedy, ...)                                          \
    ((void)faults_add(&(b)->faults, STATUS_INPUT, (origin).file,               \
                      (origin).place, remedy, __VA_ARGS__))

/* 1 to 64 of A-Z a-z 0-9 . _ - */
bool id_valid(const char *id);
/* True if there is a thing; NONE is passed over, anything else is a mistake. */
bool is_thing(int index, int n);
const void *copy_array(struct problem_builder *b, const void *items, int n,
                       size_t size);

/* ---- the steps of freezing, in their order ----------------------------- */

/* What can be said of each value alone (check.c), and then, once every
 * reference is known to lead somewhere, of what they say together
 * (relations.c). */
void check_values(struct problem_builder *b);
void check_relations(struct problem_builder *b);

/* Settle each request's decision and what its minutes are worth. */
void decisions_choose(struct problem_builder *b);
/* Availability in order, apart and without absences; outside in order. */
void escort_times_settle(struct arena *a, struct escort_draft *e);
void grants_make(struct problem_builder *b);
/* What has begun, or is about to, stays as it was given out. */
void held_settle(struct problem_builder *b);
void options_make(struct problem_builder *b);
/* What is carried over into each grant, and what that leaves: once it is known
 * what the options could draw. */
void grants_settle(struct problem_builder *b);
/* What the weeks before make of the week: known faces, and what escorts did. */
void past_settle(struct problem_builder *b);
/* Who may meet whom. */
void bonds_settle(struct problem_builder *b);
/* Once that is known: which places somebody goes between. */
void travel_make(struct problem_builder *b);
uint64_t problem_hash(const struct problem *p);

/* ---- questions that several steps ask ---------------------------------- */

bool decision_holds(const struct decision *d, int64_t day);
/* The start is among those that the alternative offers: on the grid from the
 * earliest, or the one wished for. */
bool alternative_offers(const struct alternative *a, int start, int grid);

#endif
