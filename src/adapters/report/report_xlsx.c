/* The report as a workbook, one sheet for each of its parts: hours as hours, money as
 * kronor, shares as per cent and days as dates, all numbers that a sheet can count with.
 * A workbook has no integers, so this is where minutes and öre become fractions. It is
 * dated by the last day of the period. */
#include "adapters/text/plain.h"
#include "adapters/report/report_grid.h"
#include "adapters/report/report_view.h"
#include "adapters/text/workbook.h"
#include "base/text.h"

#include <string.h>

enum { NARROWEST = 8, WIDEST = 60, PADDING = 2 };
/* Of the sheet of equity, whose heads are long: characters and lines of POINTS. */
enum { EQUITY_WIDTH = 16, EQUITY_LINES = 5, POINTS = 15 };
/* ---- looks ------------------------------------------------------------- */

enum look {
    LOOK_HEAD,
    LOOK_NUMBERS_HEAD, /* over a column of numbers */
    LOOK_WORDS,
    LOOK_COUNT,
    LOOK_MEAN,
    LOOK_HOURS,
    LOOK_MONEY,
    LOOK_DATE,
    LOOK_SHARE,
    LOOK_POINTS,
    LOOK_MONEY_HOUR,
    LOOK_MONEY_YEAR,
    LOOKS
};

/* The unit is what the phrase says after the number. */
static const struct {
    const char *digits, *phrase;
} NUMBER_LOOKS[LOOKS] = {
    [LOOK_COUNT] = {"#,##0", NULL},
    [LOOK_MEAN] = {"#,##0.00", NULL},
    [LOOK_HOURS] = {"#,##0.00\" h\"", NULL},
    [LOOK_MONEY] = {"#,##0.00", N_("%s kr")},
    [LOOK_DATE] = {"yyyy-mm-dd", NULL},
    [LOOK_SHARE] = {"0.0%", NULL},
    [LOOK_POINTS] = {"0.0", N_("%s pp")},
    [LOOK_MONEY_HOUR] = {"#,##0.00", N_("%s kr/h")},
    [LOOK_MONEY_YEAR] = {"#,##0", N_("%s kr/year")},
};

/* Units of KPIs that are not simply counted: how they look, how a difference looks, and
 * how many of the file's units make one of the workbook's. */
static const struct kpi_look {
    const char *unit;
    enum look value, gap;
    double per_value, per_gap;
} KPI_LOOKS[] = {
    {"%", LOOK_SHARE, LOOK_POINTS, 1, 0.01},
    {"min", LOOK_HOURS, LOOK_HOURS, HOUR, HOUR},
    {"öre/h", LOOK_MONEY_HOUR, LOOK_MONEY_HOUR, 100, 100},
    {"kr/year", LOOK_MONEY_YEAR, LOOK_MONEY_YEAR, 1, 1},
};
static const struct kpi_look COUNTED = {"", LOOK_MEAN, LOOK_MEAN, 1, 1};

static const struct kpi_look *kpi_look(enum kpi k)
{
    for (size_t i = 0; i < sizeof KPI_LOOKS / sizeof *KPI_LOOKS; i++)
        if (strcmp(KPI_ROWS[k].unit, KPI_LOOKS[i].unit) == 0)
            return &KPI_LOOKS[i];
    return &COUNTED;
}

struct book {
    struct arena *arena;
    const struct report *report;
    struct workbook file;
    lxw_format *look[2][LOOKS]; /* [1]: of sums */
    lxw_row_t next;             /* the sheet's first empty row */
    int width[GRID_COLUMNS];    /* characters of its widest cells */
};

static lxw_format *look_make(struct book *b, enum look look, bool sum)
{
    lxw_format *f = workbook_add_format(b->file.book);
    const char *digits = NUMBER_LOOKS[look].digits, *phrase = NUMBER_LOOKS[look].phrase;
    const char *unit = phrase ? strstr(_(phrase), "%s") : NULL;
    if (unit)
        digits = arena_print(b->arena, "%s\"%s\"", digits, unit + strlen("%s"));
    if (digits)
        format_set_num_format(f, digits);
    else
        format_set_text_wrap(f);
    format_set_align(f, LXW_ALIGN_VERTICAL_TOP);
    if (look <= LOOK_NUMBERS_HEAD || sum)
        format_set_bold(f);
    if (look <= LOOK_NUMBERS_HEAD)
        format_set_bottom(f, LXW_BORDER_THIN);
    if (look == LOOK_NUMBERS_HEAD)
        format_set_align(f, LXW_ALIGN_RIGHT);
    if (sum)
        format_set_top(f, LXW_BORDER_THIN);
    return f;
}

