/* A table is a list of rows, each a stretch of values and its share in thousandths;
 * the value is drawn evenly from the stretch. Where the rows add up to less than
 * all, the rest is "none of these". No table has a source as a whole; `basis` says
 * what there is to lean on. */
#include "adapters/invent/invent_shares.h"
#include "base/text.h"
#include "ledsaga/problem.h"
#include "ledsaga/week.h"

#include <string.h>

const char *const SKILL_CODES[SKILL_COUNT] = {
#define X(code) #code,
    SKILL_LIST(X)
#undef X
};

const char *const LANGUAGE_CODES[LANGUAGE_COUNT] = {
#define X(code) #code,
    LANGUAGE_LIST(X)
#undef X
};

const char *const EXPOSURE_CODES[EXPOSURE_COUNT] = {
#define X(code) #code,
    EXPOSURE_LIST(X)
#undef X
};

const char *const INTEREST_CODES[INTEREST_COUNT] = {
#define X(code) #code,
    INTEREST_LIST(X)
#undef X
};

enum share_unit { YES, HOURS, MINUTES, CLOCK, WEEKDAY, NUMBER, PERCENT, SKILL,
                  LANGUAGE, EXPOSURE, INTEREST_CODE };

enum { ROWS_MOST = 12 };
struct share_row {
    int least, most, permille;
    const char *word; /* said instead of the value */
};

struct share_table {
    const char *what;
    enum share_unit unit;
    int step; /* between the values of a stretch */
    const char *basis;
    struct share_row rows[ROWS_MOST]; /* ended by a share of 0 */
};

#define NO_SOURCE "no source found"
#define HARD "not meant to be as in life, but hard"
#define AT(hour, minute) ((hour) * HOUR + (minute))

