#include "ledsaga/status.h"

#include <CUnit/CUnit.h>
#include <string.h>

static void complaint_and_remedy_share_their_arguments(void)
{
    static struct faults f;

    CU_ASSERT_EQUAL(faults_status(&f), STATUS_OK);
    CU_ASSERT_EQUAL(faults_add(&f, STATUS_INPUT, "unit.json", "clients[3]",
                               "Add the place %s.", "There is no place %s, %d.",
                               "p7", 12),
                    STATUS_INPUT);
    CU_ASSERT_EQUAL(f.seen, 1);
    CU_ASSERT_STRING_EQUAL(f.list[0].file, "unit.json");
    CU_ASSERT_STRING_EQUAL(f.list[0].place, "clients[3]");
    CU_ASSERT_STRING_EQUAL(f.list[0].what, "There is no place p7, 12.");
    CU_ASSERT_STRING_EQUAL(f.list[0].remedy, "Add the place p7.");
    CU_ASSERT_EQUAL(faults_add(&f, STATUS_SYNTAX, NULL, NULL, NULL, "x"),
                    STATUS_SYNTAX);
    CU_ASSERT_STRING_EQUAL(f.list[1].file, "");
    CU_ASSERT_STRING_EQUAL(f.list[1].remedy, "");
    CU_ASSERT_EQUAL(faults_status(&f), STATUS_INPUT);
}

static void faults_beyond_the_last_are_only_counted(void)
{
    static struct faults f;

    for (int i = 0; i < 3 * FAULTS_KEPT; i++)
        faults_add(&f, STATUS_INPUT, "", "", "", "number %d", i);
    CU_ASSERT_EQUAL(f.seen, 3 * FAULTS_KEPT);
    CU_ASSERT_STRING_EQUAL(f.list[FAULTS_KEPT - 1].what, "number 19");
}

static void a_text_too_long_is_cut_between_characters(void)
{
    static struct faults f;
    char odd[1024], *p = odd;

    *p++ = 'x';
    for (int i = 0; i < 400; i++, p += 2)
        memcpy(p, "ö", 2);
    *p = '\0';
    faults_add(&f, STATUS_INPUT, odd, odd, odd, "%s", odd);
    CU_ASSERT_EQUAL(strlen(f.list[0].file), 255);
    CU_ASSERT_EQUAL(strlen(f.list[0].what), 319);
    faults_add(&f, STATUS_INPUT, odd + 1, odd + 1, odd + 1, "%s", odd + 1);
    CU_ASSERT_EQUAL(strlen(f.list[1].file), 254);
    CU_ASSERT_EQUAL(strlen(f.list[1].place), 190);
    CU_ASSERT_EQUAL(strlen(f.list[1].what), 318);
    CU_ASSERT_EQUAL(strlen(f.list[1].remedy), 318);
}

static void each_status_has_a_row(void)
{
    for (int i = 0; i < STATUS_COUNT; i++) {
        CU_ASSERT(strlen(status_name((enum status)i)) > 0);
        CU_ASSERT(strlen(status_sentence((enum status)i)) > 0);
        for (int k = 0; k < i; k++)
            CU_ASSERT_NOT_EQUAL(status_exit_code((enum status)i),
                                status_exit_code((enum status)k));
    }
    CU_ASSERT_STRING_EQUAL(status_name(STATUS_INTERRUPTED), "INTERRUPTED");
    CU_ASSERT_EQUAL(status_exit_code(STATUS_INTERRUPTED), 130);
    CU_ASSERT_EQUAL(status_exit_code(STATUS_OK), 0);
}

void status_suite(void)
{
    CU_pSuite s = CU_add_suite("status", NULL, NULL);

    CU_add_test(s, "complaint and remedy share their arguments",
                complaint_and_remedy_share_their_arguments);
    CU_add_test(s, "faults beyond the last are only counted",
                faults_beyond_the_last_are_only_counted);
    CU_add_test(s, "a text too long is cut between characters",
                a_text_too_long_is_cut_between_characters);
    CU_add_test(s, "each status has a row of its own", each_status_has_a_row);
}