/* ---- cells ------------------------------------------------------------- */

static void words_put(struct book *b, lxw_row_t row, int column, enum look look, bool sum,
                      const char *s)
{
    worksheet_write_string(b->file.sheet, row, (lxw_col_t)column, s, b->look[sum][look]);
}

static void number_put(struct book *b, lxw_row_t row, int column, enum look look, bool sum,
                       double value)
{
    worksheet_write_number(b->file.sheet, row, (lxw_col_t)column, value, b->look[sum][look]);
}

/* A ratio without a whole leaves its cell empty. */
static void ratio_put(struct book *b, lxw_row_t row, int column, bool sum, enum kpi k,
                      struct ratio v, bool gap)
{
    const struct kpi_look *l = kpi_look(k);
    enum look look = gap ? l->gap : l->value;
    if (v.whole == 0) {
        worksheet_write_blank(b->file.sheet, row, (lxw_col_t)column, b->look[sum][look]);
        return;
    }
    if (look == LOOK_MEAN && v.whole == 1)
        look = LOOK_COUNT;
    number_put(b, row, column, look, sum,
               (double)v.part / (double)v.whole / (gap ? l->per_gap : l->per_value));
}

static void cell_put(struct book *b, lxw_row_t row, int column, bool sum,
                     const struct grid_cell *c)
{
    switch (c->kind) {
    case CELL_NOTHING:
        break;
    case CELL_TEXT:
        words_put(b, row, column, LOOK_WORDS, sum, c->text);
        break;
    case CELL_COUNT:
        number_put(b, row, column, LOOK_COUNT, sum, (double)c->value);
        break;
    case CELL_MINUTES:
        number_put(b, row, column, LOOK_HOURS, sum, (double)c->value / HOUR);
        break;
    case CELL_ORE:
        number_put(b, row, column, LOOK_MONEY, sum, (double)c->value / 100);
        break;
    case CELL_DAY:
        number_put(b, row, column, LOOK_DATE, sum, (double)(c->value + WORKBOOK_DAYS_BEFORE_1970));
        break;
    case CELL_KPI:
        ratio_put(b, row, column, sum, (enum kpi)c->value, c->ratio, false);
        break;
    }
}

static void width_mind(struct book *b, int column, const char *s)
{
    int columns = text_columns(s) + PADDING;
    if (columns > b->width[column])
        b->width[column] = columns < WIDEST ? columns : WIDEST;
}

/* ---- sheets ------------------------------------------------------------ */

static void sheet_begin(struct book *b, const char *name)
{
    workbook_sheet(&b->file, name);
    b->next = 0;
    for (int c = 0; c < GRID_COLUMNS; c++)
        b->width[c] = NARROWEST;
}

static void grid_put(struct book *b, const struct grid *g)
{
    lxw_row_t first = b->next;
    for (int c = 0; c < g->n_columns; c++) {
        words_put(b, first, c, g->columns[c].number ? LOOK_NUMBERS_HEAD : LOOK_HEAD, false,
                  g->columns[c].head);
        width_mind(b, c, g->columns[c].head);
    }
    for (int i = 0; i < g->n_rows; i++)
        for (int c = 0; c < g->n_columns; c++) {
            const struct grid_cell *cell = &g->rows[i].cells[c];
            cell_put(b, first + 1 + (lxw_row_t)i, c, g->rows[i].sum, cell);
            width_mind(b, c, cell_phrase(b->arena, cell));
        }
    b->next = first + 1 + (lxw_row_t)g->n_rows;
    if (g->n_rows == 0)
        worksheet_write_string(b->file.sheet, b->next++, 0, g->empty, NULL);
    for (int c = 0; c < g->n_columns; c++)
        worksheet_set_column(b->file.sheet, (lxw_col_t)c, (lxw_col_t)c, b->width[c], NULL);
}

static void grid_sheet(struct book *b, const char *name, struct grid g)
{
    sheet_begin(b, name);
    grid_put(b, &g);
}

