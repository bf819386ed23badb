/* The roster as people see it: terminal, page, calendar. None of these knows how
 * a roster is made. All text follows the language that was set with gettext. */
#ifndef LEDSAGA_SHOW_H
#define LEDSAGA_SHOW_H

#include "ledsaga/profile.h"
#include "ledsaga/rules.h"
#include "ledsaga/solver.h"

/* What the certificate of a roster file says of a tier, and what it proves. */
struct tier_proof {
    bool stated;         /* the file says that a bound of this tier is certified: */
    int64_t certified;   /* this one, in points */
    int64_t proved;      /* what the prices prove, found anew; INT64_MIN = nothing */
    const char *refusal; /* why it is not believed, without full stop; NULL = it holds */
};

/* A judged roster of a week with what is known of it. */
struct sheet {
    const struct problem *problem;
    const struct roster *roster;
    const struct verdict *verdict;
    bool has_tiers; /* rights and rest are told with their bounds */
    struct tier_result rights, rest;
    const struct certificate *certificate; /* what the bounds rest on, as the file states it;
                                              told with them; NULL = none */
    const struct tier_proof *proofs; /* [2], by tier; NULL = there are none, or they were
                                        not looked at */
    enum outcome outcome;
    uint64_t seed;
    int64_t made_utc; /* when the roster was written */
};

enum show_order { SHOW_BY_DAY, SHOW_BY_ESCORT, SHOW_BY_CLIENT };

/* Terminal text. width in columns; colour with ANSI codes or not. only: an escort
 * or client id to show alone, or NULL. */
const char *show_text(struct arena *a, const struct sheet *s,
                      enum show_order order, const char *only, int width,
                      bool colour);
/* The same as one JSON document. */
const char *show_json(struct arena *a, const struct sheet *s);
/* The rules and the figures that unit.json may set, as one JSON document. */
const char *figures_json(struct arena *a);
/* Profiles with every row of theirs: as terminal text, and as one JSON document. */
const char *profiles_text(struct arena *a, const struct profile *profiles, int n,
                          int width);
const char *profiles_json(struct arena *a, const struct profile *profiles, int n);
/* Each breach as a sentence with names and clock times, one a line. */
const char *breach_sentence(struct arena *a, const struct problem *p,
                            const struct breach *b);
/* Why an unserved request is not served, in one plain sentence. */
const char *unserved_sentence(struct arena *a, const struct problem *p,
                              int request);
/* "Wed 25 Nov 17:30", in the language set. */
const char *moment_sentence(struct arena *a, const struct week *w, int minute);

/* The scheduler's page of the week: one self-contained HTML file. */
const char *page_html(struct arena *a, const struct sheet *s);
/* A list for spreadsheets: a row for each visit and escort, then what is not served. */
const char *roster_csv(struct arena *a, const struct sheet *s);
/* A workbook: by day, by escort, by client, not served; the same roster gives the same
 * bytes. */
enum status roster_xlsx(struct arena *a, const struct sheet *s, const char **bytes,
                        size_t *length, struct faults *f);

#endif
