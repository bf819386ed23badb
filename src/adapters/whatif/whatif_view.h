/* What every writer of a comparison asks of it. */
#ifndef ADAPTERS_WHATIF_VIEW_H
#define ADAPTERS_WHATIF_VIEW_H

#include "ledsaga/whatif.h"

/* A mean of the runs, and its difference to the first scenario with its spread: "83.4 %",
 * "+12.3 (+9.1 to +14.0) pp". "–" where there is none. */
const char *measure_phrase(struct arena *a, const struct comparison *c, enum measure m, double value,
                           bool there);
const char *difference_phrase(struct arena *a, const struct comparison *c, enum measure m,
                              const struct compared *x);
/* "80.1 to 92.0 %" */
const char *spread_phrase(struct arena *a, enum measure m, double least, double most);
/* What is told, in the unit it is told in: 83.4 of a fraction of 0.834. */
double measure_shown(enum measure m, double value);
/* Thousands apart. */
const char *number_shown(struct arena *a, double value, int decimals);
/* "%", "h", "kr"; "". For people it is said in their language. */
const char *measure_unit(enum measure m);
const char *unit_phrase(enum measure m);

/* Points as they are said: rounded, thousands apart; with its sign. */
const char *points_phrase(struct arena *a, double points);
const char *more_points_phrase(struct arena *a, double points);
/* "rights", as a person calls the tier. */
const char *tier_title(int tier);
/* By how much the best rosters differ: "−8 556", "+600 to +912"; "" if that is not told. */
const char *best_phrase(struct arena *a, const struct compared_tier *t);
/* What is proved of a tier's mean, in some words. */
const char *finding_phrase(const struct compared_tier *t, int tier);
/* "3 of 5 pairs fewer, 2 within the gap"; "" for the first scenario. */
const char *pairs_phrase(struct arena *a, const struct compared_tier *t);

/* "Weeks 2026-W48 to 2026-W50, 5 draws of demand: 15 runs of each scenario" */
const char *extent_phrase(struct arena *a, const struct comparison *c);
/* How runs were made, for who wants to make them again. */
const char *settings_phrase(struct arena *a, const struct comparison *c);
/* What may be concluded and what not: paragraphs, ended by NULL. */
const char *const *reading_advice(struct arena *a, const struct comparison *c);

/* What the points of a tier are. */
const char *tier_advice(struct arena *a, const struct comparison *c, int tier);

/* The measures that most is asked about, with their units. */
enum { OVERVIEW_ROWS = 10 };
struct overview_row {
    const char *head; /* gettext key */
    int n;
    enum measure of[3]; /* added up */
};
extern const struct overview_row OVERVIEW[OVERVIEW_ROWS];
struct overview {
    bool there;
    enum measure measure;
    double value, least, most; /* of all runs together; of the runs */
};
struct overview overview_of(const struct comparison *c, int scenario, const struct overview_row *row);
/* It is not 0, or absent, everywhere. */
bool overview_is_said(const struct comparison *c, const struct overview_row *row);
const char *overview_value(struct arena *a, const struct comparison *c, const struct overview_row *row,
                           struct overview o);
const char *overview_spread(struct arena *a, struct overview o); /* "88–93" */

/* Scenarios that are one after the other and differ in the swept key alone; 1 = it is by
 * itself. What they are called together, and their values: "0, 25, 50 %". */
int family_length(const struct comparison *c, int first);
const char *family_name(struct arena *a, const struct scenario *s);
const char *family_values(struct arena *a, const struct scenario *list, int n);

#endif
