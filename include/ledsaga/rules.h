/* What a good roster is: one rule per file under src/rules, judged without any
 * solver. */
#ifndef LEDSAGA_RULES_H
#define LEDSAGA_RULES_H

#include "ledsaga/roster.h"

/* Tier 0 = hard; 1 = rights; 2 = the rest; 3 = a warning, which changes nothing.
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
    X(DELEGATION, delegation, 0, "visits",                                     \
      "Who gives medicine or does another task of health care holds a "        \
      "delegation for this client and this task that is valid on the day.",    \
      "patientsäkerhetslagen 6:3")                                             \
    X(CLEARANCE, clearance, 0, "visits",                                       \
      "Who accompanies a child has shown an extract from the register of "     \
      "convictions.",                                                          \
      "lag 2010:479, 1 §")                                                     \
    X(PROTECTED, protected_identity, 0, "visits",                              \
      "Only those who are cleared for it meet a client with protected "        \
      "identity, and never at the client's home address.",                     \
      "OSL 26:1; 22:1")                                                        \
    X(ALLERGY, allergy, 0, "visits",                                           \
      "Nobody meets what they are allergic to: animals, smoke, scents.",       \
      "AML 2:1; LSS 6 §")                                                      \
    X(VETO, veto, 0, "visits",                                                 \
      "Nobody is sent to a client who has said no, nor made to go where they " \
      "may not or will not.",                                                  \
      "LSS 6 §; municipal guideline: the client chooses the escort")           \
    X(ANSWER, answer, 0, "visits",                                             \
      "A contractor who has declined a visit is not planned for it.",          \
      "agreement with the contractor")                                          \
    X(OCCASION, occasion, 0, "minutes",                                        \
      "A contractor's outing is no longer than the assignment allows.",        \
      "Halmstad: at most 8 hours on one occasion")                             \
    X(TRANSPORT, transport, 0, "visits",                                       \
      "A client who rides with färdtjänst does so while it runs.",             \
      "Närtrafik's hours; the unit's paratransit hours")                       \
    X(SESSION, session, 0, "clients",                                          \
      "A group has no more clients than it has room for and its escorts can "  \
      "look after, and two clients share an escort only if both agreed.",      \
      "the unit's sessions; SoL 10:3")                                         \
    X(AVAILABLE, available, 0, "minutes",                                      \
      "An escort works only within the hours they are available.",             \
      "agreement with the escort")                                             \
    X(OVERLAP, overlap, 0, "minutes",                                          \
      "An escort is in one place at a time and has time to travel between "    \
      "visits.",                                                               \
      "AML 2:1; unit's figures gap_minutes and paratransit_wait_minutes")                                    \
    X(GRANT, grant, 0, "minutes",                                              \
      "No more time is planned than the decision grants in its period.",       \
      "LSS 7, 9 §§; SoL 11:1; the decision")                                   \
    X(DAILY_REST, daily_rest, 0, "minutes",                                    \
      "An employee rests 11 hours on end in every 24-hour period.",            \
      "ATL 13 §; AB, daily rest from 2023-10-01")                              \
    X(WEEKLY_REST, weekly_rest, 0, "minutes",                                  \
      "An employee rests 36 hours on end in every week, besides the daily "    \
      "rest of the days they work.",                                           \
      "ATL 14 §; AB: daily and weekly rest do not overlap")                    \
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
      "Nobody works more in a week than the unit or they themselves allow.",   \
      "agreement with the escort; unit's figure week_minutes_max")             \
    X(ORDINARY_HOURS, ordinary_hours, 0, "minutes",                            \
      "An employee's ordinary hours are at most 40 a week on average over "    \
      "the reference period.",                                                 \
      "ATL 5 §")                                                               \
    X(OVERTIME, overtime, 0, "minutes",                                        \
      "Overtime and additional time stay within the caps of four weeks and "   \
      "of the calendar year.",                                                 \
      "ATL 8, 10 §§")                                                          \
    X(TOTAL_HOURS, total_hours, 0, "minutes",                                  \
      "All working time of an employee is at most 48 hours a week on average " \
      "over four months, and so at most 8 hours a day of a night worker.",     \
      "ATL 10 b, 13 a §§; 2003/88/EC art. 6, 8")                               \
    X(RIGHTS, rights, 1, "points",                                             \
      "Time that was granted and asked for is delivered; what cannot be is "   \
      "shared out.",                                                           \
      "LSS 7, 9 §§; SoL 11:1; KL 2:3")                                         \
    X(TIME_WISH, time_wish, 2, "points",                                       \
      "The client's first time rather than the second.", "SoL 10:3")           \
    X(ESCORT_WISH, escort_wish, 2, "points",                                   \
      "The escort the client wishes for rather than another.", "LSS 6 §")      \
    X(PERSON_WISH, person_wish, 2, "points",                                   \
      "An escort of the sex, the language and the interests that the client "  \
      "would like.",                                                           \
      "LSS 6 §; SoL 10:3")                                                     \
    X(SERIES, series, 2, "points",                                             \
      "A series of outings stays with the escort who carried it out last.",    \
      "personalkontinuitet, national home-care indicator")                     \
    X(PRIMARY, primary, 2, "points",                                           \
      "The client's own escort rather than the deputy, and the deputy rather " \
      "than another.",                                                         \
      "personalkontinuitet; SoL 10:7 by analogy")                              \
    X(FACES, faces, 2, "points",                                               \
      "Few different faces in a week, in 14 and in 84 days, and known ones "   \
      "rather than new.",                                                      \
      "personalkontinuitet, national home-care indicator")                     \
    X(TRAVEL, travel, 2, "points", "Little travel between visits.",            \
      "economy")                                                               \
    X(CONTRACT, contract, 2, "points",                                         \
      "Employees work the hours of their contract, neither fewer nor more.",   \
      "contract of employment")                                                \
    X(SPLIT_DAY, split_day, 2, "points",                                       \
      "An employee's day is not split by a long pause.",                       \
      "unit's figure split_gap_minutes (delade turer)")                        \
    X(NIGHT, night, 2, "points",                                               \
      "No work in the core of the night.", "ATL 13 §")                         \
    X(WEEKEND, weekend, 2, "points",                                           \
      "Every other weekend is free, and weekends are shared fairly.",          \
      "unit's figure weekend_period")                                          \
    X(EVENING, evening, 2, "points",                                           \
      "Evenings are shared fairly between employees.",                         \
      "unit's figure evening_from")                                            \
    X(SOFT_REST, soft_rest, 2, "points",                                       \
      "A contractor, too, should rest at night.",                              \
      "protective frame for contractors; unit's figure "                       \
      "contractor_rest_minutes")                                               \
    X(CLIENTS, clients, 2, "points",                                           \
      "A contractor has few clients.",                                         \
      "protective frame for contractors; unit's figure contractor_clients")    \
    X(ASSIGNMENT, assignment, 2, "points",                                     \
      "A contractor's assignment for one client stays within the month's "     \
      "hours.",                                                                \
      "Halmstad: 10 to 20 hours a month")                                      \
    X(CHANGE, change, 2, "points",                                             \
      "What was given out stays, the more so the nearer it is.",               \
      "ATL 12 §; AB, förskjuten arbetstid")                                    \
    X(COST, cost, 2, "points", "What a visit adds to the cost.", "economy")    \
    X(FEW_ESCORTS, few_escorts, 2, "points", "Few escorts are sent.",          \
      "economy")                                                               \
    X(NOTICE, notice, 3, "visits",                                             \
      "Employees are told their roster two weeks before.", "ATL 12 §")         \
    X(GUIDELINE, guideline, 3, "minutes",                                      \
      "A guideline's cap was passed; a decision is individual, so this only "  \
      "warns.",                                                                \
      "municipal guideline; LSS 7 §")                                          \
    X(PACE, pace, 3, "minutes",                                                \
      "The hours of a decision are spread over its period.",                   \
      "the decision's period")

enum rule {
#define X(NAME, name, tier, unit, sentence, source) RULE_##NAME,
    RULE_LIST(X)
#undef X
        RULE_COUNT,
    RULE_NONE = -1
};

enum tier { TIER_HARD, TIER_RIGHTS, TIER_REST, TIER_WARNING, TIER_COUNT };

struct rule_row {
    const char *name; /* "daily_rest" */
    int tier;
    const char *unit, *sentence, *source; /* sentence and source: gettext keys */
};
extern const struct rule_row RULE_ROWS[RULE_COUNT];

