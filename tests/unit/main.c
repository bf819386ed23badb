/* Runs the suites of this folder; the list of them is generated. Words on the
 * command line: only suites whose name has one of them in it. */
#include <CUnit/CUnit.h>
#include <CUnit/TestRun.h>
#include <locale.h>
#include <stdio.h>
#include <string.h>

#define SUITE(name) void name##_suite(void);
#include "suites.h"
#undef SUITE

static const struct {
    const char *name;
    void (*add)(void);
} SUITES[] = {
#define SUITE(name) {#name, name##_suite},
#include "suites.h"
#undef SUITE
};

static int wanted(const char *name, int argc, char **argv)
{
    for (int i = 1; i < argc; i++)
        if (strstr(name, argv[i]))
            return 1;
    return argc == 1;
}

static void failures_print(const CU_FailureRecord *f)
{
    for (; f; f = f->pNext)
        printf("%s:%u: \"%s\" failed: %s\n", f->strFileName, f->uiLineNumber,
               f->pTest ? f->pTest->pName : "setting up", f->strCondition);
}

int main(int argc, char **argv)
{
    unsigned ran = 0, failed = 0;
    if (CU_initialize_registry() != CUE_SUCCESS)
        return 1;
    for (size_t i = 0; i < sizeof SUITES / sizeof *SUITES; i++)
        if (wanted(SUITES[i].name, argc, argv))
            SUITES[i].add();
    for (CU_pSuite s = CU_get_registry()->pSuite; s; s = s->pNext) {
        setlocale(LC_ALL, "C"); /* whatever language the last suite spoke */
        CU_run_suite(s);
        failures_print(CU_get_failure_list());
        printf("%-20s %3u tests, %7u assertions\n", s->pName,
               CU_get_number_of_tests_run(), CU_get_number_of_asserts());
        ran += CU_get_number_of_tests_run();
        failed += CU_get_number_of_tests_failed() +
                  CU_get_number_of_suites_failed();
    }
    printf("%u passed, %u failed\n", ran - failed, failed);
    CU_cleanup_registry();
    return failed || CU_get_error() != CUE_SUCCESS;
}
