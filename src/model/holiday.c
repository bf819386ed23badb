/* A day is looked up by its place in the month or its distance from Easter, as
 * the act has it since 2005 (National Day in, Whit Monday out).
 *
 * Unsocial hours go by the clock. A holiday's hours begin on the day before it
 * and last to the morning of the next weekday, so that everything between is one
 * stretch: a day that is no weekday is big when a big holiday began it or a day
 * before it that no weekday parts from it. Whatever else is no weekday is paid as
 * weekend. A big holiday goes before a weekend, and both before an evening or a
 * night of the week. */
#include "ledsaga/holiday.h"
#include "base/text.h"

/* ---- Easter ------------------------------------------------------------ */

/* The Gregorian computus as J. Meeus gives it (Astronomical Algorithms, 8): the
 * Sunday after the first ecclesiastical full moon from 21 March on. */
int64_t easter_day(int year)
{
    int century = year / 100, in_century = year % 100;
    int golden = year % 19;
    int moved = (century - (century + 8) / 25 + 1) / 3;
    int epact = (19 * golden + century - century / 4 - moved + 15) % 30;
    int to_sunday = (32 + 2 * (century % 4) + 2 * (in_century / 4) - epact -
                     in_century % 4) % 7;
    int late = (golden + 11 * epact + 22 * to_sunday) / 451;

    return date_days(year, 3, 22) + epact + to_sunday - 7 * late;
}

/* ---- days -------------------------------------------------------------- */

enum { MONDAY, THURSDAY = 3, FRIDAY, SATURDAY, SUNDAY };

struct date {
    int month, mday, weekday;
    int after_easter; /* days; negative before */
};

static struct date date_of(int64_t day)
{
    struct date d;
    int year;

    date_of_days(day, &year, &d.month, &d.mday);
    d.weekday = date_weekday(year, d.month, d.mday);
    d.after_easter = (int)(day - easter_day(year));
    return d;
}

static bool on(const struct date *d, int month, int mday)
{
    return d->month == month && d->mday == mday;
}

/* The weekday that falls within a week from this date of June on. */
static bool in_june_from(const struct date *d, int weekday, int mday)
{
    return d->month == 6 && d->weekday == weekday && d->mday >= mday &&
           d->mday < mday + DAYS;
}

static bool is_all_saints(const struct date *d)
{
    return d->weekday == SATURDAY &&
           (on(d, 10, 31) || (d->month == 11 && d->mday <= 6));
}

static bool is_on(enum holiday h, const struct date *d)
{
    switch (h) {
    case HOLIDAY_NEW_YEAR:
        return on(d, 1, 1);
    case HOLIDAY_EPIPHANY:
        return on(d, 1, 6);
    case HOLIDAY_GOOD_FRIDAY:
        return d->after_easter == -2;
    case HOLIDAY_EASTER_EVE:
        return d->after_easter == -1;
    case HOLIDAY_EASTER_DAY:
        return d->after_easter == 0;
    case HOLIDAY_EASTER_MONDAY:
        return d->after_easter == 1;
    case HOLIDAY_MAY_DAY:
        return on(d, 5, 1);
    case HOLIDAY_ASCENSION:
        return d->after_easter == 39;
    case HOLIDAY_PENTECOST_EVE:
        return d->after_easter == 48;
    case HOLIDAY_PENTECOST:
        return d->after_easter == 49;
    case HOLIDAY_NATIONAL_DAY:
        return on(d, 6, 6);
    case HOLIDAY_MIDSUMMER_EVE:
        return in_june_from(d, FRIDAY, 19);
    case HOLIDAY_MIDSUMMER_DAY:
        return in_june_from(d, SATURDAY, 20);
    case HOLIDAY_ALL_SAINTS:
        return is_all_saints(d);
    case HOLIDAY_CHRISTMAS_EVE:
        return on(d, 12, 24);
    case HOLIDAY_CHRISTMAS_DAY:
        return on(d, 12, 25);
    case HOLIDAY_BOXING_DAY:
        return on(d, 12, 26);
    case HOLIDAY_NEW_YEAR_EVE:
        return on(d, 12, 31);
    case HOLIDAY_COUNT:
    case HOLIDAY_NONE:
        break;
    }
    return false;
}

