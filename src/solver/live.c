/* A GLPK problem kept from solve to solve. GLPK's basis is a status per row and column,
 * as many basic ones as there are rows; its factorization it makes anew by itself when
 * something basic changed. All calls that can fail are visits under the guard; indices
 * are looked at before, so that the others cannot fail. */
#include "solver/live.h"

#include "solver/lp_guard.h"

#include <math.h>
#include <stdlib.h>

struct live {
    glp_prob *p;
    int64_t generation; /* of the thread's environment when it was made */
    int n_rows, n_cols; /* counted here too, for when p is gone */
    int *index;         /* GLPK's sparse vectors, 1-based: room for one entry */
    double *value;      /* in each row and column */
    int room;
};

/* What a visit is to do, and with what. */
struct visit {
    struct live *l;
    double lo, hi, cost;
    int col;
    int n;           /* terms in the live program's index and value, or columns to drop */
    const int *drop; /* [n + 1], GLPK's columns from slot 1 on */
    double *table;   /* [BATCH][n_rows] */
    const struct live_limits *limits;
    enum live_outcome outcome;
};

static bool alive(const struct live *l)
{
    return l->generation == guard_generation();
}

static enum guard_end visit(struct visit *v, void (*work)(void *))
{
    struct guard unlimited = {0};
    return alive(v->l) ? guard_visit(&unlimited, work, v) : GUARD_ERROR;
}

static void make_room(struct live *l)
{
    int wanted = l->n_rows + l->n_cols + 2;
    if (wanted <= l->room)
        return;
    l->room = 2 * wanted + 256;
    l->index = guard_grown(l->index, (size_t)l->room, sizeof *l->index);
    l->value = guard_grown(l->value, (size_t)l->room, sizeof *l->value);
}

static void create(void *context)
{
    struct visit *v = context;
    guard_keep();
    v->l->p = glp_create_prob();
    glp_set_obj_dir(v->l->p, GLP_MIN);
}

struct live *live_new(void)
{
    struct live *l = guard_grown(NULL, 1, sizeof *l);
    *l = (struct live){.generation = guard_generation()};
    make_room(l);
    visit(&(struct visit){.l = l}, create);
    return l;
}

static void delete(void *context)
{
    struct visit *v = context;
    glp_delete_prob(v->l->p);
    guard_let_go();
}

void live_free(struct live *l)
{
    if (!l)
        return;
    visit(&(struct visit){.l = l}, delete);
    free(l->index);
    free(l->value);
    free(l);
}

/* ---- rows and columns ---------------------------------------------------- */

static void add_row(void *context)
{
    struct visit *v = context;
    int row = glp_add_rows(v->l->p, 1); /* basic, says GLPK */
    glp_set_row_bnds(v->l->p, row, guard_bounds(v->lo, v->hi), v->lo, v->hi);
}

int live_row(struct live *l, double lo, double hi)
{
    require(lo <= hi, "a row's bounds do not cross");
    visit(&(struct visit){.l = l, .lo = lo, .hi = hi}, add_row);
    l->n_rows++;
    make_room(l);
    return l->n_rows - 1;
}

static void add_col(void *context)
{
    struct visit *v = context;
    glp_prob *p = v->l->p;
    int col = glp_add_cols(p, 1);
    glp_set_col_bnds(p, col, guard_bounds(v->lo, v->hi), v->lo, v->hi);
    glp_set_col_stat(p, col, GLP_NL); /* or as near as its bounds allow */
    glp_set_obj_coef(p, col, v->cost);
    glp_set_mat_col(p, col, v->n, v->l->index, v->l->value);
}

int live_col(struct live *l, double lo, double hi, double cost, int n, const int *rows,
             const double *coefficients)
{
    require(lo <= hi, "a column's bounds do not cross");
    require(n <= l->n_rows, "a column has no more terms than there are rows");
    for (int i = 0; i < n; i++) {
        require(rows[i] >= 0 && rows[i] < l->n_rows, "a column's rows are there");
        l->index[i + 1] = rows[i] + 1;
        l->value[i + 1] = coefficients[i];
    }
    visit(&(struct visit){.l = l, .lo = lo, .hi = hi, .cost = cost, .n = n}, add_col);
    l->n_cols++;
    make_room(l);
    return l->n_cols - 1;
}

