/* What must be true of every week, tried on random ones. A property is asked once a
 * week; what it finds wrong it says with complain(), which names the week. */
#ifndef PROPERTY_PROPERTY_H
#define PROPERTY_PROPERTY_H

#include "base/chance.h"
#include "ledsaga/problem.h"

/* X(name, how many tiny weeks it is tried on, and is it on a village's?) */
#define PROPERTY_LIST(X)                                                       \
    X(net, 1000, true)                                                         \
    X(walk, 1000, true)                                                        \
    X(repeat, 40, true)                                                        \
    X(bounds, 200, false)                                                      \
    X(adopt, 300, true)                                                        \
    X(parts, 1000, true)                                                       \
    X(proved_parts, 300, false)                                                \
    X(pricing, 120, false)                                                     \
    X(certificate, 100, false)                                                \
    X(branching, 120, false)                                                   \
    X(neighbourhoods, 40, false)                                               \
    X(offers, 200, false)                                                      \
    X(replan, 100, false)                                                      \
    X(begun, 150, false)                                                       \
    X(explain, 100, false)                                                     \
    X(compared, 200, false)                                                    \
    X(frontier, 60, false)                                                     \
    X(one_more, 100, false)                                                    \
    X(explain_begun, 100, false)

struct trial {
    struct arena *arena;
    const struct problem *problem;
    struct chance chance;
    uint64_t seed;
    int wrong; /* complaints so far */
};

typedef void property(struct trial *t);
#define X(name, weeks, village) property property_##name;
PROPERTY_LIST(X)
#undef X

/* Says what is wrong unless it is right; returns whether it is right. */
bool complain(struct trial *t, bool right, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

#endif
