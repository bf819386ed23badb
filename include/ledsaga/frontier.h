/* What must be given up of one thing for more of another: the rosters of a week that are
 * best for some weighing of two of them, nothing else counting. A roster below the line
 * through a point, in the weighing the point was found with, is proved not to exist. */
#ifndef LEDSAGA_FRONTIER_H
#define LEDSAGA_FRONTIER_H

#include "ledsaga/solver.h"

/* X(NAME, name, unit, what is counted (a gettext key)); less of each is better. */
#define AXIS_LIST(X)                                                           \
    X(UNDELIVERED, undelivered, "min", "time that was asked for and is not delivered") \
    X(COST, cost, "öre", "what visits cost") \
    X(FACES, faces, "points", "different and new faces")                       \
    X(WISHES, wishes, "points", "escorts other than wished for")               \
    X(TIMES, times, "points", "times other than wished for")                   \
    X(TRAVEL, travel, "points", "travel between visits")                       \
    X(CHANGES, changes, "points", "changes to what was given out")

enum axis {
#define X(NAME, ...) AXIS_##NAME,
    AXIS_LIST(X)
#undef X
        AXIS_COUNT
};

struct axis_row {
    const char *name, *unit, *text; /* text: gettext key */
};
extern const struct axis_row AXIS_ROWS[AXIS_COUNT];

/* In points of the unit's own weights, or in the axis's unit. */
int64_t axis_value(const struct problem *p, const struct roster *r, enum axis axis);

struct frontier_point {
    int64_t at[2];      /* of the roster that was found */
    int weight[2];      /* it was sought with; {0, 0} = with the week's own, which prove
                           nothing of the two. Their sum of products ... */
    double line;        /* ... is in no lawful roster below this; cost counts each 100 kr */
    bool settled;       /* and in this one it is just that, to the krona of each visit */
};

struct frontier {
    enum axis axis[2];
    int n; /* by at[0]; none is as good as another in one and worse in none */
    const struct frontier_point *points;
    int n_lines; /* of all that was sought, also where the same roster was found again */
    const struct frontier_point *lines;
    bool rights_kept;     /* UNDELIVERED is none of the two: all rosters have the best rights
                             that were found, and the proofs are about those */
    struct tier_result rights;
};

/* At most `most` solves, and one of the week as it is. Ended early by options->stop, it has
 * what was found till then. Faults: LP. */
enum status frontier_find(struct arena *a, const struct problem *p, enum axis x, enum axis y,
                          const struct solve_options *options, int most,
                          void (*tell)(void *listener, int done), void *listener,
                          const struct frontier **out, struct faults *f);

/* Is it proved that no lawful roster is at (x, y)? */
bool frontier_excludes(const struct frontier *f, int64_t x, int64_t y);

/* How much less of the second thing a roster with as much of the first could have at most, by
 * the line of point i; 0 = none has less, negative = nothing is proved. */
double frontier_gap(const struct frontier *f, int i);

/* ---- what one more escort would give ------------------------------------- */

struct marginal {
    const char *skill, *language; /* NULL */
    int day;        /* 0 Monday */
    bool again;     /* promises no more than somebody without it on that day */
    int64_t most;   /* points of rights that no more than these can be gained, by the prices
                       that prove the week's; -1 = they do not tell */
    bool verified;  /* solved anew: */
    int64_t gain[2]; /* points of rights gained by the best roster lie in here */
    int minutes;    /* more delivered in the roster that was found */
};

struct marginals {
    int n; /* most first; 0 = nothing is left undelivered, or nobody asked */
    struct marginal *list;
    struct tier_result rights; /* of the week planned from the beginning */
};

/* Text for the terminal, and one JSON document, as models/frontier.schema.json says. m: NULL if
 * nobody asked. */
const char *frontier_text(struct arena *a, const struct problem *p, const struct frontier *f,
                          const struct marginals *m, int width, bool colour);
const char *frontier_json(struct arena *a, const struct problem *p, const struct frontier *f,
                          const struct marginals *m);

#endif
