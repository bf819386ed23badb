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
    X(week_minutes_max, 2880, 0, 10080, "min",                                 \
      "most working time of an employee in any one week")                      \
    X(ordinary_minutes_week, 2400, 0, 10080, "min",                            \
      "ordinary working time a week, on average over the next figure")         \
    X(ordinary_weeks, 4, 1, 17, "weeks",                                       \
      "weeks over which ordinary time is averaged, this one the last")         \
    X(overtime_planned_minutes, 0, 0, 10080, "min",                            \
      "overtime that a roster may plan for an employee in a week")             \
    X(overtime_minutes_4w, 2880, 0, 40320, "min",                              \
      "most overtime or additional time of an employee in four weeks")         \
    X(overtime_minutes_year, 12000, 0, 525600, "min",                          \
      "most overtime or additional time of an employee in a calendar year")    \
    X(total_minutes_week, 2880, 0, 10080, "min",                               \
      "all working time a week, on average over the next figure")              \
    X(total_weeks, 17, 1, 17, "weeks",                                         \
      "weeks over which all working time is averaged")                         \
    X(night_from, 0, 0, 1440, "min", "clock at which the core of the night begins") \
    X(night_to, 300, 0, 1440, "min", "clock at which it ends")                 \
    X(split_gap_minutes, 120, 0, 1440, "min",                                  \
      "a pause in an employee's day longer than this splits it")               \
    X(weekend_period, 2, 0, 8, "weeks",                                        \
      "of so many weekends an employee has at least one free; 0 = not counted") \
    X(evening_from, 1140, 0, 1440, "min",                                      \
      "clock after which work is evening work")                                \
    X(notice_days, 14, 0, 365, "days",                                         \
      "an employee is told the roster so long before")                         \
    X(shifted_days, 10, 0, 365, "days",                                        \
      "a change with less notice is shifted working time (förskjuten arbetstid)") \
    X(contractor_occasion_minutes, 480, 0, 1440, "min",                        \
      "longest outing of a contractor")                                        \
    X(contractor_rest_minutes, 540, 0, 1440, "min",                            \
      "rest that a contractor should have between two working days")           \
    X(contractor_clients, 2, 0, 1000, "clients",                               \
      "clients a contractor should have at most within 84 days; 0 = not counted") \
    X(contractor_month_minutes, 1200, 0, 44640, "min",                         \
      "what a contractor should do for one client in a month; 0 = not counted") \
    X(guideline_occasion_minutes, 0, 0, 1440, "min",                           \
      "municipal guideline: longest outing; 0 = none; only warns")             \
    X(guideline_month_minutes, 0, 0, 44640, "min",                             \
      "municipal guideline: most of a client in a month; 0 = none; only warns") \
    X(guideline_age, 0, 0, 120, "years",                                       \
      "municipal guideline: youngest client; 0 = none; only warns")            \
    X(paratransit_wait_minutes, 45, 0, 240, "min",                             \
      "a ride with färdtjänst may come so much earlier or later than wished")  \
    X(fairness_weeks, 4, 0, 16, "weeks",                                       \
      "weeks in which a client's earlier shortage counts")                     \
    X(travel_is_work, 1, 0, 1, "0/1",                                          \
      "travel between two visits of a day is working time")                    \
    X(home_legs, 0, 0, 1, "0/1",                                               \
      "travel from home and back counts as travel and must fit the hours")     \
    X(familiar_visits, 4, 1, 1000, "visits",                                   \
      "after so many earlier visits an escort is familiar to a client")

#define WEIGHT_FIGURES(X)                                                      \
    X(rights_lss, 12, 0, 1000, "points/min", "unmet minute under LSS 9:3")      \
    X(rights_sol, 12, 0, 1000, "points/min", "unmet minute under SoL 11:1")     \
    X(rights_sol_extra, 8, 0, 1000, "points/min",                              \
      "unmet minute under SoL 11:4")                                           \
    X(rights_open, 1, 0, 1000, "points/min",                                   \
      "unmet minute under SoL 11:5 or without a decision")                     \
    X(urgent_percent, 200, 0, 1000, "%", "an urgent request's share of that")  \
    X(low_percent, 50, 0, 1000, "%", "a low-priority request's share of that, rounded down, at least 1") \
    X(short_1_minutes, 180, 0, 10080, "min",                                   \
      "a client short of more assessed time than this, lately and in the week ...")                      \
    X(short_1, 4, 0, 1000, "points/min", "... costs this more per minute")     \
    X(short_2_minutes, 360, 0, 10080, "min", "and short of more than this ...")\
    X(short_2, 8, 0, 1000, "points/min", "... this more again")                \
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
      "work over the contract's week")                                         \
    X(sex_wish, 60, 0, 100000, "points", "an escort of another sex than wished for") \
    X(language_wish, 40, 0, 100000, "points",                                  \
      "an escort who does not speak the language wished for")                  \
    X(no_interest, 10, 0, 100000, "points",                                    \
      "an escort who shares none of the interests the client named")           \
    X(series_other, 60, 0, 100000, "points",                                   \
      "another escort than the one who carried out the series last")           \
    X(not_primary, 50, 0, 100000, "points",                                    \
      "an escort who is neither the client's own nor the deputy, where there is one") \
    X(deputy, 20, 0, 100000, "points", "the deputy rather than the client's own escort") \
    X(face_again_14, 10, 0, 100000, "points",                                  \
      "a known face that the client has not seen for 14 days, besides")        \
    X(face_again_84, 20, 0, 100000, "points",                                  \
      "a known face that the client has not seen for 84 days, besides that")   \
    X(introduction, 100, 0, 100000, "points",                                  \
      "a new face for a client who wants new faces introduced, besides")       \
    X(split_day, 60, 0, 100000, "points", "a long pause that splits an employee's day") \
    X(night_minute, 1, 0, 1000, "points/min", "an employee's work in the core of the night") \
    X(weekend_again, 120, 0, 100000, "points",                                 \
      "a weekend that should have been an employee's free one")                \
    X(weekend_share, 15, 0, 100000, "points",                                  \
      "a weekend's work, for each weekend worked in the last 12 weeks")        \
    X(evening_share, 5, 0, 100000, "points",                                   \
      "an evening visit, for each evening over the colleagues' mean in four weeks") \
    X(soft_rest, 60, 0, 100000, "points",                                      \
      "a night in which a contractor has less rest than they should")            \
    X(client_over, 40, 0, 100000, "points",                                    \
      "each client of a contractor over the number they should have")          \
    X(assignment_over_minute, 1, 0, 1000, "points/min",                        \
      "a contractor's work for one client over the month's hours")             \
    X(change_early, 30, 0, 100000, "points",                                   \
      "an escort told of a visit that the published roster did not have")      \
    X(change_notice, 60, 0, 100000, "points", "... with less than notice_days of notice") \
    X(change_shifted, 120, 0, 100000, "points", "... with less than shifted_days of notice") \
    X(cost_100_kr, 0, 0, 100000, "points", "100 kr that a visit adds to the cost") \
    X(escort_used, 0, 0, 100000, "points", "an escort who works at all in the week")

