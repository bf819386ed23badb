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

/* Rides with färdtjänst are booked in windows; the escort waits for them. */
enum transport { TRANSPORT_NONE, TRANSPORT_WALK, TRANSPORT_BUS, TRANSPORT_PARATRANSIT };
/* What of a period's hours is left at its end. */
enum carry { CARRY_NONE, CARRY_NEXT_PERIOD };
/* What a contractor answered when the visit was offered. */
enum answer { ANSWER_OFFERED, ANSWER_ACCEPTED, ANSWER_DECLINED };

const char *transport_word(enum transport t);
const char *carry_word(enum carry c);
const char *answer_word(enum answer a);

struct span {
    int from, to;
};

/* Days since 1970-01-01, both inclusive. {0, 0} = never. */
struct valid {
    int64_t from_day, to_day;
};

/* Codes of a kind are bits 0 .. CODES_MAX - 1 of a word. */
enum code_kind { CODE_SKILL, CODE_LANGUAGE, CODE_TASK, CODE_EXPOSURE, CODE_INTEREST, CODE_KINDS };

struct place {
    const char *id, *name, *area; /* area may be "" */
    bool located;                 /* lat and lon are given */
    double lat, lon;              /* degrees */
};

/* Hard needs of a client or a request. Bits are indices into problem->codes of
 * CODE_SKILL and CODE_LANGUAGE. */
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
    enum carry carry;     /* unused hours of the period before */
    /* Days since 1970, 0 = not told. */
    int64_t decided_day, executed_day /* first carried out */, interrupted_day,
        resumed_day, review_day;
    const char *delay; /* short reason for delay, for the supervisor's list; "" */
};

/* Minutes a decision still allows in the part of one of its periods that meets
 * this week. A decision per occasion has no rows. */
struct grant {
    int decision;
    struct span span; /* the period cut to the week */
    int left;         /* minutes granted and carried less used in the other weeks; >= 0 */
    int used;         /* minutes used in the other weeks of the period */
    int carried;      /* minutes carried over from the period before; where that one ends
                         in this week, less what this week's options could still draw on it */
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
    bool is_protected;  /* protected identity (skyddade personuppgifter, OSL 22:1, 26:1) */
    bool introductions; /* a new face is to be introduced first */
    int primary, deputy;      /* escorts or NONE: problem_client_named() */
    char wishes_sex;          /* rather 'F' or 'M'; 0 = either */
    uint64_t wishes_language; /* rather one who speaks it: 0 or one bit */
    uint64_t interests;       /* CODE_INTEREST */
    uint64_t exposes, allergies; /* CODE_EXPOSURE: what is around, what is not borne */
    uint64_t tasks;           /* CODE_TASK: needs a delegation on every outing */
    int short_before;         /* assessed minutes undelivered in the last fairness_weeks */
    int n_shares;
    const int *shares; /* clients this one has agreed to share an escort with */
};

/* Leave from licensed staff to do a task for this client (patientsäkerhetslagen 6:3). */
struct delegation {
    int client;
    uint64_t tasks; /* CODE_TASK */
    struct valid valid;
};

/* What an escort did in the weeks before, from their rosters. */
enum { PAST_WEEKS = 16 };
struct escort_past {
    uint32_t known;          /* bit k: the week k + 1 weeks ago has a roster */
    int minutes[PAST_WEEKS]; /* working time; [0] last week */
    int additional_year;     /* minutes over contract or full time in this calendar year */
    uint32_t weekends;       /* bit k: worked on that week's Saturday or Sunday */
    uint32_t evenings;       /* evenings worked in the last four weeks */
};

/* A contractor and a client: what they had with each other before this week. */
struct met {
    int client;
    bool lately;          /* within the last 84 days */
    int month_minutes[2]; /* in the other weeks of the month(s) that the week lies in */
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
    int n_absent;
    const struct span *absent;    /* sorted, apart */
    int contract_minutes; /* per week; NONE = no contract hours */
    int max_minutes;      /* own weekly maximum; NONE */
    int day_anchor;       /* minutes after midnight at which the 24-hour period begins */
    int n_outside;
    const struct span *outside; /* duties just before and after the week, sorted (history) */
    uint64_t exposes, allergies; /* CODE_EXPOSURE */
    uint64_t interests;          /* CODE_INTEREST */
    struct valid child_clearance;     /* register extract for work with children */
    struct valid protected_clearance; /* cleared for protected identities */
    int wage_ore;       /* own wage an hour (hourly, contractor) or month; 0 = the profile's */
    int n_delegations;
    const struct delegation *delegations; /* by client */
    struct escort_past past;
    int n_met;
    const struct met *met; /* by client */
};

