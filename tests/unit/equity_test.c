#include "season.h"

#include <string.h>

enum { EVA };

static void begin(struct season *s)
{
    season_begin(s, 48, 1);
    season_escort(s, "eva", EMPLOYED_HOURLY, NONE);
}

/* Clients of one kind, each of whom asks for an hour; the first `served` get it. */
static void ask(struct season *s, int n, int served, struct client c)
{
    int first = season_clients(s, n, c);
    for (int i = 0; i < n; i++)
        season_visit(s, 2, first + i, 60, i < served ? EVA : NONE);
}

static const struct equity *equity(struct season *s)
{
    season_measured(s, PERIOD_WEEK, "2026-W48");
    return equity_of(s->arena, &s->m);
}

static const struct equity_cell *cell(const struct equity *e, enum dimension d,
                                      const char *group)
{
    for (int i = 0; i < e->n_cells; i++)
        if (e->cells[i].dimension == d && strcmp(e->cells[i].group, group) == 0)
            return &e->cells[i];
    CU_FAIL_FATAL("there is no such cell");
    return NULL;
}

static void expect_cell(const struct equity *e, enum dimension d, const char *group,
                        int n_clients, bool suppressed)
{
    const struct equity_cell *c = cell(e, d, group);
    CU_ASSERT_EQUAL(c->n_clients, n_clients);
    CU_ASSERT_EQUAL(c->suppressed, suppressed);
    for (int k = 0; k < KPI_COUNT && suppressed; k++)
        SAME_RATIO(c->kpi[k], 0, 0);
}

static struct ratio served(const struct equity *e, enum dimension d, const char *group)
{
    return cell(e, d, group)->kpi[KPI_SERVED];
}

/* ---- groups ---------------------------------------------------------------- */

static void cells_add_up_to_the_whole(void)
{
    struct season s;
    begin(&s);
    ask(&s, 5, 5, (struct client){.area = "Getinge", .sex = 'F'});
    ask(&s, 6, 3, (struct client){.area = "Kvibille", .sex = 'M'});
    ask(&s, 5, 1, (struct client){.area = "", .sex = 'F'});
    const struct equity *e = equity(&s);
    expect_cell(e, BY_AREA, "", 5, false);
    expect_cell(e, BY_AREA, "Getinge", 5, false);
    expect_cell(e, BY_AREA, "Kvibille", 6, false);
    SAME_RATIO(served(e, BY_AREA, ""), 60, 300);
    SAME_RATIO(served(e, BY_AREA, "Getinge"), 300, 300);
    SAME_RATIO(served(e, BY_AREA, "Kvibille"), 180, 360);
    SAME_RATIO(served(e, BY_SEX, "F"), 360, 600);
    SAME_RATIO(served(e, BY_SEX, "M"), 180, 360);
    season_end(&s);
}

static void cells_stand_by_dimension_and_group(void)
{
    struct season s;
    begin(&s);
    ask(&s, 5, 5, (struct client){.area = "Oskarström", .sex = 'M'});
    ask(&s, 5, 5, (struct client){.area = "Getinge", .sex = 'F'});
    const struct equity *e = equity(&s);
    CU_ASSERT_EQUAL_FATAL(e->n_cells, 2 + 2 + 1 + 1 + 1);
    for (int i = 1; i < e->n_cells; i++)
        CU_ASSERT(e->cells[i - 1].dimension < e->cells[i].dimension ||
                  strcmp(e->cells[i - 1].group, e->cells[i].group) < 0);
    CU_ASSERT_STRING_EQUAL(dimension_word(e->cells[0].dimension), "area");
    CU_ASSERT_STRING_EQUAL(dimension_word(e->cells[6].dimension), "basis");
    season_end(&s);
}

static void ages_are_banded_by_year(void)
{
    static const struct {
        int age;
        const char *band;
    } AGES[] = {{17, "0-17"},  {18, "18-29"}, {29, "18-29"}, {30, "30-49"}, {49, "30-49"},
                {50, "50-64"}, {64, "50-64"}, {65, "65-79"}, {79, "65-79"}, {80, "80+"}};
    for (size_t i = 0; i < sizeof AGES / sizeof *AGES; i++) {
        struct season s;
        begin(&s);
        ask(&s, 5, 0, (struct client){.birth_year = 2026 - AGES[i].age});
        expect_cell(equity(&s), BY_AGE, AGES[i].band, 5, false);
        season_end(&s);
    }
}

