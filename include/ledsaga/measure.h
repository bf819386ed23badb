/* What rosters amount to: minutes, people and money. Everything here is computed
 * from judged rosters of one or more weeks; nothing is kept. A week belongs to the month
 * and the quarter that hold its Thursday, as ISO weeks belong to years; the ledger
 * alone goes by the day.
 * Every KPI is a fraction, so that nothing is rounded before it is printed. */
#ifndef LEDSAGA_MEASURE_H
#define LEDSAGA_MEASURE_H

#include "ledsaga/holiday.h"
#include "ledsaga/rules.h"

/* ---- what is measured ---------------------------------------------------- */

struct week_result {
    const struct problem *problem;
    const struct roster *roster;
    const struct verdict *verdict;
};

enum period_kind { PERIOD_WEEK, PERIOD_MONTH, PERIOD_QUARTER };

struct period {
    enum period_kind kind;
    int64_t from_day, to_day; /* days since 1970, both in it */
    char name[16];            /* "2026-W48", "2026-11", "2026-Q4" */
};

/* "2026-W48", "2026-11" or "2026-Q4", by kind; false if it is not of that form. */
bool period_parse(enum period_kind kind, const char *text, struct period *out);
/* The period of this kind that a week belongs to. */
struct period period_of_week(enum period_kind kind, int iso_year, int iso_week);
bool period_holds_week(const struct period *p, int iso_year, int iso_week);

/* The weeks of one report: all of the same unit, in order of time, with the weeks before
 * the period that the 84 days and the ledger need. */
struct measured {
    int n_weeks;
    const struct week_result *weeks;
    struct period period;
    int64_t as_of; /* visits before this day are delivered, the others planned */
};

/* ---- money ----------------------------------------------------------------- */

/* öre, except where said. Each part is rounded once, at its end. */
struct cost {
    int64_t wage;    /* ordinary pay for work on visits: hourly wages with holiday pay and
                        the part of monthly wages that visits take */
    int64_t unsocial[UNSOCIAL_COUNT];
    int64_t overtime; /* what overtime and additional time cost over the wage */
    int64_t travel;  /* wage for paid travel between visits */
    int64_t idle;    /* wage for contract hours without visit or travel */
    int64_t shifted; /* shifted working time (förskjuten arbetstid) */
    int64_t on_cost; /* employer's percentage on all of the above */
    int64_t fee, fee_on_cost; /* contractors, and statutory contributions on fees */
    int64_t expenses; /* contractors' allowances and escorts' rides */
    int64_t planner;
    int64_t total;   /* sum of the above */
    int64_t pension; /* occupational pension; a part of on_cost, told apart */
    int64_t visit_minutes;     /* escorts' minutes on visits */
    int64_t travel_minutes, idle_minutes, paid_minutes;
    int64_t unsocial_minutes[UNSOCIAL_COUNT]; /* of employees */
    int64_t delivered_minutes; /* clients' minutes */
};

/* Of one week's roster. `marginal` counts on-cost with on_cost_marginal. */
struct cost roster_cost(const struct problem *p, const struct roster *r, bool marginal);
void cost_add(struct cost *sum, const struct cost *more);
/* What one escort costs in the week: the parts that are the escort's own. */
struct cost escort_cost(const struct problem *p, const struct roster *r, int escort,
                        bool marginal);
/* Name and amount of each part of a cost that adds up to the total, for tables. */
struct cost_part {
    const char *name, *text; /* "wage", gettext key */
    int64_t ore;
};
int cost_parts(const struct cost *c, struct cost_part parts[24]);

/* ---- the ledger ---------------------------------------------------------------- */

/* One decision in one of its periods. granted + carried = delivered + planned + left,
 * and left is negative only if more was planned than granted. */
struct ledger_row {
    int client, decision;      /* of the last week's problem */
    int64_t from_day, to_day;  /* its period cut to the days the decision holds */
    int granted, carried;      /* minutes */
    int delivered, planned, left;
    int pace;      /* minutes that would have been used by as_of at an even pace */
    int lapsing;   /* minutes that lapse at the period's end if nothing more is planned;
                      0 unless covered */
    bool closed;   /* the period has ended */
    bool covered;  /* its weeks up to as_of have rosters, so what was used is known */
};

/* Every decision with a period, in every one of its periods that meets the report's;
 * by client, decision, day. A decision per occasion has one row for each occasion. */
int ledger_rows(struct arena *a, const struct measured *m,
                const struct ledger_row **out);

/* The three-month clock (LSS 28 f-g; SoL 34:1): decisions under LSS 9:3 or SoL 11:1
 * that are not carried out, or were interrupted and not resumed. */
enum clock_level { CLOCK_RUNNING, CLOCK_60, CLOCK_75, CLOCK_90, CLOCK_REPORT /* over three months */ };
struct clock_row {
    int client, decision;
    bool interrupted;   /* the second clock */
    int64_t since_day;  /* decided, or interrupted */
    int64_t ended_day;  /* carried out or resumed, 0 = not yet on as_of */
    int days;           /* from since to ended, or to as_of */
    enum clock_level level;
    const char *delay;  /* short reason, "" */
};
/* Those that still run or ended within the period, longest first. */
int clock_rows(struct arena *a, const struct measured *m, const struct clock_row **out);

/* ---- KPIs -------------------------------------------------------------------------- */

