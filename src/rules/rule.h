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
};

void escort_week_borders(const struct problem *p, int escort,
                         int border[BORDERS]);
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
int week_limit(const struct problem *p, const struct escort *e); /* NONE = none */

/* The longest stretch in `period` without work, from this week's duties and those
 * known outside it; *touched: does a duty of this week meet the period? */
struct span longest_rest(const struct problem *p, const struct escort_week *w,
                         struct span period, bool *touched);

/* Record a breach; j may be NULL when only the amount is asked for. */
void report_breach(struct judgement *j, struct breach b);
/* A breach in which nothing but the rule and the amount is told yet. */
struct breach breach_of(enum rule rule, int amount);

/* Rules about one escort's week: the amount by which it is broken, 0 if kept. */
typedef int64_t escort_rule(const struct problem *p,
                            const struct escort_week *w, struct judgement *j);
escort_rule available_of, overlap_of, daily_rest_of, weekly_rest_of,
    working_day_rule_of, span_of, break_of, week_max_of;
/* Soft ones: points. */
escort_rule travel_of, contract_of;
void judge_each_escort(struct judgement *j, enum rule rule, escort_rule *of);

/* Rules about one visit and one escort. */
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
enum rule block_time(const struct problem *p, int request, int start,
                     int minutes, int escort, const int border[BORDERS]);
/* The option with this start and length, NONE if it was not offered. */
int option_of(const struct problem *p, int request, int start, int minutes);
/* Points of tier 2 for this escort on this request, faces apart. */
int escort_wish_points(const struct problem *p, int request, int escort);
/* Points of tier 2 when the pair meets at all this week. */
int face_points(const struct problem *p, int client, int escort);
/* Points of tier 1 for a client who is short of so many minutes in the week. */
int64_t shortage_points(const struct problem *p, int minutes);

/* Every rule has a check of a whole roster. */
#define X(NAME, name, tier, unit, sentence, source)                            \
    void check_##name(struct judgement *j);
RULE_LIST(X)
#undef X

#endif
