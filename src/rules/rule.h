/* What the rule files share: the roster laid out by escort, and the report that
 * breaches and points go to. A rule needs a check; the rest is speed. */
#ifndef RULES_RULE_H
#define RULES_RULE_H

#include "ledsaga/rules.h"

/* Working days of an escort begin at their day anchor (brytpunkt), not at
 * midnight. border[k] is the beginning of day k - 1, so that border[0] is the
 * Sunday before the week and border[DAYS + 2] the Tuesday after it. */
enum { BORDERS = DAYS + 3 };

/* One escort's week in time order. */
struct escort_week {
    int escort;
    int border[BORDERS];
    int n;
    const struct duty *duties;
};

struct judgement {
    struct arena *arena;
    const struct problem *problem;
    const struct roster *roster;
    const struct escort_week *weeks; /* by escort */
    struct verdict *verdict;
    struct breach *breaches;
    int n_breaches, capacity;
    struct breach *warnings;
    int n_warnings, warning_room;
};

void escort_week_borders(const struct problem *p, int escort,
                         int border[BORDERS]);
/* The weeks of all escorts, each in time order. */
const struct escort_week *escort_weeks(struct arena *a, const struct problem *p,
                                       const struct roster *r);
/* Index k of the working day [border[k], border[k + 1]) that holds a minute. */
int working_day_of(const struct escort_week *w, int minute);
/* Duties of the working day that begins with duty `first`: one past the last. */
int working_day_end(const struct escort_week *w, int first);
/* Travel between duty i and the next one of the same working day. */
int travel_between(const struct problem *p, const struct duty *a,
                   const struct duty *b);
/* Minutes the escort is paid for between two visits of a day. */
int paid_travel(const struct problem *p, const struct escort *e,
                const struct duty *a, const struct duty *b);
int working_minutes(const struct problem *p, const struct escort_week *w);
/* The most working minutes that WEEK_MAX, ORDINARY_HOURS, OVERTIME or TOTAL_HOURS each
 * allow an escort this week, given what the earlier weeks left; NONE = no limit. */
int week_max_limit(const struct problem *p, const struct escort *e);
int ordinary_limit(const struct problem *p, const struct escort *e);
int overtime_limit(const struct problem *p, const struct escort *e);
int total_limit(const struct problem *p, const struct escort *e);
int week_limit(const struct problem *p, const struct escort *e); /* the least of the four */
/* What this week may have if it and the known ones of the weeks - 1 before have
 * week_minutes each on average; may be negative. */
int average_limit(const struct escort *e, int week_minutes, int weeks);
/* Minutes beyond which an employee's week is overtime or additional time. */
int full_week(const struct problem *p, const struct escort *e);
/* Least time from the end of one duty to the start of the next: travel, the unit's
 * gap, and the windows of rides. 0 between two clients of one session. */
int gap_needed(const struct problem *p, const struct duty *a, const struct duty *b);

/* All work of an escort that is known, this week's and that outside it, in time order;
 * a duty outside the week has no request and no places. Starts as {0}. */
struct work_walk {
    int own, outside; /* next of each */
};
bool work_next(const struct problem *p, const struct escort_week *w,
               struct work_walk *walk, struct duty *out);
/* Do they begin in the same working day of the escort? b is not before a. */
bool same_working_day(const struct escort_week *w, const struct duty *a,
                      const struct duty *b);

/* A working day in which this week's work begins, with what is known of it outside the
 * week. Starts as {0}; false when there are no more. */
struct working_day {
    int from, to; /* from the first start to the last end */
    int minutes;  /* working time */
    struct work_walk walk; /* private: where the next one begins */
};
bool working_day_next(const struct problem *p, const struct escort_week *w,
                      struct working_day *day);

/* The longest stretch in `period` without work, from this week's duties and those
 * known outside it; *touched: does a duty of this week meet the period? */
struct span longest_rest(const struct problem *p, const struct escort_week *w,
                         struct span period, bool *touched);

