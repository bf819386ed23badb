/* The week knows its zone as a short table of offsets, taken once when it is
 * made; everything after that is arithmetic on the table. A clock time and an
 * instant differ by the offset that holds at the instant, so a clock time is
 * tried against each stretch: it may fit one, two (autumn) or none (spring). */
#include "ledsaga/week.h"
#include "base/text.h"
#include "base/zone.h"

#include <ctype.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { WEEK = DAYS * DAY, LONG_BEFORE = INT_MIN / 2, NO_MINUTE = INT_MIN };

/* ---- dates ------------------------------------------------------------- */

/* A year that begins in March has its leap day last, so that months and leap
 * years need no table. */
int64_t date_days(int year, int month, int mday)
{
    const int64_t march_0_to_1970 = 719468;
    int64_t y = month <= 2 ? year - 1 : year;
    int from_march = (month + 9) % 12;

    return 365 * y + y / 4 - y / 100 + y / 400 + (153 * from_march + 2) / 5 +
           mday - 1 - march_0_to_1970;
}

int64_t day_of_seconds(int64_t seconds)
{
    return seconds / SECONDS_A_DAY - (seconds % SECONDS_A_DAY < 0);
}

int64_t zone_day(const char *zone, int64_t utc)
{
    struct zone_shift now;

    zone_shifts(zone, utc, utc, &now, 1);
    return day_of_seconds(zone_clock(&now, 1, utc));
}

int64_t zone_day_begin(const char *zone, int64_t day)
{
    struct zone_shift shifts[WEEK_SHIFTS];
    int n = zone_shifts(zone, (day - 2) * SECONDS_A_DAY, (day + 2) * SECONDS_A_DAY, shifts,
                        WEEK_SHIFTS);

    return zone_instant(shifts, n, day * SECONDS_A_DAY, NULL);
}

void date_of_days(int64_t days, int *year, int *month, int *mday)
{
    /* A guess that is never late and at most a year early. */
    int y = (int)((days * 400) / 146097) + 1970;

    while (date_days(y, 1, 1) > days)
        y--;
    while (date_days(y + 1, 1, 1) <= days)
        y++;
    *year = y;
    *month = 12;
    while (date_days(y, *month, 1) > days)
        --*month;
    *mday = (int)(days - date_days(y, *month, 1)) + 1;
}

int date_weekday(int year, int month, int mday)
{
    int64_t thursday = date_days(year, month, mday) + 3;

    return (int)((thursday % 7 + 7) % 7);
}

bool date_valid(int year, int month, int mday)
{
    static const int LENGTH[] = {31, 28, 31, 30, 31, 30,
                                 31, 31, 30, 31, 30, 31};
    bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);

    return year >= 1 && year <= 9999 && month >= 1 && month <= 12 &&
           mday >= 1 && mday <= LENGTH[month - 1] + (month == 2 && leap);
}

/* The number in `n` digits; false if one is not a digit. */
static bool digits(const char *s, int n, int *value)
{
    *value = 0;
    for (int i = 0; i < n; i++) {
        if (!isdigit((unsigned char)s[i]))
            return false;
        *value = 10 * *value + s[i] - '0';
    }
    return true;
}

/* The date that a text begins with. */
static bool scan_date(const char *s, int *year, int *month, int *mday)
{
    return digits(s, 4, year) && s[4] == '-' && digits(s + 5, 2, month) &&
           s[7] == '-' && digits(s + 8, 2, mday) &&
           date_valid(*year, *month, *mday);
}

bool date_scan(const char *text, int *year, int *month, int *mday)
{
    return scan_date(text, year, month, mday) && text[10] == '\0';
}

static bool scan_clock(const char *s, int *minutes)
{
    int hour, minute;

    if (!digits(s, 2, &hour) || s[2] != ':' || !digits(s + 3, 2, &minute) ||
        minute > 59)
        return false;
    *minutes = hour * HOUR + minute;
    return *minutes <= DAY;
}

bool clock_scan(const char *text, int *minutes)
{
    return scan_clock(text, minutes) && text[5] == '\0';
}

/* ---- ISO weeks --------------------------------------------------------- */

