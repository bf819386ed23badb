/* The guard around GLPK. GLPK calls abort() on misuse and on running out of memory,
 * prints in spite of glp_term_out(GLP_OFF), and keeps one environment per thread. Here
 * an error hook jumps out of any call; after such a jump the environment is thrown
 * away whole, which frees every problem of the thread (igraph's way), and the
 * generation tells those who kept one. Without an error the environment goes as soon
 * as no program is kept in it.
 *
 * The terminal hook swallows output, and is also where a long simplex run notices
 * that the user wants to stop: GLPK reports every 200 iterations. That jump leaves
 * GLPK's working memory behind until the environment goes, but a live problem whole:
 * the simplex methods work on a copy and store their basis at the end. Scaling and
 * presolver report nothing, which is why callers keep programs to a size. */
#include "solver/lp_guard.h"

#include "base/clock.h"
#include "solver/lp.h"

#include <stdlib.h>

/* The state of this thread's environment. */
static _Thread_local struct {
    bool visited;
    int kept; /* programs in it that outlive a visit */
    int64_t generation;
} here;

static void on_error(void *info)
{
    struct guard *g = info;
    longjmp(g->out, GUARD_ERROR);
}

static int on_output(void *info, const char *text)
{
    struct guard *g = info;
    (void)text;
    /* GLPK prints its errors before it calls the hook for them. */
    if (guard_spent(g) && !glp_at_error())
        longjmp(g->out, GUARD_STOPPED);
    return 1; /* swallowed */
}

static void leave(bool error)
{
    here.visited = false;
    if (error) {
        here.kept = 0;
        here.generation++;
    }
    if (here.kept == 0) {
        glp_free_env(); /* frees every problem; the hooks go with it */
    } else {
        glp_error_hook(NULL, NULL);
        glp_term_hook(NULL, NULL);
    }
}

enum guard_end guard_visit(struct guard *g, void (*work)(void *), void *context)
{
    require(!here.visited, "one visit to GLPK at a time");
    here.visited = true;
    glp_error_hook(on_error, g);
    glp_term_hook(on_output, g);
    int jump = setjmp(g->out);
    if (jump == GUARD_DONE)
        work(context);
    leave(jump == GUARD_ERROR);
    return (enum guard_end)jump;
}

void guard_keep(void)
{
    here.kept++;
}

void guard_let_go(void)
{
    here.kept--;
}

int64_t guard_generation(void)
{
    return here.generation;
}

bool guard_spent(const struct guard *g)
{
    return (g->stop && *g->stop) ||
           (g->deadline > 0 && clock_seconds() >= g->deadline);
}

/* GLPK looks at its time limits late, or not at all while it makes cuts, so the hooks
 * look too. */
int guard_milliseconds(double deadline)
{
    double left = deadline > 0 ? deadline - clock_seconds() : 1e6;
    return left > 1e6 ? 1000000000 : left > 0.001 ? (int)(left * 1000) : 1;
}

glp_smcp guard_simplex(double deadline, int64_t iterations)
{
    glp_smcp simplex;
    glp_init_smcp(&simplex);
    simplex.msg_lev = GLP_MSG_ON;
    simplex.out_frq = 200;
    simplex.tm_lim = guard_milliseconds(deadline);
    if (iterations && iterations < INT32_MAX)
        simplex.it_lim = (int)iterations;
    return simplex;
}

int guard_bounds(double lo, double hi)
{
    bool low = lo > -LP_INFINITY, high = hi < LP_INFINITY;
    return low && high ? (lo < hi ? GLP_DB : GLP_FX)
           : low       ? GLP_LO
           : high      ? GLP_UP
                       : GLP_FR;
}

enum status guard_fault(struct faults *f, int rows, int cols)
{
    return faults_add(f, STATUS_LP, "", "", "try again with --no-prove, and report it",
                      "GLPK gave up on a program of %d rows and %d columns", rows, cols);
}

void *guard_grown(void *old, size_t count, size_t size)
{
    void *bigger = realloc(old, count * size);
    require(bigger != NULL, "out of memory for the integer program");
    return bigger;
}
