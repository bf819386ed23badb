/* Dated profiles: figures of law, agreements, guidelines and costs, each with its source
 * and the day from which it holds. They are JSON files: those that came with the
 * program (models/profiles) and those in the workspace's own folder `profiles`, which
 * go before. A new law is a new row or file. */
#ifndef LEDSAGA_PROFILE_H
#define LEDSAGA_PROFILE_H

#include "ledsaga/arena.h"
#include "ledsaga/figures.h"
#include "ledsaga/status.h"

#include <stdint.h>

/* One value of a figure. */
struct profile_value {
    const char *figure;     /* name of a rule or cost figure */
    int value;
    int64_t from_day;       /* holds from this day on, until a later row of the figure */
    const char *source;
    const char *notes;      /* "" */
    bool confirm;           /* still needs the municipality's word */
};

struct profile {
    const char *id, *name;
    const char *notes; /* "" */
    const char *kind; /* "working_time", "contractor", "guideline", "cost" */
    const char *file; /* where it was read; "" = came with the program */
    int n_values;
    const struct profile_value *values; /* by figure, then day */
};

/* The row of the figure that the value is of: its unit and what it is. */
const struct figure *profile_figure(const struct profile_value *v);

/* A document's text, as it came with the program. */
struct profile_text {
    const char *id, *text;
};
extern const struct profile_text PROFILE_TEXTS[]; /* ended by id NULL */

/* In force when unit.json names none, in this order; ended by NULL. */
extern const char *const PROFILES_DEFAULT[];

/* Read the named profiles (from DIR/profiles/ID.json if it is there, else those that
 * came with the program; dir may be NULL). A later one's value of a figure goes before
 * an earlier one's. Faults: an unknown id, an unknown figure, a value out of range, two
 * rows of one day. */
enum status profiles_read(struct arena *a, const char *dir, const char *const *ids,
                          int n, const struct profile **out, struct faults *f);
/* Ids of all profiles to be had, the workspace's own too. */
int profiles_list(struct arena *a, const char *dir, const char ***ids);

/* The values in force on a day go into the figures, over what they hold; either may be
 * NULL. */
void profiles_apply(const struct profile *profiles, int n, int64_t day,
                    struct rule_figures *rule, struct cost_figures *cost);
/* The row in force on a day for a figure: NULL if no profile states it. */
const struct profile_value *profiles_value(const struct profile *profiles, int n,
                                           const char *figure, int64_t day);

#endif
