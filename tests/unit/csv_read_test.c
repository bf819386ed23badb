#include "adapters/text/csv_read.h"

#include <CUnit/CUnit.h>
#include <stdio.h>
#include <string.h>

static struct arena *arena;
static struct faults faults;

static int csv_begin(void)
{
    arena = arena_new();
    return 0;
}

static int csv_end(void)
{
    arena_free(arena);
    return 0;
}

static enum status reading(const char *bytes, size_t length, const struct csv_table **t)
{
    faults.seen = 0;
    return csv_read(arena, "plan.csv", bytes, length, 0, t, &faults);
}

static const struct csv_table *table_of(const char *text)
{
    const struct csv_table *t = NULL;

    CU_ASSERT_EQUAL_FATAL(reading(text, strlen(text), &t), STATUS_OK);
    return t;
}

/* Row 0 is the headings. */
static void expect(const struct csv_table *t, int row, int column, const char *text)
{
    const char *cell = row == 0 ? t->headings[column] : t->rows[row - 1].cells[column];

    if (strcmp(cell, text) != 0)
        printf("\n    row %d, column %d: \"%s\", not \"%s\"\n", row, column, cell, text);
    CU_ASSERT_STRING_EQUAL(cell, text);
}

static void what_excel_writes_in_sweden_is_read(void)
{
    const struct csv_table *t = table_of("\xef\xbb\xbf"
                                         "Brukare;Tid\r\nKim Ek;13,30\r\nÅsa Ö;\"9;15\"\r\n");

    CU_ASSERT_EQUAL(t->separator, ';');
    CU_ASSERT_FALSE(t->windows_1252);
    CU_ASSERT_EQUAL_FATAL(t->n_columns, 2);
    CU_ASSERT_EQUAL_FATAL(t->n_rows, 2);
    expect(t, 0, 0, "Brukare");
    expect(t, 1, 1, "13,30");
    expect(t, 2, 0, "Åsa Ö");
    expect(t, 2, 1, "9;15");
}

static void commas_and_tabs_are_guessed(void)
{
    const struct csv_table *t = table_of("a,\"b;c;d;e\"\n1,2\n");

    CU_ASSERT_EQUAL(t->separator, ',');
    expect(t, 0, 1, "b;c;d;e");
    expect(t, 1, 1, "2");
    t = table_of("a, b\tc\n1\t2");
    CU_ASSERT_EQUAL(t->separator, '\t');
    expect(t, 1, 1, "2");
    t = table_of("sep=;\r\na,b,c;d\r\n1;2\r\n");
    CU_ASSERT_EQUAL_FATAL(t->n_columns, 2);
    CU_ASSERT_EQUAL(t->rows[0].line, 3);
}

static void windows_1252_is_found_out(void)
{
    const struct csv_table *t = table_of("Namn;Pris\n\xc5sa \x96 \xd6;5 \x80\n");

    CU_ASSERT_TRUE(t->windows_1252);
    expect(t, 1, 0, "Åsa – Ö");
    expect(t, 1, 1, "5 €");
}

static void a_cell_may_hold_newlines_and_quotation_marks(void)
{
    const struct csv_table *t = table_of("a;b\r\n\"one\r\ntwo \"\"three\"\"\";x\r\ny;z\r\n");

    CU_ASSERT_EQUAL_FATAL(t->n_rows, 2);
    expect(t, 1, 0, "one\ntwo \"three\"");
    expect(t, 1, 1, "x");
    CU_ASSERT_EQUAL(t->rows[0].line, 2);
    CU_ASSERT_EQUAL(t->rows[1].line, 4);
}

static void empty_rows_are_left_out_and_short_ones_filled(void)
{
    const struct csv_table *t = table_of("\n;;\na;b;c;;\r\n;;;\r\n1\r1;2;3;;;\n");

    CU_ASSERT_EQUAL_FATAL(t->n_columns, 3);
    CU_ASSERT_EQUAL_FATAL(t->n_rows, 2);
    expect(t, 1, 0, "1");
    expect(t, 1, 2, "");
    expect(t, 2, 2, "3");
    CU_ASSERT_PTR_NULL(t->rows[0].flaw);
    CU_ASSERT_PTR_NULL(t->rows[1].flaw);
}

static void rows_that_cannot_be_trusted_say_why(void)
{
    const struct csv_table *t = table_of("a;b\n1;2;3\n\"x\"y;2\n5;6\n\"open;7\n8;9\n");

    CU_ASSERT_EQUAL_FATAL(t->n_rows, 4);
    CU_ASSERT_STRING_EQUAL(t->rows[0].flaw, "There are more cells than headings");
    CU_ASSERT_STRING_EQUAL(t->rows[1].flaw, "There is text after a closing quotation mark");
    CU_ASSERT_PTR_NULL(t->rows[2].flaw);
    CU_ASSERT_STRING_EQUAL(t->rows[3].flaw, "A quotation mark is not closed");
    CU_ASSERT_EQUAL(t->rows[3].line, 5);
}

static void cells_are_plain_and_without_blanks_around(void)
{
    const struct csv_table *t = table_of("a\n\"  \xc2\xa0" "Bo \x1b[31m B \n\"\n");

    expect(t, 1, 0, "Bo [31m B");
}

static void what_is_no_table_is_refused_with_a_remedy(void)
{
    static const struct {
        const char *bytes;
        size_t length;
        enum status status;
    } CASES[] = {
        {"", 0, STATUS_SYNTAX},
        {"\r\n;;\r\n", 6, STATUS_SYNTAX},
        {"PK\x03\x04rest", 8, STATUS_SYNTAX},
        {"\xff\xfe" "a\0;\0", 6, STATUS_SYNTAX},
    };
    const struct csv_table *t = NULL;

    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        CU_ASSERT_EQUAL(reading(CASES[i].bytes, CASES[i].length, &t), CASES[i].status);
        CU_ASSERT_STRING_NOT_EQUAL(faults.list[0].remedy, "");
    }
    char *rows = arena_alloc(arena, 2 * CSV_ROWS_MOST + 5, 1);
    memset(rows, '\n', 2 * CSV_ROWS_MOST + 4);
    for (int i = 0; i < CSV_ROWS_MOST + 2; i++)
        rows[2 * i] = 'x';
    CU_ASSERT_EQUAL(reading(rows, strlen(rows), &t), STATUS_INPUT);
}

void csv_read_suite(void)
{
    CU_pSuite s = CU_add_suite("csv_read", csv_begin, csv_end);
    CU_add_test(s, "what Excel writes in Sweden is read", what_excel_writes_in_sweden_is_read);
    CU_add_test(s, "commas and tabs are guessed", commas_and_tabs_are_guessed);
    CU_add_test(s, "Windows-1252 is found out", windows_1252_is_found_out);
    CU_add_test(s, "a cell may hold newlines and quotation marks",
                a_cell_may_hold_newlines_and_quotation_marks);
    CU_add_test(s, "empty rows are left out and short ones filled",
                empty_rows_are_left_out_and_short_ones_filled);
    CU_add_test(s, "rows that cannot be trusted say why", rows_that_cannot_be_trusted_say_why);
    CU_add_test(s, "cells are plain and without blanks around",
                cells_are_plain_and_without_blanks_around);
    CU_add_test(s, "what is no table is refused with a remedy",
                what_is_no_table_is_refused_with_a_remedy);
}
