/* The guard around GLPK. GLPK calls abort() on misuse and on running out of memory,
 * prints in spite of glp_term_out(GLP_OFF), counts from 1, and keeps one
 * environment per thread. Here an error hook jumps out of any call; after a jump
 * the environment is thrown away whole, which frees every problem of the thread,
 * so the program is kept in arrays of ours and a GLPK problem lives only inside
 * one call (igraph's way). The terminal hook swallows output, and is also where a
 * long simplex run notices that the user wants to stop: GLPK reports every 200
 * iterations. Its scaling and presolver report nothing, which is why callers keep
 * programs to a size. */
#include "solver/lp.h"

#include "base/clock.h"

#include <glpk.h>
#include <math.h>
#include <setjmp.h>
#include <stdlib.h>
#include <string.h>

struct column {
    double lo, hi, cost;
    enum lp_kind kind;
    char *name;
};

struct row {
    double lo, hi;
    char *name;
};

struct lp {
    struct column *cols;
    struct row *rows;
    int *term_row, *term_col; /* 1-based, with a dead slot 0, as GLPK wants */
    double *term;
    int n_cols, n_rows, room_cols, room_rows;
    int n_terms, room_terms;
};

static void *grown(void *old, size_t count, size_t size)
{
    void *bigger = realloc(old, count * size);
    require(bigger != NULL, "out of memory for the integer program");
    return bigger;
}

static char *copied(const char *name)
{
    if (!name)
        return NULL;
    char *copy = grown(NULL, strlen(name) + 1, 1);
    return strcpy(copy, name);
}

struct lp *lp_new(void)
{
    struct lp *lp = grown(NULL, 1, sizeof *lp);
    *lp = (struct lp){0};
    return lp;
}

void lp_free(struct lp *lp)
{
    if (!lp)
        return;
    for (int i = 0; i < lp->n_cols; i++)
        free(lp->cols[i].name);
    for (int i = 0; i < lp->n_rows; i++)
        free(lp->rows[i].name);
    free(lp->cols);
    free(lp->rows);
    free(lp->term_row);
    free(lp->term_col);
    free(lp->term);
    free(lp);
}

int lp_col(struct lp *lp, const char *name, double lo, double hi, double cost,
           enum lp_kind kind)
{
    if (lp->n_cols == lp->room_cols) {
        lp->room_cols = lp->room_cols ? 2 * lp->room_cols : 256;
        lp->cols = grown(lp->cols, (size_t)lp->room_cols, sizeof *lp->cols);
    }
    lp->cols[lp->n_cols] =
        (struct column){lo, hi, cost, kind, copied(name)};
    return lp->n_cols++;
}

int lp_row(struct lp *lp, const char *name, double lo, double hi)
{
    if (lp->n_rows == lp->room_rows) {
        lp->room_rows = lp->room_rows ? 2 * lp->room_rows : 256;
        lp->rows = grown(lp->rows, (size_t)lp->room_rows, sizeof *lp->rows);
    }
    lp->rows[lp->n_rows] = (struct row){lo, hi, copied(name)};
    return lp->n_rows++;
}

void lp_term(struct lp *lp, int row, int col, double coefficient)
{
    if (lp->n_terms + 1 >= lp->room_terms) {
        lp->room_terms = lp->room_terms ? 2 * lp->room_terms : 1024;
        size_t room = (size_t)lp->room_terms;
        lp->term_row = grown(lp->term_row, room, sizeof *lp->term_row);
        lp->term_col = grown(lp->term_col, room, sizeof *lp->term_col);
        lp->term = grown(lp->term, room, sizeof *lp->term);
    }
    lp->n_terms++;
    lp->term_row[lp->n_terms] = row + 1;
    lp->term_col[lp->n_terms] = col + 1;
    lp->term[lp->n_terms] = coefficient;
}

int lp_cols(const struct lp *lp)
{
    return lp->n_cols;
}

int lp_rows(const struct lp *lp)
{
    return lp->n_rows;
}

int64_t lp_terms(const struct lp *lp)
{
    return lp->n_terms;
}

/* ---- inside GLPK --------------------------------------------------------- */

/* What the hooks of one guarded call share. */
struct guard {
    jmp_buf out;
    const volatile int *stop;
    double deadline; /* on base/clock's clock; 0 = none */
    int64_t iterations, tree_iterations, iteration_limit; /* simplex */
    int64_t nodes;
    double bound; /* best bound seen in the tree */
};

