/* What a breach is told with: its pieces as words, and the sentences by kind of rule.
 * breach_sentence.c puts them together. */
#ifndef ADAPTERS_BREACH_TOLD_H
#define ADAPTERS_BREACH_TOLD_H

#include "adapters/text/phrase.h"

/* The pieces of a breach that most sentences need, made once. */
struct told {
    struct arena *arena;
    const struct problem *problem;
    const struct roster *roster; /* NULL: who and when else is not known */
    const struct breach *breach;
    const char *escort, *client, *visit; /* "" where the breach names none */
    const char *from, *to;
};

const char *told_length(const struct told *t, int minutes);
/* Rules about one visit and one escort, and about sessions. */
const char *told_pair(const struct told *t);
/* Rules about the hours of an escort's week. */
const char *told_hours(const struct told *t);
const char *told_warning(const struct told *t);
/* What the escort lacks of the needs, and of the delegations, of the visit. */
const char *told_lacking(const struct told *t);
const char *told_tasks(const struct told *t);

#endif