/* One ranked time of a request: start in [from, to], both on the week's scale. */
struct alternative {
    int from, to; /* earliest and latest start, both allowed; equal = fixed */
    int wish;     /* start wished for; NONE = any in the window is as good */
    int session;  /* 1 + row of problem->sessions: take part in that; 0 = an outing of one's own.
                     from and to are then the session's start (0, 0 is read as that) */
};

/* Several clients together: a group activity of the municipality's, or two who have
 * agreed to share an escort. Its participants are divided among the escorts who
 * come; each escort has at most per_escort of them. */
struct session {
    const char *id, *activity;
    int place; /* or NONE */
    int start, minutes;
    int capacity;   /* clients */
    int per_escort; /* clients */
    int debit_percent; /* of its minutes that the decision is charged: 0 = beside the
                          escort hours, 100 = instead of them */
    int fee_ore;       /* participant's fee (LSS 19 §; never for the escort's hours) */
    bool shared;       /* two outings with one escort: only with those who agreed */
};

/* One way to carry a request out in time. */
struct option {
    int request;
    int start, minutes;
    int alternative; /* rank, 0 = first choice */
    int day;         /* 0..6, the day it starts on */
    int grant;       /* row of problem->grants it draws on, NONE = nothing to draw on */
    int debit;       /* minutes it draws */
    int delivered;   /* minutes that count against those asked for: at most request.minutes */
    int session;     /* 1 + row of problem->sessions, 0 = none */
    int points;      /* tier 2: rank and distance from the wished start */
};