enum { JUMP_ERROR = 1, JUMP_STOP };

static bool out_of_time(const struct guard *g)
{
    return g->deadline > 0 && clock_seconds() >= g->deadline;
}

/* What GLPK's own time limits are set to: it looks at them late, or not at all
 * while it makes cuts, so the hooks look too. */
static int milliseconds_left(const struct guard *g)
{
    double left = g->deadline > 0 ? g->deadline - clock_seconds() : 1e6;
    return left > 0.001 ? (int)(left * 1000) : 1;
}

static void on_error(void *info)
{
    struct guard *g = info;
    longjmp(g->out, JUMP_ERROR);
}

static int on_output(void *info, const char *text)
{
    struct guard *g = info;
    (void)text;
    if ((g->stop && *g->stop) || out_of_time(g))
        longjmp(g->out, JUMP_STOP);
    return 1; /* swallowed */
}

static int bound_kind(double lo, double hi)
{
    bool low = lo > -LP_INFINITY, high = hi < LP_INFINITY;
    return low && high ? (lo < hi ? GLP_DB : GLP_FX)
           : low       ? GLP_LO
           : high      ? GLP_UP
                       : GLP_FR;
}

static glp_prob *built(const struct lp *lp)
{
    glp_prob *p = glp_create_prob();
    glp_set_obj_dir(p, GLP_MIN);
    if (lp->n_cols > 0)
        glp_add_cols(p, lp->n_cols);
    if (lp->n_rows > 0)
        glp_add_rows(p, lp->n_rows);
    for (int j = 0; j < lp->n_cols; j++) {
        const struct column *c = &lp->cols[j];
        glp_set_col_bnds(p, j + 1, bound_kind(c->lo, c->hi), c->lo, c->hi);
        glp_set_obj_coef(p, j + 1, c->cost);
        if (c->kind == LP_INTEGER)
            glp_set_col_kind(p, j + 1, GLP_IV);
        if (c->name)
            glp_set_col_name(p, j + 1, c->name);
    }
    for (int i = 0; i < lp->n_rows; i++) {
        const struct row *r = &lp->rows[i];
        glp_set_row_bnds(p, i + 1, bound_kind(r->lo, r->hi), r->lo, r->hi);
        if (r->name)
            glp_set_row_name(p, i + 1, r->name);
    }
    if (lp->n_terms > 0)
        glp_load_matrix(p, lp->n_terms, lp->term_row, lp->term_col, lp->term);
    return p;
}

/* One more row: only what costs less than the cutoff is of interest. */
static void add_cutoff(glp_prob *p, const struct lp *lp, double cutoff)
{
    int *index = grown(NULL, (size_t)lp->n_cols + 1, sizeof *index);
    double *value = grown(NULL, (size_t)lp->n_cols + 1, sizeof *value);
    int n = 0, row = glp_add_rows(p, 1);
    for (int j = 0; j < lp->n_cols; j++)
        if (lp->cols[j].cost != 0) {
            index[++n] = j + 1;
            value[n] = lp->cols[j].cost;
        }
    glp_set_mat_row(p, row, n, index, value);
    glp_set_row_bnds(p, row, GLP_UP, 0, cutoff);
    free(index);
    free(value);
}

/* Reduced-cost fixing: a column at zero in the relaxation whose reduced cost is more
 * than what lies between the relaxation and the cutoff is zero in everything of
 * interest (Dantzig, Fulkerson, Johnson 1954). Sound for columns that are integer
 * or become so by themselves. */
static void fix_by_reduced_cost(glp_prob *p, const struct lp *lp, double cutoff)
{
    double room = cutoff - glp_get_obj_val(p);
    double margin = 1e-6 * (1 + fabs(cutoff));
    for (int j = 0; j < lp->n_cols; j++)
        if (lp->cols[j].kind != LP_REAL && lp->cols[j].lo == 0 &&
            glp_get_col_prim(p, j + 1) < 1e-9 &&
            glp_get_col_dual(p, j + 1) > room + margin)
            glp_set_col_bnds(p, j + 1, GLP_FX, 0, 0);
}

/* A node costs about as much as so many iterations, cuts and all. */
enum { NODE_ITERATIONS = 40 };

