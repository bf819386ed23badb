#include "adapters/ical/ical_rule.h"

#include "adapters/ical/ical_notes.h"
#include "base/text.h"
#include "ledsaga/week.h"

#include <limits.h>
#include <string.h>
#include <strings.h>

enum { COUNT_MOST = 10000, INTERVAL_MOST = 9999, LIST_MOST = 400 };
enum { WEEKS_OF_YEAR = 53, DAYS_OF_YEAR = RULE_DAYS_MOST, DAYS_OF_MONTH = 31 };

static const char *const FREQUENCIES[] = {"DAILY", "WEEKLY", "MONTHLY", "YEARLY", NULL};
static const char *const WEEKDAYS[] = {"MO", "TU", "WE", "TH", "FR", "SA", "SU", NULL};

/* A rule while it is read. */
struct scan {
    struct arena *arena;
    const struct clock_value *start;
    unsigned seen; /* which parts, so that none comes twice */
    struct ical_rule *rule;
    int ordinals_capacity, positions_capacity;
    struct ordinal *ordinals;
    int *positions;
};

/* ---- the parts ------------------------------------------------------------ */

static int word_index(const char *const *words, const char *text)
{
    for (int i = 0; words[i]; i++)
        if (strcasecmp(words[i], text) == 0)
            return i;
    return -1;
}

static bool scan_frequency(struct scan *s, const char *value)
{
    int i = word_index(FREQUENCIES, value);

    s->rule->frequency = i < 0 ? DAILY : (enum frequency)i;
    return i >= 0;
}

static bool scan_interval(struct scan *s, const char *value)
{
    return value_int(value, 1, INTERVAL_MOST, &s->rule->interval);
}

static bool scan_count(struct scan *s, const char *value)
{
    return value_int(value, 1, COUNT_MOST, &s->rule->count);
}

static bool scan_until(struct scan *s, const char *value)
{
    s->rule->ends = true;
    return value_time(value, &s->rule->until);
}

static bool scan_week_start(struct scan *s, const char *value)
{
    s->rule->week_start = word_index(WEEKDAYS, value);
    return s->rule->week_start >= 0;
}

/* A number of a list: zero is none. */
static bool scan_item(const char *item, int least, int most, int *out)
{
    return value_int(item, least, most, out) && *out != 0;
}

static bool add_month(struct scan *s, const char *item)
{
    int month;

    if (!scan_item(item, 1, 12, &month))
        return false;
    s->rule->months |= 1u << month;
    return true;
}

static bool add_month_day(struct scan *s, const char *item)
{
    int day;

    if (!scan_item(item, -DAYS_OF_MONTH, DAYS_OF_MONTH, &day))
        return false;
    if (day > 0)
        s->rule->month_days |= UINT64_C(1) << day;
    else
        s->rule->last_month_days |= UINT64_C(1) << -day;
    return true;
}

static bool add_position(struct scan *s, const char *item)
{
    int position;

    if (!scan_item(item, -DAYS_OF_YEAR, DAYS_OF_YEAR, &position) ||
        s->rule->n_positions == LIST_MOST)
        return false;
    ARENA_PUSH(s->arena, s->positions, s->rule->n_positions, s->positions_capacity,
               position);
    return true;
}

/* "MO", "2TU", "-1SU" */
static bool add_weekday(struct scan *s, const char *item)
{
    size_t n = strlen(item);
    struct ordinal o = {.weekday = n < 2 ? -1 : word_index(WEEKDAYS, item + n - 2)};

    if (o.weekday < 0)
        return false;
    if (n == 2) {
        s->rule->weekdays |= 1u << o.weekday;
        return true;
    }
    if (!scan_item(arena_print(s->arena, "%.*s", (int)n - 2, item), -WEEKS_OF_YEAR,
                   WEEKS_OF_YEAR, &o.which) ||
        s->rule->n_ordinals == LIST_MOST)
        return false;
    ARENA_PUSH(s->arena, s->ordinals, s->rule->n_ordinals, s->ordinals_capacity, o);
    return true;
}

typedef bool add_item(struct scan *s, const char *item);

static bool scan_list(struct scan *s, const char *value, add_item *add)
{
    for (const char *rest = value; rest;)
        if (!add(s, value_trimmed(s->arena, value_item(s->arena, &rest))))
            return false;
    return true;
}

static bool scan_months(struct scan *s, const char *value)
{
    return scan_list(s, value, add_month);
}