static void set_col(void *context)
{
    struct visit *v = context;
    glp_set_mat_col(v->l->p, v->col + 1, v->n, v->l->index, v->l->value);
}

void live_term(struct live *l, int row, int col, double coefficient)
{
    require(row >= 0 && row < l->n_rows && col >= 0 && col < l->n_cols,
            "a term's row and column are there");
    if (!alive(l))
        return;
    int n = glp_get_mat_col(l->p, col + 1, l->index, l->value) + 1;
    l->index[n] = row + 1;
    l->value[n] = coefficient;
    visit(&(struct visit){.l = l, .n = n, .col = col}, set_col);
}

void live_col_bounds(struct live *l, int col, double lo, double hi)
{
    require(col >= 0 && col < l->n_cols, "the column is there");
    require(lo <= hi, "a column's bounds do not cross");
    if (alive(l))
        glp_set_col_bnds(l->p, col + 1, guard_bounds(lo, hi), lo, hi);
}

void live_row_bounds(struct live *l, int row, double lo, double hi)
{
    require(row >= 0 && row < l->n_rows, "the row is there");
    require(lo <= hi, "a row's bounds do not cross");
    if (alive(l))
        glp_set_row_bnds(l->p, row + 1, guard_bounds(lo, hi), lo, hi);
}

void live_cost(struct live *l, int col, double cost)
{
    require(col >= 0 && col < l->n_cols, "the column is there");
    if (alive(l))
        glp_set_obj_coef(l->p, col + 1, cost);
}

int live_cols(const struct live *l)
{
    return l->n_cols;
}

int live_rows(const struct live *l)
{
    return l->n_rows;
}

/* ---- columns that go ----------------------------------------------------- */

/* A basic column that goes needs a slack in its place. The row of the simplex table
 * that belongs to it says which can: those not basic with an entry other than zero,
 * and there always is one. For several columns together the entries chosen must make
 * a square that can be inverted; Gaussian elimination over the rows of the table, with
 * the largest entry of each as its pivot, sees to it. In batches, since elimination
 * grows with the square of their number; the factorization is made anew for each. */
enum { BATCH = 64 };

static void read_table_row(struct live *l, int col, double *table)
{
    int n = glp_eval_tab_row(l->p, l->n_rows + col, l->index, l->value);
    for (int i = 0; i < l->n_rows; i++)
        table[i] = 0;
    for (int t = 1; t <= n; t++)
        if (l->index[t] <= l->n_rows)
            table[l->index[t] - 1] = l->value[t];
}

/* chosen[k] is the slack for row k of the table. False if numbers became too small. */
static bool choose_slacks(double *table, int n, int n_rows, int *chosen)
{
    for (int k = 0; k < n; k++) {
        double *pivot = table + (size_t)k * (size_t)n_rows;
        int best = 0;
        for (int i = 1; i < n_rows; i++)
            if (fabs(pivot[i]) > fabs(pivot[best]))
                best = i;
        if (fabs(pivot[best]) < 1e-9)
            return false;
        chosen[k] = best;
        for (int r = k + 1; r < n; r++) {
            double *row = table + (size_t)r * (size_t)n_rows;
            double factor = row[best] / pivot[best];
            for (int i = 0; factor != 0 && i < n_rows; i++)
                row[i] -= factor * pivot[i];
            row[best] = 0;
        }
    }
    return true;
}

/* The columns are GLPK's. Where it fails the basis comes out too small, and the next
 * solve makes one from scratch. */
static bool replace_batch(struct visit *v, const int *cols, int n)
{
    struct live *l = v->l;
    int chosen[BATCH];
    if (!glp_bf_exists(l->p) && glp_factorize(l->p) != 0)
        return false;
    for (int k = 0; k < n; k++)
        read_table_row(l, cols[k], v->table + (size_t)k * (size_t)l->n_rows);
    if (!choose_slacks(v->table, n, l->n_rows, chosen))
        return false;
    for (int k = 0; k < n; k++) {
        glp_set_col_stat(l->p, cols[k], GLP_NL);
        glp_set_row_stat(l->p, chosen[k] + 1, GLP_BS);
    }
    return true;
}

