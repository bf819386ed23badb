/* The figures a unit may set: rule figures and weights. Each is one row here;
 * the struct, the JSON key, the range check, `ledsaga options` and the
 * documentation follow from the row. */
#ifndef LEDSAGA_FIGURES_H
#define LEDSAGA_FIGURES_H

/* X(name, default, least, most, unit, what it is (a gettext key)) */
#define RULE_FIGURES(X)                                                        \
    X(gap_minutes, 10, 0, 240, "min",                                          \
      "least time between two visits of an escort, besides travel")            \
    X(daily_rest_minutes, 660, 0, 1440, "min",                                 \
      "unbroken rest in each 24-hour period of an employee")                   \
    X(weekly_rest_minutes, 2160, 0, 10080, "min",                              \
      "unbroken rest in each week of an employee")                             \
    X(day_minutes_max, 600, 0, 1440, "min",                                    \
      "longest working time of an employee in a day")                          \
    X(span_minutes_max, 780, 0, 1440, "min",                                   \
      "longest time from the first start to the last end of a day")            \
    X(break_after_minutes, 300, 0, 1440, "min",                                \
      "longest stretch of work of an employee without a break")                \
    X(break_minutes, 30, 1, 240, "min", "shortest pause that is a break")      \
    X(on_duty_meal, 1, 0, 1, "0/1",                                            \
      "one long outing may have its meal on duty instead of a break")          \
    X(week_minutes_max, 2400, 0, 10080, "min",                                 \
      "most working time of an employee in a week")                            \
    X(travel_is_work, 1, 0, 1, "0/1",                                          \
      "travel between two visits of a day is working time")                    \
    X(home_legs, 0, 0, 1, "0/1",                                               \
      "travel from home and back counts as travel and must fit the hours")     \
    X(familiar_visits, 4, 1, 1000, "visits",                                   \
      "after so many earlier visits an escort is familiar to a client")

#define WEIGHT_FIGURES(X)                                                      \
    X(rights_lss, 3, 0, 1000, "points/min", "unmet minute under LSS 9:3")      \
    X(rights_sol, 3, 0, 1000, "points/min", "unmet minute under SoL 11:1")     \
    X(rights_sol_extra, 2, 0, 1000, "points/min",                              \
      "unmet minute under SoL 11:4")                                           \
    X(rights_open, 1, 0, 1000, "points/min",                                   \
      "unmet minute under SoL 11:5 or without a decision")                     \
    X(urgent_percent, 200, 0, 1000, "%", "an urgent request's share of that")  \
    X(low_percent, 50, 0, 1000, "%", "a low-priority request's share of that, rounded down, at least 1") \
    X(short_1_minutes, 180, 0, 10080, "min",                                   \
      "a client short of more than this in the week ...")                      \
    X(short_1, 1, 0, 1000, "points/min", "... costs this more per minute")     \
    X(short_2_minutes, 360, 0, 10080, "min", "and short of more than this ...")\
    X(short_2, 2, 0, 1000, "points/min", "... this more again")                \
    X(later_choice, 60, 0, 100000, "points",                                   \
      "each step down the client's ranked times")                              \
    X(off_wish_minute, 1, 0, 1000, "points/min",                               \
      "start away from the time wished for")                                   \
    X(escort_rank, 30, 0, 100000, "points",                                    \
      "each step down the client's ranked escorts")                            \
    X(escort_unlisted, 90, 0, 100000, "points",                                \
      "an escort who is not on the client's list, where there is a list")      \
    X(face_new, 120, 0, 100000, "points",                                      \
      "a face the client has not met, once a week")                            \
    X(face_known, 40, 0, 100000, "points", "a face met before, once a week")   \
    X(face_familiar, 10, 0, 100000, "points", "a familiar face, once a week")  \
    X(travel_minute, 1, 0, 1000, "points/min", "travel")                       \
    X(contract_under_minute, 1, 0, 1000, "points/min",                         \
      "work under the contract's week")                                        \
    X(contract_over_minute, 1, 0, 1000, "points/min",                          \
      "work over the contract's week")

struct rule_figures {
#define X(name, value, least, most, unit, text) int name;
    RULE_FIGURES(X)
#undef X
};

struct weight_figures {
#define X(name, value, least, most, unit, text) int name;
    WEIGHT_FIGURES(X)
#undef X
};

/* A row as data. `offset` is the field's place in its struct. */
struct figure {
    const char *name, *unit, *text;
    int value, least, most; /* value: the default */
    unsigned offset;
};

/* The rows, ended by a row whose name is NULL. */
extern const struct figure RULE_FIGURE_ROWS[], WEIGHT_FIGURE_ROWS[];

struct rule_figures rule_figures_default(void);
struct weight_figures weight_figures_default(void);

#endif
