/* What the files that look for faults share. Each records what it finds. */
#ifndef MODEL_CHECK_H
#define MODEL_CHECK_H

#include "model/builder.h"

/* Not one of n things. */
bool missing(int index, int n);
void check_place(struct problem_builder *b, struct origin origin,
                 int place); /* NONE is fine */
void check_client(struct problem_builder *b, struct origin origin, int client);
void check_escort(struct problem_builder *b, struct origin origin, int escort);
/* Also that nobody is named twice. */
void check_escorts(struct problem_builder *b, struct origin origin,
                   const int *escorts, int n);
void check_range(struct problem_builder *b, struct origin origin,
                 const char *name, int value, int least, int most);
void check_codes(struct problem_builder *b, struct origin origin,
                 enum code_kind kind, uint64_t codes);
void check_needs_of(struct problem_builder *b, struct origin origin,
                    const struct needs *needs);

void check_request(struct problem_builder *b, const struct request_draft *d);
/* Sessions alone, and with the requests that take part in them. */
void check_sessions(struct problem_builder *b);
void check_participants(struct problem_builder *b);

#endif
