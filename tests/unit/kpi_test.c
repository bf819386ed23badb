#include "season.h"

#include <string.h>

enum { EVA, FRED }; /* paid by the hour; a contractor */
enum { MON, TUE, WED, THU, FRI, SAT, SUN };

/* The last week is 2026-W48, 23 to 29 November. */
static void begin(struct season *s, int n_weeks)
{
    season_begin(s, 48 - n_weeks + 1, n_weeks);
    season_escort(s, "eva", EMPLOYED_HOURLY, NONE);
    season_escort(s, "fred", CONTRACTOR, NONE);
}

static struct ratio value(struct season *s, enum kpi k)
{
    struct ratio out[KPI_COUNT];
    kpis(&s->m, NULL, out);
    return out[k];
}

#define EXPECT_KPI(s, k, the_part, the_whole)                                  \
    do {                                                                       \
        struct ratio value_ = value(s, KPI_##k);                               \
        SAME_RATIO(value_, the_part, the_whole);                               \
    } while (0)

static void measure_week(struct season *s)
{
    season_measured(s, PERIOD_WEEK, "2026-W48");
}

/* ---- what clients get ------------------------------------------------------ */

static void served_share_counts_minutes_asked_for_in_the_period(void)
{
    struct season s;
    begin(&s, 2);
    int anna = season_client(&s, "anna");
    season_visit(&s, MON, anna, 300, EVA); /* the week before */
    season_visit(&s, 7 + MON, anna, 120, EVA);
    season_visit(&s, 7 + TUE, anna, 60, NONE);
    int longer = season_visit(&s, 7 + WED, anna, 60, EVA);
    s.visits[1][longer].minutes = 90; /* 60 of them were asked for */
    measure_week(&s);
    EXPECT_KPI(&s, SERVED, 180, 240);
    season_end(&s);
}

/* Two hours of a group where one was asked for. */
static void a_group_gives_no_more_than_was_asked_for(void)
{
    struct season s;
    begin(&s, 1);
    struct session swim = {.id = "swim", .activity = "swim", .place = POOL,
                           .start = WED * DAY + 10 * HOUR, .minutes = 120, .capacity = 4,
                           .per_escort = 4};
    int session = problem_add_session(s.b[0], "swim", &swim);
    struct alternative at = {.wish = NONE, .session = 1 + session};
    struct request q = season_request(season_client(&s, "anna"), 60);
    q.alternatives = &at;
    q.n_alternatives = 1;
    int row = season_visit_as(&s, WED, 10, q, EVA);
    s.visits[0][row].minutes = 120;
    s.visits[0][row].session = 1 + session;
    measure_week(&s);
    EXPECT_KPI(&s, SERVED, 60, 60);
    EXPECT_KPI(&s, TIME_WISH, 1, 1);
    season_end(&s);
}

/* Eleven clients get 10, 20 ... 110 of 120 minutes, in no order: the tenth percentile of
 * eleven is the second from below. A twelfth asks for nothing. */
static void lowest_served_shares_are_of_clients_who_asked(void)
{
    struct season s;
    begin(&s, 1);
    int first = season_clients(&s, 12, (struct client){.area = ""});
    for (int i = 0; i < 11; i++) {
        int row = season_visit(&s, i % 5, first + i, 120, EVA);
        s.visits[0][row].minutes = 10 * (i * 7 % 11 + 1);
    }
    measure_week(&s);
    EXPECT_KPI(&s, SERVED_MIN, 10, 120);
    EXPECT_KPI(&s, SERVED_P10, 20, 120);
    season_end(&s);
}

static void the_tenth_percentile_of_ten_clients_is_the_least(void)
{
    struct season s;
    begin(&s, 1);
    int first = season_clients(&s, 10, (struct client){.area = ""});
    for (int i = 0; i < 10; i++)
        s.visits[0][season_visit(&s, i % 5, first + i, 120, EVA)].minutes = 30 + 5 * i;
    measure_week(&s);
    EXPECT_KPI(&s, SERVED_P10, 30, 120);
    season_end(&s);
}

static void first_choice_is_asked_where_there_is_a_list(void)
{
    struct season s;
    begin(&s, 1);
    int anna = season_client(&s, "anna"), bo = season_client(&s, "bo");
    const int wishes[] = {FRED, EVA};
    problem_client_wishes(s.b[0], anna, wishes, 2);
    season_visit(&s, MON, anna, 60, FRED);
    season_visit(&s, TUE, anna, 60, EVA);
    season_visit(&s, WED, anna, 60, NONE);
    season_visit(&s, THU, bo, 60, FRED);
    struct request two = season_request(anna, 60);
    two.needed = 2;
    int row = season_visit_as(&s, FRI, 10, two, EVA);
    s.visits[0][row].n_escorts = 2;
    s.visits[0][row].escorts[1] = FRED; /* among them */
    measure_week(&s);
    EXPECT_KPI(&s, FIRST_CHOICE, 2, 3);
    season_end(&s);
}

/* Wished for at 10:00; then from 10:00 to 12:00, any time being as good. */
static void a_time_is_as_wished_up_to_15_minutes_off(void)
{
    static const struct {
        int wish, from, to, start;
    } VISITS[] = {
        {600, 540, 660, 585}, {600, 540, 660, 616}, {NONE, 600, 720, 720},
        {NONE, 600, 720, 584}, {NONE, 600, 600, 615},
    };
    struct season s;
    begin(&s, 1);
    int anna = season_client(&s, "anna");
    for (int i = 0; i < 5; i++) {
        struct request q = season_request(anna, 60);
        struct alternative at[2] = {
            {.from = i * DAY + VISITS[i].from, .to = i * DAY + VISITS[i].to, .wish = NONE},
            {.from = i * DAY + 900, .to = i * DAY + 900, .wish = NONE},
        };
        if (VISITS[i].wish != NONE)
            at[0].wish = i * DAY + VISITS[i].wish;
        q.alternatives = at;
        q.n_alternatives = 2;
        s.visits[0][season_visit_as(&s, i, 10, q, EVA)].start = i * DAY + VISITS[i].start;
    }
    measure_week(&s);
    EXPECT_KPI(&s, TIME_WISH, 3, 5);
    season_end(&s);
}

/* The 14 days begin on 16 November, the 84 on 7 September; W37 is that week. */
static void faces_are_counted_in_days_back_from_the_last_one(void)
{
    struct season s;
    begin(&s, 13);
    season_escort(&s, "gun", EMPLOYED_HOURLY, NONE);
    season_escort(&s, "hal", EMPLOYED_HOURLY, NONE);
    int anna = season_client(&s, "anna"), bo = season_client(&s, "bo");
    season_visit(&s, season_day(&s, 9, 6), anna, 60, 3); /* a day too early for either */
    season_visit(&s, season_day(&s, 9, 7), anna, 60, 2);
    season_visit(&s, season_day(&s, 11, 15), anna, 60, FRED);
    season_visit(&s, season_day(&s, 11, 16), anna, 60, EVA);
    season_visit(&s, season_day(&s, 11, 29), anna, 60, EVA);
    season_visit(&s, season_day(&s, 10, 1), bo, 60, EVA); /* bo met nobody in 14 days */
    season_client(&s, "cai");
    measure_week(&s);
    EXPECT_KPI(&s, DISTINCT_14, 1, 1);
    EXPECT_KPI(&s, DISTINCT_84, 3 + 1, 2);
    season_end(&s);
}

static void minutes_by_the_own_escort_are_a_share_where_there_is_one(void)
{
    struct season s;
    begin(&s, 1);
    int anna = season_client(&s, "anna"), bo = season_client(&s, "bo");
    problem_client_named(s.b[0], anna, EVA, FRED);
    season_visit(&s, MON, anna, 60, EVA);
    season_visit(&s, TUE, anna, 120, FRED);
    season_visit(&s, WED, bo, 60, EVA);
    measure_week(&s);
    EXPECT_KPI(&s, PRIMARY, 60, 180);
    season_end(&s);
}

/* ---- decisions ------------------------------------------------------------- */

/* November is covered from its first Monday, the second: only of the week's decision and
 * of the one from 9 November on can it be said what lapsed. */
static void entitlement_and_lapse_follow_the_ledger(void)
{
    struct season s;
    begin(&s, 4);
    int anna = season_client(&s, "anna"), bo = season_client(&s, "bo");
    int cai = season_client(&s, "cai"), dan = season_client(&s, "dan");
    season_decision(&s, season_granted(anna, PER_MONTH, 600));
    struct decision d = season_granted(bo, PER_WEEK, 120);
    d.from_day = date_days(2026, 11, 9);
    d.to_day = date_days(2026, 11, 29);
    season_decision(&s, d);
    d = season_granted(cai, PER_MONTH, 300);
    d.from_day = date_days(2026, 11, 9);
    season_decision(&s, d);
    season_decision(&s, season_granted(dan, PER_OCCASION, 240));
    season_visit(&s, season_day(&s, 11, 10), anna, 150, EVA);
    season_visit(&s, season_day(&s, 11, 11), bo, 100, EVA);
    season_visit(&s, season_day(&s, 11, 17), bo, 120, EVA);
    season_visit(&s, season_day(&s, 11, 12), cai, 60, EVA);
    season_visit(&s, season_day(&s, 11, 13), dan, 60, EVA);
    season_measured(&s, PERIOD_MONTH, "2026-11");
    /* Of Anna's month the first week has no roster. */
    EXPECT_KPI(&s, ENTITLEMENT, 220 + 60, 3 * 120 + 300);
    EXPECT_KPI(&s, LAPSED, 20 + 0 + 120 + 240, 1);
    s.m.as_of = date_days(2026, 11, 30); /* the month is not over, its weeks are */
    EXPECT_KPI(&s, LAPSED, 20 + 0 + 120, 1);
    season_end(&s);
}

static void days_to_first_visit_are_of_those_who_began_in_the_period(void)
{
    static const char *const IDS[] = {"anna", "bo", "cai", "dan", "eli"};
    struct season s;
    begin(&s, 2);
    for (int i = 0; i < 5; i++) {
        struct decision d = season_granted(season_client(&s, IDS[i]), PER_MONTH, 600);
        d.decided_day = i == 4 ? 0 : date_days(2026, 11, 1);
        d.executed_day = i == 1 ? date_days(2026, 11, 24) : 0;
        season_decision(&s, d);
    }
    season_visit(&s, season_day(&s, 11, 27), 0, 60, EVA); /* 26 days */
    season_visit(&s, season_day(&s, 11, 29), 1, 60, EVA); /* told: 23 days */
    season_visit(&s, season_day(&s, 11, 18), 2, 60, EVA); /* began the week before */
    season_visit(&s, season_day(&s, 11, 25), 2, 60, EVA);
    season_visit(&s, season_day(&s, 11, 25), 4, 60, EVA); /* decided nobody knows when */
    measure_week(&s);
    EXPECT_KPI(&s, FIRST_VISIT, 26 + 23, 2);
    season_end(&s);
}

static void waits_over_90_days_are_counted_by_kind(void)
{
    struct season s;
    begin(&s, 1);
    for (int i = 0; i < 5; i++) {
        static const char *const IDS[] = {"anna", "bo", "cai", "dan", "eli"};
        struct decision d = season_granted(season_client(&s, IDS[i]), PER_MONTH, 600);
        /* As of 30 November: 91 days from 31 August, 90 from 1 September. */
        d.decided_day = date_days(2026, i == 1 ? 9 : 8, i == 1 ? 1 : 31);
        if (i == 2) { /* after 91 days, but it is carried out */
            d.decided_day = date_days(2026, 8, 30);
            d.executed_day = date_days(2026, 11, 29);
        }
        if (i == 4) { /* waited for 91 days and then ran out */
            d.decided_day = date_days(2026, 8, 30);
            d.to_day = date_days(2026, 11, 29);
        }
        d.interrupted_day = i == 3 ? date_days(2026, 8, 31) : 0;
        season_decision(&s, d);
    }
    measure_week(&s);
    EXPECT_KPI(&s, UNEXECUTED, 1, 1);
    EXPECT_KPI(&s, INTERRUPTED, 1, 1);
    season_end(&s);
}

/* ---- money ----------------------------------------------------------------- */

/* Two hours at 155 kr, holiday pay 12 %, on-cost 45 %: 310 x 1.12 = 347.20, x 1.45 =
 * 503.44; a planner's 6 minutes at 420 kr: 42. Together 545.44 kr for two hours. */
static void an_hour_costs_what_was_paid_for_it(void)
{
    struct season s;
    begin(&s, 1);
    season_visit(&s, WED, season_client(&s, "anna"), 120, EVA);
    measure_week(&s);
    EXPECT_KPI(&s, COST_HOUR, INT64_C(54544) * 60, 120);
    season_end(&s);
}

/* Five hours' contract, two of them used. */
static void contract_hours_without_work_are_idle(void)
{
    struct season s;
    begin(&s, 1);
    int gun = season_escort(&s, "gun", EMPLOYED_MONTHLY, 300);
    season_visit(&s, WED, season_client(&s, "anna"), 120, gun);
    measure_week(&s);
    EXPECT_KPI(&s, IDLE, 180, 300);
    season_end(&s);
}

/* An hour at the pool, 15 minutes' way, an hour at home. */
static void travel_between_visits_is_a_share_of_paid_time(void)
{
    struct season s;
    begin(&s, 1);
    int anna = season_client(&s, "anna");
    struct request home = season_request(anna, 60);
    home.meet = home.end = HOME;
    season_visit(&s, WED, anna, 60, EVA);
    season_visit_as(&s, WED, 12, home, EVA);
    measure_week(&s);
    EXPECT_KPI(&s, TRAVEL, 15, 135);
    season_end(&s);
}

/* 347.20 kr give 6 % = 20.83 kr of occupational pension; the contractor's fee none. */
static void pension_is_the_mean_of_those_who_were_paid(void)
{
    struct season s;
    begin(&s, 1);
    season_escort(&s, "gun", EMPLOYED_HOURLY, NONE); /* not paid, not counted */
    int anna = season_client(&s, "anna");
    season_visit(&s, WED, anna, 120, EVA);
    season_visit(&s, THU, anna, 120, FRED);
    measure_week(&s);
    EXPECT_KPI(&s, PENSION, 2083 * 52, 2 * 100);
    season_end(&s);
}

/* 42.3 % of 59 200 kr is 25 041.60 kr a year, 481.57 kr a week. Eva's two hours give
 * 347.20; of the contractors at 125 kr, Fred's four give 500 and Hal's 3.75 give 468.75. */
static void a_year_below_the_threshold_gives_no_pension(void)
{
    struct season s;
    begin(&s, 1);
    int hal = season_escort(&s, "hal", CONTRACTOR, NONE);
    int anna = season_client(&s, "anna");
    season_escort(&s, "gun", CONTRACTOR, NONE); /* without income there is no such year */
    season_visit(&s, WED, anna, 120, EVA);
    season_visit(&s, THU, anna, 240, FRED);
    season_visit(&s, FRI, anna, 225, hal);
    measure_week(&s);
    EXPECT_KPI(&s, BELOW, 2, 1);
    season_end(&s);
}

/* ---- escorts' days --------------------------------------------------------- */

/* At the pool from 9 to 10, 13 to 14 and 18 to 19: a split day, not two. On
 * Tuesday the pause is 120 minutes, on Wednesday 135 of which 15 are the way. */
static void a_day_is_split_once_however_many_long_pauses(void)
{
    struct season s;
    begin(&s, 1);
    int anna = season_client(&s, "anna");
    struct request hour = season_request(anna, 60), home = hour;
    home.meet = home.end = HOME;
    season_visit_as(&s, MON, 9, hour, EVA);
    season_visit_as(&s, MON, 13, hour, EVA);
    season_visit_as(&s, MON, 18, hour, EVA);
    season_visit_as(&s, TUE, 9, hour, EVA);
    season_visit_as(&s, TUE, 12, hour, EVA);
    int late = season_visit_as(&s, WED, 9, hour, EVA);
    s.visits[0][late].start -= 15;
    season_visit_as(&s, WED, 12, home, EVA);
    season_visit_as(&s, THU, 9, hour, FRED); /* a contractor's day is their own */
    season_visit_as(&s, THU, 18, hour, FRED);
    measure_week(&s);
    EXPECT_KPI(&s, SPLIT, 1, 1);
    season_end(&s);
}

/* Wednesday 18 to 20: an hour of evening. */
static void unsocial_hours_are_of_employees_visits(void)
{
    struct season s;
    begin(&s, 1);
    int anna = season_client(&s, "anna");
    season_visit_as(&s, WED, 18, season_request(anna, 120), EVA);
    season_visit_as(&s, SAT, 18, season_request(anna, 120), FRED);
    measure_week(&s);
    EXPECT_KPI(&s, UNSOCIAL, 60, 120);
    season_end(&s);
}

/* Gun works both days of one weekend and the Sunday of the other, Eva one Saturday. */
static void weekends_are_spread_between_employees(void)
{
    struct season s;
    begin(&s, 2);
    int gun = season_escort(&s, "gun", EMPLOYED_MONTHLY, NONE);
    int anna = season_client(&s, "anna");
    season_visit(&s, SAT, anna, 60, gun);
    season_visit(&s, SUN, anna, 60, gun);
    season_visit(&s, 7 + SUN, anna, 60, gun);
    season_visit(&s, 7 + SAT, anna, 60, EVA);
    season_visit(&s, 7 + FRI, anna, 60, EVA);
    season_measured(&s, PERIOD_MONTH, "2026-11");
    EXPECT_KPI(&s, WEEKEND_SPREAD, 2 - 1, 1);
    season_end(&s);
}

static void rest_violations_are_breaches_of_rest(void)
{
    static const struct breach BREACHES[] = {
        {.rule = RULE_GRANT}, {.rule = RULE_DAILY_REST}, {.rule = RULE_DAILY_REST},
        {.rule = RULE_WEEKLY_REST}};
    static const struct verdict VERDICT = {.n_breaches = 4, .breaches = BREACHES};
    struct season s;
    begin(&s, 2);
    measure_week(&s);
    EXPECT_KPI(&s, REST, 0, 1);
    s.results[0].verdict = s.results[1].verdict = &VERDICT;
    EXPECT_KPI(&s, REST, 3, 1);
    season_end(&s);
}

/* ---- what was told --------------------------------------------------------- */

/* The roster was given out on 2 November and is made again on the 20th. */
static void published(struct season *s)
{
    problem_set_published(s->b[0], date_days(2026, 11, 2));
    problem_set_today(s->b[0], date_days(2026, 11, 20));
}

static void told(struct season *s, int row, int day, int hour, int minutes, int escort)
{
    problem_request_published(s->b[0], row, day * DAY + hour * HOUR, minutes, &escort, 1);
}

/* Wednesday and Thursday as given out; then moved, longer, by another, gone; Monday new,
 * and Tuesday neither then nor now. */
static void six_published_visits(struct season *s)
{
    int anna = season_client(s, "anna");
    told(s, season_visit(s, WED, anna, 60, EVA), WED, 10, 60, EVA);
    told(s, season_visit(s, THU, anna, 60, EVA), THU, 10, 60, EVA);
    told(s, season_visit(s, FRI, anna, 60, EVA), FRI, 9, 60, EVA);
    told(s, season_visit(s, FRI, anna, 60, EVA), FRI, 10, 45, EVA);
    told(s, season_visit(s, SAT, anna, 60, EVA), SAT, 10, 60, FRED);
    told(s, season_visit(s, SUN, anna, 60, NONE), SUN, 10, 60, EVA);
    season_visit(s, MON, anna, 60, EVA);
    season_visit(s, TUE, anna, 60, NONE);
}

static void stability_is_what_stayed_of_what_was_given_out(void)
{
    struct season s;
    begin(&s, 1);
    published(&s);
    six_published_visits(&s);
    measure_week(&s);
    EXPECT_KPI(&s, STABILITY, 2, 6);
    season_end(&s);
}

static void a_late_change_is_within_the_days_of_notice(void)
{
    struct season s;
    begin(&s, 1);
    published(&s);
    six_published_visits(&s);
    measure_week(&s);
    EXPECT_KPI(&s, LATE, 100 * 5, 6);
    season_end(&s);
    begin(&s, 1);
    published(&s);
    problem_set_today(s.b[0], date_days(2026, 11, 13)); /* 14 days before Friday */
    six_published_visits(&s); /* of these only Monday's is late */
    int moved = season_visit_as(&s, FRI, 14, season_request(0, 60), EVA);
    told(&s, moved, THU, 14, 60, EVA); /* a Thursday that was told is no more */
    measure_week(&s);
    EXPECT_KPI(&s, LATE, 100 * 2, 7);
    season_end(&s);
}

/* Ten visits stand as they were given out, 21 days and more before; of twelve in all the
 * second from below was told of on the 20th: Thursday is 6 days from then. */
static void notice_is_from_the_day_a_visit_was_told(void)
{
    struct season s;
    begin(&s, 1);
    published(&s);
    int anna = season_client(&s, "anna");
    for (int i = 0; i < 10; i++) {
        int row = season_visit_as(&s, i % 5, 10 + i / 5, season_request(anna, 60), EVA);
        told(&s, row, i % 5, 10 + i / 5, 60, EVA);
    }
    season_visit(&s, WED, anna, 60, FRED);
    season_visit(&s, THU, anna, 60, FRED);
    measure_week(&s);
    EXPECT_KPI(&s, NOTICE, 6, 1);
    season_end(&s);
}

/* What a veto keeps apart can be told; where everybody could come there is nothing. */
static void unserved_is_explained_where_there_is_something_to_tell(void)
{
    struct season s;
    begin(&s, 1);
    int anna = season_client(&s, "anna"), bo = season_client(&s, "bo");
    problem_bar(s.b[0], anna, EVA, BAR_CLIENT);
    season_visit(&s, WED, anna, 60, NONE);
    season_visit(&s, WED, bo, 60, NONE);
    season_visit(&s, THU, bo, 60, EVA);
    measure_week(&s);
    EXPECT_KPI(&s, EXPLAINED, 1, 2);
    season_end(&s);
}

/* ---- all of them ----------------------------------------------------------- */

static void a_group_has_its_own_part_and_none_of_the_units(void)
{
    struct season s;
    struct ratio out[KPI_COUNT];
    const bool only_anna[] = {true, false};
    begin(&s, 1);
    int anna = season_client(&s, "anna"), bo = season_client(&s, "bo");
    season_visit(&s, WED, anna, 120, EVA);
    season_visit(&s, WED, bo, 60, NONE);
    measure_week(&s);
    kpis(&s.m, only_anna, out);
    SAME_RATIO(out[KPI_SERVED], 120, 120);
    SAME_RATIO(out[KPI_SERVED_MIN], 120, 120);
    SAME_RATIO(out[KPI_UNEXECUTED], 0, 1);
    for (int k = 0; k < KPI_COUNT; k++)
        if (!KPI_ROWS[k].of_clients)
            SAME_RATIO(out[k], 0, 0);
    season_end(&s);
}

static void an_empty_week_has_nothing_to_say(void)
{
    struct season s;
    struct ratio out[KPI_COUNT];
    begin(&s, 1);
    season_client(&s, "anna");
    measure_week(&s);
    kpis(&s.m, NULL, out);
    for (int k = 0; k < KPI_COUNT; k++) {
        CU_ASSERT_EQUAL(out[k].part, 0);
        CU_ASSERT_EQUAL(out[k].whole, k == KPI_LAPSED || k == KPI_UNEXECUTED ||
                                          k == KPI_INTERRUPTED || k == KPI_SPLIT ||
                                          k == KPI_WEEKEND_SPREAD || k == KPI_REST);
    }
    season_end(&s);
}

static void rows_say_what_each_kpi_is(void)
{
    CU_ASSERT_STRING_EQUAL(KPI_ROWS[KPI_SERVED].name, "served_share");
    CU_ASSERT_STRING_EQUAL(KPI_ROWS[KPI_COST_HOUR].unit, "öre/h");
    CU_ASSERT(KPI_ROWS[KPI_STABILITY].of_clients);
    CU_ASSERT_FALSE(KPI_ROWS[KPI_REST].of_clients);
    CU_ASSERT(strlen(KPI_ROWS[KPI_LATE].text) > 0);
}

void kpi_suite(void)
{
    CU_pSuite s = CU_add_suite("kpi", NULL, NULL);
    CU_add_test(s, "served share counts minutes asked for in the period",
                served_share_counts_minutes_asked_for_in_the_period);
    CU_add_test(s, "a group gives no more than was asked for",
                a_group_gives_no_more_than_was_asked_for);
    CU_add_test(s, "lowest served shares are of clients who asked",
                lowest_served_shares_are_of_clients_who_asked);
    CU_add_test(s, "the tenth percentile of ten clients is the least",
                the_tenth_percentile_of_ten_clients_is_the_least);
    CU_add_test(s, "first choice is asked where there is a list",
                first_choice_is_asked_where_there_is_a_list);
    CU_add_test(s, "a time is as wished up to 15 minutes off",
                a_time_is_as_wished_up_to_15_minutes_off);
    CU_add_test(s, "faces are counted in days back from the last one",
                faces_are_counted_in_days_back_from_the_last_one);
    CU_add_test(s, "minutes by the own escort are a share where there is one",
                minutes_by_the_own_escort_are_a_share_where_there_is_one);
    CU_add_test(s, "entitlement and lapse follow the ledger",
                entitlement_and_lapse_follow_the_ledger);
    CU_add_test(s, "days to first visit are of those who began in the period",
                days_to_first_visit_are_of_those_who_began_in_the_period);
    CU_add_test(s, "waits over 90 days are counted by kind",
                waits_over_90_days_are_counted_by_kind);
    CU_add_test(s, "an hour costs what was paid for it", an_hour_costs_what_was_paid_for_it);
    CU_add_test(s, "contract hours without work are idle", contract_hours_without_work_are_idle);
    CU_add_test(s, "travel between visits is a share of paid time",
                travel_between_visits_is_a_share_of_paid_time);
    CU_add_test(s, "pension is the mean of those who were paid",
                pension_is_the_mean_of_those_who_were_paid);
    CU_add_test(s, "a year below the threshold gives no pension",
                a_year_below_the_threshold_gives_no_pension);
    CU_add_test(s, "a day is split once however many long pauses",
                a_day_is_split_once_however_many_long_pauses);
    CU_add_test(s, "unsocial hours are of employees' visits",
                unsocial_hours_are_of_employees_visits);
    CU_add_test(s, "weekends are spread between employees", weekends_are_spread_between_employees);
    CU_add_test(s, "rest violations are breaches of rest", rest_violations_are_breaches_of_rest);
    CU_add_test(s, "stability is what stayed of what was given out",
                stability_is_what_stayed_of_what_was_given_out);
    CU_add_test(s, "a late change is within the days of notice",
                a_late_change_is_within_the_days_of_notice);
    CU_add_test(s, "notice is from the day a visit was told",
                notice_is_from_the_day_a_visit_was_told);
    CU_add_test(s, "unserved is explained where there is something to tell",
                unserved_is_explained_where_there_is_something_to_tell);
    CU_add_test(s, "a group has its own part and none of the unit's",
                a_group_has_its_own_part_and_none_of_the_units);
    CU_add_test(s, "an empty week has nothing to say", an_empty_week_has_nothing_to_say);
    CU_add_test(s, "rows say what each KPI is", rows_say_what_each_kpi_is);
}
