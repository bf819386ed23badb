/* The roster as a workbook: by day, by escort, by client, and what is not served. Days are
 * dates, times are times of day and lengths are hours that can be added up. It is dated
 * by when the roster was made. */
#include "adapters/text/phrase.h"
#include "adapters/text/plain.h"
#include "adapters/show/roster_columns.h"
#include "adapters/text/workbook.h"
#include "base/text.h"

enum { NARROWEST = 6, WIDEST = 50, PADDING = 3 };

/* ---- the sheets ----------------------------------------------------------- */

static const enum roster_column OF_DAYS[] = {
    ROSTER_DATE,  ROSTER_DAY,   ROSTER_FROM,   ROSTER_TO,     ROSTER_MINUTES, ROSTER_CLIENT,
    ROSTER_ACTIVITY, ROSTER_GROUP, ROSTER_PLACE, ROSTER_ESCORT, ROSTER_ANSWER, ROSTER_CHANGED,
    ROSTER_BEFORE};
static const enum roster_column OF_ESCORTS[] = {
    ROSTER_ESCORT, ROSTER_DATE,  ROSTER_DAY,      ROSTER_FROM,  ROSTER_TO,     ROSTER_MINUTES,
    ROSTER_CLIENT, ROSTER_ACTIVITY, ROSTER_GROUP, ROSTER_PLACE, ROSTER_ANSWER, ROSTER_CHANGED,
    ROSTER_BEFORE};
static const enum roster_column OF_CLIENTS[] = {
    ROSTER_CLIENT,   ROSTER_DATE,  ROSTER_DAY,   ROSTER_FROM,   ROSTER_TO,     ROSTER_MINUTES,
    ROSTER_ACTIVITY, ROSTER_GROUP, ROSTER_PLACE, ROSTER_ESCORT, ROSTER_ANSWER, ROSTER_CHANGED,
    ROSTER_BEFORE};
static const enum roster_column OF_UNSERVED[] = {ROSTER_CLIENT, ROSTER_ACTIVITY, ROSTER_MINUTES,
                                                 ROSTER_ASKED,  ROSTER_WHY_NOT,  ROSTER_BEFORE};

struct sheet_lines {
    int n, capacity;
    struct roster_line *lines;
};

static void take(struct arena *a, struct sheet_lines *to, int request, int escort)
{
    ARENA_PUSH(a, to->lines, to->n, to->capacity, ((struct roster_line){request, escort}));
}

/* Visits by start; client or escort: only theirs. */
static void take_visits(struct arena *a, const struct sheet *s, int client, int escort,
                        struct sheet_lines *to)
{
    int n;
    const int *visits = sheet_served(a, s, client, escort, &n);
    for (int i = 0; i < n; i++)
        take(a, to, visits[i], escort);
}

static struct sheet_lines lines_of_days(struct arena *a, const struct sheet *s)
{
    struct sheet_lines l = {0};
    take_visits(a, s, NONE, NONE, &l);
    return l;
}

static struct sheet_lines lines_of_escorts(struct arena *a, const struct sheet *s)
{
    struct sheet_lines l = {0};
    for (int e = 0; e < s->problem->n_escorts; e++)
        take_visits(a, s, NONE, e, &l);
    return l;
}

static struct sheet_lines lines_of_clients(struct arena *a, const struct sheet *s)
{
    struct sheet_lines l = {0};
    for (int c = 0; c < s->problem->n_clients; c++)
        take_visits(a, s, c, NONE, &l);
    return l;
}

static struct sheet_lines lines_of_unserved(struct arena *a, const struct sheet *s)
{
    struct sheet_lines l = {0};
    int n;
    const int *unserved = sheet_unserved(a, s, &n);
    for (int i = 0; i < n; i++)
        take(a, &l, unserved[i], NONE);
    return l;
}

#define COLUMNS(list) list, (int)(sizeof(list) / sizeof *(list))

static const struct sheet_kind {
    const char *name, *empty; /* gettext keys; empty: said where there are no lines */
    struct sheet_lines (*lines)(struct arena *a, const struct sheet *s);
    const enum roster_column *columns;
    int n_columns;
} SHEETS[] = {
    {N_("By day"), N_("No visits."), lines_of_days, COLUMNS(OF_DAYS)},
    {N_("By escort"), N_("No visits."), lines_of_escorts, COLUMNS(OF_ESCORTS)},
    {N_("By client"), N_("No visits."), lines_of_clients, COLUMNS(OF_CLIENTS)},
    {N_("Not served"), N_("Every request is served."), lines_of_unserved, COLUMNS(OF_UNSERVED)},
};

/* ---- cells --------------------------------------------------------------- */

/* How each kind of column looks; words have no digits. */
static const char *const DIGITS[] = {[COLUMN_DATE] = "yyyy-mm-dd",
                                     [COLUMN_CLOCK] = "hh:mm",
                                     [COLUMN_LENGTH] = "[h]:mm"};