static void on_node(glp_tree *tree, void *info)
{
    struct guard *g = info;
    if (glp_ios_reason(tree) == GLP_ISELECT) {
        int best = glp_ios_best_node(tree);
        if (best != 0 && glp_ios_node_bound(tree, best) > g->bound)
            g->bound = glp_ios_node_bound(tree, best);
        g->nodes++;
    }
    if ((g->iteration_limit &&
         g->iterations + NODE_ITERATIONS * g->nodes +
                 glp_get_it_cnt(glp_ios_get_prob(tree)) >
             g->iteration_limit) ||
        (g->stop && *g->stop) || out_of_time(g))
        glp_ios_terminate(tree);
    g->tree_iterations = glp_get_it_cnt(glp_ios_get_prob(tree));
}

static glp_smcp simplex_control(const struct guard *g)
{
    glp_smcp simplex;
    glp_init_smcp(&simplex);
    simplex.msg_lev = GLP_MSG_ON;
    simplex.out_frq = 200;
    simplex.tm_lim = milliseconds_left(g);
    if (g->iteration_limit && g->iteration_limit < INT32_MAX)
        simplex.it_lim = (int)g->iteration_limit;
    return simplex;
}

/* The root relaxation gives a bound early, and reduced costs. */
static bool root_solved(glp_prob *p, struct guard *g, bool *infeasible)
{
    glp_smcp simplex = simplex_control(g);
    simplex.presolve = GLP_ON;
    int code = glp_simplex(p, &simplex);
    g->iterations = glp_get_it_cnt(p);
    *infeasible = code == GLP_ENOPFS || glp_get_status(p) == GLP_NOFEAS;
    if (code != 0 || glp_get_status(p) != GLP_OPT)
        return false;
    g->bound = glp_get_obj_val(p);
    return true;
}

struct lp_cuts {
    glp_prob *p;
    int added;
};

void lp_cut(struct lp_cuts *cuts, const int *cols, int n, double hi)
{
    int row = glp_add_rows(cuts->p, 1);
    int *index = grown(NULL, (size_t)n + 1, sizeof *index);
    double *value = grown(NULL, (size_t)n + 1, sizeof *value);
    for (int i = 0; i < n; i++) {
        index[i + 1] = cols[i] + 1;
        value[i + 1] = 1;
    }
    glp_set_mat_row(cuts->p, row, n, index, value);
    glp_set_row_bnds(cuts->p, row, GLP_UP, 0, hi);
    free(index);
    free(value);
    cuts->added++;
}

/* Cut and solve again, from the basis at hand by the dual simplex (which is the
 * slow one here from scratch, but has only the new rows to mend), while it helps. */
enum { CUT_ROUNDS = 20 };

static void cut_root(glp_prob *p, const struct lp *lp,
                     const struct lp_limits *limits, struct guard *g)
{
    double *x = grown(NULL, (size_t)lp->n_cols + 1, sizeof *x);
    for (int round = 0; round < CUT_ROUNDS; round++) {
        struct lp_cuts cuts = {.p = p};
        glp_smcp simplex = simplex_control(g);
        simplex.meth = GLP_DUALP;
        for (int j = 0; j < lp->n_cols; j++)
            x[j] = glp_get_col_prim(p, j + 1);
        limits->separate(limits->context, x, &cuts);
        if (cuts.added == 0 || glp_simplex(p, &simplex) != 0 ||
            glp_get_status(p) != GLP_OPT)
            break;
        g->iterations = glp_get_it_cnt(p);
        g->bound = glp_get_obj_val(p);
    }
    free(x);
}

