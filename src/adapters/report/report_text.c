/* The report in a terminal: the same parts as on the page, in the same order, without
 * the columns that need more room than a terminal has. Of equity it tells how far the
 * groups are apart, and which lie at the ends. */
#include "adapters/text/plain.h"
#include "adapters/report/report_grid.h"
#include "adapters/report/report_view.h"
#include "adapters/text/table.h"

enum { NARROWEST = 40, MARGIN = 2 };

struct view {
    struct arena *arena;
    const struct report *report;
    int width;
    bool colour;
    struct text out;
};

static void heading_print(struct view *v, const char *s)
{
    text_add(&v->out, v->colour ? "\n\033[1m" : "\n");
    paragraph_print(&v->out, "", s, v->width);
    if (v->colour)
        text_add(&v->out, "\033[0m");
}

/* ---- grids ------------------------------------------------------------- */

/* The column has a place in a terminal's table. */
static bool shown(const struct grid_column *c)
{
    return !c->detail && !c->remark;
}

/* Cells of the columns that are shown; remarks stand below them. */
static void cells_add(struct view *v, struct table *t, const struct grid *g,
                      const struct grid_cell *row)
{
    const char *cells[TABLE_COLUMNS];
    int n = 0;
    for (int c = 0; c < g->n_columns; c++)
        if (shown(&g->columns[c]))
            cells[n++] = row ? cell_phrase(v->arena, &row[c]) : g->columns[c].head;
    table_add(t, cells);
    for (int c = 0; row && c < g->n_columns; c++)
        if (g->columns[c].remark && *cell_phrase(v->arena, &row[c]))
            table_remark(t, arena_print(v->arena, "%s: %s", g->columns[c].head,
                                        cell_phrase(v->arena, &row[c])));
}

static struct table table_of(struct view *v, const struct grid *g, bool headed)
{
    struct table t = table_new(v->arena, 0, headed);
    for (int c = 0; c < g->n_columns; c++)
        if (shown(&g->columns[c])) {
            t.whole |= (unsigned)g->columns[c].whole << t.n_columns;
            t.right |= (unsigned)g->columns[c].number << t.n_columns;
            t.n_columns++;
        }
    return t;
}

static void grid_rows_print(struct view *v, const struct grid *g, bool headed)
{
    struct table t = table_of(v, g, headed);
    if (headed)
        cells_add(v, &t, g, NULL);
    for (int i = 0; i < g->n_rows; i++)
        cells_add(v, &t, g, g->rows[i].cells);
    table_print(&v->out, &t, MARGIN, v->width, v->colour);
}

static void grid_print(struct view *v, const struct grid *g)
{
    if (g->n_rows == 0) {
        paragraph_print(&v->out, "  ", g->empty, v->width);
        return;
    }
    grid_rows_print(v, g, true);
    if (g->note)
        paragraph_print(&v->out, "  ", g->note, v->width);
}

static void part_print(struct view *v, struct grid g)
{
    heading_print(v, g.title);
    grid_print(v, &g);
}

/* ---- equity ------------------------------------------------------------ */

static bool greater(struct ratio x, struct ratio y)
{
    return x.part * y.whole > y.part * x.whole;
}

/* The told group with the greatest value of a KPI, or with the smallest. */
static const struct equity_cell *extreme(const struct equity *e, const int *told, int n,
                                         enum kpi k, bool greatest)
{
    const struct equity_cell *best = NULL;
    for (int i = 0; i < n; i++) {
        const struct equity_cell *c = &e->cells[told[i]];
        if (c->kpi[k].whole != 0 &&
            (!best || (greatest ? greater(c->kpi[k], best->kpi[k])
                                : greater(best->kpi[k], c->kpi[k]))))
            best = c;
    }
    return best;
}

static const char *end_phrase(struct view *v, const struct equity_cell *c, enum kpi k)
{
    return arena_print(v->arena, "%s: %s", group_phrase(v->arena, c->dimension, c->group),
                       kpi_phrase(v->arena, k, c->kpi[k]));
}

static void gaps_print(struct view *v, enum dimension d, const int *told, int n)
{
    const struct equity *e = v->report->equity;
    struct table t = table_new(v->arena, 4, true);
    t.right = 1u << 1;
    table_add(&t, (const char *const[]){_("What"), _("Apart"), _("Most"), _("Least")});
    for (int i = 0; i < KPI_COUNT; i++) {
        enum kpi k = (enum kpi)i;
        struct ratio gap = e->gap[d][k];
        if (!KPI_ROWS[k].of_clients || gap.whole == 0)
            continue;
        if (gap.part == 0)
            table_add(&t, (const char *const[]){kpi_title(v->arena, k),
                                                kpi_gap_phrase(v->arena, k, gap),
                                                _("all alike"), ""});
        else
            table_add(&t, (const char *const[]){
                              kpi_title(v->arena, k), kpi_gap_phrase(v->arena, k, gap),
                              end_phrase(v, extreme(e, told, n, k, true), k),
                              end_phrase(v, extreme(e, told, n, k, false), k)});
    }
    if (t.n_rows > 1)
        table_print(&v->out, &t, MARGIN, v->width, v->colour);
}

static void groups_print(struct view *v, const int *told, int n)
{
    const struct equity *e = v->report->equity;
    struct text names = text_new(v->arena);
    for (int i = 0; i < n; i++) {
        const struct equity_cell *c = &e->cells[told[i]];
        text_print(&names, i ? ", %s" : "%s", group_size_phrase(v->arena, c));
    }
    if (n > 0)
        paragraph_print(&v->out, "  ", text_done(&names), v->width);
}

static void equity_print(struct view *v)
{
    const struct equity *e = v->report->equity;
    for (int d = 0; d < DIMENSIONS; d++) {
        enum dimension by = (enum dimension)d;
        int n;
        const int *told = groups_told(v->arena, e, by, &n);
        const char *untold = groups_untold_phrase(v->arena, e, by);
        heading_print(v, arena_print(v->arena, "%s: %s", _("Equity"), dimension_title(by)));
        groups_print(v, told, n);
        if (untold)
            paragraph_print(&v->out, "  ", untold, v->width);
        gaps_print(v, by, told, n);
    }
}

/* ---- the whole --------------------------------------------------------- */

static void head_print(struct view *v)
{
    struct grid summary = grid_summary(v->arena, v->report);
    text_print(&v->out, "%s%s%s\n", v->colour ? "\033[1m" : "", summary.columns[0].head,
               v->colour ? "\033[0m" : "");
    paragraph_print(&v->out, "", summary.columns[1].head, v->width);
    text_add(&v->out, "\n");
    grid_rows_print(v, &summary, false);
}

const char *report_text(struct arena *a, const struct report *r, int width, bool colour)
{
    struct view v = {.arena = a,
                     .report = r,
                     .width = width < NARROWEST ? NARROWEST : width,
                     .colour = colour,
                     .out = text_new(a)};
    head_print(&v);
    part_print(&v, grid_legality(a, r));
    part_print(&v, grid_kpis(a, r));
    part_print(&v, grid_cost(a, r));
    struct grid hours = grid_hours(a, r);
    text_add(&v.out, "\n");
    grid_print(&v, &hours);
    part_print(&v, grid_clock(a, r));
    part_print(&v, grid_ledger(a, r));
    equity_print(&v);
    return text_done(&v.out);
}
