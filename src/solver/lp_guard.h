/* What every visit to GLPK needs: a way out of it, limits, and its environment. For
 * the files that wrap GLPK only. */
#ifndef SOLVER_LP_GUARD_H
#define SOLVER_LP_GUARD_H

#include "ledsaga/status.h"

#include <glpk.h>
#include <setjmp.h>
#include <stddef.h>
#include <stdint.h>

/* What the hooks of one visit look at. */
struct guard {
    jmp_buf out;
    const volatile int *stop; /* may be NULL */
    double deadline;          /* on base/clock's clock; 0 = none */
};

enum guard_end {
    GUARD_DONE = 0,
    GUARD_ERROR,  /* nothing of this thread is left in GLPK */
    GUARD_STOPPED /* the work broke off; what it had begun is left as it was */
};

/* Do the work with the hooks in place. One visit at a time in a thread. What the work
 * changes must lie behind the context, so that a jump cannot leave it undefined. */
enum guard_end guard_visit(struct guard *g, void (*work)(void *), void *context);

/* A program that outlives its visit keeps the thread's environment until it lets go.
 * Both are called during a visit. */
void guard_keep(void);
void guard_let_go(void);
/* Goes up by one whenever an error took the thread's environment, and every program in
 * it, away. */
int64_t guard_generation(void);

bool guard_spent(const struct guard *g); /* stopped, or past the deadline */
/* What GLPK's own time limits are set to. */
int guard_milliseconds(double deadline);
/* Simplex control under these limits, 0 = none. */
glp_smcp guard_simplex(double deadline, int64_t iterations);
int guard_bounds(double lo, double hi); /* GLPK's word for this kind of bounds */

enum status guard_fault(struct faults *f, int rows, int cols);
/* realloc() that does not fail: GLPK's memory goes with an error, ours stays. */
void *guard_grown(void *old, size_t count, size_t size);

#endif
