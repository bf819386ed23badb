#include "sheet_fixture.h"

static bool has(const char *text, const char *part)
{
    return strstr(text, part) != NULL;
}

static int lines(const char *text)
{
    int n = 0;
    for (; (text = strstr(text, "\r\n")); text += 2)
        n++;
    return n;
}

static void each_visit_has_a_row_for_each_escort_and_the_rest_a_reason(void)
{
    speak("en");
    struct fixture x = four_visits();
    const char *csv = roster_csv(x.arena, &x.sheet);
    CU_ASSERT(strncmp(csv, "\xef\xbb\xbf\"Date\";\"Day\";\"From\";\"To\";\"Minutes\";", 38) == 0);
    CU_ASSERT_EQUAL(lines(csv), 1 + 4 + 1);
    CU_ASSERT(has(csv, "\"2026-11-24\";\"Tuesday\";\"13:00\";\"15:00\";\"120\";\"kim\";\"Kim Åström\";"
                       "\"Simning\";\"\";\"Simhallen\";\"anna\";\"Anna Berg\";\"\";\"yes\";"));
    CU_ASSERT(has(csv, "\"eva\";\"Eva <Öst>\";\"Kör & kaffe\";\"\";\"Simhallen\";\"bo\";\"Bo Ek\";"
                       "\"to be offered\";\"yes\";"));
    CU_ASSERT(has(csv, "\"\";\"\";\"\";\"\";\"120\";\"eva\";\"Eva <Öst>\";\"Föreläsning\";\"\";"
                       "\"Simhallen\";\"\";\"\";\"\";\"no\";\"2 h, starting Fri 27 Nov 10:00\";"
                       "\"No escort who may come has the skill SSL.\";\"\";\"\"\r\n"));
    fixture_end(&x);
}

static void what_is_changed_is_told(void)
{
    speak("en");
    struct fixture x = four_handed_out();
    const char *csv = roster_csv(x.arena, &x.sheet);
    CU_ASSERT(has(csv, ";\"moved\";\"Tue 24 Nov 12:00–14:00, Anna Berg\"\r\n"));
    CU_ASSERT(has(csv, ";\"no longer served\";\"Fri 27 Nov 10:00–12:00, Bo Ek\"\r\n"));
    fixture_end(&x);
}

static void no_text_is_a_formula_or_ends_its_cell(void)
{
    speak("en");
    struct fixture x = fixture_begin(2026, 48, "Europe/Stockholm");
    x.anna = add_escort(&x, "a", "@SUM(A1)", CONTRACTOR);
    x.kim = add_client(&x, "k", "=cmd|' /C calc'!A0");
    add_request(&x, "r", x.kim, "+1 \"a\";\r\nb", DAY, 60, 1, 0);
    add_request(&x, "s", x.kim, "-2", 2 * DAY, 60, 1, 1);
    freeze(&x);
    serve(&x, 0, x.anna, NONE);
    judge(&x);
    const char *csv = roster_csv(x.arena, &x.sheet);
    CU_ASSERT(has(csv, ";\"'=cmd|' /C calc'!A0\";\"'+1 \"\"a\"\"; b\";"));
    CU_ASSERT(has(csv, ";\"'@SUM(A1)\";") && has(csv, ";\"'-2\";"));
    CU_ASSERT_EQUAL(lines(csv), 3);
    fixture_end(&x);
}

void roster_csv_suite(void)
{
    CU_pSuite s = CU_add_suite("roster_csv", NULL, NULL);
    CU_add_test(s, "each visit has a row for each escort and the rest a reason",
                each_visit_has_a_row_for_each_escort_and_the_rest_a_reason);
    CU_add_test(s, "what is changed is told", what_is_changed_is_told);
    CU_add_test(s, "no text is a formula or ends its cell",
                no_text_is_a_formula_or_ends_its_cell);
}
