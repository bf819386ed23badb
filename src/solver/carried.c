/* How the exact program keeps each rule. A rule that is not told of here does not
 * compile; tests/structure sees to it that the names are in models/roster.mod. The
 * search keeps every hard rule by asking the rule itself (twin.c), and every roster is
 * judged at the end, so that what a linear program cannot say is kept all the same. */
#include "base/text.h"
#include "ledsaga/solver.h"

#define IN_CHOICES N_("choices that break it are left out")
#define IN_ROWS N_("rows")
#define IN_POINTS N_("points of a choice")
#define IN_WEEK_MAX N_("one row for the least of the four limits")

#define CARRIED_OFFER "OPTION", N_("only offered options have choices")
#define CARRIED_STAFFING "served_once team_served_once team_staffed whole", IN_ROWS
#define CARRIED_IN_STEP "in_step_first in_step_second different_escorts", IN_ROWS
#define CARRIED_PIN "CHOICE pinned", IN_CHOICES
#define CARRIED_NEEDS "CHOICE", IN_CHOICES
#define CARRIED_DELEGATION "CHOICE", IN_CHOICES
#define CARRIED_CLEARANCE "CHOICE", IN_CHOICES
#define CARRIED_PROTECTED "CHOICE", IN_CHOICES
#define CARRIED_ALLERGY "CHOICE", IN_CHOICES
#define CARRIED_VETO "CHOICE", IN_CHOICES
#define CARRIED_ANSWER "CHOICE", IN_CHOICES
#define CARRIED_OCCASION "CHOICE", IN_CHOICES
#define CARRIED_TRANSPORT "CHOICE", IN_CHOICES
#define CARRIED_SESSION "member_staffed staff_needed staff_ratio room refused", IN_ROWS
#define CARRIED_AVAILABLE "CHOICE may_be_first may_be_last", IN_CHOICES
#define CARRIED_OVERLAP "comes_in goes_out one_path night", IN_ROWS
#define CARRIED_GRANT "within_grant", IN_ROWS
#define CARRIED_DAILY_REST "one_rest rest_taken", IN_ROWS
#define CARRIED_WEEKLY_REST "one_rest rest_taken rests_apart", IN_ROWS
#define CARRIED_WORKING_DAY "working_day", IN_ROWS
#define CARRIED_SPAN "span", IN_ROWS
#define CARRIED_BREAK                                                          \
    "rest_break night",                                                        \
        N_("rows; a chain of three visits over a day anchor or a week's border, " \
           "and a figure that changes on a night of work, are left to the "    \
           "search and the judge")
#define CARRIED_WEEK_MAX "week_max", IN_WEEK_MAX
#define CARRIED_ORDINARY_HOURS "week_max", IN_WEEK_MAX
#define CARRIED_OVERTIME "week_max", IN_WEEK_MAX
#define CARRIED_TOTAL_HOURS "week_max", IN_WEEK_MAX
#define CARRIED_RIGHTS "rights_of_clients shared_out rights_first", IN_ROWS
#define CARRIED_TIME_WISH "choice_points team_points", IN_POINTS
#define CARRIED_ESCORT_WISH "choice_points", IN_POINTS
#define CARRIED_PERSON_WISH "choice_points", IN_POINTS
#define CARRIED_SERIES "choice_points", IN_POINTS
#define CARRIED_PRIMARY "choice_points", IN_POINTS
#define CARRIED_FACES "face", N_("a binary for each client and escort who can meet twice")
#define CARRIED_TRAVEL "travel_points first_points last_points", N_("points of an arc")
#define CARRIED_CONTRACT "contract", IN_ROWS
#define CARRIED_SPLIT_DAY "travel_points", N_("points of an arc")
#define CARRIED_NIGHT "choice_points", IN_POINTS
#define CARRIED_WEEKEND "weekend", N_("a binary for each employee")
#define CARRIED_EVENING "choice_points", IN_POINTS
#define CARRIED_SOFT_REST "soft_night first_points last_points", N_("rows that may be broken for points")
#define CARRIED_CLIENTS "newcomer clients_max", IN_ROWS
#define CARRIED_ASSIGNMENT "assignment", IN_ROWS
#define CARRIED_CHANGE "choice_points", IN_POINTS
#define CARRIED_COST "choice_points", IN_POINTS
#define CARRIED_FEW_ESCORTS "used", N_("a binary for each escort")
#define CARRIED_NOTICE "", N_("a warning; nothing depends on it")
#define CARRIED_GUIDELINE "", N_("a warning; nothing depends on it")
#define CARRIED_PACE "", N_("a warning; nothing depends on it")

const struct carried RULE_CARRIED[RULE_COUNT] = {
#define X(NAME, name, tier, unit, sentence, source) {CARRIED_##NAME},
    RULE_LIST(X)
#undef X
};