static void a_language_is_needed_or_liked_and_else_swedish(void)
{
    struct season s;
    begin(&s);
    uint64_t arabic = UINT64_C(1) << problem_language(s.b[0], "ar");
    uint64_t somali = UINT64_C(1) << problem_language(s.b[0], "so");
    ask(&s, 5, 0, (struct client){.needs = {.language = somali}, .wishes_language = arabic});
    ask(&s, 6, 0, (struct client){.wishes_language = arabic});
    ask(&s, 7, 0, (struct client){.area = ""});
    const struct equity *e = equity(&s);
    expect_cell(e, BY_LANGUAGE, "so", 5, false);
    expect_cell(e, BY_LANGUAGE, "ar", 6, false);
    expect_cell(e, BY_LANGUAGE, "sv", 7, false);
    season_end(&s);
}

/* Each of five has an open offer, and before or after it one of: another, an LSS decision
 * that is over, one that is not, SoL 11:1, SoL 11:4. */
static void the_strongest_basis_in_force_counts(void)
{
    static const enum legal_basis BASES[] = {SOL_11_5, LSS_9_3, LSS_9_3, SOL_11_1, SOL_11_4};
    struct season s;
    begin(&s);
    int first = season_clients(&s, 5 * 5, (struct client){.area = ""});
    for (int i = 0; i < 25; i++) {
        struct decision open = season_granted(first + i, PER_MONTH, 600), d = open;
        open.id = "open";
        open.basis = SOL_11_5;
        d.basis = BASES[i / 5];
        d.to_day = i / 5 == 1 ? date_days(2026, 11, 22) : date_days(2026, 11, 23);
        season_decision(&s, i % 2 ? open : d);
        season_decision(&s, i % 2 ? d : open);
    }
    ask(&s, 5, 0, (struct client){.area = ""});
    const struct equity *e = equity(&s);
    expect_cell(e, BY_BASIS, "SOL_11_5", 10, false);
    expect_cell(e, BY_BASIS, "LSS_9_3", 5, false);
    expect_cell(e, BY_BASIS, "SOL_11_1", 5, false);
    expect_cell(e, BY_BASIS, "SOL_11_4", 5, false);
    expect_cell(e, BY_BASIS, "", 5, false);
    season_end(&s);
}

/* ---- what is not told ------------------------------------------------------ */

static void five_clients_are_told_and_four_are_not(void)
{
    struct season s;
    begin(&s);
    ask(&s, 5, 1, (struct client){.sex = 'F'});
    ask(&s, 4, 1, (struct client){.sex = 'M'});
    ask(&s, 4, 1, (struct client){.sex = 'X'});
    const struct equity *e = equity(&s);
    expect_cell(e, BY_SEX, "F", 5, false);
    expect_cell(e, BY_SEX, "M", 4, true);
    expect_cell(e, BY_SEX, "X", 4, true);
    season_end(&s);
}

/* The total less all other cells would be the one that is hidden. */
static void one_hidden_cell_hides_the_smallest_of_the_others(void)
{
    struct season s;
    begin(&s);
    ask(&s, 4, 1, (struct client){.area = "Holm"});
    ask(&s, 7, 1, (struct client){.area = "Getinge"});
    ask(&s, 6, 1, (struct client){.area = "Laxvik"});
    const struct equity *e = equity(&s);
    expect_cell(e, BY_AREA, "Holm", 4, true);
    expect_cell(e, BY_AREA, "Laxvik", 6, true);
    expect_cell(e, BY_AREA, "Getinge", 7, false);
    season_end(&s);
}

/* 3 and 1 are 4: the total less the others would tell of four people. */
static void hidden_cells_that_are_few_together_hide_another(void)
{
    struct season s;
    begin(&s);
    ask(&s, 8, 1, (struct client){.sex = 'F'});
    ask(&s, 3, 1, (struct client){.sex = 'M'});
    ask(&s, 1, 1, (struct client){.sex = 'X'});
    ask(&s, 6, 1, (struct client){.area = ""});
    const struct equity *e = equity(&s);
    expect_cell(e, BY_SEX, "F", 8, false);
    expect_cell(e, BY_SEX, "M", 3, true);
    expect_cell(e, BY_SEX, "X", 1, true);
    expect_cell(e, BY_SEX, "", 6, true);
    season_end(&s);
}

