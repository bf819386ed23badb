/* What would be if: scenarios of a workspace, each solved over several draws of demand and
 * several weeks, and what they are beside each other. A run is one scenario, one draw and
 * one week; it follows from its input alone, wherever it is made. Nothing here changes the
 * workspace: operations act on copies of its documents. */
#ifndef LEDSAGA_WHATIF_H
#define LEDSAGA_WHATIF_H

#include "ledsaga/measure.h"

/* ---- scenarios ----------------------------------------------------------- */

/* Something that was assumed, as people read it. */
struct assumption {
    const char *text;   /* in the language set */
    const char *values; /* "share = 50 %, into = employed_hourly"; "" */
    const char *source;
};

struct operation; /* private: src/adapters/whatif/scenario.h */

/* Of a swept scenario, one value. */
struct scenario {
    const char *ref;    /* as it was named: an id or a file */
    const char *id;     /* "employ@50" */
    const char *family; /* "employ" */
    const char *value;  /* "50"; "" = nothing is swept */
    const char *swept;  /* the key it is a value of, "share"; "" */
    const char *unit;   /* of the value, "%"; "" */
    const char *name, *about; /* as its file says, in the language set */
    bool part; /* only a part of the unit is in it */
    int n_assumptions;
    const struct assumption *assumptions;
    int n_operations;
    const struct operation *operations;
};

/* A document's text, as it came with the program. */
struct scenario_text {
    const char *id, *text;
};
extern const struct scenario_text SCENARIO_TEXTS[]; /* ended by id NULL */

/* Read scenarios: each ref is a file, the id of a file in DIR/scenarios, or one that came
 * with the program; those that are swept give several. ID@VALUE takes one of them. */
enum status scenarios_read(struct arena *a, const char *dir, const char *const *refs, int n,
                           const struct scenario **out, int *n_out, struct faults *f);
/* Ids of all that can be had without naming a file; dir may be NULL. */
int scenarios_list(struct arena *a, const char *dir, const char ***ids);

/* One more escort, employed by the hour, from 8 to 22 on a day (0 Monday), whom everybody
 * accepts; with a skill and a language, or NULL. */
struct scenario scenario_one_more(struct arena *a, const char *skill, const char *language,
                                  int day);

/* A week of the workspace as it would be. */
struct scenario_week {
    const struct problem *problem;
    int waiting;    /* people who would like to have the open offer and have no place in it */
    uint64_t texts; /* hash of the documents */
};

/* A week of a workspace whose documents were read, and found sound, once for all scenarios. */
struct scenario_ground;
const struct problem *scenario_ground_problem(const struct scenario_ground *g);
enum status scenario_ground_open(struct arena *a, const char *dir, int iso_year, int iso_week,
                                 const struct scenario_ground **out, struct faults *f);
void scenario_ground_close(const struct scenario_ground *g);

/* Demand 0 is the week's own; any other number draws requests and absences anew: an
 * invented unit's from the tables it was invented from, another's from the workspace's
 * own weeks. What was given out of the week, and that some of it has begun, is left aside:
 * it is planned from the beginning, as every draw of it is. */
enum status scenario_week_read(struct arena *a, const struct scenario_ground *g,
                               const struct scenario *s, int64_t demand,
                               struct scenario_week *out, struct faults *f);

/* ---- what is measured of a run ------------------------------------------- */

/* X(NAME, name, about, unit, gettext key). A unit of "%" is a fraction, "h" is minutes and
 * "kr" is öre, "kr/h" öre an hour: they are told as the unit says. "mean" has none. */
