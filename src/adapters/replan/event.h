/* What happened in a week that was given out, and what of the files it changes: the truth
 * is in week.json and unit.json, and an event is an edit of them.
 *
 *     sick=ESCORT[@FROM[..TO]]   leaves=ESCORT@TIME   cancel=REQUEST   noshow=REQUEST
 *     move=REQUEST@TIME[..TIME]  veto=CLIENT:ESCORT   new=FILE
 *
 * or a file of them (models/events.schema.json). */
#ifndef ADAPTERS_EVENT_H
#define ADAPTERS_EVENT_H

#include "adapters/workspace/week_edit.h"
#include "ledsaga/problem.h"

/* X(NAME, word) */
#define EVENT_LIST(X)                                                          \
    X(SICK, "sick")                                                            \
    X(LEAVES, "leaves")                                                        \
    X(CANCEL, "cancel")                                                        \
    X(NO_SHOW, "noshow")                                                       \
    X(MOVE, "move")                                                            \
    X(VETO, "veto")                                                            \
    X(NEW, "new")

enum event_kind {
#define X(NAME, word) EVENT_##NAME,
    EVENT_LIST(X)
#undef X
        EVENT_KINDS
};

struct event {
    enum event_kind kind;
    int escort, client, request; /* of the problem; NONE */
    int from, to;     /* SICK, LEAVES: away from then; MOVE: starts, both allowed */
    const char *json; /* NEW: the request */
    const char *said; /* as it was said: "sick=e001@2026-11-24" */
};

struct events {
    struct arena *arena;
    const struct problem *problem; /* before them */
    int now;                       /* minute */
    int n, room;
    struct event *list;
};

/* A word of the command line, or else a file, put behind the others. USAGE or INPUT with
 * what may have been meant. */
enum status event_add(struct events *all, const char *word, struct faults *f);

/* "Anna Berg is sick from Tue 24 Nov 07:30": in words. */
const char *event_phrase(struct arena *a, const struct problem *p, const struct event *e);

/* The events as edits. unit: the text of unit.json, which comes out with the vetoes in it. */
void events_put(const struct events *all, struct week_edit *week, const char **unit);

#endif