/* Record a breach; j may be NULL when only the amount is asked for. */
void report_breach(struct judgement *j, struct breach b);
/* A breach in which nothing but the rule and the amount is told yet. */
struct breach breach_of(enum rule rule, int amount);
/* The same, about a visit of the roster: amount 1. */
struct breach visit_breach(const struct judgement *j, enum rule rule, int request);

/* Rules about one escort's week: the amount by which it is broken, 0 if kept. */
typedef int64_t escort_rule(const struct problem *p,
                            const struct escort_week *w, struct judgement *j);
escort_rule available_of, overlap_of, daily_rest_of, weekly_rest_of,
    working_day_rule_of, span_of, break_of, week_max_of, ordinary_hours_of,
    overtime_of, total_hours_of;
/* Soft ones: points. */
escort_rule travel_of, contract_of, split_day_of, night_of, weekend_of, evening_of,
    soft_rest_of, clients_of, assignment_of, cost_of, few_escorts_of;
/* Points of all soft rules about an escort's week. */
int64_t escort_soft_points(const struct problem *p, const struct escort_week *w);

/* The parts of the soft rules that a program of rows needs to know. */
/* Points if the escort works at all on Saturday or Sunday; a duty does so if it
 * starts on one of them by the clock. */
int weekend_points(const struct problem *p, int escort);
bool on_weekend(const struct problem *p, int start);
/* Points of an escort whose week is not empty. */
int used_points(const struct problem *p, int escort);
/* Points for the pause between two duties of one working day. */
int split_points(const struct problem *p, int escort, const struct duty *a,
                 const struct duty *b);
/* Points for the night between two duties that follow each other; 0 within a day. */
int soft_rest_points(const struct problem *p, const struct escort_week *w,
                     const struct duty *a, const struct duty *b);
/* How many more clients a contractor may meet this week without points; new = not
 * met within 84 days. NONE where clients are not counted. */
int clients_room(const struct problem *p, int escort);
bool client_is_new(const struct problem *p, int client, int escort);
/* Minutes the pair has left in the month that the minute lies in, at least 0; INT_MAX
 * where they are not counted. part: 0 before problem.month_border, 1 after. */
int assignment_left(const struct problem *p, int client, int escort, int part);
int month_part(const struct problem *p, int minute);
/* Working minutes over a limit of the week (NONE = none), reported under the rule. */
int64_t over_week(const struct problem *p, const struct escort_week *w,
                  enum rule rule, int limit, struct judgement *j);
void judge_each_escort(struct judgement *j, enum rule rule, escort_rule *of);
/* Points for each escort who comes, by what the client wishes of who comes. */
typedef int wish_rule(const struct problem *p, int request, int escort);
void judge_each_wish(struct judgement *j, enum rule rule, wish_rule *points);
/* Points of each duty of an escort's week together. */
typedef int duty_rule(const struct problem *p, int escort, const struct duty *d);
int64_t sum_of_duties(const struct problem *p, const struct escort_week *w,
                      duty_rule *points);

/* Rules about one visit and one escort. A visit that is held (problem.h) is asked for nothing
 * but to be as it was given out: what was learnt since makes it no breach. */
bool needs_met(const struct problem *p, int request, int escort);
/* Is this escort among the pinned ones? Are all pinned ones among these (different)
 * escorts? */
bool pin_names(const struct request *q, int escort);
bool pin_team_complete(const struct request *q, const int *escorts, int n);
bool pin_allows_escort(const struct problem *p, int request, int escort);
bool pin_allows_start(const struct problem *p, int request, int start);
/* Does one of the escort's available spans hold [from, to)? */
bool available_in(const struct escort *e, int from, int to);
/* rules_block() in two halves, for those who ask about many times of one pair. */
enum rule block_pair(const struct problem *p, int request, int escort);
enum rule block_time(const struct problem *p, const struct duty *d, int escort,
                     const int border[BORDERS]);
/* What block_time() asks, by what the answer depends on: on request and time, and not on
 * the escort; on request, escort, day and places, and not on the hour; on escort, start and
 * end, and not on the request; on all. */
