/* The report as a page: one file that needs nothing else, without scripts, for a
 * browser, a screen reader or paper. Every table has a caption and headings for its
 * rows and columns; nothing is said by colour alone. Tables wider than the window are
 * scrolled by themselves, also with the keyboard. Its looks are the week page's. */
#include "adapters/text/markup.h"
#include "adapters/show/page_style.h"
#include "adapters/text/phrase.h"
#include "adapters/report/report_grid.h"
#include "adapters/report/report_view.h"

/* Numbers stay in rows and columns on a narrow screen, where the tables of the week's
 * page become lists. */
static const char *const REPORT_STYLE[] = {
    "h3{margin-top:1.2rem}\n",
    ".scroll{overflow-x:auto;margin:.8rem 0}\n",
    ".scroll:focus-visible{outline:3px solid var(--link);outline-offset:2px}\n",
    ".figures{width:auto;min-width:50%;font-variant-numeric:tabular-nums;",
    "overflow-wrap:normal}.figures:not(.said){min-width:44rem}\n",
    ".figures caption{text-align:left;font-weight:600;padding:.2rem 0}\n",
    ".figures tbody th{font-weight:400}.figures .sum th,.figures .sum td{font-weight:600;",
    "border-top:2px solid var(--quiet)}\n",
    ".said tbody th{min-width:12rem}.said tbody th::first-letter{text-transform:uppercase}\n",
    ".figures .n{text-align:right}.figures td.n,.figures .whole{white-space:nowrap}\n",
    "@media(max-width:40rem){.figures{display:table}",
    ".figures caption{display:table-caption}",
    ".figures thead{display:table-header-group;position:static}",
    ".figures tbody{display:table-row-group}.figures tr{display:table-row}",
    ".figures th,.figures td{display:table-cell;width:auto!important;",
    "padding:.3rem .6rem .3rem 0;border-bottom:1px solid var(--line)}}\n",
    "@media print{.scroll{overflow:visible}.figures{font-size:8.5pt}",
    ".figures thead{display:table-header-group}caption{break-after:avoid}}\n",
};

struct page {
    struct arena *arena;
    const struct report *report;
    struct text out;
    int n_tables; /* they are named by number */
};

static void raw(struct page *g, const char *html)
{
    text_add(&g->out, html);
}

static void element(struct page *g, const char *open, const char *s, const char *close)
{
    markup_element(&g->out, open, s, close);
}

/* ---- tables ------------------------------------------------------------ */

/* A table whose caption names the region that scrolls. said: its rows begin with words
 * and not with ids. */
static void table_begin(struct page *g, const char *caption, bool said)
{
    g->n_tables++;
    text_print(&g->out,
               "<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-labelledby=\"t%d\">\n"
               "<table class=\"figures%s\">\n<caption id=\"t%d\">",
               g->n_tables, said ? " said" : "", g->n_tables);
    element(g, "", caption, "</caption>\n<thead><tr>");
}

static void table_end(struct page *g)
{
    raw(g, "</tbody>\n</table>\n</div>\n");
}

static void head_cell(struct page *g, const char *name, bool number)
{
    element(g, number ? "<th scope=\"col\" class=\"n\">" : "<th scope=\"col\">", name, "</th>");
}

/* Days are not broken at their hyphens. */
static const char *cell_open(const struct grid *g, int c, const struct grid_cell *cell)
{
    if (c == 0)
        return "<th scope=\"row\">";
    if (g->columns[c].number)
        return "<td class=\"n\">";
    return cell->kind == CELL_DAY ? "<td class=\"whole\">" : "<td>";
}

static void grid_rows(struct page *g, const struct grid *grid)
{
    for (int i = 0; i < grid->n_rows; i++) {
        raw(g, grid->rows[i].sum ? "<tr class=\"sum\">" : "<tr>");
        for (int c = 0; c < grid->n_columns; c++) {
            const struct grid_cell *cell = &grid->rows[i].cells[c];
            if (!grid->columns[c].detail)
                element(g, cell_open(grid, c, cell), cell_phrase(g->arena, cell),
                        c == 0 ? "</th>" : "</td>");
        }
        raw(g, "</tr>\n");
    }
}

static void grid_table(struct page *g, const struct grid *grid)
{
    if (grid->n_rows == 0) {
        element(g, "<p class=\"good\">", grid->empty, "</p>\n");
        return;
    }
    table_begin(g, grid->caption, grid->said);
    for (int c = 0; c < grid->n_columns; c++)
        if (!grid->columns[c].detail)
            head_cell(g, grid->columns[c].head, grid->columns[c].number);
    raw(g, "</tr></thead>\n<tbody>\n");
    grid_rows(g, grid);
    table_end(g);
    if (grid->note)
        element(g, "<p class=\"quiet\">", grid->note, "</p>\n");
}

static void section_begin(struct page *g, const char *id, const char *title)
{
    text_print(&g->out, "<section aria-labelledby=\"%s\">\n<h2 id=\"%s\">", id, id);
    element(g, "", title, "</h2>\n");
}

static void part(struct page *g, const char *id, const struct grid *grid)
{
    section_begin(g, id, grid->title);
    grid_table(g, grid);
    raw(g, "</section>\n");
}

/* ---- what the page is -------------------------------------------------- */