static bool scan_month_days(struct scan *s, const char *value)
{
    return scan_list(s, value, add_month_day);
}

static bool scan_weekdays(struct scan *s, const char *value)
{
    return scan_list(s, value, add_weekday);
}

static bool scan_positions(struct scan *s, const char *value)
{
    return scan_list(s, value, add_position);
}

/* Hours, minutes and seconds are those of the start; some programs say so again. */
static bool says_again(const struct scan *s, const char *value, int unit, int most)
{
    int64_t day = day_of_seconds(s->start->clock);
    int64_t second = s->start->clock - day * SECONDS_A_DAY;
    int said;

    return value_int(value, 0, most, &said) && said == second / unit % (most + 1);
}

static bool scan_hour(struct scan *s, const char *value)
{
    return says_again(s, value, 3600, 23);
}

static bool scan_minute(struct scan *s, const char *value)
{
    return says_again(s, value, 60, 59);
}

static bool scan_second(struct scan *s, const char *value)
{
    return says_again(s, value, 1, 59);
}

static const struct {
    const char *word;
    bool (*scan)(struct scan *s, const char *value);
} PARTS[] = {{"FREQ", scan_frequency},     {"INTERVAL", scan_interval},
             {"COUNT", scan_count},        {"UNTIL", scan_until},
             {"WKST", scan_week_start},    {"BYMONTH", scan_months},
             {"BYDAY", scan_weekdays},     {"BYMONTHDAY", scan_month_days},
             {"BYSETPOS", scan_positions}, {"BYHOUR", scan_hour},
             {"BYMINUTE", scan_minute},    {"BYSECOND", scan_second}};

/* One NAME=VALUE; NULL or why it is refused. */
static const char *scan_part(struct scan *s, char *part)
{
    char *equals = strchr(part, '=');
    size_t i = 0, n = sizeof PARTS / sizeof *PARTS;

    if (equals)
        *equals = '\0';
    while (equals && i < n && strcasecmp(part, PARTS[i].word) != 0)
        i++;
    if (!equals || i == n)
        return arena_print(s->arena, _("The rule has a part that is not accepted: %s."),
                           note_quoted(s->arena, part));
    if (s->seen & 1u << i)
        return arena_print(s->arena, _("The rule has %s twice."), PARTS[i].word);
    s->seen |= 1u << i;
    if (!PARTS[i].scan(s, value_trimmed(s->arena, equals + 1)))
        return arena_print(s->arena, _("The rule says %s=%s, which is not accepted."),
                           PARTS[i].word, note_quoted(s->arena, equals + 1));
    return NULL;
}

/* ---- the whole ------------------------------------------------------------ */

static bool has_month_days(const struct ical_rule *r)
{
    return r->month_days || r->last_month_days;
}

static bool has_weekdays(const struct ical_rule *r)
{
    return r->weekdays || r->n_ordinals;
}

/* Does some month of the rule have one of its days? */
static bool has_some_day(const struct ical_rule *r)
{
    static const int LONGEST[] = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

    for (int month = 1; month <= 12; month++)
        if ((!r->months || r->months & 1u << month) &&
            (r->month_days | r->last_month_days) &
                ((UINT64_C(2) << LONGEST[month - 1]) - 1))
            return true;
    return false;
}

/* Parts that do not go together; NULL if they do. */
static const char *find_contradiction(const struct scan *s)
{
    const struct ical_rule *r = s->rule;
    bool by_month = r->frequency >= MONTHLY;

    if (!(s->seen & 1))
        return _("The rule has no FREQ.");
    if (r->count && r->ends)
        return _("The rule has both COUNT and UNTIL.");
    if (r->n_ordinals && !by_month)
        return _("The rule counts weekdays, but not of months or years.");
    if (has_month_days(r) && r->frequency == WEEKLY)
        return _("The rule has days of the month, but goes by weeks.");
    if (r->last_month_days && !by_month)
        return _("The rule counts days from the end of the month, but goes by days.");
    if (r->n_positions && !by_month)
        return _("The rule has BYSETPOS, but does not go by months or years.");
    if (r->n_positions && !has_weekdays(r) && !has_month_days(r) && !r->months)
        return _("The rule has BYSETPOS of nothing.");
    if (has_month_days(r) && !has_some_day(r))
        return _("The rule names days that never come.");
    return NULL;
}

const char *rule_scan(struct arena *a, const char *text, const struct clock_value *start,
                      struct ical_rule *rule)
{
    struct scan s = {.arena = a, .start = start, .rule = rule};
    const char *why = NULL;
    char *copy = arena_copy(a, value_trimmed(a, text)), *kept;