/* One breach of a hard rule, or one warning. Fields that do not apply are NONE. */
struct breach {
    enum rule rule;
    int escort, client, request;
    int other;    /* the second request of a pair; the grant row for GRANT and PACE; the
                     session row for SESSION where there is a limit */
    int from, to; /* the stretch of time in question; NONE */
    int amount;   /* how much too much, too little or how often, in the rule's unit */
    int limit;    /* the figure that was broken; NONE */
};

struct verdict {
    int n_breaches;
    const struct breach *breaches; /* by rule, then time */
    int n_warnings;
    const struct breach *warnings; /* likewise; they make nothing unlawful */
    int64_t points[RULE_COUNT];    /* soft rules: points; hard: sum of amounts */
    int64_t tier[TIER_COUNT];      /* [0] breaches, [1], [2] points, [3] warnings */
};

/* Judge a roster of a problem from scratch. Owned by the arena. */
const struct verdict *rules_judge(struct arena *a, const struct problem *p,
                                  const struct roster *r);

/* The first hard rule that keeps this escort from this request at this start
 * and length (session: 1 + row, 0 = an outing of its own), whatever else they do;
 * RULE_NONE if none does. (The rules about one visit and one escort, AVAILABLE, and
 * what a single visit can break of the working-time rules.) */
enum rule rules_block(const struct problem *p, int request, int start,
                      int minutes, int session, int escort);

/* Why a request that is not served is not: for each escort the first rule that
 * blocks all its options (RULE_NONE: somebody could, but not everything fits at
 * once). `counts[rule]` gets how many escorts that rule blocks. Returns the rule
 * that blocks most, RULE_GRANT or RULE_OFFER if no option is left at all, or
 * RULE_NONE when enough escorts could carry it out taken alone. */
enum rule rules_why_unserved(const struct problem *p, int request,
                             int counts[RULE_COUNT]);

/* How an escort stands to a request, the rest of a roster being as it is. */
enum standing {
    STANDING_CHOSEN,   /* carries it out */
    STANDING_BLOCKED,  /* carries it out in no lawful roster: the visit alone breaks the rule */
    STANDING_OCCUPIED, /* could not, as everything else is: with that the visit breaks the rule */
    STANDING_FREE,     /* could, if nothing else changed */
    STANDING_COUNT
};
const char *standing_word(enum standing s); /* "chosen", ... */

/* The one fact that settles it. */
struct standing_fact {
    enum standing standing;
    int option;           /* that gets furthest, the best ranked of several; NONE */
    struct breach breach; /* of BLOCKED and OCCUPIED; its rule is RULE_NONE for the others */
};

/* By escort. A request that is served is looked at as if it were not, but by those who
 * carry it out. Where the way home counts, nobody is BLOCKED by it: a visit beside might
 * save it. */
const struct standing_fact *rules_standings(struct arena *a, const struct problem *p,
                                            const struct roster *r, int request);

#endif
