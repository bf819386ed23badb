/* GLPK is asked only for rosters better than the best known: the search's value,
 * less one point, is a row of the program. "There is none" is then the proof. */
#include "solver/exact.h"

#include "base/clock.h"
#include "solver/covers.h"

#include <math.h>

/* Measured on two cores: above these GLPK's root relaxation alone takes longer
 * than the search needs for a roster within a per cent. */
enum { MOST_CHOICES = 30000, MOST_ARCS = 120000, MOST_TERMS = 600000 };

bool exact_over(const struct exact_limits *limits)
{
    return *limits->work <= 0 || (limits->stop && *limits->stop) ||
           (limits->deadline > 0 && clock_seconds() >= limits->deadline);
}

struct formulation *exact_formulation(struct arena *a, struct net *net, int tier,
                                      const struct exact_limits *limits)
{
    if (exact_over(limits) || net->n_nodes > 4 * MOST_CHOICES)
        return NULL;
    struct formulation *f = formulation_new(a, net, tier, MOST_ARCS);
    return f && f->n_choices <= MOST_CHOICES ? f : NULL;
}

/* All costs are integers, so a bound may be rounded up, short of what the linear
 * program's tolerance could have added. */
static int64_t rounded_up(double bound)
{
    return (int64_t)ceil(bound - 1e-4 - 1e-9 * fabs(bound));
}

/* What an iteration of the simplex method costs grows with the matrix. */
static int64_t price_of_iteration(const struct lp *lp)
{
    return 1 + lp_terms(lp) / 10;
}

/* The program does not carry everything (rules that RULE_CARRIED says so of): what it
 * finds counts only if the judge agrees. Its bound holds all the same. */
static struct roster *lawful_roster(struct arena *a, const struct formulation *f,
                                    const double *x)
{
    struct roster *r = formulation_roster(a, f, x);
    return rules_judge(a, f->net->problem, r)->n_breaches == 0 ? r : NULL;
}

enum status exact_tier(struct arena *a, const struct formulation *f,
                       int64_t rights_value, const struct exact_limits *limits,
                       struct tier_result *result, struct roster **better,
                       struct faults *faults)
{
    *better = NULL;
    if (exact_over(limits))
        return STATUS_OK;
    struct lp *lp = formulation_lp(a, f, rights_value, false);
    if (lp_terms(lp) > MOST_TERMS) { /* GLPK's presolver heeds no limit */
        lp_free(lp);
        return STATUS_OK;
    }
    struct lp_limits lp_limits = {.deadline = limits->deadline,
                                  .iterations = 1 + *limits->work / price_of_iteration(lp),
                                  .cutoff = (double)result->value - 0.5,
                                  .stop = limits->stop,
                                  .separate = covers_separate,
                                  .context = (void *)(uintptr_t)f};
    struct lp_result r = {.x = NEW_ARRAY(a, double, lp_cols(lp) + 1)};
    enum status status = lp_solve(lp, &lp_limits, &r, faults);
    *limits->work -= (r.iterations + 1) * price_of_iteration(lp);
    lp_free(lp);
    TRY(status);
    if (r.found)
        *better = lawful_roster(a, f, r.x);
    if (r.outcome == LP_NOTHING_BELOW)
        result->bound = result->value;
    else if (r.bound > -LP_INFINITY && rounded_up(r.bound) > result->bound)
        result->bound = rounded_up(r.bound) < result->value
                            ? rounded_up(r.bound)
                            : result->value;
    return STATUS_OK;
}
