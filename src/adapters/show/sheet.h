/* What every writer of a sheet asks of it: what is served in which order, who
 * works how much, how far the tiers are from their bounds. */
#ifndef ADAPTERS_SHEET_H
#define ADAPTERS_SHEET_H

#include "ledsaga/show.h"

/* Served requests by start, then request; *n of them. client, escort: only theirs, NONE
 * = anybody's. */
const int *sheet_served(struct arena *a, const struct sheet *s, int client, int escort,
                        int *n);
/* Requests without a visit, in the order of the problem. */
const int *sheet_unserved(struct arena *a, const struct sheet *s, int *n);

/* The day a visit is listed under: its first, or the week's first or last where
 * a roster made by hand reaches beyond it. */
int listed_day(const struct week *w, int minute);

/* One escort's week as it is told. */
struct work {
    int n;
    const struct duty *duties; /* by start */
    int minutes; /* working time as the rules count it */
    bool free_day[DAYS]; /* no duty meets the calendar day */
};
struct work sheet_work(struct arena *a, const struct sheet *s, int escort);

/* The escorts a client meets in the week, each once, in order of meeting. */
const int *sheet_faces(struct arena *a, const struct sheet *s, int client,
                       int *n);

/* (value - bound) / max(1, value) in tenths of a per cent, rounded up, so that 0
 * means proved. */
int gap_tenths(const struct tier_result *t);
/* "1200 points, proved optimal" or "1200 points, at least 1100 (gap 8.4 %)"; without a
 * bound "1200 points". With a certificate also whether it says so of a bound above 0: "; certified",
 * "; certified: at least 1000 (gap 16.7 %)", "; not certified". */
const char *tier_phrase(struct arena *a, const struct sheet *s, enum tier tier);
/* "3 of 4 visits" */
const char *served_phrase(struct arena *a, const struct sheet *s);
/* "lawful: no rule is broken; 3 warnings" or "not lawful: 2 breaches" */
const char *verdict_phrase(struct arena *a, const struct sheet *s);
/* Answers of contractors: what one of them said when the visit was offered, as enum
 * answer, or NONE if it was not offered yet. Employees are not asked. */
int sheet_answer(const struct problem *p, int request, int escort);
/* "accepted", "offered, not answered yet", "to be offered", "declined" */
const char *answer_phrase(int answer);
/* Visits that a contractor has yet to accept. */
int sheet_to_accept(const struct sheet *s);
const char *to_accept_phrase(struct arena *a, const struct sheet *s);

/* unserved_sentence(), or who is free to come after all. */
const char *why_not_phrase(struct arena *a, const struct sheet *s,
                           int request);
/* "3 warnings, which make nothing unlawful" */
const char *warnings_phrase(struct arena *a, const struct sheet *s);
/* breach_sentence() with who and when else the roster has planned. */
const char *sheet_breach(struct arena *a, const struct sheet *s,
                         const struct breach *b);
/* "32 h 15 min of work (contract 37 h), free Sat and Sun" */
const char *work_phrase(struct arena *a, const struct sheet *s, int escort,
                        const struct work *w);
/* The same without the free days. */
const char *worked_phrase(struct arena *a, const struct sheet *s, int escort,
                          const struct work *w);

#endif