#define MEASURE_LIST(X)                                                        \
    X(SERVED, served_share, SERVICE, "%", "delivered of the time asked for") \
    X(SERVED_P10, served_share_p10, SERVICE, "%", "the tenth of the clients served least get at most") \
    X(SERVED_MIN, served_share_min, SERVICE, "%", "the client served least gets")              \
    X(DELIVERED, delivered, SERVICE, "h", "time delivered")                \
    X(UNMET_LSS, unmet_lss, SERVICE, "h", "not delivered, LSS 9:3")        \
    X(UNMET_SOL, unmet_sol, SERVICE, "h", "not delivered, SoL 11:1")       \
    X(UNMET_EXTRA, unmet_sol_extra, SERVICE, "h", "not delivered, SoL 11:4") \
    X(UNMET_OPEN, unmet_open, SERVICE, "h", "not delivered, open offer or without decision") \
    X(REQUESTS, requests, SERVICE, "", "outings asked for")                \
    X(VISITS, visits, SERVICE, "", "outings carried out")                  \
    X(ASKING, clients_asking, SERVICE, "", "clients who ask for an outing") \
    X(REACHED, clients_reached, SERVICE, "", "clients who get an outing")   \
    X(WAITING, waiting, SERVICE, "", "people without a place in the open offer") \
    X(GROUPS, group_places, SERVICE, "", "places taken in group activities") \
    X(FIRST_CHOICE, first_choice_share, WISHES, "%", "visits by the escort first on the list") \
    X(TIME_WISH, time_wish_share, WISHES, "%", "visits within 15 minutes of the time wished for") \
    X(PRIMARY, primary_share, WISHES, "%", "minutes by the client's own escort") \
    X(FACES, distinct_escorts, WISHES, "mean", "different escorts of a client in the week, mean") \
    X(COST, cost, MONEY, "kr", "cost of the week")                         \
    X(COST_HOUR, cost_per_delivered_hour, MONEY, "kr/h", "cost of an hour with a client") \
    X(WAGE, cost_wage, MONEY, "kr", "wages for visits")                    \
    X(TRAVEL_PAY, cost_travel, MONEY, "kr", "wages for travel")            \
    X(IDLE_PAY, cost_idle, MONEY, "kr", "wages for contract hours without a visit") \
    X(UNSOCIAL_PAY, cost_unsocial, MONEY, "kr", "supplements for unsocial hours, overtime and shifted time") \
    X(ON_COST, cost_on_cost, MONEY, "kr", "employer's on-cost on wages")    \
    X(FEE, cost_fee, MONEY, "kr", "contractors' fees with contributions and expenses") \
    X(PLANNER, cost_planner, MONEY, "kr", "planners' time")                \
    X(ESCORTS, escorts, WORK, "", "escorts")                               \
    X(WORKING, escorts_working, WORK, "", "escorts who work in the week")   \
    X(MONTHLY, employed_monthly, WORK, "", "escorts employed by the month") \
    X(HOURLY, employed_hourly, WORK, "", "escorts employed by the hour")    \
    X(CONTRACTORS, contractors, WORK, "", "escorts on commission")          \
    X(IDLE, idle_share, WORK, "%", "paid minutes without visit or travel") \
    X(TRAVEL, travel_share, WORK, "%", "paid minutes of travel")           \
    X(SPLIT, split_days, WORK, "", "employees' days split by a long pause") \
    X(UNSOCIAL, unsocial_share, WORK, "%", "employees' visit minutes in unsocial hours") \
    X(PENSION, pension_sek_year, WORK, "kr/year", "occupational pension an escort earns in a year at this pace, mean") \
    X(BELOW, below_pension_threshold, WORK, "", "escorts whose year at this pace gives no national pension") \
    X(GAP_AREA, served_gap_area, EQUITY, "pp", "served share: areas apart")   \
    X(GAP_SEX, served_gap_sex, EQUITY, "pp", "served share: women and men apart") \
    X(GAP_AGE, served_gap_age, EQUITY, "pp", "served share: ages apart")      \
    X(GAP_BASIS, served_gap_basis, EQUITY, "pp", "served share: legal bases apart")

enum measure {
#define X(NAME, ...) MEASURE_##NAME,
    MEASURE_LIST(X)
#undef X
        MEASURE_COUNT
};

enum about { ABOUT_SERVICE, ABOUT_WISHES, ABOUT_MONEY, ABOUT_WORK, ABOUT_EQUITY, ABOUT_COUNT };
const char *about_text(enum about a); /* gettext key */

struct measure_row {
    const char *name, *unit, *text; /* text: gettext key */
    enum about about;
};
extern const struct measure_row MEASURE_ROWS[MEASURE_COUNT];

/* Of one week's roster, by itself: no week before it counts. */
void measures_of(const struct problem *p, const struct roster *r, const struct verdict *v,
                 int waiting, struct ratio out[MEASURE_COUNT]);

/* A tier's points: the roster has value, no lawful roster has fewer than bound. */
struct interval {
    int64_t bound, value;
};
enum { TIERS_PROVED = 2 }; /* 0 = rights, 1 = the rest with rights at their value */

/* Two runs count points alike if these are equal, tier by tier. */
struct point_rates {
    uint64_t tier[TIERS_PROVED];
};
struct point_rates point_rates_of(const struct problem *p);

/* ---- runs ------------------------------------------------------------------ */

struct run {
    const char *name; /* "employ@50:1:2026-W48": scenario, demand, week */
    const struct scenario *scenario;
    int64_t demand;
    int iso_year, iso_week;
};

/* Many runs are to be compared: each takes some seconds, where a week on which many escorts
 * could do much would take minutes. */
