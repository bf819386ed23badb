/* What every writer of a report asks of it. */
#ifndef ADAPTERS_REPORT_VIEW_H
#define ADAPTERS_REPORT_VIEW_H

#include "ledsaga/report_show.h"

/* The problem of the last week: the people and decisions that the rows name. */
const struct problem *report_problem(const struct report *r);
/* How many weeks the period has, with a roster or without. */
int period_weeks(const struct period *p);

/* "Week 48, 2026", "November 2026", "Quarter 4, 2026" */
const char *period_phrase(struct arena *a, const struct period *p);
/* "2026-11-05" */
const char *date_phrase(struct arena *a, int64_t day);
/* The period of a decision that the row is about: "2026-W48", "2026-11", "2026-Q4" or,
 * for a single occasion, its date. */
const char *ledger_period(struct arena *a, enum grant_period kind, int64_t day);

/* part / whole with so many decimals, halves rounded away from zero, thousands apart. */
const char *number_phrase(struct arena *a, int64_t part, int64_t whole, int decimals);
/* "1 234.50 kr" */
const char *money_phrase(struct arena *a, int64_t ore);
/* "12 h 30 min", "-45 min" */
const char *minutes_phrase(struct arena *a, int64_t minutes);

/* What a KPI counts, with its unit where neither says it. */
const char *kpi_title(struct arena *a, enum kpi k);
/* "83.4 %", "12 h 30 min", "358.20 kr/h", "1.7"; "–" where there is nothing to measure. */
const char *kpi_phrase(struct arena *a, enum kpi k, struct ratio value);
/* The same of a difference: "12.3 pp" for per cent. */
const char *kpi_gap_phrase(struct arena *a, enum kpi k, struct ratio gap);
/* The KPI is a share, told in per cent. */
bool kpi_is_share(enum kpi k);

/* "LSS 9:3" */
const char *basis_phrase(enum legal_basis b);
/* "area" as a heading: "By area". */
const char *dimension_title(enum dimension d);
/* "women", "65-79", "LSS 9:3"; "not told" for a group without a name. */
const char *group_phrase(struct arena *a, enum dimension d, const char *group);
/* "women (34 clients)" */
const char *group_size_phrase(struct arena *a, const struct equity_cell *c);
/* Groups of a dimension that are told, as indices of equity.cells; *n of them. */
const int *groups_told(struct arena *a, const struct equity *e, enum dimension d, int *n);
/* How many are not, as a sentence; NULL if all are told. */
const char *groups_untold_phrase(struct arena *a, const struct equity *e, enum dimension d);

/* "not carried out" or "interrupted" */
const char *clock_kind_phrase(const struct clock_row *c);
const char *clock_level_word(enum clock_level l);   /* "over_60": for programs */
const char *clock_level_phrase(enum clock_level l); /* for people */
/* The decision belongs on the list for the supervising authority. */
bool clock_reportable(const struct clock_row *c);

/* How a rule fared in the period: breaches of a hard rule, or warnings. */
struct rule_tally {
    int times;
    int64_t amount;
    const char *weeks; /* "2026-W48, 2026-W50" */
};
void rule_tallies(struct arena *a, const struct report *r, struct rule_tally out[RULE_COUNT]);

#endif
