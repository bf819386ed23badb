#include "ledsaga/profile.h"

#include "ledsaga/rules.h"
#include "ledsaga/show.h"
#include "small_workspace.h"

enum { TUESDAY = 1, WEDNESDAY = 2, THURSDAY = 3 };

static int64_t in_2026(int month, int mday)
{
    return date_days(2026, month, mday);
}

static const struct profile *read_named(struct small_workspace *w,
                                        const char *const *ids, int n)
{
    const struct profile *list = NULL;

    CU_ASSERT_EQUAL_FATAL(
        profiles_read(w->arena, w->folder, ids, n, &list, &w->faults),
        STATUS_OK);
    return list;
}

static int default_count(void)
{
    int n = 0;

    while (PROFILES_DEFAULT[n])
        n++;
    return n;
}

static void every_profile_of_the_program_is_sound(void)
{
    struct arena *a = arena_new();
    struct faults faults = {0};
    const struct profile *list;
    const char **ids;
    int n = profiles_list(a, NULL, &ids);

    CU_ASSERT(n >= 8);
    CU_ASSERT_EQUAL_FATAL(profiles_read(a, NULL, ids, n, &list, &faults),
                          STATUS_OK);
    for (int i = 0; i < n; i++) {
        CU_ASSERT_STRING_EQUAL(list[i].id, ids[i]);
        CU_ASSERT_STRING_EQUAL(list[i].file, "");
        CU_ASSERT(list[i].n_values > 0);
    }
    arena_free(a);
}

static void the_defaults_of_the_program_are_what_holds_in_week_48_of_2026(void)
{
    struct small_workspace w;
    struct rule_figures rule = rule_figures_default(), rule_as_is = rule;
    struct cost_figures cost = cost_figures_default(), cost_as_is = cost;
    int n = default_count();

    small_open(&w, "");
    profiles_apply(read_named(&w, PROFILES_DEFAULT, n), n, in_2026(11, 23),
                   &rule, &cost);
    for (const struct figure *row = RULE_FIGURE_ROWS; row->name; row++)
        if (memcmp((char *)&rule + row->offset,
                   (char *)&rule_as_is + row->offset, sizeof(int)) != 0)
            CU_FAIL(row->name);
    for (const struct figure *row = COST_FIGURE_ROWS; row->name; row++)
        if (memcmp((char *)&cost + row->offset,
                   (char *)&cost_as_is + row->offset, sizeof(int)) != 0)
            CU_FAIL(row->name);
    small_close(&w);
}

static void a_value_holds_from_its_day_until_the_next_one_does(void)
{
    struct small_workspace w;
    const char *const cost[] = {"cost-se-demo"};
    struct cost_figures figures = {0};

    small_open(&w, "");
    const struct profile *list = read_named(&w, cost, 1);
    profiles_apply(list, 1, date_days(2024, 3, 31), NULL, &figures);
    CU_ASSERT_EQUAL(figures.unsocial_weekend_ore, 5300);
    profiles_apply(list, 1, date_days(2024, 4, 1), NULL, &figures);
    CU_ASSERT_EQUAL(figures.unsocial_weekend_ore, 6390);
    CU_ASSERT_EQUAL(profiles_value(list, 1, "on_cost", date_days(2022, 7, 1))->value,
                    3925);
    CU_ASSERT_EQUAL(profiles_value(list, 1, "on_cost", in_2026(1, 1))->value,
                    4500);
    CU_ASSERT_TRUE(profiles_value(list, 1, "on_cost", in_2026(1, 1))->confirm);
    CU_ASSERT_PTR_NULL(
        profiles_value(list, 1, "on_cost", date_days(2020, 12, 31)));
    CU_ASSERT_PTR_NULL(
        profiles_value(list, 1, "daily_rest_minutes", in_2026(1, 1)));
    small_close(&w);
}

static void additional_time_is_paid_as_overtime_since_the_agreement_of_2025(void)
{
    struct small_workspace w;
    const char *const ab[] = {"se-employee-ab"};

    small_open(&w, "");
    const struct profile *list = read_named(&w, ab, 1);
    CU_ASSERT_EQUAL(profiles_value(list, 1, "additional_percent",
                                   date_days(2025, 3, 31))->value, 120);
    CU_ASSERT_EQUAL(profiles_value(list, 1, "additional_percent",
                                   date_days(2025, 4, 1))->value, 180);
    small_close(&w);
}

static void the_profile_named_later_goes_before(void)
{
    struct small_workspace w;
    const char *const pan_last[] = {"cost-se-demo", "se-employee-pan"};
    const char *const cost_last[] = {"se-employee-pan", "cost-se-demo"};
    struct cost_figures figures = {0};

    small_open(&w, "");
    profiles_apply(read_named(&w, pan_last, 2), 2, in_2026(6, 1), NULL,
                   &figures);
    CU_ASSERT_EQUAL(figures.hourly_wage_ore, 13640);
    const struct profile *list = read_named(&w, cost_last, 2);
    profiles_apply(list, 2, in_2026(6, 1), NULL, &figures);
    CU_ASSERT_EQUAL(figures.hourly_wage_ore, 15500);
    CU_ASSERT_EQUAL(
        profiles_value(list, 2, "hourly_wage_ore", in_2026(6, 1))->value, 15500);
    /* In 2025 only the one has a row. */
    CU_ASSERT_EQUAL(profiles_value(list, 2, "hourly_wage_ore",
                                   date_days(2025, 6, 1))->value, 13640);
    small_close(&w);
}

