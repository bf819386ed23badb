#include "adapters/show/changed.h"
#include "sheet_fixture.h"

static void each_visit_is_changed_in_its_own_way(void)
{
    speak("en");
    struct fixture x = four_handed_out();
    static const enum changed WANTED[] = {CHANGED_TIME, CHANGED_ESCORTS, CHANGED_NEW,
                                          CHANGED_GONE};
    for (int r = 0; r < 4; r++)
        CU_ASSERT_EQUAL(request_changed(&x.sheet, r), WANTED[r]);
    x.roster->visits[0].escorts[0] = x.bo;
    CU_ASSERT_EQUAL(request_changed(&x.sheet, 0), CHANGED_TIME_ESCORTS);
    x.roster->visits[0] = (struct visit){.start = DAY + 12 * HOUR, .minutes = 120,
                                         .n_escorts = 1, .escorts = {x.anna}};
    CU_ASSERT_EQUAL(request_changed(&x.sheet, 0), CHANGED_NOT);
    x.roster->visits[0].minutes = 90;
    CU_ASSERT_EQUAL(request_changed(&x.sheet, 0), CHANGED_TIME);
    fixture_end(&x);
}

static void the_order_of_escorts_is_no_change(void)
{
    struct fixture x = four_handed_out();
    x.roster->visits[1].escorts[0] = x.cilla;
    x.roster->visits[1].escorts[1] = x.anna;
    CU_ASSERT_EQUAL(request_changed(&x.sheet, 1), CHANGED_NOT);
    x.roster->visits[1].n_escorts = 1;
    CU_ASSERT_EQUAL(request_changed(&x.sheet, 1), CHANGED_ESCORTS);
    fixture_end(&x);
}

static void changes_come_by_when_they_are_or_were(void)
{
    struct fixture x = four_handed_out();
    int n;
    const int *changed = sheet_changed(x.arena, &x.sheet, &n);
    CU_ASSERT_EQUAL_FATAL(n, 4);
    for (int i = 0; i < 4; i++)
        CU_ASSERT_EQUAL(changed[i], i);
    fixture_end(&x);
}

static void nothing_is_changed_before_a_roster_was_given_out(void)
{
    struct fixture x = four_visits();
    int n;
    sheet_changed(x.arena, &x.sheet, &n);
    CU_ASSERT_EQUAL(n, 0);
    fixture_end(&x);
}

static void before_and_now_are_said(void)
{
    speak("en");
    struct fixture x = four_handed_out();
    CU_ASSERT_STRING_EQUAL(given_out_phrase(x.arena, x.problem, 1),
                           "Wed 25 Nov 18:00–19:30, Anna Berg and Cilla Dahl");
    CU_ASSERT_STRING_EQUAL(planned_phrase(x.arena, &x.sheet, 1),
                           "Wed 25 Nov 18:00–19:30, Anna Berg and Bo Ek");
    CU_ASSERT_STRING_EQUAL(given_out_phrase(x.arena, x.problem, 2), "");
    CU_ASSERT_STRING_EQUAL(planned_phrase(x.arena, &x.sheet, 3), "");
    CU_ASSERT_STRING_EQUAL(given_out_day(x.arena, x.problem), "12 November");
    fixture_end(&x);
}

void changed_suite(void)
{
    CU_pSuite s = CU_add_suite("changed", NULL, NULL);
    CU_add_test(s, "each visit is changed in its own way",
                each_visit_is_changed_in_its_own_way);
    CU_add_test(s, "the order of escorts is no change", the_order_of_escorts_is_no_change);
    CU_add_test(s, "changes come by when they are or were",
                changes_come_by_when_they_are_or_were);
    CU_add_test(s, "nothing is changed before a roster was given out",
                nothing_is_changed_before_a_roster_was_given_out);
    CU_add_test(s, "before and now are said", before_and_now_are_said);
}