/* Money, from cost profiles; employer's percentages in hundredths of a per cent. */
#define COST_FIGURES(X)                                                        \
    X(monthly_wage_ore, 2850000, 0, 100000000, "öre/month", "full-time monthly wage") \
    X(month_hours, 165, 1, 300, "h", "hours by which a monthly wage is divided") \
    X(hourly_wage_ore, 15500, 0, 1000000, "öre/h", "wage of the hourly employed") \
    X(holiday_pay, 1200, 0, 10000, "0.01 %", "holiday pay on an hourly wage")  \
    X(on_cost, 4500, 0, 20000, "0.01 %", "employer's on-cost (PO), municipal average") \
    X(on_cost_marginal, 3910, 0, 20000, "0.01 %", "employer's on-cost of one more hour") \
    X(pension, 600, 0, 10000, "0.01 %", "occupational pension of employees, part of on-cost") \
    X(fee_ore, 12500, 0, 1000000, "öre/h", "contractor's fee")                 \
    X(fee_on_cost, 3142, 0, 20000, "0.01 %", "statutory contributions on a fee") \
    X(expense_visit_ore, 4500, 0, 1000000, "öre/visit", "contractor's expense allowance") \
    X(ride_ore, 0, 0, 1000000, "öre/visit", "the escort's ride where they pay as a passenger") \
    X(unsocial_evening_ore, 2760, 0, 100000, "öre/h", "Mon-Thu evening")       \
    X(unsocial_night_ore, 5830, 0, 100000, "öre/h", "Mon-Thu night")           \
    X(unsocial_weekend_ore, 6810, 0, 100000, "öre/h", "weekend and holiday")   \
    X(unsocial_weekend_night_ore, 7830, 0, 100000, "öre/h", "weekend and holiday, night") \
    X(unsocial_big_ore, 13070, 0, 100000, "öre/h", "big holiday")              \
    X(unsocial_big_night_ore, 15690, 0, 100000, "öre/h", "big holiday, night") \
    X(unsocial_evening_from, 1140, 0, 1440, "min", "clock at which the evening begins") \
    X(unsocial_night_from, 1320, 0, 1440, "min", "clock at which the night begins") \
    X(unsocial_night_to, 360, 0, 1440, "min", "clock at which the night ends") \
    X(unsocial_weekend_from, 1140, 0, 1440, "min", "Friday's clock at which the weekend begins") \
    X(unsocial_weekend_to, 420, 0, 1440, "min",                                \
      "clock at which weekend, holiday and big holiday end, on Monday or the next weekday") \
    X(unsocial_holiday_from, 960, 0, 1440, "min", "clock of the day before a holiday") \
    X(unsocial_big_from, 1080, 0, 1440, "min", "clock of the day before a big holiday") \
    X(overtime_percent, 180, 100, 500, "%", "overtime's share of the wage an hour") \
    X(additional_percent, 180, 100, 500, "%", "a part-timer's additional time, likewise") \
    X(shifted_percent, 0, 0, 300, "%", "shifted working time, besides the wage") \
    X(planner_ore, 42000, 0, 1000000, "öre/h", "a planner's hour with on-cost") \
    X(planner_visit_minutes, 6, 0, 240, "min", "a planner's time for each planned visit") \
    X(price_base_ore, 5920000, 0, 100000000, "öre", "prisbasbelopp of the year") \
    X(pensionable_permille, 423, 0, 1000, "0.1 %", "of it, from which a year's income gives pension")

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

struct cost_figures {
#define X(name, value, least, most, unit, text) int name;
    COST_FIGURES(X)
#undef X
};

/* A row as data. `offset` is the field's place in its struct. */
struct figure {
    const char *name, *unit, *text;
    int value, least, most; /* value: the default */
    unsigned offset;
};

/* The rows, ended by a row whose name is NULL. */
extern const struct figure RULE_FIGURE_ROWS[], WEIGHT_FIGURE_ROWS[], COST_FIGURE_ROWS[];

struct rule_figures rule_figures_default(void);
struct weight_figures weight_figures_default(void);
struct cost_figures cost_figures_default(void);

#endif
