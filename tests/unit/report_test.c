/* A report made by hand of one week: Kim's decision was not carried out for too long,
 * Eva's runs; one group may be told and one may not. */
#include "adapters/report/report_view.h"
#include "adapters/text/table.h"
#include "sheet_fixture.h"

struct made {
    struct fixture x;
    struct week_result week;
    struct measured measured;
    struct equity equity;
    struct equity_cell cells[2];
    struct ledger_row ledger;
    struct clock_row clock[2];
    struct report report;
};

static int add_decision(struct made *m, int client, const char *id)
{
    return problem_add_decision(m->x.builder, "",
                                &(struct decision){.id = id,
                                                   .client = client,
                                                   .basis = LSS_9_3,
                                                   .period = PER_MONTH,
                                                   .minutes = 600,
                                                   .from_day = date_days(2026, 1, 1),
                                                   .to_day = INT64_MAX,
                                                   .decided_day = date_days(2026, 7, 1),
                                                   .delay = ""});
}

static void people_add(struct made *m)
{
    struct fixture *x = &m->x;
    *x = fixture_begin(2026, 48, "Europe/Stockholm");
    x->anna = add_escort(x, "anna", "Anna Berg", EMPLOYED_MONTHLY);
    x->kim = add_client(x, "kim", "Kim Ek");
    x->eva = add_client(x, "eva", "Eva Öst");
    add_decision(m, x->kim, "k1");
    add_decision(m, x->eva, "e1");
    add_request(x, "swim", x->kim, "Simning", 1 * DAY + 13 * HOUR, 120, 1, 0);
    freeze(x);
    serve(x, 0, x->anna, NONE);
    judge(x);
}

static void decisions_fill(struct made *m)
{
    m->ledger = (struct ledger_row){.client = m->x.kim,
                                    .decision = 0,
                                    .from_day = date_days(2026, 11, 1),
                                    .to_day = date_days(2026, 11, 30),
                                    .granted = 600,
                                    .delivered = 690,
                                    .left = -90};
    m->clock[0] = (struct clock_row){.client = m->x.kim,
                                     .decision = 0,
                                     .since_day = date_days(2026, 7, 1),
                                     .days = 152,
                                     .level = CLOCK_REPORT,
                                     .delay = "=1+1; \"nobody\"\nfits"};
    m->clock[1] = (struct clock_row){.client = m->x.eva,
                                     .decision = 1,
                                     .since_day = date_days(2026, 9, 1),
                                     .days = 90,
                                     .level = CLOCK_90,
                                     .delay = ""};
}

static void groups_fill(struct made *m)
{
    m->cells[0] = (struct equity_cell){
        .dimension = BY_AREA, .group = "Stor<by", .n_clients = 21};
    m->cells[1] = (struct equity_cell){
        .dimension = BY_AREA, .group = "Lillby", .n_clients = 3, .suppressed = true};
    for (int k = 0; k < KPI_COUNT; k++)
        m->cells[0].kpi[k] = m->cells[1].kpi[k] = (struct ratio){77, 88};
    m->equity = (struct equity){.n_cells = 2, .cells = m->cells};
}

/* Made in place: its parts point at each other. */
static void made_begin(struct made *m)
{
    memset(m, 0, sizeof *m);
    people_add(m);
    decisions_fill(m);
    groups_fill(m);
    m->week = (struct week_result){m->x.problem, m->x.roster, m->x.sheet.verdict};
    m->measured = (struct measured){.n_weeks = 1,
                                    .weeks = &m->week,
                                    .period = period_of_week(PERIOD_WEEK, 2026, 48),
                                    .as_of = date_days(2026, 11, 30)};
    m->report = (struct report){.measured = &m->measured,
                                .n_in = 1,
                                .n_ledger = 1,
                                .ledger = &m->ledger,
                                .n_clock = 2,
                                .clock = m->clock,
                                .equity = &m->equity};
    m->report.kpi[KPI_SERVED] = (struct ratio){2, 3};
    speak("en");
}

static struct arena *arena;

static int begin(void)
{
    arena = arena_new();
    return 0;
}

static int end(void)
{
    arena_free(arena);
    return 0;
}

#define SAYS(text, part) CU_ASSERT_PTR_NOT_NULL(strstr(text, part))
#define SAYS_NOT(text, part) CU_ASSERT_PTR_NULL(strstr(text, part))

