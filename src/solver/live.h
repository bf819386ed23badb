/* A linear program that stays at hand: columns come, bounds change, and each solve goes
 * on from the last basis, by the primal simplex method if nothing else is asked for.
 * Minimisation; columns and rows
 * are counted from 0. One program belongs to the thread that made it.
 *
 * When GLPK breaks down, in any program of a thread, every live program of that thread
 * is dead: it still counts rows and columns, its values are 0, live_solve says LP, and
 * nothing but live_free is of use. */
#ifndef SOLVER_LIVE_H
#define SOLVER_LIVE_H

#include "solver/lp.h"

struct live;

struct live *live_new(void);
void live_free(struct live *l); /* NULL is fine */

/* Both return the new index. A new row is basic; a new column is at its lower bound, at
 * the upper one if it has no lower, and at 0 if it has neither. So the basis stays one.
 * Everywhere lo <= hi, and LP_INFINITY is no bound. */
int live_row(struct live *l, double lo, double hi);
/* No row twice. */
int live_col(struct live *l, double lo, double hi, double cost, int n, const int *rows,
             const double *coefficients);
/* Put one coefficient into a column that has none in that row yet. */
void live_term(struct live *l, int row, int col, double coefficient);
void live_col_bounds(struct live *l, int col, double lo, double hi);
void live_row_bounds(struct live *l, int row, double lo, double hi);
void live_cost(struct live *l, int col, double cost);
/* Remove the columns marked (drop[live_cols]); the others move together, keeping their
 * order. The slacks of rows take the places of those that were basic, which costs
 * feasibility: columns in use go cheaper when they were first fixed at 0 and the
 * program solved by the dual method. */
void live_drop(struct live *l, const bool *drop);
int live_cols(const struct live *l);
int live_rows(const struct live *l);

enum live_outcome { LIVE_OPTIMAL, LIVE_INFEASIBLE, LIVE_STOPPED };

struct live_limits {
    int64_t iterations;       /* of this solve; 0 = no limit */
    double deadline;          /* on base/clock's clock; 0 = none */
    const volatile int *stop; /* may be NULL */
    bool dual; /* by the dual simplex method, which pays when the last solve was OPTIMAL
                * and bounds only became narrower since */
};

/* STOPPED also when GLPK finds no basis to go on from for numerical reasons, and when
 * the program is unbounded, which is for the caller to exclude. After a limit the next
 * solve goes on from where this one was; after the user's stop from where this one
 * began. LP on breakdown: the program is dead. *iterations (may be NULL) gets how many
 * were made. */
enum status live_solve(struct live *l, const struct live_limits *limits,
                       enum live_outcome *outcome, int64_t *iterations, struct faults *f);

/* Of the last solve, and of use when it was OPTIMAL. */
double live_value(const struct live *l);
/* What the value grows by if the row's bound grows by one: >= 0 where the lower bound
 * of the row holds, <= 0 where the upper one does. */
double live_dual(const struct live *l, int row);
double live_at(const struct live *l, int col); /* value of a column */
/* Its cost less the sum of dual times coefficient over its rows. */
double live_reduced(const struct live *l, int col);

#endif
