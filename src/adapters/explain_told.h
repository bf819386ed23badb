/* The sentences of an explanation, from which text and JSON are made. Those without full
 * stop are told after a name and a colon, or in a list. */
#ifndef ADAPTERS_EXPLAIN_TOLD_H
#define ADAPTERS_EXPLAIN_TOLD_H

#include "ledsaga/explain_show.h"

/* "choice 2" of the client's escorts; their own escort or deputy; "" where neither. */
const char *rank_told(struct arena *a, const struct problem *p, int request, int escort);
/* 0 = the client's first; NONE. */
int escort_rank(const struct problem *p, int request, int escort);

/* Why an escort does not come, with clock times and the paragraph: "is not available ...
 * (source)". A fact that says nothing is of somebody who comes, or could. */
const char *fact_told(struct arena *a, const struct sheet *s, int request,
                      const struct standing_fact *f);
/* The same of one time alone, where others were asked for too. */
const char *fact_then(struct arena *a, const struct sheet *s, int request,
                      const struct standing_fact *f);
/* Is it the same for many, and the escort nobody whom the client has named? Such are told in
 * number. */
bool fact_in_number(const struct problem *p, int request, const struct standing_fact *f,
                    int escort);
/* Of so many escorts whom the same rule stops, whatever the time. */
const char *facts_of_many(struct arena *a, enum rule rule, int n);
/* A whole sentence for the client; escort: by name, which is the client's to know. */
const char *fact_for_client(struct arena *a, const struct problem *p, int request, int escort,
                            const struct standing_fact *f);

/* "Sat 5 Dec 10:15–12:15 with Eva Ask" */
const char *visit_told(struct arena *a, const struct problem *p, const struct visit *v);
/* What another roster costs, in general terms: "1 other client would lose a visit, ...". "" if
 * nothing. A client is not told of points. */
const char *difference_told(struct arena *a, const struct difference *d, bool for_client);
/* What is proved of a week planned anew; "" if nothing. */
const char *proof_told(struct arena *a, const struct forced *f);
/* What putting an unserved request before everything would cost. */
const char *forced_told(struct arena *a, const struct sheet *s, const struct explanation *e);
/* Of a choice ranked higher: what it is, and what it would mean. */
const char *choice_name(struct arena *a, const struct problem *p, int request,
                        const struct choice *c);
const char *choice_told(struct arena *a, const struct sheet *s, const struct explanation *e,
                        const struct choice *c);
const char *choice_for_client(struct arena *a, const struct sheet *s,
                              const struct explanation *e, const struct choice *c);
/* A change, and what happens then: whole sentences. */
const char *change_sentence(struct arena *a, const struct sheet *s, const struct explanation *e,
                        const struct change *c);
/* NULL = not one that a client can do anything about. */
const char *change_client_sentence(struct arena *a, const struct sheet *s, const struct change *c);

#endif
