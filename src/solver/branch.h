/* Branch and price: closes the gap that a mix of plans leaves to whole ones. */
#ifndef SOLVER_BRANCH_H
#define SOLVER_BRANCH_H

#include "solver/colgen.h"

/* How far the mix of a case is from whole plans. */
enum mixed { MIXED_SERVICE, MIXED_PLANS, MIXED_NOT };

/* Hears of each case when its mix is there and may dive from it. Returns the value to be
 * beaten from then on, INT64_MIN to stop. */
typedef int64_t branch_listen(void *listener, enum mixed mixed, int64_t bound);

struct branching {
    struct colgen *g;      /* converged, or nearly so */
    int64_t value;         /* points, to be beaten */
    const bool *gone;      /* by node: in no roster that beats it; NULL */
    branch_listen *listen;
    void *listener;
    int64_t bound;         /* of all rosters, at most `value`; tightened */
    int n_cases;           /* looked at */
    struct arena *arena;   /* of the cases to be kept; NULL = none are */
    const struct prices *prices; /* that their prices are told by */
    struct case_list cases; /* those which the bound takes; none where it takes no split, or
                               where something was gone */
};

/* Until the bound is the value or a limit. The colgen is left in some case or other, of
 * no use but to be freed. */
enum status branch(struct branching *b, const struct exact_limits *limits, struct faults *f);

#endif