/* What is in the list for a holiday: how a day comes to be paid as one. */
enum kind {
    KIND_EVE,       /* no holiday by law, but no weekday */
    KIND_BIG_EVE,   /* the same, and a big holiday begins with it */
    KIND_BIG,       /* a holiday with which a big holiday begins */
    KIND_AFTER,     /* a holiday that another has begun */
    KIND_HOLIDAY    /* one that stands alone */
};

static const enum kind KINDS[HOLIDAY_COUNT] = {
    [HOLIDAY_NEW_YEAR] = KIND_AFTER,
    [HOLIDAY_EPIPHANY] = KIND_HOLIDAY,
    [HOLIDAY_GOOD_FRIDAY] = KIND_BIG,
    [HOLIDAY_EASTER_EVE] = KIND_EVE,
    [HOLIDAY_EASTER_DAY] = KIND_AFTER,
    [HOLIDAY_EASTER_MONDAY] = KIND_AFTER,
    [HOLIDAY_MAY_DAY] = KIND_HOLIDAY,
    [HOLIDAY_ASCENSION] = KIND_HOLIDAY,
    [HOLIDAY_PENTECOST_EVE] = KIND_BIG_EVE,
    [HOLIDAY_PENTECOST] = KIND_AFTER,
    [HOLIDAY_NATIONAL_DAY] = KIND_HOLIDAY,
    [HOLIDAY_MIDSUMMER_EVE] = KIND_BIG_EVE,
    [HOLIDAY_MIDSUMMER_DAY] = KIND_AFTER,
    [HOLIDAY_ALL_SAINTS] = KIND_HOLIDAY,
    [HOLIDAY_CHRISTMAS_EVE] = KIND_BIG_EVE,
    [HOLIDAY_CHRISTMAS_DAY] = KIND_AFTER,
    [HOLIDAY_BOXING_DAY] = KIND_AFTER,
    [HOLIDAY_NEW_YEAR_EVE] = KIND_BIG_EVE,
};

/* A day can be several things: 6 June has been Whitsun Eve. As bits by kind. */
static unsigned kinds_of(const struct date *d)
{
    unsigned kinds = 0;

    for (int h = 0; h < HOLIDAY_COUNT; h++)
        if (is_on((enum holiday)h, d))
            kinds |= 1U << KINDS[h];
    return kinds;
}

enum holiday holiday_on(int64_t day)
{
    struct date d = date_of(day);

    for (int h = 0; h < HOLIDAY_COUNT; h++)
        if (is_on((enum holiday)h, &d))
            return (enum holiday)h;
    return HOLIDAY_NONE;
}

const char *holiday_name(enum holiday h)
{
    static const char *const NAMES[HOLIDAY_COUNT] = {
#define X(NAME, text) [HOLIDAY_##NAME] = text,
        HOLIDAY_LIST(X)
#undef X
    };

    return h == HOLIDAY_NONE ? "" : NAMES[h];
}

bool holiday_public(int64_t day)
{
    struct date d = date_of(day);
    unsigned eves = 1U << KIND_EVE | 1U << KIND_BIG_EVE;

    return d.weekday == SUNDAY || (kinds_of(&d) & ~eves) != 0;
}

bool is_weekday(int64_t day)
{
    struct date d = date_of(day);

    return d.weekday < SATURDAY && kinds_of(&d) == 0;
}

/* ---- unsocial hours ---------------------------------------------------- */

static bool begins(int64_t day, unsigned kinds)
{
    struct date d = date_of(day);

    return (kinds_of(&d) & kinds) != 0;
}

static bool begins_big(int64_t day)
{
    return begins(day, 1U << KIND_BIG | 1U << KIND_BIG_EVE);
}

/* All of the day, by the clock. */
static bool is_big(int64_t day)
{
    for (; !is_weekday(day); day--)
        if (begins_big(day))
            return true;
    return false;
}

static bool big_at(const struct cost_figures *cost, int64_t day, int clock)
{
    return is_big(day) ||
           (clock >= cost->unsocial_big_from && begins_big(day + 1)) ||
           (clock < cost->unsocial_weekend_to && is_big(day - 1));
}

static bool weekend_at(const struct cost_figures *cost, int64_t day, int clock)
{
    return !is_weekday(day) ||
           (clock >= cost->unsocial_weekend_from &&
            date_of(day).weekday == FRIDAY) ||
           (clock >= cost->unsocial_holiday_from &&
            begins(day + 1, 1U << KIND_HOLIDAY)) ||
           (clock < cost->unsocial_weekend_to && !is_weekday(day - 1));
}

