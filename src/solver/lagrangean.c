/* The labels of pricing, asked once for every escort and case. Most escorts are charged the
 * same in one case as in another a little earlier, and not asked again. */
#include "solver/lagrangean.h"

#include "base/crew.h"
#include "solver/cases.h"
#include "solver/charge.h"
#include "solver/pricing.h"

#include <string.h>

enum { WORKERS = 2, ANSWERS = 4 };

/* Answers of an escort, and what each of the stops was charged then. */
struct remembered {
    int n, next;
    int64_t least[ANSWERS];
    int64_t *charges; /* [ANSWERS * n_stops] */
};

struct asking {
    struct net net; /* of the case in hand */
    int tier, threads;
    int64_t rights_value;
    const struct exact_limits *limits; /* NULL */
    struct pricing *workers[WORKERS];
    struct arena *plans[WORKERS];
    const struct track *tracks;
    struct remembered *remembered; /* by escort; NULL = there is but one case */
    int64_t *charge;
    int64_t *least; /* by escort; INT64_MIN: a limit was met before */
};

/* ---- one escort ------------------------------------------------------------------- */

static bool charged_so(const struct track *t, const int64_t *charges, const int64_t *charge)
{
    for (int i = 0; i < t->n_stops; i++)
        if (charges[i] != charge[t->stops[i].node])
            return false;
    return true;
}

static int64_t *charges_of(const struct remembered *r, const struct track *t, int at)
{
    return r->charges + (size_t)at * (size_t)t->n_stops;
}

static bool recall(const struct asking *x, int escort)
{
    const struct remembered *r = &x->remembered[escort];
    const struct track *t = &x->tracks[escort];
    for (int i = 0; i < r->n; i++)
        if (charged_so(t, charges_of(r, t, i), x->charge)) {
            x->least[escort] = r->least[i];
            return true;
        }
    return false;
}

static void remember(const struct asking *x, int escort)
{
    struct remembered *r = &x->remembered[escort];
    const struct track *t = &x->tracks[escort];
    int64_t *charges = charges_of(r, t, r->next);
    for (int i = 0; i < t->n_stops; i++)
        charges[i] = x->charge[t->stops[i].node];
    r->least[r->next] = x->least[escort];
    r->n += r->n < ANSWERS;
    r->next = (r->next + 1) % ANSWERS;
}

static void ask_escort(void *context, int worker, int escort)
{
    struct asking *x = context;
    struct priced priced = {.least = INT64_MIN};
    int64_t work = 0;
    x->least[escort] = INT64_MIN;
    if ((x->remembered && recall(x, escort)) || (x->limits && exact_over(x->limits)))
        return;
    pricing_price(x->workers[worker], x->plans[worker], &x->tracks[escort], x->charge,
                  INT64_MAX, CARE_EXACT, &priced, &work);
    x->least[escort] = priced.least;
    if (x->remembered)
        remember(x, escort);
}

/* ---- all of them ------------------------------------------------------------------- */

/* What the program comes to when it is taken apart, in millionths of a point. */
static int64_t taken_apart(struct asking *x, const struct prices *prices)
{
    int n = x->net.problem->n_escorts;
    if (!prices_sound_in(&x->net, x->tier, prices))
        return INT64_MIN;
    for (int i = 0; i < x->threads; i++) {
        x->plans[i] = arena_new();
        x->workers[i] = pricing_new(x->plans[i], &x->net);
    }
    charge_nodes(&x->net, x->tier, prices, x->charge);
    crew_run(x->threads, n, ask_escort, x);
    for (int i = 0; i < x->threads; i++)
        arena_free(x->plans[i]);
    for (int e = 0; e < n; e++)
        if (x->least[e] == INT64_MIN)
            return INT64_MIN;
    return charge_bound(&x->net, x->tier, prices, x->rights_value, x->least);
}

static void make_room(struct arena *a, struct asking *x)
{
    int n = x->net.problem->n_escorts;
    x->remembered = NEW_ARRAY(a, struct remembered, n + 1);
    for (int e = 0; e < n; e++)
        x->remembered[e].charges =
            NEW_ARRAY(a, int64_t, ANSWERS * x->tracks[e].n_stops + 1);
}

static int64_t case_bound(struct asking *x, const struct prices *whole,
                          const struct price_changes *changes)
{
    struct arena *scratch = arena_new();
    struct prices *prices = prices_copy(scratch, x->net.problem, whole);
    price_changes_make(scratch, changes, prices);
    int64_t bound = taken_apart(x, prices);
    arena_free(scratch);
    return bound;
}

static int64_t cases_bound(struct arena *a, struct asking *x, const struct prices *whole,
                           const struct case_list *cases)
{
    const bool *split = cases_split(a, cases);
    signed char *served = NEW_ARRAY(a, signed char, x->net.problem->n_requests + 1);
    bool *shut = NEW_ARRAY(a, bool, x->net.n_nodes + 1);
    int64_t least = INT64_MAX;
    make_room(a, x);
    x->net.served = served;
    x->net.shut = shut;
    for (int i = 0; i < cases->n && least > INT64_MIN; i++) {
        if (split[i])
            continue;
        case_take(&x->net, cases, i, served, shut);
        int64_t bound = case_bound(x, whole, &cases->list[i].prices);
        least = bound < least ? bound : least;
    }
    return least;
}

int64_t lagrangean_bound(struct net *net, int tier, const struct prices *prices,
                         const struct case_list *cases, int64_t rights_value, int threads,
                         const struct exact_limits *limits)
{
    if (limits && exact_over(limits)) /* laying out the tracks takes its time too */
        return INT64_MIN;
    struct arena *scratch = arena_new();
    struct asking x = {.net = *net,
                       .tier = tier,
                       .threads = threads > 1 ? WORKERS : 1,
                       .rights_value = rights_value,
                       .limits = limits,
                       .tracks = tracks_new(scratch, net, tier),
                       .charge = NEW_ARRAY(scratch, int64_t, net->n_nodes + 1),
                       .least = NEW_ARRAY(scratch, int64_t, net->problem->n_escorts + 1)};
    int64_t bound = cases && cases->n > 0 ? cases_bound(scratch, &x, prices, cases)
                                          : taken_apart(&x, prices);
    arena_free(scratch);
    return charge_whole(net->problem, tier, bound);
}