static void thousands_are_apart_and_halves_are_rounded_away_from_zero(void)
{
    speak("en");
    CU_ASSERT_STRING_EQUAL(number_phrase(arena, 123456789, 100, 2),
                           "1\u00a0234\u00a0567.89");
    CU_ASSERT_STRING_EQUAL(number_phrase(arena, 1000007, 1, 0), "1\u00a0000\u00a0007");
    CU_ASSERT_STRING_EQUAL(number_phrase(arena, 999, 1, 0), "999");
    CU_ASSERT_STRING_EQUAL(number_phrase(arena, 1, 8, 2), "0.13");
    CU_ASSERT_STRING_EQUAL(number_phrase(arena, -1, 8, 2), "-0.13");
    CU_ASSERT_STRING_EQUAL(number_phrase(arena, -1, 800, 2), "0.00");
    CU_ASSERT_STRING_EQUAL(money_phrase(arena, 5), "0.05 kr");
}

static void figures_are_told_in_their_units(void)
{
    speak("en");
    CU_ASSERT_STRING_EQUAL(kpi_phrase(arena, KPI_SERVED, (struct ratio){2, 3}), "66.7 %");
    CU_ASSERT_STRING_EQUAL(kpi_phrase(arena, KPI_LAPSED, (struct ratio){750, 1}),
                           "12 h 30 min");
    CU_ASSERT_STRING_EQUAL(kpi_phrase(arena, KPI_COST_HOUR, (struct ratio){71640, 2}),
                           "358.20 kr/h");
    CU_ASSERT_STRING_EQUAL(kpi_phrase(arena, KPI_DISTINCT_14, (struct ratio){4, 3}), "1.33");
    CU_ASSERT_STRING_EQUAL(kpi_phrase(arena, KPI_UNEXECUTED, (struct ratio){4, 1}), "4");
    CU_ASSERT_STRING_EQUAL(kpi_phrase(arena, KPI_SERVED, (struct ratio){0, 0}), "–");
    CU_ASSERT_STRING_EQUAL(kpi_gap_phrase(arena, KPI_SERVED, (struct ratio){1, 8}), "12.5 pp");
}

static void periods_are_told_by_name(void)
{
    struct period month, quarter;
    speak("en");
    CU_ASSERT_TRUE(period_parse(PERIOD_MONTH, "2026-11", &month));
    CU_ASSERT_TRUE(period_parse(PERIOD_QUARTER, "2026-Q4", &quarter));
    CU_ASSERT_STRING_EQUAL(period_phrase(arena, &month), "November 2026");
    CU_ASSERT_STRING_EQUAL(period_phrase(arena, &quarter), "Quarter 4, 2026");
    CU_ASSERT_EQUAL(period_weeks(&month), 4);
    CU_ASSERT_EQUAL(period_weeks(&quarter), 14); /* 1 October and 31 December are Thursdays */
    CU_ASSERT_STRING_EQUAL(ledger_period(arena, PER_WEEK, date_days(2027, 1, 3)), "2026-W53");
    CU_ASSERT_STRING_EQUAL(ledger_period(arena, PER_QUARTER, date_days(2026, 12, 31)),
                           "2026-Q4");
    CU_ASSERT_STRING_EQUAL(ledger_period(arena, PER_OCCASION, date_days(2026, 2, 3)),
                           "2026-02-03");
}

static void the_list_has_only_what_is_to_be_reported(void)
{
    struct made m;
    made_begin(&m);
    const char *csv = report_csv(m.x.arena, &m.report);
    CU_ASSERT_EQUAL(strncmp(csv, "\xef\xbb\xbf\"Client\";\"Decision\";", 23), 0);
    SAYS(csv, "\r\n\"kim\";\"k1\";\"2026-07-01\";\"escort service (LSS 9:3)\";"
              "\"not carried out\";\"2026-07-01\";\"152\";");
    SAYS_NOT(csv, "eva");
    fixture_end(&m.x);
}

static void a_reason_is_no_formula_and_stays_in_its_cell(void)
{
    struct made m;
    made_begin(&m);
    SAYS(report_csv(m.x.arena, &m.report), ";\"'=1+1; \"\"nobody\"\" fits\";\"\"\r\n");
    fixture_end(&m.x);
}

static void groups_too_small_are_told_nowhere(void)
{
    struct made m;
    made_begin(&m);
    const char *const told[] = {report_text(m.x.arena, &m.report, 100, false),
                                report_html(m.x.arena, &m.report),
                                report_json(m.x.arena, &m.report)};
    for (size_t i = 0; i < sizeof told / sizeof *told; i++) {
        SAYS(told[i], "Stor");
        SAYS_NOT(told[i], "Lillby");
    }
    SAYS(told[0], "1 group is not told");
    SAYS(told[2], "\"groups_not_told\": 1");
    fixture_end(&m.x);
}

static void clients_are_told_by_id_and_no_home_is(void)
{
    struct made m;
    made_begin(&m);
    const char *const told[] = {report_text(m.x.arena, &m.report, 100, false),
                                report_html(m.x.arena, &m.report),
                                report_json(m.x.arena, &m.report),
                                report_csv(m.x.arena, &m.report)};
    for (size_t i = 0; i < sizeof told / sizeof *told; i++) {
        SAYS(told[i], "kim");
        SAYS_NOT(told[i], "Kim Ek");
        SAYS_NOT(told[i], "Åvägen");
    }
    fixture_end(&m.x);
}