static void integer_solved(glp_prob *p, struct guard *g, struct lp_result *r)
{
    glp_iocp control;
    glp_init_iocp(&control);
    control.msg_lev = GLP_MSG_ON;
    control.out_frq = 200;
    control.presolve = GLP_ON;
    control.binarize = GLP_OFF;
    control.mir_cuts = control.cov_cuts = control.clq_cuts = GLP_ON;
    control.gmi_cuts = GLP_ON;
    /* GLPK drops a node whose bound is within this share of the best value; a point
     * must stay a point however large the values are. */
    control.tol_obj = fmin(1e-7, 0.25 / (1 + fabs(glp_get_obj_val(p))));
    control.tm_lim = milliseconds_left(g);
    control.cb_func = on_node;
    control.cb_info = g;
    int code = glp_intopt(p, &control);
    int state = glp_mip_status(p);
    r->found = state == GLP_OPT || state == GLP_FEAS;
    if (code == GLP_ENOPFS || (code == 0 && state == GLP_NOFEAS))
        r->outcome = LP_NOTHING_BELOW;
    else if (code == 0 && state == GLP_OPT)
        r->outcome = LP_PROVED;
    if (r->found) {
        r->value = glp_mip_obj_val(p);
        for (int j = 0; j < glp_get_num_cols(p); j++)
            r->x[j] = glp_mip_col_val(p, j + 1);
    }
}

static void solve_inside(const struct lp *lp, const struct lp_limits *limits,
                         struct guard *g, struct lp_result *r)
{
    glp_prob *p = built(lp);
    bool infeasible;
    if (root_solved(p, g, &infeasible)) {
        if (limits->separate)
            cut_root(p, lp, limits, g);
        if (glp_get_status(p) == GLP_OPT && limits->cutoff < LP_INFINITY) {
            fix_by_reduced_cost(p, lp, limits->cutoff);
            add_cutoff(p, lp, limits->cutoff);
        }
        integer_solved(p, g, r);
    } else if (infeasible) {
        r->outcome = LP_NOTHING_BELOW;
    }
    glp_delete_prob(p);
}

/* One guarded visit to GLPK. What the work changes lies behind pointers, never in
 * variables of this function, so that a jump cannot leave them undefined. */
struct visit_to_glpk {
    const struct lp *lp;
    const struct lp_limits *limits;
    struct lp_result *result;
    const char *mps_path;
    bool failed;
};

static int guarded(struct guard *g,
                   void (*work)(struct guard *, struct visit_to_glpk *),
                   struct visit_to_glpk *v)
{
    glp_error_hook(on_error, g);
    glp_term_hook(on_output, g);
    int jump = setjmp(g->out);
    if (jump == 0)
        work(g, v);
    glp_free_env(); /* frees every problem; the hooks go with it */
    return jump;
}

static void solve_work(struct guard *g, struct visit_to_glpk *v)
{
    solve_inside(v->lp, v->limits, g, v->result);
}

static void write_work(struct guard *g, struct visit_to_glpk *v)
{
    (void)g;
    glp_prob *p = built(v->lp);
    glp_set_prob_name(p, "ledsaga");
    glp_set_obj_name(p, "points");
    v->failed = glp_write_mps(p, GLP_MPS_FILE, NULL, v->mps_path) != 0;
    glp_delete_prob(p);
}

enum status lp_solve(struct lp *lp, const struct lp_limits *limits,
                     struct lp_result *r, struct faults *f)
{
    struct guard guard = {.stop = limits->stop, .iteration_limit = limits->iterations,
                          .deadline = limits->deadline,
                          .bound = -LP_INFINITY};
    struct visit_to_glpk v = {.lp = lp, .limits = limits, .result = r};
    double *x = r->x;
    *r = (struct lp_result){.outcome = LP_STOPPED, .bound = -LP_INFINITY, .x = x};
    int jump = guarded(&guard, solve_work, &v);
    if (jump == JUMP_ERROR)
        return faults_add(f, STATUS_LP, "", "",
                          "try again with --no-prove, and report it",
                          "GLPK gave up on a program of %d rows and %d columns",
                          lp->n_rows, lp->n_cols);
    r->nodes = guard.nodes;
    r->iterations = guard.iterations + guard.tree_iterations +
                    NODE_ITERATIONS * guard.nodes;
    r->bound = r->outcome == LP_PROVED ? r->value : guard.bound;
    return STATUS_OK;
}

enum status lp_write_mps(struct lp *lp, const char *path, struct faults *f)
{
    struct guard guard = {.bound = -LP_INFINITY};
    struct visit_to_glpk v = {.lp = lp, .mps_path = path, .failed = true};
    guarded(&guard, write_work, &v);
    if (v.failed)
        return faults_add(f, STATUS_UNWRITABLE, path, "",
                          "check that the folder exists and has room",
                          "the integer program could not be written");
    return STATUS_OK;
}

const char *lp_library(void)
{
    return glp_version();
}
