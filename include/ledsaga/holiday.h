/* Swedish public holidays and the hours that are paid as unsocial, for any year.
 * Sources: lag (1989:253) om allmänna helgdagar; AB (collective agreement of
 * municipalities), unsocial hours. */
#ifndef LEDSAGA_HOLIDAY_H
#define LEDSAGA_HOLIDAY_H

#include "ledsaga/figures.h"
#include "ledsaga/week.h"

/* X(NAME, gettext key) */
#define HOLIDAY_LIST(X)                                                        \
    X(NEW_YEAR, "New Year's Day")                                              \
    X(EPIPHANY, "Epiphany")                                                    \
    X(GOOD_FRIDAY, "Good Friday")                                              \
    X(EASTER_EVE, "Easter Eve")                                                \
    X(EASTER_DAY, "Easter Day")                                                \
    X(EASTER_MONDAY, "Easter Monday")                                          \
    X(MAY_DAY, "May Day")                                                      \
    X(ASCENSION, "Ascension Day")                                              \
    X(PENTECOST_EVE, "Whitsun Eve")                                            \
    X(PENTECOST, "Whit Sunday")                                                \
    X(NATIONAL_DAY, "National Day")                                            \
    X(MIDSUMMER_EVE, "Midsummer Eve")                                          \
    X(MIDSUMMER_DAY, "Midsummer Day")                                          \
    X(ALL_SAINTS, "All Saints' Day")                                           \
    X(CHRISTMAS_EVE, "Christmas Eve")                                          \
    X(CHRISTMAS_DAY, "Christmas Day")                                          \
    X(BOXING_DAY, "Boxing Day")                                                \
    X(NEW_YEAR_EVE, "New Year's Eve")

enum holiday {
#define X(NAME, text) HOLIDAY_##NAME,
    HOLIDAY_LIST(X)
#undef X
        HOLIDAY_COUNT,
    HOLIDAY_NONE = -1
};

/* Day of Easter Sunday, days since 1970 (Gregorian computus). */
int64_t easter_day(int year);
/* What a day is; eves included. */
enum holiday holiday_on(int64_t day);
const char *holiday_name(enum holiday h); /* gettext key */
/* A public holiday by law, or a Sunday; eves are not. */
bool holiday_public(int64_t day);
/* Neither Saturday nor holiday nor one of the eves that agreements treat so. */
bool is_weekday(int64_t day);

/* Unsocial hours by class, from least to most paid. */
enum unsocial {
    UNSOCIAL_NONE,
    UNSOCIAL_EVENING,       /* D */
    UNSOCIAL_NIGHT,         /* C */
    UNSOCIAL_WEEKEND,       /* B */
    UNSOCIAL_WEEKEND_NIGHT, /* B by night */
    UNSOCIAL_BIG,           /* A: Easter, Whitsun, Midsummer, Christmas, New Year */
    UNSOCIAL_BIG_NIGHT,     /* A by night */
    UNSOCIAL_COUNT
};
const char *unsocial_word(enum unsocial u); /* "evening", "weekend_night" ... */
/* Class of a minute; `cost` gives the clock borders. */
enum unsocial unsocial_at(const struct week *w, const struct cost_figures *cost,
                          int minute);
/* öre an hour. */
int unsocial_ore(const struct cost_figures *cost, enum unsocial u);
/* Minutes of [from, to) by class. */
void unsocial_minutes(const struct week *w, const struct cost_figures *cost, int from,
                      int to, int minutes[UNSOCIAL_COUNT]);

#endif