static void names_mean_nothing_in_html(void)
{
    struct made m;
    made_begin(&m);
    const char *html = report_html(m.x.arena, &m.report);
    SAYS(html, "Stor&lt;by (21 clients)");
    SAYS_NOT(html, "Stor<by");
    fixture_end(&m.x);
}

static void more_than_granted_is_told_as_less_than_nothing_left(void)
{
    struct made m;
    made_begin(&m);
    SAYS(report_text(m.x.arena, &m.report, 100, false), " -1 h 30 min ");
    SAYS(report_json(m.x.arena, &m.report), "\"left_minutes\": -90");
    fixture_end(&m.x);
}

static void what_no_roster_covers_does_not_lapse(void)
{
    struct made m;
    made_begin(&m);
    SAYS(report_text(m.x.arena, &m.report, 100, false), "-1 h 30 min  no roster\n");
    SAYS(report_html(m.x.arena, &m.report), ">no roster</td>");
    SAYS(report_json(m.x.arena, &m.report), "\"lapsing_minutes\": null");
    m.ledger.covered = true;
    SAYS(report_json(m.x.arena, &m.report), "\"lapsing_minutes\": 0");
    fixture_end(&m.x);
}

static void ids_and_days_are_whole_and_reasons_on_their_own_line(void)
{
    struct made m;
    made_begin(&m);
    m.clock[0].ended_day = date_days(2026, 11, 30);
    m.clock[0].delay = "no escort who speaks the language of the client could be found before that";
    const char *text = report_text(m.x.arena, &m.report, 80, false);
    SAYS(text, "  2026-07-01  ");
    SAYS(text, "  2026-11-30  ");
    SAYS(text, "\n    Reason for delay: no escort who speaks the language of the ");
    SAYS(text, "carried");
    SAYS(text, "reported");
    SAYS(text, " found before that\n");
    fixture_end(&m.x);
}

static void the_same_report_gives_the_same_workbook(void)
{
    struct made m;
    struct faults f = {0};
    const char *first, *second;
    size_t n, again;
    made_begin(&m);
    CU_ASSERT_EQUAL_FATAL(report_xlsx(m.x.arena, &m.report, &first, &n, &f), STATUS_OK);
    CU_ASSERT_EQUAL_FATAL(report_xlsx(m.x.arena, &m.report, &second, &again, &f), STATUS_OK);
    CU_ASSERT_EQUAL_FATAL(n, again);
    CU_ASSERT_EQUAL(memcmp(first, second, n), 0);
    fixture_end(&m.x);
}

static void numbers_stand_to_the_right_of_their_columns(void)
{
    struct text out = text_new(arena);
    struct table t = table_new(arena, 3, false);
    t.right = 1u << 1;
    table_add(&t, (const char *const[]){"a", "5", "x"});
    table_add(&t, (const char *const[]){"bb", "1234", "y"});
    table_print(&out, &t, 0, 80, false);
    CU_ASSERT_STRING_EQUAL(text_done(&out), "a      5  x\nbb  1234  y\n");
}

void report_suite(void)
{
    CU_pSuite s = CU_add_suite("report", begin, end);
    CU_add_test(s, "thousands are apart and halves are rounded away from zero",
                thousands_are_apart_and_halves_are_rounded_away_from_zero);
    CU_add_test(s, "figures are told in their units", figures_are_told_in_their_units);
    CU_add_test(s, "periods are told by name", periods_are_told_by_name);
    CU_add_test(s, "the list has only what is to be reported",
                the_list_has_only_what_is_to_be_reported);
    CU_add_test(s, "a reason is no formula and stays in its cell",
                a_reason_is_no_formula_and_stays_in_its_cell);
    CU_add_test(s, "groups too small are told nowhere", groups_too_small_are_told_nowhere);
    CU_add_test(s, "clients are told by id and no home is",
                clients_are_told_by_id_and_no_home_is);
    CU_add_test(s, "names mean nothing in HTML", names_mean_nothing_in_html);
    CU_add_test(s, "more than granted is told as less than nothing left",
                more_than_granted_is_told_as_less_than_nothing_left);
    CU_add_test(s, "what no roster covers does not lapse",
                what_no_roster_covers_does_not_lapse);
    CU_add_test(s, "ids and days are whole and reasons on their own line",
                ids_and_days_are_whole_and_reasons_on_their_own_line);
    CU_add_test(s, "the same report gives the same workbook",
                the_same_report_gives_the_same_workbook);
    CU_add_test(s, "numbers stand to the right of their columns",
                numbers_stand_to_the_right_of_their_columns);
}
