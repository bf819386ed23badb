/* Integer programs on GLPK. The program is kept in arrays of ours and becomes a GLPK
 * problem only inside one visit: nothing is lost when an error throws GLPK's
 * environment away. GLPK counts from 1. */
#include "solver/lp.h"

#include "solver/lp_guard.h"

#include <math.h>
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

static char *copied(const char *name)
{
    if (!name)
        return NULL;
    char *copy = guard_grown(NULL, strlen(name) + 1, 1);
    return strcpy(copy, name);
}

struct lp *lp_new(void)
{
    struct lp *lp = guard_grown(NULL, 1, sizeof *lp);
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
        lp->cols = guard_grown(lp->cols, (size_t)lp->room_cols, sizeof *lp->cols);
    }
    lp->cols[lp->n_cols] =
        (struct column){lo, hi, cost, kind, copied(name)};
    return lp->n_cols++;
}

int lp_row(struct lp *lp, const char *name, double lo, double hi)
{
    if (lp->n_rows == lp->room_rows) {
        lp->room_rows = lp->room_rows ? 2 * lp->room_rows : 256;
        lp->rows = guard_grown(lp->rows, (size_t)lp->room_rows, sizeof *lp->rows);
    }
    lp->rows[lp->n_rows] = (struct row){lo, hi, copied(name)};
    return lp->n_rows++;
}