enum { EFFORT_SHORT = -1 };
int64_t run_effort(const struct problem *p, int64_t effort);

/* What all runs are made with. */
struct run_settings {
    uint64_t seed;
    int64_t effort; /* of each run; 0 = as much as a solve takes; EFFORT_SHORT */
    double gap;     /* in per cent; see solve_options */
    bool prove;
};

struct run_result {
    uint64_t key; /* of everything it follows from */
    uint64_t input_hash;
    struct point_rates rates;
    struct interval tier[TIERS_PROVED];
    struct ratio measure[MEASURE_COUNT];
};

uint64_t run_key(const struct scenario_week *w, const struct run_settings *settings);
/* "employ@50.1.2026-W48.0123456789abcdef.json" */
const char *run_file(struct arena *a, const struct run *run, uint64_t key);
/* One document, as models/run.schema.json says. */
const char *run_json(struct arena *a, const struct run *run,
                     const struct run_settings *settings, const struct run_result *r);
/* A result that is of another run than this one, whatever it is called, is a fault. */
enum status run_read(struct arena *a, const char *path, const struct run *run, uint64_t key,
                     struct run_result *out, struct faults *f);

/* ---- side by side ------------------------------------------------------------ */

/* What may be said of a difference in points between the best rosters of two scenarios. */
enum finding {
    FINDING_FIRST,      /* it is the first scenario: the others are compared with it */
    FINDING_FEWER,      /* proved: the bounds leave no other possibility */
    FINDING_MORE,       /* likewise */
    FINDING_SAME,       /* proved: both best values are known and equal */
    FINDING_WITHIN_GAP, /* the intervals overlap */
    FINDING_UNSETTLED,  /* of the rest: what is proved of it is for the rights that were
                           reached, and those are not proved to be the best */
    FINDING_MIXED,       /* of the mean: proved one way in some runs, the other way in others */
    FINDING_OTHER_RATES, /* the two do not count points alike */
    FINDING_ELSEWHERE,   /* one of the two is a part of the unit, without the other's people */
    FINDING_COUNT
};
const char *finding_word(enum finding f);     /* "proved_fewer": for programs */
const char *finding_sentence(enum finding f, int tier); /* gettext key */

/* The best roster of x against that of y. */
enum finding intervals_compare(struct interval x, struct interval y);
/* Of two runs, tier by tier. */
enum finding runs_compare(const struct run_result *x, const struct run_result *y, int tier);

struct compared_tier {
    double value, bound;              /* means over the runs */
    double least, most;               /* of the values */
    bool compared; /* there is a difference to tell: */
    double difference_least, difference_most; /* the mean difference between the best
                                         rosters, to the first scenario, lies in here */
    enum finding finding;             /* of the mean */
    int pairs[FINDING_COUNT]; /* so many of the pairs, one by one */
};

/* Measured of the rosters that were found: a better or another roster may differ. */
struct compared {
    bool there;         /* there is something to measure in some run */
    double value;       /* of all runs together */
    double least, most; /* of the runs, one by one */
    bool paired;        /* and in the first scenario, of the same people: */
    double difference;  /* to the first scenario */
    double difference_least, difference_most; /* of the pairs with the same demand and week */
};

struct comparison {
    const char *unit_id, *unit_name;
    bool synthetic;
    const struct weight_figures *weight; /* of the workspace */
    struct run_settings settings;
    int n_scenarios, n_demands, n_weeks;
    const struct scenario *scenarios; /* [n_scenarios] */
    const int64_t *demands;           /* [n_demands] */
    const char *const *weeks;         /* [n_weeks] "2026-W48" */
    int n_runs;                       /* of each scenario: n_demands * n_weeks */
    const struct run_result *results; /* [n_scenarios * n_runs], by scenario, week, demand */
    struct compared (*measure)[MEASURE_COUNT];    /* [n_scenarios] */
    struct compared_tier (*tier)[TIERS_PROVED];   /* [n_scenarios] */
};

/* Fills measure and tier from the rest. */
void comparison_count(struct arena *a, struct comparison *c);

/* The scenarios that there are, for the terminal and as one JSON document. */
const char *scenarios_text(struct arena *a, const struct scenario *list, int n);
const char *scenarios_json(struct arena *a, const struct scenario *list, int n);

const char *whatif_text(struct arena *a, const struct comparison *c, int width, bool colour);
const char *whatif_json(struct arena *a, const struct comparison *c);
const char *whatif_csv(struct arena *a, const struct comparison *c);
const char *whatif_html(struct arena *a, const struct comparison *c);

#endif
