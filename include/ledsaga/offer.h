/* What a client on the phone can be offered: every way to serve one more request while the
 * roster stays as it is, but for at most one other visit. All ways are looked at, so that
 * the best of them are known to be the best. */
#ifndef LEDSAGA_OFFER_H
#define LEDSAGA_OFFER_H

#include "ledsaga/rules.h"

enum { OFFERS_MOST = 20 };

struct offering {
    struct visit visit;    /* without uid */
    int64_t rights;        /* points of tier 1 less; above 0 is better */
    int64_t rest;          /* points of tier 2 more */
    int moved;             /* request of the one other visit that is told anew; NONE */
    struct visit moved_to; /* ... and how it is then */
    int n_starts;          /* how many starts of that day were found for these escorts */
    int first, last;       /* of these, in minutes of the week */
};

struct offer_wish {
    int request;    /* not served in the roster, and in step with none */
    int most;       /* offerings wanted */
    bool may_move;  /* one other visit, the client's own or of the escort who then comes, may be
                       moved or given to somebody else, if it is carried out by one escort
                       alone, is not pinned, and begins from minute `from` on */
    int from;       /* nothing begins before: minutes of the week; INT_MIN = all is open */
    int64_t work;   /* prices to ask for at most when visits may be moved; 0 = no limit */
};

struct offerings {
    int n;
    const struct offering *list; /* best first: tier 1, then fewer changes, then tier 2; each day
                                    and set of escorts once, at their best start */
    int n_ways;   /* lawful ways that were found, each start, length and escort by itself; of several
                     escorts at once the cheapest team of each start */
    bool all;     /* every way was looked at: nothing better is left out. Those that leave the
                     other visits as they are always were */
};

/* The roster must be lawful. What is in the list is lawful with everything else as it is:
 * each was judged. */
struct offerings offers_find(struct arena *a, const struct problem *p,
                             const struct roster *r, const struct offer_wish *wish);

/* The roster with an offering taken up. Visits keep their uid. */
struct roster *offering_taken(struct arena *a, const struct roster *r, int request,
                              const struct offering *o);

#endif
