/* Explanations as people and other programs read them. The scheduler's version names who
 * comes and when; other clients' visits are told by their time alone. The client's version
 * is in easy words: it names no other client, no other's hours and nothing of anybody's
 * health. All text follows the language that was set with gettext. */
#ifndef LEDSAGA_EXPLAIN_SHOW_H
#define LEDSAGA_EXPLAIN_SHOW_H

#include "ledsaga/explain.h"
#include "ledsaga/show.h"

struct explained {
    const struct sheet *sheet;
    int n;
    const struct explanation *const *list;
    int client;      /* was asked about last; NONE */
    int escort;      /* was asked about: told is how they stand to each request; NONE */
    bool facts_only; /* no other roster was looked at */
    bool for_client;
};

/* Terminal text. width in columns; colour with ANSI codes or not. */
const char *explain_text(struct arena *a, const struct explained *x, int width, bool colour);
/* The same as one JSON document. */
const char *explain_json(struct arena *a, const struct explained *x);

#endif