static void those_who_did_not_say_are_a_cell(void)
{
    struct season s;
    begin(&s);
    ask(&s, 9, 1, (struct client){.sex = 'F'});
    ask(&s, 2, 1, (struct client){.sex = 0});
    const struct equity *e = equity(&s);
    expect_cell(e, BY_SEX, "", 2, true);
    expect_cell(e, BY_SEX, "F", 9, true);
    season_end(&s);
}

static void several_cells_that_are_enough_together_hide_no_other(void)
{
    struct season s;
    begin(&s);
    ask(&s, 5, 1, (struct client){.sex = 'F'});
    ask(&s, 3, 1, (struct client){.sex = 'M'});
    ask(&s, 2, 1, (struct client){.sex = 'X'});
    expect_cell(equity(&s), BY_SEX, "F", 5, false);
    season_end(&s);
}

/* Names without a request or a decision do not make a cell of two into one of six. */
static void who_asks_for_nothing_is_not_counted(void)
{
    struct season s;
    begin(&s);
    ask(&s, 9, 1, (struct client){.sex = 'F'});
    ask(&s, 3, 1, (struct client){.sex = 'M'});
    season_clients(&s, 4, (struct client){.sex = 'M'});
    int holder = season_clients(&s, 1, (struct client){.sex = 'M'});
    season_decision(&s, season_granted(holder, PER_MONTH, 600));
    expect_cell(equity(&s), BY_SEX, "M", 4, true);
    season_end(&s);
}

/* Holm's four asked for nothing, so Laxvik's share of what was asked for would tell of
 * nobody else; but a cell that is not told is not told in part. */
static void a_cell_that_is_hidden_is_hidden_whole(void)
{
    struct season s;
    begin(&s);
    int holm = season_clients(&s, 4, (struct client){.area = "Holm"});
    for (int i = 0; i < 4; i++)
        season_decision(&s, season_granted(holm + i, PER_MONTH, 600));
    ask(&s, 6, 1, (struct client){.area = "Laxvik"});
    ask(&s, 7, 1, (struct client){.area = "Getinge"});
    expect_cell(equity(&s), BY_AREA, "Laxvik", 6, true);
    season_end(&s);
}

/* Of six men, two have an own escort: that share rests on two, and with it goes the
 * women's, by subtraction. What rests on all six is told. */
static void a_kpi_that_rests_on_few_is_not_told(void)
{
    struct season s;
    begin(&s);
    int women = season_clients(&s, 6, (struct client){.sex = 'F'});
    int men = season_clients(&s, 6, (struct client){.sex = 'M'});
    for (int i = 0; i < 6; i++) {
        season_visit(&s, 2, women + i, 60, EVA);
        season_visit(&s, 3, men + i, 60, EVA);
        problem_client_named(s.b[0], women + i, EVA, NONE);
        if (i < 2)
            problem_client_named(s.b[0], men + i, EVA, NONE);
    }
    const struct equity *e = equity(&s);
    expect_cell(e, BY_SEX, "M", 6, false);
    SAME_RATIO(served(e, BY_SEX, "M"), 360, 360);
    SAME_RATIO(cell(e, BY_SEX, "M")->kpi[KPI_PRIMARY], 0, 0);
    SAME_RATIO(cell(e, BY_SEX, "F")->kpi[KPI_PRIMARY], 0, 0);
    season_end(&s);
}

/* ---- gaps ------------------------------------------------------------------ */

/* 5/5, 3/6 and 1/5: the gap is 4/5. */
/* A tenth of 40 is four clients, of 41 five. */
static void a_value_of_few_clients_is_not_told(void)
{
    struct season s;
    begin(&s);
    ask(&s, 40, 20, (struct client){.area = "Getinge"});
    ask(&s, 41, 41, (struct client){.area = "Kvibille"});
    ask(&s, 41, 41, (struct client){.area = "Steninge"});
    ask(&s, 41, 41, (struct client){.area = "Laxvik"});
    const struct equity *e = equity(&s);
    for (int i = 0; i < e->n_cells; i++)
        SAME_RATIO(e->cells[i].kpi[KPI_SERVED_MIN], 0, 0);
    SAME_RATIO(cell(e, BY_AREA, "Getinge")->kpi[KPI_SERVED_P10], 0, 0);
    /* Another goes with it, lest it be had by subtraction. */
    SAME_RATIO(cell(e, BY_AREA, "Kvibille")->kpi[KPI_SERVED_P10], 0, 0);
    SAME_RATIO(cell(e, BY_AREA, "Steninge")->kpi[KPI_SERVED_P10], 60, 60);
    season_end(&s);
}