static const struct share_table SHARES[SHARE_COUNT] = {
    [GRANTED_LSS] = {"Granted hours a month, LSS 9:3", HOURS, HOUR,
        "Halmstad's guideline speaks of 10 to 20 hours; court cases elsewhere "
        "of 25 and 40",
        {{AT(6, 0), AT(6, 0), 50, 0}, {AT(8, 0), AT(8, 0), 120, 0},
         {AT(10, 0), AT(10, 0), 220, 0}, {AT(12, 0), AT(12, 0), 150, 0},
         {AT(15, 0), AT(15, 0), 160, 0}, {AT(16, 0), AT(16, 0), 80, 0},
         {AT(20, 0), AT(20, 0), 170, 0}, {AT(25, 0), AT(40, 0), 50, 0}}},
    [GRANTED_SOL] = {"Granted hours a month, SoL", HOURS, HOUR,
        "said to be tighter than LSS; no figures found",
        {{AT(4, 0), AT(4, 0), 200, 0}, {AT(6, 0), AT(6, 0), 200, 0},
         {AT(8, 0), AT(8, 0), 250, 0}, {AT(10, 0), AT(10, 0), 150, 0},
         {AT(12, 0), AT(12, 0), 120, 0}, {AT(16, 0), AT(20, 0), 80, 0}}},
    [SOL_EXTRA] = {"SoL decisions under 11:4 rather than 11:1", YES, 1,
        NO_SOURCE, {{1, 1, 80, 0}}},
    [OPEN_CAP] = {"Hours a month that a person may have of the open offer, SoL "
        "11:5", HOURS, HOUR, "the board decides; no figure found",
        {{AT(25, 0), AT(25, 0), 1000, 0}}},
    [UNTIL_FURTHER_NOTICE] = {"Decisions until further notice", YES, 1,
        "handbooks say that decisions are usually limited in time",
        {{1, 1, 250, 0}}},
    [CARRIED_OVER] = {"Decisions whose unused hours are carried over to the "
        "next period", YES, 1, "monthly hours usually lapse; share assumed",
        {{1, 1, 50, 0}}},
    [DAYS_TO_DECISION] = {"Decisions are taken before they begin to hold, days",
        NUMBER, 1, NO_SOURCE, {{0, 10, 600, 0}, {11, 30, 400, 0}}},
    [DAYS_TO_EXECUTION] = {"From the day a decision holds to the first outing, "
        "days", NUMBER, 1,
        "Halmstad says that to find somebody can take up to four months",
        {{3, 30, 550, 0}, {31, 60, 300, 0}, {61, 115, 150, 0}}},
    [NOT_EXECUTED] = {"Decisions that are not carried out yet", YES, 1,
        "six thousand in LSS were reported in 2023; share assumed",
        {{1, 1, 40, 0}}},
    [DAYS_NOT_EXECUTED] = {"These were taken so many days before the first week "
        "is planned", NUMBER, 1, NO_SOURCE, {{50, 100, 1000, 0}}},
    [INTERRUPTED] = {"Decisions whose outings were interrupted", YES, 1,
        NO_SOURCE, {{1, 1, 40, 0}}},
    [DAYS_INTERRUPTED] = {"These were interrupted so many days before the first "
        "week is planned", NUMBER, 1, NO_SOURCE,
        {{20, 60, 600, 0}, {61, 110, 400, 0}}},
    [RESUMED] = {"Of these, resumed since", YES, 1, NO_SOURCE, {{1, 1, 500, 0}}},
    [LENGTH_DECIDED] = {"Visit length", HOURS, 30,
        "no source found; the longest, 8 h, from Halmstad's guideline",
        {{90, 90, 100, 0}, {120, 120, 250, 0}, {150, 150, 100, 0},
         {180, 180, 250, 0}, {240, 240, 170, 0}, {300, 300, 60, 0},
         {360, 360, 40, 0}, {480, 480, 30, 0}}},
    [LENGTH_OPEN] = {"Visit length, open offer without assessment", HOURS, 30,
        "taken to be shorter than visits under a decision; no source found",
        {{90, 90, 150, 0}, {120, 120, 300, 0}, {150, 150, 120, 0},
         {180, 180, 250, 0}, {240, 240, 130, 0}, {300, 300, 50, 0}}},
    [LENGTH_DENSE] = {"Visit length", HOURS, 30,
        "short enough to be worked without a break",
        {{90, 90, 100, 0}, {120, 120, 250, 0}, {150, 150, 150, 0},
         {180, 180, 250, 0}, {240, 240, 200, 0}, {300, 300, 50, 0}}},
    [WEEKDAY_LSS] = {"Weekday, LSS", WEEKDAY, 1,
        "daily activity centres fill the weekdays; shape assumed",
        {{0, 0, 90, 0}, {1, 1, 110, 0}, {2, 2, 140, 0}, {3, 3, 130, 0},
         {4, 4, 140, 0}, {5, 5, 230, 0}, {6, 6, 160, 0}}},
    [WEEKDAY_SOL] = {"Weekday, SoL and open offer", WEEKDAY, 1,
        "errands and health care in the daytime; shape assumed",
        {{0, 0, 160, 0}, {1, 1, 160, 0}, {2, 2, 160, 0}, {3, 3, 160, 0},
         {4, 4, 160, 0}, {5, 5, 120, 0}, {6, 6, 80, 0}}},
    [START_LSS_WEEKDAY] = {"Start, LSS, Monday to Friday", CLOCK, 30,
        "after the daily activity centre; shape assumed",
        {{AT(15, 30), AT(19, 0), 800, 0}, {AT(10, 0), AT(15, 0), 120, 0},
         {AT(19, 30), AT(20, 30), 80, 0}}},
    [START_LSS_WEEKEND] = {"Start, LSS, Saturday and Sunday", CLOCK, 30,
        NO_SOURCE,
        {{AT(10, 0), AT(13, 30), 600, 0}, {AT(14, 0), AT(17, 30), 300, 0},
         {AT(18, 0), AT(20, 30), 100, 0}}},
    [START_SOL] = {"Start, SoL and open offer", CLOCK, 30, NO_SOURCE,
        {{AT(9, 0), AT(13, 30), 750, 0}, {AT(14, 0), AT(16, 30), 150, 0},
         {AT(17, 0), AT(20, 0), 100, 0}}},
    [FIXED_START] = {"Fixed start (cinema, church, match, class, doctor)", YES,
        1, NO_SOURCE, {{1, 1, 350, 0}}},
    [WINDOW] = {"Otherwise the start may be earlier or later than wished by",
        MINUTES, 30, NO_SOURCE,
        {{30, 30, 200, 0}, {60, 60, 250, 0}, {90, 90, 200, 0},
         {120, 120, 150, 0}, {150, 150, 100, 0}, {180, 180, 100, 0}}},
    [MORE_TIMES] = {"Further times that would also do", NUMBER, 1, NO_SOURCE,
        {{0, 0, 550, "none"}, {1, 1, 250, 0}, {2, 2, 150, 0}, {3, 3, 50, 0}}},
    [MORE_TIMES_DENSE] = {"Further times that would also do", NUMBER, 1, HARD,
        {{0, 0, 100, "none"}, {1, 1, 300, 0}, {2, 2, 350, 0}, {3, 3, 250, 0}}},
    [SHORTER_WILL_DO] = {"A shorter outing is better than none, of those with "
        "a movable start", YES, 1, NO_SOURCE, {{1, 1, 100, 0}}},
    [RECURRING] = {"Visits that belong to a series, weekly or every second week",
        YES, 1, NO_SOURCE, {{1, 1, 600, 0}}},
    [MEETING] = {"Where client and escort meet and part", NUMBER, 1, NO_SOURCE,
        {{MEET_HOME, MEET_HOME, 600, "both at the client's home"},
         {MEET_THERE, MEET_THERE, 200, "both at the venue"},
         {MEET_THERE_END_HOME, MEET_THERE_END_HOME, 100,
          "meet at the venue, part at home"},
         {MEET_HOME_END_THERE, MEET_HOME_END_THERE, 100,
          "meet at home, part at the venue"}}},
    [PRIORITY] = {"Priority", NUMBER, 1, NO_SOURCE,
        {{PRIORITY_URGENT, PRIORITY_URGENT, 50, "urgent"},
         {PRIORITY_NORMAL, PRIORITY_NORMAL, 850, "normal"},
         {PRIORITY_LOW, PRIORITY_LOW, 100, "low"}}},
    [SWIM_HELP] = {"Swims that need SWIM_RESCUE", YES, 1, NO_SOURCE,
        {{1, 1, 300, 0}}},
    [DOUBLE_LSS] = {"Clients who need two escorts, LSS", YES, 1, NO_SOURCE,
        {{1, 1, 40, 0}}},
    [DOUBLE_SOL] = {"Clients who need two escorts, SoL and open offer", YES, 1,
        NO_SOURCE, {{1, 1, 10, 0}}},
    [DOUBLE_DENSE] = {"Clients who need two escorts", YES, 1, HARD,
        {{1, 1, 80, 0}}},
    [NEED_LSS] = {"Clients whose escort must have a skill or, for "
        "EMERG_MED, a delegation, LSS", SKILL, 1,
        "about a tenth of all with LSS escort service are in the third group "
        "of persons, physical disability; the rest assumed",
        {{SKILL_GUIDE_BLIND, SKILL_GUIDE_BLIND, 50, 0},
         {SKILL_SSL, SKILL_SSL, 15, 0}, {SKILL_TAKK, SKILL_TAKK, 25, 0},
         {SKILL_EMERG_MED, SKILL_EMERG_MED, 70, 0},
         {SKILL_TRANSFER, SKILL_TRANSFER, 80, 0},
         {SKILL_LOW_AROUSAL, SKILL_LOW_AROUSAL, 100, 0},
         {SKILL_DEAFBLIND_GUIDE, SKILL_DEAFBLIND_GUIDE, 5, 0}}},
    [NEED_SOL] = {"Clients whose escort must have a skill or, for EMERG_MED, a "
        "delegation, SoL and open offer", SKILL, 1,
        "blind people are said to be sent to SoL; the rest assumed",
        {{SKILL_GUIDE_BLIND, SKILL_GUIDE_BLIND, 120, 0},
         {SKILL_SSL, SKILL_SSL, 25, 0}, {SKILL_TAKK, SKILL_TAKK, 15, 0},
         {SKILL_EMERG_MED, SKILL_EMERG_MED, 70, 0},
         {SKILL_TRANSFER, SKILL_TRANSFER, 80, 0},
         {SKILL_LOW_AROUSAL, SKILL_LOW_AROUSAL, 100, 0},
         {SKILL_DEAFBLIND_GUIDE, SKILL_DEAFBLIND_GUIDE, 5, 0}}},
    [NEED_DENSE] = {"Clients whose escort must have a skill", SKILL, 1, HARD,
        {{SKILL_GUIDE_BLIND, SKILL_GUIDE_BLIND, 80, 0},
         {SKILL_TRANSFER, SKILL_TRANSFER, 80, 0},
         {SKILL_LOW_AROUSAL, SKILL_LOW_AROUSAL, 100, 0}}},
    [LANGUAGE_WISH] = {"Clients who wish to speak another language than Swedish",
        LANGUAGE, 1, NO_SOURCE,
        {{LANGUAGE_ar, LANGUAGE_ar, 22, 0}, {LANGUAGE_so, LANGUAGE_so, 12, 0},
         {LANGUAGE_bs, LANGUAGE_bs, 10, 0}, {LANGUAGE_hr, LANGUAGE_hr, 3, 0},
         {LANGUAGE_sr, LANGUAGE_sr, 3, 0}, {LANGUAGE_fi, LANGUAGE_fi, 12, 0},
         {LANGUAGE_en, LANGUAGE_en, 6, 0}, {LANGUAGE_prs, LANGUAGE_prs, 8, 0},
         {LANGUAGE_ti, LANGUAGE_ti, 4, 0}}},
    [LANGUAGE_HARD] = {"Of these, clients who cannot do without it", YES, 1,
        NO_SOURCE, {{1, 1, 333, 0}}},
    [SAME_SEX_HARD] = {"Clients who need an escort of their own sex", YES, 1,
        NO_SOURCE, {{1, 1, 40, 0}}},
    [SAME_SEX_SOFT] = {"Clients who would rather have an escort of their own "
        "sex", YES, 1, NO_SOURCE, {{1, 1, 180, 0}}},
    [ACCEPTED] = {"Escorts a client accepts", NUMBER, 1,
        "Halmstad promises that the client chooses; shares assumed",
        {{1, 1, 150, 0}, {2, 2, 250, 0}, {3, 5, 350, 0},
         {0, 0, 250, "anybody suitable"}}},
    [ACCEPTED_DENSE] = {"Escorts a client accepts", NUMBER, 1, HARD,
        {{6, 10, 150, 0}, {0, 0, 850, "anybody suitable"}}},
    [ANYBODY_WISHES] = {"Escorts wished for by clients who accept anybody",
        NUMBER, 1, NO_SOURCE,
        {{0, 0, 300, "none"}, {1, 1, 400, 0}, {2, 2, 300, 0}}},
    [CLIENT_VETO] = {"Clients who have said no to an escort", YES, 1, NO_SOURCE,
        {{1, 1, 50, 0}}},
    [ESCORT_VETO] = {"Escorts who will not accompany a certain client", YES, 1,
        NO_SOURCE, {{1, 1, 40, 0}}},
    [CLIENT_EXPOSES] = {"What is around clients that others may not bear",
        EXPOSURE, 1, "together with the next, 12 % of clients; no source found",
        {{EXPOSURE_DOG, EXPOSURE_DOG, 35, 0}, {EXPOSURE_CAT, EXPOSURE_CAT, 35, 0},
         {EXPOSURE_SMOKE, EXPOSURE_SMOKE, 20, 0}}},
    [CLIENT_ALLERGY] = {"Clients' allergies", EXPOSURE, 1, NO_SOURCE,
        {{EXPOSURE_DOG, EXPOSURE_DOG, 10, 0}, {EXPOSURE_CAT, EXPOSURE_CAT, 10, 0},
         {EXPOSURE_PERFUME, EXPOSURE_PERFUME, 10, 0}}},
    [ESCORT_EXPOSES] = {"Escorts with animals of their own", EXPOSURE, 1,
        NO_SOURCE,
        {{EXPOSURE_DOG, EXPOSURE_DOG, 80, 0}, {EXPOSURE_CAT, EXPOSURE_CAT, 70, 0}}},
    [ESCORT_ALLERGY] = {"Escorts' allergies", EXPOSURE, 1, NO_SOURCE,
        {{EXPOSURE_DOG, EXPOSURE_DOG, 30, 0}, {EXPOSURE_CAT, EXPOSURE_CAT, 40, 0},
         {EXPOSURE_SMOKE, EXPOSURE_SMOKE, 30, 0}}},
    [CLIENT_INTERESTS] = {"Interests that a client would like to share, how many",
        NUMBER, 1, NO_SOURCE,
        {{0, 0, 600, "none"}, {1, 1, 250, 0}, {2, 2, 150, 0}}},
    [ESCORT_INTERESTS] = {"Interests of an escort, how many", NUMBER, 1, NO_SOURCE,
        {{1, 1, 300, 0}, {2, 2, 400, 0}, {3, 3, 300, 0}}},
    [INTEREST] = {"Interests, which (share of all that are named)", INTEREST_CODE,
        1, NO_SOURCE,
        {{INTEREST_FOOTBALL, INTEREST_FOOTBALL, 180, 0},
         {INTEREST_MUSIC, INTEREST_MUSIC, 220, 0},
         {INTEREST_CHURCH, INTEREST_CHURCH, 80, 0},
         {INTEREST_GAMES, INTEREST_GAMES, 160, 0},
         {INTEREST_RIDING, INTEREST_RIDING, 60, 0},
         {INTEREST_NATURE, INTEREST_NATURE, 180, 0},
         {INTEREST_CRAFTS, INTEREST_CRAFTS, 120, 0}}},
    [INTRODUCTIONS] = {"Clients who want a new escort introduced first", YES, 1,
        NO_SOURCE, {{1, 1, 80, 0}}},
    [PRIMARY_NAMED] = {"Clients, of those who wish for somebody, with an escort "
        "of their own and, where two are wished for, a deputy", YES, 1,
        "Kristianstad names two for each client in home care; share assumed",
        {{1, 1, 500, 0}}},
    [PROTECTED] = {"Clients with protected identity: met at public places only, "
        "the file has no address of theirs", YES, 1, NO_SOURCE, {{1, 1, 15, 0}}},
    [PARATRANSIT] = {"Clients who go by paratransit when they do not walk", YES,
        1, NO_SOURCE, {{1, 1, 320, 0}}},
    [PAYS_RIDE] = {"Of these, clients without a permit for a companion: the "
        "escort pays for riding along", YES, 1, NO_SOURCE, {{1, 1, 400, 0}}},
    [MET_BEFORE] = {"Accepted escorts whom the client has met before", YES, 1,
        NO_SOURCE, {{1, 1, 850, 0}}},
    [CHOICE_UNSUITABLE] = {"Clients whose last accepted escort lacks what they "
        "need or may have no time for them", YES, 1, NO_SOURCE,
        {{1, 1, 30, 0}}},
    [AGE_LSS] = {"Age of clients, LSS", NUMBER, 1,
        "from 12 years in Halmstad's guideline; shape assumed",
        {{12, 17, 80, 0}, {18, 29, 270, 0}, {30, 44, 250, 0}, {45, 64, 280, 0},
         {65, 80, 120, 0}}},
    [AGE_SOL] = {"Age of clients, SoL and open offer", NUMBER, 1, NO_SOURCE,
        {{20, 44, 120, 0}, {45, 64, 250, 0}, {65, 79, 300, 0},
         {80, 95, 330, 0}}},
    [AGE_ESCORT] = {"Age of escorts", NUMBER, 1, NO_SOURCE,
        {{22, 34, 200, 0}, {35, 44, 200, 0}, {45, 60, 420, 0},
         {61, 72, 180, 0}}},
    [SEX_LSS] = {"Sex of clients, LSS", NUMBER, 1,
        "2 833 women and 3 836 men had LSS escort service in 2021",
        {{'F', 'F', 425, "women"}, {'M', 'M', 570, "men"},
         {'X', 'X', 5, "neither"}}},
    [SEX_SOL] = {"Sex of clients, SoL and open offer", NUMBER, 1, NO_SOURCE,
        {{'F', 'F', 600, "women"}, {'M', 'M', 395, "men"},
         {'X', 'X', 5, "neither"}}},
    [SEX_ESCORT] = {"Sex of escorts", NUMBER, 1, NO_SOURCE,
        {{'F', 'F', 700, "women"}, {'M', 'M', 300, "men"}}},
    [ESCORT_SKILLS] = {"Skills of an escort, how many", NUMBER, 1, NO_SOURCE,
        {{1, 1, 400, 0}, {2, 2, 400, 0}, {3, 3, 200, 0}}},
    [ESCORT_SKILL] = {"Skills of escorts, which (share of all skills held)",
        SKILL, 1, "so chosen that 15 % of escorts guide blind people; no "
        "source found",
        {{SKILL_GUIDE_BLIND, SKILL_GUIDE_BLIND, 83, 0},
         {SKILL_TRANSFER, SKILL_TRANSFER, 240, 0},
         {SKILL_LOW_AROUSAL, SKILL_LOW_AROUSAL, 222, 0},
         {SKILL_EMERG_MED, SKILL_EMERG_MED, 190, 0},
         {SKILL_TAKK, SKILL_TAKK, 80, 0}, {SKILL_SSL, SKILL_SSL, 35, 0},
         {SKILL_SWIM_RESCUE, SKILL_SWIM_RESCUE, 120, 0},
         {SKILL_DEAFBLIND_GUIDE, SKILL_DEAFBLIND_GUIDE, 10, 0},
         {SKILL_TACTILE_SIGN, SKILL_TACTILE_SIGN, 20, 0}}},
    [ESCORT_CHILDREN] = {"Escorts cleared for work with children", YES, 1,
        "the clearance is required by law; share assumed", {{1, 1, 850, 0}}},
    [ESCORT_PROTECTED] = {"Escorts cleared for clients with protected identity",
        YES, 1, NO_SOURCE, {{1, 1, 150, 0}}},
    [CLEARANCE_ENDS] = {"Clearances that end within a few weeks; the others are "
        "renewed each year", YES, 1, NO_SOURCE, {{1, 1, 30, 0}}},
    [DELEGATIONS] = {"Escorts with a delegation to give a client EMERG_MED, of "
        "those the client would have", NUMBER, 1, NO_SOURCE, {{2, 4, 1000, 0}}},
    [DELEGATION_ENDS] = {"Delegations that end within a few weeks; the others are "
        "renewed each year", YES, 1,
        "a delegation is usually limited to a year; share assumed",
        {{1, 1, 120, 0}}},
    [ESCORT_LANGUAGE] = {"Languages of escorts besides Swedish and English",
        LANGUAGE, 1, NO_SOURCE,
        {{LANGUAGE_ar, LANGUAGE_ar, 50, 0}, {LANGUAGE_so, LANGUAGE_so, 25, 0},
         {LANGUAGE_bs, LANGUAGE_bs, 20, 0}, {LANGUAGE_hr, LANGUAGE_hr, 8, 0},
         {LANGUAGE_sr, LANGUAGE_sr, 8, 0}, {LANGUAGE_fi, LANGUAGE_fi, 25, 0},
         {LANGUAGE_prs, LANGUAGE_prs, 15, 0},
         {LANGUAGE_ti, LANGUAGE_ti, 10, 0}}},
    [ESCORT_ENGLISH] = {"Escorts who speak English with clients", YES, 1,
        NO_SOURCE, {{1, 1, 600, 0}}},
    [CONTRACTOR_HOURS] = {"Hours a month that a contractor offers", HOURS, HOUR,
        "Halmstad: an assignment is usually 10 to 20 hours a month",
        {{AT(10, 0), AT(12, 0), 300, 0}, {AT(13, 0), AT(16, 0), 400, 0},
         {AT(17, 0), AT(20, 0), 300, 0}}},
    [CONTRACTOR_WEEKEND] = {"Contractors work two weekday evenings, from 15:30 "
        "to 22:30 or, outside the town, to 20:00, and one weekend day from 10 "
        "to 18", WEEKDAY, 1, NO_SOURCE, {{5, 5, 580, 0}, {6, 6, 420, 0}}},
    [CONTRACTOR_DAYTIME] = {"Weekdays on which a contractor is also free in the "
        "daytime, 8:30 to 16", NUMBER, 1,
        "pensioners, students and people with shifts; shares assumed",
        {{0, 0, 500, "none"}, {2, 3, 500, 0}}},
    [CONTRACTOR_LATE] = {"Contractors who also take late evenings at the "
        "weekend", YES, 1, NO_SOURCE, {{1, 1, 300, 0}}},
    [EMPLOYED_SHARE] = {"Monthly contracts, percent of full time", PERCENT, 1,
        "Halmstad's aim is full time; shares assumed",
        {{100, 100, 390, 0}, {75, 75, 130, 0}, {80, 80, 130, 0},
         {85, 85, 130, 0}, {50, 50, 220, 0}}},
    [EMPLOYED_DENSE] = {"Monthly contracts, percent of full time", PERCENT, 1, HARD,
        {{50, 50, 800, 0}, {75, 75, 200, 0}}},
    [EVENING_SHIFTS] = {"Monthly employees on evening shifts, 13:30 to 22:30, "
        "the others 8 to 17; all every second weekend", YES, 1, NO_SOURCE,
        {{1, 1, 600, 0}}},
    [ASKS_WHEN_POSSIBLE] = {"Single outings asked for at a time when somebody "
        "the client accepts can come", YES, 1,
        "in Halmstad client and escort agree on the time; share assumed",
        {{1, 1, 880, 0}}},
    [ANSWERED] = {"Single outings offered to a contractor before the week is "
        "planned", NUMBER, 1, NO_SOURCE,
        {{ANSWER_ACCEPTED, ANSWER_ACCEPTED, 80, "accepted"},
         {ANSWER_DECLINED, ANSWER_DECLINED, 30, "declined"},
         {ANSWER_OFFERED, ANSWER_OFFERED, 40, "not answered yet"}}},
    [SERIES_AGREED] = {"Series that an escort has made room for", YES, 1,
        NO_SOURCE, {{1, 1, 900, 0}}},
    [RECRUITED] = {"Clients nobody was suitable for, for whom an escort was "
        "trained", YES, 1, NO_SOURCE, {{1, 1, 600, 0}}},
    [SICK_WEEK_F] = {"On sick leave all week, women", YES, 1,
        "municipal sick leave 8.8 % in 2022, about half of it long",
        {{1, 1, 44, 0}}},
    [SICK_WEEK_M] = {"On sick leave all week, men", YES, 1,
        "municipal sick leave 5.7 % in 2022, about half of it long",
        {{1, 1, 29, 0}}},
    [SICK_DAYS] = {"Short illness in a week, days", NUMBER, 1, NO_SOURCE,
        {{1, 1, 20, 0}, {2, 2, 15, 0}, {3, 3, 10, 0}}},
    [HOLIDAY] = {"Contractors on holiday in a week", YES, 1, NO_SOURCE,
        {{1, 1, 30, 0}}},
};