/* A contractor's answer about one request. */
struct offer {
    int escort;
    enum answer answer;
    int64_t day; /* 0 = not told */
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
    bool assessed; /* under a decision that is not an open offer (SoL 11:5) */
    uint64_t tasks; /* CODE_TASK, the client's and its own together */
    enum transport out, back; /* how the client travels there and home */
    bool escort_rides;        /* the escort rides along and pays */
    int wait_before, wait_after; /* minutes kept free around a ride in a window */
    int series_escort; /* who carried out the series last; NONE */
    int n_offers;
    const struct offer *offers;
    bool published; /* the escorts were told a roster in which it was a visit ... */
    int pub_start, pub_minutes, n_pub_escorts; /* ... then, of this length, with these */
    int pub_escorts[STAFF_MAX];
    bool held; /* it has begun, or begins within the freeze and can be: pinned as it was
                  given out, with no options but at that time, and in step with none */
    struct span step; /* starts that are in step with something that is held; {0, 0} = any */
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

/* Within how many days before the week a pair last met. */
enum recency { WITHIN_14, WITHIN_84, LONGER_AGO };

struct problem {
    const char *unit_id, *unit_name;
    bool synthetic;
    struct week week;
    int grid; /* minutes */
    struct rule_figures rule; /* those of Monday; see figures_on() */
    struct rule_figures rule_of_day[DAYS];
    struct cost_figures cost_of_day[DAYS];
    struct weight_figures weight;
    int n_codes[CODE_KINDS];
    const char *const *codes[CODE_KINDS];
    int64_t today;     /* the day the roster is made, days since 1970; 0 = not told */
    int64_t published; /* the day it was first given out; 0 = it was not */
    int now;       /* minute: what was given out and begins before it has begun, and nothing else
                      can any more; 0 = the week is all to come */
    int freeze;    /* minutes from now on in which what was given out stays if it can */
    int evenings_mean; /* of the employees' past.evenings, rounded down */
    int month_border;  /* minute at which a new month begins; the week's length if none does */
    struct span paratransit_hours[DAYS]; /* rides may begin and end; {0, 0} = no rides that day */
    int n_places, n_clients, n_escorts, n_decisions, n_grants, n_requests,
        n_options, n_links, n_sessions;
    const struct place *places;
    const struct client *clients;
    const struct escort *escorts;
    const struct decision *decisions;
    const struct grant *grants;
    const struct request *requests;
    const struct option *options;
    const struct link *links;
    const struct session *sessions;
    const uint16_t *travel;  /* [n_places * n_places] minutes, row = from; NULL where there
                                are too many places for one table */
    const struct travel_tables *tables; /* private: behind travel_minutes() */
    const uint8_t *barred;   /* [n_clients * n_escorts] enum bar */
    const uint16_t *visits_before; /* [n_clients * n_escorts] earlier visits, saturated */
    const uint8_t *recency; /* [n_clients * n_escorts] enum recency */
    uint64_t hash; /* of everything that matters to the roster */
    const struct problem_index *index; /* private: behind problem_find_*() */
};

/* Minutes from one place to another; 0 if either is NONE. */
int travel_minutes(const struct problem *p, int from, int to);
/* The figures in force on a day of the week; days outside it are the nearest one's. */
const struct rule_figures *figures_on(const struct problem *p, int day);
const struct cost_figures *costs_on(const struct problem *p, int day);
/* Days since 1970 of a day of the week, 0 Monday .. 6 Sunday (others as well). */
int64_t problem_date(const struct problem *p, int day);
bool valid_on(const struct valid *v, int64_t day);
/* Under 18, which lasts here to the end of the year in which one turns 18, as only the
 * year of birth is known. */
bool client_is_child(const struct problem *p, int client);
const struct session *option_session(const struct problem *p, int option); /* or NULL */
/* Minutes of a period's own grant that go over to the next one. What was carried over
 * into the period lapses first, so it is used first. */
int grant_left_over(const struct decision *d, int carried, int used);
enum recency pair_recency(const struct problem *p, int client, int escort);
/* NULL if they have not met. */
const struct met *escort_met(const struct escort *e, int client);
bool escort_employed(const struct escort *e);
enum bar pair_barred(const struct problem *p, int client, int escort);
int pair_visits_before(const struct problem *p, int client, int escort);
/* Find by id; NONE if there is none. */
int problem_find_client(const struct problem *p, const char *id);
int problem_find_escort(const struct problem *p, const char *id);
int problem_find_request(const struct problem *p, const char *id);
int problem_find_place(const struct problem *p, const char *id);
int problem_find_session(const struct problem *p, const char *id);

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
/* Costs of the whole week. Without this call the defaults. */
void problem_set_costs(struct problem_builder *b, const struct cost_figures *cost);
/* A day's own figures, after the calls above: a law that begins inside the week. */
void problem_set_day(struct problem_builder *b, int day,
                     const struct rule_figures *rule,
                     const struct cost_figures *cost);
void problem_set_today(struct problem_builder *b, int64_t day);
void problem_set_published(struct problem_builder *b, int64_t day);
/* What time it is, and how long from then on what was given out is not touched. Today is
 * then not before it. */
void problem_set_now(struct problem_builder *b, int minute, int freeze);
/* Hours of paratransit on a day; without any call, all day every day, and after a
 * call only on the days that were told. */
void problem_set_paratransit(struct problem_builder *b, int day, struct span hours);

/* What follows returns the new thing's index, or NONE after recording a fault
 * (a second use of an id, more than CODES_MAX codes). `where` is the JSON path
 * or other place that faults found now or at freezing will name. Everything is
 * copied. The functions after these ignore NONE in place of an index: it stands
 * for a thing whose own fault is already recorded. */
int problem_add_skill(struct problem_builder *b, const char *code);
int problem_code(struct problem_builder *b, enum code_kind kind,
                 const char *code); /* adds or finds: the bit */
int problem_language(struct problem_builder *b, const char *code); /* the same for CODE_LANGUAGE */
/* Before the requests that name it. */
int problem_add_session(struct problem_builder *b, const char *where,
                        const struct session *session);
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
/* The client's own escort and the one who steps in; NONE. */
void problem_client_named(struct problem_builder *b, int client, int primary, int deputy);
void problem_client_shares(struct problem_builder *b, int client, int other);
void problem_client_short(struct problem_builder *b, int client, int minutes);
void problem_add_delegation(struct problem_builder *b, int escort,
                            const struct delegation *d);
void problem_escort_past(struct problem_builder *b, int escort,
                         const struct escort_past *past);
/* The pair met so many days before Monday (at least 1); may be called often. */
void problem_add_meeting(struct problem_builder *b, int client, int escort, int days_ago);
/* Minutes of the pair on a day of another week. */
void problem_add_pair_minutes(struct problem_builder *b, int client, int escort,
                              int64_t day, int minutes);
/* Who carried out the request's series last. */
void problem_request_series(struct problem_builder *b, int request, int escort);
void problem_add_offer(struct problem_builder *b, int request, const struct offer *offer);
void problem_request_published(struct problem_builder *b, int request, int start,
                               int minutes, const int *escorts, int n);
/* The first day that the workspace's rosters cover: hours are carried over only from
 * periods that they cover whole. */
void problem_set_covered(struct problem_builder *b, int64_t from_day);
/* Minutes of a decision used on a day of another week. */
void problem_add_used(struct problem_builder *b, int decision, int64_t day,
                      int minutes);
/* A duty of an escort outside the week. */
void problem_add_outside(struct problem_builder *b, int escort,
                         struct span duty);
void problem_add_absence(struct problem_builder *b, int escort,
                         struct span away);
/* When the escort can work this week, instead of when they were added with. */
void problem_set_available(struct problem_builder *b, int escort,
                           const struct span *spans, int n);
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