static void a_gap_is_from_the_least_to_the_most(void)
{
    struct season s;
    begin(&s);
    ask(&s, 6, 3, (struct client){.sex = 'F'});
    ask(&s, 5, 5, (struct client){.sex = 'M'});
    ask(&s, 5, 1, (struct client){.sex = 'X'});
    const struct equity *e = equity(&s);
    struct ratio gap = e->gap[BY_SEX][KPI_SERVED];
    CU_ASSERT(gap.whole > 0);
    CU_ASSERT_EQUAL(gap.part * 5, gap.whole * 4);
    SAME_RATIO(e->gap[BY_AGE][KPI_SERVED], 0, 0); /* there is one cell only */
    season_end(&s);
}

static void hidden_cells_have_no_part_in_a_gap(void)
{
    struct season s;
    begin(&s);
    ask(&s, 6, 3, (struct client){.sex = 'F'});
    ask(&s, 5, 5, (struct client){.sex = 'M'});
    ask(&s, 4, 0, (struct client){.sex = 'X'});
    const struct equity *e = equity(&s);
    SAME_RATIO(e->gap[BY_SEX][KPI_SERVED], 0, 0); /* the women alone are told */
    season_end(&s);
}

static void sums_and_figures_of_escorts_have_no_gap(void)
{
    struct season s;
    begin(&s);
    ask(&s, 6, 3, (struct client){.sex = 'F'});
    ask(&s, 5, 5, (struct client){.sex = 'M'});
    const struct equity *e = equity(&s);
    SAME_RATIO(cell(e, BY_SEX, "F")->kpi[KPI_LAPSED], 0, 1);
    SAME_RATIO(e->gap[BY_SEX][KPI_LAPSED], 0, 0);
    SAME_RATIO(e->gap[BY_SEX][KPI_COST_HOUR], 0, 0);
    season_end(&s);
}

void equity_suite(void)
{
    CU_pSuite s = CU_add_suite("equity", NULL, NULL);
    CU_add_test(s, "cells add up to the whole", cells_add_up_to_the_whole);
    CU_add_test(s, "cells stand by dimension and group", cells_stand_by_dimension_and_group);
    CU_add_test(s, "ages are banded by year", ages_are_banded_by_year);
    CU_add_test(s, "a language is needed or liked and else Swedish",
                a_language_is_needed_or_liked_and_else_swedish);
    CU_add_test(s, "the strongest basis in force counts", the_strongest_basis_in_force_counts);
    CU_add_test(s, "five clients are told and four are not",
                five_clients_are_told_and_four_are_not);
    CU_add_test(s, "one hidden cell hides the smallest of the others",
                one_hidden_cell_hides_the_smallest_of_the_others);
    CU_add_test(s, "hidden cells that are few together hide another",
                hidden_cells_that_are_few_together_hide_another);
    CU_add_test(s, "those who did not say are a cell", those_who_did_not_say_are_a_cell);
    CU_add_test(s, "several cells that are enough together hide no other",
                several_cells_that_are_enough_together_hide_no_other);
    CU_add_test(s, "who asks for nothing is not counted", who_asks_for_nothing_is_not_counted);
    CU_add_test(s, "a cell that is hidden is hidden whole",
                a_cell_that_is_hidden_is_hidden_whole);
    CU_add_test(s, "a KPI that rests on few is not told", a_kpi_that_rests_on_few_is_not_told);
    CU_add_test(s, "a value of few clients is not told", a_value_of_few_clients_is_not_told);
    CU_add_test(s, "a gap is from the least to the most", a_gap_is_from_the_least_to_the_most);
    CU_add_test(s, "hidden cells have no part in a gap", hidden_cells_have_no_part_in_a_gap);
    CU_add_test(s, "sums and figures of escorts have no gap",
                sums_and_figures_of_escorts_have_no_gap);
}