/* ---- drawing ----------------------------------------------------------- */

void dealer_seed(struct dealer *d, uint64_t seed)
{
    chance_seed(&d->chance, seed);
    for (int i = 0; i < SHARE_COUNT; i++)
        d->pack[i].left = 0;
}

/* Thousandths, 0..999. */
static int deal(struct dealer *d, enum share_id id)
{
    int *slice = d->pack[id].slice;

    if (d->pack[id].left == 0) {
        for (int i = 0; i < SLICES; i++)
            slice[i] = i;
        chance_shuffle(&d->chance, slice, SLICES);
        d->pack[id].left = SLICES;
    }
    d->pack[id].used = true;
    return slice[--d->pack[id].left] * (1000 / SLICES) +
           chance_below(&d->chance, 1000 / SLICES);
}

int share_draw(struct dealer *d, enum share_id id)
{
    const struct share_table *t = &SHARES[id];
    int at = deal(d, id);

    for (const struct share_row *r = t->rows; r->permille > 0; r++) {
        if (at < r->permille)
            return r->least +
                   t->step * chance_below(&d->chance,
                                          (r->most - r->least) / t->step + 1);
        at -= r->permille;
    }
    return NONE;
}

bool share_yes(struct dealer *d, enum share_id id)
{
    return share_draw(d, id) == 1;
}