static void drop_cols(void *context)
{
    struct visit *v = context;
    glp_prob *p = v->l->p;
    int cols[BATCH], n = 0;
    bool whole = true;
    for (int i = 1; i <= v->n && whole; i++) {
        if (glp_get_col_stat(p, v->drop[i]) == GLP_BS)
            cols[n++] = v->drop[i];
        if (n == BATCH || (n > 0 && i == v->n)) {
            whole = replace_batch(v, cols, n);
            n = 0;
        }
    }
    glp_del_cols(p, v->n, v->drop);
}

void live_drop(struct live *l, const bool *drop)
{
    size_t square = (size_t)BATCH * (size_t)(l->n_rows + 1);
    int *cols = guard_grown(NULL, (size_t)l->n_cols + 1, sizeof *cols);
    double *table = guard_grown(NULL, square, sizeof *table);
    int n = 0;
    for (int j = 0; j < l->n_cols; j++)
        if (drop[j])
            cols[++n] = j + 1;
    if (n > 0)
        visit(&(struct visit){.l = l, .n = n, .drop = cols, .table = table}, drop_cols);
    l->n_cols -= n;
    free(cols);
    free(table);
}

/* ---- solving ------------------------------------------------------------- */

static bool broke_down(int code)
{
    return code == GLP_EBADB || code == GLP_ESING || code == GLP_ECOND ||
           code == GLP_EFAIL;
}

static int simplex(const struct visit *v, int method, int64_t iterations)
{
    glp_smcp control = guard_simplex(v->limits->deadline, iterations);
    control.meth = method;
    return glp_simplex(v->l->p, &control);
}

/* Where GLPK fails from the basis at hand, once more from one it makes itself. */
static void solve(void *context)
{
    struct visit *v = context;
    glp_prob *p = v->l->p;
    int64_t most = v->limits->iterations, before = glp_get_it_cnt(p);
    int code = simplex(v, v->limits->dual ? GLP_DUALP : GLP_PRIMAL, most);
    if (broke_down(code)) {
        int64_t made = glp_get_it_cnt(p) - before;
        glp_adv_basis(p, 0);
        code = simplex(v, GLP_PRIMAL, most && most <= made ? 1 : most ? most - made : 0);
    }
    if (code == 0 && glp_get_status(p) == GLP_OPT)
        v->outcome = LIVE_OPTIMAL;
    else if (code == 0 && glp_get_status(p) == GLP_NOFEAS)
        v->outcome = LIVE_INFEASIBLE;
}

enum status live_solve(struct live *l, const struct live_limits *limits,
                       enum live_outcome *outcome, int64_t *iterations, struct faults *f)
{
    struct guard guard = {.stop = limits->stop, .deadline = limits->deadline};
    struct visit v = {.l = l, .limits = limits, .outcome = LIVE_STOPPED};
    int64_t made = 0;
    enum guard_end end = alive(l) ? GUARD_DONE : GUARD_ERROR;
    if (end == GUARD_DONE && !guard_spent(&guard)) {
        guard.deadline = 0; /* GLPK's own time limit keeps the basis, a jump would not */
        int before = glp_get_it_cnt(l->p);
        end = guard_visit(&guard, solve, &v);
        made = end == GUARD_ERROR ? 0 : glp_get_it_cnt(l->p) - before;
    }
    *outcome = end == GUARD_DONE ? v.outcome : LIVE_STOPPED;
    if (iterations)
        *iterations = made;
    return end == GUARD_ERROR ? guard_fault(f, l->n_rows, l->n_cols) : STATUS_OK;
}

double live_value(const struct live *l)
{
    return alive(l) ? glp_get_obj_val(l->p) : 0;
}

double live_dual(const struct live *l, int row)
{
    require(row >= 0 && row < l->n_rows, "the row is there");
    return alive(l) ? glp_get_row_dual(l->p, row + 1) : 0;
}

double live_at(const struct live *l, int col)
{
    require(col >= 0 && col < l->n_cols, "the column is there");
    return alive(l) ? glp_get_col_prim(l->p, col + 1) : 0;
}

double live_reduced(const struct live *l, int col)
{
    require(col >= 0 && col < l->n_cols, "the column is there");
    return alive(l) ? glp_get_col_dual(l->p, col + 1) : 0;
}
