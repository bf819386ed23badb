/* Why no lawful roster is better than a bound, so that it can be recomputed by anyone
 * in whole numbers, without a linear program.
 *
 * Every rule that couples escorts has a price, at least 0 unless said otherwise. With
 * prices the week falls apart: each escort's cheapest week of work can be found alone,
 * and so can each team's cheapest time. What they come to together, plus what is paid
 * for the limits themselves, is a lower bound for every roster whatever the prices are
 * (Lagrangean relaxation; Geoffrion 1974). Good prices make it a good bound. */
#ifndef LEDSAGA_CERTIFICATE_H
#define LEDSAGA_CERTIFICATE_H

#include "ledsaga/problem.h"

enum { PRICE_SCALE = 1000000 }; /* prices are in millionths of a point */

/* Of a team's option with one of its escorts: they come only if the option is used. */
struct member_price {
    int option, escort;
    int64_t price;
};

struct prices {
    int64_t rights;         /* tier 2: of each point of tier 1 beyond its value; 0 in tier 1 */
    int64_t *request; /* [n_requests] of serving it, once */
    int64_t *team;    /* [n_options] what each escort of a team's option pays: any
                               sign; 0 where the request is no team's */
    int64_t *grant;   /* [n_grants] of each minute drawn */
    int64_t *session; /* [n_sessions] of each client */
    int64_t *shortage; /* [2 * n_clients] of each minute delivered, by client, then level */
    int n_members;
    struct member_price *members; /* by option, then escort; each pair once */
};

struct certificate {
    bool stated[2];          /* is there one for tier 1, tier 2? */
    struct prices prices[2];
    int64_t bound[2];        /* what they prove, in points */
    int64_t rights_value;    /* tier 2 is for rosters with tier 1 at this value at most */
};

/* The bound that the prices of tier 1 or 2 prove, in whole points. Prices of a sign
 * that is not allowed, or so large that sums would not fit, prove nothing: INT64_MIN.
 * Rights_value: for tier 2. */
int64_t certificate_bound(const struct problem *p, int tier, const struct prices *prices,
                          int64_t rights_value);

#endif