enum block_scope { BLOCK_REQUEST, BLOCK_DAY, BLOCK_HOURS, BLOCK_OUTSIDE };
bool block_none(const struct problem *p, const struct duty *d, int escort,
                const int border[BORDERS], enum block_scope scope);
/* What a duty adds to the cost, öre with on-cost: what would not be paid without it. */
int64_t duty_cost_ore(const struct problem *p, int escort, const struct duty *d);
/* Where a visit begins and ends: the request's places, or the session's. */
struct duty visit_duty(const struct problem *p, int request, int start, int minutes,
                       int session);
/* Points of tier 2 that a visit and one of its escorts make by themselves: the sum of
 * what follows; and those of them that do not depend on the time. */
int visit_points(const struct problem *p, int request, int start, int minutes,
                 int escort);
int pair_points(const struct problem *p, int request, int escort);
int escort_wish_points(const struct problem *p, int request, int escort);
int person_wish_points(const struct problem *p, int request, int escort);
int series_points(const struct problem *p, int request, int escort);
int primary_points(const struct problem *p, int request, int escort);
int change_points(const struct problem *p, int request, int start, int minutes,
                  int escort);
/* Was the escort told exactly this when the roster was given out? */
bool change_told(const struct request *q, int start, int minutes, int escort);
/* Is what is planned now for this start, and was not told, shifted working time? */
bool change_shifts(const struct problem *p, int start);
/* Points of tier 2 that a duty makes by itself, however many clients it has: the sum of
 * what follows. Never negative. */
int duty_points(const struct problem *p, int escort, const struct duty *d);
int night_points(const struct problem *p, int escort, const struct duty *d);
int evening_points(const struct problem *p, int escort, const struct duty *d);
int cost_points(const struct problem *p, int escort, const struct duty *d);
/* Points of tier 2 when the pair meets at all this week. */
int face_points(const struct problem *p, int client, int escort);
/* Points of tier 1 for a client who is short of so many assessed minutes in the week,
 * over those that the minutes short before cost already. */
int64_t shortage_points(const struct problem *p, int client, int minutes);

/* Rules about one visit and one escort, and about one visit. */
/* Minutes that a visit draws on its decision, 0 if the request is not served; those of
 * all visits that draw on a grant, and on each of the grants. */
int visit_debit(const struct problem *p, const struct roster *r, int request);
int grant_planned(const struct problem *p, const struct roster *r,
                  const struct grant *g);
const int *grants_planned(struct arena *a, const struct problem *p,
                          const struct roster *r);
typedef bool filter_rule(const struct problem *p, const struct duty *d, int escort);
/* One breach for each visit and each of its escorts that do not keep it. */
void judge_filter(struct judgement *j, enum rule rule, filter_rule *kept);
bool delegated(const struct problem *p, int request, int start, int escort);
/* CODE_TASK: those of the request that the escort may not do for its client that day. */
uint64_t tasks_not_delegated(const struct problem *p, int request, int start,
                             int escort);
bool cleared(const struct problem *p, int request, int start, int escort);
bool identity_kept(const struct problem *p, const struct duty *d, int escort);
bool breathes(const struct problem *p, int request, int escort);
bool declined(const struct problem *p, int request, int escort);
bool occasion_kept(const struct problem *p, int start, int minutes, int escort);
bool rides_run(const struct problem *p, int request, int start, int minutes);
bool paratransit_runs(const struct problem *p, int minute);
/* May these two clients be with one escort at once in this session? */
bool may_share(const struct problem *p, const struct session *s, int client, int other);
/* Has the session room for one more client, and this escort in it for this one? */
bool session_has_room(const struct problem *p, const struct roster *r, int session,
                      int request, int escort);

/* Every rule has a check of a whole roster. */
#define X(NAME, name, tier, unit, sentence, source)                            \
    void check_##name(struct judgement *j);
RULE_LIST(X)
#undef X

#endif