    *rule = (struct ical_rule){.interval = 1};
    for (char *part = strtok_r(copy, ";", &kept); part && !why;
         part = strtok_r(NULL, ";", &kept))
        why = scan_part(&s, part + strspn(part, " \t"));
    rule->ordinals = s.ordinals;
    rule->positions = s.positions;
    return why ? why : find_contradiction(&s);
}

bool rule_ended(const struct ical_rule *rule, int64_t clock, int64_t utc)
{
    const struct clock_value *until = &rule->until;

    if (!rule->ends)
        return false;
    if (until->utc)
        return utc > until->clock;
    return clock > until->clock + (until->date ? SECONDS_A_DAY - 1 : 0);
}

/* ---- which days of a period ------------------------------------------------ */

static int weekday_of(int64_t day)
{
    return (int)(((day + 3) % 7 + 7) % 7); /* 1 January 1970 was a Thursday */
}

/* The place of a day among the same weekdays of a span that it lies in. */
static bool is_ordinal(int which, int64_t day, int64_t first, int64_t last)
{
    return which == (which > 0 ? (day - first) / 7 + 1 : -((last - day) / 7 + 1));
}

/* span_first, span_last: what weekdays are counted in. */
static bool weekday_fits(const struct ical_rule *r, int64_t day, int64_t span_first,
                         int64_t span_last)
{
    int weekday = weekday_of(day);

    if (r->weekdays & 1u << weekday)
        return true;
    for (int i = 0; i < r->n_ordinals; i++)
        if (r->ordinals[i].weekday == weekday &&
            is_ordinal(r->ordinals[i].which, day, span_first, span_last))
            return true;
    return false;
}

static bool month_day_fits(const struct ical_rule *r, int mday, int length)
{
    return (r->month_days & UINT64_C(1) << mday) ||
           (r->last_month_days & UINT64_C(1) << (length - mday + 1));
}

static bool month_fits(const struct ical_rule *r, int month)
{
    return !r->months || (r->months & 1u << month);
}

static void keep_day(struct rule_walk *w, int64_t day)
{
    w->days[w->n++] = day;
}

/* One month; weekdays are counted in the span. */
static void collect_month(struct rule_walk *w, int year, int month, int64_t span_first,
                          int64_t span_last)
{
    const struct ical_rule *r = w->rule;
    int64_t first = date_days(year, month, 1);
    int length = (int)((month < 12 ? date_days(year, month + 1, 1)
                                   : date_days(year + 1, 1, 1)) - first);

    for (int mday = 1; mday <= length; mday++) {
        bool unsaid = !has_month_days(r) && !has_weekdays(r);

        if (unsaid && mday != w->mday)
            continue;
        if (has_month_days(r) && !month_day_fits(r, mday, length))
            continue;
        if (has_weekdays(r) &&
            !weekday_fits(r, first + mday - 1, span_first, span_last))
            continue;
        keep_day(w, first + mday - 1);
    }
}

static void collect_year(struct rule_walk *w, int year)
{
    const struct ical_rule *r = w->rule;
    int64_t first = date_days(year, 1, 1), last = date_days(year + 1, 1, 1) - 1;
    bool unsaid = !r->months && !has_month_days(r) && !has_weekdays(r);

    for (int month = 1; month <= 12; month++) {
        int64_t from = date_days(year, month, 1);
        int64_t to = month < 12 ? date_days(year, month + 1, 1) - 1 : last;

        if (!month_fits(r, month) || (unsaid && month != w->month))
            continue;
        if (r->months)
            collect_month(w, year, month, from, to);
        else
            collect_month(w, year, month, first, last);
    }
}

static void collect_week(struct rule_walk *w, int64_t first)
{
    const struct ical_rule *r = w->rule;
    unsigned weekdays = r->weekdays ? r->weekdays : 1u << weekday_of(w->day);

    for (int64_t day = first; day < first + 7; day++) {
        int year, month, mday;

        if (!(weekdays & 1u << weekday_of(day)))
            continue;
        date_of_days(day, &year, &month, &mday);
        if (month_fits(r, month))
            keep_day(w, day);
    }
}

static void collect_day(struct rule_walk *w, int64_t day)
{
    const struct ical_rule *r = w->rule;
    int year, month, mday;

    date_of_days(day, &year, &month, &mday);
    if (month_fits(r, month) && (!r->month_days || r->month_days & UINT64_C(1) << mday) &&
        (!r->weekdays || r->weekdays & 1u << weekday_of(day)))
        keep_day(w, day);
}