void lp_term(struct lp *lp, int row, int col, double coefficient)
{
    if (lp->n_terms + 1 >= lp->room_terms) {
        lp->room_terms = lp->room_terms ? 2 * lp->room_terms : 1024;
        size_t room = (size_t)lp->room_terms;
        lp->term_row = guard_grown(lp->term_row, room, sizeof *lp->term_row);
        lp->term_col = guard_grown(lp->term_col, room, sizeof *lp->term_col);
        lp->term = guard_grown(lp->term, room, sizeof *lp->term);
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

/* One solve, and how far it came. */
struct solving {
    struct guard guard;
    const struct lp *lp;
    const struct lp_limits *limits;
    struct lp_result *result;
    int64_t iterations, tree_iterations; /* simplex */
    int64_t nodes;
    double bound; /* best bound seen in the tree */
};

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
        glp_set_col_bnds(p, j + 1, guard_bounds(c->lo, c->hi), c->lo, c->hi);
        glp_set_obj_coef(p, j + 1, c->cost);
        if (c->kind == LP_INTEGER)
            glp_set_col_kind(p, j + 1, GLP_IV);
        if (c->name)
            glp_set_col_name(p, j + 1, c->name);
    }
    for (int i = 0; i < lp->n_rows; i++) {
        const struct row *r = &lp->rows[i];
        glp_set_row_bnds(p, i + 1, guard_bounds(r->lo, r->hi), r->lo, r->hi);
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
    int *index = guard_grown(NULL, (size_t)lp->n_cols + 1, sizeof *index);
    double *value = guard_grown(NULL, (size_t)lp->n_cols + 1, sizeof *value);
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
    struct solving *s = info;
    if (glp_ios_reason(tree) == GLP_ISELECT) {
        int best = glp_ios_best_node(tree);
        if (best != 0 && glp_ios_node_bound(tree, best) > s->bound)
            s->bound = glp_ios_node_bound(tree, best);
        s->nodes++;
    }
    if ((s->limits->iterations &&
         s->iterations + NODE_ITERATIONS * s->nodes +
                 glp_get_it_cnt(glp_ios_get_prob(tree)) >
             s->limits->iterations) ||
        guard_spent(&s->guard))
        glp_ios_terminate(tree);
    s->tree_iterations = glp_get_it_cnt(glp_ios_get_prob(tree));
}

/* The root relaxation gives a bound early, and reduced costs. */
static bool root_solved(glp_prob *p, struct solving *s, bool *infeasible)
{
    glp_smcp simplex = guard_simplex(s->limits->deadline, s->limits->iterations);
    simplex.presolve = GLP_ON;
    int code = glp_simplex(p, &simplex);
    s->iterations = glp_get_it_cnt(p);
    *infeasible = code == GLP_ENOPFS || glp_get_status(p) == GLP_NOFEAS;
    if (code != 0 || glp_get_status(p) != GLP_OPT)
        return false;
    s->bound = glp_get_obj_val(p);
    return true;
}

struct lp_cuts {
    glp_prob *p;
    int added;
};

void lp_cut(struct lp_cuts *cuts, const int *cols, int n, double hi)
{
    int row = glp_add_rows(cuts->p, 1);
    int *index = guard_grown(NULL, (size_t)n + 1, sizeof *index);
    double *value = guard_grown(NULL, (size_t)n + 1, sizeof *value);
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

static void cut_root(glp_prob *p, struct solving *s)
{
    double *x = guard_grown(NULL, (size_t)s->lp->n_cols + 1, sizeof *x);
    for (int round = 0; round < CUT_ROUNDS; round++) {
        struct lp_cuts cuts = {.p = p};
        glp_smcp simplex = guard_simplex(s->limits->deadline, s->limits->iterations);
        simplex.meth = GLP_DUALP;
        for (int j = 0; j < s->lp->n_cols; j++)
            x[j] = glp_get_col_prim(p, j + 1);
        s->limits->separate(s->limits->context, x, &cuts);
        if (cuts.added == 0 || glp_simplex(p, &simplex) != 0 ||
            glp_get_status(p) != GLP_OPT)
            break;
        s->iterations = glp_get_it_cnt(p);
        s->bound = glp_get_obj_val(p);
    }
    free(x);
}

static void integer_solved(glp_prob *p, struct solving *s)
{
    struct lp_result *r = s->result;
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
    control.tm_lim = guard_milliseconds(s->limits->deadline);
    control.cb_func = on_node;
    control.cb_info = s;
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

static void solve_work(void *context)
{
    struct solving *s = context;
    double cutoff = s->limits->cutoff;
    glp_prob *p = built(s->lp);
    bool infeasible;
    if (root_solved(p, s, &infeasible)) {
        if (s->limits->separate)
            cut_root(p, s);
        if (glp_get_status(p) == GLP_OPT && cutoff < LP_INFINITY) {
            fix_by_reduced_cost(p, s->lp, cutoff);
            add_cutoff(p, s->lp, cutoff);
        }
        integer_solved(p, s);
    } else if (infeasible) {
        s->result->outcome = LP_NOTHING_BELOW;
    }
    glp_delete_prob(p);
}

enum status lp_solve(struct lp *lp, const struct lp_limits *limits,
                     struct lp_result *r, struct faults *f)
{
    struct solving s = {.guard = {.stop = limits->stop, .deadline = limits->deadline},
                        .lp = lp, .limits = limits, .result = r,
                        .bound = -LP_INFINITY};
    *r = (struct lp_result){.outcome = LP_STOPPED, .bound = -LP_INFINITY, .x = r->x};
    if (guard_visit(&s.guard, solve_work, &s) == GUARD_ERROR)
        return guard_fault(f, lp->n_rows, lp->n_cols);
    r->nodes = s.nodes;
    r->iterations = s.iterations + s.tree_iterations + NODE_ITERATIONS * s.nodes;
    r->bound = r->outcome == LP_PROVED ? r->value : s.bound;
    return STATUS_OK;
}

struct writing {
    const struct lp *lp;
    const char *path;
    bool failed;
};

static void write_work(void *context)
{
    struct writing *w = context;
    glp_prob *p = built(w->lp);
    glp_set_prob_name(p, "ledsaga");
    glp_set_obj_name(p, "points");
    w->failed = glp_write_mps(p, GLP_MPS_FILE, NULL, w->path) != 0;
    glp_delete_prob(p);
}

enum status lp_write_mps(struct lp *lp, const char *path, struct faults *f)
{
    struct guard guard = {0};
    struct writing w = {.lp = lp, .path = path, .failed = true};
    guard_visit(&guard, write_work, &w);
    if (w.failed)
        return faults_add(f, STATUS_UNWRITABLE, path, "",
                          "check that the folder exists and has room",
                          "the integer program could not be written");
    return STATUS_OK;
}

const char *lp_library(void)
{
    return glp_version();
}
