/* The tables that invented people, wishes and weeks are drawn from. Each table is
 * one row of SHARES: it is what is drawn from, and it is what is printed among the
 * assumptions of the file, so that the two cannot drift apart. */
#ifndef ADAPTERS_INVENT_SHARES_H
#define ADAPTERS_INVENT_SHARES_H

#include "base/chance.h"
#include "ledsaga/arena.h"

#include <stdbool.h>

/* Skills in use: codes, never diagnoses. EMERG_MED is a training; to whom it may be
 * given is a delegation. */
#define SKILL_LIST(X)                                                          \
    X(GUIDE_BLIND)                                                             \
    X(DEAFBLIND_GUIDE)                                                         \
    X(TACTILE_SIGN)                                                            \
    X(SSL)                                                                     \
    X(TAKK)                                                                    \
    X(EMERG_MED)                                                               \
    X(TRANSFER)                                                                \
    X(LOW_AROUSAL)                                                             \
    X(SWIM_RESCUE)

enum skill {
#define X(code) SKILL_##code,
    SKILL_LIST(X)
#undef X
        SKILL_COUNT
};
extern const char *const SKILL_CODES[SKILL_COUNT];

/* Spoken languages besides Swedish, ISO 639. */
#define LANGUAGE_LIST(X) X(ar) X(so) X(bs) X(hr) X(sr) X(fi) X(en) X(prs) X(ti)

enum language {
#define X(code) LANGUAGE_##code,
    LANGUAGE_LIST(X)
#undef X
        LANGUAGE_COUNT
};
extern const char *const LANGUAGE_CODES[LANGUAGE_COUNT];

/* What may be around a person that another cannot bear. */
#define EXPOSURE_LIST(X) X(DOG) X(CAT) X(SMOKE) X(PERFUME)

enum exposure {
#define X(code) EXPOSURE_##code,
    EXPOSURE_LIST(X)
#undef X
        EXPOSURE_COUNT
};
extern const char *const EXPOSURE_CODES[EXPOSURE_COUNT];

#define INTEREST_LIST(X)                                                       \
    X(FOOTBALL) X(MUSIC) X(CHURCH) X(GAMES) X(RIDING) X(NATURE) X(CRAFTS)

enum interest {
#define X(code) INTEREST_##code,
    INTEREST_LIST(X)
#undef X
        INTEREST_COUNT
};
extern const char *const INTEREST_CODES[INTEREST_COUNT];

enum share_id {
    GRANTED_LSS, /* hours a month */
    GRANTED_SOL,
    SOL_EXTRA, /* SoL 11:4 among the SoL decisions */
    OPEN_CAP, /* minutes a month */
    UNTIL_FURTHER_NOTICE,
    CARRIED_OVER,
    DAYS_TO_DECISION,  /* before it begins to hold */
    DAYS_TO_EXECUTION, /* since it was taken */
    NOT_EXECUTED,
    DAYS_NOT_EXECUTED, /* before the day on which the first week is planned */
    INTERRUPTED,
    DAYS_INTERRUPTED,
    RESUMED,
    LENGTH_DECIDED, /* minutes */
    LENGTH_OPEN,
    LENGTH_DENSE,
    WEEKDAY_LSS, /* 0 Monday .. 6 Sunday */
    WEEKDAY_SOL,
    START_LSS_WEEKDAY, /* minutes after midnight */
    START_LSS_WEEKEND,
    START_SOL,
    FIXED_START,
    WINDOW, /* half its width, minutes */
    MORE_TIMES, /* further alternatives */
    MORE_TIMES_DENSE,
    SHORTER_WILL_DO,
    RECURRING,
    MEETING, /* enum meeting */
    PRIORITY, /* enum priority */
    SWIM_HELP,
    DOUBLE_LSS,
    DOUBLE_SOL,
    DOUBLE_DENSE,
    NEED_LSS, /* enum skill */
    NEED_SOL,
    NEED_DENSE,
    LANGUAGE_WISH, /* enum language */
    LANGUAGE_HARD,
    SAME_SEX_HARD,
    SAME_SEX_SOFT,
    ACCEPTED, /* how many escorts; 0 = anybody suitable */
    ACCEPTED_DENSE,
    ANYBODY_WISHES, /* escorts wished for by those who accept anybody */
    CLIENT_VETO,
    ESCORT_VETO,
    CLIENT_EXPOSES, /* enum exposure */
    CLIENT_ALLERGY,
    ESCORT_EXPOSES,
    ESCORT_ALLERGY,
    CLIENT_INTERESTS, /* how many */
    ESCORT_INTERESTS,
    INTEREST, /* enum interest */
    INTRODUCTIONS,
    PRIMARY_NAMED,
    PROTECTED,
    PARATRANSIT,
    PAYS_RIDE,
    MET_BEFORE,
    CHOICE_UNSUITABLE,
    AGE_LSS,
    AGE_SOL,
    AGE_ESCORT,
    SEX_LSS, /* 'F', 'M', 'X' */
    SEX_SOL,
    SEX_ESCORT,
    ESCORT_SKILLS, /* how many */
    ESCORT_SKILL, /* enum skill */
    ESCORT_CHILDREN,
    ESCORT_PROTECTED,
    CLEARANCE_ENDS, /* within the weeks of the workspace */
    DELEGATIONS, /* how many for one client */
    DELEGATION_ENDS,
    ESCORT_LANGUAGE,
    ESCORT_ENGLISH,
    CONTRACTOR_HOURS, /* a month */
    CONTRACTOR_WEEKEND, /* 5 Saturday, 6 Sunday */
    CONTRACTOR_DAYTIME, /* weekdays with hours in the daytime */
    CONTRACTOR_LATE,
    EMPLOYED_SHARE, /* percent of full time */
    EMPLOYED_DENSE,
    EVENING_SHIFTS,
    ASKS_WHEN_POSSIBLE,
    ANSWERED, /* enum answer, to an offer for a single outing */
    SERIES_AGREED,
    RECRUITED,
    SICK_WEEK_F,
    SICK_WEEK_M,
    SICK_DAYS, /* days of a short spell */
    HOLIDAY,
    SHARE_COUNT
};

enum meeting { MEET_HOME, MEET_THERE, MEET_THERE_END_HOME, MEET_HOME_END_THERE };

/* Chance that deals from all tables. Draws from a table come from a shuffled pack
 * of equal slices rather than independently, so that even a small unit has
 * about the shares of the table. */
enum { SLICES = 20 };
struct dealer {
    struct chance chance;
    struct {
        int left, slice[SLICES];
        bool used; /* the table belongs to the assumptions */
    } pack[SHARE_COUNT];
};

/* New chance, fresh packs; which tables have been used is kept. */
void dealer_seed(struct dealer *d, uint64_t seed);

/* A value of the table, NONE for what its rows leave over. */
int share_draw(struct dealer *d, enum share_id id);
bool share_yes(struct dealer *d, enum share_id id);
/* For tables that are aimed at rather than drawn from: the first row's share in
 * thousandths, and the mean of the values. */
int share_permille(struct dealer *d, enum share_id id);
int share_mean(enum share_id id);

/* "Visit length: 1.5 h 10 %, 2 h 25 %, ... Assumption: ..."; NULL if the table was
 * not used. */
const char *share_sentence(struct arena *a, const struct dealer *d,
                           enum share_id id);

#endif