/* BYSETPOS: those places of what was collected. */
static void pick_positions(struct rule_walk *w)
{
    bool picked[DAYS_OF_YEAR] = {false};
    int n = 0;

    for (int i = 0; i < w->rule->n_positions; i++) {
        int position = w->rule->positions[i];
        int at = position > 0 ? position - 1 : w->n + position;

        if (at >= 0 && at < w->n)
            picked[at] = true;
    }
    for (int i = 0; i < w->n; i++)
        if (picked[i])
            w->days[n++] = w->days[i];
    w->n = n;
}

/* ---- going through the periods ---------------------------------------------- */

/* First day of the week, the month number since year 0 or the year that the period begins
 * with, and how many of these lie from one period to the next. */
static int64_t first_of(const struct rule_walk *w)
{
    switch (w->rule->frequency) {
    case DAILY: return w->day;
    case WEEKLY: return w->day - (weekday_of(w->day) - w->rule->week_start + 7) % 7;
    case MONTHLY: return w->year * 12 + w->month - 1;
    case YEARLY: return w->year;
    }
    return 0;
}

static int64_t step_of(const struct rule_walk *w)
{
    return (int64_t)w->rule->interval * (w->rule->frequency == WEEKLY ? 7 : 1);
}

/* The first day of a period; after all days where it is past the last year there is. */
static int64_t first_day(const struct rule_walk *w, int64_t at)
{
    switch (w->rule->frequency) {
    case DAILY:
    case WEEKLY: return at;
    case MONTHLY:
        return at / 12 > 9999 ? INT64_MAX
                              : date_days((int)(at / 12), (int)(at % 12) + 1, 1);
    case YEARLY: return at > 9999 ? INT64_MAX : date_days((int)at, 1, 1);
    }
    return INT64_MAX;
}

static void collect_period(struct rule_walk *w, int64_t at)
{
    int month = (int)(at % 12) + 1;

    switch (w->rule->frequency) {
    case DAILY: collect_day(w, at); break;
    case WEEKLY: collect_week(w, at); break;
    case MONTHLY:
        if (month_fits(w->rule, month))
            collect_month(w, (int)(at / 12), month, first_day(w, at),
                          date_days((int)((at + 1) / 12), (int)((at + 1) % 12) + 1, 1) - 1);
        break;
    case YEARLY: collect_year(w, (int)at); break;
    }
    if (w->rule->n_positions)
        pick_positions(w);
}

/* False where the next one is past the last day. */
static bool next_period(struct rule_walk *w)
{
    int64_t at = first_of(w) + w->period++ * step_of(w);

    w->n = w->at = 0;
    if (first_day(w, at) > w->last)
        return false;
    collect_period(w, at);
    return true;
}

/* Where nothing is counted, periods before the time asked for can be left out. */
static int64_t first_period(const struct rule_walk *w, int64_t from_day)
{
    int year, month, mday;
    int64_t at = from_day;

    if (w->rule->count || from_day <= w->day)
        return 0;
    date_of_days(from_day, &year, &month, &mday);
    if (w->rule->frequency == MONTHLY)
        at = (int64_t)year * 12 + month - 1;
    if (w->rule->frequency == YEARLY)
        at = year;
    return at > first_of(w) ? (at - first_of(w)) / step_of(w) : 0;
}

void rule_walk_begin(struct rule_walk *w, const struct ical_rule *rule,
                     const struct clock_value *start, int64_t from, int64_t to)
{
    *w = (struct rule_walk){.rule = rule, .day = day_of_seconds(start->clock)};
    w->time = start->clock - w->day * SECONDS_A_DAY;
    date_of_days(w->day, &w->year, &w->month, &w->mday);
    w->last = day_of_seconds(to);
    w->left = rule->count ? rule->count : INT_MAX;
    w->period = first_period(w, day_of_seconds(from));
}

bool rule_walk_next(struct rule_walk *w, int64_t *clock)
{
    int64_t day = w->day;

    if (w->left == 0)
        return false;
    while (w->begun) {
        while (w->at == w->n)
            if (!next_period(w))
                return false;
        day = w->days[w->at++];
        if (day > w->day)
            break;
    }
    w->begun = true;
    w->left--;
    *clock = day * SECONDS_A_DAY + w->time;
    return day <= w->last || day == w->day;
}
