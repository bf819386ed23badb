/* The nouns of one week, frozen. A problem is made by a builder, checked by
 * problem_freeze(), and never changed afterwards. Things are referred to by
 * index; ids and names are for people and files.
 * Unit of time: minutes since the week began (week.h). Spans are [from, to). */
#ifndef LEDSAGA_PROBLEM_H
#define LEDSAGA_PROBLEM_H

#include "ledsaga/arena.h"
#include "ledsaga/figures.h"
#include "ledsaga/status.h"
#include "ledsaga/week.h"

#include <stdint.h>

enum { STAFF_MAX = 4, CODES_MAX = 64, NONE = -1 };
/* Minutes after midnight: an anchor at midnight would cut the night's rest in two
 * and leave an office day without eleven hours on either side. */
enum { DAY_ANCHOR_DEFAULT = 240 };

enum engagement { EMPLOYED_MONTHLY, EMPLOYED_HOURLY, CONTRACTOR };
enum legal_basis { LSS_9_3, SOL_11_1, SOL_11_4, SOL_11_5, LEGAL_BASIS_COUNT };
enum grant_period { PER_WEEK, PER_MONTH, PER_QUARTER, PER_OCCASION };
enum priority { PRIORITY_URGENT, PRIORITY_NORMAL, PRIORITY_LOW };

/* "employed_monthly", "LSS_9_3", "month", "urgent" ...: the words of the files. */
const char *engagement_word(enum engagement e);
const char *legal_basis_word(enum legal_basis b);
const char *grant_period_word(enum grant_period p);
const char *priority_word(enum priority p);

struct span {
    int from, to;
};

struct place {
    const char *id, *name, *area; /* area may be "" */
    bool located;                 /* lat and lon are given */
    double lat, lon;              /* degrees */
};

/* Hard needs of a client or a request. Bits are indices into problem->skills
 * and problem->languages. */
struct needs {
    uint64_t skills;
    uint64_t language; /* 0 = none; else exactly one bit */
    char sex;          /* 'F', 'M', 0 = any */
};

struct decision {
    const char *id; /* unique within the client */
    int client;
    enum legal_basis basis;
    enum grant_period period;
    int minutes;          /* granted per period */
    int64_t from_day;     /* first day it holds, days since 1970 */
    int64_t to_day;       /* last day; INT64_MAX until further notice */
};

/* Minutes a decision still allows in the part of one of its periods that meets
 * this week. A decision per occasion has no rows. */
struct grant {
    int decision;
    struct span span; /* the period cut to the week */
    int left;         /* minutes granted less used in the other weeks; >= 0 */
    int used;         /* minutes used in the other weeks of the period */
};

struct client {
    const char *id, *name, *area;
    int home; /* place or NONE */
    char sex; /* 'F', 'M', 'X', 0 = not told */
    int birth_year; /* 0 = not told */
    struct needs needs;
    bool choosy; /* accepts only named escorts (barred[] says which) */
    int n_wishes;
    const int *wishes; /* escorts, first choice first */
};

struct escort {
    const char *id, *name;
    int home; /* place or NONE */
    enum engagement engagement;
    char sex;
    int birth_year;
    uint64_t skills, languages;
    int n_available;
    const struct span *available; /* sorted, apart, absences taken out; may reach past the week's ends */
    int contract_minutes; /* per week; NONE = no contract hours */
    int max_minutes;      /* own weekly maximum; NONE */
    int day_anchor;       /* minutes after midnight at which the 24-hour period begins */
    int n_outside;
    const struct span *outside; /* duties just before and after the week, sorted (history) */
};

/* One ranked time of a request: start in [from, to], both on the week's scale. */
struct alternative {
    int from, to; /* earliest and latest start, both allowed; equal = fixed */
    int wish;     /* start wished for; NONE = any in the window is as good */
};

/* One way to carry a request out in time. */
struct option {
    int request;
    int start, minutes;
    int alternative; /* rank, 0 = first choice */
    int day;         /* 0..6, the day it starts on */
    int grant;       /* row of problem->grants it draws on, NONE = nothing to draw on */
    int points;      /* tier 2: rank and distance from the wished start */
};

struct escort_points {
    int escort, points;
};

struct request {
    const char *id, *activity, *series; /* series may be "" */
    int client;
    int needed;               /* escorts at once, 1..STAFF_MAX */
    int minutes, minutes_min; /* asked for; least that is of use */
    int meet, end;            /* places or NONE */
    struct needs needs;       /* the client's and its own together */
    enum priority priority;
    int decision; /* NONE = under no decision */
    int rights;   /* tier 1: points per unmet minute */
    int n_alternatives;
    const struct alternative *alternatives;
    int first_option, n_options; /* in problem->options, by alternative, then start, then longest first */
    int n_wishes;
    const int *wishes; /* escorts in order; the client's unless the request has its own */
    int n_extra;
    const struct escort_points *extra; /* explicit points by escort */
    bool pinned;
    int pin_start; /* NONE = any */
    int n_pin_escorts;
    int pin_escorts[STAFF_MAX];
    int link; /* row of problem->links, NONE */
};