enum { KINDS = COLUMN_LENGTH + 1 };

struct filling {
    struct arena *arena;
    const struct sheet *sheet;
    struct workbook file;
    lxw_format *head, *looks[KINDS];
};

static void looks_make(struct filling *f)
{
    f->head = workbook_add_format(f->file.book);
    format_set_bold(f->head);
    format_set_bottom(f->head, LXW_BORDER_THIN);
    for (int i = 0; i < KINDS; i++) {
        f->looks[i] = workbook_add_format(f->file.book);
        format_set_align(f->looks[i], LXW_ALIGN_VERTICAL_TOP);
        if (DIGITS[i])
            format_set_num_format(f->looks[i], DIGITS[i]);
        else
            format_set_text_wrap(f->looks[i]);
    }
}

static double date_number(const struct moment *m)
{
    return (double)(date_days(m->year, m->month, m->mday) + WORKBOOK_DAYS_BEFORE_1970);
}

static double clock_number(const struct moment *m)
{
    return (double)(m->hour * HOUR + m->minute) / DAY;
}

/* A workbook counts in days. */
static double cell_number(const struct filling *f, const struct roster_line *l,
                          enum roster_column c)
{
    const struct week *w = &f->sheet->problem->week;
    const struct visit *v = &f->sheet->roster->visits[l->request];
    bool served = roster_serves(f->sheet->roster, l->request);
    if (roster_kind(c) == COLUMN_LENGTH)
        return (double)(served ? v->minutes : f->sheet->problem->requests[l->request].minutes) /
               DAY;
    struct moment m = week_moment(w, c == ROSTER_TO ? v->start + v->minutes : v->start);
    return roster_kind(c) == COLUMN_DATE ? date_number(&m) : clock_number(&m);
}

static void cell_put(struct filling *f, lxw_row_t row, lxw_col_t column,
                     const struct roster_line *l, enum roster_column c)
{
    lxw_format *look = f->looks[roster_kind(c)];
    const char *words = roster_text(f->arena, f->sheet, l, c);
    if (!*words)
        return;
    if (roster_kind(c) == COLUMN_WORDS)
        worksheet_write_string(f->file.sheet, row, column, words, look);
    else
        worksheet_write_number(f->file.sheet, row, column, cell_number(f, l, c), look);
}

/* ---- a sheet ------------------------------------------------------------- */

/* Lengths are headed by what they are in a workbook. */
static const char *head_text(enum roster_column c)
{
    return c == ROSTER_MINUTES ? _("Hours") : roster_head(c);
}

static int column_width(const struct filling *f, const struct sheet_lines *l,
                        enum roster_column c)
{
    int widest = text_columns(head_text(c)) + PADDING;
    for (int i = 0; i < l->n; i++) {
        int width = text_columns(roster_text(f->arena, f->sheet, &l->lines[i], c)) + PADDING;
        widest = width > widest ? width : widest;
    }
    return widest < NARROWEST ? NARROWEST : widest > WIDEST ? WIDEST : widest;
}

static void column_put(struct filling *f, const struct sheet_lines *l, lxw_col_t column,
                       enum roster_column c)
{
    worksheet_set_column(f->file.sheet, column, column, column_width(f, l, c), NULL);
    worksheet_write_string(f->file.sheet, 0, column, head_text(c), f->head);
    for (int i = 0; i < l->n; i++)
        cell_put(f, 1 + (lxw_row_t)i, column, &l->lines[i], c);
}

static void sheet_put(struct filling *f, const struct sheet_kind *kind)
{
    struct sheet_lines l = kind->lines(f->arena, f->sheet);
    workbook_sheet(&f->file, _(kind->name));
    for (int c = 0; c < kind->n_columns; c++)
        column_put(f, &l, (lxw_col_t)c, kind->columns[c]);
    if (l.n == 0)
        worksheet_write_string(f->file.sheet, 1, 0, _(kind->empty), NULL);
    else
        worksheet_autofilter(f->file.sheet, 0, 0, (lxw_row_t)l.n,
                             (lxw_col_t)(kind->n_columns - 1));
}

enum status roster_xlsx(struct arena *a, const struct sheet *s, const char **bytes,
                        size_t *length, struct faults *faults)
{
    struct filling f = {.arena = a, .sheet = s};
    const char *title = arena_print(a, "%s – %s", week_phrase(a, &s->problem->week),
                                    plain_line(a, s->problem->unit_name));
    TRY(workbook_begin(a, title, s->made_utc, &f.file, faults));
    looks_make(&f);
    for (size_t i = 0; i < sizeof SHEETS / sizeof *SHEETS; i++)
        sheet_put(&f, &SHEETS[i]);
    return workbook_end(&f.file, bytes, length, faults);
}
