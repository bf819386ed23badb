/* Why a request is served as it is, or not at all: how each escort stands to it, what a
 * choice that the client ranks higher would mean, and the smallest changes that would help.
 * What is said of another roster was found by making that roster. */
#ifndef LEDSAGA_EXPLAIN_H
#define LEDSAGA_EXPLAIN_H

#include "ledsaga/rules.h"
#include "ledsaga/solver.h"

/* Another roster beside the one that is explained. Points above 0 are worse. Clients are
 * others than the request's own. */
struct difference {
    struct visit visit;         /* of the request, in the other roster */
    int64_t rights, rest;       /* points of tier 1 and 2 more */
    int64_t points[RULE_COUNT]; /* the same, rule by rule */
    int clients_short, minutes_short; /* get less time, all told so much */
    int clients_unserved;             /* lose a visit altogether */
    int clients_stranger; /* get somebody they know less */
    int clients_wishes;   /* get a time or an escort they wish for less */
    int shorter;           /* the visit itself is so many minutes shorter, if it is one in both */
    int own_minutes_short; /* the client's own other visits get less, ... */
    int own_unserved;      /* ... and so many of them are lost */
    int clients_told;     /* have a visit at another time or with others than before */
    int escorts_told;     /* have other visits, or at other times, than before */
};

enum found {
    FOUND_NOT_TRIED,
    FOUND_ROSTER,  /* here it is */
    FOUND_NONE,    /* none was found with the work that was allowed */
    FOUND_PROVED_NONE
};

/* The week planned anew with a choice that goes before everything else. */
struct forced {
    enum found found;
    struct difference difference; /* of a roster that was found */
    bool bounded;                 /* no roster with the choice has fewer points more of tier 1 */
    int64_t rights_least;
    bool rest_bounded;            /* ... and with those of tier 1, of tier 2 */
    int64_t rest_least;
    bool whole; /* proved of every roster; else of those that leave the others' weeks as they are */
    int n_requests, n_escorts; /* planned anew */
};

/* Something that the client ranks higher than what they get. */
enum choice_kind { CHOICE_TIME, CHOICE_START, CHOICE_ESCORT };
struct choice {
    enum choice_kind kind;
    int rank;        /* 0 = the client's first */
    int alternative; /* TIME: of the request's; START: the one in which the wished start is */
    int escort;      /* ESCORT; NONE */
    bool as_it_is;   /* possible with nothing else changed: that way is the difference */
    struct difference difference;
    struct forced forced; /* where it is not */
    const struct standing_fact *standings; /* TIME, START, where it is not: by escort, at that
                                              time; their options are nobody's. Else NULL */
};

/* What could change for the request to be served, one kind of thing at a time. */
#define CHANGE_LIST(X)                                                                           \
    X(NOTHING, nothing)   /* nothing but the roster */                                           \
    X(START, start)       /* the outing begins so many minutes later, or earlier, that day */    \
    X(DAY, day)           /* it is on another day, by the same clock */                          \
    X(LENGTH, length)     /* it is so many minutes shorter */                                    \
    X(HOURS, hours)       /* an escort is available for so many minutes more */                  \
    X(WORK, work)         /* an escort works so many minutes more in the week than agreed */     \
    X(ACCEPT, accept)     /* the client accepts one escort more */                               \
    X(PIN, pin)           /* what the scheduler has pinned is given free */                      \
    X(SEAT, seat)         /* the group has a place more */                                       \
    X(GRANT, grant)       /* the decision grants so many minutes more */                         \
    X(ESCORT, escort)     /* there are so many escorts more with what the visit needs */
enum change_kind {
#define X(NAME, name) CHANGE_##NAME,
    CHANGE_LIST(X)
#undef X
    CHANGE_COUNT
};
const char *change_word(enum change_kind k); /* "start" ... */

/* What came of a kind of change. */
enum tried {
    TRIED_NEEDLESS,  /* nothing of the kind can be changed, or less than it is enough */
    TRIED_HELPS,
    TRIED_NO_WAY,    /* none was found */
    TRIED_TOO_LATE   /* the limits left no time for it */
};

/* What else happens then. */
enum change_then {
    THEN_NOTHING,   /* everything else stays as it is */
    THEN_ONE_MOVED, /* one other visit is moved, or given to another escort, and no shorter */
    THEN_REPLANNED  /* the week is planned anew, and the others' time weighs as much in rights */
};

struct change {
    enum change_kind kind;
    enum change_then then;
    bool smallest;   /* proved: of its kind nothing smaller helps, if no more else happens */
    int amount;      /* minutes of START, LENGTH, HOURS, WORK and GRANT, days of DAY, of others how
                        many; below 0 is earlier */
    int escort;      /* HOURS, WORK, ACCEPT; NONE */
    struct span span; /* HOURS: available then, too; ESCORT: needed then; START, DAY: the visit */
    int session;     /* SEAT: row of problem->sessions; NONE */
    int moved;       /* ONE_MOVED: the request of the other visit; NONE */
    struct visit moved_to;
    struct difference difference;
};

struct explanation {
    int request;
    bool served;
    const struct standing_fact *standings; /* by escort */
    int n_standing[STANDING_COUNT];
    const struct difference *ways; /* by escort who is FREE: with them and nothing else changed */
    int alternative; /* SERVED: rank of the time; NONE = none of those asked for */
    int n_choices;
    const struct choice *choices; /* SERVED: those ranked higher */
    struct forced forced;         /* not served: the request put before everything */
    int n_changes;
    const struct change *changes; /* not served: the smallest of each kind that helps */
    enum tried tried[CHANGE_COUNT];
    bool cut_short; /* the limits left no time for something */
    /* Each escort has a fact, or a way to come. Not served, and other rosters were asked for: it is
     * proved what serving it costs at least, or that nothing does; and a change helps, or each
     * kind of them was tried. */
    bool explained;
};

struct explain_options {
    bool facts_only; /* how the escorts stand, and no other roster */
    bool changes;    /* look for the smallest changes */
    int64_t effort;  /* units of work for each week planned anew; 0 = by size */
    double seconds;  /* for all that is asked of the explainer; 0 = no limit */
    int requests;    /* how many that will be: each has its share of the seconds; 0 = one */
    uint64_t seed;
    const volatile int *stop; /* as of solve() */
};

/* A roster about which questions are asked. */
struct explainer;

/* The roster, the problem and the options must stay as long as the explainer. A roster that
 * breaks rules has facts only. */
struct explainer *explainer_new(struct arena *a, const struct problem *p,
                                const struct roster *r, const struct explain_options *options);
/* Owned by the explainer's arena. Faults: LP. */
enum status explain_request(struct explainer *x, int request, const struct explanation **out,
                            struct faults *f);

#endif
