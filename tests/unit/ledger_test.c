#include "season.h"

struct expected {
    int decision;
    int from_month, from_mday, to_month, to_mday;
    int granted, carried, delivered, planned, left, pace, lapsing;
    bool closed;
};

static void expect_row(const struct ledger_row *row, const struct expected *e)
{
    CU_ASSERT_EQUAL(row->client, e->decision); /* each client has one */
    CU_ASSERT_EQUAL(row->decision, e->decision);
    CU_ASSERT_EQUAL(row->from_day, date_days(2026, e->from_month, e->from_mday));
    CU_ASSERT_EQUAL(row->to_day, date_days(2026, e->to_month, e->to_mday));
    CU_ASSERT_EQUAL(row->granted, e->granted);
    CU_ASSERT_EQUAL(row->carried, e->carried);
    CU_ASSERT_EQUAL(row->delivered, e->delivered);
    CU_ASSERT_EQUAL(row->planned, e->planned);
    CU_ASSERT_EQUAL(row->left, e->left);
    CU_ASSERT_EQUAL(row->pace, e->pace);
    CU_ASSERT_EQUAL(row->lapsing, e->lapsing);
    CU_ASSERT_EQUAL(row->closed, e->closed);
}

static void expect_rows(struct season *s, const struct expected *e, int n)
{
    const struct ledger_row *rows;
    int found = ledger_rows(s->arena, &s->m, &rows);
    CU_ASSERT_EQUAL_FATAL(found, n);
    for (int i = 0; i < n; i++) {
        expect_row(&rows[i], &e[i]);
        CU_ASSERT_EQUAL(rows[i].granted + rows[i].carried,
                        rows[i].delivered + rows[i].planned + rows[i].left);
    }
}

static void visit_on(struct season *s, int month, int mday, int client, int minutes)
{
    season_visit(s, season_day(s, month, mday), client, minutes, 0);
}

/* A decision of a client of its own; both have the same index. */
static int grant(struct season *s, const char *id, enum grant_period period, int minutes,
                 enum carry carry, int64_t from, int64_t to)
{
    struct decision d = season_granted(season_client(s, id), period, minutes);
    d.carry = carry;
    d.from_day = from ? from : d.from_day;
    d.to_day = to ? to : d.to_day;
    return season_decision(s, d);
}

/* The third quarter of 2026 in the 13 weeks whose Thursdays it holds, 29 June to 27
 * September, on the morning of 31 August. */
