/* The folder a person can read: unit.json, weeks/YYYY-Www/{week,roster}.json,
 * journal.jsonl. Faults name file, JSON path, value and remedy. */
#ifndef LEDSAGA_WORKSPACE_H
#define LEDSAGA_WORKSPACE_H

#include "ledsaga/solver.h"

/* "DIR/weeks/2026-W48/roster.json" and so on. */
const char *workspace_path(struct arena *a, const char *dir, int iso_year,
                           int iso_week, const char *name);

/* Keep other runs that write into the workspace out of it until this one ends: to be done
 * before what is to be changed is read. EXISTS if one is there already; a folder that does
 * not exist is left to the reader to tell. */
enum status workspace_lock(const char *dir, struct faults *f);
/* The same, but waits until the other one has ended. */
enum status workspace_lock_wait(const char *dir, struct faults *f);

/* Read unit.json and the week, and what history needs of the rosters of other
 * weeks in the workspace (known faces from earlier weeks, minutes used of each
 * decision in other weeks, duties just outside the week). An unreadable roster
 * of another week is a fault too. */
enum status workspace_read(struct arena *a, const char *dir, int iso_year,
                           int iso_week, const struct problem **out,
                           struct faults *f);

/* The same with these texts for unit.json and week.json, which are not written yet; NULL =
 * the file's. */
enum status workspace_read_texts(struct arena *a, const char *dir, int iso_year, int iso_week,
                                 const char *unit_text, const char *week_text,
                                 const struct problem **out, struct faults *f);
/* The same with another week.json alone. */
enum status workspace_read_changed(struct arena *a, const char *dir, int iso_year,
                                   int iso_week, const char *week_text,
                                   const struct problem **out, struct faults *f);

/* What the program wrote of itself in a roster file; zero where absent. */
struct roster_record {
    bool stated; /* the file has tiers */
    struct tier_result rights, rest;
    enum outcome outcome;
    uint64_t input_hash, seed;
    int64_t effort;
    bool certified_stated[2]; /* the tiers say what of their bounds is certified ... */
    int64_t certified[2];     /* ... namely this */
    const struct certificate *certificate; /* NULL */
    char program[32];
};

/* UNREADABLE if there is no roster. record may be NULL. After faults in values
 * (INPUT) *out is still set, to the visits that are sound. */
enum status roster_read(struct arena *a, const struct problem *p,
                        const char *path, struct roster **out,
                        struct roster_record *record, struct faults *f);
/* Atomic. seed is at most INT64_MAX. Keys that begin with x- in the file that was
 * there, at the top or in visits that are made again, are kept. */
enum status roster_write(struct arena *a, const struct problem *p,
                         const struct solution *s, uint64_t seed,
                         const char *path, struct faults *f);

/* What would be written. */
enum status roster_document(struct arena *a, const struct problem *p, const struct solution *s,
                        uint64_t seed, const char *path, const char **text, struct faults *f);

/* One line in DIR/journal.jsonl: when, what, week, hash, seed, version, outcome,
 * tiers. solution may be NULL (for commands that make no roster). */
enum status journal_append(const char *dir, const struct problem *p,
                           const char *command, uint64_t seed,
                           const struct solution *solution, struct faults *f);
/* The same line as text, with further members (an object of JSON): of a change of several
 * files (adapters/replan/amendment.h), which says "change". */
const char *journal_line(struct arena *a, const struct problem *p, const char *command,
                         uint64_t seed, const struct solution *solution, const char *more);
/* When the last roster with this input hash was written (seconds since 1970), or
 * the Monday of the week if the journal does not say. */
int64_t journal_roster_time(struct arena *a, const char *dir,
                            const struct problem *p);

/* ---- invented units ---------------------------------------------------- */

/* NULL-terminated: "tiny", "village", "halmstad", ... with a sentence each. */
struct preset_row {
    const char *name, *text; /* text: gettext key */
};
extern const struct preset_row PRESET_ROWS[];

/* Make an invented workspace of `weeks` weeks from the given first week on.
 * EXISTS if dir is there and not empty; USAGE for an unknown preset. */
enum status workspace_invent(const char *dir, const char *preset, uint64_t seed,
                             int iso_year, int iso_week, int weeks,
                             struct faults *f);

#endif