/* X(NAME, name, unit, of_clients, gettext key). of_clients: can be told of a group of
 * clients; the others are of the escorts or of the whole unit. "per cent" means
 * numerator / denominator times 100. */
#define KPI_LIST(X)                                                            \
    X(SERVED, served_share, "%", 1, "delivered of the minutes asked for")      \
    X(SERVED_P10, served_share_p10, "%", 1, "the tenth of the clients served least get at most") \
    X(SERVED_MIN, served_share_min, "%", 1, "served share of the client with least") \
    X(FIRST_CHOICE, first_choice_share, "%", 1, "visits by the escort first on the list, where there is one") \
    X(TIME_WISH, time_wish_share, "%", 1, "visits within 15 minutes of the time wished for") \
    X(DISTINCT_14, distinct_escorts_14d, "escorts", 1, "different escorts of a client in 14 days, mean") \
    X(DISTINCT_84, distinct_escorts_84d, "escorts", 1, "different escorts of a client in 84 days, mean") \
    X(PRIMARY, primary_share, "%", 1, "minutes by the client's own escort, where there is one") \
    X(ENTITLEMENT, entitlement_use, "%", 1, "delivered and planned of the minutes granted") \
    X(LAPSED, lapsed_minutes, "min", 1, "granted minutes that lapsed in periods that ended") \
    X(FIRST_VISIT, days_to_first_visit, "days", 1, "from decision to first visit, mean") \
    X(UNEXECUTED, unexecuted_over_90d, "decisions", 1, "still not carried out after more than 90 days, on the last day") \
    X(INTERRUPTED, interrupted_over_90d, "decisions", 1, "still interrupted after more than 90 days, on the last day") \
    X(COST_HOUR, cost_per_delivered_hour, "öre/h", 0, "cost of an hour with a client") \
    X(IDLE, idle_share, "%", 0, "paid minutes without visit or travel")        \
    X(TRAVEL, travel_share, "%", 0, "paid minutes of travel")                  \
    X(SPLIT, split_days, "days", 0, "employees' days split by a long pause")   \
    X(UNSOCIAL, unsocial_share, "%", 0, "employees' visit minutes in unsocial hours") \
    X(NOTICE, notice_days_p10, "days", 0, "days of notice of the visit at the tenth percentile") \
    X(LATE, late_changes_per_100_visits, "changes", 0, "late changes to the published roster per 100 visits") \
    X(PENSION, pension_sek_year, "kr/year", 0, "occupational pension an escort earns in a year at this pace, mean") \
    X(BELOW, below_pension_threshold, "escorts", 0, "escorts whose year at this pace gives no national pension") \
    X(WEEKEND_SPREAD, weekend_spread, "weekends", 0, "least and most weekends worked by an employee, difference") \
    X(REST, rest_violations, "breaches", 0, "breaches of daily or weekly rest") \
    X(EXPLAINED, explained_share, "%", 1, "unserved requests with a reason that can be told") \
    X(STABILITY, stability, "%", 1, "published visits that stayed as they were")

enum kpi {
#define X(NAME, name, unit, of_clients, text) KPI_##NAME,
    KPI_LIST(X)
#undef X
        KPI_COUNT
};

struct kpi_row {
    const char *name, *unit, *text;
    bool of_clients;
};
extern const struct kpi_row KPI_ROWS[KPI_COUNT];

/* value = part / whole; whole 0 = there is nothing to say. */
struct ratio {
    int64_t part, whole;
};

/* clients[c] false leaves a client out; NULL = all. Those not of_clients are 0/0 then. */
void kpis(const struct measured *m, const bool *clients, struct ratio out[KPI_COUNT]);

/* ---- equity ----------------------------------------------------------------------- */

enum dimension { BY_AREA, BY_SEX, BY_AGE, BY_LANGUAGE, BY_BASIS, DIMENSIONS };
const char *dimension_word(enum dimension d); /* "area", ... */

enum { CELL_LEAST = 5 }; /* clients; smaller cells are not told (small-cell suppression) */

struct equity_cell {
    enum dimension dimension;
    const char *group; /* "Oskarström", "F", "65-79", "ar", "LSS_9_3" */
    int n_clients;   /* of those who asked for something or hold a decision in the period */
    bool suppressed; /* too small, or it could be had from the others by subtraction */
    struct ratio kpi[KPI_COUNT]; /* 0/0 too where a KPI rests on fewer than CELL_LEAST
                                    of the clients, or could be had by subtraction */
};

struct equity {
    int n_cells;
    const struct equity_cell *cells; /* by dimension, then group */
    /* Largest less smallest value among the cells that are told, as a fraction; whole
     * 0 if fewer than two are, and for KPIs that are sums. */
    struct ratio gap[DIMENSIONS][KPI_COUNT];
};
const struct equity *equity_of(struct arena *a, const struct measured *m);

/* ---- the whole report ------------------------------------------------------------- */

struct report {
    const struct measured *measured;
    int n_in; /* weeks of the period that have a roster */
    struct ratio kpi[KPI_COUNT];
    struct cost cost, cost_marginal;
    int n_ledger, n_clock;
    const struct ledger_row *ledger;
    const struct clock_row *clock;
    const struct equity *equity;
    int n_requests, n_served, n_breaches;
    int64_t warnings[RULE_COUNT]; /* sum of amounts */
};
const struct report *report_make(struct arena *a, const struct measured *m);

#endif
