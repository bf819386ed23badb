/* What a good roster is: one rule per file under src/rules, judged without any
 * solver. */
#ifndef LEDSAGA_RULES_H
#define LEDSAGA_RULES_H

#include "ledsaga/roster.h"

/* Tier 0 = hard; 1 = rights; 2 = the rest.
 * X(NAME, name, tier, unit, the rule as a dispatcher would say it, its source) */
#define RULE_LIST(X)                                                           \
    X(OFFER, offer, 0, "visits",                                               \
      "A visit begins at a time the client offered and has a length the "      \
      "client asked for.",                                                     \
      "SoL 10:3; LSS 6 §")                                                     \
    X(STAFFING, staffing, 0, "escorts",                                        \
      "A visit has exactly as many different escorts as it needs.",            \
      "decision of double staffing")                                           \
    X(IN_STEP, in_step, 0, "visits",                                           \
      "Two visits in step are carried out together or not at all, with the "   \
      "time between their starts that was asked for.",                         \
      "decision of double staffing")                                           \
    X(PIN, pin, 0, "visits", "What the scheduler has pinned stays.",           \
      "the scheduler")                                                         \
    X(NEEDS, needs, 0, "visits",                                               \
      "An escort has every skill, the language and the sex that the visit "    \
      "cannot do without.",                                                    \
      "LSS 6 §; SoL 5:2")                                                      \
    X(VETO, veto, 0, "visits",                                                 \
      "Nobody is sent to a client who has said no, nor made to go where they " \
      "may not or will not.",                                                  \
      "LSS 6 §; municipal guideline: the client chooses the escort")           \
    X(AVAILABLE, available, 0, "minutes",                                      \
      "An escort works only within the hours they are available.",             \
      "agreement with the escort")                                             \
    X(OVERLAP, overlap, 0, "minutes",                                          \
      "An escort is in one place at a time and has time to travel between "    \
      "visits.",                                                               \
      "AML 2:1; unit's figure gap_minutes")                                    \
    X(GRANT, grant, 0, "minutes",                                              \
      "No more time is planned than the decision grants in its period.",       \
      "LSS 7, 9 §§; SoL 11:1; the decision")                                   \
    X(DAILY_REST, daily_rest, 0, "minutes",                                    \
      "An employee rests 11 hours on end in every 24-hour period.",            \
      "ATL 13 §; AB, daily rest from 2023-10-01")                              \
    X(WEEKLY_REST, weekly_rest, 0, "minutes",                                  \
      "An employee rests 36 hours on end in every week.", "ATL 14 §")          \
    X(WORKING_DAY, working_day, 0, "minutes",                                  \
      "An employee's working day is no longer than the unit allows.",          \
      "unit's figure day_minutes_max")                                         \
    X(SPAN, span, 0, "minutes",                                                \
      "From the first start to the last end of an employee's day is no "       \
      "longer than the unit allows.",                                          \
      "unit's figure span_minutes_max")                                        \
    X(BREAK, rest_break, 0, "minutes",                                             \
      "An employee has a break after at most 5 hours of work; on one long "    \
      "outing the meal is taken on duty.",                                     \
      "ATL 15, 16 §§")                                                         \
    X(WEEK_MAX, week_max, 0, "minutes",                                        \
      "Nobody works more in a week than the law, the contract or they "        \
      "themselves allow.",                                                     \
      "ATL 5 §; agreement with the escort")                                    \
    X(RIGHTS, rights, 1, "points",                                             \
      "Time that was granted and asked for is delivered; what cannot be is "   \
      "shared out.",                                                           \
      "LSS 7, 9 §§; SoL 11:1; KL 2:3")                                         \
    X(TIME_WISH, time_wish, 2, "points",                                       \
      "The client's first time rather than the second.", "SoL 10:3")           \
    X(ESCORT_WISH, escort_wish, 2, "points",                                   \
      "The escort the client wishes for rather than another.", "LSS 6 §")      \
    X(FACES, faces, 2, "points",                                               \
      "Few different faces in a week, and known ones rather than new.",        \
      "personalkontinuitet, national home-care indicator")                     \
    X(TRAVEL, travel, 2, "points", "Little travel between visits.",            \
      "economy")                                                               \
    X(CONTRACT, contract, 2, "points",                                         \
      "Employees work the hours of their contract, neither fewer nor more.",   \
      "contract of employment")

enum rule {
#define X(NAME, name, tier, unit, sentence, source) RULE_##NAME,
    RULE_LIST(X)
#undef X
        RULE_COUNT,
    RULE_NONE = -1
};

enum tier { TIER_HARD, TIER_RIGHTS, TIER_REST, TIER_COUNT };

struct rule_row {
    const char *name; /* "daily_rest" */
    int tier;
    const char *unit, *sentence, *source; /* sentence and source: gettext keys */
};
extern const struct rule_row RULE_ROWS[RULE_COUNT];

/* One breach of a hard rule. Fields that do not apply are NONE. */
struct breach {
    enum rule rule;
    int escort, client, request;
    int other;    /* the second request of a pair, or the grant row for GRANT */
    int from, to; /* the stretch of time in question; NONE */
    int amount;   /* how much too much, too little or how often, in the rule's unit */
    int limit;    /* the figure that was broken; NONE */
};

struct verdict {
    int n_breaches;
    const struct breach *breaches; /* by rule, then time */
    int64_t points[RULE_COUNT];    /* soft rules: points; hard: sum of amounts */
    int64_t tier[TIER_COUNT];      /* [0] = number of breaches, then points */
};

/* Judge a roster of a problem from scratch. Owned by the arena. */
const struct verdict *rules_judge(struct arena *a, const struct problem *p,
                                  const struct roster *r);

/* The first hard rule that keeps this escort from this request at this start
 * and length, whatever else they do; RULE_NONE if none does. (PIN, NEEDS, VETO,
 * AVAILABLE, and what a single visit can break of the working-time rules.) */
enum rule rules_block(const struct problem *p, int request, int start,
                      int minutes, int escort);

/* Why a request that is not served is not: for each escort the first rule that
 * blocks all its options (RULE_NONE: somebody could, but not everything fits at
 * once). `counts[rule]` gets how many escorts that rule blocks. Returns the rule
 * that blocks most, RULE_GRANT or RULE_OFFER if no option is left at all, or
 * RULE_NONE when enough escorts could carry it out taken alone. */
enum rule rules_why_unserved(const struct problem *p, int request,
                             int counts[RULE_COUNT]);

#endif