static void cost_sheet(struct book *b)
{
    struct grid hours = grid_hours(b->arena, b->report);
    grid_sheet(b, _("Cost"), grid_cost(b->arena, b->report));
    b->next++;
    grid_put(b, &hours);
}

/* ---- equity: a row for each group, a column for each KPI --------------- */

enum { BY, GROUP, CLIENTS, FIRST_KPI };

static void ratios_put(struct book *b, const struct ratio values[KPI_COUNT], bool gap)
{
    int column = FIRST_KPI;
    for (int k = 0; k < KPI_COUNT; k++)
        if (KPI_ROWS[k].of_clients)
            ratio_put(b, b->next, column++, gap, (enum kpi)k, values[k], gap);
}

static void equity_heads(struct book *b)
{
    int column = FIRST_KPI;
    words_put(b, 0, BY, LOOK_HEAD, false, _("By"));
    words_put(b, 0, GROUP, LOOK_HEAD, false, _("Group"));
    words_put(b, 0, CLIENTS, LOOK_NUMBERS_HEAD, false, _("Clients"));
    for (int k = 0; k < KPI_COUNT; k++)
        if (KPI_ROWS[k].of_clients)
            words_put(b, 0, column++, LOOK_NUMBERS_HEAD, false,
                      kpi_title(b->arena, (enum kpi)k));
    worksheet_set_column(b->file.sheet, BY, (lxw_col_t)(column - 1), EQUITY_WIDTH, NULL);
    worksheet_set_row(b->file.sheet, 0, EQUITY_LINES * POINTS, NULL);
    worksheet_freeze_panes(b->file.sheet, 1, FIRST_KPI);
    b->next = 1;
}

static void group_put(struct book *b, const struct equity_cell *c)
{
    words_put(b, b->next, BY, LOOK_WORDS, false, dimension_title(c->dimension));
    words_put(b, b->next, GROUP, LOOK_WORDS, false,
              group_phrase(b->arena, c->dimension, c->group));
    number_put(b, b->next, CLIENTS, LOOK_COUNT, false, c->n_clients);
    ratios_put(b, c->kpi, false);
    b->next++;
}

static void dimension_put(struct book *b, enum dimension d)
{
    const struct equity *e = b->report->equity;
    int n;
    const int *told = groups_told(b->arena, e, d, &n);
    const char *untold = groups_untold_phrase(b->arena, e, d);
    for (int i = 0; i < n; i++)
        group_put(b, &e->cells[told[i]]);
    words_put(b, b->next, BY, LOOK_WORDS, true, dimension_title(d));
    words_put(b, b->next, GROUP, LOOK_WORDS, true, _("Apart"));
    worksheet_write_blank(b->file.sheet, b->next, CLIENTS, b->look[true][LOOK_COUNT]);
    ratios_put(b, e->gap[d], true);
    b->next++;
    if (untold)
        worksheet_write_string(b->file.sheet, b->next++, 0, untold, NULL);
}

static void equity_sheet(struct book *b)
{
    sheet_begin(b, _("Equity"));
    equity_heads(b);
    for (int d = 0; d < DIMENSIONS; d++)
        dimension_put(b, (enum dimension)d);
}

/* ---- the book ---------------------------------------------------------- */

static void book_fill(struct book *b)
{
    struct arena *a = b->arena;
    const struct report *r = b->report;
    for (int sum = 0; sum < 2; sum++)
        for (int i = 0; i < LOOKS; i++)
            b->look[sum][i] = look_make(b, (enum look)i, sum);
    grid_sheet(b, _("Summary"), grid_summary(a, r));
    grid_sheet(b, _("KPIs"), grid_kpis(a, r));
    grid_sheet(b, _("Ledger"), grid_ledger(a, r));
    grid_sheet(b, _("Clock"), grid_clock(a, r));
    equity_sheet(b);
    cost_sheet(b);
    grid_sheet(b, _("Legality"), grid_legality(a, r));
}

enum status report_xlsx(struct arena *a, const struct report *r, const char **bytes,
                        size_t *length, struct faults *f)
{
    const struct period *p = &r->measured->period;
    struct book b = {.arena = a, .report = r};
    TRY(workbook_begin(a,
                       arena_print(a, "%s – %s", period_phrase(a, p),
                                   plain_line(a, report_problem(r)->unit_name)),
                       p->to_day * SECONDS_A_DAY, &b.file, f));
    book_fill(&b);
    return workbook_end(&b.file, bytes, length, f);
}