static void a_quarter_closes_to_the_minute(void)
{
    struct season s;
    int64_t july_15 = date_days(2026, 7, 15), august_20 = date_days(2026, 8, 20);
    int64_t september_10 = date_days(2026, 9, 10), august_10 = date_days(2026, 8, 10);
    season_begin(&s, 27, 13);
    season_escort(&s, "eva", EMPLOYED_MONTHLY, NONE);
    int month = grant(&s, "month", PER_MONTH, 600, CARRY_NEXT_PERIOD, 0, 0);
    int pool = grant(&s, "pool", PER_QUARTER, 1800, CARRY_NONE, 0, 0);
    int week = grant(&s, "week", PER_WEEK, 120, CARRY_NEXT_PERIOD, july_15, august_20);
    int late = grant(&s, "late", PER_MONTH, 300, CARRY_NONE, september_10, 0);
    int ends = grant(&s, "ends", PER_MONTH, 300, CARRY_NEXT_PERIOD, 0, august_10);
    int trip = grant(&s, "trip", PER_OCCASION, 240, CARRY_NONE, 0, 0);

    visit_on(&s, 6, 30, month, 120); /* before the quarter */
    visit_on(&s, 7, 1, month, 120);
    visit_on(&s, 7, 31, month, 180);
    visit_on(&s, 8, 3, month, 240);
    visit_on(&s, 8, 31, month, 200); /* today, so planned; its week has September's days too */
    visit_on(&s, 9, 1, month, 300);
    visit_on(&s, 9, 8, month, 300);
    visit_on(&s, 9, 14, month, 300);
    visit_on(&s, 9, 27, month, 180); /* 20 minutes more than there are */
    for (int k = 0; k < 13; k++)
        season_visit(&s, k * DAYS + 2, pool, 60, 0); /* Wednesdays from 1 July */
    visit_on(&s, 7, 17, week, 60);
    visit_on(&s, 7, 21, week, 150);
    visit_on(&s, 8, 4, week, 120);
    visit_on(&s, 8, 11, week, 60);
    visit_on(&s, 8, 20, week, 180);
    visit_on(&s, 9, 12, late, 100);
    visit_on(&s, 7, 20, ends, 240);
    visit_on(&s, 8, 5, ends, 200);
    visit_on(&s, 9, 9, trip, 240);
    visit_on(&s, 7, 8, trip, 180);

    season_measured(&s, PERIOD_QUARTER, "2026-Q3");
    s.m.as_of = date_days(2026, 8, 31);
    const struct expected rows[] = {
        /* June is not covered whole, so nothing is known to be left of it. */
        {month, 7, 1, 7, 31, 600, 0, 300, 0, 300, 600, 0, true},
        /* 900 x 30 / 31 = 870; the 300 that came are used first, so the rest is its own. */
        {month, 8, 1, 8, 31, 600, 300, 240, 200, 460, 870, 0, false},
        {month, 9, 1, 9, 30, 600, 460, 0, 1080, -20, 0, 0, false},
        /* Nine of the Wednesdays are gone; 1800 x 61 / 92 = 1193. */
        {pool, 7, 1, 9, 30, 1800, 0, 540, 240, 1020, 1193, 1020, false},
        {week, 7, 15, 7, 19, 120, 0, 60, 0, 60, 120, 0, true},
        {week, 7, 20, 7, 26, 120, 60, 150, 0, 30, 180, 0, true},
        /* The 30 that came are not carried a second time. */
        {week, 7, 27, 8, 2, 120, 30, 0, 0, 150, 150, 30, true},
        {week, 8, 3, 8, 9, 120, 120, 120, 0, 120, 240, 0, true},
        {week, 8, 10, 8, 16, 120, 120, 60, 0, 180, 240, 60, true},
        {week, 8, 17, 8, 20, 120, 120, 180, 0, 60, 240, 60, true},
        {late, 9, 10, 9, 30, 300, 0, 0, 100, 200, 0, 200, false},
        {ends, 7, 1, 7, 31, 300, 0, 240, 0, 60, 300, 0, true},
        /* There is no next period that they could go to. */
        {ends, 8, 1, 8, 10, 300, 60, 200, 0, 160, 360, 160, true},
        {trip, 7, 8, 7, 8, 240, 0, 180, 0, 60, 0, 0, true},
        {trip, 9, 9, 9, 9, 240, 0, 0, 240, 0, 0, 0, false},
    };
    expect_rows(&s, rows, sizeof rows / sizeof *rows);
    season_end(&s);
}

/* In the report of August alone a monthly decision has one row, a pool its whole
 * quarter, and a week that reaches out of the month all its days. */
static void a_row_has_all_days_of_its_period(void)
{
    struct season s;
    season_begin(&s, 27, 13);
    season_escort(&s, "eva", EMPLOYED_MONTHLY, NONE);
    int pool = grant(&s, "pool", PER_QUARTER, 1800, CARRY_NONE, 0, 0);
    int week = grant(&s, "week", PER_WEEK, 120, CARRY_NONE, date_days(2026, 8, 31), 0);
    visit_on(&s, 7, 1, pool, 60);
    visit_on(&s, 9, 23, pool, 90);
    visit_on(&s, 9, 6, week, 30);
    season_measured(&s, PERIOD_MONTH, "2026-08");
    s.m.as_of = date_days(2026, 9, 3);
    const struct expected rows[] = {
        {pool, 7, 1, 9, 30, 1800, 0, 60, 90, 1650, 1800 * 64 / 92, 1650, false},
        {week, 8, 31, 9, 6, 120, 0, 0, 30, 90, 120 * 3 / 7, 90, false},
    };
    expect_rows(&s, rows, 2);
    season_end(&s);
}

