/* Why no lawful roster is better than a bound, so that it can be recomputed by anyone
 * in whole numbers, without a linear program.
 *
 * Every rule that couples escorts has a price, at least 0 unless said otherwise. With
 * prices the week falls apart: each escort's cheapest week of work can be found alone,
 * and so can each team's cheapest time. What they come to together, plus what is paid
 * for the limits themselves, is a lower bound for every roster whatever the prices are
 * (Lagrangean relaxation; Geoffrion 1974). Good prices make it a good bound.
 *
 * A week whose parts have nothing to do with each other (municipalities, language groups)
 * is proved part by part: its bound is the sum of theirs. The prices of the parts stand
 * beside each other; which parts there are is found from the problem, never taken from
 * the certificate. In tier 1 that is all. In tier 2 each part has a price of rights and a
 * value of tier 1 of its own, and what is proved is: no lawful roster that leaves every
 * part with its value of tier 1, or with less, has less of tier 2. Where tier 1 is proved
 * as well, so that the values are the least there are, a lawful roster with their sum
 * leaves every part with its value, and that is a bound for the week as for any other.
 *
 * Where the best prices leave a gap to whole rosters, a tier of the week, or of a part, may
 * be split into cases of which every roster is one: a request is served or it is not, by
 * that escort or not, before some time or from then on; and cases into cases again. Each
 * case that is not split any further has prices of its own, and what is proved of the tier
 * is the least that is proved of any of them. */
#ifndef LEDSAGA_CERTIFICATE_H
#define LEDSAGA_CERTIFICATE_H

#include "ledsaga/roster.h"

enum { PRICE_SCALE = 1000000 }; /* prices are in millionths of a point */

/* Of a team's option with one of its escorts: they come only if the option is used. */
struct member_price {
    int option, escort;
    int64_t price;
};

struct prices {
    int64_t rights;   /* tier 2: of each point of tier 1 beyond its value; 0 in tier 1. The
                         dearest of the parts' where these have their own */
    int64_t *request; /* [n_requests] of serving it, once */
    int64_t *team;    /* [n_options] what each escort of a team's option pays: any
                               sign; 0 where the request is no team's */
    int64_t *grant;   /* [n_grants] of each minute drawn */
    int64_t *session; /* [n_sessions] of each client */
    int64_t *shortage; /* [2 * n_clients] of each minute delivered, by client, then level */
    int n_members;
    struct member_price *members; /* by option, then escort; each pair once */
};

/* ---- cases ---- */

/* In pairs: of the two of a pair every roster is one. */
enum fork_kind { FORK_SERVED, FORK_UNSERVED, FORK_BY, FORK_NOT_BY, FORK_BEFORE, FORK_FROM };

/* What is so in a case, beside what is so in the one it is part of. Only what one escort
 * carries out alone, and in step with nothing, can be by an escort. */
struct fork {
    enum fork_kind kind;
    int request;
    int escort; /* BY, NOT_BY */
    int start;  /* BEFORE, FROM: minute of the week */
};

/* A price that is otherwise than in other prices. */
enum price_kind {
    PRICED_RIGHTS,
    PRICED_REQUEST,
    PRICED_TEAM,
    PRICED_GRANT,
    PRICED_SESSION,
    PRICED_SHORTAGE,
    PRICED_MEMBER
};

struct price_change {
    enum price_kind of;
    int index;  /* in the array of that; a member's option; RIGHTS: 0 */
    int escort; /* a member's */
    int64_t price;
};

/* Each price once, in the order of enum price_kind, then of index, then of escort; where one
 * level of a client's shortage is otherwise, both are there. */
struct price_changes {
    int n;
    struct price_change *list;
};

struct case_proof {
    int within; /* a case before it in the list, which it is part of; NONE = all of it */
    struct fork fork;
    bool priced; /* has prices: those that are split have none */
    struct price_changes prices; /* otherwise than the tier's. That of a request which is to
                                    be served may be below 0 */
};

/* Of a week in parts: those of all parts, each of the part of its fork's request. */
struct case_list {
    int n; /* 0 = not split: the tier's prices prove it alone */
    struct case_proof *list;
};

/* What of `to` is otherwise than in `from`; NULL = than no prices at all. */
struct price_changes price_changes_find(struct arena *a, const struct problem *p,
                                        const struct prices *from, const struct prices *to);
/* Members that get their first price so are the arena's. */
void price_changes_make(struct arena *a, const struct price_changes *changes,
                        struct prices *x);

/* ---- parts ---- */

/* How a part of the week was proved. */
struct part_proof {
    int request;          /* one of the part's: the first, as it is written */
    bool priced[2];       /* are there prices of tier 1, tier 2? Else what is certified of the
                             part is what each of its requests alone must cost */
    int64_t rights;       /* tier 2: price of each point of the part's tier 1 beyond its value */
    int64_t rights_value; /* tier 2 is for rosters with the part's tier 1 at this value at most */
};

struct certificate {
    bool stated[2];          /* is there one for tier 1, tier 2? */
    struct prices prices[2];
    struct case_list cases[2];
    int64_t bound[2];        /* what they prove, in points */
    int64_t rights_value;    /* tier 2 is for rosters with tier 1 at this value at most; the
                                sum of the parts' */
    int n_parts;             /* 0 = proved as a whole */
    struct part_proof *parts; /* each part in which anybody can be served has one */
};

/* What the prices of tier 1 or 2 prove of the week as a whole, in whole points. Prices of
 * a sign that is not allowed, or so large that sums would not fit, prove nothing:
 * INT64_MIN. Rights_value: for tier 2. */
int64_t certificate_bound(const struct problem *p, int tier, const struct prices *prices,
                          int64_t rights_value);

/* How a certificate fits the parts of the week, and their tier 1 in the roster. */
enum parts_fit {
    PARTS_FIT,
    PARTS_MISSING,  /* one is left out: nothing is proved of tier 2 */
    PARTS_TWICE,    /* one is there twice: nothing is proved of tier 2 */
    PARTS_OTHERWISE /* one has another tier 1: nothing is proved of tier 2 of this roster */
};

/* Whether cases are such that every roster is one of those that are not split. */
enum cases_fit {
    CASES_FIT,
    CASES_AMISS,   /* is no case within one before it, of the same part of the week */
    CASES_ONE,     /* the other one of the two is missing */
    CASES_MORE,    /* there are more than two */
    CASES_OTHER,   /* the two are of different things */
    CASES_SHARED,  /* is by an escort what not one escort alone carries out */
    CASES_UNPRICED /* is neither split nor has prices */
};

struct certified {
    int64_t bound[2]; /* of the stated tiers; INT64_MIN: nothing is proved */
    enum cases_fit cases[2]; /* of a tier whose cases do not fit nothing is proved */
    int misfit[2];           /* the first case of which that is so */
    enum parts_fit fit;
    int request;           /* the first of the part that does not fit */
    int64_t stated, value; /* OTHERWISE: its tier 1 in the certificate, in the roster */
};

/* What a certificate proves of the week as it is in the problem. A part is worth what its
 * prices prove, or what each of its requests alone must cost if that is more. roster: a
 * lawful one, whose parts' tier 1 the certificate is to fit; or NULL. */
struct certified certificate_recompute(const struct problem *p, const struct certificate *c,
                                       const struct roster *roster);

#endif
