/* The ISO week a roster is made for: its real length, its day borders, and the
 * way between wall clock and minutes. All roster time is integer minutes since
 * the week began (Monday 00:00 local), counted as time really passes, so that a
 * week with a change of the clocks has 10 020 or 10 140 minutes. */
#ifndef LEDSAGA_WEEK_H
#define LEDSAGA_WEEK_H

#include "ledsaga/status.h"

#include <stdint.h>

enum { DAYS = 7, HOUR = 60, DAY = 1440, SECONDS_A_DAY = 86400, WEEK_SHIFTS = 8 };

struct week {
    int iso_year, iso_week;
    int64_t monday;          /* days since 1970 */
    int year;                /* that Monday is in; week 1 may begin in December */
    char zone[64];           /* IANA name */
    int64_t start_utc;       /* seconds since 1970 of Monday 00:00 local */
    int day_start[DAYS + 1]; /* minutes; [0] = 0, [7] = length of the week */
    /* Stretches of constant offset, ordered, the first from far before the
     * week, covering two weeks to either side. */
    int n_shifts;
    struct {
        int from;   /* minute of the week from which it holds */
        int offset; /* minutes east of UTC */
    } shift[WEEK_SHIFTS];
};

/* A minute as a person says it. */
struct moment {
    int year, month, mday; /* 1-based month and day */
    int weekday;           /* 0 Monday .. 6 Sunday */
    int hour, minute;
    int offset;  /* minutes east of UTC */
    bool folded; /* this clock time comes twice that night; true for the second */
};

/* Fill *w for ISO year/week in an IANA zone. INPUT if the week does not exist in
 * that year (week 53) or the zone is unknown; the fault has no file or place. */
enum status week_make(struct week *w, int iso_year, int iso_week,
                      const char *zone, struct faults *f);

/* "2026-W48" -> year, week; false if it is not of that form or the year has no
 * such week. */
bool week_parse(const char *text, int *iso_year, int *iso_week);
/* Writes "2026-W48" (9 bytes with the final zero). */
void week_name(const struct week *w, char out[16]);
/* The week that a day (since 1970) lies in. */
void week_of_day(int64_t day, int *iso_year, int *iso_week);
/* The week `steps` before or after. */
void week_step(int *iso_year, int *iso_week, int steps);

/* Minute of the week of a wall-clock time on a date (any date near the week).
 * A clock time that does not exist (spring) gives the minute that a clock which
 * was not put forward would reach; one that comes twice (autumn) gives the
 * first, or the second if `second`. clock_minutes may be 1440 (24:00) or more
 * (the next day's clock). False if the date is not a date. */
bool week_minute(const struct week *w, int year, int month, int mday,
                 int clock_minutes, bool second, int *minute);
/* The same for a day of this week, 0 Monday .. 6 Sunday. */
int week_minute_of_day(const struct week *w, int day, int clock_minutes);

struct moment week_moment(const struct week *w, int minute);
/* Day index 0..6 on which the minute falls; -1 before, 7 after the week. */
int week_day(const struct week *w, int minute);
int week_length(const struct week *w);

/* Seconds since 1970 <-> minute of the week. */
int64_t week_utc(const struct week *w, int minute);
int week_minute_of_utc(const struct week *w, int64_t utc);

/* "2026-11-25T17:30+01:00" (25 bytes with the final zero is enough: 32). */
void week_format(const struct week *w, int minute, char out[32]);
/* Parses "YYYY-MM-DDTHH:MM" with or without "+hh:mm"; an offset that the zone
 * does not have at that time is refused. */
bool week_scan(const struct week *w, const char *text, int *minute);

/* Calendar arithmetic: days since 1970-01-01 of a date and back; weekday 0 Mon. */
int64_t date_days(int year, int month, int mday);
void date_of_days(int64_t days, int *year, int *month, int *mday);
int date_weekday(int year, int month, int mday);
bool date_valid(int year, int month, int mday);
/* The day (since 1970) that so many seconds lie in, before 1970 too. */
int64_t day_of_seconds(int64_t seconds);
/* The same of an instant as the clocks of a known IANA zone count, and the instant at which
 * a day begins there. */
int64_t zone_day(const char *zone, int64_t utc);
int64_t zone_day_begin(const char *zone, int64_t day);
/* "YYYY-MM-DD"; false if it is not an existing date. */
bool date_scan(const char *text, int *year, int *month, int *mday);
/* "HH:MM" up to 24:00 -> minutes. */
bool clock_scan(const char *text, int *minutes);

#endif
