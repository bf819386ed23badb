/* What a builder knows already, for readers to whom the week is not all: they must
 * understand other weeks of the same unit before this one is frozen. What is asked
 * for was added before; freezing has yet to find it sound. */
#ifndef MODEL_DRAFT_H
#define MODEL_DRAFT_H

#include "ledsaga/problem.h"

int draft_clients(const struct problem_builder *b);
int draft_escorts(const struct problem_builder *b);
int draft_requests(const struct problem_builder *b);
const struct escort *draft_escort(const struct problem_builder *b, int escort);
const struct decision *draft_decision(const struct problem_builder *b,
                                      int decision);
const struct request *draft_request(const struct problem_builder *b,
                                    int request);
/* Those of Monday. */
const struct rule_figures *draft_rules(const struct problem_builder *b);
/* Minutes between two places; 0 if either is NONE. */
int draft_travel(const struct problem_builder *b, int from, int to);

#endif