/* The fourth of January is always in week 1. */
static int64_t first_monday(int iso_year)
{
    return date_days(iso_year, 1, 4) - date_weekday(iso_year, 1, 4);
}

static int weeks_in(int iso_year)
{
    return (int)(first_monday(iso_year + 1) - first_monday(iso_year)) / DAYS;
}

static bool week_exists(int iso_year, int iso_week)
{
    return iso_year >= 1900 && iso_year <= 2999 && iso_week >= 1 &&
           iso_week <= weeks_in(iso_year);
}

bool week_parse(const char *text, int *iso_year, int *iso_week)
{
    return digits(text, 4, iso_year) && text[4] == '-' && text[5] == 'W' &&
           digits(text + 6, 2, iso_week) && text[8] == '\0' &&
           week_exists(*iso_year, *iso_week);
}

void week_name(const struct week *w, char out[16])
{
    snprintf(out, 16, "%04d-W%02d", w->iso_year, w->iso_week);
}

/* An ISO week belongs to the year of its Thursday. */
void week_of_day(int64_t day, int *iso_year, int *iso_week)
{
    int year, month, mday;

    date_of_days(day, &year, &month, &mday);
    day += 3 - date_weekday(year, month, mday);
    date_of_days(day, iso_year, &month, &mday);
    *iso_week = (int)(day - date_days(*iso_year, 1, 1)) / DAYS + 1;
}

void week_step(int *iso_year, int *iso_week, int steps)
{
    *iso_week += steps;
    while (*iso_week < 1)
        *iso_week += weeks_in(--*iso_year);
    while (*iso_week > weeks_in(*iso_year))
        *iso_week -= weeks_in((*iso_year)++);
}

/* ---- clock and minute -------------------------------------------------- */

/* A clock time as if the zone had always been at UTC, minutes since 1970. */
static int64_t clock_line(int64_t day, int clock_minutes)
{
    return day * DAY + clock_minutes;
}

static bool holds(const struct week *w, int shift, int minute)
{
    return minute >= w->shift[shift].from &&
           (shift + 1 == w->n_shifts || minute < w->shift[shift + 1].from);
}

static int minute_under(const struct week *w, int shift, int64_t line)
{
    return (int)(line - w->shift[shift].offset - w->start_utc / 60);
}

static int minute_of_line(const struct week *w, int64_t line, bool second)
{
    int found = NO_MINUTE;

    for (int i = 0; i < w->n_shifts; i++) {
        int minute = minute_under(w, i, line);

        if (holds(w, i, minute) && (found == NO_MINUTE || second))
            found = minute;
    }
    /* In the hour that is skipped, the offset before it still counts. */
    for (int i = 0; found == NO_MINUTE && i + 1 < w->n_shifts; i++)
        if (minute_under(w, i + 1, line) < w->shift[i + 1].from)
            found = minute_under(w, i, line);
    return found;
}

bool week_minute(const struct week *w, int year, int month, int mday,
                 int clock_minutes, bool second, int *minute)
{
    if (!date_valid(year, month, mday))
        return false;
    *minute = minute_of_line(
        w, clock_line(date_days(year, month, mday), clock_minutes), second);
    return true;
}

int week_minute_of_day(const struct week *w, int day, int clock_minutes)
{
    return minute_of_line(w, clock_line(w->monday + day, clock_minutes),
                          false);
}

static int shift_at(const struct week *w, int minute)
{
    int i = w->n_shifts - 1;

    while (i > 0 && minute < w->shift[i].from)
        i--;
    return i;
}

struct moment week_moment(const struct week *w, int minute)
{
    int i = shift_at(w, minute);
    int64_t line = w->start_utc / 60 + minute + w->shift[i].offset;
    int64_t day = line / DAY - (line % DAY < 0);
    int clock = (int)(line - day * DAY);
    struct moment m = {
        .weekday = (int)(((day + 3) % 7 + 7) % 7),
        .hour = clock / HOUR,
        .minute = clock % HOUR,
        .offset = w->shift[i].offset,
        .folded = i > 0 && holds(w, i - 1, minute_under(w, i - 1, line)),
    };