/* Of a decision that begins with the first measured Monday everything is known. */
static void hours_are_carried_from_periods_that_are_covered_whole(void)
{
    struct season s;
    season_begin(&s, 36, 2); /* from 31 August */
    season_escort(&s, "eva", EMPLOYED_MONTHLY, NONE);
    int64_t monday = date_days(2026, 8, 31);
    int known = grant(&s, "known", PER_WEEK, 120, CARRY_NEXT_PERIOD, monday, 0);
    int first = grant(&s, "first", PER_MONTH, 120, CARRY_NEXT_PERIOD, monday, 0);
    int unknown = grant(&s, "unknown", PER_MONTH, 120, CARRY_NEXT_PERIOD, monday - 1, 0);
    visit_on(&s, 8, 31, known, 45);
    visit_on(&s, 8, 31, first, 45);
    visit_on(&s, 8, 31, unknown, 45);
    season_measured(&s, PERIOD_WEEK, "2026-W37");
    s.m.as_of = date_days(2026, 9, 7);
    const struct expected rows[] = {
        {known, 9, 7, 9, 13, 120, 75, 0, 0, 195, 0, 75, false},
        {first, 9, 1, 9, 30, 120, 75, 0, 0, 195, 195 * 6 / 30, 75, false},
        {unknown, 9, 1, 9, 30, 120, 0, 0, 0, 120, 120 * 6 / 30, 0, false},
    };
    expect_rows(&s, rows, 3);
    season_end(&s);
}

/* W37 and W38 of September; on the 21st nobody knows what W36 took, and W39 may still
 * be planned. */
static void what_lapses_is_told_where_rosters_cover_the_period(void)
{
    struct season s;
    season_begin(&s, 37, 2);
    season_escort(&s, "eva", EMPLOYED_MONTHLY, NONE);
    grant(&s, "month", PER_MONTH, 600, CARRY_NONE, 0, 0);
    grant(&s, "later", PER_MONTH, 600, CARRY_NONE, date_days(2026, 9, 7), 0);
    season_measured(&s, PERIOD_MONTH, "2026-09");
    s.m.as_of = date_days(2026, 9, 21);
    const struct ledger_row *rows;
    CU_ASSERT_EQUAL_FATAL(ledger_rows(s.arena, &s.m, &rows), 2);
    CU_ASSERT_FALSE(rows[0].covered);
    CU_ASSERT_EQUAL(rows[0].lapsing, 0);
    CU_ASSERT_EQUAL(rows[0].left, 600);
    CU_ASSERT_TRUE(rows[1].covered);
    CU_ASSERT_EQUAL(rows[1].lapsing, 600);
    s.m.as_of = date_days(2026, 10, 1);
    CU_ASSERT_EQUAL_FATAL(ledger_rows(s.arena, &s.m, &rows), 2);
    CU_ASSERT_FALSE(rows[1].covered); /* now W39 is missing */
    season_end(&s);
}

/* A group that is charged at half: 120 minutes take 60. */
static void a_visit_takes_what_its_option_draws(void)
{
    struct season s;
    season_begin(&s, 36, 1);
    season_escort(&s, "eva", EMPLOYED_MONTHLY, NONE);
    int d = grant(&s, "kim", PER_MONTH, 600, CARRY_NONE, 0, 0);
    int start = week_minute_of_day(&s.week[0], 2, 10 * HOUR);
    struct session swim = {.id = "swim", .activity = "swim", .place = POOL, .start = start,
                           .minutes = 120, .capacity = 4, .per_escort = 4, .debit_percent = 50};
    int session = problem_add_session(s.b[0], "swim", &swim);
    struct alternative at = {.wish = NONE, .session = 1 + session};
    struct request q = season_request(d, 120);
    q.alternatives = &at;
    q.n_alternatives = 1;
    int row = season_visit_as(&s, 2, 10, q, 0);
    s.visits[0][row].session = 1 + session;
    season_measured(&s, PERIOD_MONTH, "2026-09");
    s.m.as_of = date_days(2026, 9, 1);
    const struct expected expected = {d, 9, 1, 9, 30, 600, 0, 0, 60, 540, 0, 540, false};
    expect_rows(&s, &expected, 1);
    season_end(&s);
}

void ledger_suite(void)
{
    CU_pSuite s = CU_add_suite("ledger", NULL, NULL);
    CU_add_test(s, "a quarter closes to the minute", a_quarter_closes_to_the_minute);
    CU_add_test(s, "a row has all days of its period", a_row_has_all_days_of_its_period);
    CU_add_test(s, "hours are carried from periods that are covered whole",
                hours_are_carried_from_periods_that_are_covered_whole);
    CU_add_test(s, "what lapses is told where rosters cover the period",
                what_lapses_is_told_where_rosters_cover_the_period);
    CU_add_test(s, "a visit takes what its option draws", a_visit_takes_what_its_option_draws);
}