int share_permille(struct dealer *d, enum share_id id)
{
    d->pack[id].used = true;
    return SHARES[id].rows[0].permille;
}

int share_mean(enum share_id id)
{
    int sum = 0;

    for (const struct share_row *r = SHARES[id].rows; r->permille > 0; r++)
        sum += (r->least + r->most) / 2 * r->permille;
    return sum / 1000;
}

/* ---- saying ------------------------------------------------------------ */

static void say_hours(struct text *t, int minutes)
{
    if (minutes % HOUR == 0)
        text_print(t, "%d", minutes / HOUR);
    else
        text_print(t, "%d.%d", minutes / HOUR, minutes % HOUR * 10 / HOUR);
}

static void say_value(struct text *t, enum share_unit unit, int value)
{
    static const char *const days[] = {"Mon", "Tue", "Wed", "Thu",
                                       "Fri", "Sat", "Sun"};
    switch (unit) {
    case HOURS:
        say_hours(t, value);
        break;
    case CLOCK:
        text_print(t, "%d:%02d", value / HOUR, value % HOUR);
        break;
    case WEEKDAY:
        text_add(t, days[value]);
        break;
    case SKILL:
        text_add(t, SKILL_CODES[value]);
        break;
    case LANGUAGE:
        text_add(t, LANGUAGE_CODES[value]);
        break;
    case EXPOSURE:
        text_add(t, EXPOSURE_CODES[value]);
        break;
    case INTEREST_CODE:
        text_add(t, INTEREST_CODES[value]);
        break;
    case YES:
    case MINUTES:
    case NUMBER:
    case PERCENT:
        text_print(t, "%d", value);
        break;
    }
}