    date_of_days(day, &m.year, &m.month, &m.mday);
    return m;
}

int week_day(const struct week *w, int minute)
{
    int day = -1;

    while (day < DAYS && minute >= w->day_start[day + 1])
        day++;
    return day;
}

int week_length(const struct week *w)
{
    return w->day_start[DAYS];
}

int64_t week_utc(const struct week *w, int minute)
{
    return w->start_utc + (int64_t)minute * 60;
}

int week_minute_of_utc(const struct week *w, int64_t utc)
{
    int64_t seconds = utc - w->start_utc;

    return (int)(seconds / 60 - (seconds % 60 < 0));
}

void week_format(const struct week *w, int minute, char out[32])
{
    struct moment m = week_moment(w, minute);
    int east = abs(m.offset);

    snprintf(out, 32, "%04d-%02d-%02dT%02d:%02d%c%02d:%02d", m.year, m.month,
             m.mday, m.hour, m.minute, m.offset < 0 ? '-' : '+', east / HOUR,
             east % HOUR);
}

/* "+01:00" -> minutes east. */
static bool scan_offset(const char *s, int *offset)
{
    int minutes;

    if ((*s != '+' && *s != '-') || !scan_clock(s + 1, &minutes) ||
        s[6] != '\0')
        return false;
    *offset = *s == '-' ? -minutes : minutes;
    return true;
}

bool week_scan(const struct week *w, const char *text, int *minute)
{
    int year, month, mday, clock, offset;

    if (!scan_date(text, &year, &month, &mday) || text[10] != 'T' ||
        !scan_clock(text + 11, &clock))
        return false;
    if (text[16] == '\0')
        return week_minute(w, year, month, mday, clock, false, minute);
    if (!scan_offset(text + 16, &offset))
        return false;
    *minute = (int)(clock_line(date_days(year, month, mday), clock) - offset -
                    w->start_utc / 60);
    return week_moment(w, *minute).offset == offset;
}

/* ---- making a week ----------------------------------------------------- */

/* Until the beginning of the week is known, its minutes are counted from the
 * Monday of UTC; then the table is moved. */
static void take_shifts(struct week *w)
{
    struct zone_shift shifts[WEEK_SHIFTS];
    int64_t guess = w->monday * DAY * 60;
    int begins;

    w->start_utc = guess;
    w->n_shifts = zone_shifts(w->zone, guess - 15 * DAY * 60,
                              guess + (3 * WEEK + DAY) * 60, shifts,
                              WEEK_SHIFTS);
    for (int i = 0; i < w->n_shifts; i++) {
        w->shift[i].from = i ? week_minute_of_utc(w, shifts[i].from)
                             : LONG_BEFORE;
        w->shift[i].offset = shifts[i].offset;
    }
    begins = week_minute_of_day(w, 0, 0);
    w->start_utc += (int64_t)begins * 60;
    for (int i = 1; i < w->n_shifts; i++)
        w->shift[i].from -= begins;
}

enum status week_make(struct week *w, int iso_year, int iso_week,
                      const char *zone, struct faults *f)
{
    if (!week_exists(iso_year, iso_week))
        return faults_add(f, STATUS_INPUT, "", "",
                          _("Choose a week between 1 and 52; some years have a "
                            "week 53."),
                          _("There is no week %d in the year %d."), iso_week,
                          iso_year);
    *w = (struct week){.iso_year = iso_year,
                       .iso_week = iso_week,
                       .monday = first_monday(iso_year) + (iso_week - 1) * DAYS};
    w->year = iso_year - (w->monday < date_days(iso_year, 1, 1));
    if (strlen(zone) >= sizeof w->zone || !zone_known(zone))
        return faults_add(f, STATUS_INPUT, "", "",
                          _("Use a name such as Europe/Stockholm; the system's "
                            "time zone data must be installed."),
                          _("The time zone \"%s\" is not known."), zone);
    strcpy(w->zone, zone);
    take_shifts(w);
    for (int day = 0; day <= DAYS; day++)
        w->day_start[day] = week_minute_of_day(w, day, 0);
    return STATUS_OK;
}
