/* The parts of a report as tables, before any format: cells keep their numbers, so that
 * a page can say them and a workbook can count with them. */
#ifndef ADAPTERS_REPORT_GRID_H
#define ADAPTERS_REPORT_GRID_H

#include "ledsaga/report_show.h"

enum cell_kind {
    CELL_NOTHING, /* an empty cell */
    CELL_TEXT,
    CELL_COUNT,   /* value, of what `text` says if that is not NULL */
    CELL_MINUTES, /* value */
    CELL_ORE,     /* value */
    CELL_DAY,     /* value: days since 1970 */
    CELL_KPI      /* ratio of the KPI whose number is value */
};

struct grid_cell {
    enum cell_kind kind;
    const char *text;
    int64_t value;
    struct ratio ratio;
};

struct grid_column {
    const char *head;
    bool number; /* set to the right */
    bool detail; /* for workbooks; left out where there is less room */
    bool whole;  /* ids and days: never broken */
    bool remark; /* said below its row where there is less room */
};

enum { GRID_COLUMNS = 13 };

struct grid {
    const char *title, *caption; /* the part's name; what the table holds */
    const char *empty;           /* said instead of a table without rows */
    const char *note;            /* said with it; NULL */
    bool said;                   /* rows begin with words, not with ids */
    int n_columns, n_rows, capacity;
    struct grid_column columns[GRID_COLUMNS];
    struct grid_row {
        bool sum; /* adds up what stands above it */
        struct grid_cell cells[GRID_COLUMNS];
    } *rows;
};

/* Its columns are headed by the unit and the period. */
struct grid grid_summary(struct arena *a, const struct report *r);
struct grid grid_legality(struct arena *a, const struct report *r);
struct grid grid_kpis(struct arena *a, const struct report *r);
struct grid grid_cost(struct arena *a, const struct report *r);
struct grid grid_hours(struct arena *a, const struct report *r); /* what the cost paid for */
struct grid grid_clock(struct arena *a, const struct report *r);
struct grid grid_ledger(struct arena *a, const struct report *r);

/* A cell as it is said; "–" where a ratio has nothing to measure. */
const char *cell_phrase(struct arena *a, const struct grid_cell *c);

#endif
