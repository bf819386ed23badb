/* What every writer of a comparison asks of it. */
#ifndef ADAPTERS_WHATIF_VIEW_H
#define ADAPTERS_WHATIF_VIEW_H

#include "ledsaga/whatif.h"

/* A value of the measure, and a difference of two with its sign: "83.4 %", "+12.3 pp";
 * whole: counts without decimals are told so, means with one. "–" where there is none. */
const char *measure_phrase(struct arena *a, enum measure m, double value, bool there);
const char *difference_phrase(struct arena *a, enum measure m, double value, bool there);
/* "80.1–92.0 %" */
const char *spread_phrase(struct arena *a, enum measure m, double least, double most, bool there);
/* What is told, in the unit it is told in: 83.4 of a fraction of 0.834. */
double measure_shown(enum measure m, double value);
/* "%", "h", "kr"; "" */
const char *measure_unit(enum measure m);

/* Points as they are said: rounded, thousands apart; with its sign. */
const char *points_phrase(struct arena *a, double points);
const char *more_points_phrase(struct arena *a, double points);
/* "rights", as a person calls the tier. */
const char *tier_title(int tier);
/* What is proved of a tier's mean, as a sentence of some words. */
const char *finding_phrase(const struct compared_tier *t);
/* "3 of 5 pairs fewer, 2 within the gap"; "" for the first scenario. */
const char *pairs_phrase(struct arena *a, const struct compared_tier *t);

/* "Weeks 2026-W48 to 2026-W50, 5 draws of demand: 15 runs of each scenario" */
const char *extent_phrase(struct arena *a, const struct comparison *c);
/* How runs were made, for who wants to make them again. */
const char *settings_phrase(struct arena *a, const struct comparison *c);
/* What may be concluded and what not: paragraphs, ended by NULL. */
const char *const *reading_advice(struct arena *a, const struct comparison *c);

#endif