#define PROFILE(id, values)                                                    \
    "{\"format\":\"ledsaga-profile\",\"version\":1,\"id\":\"" id "\","         \
    "\"name\":\"Own\",\"kind\":\"working_time\",\"values\":[" values "]}"
#define ROW(figure, value, from)                                               \
    "{\"figure\":\"" figure "\",\"value\":" #value ",\"from\":\"" from "\","   \
    "\"source\":\"a law\",\"confirm\":false}"

static void the_workspace_s_own_profile_goes_before_the_program_s(void)
{
    struct small_workspace w;
    const char *const ids[] = {"se-contractor", "own"};
    const char **all;

    small_open(&w, "");
    int n = profiles_list(w.arena, NULL, &all);
    small_put(&w, "profiles/se-contractor.json",
              PROFILE("se-contractor",
                      ROW("contractor_occasion_minutes", 300, "2026-01-01")));
    small_put(&w, "profiles/own.json", PROFILE("own", ""));
    small_put(&w, "profiles/own.txt", "no profile");
    const struct profile *list = read_named(&w, ids, 2);

    CU_ASSERT_EQUAL(list[0].n_values, 1);
    CU_ASSERT_EQUAL(list[0].values[0].value, 300);
    CU_ASSERT_PTR_NOT_NULL(strstr(list[0].file, "/profiles/se-contractor.json"));
    CU_ASSERT_EQUAL_FATAL(profiles_list(w.arena, w.folder, &all), n + 1);
    CU_ASSERT_STRING_EQUAL(all[n], "own");
    small_close(&w);
}

/* The one fault of a profile of the workspace's own. */
static void refused(const char *text, const char *place, const char *part)
{
    struct small_workspace w;
    const char *const ids[] = {"own"};
    const struct profile *list;

    small_open(&w, "");
    small_put(&w, "profiles/own.json", text);
    CU_ASSERT_EQUAL(profiles_read(w.arena, w.folder, ids, 1, &list, &w.faults),
                    STATUS_INPUT);
    CU_ASSERT_EQUAL(w.faults.seen, 1);
    CU_ASSERT_STRING_EQUAL(w.faults.list[0].place, place);
    if (!strstr(w.faults.list[0].what, part))
        CU_FAIL("the complaint does not say what it should");
    CU_ASSERT(w.faults.list[0].remedy[0] != '\0');
    small_close(&w);
}

static void what_is_wrong_with_a_profile_is_told(void)
{
    refused(PROFILE("own", ROW("dayly_rest_minutes", 1, "2026-01-01")),
            "values[0].figure", "dayly_rest_minutes");
    refused(PROFILE("own", ROW("daily_rest_minutes", 1441, "2026-01-01")),
            "values[0].value", "1441");
    refused(PROFILE("own", ROW("daily_rest_minutes", 600, "2026-02-30")),
            "values[0].from", "2026-02-30");
    refused(PROFILE("own", ROW("daily_rest_minutes", 600, "2026-01-01") ","
                           ROW("daily_rest_minutes", 660, "2026-01-01")),
            "values[1]", "twice");
    refused(PROFILE("another", ""), "id", "own");
    refused(PROFILE("own", "{\"figure\":\"night_to\",\"value\":1,"
                           "\"from\":\"2026-01-01\",\"source\":\"s\"}"),
            "values[0]", "confirm");
}

static void a_unit_that_names_an_unknown_profile_is_told_which(void)
{
    struct small_workspace w;
    const struct problem *p;

    small_open(&w, ",\"profiles\":[\"se-employee-atl\",\"se-employe-ab\"]");
    small_week(&w, "2026-W48", "", "", NULL);
    CU_ASSERT_EQUAL(
        workspace_read(w.arena, w.folder, 2026, 48, &p, &w.faults),
        STATUS_INPUT);
    CU_ASSERT_EQUAL(w.faults.seen, 1);
    CU_ASSERT_STRING_EQUAL(w.faults.list[0].place, "profiles[1]");
    CU_ASSERT_PTR_NOT_NULL(strstr(w.faults.list[0].remedy, "se-employee-ab"));
    small_close(&w);
}

/* ---- a week is judged by the values in force on its dates ---- */

#define THE_USUAL_AND_MY_LAW                                                   \
    ",\"profiles\":[\"se-employee-atl\",\"se-employee-ab\",\"se-contractor\"," \
    "\"cost-se-demo\",\"my-law\"]"