/* "1.5 h (10 %)", "anybody suitable (25 %)", "35 %" */
static void say_row(struct text *t, const struct share_table *table,
                    const struct share_row *r)
{
    const char *unit = table->unit == HOURS     ? " h"
                       : table->unit == MINUTES ? " min"
                       : table->unit == PERCENT ? " %"
                                                : "";
    bool bare = table->unit == YES;

    if (r->word)
        text_add(t, r->word);
    else if (!bare)
        say_value(t, table->unit, r->least);
    if (r->most > r->least) {
        text_add(t, " to ");
        say_value(t, table->unit, r->most);
    }
    text_add(t, r->word ? "" : unit);
    text_print(t, bare ? "%d" : " (%d", r->permille / 10);
    if (r->permille % 10)
        text_print(t, ".%d", r->permille % 10);
    text_add(t, bare ? " %" : " %)");
}

const char *share_sentence(struct arena *a, const struct dealer *d,
                           enum share_id id)
{
    const struct share_table *table = &SHARES[id];
    struct text t = text_new(a);

    if (!d->pack[id].used)
        return NULL;
    text_print(&t, "%s: ", table->what);
    for (const struct share_row *r = table->rows; r->permille > 0; r++) {
        if (r > table->rows)
            text_add(&t, ", ");
        say_row(&t, table, r);
    }
    text_print(&t, ". Assumption; %s.", table->basis);
    return text_done(&t);
}