/* Two requests in step: both or neither, start(second) - start(first) in
 * [gap_min, gap_max]; by different escorts unless same_escort. A request is in
 * at most one link. */
struct link {
    int first, second;
    int gap_min, gap_max;
    bool same_escort;
};

enum bar { BAR_NONE, BAR_CLIENT, BAR_ESCORT, BAR_NOT_ACCEPTED };

struct problem {
    const char *unit_id, *unit_name;
    bool synthetic;
    struct week week;
    int grid; /* minutes */
    struct rule_figures rule;
    struct weight_figures weight;
    int n_skills, n_languages;
    const char *const *skills, *const *languages;
    int n_places, n_clients, n_escorts, n_decisions, n_grants, n_requests,
        n_options, n_links;
    const struct place *places;
    const struct client *clients;
    const struct escort *escorts;
    const struct decision *decisions;
    const struct grant *grants;
    const struct request *requests;
    const struct option *options;
    const struct link *links;
    const uint16_t *travel;  /* [n_places * n_places] minutes, row = from */
    const uint8_t *barred;   /* [n_clients * n_escorts] enum bar */
    const uint16_t *visits_before; /* [n_clients * n_escorts] earlier visits, saturated */
    uint64_t hash; /* of everything that matters to the roster */
    const struct problem_index *index; /* private: behind problem_find_*() */
};

/* Minutes from one place to another; 0 if either is NONE. */
int travel_minutes(const struct problem *p, int from, int to);
bool escort_employed(const struct escort *e);
enum bar pair_barred(const struct problem *p, int client, int escort);
int pair_visits_before(const struct problem *p, int client, int escort);
/* Find by id; NONE if there is none. */
int problem_find_client(const struct problem *p, const char *id);
int problem_find_escort(const struct problem *p, const char *id);
int problem_find_request(const struct problem *p, const char *id);
int problem_find_place(const struct problem *p, const char *id);

/* ---- the builder ------------------------------------------------------- */

struct problem_builder;

/* All memory is the arena's, the frozen problem's too. */
struct problem_builder *problem_begin(struct arena *a, const char *unit_id,
                                      const char *unit_name,
                                      const struct week *week, int grid);
/* The file that what is added from now on comes from: faults name it. "" until
 * it is called. */
void problem_set_file(struct problem_builder *b, const char *file);
void problem_set_synthetic(struct problem_builder *b);
void problem_set_figures(struct problem_builder *b,
                         const struct rule_figures *rule,
                         const struct weight_figures *weight);

/* What follows returns the new thing's index, or NONE after recording a fault
 * (a second use of an id, more than CODES_MAX codes). `where` is the JSON path
 * or other place that faults found now or at freezing will name. Everything is
 * copied. The functions after these ignore NONE in place of an index: it stands
 * for a thing whose own fault is already recorded. */
int problem_add_skill(struct problem_builder *b, const char *code);
int problem_language(struct problem_builder *b, const char *code); /* adds or finds */
int problem_add_place(struct problem_builder *b, const char *where,
                      const struct place *place);
int problem_add_client(struct problem_builder *b, const char *where,
                       const struct client *client); /* n_wishes 0; see below */
int problem_add_escort(struct problem_builder *b, const char *where,
                       const struct escort *escort); /* spans may be unsorted */
int problem_add_decision(struct problem_builder *b, const char *where,
                         const struct decision *decision);
int problem_add_request(struct problem_builder *b, const char *where,
                        const struct request *request);
int problem_add_link(struct problem_builder *b, const char *where,
                     const struct link *link);

void problem_client_wishes(struct problem_builder *b, int client,
                           const int *escorts, int n);
void problem_bar(struct problem_builder *b, int client, int escort,
                 enum bar why);
/* Without this call a client accepts everybody who is suitable. */
void problem_accept_only(struct problem_builder *b, int client,
                         const int *escorts, int n);
void problem_add_history(struct problem_builder *b, int client, int escort,
                         int visits);
/* Minutes of a decision used on a day of another week. */
void problem_add_used(struct problem_builder *b, int decision, int64_t day,
                      int minutes);
/* A duty of an escort outside the week. */
void problem_add_outside(struct problem_builder *b, int escort,
                         struct span duty);
void problem_add_absence(struct problem_builder *b, int escort,
                         struct span away);
void problem_pin(struct problem_builder *b, int request, int start,
                 const int *escorts, int n);
/* matrix[n*n], copied, row = from; NULL = from coordinates with these speeds. */
struct travel_speeds {
    int detour_percent, walk_m_per_min, walk_max_m, ride_m_per_min,
        ride_wait_min;
};
extern const struct travel_speeds TRAVEL_SPEEDS_DEFAULT;
void problem_set_travel_matrix(struct problem_builder *b,
                               const uint16_t *matrix, int n);
void problem_set_travel_speeds(struct problem_builder *b,
                               const struct travel_speeds *speeds);

/* Check everything, make options, grants, travel, and hand the problem over; NULL
 * after faults. The builder is spent. */
const struct problem *problem_freeze(struct problem_builder *b,
                                     struct faults *f);

#endif