static enum unsocial class_at(const struct cost_figures *cost, int64_t day,
                              int clock)
{
    int weekday = date_of(day).weekday;
    bool morning = clock < cost->unsocial_night_to;
    bool night = morning || clock >= cost->unsocial_night_from;

    if (big_at(cost, day, clock))
        return night ? UNSOCIAL_BIG_NIGHT : UNSOCIAL_BIG;
    if (weekend_at(cost, day, clock))
        return night ? UNSOCIAL_WEEKEND_NIGHT : UNSOCIAL_WEEKEND;
    /* The nights of Monday to Thursday end on Tuesday to Friday. */
    if (night && weekday >= MONDAY + morning && weekday <= THURSDAY + morning)
        return UNSOCIAL_NIGHT;
    if (weekday <= THURSDAY && !night && clock >= cost->unsocial_evening_from)
        return UNSOCIAL_EVENING;
    return UNSOCIAL_NONE;
}

const char *unsocial_word(enum unsocial u)
{
    static const char *const WORDS[UNSOCIAL_COUNT] = {
        [UNSOCIAL_NONE] = "none",
        [UNSOCIAL_EVENING] = "evening",
        [UNSOCIAL_NIGHT] = "night",
        [UNSOCIAL_WEEKEND] = "weekend",
        [UNSOCIAL_WEEKEND_NIGHT] = "weekend_night",
        [UNSOCIAL_BIG] = "big",
        [UNSOCIAL_BIG_NIGHT] = "big_night",
    };

    return WORDS[u];
}

int unsocial_ore(const struct cost_figures *cost, enum unsocial u)
{
    const int ore[UNSOCIAL_COUNT] = {
        [UNSOCIAL_EVENING] = cost->unsocial_evening_ore,
        [UNSOCIAL_NIGHT] = cost->unsocial_night_ore,
        [UNSOCIAL_WEEKEND] = cost->unsocial_weekend_ore,
        [UNSOCIAL_WEEKEND_NIGHT] = cost->unsocial_weekend_night_ore,
        [UNSOCIAL_BIG] = cost->unsocial_big_ore,
        [UNSOCIAL_BIG_NIGHT] = cost->unsocial_big_night_ore,
    };

    return ore[u];
}

static int clock_of(const struct moment *m)
{
    return m->hour * HOUR + m->minute;
}

static enum unsocial class_of(const struct cost_figures *cost,
                              const struct moment *m)
{
    return class_at(cost, date_days(m->year, m->month, m->mday), clock_of(m));
}

enum unsocial unsocial_at(const struct week *w,
                          const struct cost_figures *cost, int minute)
{
    struct moment m = week_moment(w, minute);

    return class_of(cost, &m);
}

/* The next clock time at which the class may change. */
static int next_border(const struct cost_figures *cost, int clock)
{
    const int borders[] = {
        cost->unsocial_evening_from, cost->unsocial_night_from,
        cost->unsocial_night_to,     cost->unsocial_weekend_from,
        cost->unsocial_weekend_to,   cost->unsocial_holiday_from,
        cost->unsocial_big_from,
    };
    int next = DAY;

    for (size_t i = 0; i < sizeof borders / sizeof *borders; i++)
        if (borders[i] > clock && borders[i] < next)
            next = borders[i];
    return next;
}

/* One past the last minute from this one on that has its class for certain: a
 * border of the clock or a change of the clocks ends it. */
static int same_until(const struct week *w, const struct cost_figures *cost,
                      int minute, const struct moment *m)
{
    int until = minute + next_border(cost, clock_of(m)) - clock_of(m);

    for (int i = 0; i < w->n_shifts; i++)
        if (w->shift[i].from > minute && w->shift[i].from < until)
            until = w->shift[i].from;
    return until;
}

void unsocial_minutes(const struct week *w, const struct cost_figures *cost,
                      int from, int to, int minutes[UNSOCIAL_COUNT])
{
    for (int u = 0; u < UNSOCIAL_COUNT; u++)
        minutes[u] = 0;
    while (from < to) {
        struct moment m = week_moment(w, from);
        int until = same_until(w, cost, from, &m);

        if (until > to)
            until = to;
        minutes[class_of(cost, &m)] += until - from;
        from = until;
    }
}