static void open_under_my_law(struct small_workspace *w, const char *more)
{
    small_open(w, more);
    small_put(w, "profiles/my-law.json",
              PROFILE("my-law", ROW("daily_rest_minutes", 720, "2026-11-26") ","
                                ROW("fee_ore", 20000, "2026-11-28")));
    /* From four to four, with an hour in the middle: 11 h 30 to either side. */
    small_week(w, "2026-W48", "",
               REQUEST("wed", "bo", 60, "2026-11-25", "15:30", "") ","
               REQUEST("thu", "bo", 60, "2026-11-26", "15:30", ""),
               VISIT("wed", "2026-11-25T15:30", 60, "eva", "") ","
               VISIT("thu", "2026-11-26T15:30", 60, "eva", ""));
}

static void a_law_that_begins_on_thursday_is_a_new_file(void)
{
    struct small_workspace w;
    struct roster *r;

    open_under_my_law(&w, THE_USUAL_AND_MY_LAW);
    const struct problem *p = small_read(&w, 2026, 48);
    CU_ASSERT_EQUAL(p->rule.daily_rest_minutes, 660);
    CU_ASSERT_EQUAL(figures_on(p, WEDNESDAY)->daily_rest_minutes, 660);
    CU_ASSERT_EQUAL(figures_on(p, THURSDAY)->daily_rest_minutes, 720);
    CU_ASSERT_EQUAL(costs_on(p, THURSDAY + 1)->fee_ore, 12500);
    CU_ASSERT_EQUAL(costs_on(p, THURSDAY + 2)->fee_ore, 20000);

    CU_ASSERT_EQUAL_FATAL(
        roster_read(w.arena, p,
                    workspace_path(w.arena, w.folder, 2026, 48, "roster.json"),
                    &r, NULL, &w.faults),
        STATUS_OK);
    const struct verdict *v = rules_judge(w.arena, p, r);
    CU_ASSERT_EQUAL_FATAL(v->n_breaches, 1);
    CU_ASSERT_EQUAL(v->breaches[0].rule, RULE_DAILY_REST);
    CU_ASSERT_EQUAL(v->breaches[0].amount, 30);
    CU_ASSERT_EQUAL(week_day(&p->week, v->breaches[0].from), THURSDAY);
    small_close(&w);
}

static void the_unit_s_own_figures_go_before_every_profile(void)
{
    struct small_workspace w;

    open_under_my_law(&w, THE_USUAL_AND_MY_LAW ",\"rules\":{\"daily_rest_minutes\":690},"
                          "\"costs\":{\"fee_ore\":11000}");
    const struct problem *p = small_read(&w, 2026, 48);
    for (int day = 0; day < DAYS; day++) {
        CU_ASSERT_EQUAL(figures_on(p, day)->daily_rest_minutes, 690);
        CU_ASSERT_EQUAL(costs_on(p, day)->fee_ore, 11000);
    }
    small_close(&w);
}

static void profiles_are_told_with_source_day_and_doubt(void)
{
    struct small_workspace w;
    const char *const ids[] = {"se-employee-ab"};

    small_open(&w, "");
    const struct profile *list = read_named(&w, ids, 1);
    const char *text = profiles_text(w.arena, list, 1, 200);
    const char *json = profiles_json(w.arena, list, 1);

    CU_ASSERT_PTR_NOT_NULL(strstr(
        text, "additional_percent    120  %      2017-01-01  to confirm  AB, fyll"));
    CU_ASSERT_PTR_NOT_NULL(strstr(
        text, "overtime_percent      180  %      2017-01-01              AB, simple"));
    CU_ASSERT_PTR_NOT_NULL(strstr(json, "\"from\": \"2023-10-01\""));
    CU_ASSERT_PTR_NOT_NULL(strstr(json, "\"confirm\": true"));
    CU_ASSERT_PTR_NOT_NULL(strstr(json, "\"default\": ["));
    small_close(&w);
}

void profiles_suite(void)
{
    CU_pSuite s = CU_add_suite("profiles", NULL, NULL);

    CU_add_test(s, "every profile that came with the program is sound",
                every_profile_of_the_program_is_sound);
    CU_add_test(s, "the program's defaults are what holds in week 48 of 2026",
                the_defaults_of_the_program_are_what_holds_in_week_48_of_2026);
    CU_add_test(s, "a value holds from its day until the next one does",
                a_value_holds_from_its_day_until_the_next_one_does);
    CU_add_test(s, "additional time is paid as overtime since the agreement of 2025",
                additional_time_is_paid_as_overtime_since_the_agreement_of_2025);
    CU_add_test(s, "the profile named later goes before",
                the_profile_named_later_goes_before);
    CU_add_test(s, "the workspace's own profile goes before the program's",
                the_workspace_s_own_profile_goes_before_the_program_s);
    CU_add_test(s, "what is wrong with a profile is told",
                what_is_wrong_with_a_profile_is_told);
    CU_add_test(s, "a unit that names an unknown profile is told which",
                a_unit_that_names_an_unknown_profile_is_told_which);
    CU_add_test(s, "a law that begins on Thursday is a new file and judges from then",
                a_law_that_begins_on_thursday_is_a_new_file);
    CU_add_test(s, "the unit's own figures go before every profile",
                the_unit_s_own_figures_go_before_every_profile);
    CU_add_test(s, "profiles are told with source, day and doubt",
                profiles_are_told_with_source_day_and_doubt);
}
