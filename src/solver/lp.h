/* A mixed integer program on GLPK, solved from nothing. Columns and rows are counted
 * from 0. Minimisation. Breakdown of GLPK takes the thread's live programs with it. */
#ifndef SOLVER_LP_H
#define SOLVER_LP_H

#include "ledsaga/status.h"

#include <stdint.h>

struct lp;

#define LP_INFINITY 1e30

struct lp *lp_new(void);
void lp_free(struct lp *lp); /* NULL is fine */

enum lp_kind {
    LP_REAL,
    LP_INTEGER,
    LP_IMPLIED /* integer by itself once the integer columns are */
};

/* Both return the new index. A name may be NULL; it is copied. */
int lp_col(struct lp *lp, const char *name, double lo, double hi, double cost,
           enum lp_kind kind);
int lp_row(struct lp *lp, const char *name, double lo, double hi);
/* At most one term for each (row, col). */
void lp_term(struct lp *lp, int row, int col, double coefficient);
int lp_cols(const struct lp *lp);
int lp_rows(const struct lp *lp);
int64_t lp_terms(const struct lp *lp);

/* Cuts: rows that every solution of interest obeys but the relaxation's x does not.
 * A separator adds those it finds by lp_cut. */
struct lp_cuts;
typedef void lp_separator(void *context, const double *x, struct lp_cuts *cuts);
/* sum of the columns <= hi */
void lp_cut(struct lp_cuts *cuts, const int *cols, int n, double hi);

struct lp_limits {
    double deadline; /* on base/clock's clock; 0 = none */
    int64_t iterations; /* of the simplex method, in all; 0 = no limit */
    double cutoff;   /* only solutions below this are of interest; LP_INFINITY */
    const volatile int *stop; /* may be NULL */
    lp_separator *separate;   /* may be NULL */
    void *context;            /* its own */
};

enum lp_outcome {
    LP_PROVED,     /* x is optimal and bound = value */
    LP_NOTHING_BELOW, /* proved: no solution below the cutoff (or none at all) */
    LP_STOPPED     /* a limit was met; bound holds, x only if found */
};

struct lp_result {
    enum lp_outcome outcome;
    bool found;   /* x is a solution below the cutoff */
    double value; /* of x */
    double bound; /* no integer solution below it; -LP_INFINITY if not known */
    int64_t nodes, iterations;
    double *x; /* [lp_cols], the caller's array, filled if found */
};

/* Solve to integrality. r->x must point at lp_cols() doubles. LP on breakdown. */
enum status lp_solve(struct lp *lp, const struct lp_limits *limits,
                     struct lp_result *r, struct faults *f);
/* Free MPS to a file; GLPK says nothing on the terminal. */
enum status lp_write_mps(struct lp *lp, const char *path, struct faults *f);

/* The version of GLPK that runs, "5.0". */
const char *lp_library(void);

#endif