static void head(struct page *g)
{
    const struct problem *p = report_problem(g->report);
    const char *period = period_phrase(g->arena, &g->report->measured->period);
    raw(g, "<!DOCTYPE html>\n");
    element(g, "<html lang=\"", language_code(), "\">\n");
    raw(g, "<head>\n<meta charset=\"utf-8\">\n"
           "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
    element(g, "<title>", arena_print(g->arena, "%s – %s", period, p->unit_name),
            "</title>\n<style>\n");
    for (size_t i = 0; i < sizeof PAGE_STYLE / sizeof *PAGE_STYLE; i++)
        raw(g, PAGE_STYLE[i]);
    for (size_t i = 0; i < sizeof REPORT_STYLE / sizeof *REPORT_STYLE; i++)
        raw(g, REPORT_STYLE[i]);
    raw(g, "</style>\n</head>\n<body>\n");
    element(g, "<a class=\"skip\" href=\"#main\">", _("Skip to the report"),
            "</a>\n<header>\n");
    element(g, "<p>", p->unit_name, "</p>\n");
    element(g, "<h1>", period, "</h1>\n</header>\n");
}

static void contents(struct page *g, const char *const (*parts)[2], int n)
{
    element(g, "<nav aria-label=\"", _("Contents"), "\">\n<ul>\n");
    for (int i = 0; i < n; i++) {
        text_print(&g->out, "<li><a href=\"#%s\">", parts[i][0]);
        element(g, "", parts[i][1], "</a></li>\n");
    }
    raw(g, "</ul>\n</nav>\n<main id=\"main\">\n");
}

static void summary(struct page *g)
{
    struct grid grid = grid_summary(g->arena, g->report);
    section_begin(g, "summary", grid.title);
    raw(g, "<dl>\n");
    for (int i = 0; i < grid.n_rows; i++) {
        element(g, "<dt>", cell_phrase(g->arena, &grid.rows[i].cells[0]), "</dt>");
        element(g, "<dd>", cell_phrase(g->arena, &grid.rows[i].cells[1]), "</dd>\n");
    }
    raw(g, "</dl>\n</section>\n");
}

static void cost(struct page *g)
{
    struct grid money = grid_cost(g->arena, g->report);
    struct grid hours = grid_hours(g->arena, g->report);
    section_begin(g, "cost", money.title);
    grid_table(g, &money);
    grid_table(g, &hours);
    raw(g, "</section>\n");
}

/* ---- equity ------------------------------------------------------------ */

static void equity_row(struct page *g, enum dimension d, enum kpi k, const int *told, int n)
{
    const struct equity *e = g->report->equity;
    element(g, "<tr><th scope=\"row\">", kpi_title(g->arena, k), "</th>");
    for (int i = 0; i < n; i++)
        element(g, "<td class=\"n\">",
                kpi_phrase(g->arena, k, e->cells[told[i]].kpi[k]), "</td>");
    element(g, "<td class=\"n\">", kpi_gap_phrase(g->arena, k, e->gap[d][k]), "</td></tr>\n");
}

static void equity_table(struct page *g, enum dimension d, const int *told, int n)
{
    const struct equity *e = g->report->equity;
    table_begin(g, arena_print(g->arena, "%s: %s", dimension_title(d),
                               _("key figures of each group that is told")),
                true);
    head_cell(g, _("What"), false);
    for (int i = 0; i < n; i++)
        head_cell(g, group_size_phrase(g->arena, &e->cells[told[i]]), true);
    head_cell(g, _("Apart"), true);
    raw(g, "</tr></thead>\n<tbody>\n");
    for (int k = 0; k < KPI_COUNT; k++)
        if (KPI_ROWS[k].of_clients)
            equity_row(g, d, (enum kpi)k, told, n);
    table_end(g);
}

static void equity(struct page *g)
{
    section_begin(g, "equity", _("Equity"));
    element(g, "<p class=\"quiet\">",
            _("How far the groups that are told lie apart: the largest value less the smallest. "
              "– means that there is nothing to measure, or too few clients to tell of."),
            "</p>\n");
    for (int d = 0; d < DIMENSIONS; d++) {
        enum dimension by = (enum dimension)d;
        int n;
        const int *told = groups_told(g->arena, g->report->equity, by, &n);
        const char *untold = groups_untold_phrase(g->arena, g->report->equity, by);
        element(g, "<h3>", dimension_title(by), "</h3>\n");
        if (n > 0)
            equity_table(g, by, told, n);
        if (untold)
            element(g, "<p class=\"quiet\">", untold, "</p>\n");
    }
    raw(g, "</section>\n");
}

/* ---- the whole --------------------------------------------------------- */

static void foot(struct page *g)
{
    element(g, "</main>\n<footer><p class=\"quiet\">",
            _("Made by ledsaga. A person decides; the program proposes and explains."),
            "</p></footer>\n</body>\n</html>\n");
}

const char *report_html(struct arena *a, const struct report *r)
{
    struct page g = {.arena = a, .report = r, .out = text_new(a)};
    struct grid legality = grid_legality(a, r), figures = grid_kpis(a, r);
    struct grid clock = grid_clock(a, r), ledger = grid_ledger(a, r);
    const char *const parts[][2] = {
        {"summary", _("Summary")},   {"legality", legality.title}, {"kpis", figures.title},
        {"cost", _("Cost")},         {"clock", clock.title},       {"ledger", ledger.title},
        {"equity", _("Equity")},
    };
    head(&g);
    contents(&g, parts, (int)(sizeof parts / sizeof *parts));
    summary(&g);
    part(&g, "legality", &legality);
    part(&g, "kpis", &figures);
    cost(&g);
    part(&g, "clock", &clock);
    part(&g, "ledger", &ledger);
    equity(&g);
    foot(&g);
    return text_done(&g.out);
}
