/* The sentences of an explanation, from which text and JSON are made. Those without full
 * stop are told after a name and a colon, or in a list. */
#ifndef ADAPTERS_EXPLAIN_TOLD_H
#define ADAPTERS_EXPLAIN_TOLD_H

#include "ledsaga/explain_show.h"

/* How many of the unserved visits are explained; of none where only facts were asked for. */
struct share {
    int part, whole;
};
struct share explained_share(const struct explained *x);

/* "choice 2" of the client's escorts; their own escort or deputy; "" where neither. */
const char *rank_told(struct arena *a, const struct problem *p, int request, int escort);
/* 0 = the client's first; NONE. */
int escort_rank(const struct problem *p, int request, int escort);

/* Why an escort does not come, with clock times and the paragraph: "is not available ...
 * (source)". Of several times asked for it is the one that they are nearest to. */
const char *fact_told(struct arena *a, const struct sheet *s, int request,
                      const struct standing_fact *f);
bool several_starts(const struct problem *p, int request);
/* Is it the same for many, and the escort nobody whom the client has named? Such are told in
 * number. */
bool fact_in_number(const struct problem *p, int request, const struct standing_fact *f,
                    int escort);
/* Is it the same whoever would come? */
bool fact_of_visit(const struct problem *p, const struct standing_fact *f);
/* Of so many escorts whom the same rule stops, whatever the time. */
const char *facts_of_many(struct arena *a, const struct problem *p, int request, enum rule rule,
                          int n);
/* A whole sentence for the client; escort: by name, which is the client's to know. */
const char *fact_for_client(struct arena *a, const struct problem *p, int request, int escort,
                            const struct standing_fact *f);

/* "Sat 5 Dec 10:15–12:15 with Eva Ask" */
const char *visit_told(struct arena *a, const struct problem *p, const struct visit *v);
/* What another roster costs, in general terms: "1 other client would lose a visit, ...". "" if
 * nothing. Rights go first: what they cost hides the rest. A client is not told of points. */
const char *difference_told(struct arena *a, const struct difference *d, bool for_client);
/* ", at 20 points more" */
const char *points_told(struct arena *a, const struct difference *d);
/* What is proved of a week planned anew; "" if nothing. */
const char *proof_told(struct arena *a, const struct forced *f);
/* What putting an unserved request before everything would cost. */
const char *forced_told(struct arena *a, const struct sheet *s, const struct explanation *e);
/* Of a choice ranked higher: what it is, and what it would mean. */
const char *choice_name(struct arena *a, const struct problem *p, int request,
                        const struct choice *c, bool for_client);
const char *choice_told(struct arena *a, const struct sheet *s, const struct explanation *e,
                        const struct choice *c);
const char *choice_for_client(struct arena *a, const struct sheet *s,
                              const struct explanation *e, const struct choice *c);
/* "another day at the same time" */
const char *kind_phrase(enum change_kind kind);
/* The kinds of change of which that came, but for another roster; "" if none. */
const char *kinds_told(struct arena *a, const struct explanation *e, enum tried tried);
/* A change, and what happens then: whole sentences. */
const char *change_sentence(struct arena *a, const struct sheet *s, const struct explanation *e,
                        const struct change *c);
/* NULL = not one that a client can do anything about. */
const char *change_client_sentence(struct arena *a, const struct sheet *s, const struct change *c);

#endif
