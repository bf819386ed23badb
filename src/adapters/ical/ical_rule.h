/* Recurrence rules (RFC 5545, 3.3.10), as far as they are sure: days, weeks, months and
 * years by days, months and places in the period. The rest is refused with a reason,
 * never passed over. They are counted out here, on a clock on the wall without a zone.
 *
 * libical 3.0.16 was tried for that and given up: of random rules of just these forms it
 * takes the wrong weeks where WKST and INTERVAL meet a start that the rule does not name,
 * only the first month of a year by BYMONTHDAY, and seconds over a rule that seldom comes. */
#ifndef ADAPTERS_ICAL_RULE_H
#define ADAPTERS_ICAL_RULE_H

#include "adapters/ical/ical_value.h"

enum frequency { DAILY, WEEKLY, MONTHLY, YEARLY };

/* "-1SU" is {-1, 6}: the last Sunday of its month or year. */
struct ordinal {
    int which, weekday;
};

struct ical_rule {
    enum frequency frequency;
    int interval, week_start; /* weekdays: 0 Monday */
    int count;                /* 0 = none */
    bool ends;                /* has an UNTIL */
    struct clock_value until;
    unsigned months;           /* bits 1 to 12; 0 = not said */
    uint64_t month_days;       /* bits 1 to 31, counted from the first of the month ... */
    uint64_t last_month_days;  /* ... and from its end; both 0 = not said */
    unsigned weekdays;         /* bits 0 to 6: each such day */
    int n_ordinals, n_positions;
    const struct ordinal *ordinals;
    const int *positions; /* BYSETPOS, from 1, or from -1 backwards */
};

/* NULL and *rule filled, or why the rule is not accepted: a sentence in the language set.
 * start: the event's, in its own zone. */
const char *rule_scan(struct arena *a, const char *text, const struct clock_value *start,
                      struct ical_rule *rule);
/* Whether a start is after UNTIL: a day's whole day counts, UTC is compared with utc. */
bool rule_ended(const struct ical_rule *rule, int64_t clock, int64_t utc);

/* The starts of a rule in order, that of the event always the first; UNTIL is not looked
 * at. Those before `from` but the first may be left out, those after `to` are. */
enum { RULE_DAYS_MOST = 366 };
struct rule_walk {
    const struct ical_rule *rule;
    int64_t day, time;      /* the event's start: days since 1970, seconds into the day */
    int year, month, mday;  /* that day: it says what the rule leaves unsaid */
    int64_t last;           /* day */
    int64_t period;         /* the next one, in intervals since that of the start */
    int left;               /* starts that COUNT still has */
    bool begun;
    int n, at;              /* of the period that is being gone through */
    int64_t days[RULE_DAYS_MOST];
};
void rule_walk_begin(struct rule_walk *w, const struct ical_rule *rule,
                     const struct clock_value *start, int64_t from, int64_t to);
/* False at the end. */
bool rule_walk_next(struct rule_walk *w, int64_t *clock);

#endif
